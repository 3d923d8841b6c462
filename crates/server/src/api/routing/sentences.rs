//! Decisions in plain words, for agents and supervisors who ask why. Made here and nowhere else; says only what the
//! decision itself holds.

use super::names::Names;
use crate::wire::{
    AssignedBecause, AssignmentMethod, Considered, Demand, FiredRule, Named, Overflow, OverflowAction,
    OverflowCondition, PassedOver, PassedOverQueue, PassedOverReason, QueuedBecause, RoutingStep,
};
use frontdesk_model::QueueId;

pub fn of(step: &RoutingStep, names: &Names<'_>) -> String {
    match step {
        RoutingStep::Classified { fired, .. } => classified(fired),
        RoutingStep::Queued { queue, why, passed_over, .. } => queued(queue, why, passed_over),
        RoutingStep::Overflowed { queue, condition, action } => overflowed(queue, *condition, *action, names),
        RoutingStep::Assigned { agent, queue, method, rule, because, demand, considered } => {
            assigned(agent, queue, (*method, rule.as_deref(), *because), demand, considered)
        }
        RoutingStep::Waits { queue, demand, considered } => {
            format!("Came into {}: {}.", called(queue), nobody(demand, considered))
        }
    }
}

pub fn waits_now(queue: &Named, position: u32, is_pushed: bool, demand: &Demand, considered: &Considered) -> String {
    let since = format!("Has waited {} in {}, at place {position}", duration(demand.waited_ms), called(queue));
    if !is_pushed {
        return format!("{since}, to be picked: no agent is looked for.");
    }
    if !considered.eligible.is_empty() {
        return format!("{since}: {} can take it when its turn comes.", list(&considered.eligible));
    }
    format!("{since}: {}.", nobody(demand, considered))
}

fn classified(fired: &[FiredRule]) -> String {
    let said: Vec<String> = fired
        .iter()
        .map(|fired| match &fired.rule {
            Some(rule) => format!("the rule '{rule}' of '{}' fired", fired.ruleset),
            None => format!("no rule of '{}' held", fired.ruleset),
        })
        .collect();
    format!("Classified: {}.", said.join("; "))
}

fn queued(queue: &Named, why: &QueuedBecause, passed_over: &[PassedOverQueue]) -> String {
    let because = match why {
        QueuedBecause::Rule { ruleset, rule, draw: None } => format!("the rule '{rule}' of '{ruleset}' says so"),
        QueuedBecause::Rule { ruleset, rule, draw: Some(draw) } => {
            format!("the rule '{rule}' of '{ruleset}' shares among queues, and its lot was {draw} of 0 to 99")
        }
        QueuedBecause::Classification => "a classification rule named it and no route held".to_owned(),
        QueuedBecause::Named => "whoever started it named this queue".to_owned(),
        QueuedBecause::Fallback => "no route held, and it is the workstream's fallback queue".to_owned(),
        QueuedBecause::OpensFirst { .. } => "all queues of its routes overflow, and this one opens first".to_owned(),
        QueuedBecause::Overflow { from_queue } => format!("{} overflowed", called(from_queue)),
        QueuedBecause::Transferred { by } => format!("{} transferred it", person(by)),
        QueuedBecause::Released { by } => format!("{} released it", person(by)),
        QueuedBecause::Returned => "nobody accepted it there, so it is back where it was".to_owned(),
        QueuedBecause::CustomerWrote => "the customer wrote again".to_owned(),
    };
    let looked: Vec<String> = passed_over
        .iter()
        .map(|passed| match passed.condition {
            OverflowCondition::OutOfHours => format!("{} was closed", called(&passed.queue)),
            OverflowCondition::QueueLength { waiting_max } => {
                format!("in {} {waiting_max} waited already", called(&passed.queue))
            }
        })
        .collect();
    let before = if looked.is_empty() { String::new() } else { format!(" Before that, {}.", looked.join(", ")) };
    format!("Went to {}, because {because}.{before}", called(queue))
}

fn overflowed(queue: &Named, condition: Overflow, action: OverflowAction, names: &Names<'_>) -> String {
    let what = match condition {
        Overflow::OutOfHours => format!("{} was closed", called(queue)),
        Overflow::QueueLength { waiting, waiting_max } => {
            format!("{waiting} waited in {} already, and its limit is {waiting_max}", called(queue))
        }
        Overflow::Waited { waited_ms, after_ms } => {
            format!(
                "it had waited {} in {}, and {} are allowed",
                duration(waited_ms),
                called(queue),
                duration(after_ms)
            )
        }
    };
    let then = match action {
        OverflowAction::EndConversation => "so it was ended".to_owned(),
        OverflowAction::TransferToQueue { queue_id } => {
            format!("so it was sent to {}", called(&names.queue(QueueId(queue_id))))
        }
        OverflowAction::QueueAnyway => "and it was let in all the same".to_owned(),
    };
    format!("Overflow: {what}, {then}.")
}

fn assigned(
    agent: &Named,
    queue: &Named,
    (method, rule, because): (AssignmentMethod, Option<&str>, AssignedBecause),
    demand: &Demand,
    considered: &Considered,
) -> String {
    let others = considered.eligible.len().saturating_sub(1);
    let of = match others {
        0 => "the only one who could take it".to_owned(),
        1 => "first of two who could take it".to_owned(),
        more => format!("first of {} who could take it", more + 1),
    };
    let why = match because {
        AssignedBecause::Affinity => "they had it before".to_owned(),
        AssignedBecause::Preferred => "they are a preferred agent of this conversation".to_owned(),
        AssignedBecause::NearestInSkills => format!("nearest to the skills it asks for, {of}"),
        AssignedBecause::FirstInOrder => match (method, rule) {
            (AssignmentMethod::HighestCapacity, _) => format!("{of}, by most free units"),
            (AssignmentMethod::AdvancedRoundRobin, _) => format!("{of}, by whose turn it was"),
            (AssignmentMethod::LeastActive, _) => format!("{of}, by who had been free longest"),
            (AssignmentMethod::Custom, Some(rule)) => format!("{of}, by the rule '{rule}'"),
            (AssignmentMethod::Custom, None) => format!("{of}, by the queue's own rules"),
        },
    };
    let waited = match demand.waited_ms {
        0 => "at once".to_owned(),
        waited_ms => format!("after {}", duration(waited_ms)),
    };
    let passed = reasons(&considered.passed_over);
    let rest = if passed.is_empty() { String::new() } else { format!(" Passed over: {passed}.") };
    format!("Given to {} from {} {waited}: {why}.{rest}", person(agent), called(queue))
}

/// Why nobody could take it.
fn nobody(demand: &Demand, considered: &Considered) -> String {
    if considered.passed_over.is_empty() && considered.unlisted == 0 {
        return "the queue has no members".to_owned();
    }
    let asks = asked(demand);
    let for_what = if asks.is_empty() { String::new() } else { format!(" It asks for {asks}.") };
    let more = match considered.unlisted {
        0 => String::new(),
        more => format!("; {more} more are not listed"),
    };
    format!("nobody can take it: {}{more}.{for_what}", reasons(&considered.passed_over))
        .trim_end_matches('.')
        .to_owned()
}

fn asked(demand: &Demand) -> String {
    let skills = demand.skills.iter().map(|skill| format!("{} of at least {}", named(&skill.skill), skill.proficiency));
    let profiles = demand.capacity_profiles.iter().map(|profile| format!("room in '{}'", named(profile)));
    let units = (demand.units > 0).then(|| match demand.units {
        1 => "1 free unit".to_owned(),
        units => format!("{units} free units"),
    });
    skills.chain(profiles).chain(units).collect::<Vec<_>>().join(", ")
}

fn reasons(passed_over: &[PassedOver]) -> String {
    let said = passed_over.iter().map(|passed| format!("{} ({})", list(&passed.agents), reason(passed.reason)));
    said.collect::<Vec<_>>().join("; ")
}

fn reason(reason: PassedOverReason) -> &'static str {
    match reason {
        PassedOverReason::Deactivated => "no longer active",
        PassedOverReason::NotConnected => "not signed in",
        PassedOverReason::Presence => "not in a presence that takes this work",
        PassedOverReason::Hours => "outside their working hours",
        PassedOverReason::Skill => "without the skills it asks for",
        PassedOverReason::Condition => "the rule's condition does not hold for them",
        PassedOverReason::Units => "too few units free",
        PassedOverReason::NoProfile => "without its capacity profile",
        PassedOverReason::ProfileFull => "its capacity profile is full",
        PassedOverReason::Blocked => "blocked by a full profile",
        PassedOverReason::Declined => "declined it as often as is allowed",
        PassedOverReason::DeclinedRecently => "declined it a short while ago",
    }
}

const LISTED_MAX: usize = 5;

fn list(agents: &[Named]) -> String {
    let listed: Vec<&str> = agents.iter().take(LISTED_MAX).map(person).collect();
    match agents.len().saturating_sub(LISTED_MAX) {
        0 => listed.join(", "),
        more => format!("{} and {more} more", listed.join(", ")),
    }
}

fn called(queue: &Named) -> String {
    queue.name.as_ref().map_or_else(|| "a queue that was deleted since".to_owned(), |name| format!("'{name}'"))
}

fn person(agent: &Named) -> &str {
    agent.name.as_deref().unwrap_or("somebody who is not here any more")
}

fn named(thing: &Named) -> &str {
    thing.name.as_deref().unwrap_or("something that was deleted since")
}

/// To the second, in the two largest units.
fn duration(milliseconds: u64) -> String {
    let seconds = milliseconds / 1_000;
    let (days, hours, minutes, seconds) = (seconds / 86_400, seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60);
    let parts = [(days, "d"), (hours, "h"), (minutes, "min"), (seconds, "s")];
    let mut shown = parts.iter().skip_while(|(number, _)| *number == 0).take(2).filter(|(number, _)| *number > 0);
    match (shown.next(), shown.next()) {
        (Some((number, unit)), None) => format!("{number} {unit}"),
        (Some((one, unit)), Some((other, smaller))) => format!("{one} {unit} {other} {smaller}"),
        (None, _) => "less than a second".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::{DemandedSkill, Priority};
    use frontdesk_model::Uuid;

    fn named(name: &str) -> Named {
        Named { id: Uuid::nil(), name: Some(name.to_owned()) }
    }

    #[test]
    fn a_duration_is_told_in_its_two_largest_units() {
        for (milliseconds, said) in [
            (0, "less than a second"),
            (999, "less than a second"),
            (1_000, "1 s"),
            (540_000, "9 min"),
            (541_000, "9 min 1 s"),
            (3_600_000, "1 h"),
            (90_000_000, "1 d 1 h"),
            (86_401_000, "1 d"),
        ] {
            assert_eq!(duration(milliseconds), said);
        }
    }

    #[test]
    fn what_waits_says_who_was_passed_over_and_what_it_asks_for() {
        let demand = Demand {
            priority: Priority::Normal,
            waited_ms: 540_000,
            units: 1,
            skills: vec![DemandedSkill { skill: named("German"), proficiency: 7 }],
            capacity_profiles: Vec::new(),
        };
        let passed = |reason, name: &str| PassedOver { reason, agents: vec![named(name)] };
        let mut considered = Considered {
            eligible: Vec::new(),
            passed_over: vec![passed(PassedOverReason::Skill, "Ada"), passed(PassedOverReason::Units, "Ben")],
            unlisted: 0,
        };
        assert_eq!(
            waits_now(&named("Support"), 2, true, &demand, &considered),
            "Has waited 9 min in 'Support', at place 2: nobody can take it: Ada (without the skills it asks for); \
             Ben (too few units free). It asks for German of at least 7, 1 free unit."
        );
        considered.passed_over.clear();
        let empty = waits_now(&named("Support"), 1, true, &demand, &considered);
        assert_eq!(empty, "Has waited 9 min in 'Support', at place 1: the queue has no members.");
        let picked = waits_now(&named("Support"), 1, false, &demand, &considered);
        assert!(picked.ends_with("to be picked: no agent is looked for."), "{picked}");
    }
}
