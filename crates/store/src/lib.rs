//! The store: a port, its backends and the one suite they all pass. Rows are the truth; the journal is written with them.
//!
//! Refuses to know: when something may change (the engine's), who may see it (the server's), how it is shown. SQL lives
//! here and nowhere else.

mod batch;
mod codes;
mod memory;
pub mod port;
mod search;
mod sqlite;
#[cfg(test)]
mod suite;
pub mod words;

pub use memory::Memory;
pub use port::{
    AgentConversations, BoxFuture, CommitError, CredentialHolder, Credentials, DataError, FoundText, FoundTexts, Page,
    ReadError, Record, RecordKind, SessionsOfConversation, Store, TextPlace, TextSearch,
};
pub use sqlite::{Sqlite, SqliteOptions, restore};
