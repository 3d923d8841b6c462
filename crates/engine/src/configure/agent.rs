//! Agents: who they are, what they can do and how much of it. Knows nothing of passwords but that they are never told.

use super::Draft;
use super::check::{check_name, check_once, check_range, check_variables};
use super::skill::check_rating;
use crate::agents::AgentState;
use crate::conversation::moves::Happening;
use crate::{Engine, Refusal, Step};
use frontdesk_model::{Agent, AgentId, BasePresence, ClosureReason};

pub(super) fn check(draft: &Draft<'_>, agent: &Agent) -> Result<(), Refusal> {
    check_name(&agent.name)?;
    if agent.email.trim().is_empty() {
        return Err(Refusal::invalid("email_missing", "an agent has an e-mail address").at("email"));
    }
    check_presence(draft, agent)?;
    let skills = agent.skills.iter().map(|skill| skill.skill_id);
    check_once("skill_twice", "skills", skills, "an agent has a skill once")?;
    for (index, rating) in agent.skills.iter().enumerate() {
        check_rating(draft, rating, &format!("skills[{index}].proficiency"))?;
    }
    let profiles = agent.capacity_profiles.iter().map(|profile| profile.profile_id);
    check_once("profile_twice", "capacityProfiles", profiles, "an agent has a capacity profile once")?;
    for (index, profile) in agent.capacity_profiles.iter().enumerate() {
        if let Some(units_max) = profile.units_max {
            check_range(&format!("capacityProfiles[{index}].unitsMax"), units_max, 0..=100)?;
        }
    }
    check_variables("attributes", &agent.attributes)
}

fn check_presence(draft: &Draft<'_>, agent: &Agent) -> Result<(), Refusal> {
    if let Some(presence) = agent.default_presence_id.and_then(|id| draft.presence(id))
        && (!presence.settable || presence.base == BasePresence::Inactive)
    {
        let detail = format!("{} cannot be a default presence", presence.name);
        return Err(Refusal::invalid("presence_not_settable", detail).at("defaultPresenceId"));
    }
    super::presence::check_complete(draft)
}

impl Engine {
    pub(super) fn put_agent(&mut self, agent: Agent, step: &mut Step) {
        let id = agent.id;
        let leaves = !agent.active && self.agents.get(&id).is_some_and(|state| state.agent.active);
        match self.agents.get_mut(&id) {
            Some(state) => {
                let more_units = i64::from(agent.capacity_units) - i64::from(state.agent.capacity_units);
                let former = std::mem::replace(&mut state.agent, agent);
                self.edit_status(id).available_units += more_units;
                self.agent_changed(&former, step.now);
            }
            None => {
                let offline = self.default_presence(BasePresence::Offline);
                self.employ(AgentState::new(agent, offline, step.now));
                self.agent_changed(&Agent { id, ..Agent::default() }, step.now);
            }
        }
        if leaves {
            self.agent_leaves(id, step);
        }
        self.check_out_overseer(id, step.now);
    }

    /// No longer active: what they hold goes back to the queues, what they wrap up is closed.
    fn agent_leaves(&mut self, id: AgentId, step: &mut Step) {
        for conversation_id in self.assigned_now(id) {
            self.try_move(conversation_id, Happening::AgentDeactivated, step);
        }
        self.leave_everything(id, ClosureReason::AgentReRouted, step.now);
        self.sign_out(id, step);
    }
}
