//! From a changed rule to the first new conversation that it decided, while many wait. Knows nothing of how rules are
//! compiled.

use super::folder::Door;
use super::intake::start;
use super::wire::Wire;
use crate::client::AgentClient;
use crate::failure::Failure;
use frontdesk_model::{ConversationId, QueueId};
use serde::Deserialize;
use serde_json::json;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::Instant;

/// The rule that is changed.
const TOPIC: usize = 0;

pub struct Change<'a> {
    pub address: SocketAddr,
    pub administrator: &'a AgentClient,
    pub door: &'a Door,
    /// No two changes of one folder have the same.
    pub name: &'a str,
}

pub struct Changed {
    /// From sending the change to the answer of the first conversation that it decided.
    pub decided_after: Duration,
    pub answered_after: Duration,
}

struct Probe {
    asked: Instant,
    answered: Instant,
    id: ConversationId,
}

#[derive(Deserialize)]
struct Opened {
    conversation: InQueue,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct InQueue {
    queue_id: Option<QueueId>,
}

impl Change<'_> {
    pub async fn run(&self) -> Result<Changed, Failure> {
        let (in_force, seen) = watch::channel(false);
        let (address, door, name) = (self.address, self.door.clone(), self.name.to_owned());
        let probing = tokio::spawn(async move { probe(address, &door, &name, seen).await });
        // To any queue but the one it names now.
        let target = self.door.queue_of(TOPIC + 1);
        let (sent, answered) = self.put(target).await?;
        in_force.send_replace(true);
        let mut decided_after = None;
        for probe in probing.await.map_err(Failure::failed)?? {
            let decided = self.queue_of(probe.id).await? == Some(target);
            if decided && decided_after.is_none() {
                decided_after = Some(probe.answered - sent);
            }
            if !decided && (decided_after.is_some() || probe.asked > answered) {
                return Err(Failure::failed(format!("{} was decided by the former rule after the change", probe.id)));
            }
        }
        let decided_after = decided_after.ok_or_else(|| Failure::failed("the changed rule decided nothing"))?;
        Ok(Changed { decided_after, answered_after: answered - sent })
    }

    /// When it was sent and answered.
    async fn put(&self, target: QueueId) -> Result<(Instant, Instant), Failure> {
        let mut wire = Wire::open(self.address).await?;
        let token = self.administrator.api.token().unwrap_or_default();
        let rules = format!("/api/v1/rulesets/{}/rules", self.door.ruleset_id);
        let bearer = format!("authorization: Bearer {token}\r\n");
        let page = wire.ask(&format!("GET {rules}?limit=1"), &bearer, "").await?;
        let tag = page.header("etag").ok_or_else(|| page.to_failure("the ruleset"))?.to_owned();
        let name = Door::name_of_rule(TOPIC);
        let body = json!({
            "name": name,
            "when": format!("context.topic == \"{TOPIC}\""),
            "queues": [{ "queueId": target, "percent": 100 }],
        });
        let headers = format!("{bearer}if-match: {tag}\r\n");
        let sent = Instant::now();
        let answer = wire.ask(&format!("PUT {rules}/{name}"), &headers, &body.to_string()).await?;
        let answered = Instant::now();
        match answer.status {
            200 => Ok((sent, answered)),
            _ => Err(answer.to_failure("the change")),
        }
    }

    async fn queue_of(&self, id: ConversationId) -> Result<Option<QueueId>, Failure> {
        let opened: Opened = self.administrator.api.get(&format!("/api/v1/conversations/{id}")).await?;
        Ok(opened.conversation.queue_id)
    }
}

/// One conversation after another, the last of them begun when the change was in force.
async fn probe(
    address: SocketAddr,
    door: &Door,
    name: &str,
    in_force: watch::Receiver<bool>,
) -> Result<Vec<Probe>, Failure> {
    let mut wire = Wire::open(address).await?;
    let mut probes = Vec::new();
    loop {
        let (last, asked) = (*in_force.borrow(), Instant::now());
        let key = format!("route-rule-{name}-{:08}", probes.len());
        if let Some(id) = start(&mut wire, door, TOPIC, &key).await? {
            probes.push(Probe { asked, answered: Instant::now(), id });
            if last {
                return Ok(probes);
            }
        }
    }
}
