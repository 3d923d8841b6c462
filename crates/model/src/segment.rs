//! Queue segments: each stay of a conversation in a queue, for reports. Knows nothing of averages.

use crate::{AgentId, ClosureReason, ConversationId, QueueId, Timestamp};
use serde::{Deserialize, Serialize};

/// From entering a queue to leaving it for another, or to the end. All times in milliseconds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct QueueSegment {
    pub conversation_id: ConversationId,
    /// 1, 2, 3, … within the conversation.
    pub number: u32,
    pub queue_id: QueueId,
    /// Where it came from and where it went.
    pub source_queue_id: Option<QueueId>,
    pub target_queue_id: Option<QueueId>,
    pub started_at: Timestamp,
    pub ended_at: Option<Timestamp>,
    /// First offered, first accepted.
    pub agent_assigned_at: Option<Timestamp>,
    pub agent_accepted_at: Option<Timestamp>,
    /// Who accepted last.
    pub agent_id: Option<AgentId>,
    pub closed_at: Option<Timestamp>,
    /// The customer left before anybody accepted.
    pub abandoned: bool,
    pub creation_reason: SegmentCreation,
    pub closure_reason: Option<SegmentClosure>,
    /// Why its last session ended, where the conversation did.
    pub session_closure: Option<ClosureReason>,
    /// Start to acceptance, or to the end without one.
    pub first_wait_ms: Option<u64>,
    /// Accepted to wrap-up, summed, and wrap-up itself.
    pub talk_ms: u64,
    pub wrap_up_ms: u64,
    /// How often an offer from this queue was declined or missed.
    pub declines: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SegmentCreation {
    DirectQueueEntry,
    TransferIn,
    Overflow,
    /// The customer wrote again to a conversation that had been waiting for them.
    CustomerReturned,
    /// An agent took it up again while it was waiting for the customer.
    Reopened,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SegmentClosure {
    EndConversation,
    TransferOut,
    OverflowQueueTransfer,
    OverflowEndConversation,
    /// Put aside until the customer writes.
    Waiting,
}
