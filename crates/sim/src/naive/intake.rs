//! The way of a new conversation into its queue, rule after rule. Knows the rows; nothing of agents.

use super::fields::{Fields, fields_of, text, word};
use crate::record::Record;
use frontdesk_engine::NewConversation;
use frontdesk_model::*;
use frontdesk_predicate::Value;
use std::collections::BTreeMap;

type Named = BTreeMap<String, Value>;

/// What classification says of a conversation.
#[derive(Debug, Default)]
pub struct Classified {
    pub fired: Vec<FiredRule>,
    pub set: Vec<Classification>,
}

/// The rulesets of a workstream, in the order in which they run.
fn rulesets(record: &Record, workstream: WorkstreamId) -> Vec<&Ruleset> {
    let mut all: Vec<&Ruleset> = record.rulesets.values().filter(|one| one.workstream_id == workstream).collect();
    all.sort_by_key(|ruleset| (ruleset.position, &ruleset.name, ruleset.id));
    all
}

/// In each ruleset the first rule that holds; later ones see what it set.
pub fn classify(record: &Record, workstream: WorkstreamId, mut fields: Named) -> Classified {
    let mut classified = Classified::default();
    for ruleset in rulesets(record, workstream) {
        let Rules::Classification(rules) = &ruleset.rules else { continue };
        let found = rules.iter().find(|rule| rule.when.holds(&fields));
        let (ruleset_id, name) = (ruleset.id, ruleset.name.clone());
        classified.fired.push(FiredRule { ruleset_id, ruleset: name, rule: found.map(|rule| rule.name.clone()) });
        for output in found.into_iter().flat_map(|rule| &rule.outputs) {
            match output {
                Classification::Priority { priority } => {
                    fields.insert("conversation.priority".into(), word(priority));
                }
                Classification::Context { variable } => {
                    fields.insert(format!("context.{}", variable.name), text(&variable.value));
                }
                Classification::Queue { .. }
                | Classification::Skill { .. }
                | Classification::CapacityProfile { .. } => {}
            }
            classified.set.push(output.clone());
        }
    }
    classified
}

/// The route-to-queue rules that hold, in order.
pub fn routes<'a>(record: &'a Record, workstream: WorkstreamId, fields: &Named) -> Vec<(&'a Ruleset, &'a RouteRule)> {
    let mut found = Vec::new();
    for ruleset in rulesets(record, workstream) {
        if let Rules::RouteToQueue(rules) = &ruleset.rules {
            found.extend(rules.iter().filter(|rule| rule.when.holds(fields)).map(|rule| (ruleset, rule)));
        }
    }
    found
}

/// All that rules may ask of a conversation as it came.
pub fn fields_as_it_came(record: &Record, new: &NewConversation, after: &Conversation) -> Named {
    let Fields(fields) = fields_of(record, &as_it_came(new, after));
    fields
}

/// Before any rule touched it.
pub fn as_it_came(new: &NewConversation, after: &Conversation) -> Conversation {
    let mut came = after.clone();
    (came.priority, came.queue_id, came.queued_at) = (new.priority, None, None);
    came.context.clone_from(&new.context);
    (came.demand.skills, came.demand.capacity_profiles) = (Vec::new(), Vec::new());
    came
}

/// What it says must be what the conversation is.
pub fn apply(came: &mut Conversation, set: &[Classification]) {
    for output in set {
        match output {
            Classification::Queue { .. } => {}
            Classification::Priority { priority } => came.priority = *priority,
            Classification::Skill { skill } => {
                let skills = &mut came.demand.skills;
                match skills.iter_mut().find(|one| one.skill_id == skill.skill_id) {
                    Some(one) => *one = *skill,
                    None => skills.push(*skill),
                }
            }
            Classification::CapacityProfile { profile_id } => {
                if !came.demand.capacity_profiles.contains(profile_id) {
                    came.demand.capacity_profiles.push(*profile_id);
                }
            }
            Classification::Context { variable } => {
                match came.context.iter_mut().find(|one| one.name == variable.name) {
                    Some(one) => one.value.clone_from(&variable.value),
                    None => came.context.push(variable.clone()),
                }
            }
        }
    }
}

/// A queue when something is about to enter it.
pub struct Door<'a> {
    pub record: &'a Record,
    pub now: Timestamp,
    /// How many wait in each queue.
    pub waiting: BTreeMap<QueueId, u32>,
}

/// What is in the way, and what the queue does about it.
pub type Overflows = (OverflowCondition, Overflow, OverflowAction);

impl Door<'_> {
    /// Out of hours is looked at first.
    pub fn overflows(&self, queue: QueueId) -> Option<Overflows> {
        let queue = self.record.queues.get(&queue)?;
        let waiting = self.waiting.get(&queue.id).copied().unwrap_or(0);
        let closed = !self.record.is_open(queue.operating_hours_id, self.now);
        let settings = || queue.overflow_before.iter();
        let out_of_hours = settings().find(|one| closed && one.condition == OverflowCondition::OutOfHours);
        if let Some(setting) = out_of_hours {
            return Some((setting.condition, Overflow::OutOfHours, setting.action));
        }
        settings().find_map(|setting| match setting.condition {
            OverflowCondition::QueueLength { waiting_max } if waiting >= waiting_max => {
                Some((setting.condition, Overflow::QueueLength { waiting, waiting_max }, setting.action))
            }
            _ => None,
        })
    }

    /// Through the rules that hold. `draw` is the conversation's lot, as it was written down.
    pub fn choose(&self, rules: &[(&Ruleset, &RouteRule)], draw: Option<u32>) -> Route {
        let mut passed: Vec<(QueueId, OverflowCondition)> = Vec::new();
        for (ruleset, rule) in rules {
            let lot = draw.filter(|_| rule.queues.len() > 1);
            for queue in in_turn(&rule.queues, lot.unwrap_or(0)) {
                match self.overflows(queue) {
                    Some((condition, _, action)) if action != OverflowAction::QueueAnyway => {
                        if passed.iter().all(|(other, _)| *other != queue) {
                            passed.push((queue, condition));
                        }
                    }
                    _ => {
                        let (ruleset, rule) = (ruleset.name.clone(), rule.name.clone());
                        return Route { to: Some((queue, QueuedBecause::Rule { ruleset, rule, draw: lot })), passed };
                    }
                }
            }
        }
        let queues: Vec<QueueId> = passed.iter().map(|(queue, _)| *queue).collect();
        Route { to: self.opens_first(&queues), passed }
    }

    /// The first of those that open at the same time.
    pub fn opens_first(&self, passed: &[QueueId]) -> Option<(QueueId, QueuedBecause)> {
        let opens_at = |queue: QueueId| {
            let hours = self.record.queues.get(&queue).and_then(|queue| queue.operating_hours_id);
            self.record.opens_at(hours, self.now)
        };
        let mut first: Option<(QueueId, Option<Timestamp>)> = None;
        for queue in passed {
            let at = opens_at(*queue);
            let sooner = match (at, first) {
                (_, None) => true,
                (Some(at), Some((_, Some(first)))) => at < first,
                (Some(_), Some((_, None))) => true,
                (None, Some(_)) => false,
            };
            if sooner {
                first = Some((*queue, at));
            }
        }
        let (queue, at) = first?;
        Some((queue, QueuedBecause::OpensFirst { opens_at: at.filter(|at| *at > self.now) }))
    }
}

#[derive(Debug)]
pub struct Route {
    /// None: no rule holds.
    pub to: Option<(QueueId, QueuedBecause)>,
    pub passed: Vec<(QueueId, OverflowCondition)>,
}

/// First the one on which the lot falls, then the others as they are listed.
fn in_turn(shares: &[QueueShare], lot: u32) -> Vec<QueueId> {
    let mut end = 0;
    let drawn = shares.iter().position(|share| {
        end += share.percent;
        lot < end
    });
    let drawn = drawn.unwrap_or(0);
    let others = (0..shares.len()).filter(|place| *place != drawn);
    std::iter::once(drawn).chain(others).filter_map(|place| shares.get(place)).map(|share| share.queue_id).collect()
}
