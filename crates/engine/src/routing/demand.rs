//! What a waiting conversation asks of an agent. Those that ask the same wait in one group, so that an agent looks at
//! groups, not at conversations. Knows nothing of who answers.

use super::QueueState;
use crate::conversation::Held;
use crate::intake::fields::ConversationRecord;
use frontdesk_model::{
    AssignmentMethod, AssignmentRule, BasePresence, CapacityProfileId, Conversation, DemandSeen, Queue, QueueId,
    SkillMatching, SkillRating, Timestamp, Workstream,
};
use frontdesk_predicate::{Predicate, Record, Value, ValueRef};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// All that decides who may take a conversation: equal terms, equal answers for every agent.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Terms {
    pub units: u32,
    pub presences: Presences,
    pub matching: SkillMatching,
    /// Somebody declined it: that alone makes it differ from others, so it is looked at one by one.
    pub declined: bool,
    /// Method custom: the rules from a waiting time up to this are in force.
    pub relaxed_ms: u64,
    /// By skill, each once.
    pub skills: Box<[SkillRating]>,
    /// Of its workstream and its own, each once.
    pub profiles: Box<[CapacityProfileId]>,
    /// Method custom: the values of all fields of a conversation that the queue's assignment rules name.
    pub values: Box<[Option<Value>]>,
}

/// A set of base presences.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Presences(u8);

/// What is asked beside units, skills and profiles: by the workstream, or by one assignment rule.
#[derive(Clone, Copy)]
pub(crate) struct Ask<'a> {
    pub presences: Presences,
    pub matching: SkillMatching,
    pub within_capacity: bool,
    pub within_hours: bool,
    /// Of the assignment rule; none = nothing further.
    pub condition: Option<&'a Predicate>,
    /// The rule, by its place in the list.
    pub rule: Option<(u32, &'a AssignmentRule)>,
}

impl Presences {
    pub fn of(presences: &[BasePresence]) -> Presences {
        Presences(presences.iter().fold(0, |all, base| all | 1 << (*base as u8)))
    }

    pub fn contains(self, base: BasePresence) -> bool {
        self.0 & (1 << (base as u8)) != 0
    }
}

impl Terms {
    pub fn of<'a>(
        conversation: &Conversation,
        workstream: &Workstream,
        state: &QueueState,
        record: impl FnOnce() -> ConversationRecord<'a>,
        now: Timestamp,
    ) -> Terms {
        let queue = &state.queue;
        let custom = queue.method == AssignmentMethod::Custom;
        let values = if state.named_fields.is_empty() {
            Box::default()
        } else {
            let record = record();
            let value = |field: &String| record.value(field).and_then(ValueRef::to_value);
            state.named_fields.iter().map(value).collect()
        };
        Terms {
            units: workstream.capacity_units,
            presences: if custom { Presences::default() } else { Presences::of(&workstream.allowed_presences) },
            matching: if custom { SkillMatching::Ignored } else { workstream.skill_matching },
            declined: !conversation.declines.is_empty(),
            relaxed_ms: if custom { relaxed_ms(queue, waited_ms(conversation, now)) } else { 0 },
            skills: required_skills(&conversation.demand.skills),
            profiles: profiles_of(conversation, workstream).into_boxed_slice(),
            values,
        }
    }

    /// What is asked, strictest first: one for the workstream, or one for each assignment rule in force.
    pub fn asks<'a>(&'a self, queue: &'a Queue) -> impl Iterator<Item = Ask<'a>> + Clone {
        let custom = queue.method == AssignmentMethod::Custom;
        let of_workstream = Ask {
            presences: self.presences,
            matching: self.matching,
            within_capacity: true,
            within_hours: false,
            condition: None,
            rule: None,
        };
        let rules = if custom { &queue.assignment_rules[..] } else { &[] };
        let in_force = (0u32..).zip(rules).filter(|(_, rule)| rule.after_wait_ms <= self.relaxed_ms);
        let of_rules = in_force.map(|(number, rule)| Ask {
            presences: Presences::of(&rule.presences),
            matching: rule.skills,
            within_capacity: rule.within_capacity,
            within_hours: rule.within_hours,
            condition: Some(&rule.when),
            rule: Some((number, rule)),
        });
        (!custom).then_some(of_workstream).into_iter().chain(of_rules)
    }

    /// Whether an agent without a free unit may be asked at all.
    pub fn fits_the_full(&self, queue: &Queue) -> bool {
        self.units == 0 || self.asks(queue).any(|ask| !ask.within_capacity)
    }

    /// Whether only agents who have every required skill can be asked.
    pub fn skills_are_needed(&self, queue: &Queue) -> bool {
        !self.skills.is_empty() && self.asks(queue).all(|ask| ask.matching == SkillMatching::Exact)
    }

    pub fn seen(&self, conversation: &Conversation, now: Timestamp) -> DemandSeen {
        DemandSeen {
            priority: conversation.priority,
            waited_ms: waited_ms(conversation, now),
            units: self.units,
            skills: self.skills.to_vec(),
            capacity_profiles: self.profiles.to_vec(),
        }
    }
}

/// The profiles that a conversation takes a unit of.
pub(crate) fn profiles_of(conversation: &Conversation, workstream: &Workstream) -> Vec<CapacityProfileId> {
    let own = &conversation.demand.capacity_profiles;
    let mut profiles: Vec<CapacityProfileId> = workstream.capacity_profiles.iter().chain(own).copied().collect();
    profiles.sort_unstable();
    profiles.dedup();
    profiles
}

pub(crate) fn waited_ms(conversation: &Conversation, now: Timestamp) -> u64 {
    now.since(conversation.queued_at.unwrap_or(conversation.created_at))
}

/// When the next assignment rule comes into force for it.
pub(crate) fn relaxes_at(held: &Held, queues: &BTreeMap<QueueId, QueueState>, now: Timestamp) -> Option<Timestamp> {
    let conversation = &held.conversation;
    let place = held.place.as_ref().filter(|place| place.group.is_some())?;
    let queue = &queues.get(&place.queue_id)?.queue;
    if queue.method != AssignmentMethod::Custom {
        return None;
    }
    let since = conversation.queued_at.unwrap_or(conversation.created_at);
    let later = queue.assignment_rules.iter().map(|rule| since + rule.after_wait_ms);
    later.filter(|at| *at > now).min()
}

fn relaxed_ms(queue: &Queue, waited_ms: u64) -> u64 {
    let reached =
        queue.assignment_rules.iter().map(|rule| rule.after_wait_ms).filter(|after_ms| *after_ms <= waited_ms);
    reached.max().unwrap_or(0)
}

fn required_skills(skills: &[SkillRating]) -> Box<[SkillRating]> {
    if skills.is_empty() {
        return Box::default();
    }
    let mut required = skills.to_vec();
    required.sort_unstable_by_key(|skill| (skill.skill_id, Reverse(skill.proficiency)));
    required.dedup_by_key(|skill| skill.skill_id);
    required.into_boxed_slice()
}
