//! M/M/n+M: whoever waits leaves at a rate of their own. From the balance of a birth-and-death process; the part of time
//! below a limit by integrating the density of the wait that an endlessly patient customer would have. Knows no
//! simulation.

use crate::statistics::simpson;

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ErlangA {
    pub servers: u32,
    pub arrival_rate: f64,
    pub service_rate: f64,
    /// One over the mean patience.
    pub leaving_rate: f64,
}

/// Beyond this many who wait, the probability is nothing.
const WAITING_MAX: u32 = 20_000;
/// Of the integral.
const STEPS: usize = 4_000;

impl ErlangA {
    /// The probabilities that 0, 1, 2, … are in the system.
    fn states(&self) -> Vec<f64> {
        let servers = f64::from(self.servers);
        let mut weights = vec![1.0_f64];
        for in_system in 1..self.servers + WAITING_MAX {
            let number = f64::from(in_system);
            let out = number.min(servers) * self.service_rate + (number - servers).max(0.0) * self.leaving_rate;
            let weight = weights[weights.len() - 1] * self.arrival_rate / out;
            weights.push(weight);
            let largest = weights.iter().copied().fold(0.0, f64::max);
            if in_system > self.servers && weight < largest * 1e-18 {
                break;
            }
        }
        let whole: f64 = weights.iter().sum();
        weights.into_iter().map(|weight| weight / whole).collect()
    }

    pub fn wait_probability(&self) -> f64 {
        self.states().iter().skip(self.servers as usize).sum()
    }

    /// Of everyone, those who leave included.
    pub fn mean_wait(&self) -> f64 {
        let states = self.states();
        let waiting: f64 = (0u32..).zip(states.iter().skip(self.servers as usize)).map(|(n, p)| f64::from(n) * p).sum();
        waiting / self.arrival_rate
    }

    pub fn abandonment(&self) -> f64 {
        self.leaving_rate * self.mean_wait()
    }

    pub fn utilisation(&self) -> f64 {
        self.arrival_rate * (1.0 - self.abandonment()) / (f64::from(self.servers) * self.service_rate)
    }

    /// Served, and within `time`, of everyone.
    pub fn service_level(&self, time: f64) -> f64 {
        let states = self.states();
        let at_once: f64 = states.iter().take(self.servers as usize).sum();
        let last_free = states.get(self.servers as usize - 1).copied().unwrap_or(0.0);
        let drain = f64::from(self.servers) * self.service_rate;
        let density = |wait: f64| {
            let patient = (1.0 - (-self.leaving_rate * wait).exp()) / self.leaving_rate;
            self.arrival_rate * last_free * (self.arrival_rate * patient - drain * wait).exp()
        };
        at_once + simpson(|wait| density(wait) * (-self.leaving_rate * wait).exp(), 0.0, time, STEPS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Garnett, Mandelbaum and Reiman, "Designing a Call Center with Impatient Customers" (2002), table 1: 50 agents,
    /// 48 calls a minute, a minute each, two minutes of patience.
    #[test]
    fn published_values_are_met() {
        let published = ErlangA { servers: 50, arrival_rate: 48.0, service_rate: 1.0, leaving_rate: 0.5 };
        assert!((published.abandonment() - 0.031).abs() < 0.0005, "{}", published.abandonment());
        assert!((published.mean_wait() * 60.0 - 3.7).abs() < 0.05, "{}", published.mean_wait() * 60.0);
        assert!((published.utilisation() - 0.93).abs() < 0.005, "{}", published.utilisation());
    }

    #[test]
    fn endless_patience_is_erlang_c() {
        let nearly = ErlangA { servers: 10, arrival_rate: 8.0, service_rate: 1.0, leaving_rate: 1e-6 };
        let endless = super::super::ErlangC { servers: 10, arrival_rate: 8.0, service_rate: 1.0 };
        assert!((nearly.wait_probability() - endless.wait_probability()).abs() < 1e-4);
        assert!((nearly.mean_wait() - endless.mean_wait()).abs() < 1e-4);
        assert!((nearly.service_level(0.2) - endless.service_level(0.2)).abs() < 1e-4);
    }

    /// Served in the end, or left: nothing else can happen.
    #[test]
    fn the_two_ways_of_reckoning_agree() {
        for (servers, load, leaving_rate) in [(1, 1.5, 1.0), (5, 5.0, 0.5), (20, 24.0, 2.0), (50, 40.0, 1.0)] {
            let a = ErlangA { servers, arrival_rate: load, service_rate: 1.0, leaving_rate };
            let served = a.service_level(20.0);
            assert!((served + a.abandonment() - 1.0).abs() < 1e-6, "{a:?}: {served} {}", a.abandonment());
        }
    }
}
