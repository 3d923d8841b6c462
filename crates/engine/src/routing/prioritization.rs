//! Where a conversation stands in its queue. Knows nothing of agents.

use super::line::Place;
use super::rank::in_order;
use crate::intake::fields::ConversationRecord;
use frontdesk_model::{Conversation, DistributionMode, PlaceOrder, PrioritizationRule, Timestamp, Workstream};
use frontdesk_predicate::{Record, ValueRef};
use std::cmp::Reverse;

const AFFINITY: u32 = 0;
/// What no rule holds for.
const LAST: (u32, i64) = (u32::MAX, 0);
/// After all that have a value.
const MISSING: i64 = i64::MAX;

pub(super) fn place_of<'a>(
    conversation: &Conversation,
    workstream: &Workstream,
    rules: &[PrioritizationRule],
    record: impl FnOnce() -> ConversationRecord<'a>,
) -> Place {
    let (bucket, sort) = if comes_back(conversation, workstream) {
        (AFFINITY, 0)
    } else if rules.is_empty() {
        LAST
    } else {
        bucket(&record(), rules)
    };
    Place {
        bucket,
        sort,
        priority: Reverse(conversation.priority),
        queued_at: conversation.queued_at.unwrap_or(conversation.created_at),
        conversation_id: conversation.id,
    }
}

/// Somebody had it before, and its workstream gives conversations back; that agent could not take it.
fn comes_back(conversation: &Conversation, workstream: &Workstream) -> bool {
    conversation.distribution == DistributionMode::Push
        && workstream.agent_affinity
        && conversation.last_agent_id.is_some()
}

/// The first rule that holds, and what it orders by; no rule: after all of them.
fn bucket(record: &ConversationRecord<'_>, rules: &[PrioritizationRule]) -> (u32, i64) {
    for (bucket, rule) in (AFFINITY + 1..).zip(rules) {
        if rule.when.holds(record) {
            return (bucket, rule.order.as_ref().map_or(0, |order| sort_key(record, order)));
        }
    }
    LAST
}

/// A number or a time, also one that arrived as text; anything else counts as missing.
fn sort_key(record: &ConversationRecord<'_>, order: &PlaceOrder) -> i64 {
    let key = match record.value(&order.field) {
        Some(ValueRef::Number(number)) => Some(number),
        Some(ValueRef::Time(at_ms)) => Some(at_ms as f64),
        Some(ValueRef::Text(text)) => read(text),
        Some(ValueRef::Boolean(_)) | None => None,
    };
    match key.map(in_order) {
        Some(key) if order.descending => !key,
        Some(key) => key,
        None => MISSING,
    }
}

fn read(text: &str) -> Option<f64> {
    let number = text.trim().parse().ok().filter(|number: &f64| number.is_finite());
    number.or_else(|| text.trim().parse().ok().map(|time: Timestamp| time.as_millis() as f64))
}
