//! The store: a port, its backends and the one suite they all pass. Rows are the truth; the journal is written with them.
//!
//! Refuses to know: when something may change (the engine's), who may see it (the server's), how it is shown. SQL lives
//! here and nowhere else.

pub mod port;

pub use port::{AgentConversations, CommitError, Credentials, DataError, Page, ReadError, Store};
