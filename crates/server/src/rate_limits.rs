//! How often one caller may ask. Refuses to know what for.

use crate::config::RateLimits;
use frontdesk_model::VisitorId;
use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// Callers who have been silent are forgotten after so many questions.
const SWEEP_EVERY: u32 = 65_536;

pub struct Limiter {
    credentials: DefaultKeyedRateLimiter<[u8; 16]>,
    addresses: DefaultKeyedRateLimiter<IpAddr>,
    uploading_visitors: DefaultKeyedRateLimiter<VisitorId>,
    uploading_addresses: DefaultKeyedRateLimiter<IpAddr>,
    clock: DefaultClock,
    asked: AtomicU32,
}

impl Limiter {
    pub fn new(limits: RateLimits) -> Self {
        let uploads = at_least_one(limits.uploads_per_minute);
        Limiter {
            credentials: RateLimiter::keyed(quota(limits.per_credential_s, limits.credential_burst)),
            addresses: RateLimiter::keyed(quota(limits.per_address_s, limits.address_burst)),
            uploading_visitors: RateLimiter::keyed(Quota::per_minute(uploads)),
            uploading_addresses: RateLimiter::keyed(Quota::per_minute(uploads)),
            clock: DefaultClock::default(),
            asked: AtomicU32::new(0),
        }
    }

    /// Milliseconds to wait, if this credential has asked too often.
    pub fn check_credential(&self, hash: &[u8; 32]) -> Result<(), u64> {
        let mut key = [0; 16];
        key.copy_from_slice(&hash[..16]);
        self.sweep();
        self.credentials.check_key(&key).map_err(|refused| to_ms(refused.wait_time_from(self.clock.now())))
    }

    pub fn check_address(&self, address: IpAddr) -> Result<(), u64> {
        self.sweep();
        self.addresses.check_key(&address).map_err(|refused| to_ms(refused.wait_time_from(self.clock.now())))
    }

    /// The same for a visitor's files: whoever opens conversation after conversation is still at one address.
    pub fn check_upload(&self, visitor_id: VisitorId, address: IpAddr) -> Result<(), u64> {
        self.sweep();
        let by_address = self.uploading_addresses.check_key(&address);
        by_address
            .and_then(|()| self.uploading_visitors.check_key(&visitor_id))
            .map_err(|refused| to_ms(refused.wait_time_from(self.clock.now())))
    }

    fn sweep(&self) {
        if self.asked.fetch_add(1, Ordering::Relaxed) % SWEEP_EVERY == SWEEP_EVERY - 1 {
            self.credentials.retain_recent();
            self.addresses.retain_recent();
            self.uploading_visitors.retain_recent();
            self.uploading_addresses.retain_recent();
        }
    }
}

fn quota(per_second: u32, burst: u32) -> Quota {
    Quota::per_second(at_least_one(per_second)).allow_burst(at_least_one(burst))
}

fn at_least_one(number: u32) -> NonZeroU32 {
    NonZeroU32::new(number).unwrap_or(NonZeroU32::MIN)
}

fn to_ms(wait: Duration) -> u64 {
    u64::try_from(wait.as_millis()).unwrap_or(u64::MAX).max(1)
}
