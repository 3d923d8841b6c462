//! `frontdesk replay`: plays dialogues through a running server.

use crate::answer::Answer;
use crate::failure::{Failure, FailureKind};
use crate::replay::{self, Options};
use clap::Args;
use std::path::PathBuf;
use std::time::Duration;

/// Play dialogues through a running server, customers and agents, and check every message on both sides
#[derive(Debug, Args)]
#[command(
    after_help = "The file holds one dialogue a line, {\"id\", \"turns\": [{\"from\": \"customer\"|\"agent\", \"text\"}]}, \
gzipped or not. The replay makes its own queue, workstream, widget and agents, all named Replay.\n\n\
Example:\n  frontdesk replay dialogues.jsonl.gz --server http://127.0.0.1:8080 --token \"$TOKEN\" --agents 20 --visitors 200"
)]
pub struct Arguments {
    file: PathBuf,
    /// The server, as http://host:port
    #[arg(long, env = "FRONTDESK_SERVER")]
    server: String,
    /// An administrator's token (frontdesk token create)
    #[arg(long, env = "FRONTDESK_TOKEN", hide_env_values = true)]
    token: String,
    /// Think and type as people do, so many times faster; without it nobody thinks
    #[arg(long, value_parser = positive)]
    speed: Option<f64>,
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u16).range(1..=1_000))]
    agents: u16,
    /// Customers at once
    #[arg(long, default_value_t = 200, value_parser = clap::value_parser!(u16).range(1..=10_000))]
    visitors: u16,
    /// Only the first so many dialogues
    #[arg(long)]
    limit: Option<usize>,
    /// Give up when nothing has moved for so many seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 120)]
    patience: u64,
}

pub async fn run(arguments: &Arguments, answer: Answer) -> Result<(), Failure> {
    let report = replay::run(Options {
        file: &arguments.file,
        server: &arguments.server,
        token: &arguments.token,
        speed: arguments.speed,
        agents: arguments.agents.into(),
        visitors: arguments.visitors.into(),
        limit: arguments.limit,
        patience: Duration::from_secs(arguments.patience),
    })
    .await?;
    answer.give(&report, &report);
    match report.is_flawless() {
        true => Ok(()),
        false => Err(Failure::new(FailureKind::Failed, "what was seen does not agree with the file")),
    }
}

fn positive(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(number) if number.is_finite() && number > 0.0 => Ok(number),
        _ => Err("a number above zero".into()),
    }
}
