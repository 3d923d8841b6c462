//! M/M/n: everyone waits until they are served. Knows no simulation.

/// Arrivals and services at these rates, so many servers; the load must be below the servers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ErlangC {
    pub servers: u32,
    pub arrival_rate: f64,
    pub service_rate: f64,
}

impl ErlangC {
    pub fn load(&self) -> f64 {
        self.arrival_rate / self.service_rate
    }

    /// Erlang's loss formula by its recursion, then from loss to delay.
    pub fn wait_probability(&self) -> f64 {
        let load = self.load();
        let loss = (1..=self.servers).fold(1.0, |loss, n| load * loss / (f64::from(n) + load * loss));
        let utilisation = load / f64::from(self.servers);
        loss / (1.0 - utilisation * (1.0 - loss))
    }

    pub fn mean_wait(&self) -> f64 {
        self.wait_probability() / self.drain()
    }

    /// Served within `time`.
    pub fn service_level(&self, time: f64) -> f64 {
        1.0 - self.wait_probability() * (-self.drain() * time).exp()
    }

    fn drain(&self) -> f64 {
        f64::from(self.servers) * self.service_rate - self.arrival_rate
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The textbook example of many a call centre: 200 calls an hour of three minutes.
    #[test]
    fn published_values_are_met() {
        let agents = |servers| ErlangC { servers, arrival_rate: 200.0 / 3600.0, service_rate: 1.0 / 180.0 };
        for (servers, within_20s) in [(11, 0.390), (12, 0.640), (13, 0.795), (14, 0.888)] {
            let found = agents(servers).service_level(20.0);
            assert!((found - within_20s).abs() < 0.0006, "{servers}: {found}");
        }
        assert!((agents(14).wait_probability() - 0.174).abs() < 0.0005);
        assert!((agents(14).mean_wait() - 7.8).abs() < 0.05);
    }

    #[test]
    fn one_server_is_the_formula_everyone_knows() {
        let one = ErlangC { servers: 1, arrival_rate: 0.8, service_rate: 1.0 };
        assert!((one.wait_probability() - 0.8).abs() < 1e-12 && (one.mean_wait() - 4.0).abs() < 1e-12);
    }
}
