//! What comes to an organisation and who is there to meet it: customers with all that they will do, drawn before the
//! run, and the shifts of agents. The same demand meets every set-up, so that nothing but the set-up differs. Knows
//! nothing of routing.

use crate::hours::{HOUR_MS, HOURS_OF_WEEK, WeekHours};
use crate::random::Random;
use crate::set_up::SetUp;
use frontdesk_engine::{Input, NewConversation};
use frontdesk_model::{AgentId, BasePresence, ConversationId, QueueId, Timestamp, Uuid, WorkstreamId};
use std::sync::Arc;

/// All of it, for a stretch of time.
#[derive(Clone, Debug, Default)]
pub struct Demand {
    pub from: Timestamp,
    pub until: Timestamp,
    /// In the order of their arrival.
    pub customers: Arc<[Customer]>,
    /// What agents do with their presence, in order.
    pub shifts: Vec<Shift>,
}

/// One customer and what they will do, whatever the set-up.
#[derive(Clone, Debug)]
pub struct Customer {
    pub arrives_at: Timestamp,
    pub asks: NewConversation,
    /// Leaves when nobody has accepted by then; none = waits for ever.
    pub patience_ms: Option<u64>,
    /// One after another, each ended by a transfer but the last.
    pub talks: Vec<Talk>,
    pub wrap_up_ms: u64,
    /// What becomes of the first offer, the second, …; the last one stands for all that follow.
    pub offers: Vec<OfferOutcome>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Talk {
    pub talk_ms: u64,
    pub then: Then,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    Ends,
    ToQueue(QueueId),
    ToAgent(AgentId),
}

/// How an agent takes an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferOutcome {
    AcceptedAfter { delay_ms: u64 },
    RejectedAfter { delay_ms: u64 },
    Missed,
}

/// Something an agent does with their presence, as the engine is told it.
#[derive(Clone, Debug)]
pub struct Shift {
    pub at: Timestamp,
    pub input: Input,
}

/// How a length of time varies.
#[derive(Clone, Debug, PartialEq)]
pub enum Spread {
    Exponential {
        mean_ms: f64,
    },
    /// `variation`: standard deviation over mean.
    Lognormal {
        mean_ms: f64,
        variation: f64,
    },
    Constant {
        ms: u64,
    },
    /// One of these, each as likely.
    Recorded(Vec<u64>),
}

impl Spread {
    pub fn draw(&self, random: &mut Random) -> u64 {
        let ms = match self {
            Spread::Exponential { mean_ms } => random.exponential(*mean_ms),
            Spread::Lognormal { mean_ms, variation } => random.lognormal(*mean_ms, *variation),
            Spread::Constant { ms } => return *ms,
            Spread::Recorded(all) => return all.get(random.index(all.len())).copied().unwrap_or(0),
        };
        ms.round().max(1.0) as u64
    }

    pub fn mean_ms(&self) -> f64 {
        match self {
            Spread::Exponential { mean_ms } | Spread::Lognormal { mean_ms, .. } => *mean_ms,
            Spread::Constant { ms } => *ms as f64,
            Spread::Recorded(all) => all.iter().map(|ms| *ms as f64).sum::<f64>() / all.len().max(1) as f64,
        }
    }
}

/// A kind of customer, drawn with its weight.
#[derive(Clone, Debug)]
pub struct Kind {
    pub weight: f64,
    /// What is asked; each customer's has an id of its own.
    pub asks: NewConversation,
    pub talk: Spread,
}

/// Arrivals by the hour of the week, and how people behave.
#[derive(Clone, Debug)]
pub struct Forecast {
    /// Expected arrivals in each hour of the week, Monday from midnight; 168.
    pub arrivals_per_hour: Vec<f64>,
    pub kinds: Vec<Kind>,
    pub patience: Option<Spread>,
    pub wrap_up: Spread,
    pub accept: Spread,
}

impl Forecast {
    pub fn rate(&self, hour_of_week: usize) -> f64 {
        self.arrivals_per_hour.get(hour_of_week % HOURS_OF_WEEK).copied().unwrap_or(0.0)
    }

    pub fn mean_talk_ms(&self) -> f64 {
        let weights: f64 = self.kinds.iter().map(|kind| kind.weight).sum();
        self.kinds.iter().map(|kind| kind.weight * kind.talk.mean_ms()).sum::<f64>() / weights.max(f64::MIN_POSITIVE)
    }

    /// Customers from `from` to `until`, by a Poisson process whose rate is the hour's.
    pub fn draw(&self, from: Timestamp, until: Timestamp, hours: &WeekHours, seed: u64) -> Arc<[Customer]> {
        let seed = Random::new(seed);
        let (mut arrivals, mut people) = (seed.branch("arrivals"), seed.branch("people"));
        let mut customers = Vec::new();
        let mut hour_begins = from;
        while hour_begins < until {
            let hour_ends = (hour_begins + HOUR_MS).min(until);
            let rate = self.rate(hours.hour_of_week(hour_begins));
            let mut at = hour_begins.0 as f64;
            loop {
                // With nobody to be expected the next one never comes.
                at += arrivals.exponential(HOUR_MS as f64 / rate);
                if rate <= 0.0 || at >= hour_ends.0 as f64 {
                    break;
                }
                let mut customer = self.customer(Timestamp(at as i64), &mut people);
                // The same in every run: lots that are drawn by the id fall alike.
                customer.asks.id = ConversationId(Uuid::from_u128(customers.len() as u128 + 1));
                customers.push(customer);
            }
            hour_begins = hour_ends;
        }
        customers.into()
    }

    fn customer(&self, arrives_at: Timestamp, random: &mut Random) -> Customer {
        let kind = self.kind(random);
        let talk = Talk { talk_ms: kind.talk.draw(random), then: Then::Ends };
        Customer {
            arrives_at,
            asks: kind.asks.clone(),
            patience_ms: self.patience.as_ref().map(|patience| patience.draw(random)),
            talks: vec![talk],
            wrap_up_ms: self.wrap_up.draw(random),
            offers: vec![OfferOutcome::AcceptedAfter { delay_ms: self.accept.draw(random) }],
        }
    }

    fn kind(&self, random: &mut Random) -> &Kind {
        let mut left = random.unit() * self.kinds.iter().map(|kind| kind.weight).sum::<f64>();
        let found = self.kinds.iter().find(|kind| {
            left -= kind.weight;
            left <= 0.0
        });
        found.unwrap_or(&self.kinds[self.kinds.len() - 1])
    }
}

/// What somebody asks who says nothing of themselves.
pub fn asks(workstream_id: WorkstreamId) -> NewConversation {
    NewConversation { workstream_id, customer_name: "Customer".to_owned(), ..NewConversation::default() }
}

/// Everyone of the set-up's staff on line all the time.
pub fn always_there(set_up: &SetUp, from: Timestamp) -> Vec<Shift> {
    set_up.staff().into_iter().map(|agent_id| Shift { at: from, input: Input::AgentConnected { agent_id } }).collect()
}

/// So many of the set-up's staff in each hour of the week, the first ones first. Whose shift ends finishes what they
/// have.
pub fn by_the_hour(set_up: &SetUp, agents: &[u32], from: Timestamp, until: Timestamp, hours: &WeekHours) -> Vec<Shift> {
    let staff = set_up.staff();
    let (Some(on), Some(off)) = (set_up.presence(BasePresence::Available), set_up.presence(BasePresence::Offline))
    else {
        return Vec::new();
    };
    let mut shifts = Vec::new();
    let mut connected = 0;
    let mut there = 0;
    let mut at = from;
    while at < until {
        let wanted = agents.get(hours.hour_of_week(at)).map_or(0, |agents| *agents as usize).min(staff.len());
        for agent_id in staff.iter().take(wanted).skip(connected) {
            shifts.push(Shift { at, input: Input::AgentConnected { agent_id: *agent_id } });
        }
        for agent_id in staff.iter().take(wanted.min(connected)).skip(there) {
            shifts.push(Shift { at, input: Input::SetPresence { agent_id: *agent_id, presence_id: on } });
        }
        for agent_id in staff.iter().take(there).skip(wanted) {
            shifts.push(Shift { at, input: Input::SetPresence { agent_id: *agent_id, presence_id: off } });
        }
        connected = connected.max(wanted);
        there = wanted;
        at = at + HOUR_MS;
    }
    shifts
}
