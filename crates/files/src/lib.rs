//! The bytes of files that people send one another: where they lie (a port with its backends), and what they may be
//! (`content`). Refuses to know conversations, HTTP, and who may read them.

pub mod content;
mod folder;
mod memory;
mod port;
#[cfg(test)]
mod suite;

pub use folder::Folder;
pub use memory::Memory;
pub use port::{BoxFuture, Chunks, Contents, Files, FilesError, Place, Writing};
