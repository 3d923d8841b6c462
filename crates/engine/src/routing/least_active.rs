//! The method "least active": whose capacity was last given back longest ago; ties go round. Whoever has just signed in
//! has given nothing back yet and comes first. Knows nothing of other methods.

use super::rank::{Rank, ago};
use crate::agents::AgentState;

pub(super) fn rank(state: &AgentState) -> Rank {
    Rank {
        first: ago(state.status.load.freed_at),
        second: ago(state.status.last_assigned_at),
        third: 0,
        agent_id: state.agent.id,
    }
}
