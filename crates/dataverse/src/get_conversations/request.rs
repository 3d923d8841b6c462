//! What was asked, checked and in one form, whichever way it came. Independent of the time until [`Request::at`].

use super::error::InputError;
use super::page::Position;
use crate::metadata::Column;
use frontdesk_model::{AgentId, Conversation, ConversationStatus, OrderKey, Timestamp, total_order};
use std::fmt::Write;

const DAY_MS: u64 = 24 * 60 * 60 * 1_000;

pub struct Request {
    pub agent_id: AgentId,
    /// The defaults, then those asked for, each once.
    pub columns: Vec<&'static Column<Conversation>>,
    pub(super) statuses: Statuses,
    pub(super) order: Vec<OrderKey>,
    pub(super) created_before_days: Option<u64>,
    pub(super) created_after: Option<Timestamp>,
    pub(super) created_before: Option<Timestamp>,
    pub(super) top: u32,
    pub(super) skip_token: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Statuses {
    Any,
    /// Sorted, each once. Empty when only states were asked for that nothing is ever in.
    These(Vec<ConversationStatus>),
}

/// What a store has to find.
#[derive(Clone, Debug, PartialEq)]
pub struct Query {
    pub agent_id: AgentId,
    /// Empty = every status, unless `nothing`.
    pub statuses: Vec<ConversationStatus>,
    /// True when no conversation can match.
    pub nothing: bool,
    /// Inclusive.
    pub created_from: Option<Timestamp>,
    /// Exclusive.
    pub created_before: Option<Timestamp>,
    /// Total.
    pub order: Vec<OrderKey>,
    pub offset: u64,
    pub top: u32,
    pub(super) fingerprint: u64,
    pub(super) cutoff: Timestamp,
}

impl Request {
    /// Whether the answer changes as time passes although nothing happens.
    pub fn is_time_relative(&self) -> bool {
        self.created_before_days.is_some()
    }

    /// The same text for all requests that mean the same: a key for caches.
    pub fn canonical(&self) -> String {
        let mut text = self.canonical_without_page();
        let _ = write!(text, "|{}|{}", self.top, self.skip_token.as_deref().unwrap_or(""));
        text
    }

    /// Resolves what is relative to the time, and the page.
    pub fn at(&self, now: Timestamp) -> Result<Query, InputError> {
        let fingerprint = fingerprint(&self.canonical_without_page());
        let position = match &self.skip_token {
            Some(token) => Position::parse(token, fingerprint)?,
            None => Position { offset: 0, cutoff: now + 1 },
        };
        let window_start = self.created_before_days.map(|days| (position.cutoff - 1) - days * DAY_MS);
        // Later pages leave out what has come since the first one, lest new arrivals push rows over the page's edge.
        let cutoff = self.skip_token.is_some().then_some(position.cutoff);
        Ok(Query {
            agent_id: self.agent_id,
            statuses: match &self.statuses {
                Statuses::Any => Vec::new(),
                Statuses::These(statuses) => statuses.clone(),
            },
            nothing: matches!(&self.statuses, Statuses::These(statuses) if statuses.is_empty()),
            created_from: window_start.max(self.created_after),
            created_before: [cutoff, self.created_before].into_iter().flatten().min(),
            order: total_order(&self.order),
            offset: position.offset,
            top: self.top,
            fingerprint,
            cutoff: position.cutoff,
        })
    }

    fn canonical_without_page(&self) -> String {
        let mut text = self.agent_id.to_string();
        for column in &self.columns {
            let _ = write!(text, ",{}", column.logical);
        }
        let _ = write!(
            text,
            "|{:?}|{:?}|{:?}|{:?}|{:?}",
            self.statuses, self.order, self.created_before_days, self.created_after, self.created_before
        );
        text
    }
}

/// FNV-1a: the same on every machine and in every version, which a token that outlives a restart needs.
fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
