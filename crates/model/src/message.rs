//! Messages. Knows nothing of delivery or of channels' limits.

use crate::{AgentId, Attachment, ConversationId, Timestamp, VisitorId};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum Sender {
    Customer { visitor_id: Option<VisitorId>, name: String },
    Agent { agent_id: AgentId, name: String },
    System { event: SystemMessage },
}

/// What a system message tells: the text is chosen by who shows it, in their language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SystemMessage {
    AgentAccepted,
    AgentEnded,
    AgentDisconnected,
    CustomerEnded,
    CustomerDisconnected,
    TransferToQueue,
    TransferToAgent,
    SessionClosed,
    ConversationClosed,
    ConsultInitiated,
    ConsultAccepted,
    ConsultRejected,
    ConsultTimedOut,
    ConsultSessionClosed,
    /// A consultant or a supervisor writes to the customer too from now on.
    AgentJoined,
    AgentLeft,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    /// The customer reads it.
    Public,
    /// Among agents: notes, and what is said between an agent and those they consult.
    Internal,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Message {
    pub conversation_id: ConversationId,
    /// 1, 2, 3, … within the conversation, without gaps.
    pub number: u64,
    /// 1, 2, 3, … over the public ones alone, so that a customer sees no gaps either; none on internal notes.
    pub public_number: Option<u64>,
    pub sent_at: Timestamp,
    pub sender: Sender,
    pub visibility: Visibility,
    /// Empty for system messages, and where the files say it all.
    pub text: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
    /// The sender's own key: the same one again is the same message.
    pub client_message_id: Option<String>,
}
