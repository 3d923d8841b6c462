//! Intake: from a new conversation to the queue it waits in. Rules classify it, rules choose the queue, the queue may
//! send it on or away. Knows nothing of agents and of who is assigned what.
//!
//! It runs once, when the conversation begins: not on messages, and not when an agent, a supervisor or the customer's
//! return brings a conversation into a queue. Those have decided for themselves where it goes, so neither rules nor the
//! overflow before a queue are asked then.

pub(crate) mod check;
mod classify;
pub(crate) mod fields;
mod overflow;
mod pace;
mod ranked;
mod route;
mod rulebook;
mod seen;
mod trial;

pub(crate) use overflow::overflow_at;
pub(crate) use ranked::Ranked;
pub(crate) use rulebook::Rulebook;
pub use trial::Trial;

use crate::{Engine, Step};
use frontdesk_model::{Conversation, ConversationId, QueueId, QueuedBecause, RoutingStep, Timestamp};
use overflow::Overflowing;

/// What is to be written down of a new conversation's way into its queue, and what happens there at once.
pub(crate) struct Entry {
    classified: Option<RoutingStep>,
    queued: RoutingStep,
    overflow: Option<Overflowing>,
}

impl Engine {
    /// Classifies a conversation that is about to begin, and puts it into a queue.
    pub(crate) fn take_in(&self, conversation: &mut Conversation, named: Option<QueueId>, now: Timestamp) -> Entry {
        let (classified, hint) = self.classify(conversation);
        let route = self.route(conversation, named, hint, now);
        conversation.queue_id = Some(route.queue_id);
        Entry { classified, queued: route.step, overflow: route.overflow }
    }

    /// The conversation is held and in its queue: what was decided is written down, and the queue may send it on.
    pub(crate) fn enter_queue(&mut self, id: ConversationId, entry: Entry, step: &mut Step) {
        for decided in entry.classified.into_iter().chain([entry.queued]) {
            self.note(id, decided, step.now);
        }
        if let Some(overflowing) = entry.overflow {
            self.overflow_before(id, overflowing, step);
        }
        self.tell_expected_wait(id, step.now);
    }

    /// No rule looked at it: it was sent, or it came back.
    pub(crate) fn note_queued(&mut self, id: ConversationId, why: QueuedBecause, now: Timestamp) {
        if let Some(queue_id) = self.conversations[&id].conversation.queue_id {
            let (saw, passed_over) = (Vec::new(), Vec::new());
            self.note(id, RoutingStep::Queued { queue_id, why, saw, passed_over }, now);
        }
    }
}
