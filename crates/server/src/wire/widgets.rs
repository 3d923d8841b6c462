//! Widgets on the native wire.

use frontdesk_model as model;
use frontdesk_model::Uuid;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Widget {
    pub id: Uuid,
    pub name: String,
    pub workstream_id: Uuid,
    pub title: String,
    pub greeting: String,
    /// `#rrggbb`.
    pub color: String,
    /// Host names that may embed it; empty = any.
    pub allowed_domains: Vec<String>,
    /// Raised with each change; the `ETag` too.
    pub version: u64,
}

impl From<&model::Widget> for Widget {
    fn from(widget: &model::Widget) -> Self {
        Widget {
            id: widget.id.0,
            name: widget.name.clone(),
            workstream_id: widget.workstream_id.0,
            title: widget.title.clone(),
            greeting: widget.greeting.clone(),
            color: widget.color.clone(),
            allowed_domains: widget.allowed_domains.clone(),
            version: widget.version,
        }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewWidget {
    pub name: String,
    pub workstream_id: Uuid,
    #[serde(default)]
    pub title: Option<String>,
    #[serde(default)]
    pub greeting: Option<String>,
    #[serde(default)]
    pub color: Option<String>,
    #[serde(default)]
    pub allowed_domains: Vec<String>,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WidgetChange {
    pub name: Option<String>,
    pub workstream_id: Option<Uuid>,
    pub title: Option<String>,
    pub greeting: Option<String>,
    pub color: Option<String>,
    pub allowed_domains: Option<Vec<String>>,
}
