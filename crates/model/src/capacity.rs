//! Capacity profiles: how much of one kind of work an agent takes, beside or instead of units. Knows nothing of loads.

use crate::{CapacityProfileId, Timestamp};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CapacityProfile {
    pub id: CapacityProfileId,
    pub name: String,
    /// 0 to 100 for each agent who has it, unless theirs says otherwise.
    pub units_max: u32,
    /// Full: the agent is assigned nothing at all, of whatever profile.
    pub blocks_assignment: bool,
    /// Cannot change once the profile exists.
    pub reset: CapacityReset,
    #[serde(default)]
    pub version: u64,
}

/// When an item that has ended gives its unit back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CapacityReset {
    #[default]
    Immediate,
    /// At midnight in the organisation's time zone, however many were finished.
    EndOfDay,
}

/// A profile that an agent has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AgentCapacityProfile {
    pub profile_id: CapacityProfileId,
    /// Their own limit, 0 to 100; none = the profile's.
    pub units_max: Option<u32>,
}

/// What of an agent's profile is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ProfileLoad {
    pub profile_id: CapacityProfileId,
    /// By conversations that they hold now.
    pub held_units: u32,
    /// By what has ended today, where the profile is given back at the end of the day.
    pub spent_units: u32,
    /// When the spent ones are given back.
    pub spent_until: Option<Timestamp>,
}

impl ProfileLoad {
    pub fn taken(&self) -> u32 {
        self.held_units.saturating_add(self.spent_units)
    }
}
