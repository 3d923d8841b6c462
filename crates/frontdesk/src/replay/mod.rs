//! Plays dialogues from a file through a running server's public interfaces and holds what both sides saw against the file.
//! Knows nothing of the server's insides.

mod agent;
mod customer;
pub mod dialogue;
pub mod play;
mod report;
mod stage;
mod transcript;
mod verify;

pub use report::Report;

use crate::client::{AgentClient, Api};
use crate::failure::Failure;
use frontdesk_model::Role;
use indicatif::{ProgressBar, ProgressStyle};
use play::Play;
use report::Pair;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::Instant;
use uuid::Uuid;

const LOOK_ROUND_EVERY: Duration = Duration::from_millis(50);

pub struct Options<'a> {
    pub file: &'a Path,
    pub server: &'a str,
    pub token: &'a str,
    pub speed: Option<f64>,
    pub agents: usize,
    pub visitors: usize,
    pub limit: Option<usize>,
    /// Nothing moving for so long ends the replay.
    pub patience: Duration,
}

pub async fn run(options: Options<'_>) -> Result<Report, Failure> {
    let dialogues = dialogue::read(options.file, options.limit)?;
    let api = Api::new(options.server, options.patience)?;
    let administrator = AgentClient::with_token(&api, options.token).await?;
    if administrator.me.role != Role::Administrator {
        return Err(Failure::usage(format!(
            "a replay needs an administrator's token, not that of {}",
            administrator.me.name
        )));
    }
    let run = format!("replay-{}", &Uuid::now_v7().simple().to_string()[4..16]);
    let stage = stage::set_up(&administrator, &run, options.agents, options.visitors).await?;
    let play = Arc::new(Play::new(run, dialogues, options.speed, options.patience));

    let started = Instant::now();
    let (stop, stopped) = watch::channel(false);
    let mut working = JoinSet::new();
    for agent in &stage.agents {
        working.spawn(agent::work(agent.clone(), play.clone(), stopped.clone()));
    }
    perform(&play, &api, &stage, options.visitors).await;
    closing(&play).await;
    let took = started.elapsed();
    let _ = stop.send(true);
    while working.join_next().await.is_some() {}

    let outcome = play.outcome();
    let stored = verify::read_again(&play, &administrator, &outcome).await;
    let lists = verify::check_lists(&play, &stage.agents, &outcome).await?;
    let conversations = Pair { in_file: play.dialogues.len(), played: outcome.handled.len() };
    let in_file = play.dialogues.iter().map(|dialogue| dialogue.turns.len()).sum();
    let messages = Pair { in_file, played: stored };
    Ok(Report::new(conversations, messages, lists, play.outcome(), &api.counters, took))
}

/// As many customers at once as there are visitors; each takes the next dialogue when theirs is over.
async fn perform(play: &Arc<Play>, api: &Api, stage: &stage::Stage, visitors: usize) {
    let progress = progress_bar(play.dialogues.len() as u64);
    let next = Arc::new(AtomicUsize::new(0));
    let mut customers = JoinSet::new();
    for _ in 0..visitors.min(play.dialogues.len()) {
        let (play, api, next, progress) = (play.clone(), api.clone(), next.clone(), progress.clone());
        let widget_id = stage.widget_id;
        customers.spawn(async move {
            loop {
                let index = next.fetch_add(1, Ordering::Relaxed);
                if index >= play.dialogues.len() {
                    return;
                }
                customer::play(&play, &api, widget_id, index).await;
                progress.inc(1);
            }
        });
    }
    while customers.join_next().await.is_some() {}
    progress.finish_and_clear();
}

/// The customers have gone; the agents still close what they ended.
async fn closing(play: &Play) {
    while play.handled_count() < play.dialogues.len() && !play.is_stalled() {
        tokio::time::sleep(LOOK_ROUND_EVERY).await;
    }
}

/// On terminals alone.
fn progress_bar(dialogues: u64) -> ProgressBar {
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} conversations, {elapsed} gone, {eta} left");
    let bar = ProgressBar::new(dialogues);
    match style {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
