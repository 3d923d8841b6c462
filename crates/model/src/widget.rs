//! A web-chat widget: which workstream its visitors reach and how it greets. Knows nothing of who writes.

use crate::{WidgetId, WorkstreamId};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Widget {
    pub id: WidgetId,
    pub name: String,
    pub workstream_id: WorkstreamId,
    pub title: String,
    pub greeting: String,
    /// `#rrggbb`.
    pub color: String,
    /// Host names that may embed it; empty = any.
    pub allowed_domains: Vec<String>,
    #[serde(default)]
    pub version: u64,
}
