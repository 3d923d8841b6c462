//! The set-up a replay plays on: a queue, a live-chat workstream, a widget and agents, made or found again through the
//! public API. Knows nothing of dialogues.

use crate::client::wire::{AgentListed, Items, QueueNamed, WidgetNamed, WorkstreamNamed};
use crate::client::{AgentClient, Api, ApiError};
use frontdesk_model::{AgentId, QueueId, WidgetId, WorkstreamId};
use serde_json::{Value, json};
use uuid::Uuid;

const NAME: &str = "Replay";
const CONVERSATION_UNITS: u64 = 10;
/// One fewer than the sessions at which an agent becomes Do not disturb.
const CONVERSATIONS_EACH_MAX: u64 = 9;
const CONVERSATIONS_EACH: std::ops::RangeInclusive<u64> = 1..=CONVERSATIONS_EACH_MAX;

pub struct Stage {
    pub widget_id: WidgetId,
    pub agents: Vec<AgentClient>,
}

pub async fn set_up(administrator: &AgentClient, run: &str, agents: usize, visitors: usize) -> Result<Stage, ApiError> {
    let api = &administrator.api;
    let each = (visitors.div_ceil(agents.max(1)) as u64).clamp(*CONVERSATIONS_EACH.start(), *CONVERSATIONS_EACH.end());
    let known: Items<AgentListed> = api.get("/api/v1/agents").await?;
    let mut clients = Vec::with_capacity(agents);
    for number in 1..=agents {
        clients.push(agent(api, run, number, each * CONVERSATION_UNITS, &known.items).await?);
    }
    let members: Vec<AgentId> = clients.iter().map(|client| client.me.id).collect();
    let queue_id = queue(api, run, &members).await?;
    let workstream_id = workstream(api, run, queue_id).await?;
    let widget_id = widget(api, run, workstream_id).await?;
    Ok(Stage { widget_id, agents: clients })
}

/// Their password is new in every run: nobody else signs in as them.
async fn agent(
    api: &Api,
    run: &str,
    number: usize,
    units: u64,
    known: &[AgentListed],
) -> Result<AgentClient, ApiError> {
    let email = format!("replay-{number:03}@replay.invalid");
    let password = format!("{}{}", Uuid::now_v7().simple(), Uuid::now_v7().simple());
    let found = known.iter().find(|item| item.agent.email.as_deref() == Some(&*email));
    match found {
        Some(AgentListed { agent }) => {
            let body = json!({ "password": password, "capacityUnits": units, "active": true });
            api.patch::<Value>(&format!("/api/v1/agents/{}", agent.id), &body).await?;
        }
        None => {
            let name = format!("Replay agent {number}");
            let body = json!({
                "name": name, "email": email, "role": "agent", "password": password, "capacityUnits": units,
            });
            api.post::<Value>("/api/v1/agents", &format!("{run}-agent-{number}"), &body).await?;
        }
    }
    AgentClient::sign_in(api, &email, &password).await
}

async fn queue(api: &Api, run: &str, members: &[AgentId]) -> Result<QueueId, ApiError> {
    let known: Items<QueueNamed> = api.get("/api/v1/queues").await?;
    if let Some(queue) = known.items.into_iter().find(|queue| queue.name == NAME) {
        let path = format!("/api/v1/queues/{}/members", queue.id);
        api.put::<Value>(&path, &json!({ "members": members })).await?;
        return Ok(queue.id);
    }
    let body = json!({ "name": NAME, "priority": 1, "method": "highest_capacity", "members": members });
    Ok(api.post::<QueueNamed>("/api/v1/queues", &format!("{run}-queue"), &body).await?.id)
}

async fn workstream(api: &Api, run: &str, queue_id: QueueId) -> Result<WorkstreamId, ApiError> {
    let known: Items<WorkstreamNamed> = api.get("/api/v1/workstreams").await?;
    if let Some(workstream) = known.items.into_iter().find(|workstream| workstream.name == NAME) {
        return Ok(workstream.id);
    }
    let body = json!({
        "name": NAME,
        "channel": "live_chat",
        "mode": "live_chat",
        "distribution": "push",
        "capacityUnits": CONVERSATION_UNITS,
        "notification": "screen_pop_with_decline",
        "fallbackQueueId": queue_id,
    });
    Ok(api.post::<WorkstreamNamed>("/api/v1/workstreams", &format!("{run}-workstream"), &body).await?.id)
}

async fn widget(api: &Api, run: &str, workstream_id: WorkstreamId) -> Result<WidgetId, ApiError> {
    let known: Items<WidgetNamed> = api.get("/api/v1/widgets").await?;
    if let Some(widget) = known.items.into_iter().find(|widget| widget.name == NAME) {
        return Ok(widget.id);
    }
    let body = json!({
        "name": NAME, "workstreamId": workstream_id, "title": NAME, "greeting": "Hello", "color": "#0f6cbd",
    });
    Ok(api.post::<WidgetNamed>("/api/v1/widgets", &format!("{run}-widget"), &body).await?.id)
}
