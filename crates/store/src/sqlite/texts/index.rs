//! The file in which words are found: SQLite's full-text index (FTS5), in the order of time. Texts themselves are not in
//! it. Knows nothing of the store's tables.

use super::Progress;
use super::source::{ConversationTexts, NONE_SCANNED};
use crate::port::{DataError, FoundText, FoundTexts, TextPlace, TextSearch};
use crate::sqlite::open::{self, data_error, io_error};
use crate::sqlite::values::*;
use crate::words::{Wanted, words};
use frontdesk_model::{ConversationId, OrganizationId, Timestamp, Uuid};
use rusqlite::{Connection, TransactionBehavior};
use std::fmt::Write;
use std::path::Path;
use std::time::{Duration, Instant};

/// A file with another number is made anew: raise it when the tables or the words change.
const VERSION: i64 = 1;
const STEPS_BETWEEN_LOOKS: i32 = 1_000;
/// Texts of the same millisecond get places of their own.
const PLACES_IN_A_MILLISECOND: u32 = 20;

/// Words come folded and apart: `ascii` only splits at the spaces between them. Rows are numbered by time, so that the
/// newest are found first without sorting all.
const TABLES: &str = "
CREATE TABLE progress (
    organization_id BLOB NOT NULL PRIMARY KEY,
    head INTEGER NOT NULL,
    scanned BLOB
) STRICT, WITHOUT ROWID;
CREATE TABLE conversation (
    key INTEGER NOT NULL PRIMARY KEY,
    organization_id BLOB NOT NULL,
    id BLOB NOT NULL,
    last_number INTEGER NOT NULL,
    subject TEXT NOT NULL,
    subject_place INTEGER NOT NULL,
    UNIQUE (organization_id, id)
) STRICT;
CREATE TABLE place (
    place INTEGER NOT NULL PRIMARY KEY,
    conversation INTEGER NOT NULL,
    number INTEGER
) STRICT;
CREATE VIRTUAL TABLE word USING fts5 (
    words, content = '', contentless_delete = 1, prefix = '2 3', tokenize = 'ascii'
);";

const CLEAR: &str = "BEGIN; DELETE FROM progress; DELETE FROM conversation; DELETE FROM place;
    INSERT INTO word (word) VALUES ('delete-all'); COMMIT;";
const PROGRESS: &str = "SELECT head, scanned FROM progress WHERE organization_id = ?1";
const SET_PROGRESS: &str = "INSERT INTO progress (organization_id, head, scanned) VALUES (?1, ?2, ?3)
    ON CONFLICT (organization_id) DO UPDATE SET head = excluded.head, scanned = excluded.scanned";
const CONVERSATION: &str =
    "SELECT key, subject, subject_place FROM conversation WHERE organization_id = ?1 AND id = ?2";
const LAST_NUMBER: &str = "SELECT last_number FROM conversation WHERE organization_id = ?1 AND id = ?2";
const ADD_CONVERSATION: &str =
    "INSERT INTO conversation (organization_id, id, last_number, subject, subject_place) VALUES (?1, ?2, 0, '', 0)
    RETURNING key, subject, subject_place";
const SET_SUBJECT: &str = "UPDATE conversation SET subject = ?2, subject_place = ?3 WHERE key = ?1";
const SET_LAST_NUMBER: &str = "UPDATE conversation SET last_number = ?2 WHERE key = ?1";
const LAST_PLACE: &str = "SELECT max(place) FROM place WHERE place >= ?1 AND place < ?2";
const ADD_PLACE: &str = "INSERT INTO place (place, conversation, number) VALUES (?1, ?2, ?3)";
const REMOVE_PLACE: &str = "DELETE FROM place WHERE place = ?1";
const ADD_WORDS: &str = "INSERT INTO word (rowid, words) VALUES (?1, ?2)";
const REMOVE_WORDS: &str = "DELETE FROM word WHERE rowid = ?1";
const SEARCH: &str = "SELECT p.place, c.id, p.number FROM word w
    JOIN place p ON p.place = w.rowid
    JOIN conversation c ON c.key = p.conversation
    WHERE w.word MATCH ?1 AND w.rowid < ?2 AND c.organization_id = ?3 ORDER BY w.rowid DESC LIMIT ?4";

pub struct Index {
    connection: Connection,
    search_limit: Duration,
}

impl Index {
    /// What cannot be used is thrown away: all of it can be read again.
    pub fn open(file: &Path, search_limit: Duration) -> Result<Index, DataError> {
        if let Ok(connection) = open_current(file) {
            return Ok(Index { connection, search_limit });
        }
        for name in [file.to_owned(), with_suffix(file, "-wal"), with_suffix(file, "-shm")] {
            match std::fs::remove_file(&name) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(io_error(&name, &error)),
                _ => {}
            }
        }
        let make = || -> rusqlite::Result<Connection> {
            let connection = connect(file)?;
            connection.execute_batch(&format!("BEGIN; {TABLES} PRAGMA user_version = {VERSION}; COMMIT;"))?;
            Ok(connection)
        };
        let connection = make().map_err(|error| data_error(file, &error))?;
        open::make_private(file).map_err(|error| io_error(file, &error))?;
        Ok(Index { connection, search_limit })
    }

    /// Of an organisation seen for the first time, everything up to `head` is still to be read.
    pub fn progress(&self, organization_id: OrganizationId, head: u64) -> rusqlite::Result<Progress> {
        let anew = Progress { head, scanned: Some(NONE_SCANNED) };
        match self.known_progress(organization_id)? {
            Some(progress) if progress.head <= head => Ok(progress),
            None => Ok(anew),
            // Another store lies where this one's was, an older copy perhaps: what is known here is not of it.
            Some(_) => self.connection.execute_batch(CLEAR).map(|()| anew),
        }
    }

    /// Everything from this conversation on is to be read again.
    pub fn scan_from(&self, organization_id: OrganizationId, first: ConversationId) -> rusqlite::Result<()> {
        let Some(progress) = self.known_progress(organization_id)? else { return Ok(()) };
        let before = ConversationId(Uuid::from_u128(first.0.as_u128().saturating_sub(1)));
        let scanned = progress.scanned.map_or(before, |scanned| scanned.min(before));
        let values: [&dyn Column; 3] = [&organization_id, &progress.head, &Some(scanned)];
        execute(&self.connection, SET_PROGRESS, &values).map(drop)
    }

    pub fn last_number(&self, organization_id: OrganizationId, id: ConversationId) -> rusqlite::Result<u64> {
        let found = query_one(&self.connection, LAST_NUMBER, &[&organization_id, &id], |row| row.next())?;
        Ok(found.unwrap_or(0))
    }

    /// All in one transaction, with how far one has come by it.
    pub fn take_up(
        &mut self,
        organization_id: OrganizationId,
        texts: &[ConversationTexts],
        progress: Progress,
    ) -> rusqlite::Result<()> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for conversation in texts {
            take_up(&transaction, organization_id, conversation)?;
        }
        let values: [&dyn Column; 3] = [&organization_id, &progress.head, &progress.scanned];
        execute(&transaction, SET_PROGRESS, &values)?;
        transaction.commit()
    }

    pub fn search(
        &mut self,
        organization_id: OrganizationId,
        search: &TextSearch,
        complete: bool,
    ) -> rusqlite::Result<FoundTexts> {
        let (began, limit) = (Instant::now(), self.search_limit);
        self.connection.progress_handler(STEPS_BETWEEN_LOOKS, Some(move || began.elapsed() >= limit))?;
        let before = search.before.map_or(i64::MAX, |place| place.0);
        let one_more = i64::from(search.limit) + 1;
        let expression = expression(&search.wanted);
        let values: [&dyn Column; 4] = [&expression, &before, &organization_id, &one_more];
        let found = query(&self.connection, SEARCH, &values, |row| {
            Ok(FoundText { place: TextPlace(row.next()?), conversation_id: row.next()?, message_number: row.next()? })
        });
        self.connection.progress_handler(0, None::<fn() -> bool>)?;
        let mut items = found?;
        let more = items.len() > search.limit as usize;
        items.truncate(search.limit as usize);
        Ok(FoundTexts { items, more, complete })
    }

    fn known_progress(&self, organization_id: OrganizationId) -> rusqlite::Result<Option<Progress>> {
        query_one(&self.connection, PROGRESS, &[&organization_id], |row| {
            Ok(Progress { head: row.next()?, scanned: row.next()? })
        })
    }
}

fn take_up(
    connection: &Connection,
    organization_id: OrganizationId,
    texts: &ConversationTexts,
) -> rusqlite::Result<()> {
    let read = |row: &mut Columns<'_>| Ok((row.next::<i64>()?, row.next::<String>()?, row.next::<i64>()?));
    let known = query_one(connection, CONVERSATION, &[&organization_id, &texts.id], read)?;
    let (key, subject, subject_place) = match known {
        Some(known) => known,
        None => query_one(connection, ADD_CONVERSATION, &[&organization_id, &texts.id], read)?
            .ok_or(rusqlite::Error::QueryReturnedNoRows)?,
    };
    if subject != texts.subject {
        if subject_place != 0 {
            execute(connection, REMOVE_WORDS, &[&subject_place])?;
            execute(connection, REMOVE_PLACE, &[&subject_place])?;
        }
        let place = add(connection, key, texts.created_at, None, &texts.subject)?;
        execute(connection, SET_SUBJECT, &[&key, &texts.subject, &place])?;
    }
    for message in texts.messages.iter().filter(|message| !message.text.is_empty()) {
        add(connection, key, message.sent_at, Some(message.number), &message.text)?;
    }
    if let Some(last) = texts.messages.last() {
        execute(connection, SET_LAST_NUMBER, &[&key, &last.number])?;
    }
    Ok(())
}

/// Its place: by time, and within a millisecond after those that are there.
fn add(connection: &Connection, key: i64, at: Timestamp, number: Option<u64>, text: &str) -> rusqlite::Result<i64> {
    let first = at.as_millis().clamp(1, i64::MAX >> (PLACES_IN_A_MILLISECOND + 1)) << PLACES_IN_A_MILLISECOND;
    let next = first + (1 << PLACES_IN_A_MILLISECOND);
    let last: Option<Option<i64>> = query_one(connection, LAST_PLACE, &[&first, &next], |row| row.next())?;
    let place = last.flatten().map_or(first, |last| last + 1);
    let mut folded = String::with_capacity(text.len());
    for word in words(text) {
        folded.push_str(&word.folded);
        folded.push(' ');
    }
    execute(connection, ADD_PLACE, &[&place, &key, &number])?;
    execute(connection, ADD_WORDS, &[&place, &folded])?;
    Ok(place)
}

/// Words are letters and digits only, so nothing in them means anything to FTS5.
fn expression(wanted: &Wanted) -> String {
    let mut expression = String::new();
    for piece in wanted.pieces() {
        let and = if expression.is_empty() { "" } else { " AND " };
        let open = if piece.open { " *" } else { "" };
        // Writing to a String cannot fail.
        let _ = write!(expression, "{and}\"{}\"{open}", piece.words.join(" "));
    }
    expression
}

fn open_current(file: &Path) -> rusqlite::Result<Connection> {
    let connection = connect(file)?;
    let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if version != VERSION {
        return Err(rusqlite::Error::InvalidQuery);
    }
    // Reads the first page of each table: a file that is no database, or torn, says so here.
    connection.query_row("SELECT count(*) FROM progress", [], |_| Ok(()))?;
    Ok(connection)
}

fn connect(file: &Path) -> rusqlite::Result<Connection> {
    let connection = Connection::open(file)?;
    connection.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
    // What a power cut takes is read again: words and progress are lost together.
    connection.pragma_update(None, "synchronous", "NORMAL")?;
    connection.pragma_update(None, "cache_size", -16 * 1024)?;
    connection.set_prepared_statement_cache_capacity(32);
    Ok(connection)
}

fn with_suffix(file: &Path, suffix: &str) -> std::path::PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}
