//! The method "highest capacity": whoever has the most free units; ties go round. Knows nothing of other methods.

use super::demand::Terms;
use super::rank::{Key, Rank, ago};
use crate::agents::AgentState;

pub(super) fn rank(state: &AgentState) -> Rank {
    Rank {
        first: state.status.available_units.saturating_neg(),
        second: ago(state.status.last_assigned_at),
        third: 0,
        agent_id: state.agent.id,
    }
}

/// What takes profiles and no units goes by the free units of those profiles.
pub(super) fn by_profiles(terms: &Terms, state: &AgentState) -> Option<Key> {
    let by_profiles = terms.units == 0 && !terms.profiles.is_empty();
    by_profiles.then(|| Key::Number(free_profile_units(terms, state).saturating_neg()))
}

/// Over all profiles that the conversation takes.
pub(super) fn free_profile_units(terms: &Terms, state: &AgentState) -> i64 {
    terms.profiles.iter().filter_map(|profile| state.profile_room(*profile)).sum()
}
