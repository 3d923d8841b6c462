//! Whether an agent may take a conversation, and the first thing that stands against it. The search and the
//! explanation both ask here, so that what is explained is what was decided. Knows nothing of who comes first.

use super::demand::{Ask, Terms};
use crate::Engine;
use crate::agents::{AgentState, Attendance};
use crate::intake::fields::{AgentRecord, PairRecord};
use frontdesk_model::{AgentId, Conversation, PassedOverReason, Settings, SkillMatching, SkillRating, Timestamp};
use frontdesk_predicate::Predicate;

impl Engine {
    /// In the order of `PassedOverReason`, up to where the conversation's own history begins: that is `declined`. Any
    /// conversation of a group will do for `conversation`; it is fetched for conditions alone.
    pub(super) fn reason_against<'a>(
        &'a self,
        terms: &Terms,
        ask: &Ask<'_>,
        state: &AgentState,
        now: Timestamp,
        conversation: impl FnOnce() -> &'a Conversation,
    ) -> Option<PassedOverReason> {
        use PassedOverReason::*;
        let absent = absence(state.attendance(), ask);
        if absent.is_some() {
            absent
        } else if ask.within_hours && !self.hours.is_open(state.agent.operating_hours_id, now) {
            Some(Hours)
        } else if ask.matching == SkillMatching::Exact && !has_skills(&state.agent.skills, &terms.skills) {
            Some(Skill)
        } else if ask.condition.is_some_and(|when| !self.holds(when, conversation(), state)) {
            Some(Condition)
        } else {
            against_capacity(terms, ask, state)
        }
    }

    fn holds(&self, when: &Predicate, conversation: &Conversation, state: &AgentState) -> bool {
        let agent =
            AgentRecord { agent: &state.agent, base: state.status.base, units_free: state.status.available_units };
        when.holds(&PairRecord { conversation: self.record(conversation), agent })
    }
}

/// Not there, or not for this.
pub(super) fn absence(attendance: Attendance, ask: &Ask<'_>) -> Option<PassedOverReason> {
    match attendance {
        Attendance::Deactivated => Some(PassedOverReason::Deactivated),
        Attendance::NotConnected => Some(PassedOverReason::NotConnected),
        Attendance::There(base) if !ask.presences.contains(base) => Some(PassedOverReason::Presence),
        Attendance::There(_) => None,
    }
}

/// Asked it as often as is allowed, or a short while ago.
pub(super) fn declined(
    conversation: &Conversation,
    reoffer_after_ms: u64,
    settings: &Settings,
    agent_id: AgentId,
    now: Timestamp,
) -> Result<u32, PassedOverReason> {
    match conversation.declines.iter().find(|declines| declines.agent_id == agent_id) {
        None => Ok(0),
        Some(declines) if declines.count >= settings.declines_allowed => Err(PassedOverReason::Declined),
        Some(declines) if declines.last_at + reoffer_after_ms > now => Err(PassedOverReason::DeclinedRecently),
        Some(declines) => Ok(declines.count),
    }
}

/// A full blocking profile stops everything, even what need not fit.
fn against_capacity(terms: &Terms, ask: &Ask<'_>, state: &AgentState) -> Option<PassedOverReason> {
    if ask.within_capacity {
        if state.status.available_units < i64::from(terms.units) {
            return Some(PassedOverReason::Units);
        }
        if terms.profiles.iter().any(|profile| state.profile_room(*profile).is_none()) {
            return Some(PassedOverReason::NoProfile);
        }
        if terms.profiles.iter().any(|profile| state.profile_room(*profile).is_some_and(|room| room <= 0)) {
            return Some(PassedOverReason::ProfileFull);
        }
    }
    state.status.load.blocked.then_some(PassedOverReason::Blocked)
}

fn has_skills(theirs: &[SkillRating], required: &[SkillRating]) -> bool {
    required.iter().all(|skill| rating(theirs, skill).is_some_and(|rated| rated >= skill.proficiency))
}

/// The agent's rating in a required skill.
pub(super) fn rating(theirs: &[SkillRating], required: &SkillRating) -> Option<u32> {
    theirs.iter().find(|skill| skill.skill_id == required.skill_id).map(|skill| skill.proficiency)
}
