//! Skills: what agents can do and how it is rated.

use super::set_up::{self, Tagged};
use crate::app::App;
use crate::auth::{Administrator, SignedIn};
use crate::check;
use crate::errors::Answer;
use crate::extract::{Id, IdempotencyKey, IfMatch, Json};
use crate::wire::{Items, NewSkill, Skill, SkillChange};
use axum::Json as Answered;
use axum::extract::State;
use axum::http::StatusCode;
use frontdesk_model as model;
use frontdesk_model::{RatingModel, SkillId};

/// All of them.
#[utoipa::path(get, path = "/api/v1/skills", tag = "set-up", responses((status = 200, body = Items<Skill>)))]
pub async fn list(signed_in: SignedIn) -> Answered<Items<Skill>> {
    Answered(Items { items: signed_in.desk.view().skills().map(Skill::from).collect() })
}

/// One of them.
#[utoipa::path(
    get, path = "/api/v1/skills/{skillId}", tag = "set-up",
    params(("skillId" = Uuid, Path)), responses((status = 200, body = Skill))
)]
pub async fn get(signed_in: SignedIn, Id(id): Id<SkillId>) -> Answer<Tagged<Skill>> {
    let skill = set_up::find(&signed_in, id)?;
    Ok(Tagged::new(&skill, Skill::from))
}

/// A new skill.
#[utoipa::path(
    post, path = "/api/v1/skills", tag = "set-up", request_body = NewSkill, responses((status = 201, body = Skill))
)]
pub async fn create(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    key: IdempotencyKey,
    Json(request): Json<NewSkill>,
) -> Answer<Tagged<Skill>> {
    let skill = model::Skill {
        id: SkillId(signed_in.new_id("skill", &key)),
        name: check::name("name", &request.name, 100)?,
        kind: check::text("kind", &request.kind, 100)?,
        rating: request.rating.map_or_else(RatingModel::default, Into::into),
        version: 0,
    };
    let skill = set_up::create(&app, &signed_in, &key, skill).await?;
    Ok(Tagged::new(&skill, Skill::from).created())
}

/// Change a skill. What is absent stays; no rating may be left outside its scale.
#[utoipa::path(
    patch, path = "/api/v1/skills/{skillId}", tag = "set-up",
    params(("skillId" = Uuid, Path)), request_body = SkillChange, responses((status = 200, body = Skill))
)]
pub async fn update(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    Id(id): Id<SkillId>,
    tag: IfMatch,
    key: IdempotencyKey,
    Json(change): Json<SkillChange>,
) -> Answer<Tagged<Skill>> {
    let edit = |_: &_, skill: &mut model::Skill| {
        if let Some(name) = &change.name {
            skill.name = check::name("name", name, 100)?;
        }
        if let Some(kind) = &change.kind {
            skill.kind = check::text("kind", kind, 100)?;
        }
        skill.rating = change.rating.map_or(skill.rating, Into::into);
        Ok(())
    };
    let skill = set_up::update(&app, &signed_in, id, (tag, key), edit).await?;
    Ok(Tagged::new(&skill, Skill::from))
}

/// Delete a skill that nobody has and nothing asks for.
#[utoipa::path(
    delete, path = "/api/v1/skills/{skillId}", tag = "set-up",
    params(("skillId" = Uuid, Path)), responses((status = 204))
)]
pub async fn delete(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    Id(id): Id<SkillId>,
    tag: IfMatch,
    key: IdempotencyKey,
) -> Answer<StatusCode> {
    set_up::delete::<model::Skill>(&app, &signed_in, id, (tag, key)).await
}
