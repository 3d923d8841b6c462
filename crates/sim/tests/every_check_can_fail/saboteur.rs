//! An engine with one habit changed: it lies in one small way, and is honest in all others. Knows how to lie; what must be
//! noticed is said by the tests.

use frontdesk_engine::{Alarm, Engine, Ids, Input, Output, Refusal, Reply, WaitingPlace};
use frontdesk_model::*;
use frontdesk_sim::{System, World};
use std::borrow::Cow;
use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spoiled {
    SkipsANumber,
    ForgetsMarks,
    TouchesClosedOnes,
    WaitsInLiveChat,
    ForgetsWhenItClosed,
    TalksAboutRefusals,
    AllowsEverything,
    LosesRows,
    LosesEvents,
    MiscountsUnits,
    OverfillsAgents,
    OverlooksAgents,
    IgnoresMembership,
    ServesTheLastFirst,
    LosesParticipants,
    NeverTakesOffersBack,
    AlwaysAvailable,
    SetsNoAlarm,
    IgnoresAlarms,
    ReadsNotesToCustomers,
    ForgetsOnReload,
    DreamsUpNames,
    ForgetsWhoWaits,
    BlamesTheClock,
    ForgetsTheWrapUpBlock,
    ForgetsDisplays,
    IgnoresChoices,
    ReopensAfterTheEnd,
    PrefersSomeAgents,
    WhispersPastAgents,
    HurriesToClose,
    ListsTheLastFirst,
    ComplainsOfItself,
    // --- that work by another set-up than the one that is written ---
    OverfillsProfiles,
    IgnoresSkills,
    ForgetsSkills,
    IgnoresQueuePriority,
    IgnoresPrioritization,
    RunsRulesBackwards,
    IgnoresHours,
    RelaxesAtOnce,
    KnowsOneMethod,
    // --- that tell something else than they did ---
    FavoursSome,
    LosesOffers,
    GivesOtherReasons,
    ForgetsWhoCouldNot,
    ForgetsDecisions,
    KeepsStaysOpen,
    LosesStays,
    MiscountsPlaces,
}

/// The engine, with one habit changed.
pub struct Saboteur {
    engine: Engine,
    how: Spoiled,
    /// Which of its kind: two are never quite the same.
    number: u64,
    pending: VecDeque<Output>,
    seen: u64,
    members: BTreeMap<QueueId, Vec<AgentId>>,
    presences: BTreeMap<WorkstreamId, Vec<BasePresence>>,
    blocks: BTreeMap<WorkstreamId, WrapUpBlock>,
    everyone: Vec<AgentId>,
    closed: Option<Arc<Conversation>>,
    /// What the engine was told of otherwise, as it is.
    truth: BTreeMap<Uuid, SetUpPiece>,
    /// How urgent conversations are, whatever the engine believes.
    priorities: BTreeMap<ConversationId, Priority>,
}

static BUILT: AtomicU64 = AtomicU64::new(0);

pub fn spoil(how: Spoiled, world: &World) -> Saboteur {
    let mut organization = world.organization.clone();
    if how == Spoiled::HurriesToClose {
        organization.settings.timers.live_chat_open_close_ms = Some(1);
    }
    wrap(how, BUILT.fetch_add(1, Ordering::Relaxed), Engine::new(organization))
}

fn wrap(how: Spoiled, number: u64, engine: Engine) -> Saboteur {
    Saboteur {
        engine,
        how,
        number,
        pending: VecDeque::new(),
        seen: 0,
        members: BTreeMap::new(),
        presences: BTreeMap::new(),
        blocks: BTreeMap::new(),
        everyone: Vec::new(),
        closed: None,
        truth: BTreeMap::new(),
        priorities: BTreeMap::new(),
    }
}

impl System for Saboteur {
    fn handle(&mut self, input: Input, now: Timestamp, ids: &mut dyn Ids) -> Result<Reply, Refusal> {
        let writes = matches!(input, Input::CustomerMessage { .. });
        let input = self.mishear(input);
        let answer = self.engine.handle(input, now, ids);
        if answer.is_ok() {
            self.act_unasked(writes);
        }
        match (self.how, &answer) {
            (Spoiled::AllowsEverything, Err(_)) => return Ok(Reply::Done),
            (Spoiled::MiscountsPlaces, Ok(Reply::Line { places })) => {
                let places = places.iter().map(|place| WaitingPlace { position: place.position + 1, ..*place });
                return Ok(Reply::Line { places: places.collect() });
            }
            (Spoiled::TalksAboutRefusals, Err(refusal)) => self.pending.push_back(Output::Event {
                conversation_id: None,
                audience: Audience { everyone: true, ..Audience::default() },
                event: Event::ConfigurationChanged { noun: "refusal".into(), id: refusal.code.into() },
            }),
            _ => {}
        }
        answer
    }

    fn handle_timeout(&mut self, now: Timestamp, ids: &mut dyn Ids) {
        if self.how != Spoiled::IgnoresAlarms {
            self.engine.handle_timeout(now, ids);
        }
    }

    fn poll_output(&mut self) -> Option<Output> {
        if let Some(output) = self.pending.pop_front() {
            return Some(output);
        }
        loop {
            let output = self.engine.poll_output()?;
            if let Some(output) = self.misreport(output) {
                return Some(output);
            }
        }
    }

    fn poll_timeout(&self) -> Option<Alarm> {
        self.engine.poll_timeout().filter(|_| self.how != Spoiled::SetsNoAlarm)
    }

    fn conversations(&self) -> impl Iterator<Item = Arc<Conversation>> {
        System::conversations(&self.engine).map(|conversation| self.twist_conversation(conversation))
    }

    fn statuses(&self) -> impl Iterator<Item = Cow<'_, AgentStatus>> {
        System::statuses(&self.engine).map(|status| Cow::Owned(self.twist_status(status.into_owned())))
    }

    fn sessions(&self) -> impl Iterator<Item = Cow<'_, Session>> {
        System::sessions(&self.engine).map(|session| Cow::Owned(self.twist_session(session.into_owned())))
    }

    fn participants(&self) -> impl Iterator<Item = Cow<'_, Participant>> {
        System::participants(&self.engine).filter(|_| self.how != Spoiled::LosesParticipants)
    }

    fn waiting(&self, queue: QueueId) -> Vec<ConversationId> {
        let mut waiting = System::waiting(&self.engine, queue);
        if self.how == Spoiled::FavoursSome {
            let all: Vec<_> = System::conversations(self).collect();
            let at = |id: &ConversationId| all.iter().find(|one| one.id == *id);
            waiting.sort_by_key(|id| at(id).map(|one| (std::cmp::Reverse(one.priority), one.queued_at, one.id)));
        }
        if self.how == Spoiled::ListsTheLastFirst {
            waiting.reverse();
        }
        waiting
    }

    fn audit(&self, now: Timestamp) -> Vec<String> {
        match self.how {
            Spoiled::ComplainsOfItself => vec!["something is wrong".into()],
            _ => System::audit(&self.engine, now),
        }
    }

    fn load(&self, mut snapshot: Snapshot, now: Timestamp) -> Self {
        if self.how == Spoiled::ForgetsOnReload {
            snapshot.conversations.truncate(1);
        }
        if self.how == Spoiled::ServesTheLastFirst {
            // Twice told backwards is the truth again.
            let all = std::mem::take(&mut snapshot.conversations);
            snapshot.conversations = all.into_iter().map(|one| self.twist_conversation(one)).collect();
        }
        wrap(self.how, self.number, System::load(&self.engine, snapshot, now))
    }
}

impl Saboteur {
    /// What nobody asked for.
    fn act_unasked(&mut self, customer_wrote: bool) {
        match self.how {
            Spoiled::ReopensAfterTheEnd => {
                let Some(closed) = self.closed.take() else { return };
                self.pending.push_back(Output::Row(Row::Message(Arc::new(Message {
                    conversation_id: closed.id,
                    number: closed.last_message_number + 1,
                    public_number: None,
                    sent_at: closed.modified_at,
                    sender: Sender::System { event: SystemMessage::ConversationClosed },
                    visibility: Visibility::Internal,
                    text: String::new(),
                    client_message_id: None,
                }))));
            }
            Spoiled::IgnoresChoices if customer_wrote => {
                self.seen = 1;
                let statuses: Vec<AgentStatus> = System::statuses(self).map(Cow::into_owned).collect();
                for status in statuses {
                    self.pending.push_back(Output::Row(Row::AgentStatus(status.clone())));
                    self.pending.push_back(Output::Event {
                        conversation_id: None,
                        audience: Audience { everyone: true, ..Audience::default() },
                        event: Event::AgentStatusChanged { status },
                    });
                }
            }
            _ => {}
        }
    }

    /// What the engine is told instead.
    fn mishear(&mut self, mut input: Input) -> Input {
        if let (Spoiled::FavoursSome, Input::StartConversation(new)) = (self.how, &mut input) {
            self.priorities.insert(new.id, new.priority);
            if new.id.0.as_u128().is_multiple_of(2) {
                new.priority = Priority::High;
            }
        }
        if let Input::Configure(edits) = &mut input {
            for edit in &mut edits.edits {
                if let SetUpEdit::Put { piece, .. } = edit {
                    self.mishear_routing(piece);
                    self.mishear_piece(piece);
                }
            }
        }
        input
    }

    /// Routing by a set-up of its own; what is written stays true.
    fn mishear_routing(&mut self, piece: &mut SetUpPiece) {
        let truth = piece.clone();
        match (self.how, &mut *piece) {
            (Spoiled::OverfillsProfiles, SetUpPiece::CapacityProfile(profile)) => profile.units_max += 3,
            (Spoiled::OverfillsProfiles, SetUpPiece::Agent(agent)) => {
                agent.capacity_profiles.iter_mut().for_each(|own| own.units_max = None);
            }
            (Spoiled::IgnoresSkills, SetUpPiece::Workstream(workstream)) => {
                workstream.skill_matching = SkillMatching::Ignored;
            }
            (Spoiled::ForgetsSkills, SetUpPiece::Agent(agent)) => agent.skills.clear(),
            (Spoiled::IgnoresQueuePriority, SetUpPiece::Queue(queue)) => queue.priority = 1,
            (Spoiled::IgnoresPrioritization, SetUpPiece::Queue(queue)) => queue.prioritization_rules.clear(),
            (Spoiled::RunsRulesBackwards, SetUpPiece::Ruleset(ruleset)) => match &mut ruleset.rules {
                Rules::Classification(rules) => rules.reverse(),
                Rules::RouteToQueue(rules) => rules.reverse(),
            },
            (Spoiled::IgnoresHours, SetUpPiece::Queue(queue)) => queue.operating_hours_id = None,
            (Spoiled::RelaxesAtOnce, SetUpPiece::Queue(queue)) => {
                queue.assignment_rules.iter_mut().for_each(|rule| rule.after_wait_ms = 0);
            }
            (Spoiled::KnowsOneMethod, SetUpPiece::Queue(queue)) => queue.method = AssignmentMethod::HighestCapacity,
            _ => return,
        }
        self.truth.insert(truth.id(), truth);
    }

    /// The piece as it is, in the version that the engine gave it.
    fn true_row(&self, row: Row) -> Row {
        let truth = |id: Uuid| self.truth.get(&id).cloned();
        match row {
            Row::Agent(agent) => match truth(agent.id.0) {
                Some(SetUpPiece::Agent(real)) => Row::Agent(Agent { version: agent.version, ..real }),
                _ => Row::Agent(agent),
            },
            Row::Queue(queue) => match truth(queue.id.0) {
                Some(SetUpPiece::Queue(real)) => Row::Queue(Queue { version: queue.version, ..real }),
                _ => Row::Queue(queue),
            },
            Row::Workstream(workstream) => match truth(workstream.id.0) {
                Some(SetUpPiece::Workstream(real)) => {
                    Row::Workstream(Workstream { version: workstream.version, ..real })
                }
                _ => Row::Workstream(workstream),
            },
            Row::CapacityProfile(profile) => match truth(profile.id.0) {
                Some(SetUpPiece::CapacityProfile(real)) => {
                    Row::CapacityProfile(CapacityProfile { version: profile.version, ..real })
                }
                _ => Row::CapacityProfile(profile),
            },
            Row::Ruleset(ruleset) => match truth(ruleset.id.0) {
                Some(SetUpPiece::Ruleset(real)) => Row::Ruleset(Ruleset { version: ruleset.version, ..real }),
                _ => Row::Ruleset(ruleset),
            },
            row => row,
        }
    }

    fn mishear_piece(&mut self, piece: &mut SetUpPiece) {
        match (self.how, piece) {
            (Spoiled::PrefersSomeAgents, SetUpPiece::Agent(agent)) => {
                agent.capacity_units += units_imagined(agent.id);
            }
            (Spoiled::OverfillsAgents, SetUpPiece::Agent(agent)) => agent.capacity_units += 5,
            (Spoiled::ForgetsTheWrapUpBlock, SetUpPiece::Workstream(workstream)) => {
                self.blocks.insert(workstream.id, workstream.wrap_up_block);
                workstream.wrap_up_block = WrapUpBlock::Never;
            }
            (Spoiled::OverlooksAgents, SetUpPiece::Workstream(workstream)) => {
                let imagined = vec![BasePresence::Inactive];
                let real = std::mem::replace(&mut workstream.allowed_presences, imagined);
                self.presences.insert(workstream.id, real);
            }
            (Spoiled::IgnoresMembership, SetUpPiece::Agent(agent)) => self.everyone.push(agent.id),
            (Spoiled::IgnoresMembership, SetUpPiece::Queue(queue)) => {
                let real = std::mem::replace(&mut queue.members, self.everyone.clone());
                self.members.insert(queue.id, real);
            }
            _ => {}
        }
    }

    /// What is written and told instead; None: nothing.
    fn misreport(&mut self, output: Output) -> Option<Output> {
        match output {
            Output::Row(row) => self.misreport_row(row).map(Output::Row),
            Output::Event { conversation_id, audience, event } => {
                let (audience, event) = self.misreport_event(conversation_id, audience, event)?;
                Some(Output::Event { conversation_id, audience, event })
            }
        }
    }

    fn misreport_row(&mut self, row: Row) -> Option<Row> {
        match (self.how, self.true_row(row)) {
            (Spoiled::GivesOtherReasons | Spoiled::ForgetsWhoCouldNot, Row::RoutingDecision(decision)) => {
                Some(Row::RoutingDecision(Box::new(self.misexplain(*decision))))
            }
            (Spoiled::FavoursSome, Row::RoutingDecision(mut decision)) => {
                let priority = self.priorities.get(&decision.conversation_id).copied().unwrap_or_default();
                if let RoutingStep::Assigned { demand, .. } | RoutingStep::Waits { demand, .. } = &mut decision.step {
                    demand.priority = priority;
                }
                Some(Row::RoutingDecision(decision))
            }
            (Spoiled::ForgetsDecisions, Row::RoutingDecision(decision))
                if matches!(decision.step, RoutingStep::Waits { .. }) =>
            {
                None
            }
            (Spoiled::KeepsStaysOpen, Row::QueueSegment(segment)) => {
                Some(Row::QueueSegment(QueueSegment { ended_at: None, closure_reason: None, ..segment }))
            }
            (Spoiled::LosesStays, Row::QueueSegment(_)) if self.is_nth(10) => None,
            (Spoiled::LosesRows, Row::Conversation(_)) if self.is_nth(20) => None,
            (Spoiled::LosesParticipants, Row::Participant(_)) => None,
            (Spoiled::SkipsANumber, Row::Message(message)) if self.is_nth(5) => {
                Some(Row::Message(Arc::new(Message { number: message.number + 1, ..(*message).clone() })))
            }
            (Spoiled::ForgetsTheWrapUpBlock, Row::Workstream(workstream)) => {
                let wrap_up_block = self.blocks.get(&workstream.id).copied().unwrap_or(WrapUpBlock::Always);
                Some(Row::Workstream(Workstream { wrap_up_block, ..workstream }))
            }
            (Spoiled::OverlooksAgents, Row::Workstream(workstream)) => {
                let allowed_presences = self.presences.get(&workstream.id).cloned().unwrap_or_default();
                Some(Row::Workstream(Workstream { allowed_presences, ..workstream }))
            }
            (Spoiled::PrefersSomeAgents, Row::Agent(agent)) => {
                let capacity_units = agent.capacity_units - units_imagined(agent.id);
                Some(Row::Agent(Agent { capacity_units, ..agent }))
            }
            (Spoiled::OverfillsAgents, Row::Agent(agent)) => {
                Some(Row::Agent(Agent { capacity_units: agent.capacity_units - 5, ..agent }))
            }
            (Spoiled::IgnoresMembership, Row::Queue(queue)) => {
                let members = self.members.get(&queue.id).cloned().unwrap_or_default();
                Some(Row::Queue(Queue { members, ..queue }))
            }
            (Spoiled::ReopensAfterTheEnd, Row::Conversation(conversation)) => {
                if conversation.status == ConversationStatus::Closed {
                    self.closed = Some(conversation.clone());
                }
                Some(Row::Conversation(conversation))
            }
            (Spoiled::TouchesClosedOnes, Row::Conversation(conversation)) => {
                if let Some(closed) = self.closed.take() {
                    self.pending.push_back(Output::Row(Row::Conversation(closed)));
                }
                if conversation.status == ConversationStatus::Closed {
                    self.closed = Some(conversation.clone());
                }
                Some(Row::Conversation(conversation))
            }
            (Spoiled::ForgetsMarks, Row::Conversation(conversation)) if conversation.marks.agent_read > 0 => {
                self.seen += 1;
                let marks = if self.seen > 1 { ReadMarks::default() } else { conversation.marks };
                Some(Row::Conversation(Arc::new(Conversation { marks, ..(*conversation).clone() })))
            }
            (_, Row::Conversation(conversation)) => Some(Row::Conversation(self.twist_conversation(conversation))),
            (Spoiled::ForgetsDisplays, Row::Session(session)) => {
                Some(Row::Session(Session { offer_displayed_at: None, ..session }))
            }
            (_, Row::Session(session)) => Some(Row::Session(self.twist_session(session))),
            (_, Row::AgentStatus(status)) => Some(Row::AgentStatus(self.twist_status(status))),
            (_, row) => Some(row),
        }
    }

    fn misreport_event(
        &mut self,
        conversation_id: Option<ConversationId>,
        mut audience: Audience,
        event: Event,
    ) -> Option<(Audience, Event)> {
        let event = match event {
            Event::ConversationChanged { .. } if self.how == Spoiled::LosesEvents && self.is_nth(20) => return None,
            Event::OfferEnded { .. } if self.how == Spoiled::NeverTakesOffersBack => return None,
            Event::OfferMade { .. } if self.how == Spoiled::LosesOffers => return None,
            Event::ConversationChanged { conversation } => {
                if self.how == Spoiled::WhispersPastAgents {
                    audience.agents.clear();
                }
                Event::ConversationChanged { conversation: self.twist_conversation(conversation) }
            }
            Event::AgentStatusChanged { status } => Event::AgentStatusChanged { status: self.twist_status(status) },
            Event::MessageAdded { message } => {
                if self.how == Spoiled::ReadsNotesToCustomers {
                    audience.customer_of = conversation_id;
                }
                Event::MessageAdded { message }
            }
            event => event,
        };
        Some((audience, event))
    }

    /// Says that it was the presence, whatever it was; or leaves out who could not take it.
    fn misexplain(&self, mut decision: RoutingDecision) -> RoutingDecision {
        if let RoutingStep::Assigned { considered, .. } | RoutingStep::Waits { considered, .. } = &mut decision.step {
            if self.how == Spoiled::ForgetsWhoCouldNot {
                considered.passed_over.clear();
            }
            for passed_over in &mut considered.passed_over {
                passed_over.reason = PassedOverReason::Presence;
            }
        }
        decision
    }

    fn is_nth(&mut self, number: u64) -> bool {
        self.seen += 1;
        self.seen == number
    }

    /// The same lie wherever the conversation shows.
    fn twist_conversation(&self, conversation: Arc<Conversation>) -> Arc<Conversation> {
        let mut twisted = (*conversation).clone();
        match self.how {
            Spoiled::WaitsInLiveChat if twisted.status == ConversationStatus::WrapUp => {
                twisted.status = ConversationStatus::Waiting;
            }
            Spoiled::ForgetsWhenItClosed => twisted.closed_at = None,
            Spoiled::FavoursSome => {
                twisted.priority = self.priorities.get(&twisted.id).copied().unwrap_or(twisted.priority);
            }
            Spoiled::ServesTheLastFirst => {
                twisted.queued_at = twisted.queued_at.map(|at| Timestamp(Timestamp::MAX.0 - at.0));
            }
            Spoiled::ForgetsWhoWaits => twisted.customer_waiting_since = None,
            Spoiled::DreamsUpNames => twisted.customer_name = format!("Customer of engine {}", self.number),
            _ => return conversation,
        }
        Arc::new(twisted)
    }

    fn twist_session(&self, mut session: Session) -> Session {
        if self.how == Spoiled::BlamesTheClock && session.closure_reason.is_some() {
            session.closure_reason = Some(ClosureReason::ConversationTimeout);
        }
        session
    }

    fn twist_status(&self, mut status: AgentStatus) -> AgentStatus {
        match self.how {
            Spoiled::MiscountsUnits => status.available_units += 1,
            Spoiled::PrefersSomeAgents => {
                status.available_units -= i64::from(units_imagined(status.agent_id));
                status.source = PresenceSource::System;
            }
            Spoiled::OverfillsAgents => {
                status.available_units -= 5;
                // Nor does their presence give it away.
                status.source = PresenceSource::System;
            }
            Spoiled::IgnoresChoices if self.seen == 1 && status.source == PresenceSource::Agent => {
                status.source = PresenceSource::System;
            }
            Spoiled::AlwaysAvailable if status.base == BasePresence::DoNotDisturb => {
                status.base = BasePresence::Available;
            }
            _ => {}
        }
        status
    }
}

/// Every other agent seems to have far more room than they have.
fn units_imagined(agent: AgentId) -> u32 {
    if agent.0.as_u128().is_multiple_of(2) { 0 } else { 10 }
}
