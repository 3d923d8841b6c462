//! Rows, events and the engine's own image say the same. Knows nothing of whether what they say is right.

use super::{Broken, Call, Memory, Promise, Turn, ensure};
use crate::record::Record;
use crate::system::System;
use frontdesk_engine::Output;
use frontdesk_model::*;
use std::borrow::Cow;
use std::sync::Arc;

pub fn check(turn: &Turn<'_>, _: &mut Memory) -> Result<(), Broken> {
    (turn.compare_with_engine)(turn.record)?;
    check_messages_told(turn)?;
    check_changes_told(turn)?;
    check_stamps_of_change(turn)
}

/// The engine's image is the record's, row by row.
pub fn holds_what_was_written<S: System>(engine: &S, record: &Record) -> Result<(), Broken> {
    let mut count = 0;
    for conversation in engine.conversations() {
        count += 1;
        let written = record.conversations.get(&conversation.id);
        let same = written.is_some_and(|written| Arc::ptr_eq(written, &conversation) || *written == conversation);
        ensure(same, Promise::RowsAreTheTruth, || format!("held {conversation:?}\n  written {written:?}"))?;
    }
    ensure(count == record.conversations.len(), Promise::RowsAreTheTruth, || {
        format!("the engine holds {count} conversations, written are {}", record.conversations.len())
    })?;
    let mut count = 0;
    for status in engine.statuses() {
        count += 1;
        let written = record.statuses.get(&status.agent_id);
        ensure(written == Some(&*status), Promise::RowsAreTheTruth, || {
            format!("held {status:?}\n  written {written:?}")
        })?;
    }
    ensure(count == record.agents.len(), Promise::RowsAreTheTruth, || {
        format!("{} agents have {count} statuses", record.agents.len())
    })?;
    holds_who_takes_part(engine, record)
}

/// And so are the open sessions and those who take part in them.
fn holds_who_takes_part<S: System>(engine: &S, record: &Record) -> Result<(), Broken> {
    let ids = || record.conversations.keys();
    let open = || ids().filter_map(|id| record.open_session(*id)).map(Cow::Borrowed);
    ensure(engine.sessions().eq(open()), Promise::RowsAreTheTruth, || {
        let (held, open): (Vec<_>, Vec<_>) = (engine.sessions().collect(), open().collect());
        format!("held {held:?}\n  written {open:?}")
    })?;
    let all = ids().filter_map(|id| record.participants.get(id)).flatten().map(Cow::Borrowed);
    let mut written: Vec<Cow<'_, Participant>> = all.filter(|one| one.left_at.is_none()).collect();
    let mut held: Vec<Cow<'_, Participant>> = engine.participants().collect();
    // Who came into a conversation first is not told by the order of rows that were written together.
    if held != written {
        for list in [&mut written, &mut held] {
            list.sort_unstable_by_key(|one| (one.conversation_id, one.id));
        }
    }
    ensure(held == written, Promise::RowsAreTheTruth, || format!("held {held:?}\n  written {written:?}"))
}

/// Each message row is journaled once, in the same order.
fn check_messages_told(turn: &Turn<'_>) -> Result<(), Broken> {
    let mut told = turn.events().filter_map(|(_, event)| match event {
        Event::MessageAdded { message } => Some(message),
        _ => None,
    });
    for written in &turn.changes.messages {
        let next = told.next();
        ensure(next == Some(written), Promise::EverythingIsTold, || format!("written {written:?}, told {next:?}"))?;
    }
    let left = told.next();
    ensure(left.is_none(), Promise::EverythingIsTold, || format!("told but not written: {left:?}"))
}

/// Whatever was written was told, in its last image; whatever was told was written.
fn check_changes_told(turn: &Turn<'_>) -> Result<(), Broken> {
    for change in &turn.changes.conversations {
        let (before, after) = (change.before.as_deref(), &change.after);
        let told = turn.told(after.id).last();
        let heard = told.or(before).is_some_and(|image| {
            image == &**after || (is_same_but_for_messages(image, after) && tells_of_messages(turn, after.id))
        });
        ensure(heard, Promise::EverythingIsTold, || {
            format!("written {after:?}\n  told {told:?}\n  before {before:?}")
        })?;
    }
    for change in &turn.changes.statuses {
        let told = last_told(turn, |event| match event {
            Event::AgentStatusChanged { status } if status.agent_id == change.after.agent_id => Some(status),
            _ => None,
        });
        ensure(told == Some(&change.after), Promise::EverythingIsTold, || {
            format!("written {:?}\n  told {told:?}", change.after)
        })?;
    }
    check_nothing_unwritten_told(turn)
}

fn check_nothing_unwritten_told(turn: &Turn<'_>) -> Result<(), Broken> {
    let record = turn.record;
    for (_, event) in turn.events() {
        let written = match event {
            Event::ConversationChanged { conversation } => {
                turn.changes.conversations.iter().any(|change| change.after.id == conversation.id)
            }
            Event::AgentStatusChanged { status } => {
                turn.changes.statuses.iter().any(|change| change.after.agent_id == status.agent_id)
            }
            Event::MarksMoved { conversation_id, marks } => {
                record.find(*conversation_id).is_some_and(|conversation| conversation.marks == *marks)
            }
            _ => true,
        };
        ensure(written, Promise::EverythingIsTold, || format!("told but not written: {event:?}"))?;
    }
    Ok(())
}

/// Messages and marks are told by their own, smaller events; all that hangs on them can be told from those.
fn is_same_but_for_messages(image: &Conversation, after: &Conversation) -> bool {
    let mut same = image.clone();
    same.marks = after.marks;
    same.unread = after.unread;
    same.modified_at = after.modified_at;
    same.last_message_number = after.last_message_number;
    same.last_public_number = after.last_public_number;
    same.last_message.clone_from(&after.last_message);
    same.customer_waiting_since = after.customer_waiting_since;
    same == *after
}

fn tells_of_messages(turn: &Turn<'_>, id: ConversationId) -> bool {
    turn.events().any(|(_, event)| match event {
        Event::MessageAdded { message } => message.conversation_id == id,
        Event::MarksMoved { conversation_id, .. } => *conversation_id == id,
        _ => false,
    })
}

fn last_told<'a, T>(turn: &'a Turn<'_>, mut pick: impl FnMut(&'a Event) -> Option<&'a T>) -> Option<&'a T>
where
    T: 'a,
{
    let mut last = None;
    for output in turn.outputs {
        if let Output::Event { event, .. } = output
            && let Some(found) = pick(event)
        {
            last = Some(found);
        }
    }
    last
}

/// What is written now was modified now at the latest, and never before what it replaces.
fn check_stamps_of_change(turn: &Turn<'_>) -> Result<(), Broken> {
    for change in &turn.changes.conversations {
        let after = &change.after;
        let forward = change
            .before
            .as_ref()
            .is_none_or(|before| before.modified_at <= after.modified_at && is_same_at_heart(before, after));
        ensure(forward && after.modified_at <= turn.now, Promise::StampsAgree, || {
            format!("at {}: {:?}\n  became {after:?}", turn.now, change.before)
        })?;
    }
    if turn.refused() {
        ensure(turn.outputs.is_empty(), Promise::RefusalsChangeNothing, || {
            format!("{:?} gave {:?}, yet put out {:?}", turn.call, turn.answer, turn.outputs)
        })?;
    }
    debug_assert!(matches!(turn.call, Call::Input(_)) || turn.answer.is_none());
    Ok(())
}

/// What a conversation began as, and what happened once, stays so.
fn is_same_at_heart(before: &Conversation, after: &Conversation) -> bool {
    let begun = |one: &Conversation| {
        (one.created_at, one.workstream_id, one.channel, one.mode, one.distribution, one.visitor_id)
    };
    begun(before) == begun(after)
        && (before.started_at.is_none() || before.started_at == after.started_at)
        && (before.first_wait_ms.is_none() || before.first_wait_ms == after.first_wait_ms)
        && before.talk_ms <= after.talk_ms
        && before.wrap_up_ms <= after.wrap_up_ms
        && before.transfer_count <= after.transfer_count
        && before.escalation_count <= after.escalation_count
}

/// An engine loaded from the rows against the one they came from. Who is connected is not in the rows.
pub fn same_but_for_connections<S: System>(running: &S, loaded: &S, record: &Record) -> Result<(), Broken> {
    let (left, right) = (sorted(running), sorted(loaded));
    let same = left.len() == right.len() && left.iter().zip(&right).all(|(left, right)| same_conversation(left, right));
    ensure(same, Promise::SurvivesReload, || format!("running {left:?}\n  loaded {right:?}"))?;
    let mut statuses: (Vec<_>, Vec<_>) = (running.statuses().collect(), loaded.statuses().collect());
    statuses.0.sort_by_key(|status| status.agent_id);
    statuses.1.sort_by_key(|status| status.agent_id);
    let load = |status: &Cow<'_, AgentStatus>| {
        (status.agent_id, status.available_units, status.open_sessions, status.last_assigned_at)
    };
    let same = statuses.0.iter().map(load).eq(statuses.1.iter().map(load));
    ensure(same, Promise::SurvivesReload, || format!("running {:?}\n  loaded {:?}", statuses.0, statuses.1))?;
    let written = right.iter().all(|conversation| record.conversations.get(&conversation.id) == Some(conversation));
    ensure(written, Promise::SurvivesReload, || "loading changed conversations that it did not write".into())
}

fn sorted<S: System>(engine: &S) -> Vec<Arc<Conversation>> {
    let mut all: Vec<_> = engine.conversations().collect();
    all.sort_by_key(|conversation| conversation.id);
    all
}

fn same_conversation(running: &Conversation, loaded: &Conversation) -> bool {
    let mut same = loaded.clone();
    same.customer_presence = running.customer_presence;
    same.modified_at = running.modified_at;
    same == *running
}
