//! The time, as everything else in the server is told it. The one place that reads the machine's clock.

use frontdesk_model::Timestamp;
use futures_util::future::BoxFuture;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use tokio::sync::watch;

pub trait Clock: Send + Sync + 'static {
    fn now(&self) -> Timestamp;
    /// Never steps back; its zero means nothing. For measuring, not for dates.
    fn elapsed(&self) -> Duration;
    /// Ends when `now` has reached `at`.
    fn sleep_until(&self, at: Timestamp) -> BoxFuture<'static, ()>;
}

/// The machine's clock.
#[derive(Clone, Copy, Debug)]
pub struct SystemClock {
    started: Instant,
}

impl SystemClock {
    pub fn new() -> Self {
        SystemClock { started: Instant::now() }
    }
}

impl Default for SystemClock {
    fn default() -> Self {
        Self::new()
    }
}

/// The wall clock may be set while we sleep, so no nap is longer than this.
const NAP_MS_MAX: u64 = 30_000;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        let millis = match SystemTime::now().duration_since(UNIX_EPOCH) {
            Ok(since) => i64::try_from(since.as_millis()).unwrap_or(i64::MAX),
            Err(_) => 0,
        };
        Timestamp(millis).min(Timestamp::MAX)
    }

    fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }

    fn sleep_until(&self, at: Timestamp) -> BoxFuture<'static, ()> {
        let clock = *self;
        Box::pin(async move {
            loop {
                let remaining_ms = at.since(clock.now());
                if remaining_ms == 0 {
                    return;
                }
                tokio::time::sleep(Duration::from_millis(remaining_ms.min(NAP_MS_MAX))).await;
            }
        })
    }
}

/// A clock that stands until it is told to go on, for tests.
#[derive(Debug)]
pub struct ManualClock {
    now_ms: AtomicI64,
    started_ms: i64,
    moved: watch::Sender<i64>,
}

impl ManualClock {
    pub fn new(now: Timestamp) -> Self {
        ManualClock { now_ms: AtomicI64::new(now.0), started_ms: now.0, moved: watch::Sender::new(now.0) }
    }

    /// Wakes everyone whose time has come.
    pub fn advance(&self, duration: Duration) {
        let by_ms = i64::try_from(duration.as_millis()).unwrap_or(i64::MAX);
        let now_ms = self.now_ms.fetch_add(by_ms, Ordering::SeqCst) + by_ms;
        self.moved.send_replace(now_ms);
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Timestamp {
        Timestamp(self.now_ms.load(Ordering::SeqCst))
    }

    fn elapsed(&self) -> Duration {
        Duration::from_millis(Timestamp(self.now_ms.load(Ordering::SeqCst)).since(Timestamp(self.started_ms)))
    }

    fn sleep_until(&self, at: Timestamp) -> BoxFuture<'static, ()> {
        let mut moved = self.moved.subscribe();
        Box::pin(async move {
            // The clock may be dropped with sleepers on it: they sleep on.
            if moved.wait_for(|now_ms| *now_ms >= at.0).await.is_err() {
                std::future::pending::<()>().await;
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::FutureExt;

    #[tokio::test]
    async fn a_manual_clock_wakes_its_sleepers_when_their_time_has_come_and_not_before() {
        let clock = ManualClock::new(Timestamp(1_000));
        let mut sleeper = clock.sleep_until(Timestamp(3_000));
        clock.advance(Duration::from_millis(1_999));
        assert!((&mut sleeper).now_or_never().is_none());
        clock.advance(Duration::from_millis(1));
        assert!((&mut sleeper).now_or_never().is_some());
        assert_eq!(clock.elapsed(), Duration::from_secs(2));
    }
}
