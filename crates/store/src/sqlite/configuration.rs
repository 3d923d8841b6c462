//! The set-up of an organisation (id, name and the rest as JSON: read whole at the start, rarely written) and what its
//! agents are doing (columns: written with every assignment).

use super::values::*;
use crate::search::fold;
use frontdesk_model::*;
use rusqlite::Connection;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::sync::LazyLock;

#[rustfmt::skip]
const STATUS: [&str; 13] = [
    "organization_id", "agent_id", "presence_id", "base", "source", "presence_modified_at", "available_units",
    "open_sessions", "last_assigned_at", "lost_at", "lost_presence_id", "lost_source", "load",
];
static UPSERT_STATUS: LazyLock<String> = LazyLock::new(|| upsert("agent_status", 2, &STATUS));
static STATUSES: LazyLock<String> = LazyLock::new(|| {
    format!("SELECT {} FROM agent_status a WHERE a.organization_id = ?1 ORDER BY a.agent_id", under("a", &STATUS[1..]))
});

pub fn write_organization(connection: &Connection, organization: &Organization) -> rusqlite::Result<()> {
    let sql = upsert("organization", 1, &["organization_id", "name", "body"]);
    execute(connection, &sql, &[&organization.id, &organization.name, &to_json(organization)?]).map(drop)
}

pub fn organizations(connection: &Connection) -> rusqlite::Result<Vec<Organization>> {
    query(connection, "SELECT body FROM organization ORDER BY organization_id", &[], read_body)
}

pub fn organization(connection: &Connection, id: OrganizationId) -> rusqlite::Result<Option<Organization>> {
    query_one(connection, "SELECT body FROM organization WHERE organization_id = ?1", &[&id], read_body)
}

pub fn write_agent(connection: &Connection, organization_id: OrganizationId, agent: &Agent) -> rusqlite::Result<()> {
    let sql = upsert("agent", 2, &["organization_id", "id", "name", "email", "body"]);
    let email = fold(&agent.email);
    execute(connection, &sql, &[&organization_id, &agent.id, &agent.name, &email, &to_json(agent)?]).map(drop)
}

/// Every noun of the set-up but organisations and agents.
pub fn write_noun<T: Serialize>(
    connection: &Connection,
    table: &str,
    organization_id: OrganizationId,
    id: Uuid,
    name: &str,
    noun: &T,
) -> rusqlite::Result<()> {
    let sql = upsert(table, 2, &["organization_id", "id", "name", "body"]);
    execute(connection, &sql, &[&organization_id, &id, &name, &to_json(noun)?]).map(drop)
}

pub fn delete_noun(
    connection: &Connection,
    organization_id: OrganizationId,
    noun: SetUpNoun,
    id: Uuid,
) -> rusqlite::Result<()> {
    let table = match noun {
        SetUpNoun::Organization => "organization",
        SetUpNoun::Presence => "presence",
        SetUpNoun::Skill => "skill",
        SetUpNoun::CapacityProfile => "capacity_profile",
        SetUpNoun::OperatingHours => "operating_hours",
        SetUpNoun::Agent => "agent",
        SetUpNoun::Queue => "queue",
        SetUpNoun::SessionTemplate => "session_template",
        SetUpNoun::NotificationTemplate => "notification_template",
        SetUpNoun::Workstream => "workstream",
        SetUpNoun::Ruleset => "ruleset",
        SetUpNoun::Widget => "widget",
        SetUpNoun::QuickReply => "quick_reply",
    };
    let sql = format!("DELETE FROM {table} WHERE organization_id = ?1 AND id = ?2");
    execute(connection, &sql, &[&organization_id, &id]).map(drop)
}

pub fn write_change(
    connection: &Connection,
    organization_id: OrganizationId,
    change: &SetUpChange,
) -> rusqlite::Result<()> {
    let sql = "INSERT INTO set_up_change (organization_id, number, at, body) VALUES (?1, ?2, ?3, ?4)";
    execute(connection, sql, &[&organization_id, &change.number, &change.at, &to_json(change)?]).map(drop)
}

/// The number of the last one.
pub fn changes_made(connection: &Connection, organization_id: OrganizationId) -> rusqlite::Result<u64> {
    let sql = "SELECT coalesce(max(number), 0) FROM set_up_change WHERE organization_id = ?1";
    Ok(query_one(connection, sql, &[&organization_id], |columns| columns.next())?.unwrap_or(0))
}

/// Newest first, before this number.
pub fn changes(
    connection: &Connection,
    organization_id: OrganizationId,
    before: u64,
    limit: u32,
) -> rusqlite::Result<Vec<SetUpChange>> {
    let sql = "SELECT body FROM set_up_change WHERE organization_id = ?1 AND number < ?2 ORDER BY number DESC LIMIT ?3";
    query(connection, sql, &[&organization_id, &before, &limit], read_body)
}

/// All of one table, agents too.
pub fn nouns<T: DeserializeOwned>(
    connection: &Connection,
    table: &str,
    organization_id: OrganizationId,
) -> rusqlite::Result<Vec<T>> {
    let sql = format!("SELECT body FROM {table} WHERE organization_id = ?1 ORDER BY id");
    query(connection, &sql, &[&organization_id], read_body)
}

pub fn write_status(
    connection: &Connection,
    organization_id: OrganizationId,
    status: &AgentStatus,
) -> rusqlite::Result<()> {
    let lost = status.lost.as_ref();
    let load = Document::of(&status.load)?;
    let values: [&dyn Column; STATUS.len()] = [
        &organization_id,
        &status.agent_id,
        &status.presence_id,
        &status.base,
        &status.source,
        &status.presence_modified_at,
        &status.available_units,
        &status.open_sessions,
        &status.last_assigned_at,
        &lost.map(|lost| lost.at),
        &lost.map(|lost| lost.presence_id),
        &lost.map(|lost| lost.source),
        &load,
    ];
    execute(connection, &UPSERT_STATUS, &values).map(drop)
}

pub fn statuses(connection: &Connection, organization_id: OrganizationId) -> rusqlite::Result<Vec<AgentStatus>> {
    query(connection, &STATUSES, &[&organization_id], |s| {
        Ok(AgentStatus {
            agent_id: s.next()?,
            presence_id: s.next()?,
            base: s.next()?,
            source: s.next()?,
            presence_modified_at: s.next()?,
            available_units: s.next()?,
            open_sessions: s.next()?,
            last_assigned_at: s.next()?,
            lost: read_lost(s)?,
            load: s.next::<Document<_>>()?.value()?,
        })
    })
}

fn read_lost(columns: &mut Columns<'_>) -> rusqlite::Result<Option<LostBrowser>> {
    let at: Option<Timestamp> = columns.next()?;
    let presence_id: Option<PresenceId> = columns.next()?;
    let source: Option<PresenceSource> = columns.next()?;
    Ok(match (at, presence_id, source) {
        (Some(at), Some(presence_id), Some(source)) => Some(LostBrowser { at, presence_id, source }),
        _ => None,
    })
}
