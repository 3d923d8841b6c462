//! What a change of the set-up means for work that waits: one hook for each noun, in force with the next input. Knows
//! nothing of what a change may be.

use super::queue::{QueueState, keeps_turns};
use crate::Engine;
use frontdesk_model::{Agent, AgentId, CapacityProfileId, Queue, QueueId, QueueTurn, Timestamp};
use std::collections::BTreeSet;

impl Engine {
    /// A queue is new or was replaced: members, method, rules and its turn among the others.
    pub(crate) fn queue_changed(&mut self, queue: Queue, now: Timestamp) {
        let id = queue.id;
        let members: BTreeSet<AgentId> = queue.members.iter().copied().collect();
        let mut former = BTreeSet::new();
        match self.queues.get_mut(&id) {
            Some(state) => {
                former.extend(state.queue.members.iter().copied());
                state.replace(queue);
            }
            None => drop(self.queues.insert(id, QueueState::new(queue))),
        }
        for agent_id in former.difference(&members) {
            self.leave_queue(*agent_id, id);
        }
        for agent_id in members.difference(&former) {
            self.join_queue(*agent_id, id);
        }
        for agent_id in former.union(&members) {
            self.keep_turn(*agent_id, id, now);
            self.agents.get_mut(agent_id).expect("checked to be there").told_attendance = None;
            self.changes.unsynced_agents.push(*agent_id);
        }
        self.arrange_queues();
        self.seek_anew(id);
    }

    pub(crate) fn queue_removed(&mut self, id: QueueId) {
        let Some(state) = self.queues.remove(&id) else { return };
        for agent_id in state.queue.members {
            if let Some(agent) = self.agents.get_mut(&agent_id) {
                agent.queues.remove(&id);
                agent.listed.retain(|(queue_id, _)| *queue_id != id);
                self.edit_status(agent_id).load.turns.retain(|turn| turn.queue_id != id);
            }
        }
        self.arrange_queues();
    }

    /// An agent was replaced; `former` is how they were.
    pub(crate) fn agent_changed(&mut self, former: &Agent, now: Timestamp) {
        let id = former.id;
        self.number_skills(id);
        let state = &self.agents[&id];
        if state.agent.skills != former.skills {
            for queue_id in &state.queues {
                let queue = self.queues.get_mut(queue_id).expect("members know their queues");
                queue.floor.remove_member(former);
                queue.floor.add_member(&state.agent);
                queue.line.reach_out(&state.known_skills);
            }
        }
        self.refresh_profile_limits(id, now);
        let next = self.agents[&id].agent.operating_hours_id;
        if next != former.operating_hours_id {
            self.agent_keeps_hours(id, former.operating_hours_id, next, now);
        }
        self.changes.unsynced_agents.push(id);
    }

    pub(crate) fn number_skills(&mut self, id: AgentId) {
        let state = self.agents.get_mut(&id).expect("checked to be there");
        state.known_skills = self.router.skills.of(&state.agent);
    }

    /// Its limit, or whether it blocks; also when it was deleted.
    pub(crate) fn capacity_profile_changed(&mut self, id: CapacityProfileId, now: Timestamp) {
        let has_it = |agent: &Agent| agent.capacity_profiles.iter().any(|own| own.profile_id == id);
        let theirs: Vec<AgentId> =
            self.agents.values().filter(|state| has_it(&state.agent)).map(|state| state.agent.id).collect();
        for agent_id in theirs {
            self.refresh_profile_limits(agent_id, now);
            self.changes.unsynced_agents.push(agent_id);
        }
    }

    /// All that waits in a queue finds its place and its group anew, and everyone who is ready looks again.
    fn seek_anew(&mut self, id: QueueId) {
        let Some(state) = self.queues.get_mut(&id) else { return };
        state.line.forget_groups();
        for place in state.line.open.iter() {
            let held = self.conversations.get_mut(&place.conversation_id);
            if let Some(at) = held.and_then(|held| held.place.as_mut()) {
                at.group = None;
            }
            self.changes.unsynced_conversations.push(place.conversation_id);
        }
        self.look_at_everyone();
    }

    pub(crate) fn join_queue(&mut self, agent_id: AgentId, queue_id: QueueId) {
        let state = self.agents.get_mut(&agent_id).expect("checked to be there");
        state.queues.insert(queue_id);
        self.queues.get_mut(&queue_id).expect("put before").floor.add_member(&state.agent);
    }

    fn leave_queue(&mut self, agent_id: AgentId, queue_id: QueueId) {
        let state = self.agents.get_mut(&agent_id).expect("checked to be there");
        state.queues.remove(&queue_id);
        self.queues.get_mut(&queue_id).expect("put before").floor.remove_member(&state.agent);
    }

    /// Members have a turn where the method goes by turns; those who left have none.
    pub(crate) fn keep_turn(&mut self, agent_id: AgentId, queue_id: QueueId, now: Timestamp) {
        let queue = &self.queues[&queue_id];
        let keeps = queue.has_member(agent_id) && keeps_turns(&queue.queue);
        let turns = &self.agents[&agent_id].status.load.turns;
        match turns.iter().position(|turn| turn.queue_id == queue_id) {
            Some(at) if !keeps => drop(self.edit_status(agent_id).load.turns.remove(at)),
            None if keeps => {
                let turn = QueueTurn { queue_id, joined_at: now, last_assigned_at: None };
                self.edit_status(agent_id).load.turns.push(turn);
            }
            _ => {}
        }
    }

    /// Queues with prioritisation rules come after the others of equal priority, by name.
    pub(crate) fn arrange_queues(&mut self) {
        let ruled = self.queues.values().filter(|state| !state.queue.prioritization_rules.is_empty());
        let mut by_name: Vec<(String, QueueId)> =
            ruled.map(|state| (state.queue.name.to_lowercase(), state.queue.id)).collect();
        by_name.sort_unstable();
        for state in self.queues.values_mut() {
            state.alphabetical = 0;
        }
        for (place, (_, id)) in (1..).zip(by_name) {
            self.queues.get_mut(&id).expect("listed above").alphabetical = place;
        }
    }
}
