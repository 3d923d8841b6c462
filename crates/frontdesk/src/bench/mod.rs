//! Benchmarks: what this server does, each as a ratio to a limit that was measured on the same machine in the same run;
//! for routing, to what is wanted of it.
//! Servers run as child processes on fresh folders and 127.0.0.1; loads are bounded in count and time.

mod data;
mod idle;
mod limits;
mod list;
mod load;
mod route;
mod send;
mod start;

pub use limits::{LimitOptions, serve as serve_limit};
pub use route::{ENGINE_COMMAND, EngineOptions, Options as RouteOptions, measure_engine};

use crate::failure::Failure;
use crate::figures::{Percentiles, median, rounded};
use serde::Serialize;
use std::fmt;
use std::path::PathBuf;

#[derive(Clone, Debug)]
pub struct Options {
    /// Where the folders of the servers are made; the disk that is measured.
    pub folder: Option<PathBuf>,
    pub rounds: usize,
    /// Stored conversations beyond the usual sizes.
    pub rows: Option<u64>,
    pub route: RouteOptions,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    List,
    Send,
    Idle,
    Start,
    Route,
}

pub async fn run(which: Which, options: &Options) -> Result<Vec<Measure>, Failure> {
    crate::limits::raise_open_files();
    match which {
        Which::List => list::run(options).await,
        Which::Send => send::run(options).await,
        Which::Idle => idle::run(options).await,
        Which::Start => start::run(options).await,
        Which::Route => route::run(&options.route, options.folder.as_deref(), options.rounds).await,
    }
}

/// One line of the answer. `ratio` = `ours` / `limit`; percentiles in milliseconds, of the median round.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Measure {
    pub name: String,
    pub ours: f64,
    pub limit: f64,
    pub ratio: f64,
    pub unit: &'static str,
    pub p50: f64,
    pub p99: f64,
    pub limit_p50: f64,
    pub limit_p99: f64,
    pub rounds: usize,
}

/// What one side did in one round.
#[derive(Clone, Debug, Default)]
pub struct Round {
    pub value: f64,
    pub latency: Percentiles,
}

impl Measure {
    /// The ratio is the median of the rounds' own ratios: both sides of a round saw the same machine.
    pub fn new(name: String, unit: &'static str, rounds: &[(Round, Round)]) -> Measure {
        let of = |value: fn(&(Round, Round)) -> f64| rounded(median(&rounds.iter().map(value).collect::<Vec<_>>()));
        Measure {
            name,
            unit,
            ours: of(|(ours, _)| ours.value),
            limit: of(|(_, limit)| limit.value),
            ratio: of(|(ours, limit)| if limit.value > 0.0 { ours.value / limit.value } else { 0.0 }),
            p50: of(|(ours, _)| ours.latency.p50),
            p99: of(|(ours, _)| ours.latency.p99),
            limit_p50: of(|(_, limit)| limit.latency.p50),
            limit_p99: of(|(_, limit)| limit.latency.p99),
            rounds: rounds.len(),
        }
    }
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:<28} {:>10} ", self.name, self.ours)?;
        if self.limit > 0.0 {
            write!(f, "of {:>10} ", self.limit)?;
        }
        write!(f, "{:<18}", self.unit)?;
        if self.limit > 0.0 {
            write!(f, " ratio {:<7}", self.ratio)?;
        }
        if self.p99 > 0.0 {
            write!(f, " p50 {} ms, p99 {} ms", self.p50, self.p99)?;
        }
        if self.limit_p99 > 0.0 {
            write!(f, " (limit {} ms, {} ms)", self.limit_p50, self.limit_p99)?;
        }
        write!(f, ", {} rounds", self.rounds)
    }
}

/// For people on a terminal: what is going on.
fn tell(what: impl fmt::Display) {
    tracing::info!("{what}");
}
