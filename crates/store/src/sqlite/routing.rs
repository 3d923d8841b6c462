//! Stays in queues and routing decisions: a key, the columns that are searched, and the rest as JSON.

use super::values::*;
use crate::port::RoutingOfConversation;
use frontdesk_model::*;
use rusqlite::Connection;

const UPSERT_SEGMENT: &str = "INSERT INTO queue_segment
    (organization_id, conversation_id, number, queue_id, started_at, ended_at, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
    ON CONFLICT (organization_id, conversation_id, number) DO UPDATE SET ended_at = excluded.ended_at, body = excluded.body";
const INSERT_DECISION: &str = "INSERT INTO routing_decision (organization_id, conversation_id, number, at, body)
    VALUES (?1, ?2, ?3, ?4, ?5)";
// CROSS JOIN: from what is not closed to its segments, never the other way round.
const OPEN_SEGMENTS: &str = "SELECT s.body FROM conversation c INDEXED BY conversation_not_closed
    CROSS JOIN queue_segment s ON s.organization_id = c.organization_id AND s.conversation_id = c.id
        AND s.ended_at IS NULL
    WHERE c.organization_id = ?1 AND c.status <> 4 ORDER BY c.id, s.number";
const UPSERT_PACE: &str = "INSERT INTO queue_pace (organization_id, queue_id, body) VALUES (?1, ?2, ?3)
    ON CONFLICT (organization_id, queue_id) DO UPDATE SET body = excluded.body";
const PACES: &str = "SELECT body FROM queue_pace WHERE organization_id = ?1 ORDER BY queue_id";
const SEGMENTS: &str =
    "SELECT body FROM queue_segment WHERE organization_id = ?1 AND conversation_id = ?2 ORDER BY number";
const DECISIONS: &str =
    "SELECT body FROM routing_decision WHERE organization_id = ?1 AND conversation_id = ?2 ORDER BY number";

pub fn write_segment(
    connection: &Connection,
    organization_id: OrganizationId,
    segment: &QueueSegment,
) -> rusqlite::Result<()> {
    let body = to_json(segment)?;
    let values: [&dyn Column; 7] = [
        &organization_id,
        &segment.conversation_id,
        &segment.number,
        &segment.queue_id,
        &segment.started_at,
        &segment.ended_at,
        &body,
    ];
    execute(connection, UPSERT_SEGMENT, &values).map(drop)
}

pub fn write_decision(
    connection: &Connection,
    organization_id: OrganizationId,
    decision: &RoutingDecision,
) -> rusqlite::Result<()> {
    let body = to_json(decision)?;
    let values: [&dyn Column; 5] = [&organization_id, &decision.conversation_id, &decision.number, &decision.at, &body];
    execute(connection, INSERT_DECISION, &values).map(drop)
}

pub fn write_pace(connection: &Connection, organization_id: OrganizationId, pace: &QueuePace) -> rusqlite::Result<()> {
    let body = to_json(pace)?;
    execute(connection, UPSERT_PACE, &[&organization_id, &pace.queue_id, &body]).map(drop)
}

pub fn paces(connection: &Connection, organization_id: OrganizationId) -> rusqlite::Result<Vec<QueuePace>> {
    query(connection, PACES, &[&organization_id], read_body)
}

pub fn open_segments(connection: &Connection, organization_id: OrganizationId) -> rusqlite::Result<Vec<QueueSegment>> {
    query(connection, OPEN_SEGMENTS, &[&organization_id], read_body)
}

/// All of one conversation.
pub fn list(
    connection: &Connection,
    organization_id: OrganizationId,
    id: ConversationId,
) -> rusqlite::Result<RoutingOfConversation> {
    let decisions = query(connection, DECISIONS, &[&organization_id, &id], read_body)?;
    let segments = query(connection, SEGMENTS, &[&organization_id, &id], read_body)?;
    Ok((decisions, segments))
}
