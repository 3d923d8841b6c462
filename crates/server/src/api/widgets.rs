//! Web-chat widgets.

use super::set_up::{self, Tagged};
use crate::app::App;
use crate::auth::{Administrator, SignedIn};
use crate::check;
use crate::desk::View;
use crate::errors::{Answer, Problem};
use crate::extract::{Id, IdempotencyKey, IfMatch, Json};
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

/// One of them.
#[utoipa::path(
    get, path = "/api/v1/widgets/{widgetId}", tag = "set-up",
    params(("widgetId" = Uuid, Path)), responses((status = 200, body = Widget))
)]
pub async fn get(signed_in: SignedIn, Id(id): Id<WidgetId>) -> Answer<Tagged<Widget>> {
    let widget = set_up::find(&signed_in, id)?;
    Ok(Tagged::new(&widget, Widget::from))
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
) -> Answer<Tagged<Widget>> {
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
    let widget = set_up::create(&app, &signed_in, &key, widget).await?;
    Ok(Tagged::new(&widget, Widget::from).created())
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
    tag: IfMatch,
    key: IdempotencyKey,
    Json(change): Json<WidgetChange>,
) -> Answer<Tagged<Widget>> {
    let edit = |view: &View, widget: &mut _| apply(view, widget, change);
    let widget = set_up::update(&app, &signed_in, id, (tag, key), edit).await?;
    Ok(Tagged::new(&widget, Widget::from))
}

/// Delete a widget: its page opens no longer, what goes on goes on.
#[utoipa::path(
    delete, path = "/api/v1/widgets/{widgetId}", tag = "set-up",
    params(("widgetId" = Uuid, Path)), responses((status = 204))
)]
pub async fn delete(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    Id(id): Id<WidgetId>,
    tag: IfMatch,
    key: IdempotencyKey,
) -> Answer<StatusCode> {
    set_up::delete::<model::Widget>(&app, &signed_in, id, (tag, key)).await
}

fn apply(view: &View, widget: &mut model::Widget, change: WidgetChange) -> Answer<()> {
    if let Some(name) = &change.name {
        widget.name = check::name("name", name, 100)?;
    }
    if let Some(workstream_id) = change.workstream_id {
        widget.workstream_id = chat_workstream(view, workstream_id)?;
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
    Ok(())
}

fn chat_workstream(view: &View, id: Uuid) -> Answer<WorkstreamId> {
    match view.workstream(WorkstreamId(id)) {
        Some(workstream) if workstream.channel == Channel::LiveChat => Ok(workstream.id),
        Some(_) => Err(Problem::invalid_field("workstreamId", "is not a web-chat workstream")),
        None => Err(Problem::invalid_field("workstreamId", "is no workstream of this organisation")),
    }
}
