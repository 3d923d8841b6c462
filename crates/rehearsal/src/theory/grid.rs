//! The engine against theory: one queue, one conversation an agent, exponential arrivals, talks and patience, run
//! through the engine and held against Erlang C and Erlang A over a grid of loads. Knows no measures but those that
//! theory has formulas for.

use super::{ErlangA, ErlangC};
use crate::demand::{Demand, Forecast, Kind, Spread, always_there, asks};
use crate::hours::{HOUR_MS, HOURS_OF_WEEK, WeekHours};
use crate::set_up::plain;
use crate::statistics::{Interval, interval};
use crate::world::{Ending, Outcome, run};
use frontdesk_model::Timestamp;

const TALK_MS: f64 = 60_000.0;
/// Half a mean talk: neither everyone nor nobody is answered by then.
const WITHIN_MS: u64 = 30_000;
/// Of each figure. Over the whole grid not even one is expected to lie outside by chance.
const CONFIDENCE: f64 = 0.999;

/// A queue that theory has answers for. Utilisation is the load over the agents.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    pub agents: u32,
    pub utilisation: f64,
    /// Mean patience over mean talk; none = everyone waits: Erlang C.
    pub patience: Option<f64>,
}

/// A figure as theory has it and as the engine gave it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    pub name: &'static str,
    pub theory: f64,
    pub engine: Interval,
}

impl Figure {
    pub fn agrees(&self) -> bool {
        self.engine.holds(self.theory)
    }
}

/// How much is simulated: so many runs, each of so many customers beyond the first who are not counted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effort {
    pub runs: u64,
    pub customers: f64,
}

pub fn whole_grid() -> Vec<Cell> {
    let mut cells = Vec::new();
    for agents in [1, 2, 5, 10, 20, 50] {
        cells.extend([0.5, 0.7, 0.8, 0.9, 0.95].map(|utilisation| Cell { agents, utilisation, patience: None }));
    }
    for agents in [1, 5, 20, 50] {
        for utilisation in [0.8, 1.0, 1.2, 1.5] {
            cells.extend([0.5, 1.0, 2.0].map(|patience| Cell { agents, utilisation, patience: Some(patience) }));
        }
    }
    cells
}

impl Cell {
    /// Theory's figures beside the engine's.
    pub fn figures(&self, effort: Effort, seed: u64) -> Vec<Figure> {
        let runs: Vec<[f64; 4]> = (0..effort.runs).map(|run| self.simulate(effort, seed * 1_000 + run)).collect();
        let theory = self.theory();
        let names = ["waits", "mean wait", "in time", "leaves"];
        let figures = names.into_iter().enumerate().map(|(index, name)| {
            let of_runs: Vec<f64> = runs.iter().map(|run| run[index]).collect();
            let mut engine = interval(&of_runs, CONFIDENCE);
            // What never happened to any customer may still happen so often.
            engine.half_width += -(1.0 - CONFIDENCE).ln() / (effort.runs as f64 * effort.customers);
            Figure { name, theory: theory[index], engine }
        });
        figures.take(if self.patience.is_some() { 4 } else { 3 }).collect()
    }

    /// Who waits, how long in mean talks, who is answered in time, who leaves.
    pub fn theory(&self) -> [f64; 4] {
        let arrival_rate = self.utilisation * f64::from(self.agents);
        let within = WITHIN_MS as f64 / TALK_MS;
        match self.patience {
            None => {
                let c = ErlangC { servers: self.agents, arrival_rate, service_rate: 1.0 };
                [c.wait_probability(), c.mean_wait(), c.service_level(within), 0.0]
            }
            Some(patience) => {
                let leaving_rate = 1.0 / patience;
                let a = ErlangA { servers: self.agents, arrival_rate, service_rate: 1.0, leaving_rate };
                [a.wait_probability(), a.mean_wait(), a.service_level(within), a.abandonment()]
            }
        }
    }

    fn simulate(&self, effort: Effort, seed: u64) -> [f64; 4] {
        let per_ms = self.utilisation * f64::from(self.agents) / TALK_MS;
        let warm_up_ms = (self.customers_until_steady() / per_ms) as u64;
        let from = Timestamp(0);
        let counted_from = from + warm_up_ms;
        let until = counted_from + (effort.customers / per_ms) as u64;
        let set_up = plain(self.agents as usize, 1);
        let forecast = Forecast {
            arrivals_per_hour: vec![per_ms * HOUR_MS as f64; HOURS_OF_WEEK],
            kinds: vec![Kind {
                weight: 1.0,
                asks: asks(set_up.workstreams()[0].id),
                talk: Spread::Exponential { mean_ms: TALK_MS },
            }],
            patience: self.patience.map(|patience| Spread::Exponential { mean_ms: patience * TALK_MS }),
            wrap_up: Spread::Constant { ms: 0 },
            accept: Spread::Constant { ms: 0 },
        };
        let customers = forecast.draw(from, until, &WeekHours::in_zone("UTC"), seed);
        let demand = Demand { from, until, customers, shifts: always_there(&set_up, from) };
        measure(&run(&set_up, &demand), counted_from)
    }

    /// A queue forgets that it began empty the more slowly the fuller it is.
    fn customers_until_steady(&self) -> f64 {
        let slow = 1.0 - self.utilisation.sqrt();
        let relaxation = if self.patience.is_some() { 0.0 } else { self.utilisation / (slow * slow) };
        6.0 * relaxation + 20.0 * f64::from(self.agents) + 100.0
    }
}

fn measure(outcome: &Outcome, counted_from: Timestamp) -> [f64; 4] {
    let mut sums = [0.0; 4];
    let mut counted = 0.0;
    for visit in outcome.visits.iter().filter(|visit| visit.arrived_at >= counted_from) {
        let answered = visit.ending == Ending::Answered;
        counted += 1.0;
        sums[0] += f64::from(u8::from(visit.wait_ms > 0));
        sums[1] += visit.wait_ms as f64 / TALK_MS;
        sums[2] += f64::from(u8::from(answered && visit.wait_ms <= WITHIN_MS));
        sums[3] += f64::from(u8::from(!answered));
    }
    sums.map(|sum| sum / counted)
}
