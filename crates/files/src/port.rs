//! What every place for files can do: take bytes in piece by piece, give them out piece by piece, and forget them. Nothing
//! is ever whole in memory, and nothing is there before it is there whole.

use bytes::Bytes;
use frontdesk_model::{FileId, OrganizationId};
use futures_util::Stream;
use std::future::Future;
use std::pin::Pin;

pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;
pub type Chunks = Pin<Box<dyn Stream<Item = Result<Bytes, FilesError>> + Send>>;

#[derive(Debug, thiserror::Error)]
pub enum FilesError {
    #[error("there is no room for files")]
    Full,
    #[error("files cannot be reached: {0}")]
    Away(String),
}

/// What a file's bytes are kept under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub organization_id: OrganizationId,
    pub file_id: FileId,
}

pub struct Contents {
    pub size_bytes: u64,
    pub chunks: Chunks,
}

pub trait Files: Send + Sync + 'static {
    /// Begins to take bytes in. What was there under this place stays until the new ones are whole.
    fn write(&self, place: Place) -> BoxFuture<'_, Result<Box<dyn Writing>, FilesError>>;
    /// None where nothing is kept.
    fn read(&self, place: Place) -> BoxFuture<'_, Result<Option<Contents>, FilesError>>;
    /// Nothing there is as good as deleted.
    fn delete(&self, place: Place) -> BoxFuture<'_, Result<(), FilesError>>;
}

/// Bytes on their way in. Dropped before its end, it leaves nothing behind.
pub trait Writing: Send {
    fn add(&mut self, bytes: Bytes) -> BoxFuture<'_, Result<(), FilesError>>;
    /// Whole, and safe from a loss of power, when it answers `Ok`.
    fn finish(self: Box<Self>) -> BoxFuture<'static, Result<(), FilesError>>;
}
