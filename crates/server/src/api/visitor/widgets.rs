//! What a visitor's page has to know before anybody has written.

use crate::app::App;
use crate::auth::{host_of_origin, same_origin};
use crate::check::domain_allowed;
use crate::desk::Desk;
use crate::errors::{Answer, Problem};
use crate::extract::Id;
use crate::wire::VisitorWidget;
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use frontdesk_model::{Widget, WidgetId, Workstream};

/// A widget as a page shows it.
#[utoipa::path(
    get, path = "/api/v1/visitor/widgets/{widgetId}", tag = "visitor",
    params(("widgetId" = Uuid, Path)), responses((status = 200, body = VisitorWidget))
)]
pub async fn get(State(app): State<App>, headers: HeaderMap, Id(id): Id<WidgetId>) -> Answer<Json<VisitorWidget>> {
    let desk = app.organizations.of_widget(id).ok_or_else(|| Problem::not_found("widget"))?;
    let (widget, workstream) = find(&desk, id, &headers)?;
    Ok(Json(VisitorWidget {
        id: widget.id.0,
        title: widget.title,
        greeting: widget.greeting,
        color: widget.color,
        mode: workstream.mode.into(),
    }))
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
