//! Files in this process's memory: for tests and trials. What is in it is gone with it.

use crate::port::{BoxFuture, Contents, Files, FilesError, Place, Writing};
use bytes::{Bytes, BytesMut};
use futures_util::stream;
use std::collections::BTreeMap;
use std::future::ready;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

type Kept = Arc<Mutex<BTreeMap<Place, Bytes>>>;

#[derive(Clone, Default)]
pub struct Memory {
    kept: Kept,
}

impl Files for Memory {
    fn write(&self, place: Place) -> BoxFuture<'_, Result<Box<dyn Writing>, FilesError>> {
        let writing = MemoryWriting { kept: self.kept.clone(), place, bytes: BytesMut::new() };
        Box::pin(ready(Ok(Box::new(writing) as Box<dyn Writing>)))
    }

    fn read(&self, place: Place) -> BoxFuture<'_, Result<Option<Contents>, FilesError>> {
        let bytes = lock(&self.kept).get(&place).cloned();
        Box::pin(ready(Ok(bytes.map(|bytes| Contents {
            size_bytes: bytes.len() as u64,
            chunks: Box::pin(stream::once(ready(Ok(bytes)))),
        }))))
    }

    fn delete(&self, place: Place) -> BoxFuture<'_, Result<(), FilesError>> {
        lock(&self.kept).remove(&place);
        Box::pin(ready(Ok(())))
    }
}

struct MemoryWriting {
    kept: Kept,
    place: Place,
    bytes: BytesMut,
}

impl Writing for MemoryWriting {
    fn add(&mut self, bytes: Bytes) -> BoxFuture<'_, Result<(), FilesError>> {
        self.bytes.extend_from_slice(&bytes);
        Box::pin(ready(Ok(())))
    }

    fn finish(self: Box<Self>) -> BoxFuture<'static, Result<(), FilesError>> {
        lock(&self.kept).insert(self.place, self.bytes.freeze());
        Box::pin(ready(Ok(())))
    }
}

/// Entries are put and taken whole: what a panicking thread left behind is still consistent.
fn lock(kept: &Kept) -> MutexGuard<'_, BTreeMap<Place, Bytes>> {
    kept.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    crate::suite::run!(|| async { ((), std::sync::Arc::new(crate::Memory::default())) });
}
