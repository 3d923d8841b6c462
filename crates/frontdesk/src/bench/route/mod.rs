//! Routing: what the engine decides alone, and what comes of it through the whole server. Here a measure's limit is what
//! is wanted of it, and zero where nothing is.

mod company;
mod engine;
mod folder;
mod intake;
mod offers;
mod promises;
mod rule_change;
mod server;
mod wire;

pub use engine::{COMMAND as ENGINE_COMMAND, EngineOptions, measure as measure_engine};

use super::Measure;
use crate::failure::Failure;
use clap::Args;
use std::path::Path;

/// Of the company that is routed for.
#[derive(Clone, Copy, Debug, Args)]
pub struct Sizes {
    /// route: conversations that wait for the engine alone; a hundredth of them too, for the growth
    #[arg(long, default_value_t = 1_000_000, value_parser = clap::value_parser!(u64).range(1..=10_000_000))]
    pub waiting: u64,
    /// route: agents of the engine alone
    #[arg(long, default_value_t = 10_000, value_parser = clap::value_parser!(u64).range(1..=1_000_000))]
    pub agents: u64,
    /// route: queues
    #[arg(long, default_value_t = 200, value_parser = clap::value_parser!(u64).range(2..=10_000))]
    pub queues: u64,
    /// route: skills, of which each agent of the engine alone has ten and each conversation requires one to three
    #[arg(long, default_value_t = 500, value_parser = clap::value_parser!(u64).range(1..=10_000))]
    pub skills: u64,
}

#[derive(Clone, Copy, Debug, Args)]
pub struct Options {
    #[command(flatten)]
    pub sizes: Sizes,
    /// route: new conversations a second that the server is offered
    #[arg(long, default_value_t = 5_000, value_parser = clap::value_parser!(u64).range(1..=100_000))]
    pub rate: u64,
    /// route: how long; what came then waits while rules change
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..=600))]
    pub seconds: u64,
    /// route: rules of the larger ruleset that is changed
    #[arg(long, default_value_t = 10_000, value_parser = clap::value_parser!(u64).range(1..=100_000))]
    pub rules: u64,
    /// route: agents on live sockets
    #[arg(long, default_value_t = 1_000, value_parser = clap::value_parser!(u64).range(1..=20_000))]
    pub online: u64,
    /// route: only this part
    #[arg(long)]
    pub part: Option<Part>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Part {
    Engine,
    Server,
}

pub async fn run(options: &Options, folder: Option<&Path>, rounds: usize) -> Result<Vec<Measure>, Failure> {
    let mut measures = Vec::new();
    if options.part != Some(Part::Server) {
        measures.extend(engine::run(options, rounds).await?);
    }
    if options.part != Some(Part::Engine) {
        measures.extend(server::run(options, folder, rounds).await?);
    }
    Ok(measures)
}
