//! Quick replies on the native wire.

use frontdesk_model as model;
use frontdesk_model::Uuid;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A quick reply that the organisation shares.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct QuickReply {
    pub id: Uuid,
    pub title: String,
    /// May name slugs: `{FullName{Customer}}`, `{FirstName{Agent}}`, `{OCContext.key}`.
    pub text: String,
    /// A language tag, such as `en-US`.
    pub locale: String,
    pub tags: Vec<String>,
    /// Empty: for all workstreams.
    pub workstream_ids: Vec<Uuid>,
    /// Raised with each change; the `ETag` too.
    pub version: u64,
}

impl From<&model::QuickReply> for QuickReply {
    fn from(reply: &model::QuickReply) -> Self {
        QuickReply {
            id: reply.id.0,
            title: reply.title.clone(),
            text: reply.text.clone(),
            locale: reply.locale.clone(),
            tags: reply.tags.clone(),
            workstream_ids: reply.workstreams.iter().map(|id| id.0).collect(),
            version: reply.version,
        }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewQuickReply {
    /// At most 100 characters, once in its locale.
    pub title: String,
    /// At most 4,000 characters.
    pub text: String,
    /// `en-US` unless said otherwise.
    #[serde(default)]
    pub locale: Option<String>,
    #[serde(default)]
    pub tags: Option<Vec<String>>,
    #[serde(default)]
    pub workstream_ids: Option<Vec<Uuid>>,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuickReplyChange {
    pub title: Option<String>,
    pub text: Option<String>,
    pub locale: Option<String>,
    pub tags: Option<Vec<String>>,
    pub workstream_ids: Option<Vec<Uuid>>,
}

impl From<NewQuickReply> for QuickReplyChange {
    fn from(new: NewQuickReply) -> Self {
        QuickReplyChange {
            title: Some(new.title),
            text: Some(new.text),
            locale: new.locale,
            tags: new.tags,
            workstream_ids: new.workstream_ids,
        }
    }
}

/// A quick reply of one's own.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PersonalQuickReply {
    pub id: Uuid,
    pub title: String,
    /// May name slugs.
    pub text: String,
    pub locale: String,
    pub tags: Vec<String>,
    /// Raised with each change; the `ETag` too.
    pub version: u64,
}

impl From<&model::PersonalQuickReply> for PersonalQuickReply {
    fn from(reply: &model::PersonalQuickReply) -> Self {
        PersonalQuickReply {
            id: reply.id.0,
            title: reply.title.clone(),
            text: reply.text.clone(),
            locale: reply.locale.clone(),
            tags: reply.tags.clone(),
            version: reply.version,
        }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewPersonalQuickReply {
    /// At most 100 characters.
    pub title: String,
    /// At most 4,000 characters.
    pub text: String,
    /// `en-US` unless said otherwise.
    #[serde(default)]
    pub locale: Option<String>,
    #[serde(default)]
    pub tags: Option<Vec<String>>,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PersonalQuickReplyChange {
    pub title: Option<String>,
    pub text: Option<String>,
    pub locale: Option<String>,
    pub tags: Option<Vec<String>>,
}

impl From<NewPersonalQuickReply> for PersonalQuickReplyChange {
    fn from(new: NewPersonalQuickReply) -> Self {
        PersonalQuickReplyChange { title: Some(new.title), text: Some(new.text), locale: new.locale, tags: new.tags }
    }
}

/// A quick reply that an agent may use, shared or their own.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct UsableQuickReply {
    pub id: Uuid,
    pub title: String,
    /// With its slugs as they are written: whoever inserts it fills them in.
    pub text: String,
    pub locale: String,
    pub tags: Vec<String>,
    /// The caller's own, under `/api/v1/agents/me/quick-replies`.
    pub personal: bool,
}

impl From<&model::QuickReply> for UsableQuickReply {
    fn from(reply: &model::QuickReply) -> Self {
        UsableQuickReply {
            id: reply.id.0,
            title: reply.title.clone(),
            text: reply.text.clone(),
            locale: reply.locale.clone(),
            tags: reply.tags.clone(),
            personal: false,
        }
    }
}

impl From<model::PersonalQuickReply> for UsableQuickReply {
    fn from(reply: model::PersonalQuickReply) -> Self {
        UsableQuickReply {
            id: reply.id.0,
            title: reply.title,
            text: reply.text,
            locale: reply.locale,
            tags: reply.tags,
            personal: true,
        }
    }
}
