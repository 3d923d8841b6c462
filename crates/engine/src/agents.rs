//! An agent as the engine holds them, and the exact book of their load. Knows nothing of presence or routing.

use crate::deadlines::Slots;
use crate::profiles::ProfileLimit;
use crate::routing::{KnownSkills, Listing, profiles_of};
use crate::{Engine, Refusal};
use frontdesk_model::{
    Agent, AgentId, AgentLoad, AgentStatus, BasePresence, ConversationId, PresenceId, PresenceSource, QueueId,
    QueueTurn, Timestamp,
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
    /// The capacity profiles they have, as the set-up says.
    pub profile_limits: Vec<ProfileLimit>,
    /// As their queues know it.
    pub told_attendance: Option<Attendance>,
    pub known_skills: KnownSkills,
    /// How routing has them listed in their queues; nowhere = not to be routed to.
    pub listed: Vec<(QueueId, Listing)>,
    /// Conversations in which they take part, or are invited to, beside their agent.
    pub visiting: BTreeSet<ConversationId>,
    /// When their accepted conversations go back to the queues.
    pub gone_at: Option<Timestamp>,
    pub deadlines: Slots,
}

/// Whether somebody is there for work at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Attendance {
    Deactivated,
    NotConnected,
    There(BasePresence),
}

impl Attendance {
    pub const COUNT: usize = 8;

    /// 0 to 7.
    pub fn number(self) -> usize {
        match self {
            Attendance::Deactivated => 0,
            Attendance::NotConnected => 1,
            Attendance::There(base) => 2 + base as usize,
        }
    }

    /// By number.
    pub fn all() -> [Attendance; Attendance::COUNT] {
        use BasePresence::*;
        let there = Attendance::There;
        [
            Attendance::Deactivated,
            Attendance::NotConnected,
            there(Available),
            there(Busy),
            there(DoNotDisturb),
            there(Away),
            there(Offline),
            there(Inactive),
        ]
    }
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
            profile_limits: Vec::new(),
            told_attendance: None,
            known_skills: KnownSkills::default(),
            listed: Vec::new(),
            visiting: BTreeSet::new(),
            gone_at: None,
            deadlines: Slots::default(),
        }
    }

    pub fn has_browser(&self) -> bool {
        self.connections > 0 && !self.signed_out
    }

    pub fn attendance(&self) -> Attendance {
        if !self.agent.active {
            Attendance::Deactivated
        } else if !self.has_browser() {
            Attendance::NotConnected
        } else {
            Attendance::There(self.status.base)
        }
    }

    /// Whether routing looks at them at all.
    pub fn is_ready(&self) -> bool {
        self.agent.active && self.has_browser() && !self.status.load.blocked
    }

    /// Kept for queues whose method goes by turns.
    pub fn turn(&self, queue_id: QueueId) -> Option<&QueueTurn> {
        self.status.load.turns.iter().find(|turn| turn.queue_id == queue_id)
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

    /// Makes a conversation take what its workstream and its demand say of its active agent's capacity from now on.
    pub(crate) fn take_capacity(&mut self, id: ConversationId, now: Timestamp) {
        let conversation = &self.conversations[&id].conversation;
        let Some(agent_id) = conversation.active_agent_id else { return };
        let workstream = &self.workstreams[&conversation.workstream_id];
        let (units, profiles) = (workstream.capacity_units, profiles_of(conversation, workstream));
        self.hold_profiles(agent_id, &profiles);
        self.edit_status(agent_id).available_units -= i64::from(units);
        let conversation = self.edit(id);
        conversation.held_units = units;
        conversation.held_until = None;
        conversation.demand.held_profiles = profiles;
        self.follow_load(agent_id, now);
    }

    /// The conversation takes nothing of its active agent's capacity any more.
    pub(crate) fn give_back(&mut self, id: ConversationId, now: Timestamp) {
        let accepted = self.session(id).is_some_and(|session| session.agent_accepted_at.is_some());
        let conversation = self.edit(id);
        let agent_id = conversation.active_agent_id;
        let units = std::mem::take(&mut conversation.held_units);
        let profiles = std::mem::take(&mut conversation.demand.held_profiles);
        conversation.held_until = None;
        let Some(agent_id) = agent_id.filter(|_| units > 0 || !profiles.is_empty()) else { return };
        self.give_profiles_back(agent_id, &profiles, accepted, now);
        let status = self.edit_status(agent_id);
        status.available_units += i64::from(units);
        status.load.freed_at = Some(now);
        self.follow_load(agent_id, now);
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
        assert_eq!(state.status.load.profiles, self.derive_profiles(state), "profiles of {id}");
        assert_eq!(state.status.load.blocked, self.derive_blocked(state), "whether {id} is blocked");
    }
}
