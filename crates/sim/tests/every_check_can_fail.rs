//! Each promise is broken on purpose, by an engine spoiled in one small way, and the check of that promise must see it.
//! Knows how to lie about the engine; a check that does not notice is the defect these tests look for.

use frontdesk_engine::{Alarm, Configure, Engine, Ids, Input, Output, Refusal, Reply};
use frontdesk_model::*;
use frontdesk_sim::{Promise, System, World, run_seed, run_seed_twice};
use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Spoiled {
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
}

/// The engine, with one habit changed.
struct Saboteur {
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
}

static BUILT: AtomicU64 = AtomicU64::new(0);

fn spoil(how: Spoiled, world: &World) -> Saboteur {
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
    }
}

/// Seeds until one breaks: it has to be this promise.
#[track_caller]
fn assert_notices(how: Spoiled, promise: Promise) {
    let failure = (1..=40).find_map(|seed| run_seed(seed, 2_000, false, |world| spoil(how, world)).failure);
    let noticed = failure.map(|failure| failure.broken);
    assert_eq!(noticed.as_ref().map(|broken| broken.promise), Some(promise), "{how:?}: {noticed:?}");
}

/// Where one lie leads to several broken promises, some seed has to meet this one first.
#[track_caller]
fn assert_some_seed_notices(how: Spoiled, promise: Promise) {
    let failures = (1..=40).filter_map(|seed| run_seed(seed, 500, false, |world| spoil(how, world)).failure);
    let noticed: Vec<Promise> = failures.map(|failure| failure.broken.promise).collect();
    assert!(noticed.contains(&promise), "{how:?}: {noticed:?}");
}

#[test]
fn a_skipped_message_number_is_noticed() {
    assert_notices(Spoiled::SkipsANumber, Promise::NumbersWithoutGaps);
}

#[test]
fn marks_that_move_back_are_noticed() {
    assert_notices(Spoiled::ForgetsMarks, Promise::MarksMoveForward);
}

#[test]
fn a_change_to_a_closed_conversation_is_noticed() {
    assert_notices(Spoiled::TouchesClosedOnes, Promise::ClosedIsFinal);
}

#[test]
fn a_move_that_the_table_does_not_have_is_noticed() {
    assert_notices(Spoiled::WaitsInLiveChat, Promise::LegalMoves);
}

#[test]
fn a_stamp_that_is_missing_is_noticed() {
    assert_notices(Spoiled::ForgetsWhenItClosed, Promise::StampsAgree);
}

#[test]
fn a_refusal_that_tells_somebody_is_noticed() {
    assert_notices(Spoiled::TalksAboutRefusals, Promise::RefusalsChangeNothing);
}

#[test]
fn an_answer_of_yes_to_what_was_not_allowed_is_noticed() {
    assert_notices(Spoiled::AllowsEverything, Promise::AnswersAreRight);
}

#[test]
fn a_row_that_was_not_written_is_noticed() {
    assert_notices(Spoiled::LosesRows, Promise::RowsAreTheTruth);
}

#[test]
fn an_event_that_was_not_journaled_is_noticed() {
    assert_notices(Spoiled::LosesEvents, Promise::EverythingIsTold);
}

#[test]
fn units_that_do_not_add_up_are_noticed() {
    assert_notices(Spoiled::MiscountsUnits, Promise::ExactCapacity);
}

#[test]
fn an_agent_who_is_given_too_much_is_noticed() {
    assert_notices(Spoiled::OverfillsAgents, Promise::NeverOverfilled);
}

#[test]
fn a_free_agent_beside_a_waiting_conversation_is_noticed() {
    assert_notices(Spoiled::OverlooksAgents, Promise::NobodyWaitsInVain);
}

#[test]
fn an_agent_who_is_no_member_of_the_queue_is_noticed() {
    assert_notices(Spoiled::IgnoresMembership, Promise::RightAgent);
}

#[test]
fn jumping_the_queue_is_noticed() {
    assert_notices(Spoiled::ServesTheLastFirst, Promise::InTurn);
}

#[test]
fn an_active_conversation_without_its_participant_is_noticed() {
    assert_notices(Spoiled::LosesParticipants, Promise::OneSession);
}

#[test]
fn an_offer_that_stays_on_the_screen_is_noticed() {
    assert_notices(Spoiled::NeverTakesOffersBack, Promise::OffersEnd);
}

#[test]
fn a_presence_that_does_not_follow_the_load_is_noticed() {
    assert_notices(Spoiled::AlwaysAvailable, Promise::PresenceFollowsLoad);
}

#[test]
fn a_time_limit_that_passes_unheeded_is_noticed() {
    assert_notices(Spoiled::SetsNoAlarm, Promise::InTime);
}

#[test]
fn an_alarm_that_is_due_still_after_it_rang_is_noticed() {
    assert_notices(Spoiled::IgnoresAlarms, Promise::AlarmsEnd);
}

#[test]
fn a_note_that_a_customer_hears_is_noticed() {
    assert_notices(Spoiled::ReadsNotesToCustomers, Promise::RightEars);
}

#[test]
fn a_reload_that_forgets_is_noticed() {
    assert_notices(Spoiled::ForgetsOnReload, Promise::SurvivesReload);
}

#[test]
fn a_second_run_that_differs_is_noticed() {
    let outcome = run_seed_twice(1, 500, |world| spoil(Spoiled::DreamsUpNames, world));
    assert_eq!(outcome.failure.map(|failure| failure.broken.promise), Some(Promise::SameSeedSameWorld));
}

#[test]
fn a_list_that_forgets_who_waits_is_noticed() {
    assert_notices(Spoiled::ForgetsWhoWaits, Promise::ListsAreRight);
}

#[test]
fn a_session_that_ended_for_another_reason_is_noticed() {
    assert_notices(Spoiled::BlamesTheClock, Promise::LegalMoves);
}

#[test]
fn a_wrap_up_that_gives_its_units_back_too_early_is_noticed() {
    assert_notices(Spoiled::ForgetsTheWrapUpBlock, Promise::ExactCapacity);
}

#[test]
fn a_session_that_was_not_written_as_it_is_is_noticed() {
    assert_notices(Spoiled::ForgetsDisplays, Promise::RowsAreTheTruth);
}

#[test]
fn a_presence_that_forgets_what_was_chosen_is_noticed() {
    assert_notices(Spoiled::IgnoresChoices, Promise::PresenceFollowsLoad);
}

#[test]
fn a_message_after_the_end_is_noticed() {
    assert_notices(Spoiled::ReopensAfterTheEnd, Promise::ClosedIsFinal);
}

#[test]
fn an_agent_with_less_room_than_another_is_noticed() {
    assert_some_seed_notices(Spoiled::PrefersSomeAgents, Promise::RightAgent);
}

#[test]
fn an_agent_who_does_not_hear_of_their_conversation_is_noticed() {
    assert_notices(Spoiled::WhispersPastAgents, Promise::RightEars);
}

#[test]
fn a_conversation_that_the_clock_closes_too_early_is_noticed() {
    assert_notices(Spoiled::HurriesToClose, Promise::LegalMoves);
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

    fn conversations(&self) -> Vec<Arc<Conversation>> {
        let twist = |conversation: Arc<Conversation>| self.twist_conversation(conversation);
        System::conversations(&self.engine).into_iter().map(twist).collect()
    }

    fn statuses(&self) -> Vec<AgentStatus> {
        System::statuses(&self.engine).into_iter().map(|status| self.twist_status(status)).collect()
    }

    fn sessions(&self) -> Vec<Session> {
        System::sessions(&self.engine).into_iter().map(|session| self.twist_session(session)).collect()
    }

    fn participants(&self) -> Vec<Participant> {
        match self.how {
            Spoiled::LosesParticipants => Vec::new(),
            _ => System::participants(&self.engine),
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
                for status in System::statuses(self) {
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
    fn mishear(&mut self, input: Input) -> Input {
        match (self.how, input) {
            (Spoiled::PrefersSomeAgents, Input::Configure(Configure::Agent(agent))) => {
                let capacity_units = agent.capacity_units + units_imagined(agent.id);
                Input::Configure(Configure::Agent(Agent { capacity_units, ..agent }))
            }
            (Spoiled::OverfillsAgents, Input::Configure(Configure::Agent(agent))) => {
                let capacity_units = agent.capacity_units + 5;
                Input::Configure(Configure::Agent(Agent { capacity_units, ..agent }))
            }
            (Spoiled::ForgetsTheWrapUpBlock, Input::Configure(Configure::Workstream(workstream))) => {
                self.blocks.insert(workstream.id, workstream.wrap_up_block);
                let wrap_up_block = WrapUpBlock::Never;
                Input::Configure(Configure::Workstream(Workstream { wrap_up_block, ..workstream }))
            }
            (Spoiled::OverlooksAgents, Input::Configure(Configure::Workstream(workstream))) => {
                self.presences.insert(workstream.id, workstream.allowed_presences);
                let allowed_presences = vec![BasePresence::Inactive];
                Input::Configure(Configure::Workstream(Workstream { allowed_presences, ..workstream }))
            }
            (Spoiled::IgnoresMembership, Input::Configure(Configure::Agent(agent))) => {
                self.everyone.push(agent.id);
                Input::Configure(Configure::Agent(agent))
            }
            (Spoiled::IgnoresMembership, Input::Configure(Configure::Queue(queue))) => {
                self.members.insert(queue.id, queue.members);
                Input::Configure(Configure::Queue(Queue { members: self.everyone.clone(), ..queue }))
            }
            (_, input) => input,
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
        match (self.how, row) {
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
