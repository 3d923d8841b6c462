//! The agents' live stream: signing in and resuming; the stream itself is `live`'s.

use crate::auth::SignedIn;
use crate::errors::{Answer, Problem};
use crate::extract::Query;
use crate::live;
use axum::extract::ws::{WebSocketUpgrade, rejection::WebSocketUpgradeRejection};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct LiveQuery {
    /// The last journal number that the client has.
    #[serde(default)]
    pub after: Option<u64>,
}

/// The agents' live stream (WebSocket).
#[utoipa::path(get, path = "/api/v1/live", tag = "live", params(LiveQuery), responses((status = 101)))]
pub async fn stream(
    signed_in: SignedIn,
    Query(query): Query<LiveQuery>,
    upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
) -> Answer<Response> {
    Ok(live::agent_stream(signed_in.desk, signed_in.agent_id, query.after, upgrade?))
}

impl From<WebSocketUpgradeRejection> for Problem {
    fn from(rejection: WebSocketUpgradeRejection) -> Self {
        Problem::new(StatusCode::BAD_REQUEST, "not_a_websocket", rejection.body_text())
    }
}
