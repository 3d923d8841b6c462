//! What an idle live connection weighs: half agents, half visitors, against bare WebSockets on the same libraries.

use super::data::{self, Data, Shape};
use super::{Measure, Options, Round, limits, tell};
use crate::failure::Failure;
use crate::folder::TemporaryFolder;
use crate::process::{ServerOptions, ServerProcess};
use futures_util::{StreamExt, TryStreamExt, stream};
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::time::sleep;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::http::HeaderValue;
use tokio_tungstenite::{WebSocketStream, client_async};

const CONNECTIONS: usize = 10_000;
const CONNECTING_AT_ONCE: usize = 64;
/// Files that are not connections.
const FILES_SPARE: u64 = 200;
const SETTLE: Duration = Duration::from_secs(2);

type Socket = WebSocketStream<TcpStream>;

pub async fn run(options: &Options) -> Result<Vec<Measure>, Failure> {
    let needed = CONNECTIONS as u64 + FILES_SPARE;
    let allowed = crate::limits::open_files();
    if allowed < needed {
        let message =
            format!("{CONNECTIONS} connections need {needed} open files, but the limit is {allowed} (ulimit -n)");
        return Err(Failure::failed(message));
    }
    let empty = empty_server(options).await?;
    let mut growth = Vec::new();
    let mut whole = Vec::new();
    // Each round fills fresh servers: memory that was given back would flatter the next round.
    for round in 1..=options.rounds {
        tell(format_args!("round {round}: {CONNECTIONS} connections"));
        let (ours, bare) = (ours(options).await?, bare(options).await?);
        growth.push((ours.growth(), bare.growth()));
        whole.push((ours.above(empty), bare.growth()));
    }
    Ok(vec![
        Measure::new(format!("idle/{CONNECTIONS}"), "bytes/connection", &growth),
        // Memory that loading had used and freed hides growth; against an empty server nothing hides, but each
        // connection then also carries its share of the agents and conversations.
        Measure::new(format!("idle/{CONNECTIONS}/with-data"), "bytes/connection", &whole),
    ])
}

/// Resident bytes.
struct Weights {
    before: u64,
    after: u64,
}

impl Weights {
    fn growth(&self) -> Round {
        self.above(self.before)
    }

    fn above(&self, other: u64) -> Round {
        Round { value: self.after.saturating_sub(other) as f64 / CONNECTIONS as f64, ..Round::default() }
    }
}

async fn empty_server(options: &Options) -> Result<u64, Failure> {
    let folder = TemporaryFolder::within(options.folder.as_deref(), "bench")?;
    let server = ServerProcess::start(&ServerOptions::new(&folder.path().join("data"))?).await?;
    sleep(SETTLE).await;
    server.resident_bytes()
}

async fn ours(options: &Options) -> Result<Weights, Failure> {
    let folder = TemporaryFolder::within(options.folder.as_deref(), "bench")?;
    let data_folder = folder.path().join("data");
    let shape = Shape { stored: 0, agents: CONNECTIONS / 2, open_each: 1 };
    let data = data::fill(&data_folder, shape).await?;
    let server_options = ServerOptions { unlimited: true, ..ServerOptions::new(&data_folder)? };
    let server = ServerProcess::start(&server_options).await?;
    let doors = doors(&data);
    weigh(&server, server_options.listen, &doors).await
}

/// Where each connection goes, and with which token.
fn doors(data: &Data) -> Vec<(String, String)> {
    let agents = data.agents.iter().map(|agent| ("/api/v1/live".to_owned(), agent.token.clone()));
    let visitors = data.visitors.iter().map(|visitor| {
        (format!("/api/v1/visitor/conversations/{}/live", visitor.conversation_id), visitor.token.clone())
    });
    agents.take(CONNECTIONS / 2).chain(visitors.take(CONNECTIONS / 2)).collect()
}

async fn bare(options: &Options) -> Result<Weights, Failure> {
    let folder = TemporaryFolder::within(options.folder.as_deref(), "bench")?;
    let (server, address) = limits::start(folder.path(), b"").await?;
    let doors = vec![("/socket".to_owned(), String::new()); CONNECTIONS];
    weigh(&server, address, &doors).await
}

async fn weigh(server: &ServerProcess, address: SocketAddr, doors: &[(String, String)]) -> Result<Weights, Failure> {
    sleep(SETTLE).await;
    let before = server.resident_bytes()?;
    let open = doors.iter().map(|(path, token)| connect(address, path, token));
    let _sockets: Vec<Socket> = stream::iter(open).buffer_unordered(CONNECTING_AT_ONCE).try_collect().await?;
    sleep(SETTLE).await;
    Ok(Weights { before, after: server.resident_bytes()? })
}

async fn connect(address: SocketAddr, path: &str, token: &str) -> Result<Socket, Failure> {
    let mut request = format!("ws://{address}{path}").into_client_request().map_err(Failure::failed)?;
    let bearer = HeaderValue::from_str(&format!("Bearer {token}")).map_err(Failure::failed)?;
    request.headers_mut().insert("authorization", bearer);
    let stream = TcpStream::connect(address).await.map_err(Failure::failed)?;
    let (socket, _) =
        client_async(request, stream).await.map_err(|error| Failure::failed(format!("{path}: {error}")))?;
    Ok(socket)
}
