//! One run: the engine under a set-up, met by a demand, in the rehearsal's own time. Knows nothing of where the demand
//! came from or of what is measured.
//!
//! Assumed: customers and agents write no messages here, so nothing is closed for silence while an agent is in it.

use crate::demand::{Demand, OfferOutcome, Then};
use crate::occupancy::Occupancy;
use crate::set_up::SetUp;
use frontdesk_engine::{Engine, Input, Output};
use frontdesk_model::{
    AgentId, Conversation, ConversationId, ConversationStatus, Event, QueueId, SessionId, StatusReason, Timestamp, Uuid,
};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

/// How a customer fared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Visit {
    pub arrived_at: Timestamp,
    /// Where they were first accepted, or last waited.
    pub queue_id: Option<QueueId>,
    /// Until they were answered, left, were sent away, or the run ended.
    pub wait_ms: u64,
    pub ending: Ending,
    pub transfers: u32,
    /// By whom they were first accepted.
    pub agent_id: Option<AgentId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    Answered,
    /// The customer gave up waiting.
    Left,
    /// The organisation closed it unanswered: overflow, or the clock.
    SentAway,
    /// Not yet answered when the run ended.
    StillWaiting,
    /// The set-up has no place for it: its workstream or queue is gone.
    Refused,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    pub from: Timestamp,
    pub until: Timestamp,
    /// As the demand's customers.
    pub visits: Vec<Visit>,
    pub occupancy: Occupancy,
    /// Offers that were made and not accepted.
    pub offers_declined: u64,
    /// What agents or customers would have done and the engine did not allow.
    pub refusals: u64,
}

/// How long after the last arrival a run goes on for those who still wait.
const AFTERMATH_MS: u64 = 4 * 3_600_000;

/// The same demand and set-up give the same outcome, always.
pub fn run(set_up: &SetUp, demand: &Demand) -> Outcome {
    // A talk without messages would look idle.
    let set_up = set_up.clone().with_settings(|settings| {
        settings.timers.live_chat_active_close_ms = None;
        settings.timers.asynchronous_active_close_ms = None;
    });
    let mut world = World::new(&set_up, demand);
    world.play();
    world.end()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Happening {
    Shift(u32),
    Arrives(u32),
    LosesPatience(u32),
    TakesOffer { customer: u32, session_id: SessionId, agent_id: AgentId, accepts: bool },
    EndsTalk { customer: u32, session_id: SessionId, agent_id: AgentId },
    EndsWrapUp { customer: u32, agent_id: AgentId },
}

/// What a customer has been through.
#[derive(Clone, Copy, Default)]
struct Progress {
    offers: u32,
    /// Talks begun.
    talks: u32,
    talking_in: Option<SessionId>,
    wrapping_up: bool,
}

struct World<'a> {
    demand: &'a Demand,
    engine: Engine,
    due: BinaryHeap<Reverse<(Timestamp, u64, Happening)>>,
    scheduled: u64,
    last_id: u128,
    numbers: BTreeMap<ConversationId, u32>,
    progress: Vec<Progress>,
    visits: Vec<Visit>,
    unanswered: usize,
    occupancy: Occupancy,
    offers_declined: u64,
    refusals: u64,
}

impl<'a> World<'a> {
    fn new(set_up: &SetUp, demand: &'a Demand) -> World<'a> {
        let agents = set_up.agents().iter().map(|agent| (agent.id, agent.capacity_units));
        let visit = |arrived_at| Visit {
            arrived_at,
            queue_id: None,
            wait_ms: 0,
            ending: Ending::StillWaiting,
            transfers: 0,
            agent_id: None,
        };
        let mut world = World {
            demand,
            engine: set_up.engine(demand.from),
            due: BinaryHeap::new(),
            scheduled: 0,
            last_id: 1 << 100,
            numbers: (0u32..).zip(demand.customers.iter()).map(|(number, one)| (one.asks.id, number)).collect(),
            progress: vec![Progress::default(); demand.customers.len()],
            visits: demand.customers.iter().map(|customer| visit(customer.arrives_at)).collect(),
            unanswered: 0,
            occupancy: Occupancy::new(demand.from, agents),
            offers_declined: 0,
            refusals: 0,
        };
        world.drain(demand.from);
        if let Some(first) = demand.shifts.first() {
            world.schedule(first.at, Happening::Shift(0));
        }
        if let Some(first) = demand.customers.first() {
            world.schedule(first.arrives_at, Happening::Arrives(0));
        }
        world
    }

    fn id(&self, customer: u32) -> ConversationId {
        self.demand.customers[customer as usize].asks.id
    }

    fn customer_of(&self, id: ConversationId) -> Option<u32> {
        self.numbers.get(&id).copied()
    }

    fn schedule(&mut self, at: Timestamp, what: Happening) {
        self.scheduled += 1;
        self.due.push(Reverse((at, self.scheduled, what)));
    }

    /// The engine's own alarms come first, as they do in the desk.
    fn play(&mut self) {
        let ends_at = self.demand.until + AFTERMATH_MS;
        while let Some(Reverse((at, _, _))) = self.due.peek() {
            let at = *at;
            match self.engine.poll_timeout() {
                Some(alarm) if alarm.at <= at && alarm.at <= ends_at => self.alarm(alarm.at),
                _ if at > ends_at || (at > self.demand.until && self.unanswered == 0) => return,
                _ => {
                    let Some(Reverse((at, _, what))) = self.due.pop() else { return };
                    self.happen(at, what);
                }
            }
        }
        while let Some(alarm) = self.engine.poll_timeout().filter(|alarm| alarm.at <= ends_at && self.unanswered > 0) {
            self.alarm(alarm.at);
        }
    }

    fn alarm(&mut self, at: Timestamp) {
        let last_id = &mut self.last_id;
        self.engine.handle_timeout(at, &mut || next_id(last_id));
        self.drain(at);
    }

    fn tell(&mut self, input: Input, at: Timestamp) -> bool {
        let last_id = &mut self.last_id;
        let done = self.engine.handle(input, at, &mut || next_id(last_id)).is_ok();
        self.drain(at);
        done
    }

    fn happen(&mut self, at: Timestamp, what: Happening) {
        match what {
            Happening::Shift(number) => self.shift(number, at),
            Happening::Arrives(customer) => self.arrive(customer, at),
            Happening::LosesPatience(customer) => {
                if self.visits[customer as usize].ending == Ending::StillWaiting {
                    self.tell(Input::CustomerEnd { conversation_id: self.id(customer) }, at);
                }
            }
            Happening::TakesOffer { customer, session_id, agent_id, accepts } => {
                let (conversation_id, session_id) = (self.id(customer), Some(session_id));
                // An offer that was withdrawn or has lapsed meanwhile is refused, as it would be at the desk.
                self.tell(
                    if accepts {
                        Input::AcceptOffer { conversation_id, session_id, agent_id }
                    } else {
                        Input::RejectOffer { conversation_id, session_id, agent_id }
                    },
                    at,
                );
            }
            Happening::EndsTalk { customer, session_id, agent_id } => self.end_talk(customer, session_id, agent_id, at),
            Happening::EndsWrapUp { customer, agent_id } => {
                self.tell(Input::CloseSession { conversation_id: self.id(customer), agent_id }, at);
            }
        }
    }

    fn shift(&mut self, number: u32, at: Timestamp) {
        let index = number as usize;
        if let Some(next) = self.demand.shifts.get(index + 1) {
            self.schedule(next.at, Happening::Shift(number + 1));
        }
        let done = self.tell(self.demand.shifts[index].input.clone(), at);
        self.refusals += u64::from(!done);
    }

    fn arrive(&mut self, customer: u32, at: Timestamp) {
        let demand = self.demand;
        let index = customer as usize;
        if let Some(next) = demand.customers.get(index + 1) {
            self.schedule(next.arrives_at, Happening::Arrives(customer + 1));
        }
        let arrived = &demand.customers[index];
        self.unanswered += 1;
        if let Some(patience_ms) = arrived.patience_ms {
            self.schedule(at + patience_ms, Happening::LosesPatience(customer));
        }
        if !self.tell(Input::StartConversation(Box::new(arrived.asks.clone())), at) {
            self.visits[index].ending = Ending::Refused;
            self.unanswered -= 1;
        }
    }

    fn end_talk(&mut self, customer: u32, session_id: SessionId, agent_id: AgentId, at: Timestamp) {
        let id = self.id(customer);
        if self.engine.session(id).is_none_or(|session| session.id != session_id) {
            return;
        }
        let talks = &self.demand.customers[customer as usize].talks;
        let told = self.progress[customer as usize].talks.saturating_sub(1) as usize;
        let then = talks.get(told).map_or(Then::Ends, |talk| talk.then);
        let transferred = match then {
            Then::Ends => false,
            Then::ToQueue(to_queue_id) => {
                self.tell(Input::TransferToQueue { conversation_id: id, agent_id, to_queue_id }, at)
            }
            Then::ToAgent(to_agent_id) => {
                self.tell(Input::TransferToAgent { conversation_id: id, agent_id, to_agent_id }, at)
            }
        };
        self.refusals += u64::from(!transferred && then != Then::Ends);
        if !transferred {
            self.tell(Input::EndConversation { conversation_id: id, agent_id }, at);
        }
    }

    /// What the engine says; only what moves the story on is looked at.
    fn drain(&mut self, at: Timestamp) {
        while let Some(output) = self.engine.poll_output() {
            let Output::Event { event, .. } = output else { continue };
            match event {
                Event::ConversationChanged { conversation } => self.follow(&conversation, at),
                Event::OfferMade { conversation_id, session_id, agent_id, .. } => {
                    if let Some(customer) = self.customer_of(conversation_id) {
                        self.offered(customer, session_id, agent_id, at);
                    }
                }
                Event::AgentStatusChanged { status } => self.occupancy.note(&status, at),
                _ => {}
            }
        }
    }

    fn offered(&mut self, customer: u32, session_id: SessionId, agent_id: AgentId, at: Timestamp) {
        let index = customer as usize;
        let offers = &self.demand.customers[index].offers;
        let taken = offers.get(self.progress[index].offers as usize).or(offers.last());
        self.progress[index].offers += 1;
        let (accepts, delay_ms) = match taken {
            None => (true, 0),
            Some(OfferOutcome::AcceptedAfter { delay_ms }) => (true, *delay_ms),
            Some(OfferOutcome::RejectedAfter { delay_ms }) => (false, *delay_ms),
            Some(OfferOutcome::Missed) => {
                self.offers_declined += 1;
                return;
            }
        };
        self.offers_declined += u64::from(!accepts);
        self.schedule(at + delay_ms, Happening::TakesOffer { customer, session_id, agent_id, accepts });
    }

    fn follow(&mut self, conversation: &Conversation, at: Timestamp) {
        let Some(customer) = self.customer_of(conversation.id) else { return };
        let index = customer as usize;
        let visit = &mut self.visits[index];
        visit.transfers = conversation.transfer_count;
        if visit.ending == Ending::StillWaiting {
            visit.queue_id = conversation.queue_id;
            visit.wait_ms = at.since(visit.arrived_at);
            if conversation.accepted {
                visit.ending = Ending::Answered;
                visit.agent_id = conversation.last_agent_id;
            } else if conversation.status == ConversationStatus::Closed {
                visit.ending = match conversation.status_reason {
                    StatusReason::CustomerDisconnectedOrLeftOpen | StatusReason::CustomerDisconnectedOrLeftActive => {
                        Ending::Left
                    }
                    _ => Ending::SentAway,
                };
            }
            self.unanswered -= usize::from(visit.ending != Ending::StillWaiting);
        }
        match (conversation.status, conversation.active_agent_id) {
            (ConversationStatus::Active, Some(agent_id))
                if conversation.status_reason == StatusReason::InConversation =>
            {
                self.in_talk(customer, conversation, agent_id, at);
            }
            (ConversationStatus::WrapUp, Some(agent_id)) if !self.progress[index].wrapping_up => {
                self.progress[index].wrapping_up = true;
                let wrap_up_ms = self.demand.customers[index].wrap_up_ms;
                self.schedule(at + wrap_up_ms, Happening::EndsWrapUp { customer, agent_id });
            }
            _ => {}
        }
    }

    fn in_talk(&mut self, customer: u32, conversation: &Conversation, agent_id: AgentId, at: Timestamp) {
        let progress = &mut self.progress[customer as usize];
        let Some(session_id) = conversation.last_session_id else { return };
        if progress.talking_in == Some(session_id) {
            return;
        }
        progress.talking_in = Some(session_id);
        // A talk that was lost with its agent is had again.
        progress.talks = conversation.transfer_count + 1;
        let talks = &self.demand.customers[customer as usize].talks;
        let talk_ms = talks.get(progress.talks as usize - 1).or(talks.last()).map_or(0, |talk| talk.talk_ms);
        self.schedule(at + talk_ms, Happening::EndsTalk { customer, session_id, agent_id });
    }

    fn end(mut self) -> Outcome {
        self.occupancy.end(self.demand.until);
        let ends_at = self.demand.until + AFTERMATH_MS;
        for visit in self.visits.iter_mut().filter(|visit| visit.ending == Ending::StillWaiting) {
            visit.wait_ms = ends_at.since(visit.arrived_at);
        }
        Outcome {
            from: self.demand.from,
            until: self.demand.until,
            visits: self.visits,
            occupancy: self.occupancy,
            offers_declined: self.offers_declined,
            refusals: self.refusals,
        }
    }
}

fn next_id(last: &mut u128) -> Uuid {
    *last += 1;
    Uuid::from_u128(*last)
}
