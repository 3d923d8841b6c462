//! An agent as the engine holds them, and the exact book of their load. Knows nothing of presence or routing.

use crate::routing::Rank;
use crate::{Engine, Refusal};
use frontdesk_model::{
    Agent, AgentId, AgentLoad, AgentStatus, BasePresence, ConversationId, PresenceId, PresenceSource, QueueId,
    Timestamp,
};
use std::collections::BTreeSet;

#[derive(Clone)]
pub(crate) struct AgentState {
    pub agent: Agent,
    pub status: AgentStatus,
    /// Live streams of their browsers.
    pub connections: u32,
    /// Streams that outlive a sign-out count for nothing.
    pub signed_out: bool,
    pub queues: BTreeSet<QueueId>,
    /// Conversations whose active agent they are.
    pub assigned: BTreeSet<ConversationId>,
    /// How routing has them listed; none = not to be routed to.
    pub ready: Option<(BasePresence, Rank)>,
    /// When their accepted conversations go back to the queues.
    pub gone_at: Option<Timestamp>,
    pub restore_deadline: Option<Timestamp>,
    pub gone_deadline: Option<Timestamp>,
}

impl AgentState {
    /// Somebody who has not signed in yet.
    pub fn new(agent: Agent, offline: PresenceId, now: Timestamp) -> AgentState {
        let status = AgentStatus {
            agent_id: agent.id,
            presence_id: offline,
            base: BasePresence::Offline,
            source: PresenceSource::System,
            presence_modified_at: now,
            available_units: i64::from(agent.capacity_units),
            open_sessions: 0,
            last_assigned_at: None,
            lost: None,
            load: AgentLoad::default(),
        };
        AgentState::with_status(agent, status)
    }

    pub fn with_status(agent: Agent, status: AgentStatus) -> AgentState {
        AgentState {
            agent,
            status,
            connections: 0,
            signed_out: false,
            queues: BTreeSet::new(),
            assigned: BTreeSet::new(),
            ready: None,
            gone_at: None,
            restore_deadline: None,
            gone_deadline: None,
        }
    }

    pub fn has_browser(&self) -> bool {
        self.connections > 0 && !self.signed_out
    }
}

impl Engine {
    /// One who may act.
    pub(crate) fn check_agent(&self, id: AgentId) -> Result<&AgentState, Refusal> {
        let state = self
            .agents
            .get(&id)
            .ok_or_else(|| Refusal::not_found("agent_not_found", format!("there is no agent {id}")))?;
        if !state.agent.active {
            return Err(Refusal::forbidden("agent_inactive", format!("{} is no longer active", state.agent.name)));
        }
        Ok(state)
    }

    /// Makes a conversation take `units` of its active agent's capacity from now on; 0 gives them back.
    pub(crate) fn hold_units(&mut self, id: ConversationId, units: u32, now: Timestamp) {
        let conversation = self.edit(id);
        let freed = i64::from(conversation.held_units) - i64::from(units);
        conversation.held_units = units;
        conversation.held_until = None;
        if let (true, Some(agent_id)) = (freed != 0, conversation.active_agent_id) {
            self.edit_status(agent_id).available_units += freed;
            self.follow_load(agent_id, now);
        }
    }

    pub(crate) fn count_sessions(&mut self, agent_id: AgentId, difference: i32, now: Timestamp) {
        let status = self.edit_status(agent_id);
        status.open_sessions = status.open_sessions.saturating_add_signed(difference);
        self.follow_load(agent_id, now);
    }

    /// What the book must say, from the conversations alone.
    pub(crate) fn derive_available_units(&self, state: &AgentState) -> i64 {
        let held: i64 = state.assigned.iter().map(|id| i64::from(self.conversations[id].conversation.held_units)).sum();
        i64::from(state.agent.capacity_units) - held
    }

    #[cfg(debug_assertions)]
    pub(crate) fn assert_exact_capacity(&self, id: AgentId) {
        let state = &self.agents[&id];
        assert_eq!(state.status.available_units, self.derive_available_units(state), "capacity of {id}");
    }
}
