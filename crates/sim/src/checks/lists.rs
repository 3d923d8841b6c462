//! What lists show of a conversation is what its messages say. Knows the messages that were written.

use super::{Broken, Memory, Promise, Turn, ensure};
use frontdesk_model::*;
use std::collections::BTreeMap;

pub type Ledgers = BTreeMap<ConversationId, Ledger>;

#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// Numbers of the customer's messages that no agent has read.
    unread: Vec<u64>,
    waiting_since: Option<Timestamp>,
    /// Of the last message that people wrote for each other: whether from the customer, and when.
    last: Option<(bool, Timestamp)>,
}

pub fn check(turn: &Turn<'_>, memory: &mut Memory) -> Result<(), Broken> {
    for message in &turn.changes.messages {
        note(message, memory.lists.entry(message.conversation_id).or_default());
    }
    for change in &turn.changes.conversations {
        check_image(&change.after, memory.lists.entry(change.after.id).or_default())?;
    }
    Ok(())
}

fn note(message: &Message, ledger: &mut Ledger) {
    let from_customer = match message.sender {
        Sender::Customer { .. } => true,
        Sender::Agent { .. } if message.visibility == Visibility::Public => false,
        Sender::Agent { .. } | Sender::System { .. } => return,
    };
    ledger.last = Some((from_customer, message.sent_at));
    if from_customer {
        ledger.unread.push(message.number);
        ledger.waiting_since.get_or_insert(message.sent_at);
    } else {
        ledger.waiting_since = None;
    }
}

fn check_image(conversation: &Conversation, ledger: &mut Ledger) -> Result<(), Broken> {
    ledger.unread.retain(|number| *number > conversation.marks.agent_read);
    let unread = ledger.unread.len() as u64;
    // The count is kept without the numbers: among other messages it may be too high, never too low.
    let counted = unread..=conversation.last_message_number.saturating_sub(conversation.marks.agent_read);
    let last = conversation.last_message.as_ref().map(|last| (last.from_customer, last.sent_at));
    let right = counted.contains(&u64::from(conversation.unread))
        && conversation.customer_waiting_since == ledger.waiting_since
        && last == ledger.last;
    ensure(right, Promise::ListsAreRight, || format!("{ledger:?}\n  shown as {conversation:?}"))
}
