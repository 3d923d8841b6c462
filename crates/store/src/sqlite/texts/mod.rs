//! Search over all texts. It has a file and a thread of its own, follows the journal a moment behind, and costs commits
//! nothing; a search waits until it has caught up. The file is derived: lost, damaged or of another version, it is made
//! anew from the store. Knows nothing of who may see what is found.

mod index;
mod source;

use super::open;
use super::readers::read_error;
use crate::port::{BoxFuture, DataError, FoundTexts, ReadError, TextSearch};
use frontdesk_model::{ConversationId, OrganizationId, Row};
use index::Index;
use source::Source;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};
use tokio::sync::oneshot;

/// What was written is taken up together, so that the file is not written for each message.
const PAUSE: Duration = Duration::from_millis(250);
/// A search waits so long for what was written before it.
const CATCH_UP: Duration = Duration::from_secs(2);

enum Request {
    Search {
        organization_id: OrganizationId,
        search: TextSearch,
        reply: oneshot::Sender<Result<FoundTexts, ReadError>>,
    },
    /// Came without a journal: to be looked at from this conversation on.
    Loaded {
        organization_id: OrganizationId,
        first: ConversationId,
        reply: oneshot::Sender<()>,
    },
    Written,
}

pub struct Texts {
    requests: Option<Sender<Request>>,
    /// A notice is on its way.
    told: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Texts {
    /// `file` is the store's, which must be there.
    pub fn start(file: &Path, read_limit: Duration) -> Result<Texts, DataError> {
        let source = Source::new(open::reader(file)?);
        let index = Index::open(&open::search_file(file), read_limit)?;
        let (requests, waiting) = channel();
        let told = Arc::new(AtomicBool::new(false));
        let mut worker = Worker { source, index, told: told.clone() };
        let thread = std::thread::Builder::new().name("store-texts".to_owned()).spawn(move || worker.run(&waiting));
        let thread = thread.map_err(|error| open::io_error(file, &error))?;
        Ok(Texts { requests: Some(requests), told, thread: Some(thread) })
    }

    /// Something was committed. Never waits.
    pub fn written(&self) {
        if !self.told.swap(true, Ordering::AcqRel) {
            self.request(Request::Written);
        }
    }

    pub fn loaded(&self, organization_id: OrganizationId, first: ConversationId) -> BoxFuture<'_, ()> {
        let (reply, done) = oneshot::channel();
        self.request(Request::Loaded { organization_id, first, reply });
        // With the thread gone the file is made anew at the next start.
        Box::pin(async { done.await.unwrap_or(()) })
    }

    pub fn search(
        &self,
        organization_id: OrganizationId,
        search: TextSearch,
    ) -> BoxFuture<'_, Result<FoundTexts, ReadError>> {
        let (reply, found) = oneshot::channel();
        self.request(Request::Search { organization_id, search, reply });
        Box::pin(async { found.await.unwrap_or_else(|_| Err(ReadError("the store is closed".to_owned()))) })
    }

    fn request(&self, request: Request) {
        if let Some(requests) = &self.requests {
            // With the thread gone the reply is dropped too, which is what the caller hears.
            let _ = requests.send(request);
        }
    }
}

impl Drop for Texts {
    fn drop(&mut self) {
        drop(self.requests.take());
        if let Some(thread) = self.thread.take() {
            // A panic there has been reported by its own thread.
            let _ = thread.join();
        }
    }
}

/// Whose texts a row changes.
pub fn conversation_of(row: &Row) -> Option<ConversationId> {
    match row {
        Row::Conversation(conversation) => Some(conversation.id),
        Row::Message(message) => Some(message.conversation_id),
        _ => None,
    }
}

struct Worker {
    source: Source,
    index: Index,
    told: Arc<AtomicBool>,
}

impl Worker {
    fn run(&mut self, waiting: &Receiver<Request>) {
        // What was written while it was not there.
        let mut behind = true;
        loop {
            let request = if behind {
                match waiting.recv_timeout(Duration::ZERO) {
                    Err(RecvTimeoutError::Disconnected) => return,
                    request => request.ok(),
                }
            } else {
                match waiting.recv() {
                    Err(_) => return,
                    request => request.ok(),
                }
            };
            match request {
                Some(request) => {
                    self.answer(request, waiting, behind);
                    behind = true;
                }
                None => behind = self.advance().unwrap_or_else(report),
            }
        }
    }

    fn answer(&mut self, request: Request, waiting: &Receiver<Request>, behind: bool) {
        match request {
            Request::Search { organization_id, search, reply } => {
                // Whoever does not wait for the answer any more does not need it.
                let _ = reply.send(self.search(organization_id, &search).map_err(read_error));
            }
            Request::Loaded { organization_id, first, reply } => {
                if let Err(error) = self.index.scan_from(organization_id, first) {
                    report(error);
                }
                let _ = reply.send(());
            }
            Request::Written => {
                let next = if behind { None } else { waiting.recv_timeout(PAUSE).ok() };
                self.told.store(false, Ordering::Release);
                if let Some(next) = next {
                    self.answer(next, waiting, true);
                }
            }
        }
    }

    fn search(&mut self, organization_id: OrganizationId, search: &TextSearch) -> rusqlite::Result<FoundTexts> {
        let until = Instant::now() + CATCH_UP;
        let mut complete = false;
        while !complete && Instant::now() < until {
            complete = !self.advance()?;
        }
        self.index.search(organization_id, search, complete)
    }

    /// Reads one piece of what is not in the file yet. Whether there is more.
    fn advance(&mut self) -> rusqlite::Result<bool> {
        let mut more = false;
        for (organization_id, head) in self.source.heads()? {
            let progress = self.index.progress(organization_id, head)?;
            let (ids, next) = self.source.next(organization_id, head, progress)?;
            if next != progress {
                let texts =
                    self.source.texts(organization_id, &ids, |id| self.index.last_number(organization_id, id))?;
                self.index.take_up(organization_id, &texts, next)?;
                more |= next.head < head || next.scanned.is_some();
            }
        }
        Ok(more)
    }
}

/// The next notice tries again.
fn report(error: rusqlite::Error) -> bool {
    tracing::error!(%error, "texts cannot be made searchable");
    false
}

/// How far the file has come with one organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Progress {
    /// Of the journal.
    head: u64,
    /// What was there before is read in the order of ids: up to this one. None: all of it.
    scanned: Option<ConversationId>,
}
