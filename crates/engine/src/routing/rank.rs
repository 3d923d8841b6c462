//! In which order agents come: within a queue by its method, for one conversation with what that adds. Knows nothing of
//! who may take it.

use super::{QueueState, advanced_round_robin, highest_capacity, least_active};
use crate::agents::AgentState;
use frontdesk_model::{AgentId, AssignmentMethod, Timestamp};
use std::cmp::Reverse;

/// An agent's place by the method alone; the smallest comes first, and no two agents have the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Rank {
    pub first: i64,
    pub second: i64,
    pub third: u32,
    pub agent_id: AgentId,
}

/// An agent's place for one conversation; the smallest is chosen.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Preference {
    /// How often they declined it: all who did not come first.
    pub declined: u32,
    /// Their place among the preferred agents; the others share the last.
    pub preferred: u32,
    /// The assignment rule that lets them have it.
    pub rule: u32,
    /// Shortfall in required skills, where the closest is wanted.
    pub shortfall: u64,
    pub keys: Vec<Key>,
    pub rank: Rank,
}

/// One key of an order: numbers before texts, and what is missing last.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    Number(i64),
    Text(String),
    TextDescending(Reverse<String>),
    Missing,
}

impl Preference {
    /// Nobody can come before whoever this is, but by their rank.
    pub fn is_plain(&self) -> bool {
        self.declined == 0 && self.shortfall == 0 && self.rule == 0 && self.keys.is_empty()
    }
}

pub(crate) fn rank(queue: &QueueState, state: &AgentState) -> Rank {
    match queue.queue.method {
        AssignmentMethod::HighestCapacity => highest_capacity::rank(state),
        AssignmentMethod::AdvancedRoundRobin => advanced_round_robin::rank(queue, state),
        AssignmentMethod::LeastActive => least_active::rank(state),
        AssignmentMethod::Custom => round(state),
    }
}

/// Whoever was assigned something longest ago, never before ever: how ties go round.
pub(super) fn round(state: &AgentState) -> Rank {
    Rank { first: ago(state.status.last_assigned_at), second: 0, third: 0, agent_id: state.agent.id }
}

/// Never comes before any time.
pub(super) fn ago(at: Option<Timestamp>) -> i64 {
    at.map_or(i64::MIN, Timestamp::as_millis)
}

/// Finite numbers as whole ones in the same order.
pub(super) fn in_order(number: f64) -> i64 {
    let bits = (number + 0.0).to_bits().cast_signed();
    bits ^ ((bits >> 63).cast_unsigned() >> 1).cast_signed()
}
