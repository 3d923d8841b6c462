//! How long live chats wait in a queue until somebody accepts, as an average that forgets: what a new customer is told to
//! expect. Knows nothing of where it is shown.
//!
//! Kept as a row of each queue, so that a restart forgets nothing. The average is a plain one over the first sixteen
//! waits, and then moves by a sixteenth of the difference with each.

use crate::Engine;
use frontdesk_model::{Conversation, ConversationId, ConversationStatus, QueueId, QueuePace, Timestamp};

const ACCEPTED_MIN: u64 = 20;
const MEMORY: u64 = 16;
const IDLE_MS_MAX: u64 = 7 * 24 * 60 * 60 * 1_000;
/// Shorter waits are not worth a word.
const SHOWN_FROM_MS: u64 = 60_000;

impl Engine {
    /// What somebody who comes to the queue now would be told.
    pub fn expected_wait_ms(&self, queue_id: QueueId, now: Timestamp) -> Option<u64> {
        let pace = self.paces.get(&queue_id).filter(|pace| !is_stale(pace, now))?;
        Some(pace.mean_wait_ms).filter(|mean_ms| pace.accepted >= ACCEPTED_MIN && *mean_ms > SHOWN_FROM_MS)
    }

    /// Each customer is told once: the wait does not change under them.
    pub(super) fn tell_expected_wait(&mut self, id: ConversationId, now: Timestamp) {
        let conversation = &self.conversations[&id].conversation;
        let waits = conversation.mode.is_live_chat() && conversation.status == ConversationStatus::Open;
        let Some(queue_id) = conversation.queue_id.filter(|_| waits) else { return };
        if let Some(expected_ms) = self.expected_wait_ms(queue_id, now) {
            self.edit(id).demand.expected_wait_ms = Some(expected_ms);
        }
    }

    /// Somebody is about to accept it.
    pub(crate) fn learn_wait(&mut self, id: ConversationId, now: Timestamp) {
        let Some((queue_id, wait_ms)) = first_wait(&self.conversations[&id].conversation, now) else { return };
        let new = QueuePace { queue_id, accepted: 0, mean_wait_ms: 0, last_accepted_at: now };
        let pace = self.paces.entry(queue_id).or_insert_with(|| new.clone());
        if is_stale(pace, now) {
            *pace = new;
        }
        pace.accepted += 1;
        pace.mean_wait_ms = moved(pace.mean_wait_ms, wait_ms, pace.accepted.min(MEMORY));
        pace.last_accepted_at = now;
        self.outbox.save_pace(pace);
    }
}

/// In live chat, the first time somebody accepts.
fn first_wait(conversation: &Conversation, now: Timestamp) -> Option<(QueueId, u64)> {
    let counts = conversation.mode.is_live_chat() && !conversation.accepted;
    let (queue_id, since) = (conversation.queue_id?, conversation.queued_at?);
    counts.then(|| (queue_id, now.since(since)))
}

fn is_stale(pace: &QueuePace, now: Timestamp) -> bool {
    now.since(pace.last_accepted_at) >= IDLE_MS_MAX
}

fn moved(mean: u64, value: u64, memory: u64) -> u64 {
    if value >= mean { mean + (value - mean) / memory } else { mean - (mean - value) / memory }
}
