//! The journal: what happened, in order, without gaps, and who may hear of it. Knows nothing of how it travels.

use crate::{
    Agent, AgentId, AgentStatus, Conversation, ConversationId, Message, Participant, QueueId, ReadMarks, SessionId,
    Timestamp,
};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Why an offer is no longer on an agent's screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfferEnd {
    Accepted,
    Rejected,
    TimedOut,
    Withdrawn,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum Event {
    /// A conversation is new or differs: its whole image as of this entry.
    ConversationChanged {
        conversation: Arc<Conversation>,
    },
    MessageAdded {
        message: Arc<Message>,
    },
    /// Delivered and read marks moved.
    MarksMoved {
        conversation_id: ConversationId,
        marks: ReadMarks,
    },
    OfferMade {
        conversation_id: ConversationId,
        session_id: SessionId,
        agent_id: AgentId,
        expires_at: Timestamp,
    },
    OfferEnded {
        conversation_id: ConversationId,
        session_id: SessionId,
        agent_id: AgentId,
        end: OfferEnd,
    },
    /// A supervisor's notice about a conversation, to the agent whose it is; the note of this number keeps it.
    AgentNotified {
        conversation_id: ConversationId,
        agent_id: AgentId,
        /// Whose conversation it is.
        customer_name: String,
        number: u64,
        by: AgentId,
        by_name: String,
        text: String,
    },
    /// Somebody beside the agent whose it is was invited, takes part, or has left.
    ParticipantChanged {
        participant: Participant,
    },
    AgentStatusChanged {
        status: AgentStatus,
    },
    /// A user was added or changed (without their password's hash).
    AgentChanged {
        agent: Agent,
    },
    /// Queues, workstreams, presences, widgets, settings or records differ; `noun` says which kind, `id` which one.
    ConfigurationChanged {
        noun: String,
        id: String,
    },
    /// What the engine was told at this moment, one input after another, as JSON: the record from which it can be
    /// driven again. Messages are told by `MessageAdded`, the set-up by its own changes. Nobody hears of it.
    Told {
        inputs: Vec<String>,
        /// The engine was made anew from what was written then, and nobody was connected; in the first entry after it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        loaded_at: Option<Timestamp>,
    },
}

impl Event {
    /// For the record alone: told to nobody.
    pub fn is_record(&self) -> bool {
        matches!(self, Event::Told { .. })
    }
}

/// Who hears of an event besides supervisors and administrators, who hear everything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Audience {
    /// These agents: the active one, the former one, the one who is offered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agents: Vec<AgentId>,
    /// Members of this queue, whose list of open items changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub queue: Option<QueueId>,
    /// The customer of this conversation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer_of: Option<ConversationId>,
    /// Everyone in the organisation.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub everyone: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct JournalEntry {
    /// 1, 2, 3, … within the organisation, without gaps.
    pub sequence: u64,
    pub at: Timestamp,
    pub conversation_id: Option<ConversationId>,
    pub audience: Audience,
    pub event: Event,
}
