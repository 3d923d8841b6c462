//! A burst of new conversations through the API that widgets use: each is due at its own moment, whatever became of those
//! before it. Knows what was acknowledged, not whether it is there.

use super::folder::Door;
use super::wire::Wire;
use crate::failure::Failure;
use frontdesk_model::ConversationId;
use serde::Deserialize;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep_until};

/// Enough connections that nobody waits for one while the server keeps its own promise of 250 ms.
const CONNECTIONS_EACH_S: f64 = 0.4;
const CONNECTIONS_MAX: usize = 4_000;

#[derive(Clone)]
pub struct Burst {
    pub address: SocketAddr,
    pub door: Door,
    pub topics: usize,
    /// A second.
    pub rate: u64,
    pub conversations: usize,
    /// No two bursts of one folder have the same.
    pub name: String,
}

#[derive(Default)]
pub struct Taken {
    pub acknowledged: Vec<Acknowledged>,
    /// With 429 or 503.
    pub refused: usize,
    /// From when each was due.
    pub latencies_us: Vec<u64>,
    /// To the last answer.
    pub lasted: Duration,
}

#[derive(Clone)]
pub struct Acknowledged {
    pub id: ConversationId,
    pub topic: usize,
    pub key: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Started {
    conversation_id: ConversationId,
}

impl Burst {
    pub async fn run(&self) -> Result<Taken, Failure> {
        let connections = ((self.rate as f64 * CONNECTIONS_EACH_S) as usize).clamp(16, CONNECTIONS_MAX);
        let mut wires = Vec::with_capacity(connections);
        for _ in 0..connections {
            wires.push(Wire::open(self.address).await?);
        }
        let (next, started) = (Arc::new(AtomicUsize::new(0)), Instant::now());
        let mut sending = JoinSet::new();
        for wire in wires {
            let (burst, next) = (self.clone(), next.clone());
            sending.spawn(async move { burst.send(wire, started, &next).await });
        }
        let mut taken = Taken::default();
        while let Some(sent) = sending.join_next().await {
            let sent = sent.map_err(Failure::failed)??;
            taken.acknowledged.extend(sent.acknowledged);
            taken.refused += sent.refused;
            taken.latencies_us.extend(sent.latencies_us);
            taken.lasted = taken.lasted.max(sent.lasted);
        }
        Ok(taken)
    }

    async fn send(&self, mut wire: Wire, started: Instant, next: &AtomicUsize) -> Result<Taken, Failure> {
        let mut taken = Taken::default();
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= self.conversations {
                return Ok(taken);
            }
            let due = started + Duration::from_secs_f64(number as f64 / self.rate as f64);
            sleep_until(due).await;
            let (topic, key) = (number % self.topics, format!("route-{}-{number:08}", self.name));
            match start(&mut wire, &self.door, topic, &key).await? {
                Some(id) => taken.acknowledged.push(Acknowledged { id, topic, key }),
                None => taken.refused += 1,
            }
            taken.latencies_us.push(u64::try_from(due.elapsed().as_micros()).unwrap_or(u64::MAX));
            taken.lasted = started.elapsed();
        }
    }
}

/// As a widget does, for somebody who was never here. None: refused for now.
pub async fn start(wire: &mut Wire, door: &Door, topic: usize, key: &str) -> Result<Option<ConversationId>, Failure> {
    let widget_id = door.widget_id;
    let body = format!(
        r#"{{"widgetId":"{widget_id}","name":"Ada Lovelace","locale":"en-GB","context":{{"topic":"{topic}"}},"text":"Where is my order? It was promised for today.","clientMessageId":"{key}"}}"#
    );
    let answer = wire.ask("POST /api/v1/visitor/conversations", "", &body).await?;
    if answer.says_not_now() {
        return Ok(None);
    }
    if answer.status != 201 {
        return Err(answer.to_failure("a new conversation"));
    }
    let started: Started = serde_json::from_slice(answer.body).map_err(Failure::failed)?;
    Ok(Some(started.conversation_id))
}
