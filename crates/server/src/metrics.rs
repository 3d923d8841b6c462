//! What is counted, and how it is told to Prometheus. Knows no names of people and no ids.

use crate::desk::DeskMetrics;
use axum::extract::MatchedPath;
use axum::http::{Method, StatusCode};
use prometheus_client::encoding::{EncodeLabelSet, EncodeLabelValue, LabelValueEncoder};
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;
use std::fmt::{self, Write};
use std::hash::{Hash, Hasher};
use std::sync::Arc;
use std::time::Duration;

const REQUEST_BUCKETS_S: [f64; 12] = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0, 30.0];

pub struct Metrics {
    registry: Registry,
    requests: Family<RequestLabels, Histogram, fn() -> Histogram>,
    pub(crate) conversations: Family<StatusLabel, Gauge>,
    pub(crate) answer_cache_bytes: Gauge,
    pub(crate) mailbox_depth: Gauge,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
pub struct RequestLabels {
    method: &'static str,
    route: Route,
    status: u16,
}

impl RequestLabels {
    pub fn new(method: &Method, route: Option<MatchedPath>, status: StatusCode) -> Self {
        RequestLabels { method: name_of(method), route: Route(route), status: status.as_u16() }
    }
}

/// Callers may invent methods; we do not keep a row for each.
fn name_of(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::HEAD => "HEAD",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}

/// A route's template, shared with the router, so that counting allocates nothing.
#[derive(Clone, Debug)]
struct Route(Option<MatchedPath>);

impl Route {
    fn as_str(&self) -> &str {
        self.0.as_ref().map_or("other", MatchedPath::as_str)
    }
}

impl PartialEq for Route {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Route {}

impl Hash for Route {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl EncodeLabelValue for Route {
    fn encode(&self, encoder: &mut LabelValueEncoder) -> Result<(), fmt::Error> {
        encoder.write_str(self.as_str())
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
pub struct StatusLabel {
    pub status: &'static str,
}

impl Metrics {
    pub fn new(desk: &Arc<DeskMetrics>) -> Self {
        let mut registry = Registry::default();
        let requests = Family::<RequestLabels, Histogram, fn() -> Histogram>::new_with_constructor(|| {
            Histogram::new(REQUEST_BUCKETS_S)
        });
        registry.register("frontdesk_http_request_seconds", "Requests by route and status", requests.clone());
        let conversations = Family::<StatusLabel, Gauge>::default();
        registry.register(
            "frontdesk_conversations",
            "Conversations that are not closed, by status",
            conversations.clone(),
        );
        let answer_cache_bytes = Gauge::default();
        registry.register(
            "frontdesk_answer_cache_bytes",
            "Encoded answers of getConversations kept in memory",
            answer_cache_bytes.clone(),
        );
        let mailbox_depth = Gauge::default();
        registry.register("frontdesk_mailbox_depth", "Commands that wait or are being written", mailbox_depth.clone());
        desk.register(&mut registry);
        Metrics { registry, requests, conversations, answer_cache_bytes, mailbox_depth }
    }

    pub fn request(&self, labels: RequestLabels, elapsed: Duration) {
        self.requests.get_or_create(&labels).observe(elapsed.as_secs_f64());
    }

    /// OpenMetrics text.
    pub fn encode(&self) -> Result<String, fmt::Error> {
        let mut text = String::new();
        prometheus_client::encoding::text::encode(&mut text, &self.registry)?;
        Ok(text)
    }
}
