//! Routing: who waits, who is ready, and who gets whom. After each step no ready agent and waiting conversation that
//! match are both left. Knows nothing of what an assignment brings about.
//!
//! Only what changed is looked at: a conversation that came into a line asks for the best agent, an agent who changed
//! asks for the first conversation in the order of service. That order is queue priority; then, among queues of equal
//! priority, those without prioritisation rules as one line before the others by name; then the [`Place`] in the line.
//!
//! What was settled before stays settled, and that saves most of the work: where a conversation of the same group waits
//! already, nobody but those who changed can take the new one; and what has waited can go to nobody else than they.

mod advanced_round_robin;
mod custom;
mod demand;
mod eligibility;
mod explanation;
mod floor;
mod heads;
mod highest_capacity;
mod least_active;
mod line;
mod merged;
mod prioritization;
mod queue;
mod rank;
mod search;
mod set_up;
mod skills;

pub(crate) use demand::{profiles_of, relaxes_at};
pub use explanation::WaitingNow;
pub(crate) use floor::Listing;
pub(crate) use line::{LinePlace, Place};
pub(crate) use queue::QueueState;
pub(crate) use skills::KnownSkills;

use crate::Engine;
use crate::agents::AgentState;
use demand::Terms;
use frontdesk_model::{
    AgentId, Conversation, ConversationId, ConversationStatus, DistributionMode, QueueId, RoutingStep, Timestamp,
};
use queue::Turn;
use search::Choice;
use skills::SkillNumbers;
use std::collections::BTreeSet;

#[derive(Clone, Default)]
pub(crate) struct Router {
    /// To be looked at next.
    agents: BTreeSet<AgentId>,
    conversations: BTreeSet<ConversationId>,
    /// All that changed in this step.
    changed_agents: BTreeSet<AgentId>,
    changed_conversations: BTreeSet<ConversationId>,
    /// What may match, in the order of service; checked again when its turn comes.
    candidates: BTreeSet<(Turn, Option<AgentId>)>,
    /// Came into a line in this step.
    entered: BTreeSet<ConversationId>,
    /// Whose candidates are those of now.
    current: BTreeSet<AgentId>,
    /// Whose listings on the floors are not current.
    stale: BTreeSet<AgentId>,
    skills: SkillNumbers,
}

impl Router {
    pub fn look_at_agent(&mut self, id: AgentId) {
        self.agents.insert(id);
    }

    pub fn look_at_conversation(&mut self, id: ConversationId) {
        self.conversations.insert(id);
    }

    /// After a restart nobody is connected, so nobody can be matched, and who waited has waited before.
    pub fn forget_changes(&mut self) {
        *self = Router { skills: std::mem::take(&mut self.skills), ..Router::default() };
    }
}

/// A conversation that is to be given to an agent, and what is to be written down of it.
pub(crate) struct Assignment {
    pub conversation_id: ConversationId,
    pub agent_id: AgentId,
    pub decision: RoutingStep,
}

impl Engine {
    /// The next conversation to be assigned, and to whom; none when everything that can be matched is.
    pub(crate) fn next_assignment(&mut self, now: Timestamp) -> Option<Assignment> {
        self.router.current.clear();
        self.collect_candidates(now);
        while let Some((turn, seeker)) = self.router.candidates.pop_first() {
            if let Some(agent_id) = seeker {
                if self.router.current.insert(agent_id) {
                    let first = self.first_turn(agent_id, now);
                    if first != Some(turn) {
                        self.router.candidates.extend(first.map(|first| (first, seeker)));
                        continue;
                    }
                }
                self.router.look_at_agent(agent_id);
            }
            let conversation_id = turn.place.conversation_id;
            if let Some(choice) = self.choose(conversation_id, seeker, now) {
                let decision = self.step_of(conversation_id, &choice, now)?;
                return Some(Assignment { conversation_id, agent_id: choice.agent_id, decision });
            }
        }
        self.router.changed_agents.clear();
        self.router.changed_conversations.clear();
        None
    }

    /// Nobody but those who changed can take what has waited; often that is the one who found it.
    fn choose(&mut self, id: ConversationId, seeker: Option<AgentId>, now: Timestamp) -> Option<Choice> {
        let has_waited = !self.router.changed_conversations.contains(&id);
        match seeker {
            Some(agent_id) if has_waited && self.router.changed_agents.len() == 1 => self.choice(id, agent_id, now),
            _ => {
                self.list_agents();
                self.best_agent(id, now)
            }
        }
    }

    fn collect_candidates(&mut self, now: Timestamp) {
        let conversations = std::mem::take(&mut self.router.conversations);
        self.router.changed_conversations.extend(&conversations);
        let agents = std::mem::take(&mut self.router.agents);
        self.router.changed_agents.extend(&agents);
        for id in agents {
            let first = self.first_turn(id, now);
            self.router.candidates.extend(first.map(|turn| (turn, Some(id))));
            self.router.current.insert(id);
        }
        for id in conversations {
            let turn = self.turn_that_searches(id, now);
            self.router.candidates.extend(turn.map(|turn| (turn, None)));
        }
    }

    /// None where others who ask the same have waited: nobody could take them, so nobody who has not changed can take it.
    fn turn_that_searches(&self, id: ConversationId, now: Timestamp) -> Option<Turn> {
        let (subject, group) = self.subject(id, now)?;
        let place = self.conversations[&id].place.as_ref()?.place;
        let places = &subject.queue.line.group(group)?.places;
        let has_waited = |place: &Place| !self.router.changed_conversations.contains(&place.conversation_id);
        let others_wait = [places.first(), places.last()].into_iter().any(has_waited);
        let alike = !subject.terms.declined;
        (!(alike && others_wait)).then(|| subject.queue.turn(place))
    }

    /// Where the conversation waits and what for, from its state alone.
    pub(crate) fn sync_line(&mut self, id: ConversationId, now: Timestamp) {
        let Some(held) = self.conversations.get(&id) else { return };
        let wanted = self.wanted(&held.conversation, now);
        if self.stands(held.place.as_ref(), wanted.as_ref()) {
            return;
        }
        let held = self.conversations.get_mut(&id).expect("looked up above");
        let former = held.place.take();
        if let Some(former) = &former
            && let Some(queue) = self.queues.get_mut(&former.queue_id)
        {
            queue.line.leave(former);
        }
        let Some((queue_id, place, terms)) = wanted else { return };
        let Some(queue) = self.queues.get_mut(&queue_id) else { return };
        let group = terms.map(|terms| match queue.line.find(&terms) {
            Some(group) => {
                queue.line.join(place, group);
                group
            }
            None => {
                let index = queue.index(&terms, &mut self.router.skills);
                queue.line.join_alone(place, terms, index)
            }
        });
        if group.is_none() {
            queue.line.open.insert(place);
        }
        held.place = Some(LinePlace { queue_id, place, group });
        if group.is_some() {
            self.router.look_at_conversation(id);
            if former.is_none_or(|former| former.queue_id != queue_id) {
                self.router.entered.insert(id);
            }
        }
    }

    fn wanted(&self, conversation: &Conversation, now: Timestamp) -> Option<(QueueId, Place, Option<Terms>)> {
        if conversation.status != ConversationStatus::Open {
            return None;
        }
        let queue = self.queues.get(&conversation.queue_id?)?;
        let workstream = &self.workstreams[&conversation.workstream_id];
        let refused_by_many = conversation.declines.len() >= self.organization.settings.declining_agents_max as usize;
        let pushed = conversation.distribution == DistributionMode::Push && !refused_by_many;
        let rules = &queue.queue.prioritization_rules;
        let place = prioritization::place_of(conversation, workstream, rules, || self.record(conversation));
        Some((queue.queue.id, place, pushed.then(|| self.terms_of(conversation, queue, now))))
    }

    pub(super) fn terms_of(&self, conversation: &Conversation, queue: &QueueState, now: Timestamp) -> Terms {
        let workstream = &self.workstreams[&conversation.workstream_id];
        Terms::of(conversation, workstream, queue, || self.record(conversation), now)
    }

    fn stands(&self, at: Option<&LinePlace>, wanted: Option<&(QueueId, Place, Option<Terms>)>) -> bool {
        match (at, wanted) {
            (None, None) => true,
            (Some(at), Some((queue_id, place, terms))) if at.queue_id == *queue_id && at.place == *place => {
                let line = &self.queues[queue_id].line;
                match (at.group.and_then(|group| line.group(group)), terms) {
                    (None, None) => at.group.is_none(),
                    (Some(group), Some(terms)) => *group.terms == *terms,
                    _ => false,
                }
            }
            _ => false,
        }
    }

    /// Whoever changed looks for work, and is listed anew before anybody looks for them.
    pub(crate) fn sync_ready(&mut self, id: AgentId) {
        let Some(state) = self.agents.get_mut(&id) else { return };
        self.router.stale.insert(id);
        let attendance = Some(state.attendance());
        if state.told_attendance != attendance {
            state.told_attendance = attendance;
            for queue_id in &state.queues {
                let queue = self.queues.get_mut(queue_id).expect("members know their queues");
                queue.attend(id, state.attendance());
            }
        }
        if state.is_ready() {
            self.router.look_at_agent(id);
        }
    }

    /// Brings the floors in line with all agents who changed since somebody last looked for one.
    fn list_agents(&mut self) {
        while let Some(id) = self.router.stale.pop_first() {
            let Some(state) = self.agents.get_mut(&id) else { continue };
            let listed = listings(state, &self.queues);
            let former = std::mem::replace(&mut state.listed, listed.clone());
            for (queue_id, listing) in former.iter().filter(|former| !listed.contains(former)) {
                if let Some(queue) = self.queues.get_mut(queue_id) {
                    queue.floor.unlist(*listing);
                }
            }
            for (queue_id, listing) in listed.iter().filter(|next| !former.contains(next)) {
                if let Some(queue) = self.queues.get_mut(queue_id) {
                    queue.floor.list(*listing);
                }
            }
        }
    }

    /// After a change of the rules: everyone who is ready looks again.
    pub(crate) fn look_at_everyone(&mut self) {
        let ready = self.agents.iter().filter(|(_, state)| state.is_ready());
        self.router.agents.extend(ready.map(|(id, _)| *id));
    }
}

fn listings(state: &AgentState, queues: &std::collections::BTreeMap<QueueId, QueueState>) -> Vec<(QueueId, Listing)> {
    if !state.is_ready() {
        return Vec::new();
    }
    let is_free = state.status.available_units > 0;
    let of_queues = state.queues.iter().filter_map(|id| queues.get(id));
    of_queues.map(|queue| (queue.queue.id, Listing { rank: rank::rank(queue, state), is_free })).collect()
}
