//! Queues: who serves them and how. Knows nothing of who waits.

use super::Draft;
use super::check::{check_name, check_once, check_range, refusal_of};
use crate::Refusal;
use crate::intake::check::check_queue;
use frontdesk_model::Queue;

pub(super) fn check(draft: &Draft<'_>, queue: &Queue) -> Result<(), Refusal> {
    check_name(&queue.name)?;
    check_range("priority", queue.priority, 1..=u32::MAX)?;
    check_once("member_twice", "members", queue.members.iter(), "an agent is a member of a queue once")?;
    check_queue(queue, draft).map_err(refusal_of)
}
