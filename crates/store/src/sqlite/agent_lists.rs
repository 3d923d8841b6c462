//! "The conversations of an agent", the main job. The cost of the newest N does not grow with what is stored: one walk
//! over the agent's index for each status, merged. Other orders look at that agent's rows only.

use super::conversations::{SELECTED, page, read};
use super::values::*;
use crate::port::{AgentConversations, Page};
use frontdesk_model::*;
use rusqlite::Connection;
use std::sync::Arc;

pub fn list(
    connection: &Connection,
    organization_id: OrganizationId,
    wanted: &AgentConversations,
) -> rusqlite::Result<Page<Arc<Conversation>>> {
    let limit = i64::from(wanted.limit) + 1;
    let Some(walk) = i64::try_from(wanted.offset).ok().and_then(|offset| offset.checked_add(limit)) else {
        return Ok(Page { items: Vec::new(), more: false });
    };
    let order = total_order(&wanted.order);
    let (sql, places) = match newest_or_oldest(&order) {
        Some(direction) => (sql_by_age(&wanted.statuses, direction), 7),
        None => (sql_by_keys(&wanted.statuses, &order), 6),
    };
    let from = wanted.created_from.unwrap_or(Timestamp(i64::MIN));
    let before = wanted.created_before.unwrap_or(Timestamp(i64::MAX));
    let values: [&dyn Column; 7] = [&organization_id, &wanted.agent_id, &from, &before, &limit, &wanted.offset, &walk];
    Ok(page(query(connection, &sql, &values[..places], read)?, wanted.limit))
}

fn newest_or_oldest(order: &[OrderKey]) -> Option<&'static str> {
    use ConversationOrder::{CreatedAt, Id};
    match order {
        [at, id] if at.by == CreatedAt && id.by == Id && at.descending == id.descending => Some(direction(*at)),
        _ => None,
    }
}

fn direction(key: OrderKey) -> &'static str {
    if key.descending { "DESC" } else { "ASC" }
}

/// ?1 organisation, ?2 agent, ?3 created from, ?4 created before, ?5 limit, ?6 offset, ?7 both.
fn sql_by_age(statuses: &[ConversationStatus], direction: &str) -> String {
    let walks: Vec<_> = distinct(statuses)
        .into_iter()
        .map(|code| {
            format!(
                "SELECT * FROM (SELECT created_at, id FROM conversation
                 WHERE organization_id = ?1 AND list_agent_id = ?2 AND status = {code}
                 AND created_at >= ?3 AND created_at < ?4
                 ORDER BY created_at {direction}, id {direction} LIMIT ?7)"
            )
        })
        .collect();
    format!(
        "SELECT {} FROM ({} ORDER BY 1 {direction}, 2 {direction} LIMIT ?5 OFFSET ?6) page
         CROSS JOIN conversation c ON c.organization_id = ?1 AND c.id = page.id
         ORDER BY page.created_at {direction}, page.id {direction}",
        *SELECTED,
        walks.join(" UNION ALL ")
    )
}

/// The same places but the last. Sorts keys, then fetches the rows of one page.
fn sql_by_keys(statuses: &[ConversationStatus], order: &[OrderKey]) -> String {
    let codes: Vec<_> = distinct(statuses).iter().map(i64::to_string).collect();
    let keys: Vec<_> = order.iter().flat_map(|key| columns(key.by).iter().map(|c| (*c, direction(*key)))).collect();
    let keys: Vec<_> = keys.into_iter().map(|(column, direction)| format!("{column} {direction}")).collect();
    let keys = keys.join(", ");
    format!(
        "SELECT {} FROM (SELECT c.id FROM conversation c
         WHERE c.organization_id = ?1 AND c.list_agent_id = ?2 AND c.status IN ({})
         AND c.created_at >= ?3 AND c.created_at < ?4
         ORDER BY {keys} LIMIT ?5 OFFSET ?6) page
         CROSS JOIN conversation c ON c.organization_id = ?1 AND c.id = page.id ORDER BY {keys}",
        *SELECTED,
        codes.join(", ")
    )
}

fn distinct(statuses: &[ConversationStatus]) -> Vec<i64> {
    let wanted = |status: &ConversationStatus| statuses.is_empty() || statuses.contains(status);
    ConversationStatus::ALL.into_iter().filter(wanted).map(ConversationStatus::code).collect()
}

/// `fold` is ours: lower case as the model's order means it. SQLite puts nothing before something by itself.
fn columns(by: ConversationOrder) -> &'static [&'static str] {
    match by {
        ConversationOrder::Id => &["c.id"],
        ConversationOrder::Status => &["c.status"],
        ConversationOrder::IsClosed => &["c.status = 4"],
        ConversationOrder::StatusReason => &["c.status_reason"],
        ConversationOrder::Title => &["fold(c.title)", "c.title"],
        ConversationOrder::Priority => &["c.priority"],
        ConversationOrder::CreatedAt => &["c.created_at"],
        ConversationOrder::ModifiedAt => &["c.modified_at"],
        ConversationOrder::StatusChangedAt => &["c.status_changed_at"],
        ConversationOrder::StartedAt => &["c.started_at"],
        ConversationOrder::QueuedAt => &["c.queued_at"],
        ConversationOrder::WrapUpStartedAt => &["c.wrap_up_started_at"],
        ConversationOrder::ClosedAt => &["c.closed_at"],
        ConversationOrder::AssignedAt => &["c.active_agent_assigned_at"],
        ConversationOrder::CustomerName => &["fold(c.customer_name)", "c.customer_name"],
        ConversationOrder::WorkstreamId => &["c.workstream_id"],
        ConversationOrder::QueueId => &["c.queue_id"],
        ConversationOrder::CustomerId => &["c.customer_id"],
        ConversationOrder::CaseId => &["c.case_id"],
        ConversationOrder::ActiveAgentId => &["c.active_agent_id"],
        ConversationOrder::LastSessionId => &["c.last_session_id"],
        ConversationOrder::TransferCount => &["c.transfer_count"],
        ConversationOrder::EscalationCount => &["c.escalation_count"],
        ConversationOrder::FirstWait => &["c.first_wait_ms"],
        ConversationOrder::Talk => &["c.talk_ms"],
        ConversationOrder::WrapUp => &["c.wrap_up_ms"],
        ConversationOrder::Accepted => &["c.accepted"],
        ConversationOrder::Abandoned => &["c.abandoned"],
        ConversationOrder::Distribution => &["c.distribution"],
        ConversationOrder::Channel => &["c.channel"],
        ConversationOrder::Locale => &["fold(c.locale)", "c.locale"],
        ConversationOrder::LastMessageAt => &["c.last_message_at"],
    }
}
