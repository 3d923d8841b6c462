//! The journal: appended with the rows it tells of, read in order.

use super::conversations::page;
use super::values::*;
use crate::port::Page;
use frontdesk_model::*;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

const COLUMNS: [&str; 6] = ["organization_id", "sequence", "at", "kind", "conversation_id", "payload"];
static INSERT: LazyLock<String> = LazyLock::new(|| insert("journal", &COLUMNS));
const AFTER: &str = "SELECT sequence, at, conversation_id, payload FROM journal
    WHERE organization_id = ?1 AND sequence > ?2 ORDER BY sequence LIMIT ?3";

#[derive(Serialize)]
struct Payload<'a> {
    audience: &'a Audience,
    event: &'a Event,
}

#[derive(Deserialize)]
struct StoredPayload {
    audience: Audience,
    event: Event,
}

pub fn append(connection: &Connection, organization_id: OrganizationId, entry: &JournalEntry) -> rusqlite::Result<()> {
    let payload = to_json(&Payload { audience: &entry.audience, event: &entry.event })?;
    let values: [&dyn Column; COLUMNS.len()] =
        [&organization_id, &entry.sequence, &entry.at, &kind(&entry.event), &entry.conversation_id, &payload];
    execute(connection, &INSERT, &values).map(drop)
}

pub fn after(
    connection: &Connection,
    organization_id: OrganizationId,
    after: u64,
    limit: u32,
) -> rusqlite::Result<Page<JournalEntry>> {
    let after = after.min(i64::MAX as u64);
    let one_more = i64::from(limit) + 1;
    Ok(page(query(connection, AFTER, &[&organization_id, &after, &one_more], read)?, limit))
}

fn read(columns: &mut Columns<'_>) -> rusqlite::Result<JournalEntry> {
    let (sequence, at, conversation_id) = (columns.next()?, columns.next()?, columns.next()?);
    let payload: String = columns.next()?;
    let StoredPayload { audience, event } = from_json(&payload)?;
    Ok(JournalEntry { sequence, at, conversation_id, audience, event })
}

/// As in the payload; a column of its own, so that the journal can be counted and cut by kind.
fn kind(event: &Event) -> &'static str {
    match event {
        Event::ConversationChanged { .. } => "conversation_changed",
        Event::MessageAdded { .. } => "message_added",
        Event::MarksMoved { .. } => "marks_moved",
        Event::OfferMade { .. } => "offer_made",
        Event::OfferEnded { .. } => "offer_ended",
        Event::AgentNotified { .. } => "agent_notified",
        Event::ParticipantChanged { .. } => "participant_changed",
        Event::AgentStatusChanged { .. } => "agent_status_changed",
        Event::AgentChanged { .. } => "agent_changed",
        Event::ConfigurationChanged { .. } => "configuration_changed",
        Event::Told { .. } => "told",
    }
}
