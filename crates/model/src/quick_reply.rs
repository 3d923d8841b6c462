//! Quick replies: texts that agents insert with a few keys. Knows no screen, and no text that is filled in:
//! `{FullName{Customer}}` stays as it is written.

use crate::{AgentId, QuickReplyId, WorkstreamId};
use serde::{Deserialize, Serialize};

/// One that the organisation shares.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct QuickReply {
    pub id: QuickReplyId,
    /// Once in each locale, compared without case.
    pub title: String,
    /// May name slugs.
    pub text: String,
    /// A language tag, such as `en-US`.
    pub locale: String,
    /// Without the `#` that they are searched with.
    pub tags: Vec<String>,
    /// Empty: for all.
    pub workstreams: Vec<WorkstreamId>,
    pub version: u64,
}

impl QuickReply {
    pub const USUAL_LOCALE: &str = "en-US";

    pub fn is_for(&self, workstream_id: WorkstreamId) -> bool {
        self.workstreams.is_empty() || self.workstreams.contains(&workstream_id)
    }
}

impl Default for QuickReply {
    fn default() -> Self {
        QuickReply {
            id: QuickReplyId::default(),
            title: String::new(),
            text: String::new(),
            locale: QuickReply::USUAL_LOCALE.to_owned(),
            tags: Vec::new(),
            workstreams: Vec::new(),
            version: 0,
        }
    }
}

/// An agent's own: theirs alone to see and to change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PersonalQuickReply {
    pub id: QuickReplyId,
    pub agent_id: AgentId,
    pub title: String,
    /// May name slugs.
    pub text: String,
    pub locale: String,
    pub tags: Vec<String>,
    pub version: u64,
}
