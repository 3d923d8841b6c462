//! Capacity profiles of an agent: what is held, what is spent until the end of the day, and whether a full one blocks.
//! Knows nothing of units or of who is chosen.

use crate::agents::AgentState;
use crate::{Engine, Step};
use frontdesk_calendar::Zone;
use frontdesk_model::{AgentId, AgentLoad, CapacityProfileId, CapacityReset, ProfileLoad, Timestamp};

/// A profile that an agent has, as the set-up says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ProfileLimit {
    pub profile_id: CapacityProfileId,
    pub units_max: u32,
    pub blocks: bool,
}

impl AgentState {
    /// Free units of a profile; none = they do not have it. Below zero after picks and forced assignments.
    pub fn profile_room(&self, profile_id: CapacityProfileId) -> Option<i64> {
        let limit = self.profile_limits.iter().find(|limit| limit.profile_id == profile_id)?;
        Some(i64::from(limit.units_max) - i64::from(taken(&self.status.load, profile_id)))
    }

    /// All that they have are full.
    pub fn profiles_exhausted(&self) -> bool {
        self.profile_limits.iter().all(|limit| is_full(&self.status.load, limit))
    }
}

impl Engine {
    /// The set-up of an agent or of a profile changed: limits and blocks anew.
    pub(crate) fn refresh_profile_limits(&mut self, agent_id: AgentId, now: Timestamp) {
        let state = self.agents.get_mut(&agent_id).expect("checked to be there");
        let limits = state.agent.capacity_profiles.iter().filter_map(|own| {
            let profile = self.capacity_profiles.get(&own.profile_id)?;
            let units_max = own.units_max.unwrap_or(profile.units_max);
            Some(ProfileLimit { profile_id: profile.id, units_max, blocks: profile.blocks_assignment })
        });
        state.profile_limits = limits.collect();
        self.refresh_blocked(agent_id);
        self.follow_load(agent_id, now);
    }

    /// Takes a unit of each of these profiles from an agent.
    pub(crate) fn hold_profiles(&mut self, agent_id: AgentId, profiles: &[CapacityProfileId]) {
        for profile_id in profiles {
            self.edit_profile_load(agent_id, *profile_id, |load| load.held_units += 1);
        }
        self.refresh_blocked(agent_id);
    }

    /// What was accepted and is given back at the end of the day stays spent until then.
    pub(crate) fn give_profiles_back(
        &mut self,
        agent_id: AgentId,
        profiles: &[CapacityProfileId],
        accepted: bool,
        now: Timestamp,
    ) {
        for profile_id in profiles {
            let reset = self.capacity_profiles.get(profile_id).map(|profile| profile.reset);
            let spent_until = (accepted && reset == Some(CapacityReset::EndOfDay)).then(|| self.end_of_day(now));
            self.edit_profile_load(agent_id, *profile_id, |load| {
                load.held_units = load.held_units.saturating_sub(1);
                if let Some(end_of_day) = spent_until {
                    load.spent_units += 1;
                    load.spent_until.get_or_insert(end_of_day);
                }
            });
        }
        self.refresh_blocked(agent_id);
    }

    /// Midnight: what was spent before it is there again.
    pub(crate) fn profiles_reset(&mut self, agent_id: AgentId, step: &Step) {
        for load in &mut self.edit_status(agent_id).load.profiles {
            if load.spent_until.is_some_and(|until| until <= step.now) {
                (load.spent_units, load.spent_until) = (0, None);
            }
        }
        self.edit_status(agent_id).load.profiles.retain(|load| load.taken() > 0);
        self.refresh_blocked(agent_id);
        self.follow_load(agent_id, step.now);
    }

    /// What must stand in an agent's load: held by their conversations, spent as it was until it is given back.
    pub(crate) fn derive_profiles(&self, state: &AgentState) -> Vec<ProfileLoad> {
        let mut profiles: Vec<ProfileLoad> = state.status.load.profiles.clone();
        profiles.iter_mut().for_each(|load| load.held_units = 0);
        for conversation_id in &state.assigned {
            for profile_id in &self.conversations[conversation_id].conversation.demand.held_profiles {
                entry(&mut profiles, *profile_id).held_units += 1;
            }
        }
        profiles.retain(|load| load.taken() > 0);
        profiles
    }

    pub(crate) fn derive_blocked(&self, state: &AgentState) -> bool {
        state.profile_limits.iter().any(|limit| limit.blocks && is_full(&state.status.load, limit))
    }

    /// After a restart.
    pub(crate) fn load_profiles(&mut self, agent_id: AgentId, now: Timestamp) {
        let profiles = self.derive_profiles(&self.agents[&agent_id]);
        self.edit_status(agent_id).load.profiles = profiles;
        self.refresh_profile_limits(agent_id, now);
    }

    fn refresh_blocked(&mut self, agent_id: AgentId) {
        let blocked = self.derive_blocked(&self.agents[&agent_id]);
        if self.agents[&agent_id].status.load.blocked != blocked {
            self.edit_status(agent_id).load.blocked = blocked;
        }
    }

    fn edit_profile_load(&mut self, agent_id: AgentId, id: CapacityProfileId, change: impl FnOnce(&mut ProfileLoad)) {
        let profiles = &mut self.edit_status(agent_id).load.profiles;
        change(entry(profiles, id));
        profiles.retain(|load| load.taken() > 0);
    }

    /// The next midnight where the organisation is; a time zone nobody knows was refused when it was set.
    fn end_of_day(&self, now: Timestamp) -> Timestamp {
        let zone = Zone::find(&self.organization.settings.time_zone).or_else(|_| Zone::find("UTC"));
        zone.map_or(now, |zone| Timestamp(zone.end_of_day(now.as_millis())))
    }
}

/// When spent units are next given back.
pub(crate) fn resets_at(load: &AgentLoad) -> Option<Timestamp> {
    load.profiles.iter().filter_map(|profile| profile.spent_until).min()
}

/// By profile, so that equal loads are equal rows.
fn entry(profiles: &mut Vec<ProfileLoad>, profile_id: CapacityProfileId) -> &mut ProfileLoad {
    let at = profiles.binary_search_by_key(&profile_id, |load| load.profile_id).unwrap_or_else(|at| {
        profiles.insert(at, ProfileLoad { profile_id, held_units: 0, spent_units: 0, spent_until: None });
        at
    });
    &mut profiles[at]
}

fn taken(load: &AgentLoad, profile_id: CapacityProfileId) -> u32 {
    load.profiles.iter().find(|profile| profile.profile_id == profile_id).map_or(0, ProfileLoad::taken)
}

fn is_full(load: &AgentLoad, limit: &ProfileLimit) -> bool {
    taken(load, limit.profile_id) >= limit.units_max
}
