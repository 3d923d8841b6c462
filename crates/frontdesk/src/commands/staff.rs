//! `frontdesk staff`: how many agents each hour of a forecast needs.

use crate::answer::Answer;
use crate::failure::Failure;
use crate::rehearsal::folder::{Folder, write_page};
use crate::rehearsal::forecast::{BehaviourOptions, Talks, forecast};
use crate::rehearsal::lengths::{milliseconds, target};
use crate::rehearsal::new_set_up;
use clap::Args;
use frontdesk_rehearsal::report::{StaffingReport, staffing_page, staffing_table};
use frontdesk_rehearsal::staffing::{Care, Target, staff};
use frontdesk_rehearsal::{SetUp, plain};
use std::path::PathBuf;

/// Find the smallest number of agents with which each hour of a forecast reaches a target
#[derive(Debug, Args)]
#[command(
    after_help = "Each number of agents is simulated with the routing itself and the same customers. The set-up's agents \
are taken in turn; without a data folder they are plain ones, all in one queue.\n\n\
Example:\n  frontdesk staff --target \"80% in 60s\" --arrivals week.txt --talk 8m --html staff.html"
)]
pub struct Arguments {
    /// Such as "80% in 60s"
    #[arg(long, value_parser = target)]
    target: Target,
    /// 24 or 168 numbers of arrivals an hour, Monday from midnight
    #[arg(long, value_name = "FILE")]
    arrivals: PathBuf,
    /// Dialogues, as `frontdesk replay` reads them: they say how long talks are
    #[arg(long, value_name = "FILE")]
    dialogues: Option<PathBuf>,
    /// The average talk, where no dialogues say it
    #[arg(long, value_name = "LENGTH", default_value = "8m", value_parser = milliseconds)]
    talk: u64,
    #[command(flatten)]
    behaviour: BehaviourOptions,
    /// Conversations a plain agent takes at once
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=100))]
    at_once: u32,
    /// Use the set-up of this data folder
    #[arg(long, value_name = "DIR", env = "FRONTDESK_DATA")]
    data: Option<PathBuf>,
    /// The organisation's name, where the folder has several
    #[arg(long, value_name = "NAME")]
    organization: Option<String>,
    /// The set-up to try, as `frontdesk config export` writes it
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// How sure to be, in percent
    #[arg(long, value_name = "PERCENT", default_value_t = 95, value_parser = clap::value_parser!(u8).range(51..=99))]
    confidence: u8,
    /// Simulations of each number of agents
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u64).range(2..=1_000))]
    runs: u64,
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Write the curve as one page
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
}

pub async fn run(arguments: &Arguments, answer: Answer) -> Result<(), Failure> {
    let set_up = set_up(arguments).await?;
    let talks = arguments.dialogues.as_ref().map_or(Talks::Mean(arguments.talk), Talks::Dialogues);
    let forecast = forecast(&arguments.arrivals, &talks, &arguments.behaviour, &set_up)?;
    let care = Care {
        replications: arguments.runs,
        confidence: f64::from(arguments.confidence) / 100.0,
        seed: arguments.seed,
        ..Care::default()
    };
    let staffing = staff(&set_up, &forecast, arguments.target, care).map_err(Failure::failed)?;
    let report = StaffingReport {
        demand: format!("Arrivals of {}", arguments.arrivals.display()),
        time_zone: set_up.settings().time_zone.clone(),
        seed: arguments.seed,
        staffing,
    };
    if let Some(file) = &arguments.html {
        write_page(file, &staffing_page(&report))?;
    }
    answer.give(staffing_table(&report).trim_end(), &report);
    Ok(())
}

async fn set_up(arguments: &Arguments) -> Result<SetUp, Failure> {
    let there = match &arguments.data {
        Some(data) => {
            SetUp::of(Folder::open(Some(data.clone()), arguments.organization.as_deref()).await?.snapshot.clone())
        }
        None => plain(1, arguments.at_once),
    };
    match &arguments.config {
        Some(file) => new_set_up::read(file, &there),
        None => Ok(there),
    }
}
