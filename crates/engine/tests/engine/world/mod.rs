//! A small organisation for tests: five lines set a scene. After each input the engine's promises are checked, and a
//! refusal must have changed nothing.

mod acts;
mod cast;
mod seen;
mod set_up;

use frontdesk_engine::{Engine, Input, Output, Refusal, Reply};
use frontdesk_model::*;
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
            quick_replies: self.engine.quick_replies().cloned().collect(),
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
                assert_eq!(self.segments.get(&(segment.conversation_id, segment.number)), Some(&segment));
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
