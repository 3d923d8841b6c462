//! What secrets stand for, remembered, so that a request with a known one reads nothing from the store. Refuses to know
//! the secrets themselves: it holds their hashes.

use frontdesk_model::{Timestamp, TokenId};
use frontdesk_store::Credentials;
use frontdesk_store::port::CredentialHolder;
use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{PoisonError, RwLock};

const ENTRIES_MAX: usize = 200_000;

#[derive(Default)]
pub struct CredentialCache {
    known: RwLock<HashMap<[u8; 32], Credentials>>,
    revocations: AtomicU64,
}

impl CredentialCache {
    /// The holder, unless unknown here. Whether it has expired is the caller's question.
    pub fn find(&self, hash: &[u8; 32]) -> Option<Credentials> {
        self.known.read().unwrap_or_else(PoisonError::into_inner).get(hash).cloned()
    }

    /// To be asked before the store is read, and handed to `remember`.
    pub fn revocations(&self) -> u64 {
        self.revocations.load(Ordering::Acquire)
    }

    /// Keeps what the store said, unless something was revoked since: it may have been this.
    pub fn remember(&self, hash: [u8; 32], credentials: Credentials, revocations_before: u64, now: Timestamp) {
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        if self.revocations() != revocations_before {
            return;
        }
        if known.len() >= ENTRIES_MAX {
            known.retain(|_, credentials| credentials.expires_at.is_none_or(|expires_at| expires_at > now));
            if known.len() >= ENTRIES_MAX {
                known.clear();
            }
        }
        known.insert(hash, credentials);
    }

    pub fn forget(&self, hash: &[u8; 32]) {
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        self.revocations.fetch_add(1, Ordering::AcqRel);
        known.remove(hash);
    }

    pub fn forget_token(&self, id: TokenId) {
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        self.revocations.fetch_add(1, Ordering::AcqRel);
        known.retain(|_, credentials| !matches!(credentials.holder, CredentialHolder::Token(other, _) if other == id));
    }
}
