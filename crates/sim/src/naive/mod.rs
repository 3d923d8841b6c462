//! Routing once more, from the contract alone: who may take a conversation, in which order they come, who is served
//! first, which rules fire. Written to be read, not to be fast; reads rows and shares no code with the engine.

mod fields;
pub mod intake;
mod lines;
mod order;
mod place;
mod reasons;

use fields::Fields;
pub use lines::Lines;
pub use order::Standing;
pub use place::place;

use crate::record::Record;
use crate::workplaces::Workplaces;
use frontdesk_model::*;
use std::cell::OnceCell;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// When somebody is sought, and what everybody is doing then.
#[derive(Clone, Copy)]
pub struct Moment<'a> {
    pub record: &'a Record,
    pub statuses: &'a BTreeMap<AgentId, AgentStatus>,
    pub workplaces: &'a Workplaces,
    pub now: Timestamp,
}

/// A conversation that seeks an agent in a queue, and all that it asks for.
pub struct Wanted<'a> {
    pub conversation: &'a Conversation,
    pub queue: &'a Queue,
    pub workstream: &'a Workstream,
    pub skills: Vec<SkillRating>,
    pub profiles: Vec<CapacityProfileId>,
    pub waited_ms: u64,
    /// What rules may ask of the conversation, once one has asked.
    fields: OnceCell<Fields>,
}

impl<'a> Moment<'a> {
    /// None where its queue or its workstream is not there.
    pub fn wanted(&self, conversation: &'a Conversation) -> Option<Wanted<'a>> {
        let queue = self.record.queues.get(&conversation.queue_id?)?;
        let workstream = self.record.workstreams.get(&conversation.workstream_id)?;
        let mut skills: BTreeMap<SkillId, u32> = BTreeMap::new();
        for skill in &conversation.demand.skills {
            let proficiency = skills.entry(skill.skill_id).or_default();
            *proficiency = skill.proficiency.max(*proficiency);
        }
        let mut profiles = workstream.capacity_profiles.clone();
        profiles.extend(&conversation.demand.capacity_profiles);
        profiles.sort_unstable();
        profiles.dedup();
        Some(Wanted {
            conversation,
            queue,
            workstream,
            skills: skills.into_iter().map(|(skill_id, proficiency)| SkillRating { skill_id, proficiency }).collect(),
            profiles,
            waited_ms: self.now.since(conversation.queued_at.unwrap_or(conversation.created_at)),
            fields: OnceCell::new(),
        })
    }

    /// Whether routing looks for an agent at all, while it is Open.
    pub fn is_pushed(&self, conversation: &Conversation) -> bool {
        conversation.distribution == DistributionMode::Push
            && conversation.declines.len() < self.record.settings().declining_agents_max as usize
    }

    /// How this agent stands to the conversation, or the first thing that is against them.
    pub fn standing(&self, wanted: &Wanted<'_>, agent: AgentId) -> Result<Standing, PassedOverReason> {
        let (agent, status) = (&self.record.agents[&agent], &self.statuses[&agent]);
        let rule = reasons::find_rule(self, wanted, agent, status)?;
        let declined = reasons::declined(self, wanted, agent.id)?;
        Ok(order::standing(self, wanted, agent, status, rule, declined))
    }

    /// All members who could take it, best first, and everybody else by what is against them.
    pub fn consider(&self, wanted: &Wanted<'_>) -> (Vec<Standing>, BTreeMap<PassedOverReason, Vec<AgentId>>) {
        let (mut eligible, mut passed_over) = (Vec::new(), BTreeMap::new());
        for member in &wanted.queue.members {
            match self.standing(wanted, *member) {
                Ok(standing) => eligible.push(standing),
                Err(reason) => passed_over.entry(reason).or_insert_with(Vec::new).push(*member),
            }
        }
        eligible.sort_by(|a, b| a.order.partial_cmp(&b.order).unwrap_or(Ordering::Equal));
        (eligible, passed_over)
    }

    /// Somebody who could take it.
    pub fn taker(&self, conversation: &'a Conversation) -> Option<AgentId> {
        self.taker_among(conversation, |_| true)
    }

    /// Somebody of these.
    pub fn taker_among(&self, conversation: &'a Conversation, is_meant: impl Fn(&AgentId) -> bool) -> Option<AgentId> {
        let queue = self.record.queues.get(&conversation.queue_id?)?;
        let mut members = queue.members.iter().filter(|member| is_meant(member)).peekable();
        members.peek()?;
        let wanted = self.wanted(conversation).filter(|_| self.is_pushed(conversation))?;
        members.copied().find(|member| self.may_take(&wanted, *member))
    }

    fn may_take(&self, wanted: &Wanted<'_>, agent: AgentId) -> bool {
        let (agent, status) = (&self.record.agents[&agent], &self.statuses[&agent]);
        reasons::find_rule(self, wanted, agent, status).is_ok() && reasons::declined(self, wanted, agent.id).is_ok()
    }
}

/// What an agent may take of a profile, less what is taken; none: they do not have it.
pub fn profile_room(record: &Record, agent: &Agent, status: &AgentStatus, profile: CapacityProfileId) -> Option<i64> {
    let own = agent.capacity_profiles.iter().find(|own| own.profile_id == profile)?;
    let limit = own.units_max.unwrap_or(record.capacity_profiles.get(&profile)?.units_max);
    let load = status.load.profiles.iter().find(|load| load.profile_id == profile);
    Some(i64::from(limit) - load.map_or(0, |load| i64::from(load.held_units) + i64::from(load.spent_units)))
}

/// Whether a full profile of theirs stops all assignment.
pub fn is_blocked(record: &Record, agent: &Agent, status: &AgentStatus) -> bool {
    agent.capacity_profiles.iter().any(|own| {
        let blocks = record.capacity_profiles.get(&own.profile_id).is_some_and(|profile| profile.blocks_assignment);
        blocks && profile_room(record, agent, status, own.profile_id).is_some_and(|room| room <= 0)
    })
}
