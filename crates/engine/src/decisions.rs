//! Routing decisions as they are written down: numbered within their conversation. Knows nothing of how one is made.

use crate::Engine;
use frontdesk_model::{ConversationId, RoutingDecision, RoutingStep, Timestamp};

impl Engine {
    /// Writes down what was decided about a conversation, in the same commit as what it brought about.
    pub(crate) fn note(&mut self, id: ConversationId, step: RoutingStep, now: Timestamp) {
        let demand = &mut self.edit(id).demand;
        demand.decisions += 1;
        let number = demand.decisions;
        self.outbox.save_decision(RoutingDecision { conversation_id: id, number, at: now, step });
    }
}
