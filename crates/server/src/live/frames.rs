//! The frames of the live streams, as docs/live.md describes them. What a visitor's frame has no field for, a visitor
//! cannot be told. Knows nothing of who gets them.

use super::hub::Published;
use axum::extract::ws::Utf8Bytes;
use frontdesk_model::{
    ConversationId, ConversationStatus, Event, JournalEntry, Message, ReadMarks, Sender, SessionId, SystemMessage,
    Timestamp, Uuid,
};
use serde::{Deserialize, Serialize};

/// What agents are sent.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub(super) enum AgentFrame<'a> {
    Hello { sequence: u64, resumed: bool },
    Event { sequence: u64, at: Timestamp, event: &'a Event },
    Typing { conversation_id: Uuid, from: &'static str, name: &'a str },
    Progress { sequence: u64 },
    Pong,
    Error { code: &'a str, detail: &'a str },
}

/// What agents send.
#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub(super) enum AgentCommand {
    Typing { conversation_id: ConversationId },
    Displayed { conversation_id: ConversationId, session_id: SessionId },
    Ping,
}

/// What visitors are sent.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub(super) enum VisitorFrame<'a> {
    Hello { last_number: u64, status: ConversationStatus, agent_name: Option<&'a str> },
    Message { message: VisitorMessage },
    Status { status: ConversationStatus, agent_name: Option<&'a str> },
    Marks { marks: ReadMarks },
    Typing { name: &'a str },
    Pong,
    Error { code: &'a str, detail: &'a str },
}

/// What visitors send.
#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub(super) enum VisitorCommand {
    Typing,
    Marks {
        #[serde(default)]
        delivered: u64,
        #[serde(default)]
        read: u64,
    },
    Ping,
}

pub(super) fn encode(frame: &impl Serialize) -> Utf8Bytes {
    match serde_json::to_string(frame) {
        Ok(text) => text.into(),
        Err(error) => {
            // Our own plain types: their keys are texts and nothing in them can refuse.
            tracing::error!(%error, "a frame cannot be written");
            Utf8Bytes::from_static("{}")
        }
    }
}

impl Published {
    /// The same bytes for every agent.
    pub fn agent_frame(&self) -> Utf8Bytes {
        self.agent_frame.get_or_init(|| encode(&event_frame(&self.entry))).clone()
    }

    /// The same bytes for every connection of the customer; none for what is not a message they may read.
    pub fn visitor_message_frame(&self) -> Option<Utf8Bytes> {
        let Event::MessageAdded { message } = &self.entry.event else { return None };
        let message = VisitorMessage::of(message)?;
        Some(self.visitor_frame.get_or_init(|| encode(&VisitorFrame::Message { message })).clone())
    }
}

fn event_frame(entry: &JournalEntry) -> AgentFrame<'_> {
    AgentFrame::Event { sequence: entry.sequence, at: entry.at, event: &entry.event }
}

/// A message as a visitor may read it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct VisitorMessage {
    pub number: u64,
    sent_at: Timestamp,
    from: &'static str,
    name: Option<String>,
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<SystemMessage>,
    #[serde(skip_serializing_if = "Option::is_none")]
    client_message_id: Option<String>,
}

impl VisitorMessage {
    pub fn of(message: &Message) -> Option<Self> {
        let (from, name, event) = match &message.sender {
            Sender::Customer { name, .. } => ("customer", Some(name.clone()), None),
            Sender::Agent { name, .. } => ("agent", Some(name.clone()), None),
            Sender::System { event } => ("system", None, Some(*event)),
        };
        Some(VisitorMessage {
            number: message.public_number?,
            sent_at: message.sent_at,
            from,
            name,
            text: message.text.clone(),
            event,
            client_message_id: message.client_message_id.clone().filter(|_| from == "customer"),
        })
    }
}
