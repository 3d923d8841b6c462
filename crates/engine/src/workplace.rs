//! The agent's workplace: browsers that come and go, sign-out, a presence that is chosen. Knows no conversation's rules.

use crate::conversation::moves::Happening;
use crate::{Engine, Refusal, Reply, Step};
use frontdesk_model::{
    AgentId, BasePresence, ClosureReason, ConversationId, LostBrowser, Presence, PresenceId, PresenceSource,
    SystemMessage,
};

impl Engine {
    pub(crate) fn set_presence(
        &mut self,
        agent_id: AgentId,
        presence_id: PresenceId,
        step: &mut Step,
    ) -> Result<Reply, Refusal> {
        self.check_agent(agent_id)?;
        let presence = self.check_settable(presence_id)?.clone();
        self.put_named(agent_id, &presence, PresenceSource::Agent, step.now);
        if self.agents[&agent_id].status.lost.is_some() {
            self.edit_status(agent_id).lost = None;
        }
        Ok(Reply::Done)
    }

    /// One that people may set.
    pub(crate) fn check_settable(&self, id: PresenceId) -> Result<&Presence, Refusal> {
        let presence = self
            .presences
            .get(&id)
            .ok_or_else(|| Refusal::not_found("presence_not_found", format!("there is no presence {id}")))?;
        if !presence.settable || presence.base == BasePresence::Inactive {
            return Err(Refusal::invalid("presence_not_settable", format!("only the system sets {}", presence.name)));
        }
        Ok(presence)
    }

    pub(crate) fn agent_connected(&mut self, agent_id: AgentId, step: &mut Step) -> Result<Reply, Refusal> {
        self.check_agent(agent_id)?;
        let state = self.agents.get_mut(&agent_id).expect("checked to be there");
        let arrives = !state.has_browser();
        state.connections = state.connections.saturating_add(1);
        state.signed_out = false;
        if arrives {
            state.gone_at = None;
            self.agent_arrives(agent_id, step);
        }
        Ok(Reply::Done)
    }

    pub(crate) fn agent_disconnected(&mut self, agent_id: AgentId, step: &mut Step) -> Result<Reply, Refusal> {
        let Some(state) = self.agents.get_mut(&agent_id) else {
            return Err(Refusal::not_found("agent_not_found", format!("there is no agent {agent_id}")));
        };
        let leaves = state.has_browser() && state.connections == 1;
        state.connections = state.connections.saturating_sub(1);
        if leaves {
            self.browser_lost(agent_id, step.now);
        }
        Ok(Reply::Done)
    }

    pub(crate) fn agent_signed_out(&mut self, agent_id: AgentId, step: &mut Step) -> Result<Reply, Refusal> {
        if !self.agents.contains_key(&agent_id) {
            return Err(Refusal::not_found("agent_not_found", format!("there is no agent {agent_id}")));
        }
        self.sign_out(agent_id, step);
        Ok(Reply::Done)
    }

    pub(crate) fn sign_out(&mut self, agent_id: AgentId, step: &mut Step) {
        self.edit_status(agent_id).lost = None;
        self.put_base(agent_id, BasePresence::Offline, PresenceSource::System, step.now);
        let patience_ms = self.organization.settings.timers.agent_disconnected_ms;
        let state = self.agents.get_mut(&agent_id).expect("checked to be there");
        state.signed_out = true;
        state.gone_at.get_or_insert(step.now + patience_ms);
    }

    /// Offline at once; what they were in is kept for their return.
    pub(crate) fn browser_lost(&mut self, agent_id: AgentId, now: frontdesk_model::Timestamp) {
        let patience_ms = self.organization.settings.timers.agent_disconnected_ms;
        let state = self.agents.get_mut(&agent_id).expect("checked to be there");
        state.gone_at.get_or_insert(now + patience_ms);
        let status = self.edit_status(agent_id);
        status.lost = Some(LostBrowser { at: now, presence_id: status.presence_id, source: status.source });
        self.put_base(agent_id, BasePresence::Offline, PresenceSource::System, now);
    }

    /// Back within the time: as before. Later, or for the first time: the default presence, or what the load says.
    fn agent_arrives(&mut self, agent_id: AgentId, step: &mut Step) {
        let restore_ms = self.organization.settings.timers.browser_restore_ms;
        let lost = self.edit_status(agent_id).lost.take();
        let within = lost.filter(|lost| step.now.since(lost.at) < restore_ms);
        let (presence_id, source) = match within {
            Some(lost) if lost.source == PresenceSource::Automatic => (None, lost.source),
            Some(lost) => (Some(lost.presence_id), lost.source),
            None => {
                // A new sign-in: nobody has been without work for longer.
                self.edit_status(agent_id).load.freed_at = None;
                (self.agents[&agent_id].agent.default_presence_id, PresenceSource::Agent)
            }
        };
        match presence_id.and_then(|id| self.presences.get(&id)).cloned() {
            Some(presence) => self.put_named(agent_id, &presence, source, step.now),
            None => self.compute_presence(agent_id, step.now),
        }
        for id in self.assigned_now(agent_id) {
            self.open_what_opens_itself(id, agent_id, step);
        }
    }

    /// Too late to find the presence they left.
    pub(crate) fn browser_restore_lapsed(&mut self, agent_id: AgentId) {
        self.edit_status(agent_id).lost = None;
    }

    /// Gone too long: whoever they were talking to is served by others.
    pub(crate) fn agent_gone(&mut self, agent_id: AgentId, step: &mut Step) {
        self.edit_status(agent_id);
        if let Some(state) = self.agents.get_mut(&agent_id) {
            state.gone_at = None;
        }
        self.leave_everything(agent_id, ClosureReason::AgentDisconnected, step.now);
        for id in self.assigned_now(agent_id) {
            if self.try_move(id, Happening::AgentGone, step) {
                self.add_system_message(id, SystemMessage::AgentDisconnected, step.now);
            }
        }
    }

    pub(crate) fn assigned_now(&self, agent_id: AgentId) -> Vec<ConversationId> {
        self.agents[&agent_id].assigned.iter().copied().collect()
    }
}
