//! A queue as the engine holds it: its two sides, and its turn among the others. Knows nothing of matching.

use super::demand::Terms;
use super::floor::Floor;
use super::line::{Index, Line, Place};
use super::skills::{SkillNumber, SkillNumbers, SkillSet};
use crate::agents::Attendance;
use frontdesk_model::{AgentId, AgentOrder, AssignmentMethod, Queue, SkillId, SkillRating};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Clone)]
pub(crate) struct QueueState {
    pub queue: Queue,
    pub line: Line,
    pub floor: Floor,
    /// Each member's place in the list.
    positions: BTreeMap<AgentId, u32>,
    /// Whether each member is there, in the order of the list.
    attendance: Vec<Attendance>,
    /// What its assignment rules ask of the conversation: those that differ in it differ to them.
    pub named_fields: Vec<String>,
    /// Among queues of equal priority: 0 where first come is first served, then queues with prioritisation rules by name.
    pub alphabetical: u32,
}

/// A conversation's turn over all queues; the smallest is served first. Queues of equal priority without prioritisation
/// rules are served as if they were one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Turn {
    queue_priority: u32,
    alphabetical: u32,
    pub place: Place,
}

impl QueueState {
    pub fn new(queue: Queue) -> QueueState {
        let (line, floor) = (Line::default(), Floor::default());
        let (positions, named_fields) = (positions(&queue), named_fields(&queue));
        let attendance = vec![Attendance::NotConnected; queue.members.len()];
        QueueState { queue, line, floor, positions, attendance, named_fields, alphabetical: 0 }
    }

    /// Who of the members is there has to be told anew.
    pub fn replace(&mut self, queue: Queue) {
        (self.positions, self.named_fields) = (positions(&queue), named_fields(&queue));
        self.attendance = vec![Attendance::NotConnected; queue.members.len()];
        self.queue = queue;
    }

    pub fn attend(&mut self, agent_id: AgentId, attendance: Attendance) {
        if let Some(position) = self.positions.get(&agent_id) {
            self.attendance[*position as usize] = attendance;
        }
    }

    /// All members, and whether they are there.
    pub fn attendance(&self) -> impl Iterator<Item = (AgentId, Attendance)> {
        self.queue.members.iter().copied().zip(self.attendance.iter().copied())
    }

    pub fn turn(&self, place: Place) -> Turn {
        Turn { queue_priority: self.queue.priority, alphabetical: self.alphabetical, place }
    }

    pub fn position(&self, agent_id: AgentId) -> u32 {
        self.positions.get(&agent_id).copied().unwrap_or(u32::MAX)
    }

    pub fn has_member(&self, agent_id: AgentId) -> bool {
        self.positions.contains_key(&agent_id)
    }

    /// How the group of these terms is found: by the required skill that fewest members have.
    pub fn index(&self, terms: &Terms, skills: &mut SkillNumbers) -> Index {
        let needed_skill = self.rarest_skill(terms).map_or(SkillNumber::NONE, |skill| skills.number(skill));
        let needed = self.needed_skills(terms).iter();
        let needs = needed.fold(SkillSet::default(), |set, skill| set.with(skills.number(skill.skill_id)));
        let within_reach = self.floor.may_have_all(self.needed_skills(terms));
        Index { needed_skill, needs, within_reach, open_to_the_full: terms.fits_the_full(&self.queue) }
    }

    /// Of the skills without which nobody can take it, the one that fewest have; none where it can be taken without.
    pub fn rarest_skill(&self, terms: &Terms) -> Option<SkillId> {
        let needed = self.needed_skills(terms).iter();
        needed.map(|skill| skill.skill_id).min_by_key(|id| self.floor.skilled_count(*id))
    }

    fn needed_skills<'a>(&self, terms: &'a Terms) -> &'a [SkillRating] {
        if terms.skills_are_needed(&self.queue) { &terms.skills } else { &[] }
    }
}

/// Whether it matters when members were last assigned something from this very queue.
pub(crate) fn keeps_turns(queue: &Queue) -> bool {
    let by_turns = |order: &AgentOrder| *order == AgentOrder::RoundRobin;
    match queue.method {
        AssignmentMethod::AdvancedRoundRobin => true,
        AssignmentMethod::Custom => queue.assignment_rules.iter().flat_map(|rule| &rule.order).any(by_turns),
        AssignmentMethod::HighestCapacity | AssignmentMethod::LeastActive => false,
    }
}

fn positions(queue: &Queue) -> BTreeMap<AgentId, u32> {
    queue.members.iter().copied().zip(0..).collect()
}

fn named_fields(queue: &Queue) -> Vec<String> {
    if queue.method != AssignmentMethod::Custom {
        return Vec::new();
    }
    let named: BTreeSet<&str> = queue.assignment_rules.iter().flat_map(|rule| rule.when.fields()).collect();
    named.into_iter().filter(|field| !field.starts_with("agent.")).map(str::to_owned).collect()
}
