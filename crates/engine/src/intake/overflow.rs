//! Overflow: before a queue (out of hours first, then the length of its line, looked at once, on entry) and in it (after
//! too long a wait). Knows nothing of why a conversation came to the queue.
//!
//! What overflow sends to another queue stays there: that queue's own overflow before entry is not asked again, its
//! overflow in the queue is. A queue that sent a conversation on after a wait never gets it back that way.

use crate::conversation::Held;
use crate::conversation::moves::Happening;
use crate::routing::QueueState;
use crate::{Engine, Step};
use frontdesk_model::{
    ConversationId, ConversationStatus, Overflow, OverflowAction, OverflowCondition, Queue, QueueId, QueuedBecause,
    RoutingStep, SystemMessage, Timestamp,
};
use std::collections::BTreeMap;

/// A condition that holds, and what follows from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Overflowing {
    pub condition: OverflowCondition,
    found: Overflow,
    pub action: OverflowAction,
}

impl Overflowing {
    /// As it is written down.
    pub fn step(&self, queue_id: QueueId) -> RoutingStep {
        RoutingStep::Overflowed { queue_id, condition: self.found, action: self.action }
    }
}

impl Engine {
    /// Whether the queue would rather not take another one now.
    pub(super) fn overflowing(&self, queue_id: QueueId, now: Timestamp) -> Option<Overflowing> {
        let state = self.queues.get(&queue_id)?;
        let settings = || state.queue.overflow_before.iter();
        let hours = settings().filter(|setting| setting.condition == OverflowCondition::OutOfHours);
        let lengths = settings().filter(|setting| setting.condition != OverflowCondition::OutOfHours);
        hours.chain(lengths).find_map(|setting| {
            let found = match setting.condition {
                OverflowCondition::OutOfHours => {
                    (!self.hours.is_open(state.queue.operating_hours_id, now)).then_some(Overflow::OutOfHours)
                }
                OverflowCondition::QueueLength { waiting_max } => {
                    let waiting = u32::try_from(state.line.open.len()).unwrap_or(u32::MAX);
                    (waiting >= waiting_max).then_some(Overflow::QueueLength { waiting, waiting_max })
                }
            };
            found.map(|found| Overflowing { condition: setting.condition, found, action: setting.action })
        })
    }

    /// It has just come to the queue it is in.
    pub(super) fn overflow_before(&mut self, id: ConversationId, overflowing: Overflowing, step: &mut Step) {
        self.overflow(id, overflowing.found, overflowing.action, false, step);
    }

    /// Its deadline has come.
    pub(crate) fn waited_too_long(&mut self, id: ConversationId, step: &mut Step) {
        let Some(held) = self.conversations.get(&id) else { return };
        let Some(setting) = overflow_setting(held, &self.queues).and_then(|queue| queue.overflow_waiting) else {
            return;
        };
        let Some(since) = held.conversation.queued_at else { return };
        let found = Overflow::Waited { waited_ms: step.now.since(since), after_ms: setting.after_ms };
        self.overflow(id, found, setting.action, true, step);
    }

    fn overflow(
        &mut self,
        id: ConversationId,
        condition: Overflow,
        action: OverflowAction,
        waiting: bool,
        step: &mut Step,
    ) {
        let Some(from_queue_id) = self.conversations[&id].conversation.queue_id else { return };
        self.note(id, RoutingStep::Overflowed { queue_id: from_queue_id, condition, action }, step.now);
        match action {
            OverflowAction::EndConversation => {
                if self.try_move(id, Happening::OverflowEnds { waiting }, step) {
                    self.add_system_message(id, SystemMessage::ConversationClosed, step.now);
                }
            }
            OverflowAction::TransferToQueue { queue_id } if self.queues.contains_key(&queue_id) => {
                let conversation = self.edit(id);
                conversation.queue_id = Some(queue_id);
                if waiting {
                    conversation.demand.overflowed_from.push(from_queue_id);
                }
                self.try_move(id, Happening::OverflowTransfers { waiting }, step);
                if waiting {
                    self.add_system_message(id, SystemMessage::TransferToQueue, step.now);
                }
                self.note_queued(id, QueuedBecause::Overflow { from_queue_id }, step.now);
            }
            OverflowAction::TransferToQueue { .. } | OverflowAction::QueueAnyway => {}
        }
    }
}

/// When it has waited too long where it is.
pub(crate) fn overflow_at(held: &Held, queues: &BTreeMap<QueueId, QueueState>) -> Option<Timestamp> {
    let after_ms = overflow_setting(held, queues)?.overflow_waiting?.after_ms;
    Some(held.conversation.queued_at? + after_ms)
}

/// The queue it waits in, if that does something about long waits that can be done with this conversation.
fn overflow_setting<'a>(held: &Held, queues: &'a BTreeMap<QueueId, QueueState>) -> Option<&'a Queue> {
    let conversation = &held.conversation;
    let queue = &queues.get(&conversation.queue_id?)?.queue;
    let possible = match queue.overflow_waiting?.action {
        OverflowAction::EndConversation => true,
        OverflowAction::TransferToQueue { queue_id } => {
            let came_from_there = conversation.demand.overflowed_from.contains(&queue_id);
            queue_id != queue.id && !came_from_there && queues.contains_key(&queue_id)
        }
        OverflowAction::QueueAnyway => false,
    };
    (possible && conversation.status == ConversationStatus::Open).then_some(queue)
}
