//! The method "advanced round robin": in the order of joining the queue, then whoever was assigned something from it
//! longest ago. Knows nothing of other methods.

use super::QueueState;
use super::rank::{Rank, ago};
use crate::agents::AgentState;

/// Never assigned from this queue: by when they joined it. Several who joined at once: as the queue lists them.
pub(super) fn rank(queue: &QueueState, state: &AgentState) -> Rank {
    let turn = state.turn(queue.queue.id);
    Rank {
        first: ago(turn.and_then(|turn| turn.last_assigned_at)),
        second: ago(turn.map(|turn| turn.joined_at)),
        third: queue.position(state.agent.id),
        agent_id: state.agent.id,
    }
}
