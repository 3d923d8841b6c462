//! The demand of a time that has passed, for another set-up: who came and asked what, how long each talk and wrap-up
//! took, how offers were taken, who left, and what agents did with their presence. Knows nothing of set-ups.
//!
//! Whoever was answered might have waited longer: how much longer is drawn from the rate at which the others left, as if
//! nobody's patience changed with waiting. What was not finished is drawn from what was.

use super::{Recording, What};
use crate::demand::{Customer, Demand, OfferOutcome, Shift, Spread, Talk, Then};
use crate::random::Random;
use frontdesk_engine::{Input, NewConversation};
use frontdesk_model::{
    AgentId, Conversation, ConversationId, ConversationStatus, Event, JournalEntry, OfferEnd, SessionId, StatusReason,
    Timestamp,
};
use std::collections::BTreeMap;

#[derive(Clone, Debug, Default)]
pub struct Behaviour {
    pub demand: Demand,
    /// Conversations that began before the recording: left out.
    pub older: usize,
    /// The mean patience that the recorded departures speak of; none = nobody left.
    pub mean_patience_ms: Option<f64>,
}

pub fn behaviour(recording: &Recording, seed: u64) -> Behaviour {
    let mut observed = Observed::default();
    for entry in &recording.entries {
        observed.look_at(entry);
    }
    let mut told = Told::default();
    for step in &recording.steps {
        told.look_at(step.at, &step.what);
    }
    let mean_patience_ms = observed.mean_patience_ms();
    let pool = observed.pool();
    let older = observed.courses.keys().filter(|id| !told.asked.contains_key(id)).count();
    let mut random = Random::new(seed).branch("recorded");
    let mut customers: Vec<Customer> = told
        .asked
        .into_iter()
        .map(|(id, (arrives_at, asks))| {
            let course = observed.courses.remove(&id).unwrap_or_default();
            let then = told.transfers.remove(&id).unwrap_or_default();
            course.customer(arrives_at, asks, &then, &pool, mean_patience_ms, &mut random)
        })
        .collect();
    customers.sort_by_key(|customer| (customer.arrives_at, customer.asks.id));
    let demand =
        Demand { from: recording.from(), until: recording.until(), customers: customers.into(), shifts: told.shifts };
    Behaviour { demand, older, mean_patience_ms }
}

/// What the engine was told.
#[derive(Default)]
struct Told {
    asked: BTreeMap<ConversationId, (Timestamp, NewConversation)>,
    transfers: BTreeMap<ConversationId, Vec<(Timestamp, Then)>>,
    shifts: Vec<Shift>,
    connected: BTreeMap<AgentId, u32>,
}

impl Told {
    fn look_at(&mut self, at: Timestamp, what: &What) {
        let input = match what {
            What::Told(input) => input,
            What::Loaded => return self.nobody_is_connected(at),
            What::Clock => return,
        };
        match input {
            Input::StartConversation(asks) => drop(self.asked.insert(asks.id, (at, (**asks).clone()))),
            Input::TransferToQueue { conversation_id, to_queue_id, .. } => {
                self.transfers.entry(*conversation_id).or_default().push((at, Then::ToQueue(*to_queue_id)));
            }
            Input::TransferToAgent { conversation_id, to_agent_id, .. } => {
                self.transfers.entry(*conversation_id).or_default().push((at, Then::ToAgent(*to_agent_id)));
            }
            Input::AgentConnected { agent_id } => {
                *self.connected.entry(*agent_id).or_default() += 1;
                self.shifts.push(Shift { at, input: input.clone() });
            }
            Input::AgentDisconnected { agent_id } => {
                let count = self.connected.entry(*agent_id).or_default();
                *count = count.saturating_sub(1);
                self.shifts.push(Shift { at, input: input.clone() });
            }
            Input::SetPresence { .. } | Input::AgentSignedOut { .. } => {
                self.shifts.push(Shift { at, input: input.clone() });
            }
            _ => {}
        }
    }

    fn nobody_is_connected(&mut self, at: Timestamp) {
        for (agent_id, count) in std::mem::take(&mut self.connected) {
            let gone = Shift { at, input: Input::AgentDisconnected { agent_id } };
            self.shifts.extend(std::iter::repeat_n(gone, count as usize));
        }
    }
}

/// What came of it.
#[derive(Default)]
struct Observed {
    courses: BTreeMap<ConversationId, Course>,
}

/// One conversation's course.
#[derive(Default)]
struct Course {
    created_at: Timestamp,
    offered_at: Option<Timestamp>,
    offers: Vec<OfferOutcome>,
    talking: Option<(SessionId, Timestamp)>,
    /// Begun and ended.
    talks: Vec<(u64, Timestamp)>,
    wrapping_up_since: Option<Timestamp>,
    wrap_up_ms: Option<u64>,
    answered: bool,
    left: bool,
    wait_ms: u64,
}

/// Of those that were finished.
struct Pool {
    talks: Spread,
    wrap_ups: Spread,
    offers: Vec<OfferOutcome>,
}

impl Observed {
    fn look_at(&mut self, entry: &JournalEntry) {
        let at = entry.at;
        match &entry.event {
            Event::ConversationChanged { conversation } => self.course(conversation.id).look_at(conversation, at),
            Event::OfferMade { conversation_id, .. } => self.course(*conversation_id).offered_at = Some(at),
            Event::OfferEnded { conversation_id, end, .. } => self.course(*conversation_id).offer_ended(*end, at),
            _ => {}
        }
    }

    fn course(&mut self, id: ConversationId) -> &mut Course {
        self.courses.entry(id).or_default()
    }

    /// Time waited over departures: what fits best if people leave at one rate.
    fn mean_patience_ms(&self) -> Option<f64> {
        let left = self.courses.values().filter(|course| course.left).count();
        let waited: f64 = self.courses.values().map(|course| course.wait_ms as f64).sum();
        (left > 0).then(|| (waited / left as f64).max(1.0))
    }

    fn pool(&self) -> Pool {
        let courses = || self.courses.values();
        Pool {
            talks: Spread::Recorded(courses().flat_map(|course| course.talks.iter().map(|(ms, _)| *ms)).collect()),
            wrap_ups: Spread::Recorded(courses().filter_map(|course| course.wrap_up_ms).collect()),
            offers: courses().flat_map(|course| course.offers.iter().copied()).collect(),
        }
    }
}

impl Course {
    fn look_at(&mut self, conversation: &Conversation, at: Timestamp) {
        self.created_at = conversation.created_at;
        if !self.answered {
            self.wait_ms = at.since(conversation.created_at);
            self.answered = conversation.accepted;
            self.left = conversation.status == ConversationStatus::Closed
                && !conversation.accepted
                && matches!(
                    conversation.status_reason,
                    StatusReason::CustomerDisconnectedOrLeftOpen | StatusReason::CustomerDisconnectedOrLeftActive
                );
        }
        let in_talk = conversation.status == ConversationStatus::Active
            && conversation.status_reason == StatusReason::InConversation;
        let session = conversation.last_session_id.filter(|_| in_talk);
        if let Some((talked_in, since)) = self.talking
            && session != Some(talked_in)
        {
            self.talks.push((at.since(since), at));
            self.talking = None;
        }
        if let Some(session) = session
            && self.talking.is_none()
        {
            self.talking = Some((session, at));
        }
        match conversation.status {
            ConversationStatus::WrapUp => drop(self.wrapping_up_since.get_or_insert(at)),
            ConversationStatus::Closed => {
                self.wrap_up_ms = self.wrapping_up_since.map(|since| at.since(since));
            }
            _ => {}
        }
    }

    fn offer_ended(&mut self, end: OfferEnd, at: Timestamp) {
        let Some(offered_at) = self.offered_at.take() else { return };
        let delay_ms = at.since(offered_at);
        match end {
            OfferEnd::Accepted => self.offers.push(OfferOutcome::AcceptedAfter { delay_ms }),
            OfferEnd::Rejected => self.offers.push(OfferOutcome::RejectedAfter { delay_ms }),
            OfferEnd::TimedOut => self.offers.push(OfferOutcome::Missed),
            OfferEnd::Withdrawn => {}
        }
    }

    fn customer(
        self,
        arrives_at: Timestamp,
        asks: NewConversation,
        transfers: &[(Timestamp, Then)],
        pool: &Pool,
        mean_patience_ms: Option<f64>,
        random: &mut Random,
    ) -> Customer {
        let more = mean_patience_ms.map(|mean| random.exponential(mean) as u64);
        let patience_ms = if self.left { Some(self.wait_ms) } else { more.map(|more| self.wait_ms + more) };
        let drawn = (pool.talks.draw(random), pool.wrap_ups.draw(random), random.index(pool.offers.len()));
        let then = |ended_at: Timestamp| {
            transfers.iter().find(|(at, _)| *at == ended_at).map_or(Then::Ends, |(_, then)| *then)
        };
        let mut talks: Vec<Talk> =
            self.talks.iter().map(|(talk_ms, ended_at)| Talk { talk_ms: *talk_ms, then: then(*ended_at) }).collect();
        // Put back without a transfer, the talk went on with somebody else.
        if let Some(last) = talks.iter().rposition(|talk| talk.then != Then::Ends) {
            let rest: u64 = talks[last + 1..].iter().map(|talk| talk.talk_ms).sum();
            talks.truncate(last + 1);
            talks.push(Talk { talk_ms: if rest > 0 { rest } else { drawn.0 }, then: Then::Ends });
        } else {
            let whole: u64 = talks.iter().map(|talk| talk.talk_ms).sum();
            talks = vec![Talk { talk_ms: if whole > 0 { whole } else { drawn.0 }, then: Then::Ends }];
        }
        let mut offers = self.offers;
        if !offers.iter().any(|offer| matches!(offer, OfferOutcome::AcceptedAfter { .. })) {
            offers.extend(pool.offers.get(drawn.2));
        }
        Customer { arrives_at, asks, patience_ms, talks, wrap_up_ms: self.wrap_up_ms.unwrap_or(drawn.1), offers }
    }
}
