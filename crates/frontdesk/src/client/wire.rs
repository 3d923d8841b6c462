//! The shapes of the public API that our clients read; fields they do not use are left out. Knows no behaviour.

use frontdesk_model::{
    AgentId, BasePresence, ConversationId, ConversationMode, ConversationStatus, PresenceId, QueueId, Role, Sender,
    SessionId, StatusReason, WidgetId, WorkstreamId,
};
use serde::Deserialize;

#[derive(Clone, Debug, Deserialize)]
pub struct Items<T> {
    pub items: Vec<T>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Me {
    pub id: AgentId,
    pub name: String,
    pub role: Role,
}

#[derive(Clone, Debug, Deserialize)]
pub struct CreatedToken {
    pub token: String,
}

#[derive(Clone, Debug, Deserialize)]
pub struct AgentListed {
    pub agent: AgentNamed,
}

#[derive(Clone, Debug, Deserialize)]
pub struct AgentNamed {
    pub id: AgentId,
    pub email: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct QueueNamed {
    pub id: QueueId,
    pub name: String,
}

#[derive(Clone, Debug, Deserialize)]
pub struct WorkstreamNamed {
    pub id: WorkstreamId,
    pub name: String,
}

#[derive(Clone, Debug, Deserialize)]
pub struct WidgetNamed {
    pub id: WidgetId,
    pub name: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PresenceNamed {
    pub id: PresenceId,
    pub base: BasePresence,
    pub is_default: bool,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AgentStatusSeen {
    pub agent_id: AgentId,
    pub base: BasePresence,
}

/// A conversation in lists, events and by itself.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ConversationSeen {
    pub id: ConversationId,
    pub status: ConversationStatus,
    pub status_reason: StatusReason,
    pub title: String,
    pub customer_name: String,
    pub mode: ConversationMode,
    pub active_agent_id: Option<AgentId>,
    pub list_agent_id: Option<AgentId>,
    pub accepted: bool,
}

#[derive(Clone, Debug, Deserialize)]
pub struct ConversationOpened {
    pub conversation: ConversationSeen,
}

#[derive(Clone, Debug, Deserialize)]
pub struct ConversationsListed {
    pub items: Vec<ConversationSeen>,
}

/// A message as agents see it.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MessageSeen {
    pub conversation_id: ConversationId,
    pub number: u64,
    pub public_number: Option<u64>,
    pub sender: Sender,
    pub text: String,
    pub client_message_id: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct MessagesListed<T> {
    pub items: Vec<T>,
    pub more: bool,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MessageAccepted {
    pub number: u64,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ConversationStarted {
    pub conversation_id: ConversationId,
    /// Absent when an existing visitor goes on.
    pub token: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    Customer,
    Agent,
    System,
}

/// A message as its customer sees it.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct VisitorMessage {
    pub number: u64,
    pub from: Side,
    #[serde(default)]
    pub text: String,
}

/// getConversations over HTTP.
#[derive(Clone, Debug, Deserialize)]
pub struct GotConversations {
    pub result: ConversationRecords,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ConversationRecords {
    pub values: Vec<ConversationRecord>,
    pub next_token: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct ConversationRecord {
    #[serde(rename = "msdyn_ocliveworkitemid")]
    pub id: ConversationId,
    pub statuscode: i64,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum AgentFrame {
    Hello {
        sequence: u64,
        resumed: bool,
    },
    Event {
        sequence: u64,
        event: AgentEvent,
    },
    Progress {
        sequence: u64,
    },
    Error {
        code: String,
        detail: String,
    },
    #[serde(other)]
    Other,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum AgentEvent {
    ConversationChanged {
        conversation: ConversationSeen,
    },
    MessageAdded {
        message: MessageSeen,
    },
    OfferMade {
        conversation_id: ConversationId,
        session_id: SessionId,
        agent_id: AgentId,
    },
    AgentStatusChanged {
        status: AgentStatusSeen,
    },
    #[serde(other)]
    Other,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum VisitorFrame {
    Hello {
        status: ConversationStatus,
    },
    Message {
        message: VisitorMessage,
    },
    Status {
        status: ConversationStatus,
    },
    Error {
        code: String,
        detail: String,
    },
    #[serde(other)]
    Other,
}
