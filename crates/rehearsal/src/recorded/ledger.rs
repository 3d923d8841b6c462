//! What an engine wrote, kept so that it can be made anew from it as the desk does after a restart. Knows no rules.

use crate::set_up::SetUp;
use frontdesk_model::{
    AgentId, AgentStatus, Conversation, ConversationId, ConversationStatus, Participant, ParticipantId, QueueSegment,
    Row, Session, SessionId, SetUpPiece, Snapshot,
};
use std::collections::BTreeMap;
use std::sync::Arc;

pub struct Ledger {
    set_up: SetUp,
    statuses: BTreeMap<AgentId, AgentStatus>,
    conversations: BTreeMap<ConversationId, Arc<Conversation>>,
    sessions: BTreeMap<SessionId, Session>,
    participants: BTreeMap<ParticipantId, Participant>,
    segments: BTreeMap<(ConversationId, u32), QueueSegment>,
}

impl Ledger {
    pub fn new(set_up: SetUp) -> Ledger {
        Ledger {
            set_up,
            statuses: BTreeMap::new(),
            conversations: BTreeMap::new(),
            sessions: BTreeMap::new(),
            participants: BTreeMap::new(),
            segments: BTreeMap::new(),
        }
    }

    pub fn write(&mut self, row: Row) {
        match row {
            Row::AgentStatus(status) => drop(self.statuses.insert(status.agent_id, status)),
            Row::Conversation(conversation) if conversation.status == ConversationStatus::Closed => {
                self.conversations.remove(&conversation.id);
            }
            Row::Conversation(conversation) => drop(self.conversations.insert(conversation.id, conversation)),
            Row::Session(session) if session.closed_at.is_some() => drop(self.sessions.remove(&session.id)),
            Row::Session(session) => drop(self.sessions.insert(session.id, session)),
            Row::Participant(left) if left.left_at.is_some() => drop(self.participants.remove(&left.id)),
            Row::Participant(participant) => drop(self.participants.insert(participant.id, participant)),
            Row::QueueSegment(segment) => {
                let key = (segment.conversation_id, segment.number);
                match segment.ended_at {
                    Some(_) => drop(self.segments.remove(&key)),
                    None => drop(self.segments.insert(key, segment)),
                }
            }
            Row::DeletedSetUp(noun, id) => self.set_up.delete(noun, id),
            other => {
                if let Some(piece) = piece(other) {
                    self.set_up.put(piece);
                }
            }
        }
    }

    pub fn snapshot(&self) -> Snapshot {
        Snapshot {
            agent_statuses: self.statuses.values().cloned().collect(),
            conversations: self.conversations.values().cloned().collect(),
            sessions: self.sessions.values().cloned().collect(),
            participants: self.participants.values().cloned().collect(),
            segments: self.segments.values().cloned().collect(),
            ..self.set_up.parts().clone()
        }
    }
}

fn piece(row: Row) -> Option<SetUpPiece> {
    Some(match row {
        Row::Organization(piece) => SetUpPiece::Organization(piece),
        Row::Agent(piece) => SetUpPiece::Agent(piece),
        Row::Queue(piece) => SetUpPiece::Queue(piece),
        Row::Workstream(piece) => SetUpPiece::Workstream(piece),
        Row::Presence(piece) => SetUpPiece::Presence(piece),
        Row::Widget(piece) => SetUpPiece::Widget(piece),
        Row::Skill(piece) => SetUpPiece::Skill(piece),
        Row::CapacityProfile(piece) => SetUpPiece::CapacityProfile(piece),
        Row::OperatingHours(piece) => SetUpPiece::OperatingHours(piece),
        Row::Ruleset(piece) => SetUpPiece::Ruleset(piece),
        _ => return None,
    })
}
