//! Queues: their prioritisation and assignment rules make sense, their overflow leads somewhere and never in a circle.

use super::{Fault, Faults, SetUp};
use crate::intake::fields::{RuleKind, fields};
use frontdesk_model::{
    AssignmentMethod, AssignmentRule, OverflowAction, OverflowBefore, OverflowCondition, OverflowWaiting,
    PrioritizationRule, Queue, QueueId,
};
use frontdesk_predicate::reach::{Because, unreachable};
use frontdesk_predicate::{FieldType, Schema};
use std::collections::BTreeSet;
use std::slice;

const RULES_MAX: usize = 100;
const WAITING_MAX: std::ops::RangeInclusive<u32> = 1..=100;
const MINUTE_MS: u64 = 60_000;
const WAITED_MS: std::ops::RangeInclusive<u64> = MINUTE_MS..=2 * 24 * 60 * MINUTE_MS;

pub(crate) fn check_queue(queue: &Queue, set_up: &impl SetUp) -> Result<(), Vec<Fault>> {
    let mut faults = Faults::default();
    check_prioritization(&queue.prioritization_rules, &mut faults);
    check_assignment(queue, &mut faults);
    check_overflow_before(queue, set_up, &mut faults);
    if let Some(waiting) = &queue.overflow_waiting {
        check_overflow_waiting(waiting, set_up, &mut faults);
    }
    if let Some(circle) = circle(queue, set_up) {
        let field = if queue.overflow_before.is_empty() { "overflowWaiting" } else { "overflowBefore" };
        faults.add("overflow_cycle", field, format!("overflow would go round in a circle: {circle}"));
    }
    faults.into_result()
}

fn check_prioritization(rules: &[PrioritizationRule], faults: &mut Faults) {
    let schema = fields(RuleKind::Prioritization);
    faults.count("prioritizationRules", rules.len(), RULES_MAX, "prioritisation rules");
    faults.names("prioritizationRules", rules.iter().map(|rule| rule.name.as_str()));
    for (place, rule) in rules.iter().take(RULES_MAX).enumerate() {
        let within = format!("prioritisation rule '{}'", rule.name);
        let field = format!("prioritizationRules[{place}]");
        faults.condition(&within, &format!("{field}.when"), &rule.when, &schema);
        if let Some(order) = &rule.order {
            check_order(&within, &format!("{field}.order.field"), &order.field, &schema, faults);
        }
    }
    let conditions: Vec<_> = rules.iter().map(|rule| rule.when.clone()).collect();
    for found in unreachable(&conditions) {
        let detail = format!("prioritisation rule '{}' is never reached", rules[found.rule].name);
        faults.add("unreachable_rule", format!("prioritizationRules[{}].when", found.rule), detail);
    }
}

fn check_order(within: &str, field: &str, name: &str, schema: &Schema, faults: &mut Faults) {
    match schema.resolve(name) {
        Some(FieldType::Number | FieldType::Time | FieldType::Open) => {}
        Some(other) => {
            let detail = format!("{within}: order is by a number or a time, and `{name}` is {}", other.describe());
            faults.add("wrong_type", field, detail);
        }
        None => {
            let known = schema.fields().map(|(name, _)| name);
            let meant = frontdesk_predicate::nearest(name, known).map(|near| format!("; did you mean `{near}`?"));
            let detail = format!("{within}: there is no field `{name}`{}", meant.unwrap_or_default());
            faults.add("unknown_field", field, detail);
        }
    }
}

fn check_assignment(queue: &Queue, faults: &mut Faults) {
    let rules = &queue.assignment_rules;
    if queue.method == AssignmentMethod::Custom && rules.is_empty() {
        let detail = "the method custom needs a rule: without one nobody is ever assigned anything";
        faults.add("assignment_rules_missing", "assignmentRules", detail);
    }
    let schema = fields(RuleKind::Assignment);
    faults.count("assignmentRules", rules.len(), RULES_MAX, "assignment rules");
    faults.names("assignmentRules", rules.iter().map(|rule| rule.name.as_str()));
    for (place, rule) in rules.iter().take(RULES_MAX).enumerate() {
        check_assignment_rule(rule, &format!("assignmentRules[{place}]"), &schema, faults);
    }
}

fn check_assignment_rule(rule: &AssignmentRule, field: &str, schema: &Schema, faults: &mut Faults) {
    let within = format!("assignment rule '{}'", rule.name);
    faults.condition(&within, &format!("{field}.when"), &rule.when, schema);
    let never = unreachable(slice::from_ref(&rule.when));
    if never.iter().any(|found| found.because == Because::Contradiction) {
        let detail = format!("{within} never holds: its condition contradicts itself");
        faults.add("unreachable_rule", format!("{field}.when"), detail);
    }
    if rule.presences.is_empty() {
        let detail = format!("{within} allows no presence, so it fits nobody");
        faults.add("presences_missing", format!("{field}.presences"), detail);
    }
}

fn check_overflow_before(queue: &Queue, set_up: &impl SetUp, faults: &mut Faults) {
    let settings: &[OverflowBefore] = &queue.overflow_before;
    let mut out_of_hours = false;
    for (place, setting) in settings.iter().enumerate() {
        let field = format!("overflowBefore[{place}]");
        match setting.condition {
            OverflowCondition::OutOfHours if std::mem::replace(&mut out_of_hours, true) => {
                faults.add("condition_twice", &field, "what happens out of hours is said twice");
            }
            OverflowCondition::OutOfHours if queue.operating_hours_id.is_none() => {
                let detail = "a queue without operating hours is always open, and never out of hours";
                faults.add("hours_missing", format!("{field}.condition"), detail);
            }
            OverflowCondition::OutOfHours => {}
            OverflowCondition::QueueLength { waiting_max } if WAITING_MAX.contains(&waiting_max) => {}
            OverflowCondition::QueueLength { waiting_max } => {
                let detail = format!("a line overflows at 1 to 100 who wait, not at {waiting_max}");
                faults.add("out_of_range", format!("{field}.condition.waitingMax"), detail);
            }
        }
        if let OverflowAction::TransferToQueue { queue_id } = setting.action {
            faults.target("overflow", &format!("{field}.action.queueId"), queue_id, set_up);
        }
    }
    let lengths = settings.iter().filter(|one| one.condition != OverflowCondition::OutOfHours).count();
    if lengths > 1 {
        faults.add("condition_twice", "overflowBefore", "the length at which the line overflows is said twice");
    }
}

fn check_overflow_waiting(setting: &OverflowWaiting, set_up: &impl SetUp, faults: &mut Faults) {
    if !WAITED_MS.contains(&setting.after_ms) {
        let detail = format!("a wait is too long after 1 minute to 2 days, not after {} ms", setting.after_ms);
        faults.add("out_of_range", "overflowWaiting.afterMs", detail);
    }
    match setting.action {
        OverflowAction::EndConversation => {}
        OverflowAction::TransferToQueue { queue_id } => {
            faults.target("overflow", "overflowWaiting.action.queueId", queue_id, set_up);
        }
        OverflowAction::QueueAnyway => {
            let detail = "who has waited too long is in the queue already: end the conversation or send it on";
            faults.add("queue_anyway_not_for_waiting", "overflowWaiting.action", detail);
        }
    }
}

/// The way back to the queue, by overflow before it or in it, in words.
fn circle(queue: &Queue, set_up: &impl SetUp) -> Option<String> {
    let mut seen = BTreeSet::new();
    let mut ways: Vec<Vec<&Queue>> = vec![vec![queue]];
    while let Some(way) = ways.pop() {
        for target in targets(way.last()?) {
            if target == queue.id {
                let names: Vec<&str> = way.iter().chain([&queue]).map(|one| one.name.as_str()).collect();
                return Some(names.join(" → "));
            }
            if let Some(next) = set_up.queue(target).filter(|_| seen.insert(target)) {
                ways.push(way.iter().copied().chain([next]).collect());
            }
        }
    }
    None
}

fn targets(queue: &Queue) -> impl Iterator<Item = QueueId> {
    let before = queue.overflow_before.iter().map(|setting| setting.action);
    before.chain(queue.overflow_waiting.map(|waiting| waiting.action)).filter_map(|action| match action {
        OverflowAction::TransferToQueue { queue_id } => Some(queue_id),
        OverflowAction::EndConversation | OverflowAction::QueueAnyway => None,
    })
}
