//! Sessions and participants: each search for an agent, and who took part. Knows nothing of when one ends: the engine does.

use crate::{AgentId, Channel, ConversationId, ParticipantId, QueueId, SessionId, Timestamp};
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SessionStatus {
    Open,
    Completed,
    Cancelled,
}

/// Why a session ended. The words of the contract (`msdyn_closurereason`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClosureReason {
    AgentReject,
    AgentTimeout,
    ConversationTimeout,
    /// The agent pressed X on the session tab.
    AgentClosed,
    ConversationClosed,
    AgentTransferred,
    AgentDisconnected,
    AgentReRouted,
    AgentTransferToQueue,
    SupervisorAssignToQueue,
    SupervisorTransferToAgent,
    ForceClose,
    AutoClose,
    CustomerDisconnect,
    AgentEndConversation,
    CustomerEndConversation,
    AgentMovedConversationToWaiting,
    /// Before it waited in the queue: the queue was closed or its line too long.
    OverflowQueueTransfer,
    OverflowEndConversation,
    /// It had waited too long in the queue.
    InqueueOverflowQueueTransfer,
    InqueueOverflowEndConversation,
}

/// One search for an agent and what came of it. A reject, a time-out or a transfer closes it and opens a new one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Session {
    pub id: SessionId,
    pub conversation_id: ConversationId,
    pub queue_id: Option<QueueId>,
    pub channel: Channel,
    pub status: SessionStatus,
    pub created_at: Timestamp,
    pub queue_assigned_at: Option<Timestamp>,
    pub agent_id: Option<AgentId>,
    pub agent_assigned_at: Option<Timestamp>,
    /// The offer was seen in a browser.
    pub offer_displayed_at: Option<Timestamp>,
    /// When the offer lapses; none when nothing is on offer.
    pub offer_expires_at: Option<Timestamp>,
    pub agent_accepted_at: Option<Timestamp>,
    pub closed_at: Option<Timestamp>,
    pub closure_reason: Option<ClosureReason>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ParticipantMode {
    Primary,
    Consult,
    Monitor,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Participant {
    pub id: ParticipantId,
    pub session_id: SessionId,
    pub conversation_id: ConversationId,
    pub agent_id: AgentId,
    pub mode: ParticipantMode,
    /// The customer hears them: the agent whose it is, and whoever was let in to it.
    #[serde(default)]
    pub public: bool,
    /// Assigned or invited.
    pub added_at: Timestamp,
    /// Accepted.
    pub joined_at: Option<Timestamp>,
    pub left_at: Option<Timestamp>,
    pub left_reason: Option<ClosureReason>,
    /// Why this agent: `AgentPick`, `AgentTransfer`, …; none when routing chose.
    pub assign_reason: Option<String>,
}
