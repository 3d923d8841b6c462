//! Whether one more command may wait: decided by what the desk has lately managed. Knows nothing of what commands are.

use super::batch::INPUTS_MAX;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::Duration;

/// A longer wait than this is refused.
const WAIT_MS_MAX: u64 = 250;
const RETRY_AFTER_MS_MIN: u64 = 100;
/// Until something was measured; about what a small disk manages.
const NANOS_PER_COMMAND_AT_START: u64 = 50_000;

#[derive(Clone, Debug)]
pub(super) struct Gate {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    /// Commands that wait or are on their way to disk.
    depth: AtomicUsize,
    nanos_per_command: AtomicU64,
    nanos_per_commit: AtomicU64,
}

/// A place among those who wait, until it is dropped.
#[derive(Debug)]
pub(super) struct Ticket {
    inner: Arc<Inner>,
}

impl Drop for Ticket {
    fn drop(&mut self) {
        self.inner.depth.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Gate {
    pub fn new() -> Self {
        let inner = Inner {
            depth: AtomicUsize::new(0),
            nanos_per_command: AtomicU64::new(NANOS_PER_COMMAND_AT_START),
            nanos_per_commit: AtomicU64::new(0),
        };
        Gate { inner: Arc::new(inner) }
    }

    pub fn depth(&self) -> usize {
        self.inner.depth.load(Ordering::Relaxed)
    }

    /// In milliseconds from now it is worth trying again, if not now.
    pub fn enter(&self) -> Result<Ticket, u64> {
        let wait_ms = self.wait_ms(self.depth());
        if wait_ms > WAIT_MS_MAX { Err(wait_ms.max(RETRY_AFTER_MS_MIN)) } else { Ok(self.enter_always()) }
    }

    /// For what must not be refused.
    pub fn enter_always(&self) -> Ticket {
        self.inner.depth.fetch_add(1, Ordering::Relaxed);
        Ticket { inner: self.inner.clone() }
    }

    /// What a commit costs whatever is in it counts once for every full batch ahead: nobody can be spared the one they
    /// are written in.
    fn wait_ms(&self, depth: usize) -> u64 {
        let commits_ahead = (depth / INPUTS_MAX) as u64;
        let nanos = (depth as u64).saturating_mul(self.inner.nanos_per_command.load(Ordering::Relaxed))
            + commits_ahead.saturating_mul(self.inner.nanos_per_commit.load(Ordering::Relaxed));
        nanos / 1_000_000
    }

    pub fn set_pace(&self, pace: &Pace) {
        self.inner.nanos_per_command.store(pace.nanos_per_command.round() as u64, Ordering::Relaxed);
        self.inner.nanos_per_commit.store(pace.nanos_per_commit.round() as u64, Ordering::Relaxed);
    }
}

/// How long a commit of n commands takes: a line through what was measured, where older commits count for less.
#[derive(Clone, Debug)]
pub(super) struct Pace {
    weight: f64,
    commands: f64,
    nanos: f64,
    commands_squared: f64,
    product: f64,
    nanos_per_command: f64,
    nanos_per_commit: f64,
}

const FADING: f64 = 0.98;
const NANOS_PER_COMMAND_MIN: f64 = 1_000.0;
/// Batches of one length say nothing about the slope; when they are at least this long, all is taken for slope.
const LONG_BATCH: f64 = 32.0;

impl Pace {
    pub fn new() -> Self {
        Pace {
            weight: 0.0,
            commands: 0.0,
            nanos: 0.0,
            commands_squared: 0.0,
            product: 0.0,
            nanos_per_command: NANOS_PER_COMMAND_AT_START as f64,
            nanos_per_commit: 0.0,
        }
    }

    pub fn record(&mut self, commands: usize, took: Duration) {
        if commands == 0 {
            return;
        }
        let (n, t) = (commands as f64, took.as_nanos() as f64);
        self.weight = self.weight * FADING + 1.0;
        self.commands = self.commands * FADING + n;
        self.nanos = self.nanos * FADING + t;
        self.commands_squared = self.commands_squared * FADING + n * n;
        self.product = self.product * FADING + n * t;

        let mean_n = self.commands / self.weight;
        let mean_t = self.nanos / self.weight;
        let variance = self.commands_squared / self.weight - mean_n * mean_n;
        let covariance = self.product / self.weight - mean_n * mean_t;
        let slope_max = mean_t / mean_n;
        let slope = if variance > 1.0 + 0.01 * mean_n * mean_n {
            covariance / variance
        } else if mean_n >= LONG_BATCH {
            slope_max
        } else {
            self.nanos_per_command
        };
        self.nanos_per_command = slope.min(slope_max).max(NANOS_PER_COMMAND_MIN);
        self.nanos_per_commit = (mean_t - self.nanos_per_command * mean_n).max(0.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gate_after(commits: &[(usize, u64)]) -> Gate {
        let (gate, mut pace) = (Gate::new(), Pace::new());
        for (commands, took_ms) in commits {
            pace.record(*commands, Duration::from_millis(*took_ms));
        }
        gate.set_pace(&pace);
        gate
    }

    #[test]
    fn commits_of_one_command_do_not_make_a_burst_look_slow() {
        let gate = gate_after(&[(1, 3); 1_000]);
        let tickets: Vec<_> = (0..1_000).map(|_| gate.enter()).collect();
        assert!(tickets.iter().all(Result::is_ok));
    }

    #[test]
    fn a_wait_of_more_than_250_ms_is_refused_with_the_time_to_come_back_after() {
        // 1 ms a command.
        let gate = gate_after(&[(100, 100), (200, 200), (50, 50)]);
        let tickets: Vec<_> = (0..251).map(|_| gate.enter().expect("within 250 ms")).collect();
        assert_eq!(gate.enter().err(), Some(251));
        drop(tickets);
        assert!(gate.enter().is_ok());
    }

    #[test]
    fn a_disk_that_is_slow_whatever_it_writes_does_not_close_the_gate() {
        let gate = gate_after(&[(1, 300), (80, 300), (60, 300), (300, 300)]);
        let tickets: Vec<_> = (0..900).map(|_| gate.enter()).collect();
        assert!(tickets.iter().all(Result::is_ok));
    }
}
