//! Which presence an agent is in and what moves it. Knows nothing of who is routed what.

use crate::Engine;
use crate::agents::AgentState;
use frontdesk_model::{AgentId, BasePresence, Presence, PresenceId, PresenceSource, Settings, Timestamp, Uuid};

/// What the load alone says. Units and profiles count alike: full is whoever has nothing left of either; one full
/// blocking profile suffices.
fn computed(state: &AgentState, settings: &Settings) -> BasePresence {
    let available = state.status.available_units;
    let untouched = available >= i64::from(state.agent.capacity_units) && state.status.load.profiles.is_empty();
    if state.status.open_sessions >= settings.sessions_max || state.status.load.blocked {
        BasePresence::DoNotDisturb
    } else if untouched {
        BasePresence::Available
    } else if available <= 0 && state.profiles_exhausted() {
        BasePresence::DoNotDisturb
    } else {
        BasePresence::Busy
    }
}

impl Engine {
    /// The one that automatic moves to this base use.
    pub(crate) fn default_presence(&self, base: BasePresence) -> PresenceId {
        let of_base = || self.presences.values().filter(|presence| presence.base == base);
        of_base()
            .find(|presence| presence.is_default)
            .or_else(|| of_base().next())
            .map_or(PresenceId(Uuid::nil()), |presence| presence.id)
    }

    pub(crate) fn put_presence(
        &mut self,
        agent_id: AgentId,
        (presence_id, base): (PresenceId, BasePresence),
        source: PresenceSource,
        now: Timestamp,
    ) {
        let status = &self.agents[&agent_id].status;
        if status.presence_id == presence_id && status.base == base && status.source == source {
            return;
        }
        let status = self.edit_status(agent_id);
        if status.presence_id != presence_id || status.base != base {
            status.presence_modified_at = now;
        }
        (status.presence_id, status.base, status.source) = (presence_id, base, source);
    }

    pub(crate) fn put_base(&mut self, agent_id: AgentId, base: BasePresence, source: PresenceSource, now: Timestamp) {
        self.put_presence(agent_id, (self.default_presence(base), base), source, now);
    }

    pub(crate) fn put_named(&mut self, agent_id: AgentId, presence: &Presence, source: PresenceSource, now: Timestamp) {
        self.put_presence(agent_id, (presence.id, presence.base), source, now);
    }

    /// The load changed: whoever is on automatic moves with it.
    pub(crate) fn follow_load(&mut self, agent_id: AgentId, now: Timestamp) {
        if self.agents[&agent_id].status.source == PresenceSource::Automatic {
            self.compute_presence(agent_id, now);
        }
    }

    /// An accept or a close ends an Available or Busy that was chosen, or set by a supervisor; Away, Do not disturb and
    /// Offline stay.
    pub(crate) fn presence_after_accept_or_close(&mut self, agent_id: AgentId, now: Timestamp) {
        let status = &self.agents[&agent_id].status;
        let chosen = status.source != PresenceSource::Automatic;
        if chosen && matches!(status.base, BasePresence::Available | BasePresence::Busy) {
            self.compute_presence(agent_id, now);
        }
    }

    /// An Inactive agent who does something is there again.
    pub(crate) fn agent_acts(&mut self, agent_id: AgentId, now: Timestamp) {
        if self.agents[&agent_id].status.base == BasePresence::Inactive {
            self.compute_presence(agent_id, now);
        }
    }

    pub(crate) fn presence_after_missed_offer(&mut self, agent_id: AgentId, now: Timestamp) {
        if self.organization.settings.inactive_after_missed_offer {
            self.put_presence_after_decline(agent_id, BasePresence::Inactive, now);
        }
    }

    pub(crate) fn presence_after_reject(&mut self, agent_id: AgentId, now: Timestamp) {
        if self.organization.settings.do_not_disturb_after_reject {
            self.put_presence_after_decline(agent_id, BasePresence::DoNotDisturb, now);
        }
    }

    pub(crate) fn compute_presence(&mut self, agent_id: AgentId, now: Timestamp) {
        let base = computed(&self.agents[&agent_id], &self.organization.settings);
        self.put_base(agent_id, base, PresenceSource::Automatic, now);
    }

    /// What an agent chose to be away for outlasts a declined offer.
    fn put_presence_after_decline(&mut self, agent_id: AgentId, base: BasePresence, now: Timestamp) {
        let status = &self.agents[&agent_id].status;
        let reachable = match status.source {
            PresenceSource::Automatic => true,
            PresenceSource::Agent => matches!(status.base, BasePresence::Available | BasePresence::Busy),
            PresenceSource::System => false,
        };
        if reachable {
            self.put_base(agent_id, base, PresenceSource::System, now);
        }
    }
}
