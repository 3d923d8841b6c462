//! The data folder: one process at a time, the database file in it, and how connections to it are set up.

use crate::port::DataError;
use crate::search::fold;
use frontdesk_model::Timestamp;
use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, ErrorCode, OpenFlags};
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Of 3.51.3: before it, a checkpoint that races a writer can damage the file.
const SQLITE_VERSION_MIN: i32 = 3_051_003;
const STATEMENTS_KEPT: usize = 128;
const WRITER_CACHE_KIB: i64 = 64 * 1024;
const READER_CACHE_KIB: i64 = 8 * 1024;
/// The log is cut down to this when it starts over.
const LOG_BYTES_KEPT: i64 = 128 * 1024 * 1024;

#[derive(Clone, Debug)]
pub struct SqliteOptions {
    /// Written beside the migrations that are applied.
    pub now: Timestamp,
    /// Threads that read, each with its own connection.
    pub readers: usize,
    /// A read that takes longer is broken off: one that never ends would keep the log from starting over.
    pub read_limit: Duration,
    /// The file may not grow beyond so many pages of 4 KiB; none = the disk is the limit.
    pub pages_max: Option<u32>,
}

impl SqliteOptions {
    pub fn new(now: Timestamp) -> Self {
        SqliteOptions { now, readers: 3, read_limit: Duration::from_secs(10), pages_max: None }
    }
}

pub fn database_file(folder: &Path) -> PathBuf {
    folder.join("frontdesk.sqlite")
}

pub fn log_file(folder: &Path) -> PathBuf {
    folder.join("frontdesk.sqlite-wal")
}

/// Beside the store's: what its texts are searched in.
pub fn search_file(database: &Path) -> PathBuf {
    database.with_file_name("search.sqlite")
}

/// Makes the folder if need be and takes it for this process, until the file is dropped.
pub fn lock(folder: &Path) -> Result<File, DataError> {
    create_folder(folder).map_err(|error| io_error(folder, &error))?;
    let path = folder.join("LOCK");
    let file = File::options().create(true).truncate(false).write(true).open(&path);
    let file = file.map_err(|error| io_error(&path, &error))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(DataError::InUse { folder: folder.to_owned() }),
        Err(TryLockError::Error(error)) => Err(io_error(&path, &error)),
    }
}

/// For this user alone: what customers wrote is in it.
fn create_folder(folder: &Path) -> std::io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(folder)
}

/// As [`create_folder`], for a file that is written elsewhere.
pub fn make_private(file: &Path) -> std::io::Result<()> {
    #[cfg(unix)]
    fs::set_permissions(file, std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
    let _ = file;
    Ok(())
}

pub fn writer(file: &Path, options: &SqliteOptions) -> Result<Connection, DataError> {
    check_library(file)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let open = || -> rusqlite::Result<Connection> {
        let connection = Connection::open_with_flags(file, flags)?;
        let journal_mode: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
        if journal_mode != "wal" {
            let detail = format!("the file system allows no write-ahead log (journal mode {journal_mode})");
            return Err(rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(14), Some(detail)));
        }
        // FULL is not the default of every build, and belongs to the connection: NORMAL loses acknowledged commits.
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "journal_size_limit", LOG_BYTES_KEPT)?;
        if let Some(pages_max) = options.pages_max {
            connection.query_row(&format!("PRAGMA max_page_count = {pages_max}"), [], |_| Ok(()))?;
        }
        set_up(&connection, WRITER_CACHE_KIB)?;
        Ok(connection)
    };
    open().map_err(|error| data_error(file, &error))
}

pub fn reader(file: &Path) -> Result<Connection, DataError> {
    check_library(file)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let open = || -> rusqlite::Result<Connection> {
        let connection = Connection::open_with_flags(file, flags)?;
        set_up(&connection, READER_CACHE_KIB)?;
        let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
        connection
            .create_scalar_function("fold", 1, flags, |context| Ok(context.get_raw(0).as_str_or_null()?.map(fold)))?;
        Ok(connection)
    };
    open().map_err(|error| data_error(file, &error))
}

fn set_up(connection: &Connection, cache_kib: i64) -> rusqlite::Result<()> {
    connection.busy_timeout(Duration::from_secs(10))?;
    connection.pragma_update(None, "cache_size", -cache_kib)?;
    connection.pragma_update(None, "mmap_size", 0)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS_KEPT);
    Ok(())
}

fn check_library(file: &Path) -> Result<(), DataError> {
    if rusqlite::version_number() >= SQLITE_VERSION_MIN {
        return Ok(());
    }
    let detail = format!("SQLite {} can damage it; 3.51.3 is the oldest that is safe", rusqlite::version());
    Err(DataError::Io { path: file.to_owned(), detail })
}

/// Makes the names in a folder as durable as the files' contents.
pub fn sync_folder(folder: &Path) -> Result<(), DataError> {
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(|error| io_error(folder, &error))
}

pub fn io_error(path: &Path, error: &std::io::Error) -> DataError {
    DataError::Io { path: path.to_owned(), detail: error.to_string() }
}

pub fn data_error(file: &Path, error: &rusqlite::Error) -> DataError {
    let detail = error.to_string();
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
            DataError::Damaged { file: file.to_owned(), detail }
        }
        _ => DataError::Io { path: file.to_owned(), detail },
    }
}
