//! Copies, restores and checks. Reads while everything else goes on; writes only new files.

use super::open::{self, data_error, io_error};
use super::{migrate, values::*};
use crate::port::DataError;
use frontdesk_model::{ConversationId, OrganizationId, ParticipantId, SessionId};
use rusqlite::Connection;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// A consistent copy of `database` as the new file `target`, complete or not there at all.
pub fn backup(database: &Path, target: &Path) -> Result<(), DataError> {
    if target.exists() {
        return Err(DataError::Io { path: target.to_owned(), detail: "it is there already".to_owned() });
    }
    let unfinished = unfinished(target);
    let copy = || -> Result<(), DataError> {
        remove_if_there(&unfinished)?;
        let connection = open::reader(database)?;
        let name = unfinished.to_str().ok_or_else(|| DataError::Io {
            path: target.to_owned(),
            detail: "SQLite can only write to paths that are UTF-8".to_owned(),
        })?;
        execute(&connection, "VACUUM INTO ?1", &[&name]).map_err(|error| data_error(&unfinished, &error))?;
        publish(&unfinished, target)
    };
    copy().inspect_err(|_| {
        // What matters is why the copy failed.
        let _ = fs::remove_file(&unfinished);
    })
}

/// Makes a new data folder of a backup. The folder must be empty or not there; the file is checked before that.
pub fn restore(file: &Path, folder: &Path) -> Result<(), DataError> {
    check_backup(file)?;
    if folder.exists() {
        let mut inside = fs::read_dir(folder).map_err(|error| io_error(folder, &error))?;
        if inside.next().is_some() {
            let detail = "a backup is restored into an empty or new folder only".to_owned();
            return Err(DataError::Io { path: folder.to_owned(), detail });
        }
    }
    let _lock = open::lock(folder)?;
    let database = open::database_file(folder);
    let unfinished = unfinished(&database);
    fs::copy(file, &unfinished).map_err(|error| io_error(&unfinished, &error))?;
    publish(&unfinished, &database)
}

fn check_backup(file: &Path) -> Result<(), DataError> {
    if !file.is_file() {
        return Err(DataError::Io { path: file.to_owned(), detail: "there is no such file".to_owned() });
    }
    let connection = open::reader(file)?;
    let damaged = |detail: String| DataError::Damaged { file: file.to_owned(), detail };
    if migrate::check(&connection, file, &migrate::STEPS)? == 0 {
        return Err(damaged("it is empty".to_owned()));
    }
    let faults = check(&connection).map_err(|error| data_error(file, &error))?;
    match faults.first() {
        Some(first) => Err(damaged(format!("{first} ({} faults in all)", faults.len()))),
        None => Ok(()),
    }
}

fn unfinished(target: &Path) -> PathBuf {
    let mut name = target.as_os_str().to_owned();
    name.push(".unfinished");
    PathBuf::from(name)
}

/// On disk first, then under its name, then the name on disk.
fn publish(unfinished: &Path, target: &Path) -> Result<(), DataError> {
    open::make_private(unfinished).map_err(|error| io_error(unfinished, &error))?;
    File::open(unfinished).and_then(|file| file.sync_all()).map_err(|error| io_error(unfinished, &error))?;
    fs::rename(unfinished, target).map_err(|error| io_error(target, &error))?;
    match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => open::sync_folder(folder),
        _ => open::sync_folder(Path::new(".")),
    }
}

fn remove_if_there(path: &Path) -> Result<(), DataError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(io_error(path, &error)),
        _ => Ok(()),
    }
}

const MESSAGES: &str = "SELECT c.id, c.last_message_number, c.last_public_number, count(m.number),
        coalesce(max(m.number), 0), count(DISTINCT m.public_number), coalesce(max(m.public_number), 0)
    FROM conversation c LEFT JOIN message m ON m.organization_id = c.organization_id AND m.conversation_id = c.id
    GROUP BY c.organization_id, c.id
    HAVING count(m.number) <> c.last_message_number OR coalesce(max(m.number), 0) <> c.last_message_number
        OR count(DISTINCT m.public_number) <> c.last_public_number
        OR coalesce(max(m.public_number), 0) <> c.last_public_number";
const JOURNAL: &str = "SELECT l.organization_id, l.head, count(j.sequence), coalesce(max(j.sequence), 0)
    FROM lease l LEFT JOIN journal j ON j.organization_id = l.organization_id
    GROUP BY l.organization_id
    HAVING count(j.sequence) <> l.head OR coalesce(max(j.sequence), 0) <> l.head";
const NO_LEASE: &str = "SELECT o.organization_id FROM organization o
    WHERE NOT EXISTS (SELECT 1 FROM lease l WHERE l.organization_id = o.organization_id)";
const LAST_SESSION: &str = "SELECT c.id, c.last_session_id FROM conversation c
    WHERE c.last_session_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM session s
        WHERE s.organization_id = c.organization_id AND s.conversation_id = c.id AND s.id = c.last_session_id)";
const PARTICIPANTS: &str = "SELECT p.id, p.session_id FROM participant p WHERE NOT EXISTS (SELECT 1 FROM session s
    WHERE s.organization_id = p.organization_id AND s.conversation_id = p.conversation_id AND s.id = p.session_id)";

const ATTACHMENTS: &str = "SELECT m.conversation_id, m.number FROM message m, json_each(m.attachments) a
    WHERE m.attachments IS NOT NULL AND NOT EXISTS (SELECT 1 FROM file f WHERE f.organization_id = m.organization_id
        AND f.id = unhex(replace(json_extract(a.value, '$.id'), '-', '')) AND f.state > 2)";

/// SQLite's own check, then ours. Empty = sound.
pub fn check(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut faults = query(connection, "PRAGMA integrity_check", &[], |columns| columns.next::<String>())?;
    faults.retain(|fault| fault != "ok");
    if !faults.is_empty() {
        return Ok(faults);
    }
    faults.extend(query(connection, MESSAGES, &[], read_message_fault)?);
    faults.extend(query(connection, JOURNAL, &[], |columns| {
        let (id, head): (OrganizationId, u64) = (columns.next()?, columns.next()?);
        let (count, last): (u64, u64) = (columns.next()?, columns.next()?);
        Ok(format!("organisation {id}: its journal is not 1 to {head}, but {count} entries up to {last}"))
    })?);
    faults.extend(query(connection, NO_LEASE, &[], |columns| {
        let id: OrganizationId = columns.next()?;
        Ok(format!("organisation {id}: its lease is missing"))
    })?);
    for noun in ["message", "session", "participant"] {
        let sql = format!(
            "SELECT DISTINCT x.conversation_id FROM {noun} x WHERE NOT EXISTS (SELECT 1 FROM conversation c
             WHERE c.organization_id = x.organization_id AND c.id = x.conversation_id)"
        );
        faults.extend(query(connection, &sql, &[], |columns| {
            let id: ConversationId = columns.next()?;
            Ok(format!("conversation {id} is missing, but has {noun}s"))
        })?);
    }
    faults.extend(query(connection, LAST_SESSION, &[], |columns| {
        let (id, session): (ConversationId, SessionId) = (columns.next()?, columns.next()?);
        Ok(format!("conversation {id}: its last session {session} is missing"))
    })?);
    faults.extend(query(connection, PARTICIPANTS, &[], |columns| {
        let (id, session): (ParticipantId, SessionId) = (columns.next()?, columns.next()?);
        Ok(format!("participant {id}: their session {session} is missing"))
    })?);
    faults.extend(query(connection, ATTACHMENTS, &[], |columns| {
        let (id, number): (ConversationId, u64) = (columns.next()?, columns.next()?);
        Ok(format!("conversation {id}: a file of its message {number} is missing"))
    })?);
    Ok(faults)
}

fn read_message_fault(columns: &mut Columns<'_>) -> rusqlite::Result<String> {
    let id: ConversationId = columns.next()?;
    let (last, last_public): (u64, u64) = (columns.next()?, columns.next()?);
    let (count, highest): (u64, u64) = (columns.next()?, columns.next()?);
    let (public_count, public_highest): (u64, u64) = (columns.next()?, columns.next()?);
    Ok(format!(
        "conversation {id}: its messages are not 1 to {last} with 1 to {last_public} public, but {count} up to {highest} \
         with {public_count} up to {public_highest} public"
    ))
}
