//! Who somebody is to a conversation, and what that lets them do. Knows members, roles and presences.

use super::{Before, Found};
use frontdesk_model::*;

impl Before<'_> {
    pub(super) fn serves(&self, conversation: &Conversation, agent: AgentId) -> bool {
        let queue = conversation.queue_id.and_then(|id| self.turn.record.queues.get(&id));
        queue.is_some_and(|queue| queue.members.contains(&agent))
    }

    pub(super) fn may_pick(&self, conversation: &Conversation, agent: AgentId) -> bool {
        let record = self.turn.record;
        let queue = conversation.queue_id.and_then(|id| record.queues.get(&id));
        let workstream = record.workstreams.get(&conversation.workstream_id);
        queue.is_some_and(|queue| queue.members.contains(&agent))
            && workstream.is_some_and(|w| w.distribution == DistributionMode::Pick || w.pick_from_push)
    }

    pub(super) fn may_transfer(&self, found: &Found<'_>, agent: AgentId) -> bool {
        let overseer = self.oversees(agent) && self.turn.record.settings().supervisors.transfer;
        found.is_in_conversation() && (found.belongs_to(agent) || overseer)
    }

    pub(super) fn is_reachable(&self, conversation: &Conversation, agent: AgentId) -> bool {
        let base = self.turn.status_before(agent).map(|status| status.base);
        self.turn.record.agents.get(&agent).is_some_and(|agent| agent.active)
            && conversation.active_agent_id != Some(agent)
            && matches!(base, Some(BasePresence::Available | BasePresence::Busy))
    }

    pub(super) fn is_theirs(&self, found: &Found<'_>, agent: AgentId) -> bool {
        found.belongs_to(agent) || self.oversees(agent)
    }

    pub(super) fn oversees(&self, agent: AgentId) -> bool {
        self.turn.record.agents.get(&agent).is_some_and(|agent| agent.role.oversees())
    }
}
