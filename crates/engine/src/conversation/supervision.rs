//! What supervisors do with other people's conversations; each kind is a switch of the organisation. Transfers are in
//! `transfer`, many at once in `bulk`. Knows nothing of screens.

use super::guests::Entry;
use super::moves::{self, Happening, State};
use crate::routing::profiles_of;
use crate::{Engine, Refusal, Reply, Step};
use frontdesk_model::{
    AgentId, BasePresence, CapacityProfileId, ClosureReason, ConversationId, ConversationStatus, ParticipantMode,
    PresenceId, PresenceSource, QueueId, QueuedBecause, SupervisorRights, SystemMessage,
};

/// The four switches, and the code of the refusal where one is off.
#[derive(Clone, Copy)]
pub(super) enum Right {
    Monitor,
    Assign,
    Transfer,
    ForceClose,
}

impl Right {
    fn is_on(self, rights: SupervisorRights) -> bool {
        match self {
            Right::Monitor => rights.monitor,
            Right::Assign => rights.assign,
            Right::Transfer => rights.transfer,
            Right::ForceClose => rights.force_close,
        }
    }

    fn refusal(self) -> Refusal {
        let (code, act) = match self {
            Right::Monitor => ("monitoring_off", "monitor conversations"),
            Right::Assign => ("assigning_off", "assign conversations"),
            Right::Transfer => ("transferring_off", "transfer other people's conversations"),
            Right::ForceClose => ("force_closing_off", "force conversations closed"),
        };
        Refusal::forbidden(code, format!("the organisation does not let supervisors {act}"))
    }
}

impl Engine {
    /// Open → Active: offered to this agent. `regardless` of their presence and capacity.
    pub(crate) fn assign_to_agent(
        &mut self,
        id: ConversationId,
        agent_id: AgentId,
        to_agent_id: AgentId,
        regardless: bool,
        step: &mut Step,
    ) -> Result<Reply, Refusal> {
        self.check_right(agent_id, Right::Assign)?;
        let assigned = self.check_move(id, Happening::SupervisorAssigned)?;
        self.check_assignee(id, to_agent_id, regardless)?;
        self.agent_acts(agent_id, step.now);
        self.edit(id).declines.clear();
        self.apply_move(id, assigned, step);
        self.seat(id, to_agent_id, Some("SupervisorAssign"), step);
        self.offer(id, to_agent_id, step);
        Ok(Reply::Done)
    }

    /// Open → Open in another queue, however long its line is.
    pub(crate) fn assign_to_queue(
        &mut self,
        id: ConversationId,
        agent_id: AgentId,
        to_queue_id: QueueId,
        step: &mut Step,
    ) -> Result<Reply, Refusal> {
        self.check_right(agent_id, Right::Assign)?;
        let assigned = self.check_move(id, Happening::SupervisorAssignedToQueue)?;
        if self.check_held(id)?.conversation.queue_id == Some(to_queue_id) {
            return Err(Refusal::conflict("already_in_queue", "this conversation waits in that queue already"));
        }
        if !self.is_served(to_queue_id)? {
            return Err(Refusal::conflict("queue_without_members", "nobody serves that queue"));
        }
        self.agent_acts(agent_id, step.now);
        let conversation = self.edit(id);
        conversation.queue_id = Some(to_queue_id);
        conversation.declines.clear();
        self.apply_move(id, assigned, step);
        self.note_queued(id, QueuedBecause::Transferred { by: agent_id }, step.now);
        Ok(Reply::Done)
    }

    pub(crate) fn force_close(
        &mut self,
        id: ConversationId,
        agent_id: AgentId,
        step: &mut Step,
    ) -> Result<Reply, Refusal> {
        self.check_right(agent_id, Right::ForceClose)?;
        if self.check_held(id)?.conversation.active_agent_id == Some(agent_id) {
            return Err(Refusal::conflict("own_conversation", "this conversation is assigned to you: end it"));
        }
        let closed = self.check_move(id, Happening::ForceClosed)?;
        self.agent_acts(agent_id, step.now);
        self.apply_move(id, closed, step);
        self.add_system_message(id, SystemMessage::ConversationClosed, step.now);
        Ok(Reply::Done)
    }

    /// Reads along; neither the agent nor the customer is told.
    pub(crate) fn monitor(&mut self, id: ConversationId, agent_id: AgentId, step: &mut Step) -> Result<Reply, Refusal> {
        self.check_right(agent_id, Right::Monitor)?;
        let held = self.check_held(id)?;
        self.check_may_enter(held, agent_id)?;
        if !matches!(held.conversation.status, ConversationStatus::Active | ConversationStatus::WrapUp) {
            let detail = "only conversations that are active or in wrap-up are monitored";
            return Err(Refusal::conflict("conversation_not_active", detail));
        }
        self.agent_acts(agent_id, step.now);
        let entry = Entry { mode: ParticipantMode::Monitor, reason: "AgentMonitor", joined: true, public: false };
        Ok(self.add_guest(id, agent_id, entry, step))
    }

    /// Barges in: both sides are told. Whoever read along before, no longer merely does.
    pub(crate) fn join(&mut self, id: ConversationId, agent_id: AgentId, step: &mut Step) -> Result<Reply, Refusal> {
        self.check_right(agent_id, Right::Monitor)?;
        let held = self.check_held(id)?;
        let monitors =
            held.guest(agent_id).filter(|guest| guest.mode == ParticipantMode::Monitor).map(|guest| guest.id);
        if monitors.is_none() {
            self.check_may_enter(held, agent_id)?;
        }
        if held.state() != State::Active {
            return Err(moves::refusal(held.state(), Happening::AgentEnded));
        }
        self.agent_acts(agent_id, step.now);
        if let Some(monitor) = monitors {
            self.guest_leaves(id, monitor, ClosureReason::AgentClosed, step.now);
        }
        let entry =
            Entry { mode: ParticipantMode::Consult, reason: "AgentConversationJoin", joined: true, public: true };
        let reply = self.add_guest(id, agent_id, entry, step);
        self.add_system_message(id, SystemMessage::AgentJoined, step.now);
        Ok(reply)
    }

    /// Sets somebody's presence for them.
    pub(crate) fn reset_presence(
        &mut self,
        agent_id: AgentId,
        of_agent_id: AgentId,
        presence_id: PresenceId,
        step: &mut Step,
    ) -> Result<Reply, Refusal> {
        self.check_overseer(agent_id)?;
        let state = self.check_agent(of_agent_id)?;
        let presence = self.check_settable(presence_id)?.clone();
        if !state.has_browser() && presence.base != BasePresence::Offline {
            let detail = format!("{} is not signed in", state.agent.name);
            return Err(Refusal::conflict("agent_not_connected", detail));
        }
        self.agent_acts(agent_id, step.now);
        self.put_named(of_agent_id, &presence, PresenceSource::System, step.now);
        if self.agents[&of_agent_id].status.lost.is_some() {
            self.edit_status(of_agent_id).lost = None;
        }
        Ok(Reply::Done)
    }

    pub(super) fn check_overseer(&self, agent_id: AgentId) -> Result<(), Refusal> {
        if self.check_agent(agent_id)?.agent.role.oversees() {
            return Ok(());
        }
        Err(Refusal::forbidden("supervisors_only", "this is for supervisors and administrators"))
    }

    pub(super) fn check_right(&self, agent_id: AgentId, right: Right) -> Result<(), Refusal> {
        self.check_overseer(agent_id)?;
        if right.is_on(self.organization.settings.supervisors) { Ok(()) } else { Err(right.refusal()) }
    }

    /// Somebody who may take it; unless `regardless`, one to whom routing might give it too.
    fn check_assignee(&self, id: ConversationId, to_agent_id: AgentId, regardless: bool) -> Result<(), Refusal> {
        let state = self
            .agents
            .get(&to_agent_id)
            .ok_or_else(|| Refusal::not_found("agent_not_found", format!("there is no agent {to_agent_id}")))?;
        let name = &state.agent.name;
        if !state.agent.active {
            return Err(Refusal::conflict("agent_not_available", format!("{name} is no longer active")));
        }
        if regardless {
            return Ok(());
        }
        let conversation = &self.check_held(id)?.conversation;
        let workstream = &self.workstreams[&conversation.workstream_id];
        if !state.has_browser() || !workstream.allowed_presences.contains(&state.status.base) {
            let detail = format!("{name} is not in a presence that takes this work; assign it regardless, or wait");
            return Err(Refusal::conflict("agent_not_available", detail));
        }
        let units = state.status.available_units >= i64::from(workstream.capacity_units);
        let fits = |profile: &CapacityProfileId| state.profile_room(*profile).is_some_and(|room| room > 0);
        let profiles = profiles_of(conversation, workstream).iter().all(fits);
        if !units || !profiles || state.status.load.blocked {
            let detail = format!("{name} has no room for it; assign it regardless, or wait");
            return Err(Refusal::conflict("agent_at_capacity", detail));
        }
        Ok(())
    }
}
