//! Closed by the clock. Knows nothing of how the times are set: that is `timers`.

use super::moves::Happening;
use crate::{Engine, Step};
use frontdesk_model::{ConversationId, SystemMessage};

impl Engine {
    pub(crate) fn auto_close(&mut self, id: ConversationId, step: &mut Step) {
        if self.try_move(id, Happening::Idle, step) {
            self.add_system_message(id, SystemMessage::ConversationClosed, step.now);
        }
    }
}
