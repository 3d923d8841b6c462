//! Capacity profiles on the native wire.

use super::CapacityReset;
use frontdesk_model as model;
use frontdesk_model::{CapacityProfileId, Uuid};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CapacityProfile {
    pub id: Uuid,
    pub name: String,
    /// 0 to 100 for each agent who has it, unless theirs says otherwise.
    pub units_max: u32,
    /// Full: the agent is assigned nothing at all, of whatever profile.
    pub blocks_assignment: bool,
    pub reset: CapacityReset,
    /// Raised with each change; the `ETag` too.
    pub version: u64,
}

impl From<&model::CapacityProfile> for CapacityProfile {
    fn from(profile: &model::CapacityProfile) -> Self {
        CapacityProfile {
            id: profile.id.0,
            name: profile.name.clone(),
            units_max: profile.units_max,
            blocks_assignment: profile.blocks_assignment,
            reset: profile.reset.into(),
            version: profile.version,
        }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewCapacityProfile {
    pub name: String,
    /// 0 to 100.
    pub units_max: u32,
    #[serde(default)]
    pub blocks_assignment: bool,
    /// Cannot change once the profile exists. Immediate unless said otherwise.
    #[serde(default)]
    pub reset: Option<CapacityReset>,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CapacityProfileChange {
    pub name: Option<String>,
    pub units_max: Option<u32>,
    pub blocks_assignment: Option<bool>,
    /// Refused unless it is what it was.
    pub reset: Option<CapacityReset>,
}

/// A profile that an agent has.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AgentCapacityProfile {
    pub profile_id: Uuid,
    /// Their own limit, 0 to 100; none = the profile's.
    #[serde(default)]
    pub units_max: Option<u32>,
}

impl From<model::AgentCapacityProfile> for AgentCapacityProfile {
    fn from(profile: model::AgentCapacityProfile) -> Self {
        AgentCapacityProfile { profile_id: profile.profile_id.0, units_max: profile.units_max }
    }
}

impl From<AgentCapacityProfile> for model::AgentCapacityProfile {
    fn from(profile: AgentCapacityProfile) -> Self {
        let profile_id = CapacityProfileId(profile.profile_id);
        model::AgentCapacityProfile { profile_id, units_max: profile.units_max }
    }
}
