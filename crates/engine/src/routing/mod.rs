//! Routing: who waits, who is ready, and who gets whom. After each step no ready agent and waiting conversation that
//! match are both left. Knows nothing of what an assignment brings about.
//!
//! Only what changed is looked at: a conversation that came into a line asks for the best agent, an agent whose
//! standing changed asks for the first conversation in the order of service. That order is queue priority, then within
//! a queue (and between queues of equal priority) conversation priority, then who has waited longest.

mod highest_capacity;
mod line;

pub(crate) use line::{Line, LinePlace, Place, QueueState, Rank};

use crate::Engine;
use frontdesk_model::{
    AgentId, AssignmentMethod, Conversation, ConversationId, ConversationStatus, DistributionMode, Settings, Timestamp,
    Workstream,
};
use std::cmp::Reverse;
use std::collections::BTreeSet;

#[derive(Clone, Default)]
pub(crate) struct Router {
    agents: BTreeSet<AgentId>,
    conversations: BTreeSet<ConversationId>,
    /// What may match, in the order of service; checked again when its turn comes.
    candidates: BTreeSet<(Turn, Option<AgentId>)>,
}

impl Router {
    pub fn look_at_agent(&mut self, id: AgentId) {
        self.agents.insert(id);
    }

    pub fn look_at_conversation(&mut self, id: ConversationId) {
        self.conversations.insert(id);
    }
}

/// A conversation's turn over all queues; the smallest is served first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Turn {
    queue_priority: u32,
    place: Place,
}

/// How an agent stands to one conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Standing {
    Fresh,
    Declined {
        times: u32,
    },
    /// Declined too often, or too short a while ago.
    PassedOver,
}

impl Engine {
    /// The next conversation to be assigned, and to whom; none when everything that can be matched is.
    pub(crate) fn next_assignment(&mut self, now: Timestamp) -> Option<(ConversationId, AgentId)> {
        self.collect_candidates(now);
        while let Some((turn, seeker)) = self.router.candidates.pop_first() {
            if let Some(agent_id) = seeker {
                let first = self.first_turn(agent_id, now);
                if first != Some(turn) {
                    self.router.candidates.extend(first.map(|first| (first, seeker)));
                    continue;
                }
                self.router.look_at_agent(agent_id);
            }
            let conversation_id = turn.place.conversation_id;
            if let Some(agent_id) = self.best_agent(conversation_id, now) {
                return Some((conversation_id, agent_id));
            }
        }
        None
    }

    fn collect_candidates(&mut self, now: Timestamp) {
        while let Some(id) = self.router.agents.pop_first() {
            let first = self.first_turn(id, now);
            self.router.candidates.extend(first.map(|turn| (turn, Some(id))));
        }
        while let Some(id) = self.router.conversations.pop_first() {
            let turn = self.turn(id);
            self.router.candidates.extend(turn.map(|turn| (turn, None)));
        }
    }

    fn turn(&self, id: ConversationId) -> Option<Turn> {
        let place = self.conversations.get(&id)?.place.as_ref().filter(|place| place.pushed)?;
        Some(Turn { queue_priority: self.queues[&place.queue_id].queue.priority, place: place.place })
    }

    /// The first waiting conversation, over all their queues, that this agent can take.
    fn first_turn(&self, agent_id: AgentId, now: Timestamp) -> Option<Turn> {
        let state = self.agents.get(&agent_id)?;
        let (base, rank) = state.ready.as_ref()?;
        let mut first: Option<Turn> = None;
        for queue_id in &state.queues {
            let queue = &self.queues[queue_id];
            for (workstream_id, places) in &queue.line.pushed {
                let workstream = &self.workstreams[workstream_id];
                if !(rank.fits(workstream) && workstream.allowed_presences.contains(base)) {
                    continue;
                }
                let mut turns = places.iter().map(|place| Turn { queue_priority: queue.queue.priority, place: *place });
                let found = turns.find(|turn| {
                    first.is_some_and(|first| first < *turn)
                        || self.standing(turn.place.conversation_id, agent_id, now) != Standing::PassedOver
                });
                first = [first, found].into_iter().flatten().min();
            }
        }
        first
    }

    fn best_agent(&self, id: ConversationId, now: Timestamp) -> Option<AgentId> {
        let held = self.conversations.get(&id)?;
        let place = held.place.as_ref().filter(|place| place.pushed)?;
        let queue = &self.queues[&place.queue_id];
        let workstream = &self.workstreams[&held.conversation.workstream_id];
        let standing = |agent_id| self.standing(id, agent_id, now);
        match queue.queue.method {
            AssignmentMethod::HighestCapacity
            | AssignmentMethod::AdvancedRoundRobin
            | AssignmentMethod::LeastActive
            | AssignmentMethod::Custom => highest_capacity::choose(&queue.line, workstream, standing),
        }
    }

    fn standing(&self, id: ConversationId, agent_id: AgentId, now: Timestamp) -> Standing {
        let conversation = &self.conversations[&id].conversation;
        let workstream = &self.workstreams[&conversation.workstream_id];
        standing(conversation, workstream, &self.organization.settings, agent_id, now)
    }

    /// Where the conversation waits, from its state alone.
    pub(crate) fn sync_line(&mut self, id: ConversationId) {
        let Some(held) = self.conversations.get_mut(&id) else { return };
        let place = place_of(&held.conversation, &self.organization.settings);
        if held.place == place {
            return;
        }
        if let Some(former) = std::mem::replace(&mut held.place, place.clone())
            && let Some(queue) = self.queues.get_mut(&former.queue_id)
        {
            queue.line.leave(&former);
        }
        let Some(place) = place else { return };
        if place.pushed {
            self.router.look_at_conversation(id);
        }
        if let Some(queue) = self.queues.get_mut(&place.queue_id) {
            queue.line.join(&place);
        }
    }

    /// Whether and how the agent is ready for work, from their state alone.
    pub(crate) fn sync_ready(&mut self, id: AgentId) {
        let Some(state) = self.agents.get_mut(&id) else { return };
        let status = &state.status;
        let rank = Rank {
            available: Reverse(status.available_units),
            last_assigned_at: status.last_assigned_at,
            agent_id: id,
        };
        let ready = (state.agent.active && state.has_browser()).then_some((status.base, rank));
        if state.ready == ready {
            return;
        }
        let former = std::mem::replace(&mut state.ready, ready.clone());
        for queue_id in &state.queues {
            let line = &mut self.queues.get_mut(queue_id).expect("members know their queues").line;
            line.replace_ready(former.as_ref(), ready.as_ref());
        }
        if ready.is_some() {
            self.router.look_at_agent(id);
        }
    }

    /// After a change of the rules: everyone who is ready looks again.
    pub(crate) fn look_at_everyone(&mut self) {
        let ready = self.agents.iter().filter(|(_, state)| state.ready.is_some());
        self.router.agents.extend(ready.map(|(id, _)| *id));
    }
}

fn place_of(conversation: &Conversation, settings: &Settings) -> Option<LinePlace> {
    if conversation.status != ConversationStatus::Open {
        return None;
    }
    let refused_by_many = conversation.declines.len() >= settings.declining_agents_max as usize;
    Some(LinePlace {
        queue_id: conversation.queue_id?,
        workstream_id: conversation.workstream_id,
        place: Place {
            priority: Reverse(conversation.priority),
            queued_at: conversation.queued_at.unwrap_or(conversation.created_at),
            conversation_id: conversation.id,
        },
        pushed: conversation.distribution == DistributionMode::Push && !refused_by_many,
    })
}

fn standing(
    conversation: &Conversation,
    workstream: &Workstream,
    settings: &Settings,
    agent_id: AgentId,
    now: Timestamp,
) -> Standing {
    match conversation.declines.iter().find(|declines| declines.agent_id == agent_id) {
        None => Standing::Fresh,
        Some(declines) if declines.count >= settings.declines_allowed => Standing::PassedOver,
        Some(declines) if declines.last_at + workstream.reoffer_after_decline_ms > now => Standing::PassedOver,
        Some(declines) => Standing::Declined { times: declines.count },
    }
}
