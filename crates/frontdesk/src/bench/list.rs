//! getConversations of an agent with 50 matching conversations and seven attributes, over HTTP, against a bare handler that
//! answers the same bytes from memory.

use super::data::{self, Data, OPEN_EACH, Shape};
use super::load::{Ask, Asking, Connection, Load};
use super::{Measure, Options, Round, limits, tell};
use crate::failure::Failure;
use crate::folder::TemporaryFolder;
use crate::process::{ServerOptions, ServerProcess};
use frontdesk_model::Timestamp;
use serde_json::{Value, json};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::task::JoinHandle;
use tokio::time::{interval, sleep};

const SIZES: [u64; 2] = [10_000, 1_000_000];
const CONNECTIONS: usize = 64;
const ROUND_LASTS: Duration = Duration::from_millis(1_500);
const WARM_UP_LASTS: Duration = Duration::from_millis(500);
/// In the changing variant, so many conversations change a second, each a durable message.
const CHANGES_EVERY: Duration = Duration::from_millis(5);

pub async fn run(options: &Options) -> Result<Vec<Measure>, Failure> {
    let mut measures = Vec::new();
    for stored in SIZES.into_iter().chain(options.rows) {
        let folder = TemporaryFolder::within(options.folder.as_deref(), "bench")?;
        let data_folder = folder.path().join("data");
        tell(format_args!("storing {stored} conversations"));
        let agents = if stored < 100_000 { 20 } else { 200 };
        let data = Arc::new(data::fill(&data_folder, Shape { stored, agents, ..Shape::default() }).await?);
        let server_options = ServerOptions { unlimited: true, ..ServerOptions::new(&data_folder)? };
        let _server = ServerProcess::start(&server_options).await?;
        let ours = server_options.listen;
        let body = check_answer(ours, &one_agent(&data)(0, 0)).await?;
        let (_bare, limit) = limits::start(folder.path(), &body).await?;

        tell(format_args!("listing from {stored} conversations"));
        let rounds = rounds(options.rounds, ours, limit, one_agent(&data)).await?;
        measures.push(Measure::new(format!("list/{stored}"), "answers/s", &rounds));
        let changing = tokio::spawn(change(ours, data.clone()));
        let rounds = rounds_of_changing(options.rounds, ours, limit, &data, &changing).await;
        changing.abort();
        measures.push(Measure::new(format!("list/{stored}/changing"), "answers/s", &rounds?));
    }
    Ok(measures)
}

async fn rounds(
    count: usize,
    ours: SocketAddr,
    limit: SocketAddr,
    asking: Asking,
) -> Result<Vec<(Round, Round)>, Failure> {
    let load = |address, lasts| Load { address, connections: CONNECTIONS, lasts, asking: asking.clone() };
    load(ours, WARM_UP_LASTS).run().await?;
    load(limit, WARM_UP_LASTS).run().await?;
    let mut rounds = Vec::with_capacity(count);
    for _ in 0..count {
        let our_round = load(ours, ROUND_LASTS).run().await?;
        rounds.push((our_round, load(limit, ROUND_LASTS).run().await?));
    }
    Ok(rounds)
}

/// The changes go on during the limit's rounds too, so that both sides share the machine with them.
async fn rounds_of_changing(
    count: usize,
    ours: SocketAddr,
    limit: SocketAddr,
    data: &Arc<Data>,
    changing: &JoinHandle<Result<(), Failure>>,
) -> Result<Vec<(Round, Round)>, Failure> {
    let rounds = rounds(count, ours, limit, many_agents(data)).await?;
    match changing.is_finished() {
        true => Err(Failure::failed("the conversations stopped changing")),
        false => Ok(rounds),
    }
}

/// The same agent again and again.
fn one_agent(data: &Arc<Data>) -> Asking {
    let (path, token) = (path(data, 0), data.agents[0].token.clone());
    Arc::new(move |_, _| Ask { path: path.clone(), token: token.clone(), body: None })
}

/// Another agent and another time bound in each call: no answer can be the one given before.
fn many_agents(data: &Arc<Data>) -> Asking {
    let data = data.clone();
    Arc::new(move |connection, count| {
        let index = (connection + count * 7) % data.agents.len();
        let bound = Timestamp(data.created_from.as_millis() - (connection * 1_000_000 + count) as i64);
        let path = format!("{}&createdAfter={bound}", path(&data, index));
        Ask { path, token: data.agents[index].token.clone(), body: None }
    })
}

fn path(data: &Data, agent: usize) -> String {
    let id = data.agents[agent].id;
    format!("/api/v1/agents/{id}/conversations?attributes=msdyn_title,msdyn_channel&status=2&orderBy=createdon%20desc")
}

/// Nothing is measured that is not right.
async fn check_answer(address: SocketAddr, ask: &Ask) -> Result<Vec<u8>, Failure> {
    let body = Connection::open(address).await?.ask(ask).await?;
    let answer: Value = serde_json::from_slice(&body).map_err(Failure::failed)?;
    match answer["result"]["values"].as_array().map(Vec::len) {
        Some(OPEN_EACH) => Ok(body.to_vec()),
        other => Err(Failure::failed(format!("an agent's list should hold {OPEN_EACH} conversations, not {other:?}"))),
    }
}

/// Customers write into the listed conversations, one after the other.
async fn change(address: SocketAddr, data: Arc<Data>) -> Result<(), Failure> {
    let mut connection = Connection::open(address).await?;
    let mut pace = interval(CHANGES_EVERY);
    for number in 0_usize.. {
        pace.tick().await;
        let visitor = &data.visitors[number * 31 % data.visitors.len()];
        let body = json!({ "text": format!("change {number}"), "clientMessageId": format!("change-{number}") });
        let path = format!("/api/v1/visitor/conversations/{}/messages", visitor.conversation_id);
        let ask = Ask { path, token: visitor.token.clone(), body: Some(body.to_string()) };
        if let Err(failure) = connection.ask(&ask).await {
            tracing::debug!(%failure, "a change was put off");
            sleep(CHANGES_EVERY).await;
            connection = Connection::open(address).await?;
        }
    }
    Ok(())
}
