//! One batch inside a transaction: the fence first, then rows, journal and commands. Knows nothing of threads.

use super::{
    configuration, conversations, credentials, files, journal, messages, quick_replies, records, routing, sessions,
    values::*,
};
use crate::batch::{check, founds_organization, number_taken};
use crate::port::CommitError;
use frontdesk_model::{Batch, CommandRecord, OrganizationId, Row};
use rusqlite::{Connection, ErrorCode, ffi};

/// Why a batch could not be written: a fault of its own, or one of the disk that hits everything.
pub enum Fault {
    Batch(CommitError),
    Disk(CommitError),
}

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Fault::Disk(CommitError::Full),
            // The index of the write-ahead log could not grow: nothing has been written yet.
            Some(_) if extended_code(&error) == Some(ffi::SQLITE_IOERR_SHMSIZE) => Fault::Disk(CommitError::Full),
            Some(ErrorCode::ConstraintViolation | ErrorCode::TypeMismatch | ErrorCode::TooBig) | None => {
                Fault::Batch(CommitError::Unknown(error.to_string()))
            }
            Some(_) => Fault::Disk(CommitError::Unknown(error.to_string())),
        }
    }
}

impl From<CommitError> for Fault {
    fn from(error: CommitError) -> Self {
        Fault::Batch(error)
    }
}

const CLAIM: &str = "UPDATE lease SET head = ?3 WHERE organization_id = ?1 AND fence = ?2 AND head = ?4";
const FOUND: &str = "INSERT INTO lease (organization_id, fence, head) VALUES (?1, 0, ?2) ON CONFLICT DO NOTHING";
const TAKE: &str = "INSERT INTO lease (organization_id, fence, head) VALUES (?1, 1, 0)
    ON CONFLICT (organization_id) DO UPDATE SET fence = fence + 1 RETURNING fence";
const COMMAND: &str = "INSERT INTO command (organization_id, key, at, conversation_id, reply)
    VALUES (?1, ?2, ?3, ?4, ?5)";
const FIND_COMMAND: &str =
    "SELECT key, at, conversation_id, reply FROM command WHERE organization_id = ?1 AND key = ?2";

pub fn write_batch(connection: &Connection, batch: &Batch) -> Result<(), Fault> {
    claim(connection, batch)?;
    check(batch)?;
    for row in &batch.rows {
        write_row(connection, batch.organization_id, row)?;
    }
    for entry in &batch.journal {
        journal::append(connection, batch.organization_id, entry)?;
    }
    for command in &batch.commands {
        write_command(connection, batch.organization_id, command)?;
    }
    Ok(())
}

pub fn take_ownership(connection: &Connection, organization_id: OrganizationId) -> Result<u64, Fault> {
    let fence = query_one(connection, TAKE, &[&organization_id], |columns| columns.next())?;
    Ok(fence.ok_or(rusqlite::Error::QueryReturnedNoRows)?)
}

pub fn find_command(
    connection: &Connection,
    organization_id: OrganizationId,
    key: &str,
) -> rusqlite::Result<Option<CommandRecord>> {
    query_one(connection, FIND_COMMAND, &[&organization_id, &key], |columns| {
        Ok(CommandRecord {
            key: columns.next()?,
            at: columns.next()?,
            conversation_id: columns.next()?,
            reply: columns.next()?,
        })
    })
}

/// Sorted by kind and key, so that each table and index is filled from left to right.
pub fn bulk_load(connection: &Connection, organization_id: OrganizationId, rows: &mut [Row]) -> Result<(), Fault> {
    execute(connection, FOUND, &[&organization_id, &0_u64])?;
    rows.sort_by_key(|row| match row {
        Row::Conversation(c) => (1, c.id.0.as_u128(), 0),
        Row::Session(s) => (2, s.conversation_id.0.as_u128(), s.id.0.as_u128()),
        Row::Participant(p) => (3, p.conversation_id.0.as_u128(), p.id.0.as_u128()),
        Row::Message(m) => (4, m.conversation_id.0.as_u128(), u128::from(m.number)),
        _ => (0, 0, 0),
    });
    for row in rows {
        write_row(connection, organization_id, row)?;
    }
    Ok(())
}

fn claim(connection: &Connection, batch: &Batch) -> Result<(), Fault> {
    let head = batch.journal_before.saturating_add(batch.journal.len() as u64);
    let owned = execute(connection, CLAIM, &[&batch.organization_id, &batch.fence, &head, &batch.journal_before])?;
    if owned == 1 {
        return Ok(());
    }
    if founds_organization(batch) && execute(connection, FOUND, &[&batch.organization_id, &head])? == 1 {
        return Ok(());
    }
    Err(CommitError::Fenced.into())
}

fn write_row(connection: &Connection, organization_id: OrganizationId, row: &Row) -> Result<(), Fault> {
    match row {
        Row::Organization(organization) => configuration::write_organization(connection, organization)?,
        Row::Agent(agent) => configuration::write_agent(connection, organization_id, agent)?,
        Row::AgentStatus(status) => configuration::write_status(connection, organization_id, status)?,
        Row::Queue(q) => configuration::write_noun(connection, "queue", organization_id, q.id.0, &q.name, q)?,
        Row::Workstream(w) => configuration::write_noun(connection, "workstream", organization_id, w.id.0, &w.name, w)?,
        Row::Presence(p) => configuration::write_noun(connection, "presence", organization_id, p.id.0, &p.name, p)?,
        Row::Widget(w) => configuration::write_noun(connection, "widget", organization_id, w.id.0, &w.name, w)?,
        Row::Skill(s) => configuration::write_noun(connection, "skill", organization_id, s.id.0, &s.name, s)?,
        Row::CapacityProfile(p) => {
            configuration::write_noun(connection, "capacity_profile", organization_id, p.id.0, &p.name, p)?;
        }
        Row::OperatingHours(h) => {
            configuration::write_noun(connection, "operating_hours", organization_id, h.id.0, &h.name, h)?;
        }
        Row::Ruleset(r) => configuration::write_noun(connection, "ruleset", organization_id, r.id.0, &r.name, r)?,
        Row::SessionTemplate(t) => {
            configuration::write_noun(connection, "session_template", organization_id, t.id.0, &t.name, t)?;
        }
        Row::NotificationTemplate(t) => {
            configuration::write_noun(connection, "notification_template", organization_id, t.id.0, &t.name, t)?;
        }
        Row::QuickReply(r) => {
            configuration::write_noun(connection, "quick_reply", organization_id, r.id.0, &r.title, r)?;
        }
        Row::DeletedSetUp(noun, id) => configuration::delete_noun(connection, organization_id, *noun, *id)?,
        Row::SetUpChange(change) => configuration::write_change(connection, organization_id, change)?,
        Row::Contact(contact) => records::write_contact(connection, organization_id, contact)?,
        Row::Account(account) => records::write_account(connection, organization_id, account)?,
        Row::Case(case) => records::write_case(connection, organization_id, case)?,
        Row::Conversation(conversation) => conversations::write(connection, organization_id, conversation)?,
        Row::Session(session) => sessions::write_session(connection, organization_id, session)?,
        Row::Participant(participant) => sessions::write_participant(connection, organization_id, participant)?,
        Row::QueuePace(pace) => routing::write_pace(connection, organization_id, pace)?,
        Row::QueueSegment(segment) => routing::write_segment(connection, organization_id, segment)?,
        Row::RoutingDecision(decision) => routing::write_decision(connection, organization_id, decision)?,
        Row::Message(message) => write_message(connection, organization_id, message)?,
        Row::File(file) => files::write(connection, organization_id, file)?,
        Row::DeletedFile(id) => files::delete(connection, organization_id, *id)?,
        Row::Token(token) => credentials::write_token(connection, organization_id, token)?,
        Row::DeletedToken(id) => credentials::delete_token(connection, organization_id, *id)?,
        Row::SignInSession(session) => credentials::write_sign_in_session(connection, organization_id, session)?,
        Row::DeletedSignInSession(hash) => credentials::delete_sign_in_session(connection, organization_id, hash)?,
        Row::VisitorToken(token) => credentials::write_visitor_token(connection, organization_id, token)?,
        Row::PersonalQuickReply(reply) => quick_replies::write(connection, organization_id, reply)?,
        Row::DeletedPersonalQuickReply(id) => quick_replies::delete(connection, organization_id, *id)?,
    }
    Ok(())
}

fn write_message(
    connection: &Connection,
    organization_id: OrganizationId,
    message: &frontdesk_model::Message,
) -> Result<(), Fault> {
    messages::write(connection, organization_id, message).map_err(|error| match extended_code(&error) {
        Some(ffi::SQLITE_CONSTRAINT_UNIQUE) => Fault::Batch(CommitError::Repeated),
        Some(ffi::SQLITE_CONSTRAINT_PRIMARYKEY) => Fault::Batch(number_taken(message)),
        _ => error.into(),
    })?;
    Ok(files::move_on(connection, organization_id, message)?)
}

fn write_command(
    connection: &Connection,
    organization_id: OrganizationId,
    command: &CommandRecord,
) -> Result<(), Fault> {
    let values: [&dyn Column; 5] =
        [&organization_id, &command.key, &command.at, &command.conversation_id, &command.reply];
    execute(connection, COMMAND, &values).map(drop).map_err(|error| match extended_code(&error) {
        Some(ffi::SQLITE_CONSTRAINT_PRIMARYKEY) => Fault::Batch(CommitError::Repeated),
        _ => error.into(),
    })
}

fn extended_code(error: &rusqlite::Error) -> Option<i32> {
    error.sqlite_error().map(|error| error.extended_code)
}
