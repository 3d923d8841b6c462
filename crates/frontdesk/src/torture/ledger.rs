//! What was acknowledged, and whether it is there. Knows nothing of kills.

use super::short;
use crate::client::{AgentClient, ApiError};
use frontdesk_model::ConversationId;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

#[derive(Default)]
pub struct Ledger {
    /// By conversation: the public number that was acknowledged for each key. 0 = with the start, whose answer names none.
    entries: Mutex<BTreeMap<ConversationId, BTreeMap<String, u64>>>,
}

#[derive(Debug, Default)]
pub struct Findings {
    pub acknowledged: usize,
    pub conversations: usize,
    pub stored: usize,
    pub missing: usize,
    pub doubled: usize,
    pub gaps: usize,
    pub faults: Vec<String>,
}

impl Ledger {
    pub fn started(&self, id: ConversationId, key: &str) {
        self.entries().entry(id).or_default().insert(key.to_owned(), 0);
    }

    pub fn acknowledged(&self, id: ConversationId, number: u64, key: &str) {
        self.entries().entry(id).or_default().insert(key.to_owned(), number);
    }

    fn entries(&self) -> MutexGuard<'_, BTreeMap<ConversationId, BTreeMap<String, u64>>> {
        self.entries.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What an administrator reads, against the ledger.
pub async fn check(administrator: &AgentClient, ledger: &Ledger) -> Result<Findings, ApiError> {
    let entries = ledger.entries().clone();
    let mut findings = Findings { conversations: entries.len(), ..Findings::default() };
    for (id, acknowledged) in entries {
        let stored: Vec<Stored> = administrator
            .messages(id)
            .await?
            .into_iter()
            .map(|message| Stored {
                number: message.number,
                public_number: message.public_number,
                key: message.client_message_id,
            })
            .collect();
        findings.compare(id, &acknowledged, &stored);
    }
    Ok(findings)
}

struct Stored {
    number: u64,
    public_number: Option<u64>,
    key: Option<String>,
}

impl Findings {
    fn compare(&mut self, id: ConversationId, acknowledged: &BTreeMap<String, u64>, stored: &[Stored]) {
        self.acknowledged += acknowledged.len();
        self.stored += stored.len();
        for (expected, message) in (1..).zip(stored) {
            if message.number != expected {
                self.gaps += 1;
                self.faults.push(format!("{}: message {} stands where {expected} should", short(id), message.number));
                break;
            }
        }
        let mut seen = BTreeSet::new();
        for message in stored.iter().filter(|message| message.key.is_some()) {
            if !seen.insert(message.key.as_deref()) {
                self.doubled += 1;
                self.faults.push(format!("{}: {:?} is there twice", short(id), message.key));
            }
        }
        for (key, number) in acknowledged {
            let found = stored.iter().find(|message| message.key.as_ref() == Some(key));
            let as_said = found.is_some_and(|message| *number == 0 || message.public_number == Some(*number));
            if !as_said {
                self.missing += 1;
                self.faults.push(format!("{}: {key}, acknowledged as number {number}, is not there", short(id)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use frontdesk_model::Uuid;

    fn compare(stored: &[(u64, &str)]) -> Findings {
        let stored: Vec<Stored> = stored
            .iter()
            .map(|(number, key)| Stored { number: *number, public_number: Some(*number), key: Some((*key).into()) })
            .collect();
        let acknowledged = BTreeMap::from([("a".to_owned(), 0), ("b".to_owned(), 2)]);
        let mut findings = Findings::default();
        findings.compare(ConversationId(Uuid::nil()), &acknowledged, &stored);
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
