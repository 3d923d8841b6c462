//! Web-chat widgets.

use super::set_up::{self, Tagged};
use crate::app::App;
use crate::auth::{Administrator, SignedIn};
use crate::check;
use crate::desk::View;
use crate::errors::{Answer, Problem};
use crate::extract::{Id, IdempotencyKey, IfMatch, Json};
use crate::seed::DEFAULT_COLOR;
use crate::wire::{Change, Items, NewWidget, Widget, WidgetChange};
use axum::Json as Answered;
use axum::extract::State;
use axum::http::StatusCode;
use frontdesk_model as model;
use frontdesk_model::{Channel, OperatingHoursId, Uuid, WidgetId, WorkstreamId};

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
    let mut widget = model::Widget {
        id: WidgetId(signed_in.new_id("widget", &key)),
        title: check::name("name", &request.name, 100)?,
        color: DEFAULT_COLOR.to_owned(),
        ..model::Widget::default()
    };
    apply(&signed_in.desk.view(), &mut widget, request.into())?;
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

/// The engine says what the values must be beyond their form.
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
    change.message_color.apply(&mut widget.message_color);
    change.logo_url.apply(&mut widget.logo_url);
    change.locale.apply(&mut widget.locale);
    change.survey_url.apply(&mut widget.survey_url);
    if let Change::Set(id) = change.operating_hours_id {
        widget.operating_hours_id = id.map(OperatingHoursId);
    }
    if let Some(questions) = change.pre_chat {
        widget.pre_chat = questions.into_iter().map(model::PreChatQuestion::from).collect();
    }
    set(&mut widget.position, change.position.map(model::WidgetPosition::from));
    set(&mut widget.color_scheme, change.color_scheme.map(model::ColorScheme::from));
    set(&mut widget.only_during_hours, change.only_during_hours);
    set(&mut widget.offline_text, change.offline_text.map(|text| text.trim().to_owned()));
    set(&mut widget.queue_position_shown, change.queue_position_shown);
    set(&mut widget.expected_wait_shown, change.expected_wait_shown);
    set(&mut widget.transcript_download, change.transcript_download);
    set(&mut widget.proactive_text, change.proactive_text.map(|text| text.trim().to_owned()));
    set(&mut widget.proactive_shown_ms, change.proactive_shown_ms);
    set(&mut widget.sound, change.sound);
    Ok(())
}

fn set<T>(to: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *to = value;
    }
}

fn chat_workstream(view: &View, id: Uuid) -> Answer<WorkstreamId> {
    match view.workstream(WorkstreamId(id)) {
        Some(workstream) if workstream.channel == Channel::LiveChat => Ok(workstream.id),
        Some(_) => Err(Problem::invalid_field("workstreamId", "is not a web-chat workstream")),
        None => Err(Problem::invalid_field("workstreamId", "is no workstream of this organisation")),
    }
}
