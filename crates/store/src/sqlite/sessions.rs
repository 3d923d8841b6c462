//! Sessions and participants: found by their conversation, so its id is part of their key.

use super::values::*;
use frontdesk_model::*;
use rusqlite::Connection;
use std::sync::LazyLock;

#[rustfmt::skip]
const SESSION: [&str; 15] = [
    "organization_id", "conversation_id", "id", "queue_id", "channel", "status", "created_at", "queue_assigned_at",
    "agent_id", "agent_assigned_at", "offer_displayed_at", "offer_expires_at", "agent_accepted_at", "closed_at",
    "closure_reason",
];
#[rustfmt::skip]
const PARTICIPANT: [&str; 12] = [
    "organization_id", "conversation_id", "id", "session_id", "agent_id", "mode", "added_at", "joined_at", "left_at",
    "left_reason", "assign_reason", "public",
];

static UPSERT_SESSION: LazyLock<String> = LazyLock::new(|| upsert("session", 3, &SESSION));
static UPSERT_PARTICIPANT: LazyLock<String> = LazyLock::new(|| upsert("participant", 3, &PARTICIPANT));
/// All columns of `session s` and `participant p` but the organisation's.
pub static SESSION_SELECTED: LazyLock<String> = LazyLock::new(|| under("s", &SESSION[1..]));
pub static PARTICIPANT_SELECTED: LazyLock<String> = LazyLock::new(|| under("p", &PARTICIPANT[1..]));

static SESSIONS: LazyLock<String> = LazyLock::new(|| {
    format!(
        "SELECT {} FROM session s WHERE s.organization_id = ?1 AND s.conversation_id = ?2 ORDER BY s.created_at, s.id",
        *SESSION_SELECTED
    )
});
static PARTICIPANTS: LazyLock<String> = LazyLock::new(|| {
    format!(
        "SELECT {} FROM participant p WHERE p.organization_id = ?1 AND p.conversation_id = ?2
         ORDER BY p.added_at, p.id",
        *PARTICIPANT_SELECTED
    )
});

pub fn list(
    connection: &Connection,
    organization_id: OrganizationId,
    id: ConversationId,
) -> rusqlite::Result<(Vec<Session>, Vec<Participant>)> {
    // One transaction, so that both are of the same moment.
    let transaction = connection.unchecked_transaction()?;
    let sessions = query(&transaction, &SESSIONS, &[&organization_id, &id], read_session)?;
    let participants = query(&transaction, &PARTICIPANTS, &[&organization_id, &id], read_participant)?;
    transaction.finish()?;
    Ok((sessions, participants))
}

pub fn write_session(connection: &Connection, organization_id: OrganizationId, s: &Session) -> rusqlite::Result<()> {
    let values: [&dyn Column; SESSION.len()] = [
        &organization_id,
        &s.conversation_id,
        &s.id,
        &s.queue_id,
        &s.channel,
        &s.status,
        &s.created_at,
        &s.queue_assigned_at,
        &s.agent_id,
        &s.agent_assigned_at,
        &s.offer_displayed_at,
        &s.offer_expires_at,
        &s.agent_accepted_at,
        &s.closed_at,
        &s.closure_reason,
    ];
    execute(connection, &UPSERT_SESSION, &values).map(drop)
}

pub fn write_participant(
    connection: &Connection,
    organization_id: OrganizationId,
    p: &Participant,
) -> rusqlite::Result<()> {
    let values: [&dyn Column; PARTICIPANT.len()] = [
        &organization_id,
        &p.conversation_id,
        &p.id,
        &p.session_id,
        &p.agent_id,
        &p.mode,
        &p.added_at,
        &p.joined_at,
        &p.left_at,
        &p.left_reason,
        &p.assign_reason,
        &p.public,
    ];
    execute(connection, &UPSERT_PARTICIPANT, &values).map(drop)
}

/// From [`SESSION_SELECTED`].
pub fn read_session(s: &mut Columns<'_>) -> rusqlite::Result<Session> {
    Ok(Session {
        conversation_id: s.next()?,
        id: s.next()?,
        queue_id: s.next()?,
        channel: s.next()?,
        status: s.next()?,
        created_at: s.next()?,
        queue_assigned_at: s.next()?,
        agent_id: s.next()?,
        agent_assigned_at: s.next()?,
        offer_displayed_at: s.next()?,
        offer_expires_at: s.next()?,
        agent_accepted_at: s.next()?,
        closed_at: s.next()?,
        closure_reason: s.next()?,
    })
}

/// From [`PARTICIPANT_SELECTED`].
pub fn read_participant(p: &mut Columns<'_>) -> rusqlite::Result<Participant> {
    Ok(Participant {
        conversation_id: p.next()?,
        id: p.next()?,
        session_id: p.next()?,
        agent_id: p.next()?,
        mode: p.next()?,
        added_at: p.next()?,
        joined_at: p.next()?,
        left_at: p.next()?,
        left_reason: p.next()?,
        assign_reason: p.next()?,
        public: p.next()?,
    })
}
