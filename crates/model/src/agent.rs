//! The people who answer. Knows nothing of passwords or of how an agent is chosen.

use crate::{
    AgentCapacityProfile, AgentId, BasePresence, ContextVariable, OperatingHoursId, PresenceId, PresenceSource,
    ProfileLoad, QueueId, SkillRating, Timestamp,
};
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    #[default]
    Agent,
    Supervisor,
    Administrator,
}

impl Role {
    /// Supervisors and administrators see everyone's conversations.
    pub fn oversees(self) -> bool {
        self >= Role::Supervisor
    }
}

/// A user of the organisation.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Agent {
    pub id: AgentId,
    pub name: String,
    /// Sign-in name: unique on a server, compared without case.
    pub email: String,
    pub role: Role,
    /// False: may no longer sign in or be assigned work.
    pub active: bool,
    /// Units of work this agent can hold at once.
    pub capacity_units: u32,
    /// Taken on sign-in; none = Available.
    pub default_presence_id: Option<PresenceId>,
    /// argon2id in PHC form; none until a password is set. Never leaves the server.
    pub password_hash: Option<String>,
    pub created_at: Timestamp,
    pub skills: Vec<SkillRating>,
    /// Work that takes a profile goes only to agents who have it.
    pub capacity_profiles: Vec<AgentCapacityProfile>,
    /// What assignment rules may ask for by name: `agent.city`.
    pub attributes: Vec<ContextVariable>,
    /// When they work, for assignment rules that ask; none = always.
    pub operating_hours_id: Option<OperatingHoursId>,
    pub version: u64,
}

/// What an agent is doing now; one row for each agent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AgentStatus {
    pub agent_id: AgentId,
    pub presence_id: PresenceId,
    pub base: BasePresence,
    pub source: PresenceSource,
    pub presence_modified_at: Timestamp,
    /// Capacity minus what assigned and wrapping-up conversations take; below zero after picks and forced assignments.
    pub available_units: i64,
    /// Sessions open in the workspace.
    pub open_sessions: u32,
    pub last_assigned_at: Option<Timestamp>,
    /// When the browser was lost, what to go back to if it returns in time.
    pub lost: Option<LostBrowser>,
    pub load: AgentLoad,
}

/// What routing remembers of an agent beside units.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct AgentLoad {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub profiles: Vec<ProfileLoad>,
    /// A full blocking profile stops all automatic assignment.
    pub blocked: bool,
    /// When capacity was last given back; for the least active.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub freed_at: Option<Timestamp>,
    /// For round robin.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub turns: Vec<QueueTurn>,
}

/// An agent's turn in one of their queues.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct QueueTurn {
    pub queue_id: QueueId,
    pub joined_at: Timestamp,
    pub last_assigned_at: Option<Timestamp>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LostBrowser {
    pub at: Timestamp,
    pub presence_id: PresenceId,
    pub source: PresenceSource,
}
