//! In which order conversations are served, over all queues. Knows nothing of agents.

use super::fields::fields_of;
use crate::record::Record;
use frontdesk_model::*;
use frontdesk_predicate::Value;
use std::cmp::Reverse;

/// The smallest is served first.
#[derive(Clone, Debug, PartialEq, PartialOrd)]
pub struct Place {
    queue_priority: u32,
    /// Queues of equal priority: those without prioritisation rules are one line, the others come after it by name.
    line: Option<(String, QueueId)>,
    in_queue: PlaceInQueue,
}

#[derive(Clone, Debug, PartialEq, PartialOrd)]
struct PlaceInQueue {
    /// Back to somebody who had it; then the prioritisation rules; then all others.
    bucket: usize,
    /// What the rule sorts by; who has no value comes last.
    sort: Option<(bool, f64)>,
    priority: Reverse<Priority>,
    queued_at: Timestamp,
    id: ConversationId,
}

pub fn place(record: &Record, conversation: &Conversation) -> Option<Place> {
    let queue = record.queues.get(&conversation.queue_id?)?;
    let plain = queue.prioritization_rules.is_empty();
    Some(Place {
        queue_priority: queue.priority,
        line: (!plain).then(|| (queue.name.to_lowercase(), queue.id)),
        in_queue: place_in_queue(record, conversation, queue),
    })
}

fn place_in_queue(record: &Record, conversation: &Conversation, queue: &Queue) -> PlaceInQueue {
    let affine =
        record.workstreams.get(&conversation.workstream_id).is_some_and(|workstream| workstream.agent_affinity)
            && conversation.distribution == DistributionMode::Push
            && conversation.last_agent_id.is_some();
    let (bucket, sort) = if affine || queue.prioritization_rules.is_empty() {
        (usize::from(!affine), None)
    } else {
        let fields = fields_of(record, conversation).0;
        let rules = queue.prioritization_rules.iter();
        match rules.enumerate().find(|(_, rule)| rule.when.holds(&fields)) {
            Some((number, PrioritizationRule { order: Some(order), .. })) => {
                (1 + number, Some(sort_key(fields.get(&order.field), order.descending)))
            }
            Some((number, _)) => (1 + number, None),
            None => (1 + queue.prioritization_rules.len(), None),
        }
    };
    PlaceInQueue {
        bucket,
        sort,
        priority: Reverse(conversation.priority),
        queued_at: conversation.queued_at.unwrap_or(conversation.created_at),
        id: conversation.id,
    }
}

/// Numbers and times by their value; what is neither is missing.
fn sort_key(value: Option<&Value>, descending: bool) -> (bool, f64) {
    let number = match value {
        Some(Value::Number(number)) => Some(number.get()),
        Some(Value::Time(at)) => Some(*at as f64),
        Some(Value::Text(text)) => {
            let time = || text.parse::<Timestamp>().ok().map(|at| at.0 as f64);
            text.trim().parse::<f64>().ok().filter(|number| number.is_finite()).or_else(time)
        }
        Some(Value::Boolean(_)) | None => None,
    };
    match number {
        Some(number) => (false, if descending { -number } else { number }),
        None => (true, 0.0),
    }
}
