//! How soon a server can be used, and what it weighs then: empty, and with much stored.

use super::data::{self, Shape};
use super::{Measure, Options, Round, limits, tell};
use crate::failure::Failure;
use crate::folder::TemporaryFolder;
use crate::process::{ServerOptions, ServerProcess};

const STORED: u64 = 1_000_000;
const OPEN_AGENTS: usize = 200;

pub async fn run(options: &Options) -> Result<Vec<Measure>, Failure> {
    let mut measures = Vec::new();
    tell("starting empty servers");
    let mut ready = Vec::new();
    let mut resident = Vec::new();
    for _ in 0..options.rounds {
        let folder = TemporaryFolder::within(options.folder.as_deref(), "bench")?;
        let server = ServerProcess::start(&ServerOptions::new(&folder.path().join("data"))?).await?;
        let (bare, _) = limits::start(folder.path(), b"").await?;
        ready.push((seconds(&server), seconds(&bare)));
        resident.push((mebibytes(&server)?, mebibytes(&bare)?));
    }
    measures.push(Measure::new("start/empty".into(), "s to ready", &ready));
    measures.push(Measure::new("start/empty/resident".into(), "MiB resident", &resident));

    let stored = options.rows.unwrap_or(STORED);
    let folder = TemporaryFolder::within(options.folder.as_deref(), "bench")?;
    let data_folder = folder.path().join("data");
    data::fill(&data_folder, Shape { stored, agents: OPEN_AGENTS, ..Shape::default() }).await?;
    let mut ready = Vec::new();
    let mut resident = Vec::new();
    for _ in 0..options.rounds {
        let server = ServerProcess::start(&ServerOptions::new(&data_folder)?).await?;
        let (bare, _) = limits::start(folder.path(), b"").await?;
        ready.push((seconds(&server), seconds(&bare)));
        resident.push((mebibytes(&server)?, mebibytes(&bare)?));
    }
    measures.push(Measure::new(format!("start/{stored}"), "s to ready", &ready));
    measures.push(Measure::new(format!("start/{stored}/resident"), "MiB resident", &resident));
    Ok(measures)
}

fn seconds(server: &ServerProcess) -> Round {
    Round { value: server.ready_after.as_secs_f64(), ..Round::default() }
}

fn mebibytes(server: &ServerProcess) -> Result<Round, Failure> {
    Ok(Round { value: server.resident_bytes()? as f64 / f64::from(1 << 20), ..Round::default() })
}
