//! Messages as agents read and send them.

use super::files::attachments;
use super::{Attachment, SystemMessage, Time, Visibility};
use frontdesk_model as model;
use frontdesk_model::Uuid;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Sender {
    // Named one by one: the schema does not follow `rename_all_fields`.
    Customer {
        #[serde(rename = "visitorId")]
        visitor_id: Option<Uuid>,
        name: String,
    },
    Agent {
        #[serde(rename = "agentId")]
        agent_id: Uuid,
        name: String,
    },
    System {
        event: SystemMessage,
    },
}

#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Message {
    pub conversation_id: Uuid,
    /// 1, 2, 3, … within the conversation, without gaps.
    pub number: u64,
    /// The same over what the customer may read; none on notes.
    pub public_number: Option<u64>,
    pub sent_at: Time,
    pub sender: Sender,
    pub visibility: Visibility,
    /// Empty for system messages, and where the files say it all.
    pub text: String,
    pub attachments: Vec<Attachment>,
    pub client_message_id: Option<String>,
}

impl From<&model::Sender> for Sender {
    fn from(sender: &model::Sender) -> Self {
        match sender {
            model::Sender::Customer { visitor_id, name } => {
                Sender::Customer { visitor_id: visitor_id.map(|id| id.0), name: name.clone() }
            }
            model::Sender::Agent { agent_id, name } => Sender::Agent { agent_id: agent_id.0, name: name.clone() },
            model::Sender::System { event } => Sender::System { event: (*event).into() },
        }
    }
}

impl From<&model::Message> for Message {
    fn from(message: &model::Message) -> Self {
        Message {
            conversation_id: message.conversation_id.0,
            number: message.number,
            public_number: message.public_number,
            sent_at: Time(message.sent_at),
            sender: Sender::from(&message.sender),
            visibility: message.visibility.into(),
            text: message.text.clone(),
            attachments: attachments(&message.attachments),
            client_message_id: message.client_message_id.clone(),
        }
    }
}

/// Ascending by number; `more` where the asked direction goes on.
#[derive(Debug, Serialize, ToSchema)]
pub struct MessagePage {
    pub items: Vec<Message>,
    pub more: bool,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewMessage {
    /// May be absent where there are files.
    #[serde(default)]
    pub text: String,
    /// Ids of files that the sender uploaded into this conversation; at most 10.
    #[serde(default)]
    pub attachments: Vec<Uuid>,
    /// Public unless said otherwise.
    #[serde(default)]
    pub visibility: Option<Visibility>,
    /// The same one again is the same message.
    #[serde(default)]
    pub client_message_id: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MessageStored {
    pub number: u64,
    pub public_number: Option<u64>,
    pub sent_at: Time,
}
