//! Notification templates: how an offer looks, and how it is answered.

use super::set_up::{self, Tagged};
use crate::app::App;
use crate::auth::{Administrator, SignedIn};
use crate::check;
use crate::errors::Answer;
use crate::extract::{Id, IdempotencyKey, IfMatch, Json};
use crate::wire::{Items, NewNotificationTemplate, NotificationTemplate, NotificationTemplateChange};
use axum::Json as Answered;
use axum::extract::State;
use axum::http::StatusCode;
use frontdesk_model as model;
use frontdesk_model::NotificationTemplateId;

/// All of them.
#[utoipa::path(
    get, path = "/api/v1/notification-templates", tag = "set-up", responses((status = 200, body = Items<NotificationTemplate>))
)]
pub async fn list(signed_in: SignedIn) -> Answered<Items<NotificationTemplate>> {
    Answered(Items { items: signed_in.desk.view().notification_templates().map(NotificationTemplate::from).collect() })
}

/// One of them.
#[utoipa::path(
    get, path = "/api/v1/notification-templates/{notificationTemplateId}", tag = "set-up",
    params(("notificationTemplateId" = Uuid, Path)), responses((status = 200, body = NotificationTemplate))
)]
pub async fn get(signed_in: SignedIn, Id(id): Id<NotificationTemplateId>) -> Answer<Tagged<NotificationTemplate>> {
    let template = set_up::find(&signed_in, id)?;
    Ok(Tagged::new(&template, NotificationTemplate::from))
}

/// A new notification template.
#[utoipa::path(
    post, path = "/api/v1/notification-templates", tag = "set-up",
    request_body = NewNotificationTemplate, responses((status = 201, body = NotificationTemplate))
)]
pub async fn create(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    key: IdempotencyKey,
    Json(request): Json<NewNotificationTemplate>,
) -> Answer<Tagged<NotificationTemplate>> {
    let id = NotificationTemplateId(signed_in.new_id("notification_template", &key));
    let mut template = model::NotificationTemplate { id, ..model::NotificationTemplate::default() };
    apply(&mut template, request.into())?;
    let template = set_up::create(&app, &signed_in, &key, template).await?;
    Ok(Tagged::new(&template, NotificationTemplate::from).created())
}

/// Change a notification template. What is absent stays.
#[utoipa::path(
    patch, path = "/api/v1/notification-templates/{notificationTemplateId}", tag = "set-up",
    params(("notificationTemplateId" = Uuid, Path)),
    request_body = NotificationTemplateChange, responses((status = 200, body = NotificationTemplate))
)]
pub async fn update(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    Id(id): Id<NotificationTemplateId>,
    tag: IfMatch,
    key: IdempotencyKey,
    Json(change): Json<NotificationTemplateChange>,
) -> Answer<Tagged<NotificationTemplate>> {
    let edit = |_: &_, template: &mut _| apply(template, change);
    let template = set_up::update(&app, &signed_in, id, (tag, key), edit).await?;
    Ok(Tagged::new(&template, NotificationTemplate::from))
}

/// Delete a notification template that no workstream uses.
#[utoipa::path(
    delete, path = "/api/v1/notification-templates/{notificationTemplateId}", tag = "set-up",
    params(("notificationTemplateId" = Uuid, Path)), responses((status = 204))
)]
pub async fn delete(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    Id(id): Id<NotificationTemplateId>,
    tag: IfMatch,
    key: IdempotencyKey,
) -> Answer<StatusCode> {
    set_up::delete::<model::NotificationTemplate>(&app, &signed_in, id, (tag, key)).await
}

/// What texts may say and how long there may be, the engine checks.
fn apply(template: &mut model::NotificationTemplate, change: NotificationTemplateChange) -> Answer<()> {
    if let Some(name) = &change.name {
        template.name = check::name("name", name, 100)?;
    }
    set_text(&mut template.title, change.title);
    set_text(&mut template.accept_text, change.accept_text);
    set_text(&mut template.reject_text, change.reject_text);
    if let Some(fields) = change.fields {
        template.fields = fields.into_iter().map(Into::into).collect();
    }
    template.icon = change.icon.map_or(template.icon, Into::into);
    template.notification = change.notification.map_or(template.notification, Into::into);
    template.timeout_ms = change.timeout_ms.unwrap_or(template.timeout_ms);
    template.countdown_shown = change.countdown_shown.unwrap_or(template.countdown_shown);
    template.on_timeout = change.on_timeout.map_or(template.on_timeout, Into::into);
    template.desktop = change.desktop.map_or(template.desktop, Into::into);
    Ok(())
}

fn set_text(text: &mut String, change: Option<String>) {
    if let Some(change) = change {
        *text = change.trim().to_owned();
    }
}
