//! The people who answer. Knows nothing of passwords or of how an agent is chosen.

use crate::{AgentId, BasePresence, PresenceId, PresenceSource, Timestamp};
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
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
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LostBrowser {
    pub at: Timestamp,
    pub presence_id: PresenceId,
    pub source: PresenceSource,
}
