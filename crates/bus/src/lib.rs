//! Tells those who listen what has been committed. Publish and subscribe, nothing more: a lost or doubled notice is
//! harmless, since every listener resumes from the store by its own last number.
//!
//! Refuses to know: what a notice means to its listener, who may hear of it, and where anything is kept.

mod in_process;
#[cfg(test)]
mod suite;

pub use in_process::InProcess;

use frontdesk_model::{JournalEntry, OrganizationId};
use futures_util::future::BoxFuture;
use futures_util::stream::BoxStream;
use std::sync::Arc;

/// Carries notices to all listeners of an organisation, on this node and, where there are others, on those too.
pub trait Bus: Send + Sync + 'static {
    /// Never waits for a listener. Only what is committed may be published.
    fn publish(&self, notice: Notice);
    /// Everything published for this organisation after the call, in the order of publishing. Ends with the bus.
    fn subscribe(&self, organization_id: OrganizationId) -> BoxFuture<'static, BoxStream<'static, Heard>>;
}

#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    pub organization_id: OrganizationId,
    pub news: News,
}

#[derive(Clone, Debug, PartialEq)]
pub enum News {
    /// The journal has been written up to this number. Entries ride along where that is cheap; without them, or with a
    /// gap before them, the store has them.
    Committed { up_to: u64, entries: Arc<[Arc<JournalEntry>]> },
    /// Something that is not kept, such as typing: whoever misses it misses it. The topic says who cares.
    Fleeting { topic: Arc<str>, payload: Arc<str> },
}

/// What a listener is told.
#[derive(Clone, Debug, PartialEq)]
pub enum Heard {
    Notice(Notice),
    /// Some notices were lost on the way, since this listener was slow or a connection broke: resume from the store.
    Missed,
}
