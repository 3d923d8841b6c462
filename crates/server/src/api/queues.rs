//! Queues: who serves them, in which order, and what happens when there is too much to do.

use super::set_up::{self, Tagged};
use crate::app::App;
use crate::auth::{Administrator, SignedIn};
use crate::check;
use crate::desk::View;
use crate::errors::{Answer, Problem};
use crate::extract::{Id, IdempotencyKey, IfMatch, Json};
use crate::wire::{Change, Items, NewQueue, Queue, QueueChange, QueueMembers};
use axum::Json as Answered;
use axum::extract::State;
use axum::http::StatusCode;
use frontdesk_model as model;
use frontdesk_model::{AgentId, OperatingHoursId, QueueId, Uuid};

const PRIORITY_MAX: u32 = 10_000;
const DAY_MS: u64 = 24 * 60 * 60_000;

/// All of them.
#[utoipa::path(get, path = "/api/v1/queues", tag = "set-up", responses((status = 200, body = Items<Queue>)))]
pub async fn list(signed_in: SignedIn) -> Answered<Items<Queue>> {
    Answered(Items { items: signed_in.desk.view().queues().map(Queue::from).collect() })
}

/// One of them.
#[utoipa::path(
    get, path = "/api/v1/queues/{queueId}", tag = "set-up",
    params(("queueId" = Uuid, Path)), responses((status = 200, body = Queue))
)]
pub async fn get(signed_in: SignedIn, Id(id): Id<QueueId>) -> Answer<Tagged<Queue>> {
    let queue = set_up::find(&signed_in, id)?;
    Ok(Tagged::new(&queue, Queue::from))
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
) -> Answer<Tagged<Queue>> {
    let id = QueueId(signed_in.new_id("queue", &key));
    if request.everyone == Some(true) && !request.members.is_empty() {
        return Err(Problem::invalid_field("members", "are not named where everyone serves the queue"));
    }
    let mut queue =
        model::Queue { id, members: members(&signed_in.desk.view(), request.members)?, ..model::Queue::default() };
    let rest = QueueChange {
        name: Some(request.name),
        everyone: request.everyone,
        priority: request.priority,
        method: request.method,
        operating_hours_id: request.operating_hours_id,
        assignment_rules: request.assignment_rules,
        prioritization_rules: request.prioritization_rules,
        overflow_before: request.overflow_before,
        overflow_waiting: request.overflow_waiting,
        service_level_ms: request.service_level_ms,
        short_abandon_ms: request.short_abandon_ms,
    };
    apply(&mut queue, rest)?;
    let queue = set_up::create(&app, &signed_in, &key, queue).await?;
    Ok(Tagged::new(&queue, Queue::from).created())
}

/// Change a queue. What is absent stays; lists are replaced whole.
#[utoipa::path(
    patch, path = "/api/v1/queues/{queueId}", tag = "set-up",
    params(("queueId" = Uuid, Path)), request_body = QueueChange, responses((status = 200, body = Queue))
)]
pub async fn update(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    Id(id): Id<QueueId>,
    tag: IfMatch,
    key: IdempotencyKey,
    Json(change): Json<QueueChange>,
) -> Answer<Tagged<Queue>> {
    let edit = |_: &_, queue: &mut _| apply(queue, change);
    let queue = set_up::update(&app, &signed_in, id, (tag, key), edit).await?;
    Ok(Tagged::new(&queue, Queue::from))
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
    tag: IfMatch,
    key: IdempotencyKey,
    Json(request): Json<QueueMembers>,
) -> Answer<Tagged<Queue>> {
    let edit = |view: &View, queue: &mut model::Queue| {
        if queue.everyone {
            return Err(Problem::conflict(
                "queue_of_everyone",
                "everyone serves this queue: its members are not named",
            ));
        }
        queue.members = members(view, request.members)?;
        Ok(())
    };
    let queue = set_up::update(&app, &signed_in, id, (tag, key), edit).await?;
    Ok(Tagged::new(&queue, Queue::from))
}

/// Delete a queue in which nothing is and to which nothing leads.
#[utoipa::path(
    delete, path = "/api/v1/queues/{queueId}", tag = "set-up",
    params(("queueId" = Uuid, Path)), responses((status = 204))
)]
pub async fn delete(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    Id(id): Id<QueueId>,
    tag: IfMatch,
    key: IdempotencyKey,
) -> Answer<StatusCode> {
    set_up::delete::<model::Queue>(&app, &signed_in, id, (tag, key)).await
}

fn apply(queue: &mut model::Queue, change: QueueChange) -> Answer<()> {
    if let Some(name) = &change.name {
        queue.name = check::name("name", name, 100)?;
    }
    if let Some(priority) = change.priority {
        queue.priority = check::range("priority", priority, 1, PRIORITY_MAX)?;
    }
    queue.everyone = change.everyone.unwrap_or(queue.everyone);
    queue.method = change.method.map_or(queue.method, Into::into);
    if let Change::Set(id) = change.operating_hours_id {
        queue.operating_hours_id = id.map(OperatingHoursId);
    }
    if let Some(rules) = change.assignment_rules {
        queue.assignment_rules = rules.into_iter().map(Into::into).collect();
    }
    if let Some(rules) = change.prioritization_rules {
        queue.prioritization_rules = rules.into_iter().map(Into::into).collect();
    }
    if let Some(overflow) = change.overflow_before {
        queue.overflow_before = overflow.into_iter().map(Into::into).collect();
    }
    if let Change::Set(overflow) = change.overflow_waiting {
        queue.overflow_waiting = overflow.map(Into::into);
    }
    if let Some(level_ms) = change.service_level_ms {
        queue.service_level_ms = check::range("serviceLevelMs", level_ms, 1_000, DAY_MS)?;
    }
    if let Some(abandon_ms) = change.short_abandon_ms {
        queue.short_abandon_ms = check::range("shortAbandonMs", abandon_ms, 0, DAY_MS)?;
    }
    Ok(())
}

/// Each once, and each a user of this organisation.
fn members(view: &View, ids: Vec<Uuid>) -> Answer<Vec<AgentId>> {
    let mut members: Vec<AgentId> = Vec::with_capacity(ids.len());
    let mut seen = std::collections::BTreeSet::new();
    for (index, id) in ids.into_iter().map(AgentId).enumerate() {
        if view.agent(id).is_none() {
            return Err(Problem::invalid_field(format!("members[{index}]"), "is no user of this organisation"));
        }
        if seen.insert(id) {
            members.push(id);
        }
    }
    Ok(members)
}
