//! What happened and how often: a promise that was never put to the test was not kept, only not broken. Judges nothing.

use crate::reference::Rule;
use crate::transition::Transition;
use frontdesk_engine::{AlarmReason, Refusal, Reply};
use std::collections::BTreeMap;

#[derive(Clone, Debug, Default)]
pub struct Coverage {
    pub steps: u64,
    pub transitions: BTreeMap<&'static str, u64>,
    pub moves: BTreeMap<&'static str, u64>,
    pub alarms: BTreeMap<AlarmReason, u64>,
    pub refusals: BTreeMap<&'static str, u64>,
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
        let alarms = ALARMS.iter().filter(|reason| !self.alarms.contains_key(reason));
        transitions
            .map(|name| format!("transition: {name}"))
            .chain(rules.map(|name| format!("move: {name}")))
            .chain(alarms.map(|reason| format!("alarm: {reason:?}")))
            .collect()
    }
}

const ALARMS: [AlarmReason; 11] = [
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
];

fn add<K: Ord + Copy>(into: &mut BTreeMap<K, u64>, other: &BTreeMap<K, u64>) {
    for (key, count) in other {
        *into.entry(*key).or_default() += count;
    }
}
