//! A small organisation for tests: five lines set a scene. After each input the engine's promises are checked, and a
//! refusal must have changed nothing.

use frontdesk_calendar::{OperatingHours as Hours, Weekday, WeeklyOpening};
use frontdesk_engine::{AlarmReason, Engine, Input, NewConversation, Output, Refusal, Reply};
use frontdesk_model::*;
use frontdesk_predicate::Predicate;
use std::collections::BTreeMap;
use std::sync::Arc;

pub const SECOND: u64 = 1_000;
pub const MINUTE: u64 = 60 * SECOND;
pub const DAY: u64 = 24 * 60 * MINUTE;

pub struct World {
    pub engine: Engine,
    pub now: Timestamp,
    pub workstream: Workstream,
    pub queue: Queue,
    last_id: u128,
    pub conversations: BTreeMap<ConversationId, Arc<Conversation>>,
    pub sessions: BTreeMap<SessionId, Session>,
    pub participants: BTreeMap<ParticipantId, Participant>,
    pub segments: BTreeMap<(ConversationId, u32), QueueSegment>,
    pub statuses: BTreeMap<AgentId, AgentStatus>,
    pub messages: Vec<Arc<Message>>,
    pub decisions: Vec<RoutingDecision>,
    /// Since the last `forget_events`.
    pub events: Vec<(Audience, Event)>,
    set_up: Vec<Row>,
}

impl World {
    /// Live chat, pushed, with accept and reject; 1 unit each.
    pub fn live_chat() -> World {
        World::with(|_| {})
    }

    /// The same over SMS.
    pub fn asynchronous() -> World {
        World::with(|workstream| {
            workstream.channel = Channel::Sms;
            workstream.mode = ConversationMode::Asynchronous;
            workstream.close_after_inactivity_ms = Some(DAY);
        })
    }

    pub fn with(change: impl FnOnce(&mut Workstream)) -> World {
        let id = |number: u128| Uuid::from_u128(number);
        let organization = Organization {
            id: id(1).into(),
            name: "Contoso".into(),
            created_at: start(),
            settings: Settings::default(),
            version: 0,
        };
        let queue = Queue {
            id: id(2).into(),
            name: "Support".into(),
            priority: 1,
            method: AssignmentMethod::HighestCapacity,
            members: Vec::new(),
            ..Queue::default()
        };
        let mut workstream = Workstream {
            id: id(3).into(),
            name: "Web".into(),
            channel: Channel::LiveChat,
            mode: ConversationMode::LiveChat,
            distribution: DistributionMode::Push,
            capacity_units: 1,
            wrap_up_block: WrapUpBlock::Always,
            allowed_presences: vec![BasePresence::Available, BasePresence::Busy],
            notification: Notification::ScreenPopWithDecline,
            offer_timeout_ms: 2 * MINUTE,
            close_after_inactivity_ms: None,
            reoffer_after_decline_ms: MINUTE,
            reconnect_within_ms: None,
            agent_affinity: false,
            pick_from_push: false,
            fallback_queue_id: queue.id,
            ..Workstream::default()
        };
        change(&mut workstream);
        let mut world = World {
            engine: Engine::new(organization),
            now: start(),
            workstream: workstream.clone(),
            queue: queue.clone(),
            last_id: 1_000,
            conversations: BTreeMap::new(),
            sessions: BTreeMap::new(),
            participants: BTreeMap::new(),
            segments: BTreeMap::new(),
            statuses: BTreeMap::new(),
            messages: Vec::new(),
            decisions: Vec::new(),
            events: Vec::new(),
            set_up: Vec::new(),
        };
        for base in BasePresence::SETTABLE.into_iter().chain([BasePresence::Inactive]) {
            world.configure(presence(base));
        }
        world.configure(queue);
        world.configure(workstream);
        world
    }

    // --- the cast ---

    /// Somebody in the queue, signed in and Available, with three units.
    pub fn agent(&mut self) -> AgentId {
        self.agent_with(|_| {})
    }

    pub fn agent_with(&mut self, change: impl FnOnce(&mut Agent)) -> AgentId {
        let id = self.colleague_with(change);
        self.queue.members.push(id);
        self.configure(self.queue.clone());
        self.connect(id);
        id
    }

    /// Somebody in no queue who is not signed in.
    pub fn colleague_with(&mut self, change: impl FnOnce(&mut Agent)) -> AgentId {
        let id = AgentId(self.next_id());
        let mut agent = Agent {
            id,
            name: format!("Agent {id}"),
            email: format!("{id}@contoso.example"),
            role: Role::Agent,
            active: true,
            capacity_units: 3,
            default_presence_id: None,
            password_hash: Some("secret".into()),
            created_at: self.now,
            ..Agent::default()
        };
        change(&mut agent);
        self.configure(agent);
        id
    }

    /// Outside the queue, signed in.
    pub fn supervisor(&mut self) -> AgentId {
        let id = self.colleague_with(|agent| agent.role = Role::Supervisor);
        self.connect(id);
        id
    }

    pub fn other_queue(&mut self, members: &[AgentId]) -> QueueId {
        let id = QueueId(self.next_id());
        let queue = Queue { id, name: format!("Other {id}"), members: members.to_vec(), ..self.queue.clone() };
        self.configure(queue);
        id
    }

    pub fn change_workstream(&mut self, change: impl FnOnce(&mut Workstream)) {
        change(&mut self.workstream);
        self.configure(self.workstream.clone());
    }

    pub fn change_settings(&mut self, change: impl FnOnce(&mut Settings)) {
        let mut organization = self.engine.organization().clone();
        change(&mut organization.settings);
        self.configure(organization);
    }

    pub fn change_agent(&mut self, id: AgentId, change: impl FnOnce(&mut Agent)) {
        let mut agent = self.engine.agent(id).unwrap().clone();
        change(&mut agent);
        self.configure(agent);
    }

    pub fn start(&mut self) -> ConversationId {
        self.start_with(|_| {})
    }

    pub fn start_with(&mut self, change: impl FnOnce(&mut NewConversation)) -> ConversationId {
        let mut new = self.new_conversation();
        change(&mut new);
        let id = new.id;
        self.ok(Input::StartConversation(Box::new(new)));
        id
    }

    pub fn new_conversation(&mut self) -> NewConversation {
        NewConversation {
            id: ConversationId(self.next_id()),
            workstream_id: self.workstream.id,
            widget_id: None,
            visitor_id: None,
            customer_name: "Ada".into(),
            customer: None,
            case_id: None,
            title: String::new(),
            priority: Priority::Normal,
            locale: None,
            context: Vec::new(),
            facts: Vec::new(),
            preferred_agents: Vec::new(),
            queue_id: None,
        }
    }

    /// A skill rated 1 to 10. Whoever starts with a context variable of its name requires it so much.
    pub fn asked_skill(&mut self, name: &str) -> SkillId {
        self.asked_skill_rated(name, RatingModel::default())
    }

    pub fn asked_skill_rated(&mut self, name: &str, rating: RatingModel) -> SkillId {
        let id = SkillId(self.next_id());
        self.configure(Skill { id, name: name.into(), rating, ..Skill::default() });
        let rule = |proficiency: u32| ClassificationRule {
            name: format!("{name} {proficiency}"),
            when: Predicate::equal(format!("context.{name}"), proficiency),
            outputs: vec![Classification::Skill { skill: SkillRating { skill_id: id, proficiency } }],
        };
        let ruleset = Ruleset {
            id: RulesetId(self.next_id()),
            name: name.into(),
            workstream_id: self.workstream.id,
            position: 1,
            rules: Rules::Classification((rating.minimum..=rating.maximum).map(rule).collect()),
            version: 0,
        };
        self.configure(ruleset);
        id
    }

    pub fn start_asking(&mut self, skills: &[(&str, u32)]) -> ConversationId {
        let variable = |(name, value): &(&str, u32)| ContextVariable { name: (*name).into(), value: value.to_string() };
        self.start_with(|new| new.context = skills.iter().map(variable).collect())
    }

    /// An agent of the queue with these skills.
    pub fn agent_rated(&mut self, skills: &[(SkillId, u32)]) -> AgentId {
        let rating =
            |(skill_id, proficiency): &(SkillId, u32)| SkillRating { skill_id: *skill_id, proficiency: *proficiency };
        self.agent_with(|agent| agent.skills = skills.iter().map(rating).collect())
    }

    pub fn capacity_profile(&mut self, name: &str, change: impl FnOnce(&mut CapacityProfile)) -> CapacityProfileId {
        let id = CapacityProfileId(self.next_id());
        let mut profile = CapacityProfile { id, name: name.into(), units_max: 1, ..CapacityProfile::default() };
        change(&mut profile);
        self.configure(profile);
        id
    }

    pub fn change_own_queue(&mut self, change: impl FnOnce(&mut Queue)) {
        change(&mut self.queue);
        self.configure(self.queue.clone());
    }

    // --- scenes ---

    /// A conversation that its agent has accepted.
    pub fn accepted(&mut self) -> (ConversationId, AgentId) {
        let agent = self.agent();
        let id = self.start();
        self.accept(id, agent);
        (id, agent)
    }

    /// One that waits for its customer, and the agent whose it was.
    pub fn waiting(&mut self) -> (ConversationId, AgentId) {
        let (id, agent) = self.accepted();
        self.ok(Input::CloseSession { conversation_id: id, agent_id: agent });
        (id, agent)
    }

    pub fn wrapping_up(&mut self) -> (ConversationId, AgentId) {
        let (id, agent) = self.accepted();
        self.end(id, agent);
        (id, agent)
    }

    // --- what happens ---

    pub fn accept(&mut self, conversation_id: ConversationId, agent_id: AgentId) {
        self.ok(Input::AcceptOffer { conversation_id, session_id: None, agent_id });
    }

    pub fn reject(&mut self, conversation_id: ConversationId, agent_id: AgentId) {
        self.ok(Input::RejectOffer { conversation_id, session_id: None, agent_id });
    }

    pub fn displayed(&mut self, conversation_id: ConversationId, agent_id: AgentId) {
        let session_id = self.engine.session(conversation_id).unwrap().id;
        self.ok(Input::OfferDisplayed { conversation_id, session_id, agent_id });
    }

    pub fn pick(&mut self, conversation_id: ConversationId, agent_id: AgentId) -> Result<Reply, Refusal> {
        self.tell(Input::Pick { conversation_id, agent_id })
    }

    pub fn end(&mut self, conversation_id: ConversationId, agent_id: AgentId) {
        self.ok(Input::EndConversation { conversation_id, agent_id });
    }

    pub fn close(&mut self, conversation_id: ConversationId, agent_id: AgentId) {
        self.ok(Input::CloseSession { conversation_id, agent_id });
    }

    pub fn customer_says(&mut self, conversation_id: ConversationId, text: &str) -> Reply {
        self.ok(Input::CustomerMessage { conversation_id, text: text.into(), client_message_id: None })
    }

    pub fn agent_says(&mut self, id: ConversationId, agent_id: AgentId, text: &str) -> Result<Reply, Refusal> {
        self.agent_writes(id, agent_id, text, Visibility::Public)
    }

    pub fn agent_writes(
        &mut self,
        conversation_id: ConversationId,
        agent_id: AgentId,
        text: &str,
        visibility: Visibility,
    ) -> Result<Reply, Refusal> {
        let text = text.into();
        self.tell(Input::AgentMessage { conversation_id, agent_id, text, visibility, client_message_id: None })
    }

    pub fn customer_disconnects(&mut self, conversation_id: ConversationId) {
        self.ok(Input::CustomerConnected { conversation_id });
        self.ok(Input::CustomerDisconnected { conversation_id });
    }

    pub fn connect(&mut self, agent_id: AgentId) {
        self.ok(Input::AgentConnected { agent_id });
    }

    pub fn disconnect(&mut self, agent_id: AgentId) {
        self.ok(Input::AgentDisconnected { agent_id });
    }

    pub fn choose(&mut self, agent_id: AgentId, base: BasePresence) {
        self.ok(Input::SetPresence { agent_id, presence_id: presence(base).id });
    }

    pub fn configure(&mut self, piece: impl Into<SetUpPiece>) {
        self.ok(Input::put(piece));
    }

    // --- driving ---

    pub fn ok(&mut self, input: Input) -> Reply {
        self.tell(input).unwrap_or_else(|refusal| panic!("refused: {refusal:?}"))
    }

    /// The code of the refusal.
    pub fn refused(&mut self, input: Input) -> &'static str {
        self.tell(input).expect_err("must be refused").code
    }

    pub fn tell(&mut self, input: Input) -> Result<Reply, Refusal> {
        let (now, last_id) = (self.now, &mut self.last_id);
        let mut ids = || counted(last_id);
        let reply = self.engine.handle(input, now, &mut ids);
        let outputs = self.collect();
        assert!(reply.is_ok() || outputs == 0, "a refusal has output");
        reply
    }

    /// Time goes by, alarm after alarm.
    pub fn pass(&mut self, milliseconds: u64) {
        let until = self.now + milliseconds;
        while let Some(alarm) = self.engine.poll_timeout().filter(|alarm| alarm.at <= until) {
            self.now = self.now.max(alarm.at);
            let (now, last_id) = (self.now, &mut self.last_id);
            self.engine.handle_timeout(now, &mut || counted(last_id));
            self.collect();
        }
        self.now = until;
    }

    /// Stops and starts again from the rows alone.
    pub fn restart(&mut self) {
        self.restart_with(|_| {});
    }

    /// The same, with a set-up that nobody would be allowed to save.
    pub fn restart_with(&mut self, change: impl FnOnce(&mut Snapshot)) {
        let mut snapshot = Snapshot {
            organization: self.engine.organization().clone(),
            agents: self.engine.agents().cloned().collect(),
            agent_statuses: self.statuses.values().cloned().collect(),
            queues: self.engine.queues().cloned().collect(),
            workstreams: self.engine.workstreams().cloned().collect(),
            presences: self.engine.presences().cloned().collect(),
            widgets: self.engine.widgets().cloned().collect(),
            skills: self.engine.skills().cloned().collect(),
            capacity_profiles: self.engine.capacity_profiles().cloned().collect(),
            operating_hours: self.engine.operating_hours().cloned().collect(),
            rulesets: self.engine.rulesets().cloned().collect(),
            session_templates: self.engine.session_templates().cloned().collect(),
            notification_templates: self.engine.notification_templates().cloned().collect(),
            set_up_changes: self.engine.set_up_changes(),
            segments: self.segments.values().filter(|one| one.ended_at.is_none()).cloned().collect(),
            paces: self.engine.paces().cloned().collect(),
            conversations: self.conversations.values().cloned().collect(),
            sessions: self.sessions.values().filter(|session| session.closed_at.is_none()).cloned().collect(),
            participants: self.participants.values().filter(|one| one.left_at.is_none()).cloned().collect(),
            journal_sequence: 0,
        };
        snapshot.conversations.retain(|conversation| conversation.status != ConversationStatus::Closed);
        change(&mut snapshot);
        self.engine = Engine::load(snapshot, self.now);
        self.collect();
    }

    fn collect(&mut self) -> usize {
        let mut count = 0;
        while let Some(output) = self.engine.poll_output() {
            count += 1;
            match output {
                Output::Row(Row::Conversation(row)) => drop(self.conversations.insert(row.id, row)),
                Output::Row(Row::Session(row)) => drop(self.sessions.insert(row.id, row)),
                Output::Row(Row::Participant(row)) => drop(self.participants.insert(row.id, row)),
                Output::Row(Row::QueueSegment(row)) => {
                    self.segments.insert((row.conversation_id, row.number), row);
                }
                Output::Row(Row::AgentStatus(row)) => drop(self.statuses.insert(row.agent_id, row)),
                Output::Row(Row::Message(row)) => self.messages.push(row),
                Output::Row(Row::RoutingDecision(row)) => self.decisions.push(*row),
                Output::Row(Row::QueuePace(_)) => {}
                Output::Row(row) => self.set_up.push(row),
                Output::Event { audience, event, .. } => self.events.push((audience, event)),
            }
        }
        assert_eq!(self.engine.audit(self.now), Vec::<String>::new());
        self.assert_rows_are_current();
        count
    }

    /// What would be stored is what the engine holds.
    fn assert_rows_are_current(&self) {
        for conversation in self.engine.conversations() {
            assert_eq!(self.conversations.get(&conversation.id), Some(conversation));
            if let Some(session) = self.engine.session(conversation.id) {
                assert_eq!(self.sessions.get(&session.id), Some(session));
            }
            if let Some(segment) = self.engine.segment(conversation.id) {
                assert_eq!(self.segments.get(&(segment.conversation_id, segment.number)), Some(segment));
            }
            for participant in self.engine.participants(conversation.id) {
                assert_eq!(self.participants.get(&participant.id), Some(participant));
            }
        }
        for agent in self.engine.agents() {
            assert_eq!(self.statuses.get(&agent.id), self.engine.agent_status(agent.id));
        }
    }

    pub fn next_id(&mut self) -> Uuid {
        counted(&mut self.last_id)
    }

    // --- what is to be seen ---

    /// Its last row, closed or not.
    pub fn conversation(&self, id: ConversationId) -> &Conversation {
        &self.conversations[&id]
    }

    pub fn state(&self, id: ConversationId) -> (ConversationStatus, StatusReason) {
        let conversation = self.conversation(id);
        (conversation.status, conversation.status_reason)
    }

    pub fn status(&self, id: ConversationId) -> ConversationStatus {
        self.conversation(id).status
    }

    pub fn agent_of(&self, id: ConversationId) -> Option<AgentId> {
        self.conversation(id).active_agent_id
    }

    pub fn presence_of(&self, id: AgentId) -> BasePresence {
        self.statuses[&id].base
    }

    pub fn free_units(&self, id: AgentId) -> i64 {
        self.statuses[&id].available_units
    }

    /// How each session of a conversation ended, in order; None = open.
    pub fn closures(&self, id: ConversationId) -> Vec<Option<ClosureReason>> {
        let mut sessions: Vec<&Session> = self.sessions.values().filter(|one| one.conversation_id == id).collect();
        sessions.sort_by_key(|session| session.id);
        sessions.iter().map(|session| session.closure_reason).collect()
    }

    /// What was decided about it, in order.
    pub fn steps(&self, id: ConversationId) -> Vec<RoutingStep> {
        let of_it = self.decisions.iter().filter(|decision| decision.conversation_id == id);
        of_it.map(|decision| decision.step.clone()).collect()
    }

    /// A queue of its own with one member who is not there.
    pub fn queue_named(&mut self, name: &str, change: impl FnOnce(&mut Queue)) -> QueueId {
        let id = QueueId(self.next_id());
        let member = self.colleague_with(|_| {});
        let mut queue = Queue { id, name: name.into(), members: vec![member], ..Queue::default() };
        change(&mut queue);
        self.configure(queue);
        id
    }

    pub fn change_queue(&mut self, id: QueueId, change: impl FnOnce(&mut Queue)) {
        let mut queue = self.engine.queue(id).unwrap().clone();
        change(&mut queue);
        self.configure(queue);
    }

    pub fn ruleset_named(&self, name: &str, position: u32, rules: Rules) -> Ruleset {
        // The same again for the same name.
        let number = name.bytes().fold(9, |number: u128, byte| number * 31 + u128::from(byte));
        let (id, workstream_id) = (RulesetId(Uuid::from_u128(number)), self.workstream.id);
        Ruleset { id, name: name.into(), workstream_id, position, rules, version: 1 }
    }

    pub fn put_rulesets(&mut self, rulesets: Vec<Ruleset>) {
        rulesets.into_iter().for_each(|ruleset| self.configure(ruleset));
    }

    /// Monday to Friday, nine to five, UTC.
    pub fn office_hours(&mut self) -> OperatingHoursId {
        let id = OperatingHoursId(self.next_id());
        let weekly = WeeklyOpening {
            days: Weekday::ALL[..5].to_vec(),
            from: "09:00".into(),
            to: "17:00".into(),
            every_weeks: 1,
            anchor_date: None,
            from_date: None,
            until_date: None,
        };
        let hours = Hours { time_zone: "UTC".into(), weekly: vec![weekly], ..Hours::default() };
        self.configure(OperatingHours { id, name: "Office".into(), hours, version: 1 });
        id
    }

    /// Its stays in queues, in order.
    pub fn stays(&self, id: ConversationId) -> Vec<&QueueSegment> {
        self.segments.values().filter(|segment| segment.conversation_id == id).collect()
    }

    /// How those who take part now do, and whether the customer hears them.
    pub fn present(&self, id: ConversationId) -> Vec<(AgentId, ParticipantMode, bool)> {
        let rows = self.engine.participants(id).iter();
        rows.map(|row| (row.agent_id, row.mode, row.public)).collect()
    }

    /// Why somebody left, if they have; the last time.
    pub fn left(&self, id: ConversationId, agent_id: AgentId) -> Option<ClosureReason> {
        let theirs = self.participants.values().filter(|row| row.conversation_id == id && row.agent_id == agent_id);
        theirs.max_by_key(|row| row.id).and_then(|row| row.left_reason)
    }

    pub fn system_messages(&self, id: ConversationId) -> Vec<SystemMessage> {
        let of_it = self.messages.iter().filter(|message| message.conversation_id == id);
        of_it
            .filter_map(|message| match message.sender {
                Sender::System { event } => Some(event),
                _ => None,
            })
            .collect()
    }

    pub fn alarm(&self) -> Option<(u64, AlarmReason)> {
        self.engine.poll_timeout().map(|alarm| (alarm.at.since(self.now), alarm.reason))
    }

    /// The last time it was assigned by routing: by what, and who came first, next, …
    pub fn assigned(&self, id: ConversationId) -> (AssignedBecause, Option<String>, Vec<AgentId>) {
        let steps = self.steps(id).into_iter().rev();
        let found = steps.into_iter().find_map(|step| match step {
            RoutingStep::Assigned { because, rule, considered, .. } => Some((because, rule, considered.eligible)),
            _ => None,
        });
        found.expect("it was assigned")
    }

    /// Why each member of the queue cannot take it now; none = they could.
    pub fn passed_over(&self, id: ConversationId) -> Vec<(AgentId, PassedOverReason)> {
        let step = self.engine.explain(id, self.now).expect("it waits").step;
        let RoutingStep::Waits { considered, .. } = step else { panic!("it waits") };
        assert_eq!(considered.eligible, []);
        let reasons = considered.passed_over.iter();
        reasons.flat_map(|over| over.agents.iter().map(|agent| (*agent, over.reason))).collect()
    }

    pub fn set_up_rows(&mut self) -> Vec<Row> {
        std::mem::take(&mut self.set_up)
    }

    pub fn forget_events(&mut self) {
        self.events.clear();
    }
}

/// A multiple of the scan, so that rounding up shows.
fn start() -> Timestamp {
    Timestamp(1_800_000_000_000)
}

pub fn presence(base: BasePresence) -> Presence {
    Presence {
        id: PresenceId(Uuid::from_u128(100 + base as u128)),
        name: format!("{base:?}"),
        base,
        settable: base != BasePresence::Inactive,
        is_default: true,
        version: 0,
    }
}

fn counted(last: &mut u128) -> Uuid {
    *last += 1;
    Uuid::from_u128(*last)
}
