//! Files that people send one another: what is known of each, and what a message says of it. Knows neither their bytes nor
//! where those lie.

use crate::{AgentId, ConversationId, FileId, Timestamp, VisitorId};
use serde::{Deserialize, Serialize};

/// What a message carries of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Attachment {
    pub id: FileId,
    /// As its sender called it, made harmless.
    pub name: String,
    /// As its content was found to be, not as it was declared.
    pub media_type: String,
    pub size_bytes: u64,
}

/// A file that was uploaded into a conversation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredFile {
    pub conversation_id: ConversationId,
    pub uploaded_by: Uploader,
    pub uploaded_at: Timestamp,
    pub state: FileState,
    pub attachment: Attachment,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Uploader {
    Visitor(VisitorId),
    Agent(AgentId),
}

/// It only goes forward. A message that names a file moves it, where that message is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileState {
    /// Announced: its bytes may be there, in part or whole.
    Coming,
    /// Whole and checked, but no message names it yet.
    Loose,
    /// Agents alone have seen it: in a note.
    Internal,
    /// The customer may read it.
    Public,
}

impl StoredFile {
    pub fn id(&self) -> FileId {
        self.attachment.id
    }

    /// What nobody can come to need is swept.
    pub fn is_loose(&self) -> bool {
        self.state < FileState::Internal
    }
}
