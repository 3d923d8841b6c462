//! Folders that are gone when we are done with them.

use crate::failure::Failure;
use std::path::{Path, PathBuf};

/// Removed with all that is in it when dropped.
#[derive(Debug)]
pub struct TemporaryFolder {
    path: PathBuf,
}

impl TemporaryFolder {
    pub fn new(purpose: &str) -> Result<TemporaryFolder, Failure> {
        TemporaryFolder::within(None, purpose)
    }

    /// In this folder, or where the system keeps temporary things.
    pub fn within(folder: Option<&Path>, purpose: &str) -> Result<TemporaryFolder, Failure> {
        let parent = folder.map_or_else(std::env::temp_dir, Path::to_owned);
        let path = parent.join(format!("frontdesk-{purpose}-{}", uuid::Uuid::now_v7().simple()));
        std::fs::create_dir(&path)
            .map_err(|error| Failure::failed(format!("{} cannot be made: {error}", path.display())))?;
        Ok(TemporaryFolder { path })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for TemporaryFolder {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_dir_all(&self.path) {
            tracing::warn!(%error, folder = %self.path.display(), "a temporary folder is left behind");
        }
    }
}
