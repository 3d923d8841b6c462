//! Kills a server again and again while customers and an agent work, and holds what it kept against what it acknowledged:
//! everything acknowledged is there, nothing twice, numbers without gaps. Knows only the public API and the process.

mod agent;
mod ledger;

use crate::client::{AgentClient, Api, ApiError, StartConversation, VisitorClient};
use crate::failure::{Failure, FailureKind};
use crate::figures::rounded;
use crate::process::{ServerOptions, ServerProcess, own_binary};
use crate::random::Random;
use frontdesk_model::{ConversationId, WidgetId};
use ledger::{Ledger, Side, check};
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};

/// A server that is not back after so long will not come back.
const PATIENCE: Duration = Duration::from_secs(60);
const BETWEEN_KILLS_MS: std::ops::Range<u64> = 20..400;
const CONVERSATIONS_EACH: u64 = 6;

#[derive(Clone, Copy, Debug)]
pub struct Options {
    pub kills: usize,
    pub seed: u64,
    pub writers: usize,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    pub seed: u64,
    pub kills: usize,
    pub acknowledged: usize,
    pub answers: usize,
    pub conversations: usize,
    pub stored: usize,
    pub missing: usize,
    pub doubled: usize,
    pub gaps: usize,
    /// What `frontdesk check` says of the folder in the end.
    pub check: Vec<String>,
    pub commands_repeated: u64,
    pub seconds: f64,
    pub faults: Vec<String>,
}

impl Report {
    pub fn is_sound(&self) -> bool {
        self.faults.is_empty() && self.check.is_empty()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "seed {}: killed {} times in {:.1} s", self.seed, self.kills, self.seconds)?;
        writeln!(f, "acknowledged    {} commands in {} conversations", self.acknowledged, self.conversations)?;
        writeln!(f, "                {} of them agents' answers", self.answers)?;
        writeln!(f, "stored          {} messages", self.stored)?;
        writeln!(f, "missing {}, doubled {}, gaps {}", self.missing, self.doubled, self.gaps)?;
        write!(f, "repeated        {} commands", self.commands_repeated)?;
        for fault in self.faults.iter().chain(&self.check) {
            write!(f, "\n  {fault}")?;
        }
        Ok(())
    }
}

pub async fn run(options: Options, folder: &Path) -> Result<Report, Failure> {
    let started = Instant::now();
    let server_options = ServerOptions { unlimited: true, ..ServerOptions::new(&folder.join("data"))? };
    let mut server = ServerProcess::start(&server_options).await?;
    let api = Api::new(&server.ready.url, PATIENCE)?;
    let administrator = set_up(&api, &server).await?;
    let widget_id = first_widget(&administrator).await?;

    let random = Random::new(options.seed);
    let ledger = Arc::new(Ledger::default());
    let (stop, stopped) = watch::channel(false);
    let answering = tokio::spawn(agent::work(agent::hire(&administrator).await?, ledger.clone(), stopped));
    let over = Arc::new(AtomicBool::new(false));
    let mut writers = JoinSet::new();
    for number in 0..options.writers {
        let random = random.branch(&format!("writer {number}"));
        writers.spawn(write(api.clone(), widget_id, random, number, ledger.clone(), over.clone()));
    }
    let mut pace = random.branch("kills");
    for _ in 0..options.kills {
        sleep(Duration::from_millis(pace.within(BETWEEN_KILLS_MS))).await;
        server.kill().await?;
        server = ServerProcess::start(&server_options).await?;
    }
    over.store(true, Ordering::Relaxed);
    let mut faults = Vec::new();
    while let Some(written) = writers.join_next().await {
        faults.extend(written.map_err(Failure::failed)?.err());
    }
    let _ = stop.send(true);
    faults.extend(answering.await.map_err(Failure::failed)?.err());
    let findings = check(&administrator, &ledger).await?;
    server.kill().await?;
    faults.extend(findings.faults);
    Ok(Report {
        seed: options.seed,
        kills: options.kills,
        acknowledged: findings.acknowledged,
        answers: findings.answers,
        conversations: findings.conversations,
        stored: findings.stored,
        missing: findings.missing,
        doubled: findings.doubled,
        gaps: findings.gaps,
        check: check_folder(&server_options.data).await?,
        commands_repeated: api.counters.repeated.load(Ordering::Relaxed),
        seconds: rounded(started.elapsed().as_secs_f64()),
        faults,
    })
}

/// The first administrator, by the one-time link; the token lets our client act.
pub async fn set_up(api: &Api, server: &ServerProcess) -> Result<AgentClient, Failure> {
    const EMAIL: &str = "administrator@frontdesk.invalid";
    const PASSWORD: &str = "only for this folder";
    let link = server.ready.set_up_url.as_deref().unwrap_or_default();
    let token = link.rsplit_once("token=").map(|(_, token)| token).ok_or_else(|| Failure::failed("no set-up link"))?;
    let body = json!({
        "token": token, "organizationName": "Trial", "email": EMAIL, "name": "Administrator", "password": PASSWORD,
    });
    api.post::<Value>("/api/v1/set-up", "set-up", &body).await?;
    Ok(AgentClient::sign_in(api, EMAIL, PASSWORD).await?)
}

/// A new organisation has one.
async fn first_widget(administrator: &AgentClient) -> Result<WidgetId, Failure> {
    use crate::client::wire::{Items, WidgetNamed};
    let widgets: Items<WidgetNamed> = administrator.api.get("/api/v1/widgets").await?;
    widgets.items.first().map(|widget| widget.id).ok_or_else(|| Failure::failed("a new organisation has no widget"))
}

/// One customer after another, each with some messages, until it is over.
async fn write(
    api: Api,
    widget_id: WidgetId,
    mut random: Random,
    number: usize,
    ledger: Arc<Ledger>,
    over: Arc<AtomicBool>,
) -> Result<(), String> {
    let mut visitors: Vec<VisitorClient> = Vec::new();
    for step in 0_u64.. {
        if over.load(Ordering::Relaxed) {
            break;
        }
        let key = format!("torture-{number}-{step}");
        if (visitors.len() as u64) < CONVERSATIONS_EACH && (visitors.is_empty() || random.chance(5)) {
            let visitor = VisitorClient::start(&api, &key, &start(widget_id, &key)).await.map_err(|e| e.to_string())?;
            ledger.started(visitor.conversation_id, &key);
            visitors.push(visitor);
        } else {
            let chosen = random.within(0..visitors.len() as u64) as usize;
            let id = visitors[chosen].conversation_id;
            match visitors[chosen].send(&format!("message {step} of {number}"), &key).await {
                Ok(sent) => ledger.acknowledged(id, Side::Customer, sent.number, &key),
                // The agent has ended it.
                Err(ApiError::Refused(problem)) if problem.status == 409 => drop(visitors.swap_remove(chosen)),
                Err(error) => return Err(error.to_string()),
            }
        }
    }
    Ok(())
}

fn start(widget_id: WidgetId, key: &str) -> StartConversation {
    StartConversation {
        widget_id,
        name: Some("Customer".into()),
        email: None,
        title: None,
        locale: None,
        context: BTreeMap::new(),
        text: "the first message".into(),
        client_message_id: key.to_owned(),
    }
}

/// By the command that operators have.
pub async fn check_folder(data: &Path) -> Result<Vec<String>, Failure> {
    let output =
        own_binary()?.arg("check").arg("--json").arg("--data").arg(data).output().await.map_err(Failure::failed)?;
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap_or(Value::Null);
    match answer["findings"].as_array() {
        Some(findings) => Ok(findings.iter().map(|finding| finding.to_string()).collect()),
        None => Err(Failure::new(FailureKind::Unsound, String::from_utf8_lossy(&output.stderr))),
    }
}

/// So that ids read well in faults.
fn short(id: ConversationId) -> String {
    id.to_string().chars().rev().take(12).collect::<Vec<_>>().into_iter().rev().collect()
}
