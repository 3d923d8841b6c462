//! `frontdesk bench`: measures this machine's server against this machine's limits, and routing against what is wanted.

use crate::answer::Answer;
use crate::bench::{self, Options, RouteOptions, Which};
use crate::failure::Failure;
use crate::logging::{self, LogFormat};
use clap::{Args, ValueEnum};
use std::fmt;
use std::path::PathBuf;

/// Measure the server, each figure as a ratio to a limit of the same machine in the same run
#[derive(Debug, Args)]
#[command(after_help = "Servers are started on fresh folders and 127.0.0.1 alone. Measure release builds.\n\n\
Answers (--json): an array of {name, ours, limit, ratio, unit, p50, p99, limitP50, limitP99, rounds}; for\n\
route the limit is what is wanted of the figure, 0 where nothing is.\n\n\
Examples:\n  frontdesk bench list\n  frontdesk bench list --rows 10000000 --json\n  frontdesk bench send --rounds 9\n  \
frontdesk bench route --part engine --waiting 100000")]
pub struct Arguments {
    /// list: getConversations; send: durable messages; idle: memory of connections; start: time to ready;
    /// route: routing, by the engine alone and through the server
    which: Name,
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u8).range(1..=99))]
    rounds: u8,
    /// One more size for `list`, the size for `start`: so many stored conversations
    #[arg(long, value_parser = clap::value_parser!(u64).range(1..=100_000_000))]
    rows: Option<u64>,
    /// Where to make the folders; the disk that is measured
    #[arg(long)]
    folder: Option<PathBuf>,
    #[command(flatten)]
    route: RouteOptions,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Name {
    List,
    Send,
    Idle,
    Start,
    Route,
}

pub async fn run(arguments: &Arguments, answer: Answer) -> Result<(), Failure> {
    logging::start(LogFormat::Auto, "frontdesk=info")?;
    let which = match arguments.which {
        Name::List => Which::List,
        Name::Send => Which::Send,
        Name::Idle => Which::Idle,
        Name::Start => Which::Start,
        Name::Route => Which::Route,
    };
    let options = Options {
        folder: arguments.folder.clone(),
        rounds: arguments.rounds.into(),
        rows: arguments.rows,
        route: arguments.route,
    };
    let measures = bench::run(which, &options).await?;
    answer.give(Lines(&measures), &measures);
    Ok(())
}

struct Lines<'a, T>(&'a [T]);

impl<T: fmt::Display> fmt::Display for Lines<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, line) in self.0.iter().enumerate() {
            write!(f, "{}{line}", if index == 0 { "" } else { "\n" })?;
        }
        Ok(())
    }
}
