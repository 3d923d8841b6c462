//! What is known of files. Knows nothing of their bytes.

use super::Rows;
use crate::batch::state_of_files;
use frontdesk_model::{FileId, Message, StoredFile, Timestamp};

/// The files that a message names are its own from now on.
pub fn move_on(rows: &mut Rows, message: &Message) {
    for attachment in &message.attachments {
        if let Some(file) = rows.files.get_mut(&attachment.id) {
            file.state = file.state.max(state_of_files(message));
        }
    }
}

pub fn delete(rows: &mut Rows, id: FileId) {
    if rows.files.get(&id).is_some_and(StoredFile::is_loose) {
        rows.files.remove(&id);
    }
}

pub fn loose(rows: &Rows, before: Timestamp, limit: u32) -> Vec<StoredFile> {
    let mut loose: Vec<_> =
        rows.files.values().filter(|file| file.is_loose() && file.uploaded_at < before).cloned().collect();
    loose.sort_by_key(|file| (file.uploaded_at, file.id()));
    loose.truncate(limit as usize);
    loose
}
