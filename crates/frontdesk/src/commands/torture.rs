//! `frontdesk torture`: kills a server of its own under load and checks what it kept.

use crate::answer::Answer;
use crate::failure::{Failure, FailureKind};
use crate::folder::TemporaryFolder;
use crate::random::fresh_seed;
use crate::torture::{self, Options};
use clap::Args;

/// Kill a server of our own under load, again and again, and check that nothing acknowledged is lost or doubled
#[derive(Debug, Args)]
#[command(after_help = "It runs on a fresh temporary folder and 127.0.0.1 alone.\n\n\
Example:\n  frontdesk torture --kills 200 --seed 7")]
pub struct Arguments {
    #[arg(long, default_value_t = 200, value_parser = clap::value_parser!(u16).range(1..=10_000))]
    kills: u16,
    /// The same seed kills at the same times; without one, a new one is drawn and reported
    #[arg(long)]
    seed: Option<u64>,
    /// Customers who write at once
    #[arg(long, default_value_t = 8, value_parser = clap::value_parser!(u16).range(1..=256))]
    writers: u16,
}

pub async fn run(arguments: &Arguments, answer: Answer) -> Result<(), Failure> {
    let folder = TemporaryFolder::new("torture")?;
    let seed = arguments.seed.unwrap_or_else(fresh_seed);
    let options = Options { kills: arguments.kills.into(), seed, writers: arguments.writers.into() };
    let report = torture::run(options, folder.path()).await?;
    answer.give(&report, &report);
    match report.is_sound() {
        true => Ok(()),
        false => Err(Failure::new(FailureKind::Failed, format!("promises were broken; repeat with --seed {seed}"))),
    }
}
