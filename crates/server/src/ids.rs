//! Where new identities come from. Knows nothing of what they will name.

use frontdesk_model::Uuid;
use std::sync::atomic::{AtomicU64, Ordering};

pub trait Ids: Send + Sync + 'static {
    fn next(&self) -> Uuid;
}

/// Ordered by time, so that rows made together lie together.
#[derive(Clone, Copy, Debug, Default)]
pub struct RandomIds;

impl Ids for RandomIds {
    fn next(&self) -> Uuid {
        Uuid::now_v7()
    }
}

/// 1, 2, 3, … under a prefix: the same in every run.
#[derive(Debug)]
pub struct CountingIds {
    prefix: u64,
    last: AtomicU64,
}

impl CountingIds {
    pub fn new(prefix: u64) -> Self {
        CountingIds { prefix, last: AtomicU64::new(0) }
    }
}

impl Ids for CountingIds {
    fn next(&self) -> Uuid {
        Uuid::from_u64_pair(self.prefix, self.last.fetch_add(1, Ordering::Relaxed) + 1)
    }
}
