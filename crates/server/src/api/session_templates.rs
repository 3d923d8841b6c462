//! Session templates: how the tab of a conversation looks.

use super::set_up::{self, Tagged};
use crate::app::App;
use crate::auth::{Administrator, SignedIn};
use crate::check;
use crate::errors::Answer;
use crate::extract::{Id, IdempotencyKey, IfMatch, Json};
use crate::wire::{Items, NewSessionTemplate, SessionTemplate, SessionTemplateChange};
use axum::Json as Answered;
use axum::extract::State;
use axum::http::StatusCode;
use frontdesk_model as model;
use frontdesk_model::SessionTemplateId;

/// All of them.
#[utoipa::path(
    get, path = "/api/v1/session-templates", tag = "set-up", responses((status = 200, body = Items<SessionTemplate>))
)]
pub async fn list(signed_in: SignedIn) -> Answered<Items<SessionTemplate>> {
    Answered(Items { items: signed_in.desk.view().session_templates().map(SessionTemplate::from).collect() })
}

/// One of them.
#[utoipa::path(
    get, path = "/api/v1/session-templates/{sessionTemplateId}", tag = "set-up",
    params(("sessionTemplateId" = Uuid, Path)), responses((status = 200, body = SessionTemplate))
)]
pub async fn get(signed_in: SignedIn, Id(id): Id<SessionTemplateId>) -> Answer<Tagged<SessionTemplate>> {
    let template = set_up::find(&signed_in, id)?;
    Ok(Tagged::new(&template, SessionTemplate::from))
}

/// A new session template.
#[utoipa::path(
    post, path = "/api/v1/session-templates", tag = "set-up",
    request_body = NewSessionTemplate, responses((status = 201, body = SessionTemplate))
)]
pub async fn create(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    key: IdempotencyKey,
    Json(request): Json<NewSessionTemplate>,
) -> Answer<Tagged<SessionTemplate>> {
    let id = SessionTemplateId(signed_in.new_id("session_template", &key));
    let mut template = model::SessionTemplate { id, ..model::SessionTemplate::default() };
    apply(&mut template, request.into())?;
    let template = set_up::create(&app, &signed_in, &key, template).await?;
    Ok(Tagged::new(&template, SessionTemplate::from).created())
}

/// Change a session template. What is absent stays.
#[utoipa::path(
    patch, path = "/api/v1/session-templates/{sessionTemplateId}", tag = "set-up",
    params(("sessionTemplateId" = Uuid, Path)),
    request_body = SessionTemplateChange, responses((status = 200, body = SessionTemplate))
)]
pub async fn update(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    Id(id): Id<SessionTemplateId>,
    tag: IfMatch,
    key: IdempotencyKey,
    Json(change): Json<SessionTemplateChange>,
) -> Answer<Tagged<SessionTemplate>> {
    let edit = |_: &_, template: &mut _| apply(template, change);
    let template = set_up::update(&app, &signed_in, id, (tag, key), edit).await?;
    Ok(Tagged::new(&template, SessionTemplate::from))
}

/// Delete a session template that no workstream uses.
#[utoipa::path(
    delete, path = "/api/v1/session-templates/{sessionTemplateId}", tag = "set-up",
    params(("sessionTemplateId" = Uuid, Path)), responses((status = 204))
)]
pub async fn delete(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    Id(id): Id<SessionTemplateId>,
    tag: IfMatch,
    key: IdempotencyKey,
) -> Answer<StatusCode> {
    set_up::delete::<model::SessionTemplate>(&app, &signed_in, id, (tag, key)).await
}

/// What texts may say and how long there may be, the engine checks.
fn apply(template: &mut model::SessionTemplate, change: SessionTemplateChange) -> Answer<()> {
    if let Some(name) = &change.name {
        template.name = check::name("name", name, 100)?;
    }
    if let Some(title) = change.title {
        template.title = title.trim().to_owned();
    }
    template.icon = change.icon.map_or(template.icon, Into::into);
    Ok(())
}
