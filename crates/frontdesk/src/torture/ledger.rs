//! What was acknowledged, and whether it is there. Knows nothing of kills.

use super::short;
use crate::client::wire::{ConversationSeen, MessageSeen};
use crate::client::{AgentClient, ApiError};
use frontdesk_model::{ConversationId, ConversationStatus, Sender};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

#[derive(Default)]
pub struct Ledger {
    entries: Mutex<BTreeMap<ConversationId, Entry>>,
}

/// Who sent a message: keys are each side's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    Customer,
    Agent,
}

/// Everything acknowledged of one conversation.
#[derive(Clone, Debug, Default)]
struct Entry {
    /// The number that was acknowledged for each key: the public one for customers. 0 = with the start, whose answer
    /// names none.
    messages: BTreeMap<(Side, String), u64>,
    accepted: bool,
    closed: bool,
}

#[derive(Debug, Default)]
pub struct Findings {
    pub acknowledged: usize,
    /// Of these, agents' messages.
    pub answers: usize,
    pub conversations: usize,
    pub stored: usize,
    pub missing: usize,
    pub doubled: usize,
    pub gaps: usize,
    pub faults: Vec<String>,
}

impl Ledger {
    pub fn started(&self, id: ConversationId, key: &str) {
        self.acknowledged(id, Side::Customer, 0, key);
    }

    pub fn acknowledged(&self, id: ConversationId, side: Side, number: u64, key: &str) {
        self.entries().entry(id).or_default().messages.insert((side, key.to_owned()), number);
    }

    pub fn accepted(&self, id: ConversationId) {
        self.entries().entry(id).or_default().accepted = true;
    }

    pub fn is_accepted(&self, id: ConversationId) -> bool {
        self.entries().get(&id).is_some_and(|entry| entry.accepted)
    }

    pub fn closed(&self, id: ConversationId) {
        self.entries().entry(id).or_default().closed = true;
    }

    fn entries(&self) -> MutexGuard<'_, BTreeMap<ConversationId, Entry>> {
        self.entries.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What an administrator reads, against the ledger.
pub async fn check(administrator: &AgentClient, ledger: &Ledger) -> Result<Findings, ApiError> {
    let entries = ledger.entries().clone();
    let mut findings = Findings { conversations: entries.len(), ..Findings::default() };
    for (id, entry) in entries {
        let conversation = administrator.conversation(id).await?;
        findings.compare_state(&entry, &conversation);
        let messages = administrator.messages(id).await?;
        let stored: Vec<Stored> = messages.into_iter().map(Stored::from).collect();
        findings.compare_messages(id, &entry, &stored);
    }
    Ok(findings)
}

struct Stored {
    number: u64,
    public_number: Option<u64>,
    /// System messages have none.
    key: Option<(Side, String)>,
}

impl From<MessageSeen> for Stored {
    fn from(message: MessageSeen) -> Stored {
        let side = match message.sender {
            Sender::Agent { .. } => Side::Agent,
            Sender::Customer { .. } | Sender::System { .. } => Side::Customer,
        };
        let key = message.client_message_id.map(|key| (side, key));
        Stored { number: message.number, public_number: message.public_number, key }
    }
}

impl Findings {
    fn compare_state(&mut self, entry: &Entry, conversation: &ConversationSeen) {
        let is_closed = conversation.status == ConversationStatus::Closed;
        for (acknowledged, is_there, what) in
            [(entry.accepted, conversation.accepted, "accept"), (entry.closed, is_closed, "close")]
        {
            self.acknowledged += usize::from(acknowledged);
            if acknowledged && !is_there {
                self.missing += 1;
                self.faults.push(format!("{}: its {what} was acknowledged, but is not there", short(conversation.id)));
            }
        }
    }

    fn compare_messages(&mut self, id: ConversationId, entry: &Entry, stored: &[Stored]) {
        self.acknowledged += entry.messages.len();
        self.answers += entry.messages.keys().filter(|(side, _)| *side == Side::Agent).count();
        self.stored += stored.len();
        for (expected, message) in (1..).zip(stored) {
            if message.number != expected {
                self.gaps += 1;
                self.faults.push(format!("{}: message {} stands where {expected} should", short(id), message.number));
                break;
            }
        }
        let mut seen = BTreeSet::new();
        for key in stored.iter().filter_map(|message| message.key.as_ref()) {
            if !seen.insert(key) {
                self.doubled += 1;
                self.faults.push(format!("{}: {key:?} is there twice", short(id)));
            }
        }
        for (key, number) in &entry.messages {
            let found = stored.iter().find(|message| message.key.as_ref() == Some(key));
            let as_said = found.is_some_and(|message| match key.0 {
                Side::Customer => *number == 0 || message.public_number == Some(*number),
                Side::Agent => message.number == *number,
            });
            if !as_said {
                self.missing += 1;
                self.faults.push(format!("{}: {key:?}, acknowledged as number {number}, is not there", short(id)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use frontdesk_model::Uuid;

    fn compare(stored: &[(u64, &str)]) -> Findings {
        let key = |key: &str| (Side::Customer, key.to_owned());
        let stored: Vec<Stored> = stored
            .iter()
            .map(|(number, text)| Stored { number: *number, public_number: Some(*number), key: Some(key(text)) })
            .collect();
        let messages = BTreeMap::from([(key("a"), 0), (key("b"), 2)]);
        let mut findings = Findings::default();
        findings.compare_messages(ConversationId(Uuid::nil()), &Entry { messages, ..Entry::default() }, &stored);
        findings
    }

    #[test]
    fn losses_repeats_and_gaps_are_found() {
        assert!(compare(&[(1, "a"), (2, "b"), (3, "c")]).faults.is_empty());
        assert_eq!(compare(&[(1, "a")]).missing, 1);
        assert_eq!(compare(&[(1, "b"), (2, "a")]).missing, 1);
        assert_eq!(compare(&[(1, "a"), (2, "b"), (3, "a")]).doubled, 1);
        assert_eq!(compare(&[(1, "a"), (3, "b")]).gaps, 1);
    }
}
