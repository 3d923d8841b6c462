//! What happened and how often: a promise that was never put to the test was not kept, only not broken. Judges nothing.

use crate::reference::Rule;
use crate::transition::Transition;
use frontdesk_engine::{AlarmReason, Refusal, Reply};
use frontdesk_model::{AssignedBecause, Overflow, PassedOverReason, QueuedBecause, RoutingStep};
use std::collections::BTreeMap;

#[derive(Clone, Debug, Default)]
pub struct Coverage {
    pub steps: u64,
    pub transitions: BTreeMap<&'static str, u64>,
    pub moves: BTreeMap<&'static str, u64>,
    pub alarms: BTreeMap<AlarmReason, u64>,
    pub refusals: BTreeMap<&'static str, u64>,
    /// What was written down of routing.
    pub decisions: BTreeMap<&'static str, u64>,
    pub commands_done: u64,
}

impl Coverage {
    pub fn transition(&mut self, name: &'static str) {
        self.steps += 1;
        *self.transitions.entry(name).or_default() += 1;
    }

    pub fn rule(&mut self, name: &'static str) {
        *self.moves.entry(name).or_default() += 1;
    }

    pub fn alarm(&mut self, reason: AlarmReason) {
        *self.alarms.entry(reason).or_default() += 1;
    }

    pub fn decision(&mut self, step: &RoutingStep) {
        let mut count = |what: &'static str| *self.decisions.entry(what).or_default() += 1;
        match step {
            RoutingStep::Classified { .. } => count("classified"),
            RoutingStep::Queued { why, .. } => count(queued(why)),
            RoutingStep::Overflowed { condition, .. } => count(overflowed(condition)),
            RoutingStep::Assigned { because, considered, .. } => {
                count(assigned(*because));
                considered.passed_over.iter().for_each(|one| count(passed_over(one.reason)));
            }
            RoutingStep::Waits { considered, .. } => {
                count("waits");
                considered.passed_over.iter().for_each(|one| count(passed_over(one.reason)));
            }
        }
    }

    pub fn answer(&mut self, answer: &Result<Reply, Refusal>) {
        match answer {
            Ok(_) => self.commands_done += 1,
            Err(refusal) => *self.refusals.entry(refusal.code).or_default() += 1,
        }
    }

    pub fn add(&mut self, other: &Coverage) {
        self.steps += other.steps;
        self.commands_done += other.commands_done;
        add(&mut self.transitions, &other.transitions);
        add(&mut self.moves, &other.moves);
        add(&mut self.alarms, &other.alarms);
        add(&mut self.decisions, &other.decisions);
        add(&mut self.refusals, &other.refusals);
    }

    /// Nothing was carried out and no alarm rang: everything is as it was.
    pub fn did_nothing(&self) -> bool {
        self.commands_done == 0 && self.alarms.is_empty() && !self.transitions.contains_key("crash and reload")
    }

    /// What never happened although it can: rows of the table of moves, kinds of transitions, alarms.
    pub fn gaps(&self) -> Vec<String> {
        let transitions = Transition::NAMES.iter().filter(|name| !self.transitions.contains_key(**name));
        let rules = Rule::all().map(|rule| rule.name).filter(|name| !self.moves.contains_key(name));
        let decisions = DECISIONS.iter().filter(|what| !self.decisions.contains_key(**what));
        let alarms = ALARMS.iter().filter(|reason| !self.alarms.contains_key(reason));
        transitions
            .map(|name| format!("transition: {name}"))
            .chain(rules.map(|name| format!("move: {name}")))
            .chain(decisions.map(|what| format!("decision: {what}")))
            .chain(alarms.map(|reason| format!("alarm: {reason:?}")))
            .collect()
    }
}

const ALARMS: [AlarmReason; 12] = [
    AlarmReason::OfferExpires,
    AlarmReason::CustomerGone,
    AlarmReason::AutoClose,
    AlarmReason::WrapUpCapacity,
    AlarmReason::BrowserRestore,
    AlarmReason::AgentGone,
    AlarmReason::ReofferAfterDecline,
    AlarmReason::WaitedTooLong,
    AlarmReason::HoursChange,
    AlarmReason::RuleComesIntoForce,
    AlarmReason::CapacityReset,
    AlarmReason::ConsultExpires,
];

/// All that can be written down of routing.
const DECISIONS: [&str; 31] = [
    "classified",
    "queued by a rule",
    "queued by classification",
    "queued as named",
    "queued for want of a rule",
    "queued where it opens first",
    "queued by overflow",
    "queued by a transfer",
    "queued by a release",
    "queued on return",
    "queued when the customer wrote",
    "overflowed out of hours",
    "overflowed by length",
    "overflowed by waiting",
    "assigned first in order",
    "assigned nearest in skills",
    "assigned by affinity",
    "assigned as preferred",
    "waits",
    "passed over: deactivated",
    "passed over: not connected",
    "passed over: presence",
    "passed over: hours",
    "passed over: skill",
    "passed over: condition",
    "passed over: units",
    "passed over: no profile",
    "passed over: profile full",
    "passed over: blocked",
    "passed over: declined",
    "passed over: declined recently",
];

fn queued(why: &QueuedBecause) -> &'static str {
    match why {
        QueuedBecause::Rule { .. } => "queued by a rule",
        QueuedBecause::Classification => "queued by classification",
        QueuedBecause::Named => "queued as named",
        QueuedBecause::Fallback => "queued for want of a rule",
        QueuedBecause::OpensFirst { .. } => "queued where it opens first",
        QueuedBecause::Overflow { .. } => "queued by overflow",
        QueuedBecause::Transferred { .. } => "queued by a transfer",
        QueuedBecause::Released { .. } => "queued by a release",
        QueuedBecause::Returned => "queued on return",
        QueuedBecause::CustomerWrote => "queued when the customer wrote",
    }
}

fn overflowed(condition: &Overflow) -> &'static str {
    match condition {
        Overflow::OutOfHours => "overflowed out of hours",
        Overflow::QueueLength { .. } => "overflowed by length",
        Overflow::Waited { .. } => "overflowed by waiting",
    }
}

fn assigned(because: AssignedBecause) -> &'static str {
    match because {
        AssignedBecause::FirstInOrder => "assigned first in order",
        AssignedBecause::NearestInSkills => "assigned nearest in skills",
        AssignedBecause::Affinity => "assigned by affinity",
        AssignedBecause::Preferred => "assigned as preferred",
    }
}

fn passed_over(reason: PassedOverReason) -> &'static str {
    match reason {
        PassedOverReason::Deactivated => "passed over: deactivated",
        PassedOverReason::NotConnected => "passed over: not connected",
        PassedOverReason::Presence => "passed over: presence",
        PassedOverReason::Hours => "passed over: hours",
        PassedOverReason::Skill => "passed over: skill",
        PassedOverReason::Condition => "passed over: condition",
        PassedOverReason::Units => "passed over: units",
        PassedOverReason::NoProfile => "passed over: no profile",
        PassedOverReason::ProfileFull => "passed over: profile full",
        PassedOverReason::Blocked => "passed over: blocked",
        PassedOverReason::Declined => "passed over: declined",
        PassedOverReason::DeclinedRecently => "passed over: declined recently",
    }
}

fn add<K: Ord + Copy>(into: &mut BTreeMap<K, u64>, other: &BTreeMap<K, u64>) {
    for (key, count) in other {
        *into.entry(*key).or_default() += count;
    }
}
