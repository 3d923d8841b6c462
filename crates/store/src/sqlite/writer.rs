//! The one thread that writes. What piled up while it was busy becomes one transaction: with its own fence for each
//! organisation, one fsync for all of them. Nobody is answered before the commit; the log is worked off afterwards.

use super::commit::{Fault, bulk_load, take_ownership, write_batch};
use crate::port::CommitError;
use frontdesk_model::{Batch, OrganizationId, Row};
use rusqlite::Connection;
use std::fs::File;
use std::sync::Arc;
use std::sync::atomic::{AtomicI32, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;
use tokio::sync::oneshot;

/// Batches in one transaction: for fairness, not for speed.
const GROUP_MAX: usize = 256;
/// Pages of log before they are copied into the database.
const CHECKPOINT_PAGES: i32 = 16_000;
/// Pages by which the log may grow before that is tried again, if readers stood in the way.
const RETRY_PAGES: i32 = 4_000;
/// With nothing to do for so long, the log is copied at once: a start after a crash then has less to read.
const IDLE: Duration = Duration::from_secs(1);

pub enum Work {
    Commit(Batch),
    TakeOwnership(OrganizationId),
    BulkLoad(OrganizationId, Vec<Row>),
}

/// What was done: the fence, if ownership was taken.
type Done = Result<u64, CommitError>;

struct Job {
    work: Work,
    reply: oneshot::Sender<Done>,
}

pub struct Writer {
    jobs: Option<Sender<Job>>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    /// Keeps `lock` until the last commit is done.
    pub fn start(connection: Connection, lock: Arc<File>) -> std::io::Result<Self> {
        let (jobs, waiting) = channel();
        let work = move || {
            run(connection, &waiting);
            drop(lock);
        };
        let thread = std::thread::Builder::new().name("store-writer".to_owned()).spawn(work)?;
        Ok(Writer { jobs: Some(jobs), thread: Some(thread) })
    }

    /// In the order of the calls, whenever the answers are awaited.
    pub fn run(&self, work: Work) -> impl Future<Output = Done> + Send + 'static {
        let (reply, done) = oneshot::channel();
        if let Some(jobs) = &self.jobs {
            // With the thread gone the reply is dropped too, which is what the caller hears.
            let _ = jobs.send(Job { work, reply });
        }
        async { done.await.unwrap_or_else(|_| Err(CommitError::Unknown("the store is closed".to_owned()))) }
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        drop(self.jobs.take());
        if let Some(thread) = self.thread.take() {
            // A panic there has been reported by its own thread.
            let _ = thread.join();
        }
    }
}

fn run(mut connection: Connection, waiting: &Receiver<Job>) {
    let mut log = Log::watch(&mut connection);
    // After an I/O error nobody knows which pages the disk has: nothing more is written until the file is opened anew.
    let mut broken = None;
    loop {
        let first = match waiting.recv_timeout(IDLE) {
            Ok(job) => job,
            Err(RecvTimeoutError::Timeout) => {
                log.checkpoint_idle(&connection);
                let Ok(job) = waiting.recv() else { return };
                job
            }
            Err(RecvTimeoutError::Disconnected) => return,
        };
        let mut group = vec![first];
        group.extend(waiting.try_iter().take(GROUP_MAX - 1));
        if let Some(error) = &broken {
            answer_all(group, error);
            continue;
        }
        match write_group(&mut connection, group) {
            None => log.checkpoint_if_due(&connection),
            // The log holds many images of the same pages: copied, its space can be used again.
            Some(CommitError::Full) => checkpoint(&connection),
            error => broken = error,
        }
    }
}

/// Answers every job of the group; what the disk has against it comes back too. A batch that is refused takes nobody
/// else with it: the rest is written without it.
fn write_group(connection: &mut Connection, mut group: Vec<Job>) -> Option<CommitError> {
    while !group.is_empty() {
        match try_group(connection, &mut group) {
            Ok(done) => {
                for (job, number) in group.into_iter().zip(done) {
                    // Whoever does not wait for the answer any more does not need it.
                    let _ = job.reply.send(Ok(number));
                }
                return None;
            }
            Err((index, Fault::Batch(error))) => {
                let _ = group.remove(index).reply.send(Err(error));
            }
            Err((_, Fault::Disk(error))) => {
                tracing::error!(%error, "the store cannot write");
                answer_all(group, &error);
                return Some(error);
            }
        }
    }
    None
}

/// All of the group in one transaction, or none and the place where it failed.
fn try_group(connection: &mut Connection, group: &mut [Job]) -> Result<Vec<u64>, (usize, Fault)> {
    let disk = |error: rusqlite::Error| (0, disk_fault(error));
    let transaction = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate).map_err(disk)?;
    let mut done = Vec::with_capacity(group.len());
    for (index, job) in group.iter_mut().enumerate() {
        let number = match &mut job.work {
            Work::Commit(batch) => write_batch(&transaction, batch).map(|()| 0),
            Work::TakeOwnership(organization_id) => take_ownership(&transaction, *organization_id),
            Work::BulkLoad(organization_id, rows) => bulk_load(&transaction, *organization_id, rows).map(|()| 0),
        };
        done.push(number.map_err(|fault| (index, fault))?);
    }
    transaction.commit().map_err(disk)?;
    Ok(done)
}

/// Of a statement that belongs to no batch.
fn disk_fault(error: rusqlite::Error) -> Fault {
    match Fault::from(error) {
        Fault::Batch(error) | Fault::Disk(error) => Fault::Disk(error),
    }
}

fn answer_all(group: Vec<Job>, error: &CommitError) {
    for job in group {
        let _ = job.reply.send(Err(error.clone()));
    }
}

/// The write-ahead log's length in pages, as of the last commit, and when to copy it.
struct Log {
    pages: Arc<AtomicI32>,
    before: i32,
    due: i32,
}

impl Log {
    fn watch(connection: &mut Connection) -> Self {
        let pages = Arc::new(AtomicI32::new(0));
        let seen = pages.clone();
        let hook = move |_: &mut rusqlite::hooks::Wal, pages: i32| {
            seen.store(pages, Ordering::Relaxed);
            Ok(())
        };
        if let Err(error) = connection.wal_hook(Some(hook)) {
            tracing::error!(%error, "the log's length cannot be watched: SQLite copies it by itself");
        }
        Log { pages, before: 0, due: CHECKPOINT_PAGES }
    }

    fn checkpoint_if_due(&mut self, connection: &Connection) {
        let pages = self.pages.load(Ordering::Relaxed);
        if pages < self.before {
            self.due = CHECKPOINT_PAGES;
        }
        self.before = pages;
        if pages >= self.due {
            self.due = pages + RETRY_PAGES;
            checkpoint(connection);
        }
    }

    fn checkpoint_idle(&mut self, connection: &Connection) {
        if self.pages.swap(0, Ordering::Relaxed) > 0 {
            checkpoint(connection);
        }
    }
}

/// Passive: waits for nobody. A failure costs nothing but space, and the next one tries again.
fn checkpoint(connection: &Connection) {
    if let Err(error) = connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(())) {
        tracing::warn!(%error, "the log could not be copied into the database");
    }
}
