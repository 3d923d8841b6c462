//! Queues: who serves them and how. Knows nothing of who waits.

use super::Draft;
use super::check::{check_name, check_once, check_range, refusal_of};
use super::references::listed;
use crate::Refusal;
use crate::intake::check::check_queue;
use frontdesk_model::{Queue, SetUpNoun, SetUpPiece};

pub(super) fn check(draft: &Draft<'_>, queue: &Queue) -> Result<(), Refusal> {
    check_name(&queue.name)?;
    check_range("priority", queue.priority, 1..=u32::MAX)?;
    check_once("member_twice", "members", queue.members.iter(), "an agent is a member of a queue once")?;
    check_queue(queue, draft).map_err(refusal_of)?;
    check_served(draft, queue)
}

/// The last member does not leave a queue that work is sent to: nobody would answer. A queue that never had one may be
/// a workstream's fallback, as it is on the day an organisation begins.
fn check_served(draft: &Draft<'_>, queue: &Queue) -> Result<(), Refusal> {
    let empties = match draft.before(SetUpNoun::Queue, queue.id.0) {
        Some(SetUpPiece::Queue(former)) => queue.has_no_members() && !former.has_no_members(),
        _ => false,
    };
    let senders = if empties { draft.users_of(SetUpNoun::Queue, queue.id.0) } else { Vec::new() };
    if senders.is_empty() {
        return Ok(());
    }
    let detail = format!("work is sent to it by {}: without members nobody would answer", listed(senders));
    Err(Refusal::conflict("queue_without_members", detail).at("members"))
}
