//! What every backend asks of a batch before it looks at what is stored. Knows nothing of the rows' meaning.

use crate::port::CommitError;
use frontdesk_model::{Batch, FileState, Message, Row, Visibility};

/// The first batch of an organisation that nobody owns yet.
pub(crate) fn founds_organization(batch: &Batch) -> bool {
    let own = |row: &Row| matches!(row, Row::Organization(organization) if organization.id == batch.organization_id);
    batch.fence == 0 && batch.journal_before == 0 && batch.rows.iter().any(own)
}

/// Journal numbers follow what is there, and no row is another organisation's.
pub(crate) fn check(batch: &Batch) -> Result<(), CommitError> {
    if !batch
        .journal
        .iter()
        .map(|entry| Some(entry.sequence))
        .eq((1..=batch.journal.len() as u64).map(|n| batch.journal_before.checked_add(n)))
    {
        return Err(refused(format!("journal numbers do not follow {}", batch.journal_before)));
    }
    for row in &batch.rows {
        if let Row::Organization(organization) = row
            && organization.id != batch.organization_id
        {
            return Err(refused(format!("organisation {} in a batch of {}", organization.id, batch.organization_id)));
        }
    }
    Ok(())
}

/// What becomes of the files that a message names.
pub(crate) fn state_of_files(message: &Message) -> FileState {
    match message.visibility {
        Visibility::Public => FileState::Public,
        Visibility::Internal => FileState::Internal,
    }
}

pub(crate) fn number_taken(message: &Message) -> CommitError {
    refused(format!("message {} of conversation {} is there already", message.number, message.conversation_id))
}

/// A fault of the caller: its picture differs from what is stored, and loading again is what helps.
pub(crate) fn refused(detail: String) -> CommitError {
    CommitError::Unknown(detail)
}
