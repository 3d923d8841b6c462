//! Queues and their members.

use super::configure;
use crate::app::App;
use crate::auth::{Administrator, SignedIn};
use crate::check;
use crate::desk::View;
use crate::errors::{Answer, Problem};
use crate::extract::{Id, IdempotencyKey, Json};
use crate::wire::{Items, NewQueue, Queue, QueueChange, QueueMembers};
use axum::Json as Answered;
use axum::extract::State;
use axum::http::StatusCode;
use frontdesk_model as model;
use frontdesk_model::{AgentId, AssignmentMethod, QueueId, Uuid};

const PRIORITY_MAX: u32 = 10_000;

/// All of them.
#[utoipa::path(get, path = "/api/v1/queues", tag = "set-up", responses((status = 200, body = Items<Queue>)))]
pub async fn list(signed_in: SignedIn) -> Answered<Items<Queue>> {
    Answered(Items { items: signed_in.desk.view().queues().map(Queue::from).collect() })
}

/// A new queue.
#[utoipa::path(
    post, path = "/api/v1/queues", tag = "set-up", request_body = NewQueue, responses((status = 201, body = Queue))
)]
pub async fn create(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    key: IdempotencyKey,
    Json(request): Json<NewQueue>,
) -> Answer<(StatusCode, Answered<Queue>)> {
    let queue = model::Queue {
        id: QueueId(signed_in.new_id("queue", &key)),
        name: check::name("name", &request.name, 100)?,
        priority: check::range("priority", request.priority.unwrap_or(1), 1, PRIORITY_MAX)?,
        method: request.method.map_or(AssignmentMethod::HighestCapacity, AssignmentMethod::from),
        members: members(&signed_in.desk.view(), request.members)?,
        ..model::Queue::default()
    };
    let answer = Queue::from(&queue);
    let _turn = app.configuring.lock().await;
    configure(&signed_in, "queue", &key, queue).await?;
    Ok((StatusCode::CREATED, Answered(answer)))
}

/// Change a queue. What is absent stays.
#[utoipa::path(
    patch, path = "/api/v1/queues/{queueId}", tag = "set-up",
    params(("queueId" = Uuid, Path)), request_body = QueueChange, responses((status = 200, body = Queue))
)]
pub async fn update(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    Id(id): Id<QueueId>,
    key: IdempotencyKey,
    Json(change): Json<QueueChange>,
) -> Answer<Answered<Queue>> {
    let _turn = app.configuring.lock().await;
    let found = signed_in.desk.view().queue(id).cloned();
    let mut queue = found.ok_or_else(|| Problem::not_found("queue"))?;
    if let Some(name) = &change.name {
        queue.name = check::name("name", name, 100)?;
    }
    if let Some(priority) = change.priority {
        queue.priority = check::range("priority", priority, 1, PRIORITY_MAX)?;
    }
    queue.method = change.method.map_or(queue.method, AssignmentMethod::from);
    let answer = Queue::from(&queue);
    configure(&signed_in, &format!("queue/{id}"), &key, queue).await?;
    Ok(Answered(answer))
}

/// Who serves this queue: all of them, in place of the former ones.
#[utoipa::path(
    put, path = "/api/v1/queues/{queueId}/members", tag = "set-up",
    params(("queueId" = Uuid, Path)), request_body = QueueMembers, responses((status = 200, body = Queue))
)]
pub async fn set_members(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    Id(id): Id<QueueId>,
    Json(request): Json<QueueMembers>,
) -> Answer<Answered<Queue>> {
    let _turn = app.configuring.lock().await;
    let queue = {
        let view = signed_in.desk.view();
        let mut queue = view.queue(id).cloned().ok_or_else(|| Problem::not_found("queue"))?;
        queue.members = members(&view, request.members)?;
        queue
    };
    let answer = Queue::from(&queue);
    configure(&signed_in, "queue-members", &IdempotencyKey(None), queue).await?;
    Ok(Answered(answer))
}

/// Each once, and each a user of this organisation.
fn members(view: &View, ids: Vec<Uuid>) -> Answer<Vec<AgentId>> {
    let mut members: Vec<AgentId> = Vec::with_capacity(ids.len());
    for (index, id) in ids.into_iter().map(AgentId).enumerate() {
        if view.agent(id).is_none() {
            return Err(Problem::invalid_field(format!("members[{index}]"), "is no user of this organisation"));
        }
        if !members.contains(&id) {
            members.push(id);
        }
    }
    Ok(members)
}
