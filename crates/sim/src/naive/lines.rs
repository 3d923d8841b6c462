//! The lines of all queues, kept from call to call: who was written is placed anew, and everybody where the set-up changed.
//! A place hangs on nothing else; that it was kept rightly is checked now and then against a fresh count. Knows rows.

use super::place::{Place, place};
use crate::record::{Changes, Record};
use frontdesk_model::*;
use std::cmp::Ordering;
use std::collections::BTreeMap;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lines {
    places: BTreeMap<ConversationId, (QueueId, Place)>,
    /// Who waits in each queue, in the order of service.
    lines: BTreeMap<QueueId, Vec<ConversationId>>,
}

impl Lines {
    pub fn of(record: &Record) -> Lines {
        let mut lines = Lines::default();
        record.conversations.values().for_each(|conversation| lines.stand(record, conversation));
        lines
    }

    /// After these rows were written.
    pub fn follow(&mut self, record: &Record, changes: &Changes) {
        if changes.set_up {
            *self = Lines::of(record);
            return;
        }
        for change in &changes.conversations {
            self.leave(change.after.id);
            // Rows of one call may write it twice: as it is now counts.
            if let Some(conversation) = record.conversations.get(&change.after.id) {
                self.stand(record, conversation);
            }
        }
    }

    /// In the order of service.
    pub fn waiting(&self, queue: QueueId) -> &[ConversationId] {
        self.lines.get(&queue).map_or(&[], Vec::as_slice)
    }

    pub fn place(&self, id: ConversationId) -> Option<&Place> {
        self.places.get(&id).map(|(_, place)| place)
    }

    fn leave(&mut self, id: ConversationId) {
        let Some((queue, _)) = self.places.remove(&id) else { return };
        if let Some(line) = self.lines.get_mut(&queue) {
            line.retain(|other| *other != id);
            if line.is_empty() {
                self.lines.remove(&queue);
            }
        }
    }

    fn stand(&mut self, record: &Record, conversation: &Conversation) {
        let queue = conversation.queue_id.filter(|_| conversation.status == ConversationStatus::Open);
        let (Some(queue), Some(own)) = (queue, place(record, conversation)) else { return };
        let line = self.lines.entry(queue).or_default();
        let before = |other: &ConversationId| {
            self.places.get(other).and_then(|(_, other)| other.partial_cmp(&own)) == Some(Ordering::Less)
        };
        line.insert(line.partition_point(before), conversation.id);
        self.places.insert(conversation.id, (queue, own));
    }
}
