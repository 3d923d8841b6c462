//! An engine with one habit changed: it lies in one small way, and is honest in all others. Knows how to lie; what must be
//! noticed is said by the tests.

mod mishear;
mod misreport;

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
    ForgetsNotices,
    WritesToNoCustomer,
    ForgetsNewcomers,
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
                    attachments: Vec::new(),
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

    fn is_nth(&mut self, number: u64) -> bool {
        self.seen += 1;
        self.seen == number
    }
}

/// Every other agent seems to have far more room than they have.
fn units_imagined(agent: AgentId) -> u32 {
    if agent.0.as_u128().is_multiple_of(2) { 0 } else { 10 }
}
