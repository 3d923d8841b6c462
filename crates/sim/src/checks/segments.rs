//! Every conversation is in exactly one place: one stay in one queue while it is in one, none otherwise; and its stays,
//! one after another, add up to its life. Knows the rows.

use super::{Broken, Memory, Promise, Turn, ensure};
use frontdesk_model::*;
use std::collections::BTreeMap;

pub type Ledgers = BTreeMap<ConversationId, Ledger>;

#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// The stay that was written last.
    last: Option<QueueSegment>,
    /// Of those that have ended.
    talk_ms: u64,
    wrap_up_ms: u64,
}

pub fn check(turn: &Turn<'_>, memory: &mut Memory) -> Result<(), Broken> {
    for change in &turn.changes.segments {
        let ledger = memory.segments.entry(change.after.conversation_id).or_default();
        check_row(turn, ledger, &change.after)?;
    }
    turn.changes.conversations.iter().try_for_each(|change| check_conversation(turn, memory, &change.after))
}

fn check_row(turn: &Turn<'_>, ledger: &mut Ledger, row: &QueueSegment) -> Result<(), Broken> {
    let describe = || format!("after {:?}\n  came {row:?}", ledger.last);
    let follows = match &ledger.last {
        None => row.number == 1 && row.source_queue_id.is_none(),
        Some(last) if last.number == row.number => {
            last.ended_at.is_none() && last.queue_id == row.queue_id && last.started_at == row.started_at
        }
        Some(last) => {
            let at_once = last.target_queue_id == Some(row.queue_id) && row.source_queue_id == Some(last.queue_id);
            let later = last.target_queue_id.is_none() && row.source_queue_id.is_none();
            let no_gap = !at_once || last.ended_at == Some(row.started_at);
            row.number == last.number + 1 && last.ended_at.is_some() && (at_once || later) && no_gap
        }
    };
    let ended = row.ended_at.is_some();
    let reasons = row.closure_reason.is_some() == ended;
    let closed = row.closed_at.is_none() || row.closed_at == row.ended_at;
    let until = row.agent_accepted_at.or(row.ended_at);
    let waited = row.first_wait_ms == until.map(|until| until.since(row.started_at));
    let in_order = row.agent_assigned_at.is_none_or(|at| at >= row.started_at)
        && row.agent_accepted_at.is_none_or(|at| row.agent_assigned_at.is_some_and(|assigned| assigned <= at));
    let now = row.ended_at.is_none_or(|at| at <= turn.now);
    let all = [follows, reasons, closed, waited, in_order, now];
    ensure(all.iter().all(|right| *right), Promise::OneStay, || format!("{all:?}: {}", describe()))?;
    if ended {
        ledger.talk_ms += row.talk_ms;
        ledger.wrap_up_ms += row.wrap_up_ms;
    }
    ledger.last = Some(row.clone());
    Ok(())
}

fn check_conversation(turn: &Turn<'_>, memory: &Memory, conversation: &Conversation) -> Result<(), Broken> {
    use ConversationStatus::*;
    let open: Vec<&QueueSegment> =
        turn.record.segments.range((conversation.id, 0)..=(conversation.id, u32::MAX)).map(|(_, row)| row).collect();
    let ledger = memory.segments.get(&conversation.id);
    let (talk_ms, wrap_up_ms) = ledger.map_or((0, 0), |ledger| (ledger.talk_ms, ledger.wrap_up_ms));
    let stays = matches!(conversation.status, Open | Active | WrapUp) && conversation.queue_id.is_some();
    let right = match (&open[..], stays) {
        ([], false) => (talk_ms, wrap_up_ms) == (conversation.talk_ms, conversation.wrap_up_ms),
        ([row], true) => {
            Some(row.queue_id) == conversation.queue_id
                && row.number == conversation.demand.segments
                && row.talk_ms + talk_ms == conversation.talk_ms
                && row.wrap_up_ms + wrap_up_ms == conversation.wrap_up_ms
        }
        _ => false,
    };
    ensure(right, Promise::OneStay, || {
        format!("{talk_ms} ms talked and {wrap_up_ms} wrapped up before; open: {open:?}\n  {conversation:?}")
    })
}
