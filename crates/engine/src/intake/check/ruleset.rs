//! Rulesets: every rule makes sense, can be reached and leads to something that exists.

use super::{Fault, Faults, SetUp};
use crate::intake::fields::{RuleKind, fields};
use crate::intake::rulebook::conditions;
use frontdesk_model::{
    Classification, ClassificationRule, OverflowAction, Queue, QueueShare, RouteRule, Rules, Ruleset, SkillRating,
};
use frontdesk_predicate::reach::{Because, unreachable};
use std::collections::BTreeSet;

const RULESETS_MAX: usize = 100;
const RULES_MAX: usize = 20_000;
const OUTPUTS_MAX: usize = 5;
const SHARES_MAX: usize = 5;
const VARIABLE_NAME_CHARACTERS_MAX: usize = 100;
const VARIABLE_VALUE_CHARACTERS_MAX: usize = 512;

pub(crate) fn check_ruleset(ruleset: &Ruleset, set_up: &impl SetUp) -> Result<(), Vec<Fault>> {
    let mut faults = Faults::default();
    check_neighbours(ruleset, set_up, &mut faults);
    match &ruleset.rules {
        Rules::Classification(rules) => {
            faults.count("rules", rules.len(), RULES_MAX, "rules");
            faults.names("rules", rules.iter().map(|rule| rule.name.as_str()));
            let schema = fields(RuleKind::Classification);
            for (place, rule) in rules.iter().take(RULES_MAX).enumerate() {
                let within = within(ruleset, &rule.name);
                faults.condition(&within, &format!("rules[{place}].when"), &rule.when, &schema);
                check_outputs(&within, place, rule, set_up, &mut faults);
            }
        }
        Rules::RouteToQueue(rules) => {
            faults.count("rules", rules.len(), RULES_MAX, "rules");
            faults.names("rules", rules.iter().map(|rule| rule.name.as_str()));
            let schema = fields(RuleKind::RouteToQueue);
            for (place, rule) in rules.iter().take(RULES_MAX).enumerate() {
                let within = within(ruleset, &rule.name);
                faults.condition(&within, &format!("rules[{place}].when"), &rule.when, &schema);
                check_shares(&within, place, rule, set_up, &mut faults);
            }
        }
    }
    if faults.0.is_empty() {
        check_reach(ruleset, set_up, &mut faults);
    }
    faults.into_result()
}

fn within(ruleset: &Ruleset, rule: &str) -> String {
    format!("rule '{rule}' of '{}'", ruleset.name)
}

/// A workstream has one route-to-queue ruleset, and not too many others.
fn check_neighbours(ruleset: &Ruleset, set_up: &impl SetUp, faults: &mut Faults) {
    let of_same = |other: &&Ruleset| other.workstream_id == ruleset.workstream_id && other.id != ruleset.id;
    let others: Vec<&Ruleset> = set_up.rulesets().filter(of_same).collect();
    faults.count("workstreamId", others.len() + 1, RULESETS_MAX, "rulesets of this workstream");
    let routes = |one: &Ruleset| matches!(one.rules, Rules::RouteToQueue(_));
    if let Some(other) = others.iter().find(|other| routes(ruleset) && routes(other)) {
        let detail = format!("'{}' routes this workstream to queues already, and one ruleset does", other.name);
        faults.add("second_route_ruleset", "rules.kind", detail);
    }
}

fn check_outputs(within: &str, place: usize, rule: &ClassificationRule, set_up: &impl SetUp, faults: &mut Faults) {
    faults.count(&format!("rules[{place}].outputs"), rule.outputs.len(), OUTPUTS_MAX, &format!("outputs of {within}"));
    for (index, output) in rule.outputs.iter().enumerate() {
        let field = format!("rules[{place}].outputs[{index}]");
        match output {
            Classification::Queue { queue_id } => faults.target(within, &format!("{field}.queueId"), *queue_id, set_up),
            Classification::Priority { .. } | Classification::CapacityProfile { .. } => {}
            Classification::Skill { skill } => check_skill(within, &field, *skill, set_up, faults),
            Classification::Context { variable } => {
                let fits = |text: &str, max: usize| text.chars().nth(max).is_none();
                let sound = !variable.name.trim().is_empty()
                    && fits(&variable.name, VARIABLE_NAME_CHARACTERS_MAX)
                    && fits(&variable.value, VARIABLE_VALUE_CHARACTERS_MAX);
                if !sound {
                    let detail = format!(
                        "{within}: a context variable has a name of at most {VARIABLE_NAME_CHARACTERS_MAX} characters \
                         and a value of at most {VARIABLE_VALUE_CHARACTERS_MAX}"
                    );
                    faults.add("bad_context_variable", field, detail);
                }
            }
        }
    }
}

fn check_skill(within: &str, field: &str, required: SkillRating, set_up: &impl SetUp, faults: &mut Faults) {
    let Some(skill) = set_up.skill(required.skill_id) else { return };
    let scale = skill.rating.minimum..=skill.rating.maximum;
    if !scale.contains(&required.proficiency) {
        let detail = format!(
            "{within}: '{}' is rated from {} to {}, and {} is asked for",
            skill.name,
            scale.start(),
            scale.end(),
            required.proficiency
        );
        faults.add("proficiency_out_of_range", field, detail);
    }
}

fn check_shares(within: &str, place: usize, rule: &RouteRule, set_up: &impl SetUp, faults: &mut Faults) {
    let field = format!("rules[{place}].queues");
    if rule.queues.is_empty() {
        faults.add("queues_missing", &field, format!("{within} names no queue"));
        return;
    }
    faults.count(&field, rule.queues.len(), SHARES_MAX, &format!("queues of {within}"));
    let sum: u64 = rule.queues.iter().map(|share| u64::from(share.percent)).sum();
    if sum != 100 || rule.queues.iter().any(|share| share.percent == 0) {
        let detail = format!("{within}: the percentages are at least 1 each and 100 together; these are {sum}");
        faults.add("percentages_not_100", &field, detail);
    }
    let mut named = BTreeSet::new();
    for (index, QueueShare { queue_id, .. }) in rule.queues.iter().enumerate() {
        let field = format!("{field}[{index}].queueId");
        if !named.insert(*queue_id) {
            faults.add("queue_twice", &field, format!("{within} names a queue twice"));
        }
        faults.target(within, &field, *queue_id, set_up);
    }
}

fn check_reach(ruleset: &Ruleset, set_up: &impl SetUp, faults: &mut Faults) {
    let name = |place: usize| match &ruleset.rules {
        Rules::Classification(rules) => rules.get(place).map_or("", |rule| &rule.name),
        Rules::RouteToQueue(rules) => rules.get(place).map_or("", |rule| &rule.name),
    };
    let lets_by = |place: usize| match &ruleset.rules {
        Rules::Classification(_) => false,
        Rules::RouteToQueue(rules) => rules.get(place).is_some_and(|rule| lets_by(rule, set_up)),
    };
    for found in unreachable(&conditions(&ruleset.rules)) {
        let why = match &found.because {
            Because::Contradiction => "its condition contradicts itself".to_owned(),
            Because::CoveredBy(rules) if rules.iter().any(|place| lets_by(*place)) => continue,
            Because::CoveredBy(rules) => {
                let names: Vec<String> = rules.iter().map(|place| format!("'{}'", name(*place))).collect();
                format!("{} catches all that it would", names.join(" and "))
            }
        };
        let detail = format!("{} is never reached: {why}", within(ruleset, name(found.rule)));
        faults.add("unreachable_rule", format!("rules[{}].when", found.rule), detail);
    }
}

/// Whether all its queues may overflow: then later rules get what it would catch.
fn lets_by(rule: &RouteRule, set_up: &impl SetUp) -> bool {
    let overflows =
        |queue: &Queue| queue.overflow_before.iter().any(|setting| setting.action != OverflowAction::QueueAnyway);
    rule.queues.iter().all(|share| set_up.queue(share.queue_id).is_some_and(overflows))
}
