//! Conversations with their sessions and participants, one column for each attribute.

use super::values::*;
use crate::port::Page;
use frontdesk_model::*;
use rusqlite::Connection;
use std::sync::{Arc, LazyLock};

/// In the order of the model, as they are written and read.
#[rustfmt::skip]
pub const COLUMNS: [&str; 58] = [
    "organization_id", "id", "status", "status_reason", "channel", "mode", "distribution", "workstream_id", "queue_id",
    "widget_id", "visitor_id", "title", "priority", "locale", "customer_name", "customer_kind", "customer_id",
    "case_id", "context", "active_agent_id", "list_agent_id", "last_agent_id", "active_agent_assigned_at",
    "active_participant_id", "last_session_id", "created_at", "modified_at", "status_changed_at", "started_at",
    "queued_at", "wrap_up_started_at", "closed_at", "first_wait_ms", "talk_ms", "wrap_up_ms", "transfer_count",
    "escalation_count", "accepted", "abandoned", "held_units", "held_until", "declines", "last_message_number",
    "last_public_number", "unread", "last_message_from_customer", "last_message_sender", "last_message_text",
    "last_message_attachments", "last_message_at", "customer_waiting_since", "customer_delivered", "customer_read",
    "agent_delivered", "agent_read", "customer_presence", "customer_gone_since", "demand",
];
/// Those that an index is made of. Messages, the most frequent change by far, leave them alone.
const INDEXED: [&str; 6] = ["status", "visitor_id", "customer_kind", "customer_id", "list_agent_id", "created_at"];

static UPDATE: LazyLock<String> = LazyLock::new(|| update_where_fixed("conversation", 2, &INDEXED, &COLUMNS));
static UPSERT: LazyLock<String> = LazyLock::new(|| upsert("conversation", 2, &COLUMNS));
/// All columns of `conversation c` but the organisation's.
pub static SELECTED: LazyLock<String> = LazyLock::new(|| under("c", &COLUMNS[1..]));

static FIND: LazyLock<String> =
    LazyLock::new(|| format!("SELECT {} FROM conversation c WHERE c.organization_id = ?1 AND c.id = ?2", *SELECTED));
static OF_VISITOR: LazyLock<String> = LazyLock::new(|| {
    format!(
        "SELECT {} FROM conversation c WHERE c.organization_id = ?1 AND c.visitor_id = ?2
         ORDER BY c.created_at DESC, c.id DESC LIMIT ?3",
        *SELECTED
    )
});
static OF_CUSTOMER: LazyLock<String> = LazyLock::new(|| {
    format!(
        "SELECT {} FROM conversation c WHERE c.organization_id = ?1 AND c.customer_id = ?2 AND c.customer_kind = ?3
         ORDER BY c.created_at DESC, c.id DESC LIMIT ?4",
        *SELECTED
    )
});

pub fn find(
    connection: &Connection,
    organization_id: OrganizationId,
    id: ConversationId,
) -> rusqlite::Result<Option<Arc<Conversation>>> {
    query_one(connection, &FIND, &[&organization_id, &id], read)
}

pub fn list_of_visitor(
    connection: &Connection,
    organization_id: OrganizationId,
    visitor_id: VisitorId,
    limit: u32,
) -> rusqlite::Result<Vec<Arc<Conversation>>> {
    query(connection, &OF_VISITOR, &[&organization_id, &visitor_id, &limit], read)
}

pub fn list_of_customer(
    connection: &Connection,
    organization_id: OrganizationId,
    customer: CustomerRef,
    limit: u32,
) -> rusqlite::Result<Vec<Arc<Conversation>>> {
    let (kind, id) = customer_columns(Some(customer));
    query(connection, &OF_CUSTOMER, &[&organization_id, &id, &kind, &limit], read)
}

pub fn write(connection: &Connection, organization_id: OrganizationId, c: &Conversation) -> rusqlite::Result<()> {
    let (customer_kind, customer_id) = customer_columns(c.customer);
    let context = List::of(&c.context)?;
    let declines = List::of(&c.declines)?;
    let demand = Document::of(&c.demand)?;
    let preview = c.last_message.as_ref();
    let (presence, gone_since) = match c.customer_presence {
        CustomerPresence::Unknown => (0_i64, None),
        CustomerPresence::Connected => (1, None),
        CustomerPresence::Disconnected { since } => (2, Some(since)),
    };
    let values: [&dyn Column; COLUMNS.len()] = [
        &organization_id,
        &c.id,
        &c.status,
        &c.status_reason,
        &c.channel,
        &c.mode,
        &c.distribution,
        &c.workstream_id,
        &c.queue_id,
        &c.widget_id,
        &c.visitor_id,
        &c.title,
        &c.priority,
        &c.locale,
        &c.customer_name,
        &customer_kind,
        &customer_id,
        &c.case_id,
        &context,
        &c.active_agent_id,
        &c.list_agent_id,
        &c.last_agent_id,
        &c.active_agent_assigned_at,
        &c.active_participant_id,
        &c.last_session_id,
        &c.created_at,
        &c.modified_at,
        &c.status_changed_at,
        &c.started_at,
        &c.queued_at,
        &c.wrap_up_started_at,
        &c.closed_at,
        &c.first_wait_ms,
        &c.talk_ms,
        &c.wrap_up_ms,
        &c.transfer_count,
        &c.escalation_count,
        &c.accepted,
        &c.abandoned,
        &c.held_units,
        &c.held_until,
        &declines,
        &c.last_message_number,
        &c.last_public_number,
        &c.unread,
        &preview.map(|preview| preview.from_customer),
        &preview.map(|preview| preview.sender_name.as_str()),
        &preview.map(|preview| preview.text.as_str()),
        &preview.map_or(0, |preview| preview.attachments),
        &preview.map(|preview| preview.sent_at),
        &c.customer_waiting_since,
        &c.marks.customer_delivered,
        &c.marks.customer_read,
        &c.marks.agent_delivered,
        &c.marks.agent_read,
        &presence,
        &gone_since,
        &demand,
    ];
    if execute(connection, &UPDATE, &values)? == 0 {
        execute(connection, &UPSERT, &values)?;
    }
    Ok(())
}

/// From [`SELECTED`].
pub fn read(c: &mut Columns<'_>) -> rusqlite::Result<Arc<Conversation>> {
    Ok(Arc::new(Conversation {
        id: c.next()?,
        status: c.next()?,
        status_reason: c.next()?,
        channel: c.next()?,
        mode: c.next()?,
        distribution: c.next()?,
        workstream_id: c.next()?,
        queue_id: c.next()?,
        widget_id: c.next()?,
        visitor_id: c.next()?,
        title: c.next()?,
        priority: c.next()?,
        locale: c.next()?,
        customer_name: c.next()?,
        customer: read_customer(c)?,
        case_id: c.next()?,
        context: c.next::<List<_>>()?.items()?,
        active_agent_id: c.next()?,
        list_agent_id: c.next()?,
        last_agent_id: c.next()?,
        active_agent_assigned_at: c.next()?,
        active_participant_id: c.next()?,
        last_session_id: c.next()?,
        created_at: c.next()?,
        modified_at: c.next()?,
        status_changed_at: c.next()?,
        started_at: c.next()?,
        queued_at: c.next()?,
        wrap_up_started_at: c.next()?,
        closed_at: c.next()?,
        first_wait_ms: c.next()?,
        talk_ms: c.next()?,
        wrap_up_ms: c.next()?,
        transfer_count: c.next()?,
        escalation_count: c.next()?,
        accepted: c.next()?,
        abandoned: c.next()?,
        held_units: c.next()?,
        held_until: c.next()?,
        declines: c.next::<List<_>>()?.items()?,
        last_message_number: c.next()?,
        last_public_number: c.next()?,
        unread: c.next()?,
        last_message: read_preview(c)?,
        customer_waiting_since: c.next()?,
        marks: ReadMarks {
            customer_delivered: c.next()?,
            customer_read: c.next()?,
            agent_delivered: c.next()?,
            agent_read: c.next()?,
        },
        customer_presence: read_presence(c)?,
        demand: c.next::<Document<_>>()?.value()?,
    }))
}

fn read_preview(c: &mut Columns<'_>) -> rusqlite::Result<Option<MessagePreview>> {
    let from_customer: Option<bool> = c.next()?;
    let sender_name: Option<String> = c.next()?;
    let text: Option<String> = c.next()?;
    let attachments = c.next()?;
    let sent_at: Option<Timestamp> = c.next()?;
    Ok(match (from_customer, sender_name, text, sent_at) {
        (Some(from_customer), Some(sender_name), Some(text), Some(sent_at)) => {
            Some(MessagePreview { from_customer, sender_name, text, attachments, sent_at })
        }
        _ => None,
    })
}

fn read_presence(c: &mut Columns<'_>) -> rusqlite::Result<CustomerPresence> {
    let state: i64 = c.next()?;
    let since: Option<Timestamp> = c.next()?;
    Ok(match (state, since) {
        (1, _) => CustomerPresence::Connected,
        (2, Some(since)) => CustomerPresence::Disconnected { since },
        _ => CustomerPresence::Unknown,
    })
}

/// Cuts what was read with one row more than asked for.
pub fn page<T>(mut items: Vec<T>, limit: u32) -> Page<T> {
    let more = items.len() > limit as usize;
    items.truncate(limit as usize);
    Page { items, more }
}
