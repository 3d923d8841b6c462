//! What an engine starts from: the set-up, and of conversations only those that are not closed, whatever the history.

use super::configuration::{changes_made, nouns, organization, statuses};
use super::conversations::{SELECTED, read};
use super::routing::{open_segments, paces};
use super::sessions::{PARTICIPANT_SELECTED, SESSION_SELECTED, read_participant, read_session};
use super::values::{query, query_one};
use frontdesk_model::{OrganizationId, Snapshot};
use rusqlite::Connection;
use std::sync::LazyLock;

// CROSS JOIN: from what is not closed to its sessions, never the other way round.
static NOT_CLOSED: LazyLock<String> = LazyLock::new(|| {
    format!(
        "SELECT {} FROM conversation c WHERE c.organization_id = ?1 AND c.status <> 4 ORDER BY c.organization_id, c.id",
        *SELECTED
    )
});
static OPEN_SESSIONS: LazyLock<String> = LazyLock::new(|| {
    format!(
        "SELECT {} FROM conversation c
         CROSS JOIN session s ON s.organization_id = c.organization_id AND s.conversation_id = c.id AND s.status = 1
         WHERE c.organization_id = ?1 AND c.status <> 4 ORDER BY c.id, s.created_at, s.id",
        *SESSION_SELECTED
    )
});
static PRESENT_PARTICIPANTS: LazyLock<String> = LazyLock::new(|| {
    format!(
        "SELECT {} FROM conversation c
         CROSS JOIN session s ON s.organization_id = c.organization_id AND s.conversation_id = c.id AND s.status = 1
         CROSS JOIN participant p ON p.organization_id = c.organization_id AND p.conversation_id = c.id
             AND p.session_id = s.id AND p.left_at IS NULL
         WHERE c.organization_id = ?1 AND c.status <> 4 ORDER BY c.id, s.created_at, s.id, p.added_at, p.id",
        *PARTICIPANT_SELECTED
    )
});
const HEAD: &str = "SELECT head FROM lease WHERE organization_id = ?1";

pub fn load(connection: &Connection, id: OrganizationId) -> rusqlite::Result<Option<Snapshot>> {
    // One transaction, so that all of it is of the same moment.
    let transaction = connection.unchecked_transaction()?;
    let snapshot = snapshot(&transaction, id)?;
    transaction.finish()?;
    Ok(snapshot)
}

fn snapshot(connection: &Connection, id: OrganizationId) -> rusqlite::Result<Option<Snapshot>> {
    let Some(organization) = organization(connection, id)? else { return Ok(None) };
    Ok(Some(Snapshot {
        organization,
        agents: nouns(connection, "agent", id)?,
        agent_statuses: statuses(connection, id)?,
        queues: nouns(connection, "queue", id)?,
        workstreams: nouns(connection, "workstream", id)?,
        presences: nouns(connection, "presence", id)?,
        widgets: nouns(connection, "widget", id)?,
        skills: nouns(connection, "skill", id)?,
        capacity_profiles: nouns(connection, "capacity_profile", id)?,
        operating_hours: nouns(connection, "operating_hours", id)?,
        rulesets: nouns(connection, "ruleset", id)?,
        session_templates: nouns(connection, "session_template", id)?,
        notification_templates: nouns(connection, "notification_template", id)?,
        quick_replies: nouns(connection, "quick_reply", id)?,
        set_up_changes: changes_made(connection, id)?,
        conversations: query(connection, &NOT_CLOSED, &[&id], read)?,
        sessions: query(connection, &OPEN_SESSIONS, &[&id], read_session)?,
        participants: query(connection, &PRESENT_PARTICIPANTS, &[&id], read_participant)?,
        segments: open_segments(connection, id)?,
        paces: paces(connection, id)?,
        journal_sequence: query_one(connection, HEAD, &[&id], |columns| columns.next())?.unwrap_or(0),
    }))
}
