//! From an agent's freed capacity to the next offer on that agent's live socket, with many agents online and work waiting.
//! Knows nothing of how the next one is found.

use super::folder::Folder;
use crate::bench::data::AgentAccess;
use crate::client::wire::Me;
use crate::client::{AgentClient, Api, Heard, Live, Numbered};
use crate::failure::Failure;
use crate::figures::Percentiles;
use frontdesk_model::{AgentId, ConversationId, Role, SessionId};
use serde::Deserialize;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Semaphore, mpsc};
use tokio::task::JoinSet;
use tokio::time::{Instant, MissedTickBehavior, interval, timeout};

/// So many agents become free a second: a thousand of them with ten seconds for each conversation.
const FREED_A_SECOND: u64 = 100;
const FREED_EACH: usize = 2;
const PATIENCE: Duration = Duration::from_secs(60);

/// What is read of a frame: offers, and the number to resume from.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Frame {
    sequence: Option<u64>,
    event: Option<OfferOrOther>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct OfferOrOther {
    kind: String,
    conversation_id: Option<ConversationId>,
    session_id: Option<SessionId>,
    agent_id: Option<AgentId>,
}

impl Numbered for Frame {
    fn resume_from(&self) -> Option<u64> {
        self.sequence
    }
}

struct Offer {
    conversation_id: ConversationId,
    session_id: SessionId,
    at: Instant,
}

/// From the sending of the request that frees the agent to the offer's arrival.
pub async fn run(api: &Api, folder: &Folder) -> Result<Percentiles, Failure> {
    let (ready, turns) = (Arc::new(Semaphore::new(0)), Arc::new(Semaphore::new(0)));
    let (waits_in, mut waits) = mpsc::unbounded_channel();
    let mut agents = JoinSet::new();
    for agent in &folder.agents {
        agents.spawn(work(client(api, agent), ready.clone(), turns.clone(), waits_in.clone()));
    }
    drop(waits_in);
    let all = u32::try_from(folder.agents.len()).map_err(Failure::failed)?;
    let everyone = ready.acquire_many(all);
    let first = tokio::select! {
        first = timeout(PATIENCE, everyone) => first,
        Some(failed) = agents.join_next() => return failed.map_err(Failure::failed)?.and(Err(gone())),
    };
    first.map_err(|_| Failure::failed("not every agent was offered something"))?.map_err(Failure::failed)?.forget();

    let wanted = folder.agents.len() * FREED_EACH;
    let mut pace = interval(Duration::from_secs(1) / u32::try_from(FREED_A_SECOND).unwrap_or(1));
    pace.set_missed_tick_behavior(MissedTickBehavior::Burst);
    for _ in 0..wanted {
        pace.tick().await;
        turns.add_permits(1);
    }
    let mut latencies_us = Vec::with_capacity(wanted);
    while latencies_us.len() < wanted {
        tokio::select! {
            wait = timeout(PATIENCE, waits.recv()) => match wait {
                Ok(Some(wait)) => latencies_us.push(wait),
                _ => return Err(Failure::failed("capacity was freed, but no offer came")),
            },
            Some(failed) = agents.join_next() => return failed.map_err(Failure::failed)?.and(Err(gone())),
        }
    }
    Ok(Percentiles::of_us(&latencies_us))
}

fn client(api: &Api, agent: &AgentAccess) -> AgentClient {
    let me = Me { id: agent.id, name: String::new(), role: Role::Agent };
    AgentClient { api: api.with_token(&agent.token), me }
}

fn gone() -> Failure {
    Failure::failed("an agent has gone")
}

/// Until nobody listens: takes what is offered, ends it, and is free again when it is their turn.
async fn work(
    agent: AgentClient,
    ready: Arc<Semaphore>,
    turns: Arc<Semaphore>,
    waits: mpsc::UnboundedSender<u64>,
) -> Result<(), Failure> {
    let (offers_in, mut offers) = mpsc::unbounded_channel();
    let _listening = Listening(tokio::spawn(listen(agent.clone(), offers_in)));
    let mut freed: Option<Instant> = None;
    while let Some(Offer { conversation_id, session_id, at }) = offers.recv().await {
        if let Some(freed) = freed {
            let wait = u64::try_from((at - freed).as_micros()).unwrap_or(u64::MAX);
            if waits.send(wait).is_err() {
                return Ok(());
            }
        }
        agent.accept(conversation_id, Some(session_id), &format!("accept-{session_id}")).await?;
        agent.end(conversation_id, &format!("end-{session_id}")).await?;
        if freed.is_none() {
            ready.add_permits(1);
        }
        turns.acquire().await.map_err(Failure::failed)?.forget();
        freed = Some(Instant::now());
        agent.close_session(conversation_id, &format!("close-{session_id}")).await?;
    }
    Ok(())
}

struct Listening(tokio::task::JoinHandle<()>);

impl Drop for Listening {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Hears everything that the server tells this agent, at any time.
async fn listen(agent: AgentClient, offers: mpsc::UnboundedSender<Offer>) {
    let mut live: Live<Frame> = Live::open(&agent.api, "/api/v1/live".to_owned(), None);
    loop {
        let frame = match live.next().await {
            Heard::Frame(frame) => frame,
            Heard::Nonsense(_) => continue,
            Heard::Ended(_) => return,
        };
        let at = Instant::now();
        let Some(OfferOrOther { kind, conversation_id: Some(conversation_id), session_id: Some(session_id), agent_id }) =
            frame.event
        else {
            continue;
        };
        let ours = kind == "offer_made" && agent_id == Some(agent.me.id);
        if ours && offers.send(Offer { conversation_id, session_id, at }).is_err() {
            return;
        }
    }
}
