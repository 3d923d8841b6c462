//! What is known of files. Knows nothing of their bytes.

use super::values::*;
use frontdesk_model::*;
use rusqlite::Connection;
use std::sync::LazyLock;

#[rustfmt::skip]
const COLUMNS: [&str; 10] = [
    "organization_id", "id", "conversation_id", "uploader_kind", "uploader_id", "uploaded_at", "state", "name",
    "media_type", "size_bytes",
];
const VISITOR: i64 = 1;
const AGENT: i64 = 2;

static UPSERT: LazyLock<String> = LazyLock::new(|| upsert("file", 2, &COLUMNS));
static FIND: LazyLock<String> = LazyLock::new(|| select("f.id = ?2"));
static LOOSE: LazyLock<String> =
    LazyLock::new(|| select("f.state < 3 AND f.uploaded_at < ?2 ORDER BY f.uploaded_at, f.id LIMIT ?3"));
const MOVE_ON: &str = "UPDATE file SET state = max(state, ?3) WHERE organization_id = ?1 AND id = ?2";
const DELETE: &str = "DELETE FROM file WHERE organization_id = ?1 AND id = ?2 AND state < 3";

fn select(condition: &str) -> String {
    format!("SELECT {} FROM file f WHERE f.organization_id = ?1 AND {condition}", under("f", &COLUMNS[1..]))
}

pub fn write(connection: &Connection, organization_id: OrganizationId, file: &StoredFile) -> rusqlite::Result<()> {
    let (kind, uploader) = match file.uploaded_by {
        Uploader::Visitor(id) => (VISITOR, id.0),
        Uploader::Agent(id) => (AGENT, id.0),
    };
    let Attachment { id, name, media_type, size_bytes } = &file.attachment;
    let values: [&dyn Column; COLUMNS.len()] = [
        &organization_id,
        id,
        &file.conversation_id,
        &kind,
        &uploader,
        &file.uploaded_at,
        &file.state,
        name,
        media_type,
        size_bytes,
    ];
    execute(connection, &UPSERT, &values).map(drop)
}

/// The files that a message names are its own from now on.
pub fn move_on(connection: &Connection, organization_id: OrganizationId, message: &Message) -> rusqlite::Result<()> {
    for attachment in &message.attachments {
        execute(connection, MOVE_ON, &[&organization_id, &attachment.id, &crate::batch::state_of_files(message)])?;
    }
    Ok(())
}

pub fn delete(connection: &Connection, organization_id: OrganizationId, id: FileId) -> rusqlite::Result<()> {
    execute(connection, DELETE, &[&organization_id, &id]).map(drop)
}

pub fn find(
    connection: &Connection,
    organization_id: OrganizationId,
    id: FileId,
) -> rusqlite::Result<Option<StoredFile>> {
    query_one(connection, &FIND, &[&organization_id, &id], read)
}

pub fn loose(
    connection: &Connection,
    organization_id: OrganizationId,
    before: Timestamp,
    limit: u32,
) -> rusqlite::Result<Vec<StoredFile>> {
    query(connection, &LOOSE, &[&organization_id, &before, &limit], read)
}

fn read(f: &mut Columns<'_>) -> rusqlite::Result<StoredFile> {
    let id = f.next()?;
    let conversation_id = f.next()?;
    let kind: i64 = f.next()?;
    let uploader: Uuid = f.next()?;
    let uploaded_by = match kind {
        VISITOR => Uploader::Visitor(uploader.into()),
        AGENT => Uploader::Agent(uploader.into()),
        _ => return Err(rusqlite::Error::IntegralValueOutOfRange(3, kind)),
    };
    Ok(StoredFile {
        conversation_id,
        uploaded_by,
        uploaded_at: f.next()?,
        state: f.next()?,
        attachment: Attachment { id, name: f.next()?, media_type: f.next()?, size_bytes: f.next()? },
    })
}
