//! Rows as they were before a call. Knows what the call changed.

use super::Turn;
use frontdesk_model::*;

impl Turn<'_> {
    /// The conversation as it was before this call.
    pub fn before(&self, id: ConversationId) -> Option<&Conversation> {
        match self.changes.conversations.iter().find(|change| change.after.id == id) {
            Some(change) => change.before.as_deref(),
            None => self.record.find(id).map(|conversation| &**conversation),
        }
    }

    /// The session that was this image's last, as it was before the call; one that is newer, as it is now.
    pub fn session_of(&self, image: &Conversation) -> Option<&Session> {
        let id = image.last_session_id?;
        match self.changes.sessions.iter().find(|change| change.after.id == id) {
            Some(change) => change.before.as_ref().or(Some(&change.after)),
            None => self.record.sessions.get(&image.id)?.iter().rev().find(|session| session.id == id),
        }
    }

    pub fn status_before(&self, id: AgentId) -> Option<&AgentStatus> {
        match self.changes.statuses.iter().find(|change| change.after.agent_id == id) {
            Some(change) => change.before.as_ref(),
            None => self.record.statuses.get(&id),
        }
    }
}
