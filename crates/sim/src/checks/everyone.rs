//! Queues of everyone follow those who come and go. Knows the rows; not how membership is kept.

use super::{Broken, Memory, Promise, Turn, ensure};

pub fn check(turn: &Turn<'_>, _: &mut Memory) -> Result<(), Broken> {
    if !turn.changes.set_up {
        return Ok(());
    }
    for queue in turn.record.queues.values().filter(|queue| queue.everyone) {
        let active = turn.record.agents.values().filter(|agent| agent.active).map(|agent| agent.id);
        let mut members = queue.members.clone();
        members.sort();
        ensure(members.iter().copied().eq(active), Promise::EveryoneServes, || format!("{queue:?}"))?;
    }
    Ok(())
}
