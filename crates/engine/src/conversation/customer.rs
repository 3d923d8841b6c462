//! The customer's side: there, gone, back, or done. Knows nothing of widgets or channels.

use super::moves::Happening;
use crate::{Engine, Refusal, Reply, Step};
use frontdesk_model::{ConversationId, ConversationStatus, CustomerPresence, SystemMessage};

impl Engine {
    pub(crate) fn customer_connected(&mut self, id: ConversationId) -> Result<Reply, Refusal> {
        if self.check_held(id)?.conversation.customer_presence != CustomerPresence::Connected {
            self.edit(id).customer_presence = CustomerPresence::Connected;
        }
        Ok(Reply::Done)
    }

    pub(crate) fn customer_disconnected(&mut self, id: ConversationId, step: &Step) -> Result<Reply, Refusal> {
        if self.check_held(id)?.conversation.customer_presence == CustomerPresence::Connected {
            self.edit(id).customer_presence = CustomerPresence::Disconnected { since: step.now };
        }
        Ok(Reply::Done)
    }

    /// "End" in the live-chat widget.
    pub(crate) fn customer_end(&mut self, id: ConversationId, step: &mut Step) -> Result<Reply, Refusal> {
        self.check_move(id, Happening::CustomerEnded)?;
        self.customer_leaves(id, Happening::CustomerEnded, SystemMessage::CustomerEnded, step);
        Ok(Reply::Done)
    }

    /// Disconnected for too long.
    pub(crate) fn customer_gone(&mut self, id: ConversationId, step: &mut Step) {
        self.customer_leaves(id, Happening::CustomerGone, SystemMessage::CustomerDisconnected, step);
    }

    fn customer_leaves(&mut self, id: ConversationId, how: Happening, says: SystemMessage, step: &mut Step) {
        if self.try_move(id, how, step) {
            if self.conversations[&id].conversation.status == ConversationStatus::WrapUp {
                self.begin_wrap_up(id, step);
            }
            self.add_system_message(id, says, step.now);
        }
    }
}
