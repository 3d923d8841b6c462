//! Operating hours, for queues and agents.

use super::set_up::{self, Tagged};
use crate::app::App;
use crate::auth::{Administrator, SignedIn};
use crate::check;
use crate::errors::Answer;
use crate::extract::{Id, IdempotencyKey, IfMatch, Json};
use crate::wire::{Items, NewOperatingHours, OperatingHours, OperatingHoursChange};
use axum::Json as Answered;
use axum::extract::State;
use axum::http::StatusCode;
use frontdesk_model as model;
use frontdesk_model::OperatingHoursId;

/// All of them.
#[utoipa::path(
    get, path = "/api/v1/operating-hours", tag = "set-up", responses((status = 200, body = Items<OperatingHours>))
)]
pub async fn list(signed_in: SignedIn) -> Answered<Items<OperatingHours>> {
    Answered(Items { items: signed_in.desk.view().all_operating_hours().map(OperatingHours::from).collect() })
}

/// One of them.
#[utoipa::path(
    get, path = "/api/v1/operating-hours/{operatingHoursId}", tag = "set-up",
    params(("operatingHoursId" = Uuid, Path)), responses((status = 200, body = OperatingHours))
)]
pub async fn get(signed_in: SignedIn, Id(id): Id<OperatingHoursId>) -> Answer<Tagged<OperatingHours>> {
    let hours = set_up::find(&signed_in, id)?;
    Ok(Tagged::new(&hours, OperatingHours::from))
}

/// New operating hours. Every fault of theirs is named at once.
#[utoipa::path(
    post, path = "/api/v1/operating-hours", tag = "set-up",
    request_body = NewOperatingHours, responses((status = 201, body = OperatingHours))
)]
pub async fn create(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    key: IdempotencyKey,
    Json(request): Json<NewOperatingHours>,
) -> Answer<Tagged<OperatingHours>> {
    let hours = model::OperatingHours {
        id: OperatingHoursId(signed_in.new_id("operating_hours", &key)),
        name: check::name("name", &request.name, 100)?,
        hours: request.hours.into(),
        version: 0,
    };
    let hours = set_up::create(&app, &signed_in, &key, hours).await?;
    Ok(Tagged::new(&hours, OperatingHours::from).created())
}

/// Change operating hours. What is absent stays.
#[utoipa::path(
    patch, path = "/api/v1/operating-hours/{operatingHoursId}", tag = "set-up",
    params(("operatingHoursId" = Uuid, Path)),
    request_body = OperatingHoursChange, responses((status = 200, body = OperatingHours))
)]
pub async fn update(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    Id(id): Id<OperatingHoursId>,
    tag: IfMatch,
    key: IdempotencyKey,
    Json(change): Json<OperatingHoursChange>,
) -> Answer<Tagged<OperatingHours>> {
    let edit = |_: &_, hours: &mut model::OperatingHours| {
        if let Some(name) = &change.name {
            hours.name = check::name("name", name, 100)?;
        }
        if let Some(new) = change.hours {
            hours.hours = new.into();
        }
        Ok(())
    };
    let hours = set_up::update(&app, &signed_in, id, (tag, key), edit).await?;
    Ok(Tagged::new(&hours, OperatingHours::from))
}

/// Delete operating hours that no queue and no agent keeps.
#[utoipa::path(
    delete, path = "/api/v1/operating-hours/{operatingHoursId}", tag = "set-up",
    params(("operatingHoursId" = Uuid, Path)), responses((status = 204))
)]
pub async fn delete(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    Id(id): Id<OperatingHoursId>,
    tag: IfMatch,
    key: IdempotencyKey,
) -> Answer<StatusCode> {
    set_up::delete::<model::OperatingHours>(&app, &signed_in, id, (tag, key)).await
}
