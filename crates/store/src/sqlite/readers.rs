//! A few threads that read, each with its own connection, so that no asynchronous worker ever waits for the disk.

use super::open;
use crate::port::{DataError, ReadError};
use rusqlite::{Connection, ErrorCode};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};
use tokio::sync::{mpsc, oneshot};

/// Reads that may wait for a thread; whoever comes then waits to be let in.
const WAITING_MAX: usize = 1_024;
/// Steps of SQLite's machine between two looks at the time.
const STEPS_BETWEEN_LOOKS: i32 = 1_000;

type Job = Box<dyn FnOnce(&Connection) + Send>;

pub struct Readers {
    jobs: Option<mpsc::Sender<Job>>,
    threads: Vec<JoinHandle<()>>,
}

impl Readers {
    pub fn start(file: &Path, count: usize, limit: Duration) -> Result<Self, DataError> {
        let (jobs, waiting) = mpsc::channel::<Job>(WAITING_MAX);
        let waiting = Arc::new(Mutex::new(waiting));
        let mut readers = Readers { jobs: Some(jobs), threads: Vec::new() };
        for _ in 0..count.max(1) {
            let mut connection = open::reader(file)?;
            let waiting = waiting.clone();
            let work = move || {
                loop {
                    let job = waiting.lock().unwrap_or_else(PoisonError::into_inner).blocking_recv();
                    let Some(job) = job else { return };
                    limit_time(&mut connection, limit);
                    job(&connection);
                }
            };
            let thread = std::thread::Builder::new().name("store-reader".to_owned()).spawn(work);
            readers.threads.push(thread.map_err(|error| open::io_error(file, &error))?);
        }
        Ok(readers)
    }

    pub async fn read<T: Send + 'static>(
        &self,
        look: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, ReadError> {
        let closed = || ReadError("the store is closed".to_owned());
        let (reply, found) = oneshot::channel();
        let job: Job = Box::new(move |connection| {
            // Whoever does not wait for the answer any more does not need it.
            let _ = reply.send(look(connection));
        });
        self.jobs.as_ref().ok_or_else(closed)?.send(job).await.map_err(|_| closed())?;
        found.await.map_err(|_| closed())?.map_err(read_error)
    }
}

impl Drop for Readers {
    fn drop(&mut self) {
        drop(self.jobs.take());
        for thread in self.threads.drain(..) {
            // A panic there has been reported by its own thread.
            let _ = thread.join();
        }
    }
}

pub fn read_error(error: rusqlite::Error) -> ReadError {
    match error.sqlite_error_code() {
        Some(ErrorCode::OperationInterrupted) => ReadError("it took too long and was broken off".to_owned()),
        _ => ReadError(error.to_string()),
    }
}

fn limit_time(connection: &mut Connection, limit: Duration) {
    let began = Instant::now();
    if let Err(error) = connection.progress_handler(STEPS_BETWEEN_LOOKS, Some(move || began.elapsed() >= limit)) {
        tracing::warn!(%error, "a read goes on without a time limit");
    }
}
