//! The promises that must hold after every step, checked from scratch: for tests and simulators. Slow on purpose: it
//! shares nothing with the indexes that it checks.

use crate::Engine;
use crate::agents::AgentState;
use frontdesk_model::{
    AgentId, Conversation, ConversationId, ConversationStatus, DistributionMode, ParticipantMode, Timestamp,
};
use std::collections::BTreeSet;
use std::sync::Arc;

impl Engine {
    /// Every broken promise, in words; empty = all hold.
    pub fn audit(&self, now: Timestamp) -> Vec<String> {
        let mut broken = Vec::new();
        for state in self.agents.values() {
            let (id, status) = (state.agent.id, &state.status);
            if status.available_units != self.derive_available_units(state) {
                broken.push(format!("agent {id} has not the {} units the book says", status.available_units));
            }
            if status.load.profiles != self.derive_profiles(state) || status.load.blocked != self.derive_blocked(state)
            {
                broken.push(format!("agent {id} does not hold the profiles that the book says: {:?}", status.load));
            }
            let mine = self.conversations().filter(|conversation| conversation.active_agent_id == Some(id));
            if mine.map(|conversation| conversation.id).collect::<BTreeSet<_>>() != state.assigned {
                broken.push(format!("agent {id} is not assigned what the conversations say"));
            }
            broken.extend(self.audit_guests(state));
            let accepted = |id| self.session(id).is_some_and(|session| session.agent_accepted_at.is_some());
            let open = state.assigned.iter().filter(|id| accepted(**id)).count();
            if open != status.open_sessions as usize {
                broken.push(format!("agent {id} has {open} sessions open, not {}", status.open_sessions));
            }
        }
        for conversation in self.conversations() {
            broken.extend(self.audit_conversation(conversation));
            broken.extend(self.audit_segment(conversation));
            if let Some(agent_id) = self.who_could_take(conversation, now) {
                broken.push(format!("conversation {} waits although agent {agent_id} is free", conversation.id));
            }
        }
        broken
    }

    fn audit_conversation(&self, conversation: &Conversation) -> Option<String> {
        use ConversationStatus::*;
        let session = self.session(conversation.id);
        let assigned = conversation.active_agent_id.is_some();
        let seated = session.is_some_and(|session| session.agent_id == conversation.active_agent_id);
        let sound = match conversation.status {
            Open => {
                !assigned && seated && conversation.held_units == 0 && self.participants(conversation.id).is_empty()
            }
            Active => assigned && seated && self.primaries(conversation.id) == 1,
            Waiting => !assigned && session.is_none() && conversation.held_units == 0,
            WrapUp => assigned && seated,
            Closed => false,
        };
        let live_chat_waits = conversation.status == Waiting && conversation.mode.is_live_chat();
        (!sound || live_chat_waits)
            .then(|| format!("conversation {} is {:?} and unsound", conversation.id, conversation.status))
    }

    fn primaries(&self, id: ConversationId) -> usize {
        self.participants(id).iter().filter(|participant| participant.mode == ParticipantMode::Primary).count()
    }

    /// Guests are not the agent whose it is, take part once, and know of it.
    fn audit_guests(&self, state: &AgentState) -> Option<String> {
        let id = state.agent.id;
        let guest = |conversation: &&Arc<Conversation>| {
            let rows = self.participants(conversation.id).iter();
            rows.filter(|row| row.agent_id == id && row.mode != ParticipantMode::Primary).count() == 1
                && conversation.active_agent_id != Some(id)
        };
        let visits: BTreeSet<_> = self.conversations().filter(guest).map(|conversation| conversation.id).collect();
        (visits != state.visiting).then(|| format!("agent {id} visits {visits:?}, not {:?}", state.visiting))
    }

    /// Nobody is looked up in any index: all members are asked.
    fn who_could_take(&self, conversation: &Conversation, now: Timestamp) -> Option<AgentId> {
        let settings = &self.organization.settings;
        let pushed = conversation.status == ConversationStatus::Open
            && conversation.distribution == DistributionMode::Push
            && conversation.declines.len() < settings.declining_agents_max as usize;
        let queue = self.queue(conversation.queue_id.filter(|_| pushed)?)?;
        queue.members.iter().copied().find(|id| self.could_take(conversation, *id, now))
    }
}
