//! The frames of the live streams, as docs/api.md describes them. What a visitor's frame has no field for, a visitor
//! cannot be told. Knows nothing of who gets them.

use super::hub::Published;
use super::line::Place;
use crate::wire::VisitorMessage;
use crate::wire::{Agent, AgentStatus, ConversationStatus, ConversationSummary, Message, Participant, ReadMarks, Time};
use axum::extract::ws::Utf8Bytes;
use frontdesk_model::{ConversationId, Event, JournalEntry, OfferEnd, SessionId, Uuid};
use serde::{Deserialize, Serialize};

/// What agents are sent.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub(super) enum AgentFrame<'a> {
    Hello { sequence: u64, resumed: bool },
    Event { sequence: u64, at: Time, event: AgentEvent<'a> },
    Typing { conversation_id: Uuid, from: &'static str, name: &'a str },
    Progress { sequence: u64 },
    Pong,
    Error { code: &'a str, detail: &'a str },
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub(super) enum AgentEvent<'a> {
    ConversationChanged {
        conversation: Box<ConversationSummary>,
    },
    MessageAdded {
        message: Message,
    },
    MarksMoved {
        conversation_id: Uuid,
        marks: ReadMarks,
    },
    OfferMade {
        conversation_id: Uuid,
        session_id: Uuid,
        agent_id: Uuid,
        expires_at: Time,
    },
    OfferEnded {
        conversation_id: Uuid,
        session_id: Uuid,
        agent_id: Uuid,
        end: OfferEnd,
    },
    /// A supervisor's notice about a conversation, to the agent whose it is.
    AgentNotified {
        conversation_id: Uuid,
        agent_id: Uuid,
        customer_name: &'a str,
        number: u64,
        by: Uuid,
        by_name: &'a str,
        text: &'a str,
    },
    /// Somebody beside the agent whose it is was invited, takes part, or has left.
    ParticipantChanged {
        conversation_id: Uuid,
        participant: Participant,
    },
    AgentStatusChanged {
        status: AgentStatus,
    },
    AgentChanged {
        agent: Agent,
    },
    ConfigurationChanged {
        noun: &'a str,
        id: &'a str,
    },
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
    Hello {
        last_number: u64,
        status: ConversationStatus,
        agent_name: Option<&'a str>,
    },
    Message {
        message: VisitorMessage,
    },
    Status {
        status: ConversationStatus,
        agent_name: Option<&'a str>,
    },
    Marks {
        marks: ReadMarks,
    },
    /// Sent while the conversation waits; it says nothing once somebody is there.
    Position {
        #[serde(skip_serializing_if = "Option::is_none")]
        queue_position: Option<usize>,
        #[serde(skip_serializing_if = "Option::is_none")]
        next_in_line: Option<bool>,
        expected_wait_ms: Option<u64>,
    },
    Typing {
        name: &'a str,
    },
    Pong,
    Error {
        code: &'a str,
        detail: &'a str,
    },
}

impl VisitorFrame<'_> {
    pub fn position(place: Place) -> Self {
        let Place { queue_position, expected_wait_ms } = place;
        let next_in_line = queue_position.map(|position| position == 1);
        VisitorFrame::Position { queue_position, next_in_line, expected_wait_ms }
    }
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
    let event = match &entry.event {
        Event::ConversationChanged { conversation } => {
            AgentEvent::ConversationChanged { conversation: Box::new(conversation.as_ref().into()) }
        }
        Event::MessageAdded { message } => AgentEvent::MessageAdded { message: message.as_ref().into() },
        Event::MarksMoved { conversation_id, marks } => {
            AgentEvent::MarksMoved { conversation_id: conversation_id.0, marks: (*marks).into() }
        }
        Event::OfferMade { conversation_id, session_id, agent_id, expires_at } => AgentEvent::OfferMade {
            conversation_id: conversation_id.0,
            session_id: session_id.0,
            agent_id: agent_id.0,
            expires_at: Time(*expires_at),
        },
        Event::OfferEnded { conversation_id, session_id, agent_id, end } => AgentEvent::OfferEnded {
            conversation_id: conversation_id.0,
            session_id: session_id.0,
            agent_id: agent_id.0,
            end: *end,
        },
        Event::AgentNotified { conversation_id, agent_id, customer_name, number, by, by_name, text } => {
            AgentEvent::AgentNotified {
                conversation_id: conversation_id.0,
                agent_id: agent_id.0,
                customer_name,
                number: *number,
                by: by.0,
                by_name,
                text,
            }
        }
        Event::ParticipantChanged { participant } => AgentEvent::ParticipantChanged {
            conversation_id: participant.conversation_id.0,
            participant: participant.clone().into(),
        },
        Event::AgentStatusChanged { status } => AgentEvent::AgentStatusChanged { status: status.into() },
        Event::AgentChanged { agent } => AgentEvent::AgentChanged { agent: Agent::new(agent, false) },
        Event::ConfigurationChanged { noun, id } => AgentEvent::ConfigurationChanged { noun, id },
        Event::Told { .. } => return AgentFrame::Progress { sequence: entry.sequence },
    };
    AgentFrame::Event { sequence: entry.sequence, at: Time(entry.at), event }
}
