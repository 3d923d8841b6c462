//! Messages are numbered without gaps, publicly too; marks move forward. Knows only the
//! messages that were written and the images beside them.

use super::{Broken, Memory, Promise, Turn, ensure};
use frontdesk_model::*;
use std::collections::BTreeMap;

pub type Ledgers = BTreeMap<ConversationId, Ledger>;

#[derive(Clone, Debug, Default)]
pub struct Ledger {
    last: u64,
    last_public: u64,
    marks: ReadMarks,
}

pub fn check(turn: &Turn<'_>, memory: &mut Memory) -> Result<(), Broken> {
    for message in &turn.changes.messages {
        let closed = turn.before(message.conversation_id).is_some_and(|it| it.status == ConversationStatus::Closed);
        ensure(!closed, Promise::ClosedIsFinal, || format!("after the end came {message:?}"))?;
        check_message(message, memory.numbers.entry(message.conversation_id).or_default())?;
    }
    for change in &turn.changes.conversations {
        check_image(&change.after, memory.numbers.entry(change.after.id).or_default())?;
    }
    Ok(())
}

fn check_message(message: &Message, ledger: &mut Ledger) -> Result<(), Broken> {
    let public = (message.visibility == Visibility::Public).then_some(ledger.last_public + 1);
    ensure(message.number == ledger.last + 1 && message.public_number == public, Promise::NumbersWithoutGaps, || {
        format!("after {} (public {}) came {message:?}", ledger.last, ledger.last_public)
    })?;
    ledger.last += 1;
    ledger.last_public += u64::from(public.is_some());
    Ok(())
}

fn check_image(conversation: &Conversation, ledger: &mut Ledger) -> Result<(), Broken> {
    let numbers = (conversation.last_message_number, conversation.last_public_number);
    ensure(numbers == (ledger.last, ledger.last_public), Promise::NumbersWithoutGaps, || {
        format!(
            "{} says its last numbers are {numbers:?}, written were {} and {}",
            conversation.id, ledger.last, ledger.last_public
        )
    })?;
    let (before, after) = (ledger.marks, conversation.marks);
    let pairs = [
        (before.customer_delivered, after.customer_delivered),
        (before.customer_read, after.customer_read),
        (before.agent_delivered, after.agent_delivered),
        (before.agent_read, after.agent_read),
    ];
    let forward = pairs.iter().all(|(before, after)| before <= after && *after <= ledger.last);
    let ordered = after.customer_read <= after.customer_delivered && after.agent_read <= after.agent_delivered;
    ensure(forward && ordered, Promise::MarksMoveForward, || {
        format!("{}: {before:?} became {after:?}, last message {}", conversation.id, ledger.last)
    })?;
    ledger.marks = after;
    Ok(())
}
