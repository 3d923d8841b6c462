//! Brings a database to the version this program knows: each step once, in order, in a transaction of its own. Refuses
//! files that are newer, and steps that were edited after they had been applied anywhere.

use super::open::data_error;
use crate::port::DataError;
use frontdesk_model::Timestamp;
use rusqlite::{Connection, TransactionBehavior};
use sha2::{Digest, Sha256};
use std::path::Path;

/// In order, numbered from 1. A step that has been released is never changed; a further one is added.
pub const STEPS: [&str; 5] = [
    include_str!("../../migrations/sqlite/0001_first_tables.sql"),
    include_str!("../../migrations/sqlite/0002_routing.sql"),
    include_str!("../../migrations/sqlite/0003_templates.sql"),
    include_str!("../../migrations/sqlite/0004_quick_replies.sql"),
    include_str!("../../migrations/sqlite/0005_files.sql"),
];

const TABLE: &str = "CREATE TABLE IF NOT EXISTS migration (
    version INTEGER NOT NULL PRIMARY KEY, checksum TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT";

pub fn migrate(connection: &mut Connection, file: &Path, steps: &[&str], now: Timestamp) -> Result<(), DataError> {
    let applied = check(connection, file, steps)?;
    let mut apply = || -> rusqlite::Result<()> {
        for (number, sql) in (1_u32..).zip(steps).skip(applied) {
            let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            transaction.execute_batch(TABLE)?;
            transaction.execute_batch(sql)?;
            let values = rusqlite::params![number, checksum(sql), now.as_millis()];
            transaction.execute("INSERT INTO migration (version, checksum, applied_at) VALUES (?1, ?2, ?3)", values)?;
            transaction.commit()?;
        }
        Ok(())
    };
    apply().map_err(|error| data_error(file, &error))
}

/// How many steps have been applied; changes nothing.
pub fn check(connection: &Connection, file: &Path, steps: &[&str]) -> Result<usize, DataError> {
    let folder = || file.parent().unwrap_or(file).to_owned();
    let found = applied(connection).map_err(|error| data_error(file, &error))?;
    let Some(found) = found else {
        return Err(DataError::Damaged {
            file: file.to_owned(),
            detail: "it is a database, but not one of Frontdesk".to_owned(),
        });
    };
    let known = u32::try_from(steps.len()).unwrap_or(u32::MAX);
    if let Some((newest, _)) = found.last()
        && *newest > known
    {
        return Err(DataError::Newer { folder: folder(), found: *newest, known });
    }
    for (number, (sql, (version, checksum_then))) in (1_u32..).zip(steps.iter().zip(&found)) {
        if *version != number || *checksum_then != checksum(sql) {
            return Err(DataError::Edited { folder: folder(), number });
        }
    }
    Ok(found.len())
}

/// None if there are tables, but no list of migrations: somebody else's file.
fn applied(connection: &Connection) -> rusqlite::Result<Option<Vec<(u32, String)>>> {
    let mut tables = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")?;
    let tables: Vec<String> = tables.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    if !tables.iter().any(|name| name == "migration") {
        return Ok(tables.is_empty().then(Vec::new));
    }
    let mut found = connection.prepare("SELECT version, checksum FROM migration ORDER BY version")?;
    let found = found.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    Ok(Some(found))
}

fn checksum(sql: &str) -> String {
    Sha256::digest(sql.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: &str = "CREATE TABLE a (x INTEGER) STRICT; INSERT INTO a VALUES (1)";
    const SECOND: &str = "ALTER TABLE a ADD COLUMN y INTEGER; UPDATE a SET y = x + 1";
    const BROKEN: &str = "UPDATE a SET x = 5; CREATE TABLE a (x)";

    fn apply(connection: &mut Connection, steps: &[&str]) -> Result<(), DataError> {
        migrate(connection, Path::new("folder/file"), steps, Timestamp(7))
    }

    fn sum(connection: &Connection, sql: &str) -> i64 {
        connection.query_row(sql, [], |row| row.get(0)).unwrap()
    }

    #[test]
    fn each_step_is_applied_once_and_later_ones_to_what_is_there() {
        let mut connection = Connection::open_in_memory().unwrap();
        apply(&mut connection, &[FIRST]).unwrap();
        apply(&mut connection, &[FIRST, SECOND]).unwrap();
        apply(&mut connection, &[FIRST, SECOND]).unwrap();
        assert_eq!(sum(&connection, "SELECT sum(x * 10 + y) FROM a"), 12);
        assert_eq!(sum(&connection, "SELECT sum(version * applied_at) FROM migration"), 21);
    }

    #[test]
    fn a_step_that_fails_leaves_nothing_of_itself() {
        let mut connection = Connection::open_in_memory().unwrap();
        assert!(apply(&mut connection, &[FIRST, BROKEN]).is_err());
        assert_eq!(sum(&connection, "SELECT sum(x) FROM a"), 1);
        apply(&mut connection, &[FIRST, SECOND]).unwrap();
    }

    #[test]
    fn a_step_that_is_missing_from_the_middle_counts_as_edited() {
        let mut connection = Connection::open_in_memory().unwrap();
        apply(&mut connection, &[FIRST, SECOND]).unwrap();
        connection.execute_batch("DELETE FROM migration WHERE version = 1").unwrap();
        assert!(matches!(apply(&mut connection, &[FIRST, SECOND]), Err(DataError::Edited { number: 1, .. })));
        assert!(matches!(apply(&mut connection, &[FIRST]), Err(DataError::Newer { found: 2, known: 1, .. })));
    }
}
