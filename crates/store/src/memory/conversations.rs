//! Lists of conversations, by looking at each: a model to compare with, not a fast one.

use super::Rows;
use crate::port::{AgentConversations, Page};
use frontdesk_model::*;
use std::sync::Arc;

pub fn list_of_agent(rows: &Rows, query: &AgentConversations) -> Page<Arc<Conversation>> {
    let mut found: Vec<_> = rows
        .conversations
        .values()
        .filter(|c| c.list_agent_id == Some(query.agent_id))
        .filter(|c| query.statuses.is_empty() || query.statuses.contains(&c.status))
        .filter(|c| query.created_from.is_none_or(|from| c.created_at >= from))
        .filter(|c| query.created_before.is_none_or(|before| c.created_at < before))
        .cloned()
        .collect();
    let order = total_order(&query.order);
    found.sort_by(|a, b| compare_conversations(&order, a, b));
    let mut rest = found.into_iter().skip(usize::try_from(query.offset).unwrap_or(usize::MAX));
    let items: Vec<_> = rest.by_ref().take(query.limit as usize).collect();
    Page { items, more: rest.next().is_some() }
}

pub fn newest(rows: &Rows, limit: u32, wanted: impl Fn(&Conversation) -> bool) -> Vec<Arc<Conversation>> {
    let mut found: Vec<_> = rows.conversations.values().filter(|c| wanted(c)).cloned().collect();
    found.sort_by_key(|c| std::cmp::Reverse((c.created_at, c.id)));
    found.truncate(limit as usize);
    found
}

pub fn sessions(rows: &Rows, id: ConversationId) -> (Vec<Session>, Vec<Participant>) {
    let first_session = (id, SessionId(Uuid::nil()));
    let first_participant = (id, ParticipantId(Uuid::nil()));
    let mut sessions: Vec<_> =
        rows.sessions.range(first_session..).take_while(|(key, _)| key.0 == id).map(|(_, s)| s.clone()).collect();
    let mut participants: Vec<_> = rows
        .participants
        .range(first_participant..)
        .take_while(|(key, _)| key.0 == id)
        .map(|(_, p)| p.clone())
        .collect();
    sessions.sort_by_key(|session| (session.created_at, session.id));
    participants.sort_by_key(|participant| (participant.added_at, participant.id));
    (sessions, participants)
}
