//! Every move is one of the table's, closed is final, and the stamps agree with the status. Knows the reference.

use super::{Broken, Promise, Turn, ensure};
use crate::coverage::Coverage;
use crate::record::Change;
use crate::reference::{self, Cause, Move};
use frontdesk_model::*;
use std::sync::Arc;

pub fn check(turn: &Turn<'_>, coverage: &mut Coverage) -> Result<(), Broken> {
    for change in &turn.changes.conversations {
        check_final(change)?;
        for (before, after) in turn.images(change) {
            check_move(turn, before, after, coverage)?;
        }
        check_stamps(turn, &change.after)?;
    }
    Ok(())
}

fn check_final(change: &Change<Arc<Conversation>>) -> Result<(), Broken> {
    let closed = change.before.as_ref().filter(|before| before.status == ConversationStatus::Closed);
    ensure(closed.is_none(), Promise::ClosedIsFinal, || format!("{closed:?}\n  became {:?}", change.after))
}

fn check_move(
    turn: &Turn<'_>,
    before: Option<&Conversation>,
    after: &Conversation,
    coverage: &mut Coverage,
) -> Result<(), Broken> {
    let session = before.and_then(|before| turn.session_of(before));
    let what = Move {
        from: before.map(|before| before.status),
        to: after.status,
        live_chat: after.mode.is_live_chat(),
        accepted: before.is_some_and(|before| before.status_reason == StatusReason::InConversation),
        new_session: before.is_some_and(|before| before.last_session_id != after.last_session_id),
        closure: before.and_then(|before| closure(turn, before)),
        may_have_gone_on: turn.input().is_none(),
    };
    let mut causes: Vec<Cause> = Vec::new();
    causes.extend(turn.input().and_then(|input| reference::asked(input, after.id, before)));
    if let Some(before) = before {
        causes.extend(reference::causes_by_itself(before, session, turn.record, turn.workplaces, turn.now));
    }
    causes.push(Cause::Routing);
    let Some(rules) = reference::explain(&what, &causes) else {
        let detail = format!("{what:?}\n  may have: {causes:?}\n  before {before:?}\n  after {after:?}");
        return Err(Broken::new(Promise::LegalMoves, detail));
    };
    rules.iter().for_each(|rule| coverage.rule(rule.name));
    Ok(())
}

/// How the session ended that was open then; None where it goes on, or was not open.
fn closure(turn: &Turn<'_>, before: &Conversation) -> Option<ClosureReason> {
    let session_id = before.last_session_id.filter(|_| before.status != ConversationStatus::Waiting);
    let changed = turn.changes.sessions.iter().find(|change| Some(change.after.id) == session_id);
    changed.and_then(|change| change.after.closure_reason)
}

fn check_stamps(turn: &Turn<'_>, conversation: &Conversation) -> Result<(), Broken> {
    use ConversationStatus::*;
    let c = conversation;
    let agents = match c.status {
        Open => c.active_agent_id.is_none() && c.list_agent_id.is_none(),
        Active => c.active_agent_id.is_some() && c.list_agent_id == c.active_agent_id,
        // Nobody's, where a supervisor wrote before anybody had it.
        Waiting => c.active_agent_id.is_none() && c.list_agent_id == c.last_agent_id,
        WrapUp => c.list_agent_id.is_some() && c.list_agent_id == c.last_agent_id,
        Closed => c.active_agent_id.is_none(),
    };
    let closed = c.closed_at.is_some() == (c.status == Closed);
    let wrapping_up = c.status != WrapUp || c.wrap_up_started_at.is_some();
    let started = c.accepted == c.started_at.is_some();
    let queued = c.status != Open || c.queued_at.is_some();
    let in_order =
        c.created_at <= c.status_changed_at && c.status_changed_at <= c.modified_at && c.modified_at <= turn.now;
    let waited = match (c.started_at, c.first_wait_ms) {
        (Some(started), wait) => wait == Some(started.since(c.created_at)),
        (None, Some(wait)) => c.closed_at.is_some_and(|closed| wait == closed.since(c.created_at)),
        (None, None) => c.status != Closed,
    };
    let times = c.talk_ms + c.wrap_up_ms <= turn.now.since(c.created_at);
    let accepted = turn.record.open_session(c.id).is_some_and(|session| session.agent_accepted_at.is_some());
    let reason = reference::reasons(c.status, accepted).contains(&c.status_reason);
    let all = [agents, closed, wrapping_up, started, queued, in_order, waited, times, reason];
    ensure(all.iter().all(|agrees| *agrees), Promise::StampsAgree, || {
        let names = [
            "agents",
            "closed_at",
            "wrap_up_started_at",
            "started_at",
            "queued_at",
            "order",
            "first_wait_ms",
            "talk_ms",
            "reason",
        ];
        let wrong: Vec<_> = names.iter().zip(all).filter(|(_, agrees)| !agrees).map(|(name, _)| name).collect();
        format!("{wrong:?} of {conversation:?}")
    })
}
