//! Encoded answers of getConversations, kept as bytes while nothing that they show has changed. Refuses to know what is
//! in them, and who may read them: that is checked before.

use bytes::Bytes;
use frontdesk_model::{AgentId, OrganizationId, Timestamp};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// The question. A query that is spelt differently asks anew: reading it would cost more than a second entry.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Question {
    pub organization_id: OrganizationId,
    pub agent_id: AgentId,
    /// The query as it came, or a request's canonical form.
    pub is_canonical: bool,
    pub text: Arc<[u8]>,
}

struct Entry {
    bytes: Bytes,
    /// The agent's, read before the conversations were.
    version: u64,
    /// When time alone changes the answer.
    until: Option<Timestamp>,
    used: u64,
}

pub struct AnswerCache {
    bytes_max: usize,
    inner: Mutex<Inner>,
}

#[derive(Default)]
struct Inner {
    entries: HashMap<Question, Entry>,
    bytes: usize,
    clock: u64,
}

impl AnswerCache {
    pub fn new(bytes_max: usize) -> Self {
        AnswerCache { bytes_max, inner: Mutex::default() }
    }

    pub fn find(&self, question: &Question, version: u64, now: Timestamp) -> Option<Bytes> {
        let mut inner = self.lock();
        inner.clock += 1;
        let used = inner.clock;
        let entry = inner.entries.get_mut(question)?;
        if entry.version != version || entry.until.is_some_and(|until| until <= now) {
            return None;
        }
        entry.used = used;
        Some(entry.bytes.clone())
    }

    pub fn keep(&self, question: Question, bytes: Bytes, version: u64, until: Option<Timestamp>) {
        let cost = cost_of(&question, &bytes);
        if cost > self.bytes_max / 8 {
            return;
        }
        let mut inner = self.lock();
        inner.remove(&question);
        if inner.bytes + cost > self.bytes_max {
            inner.make_room(self.bytes_max / 2);
        }
        inner.clock += 1;
        let used = inner.clock;
        inner.bytes += cost;
        inner.entries.insert(question, Entry { bytes, version, until, used });
    }

    pub fn bytes(&self) -> usize {
        self.lock().bytes
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inner {
    fn remove(&mut self, question: &Question) {
        if let Some((question, entry)) = self.entries.remove_entry(question) {
            self.bytes -= cost_of(&question, &entry.bytes);
        }
    }

    /// Drops what was used longest ago, half of it at once, so that it happens seldom.
    fn make_room(&mut self, bytes_kept: usize) {
        let mut by_use: Vec<(u64, Question)> =
            self.entries.iter().map(|(question, entry)| (entry.used, question.clone())).collect();
        by_use.sort_unstable_by_key(|(used, _)| *used);
        for (_, question) in by_use {
            if self.bytes <= bytes_kept {
                return;
            }
            self.remove(&question);
        }
    }
}

fn cost_of(question: &Question, bytes: &Bytes) -> usize {
    size_of::<Question>() + size_of::<Entry>() + question.text.len() + bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use frontdesk_model::Uuid;

    fn question(number: u32) -> Question {
        Question {
            organization_id: Uuid::nil().into(),
            agent_id: Uuid::nil().into(),
            is_canonical: false,
            text: number.to_string().as_bytes().into(),
        }
    }

    #[test]
    fn an_answer_is_kept_until_the_version_or_the_time_moves_on() {
        let cache = AnswerCache::new(1 << 20);
        cache.keep(question(1), Bytes::from_static(b"one"), 7, Some(Timestamp(100)));
        assert_eq!(cache.find(&question(1), 7, Timestamp(99)).as_deref(), Some(&b"one"[..]));
        assert_eq!(cache.find(&question(1), 8, Timestamp(99)), None);
        assert_eq!(cache.find(&question(1), 7, Timestamp(100)), None);
        assert_eq!(cache.find(&question(2), 7, Timestamp(0)), None);
    }

    #[test]
    fn memory_is_bounded_and_what_is_used_stays() {
        let cache = AnswerCache::new(64 << 10);
        for number in 0..1_000 {
            cache.keep(question(number), Bytes::from(vec![0; 1_000]), 1, None);
            assert!(cache.find(&question(0), 1, Timestamp(0)).is_some(), "the first is used all the time");
            assert!(cache.bytes() <= 64 << 10);
        }
        assert!(cache.find(&question(999), 1, Timestamp(0)).is_some());
        assert!(cache.find(&question(1), 1, Timestamp(0)).is_none());
    }
}
