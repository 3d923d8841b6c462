//! What a visitor's page has to know before anybody has written.

use crate::app::App;
use crate::auth::{host_of_origin, same_origin};
use crate::check::domain_allowed;
use crate::desk::{Desk, View};
use crate::errors::{Answer, Problem};
use crate::extract::Id;
use crate::files;
use crate::wire::{FileLimits, PreChatQuestion, Time, VisitorWidget, WidgetHours};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use frontdesk_calendar::Calendar;
use frontdesk_model::{AttachmentRules, Timestamp, Widget, WidgetId, Workstream};
use sha2::{Digest, Sha256};

/// A widget as a page shows it. Asked for again and again: with its tag it costs an empty answer.
#[utoipa::path(
    get, path = "/api/v1/visitor/widgets/{widgetId}", tag = "visitor",
    params(("widgetId" = Uuid, Path)),
    responses((status = 200, body = VisitorWidget), (status = 304, description = "As the caller has it"))
)]
pub async fn get(State(app): State<App>, headers: HeaderMap, Id(id): Id<WidgetId>) -> Answer<Response> {
    let desk = app.organizations.of_widget(id).ok_or_else(|| Problem::not_found("widget"))?;
    let (widget, workstream) = find(&desk, id, &headers)?;
    let shown = shown(&desk.view(), widget, &workstream, app.now())?;
    let body = serde_json::to_vec(&shown).map_err(Problem::internal)?;
    let tag = format!("\"{}\"", URL_SAFE_NO_PAD.encode(Sha256::digest(&body)));
    let known = headers.get(header::IF_NONE_MATCH).and_then(|known| known.to_str().ok());
    let is_known =
        known.is_some_and(|known| known.split(',').any(|known| known.trim().trim_start_matches("W/") == tag));
    let caching = [(header::ETAG, tag), (header::CACHE_CONTROL, "private, no-cache".to_owned())];
    if is_known {
        return Ok((StatusCode::NOT_MODIFIED, caching).into_response());
    }
    Ok((caching, [(header::CONTENT_TYPE, "application/json")], body).into_response())
}

fn shown(view: &View, widget: Widget, workstream: &Workstream, now: Timestamp) -> Answer<VisitorWidget> {
    let hours = hours(view, &widget, now)?;
    Ok(VisitorWidget {
        id: widget.id.0,
        title: widget.title,
        greeting: widget.greeting,
        color: widget.color,
        message_color: widget.message_color,
        logo_url: widget.logo_url,
        position: widget.position.into(),
        color_scheme: widget.color_scheme.into(),
        locale: widget.locale,
        mode: workstream.mode.into(),
        files: limits(&view.organization().settings.attachments, workstream.mode.is_live_chat()),
        hours,
        pre_chat: widget.pre_chat.into_iter().map(PreChatQuestion::from).collect(),
        queue_position_shown: widget.queue_position_shown,
        expected_wait_shown: widget.expected_wait_shown,
        transcript_download: widget.transcript_download,
        survey_url: widget.survey_url,
        proactive_text: widget.proactive_text,
        proactive_shown_ms: widget.proactive_shown_ms,
        sound: widget.sound,
        message_characters_max: view.organization().settings.message_characters_max,
    })
}

/// None: it takes no files.
fn limits(rules: &AttachmentRules, is_live_chat: bool) -> Option<FileLimits> {
    let limits = files::Limits::of(rules, is_live_chat);
    rules.from_customers.then(|| FileLimits {
        size_bytes_max: limits.bytes_max,
        image_size_bytes_max: limits.image_bytes_max,
        blocked_extensions: rules.blocked_extensions.clone(),
    })
}

/// Whether it is open now; none: it always is.
fn hours(view: &View, widget: &Widget, now: Timestamp) -> Answer<Option<WidgetHours>> {
    let Some(hours) = widget.operating_hours_id.and_then(|id| view.operating_hours(id)) else { return Ok(None) };
    let calendar = Calendar::compile(&hours.hours)
        .map_err(|_| Problem::internal("operating hours that were checked do not compile"))?;
    Ok(Some(WidgetHours {
        is_open: calendar.is_open(now.0),
        changes_at: calendar.next_change(now.0).map(|at| Time(Timestamp(at))),
        only_during_hours: widget.only_during_hours,
        offline_text: widget.offline_text.clone(),
    }))
}

/// Nobody begins a chat while it is closed.
pub fn check_open(view: &View, widget: &Widget, now: Timestamp) -> Answer<()> {
    match hours(view, widget, now)? {
        Some(hours) if !hours.is_open => {
            Err(Problem::new(StatusCode::CONFLICT, "outside_operating_hours", "this widget is closed at this hour"))
        }
        _ => Ok(()),
    }
}

/// The widget and its workstream, if the page that asks is on one of its sites. Programs say no page and may ask.
pub fn find(desk: &Desk, id: WidgetId, headers: &HeaderMap) -> Answer<(Widget, Workstream)> {
    let view = desk.view();
    let widget = view.widget(id).cloned().ok_or_else(|| Problem::not_found("widget"))?;
    let workstream = view.workstream(widget.workstream_id).cloned();
    let workstream = workstream.ok_or_else(|| Problem::internal("a widget without a workstream"))?;
    let is_elsewhere = host_of_origin(headers).is_some_and(|host| !domain_allowed(&widget.allowed_domains, host));
    if is_elsewhere && !same_origin(headers) {
        return Err(Problem::new(
            StatusCode::FORBIDDEN,
            "page_not_allowed",
            "this widget is not for pages of this site",
        ));
    }
    Ok((widget, workstream))
}
