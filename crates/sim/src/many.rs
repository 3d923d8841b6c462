//! Many seeds on all cores. Knows threads; the seeds know nothing of each other.

use crate::coverage::Coverage;
use crate::run::{Failure, Outcome};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

#[derive(Debug, Default)]
pub struct Total {
    pub coverage: Coverage,
    pub failures: Vec<Failure>,
}

/// Runs `count` seeds from `first`; stops early once `failures_max` have failed. `progress` hears how many are done.
pub fn run_many(
    first: u64,
    count: u64,
    threads: usize,
    failures_max: usize,
    run: impl Fn(u64) -> Outcome + Sync,
    progress: impl Fn(u64) + Sync,
) -> Total {
    let (next, done) = (AtomicU64::new(0), AtomicU64::new(0));
    let total = Mutex::new(Total::default());
    let work = || {
        loop {
            let offset = next.fetch_add(1, Ordering::Relaxed);
            if offset >= count {
                return;
            }
            let outcome = run(first + offset);
            // A thread that panicked has shown its bug already; what was counted so far stands.
            let mut total = total.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
            total.coverage.add(&outcome.coverage);
            total.failures.extend(outcome.failure);
            if total.failures.len() >= failures_max {
                next.store(count, Ordering::Relaxed);
            }
            drop(total);
            progress(done.fetch_add(1, Ordering::Relaxed) + 1);
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..threads.max(1) {
            scope.spawn(work);
        }
    });
    let mut total = total.into_inner().unwrap_or_else(|poisoned| poisoned.into_inner());
    total.failures.sort_by_key(|failure| failure.seed);
    total
}
