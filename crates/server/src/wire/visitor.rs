//! What a visitor sees and sends: their own conversations, public messages by public number. Knows no agent's id.

use super::files::attachments;
use super::{
    Attachment, ColorScheme, ConversationMode, ConversationStatus, FileLimits, PreChatQuestion, ReadMarks,
    SystemMessage, Time, WidgetPosition,
};
use frontdesk_model as model;
use frontdesk_model::Uuid;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// What a page may know of a widget.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct VisitorWidget {
    pub id: Uuid,
    pub title: String,
    pub greeting: String,
    pub color: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message_color: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo_url: Option<String>,
    pub position: WidgetPosition,
    pub color_scheme: ColorScheme,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
    pub mode: ConversationMode,
    /// What files it takes; absent: none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub files: Option<FileLimits>,
    /// Absent: always there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<WidgetHours>,
    pub pre_chat: Vec<PreChatQuestion>,
    pub queue_position_shown: bool,
    pub expected_wait_shown: bool,
    pub transcript_download: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub survey_url: Option<String>,
    pub proactive_text: String,
    pub proactive_shown_ms: u64,
    pub sound: bool,
    /// The most characters that a message may have.
    pub message_characters_max: u32,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WidgetHours {
    pub is_open: bool,
    /// When that changes next; null: never.
    pub changes_at: Option<Time>,
    /// While it is closed, not even the button is shown.
    pub only_during_hours: bool,
    pub offline_text: String,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VisitorStart {
    pub widget_id: Uuid,
    #[serde(default)]
    pub name: Option<String>,
    #[serde(default)]
    pub email: Option<String>,
    #[serde(default)]
    pub phone: Option<String>,
    /// The first words of the first message when absent.
    #[serde(default)]
    pub title: Option<String>,
    #[serde(default)]
    pub locale: Option<String>,
    #[serde(default)]
    pub context: BTreeMap<String, String>,
    /// Answers to the widget's questions, by the questions' names.
    #[serde(default)]
    pub pre_chat: BTreeMap<String, String>,
    /// The first message, in the same commit.
    #[serde(default)]
    pub text: Option<String>,
    #[serde(default)]
    pub client_message_id: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct VisitorStarted {
    pub conversation_id: Uuid,
    pub visitor_id: Uuid,
    /// Absent when the request brought one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Time>,
    pub conversation: VisitorConversation,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct VisitorConversation {
    pub id: Uuid,
    pub status: ConversationStatus,
    /// Who answers, once someone has accepted.
    pub agent_name: Option<String>,
    pub created_at: Time,
    /// The last public message's number.
    pub last_number: u64,
    /// Public numbers.
    pub marks: ReadMarks,
    pub mode: ConversationMode,
    /// Live chat, while it waits: 1 is served next.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub queue_position: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_in_line: Option<bool>,
    /// How long it usually takes, as it was when this customer came; absent where that is not known or not long.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected_wait_ms: Option<u64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum VisitorMessageFrom {
    Customer,
    Agent,
    System,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct VisitorMessage {
    /// 1, 2, 3, … without gaps.
    pub number: u64,
    pub sent_at: Time,
    pub from: VisitorMessageFrom,
    pub name: Option<String>,
    pub text: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
    /// What a system message tells.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<SystemMessage>,
    /// The customer's own key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_message_id: Option<String>,
}

impl VisitorMessage {
    /// None for what the customer may not read.
    pub fn of(message: &model::Message) -> Option<Self> {
        let number = message.public_number?;
        let (from, name, event) = match &message.sender {
            model::Sender::Customer { name, .. } => (VisitorMessageFrom::Customer, Some(name.clone()), None),
            model::Sender::Agent { name, .. } => (VisitorMessageFrom::Agent, Some(name.clone()), None),
            model::Sender::System { event } => (VisitorMessageFrom::System, None, Some((*event).into())),
        };
        let own = from == VisitorMessageFrom::Customer;
        Some(VisitorMessage {
            number,
            sent_at: Time(message.sent_at),
            from,
            name,
            text: message.text.clone(),
            attachments: attachments(&message.attachments),
            event,
            client_message_id: message.client_message_id.clone().filter(|_| own),
        })
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct VisitorMessagePage {
    pub items: Vec<VisitorMessage>,
    pub more: bool,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VisitorNewMessage {
    /// May be absent where there are files.
    #[serde(default)]
    pub text: String,
    /// Ids of files that this visitor uploaded into this conversation; at most 10.
    #[serde(default)]
    pub attachments: Vec<Uuid>,
    #[serde(default)]
    pub client_message_id: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct VisitorMessageStored {
    pub number: u64,
    pub sent_at: Time,
}
