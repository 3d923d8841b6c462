//! From the ids that a new message names to what it will carry. Refuses to know what else the message says.

use super::USABLE_FOR_MS;
use crate::desk::Desk;
use crate::errors::{Answer, Problem};
use frontdesk_model::{Attachment, ConversationId, FileState, StoredFile, Timestamp, Uploader, Uuid};

const ATTACHMENTS_MAX: usize = 10;

/// Each the sender's own, uploaded into this conversation, whole, and not about to be swept.
pub async fn resolve(
    desk: &Desk,
    conversation_id: ConversationId,
    by: Uploader,
    ids: &[Uuid],
) -> Answer<Vec<Attachment>> {
    if ids.len() > ATTACHMENTS_MAX {
        return Err(Problem::invalid_field("attachments", format!("must have at most {ATTACHMENTS_MAX} entries")));
    }
    let mut attachments: Vec<Attachment> = Vec::with_capacity(ids.len());
    for (index, id) in ids.iter().enumerate() {
        let field = format!("attachments[{index}]");
        let found = desk.store().find_file(desk.organization_id(), (*id).into()).await?;
        let file = found
            .filter(|file| file.conversation_id == conversation_id && file.uploaded_by == by)
            .filter(|file| is_usable(file, desk.clock().now()))
            .ok_or_else(|| {
                Problem::invalid_field(&field, "is no file of yours in this conversation; upload it again")
            })?;
        if attachments.iter().any(|earlier| earlier.id == file.id()) {
            return Err(Problem::invalid_field(field, "is named twice"));
        }
        attachments.push(file.attachment);
    }
    Ok(attachments)
}

fn is_usable(file: &StoredFile, now: Timestamp) -> bool {
    match file.state {
        FileState::Coming => false,
        FileState::Loose => now.since(file.uploaded_at) < USABLE_FOR_MS,
        FileState::Internal | FileState::Public => true,
    }
}
