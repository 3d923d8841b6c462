//! What waits for one live connection. Bounded: whoever reads too slowly is cut off and resumes later, so that a stuck
//! browser costs nobody else anything. Costs an idle connection next to nothing.

use super::hub::Published;
use axum::extract::ws::Utf8Bytes;
use std::collections::VecDeque;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::Notify;

/// Waiting items at which a connection is cut.
const ITEMS_MAX: usize = 1_024;
/// With so many waiting, what is not kept is not worth sending.
const FLEETING_MAX: usize = 16;

/// So many, and the time, make a connection silent.
const UNANSWERED_PINGS_MAX: u32 = 2;

#[derive(Clone)]
pub(super) enum Item {
    /// Journaled: must arrive, in order.
    Published(Arc<Published>),
    /// Not kept, such as typing.
    Fleeting(Utf8Bytes),
}

/// Why a connection ends from our side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    TooSlow,
    Silent,
    SignedOut,
    ShuttingDown,
}

#[derive(Default)]
pub(super) struct Outbox {
    /// Tells connections apart, no more.
    pub number: u64,
    state: Mutex<State>,
    wake: Notify,
    /// When the peer last said anything, in milliseconds of the clock's elapsed time.
    heard_ms: AtomicU64,
    unanswered_pings: AtomicU32,
}

#[derive(Default)]
struct State {
    items: VecDeque<Item>,
    /// The journal number put in last: one entry may reach a connection on several ways.
    last_sequence: u64,
    ping_due: bool,
    end: Option<End>,
}

/// What a connection has to do next.
pub(super) struct Due {
    pub items: VecDeque<Item>,
    pub ping: bool,
    pub end: Option<End>,
}

impl Outbox {
    pub fn new(number: u64, now_ms: u64) -> Arc<Self> {
        Arc::new(Outbox { number, heard_ms: AtomicU64::new(now_ms), ..Outbox::default() })
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// False: the connection is cut, it was too slow.
    pub fn publish(&self, published: &Arc<Published>) -> bool {
        let mut state = self.state();
        if state.last_sequence >= published.entry.sequence || state.end.is_some() {
            return true;
        }
        if state.items.len() >= ITEMS_MAX {
            drop(state);
            self.end(End::TooSlow);
            return false;
        }
        state.last_sequence = published.entry.sequence;
        state.items.push_back(Item::Published(published.clone()));
        drop(state);
        self.wake.notify_one();
        true
    }

    /// Dropped rather than queued where the connection is behind.
    pub fn send_fleeting(&self, frame: &Utf8Bytes) {
        let mut state = self.state();
        if state.items.len() < FLEETING_MAX && state.end.is_none() {
            state.items.push_back(Item::Fleeting(frame.clone()));
            drop(state);
            self.wake.notify_one();
        }
    }

    pub fn ping(&self) {
        self.unanswered_pings.fetch_add(1, Ordering::Relaxed);
        self.state().ping_due = true;
        self.wake.notify_one();
    }

    /// The first reason stays. What was waiting is not sent any more.
    pub fn end(&self, end: End) {
        let mut state = self.state();
        state.end.get_or_insert(end);
        state.items = VecDeque::new();
        drop(state);
        self.wake.notify_one();
    }

    /// The peer gave a sign of life.
    pub fn heard(&self, now_ms: u64) {
        self.heard_ms.store(now_ms, Ordering::Relaxed);
        self.unanswered_pings.store(0, Ordering::Relaxed);
    }

    /// Time alone proves nothing: the machine may have slept. Pings must have gone unanswered too.
    pub fn is_silent(&self, now_ms: u64, silence_ms_max: u64) -> bool {
        now_ms.saturating_sub(self.heard_ms.load(Ordering::Relaxed)) >= silence_ms_max
            && self.unanswered_pings.load(Ordering::Relaxed) >= UNANSWERED_PINGS_MAX
    }

    /// What has come in while something else was being sent.
    pub fn take_items(&self) -> VecDeque<Item> {
        std::mem::take(&mut self.state().items)
    }

    /// One task waits at a time: the connection's own.
    pub async fn due(&self) -> Due {
        loop {
            if let Some(due) = self.take() {
                return due;
            }
            self.wake.notified().await;
        }
    }

    /// None while it lasts.
    pub fn end_reason(&self) -> Option<End> {
        self.state().end
    }

    /// For a connection that is stuck in sending.
    pub async fn ended(&self) -> End {
        loop {
            if let Some(end) = self.end_reason() {
                return end;
            }
            self.wake.notified().await;
        }
    }

    fn take(&self) -> Option<Due> {
        let mut state = self.state();
        if state.items.is_empty() && !state.ping_due && state.end.is_none() {
            return None;
        }
        let items = std::mem::take(&mut state.items);
        Some(Due { items, ping: std::mem::take(&mut state.ping_due), end: state.end })
    }
}
