//! Files in a folder of this machine, which no web server serves: `<organisation>/<two letters>/<file>`. What is being
//! written lies apart, in `coming`, and is swept at the next start. One process at a time uses the folder.

use crate::port::{BoxFuture, Contents, Files, FilesError, Place, Writing};
use bytes::Bytes;
use futures_util::stream;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::fs::{self, DirBuilder, File, OpenOptions};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

const CHUNK_BYTES: usize = 64 * 1024;
const COMING: &str = "coming";

pub struct Folder {
    root: PathBuf,
    begun: AtomicU64,
}

impl Folder {
    /// Makes it if it is not there, and sweeps what was being written when the last process ended.
    pub async fn open(root: PathBuf) -> io::Result<Self> {
        let coming = root.join(COMING);
        match fs::remove_dir_all(&coming).await {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        make_folder(&coming).await?;
        sync_folder(&root).await?;
        Ok(Folder { root, begun: AtomicU64::new(0) })
    }

    fn path(&self, place: Place) -> PathBuf {
        let name = place.file_id.to_string();
        self.root.join(place.organization_id.to_string()).join(&name[..2]).join(name)
    }

    async fn begin(&self, place: Place) -> io::Result<FolderWriting> {
        let number = self.begun.fetch_add(1, Ordering::Relaxed);
        let coming = self.root.join(COMING).join(format!("{}-{number}", place.file_id));
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        options.mode(0o600);
        let file = options.open(&coming).await?;
        Ok(FolderWriting { file, unfinished: Unfinished(Some(coming)), target: self.path(place) })
    }
}

impl Files for Folder {
    fn write(&self, place: Place) -> BoxFuture<'_, Result<Box<dyn Writing>, FilesError>> {
        Box::pin(async move {
            let writing = self.begin(place).await.map_err(|error| failed(&error))?;
            Ok(Box::new(writing) as Box<dyn Writing>)
        })
    }

    fn read(&self, place: Place) -> BoxFuture<'_, Result<Option<Contents>, FilesError>> {
        Box::pin(async move {
            let file = match File::open(self.path(place)).await {
                Ok(file) => file,
                Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
                Err(error) => return Err(failed(&error)),
            };
            let size_bytes = file.metadata().await.map_err(|error| failed(&error))?.len();
            Ok(Some(Contents { size_bytes, chunks: Box::pin(stream::try_unfold(file, next_chunk)) }))
        })
    }

    fn delete(&self, place: Place) -> BoxFuture<'_, Result<(), FilesError>> {
        Box::pin(async move {
            match fs::remove_file(self.path(place)).await {
                Err(error) if error.kind() != io::ErrorKind::NotFound => Err(failed(&error)),
                _ => Ok(()),
            }
        })
    }
}

async fn next_chunk(mut file: File) -> Result<Option<(Bytes, File)>, FilesError> {
    let mut chunk = Vec::with_capacity(CHUNK_BYTES);
    match file.read_buf(&mut chunk).await {
        Ok(0) => Ok(None),
        Ok(_) => Ok(Some((Bytes::from(chunk), file))),
        Err(error) => Err(failed(&error)),
    }
}

struct FolderWriting {
    file: File,
    unfinished: Unfinished,
    target: PathBuf,
}

impl Writing for FolderWriting {
    fn add(&mut self, bytes: Bytes) -> BoxFuture<'_, Result<(), FilesError>> {
        Box::pin(async move { self.file.write_all(&bytes).await.map_err(|error| failed(&error)) })
    }

    fn finish(self: Box<Self>) -> BoxFuture<'static, Result<(), FilesError>> {
        Box::pin(async move { self.publish().await.map_err(|error| failed(&error)) })
    }
}

impl FolderWriting {
    /// On disk first, then under its name, then the name on disk.
    async fn publish(mut self) -> io::Result<()> {
        self.file.flush().await?;
        self.file.sync_all().await?;
        let folder = self.target.parent().unwrap_or(Path::new("."));
        make_folder(folder).await?;
        if let Some(coming) = &self.unfinished.0 {
            fs::rename(coming, &self.target).await?;
        }
        self.unfinished.0 = None;
        for folder in self.target.ancestors().skip(1).take(3) {
            sync_folder(folder).await?;
        }
        Ok(())
    }
}

/// Removes what was not finished.
struct Unfinished(Option<PathBuf>);

impl Drop for Unfinished {
    fn drop(&mut self) {
        if let Some(path) = &self.0 {
            // What stays all the same is swept at the next start.
            let _ = std::fs::remove_file(path);
        }
    }
}

/// For its owner alone.
async fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    builder.mode(0o700);
    builder.create(folder).await
}

async fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder).await?.sync_all().await
}

fn failed(error: &io::Error) -> FilesError {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => FilesError::Full,
        _ => FilesError::Away(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use frontdesk_model::Uuid;

    crate::suite::run!(|| async {
        let folder = tempfile::tempdir().unwrap();
        let files = Folder::open(folder.path().into()).await.unwrap();
        (folder, std::sync::Arc::new(files))
    });

    #[tokio::test]
    async fn what_a_crash_left_half_written_is_swept_at_the_next_start() {
        let folder = tempfile::tempdir().unwrap();
        let place = Place { organization_id: Uuid::from_u128(1).into(), file_id: Uuid::from_u128(2).into() };
        let files = Folder::open(folder.path().into()).await.unwrap();
        let mut writing = files.write(place).await.unwrap();
        writing.add(Bytes::from_static(b"half")).await.unwrap();
        std::mem::forget(writing);
        let coming = folder.path().join(COMING);
        assert_eq!(std::fs::read_dir(&coming).unwrap().count(), 1);
        let files = Folder::open(folder.path().into()).await.unwrap();
        assert_eq!(std::fs::read_dir(&coming).unwrap().count(), 0);
        assert!(files.read(place).await.unwrap().is_none());
    }
}
