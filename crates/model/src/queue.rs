//! Queues: where conversations wait and which agents serve them. Knows nothing of who waits now.

use crate::{AgentId, QueueId};
use serde::{Deserialize, Serialize};

/// How an agent is chosen. One file for each in the engine's `routing/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AssignmentMethod {
    HighestCapacity,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Queue {
    pub id: QueueId,
    pub name: String,
    /// 1 is served first.
    pub priority: u32,
    pub method: AssignmentMethod,
    pub members: Vec<AgentId>,
}
