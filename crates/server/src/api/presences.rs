//! The presences that agents see by name.

use super::configure;
use crate::app::App;
use crate::auth::{Administrator, SignedIn};
use crate::check;
use crate::errors::{Answer, Problem};
use crate::extract::{Id, IdempotencyKey, Json};
use crate::wire::{Items, NewPresence, Presence, PresenceChange};
use axum::Json as Answered;
use axum::extract::State;
use axum::http::StatusCode;
use frontdesk_model as model;
use frontdesk_model::{BasePresence, PresenceId};

/// All of them.
#[utoipa::path(get, path = "/api/v1/presences", tag = "set-up", responses((status = 200, body = Items<Presence>)))]
pub async fn list(signed_in: SignedIn) -> Answered<Items<Presence>> {
    Answered(Items { items: signed_in.desk.view().presences().map(Presence::from).collect() })
}

/// A new one, such as "Lunch", which stands for Away.
#[utoipa::path(
    post, path = "/api/v1/presences", tag = "set-up",
    request_body = NewPresence, responses((status = 201, body = Presence))
)]
pub async fn create(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    key: IdempotencyKey,
    Json(request): Json<NewPresence>,
) -> Answer<(StatusCode, Answered<Presence>)> {
    let base = BasePresence::from(request.base);
    if base == BasePresence::Inactive {
        return Err(Problem::invalid_field("base", "inactive is set by the system alone"));
    }
    let presence = model::Presence {
        id: PresenceId(signed_in.new_id("presence", &key)),
        name: check::name("name", &request.name, 100)?,
        base,
        settable: request.settable.unwrap_or(true),
        is_default: false,
        version: 0,
    };
    let answer = Presence::from(&presence);
    let _turn = app.configuring.lock().await;
    configure(&signed_in, "presence", &key, presence).await?;
    Ok((StatusCode::CREATED, Answered(answer)))
}

/// Rename one, or say whether agents may choose it.
#[utoipa::path(
    patch, path = "/api/v1/presences/{presenceId}", tag = "set-up",
    params(("presenceId" = Uuid, Path)), request_body = PresenceChange, responses((status = 200, body = Presence))
)]
pub async fn update(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    Id(id): Id<PresenceId>,
    key: IdempotencyKey,
    Json(change): Json<PresenceChange>,
) -> Answer<Answered<Presence>> {
    let _turn = app.configuring.lock().await;
    let found = signed_in.desk.view().presence(id).cloned();
    let mut presence = found.ok_or_else(|| Problem::not_found("presence"))?;
    if let Some(name) = &change.name {
        presence.name = check::name("name", name, 100)?;
    }
    if let Some(settable) = change.settable {
        if presence.is_default && settable != presence.settable {
            return Err(Problem::conflict("default_presence", "the default of a base state stays as it is"));
        }
        presence.settable = settable;
    }
    let answer = Presence::from(&presence);
    configure(&signed_in, &format!("presence/{id}"), &key, presence).await?;
    Ok(Answered(answer))
}
