//! The presences that agents see by name.

use super::set_up::{self, Tagged};
use crate::app::App;
use crate::auth::{Administrator, SignedIn};
use crate::check;
use crate::errors::{Answer, Problem};
use crate::extract::{Id, IdempotencyKey, IfMatch, Json};
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

/// One of them.
#[utoipa::path(
    get, path = "/api/v1/presences/{presenceId}", tag = "set-up",
    params(("presenceId" = Uuid, Path)), responses((status = 200, body = Presence))
)]
pub async fn get(signed_in: SignedIn, Id(id): Id<PresenceId>) -> Answer<Tagged<Presence>> {
    let presence = set_up::find(&signed_in, id)?;
    Ok(Tagged::new(&presence, Presence::from))
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
) -> Answer<Tagged<Presence>> {
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
    let presence = set_up::create(&app, &signed_in, &key, presence).await?;
    Ok(Tagged::new(&presence, Presence::from).created())
}

/// Rename one, say whether agents may choose it, or make it the default of its base state.
#[utoipa::path(
    patch, path = "/api/v1/presences/{presenceId}", tag = "set-up",
    params(("presenceId" = Uuid, Path)), request_body = PresenceChange, responses((status = 200, body = Presence))
)]
pub async fn update(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    Id(id): Id<PresenceId>,
    tag: IfMatch,
    key: IdempotencyKey,
    Json(change): Json<PresenceChange>,
) -> Answer<Tagged<Presence>> {
    let edit = |_: &_, presence: &mut model::Presence| {
        if let Some(name) = &change.name {
            presence.name = check::name("name", name, 100)?;
        }
        if let Some(settable) = change.settable {
            if presence.is_default && settable != presence.settable {
                return Err(Problem::conflict("default_presence", "the default of a base state stays as it is"));
            }
            presence.settable = settable;
        }
        presence.is_default = change.is_default.unwrap_or(presence.is_default);
        Ok(())
    };
    let presence = set_up::update(&app, &signed_in, id, (tag, key), edit).await?;
    Ok(Tagged::new(&presence, Presence::from))
}

/// Delete a presence that nobody is in and that is no default.
#[utoipa::path(
    delete, path = "/api/v1/presences/{presenceId}", tag = "set-up",
    params(("presenceId" = Uuid, Path)), responses((status = 204))
)]
pub async fn delete(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    Id(id): Id<PresenceId>,
    tag: IfMatch,
    key: IdempotencyKey,
) -> Answer<StatusCode> {
    set_up::delete::<model::Presence>(&app, &signed_in, id, (tag, key)).await
}
