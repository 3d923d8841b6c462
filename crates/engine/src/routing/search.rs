//! Who gets whom: the best agent for a conversation, and the first conversation for an agent. Both go through indexes
//! in the order of service and stop at the first that fits. Knows nothing of what an assignment brings about.

use super::demand::{Ask, Terms};
use super::eligibility::{declined, rating};
use super::line::{Group, GroupId, Place};
use super::merged::merged;
use super::queue::{QueueState, Turn};
use super::rank::{Preference, rank};
use super::{custom, highest_capacity};
use crate::Engine;
use crate::agents::AgentState;
use frontdesk_model::{
    AgentId, AssignedBecause, AssignmentMethod, Conversation, ConversationId, PassedOverReason, RatingModel,
    SkillMatching, SkillRating, Timestamp,
};

/// A conversation that looks for an agent, with all that decides who gets it.
#[derive(Clone, Copy)]
pub(super) struct Subject<'a> {
    pub conversation: &'a Conversation,
    pub queue: &'a QueueState,
    pub terms: &'a Terms,
    pub now: Timestamp,
}

/// Who was chosen, and why.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    pub agent_id: AgentId,
    pub because: AssignedBecause,
    /// Of the assignment rule.
    pub rule: Option<String>,
}

impl Engine {
    /// The first waiting conversation, over all their queues, that this agent can take.
    pub(super) fn first_turn(&self, agent_id: AgentId, now: Timestamp) -> Option<Turn> {
        let state = self.agents.get(&agent_id).filter(|state| state.is_ready())?;
        let mut first: Option<Turn> = None;
        for (turn, queue, group) in self.heads_for(state) {
            if first.is_some_and(|first| first < turn) {
                break;
            }
            if let Some(turn) = self.first_in_group(queue, group, state, now) {
                first = Some(first.map_or(turn, |first| first.min(turn)));
            }
        }
        first
    }

    /// The groups that this agent may serve, over all their queues, in the order of service.
    fn heads_for<'a>(&'a self, state: &'a AgentState) -> impl Iterator<Item = (Turn, &'a QueueState, &'a Group)> {
        let queues = state.queues.iter().map(|id| &self.queues[id]);
        let open = queues.filter(|queue| queue.line.is_open_to(state.status.available_units));
        let skills = &state.known_skills;
        let heads = |queue: &'a QueueState| {
            let lists = skills.numbers.iter().filter_map(|skill| queue.line.heads(*skill));
            lists.map(move |heads| (queue, heads))
        };
        merged(open.flat_map(heads), skills.set)
    }

    /// All in a group ask the same, so its first is as good as any; only where somebody declined does each differ.
    fn first_in_group(&self, queue: &QueueState, group: &Group, state: &AgentState, now: Timestamp) -> Option<Turn> {
        let conversation = |place: &Place| &*self.conversations[&place.conversation_id].conversation;
        let head = group.places.first();
        let fits = |ask: Ask<'_>| self.reason_against(&group.terms, &ask, state, now, || conversation(head)).is_none();
        if !group.terms.asks(&queue.queue).any(fits) {
            return None;
        }
        if !group.terms.declined {
            return Some(queue.turn(*head));
        }
        let mut places = group.places.iter();
        let place = places.find(|place| self.declined(conversation(place), state.agent.id, now).is_ok())?;
        Some(queue.turn(*place))
    }

    /// The best of the agents who are ready; their listings must be current.
    pub(super) fn best_agent(&self, id: ConversationId, now: Timestamp) -> Option<Choice> {
        let (subject, _) = self.subject(id, now)?;
        if let Some(preferred) = self.preferred_agent(&subject) {
            return Some(preferred);
        }
        let Subject { queue, terms, .. } = subject;
        let full_too = terms.fits_the_full(&queue.queue);
        let few = queue.rarest_skill(terms).filter(|skill| {
            // Nobody would be looked at in vain if all who are ready had it.
            queue.floor.skilled_count(*skill) <= queue.floor.ready_count(full_too)
        });
        match few {
            Some(skill) => self.best_of(&subject, queue.floor.skilled(skill)),
            None => self.first_of(&subject, full_too),
        }
    }

    /// What this conversation would be to one agent.
    pub(super) fn choice(&self, id: ConversationId, agent_id: AgentId, now: Timestamp) -> Option<Choice> {
        let (subject, _) = self.subject(id, now)?;
        self.best_of(&subject, std::iter::once(agent_id))
    }

    /// One that waits and is pushed.
    pub(super) fn subject(&self, id: ConversationId, now: Timestamp) -> Option<(Subject<'_>, GroupId)> {
        let held = self.conversations.get(&id)?;
        let place = held.place.as_ref()?;
        let group = place.group?;
        let queue = &self.queues[&place.queue_id];
        let terms = &*queue.line.group(group)?.terms;
        Some((Subject { conversation: &held.conversation, queue, terms, now }, group))
    }

    /// Who of the preferred agents has not declined it and can take it; they are tried in their order.
    fn preferred_agent(&self, subject: &Subject<'_>) -> Option<Choice> {
        let members = subject.conversation.demand.preferred_agents.iter().filter(|id| subject.queue.has_member(**id));
        let mut choices = members.filter_map(|id| {
            let state = self.agents.get(id)?;
            let preference = self.preference(subject, state).ok().filter(|preference| preference.declined == 0)?;
            Some(subject.chosen(&preference))
        });
        choices.next()
    }

    /// In the order of the queue's method, up to the first whom nobody can come before.
    fn first_of(&self, subject: &Subject<'_>, full_too: bool) -> Option<Choice> {
        let by_units = subject.queue.queue.method == AssignmentMethod::HighestCapacity && !full_too;
        let mut best: Option<Preference> = None;
        for rank in subject.queue.floor.ready(full_too) {
            if by_units && rank.first > -i64::from(subject.terms.units) {
                break;
            }
            let Ok(preference) = self.preference(subject, &self.agents[&rank.agent_id]) else { continue };
            let settles_it = preference.is_plain();
            if best.as_ref().is_none_or(|best| preference < *best) {
                best = Some(preference);
            }
            if settles_it {
                break;
            }
        }
        best.map(|best| subject.chosen(&best))
    }

    fn best_of(&self, subject: &Subject<'_>, agents: impl Iterator<Item = AgentId>) -> Option<Choice> {
        let states = agents.filter_map(|id| self.agents.get(&id));
        let best = states.filter_map(|state| self.preference(subject, state).ok()).min();
        best.map(|best| subject.chosen(&best))
    }

    /// An agent's place for a conversation, or the first thing that stands against them: under assignment rules, under
    /// the last of those in force, which asks least.
    pub(super) fn preference(&self, subject: &Subject<'_>, state: &AgentState) -> Result<Preference, PassedOverReason> {
        let mut against = None;
        let ask = subject.terms.asks(&subject.queue.queue).find(|ask| {
            let reason = self.reason_against(subject.terms, ask, state, subject.now, || subject.conversation);
            against = reason.or(against);
            reason.is_none()
        });
        let ask = ask.ok_or(against.unwrap_or(PassedOverReason::Condition))?;
        let declined = self.declined(subject.conversation, state.agent.id, subject.now)?;
        let preferred = subject.conversation.demand.preferred_agents.iter().position(|id| *id == state.agent.id);
        let shortfall = match ask.matching {
            SkillMatching::Closest => self.shortfall(&state.agent.skills, &subject.terms.skills),
            SkillMatching::Exact | SkillMatching::Ignored => 0,
        };
        let keys = match (ask.rule, subject.queue.queue.method) {
            (Some((_, rule)), _) => custom::keys(rule, subject, state),
            (None, AssignmentMethod::HighestCapacity) => {
                highest_capacity::by_profiles(subject.terms, state).into_iter().collect()
            }
            (None, _) => Vec::new(),
        };
        Ok(Preference {
            declined,
            preferred: preferred.and_then(|place| u32::try_from(place).ok()).unwrap_or(u32::MAX),
            rule: ask.rule.map_or(0, |(number, _)| number),
            shortfall,
            keys,
            rank: rank(subject.queue, state),
        })
    }

    fn declined(
        &self,
        conversation: &Conversation,
        agent_id: AgentId,
        now: Timestamp,
    ) -> Result<u32, PassedOverReason> {
        let reoffer_after_ms = self.workstreams[&conversation.workstream_id].reoffer_after_decline_ms;
        declined(conversation, reoffer_after_ms, &self.organization.settings, agent_id, now)
    }

    /// How far an agent is from what is required: the missing points summed over the required skills. A skill that they
    /// do not have counts as rated one below the least of its scale.
    fn shortfall(&self, theirs: &[SkillRating], required: &[SkillRating]) -> u64 {
        let missing = |skill: &SkillRating| {
            let scale = self.skills.get(&skill.skill_id).map_or_else(RatingModel::default, |known| known.rating);
            let rated = rating(theirs, skill).map_or(i64::from(scale.minimum) - 1, i64::from);
            u64::try_from(i64::from(skill.proficiency) - rated).unwrap_or(0)
        };
        required.iter().map(missing).sum()
    }
}

impl Subject<'_> {
    fn chosen(&self, preference: &Preference) -> Choice {
        let mut asks = self.terms.asks(&self.queue.queue);
        let ask = asks.find(|ask| ask.rule.map_or(0, |(number, _)| number) == preference.rule);
        let closest = ask.is_some_and(|ask| ask.matching == SkillMatching::Closest) && !self.terms.skills.is_empty();
        let because = if preference.preferred != u32::MAX {
            AssignedBecause::Preferred
        } else if closest {
            AssignedBecause::NearestInSkills
        } else {
            AssignedBecause::FirstInOrder
        };
        let rule = ask.and_then(|ask| ask.rule).map(|(_, rule)| rule.name.clone());
        Choice { agent_id: preference.rank.agent_id, because, rule }
    }
}
