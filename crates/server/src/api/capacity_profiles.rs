//! Capacity profiles: how much of one kind of work an agent takes.

use super::set_up::{self, Tagged};
use crate::app::App;
use crate::auth::{Administrator, SignedIn};
use crate::check;
use crate::errors::Answer;
use crate::extract::{Id, IdempotencyKey, IfMatch, Json};
use crate::wire::{CapacityProfile, CapacityProfileChange, Items, NewCapacityProfile};
use axum::Json as Answered;
use axum::extract::State;
use axum::http::StatusCode;
use frontdesk_model as model;
use frontdesk_model::{CapacityProfileId, CapacityReset};

const UNITS_MAX: u32 = 100;

/// All of them.
#[utoipa::path(
    get, path = "/api/v1/capacity-profiles", tag = "set-up", responses((status = 200, body = Items<CapacityProfile>))
)]
pub async fn list(signed_in: SignedIn) -> Answered<Items<CapacityProfile>> {
    Answered(Items { items: signed_in.desk.view().capacity_profiles().map(CapacityProfile::from).collect() })
}

/// One of them.
#[utoipa::path(
    get, path = "/api/v1/capacity-profiles/{capacityProfileId}", tag = "set-up",
    params(("capacityProfileId" = Uuid, Path)), responses((status = 200, body = CapacityProfile))
)]
pub async fn get(signed_in: SignedIn, Id(id): Id<CapacityProfileId>) -> Answer<Tagged<CapacityProfile>> {
    let profile = set_up::find(&signed_in, id)?;
    Ok(Tagged::new(&profile, CapacityProfile::from))
}

/// A new capacity profile.
#[utoipa::path(
    post, path = "/api/v1/capacity-profiles", tag = "set-up",
    request_body = NewCapacityProfile, responses((status = 201, body = CapacityProfile))
)]
pub async fn create(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    key: IdempotencyKey,
    Json(request): Json<NewCapacityProfile>,
) -> Answer<Tagged<CapacityProfile>> {
    let profile = model::CapacityProfile {
        id: CapacityProfileId(signed_in.new_id("capacity_profile", &key)),
        name: check::name("name", &request.name, 100)?,
        units_max: check::range("unitsMax", request.units_max, 0, UNITS_MAX)?,
        blocks_assignment: request.blocks_assignment,
        reset: request.reset.map_or_else(CapacityReset::default, Into::into),
        version: 0,
    };
    let profile = set_up::create(&app, &signed_in, &key, profile).await?;
    Ok(Tagged::new(&profile, CapacityProfile::from).created())
}

/// Change a capacity profile, but not when it gives units back. What is absent stays.
#[utoipa::path(
    patch, path = "/api/v1/capacity-profiles/{capacityProfileId}", tag = "set-up",
    params(("capacityProfileId" = Uuid, Path)),
    request_body = CapacityProfileChange, responses((status = 200, body = CapacityProfile))
)]
pub async fn update(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    Id(id): Id<CapacityProfileId>,
    tag: IfMatch,
    key: IdempotencyKey,
    Json(change): Json<CapacityProfileChange>,
) -> Answer<Tagged<CapacityProfile>> {
    let edit = |_: &_, profile: &mut model::CapacityProfile| {
        if let Some(name) = &change.name {
            profile.name = check::name("name", name, 100)?;
        }
        if let Some(units_max) = change.units_max {
            profile.units_max = check::range("unitsMax", units_max, 0, UNITS_MAX)?;
        }
        profile.blocks_assignment = change.blocks_assignment.unwrap_or(profile.blocks_assignment);
        profile.reset = change.reset.map_or(profile.reset, Into::into);
        Ok(())
    };
    let profile = set_up::update(&app, &signed_in, id, (tag, key), edit).await?;
    Ok(Tagged::new(&profile, CapacityProfile::from))
}

/// Delete a capacity profile that nobody has and no work takes.
#[utoipa::path(
    delete, path = "/api/v1/capacity-profiles/{capacityProfileId}", tag = "set-up",
    params(("capacityProfileId" = Uuid, Path)), responses((status = 204))
)]
pub async fn delete(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    Id(id): Id<CapacityProfileId>,
    tag: IfMatch,
    key: IdempotencyKey,
) -> Answer<StatusCode> {
    set_up::delete::<model::CapacityProfile>(&app, &signed_in, id, (tag, key)).await
}
