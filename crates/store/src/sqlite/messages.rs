//! The messages of one conversation, kept in their order.

use super::conversations::page;
use super::values::*;
use crate::port::Page;
use frontdesk_model::*;
use rusqlite::Connection;
use std::sync::{Arc, LazyLock};

#[rustfmt::skip]
const COLUMNS: [&str; 14] = [
    "organization_id", "conversation_id", "number", "public_number", "sent_at", "sender_kind", "sender_id",
    "sender_name", "system_event", "from_customer", "visibility", "text", "client_message_id",
    "attachments",
];
const CUSTOMER: i64 = 1;
const AGENT: i64 = 2;
const SYSTEM: i64 = 3;

static INSERT: LazyLock<String> = LazyLock::new(|| insert("message", &COLUMNS));
static FIND: LazyLock<String> = LazyLock::new(|| select("m.from_customer = ?3 AND m.client_message_id = ?4"));
static AFTER: LazyLock<String> = LazyLock::new(|| select("m.number > ?3 ORDER BY m.number LIMIT ?4"));
static BEFORE: LazyLock<String> = LazyLock::new(|| select("m.number < ?3 ORDER BY m.number DESC LIMIT ?4"));
static PUBLIC_AFTER: LazyLock<String> =
    LazyLock::new(|| select("m.number > ?3 AND m.public_number > ?3 ORDER BY m.number LIMIT ?4"));

fn select(condition: &str) -> String {
    let columns = under("m", &COLUMNS[1..]);
    format!("SELECT {columns} FROM message m WHERE m.organization_id = ?1 AND m.conversation_id = ?2 AND {condition}")
}

pub fn from_customer(message: &Message) -> bool {
    matches!(message.sender, Sender::Customer { .. })
}

pub fn write(connection: &Connection, organization_id: OrganizationId, m: &Message) -> rusqlite::Result<()> {
    let (kind, sender_id, name, event) = match &m.sender {
        Sender::Customer { visitor_id, name } => (CUSTOMER, visitor_id.map(|id| id.0), Some(name.as_str()), None),
        Sender::Agent { agent_id, name } => (AGENT, Some(agent_id.0), Some(name.as_str()), None),
        Sender::System { event } => (SYSTEM, None, None, Some(*event)),
    };
    let attachments = List::of(&m.attachments)?;
    let values: [&dyn Column; COLUMNS.len()] = [
        &organization_id,
        &m.conversation_id,
        &m.number,
        &m.public_number,
        &m.sent_at,
        &kind,
        &sender_id,
        &name,
        &event,
        &from_customer(m),
        &m.visibility,
        &m.text,
        &m.client_message_id,
        &attachments,
    ];
    execute(connection, &INSERT, &values).map(drop)
}

pub fn find(
    connection: &Connection,
    organization_id: OrganizationId,
    id: ConversationId,
    from_customer: bool,
    client_message_id: &str,
) -> rusqlite::Result<Option<Message>> {
    query_one(connection, &FIND, &[&organization_id, &id, &from_customer, &client_message_id], read)
}

pub fn after(
    connection: &Connection,
    organization_id: OrganizationId,
    id: ConversationId,
    after: u64,
    limit: u32,
) -> rusqlite::Result<Page<Arc<Message>>> {
    list(connection, &AFTER, organization_id, id, after, limit)
}

pub fn before(
    connection: &Connection,
    organization_id: OrganizationId,
    id: ConversationId,
    before: u64,
    limit: u32,
) -> rusqlite::Result<Page<Arc<Message>>> {
    let mut page = list(connection, &BEFORE, organization_id, id, before, limit)?;
    page.items.reverse();
    Ok(page)
}

pub fn public_after(
    connection: &Connection,
    organization_id: OrganizationId,
    id: ConversationId,
    after: u64,
    limit: u32,
) -> rusqlite::Result<Page<Arc<Message>>> {
    list(connection, &PUBLIC_AFTER, organization_id, id, after, limit)
}

fn list(
    connection: &Connection,
    sql: &str,
    organization_id: OrganizationId,
    id: ConversationId,
    number: u64,
    limit: u32,
) -> rusqlite::Result<Page<Arc<Message>>> {
    // Callers may ask from any number; those that no message can have are all the same.
    let number = number.min(i64::MAX as u64);
    let one_more = i64::from(limit) + 1;
    let values: [&dyn Column; 4] = [&organization_id, &id, &number, &one_more];
    Ok(page(query(connection, sql, &values, |m| read(m).map(Arc::new))?, limit))
}

fn read(m: &mut Columns<'_>) -> rusqlite::Result<Message> {
    let conversation_id = m.next()?;
    let number = m.next()?;
    let public_number = m.next()?;
    let sent_at = m.next()?;
    let sender = read_sender(m)?;
    let _from_customer: bool = m.next()?;
    Ok(Message {
        conversation_id,
        number,
        public_number,
        sent_at,
        sender,
        visibility: m.next()?,
        text: m.next()?,
        client_message_id: m.next()?,
        attachments: m.next::<List<_>>()?.items()?,
    })
}

fn read_sender(m: &mut Columns<'_>) -> rusqlite::Result<Sender> {
    let kind: i64 = m.next()?;
    let id: Option<Uuid> = m.next()?;
    let name: Option<String> = m.next()?;
    let event: Option<SystemMessage> = m.next()?;
    match (kind, id, name, event) {
        (CUSTOMER, visitor, Some(name), _) => Ok(Sender::Customer { visitor_id: visitor.map(VisitorId), name }),
        (AGENT, Some(agent), Some(name), _) => Ok(Sender::Agent { agent_id: AgentId(agent), name }),
        (SYSTEM, _, _, Some(event)) => Ok(Sender::System { event }),
        _ => Err(rusqlite::Error::IntegralValueOutOfRange(4, kind)),
    }
}
