//! Whether the server lives, whether it can serve, and its figures.

use crate::app::App;
use crate::errors::{Answer, Problem};
use crate::metrics::StatusLabel;
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

/// The process answers.
pub async fn healthz() -> Json<Value> {
    Json(json!({ "status": "ok", "version": env!("CARGO_PKG_VERSION") }))
}

/// The store answers and every desk has its organisation loaded.
pub async fn readyz(State(app): State<App>) -> Answer<Json<Value>> {
    app.store.organizations().await?;
    let desks = app.desks();
    if desks.iter().any(|desk| !desk.is_ready()) {
        return Err(Problem::unavailable("not_ready", "an organisation is being loaded"));
    }
    Ok(Json(json!({ "status": "ready", "organizations": desks.len() })))
}

/// OpenMetrics.
pub async fn metrics(State(app): State<App>) -> Answer<Response> {
    let mut counts = [("open", 0_usize), ("active", 0), ("waiting", 0), ("closed", 0), ("wrap_up", 0)];
    for desk in app.desks() {
        for conversation in desk.view().conversations() {
            counts[conversation.status as usize - 1].1 += 1;
        }
    }
    for (status, count) in counts.into_iter().filter(|(status, _)| *status != "closed") {
        app.metrics.conversations.get_or_create(&StatusLabel { status }).set(clamp(count));
    }
    let depth = app.desks().iter().map(|desk| desk.depth()).sum();
    app.metrics.mailbox_depth.set(clamp(depth));
    app.metrics.answer_cache_bytes.set(clamp(app.answers.bytes() + app.fragments.bytes()));
    let text = app.metrics.encode().map_err(Problem::internal)?;
    let content_type = HeaderValue::from_static("application/openmetrics-text; version=1.0.0; charset=utf-8");
    Ok(([(header::CONTENT_TYPE, content_type)], text).into_response())
}

fn clamp(figure: usize) -> i64 {
    i64::try_from(figure).unwrap_or(i64::MAX)
}
