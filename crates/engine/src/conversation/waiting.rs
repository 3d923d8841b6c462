//! Waiting → Open when the customer writes again, and straight back to their agent where the workstream wants that.
//! Knows nothing of other agents.

use super::moves::Happening;
use crate::{Engine, Step};
use frontdesk_model::{AgentId, ConversationId, DistributionMode};

impl Engine {
    pub(super) fn reopen(&mut self, id: ConversationId, step: &mut Step) {
        if self.try_move(id, Happening::CustomerWrote, step) && self.has_affinity(id) {
            self.return_to_agent(id, step);
        }
    }

    /// Whether it goes back to whoever accepted it last.
    pub(super) fn has_affinity(&self, id: ConversationId) -> bool {
        let conversation = &self.conversations[&id].conversation;
        conversation.distribution == DistributionMode::Push
            && self.workstreams[&conversation.workstream_id].agent_affinity
            && self.affine_agent(id).is_some()
    }

    /// Whatever their capacity and presence.
    pub(super) fn return_to_agent(&mut self, id: ConversationId, step: &mut Step) {
        if let Some(agent_id) = self.affine_agent(id) {
            self.note_affinity(id, agent_id, step.now);
            self.assign(id, agent_id, None, step);
        }
    }

    fn affine_agent(&self, id: ConversationId) -> Option<AgentId> {
        let last = self.conversations[&id].conversation.last_agent_id?;
        self.agents.get(&last).filter(|state| state.agent.active).map(|_| last)
    }
}
