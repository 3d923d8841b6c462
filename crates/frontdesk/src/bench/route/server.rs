//! Through the whole server, on a fresh folder in each round: a burst of new conversations, a kill, changed rules while
//! they wait, and agents who become free. Knows only the public API and the process.

use super::folder::{self, Folder, Shape};
use super::intake::{Acknowledged, Burst, Taken};
use super::rule_change::{Change, Changed};
use super::{Options, offers, promises};
use crate::bench::{Measure, Round, tell};
use crate::client::{AgentClient, Api};
use crate::failure::Failure;
use crate::figures::Percentiles;
use crate::folder::TemporaryFolder;
use crate::process::{ServerOptions, ServerProcess};
use crate::torture::check_folder;
use std::net::SocketAddr;
use std::path::Path;
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(60);
/// What was refused is made up for, at a pace that any machine keeps.
const TOP_UPS_MAX: usize = 10;
const TOP_UP_A_SECOND: u64 = 1_000;
const OFFER_MS_WANTED: f64 = 50.0;
const RULE_S_WANTED: f64 = 1.0;

/// One round, each figure with what is wanted.
type Figures = Vec<(String, &'static str, (Round, Round))>;

pub async fn run(options: &Options, folder: Option<&Path>, rounds: usize) -> Result<Vec<Measure>, Failure> {
    let mut all: Vec<Figures> = Vec::with_capacity(rounds);
    for round in 1..=rounds {
        tell(format_args!("round {round}: the whole server"));
        all.push(one_round(options, folder).await?);
    }
    let of_rounds = |index: usize| all.iter().map(|round| round[index].2.clone()).collect::<Vec<_>>();
    let first = all.first().into_iter().flatten().enumerate();
    Ok(first.map(|(index, (name, unit, _))| Measure::new(name.clone(), unit, &of_rounds(index))).collect())
}

async fn one_round(options: &Options, parent: Option<&Path>) -> Result<Figures, Failure> {
    let place = TemporaryFolder::within(parent, "bench")?;
    let data = place.path().join("data");
    let shape =
        Shape { agents: options.online as usize, queues: options.sizes.queues as usize, rules: options.rules as usize };
    let folder = folder::fill(&data, shape).await?;
    let server_options = ServerOptions { unlimited: true, ..ServerOptions::new(&data)? };
    let server = ServerProcess::start(&server_options).await?;
    let api = Api::new(&server.ready.url, PATIENCE)?;
    let stage = Stage {
        options,
        address: server_options.listen,
        administrator: AgentClient::with_token(&api, &folder.administrator).await?,
        folder,
    };
    let mut figures = Figures::new();
    let acknowledged = stage.take_in(&server, &mut figures).await?;
    server.kill().await?;
    let server = ServerProcess::start(&server_options).await?;
    figures.push(figure("route/restart", "s to ready, those waiting", server.ready_after.as_secs_f64(), 0.0));
    stage.check(&acknowledged).await?;
    stage.change_rules(&mut figures).await?;
    tell("agents become free");
    let waits = offers::run(&api, &stage.folder).await?;
    let wanted = Percentiles { p99: OFFER_MS_WANTED, ..Percentiles::default() };
    let round = Round { value: waits.p99, latency: waits };
    figures.push(("route/offer".into(), "ms p99", (round, Round { value: OFFER_MS_WANTED, latency: wanted })));
    server.kill().await?;
    match check_folder(&data).await?.as_slice() {
        [] => Ok(figures),
        findings => Err(Failure::failed(format!("the folder is not sound: {}", findings.join("; ")))),
    }
}

struct Stage<'a> {
    options: &'a Options,
    address: SocketAddr,
    administrator: AgentClient,
    folder: Folder,
}

impl Stage<'_> {
    /// The burst that is measured; then a short one, at whose last answer the server can be killed.
    async fn take_in(&self, server: &ServerProcess, figures: &mut Figures) -> Result<Vec<Acknowledged>, Failure> {
        let Options { rate, seconds, .. } = *self.options;
        tell(format_args!("{rate} conversations a second for {seconds} s"));
        let worked_before = server.processor_seconds()?;
        let mut taken = self.burst("first", rate * seconds).run().await?;
        let worked = server.processor_seconds()? - worked_before;
        let thousands = taken.acknowledged.len() as f64 / 1_000.0;
        let round = Round {
            value: taken.acknowledged.len() as f64 / taken.lasted.as_secs_f64(),
            latency: Percentiles::of_us(&taken.latencies_us),
        };
        let offered = Round { value: rate as f64, ..Round::default() };
        figures.push(("route/intake".into(), "conversations/s", (round, offered)));
        figures.push(figure("route/intake/refused", "conversations", taken.refused as f64, 0.0));
        figures.push(figure("route/intake/processor", "s of the server a 1,000", worked / thousands, 0.0));
        self.check(&taken.acknowledged).await?;
        self.wait_for_all(&mut taken).await?;
        taken.acknowledged.extend(self.burst("last", rate).run().await?.acknowledged);
        Ok(taken.acknowledged)
    }

    /// As many shall wait as were offered, whatever was refused.
    async fn wait_for_all(&self, taken: &mut Taken) -> Result<(), Failure> {
        let wanted = (self.options.rate * self.options.seconds) as usize;
        for attempt in 1..=TOP_UPS_MAX {
            let missing = wanted.saturating_sub(taken.acknowledged.len());
            if missing == 0 {
                return Ok(());
            }
            let burst = Burst { rate: TOP_UP_A_SECOND, ..self.burst(&format!("more-{attempt}"), missing as u64) };
            taken.acknowledged.extend(burst.run().await?.acknowledged);
        }
        Err(Failure::failed("the server goes on refusing new conversations"))
    }

    fn burst(&self, name: &str, conversations: u64) -> Burst {
        Burst {
            address: self.address,
            door: self.folder.doors[0].clone(),
            topics: self.options.sizes.queues as usize,
            rate: self.options.rate,
            conversations: conversations as usize,
            name: name.to_owned(),
        }
    }

    async fn check(&self, acknowledged: &[Acknowledged]) -> Result<(), Failure> {
        tell(format_args!("looking for {} conversations", acknowledged.len()));
        promises::check(&self.administrator, self.address, &self.folder.doors[0], acknowledged).await
    }

    async fn change_rules(&self, figures: &mut Figures) -> Result<(), Failure> {
        for door in &self.folder.doors {
            tell(format_args!("changing one of {} rules", door.rules));
            let name = door.widget_id.to_string();
            let change = Change { address: self.address, administrator: &self.administrator, door, name: &name };
            let Changed { decided_after, answered_after } = change.run().await?;
            let name = format!("route/rule-change/{}", door.rules);
            figures.push(figure(&name, "s to the first decided", decided_after.as_secs_f64(), RULE_S_WANTED));
            let name = format!("{name}/answered");
            figures.push(figure(&name, "s to the answer", answered_after.as_secs_f64(), 0.0));
        }
        Ok(())
    }
}

fn figure(name: &str, unit: &'static str, ours: f64, wanted: f64) -> (String, &'static str, (Round, Round)) {
    let value = |value| Round { value, ..Round::default() };
    (name.to_owned(), unit, (value(ours), value(wanted)))
}
