//! Who has to be looked at when it is asked whether anybody waits in vain. Where neither a conversation, nor an agent, nor
//! the set-up has changed since nobody could take it, nobody can now: unless the clock has a say. Knows what hangs on what,
//! not who may take what; a fresh look at everybody, now and then, finds what this overlooked.

use super::Call;
use crate::record::{Changes, Record};
use frontdesk_engine::Input;
use frontdesk_model::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

#[derive(Clone, Debug, Default)]
pub struct Unsettled {
    /// Those whom nobody could take, as they were then.
    in_vain: BTreeMap<ConversationId, Arc<Conversation>>,
    /// Changed since.
    agents: BTreeSet<AgentId>,
    /// Others wait now, or the same in another way.
    waiting_changed: bool,
}

impl Unsettled {
    pub fn note(&mut self, call: Call<'_>, changes: &Changes) {
        if changes.set_up || matches!(call, Call::Load) {
            self.in_vain.clear();
            self.waiting_changed = true;
        }
        self.waiting_changed |= !changes.conversations.is_empty();
        self.agents.extend(changes.statuses.iter().map(|change| change.after.agent_id));
        if let Call::Input(
            Input::AgentConnected { agent_id }
            | Input::AgentDisconnected { agent_id }
            | Input::AgentSignedOut { agent_id },
        ) = call
        {
            self.agents.insert(*agent_id);
        }
    }

    /// The agents who may be able to take it now; none: look at everybody.
    pub fn candidates(&self, record: &Record, conversation: &Arc<Conversation>) -> Option<&BTreeSet<AgentId>> {
        let queue = conversation.queue_id.and_then(|id| record.queues.get(&id));
        let by_rules = queue.is_none_or(|queue| queue.method == AssignmentMethod::Custom);
        let by_the_clock = by_rules || !conversation.declines.is_empty();
        let same = self.in_vain.get(&conversation.id).is_some_and(|known| Arc::ptr_eq(known, conversation));
        (same && !by_the_clock).then_some(&self.agents)
    }

    /// Nobody can take any of those who wait.
    pub fn settled(&mut self, record: &Record) {
        self.agents.clear();
        if !std::mem::take(&mut self.waiting_changed) {
            return;
        }
        self.in_vain.retain(|id, known| record.conversations.get(id).is_some_and(|one| Arc::ptr_eq(one, known)));
        let waits = |one: &&Arc<Conversation>| one.status == ConversationStatus::Open;
        for conversation in record.conversations.values().filter(waits) {
            self.in_vain.entry(conversation.id).or_insert_with(|| conversation.clone());
        }
    }
}
