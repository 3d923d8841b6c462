//! Quick replies that the organisation shares; in `own` those of an agent, in `usable` what may be inserted where.

pub mod own;
pub mod usable;

use super::set_up::{self, Tagged};
use crate::app::App;
use crate::auth::{Administrator, SignedIn};
use crate::check;
use crate::errors::Answer;
use crate::extract::{Id, IdempotencyKey, IfMatch, Json};
use crate::wire::{Items, NewQuickReply, QuickReply, QuickReplyChange};
use axum::Json as Answered;
use axum::extract::State;
use axum::http::StatusCode;
use frontdesk_model as model;
use frontdesk_model::{QuickReplyId, WorkstreamId};

const TITLE_CHARACTERS_MAX: usize = 100;

/// All that are shared.
#[utoipa::path(
    get, path = "/api/v1/quick-replies", tag = "set-up", responses((status = 200, body = Items<QuickReply>))
)]
pub async fn list(signed_in: SignedIn) -> Answered<Items<QuickReply>> {
    Answered(Items { items: signed_in.desk.view().quick_replies().map(QuickReply::from).collect() })
}

/// One of them.
#[utoipa::path(
    get, path = "/api/v1/quick-replies/{quickReplyId}", tag = "set-up",
    params(("quickReplyId" = Uuid, Path)), responses((status = 200, body = QuickReply))
)]
pub async fn get(signed_in: SignedIn, Id(id): Id<QuickReplyId>) -> Answer<Tagged<QuickReply>> {
    let reply = set_up::find(&signed_in, id)?;
    Ok(Tagged::new(&reply, QuickReply::from))
}

/// A new quick reply for all.
#[utoipa::path(
    post, path = "/api/v1/quick-replies", tag = "set-up",
    request_body = NewQuickReply, responses((status = 201, body = QuickReply))
)]
pub async fn create(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    key: IdempotencyKey,
    Json(request): Json<NewQuickReply>,
) -> Answer<Tagged<QuickReply>> {
    let id = QuickReplyId(signed_in.new_id("quick_reply", &key));
    let mut reply = model::QuickReply { id, ..model::QuickReply::default() };
    apply(&mut reply, request.into())?;
    let reply = set_up::create(&app, &signed_in, &key, reply).await?;
    Ok(Tagged::new(&reply, QuickReply::from).created())
}

/// Change a quick reply. What is absent stays.
#[utoipa::path(
    patch, path = "/api/v1/quick-replies/{quickReplyId}", tag = "set-up",
    params(("quickReplyId" = Uuid, Path)),
    request_body = QuickReplyChange, responses((status = 200, body = QuickReply))
)]
pub async fn update(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    Id(id): Id<QuickReplyId>,
    tag: IfMatch,
    key: IdempotencyKey,
    Json(change): Json<QuickReplyChange>,
) -> Answer<Tagged<QuickReply>> {
    let edit = |_: &_, reply: &mut _| apply(reply, change);
    let reply = set_up::update(&app, &signed_in, id, (tag, key), edit).await?;
    Ok(Tagged::new(&reply, QuickReply::from))
}

/// Delete a quick reply.
#[utoipa::path(
    delete, path = "/api/v1/quick-replies/{quickReplyId}", tag = "set-up",
    params(("quickReplyId" = Uuid, Path)), responses((status = 204))
)]
pub async fn delete(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    Id(id): Id<QuickReplyId>,
    tag: IfMatch,
    key: IdempotencyKey,
) -> Answer<StatusCode> {
    set_up::delete::<model::QuickReply>(&app, &signed_in, id, (tag, key)).await
}

/// What text, locale and tags may be, the engine checks.
fn apply(reply: &mut model::QuickReply, change: QuickReplyChange) -> Answer<()> {
    if let Some(title) = &change.title {
        reply.title = check::name("title", title, TITLE_CHARACTERS_MAX)?;
    }
    reply.text = change.text.unwrap_or_else(|| std::mem::take(&mut reply.text));
    reply.locale = change.locale.unwrap_or_else(|| std::mem::take(&mut reply.locale));
    reply.tags = change.tags.unwrap_or_else(|| std::mem::take(&mut reply.tags));
    if let Some(ids) = change.workstream_ids {
        reply.workstreams = ids.into_iter().map(WorkstreamId).collect();
    }
    Ok(())
}
