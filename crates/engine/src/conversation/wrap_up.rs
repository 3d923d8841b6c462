//! Wrap-up: how long it keeps its agent's capacity. Knows nothing of what the agent writes down.

use crate::{Engine, Step};
use frontdesk_model::{ConversationId, WrapUpBlock};

impl Engine {
    pub(super) fn begin_wrap_up(&mut self, id: ConversationId, step: &Step) {
        let workstream = &self.workstreams[&self.conversations[&id].conversation.workstream_id];
        match workstream.wrap_up_block {
            WrapUpBlock::Always => {}
            WrapUpBlock::Never => self.give_back(id, step.now),
            WrapUpBlock::For { milliseconds } => self.edit(id).held_until = Some(step.now + milliseconds),
        }
    }

    pub(crate) fn wrap_up_capacity_freed(&mut self, id: ConversationId, step: &Step) {
        self.give_back(id, step.now);
    }
}
