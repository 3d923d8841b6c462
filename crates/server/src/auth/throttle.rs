//! Slows guessing down: failed sign-ins of one e-mail from one network cost more and more waiting. Refuses to know
//! whether a user exists: an unknown one is throttled alike.

use frontdesk_model::Timestamp;
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::Mutex;

const FREE_ATTEMPTS: u32 = 5;
const FREE_ATTEMPTS_OF_NETWORK: u32 = 50;
const FIRST_WAIT_MS: u64 = 15_000;
const WAIT_MS_MAX: u64 = 15 * 60_000;
/// Without a failure for so long, all is forgotten.
const FORGOTTEN_AFTER_MS: u64 = 30 * 60_000;
const ENTRIES_MAX: usize = 50_000;

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Key {
    EmailFrom(String, IpAddr),
    Network(IpAddr),
}

struct Failures {
    count: u32,
    last_at: Timestamp,
    blocked_until: Timestamp,
}

#[derive(Default)]
pub struct SignInThrottle {
    failures: Mutex<HashMap<Key, Failures>>,
}

impl SignInThrottle {
    /// Milliseconds to wait before this attempt may be made; none = go on.
    pub fn check(&self, email: &str, from: IpAddr, now: Timestamp) -> Option<u64> {
        let failures = self.lock();
        keys(email, from)
            .iter()
            .filter_map(|key| failures.get(key))
            .map(|failures| failures.blocked_until.since(now))
            .max()
            .filter(|wait_ms| *wait_ms > 0)
    }

    pub fn failed(&self, email: &str, from: IpAddr, now: Timestamp) {
        let mut all = self.lock();
        if all.len() >= ENTRIES_MAX {
            all.retain(|_, failures| now.since(failures.last_at) < FORGOTTEN_AFTER_MS);
            if all.len() >= ENTRIES_MAX {
                all.clear();
            }
        }
        for key in keys(email, from) {
            let free = if matches!(key, Key::Network(_)) { FREE_ATTEMPTS_OF_NETWORK } else { FREE_ATTEMPTS };
            let entry = all.entry(key).or_insert(Failures { count: 0, last_at: now, blocked_until: now });
            if now.since(entry.last_at) >= FORGOTTEN_AFTER_MS {
                entry.count = 0;
            }
            entry.count = entry.count.saturating_add(1);
            entry.last_at = now;
            if entry.count >= free {
                let doublings = (entry.count - free).min(16);
                entry.blocked_until = now + (FIRST_WAIT_MS << doublings).min(WAIT_MS_MAX);
            }
        }
    }

    pub fn succeeded(&self, email: &str, from: IpAddr) {
        self.lock().remove(&keys(email, from)[0]);
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<Key, Failures>> {
        self.failures.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

fn keys(email: &str, from: IpAddr) -> [Key; 2] {
    let network = network_of(from);
    // Long strings are no e-mails; a prefix is enough to tell them apart.
    let email: String = email.trim().chars().take(320).flat_map(char::to_lowercase).collect();
    [Key::EmailFrom(email, network), Key::Network(network)]
}

/// One subscriber has a whole /64 of IPv6.
pub fn network_of(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => {
            let [a, b, c, d, ..] = v6.segments();
            IpAddr::V6([a, b, c, d, 0, 0, 0, 0].into())
        }
        v4 => v4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOME: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(192, 0, 2, 1));
    const ELSEWHERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(198, 51, 100, 7));

    #[test]
    fn the_sixth_guess_waits_and_each_further_one_twice_as_long() {
        let throttle = SignInThrottle::default();
        let now = Timestamp(0);
        for _ in 0..5 {
            assert_eq!(throttle.check("ada@example.com", HOME, now), None);
            throttle.failed("ada@example.com", HOME, now);
        }
        assert_eq!(throttle.check("ADA@example.com ", HOME, now), Some(FIRST_WAIT_MS));
        throttle.failed("ada@example.com", HOME, now);
        assert_eq!(throttle.check("ada@example.com", HOME, now), Some(2 * FIRST_WAIT_MS));
    }

    #[test]
    fn the_owner_elsewhere_is_not_locked_out_and_waiting_helps() {
        let throttle = SignInThrottle::default();
        for _ in 0..5 {
            throttle.failed("ada@example.com", HOME, Timestamp(0));
        }
        assert_eq!(throttle.check("ada@example.com", ELSEWHERE, Timestamp(0)), None);
        assert_eq!(throttle.check("ada@example.com", HOME, Timestamp(0) + FIRST_WAIT_MS), None);
    }

    #[test]
    fn many_names_from_one_network_are_slowed_too() {
        let throttle = SignInThrottle::default();
        for number in 0..50 {
            throttle.failed(&format!("user{number}@example.com"), HOME, Timestamp(0));
        }
        assert!(throttle.check("another@example.com", HOME, Timestamp(0)).is_some());
    }
}
