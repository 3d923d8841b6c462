//! Who comes first among those who may. Knows nothing of who may.

use super::reasons::Rule;
use super::{Moment, Wanted, profile_room};
use frontdesk_model::*;
use std::cmp::Reverse;

/// An agent who may have a conversation.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The smallest is chosen.
    pub order: Order,
    pub agent_id: AgentId,
    pub rule_name: Option<String>,
    pub because: AssignedBecause,
}

#[derive(Clone, Debug, PartialEq, PartialOrd)]
pub struct Order {
    declined: u32,
    /// Among the preferred agents; the others come after them.
    preferred: usize,
    rule: usize,
    /// Where the closest match is wanted: the points that are missing.
    shortfall: i64,
    keys: Vec<Key>,
    agent_id: AgentId,
}

/// Never is before any time.
type Time = Option<Timestamp>;

#[derive(Clone, Debug, PartialEq, PartialOrd)]
enum Key {
    Time(Time),
    Number(f64),
    Text(String),
    TextBackwards(Reverse<String>),
    Missing,
}

pub fn standing(
    moment: &Moment<'_>,
    wanted: &Wanted<'_>,
    agent: &Agent,
    status: &AgentStatus,
    rule: Rule<'_>,
    declined: u32,
) -> Standing {
    let matching = rule.map_or(wanted.workstream.skill_matching, |(_, rule)| rule.skills);
    let closest = matching == SkillMatching::Closest;
    let preferred = wanted.conversation.demand.preferred_agents.iter().position(|preferred| *preferred == agent.id);
    let because = if preferred.is_some() {
        AssignedBecause::Preferred
    } else if closest && !wanted.skills.is_empty() {
        AssignedBecause::NearestInSkills
    } else {
        AssignedBecause::FirstInOrder
    };
    let order = Order {
        declined,
        preferred: preferred.unwrap_or(usize::MAX),
        rule: rule.map_or(0, |(number, _)| number),
        shortfall: if closest { shortfall(moment, wanted, agent) } else { 0 },
        keys: keys(moment, wanted, agent, status, rule),
        agent_id: agent.id,
    };
    Standing { order, agent_id: agent.id, rule_name: rule.map(|(_, rule)| rule.name.clone()), because }
}

/// A skill that somebody does not have is rated one below the least of its scale.
fn shortfall(moment: &Moment<'_>, wanted: &Wanted<'_>, agent: &Agent) -> i64 {
    let missing = |skill: &SkillRating| {
        let scale = moment.record.skills.get(&skill.skill_id).map_or(RatingModel::default(), |known| known.rating);
        let rated = agent.skills.iter().find(|theirs| theirs.skill_id == skill.skill_id);
        let rated = rated.map_or(i64::from(scale.minimum) - 1, |theirs| i64::from(theirs.proficiency));
        (i64::from(skill.proficiency) - rated).max(0)
    };
    wanted.skills.iter().map(missing).sum()
}

fn keys(moment: &Moment<'_>, wanted: &Wanted<'_>, agent: &Agent, status: &AgentStatus, rule: Rule<'_>) -> Vec<Key> {
    let turn = status.load.turns.iter().find(|turn| turn.queue_id == wanted.queue.id);
    let last_from_queue = Key::Time(turn.and_then(|turn| turn.last_assigned_at));
    let last_from_any = Key::Time(status.last_assigned_at);
    let units = Key::Number(-(status.available_units as f64));
    let rooms = wanted.profiles.iter().filter_map(|profile| profile_room(moment.record, agent, status, *profile));
    let profile_units = -(rooms.sum::<i64>() as f64);
    match (wanted.queue.method, rule) {
        (AssignmentMethod::HighestCapacity, _) => {
            let profiles_alone = wanted.workstream.capacity_units == 0 && !wanted.profiles.is_empty();
            let first = if profiles_alone { Key::Number(profile_units) } else { Key::Number(0.0) };
            vec![first, units, last_from_any]
        }
        (AssignmentMethod::AdvancedRoundRobin, _) => {
            let joined = Key::Time(turn.map(|turn| turn.joined_at));
            let listed = wanted.queue.members.iter().position(|member| *member == agent.id);
            vec![last_from_queue, joined, Key::Number(listed.map_or(f64::MAX, |listed| listed as f64))]
        }
        (AssignmentMethod::LeastActive, _) => vec![Key::Time(status.load.freed_at), last_from_any],
        (AssignmentMethod::Custom, None) => vec![last_from_any],
        (AssignmentMethod::Custom, Some((_, rule))) => {
            let skilled = |id: SkillId| agent.skills.iter().find(|skill| skill.skill_id == id);
            let ratings = wanted.skills.iter().filter_map(|skill| skilled(skill.skill_id));
            let proficiency: f64 = ratings.map(|skill| f64::from(skill.proficiency)).sum();
            let skills = agent.skills.len() as f64;
            let by = |order: &AgentOrder| match order {
                AgentOrder::RoundRobin => last_from_queue.clone(),
                AgentOrder::LeastActive => Key::Time(status.load.freed_at),
                AgentOrder::MostUnitsFree => units.clone(),
                AgentOrder::MostProfileUnitsFree => Key::Number(profile_units),
                AgentOrder::MostProficient => Key::Number(-proficiency),
                AgentOrder::LeastProficient => Key::Number(proficiency),
                AgentOrder::FewestSkills => Key::Number(skills),
                AgentOrder::MostSkills => Key::Number(-skills),
                AgentOrder::Attribute { name, descending } => attribute(agent, name, *descending),
            };
            rule.order.iter().map(by).chain([last_from_any]).collect()
        }
    }
}

/// Numbers before texts, and who has none last, whichever way round.
fn attribute(agent: &Agent, name: &str, descending: bool) -> Key {
    let name = name.strip_prefix("agent.").unwrap_or(name);
    let Some(attribute) = agent.attributes.iter().find(|attribute| attribute.name == name) else { return Key::Missing };
    match (attribute.value.trim().parse::<f64>(), descending) {
        (Ok(number), false) => Key::Number(number),
        (Ok(number), true) => Key::Number(-number),
        (Err(_), false) => Key::Text(attribute.value.to_lowercase()),
        (Err(_), true) => Key::TextBackwards(Reverse(attribute.value.to_lowercase())),
    }
}
