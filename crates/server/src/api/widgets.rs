//! Web-chat widgets.

use super::configure;
use crate::app::App;
use crate::auth::{Administrator, SignedIn};
use crate::check;
use crate::desk::View;
use crate::errors::{Answer, Problem};
use crate::extract::{Id, IdempotencyKey, Json};
use crate::seed::DEFAULT_COLOR;
use crate::wire::{Items, NewWidget, Widget, WidgetChange};
use axum::Json as Answered;
use axum::extract::State;
use axum::http::StatusCode;
use frontdesk_model as model;
use frontdesk_model::{Channel, Uuid, WidgetId, WorkstreamId};

/// All of them.
#[utoipa::path(get, path = "/api/v1/widgets", tag = "set-up", responses((status = 200, body = Items<Widget>)))]
pub async fn list(signed_in: SignedIn) -> Answered<Items<Widget>> {
    Answered(Items { items: signed_in.desk.view().widgets().map(Widget::from).collect() })
}

/// A new widget.
#[utoipa::path(
    post, path = "/api/v1/widgets", tag = "set-up", request_body = NewWidget, responses((status = 201, body = Widget))
)]
pub async fn create(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    key: IdempotencyKey,
    Json(request): Json<NewWidget>,
) -> Answer<(StatusCode, Answered<Widget>)> {
    let name = check::name("name", &request.name, 100)?;
    let widget = model::Widget {
        id: WidgetId(signed_in.new_id("widget", &key)),
        workstream_id: chat_workstream(&signed_in.desk.view(), request.workstream_id)?,
        title: check::text("title", request.title.as_deref().unwrap_or(&name), 100)?,
        greeting: check::text("greeting", request.greeting.as_deref().unwrap_or(""), 500)?,
        color: check::color("color", request.color.as_deref().unwrap_or(DEFAULT_COLOR))?,
        allowed_domains: check::host_names("allowedDomains", request.allowed_domains)?,
        name,
        version: 0,
    };
    let answer = Widget::from(&widget);
    let _turn = app.configuring.lock().await;
    configure(&signed_in, "widget", &key, widget).await?;
    Ok((StatusCode::CREATED, Answered(answer)))
}

/// Change a widget. What is absent stays.
#[utoipa::path(
    patch, path = "/api/v1/widgets/{widgetId}", tag = "set-up",
    params(("widgetId" = Uuid, Path)), request_body = WidgetChange, responses((status = 200, body = Widget))
)]
pub async fn update(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    Id(id): Id<WidgetId>,
    key: IdempotencyKey,
    Json(change): Json<WidgetChange>,
) -> Answer<Answered<Widget>> {
    let _turn = app.configuring.lock().await;
    let found = signed_in.desk.view().widget(id).cloned();
    let mut widget = found.ok_or_else(|| Problem::not_found("widget"))?;
    if let Some(name) = &change.name {
        widget.name = check::name("name", name, 100)?;
    }
    if let Some(workstream_id) = change.workstream_id {
        widget.workstream_id = chat_workstream(&signed_in.desk.view(), workstream_id)?;
    }
    if let Some(title) = &change.title {
        widget.title = check::text("title", title, 100)?;
    }
    if let Some(greeting) = &change.greeting {
        widget.greeting = check::text("greeting", greeting, 500)?;
    }
    if let Some(color) = &change.color {
        widget.color = check::color("color", color)?;
    }
    if let Some(domains) = change.allowed_domains {
        widget.allowed_domains = check::host_names("allowedDomains", domains)?;
    }
    let answer = Widget::from(&widget);
    configure(&signed_in, &format!("widget/{id}"), &key, widget).await?;
    Ok(Answered(answer))
}

fn chat_workstream(view: &View, id: Uuid) -> Answer<WorkstreamId> {
    match view.workstream(WorkstreamId(id)) {
        Some(workstream) if workstream.channel == Channel::LiveChat => Ok(workstream.id),
        Some(_) => Err(Problem::invalid_field("workstreamId", "is not a web-chat workstream")),
        None => Err(Problem::invalid_field("workstreamId", "is no workstream of this organisation")),
    }
}
