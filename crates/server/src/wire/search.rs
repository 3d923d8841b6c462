//! What a search through conversations finds, on the native wire.

use super::{ConversationSummary, Sender, Time};
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct FoundConversations {
    /// By their newest passage, newest first. One with passages on several pages is on each of them.
    pub items: Vec<FoundConversation>,
    pub next_cursor: Option<String>,
    /// False while older texts are still being made searchable, after an import or an upgrade: some may be missing.
    pub complete: bool,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct FoundConversation {
    pub conversation: ConversationSummary,
    /// At least one, at most three: the newest.
    pub passages: Vec<Passage>,
}

/// A piece of a text with what was looked for in it.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Passage {
    /// None: the conversation's title or its customer's name.
    pub message_number: Option<u64>,
    pub sender: Option<Sender>,
    pub at: Time,
    /// One after another the passage, with `…` where it was cut.
    pub parts: Vec<PassagePart>,
}

#[derive(Debug, PartialEq, Serialize, ToSchema)]
pub struct PassagePart {
    pub text: String,
    /// To be marked.
    pub found: bool,
}
