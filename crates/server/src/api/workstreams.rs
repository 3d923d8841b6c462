//! Workstreams: how the work of one channel is distributed and what it costs.

use super::set_up::{self, Tagged};
use crate::app::App;
use crate::auth::{Administrator, SignedIn};
use crate::check;
use crate::desk::View;
use crate::errors::{Answer, Problem};
use crate::extract::{Id, IdempotencyKey, IfMatch, Json};
use crate::seed;
use crate::wire::{Change, Items, NewWorkstream, Workstream, WorkstreamChange, WorkstreamCopy};
use axum::Json as Answered;
use axum::extract::State;
use axum::http::StatusCode;
use frontdesk_model as model;
use frontdesk_model::{
    BasePresence, CapacityProfileId, Channel, ConversationMode, DistributionMode, QueueId, RulesetId,
    SessionTemplateId, SetUpPiece, WorkstreamId, WrapUpBlock,
};

const MINUTE_MS: u64 = 60_000;
const YEAR_MS: u64 = 366 * 24 * 60 * MINUTE_MS;

/// All of them.
#[utoipa::path(get, path = "/api/v1/workstreams", tag = "set-up", responses((status = 200, body = Items<Workstream>)))]
pub async fn list(signed_in: SignedIn) -> Answered<Items<Workstream>> {
    Answered(Items { items: signed_in.desk.view().workstreams().map(Workstream::from).collect() })
}

/// One of them.
#[utoipa::path(
    get, path = "/api/v1/workstreams/{workstreamId}", tag = "set-up",
    params(("workstreamId" = Uuid, Path)), responses((status = 200, body = Workstream))
)]
pub async fn get(signed_in: SignedIn, Id(id): Id<WorkstreamId>) -> Answer<Tagged<Workstream>> {
    let workstream = set_up::find(&signed_in, id)?;
    Ok(Tagged::new(&workstream, Workstream::from))
}

/// A new workstream.
#[utoipa::path(
    post, path = "/api/v1/workstreams", tag = "set-up",
    request_body = NewWorkstream, responses((status = 201, body = Workstream))
)]
pub async fn create(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    key: IdempotencyKey,
    Json(request): Json<NewWorkstream>,
) -> Answer<Tagged<Workstream>> {
    let id = WorkstreamId(signed_in.new_id("workstream", &key));
    let name = check::name("name", &request.name, 100)?;
    let queue_id = QueueId(request.fallback_queue_id);
    let mut workstream = seed::workstream(id, &name, request.channel.into(), queue_id);
    workstream.mode = request.mode.map_or(workstream.mode, ConversationMode::from);
    check_mode(&workstream)?;
    workstream.distribution = request.distribution.map_or(workstream.distribution, DistributionMode::from);
    // Its channel's default, where it can be.
    workstream.agent_affinity &= workstream.distribution == DistributionMode::Push;
    let rest = WorkstreamChange {
        name: None,
        fallback_queue_id: Some(request.fallback_queue_id),
        capacity_units: request.capacity_units,
        capacity_profiles: request.capacity_profiles,
        skill_matching: request.skill_matching,
        wrap_up_block: request.wrap_up_block,
        allowed_presences: request.allowed_presences,
        notification: request.notification,
        offer_timeout_ms: request.offer_timeout_ms,
        notification_templates: request.notification_templates,
        session_template_id: request.session_template_id,
        close_after_inactivity_ms: request.close_after_inactivity_ms,
        reoffer_after_decline_ms: request.reoffer_after_decline_ms,
        reconnect_within_ms: request.reconnect_within_ms,
        agent_affinity: request.agent_affinity,
        pick_from_push: request.pick_from_push,
    };
    apply(&signed_in.desk.view(), &mut workstream, rest)?;
    let workstream = set_up::create(&app, &signed_in, &key, workstream).await?;
    Ok(Tagged::new(&workstream, Workstream::from).created())
}

/// A new workstream with all settings and rulesets of this one. Widgets and other ways in stay with the old one.
#[utoipa::path(
    post, path = "/api/v1/workstreams/{workstreamId}/copy", tag = "set-up",
    params(("workstreamId" = Uuid, Path)), request_body = WorkstreamCopy,
    responses((status = 201, body = Workstream))
)]
pub async fn copy(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    Id(id): Id<WorkstreamId>,
    key: IdempotencyKey,
    Json(request): Json<WorkstreamCopy>,
) -> Answer<Tagged<Workstream>> {
    let name = check::name("name", &request.name, 100)?;
    let _turn = app.configuring.lock().await;
    let original: model::Workstream = set_up::find(&signed_in, id)?;
    let copy_id = WorkstreamId(signed_in.new_id(&format!("workstream/{id}/copy"), &key));
    let copy = model::Workstream { id: copy_id, name, ..original };
    let rulesets: Vec<SetUpPiece> = {
        let view = signed_in.desk.view();
        let copied = |ruleset: &model::Ruleset| {
            let operation = format!("workstream/{copy_id}/copy/{}", ruleset.id);
            let ruleset_id = RulesetId(signed_in.new_id(&operation, &key));
            model::Ruleset { id: ruleset_id, workstream_id: copy_id, ..ruleset.clone() }.into()
        };
        view.rulesets().filter(|ruleset| ruleset.workstream_id == id).map(copied).collect()
    };
    let operation = format!("workstream/{id}/copy");
    let copy = set_up::create_together(&signed_in, &operation, &key, copy, rulesets).await?;
    Ok(Tagged::new(&copy, Workstream::from).created())
}

/// Change a workstream. What is absent stays; channel, mode and distribution cannot change.
#[utoipa::path(
    patch, path = "/api/v1/workstreams/{workstreamId}", tag = "set-up",
    params(("workstreamId" = Uuid, Path)), request_body = WorkstreamChange,
    responses((status = 200, body = Workstream))
)]
pub async fn update(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    Id(id): Id<WorkstreamId>,
    tag: IfMatch,
    key: IdempotencyKey,
    Json(change): Json<WorkstreamChange>,
) -> Answer<Tagged<Workstream>> {
    let edit = |view: &View, workstream: &mut _| apply(view, workstream, change);
    let workstream = set_up::update(&app, &signed_in, id, (tag, key), edit).await?;
    Ok(Tagged::new(&workstream, Workstream::from))
}

/// Delete a workstream without conversations that go on, widgets and rulesets.
#[utoipa::path(
    delete, path = "/api/v1/workstreams/{workstreamId}", tag = "set-up",
    params(("workstreamId" = Uuid, Path)), responses((status = 204))
)]
pub async fn delete(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    Id(id): Id<WorkstreamId>,
    tag: IfMatch,
    key: IdempotencyKey,
) -> Answer<StatusCode> {
    set_up::delete::<model::Workstream>(&app, &signed_in, id, (tag, key)).await
}

fn check_mode(workstream: &model::Workstream) -> Answer<()> {
    let is_chat = workstream.channel == Channel::LiveChat;
    let fits = match workstream.mode {
        ConversationMode::LiveChat | ConversationMode::PersistentChat => is_chat,
        ConversationMode::Asynchronous => !is_chat,
    };
    if fits { Ok(()) } else { Err(Problem::invalid_field("mode", "does not go with this channel")) }
}

fn apply(view: &View, workstream: &mut model::Workstream, change: WorkstreamChange) -> Answer<()> {
    if let Some(name) = &change.name {
        workstream.name = check::name("name", name, 100)?;
    }
    if let Some(queue_id) = change.fallback_queue_id.map(QueueId) {
        if view.queue(queue_id).is_none() {
            return Err(Problem::invalid_field("fallbackQueueId", "is no queue of this organisation"));
        }
        workstream.fallback_queue_id = queue_id;
    }
    if let Some(units) = change.capacity_units {
        workstream.capacity_units = check::range("capacityUnits", units, 0, 100_000)?;
    }
    if let Some(profiles) = change.capacity_profiles {
        workstream.capacity_profiles = profiles.into_iter().map(CapacityProfileId).collect();
    }
    workstream.skill_matching = change.skill_matching.map_or(workstream.skill_matching, Into::into);
    if let Some(block) = change.wrap_up_block.map(WrapUpBlock::from) {
        if let WrapUpBlock::For { milliseconds } = block {
            check::range("wrapUpBlock.for.milliseconds", milliseconds, MINUTE_MS / 2, 60 * MINUTE_MS)?;
        }
        workstream.wrap_up_block = block;
    }
    if let Some(presences) = change.allowed_presences {
        if presences.is_empty() {
            return Err(Problem::invalid_field("allowedPresences", "must not be empty"));
        }
        workstream.allowed_presences = presences.into_iter().map(BasePresence::from).collect();
        workstream.allowed_presences.sort_unstable();
        workstream.allowed_presences.dedup();
    }
    if let Some(timeout_ms) = change.offer_timeout_ms {
        workstream.offer_timeout_ms = check::range("offerTimeoutMs", timeout_ms, 1_000, 60 * MINUTE_MS)?;
    }
    change.notification_templates.apply(&mut workstream.notification_templates);
    if let Change::Set(id) = change.session_template_id {
        workstream.session_template_id = id.map(SessionTemplateId);
    }
    if let Some(reoffer_ms) = change.reoffer_after_decline_ms {
        workstream.reoffer_after_decline_ms = check::range("reofferAfterDeclineMs", reoffer_ms, 0, YEAR_MS)?;
    }
    change.close_after_inactivity_ms.apply(&mut workstream.close_after_inactivity_ms);
    if let Some(close_ms) = workstream.close_after_inactivity_ms {
        check::range("closeAfterInactivityMs", close_ms, MINUTE_MS, YEAR_MS)?;
    }
    change.reconnect_within_ms.apply(&mut workstream.reconnect_within_ms);
    if let Some(reconnect_ms) = workstream.reconnect_within_ms {
        check::range("reconnectWithinMs", reconnect_ms, 1_000, YEAR_MS)?;
    }
    workstream.notification = change.notification.map_or(workstream.notification, Into::into);
    workstream.agent_affinity = change.agent_affinity.unwrap_or(workstream.agent_affinity);
    workstream.pick_from_push = change.pick_from_push.unwrap_or(workstream.pick_from_push);
    Ok(())
}
