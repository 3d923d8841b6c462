//! `frontdesk rehearse`: what a change of the set-up would have done, before it goes live.

use crate::answer::Answer;
use crate::failure::Failure;
use crate::rehearsal::folder::{Folder, ago, write_page};
use crate::rehearsal::forecast::{BehaviourOptions, Talks, forecast};
use crate::rehearsal::lengths::milliseconds;
use crate::rehearsal::new_set_up;
use clap::Args;
use frontdesk_model::Timestamp;
use frontdesk_rehearsal::demand::{Demand, always_there};
use frontdesk_rehearsal::recorded::{Difference, Recording, behaviour, compare, replay};
use frontdesk_rehearsal::report::{Report, page, table};
use frontdesk_rehearsal::{Measures, SetUp, Terms, WeekHours, measure, plain, run as run_week};
use serde::Serialize;
use std::path::PathBuf;

/// Rehearse a set-up on the routing itself: recorded or generated customers, the old set-up and a new one side by side
#[derive(Debug, Args)]
#[command(
    after_help = "With --since, the journal of the data folder says who came, what agents did and how long everything took; \
the same is then decided again under the set-up of that time and held against what was decided. With --dialogues and \
--arrivals, customers are drawn: 24 or 168 arrivals an hour, Monday from midnight.\n\n\
Examples:\n  frontdesk rehearse --data /var/lib/frontdesk --since 7d --config new.toml --html rehearsal.html\n  \
frontdesk rehearse --dialogues dialogues.jsonl.gz --arrivals week.txt --agents 40"
)]
pub struct Arguments {
    /// The data folder; without it and without --since, one queue of plain agents
    #[arg(long, value_name = "DIR", env = "FRONTDESK_DATA")]
    data: Option<PathBuf>,
    /// The organisation's name, where the folder has several
    #[arg(long, value_name = "NAME")]
    organization: Option<String>,
    /// The set-up to try, as `frontdesk config export` writes it
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// The last so much time of the journal, such as 7d
    #[arg(long, value_name = "LENGTH", value_parser = milliseconds, conflicts_with_all = ["dialogues", "arrivals"])]
    since: Option<u64>,
    /// Dialogues, as `frontdesk replay` reads them
    #[arg(long, value_name = "FILE", requires = "arrivals")]
    dialogues: Option<PathBuf>,
    /// 24 or 168 numbers of arrivals an hour
    #[arg(long, value_name = "FILE", required_unless_present = "since")]
    arrivals: Option<PathBuf>,
    /// The average talk, where no dialogues say it
    #[arg(long, value_name = "LENGTH", default_value = "8m", value_parser = milliseconds)]
    talk: u64,
    /// Staff the new set-up with so many agents, on line all the time
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=20_000))]
    agents: Option<u32>,
    /// Conversations a plain agent takes at once
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=100))]
    at_once: u32,
    /// Generated: so many days
    #[arg(long, value_name = "N", default_value_t = 7, value_parser = clap::value_parser!(u64).range(1..=366))]
    days: u64,
    #[command(flatten)]
    behaviour: BehaviourOptions,
    /// Answered within this counts as in time; without it each queue's own service level
    #[arg(long, value_name = "LENGTH", value_parser = milliseconds)]
    within: Option<u64>,
    /// The same seed draws the same customers
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Write the report as one page
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
}

/// What is rehearsed.
struct Matter {
    old: SetUp,
    demand: Demand,
    said: String,
    remarks: Vec<String>,
    again: Option<Again>,
}

/// The same again, held against what was written down.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Again {
    assignments: usize,
    decisions: usize,
    /// None: every assignment and every decision is the same.
    first_difference: Option<Difference>,
    refused: usize,
    first_refusal: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Said<'a> {
    #[serde(flatten)]
    report: &'a Report,
    #[serde(skip_serializing_if = "Option::is_none")]
    again: Option<&'a Again>,
}

pub async fn run(arguments: &Arguments, answer: Answer) -> Result<(), Failure> {
    let matter = match arguments.since {
        Some(since_ms) => recorded(arguments, since_ms).await?,
        None => generated(arguments).await?,
    };
    let runs = rehearse(arguments, &matter)?;
    let report = report(arguments, &matter, runs);
    if let Some(file) = &arguments.html {
        write_page(file, &page(&report))?;
    }
    answer.give(table(&report).trim_end(), &Said { report: &report, again: matter.again.as_ref() });
    Ok(())
}

async fn recorded(arguments: &Arguments, since_ms: u64) -> Result<Matter, Failure> {
    let since = ago(since_ms);
    let folder = Folder::open(arguments.data.clone(), arguments.organization.as_deref()).await?;
    let changes = folder.set_up_changes(since).await?;
    let old = SetUp::of(folder.snapshot.clone());
    let recording = Recording::read(folder.journal(since).await?, &changes);
    let behaviour = behaviour(&recording, arguments.seed);
    if behaviour.demand.customers.is_empty() {
        return Err(Failure::failed("no conversation began in that time"));
    }
    let decisions = folder.decisions(recording.begun()).await?;
    let played = replay(&old.clone().before(&changes), &recording);
    let again = Again {
        assignments: played.assignments.len(),
        decisions: played.decisions.len(),
        first_difference: compare(&recording, &decisions, &played),
        refused: played.refused,
        first_refusal: played.first_refusal,
    };
    let remarks = remarks(&recording, behaviour.older, changes.len(), &again);
    let said = format!("{} conversations of the journal", behaviour.demand.customers.len());
    Ok(Matter { old, demand: behaviour.demand, said, remarks, again: Some(again) })
}

fn remarks(recording: &Recording, older: usize, changes: usize, again: &Again) -> Vec<String> {
    let mut remarks = vec![match &again.first_difference {
        None => format!(
            "Decided again under the set-up of that time, all {} assignments and {} decisions are the same.",
            again.assignments, again.decisions
        ),
        Some(found) => format!(
            "Decided again under the set-up of that time, the first difference is number {}: then {}, now {}.",
            found.number + 1,
            found.then.as_deref().unwrap_or("nothing"),
            found.now.as_deref().unwrap_or("nothing")
        ),
    }];
    let mut remark = |count: usize, what: &str| {
        if count > 0 {
            remarks.push(format!("{count} {what}"));
        }
    };
    remark(older, "conversations had begun before that time and are left out.");
    remark(
        changes,
        "changes were made to the set-up in that time; \"old\" is the set-up as it is now, for the whole time.",
    );
    remark(recording.unreadable, "records were written by another version and could not be read.");
    remarks
}

async fn generated(arguments: &Arguments) -> Result<Matter, Failure> {
    let old = match &arguments.data {
        Some(data) => {
            let folder = Folder::open(Some(data.clone()), arguments.organization.as_deref()).await?;
            SetUp::of(folder.snapshot.clone())
        }
        None => plain(arguments.agents.unwrap_or(10) as usize, arguments.at_once),
    };
    let arrivals = arguments.arrivals.as_ref().ok_or_else(|| Failure::usage("--arrivals is needed"))?;
    let talks = arguments.dialogues.as_ref().map_or(Talks::Mean(arguments.talk), Talks::Dialogues);
    let forecast = forecast(arrivals, &talks, &arguments.behaviour, &old)?;
    let hours = WeekHours::in_zone(&old.settings().time_zone);
    let from = hours.monday_before(ago(0));
    let until = from + arguments.days * 86_400_000;
    let customers = forecast.draw(from, until, &hours, arguments.seed);
    let said = format!("{} conversations drawn from {}", customers.len(), arrivals.display());
    Ok(Matter {
        old,
        demand: Demand { from, until, customers, shifts: Vec::new() },
        said,
        remarks: Vec::new(),
        again: None,
    })
}

/// Old and new at once, each on a thread of its own.
fn rehearse(arguments: &Arguments, matter: &Matter) -> Result<Vec<Measures>, Failure> {
    let staffed = |set_up: SetUp| arguments.agents.map_or(set_up.clone(), |agents| set_up.staffed_by(agents as usize));
    let has_new = arguments.config.is_some() || (arguments.agents.is_some() && arguments.data.is_some());
    let mut named = vec![(if has_new { "old" } else { "now" }, matter.old.clone(), false)];
    if has_new {
        let new = match &arguments.config {
            Some(file) => new_set_up::read(file, &matter.old)?,
            None => matter.old.clone(),
        };
        named.push(("new", staffed(new), arguments.agents.is_some()));
    }
    let terms = Terms { within_ms: arguments.within };
    let measures = std::thread::scope(|scope| {
        let threads: Vec<_> = named
            .iter()
            .map(|(name, set_up, all_there)| {
                scope.spawn(move || {
                    let mut demand = matter.demand.clone();
                    if *all_there || demand.shifts.is_empty() {
                        demand.shifts = always_there(set_up, demand.from);
                    }
                    measure(name, set_up, &run_week(set_up, &demand), terms)
                })
            })
            .collect();
        threads.into_iter().map(std::thread::ScopedJoinHandle::join).collect::<Result<Vec<_>, _>>()
    });
    measures.map_err(|_panic| Failure::failed("the engine panicked in the rehearsal; this is a fault of ours"))
}

fn report(arguments: &Arguments, matter: &Matter, runs: Vec<Measures>) -> Report {
    let in_time = match arguments.within {
        Some(ms) => format!("answered within {} s", ms as f64 / 1_000.0),
        None => "answered within each queue's own service level".to_owned(),
    };
    let day = |at: Timestamp| at.to_string().chars().take(10).collect::<String>();
    Report {
        title: format!("Rehearsal of {} to {}", day(matter.demand.from), day(matter.demand.until)),
        from: matter.demand.from,
        until: matter.demand.until,
        time_zone: matter.old.settings().time_zone.clone(),
        demand: matter.said.clone(),
        seed: arguments.seed,
        in_time,
        runs,
        remarks: matter.remarks.clone(),
    }
}
