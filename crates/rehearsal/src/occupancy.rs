//! How busy agents are: the share of their time on line in which units of theirs are taken, by agent and by hour of the
//! run. Told of each change of an agent's status; knows nothing of why it changed.

use crate::hours::HOUR_MS;
use frontdesk_model::{AgentId, AgentStatus, BasePresence, Timestamp};
use std::collections::BTreeMap;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Occupancy {
    from: Timestamp,
    pub agents: BTreeMap<AgentId, AgentUse>,
    /// From the start of the run.
    pub hours: Vec<Use>,
    standing: BTreeMap<AgentId, Standing>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct AgentUse {
    pub used: Use,
    pub units: u32,
}

/// Unit-milliseconds: taken, and there to be taken.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Use {
    pub taken: f64,
    pub there: f64,
    /// Milliseconds on line.
    pub on_line_ms: f64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Standing {
    since: Timestamp,
    units: i64,
    available: i64,
    on_line: bool,
}

impl Use {
    /// None where nobody was there.
    pub fn share(self) -> Option<f64> {
        (self.there > 0.0).then(|| self.taken / self.there)
    }

    pub fn add(&mut self, other: Use) {
        self.taken += other.taken;
        self.there += other.there;
        self.on_line_ms += other.on_line_ms;
    }
}

impl Occupancy {
    pub fn new(from: Timestamp, agents: impl Iterator<Item = (AgentId, u32)>) -> Occupancy {
        let mut occupancy = Occupancy { from, ..Occupancy::default() };
        for (id, units) in agents {
            occupancy.agents.insert(id, AgentUse { used: Use::default(), units });
            let units = i64::from(units);
            let standing = Standing { since: from, units, available: units, on_line: false };
            occupancy.standing.insert(id, standing);
        }
        occupancy
    }

    pub fn note(&mut self, status: &AgentStatus, at: Timestamp) {
        self.charge(status.agent_id, at);
        if let Some(standing) = self.standing.get_mut(&status.agent_id) {
            standing.available = status.available_units;
            standing.on_line = status.base != BasePresence::Offline;
        }
    }

    pub fn end(&mut self, at: Timestamp) {
        let ids: Vec<AgentId> = self.standing.keys().copied().collect();
        ids.into_iter().for_each(|id| self.charge(id, at));
    }

    /// What has passed since the last change.
    fn charge(&mut self, id: AgentId, at: Timestamp) {
        let Some(standing) = self.standing.get_mut(&id) else { return };
        let (mut begins, held) = (standing.since.max(self.from), standing.units - standing.available);
        standing.since = at;
        let (units, on_line) = (standing.units, standing.on_line);
        if held <= 0 && !on_line {
            return;
        }
        while begins < at {
            let hour = begins.since(self.from) / HOUR_MS;
            let ends = (self.from + (hour + 1) * HOUR_MS).min(at);
            let passed = ends.since(begins) as f64;
            // Whoever finishes after their shift is there with what they hold.
            let there = if on_line { units.max(held) } else { held };
            let used = Use {
                taken: held as f64 * passed,
                there: there as f64 * passed,
                on_line_ms: if on_line { passed } else { 0.0 },
            };
            let hour = usize::try_from(hour).unwrap_or(usize::MAX).min(100_000);
            if self.hours.len() <= hour {
                self.hours.resize(hour + 1, Use::default());
            }
            self.hours[hour].add(used);
            if let Some(agent) = self.agents.get_mut(&id) {
                agent.used.add(used);
            }
            begins = ends;
        }
    }
}
