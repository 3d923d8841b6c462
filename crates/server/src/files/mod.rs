//! Files on their way in, out and away: taken in under rules, given out by links that expire, swept when nobody came to need
//! them. Refuses to know where bytes lie (that is `frontdesk-files`) and who may ask (that is each handler's).

mod disposition;
mod links;
mod receive;
mod resolve;
mod sweep;

pub use disposition::disposition_names;
pub use links::{Links, TicketFault};
pub use receive::{Limits, Upload, receive};
pub use resolve::resolve;
pub use sweep::run as sweep_for_ever;

use crate::config::FilesAt;
use frontdesk_files::{Files, FilesError, Folder, Memory, Place};
use frontdesk_model::{FileId, OrganizationId};
use std::collections::HashSet;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};

/// Images that a live chat takes are at most so large, whatever else the organisation allows.
pub const LIVE_CHAT_IMAGE_BYTES_MAX: u64 = 20 << 20;
/// No organisation may allow more.
pub const BYTES_MAX: u64 = 128 << 20;
/// A file must be in a message within this; after it nobody can send it any more.
const USABLE_FOR_MS: u64 = 24 * 60 * 60 * 1_000;

/// The files of all organisations of this process.
pub struct Keeping {
    pub files: Arc<dyn Files>,
    pub links: Links,
    under_way: Mutex<HashSet<FileId>>,
}

impl Keeping {
    pub fn new(files: Arc<dyn Files>, pepper: &[u8; 32]) -> Self {
        Keeping { files, links: Links::new(pepper), under_way: Mutex::default() }
    }

    /// None while the same upload is under way.
    fn begin(&self, id: FileId) -> Option<UnderWay<'_>> {
        let begun = self.under_way.lock().unwrap_or_else(PoisonError::into_inner).insert(id);
        begun.then_some(UnderWay { keeping: self, id })
    }
}

pub async fn open(at: &FilesAt) -> io::Result<Arc<dyn Files>> {
    Ok(match at {
        FilesAt::Memory => Arc::new(Memory::default()),
        FilesAt::Folder(folder) => Arc::new(Folder::open(folder.clone()).await?),
    })
}

pub fn place(organization_id: OrganizationId, file_id: FileId) -> Place {
    Place { organization_id, file_id }
}

struct UnderWay<'a> {
    keeping: &'a Keeping,
    id: FileId,
}

impl Drop for UnderWay<'_> {
    fn drop(&mut self) {
        self.keeping.under_way.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.id);
    }
}

impl From<FilesError> for crate::errors::Problem {
    fn from(error: FilesError) -> Self {
        tracing::error!(%error, "files cannot be written or read");
        match error {
            FilesError::Full => Self::unavailable("storage_full", "there is no room for files; nothing was kept"),
            FilesError::Away(_) => Self::unavailable("files_unavailable", "files cannot be reached; try again"),
        }
    }
}
