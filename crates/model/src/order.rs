//! What a list of conversations can be sorted by, and the one definition of each order. Every backend of the store and
//! every list in memory sorts exactly like [`OrderKey::compare`]. Knows nothing of where a key came from.

use crate::{Conversation, CustomerRef};
use std::cmp::Ordering;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConversationOrder {
    Id,
    Status,
    IsClosed,
    StatusReason,
    Title,
    Priority,
    CreatedAt,
    ModifiedAt,
    StatusChangedAt,
    StartedAt,
    QueuedAt,
    WrapUpStartedAt,
    ClosedAt,
    AssignedAt,
    CustomerName,
    WorkstreamId,
    QueueId,
    CustomerId,
    CaseId,
    ActiveAgentId,
    LastSessionId,
    TransferCount,
    EscalationCount,
    FirstWait,
    Talk,
    WrapUp,
    Accepted,
    Abandoned,
    Distribution,
    Channel,
    Locale,
    LastMessageAt,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OrderKey {
    pub by: ConversationOrder,
    pub descending: bool,
}

impl OrderKey {
    pub fn ascending(by: ConversationOrder) -> Self {
        OrderKey { by, descending: false }
    }

    pub fn descending(by: ConversationOrder) -> Self {
        OrderKey { by, descending: true }
    }

    /// Absent values come first, ids sort by their bytes, text by its lower-case form and then by its bytes, enums in the
    /// order of their declaration; status by its number. `descending` turns all of it round.
    pub fn compare(self, a: &Conversation, b: &Conversation) -> Ordering {
        use ConversationOrder::*;
        let ordering = match self.by {
            Id => a.id.cmp(&b.id),
            Status => a.status.code().cmp(&b.status.code()),
            IsClosed => is_closed(a).cmp(&is_closed(b)),
            StatusReason => a.status_reason.cmp(&b.status_reason),
            Title => compare_text(&a.title, &b.title),
            Priority => a.priority.cmp(&b.priority),
            CreatedAt => a.created_at.cmp(&b.created_at),
            ModifiedAt => a.modified_at.cmp(&b.modified_at),
            StatusChangedAt => a.status_changed_at.cmp(&b.status_changed_at),
            StartedAt => a.started_at.cmp(&b.started_at),
            QueuedAt => a.queued_at.cmp(&b.queued_at),
            WrapUpStartedAt => a.wrap_up_started_at.cmp(&b.wrap_up_started_at),
            ClosedAt => a.closed_at.cmp(&b.closed_at),
            AssignedAt => a.active_agent_assigned_at.cmp(&b.active_agent_assigned_at),
            CustomerName => compare_text(&a.customer_name, &b.customer_name),
            WorkstreamId => a.workstream_id.cmp(&b.workstream_id),
            QueueId => a.queue_id.cmp(&b.queue_id),
            CustomerId => customer_id(a).cmp(&customer_id(b)),
            CaseId => a.case_id.cmp(&b.case_id),
            ActiveAgentId => a.active_agent_id.cmp(&b.active_agent_id),
            LastSessionId => a.last_session_id.cmp(&b.last_session_id),
            TransferCount => a.transfer_count.cmp(&b.transfer_count),
            EscalationCount => a.escalation_count.cmp(&b.escalation_count),
            FirstWait => a.first_wait_ms.cmp(&b.first_wait_ms),
            Talk => a.talk_ms.cmp(&b.talk_ms),
            WrapUp => a.wrap_up_ms.cmp(&b.wrap_up_ms),
            Accepted => a.accepted.cmp(&b.accepted),
            Abandoned => a.abandoned.cmp(&b.abandoned),
            Distribution => a.distribution.cmp(&b.distribution),
            Channel => a.channel.cmp(&b.channel),
            Locale => compare_optional_text(a.locale.as_deref(), b.locale.as_deref()),
            LastMessageAt => last_message_at(a).cmp(&last_message_at(b)),
        };
        if self.descending { ordering.reverse() } else { ordering }
    }
}

/// By the first key that tells two conversations apart.
pub fn compare_conversations(order: &[OrderKey], a: &Conversation, b: &Conversation) -> Ordering {
    order.iter().map(|key| key.compare(a, b)).find(|ordering| ordering.is_ne()).unwrap_or(Ordering::Equal)
}

/// `order` made total: ties are broken by creation time, then by id, in the direction of the last key. No key at all is
/// newest first.
pub fn total_order(order: &[OrderKey]) -> Vec<OrderKey> {
    let descending = order.last().is_none_or(|key| key.descending);
    let mut total = order.to_vec();
    for by in [ConversationOrder::CreatedAt, ConversationOrder::Id] {
        if !total.iter().any(|key| key.by == by) {
            total.push(OrderKey { by, descending });
        }
    }
    total
}

fn is_closed(conversation: &Conversation) -> bool {
    conversation.status == crate::ConversationStatus::Closed
}

fn customer_id(conversation: &Conversation) -> Option<uuid::Uuid> {
    conversation.customer.map(|customer| match customer {
        CustomerRef::Contact(id) => id.0,
        CustomerRef::Account(id) => id.0,
    })
}

fn last_message_at(conversation: &Conversation) -> Option<crate::Timestamp> {
    conversation.last_message.as_ref().map(|message| message.sent_at)
}

fn compare_text(a: &str, b: &str) -> Ordering {
    a.to_lowercase().cmp(&b.to_lowercase()).then_with(|| a.cmp(b))
}

fn compare_optional_text(a: Option<&str>, b: Option<&str>) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => compare_text(a, b),
        (a, b) => a.is_some().cmp(&b.is_some()),
    }
}
