//! Presences on the native wire.

use super::BasePresence;
use frontdesk_model as model;
use frontdesk_model::Uuid;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Presence {
    pub id: Uuid,
    pub name: String,
    pub base: BasePresence,
    /// Agents may choose it.
    pub settable: bool,
    /// The one that automatic moves to this base state use.
    pub is_default: bool,
    /// Raised with each change; the `ETag` too.
    pub version: u64,
}

impl From<&model::Presence> for Presence {
    fn from(presence: &model::Presence) -> Self {
        Presence {
            id: presence.id.0,
            name: presence.name.clone(),
            base: presence.base.into(),
            settable: presence.settable,
            is_default: presence.is_default,
            version: presence.version,
        }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewPresence {
    pub name: String,
    pub base: BasePresence,
    /// True unless said otherwise.
    #[serde(default)]
    pub settable: Option<bool>,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PresenceChange {
    pub name: Option<String>,
    pub settable: Option<bool>,
    /// True: it takes the place of the former default of its base state.
    pub is_default: Option<bool>,
}
