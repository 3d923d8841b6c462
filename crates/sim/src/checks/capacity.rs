//! Capacity, counted again from the conversations. Knows the rows.

use super::{Broken, Memory, Promise, Turn, ensure};
use crate::record::Record;
use frontdesk_model::*;

pub fn check(turn: &Turn<'_>, _: &mut Memory) -> Result<(), Broken> {
    if turn.refused() {
        return Ok(());
    }
    for status in turn.record.statuses.values() {
        check_agent(turn.record, status)?;
    }
    let changes = turn.changes.conversations.iter();
    changes.flat_map(|change| turn.images(change)).try_for_each(|(before, after)| check_held(turn, before, after))
}

fn check_agent(record: &Record, status: &AgentStatus) -> Result<(), Broken> {
    let Some(agent) = record.agents.get(&status.agent_id) else { return Ok(()) };
    let (mut held, mut sessions) = (0, 0);
    for conversation in record.conversations.values().filter(|c| c.list_agent_id == Some(agent.id)) {
        held += i64::from(conversation.held_units);
        sessions += u32::from(in_workspace(record, conversation));
    }
    let exact = status.available_units == i64::from(agent.capacity_units) - held;
    ensure(exact && status.open_sessions == sessions, Promise::ExactCapacity, || {
        format!("{} units, {held} held, {sessions} sessions open, yet {status:?}", agent.capacity_units)
    })
}

/// Accepted or being wrapped up: a tab in the agent's workspace.
pub fn in_workspace(record: &Record, conversation: &Conversation) -> bool {
    match conversation.status {
        ConversationStatus::Active => {
            record.open_session(conversation.id).is_some_and(|session| session.agent_accepted_at.is_some())
        }
        ConversationStatus::WrapUp => true,
        _ => false,
    }
}

/// Held from assignment to the end, in wrap-up as the workstream says, nowhere else.
fn check_held(turn: &Turn<'_>, before: Option<&Conversation>, after: &Conversation) -> Result<(), Broken> {
    let Some(workstream) = turn.record.workstreams.get(&after.workstream_id) else { return Ok(()) };
    let held_before = before.map_or(0, |before| before.held_units);
    let entered =
        before.is_none_or(|before| before.status != after.status || before.last_session_id != after.last_session_id);
    let right = match after.status {
        ConversationStatus::Active if entered => after.held_units == workstream.capacity_units,
        ConversationStatus::Active => after.held_units == held_before,
        ConversationStatus::WrapUp if entered => match workstream.wrap_up_block {
            WrapUpBlock::Always => after.held_units == held_before && after.held_until.is_none(),
            WrapUpBlock::Never => after.held_units == 0,
            WrapUpBlock::For { milliseconds } => {
                after.held_units == held_before
                    && after.held_until == after.wrap_up_started_at.map(|started| started + milliseconds)
            }
        },
        ConversationStatus::WrapUp => {
            let given_back = before.and_then(|b| b.held_until).is_some_and(|until| until <= turn.now);
            after.held_units == held_before || (given_back && after.held_units == 0)
        }
        ConversationStatus::Open | ConversationStatus::Waiting | ConversationStatus::Closed => after.held_units == 0,
    };
    ensure(right, Promise::ExactCapacity, || {
        format!(
            "{} units a conversation, block {:?}: {before:?}\n  became {after:?}",
            workstream.capacity_units, workstream.wrap_up_block
        )
    })
}
