//! A conversation as it is stored and listed. Knows nothing of how it moves: that is the engine's.

use crate::{
    AccountId, AgentId, CaseId, Channel, ContactId, ConversationId, ConversationMode, Demand, DistributionMode,
    ParticipantId, QueueId, SessionId, Timestamp, VisitorId, WidgetId, WorkstreamId,
};
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConversationStatus {
    Open = 1,
    Active = 2,
    Waiting = 3,
    Closed = 4,
    WrapUp = 5,
}

impl ConversationStatus {
    pub const ALL: [ConversationStatus; 5] = [
        ConversationStatus::Open,
        ConversationStatus::Active,
        ConversationStatus::Waiting,
        ConversationStatus::Closed,
        ConversationStatus::WrapUp,
    ];

    /// The number of the contract (`statuscode`).
    pub fn code(self) -> i64 {
        self as i64
    }

    pub fn from_code(code: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }
}

/// Why the status is what it is. The words of the contract (`msdyn_statuschangereason`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StatusReason {
    AwaitingAgentAssignment,
    AwaitingAgentAcceptance,
    InConversation,
    AwaitingCustomerResponse,
    AgentMovedToWrapUp,
    CustomerDisconnectedOrLeftActive,
    CustomerMovedToWrapUp,
    EndedByAgent,
    AutoClosedFromWaiting,
    AutoClosedBySystem,
    CustomerDisconnectedOrLeftOpen,
    ClosedDueToFailure,
    ForceClosedBySupervisor,
    AssignedBySupervisor,
    ClosedDueToOverflow,
}

impl StatusReason {
    /// Of an Active conversation: assigned, by routing or by a supervisor, and not accepted yet.
    pub fn awaits_acceptance(self) -> bool {
        matches!(self, StatusReason::AwaitingAgentAcceptance | StatusReason::AssignedBySupervisor)
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Priority {
    Low,
    #[default]
    Normal,
    High,
}

/// The customer a conversation is linked to: one person or one company, never both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum CustomerRef {
    Contact(ContactId),
    Account(AccountId),
}

/// Whether the customer's browser is there. Live chat alone acts on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum CustomerPresence {
    /// No live connection was ever made: nothing can be concluded from its absence.
    #[default]
    Unknown,
    Connected,
    Disconnected {
        since: Timestamp,
    },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ContextVariable {
    pub name: String,
    pub value: String,
}

/// How often an agent declined or missed this conversation, and when last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AgentDeclines {
    pub agent_id: AgentId,
    pub count: u32,
    pub last_at: Timestamp,
}

/// The last public message, for lists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MessagePreview {
    pub from_customer: bool,
    pub sender_name: String,
    /// At most 120 characters.
    pub text: String,
    /// How many files came with it.
    #[serde(default)]
    pub attachments: u32,
    pub sent_at: Timestamp,
}

/// How far each side has got, as message numbers (0 = nothing). They only move forward.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReadMarks {
    pub customer_delivered: u64,
    pub customer_read: u64,
    pub agent_delivered: u64,
    pub agent_read: u64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Conversation {
    pub id: ConversationId,
    pub status: ConversationStatus,
    pub status_reason: StatusReason,
    pub channel: Channel,
    pub mode: ConversationMode,
    pub distribution: DistributionMode,
    pub workstream_id: WorkstreamId,
    pub queue_id: Option<QueueId>,
    pub widget_id: Option<WidgetId>,
    pub visitor_id: Option<VisitorId>,
    pub title: String,
    pub priority: Priority,
    pub locale: Option<String>,
    /// What the customer called themselves, or the linked customer's name.
    pub customer_name: String,
    pub customer: Option<CustomerRef>,
    pub case_id: Option<CaseId>,
    pub context: Vec<ContextVariable>,

    /// The agent handling it now (assigned counts, accepted or not).
    pub active_agent_id: Option<AgentId>,
    /// The agent whose it is in lists: the active one, or the last one if Waiting, Wrap-up or Closed. None while Open.
    pub list_agent_id: Option<AgentId>,
    /// The last agent who accepted it.
    pub last_agent_id: Option<AgentId>,
    pub active_agent_assigned_at: Option<Timestamp>,
    pub active_participant_id: Option<ParticipantId>,
    pub last_session_id: Option<SessionId>,

    pub created_at: Timestamp,
    pub modified_at: Timestamp,
    pub status_changed_at: Timestamp,
    /// First accepted.
    pub started_at: Option<Timestamp>,
    /// When it entered the queue it is in.
    pub queued_at: Option<Timestamp>,
    pub wrap_up_started_at: Option<Timestamp>,
    pub closed_at: Option<Timestamp>,

    /// Creation to first acceptance, or to the end if never accepted.
    pub first_wait_ms: Option<u64>,
    /// Accepted to wrap-up, summed over agents, and wrap-up itself.
    pub talk_ms: u64,
    pub wrap_up_ms: u64,
    pub transfer_count: u32,
    pub escalation_count: u32,
    pub accepted: bool,
    pub abandoned: bool,

    /// Units this conversation takes from its agent now; 0 when it takes none.
    pub held_units: u32,
    /// In wrap-up: when the units are given back; none = with the close.
    pub held_until: Option<Timestamp>,
    pub declines: Vec<AgentDeclines>,

    pub last_message_number: u64,
    pub last_public_number: u64,
    /// Customer's messages that no agent has read; kept, never counted.
    pub unread: u32,
    pub last_message: Option<MessagePreview>,
    /// Since when the customer waits for an answer.
    pub customer_waiting_since: Option<Timestamp>,
    pub marks: ReadMarks,
    pub customer_presence: CustomerPresence,
    pub demand: Demand,
}
