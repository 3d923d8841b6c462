//! Durable messages a second and how soon they are on an agent's socket, against a bare group commit of the same rows
//! through the store alone, on the same disk.

use super::data::{self, Data, Shape};
use super::load::{Ask, Asking, Load};
use super::{Measure, Options, Round, tell};
use crate::client::wire::{AgentEvent, AgentFrame};
use crate::client::{AgentClient, Api, Heard};
use crate::failure::Failure;
use crate::figures::Percentiles;
use crate::folder::TemporaryFolder;
use crate::process::{ServerOptions, ServerProcess};
use group_commit::BareDesk;
use serde_json::json;
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::time::Instant;

mod group_commit;

const SENDERS: [usize; 4] = [1, 16, 64, 256];
const ROUND_LASTS: Duration = Duration::from_millis(1_500);
const WARM_UP_LASTS: Duration = Duration::from_millis(700);
const SETTLE: Duration = Duration::from_millis(300);

pub async fn run(options: &Options) -> Result<Vec<Measure>, Failure> {
    let folder = TemporaryFolder::within(options.folder.as_deref(), "bench")?;
    let data_folder = folder.path().join("data");
    // All with one agent, whose socket hears everything.
    let shape = Shape { stored: 1_000, agents: 1, open_each: SENDERS[3] };
    let data = Arc::new(data::fill(&data_folder, shape).await?);
    let server_options = ServerOptions { unlimited: true, ..ServerOptions::new(&data_folder)? };
    let server = ServerProcess::start(&server_options).await?;
    let screen = Screen::open(&server.ready.url, &data).await?;
    let mut bare = BareDesk::open(&folder.path().join("bare"), SENDERS[3]).await?;
    let mut measures = Vec::new();
    for senders in SENDERS {
        tell(format_args!("{senders} senders"));
        let bench = Bench { address: server_options.listen, data: data.clone(), screen: screen.clone(), senders };
        measures.extend(bench.measure(options.rounds, &mut bare).await?);
    }
    Ok(measures)
}

struct Bench {
    address: SocketAddr,
    data: Arc<Data>,
    screen: Screen,
    senders: usize,
}

impl Bench {
    async fn measure(&self, rounds: usize, bare: &mut BareDesk) -> Result<[Measure; 2], Failure> {
        self.send(WARM_UP_LASTS).run().await?;
        bare.run(self.senders, WARM_UP_LASTS).await?;
        let mut acknowledged = Vec::new();
        let mut on_screen = Vec::new();
        for _ in 0..rounds {
            self.screen.clear();
            let ours = self.send(ROUND_LASTS).run().await?;
            tokio::time::sleep(SETTLE).await;
            let seen = self.screen.latencies();
            let bare = bare.run(self.senders, ROUND_LASTS).await?;
            let seen = Percentiles::of_us(&seen);
            on_screen.push((
                Round { value: seen.p50, latency: seen },
                Round { value: bare.latency.p50, latency: bare.latency },
            ));
            acknowledged.push((ours, bare));
        }
        let senders = self.senders;
        Ok([
            Measure::new(format!("send/{senders}"), "durable messages/s", &acknowledged),
            Measure::new(format!("send/{senders}/to-screen"), "ms p50", &on_screen),
        ])
    }

    fn send(&self, lasts: Duration) -> Load {
        Load { address: self.address, connections: self.senders, lasts, asking: self.asking() }
    }

    fn asking(&self) -> Asking {
        let (data, screen) = (self.data.clone(), self.screen.clone());
        Arc::new(move |connection, _| {
            let visitor = &data.visitors[connection % data.visitors.len()];
            let key = screen.sending();
            let body = json!({ "text": "Where is my order? It was promised for today.", "clientMessageId": key });
            let path = format!("/api/v1/visitor/conversations/{}/messages", visitor.conversation_id);
            Ask { path, token: visitor.token.clone(), body: Some(body.to_string()) }
        })
    }
}

/// The agent's socket, with a note of when each message was sent and seen.
#[derive(Clone)]
struct Screen {
    notes: Arc<Mutex<Notes>>,
    count: Arc<AtomicU64>,
}

#[derive(Default)]
struct Notes {
    sent: BTreeMap<String, Instant>,
    latencies_us: Vec<u64>,
}

impl Screen {
    async fn open(url: &str, data: &Data) -> Result<Screen, Failure> {
        let api = Api::new(url, Duration::from_secs(10))?;
        let agent = AgentClient::with_token(&api, &data.agents[0].token).await?;
        let mut live = agent.live();
        let screen = Screen { notes: Arc::default(), count: Arc::default() };
        let watched = screen.clone();
        tokio::spawn(async move {
            loop {
                match live.next().await {
                    Heard::Frame(AgentFrame::Event { event: AgentEvent::MessageAdded { message }, .. }) => {
                        watched.seen(message.client_message_id.as_deref().unwrap_or_default());
                    }
                    Heard::Ended(_) => return,
                    _ => {}
                }
            }
        });
        Ok(screen)
    }

    fn sending(&self) -> String {
        let key = format!("sent-{}", self.count.fetch_add(1, Ordering::Relaxed));
        self.notes().sent.insert(key.clone(), Instant::now());
        key
    }

    fn seen(&self, key: &str) {
        let mut notes = self.notes();
        if let Some(sent) = notes.sent.remove(key) {
            notes.latencies_us.push(u64::try_from(sent.elapsed().as_micros()).unwrap_or(u64::MAX));
        }
    }

    fn clear(&self) {
        *self.notes() = Notes::default();
    }

    fn latencies(&self) -> Vec<u64> {
        self.notes().latencies_us.clone()
    }

    fn notes(&self) -> std::sync::MutexGuard<'_, Notes> {
        self.notes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
