//! The method "custom": the queue's own assignment rules, each with its own order. Knows nothing of other methods.

use super::highest_capacity::free_profile_units;
use super::rank::{Key, ago, in_order};
use super::search::Subject;
use crate::agents::AgentState;
use frontdesk_model::{AgentOrder, AssignmentRule};
use std::cmp::Reverse;

/// What the rule orders agents by, the first key first.
pub(super) fn keys(rule: &AssignmentRule, subject: &Subject<'_>, state: &AgentState) -> Vec<Key> {
    rule.order.iter().map(|order| key(order, subject, state)).collect()
}

fn key(order: &AgentOrder, subject: &Subject<'_>, state: &AgentState) -> Key {
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    match order {
        AgentOrder::RoundRobin => {
            let turn = state.turn(subject.queue.queue.id);
            Key::Number(ago(turn.and_then(|turn| turn.last_assigned_at)))
        }
        AgentOrder::LeastActive => Key::Number(ago(state.status.load.freed_at)),
        AgentOrder::MostUnitsFree => Key::Number(state.status.available_units.saturating_neg()),
        AgentOrder::MostProfileUnitsFree => Key::Number(free_profile_units(subject.terms, state).saturating_neg()),
        AgentOrder::MostProficient => Key::Number(proficiency(subject, state).saturating_neg()),
        AgentOrder::LeastProficient => Key::Number(proficiency(subject, state)),
        AgentOrder::FewestSkills => Key::Number(count(state.agent.skills.len())),
        AgentOrder::MostSkills => Key::Number(count(state.agent.skills.len()).saturating_neg()),
        AgentOrder::Attribute { name, descending } => attribute(name, *descending, state),
    }
}

/// The sum of the ratings in required skills.
fn proficiency(subject: &Subject<'_>, state: &AgentState) -> i64 {
    let rated = |id| state.agent.skills.iter().find(|skill| skill.skill_id == id).map_or(0, |skill| skill.proficiency);
    subject.terms.skills.iter().map(|skill| i64::from(rated(skill.skill_id))).sum()
}

/// Numbers by their value, other texts by their letters in lower case.
fn attribute(name: &str, descending: bool, state: &AgentState) -> Key {
    let name = name.strip_prefix("agent.").unwrap_or(name);
    let Some(found) = state.agent.attributes.iter().find(|attribute| attribute.name == name) else {
        return Key::Missing;
    };
    match found.value.trim().parse::<f64>().ok().filter(|number| number.is_finite()) {
        Some(number) if descending => Key::Number(!in_order(number)),
        Some(number) => Key::Number(in_order(number)),
        None if descending => Key::TextDescending(Reverse(found.value.to_lowercase())),
        None => Key::Text(found.value.to_lowercase()),
    }
}
