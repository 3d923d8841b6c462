//! Lists of conversations and one conversation whole.

use super::{find_visible_conversation, page_size};
use crate::app::App;
use crate::auth::SignedIn;
use crate::desk::View;
use crate::errors::{Answer, Problem};
use crate::extract::{Id, Query};
use crate::wire::{ConversationDetail, ConversationPage, ConversationSummary, CustomerRecord, Items};
use axum::Json;
use axum::extract::State;
use frontdesk_model::{
    Conversation, ConversationId, ConversationOrder, ConversationStatus, CustomerRef, OrderKey, Participant,
    ParticipantMode, QueueId, Timestamp, Uuid,
};
use frontdesk_store::AgentConversations;
use frontdesk_store::port::{Record, RecordKind};
use serde::Deserialize;
use std::cmp::Reverse;
use std::sync::Arc;

const PAGE_SIZE: u32 = 50;
const PAGE_SIZE_MAX: u32 = 500;
const DAY_MS: i64 = 24 * 60 * 60 * 1_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ListView {
    /// Assigned to me, waiting for my customer, or in my wrap-up.
    Mine,
    /// Waiting in my queues for somebody to pick it; longest first. Supervisors: in every queue.
    Open,
    /// Another's, where I was invited to advise, advise, monitor or have joined.
    Visiting,
    /// Closed by me today (UTC), last first.
    Closed,
    /// All that are not closed, for supervisors.
    Ongoing,
}

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListQuery {
    #[param(inline)]
    pub view: ListView,
    /// Only of this queue.
    #[serde(default)]
    pub queue_id: Option<Uuid>,
    /// 1 to 500; 50 when absent.
    #[serde(default)]
    pub limit: Option<u32>,
    /// `nextCursor` of the page before.
    #[serde(default)]
    pub cursor: Option<String>,
}

/// My conversations, open items, those I closed today, or all that go on.
#[utoipa::path(
    get, path = "/api/v1/conversations", tag = "conversations",
    params(ListQuery), responses((status = 200, body = ConversationPage))
)]
pub async fn list(
    State(app): State<App>,
    signed_in: SignedIn,
    Query(query): Query<ListQuery>,
) -> Answer<Json<ConversationPage>> {
    let limit = page_size(query.limit, PAGE_SIZE, PAGE_SIZE_MAX)? as usize;
    if query.view == ListView::Ongoing && !signed_in.role.oversees() {
        return Err(Problem::forbidden("all that goes on is for supervisors and administrators"));
    }
    let queue_id = query.queue_id.map(QueueId);
    let after = query.cursor.as_deref().map(Place::parse).transpose()?;
    if query.view == ListView::Closed {
        return closed_today(&app, &signed_in, queue_id, after, limit).await.map(Json);
    }
    let view = signed_in.desk.view();
    let mut found = match query.view {
        ListView::Open => waiting(&view, &signed_in, queue_id)?,
        ListView::Ongoing => newest_first(view.conversations()),
        ListView::Visiting => newest_first(view.visited_by(signed_in.agent_id)),
        _ => newest_first(view.conversations_of(signed_in.agent_id)),
    };
    if let Some(queue_id) = queue_id {
        found.retain(|(_, conversation)| conversation.queue_id == Some(queue_id));
    }
    found.retain(|(place, _)| after.is_none_or(|after| *place > after));
    found.sort_unstable_by_key(|(place, _)| *place);
    let next_cursor = found.get(limit).and_then(|_| found.get(limit - 1)).map(|(place, _)| place.to_string());
    let items = found.iter().take(limit).map(|(_, conversation)| ConversationSummary::from(&***conversation)).collect();
    Ok(Json(ConversationPage { items, next_cursor, sequence: view.sequence() }))
}

/// One conversation with its sessions, participants and linked records.
#[utoipa::path(
    get, path = "/api/v1/conversations/{conversationId}", tag = "conversations",
    params(("conversationId" = Uuid, Path)), responses((status = 200, body = ConversationDetail))
)]
pub async fn get(
    State(app): State<App>,
    signed_in: SignedIn,
    Id(id): Id<ConversationId>,
) -> Answer<Json<ConversationDetail>> {
    // Read first: whatever comes after it is in the live stream from here.
    let sequence = signed_in.desk.view().sequence();
    let organization_id = signed_in.organization_id();
    let conversation = find_visible_conversation(&signed_in, id).await?;
    let (sessions, participants) = app.store.list_sessions(organization_id, id).await?;
    // Nobody is told who reads along.
    let (me, oversees) = (signed_in.agent_id, signed_in.role.oversees());
    let shown = |row: &Participant| row.mode != ParticipantMode::Monitor || row.agent_id == me || oversees;
    let customer = match conversation.customer {
        Some(CustomerRef::Contact(id)) => app.store.find_record(organization_id, RecordKind::Contact, id.0).await?,
        Some(CustomerRef::Account(id)) => app.store.find_record(organization_id, RecordKind::Account, id.0).await?,
        None => None,
    };
    let case = match conversation.case_id {
        Some(id) => app.store.find_record(organization_id, RecordKind::Case, id.0).await?,
        None => None,
    };
    Ok(Json(ConversationDetail {
        conversation: ConversationSummary::from(&*conversation),
        sessions: sessions.into_iter().map(Into::into).collect(),
        participants: participants.into_iter().filter(shown).map(Into::into).collect(),
        customer: customer.and_then(|record| match record {
            Record::Contact(contact) => Some(CustomerRecord::Contact(contact.into())),
            Record::Account(account) => Some(CustomerRecord::Account(account.into())),
            Record::Case(_) => None,
        }),
        case: case.and_then(|record| match record {
            Record::Case(case) => Some(case.into()),
            _ => None,
        }),
        sequence,
    }))
}

/// How many earlier conversations a screen has room for.
const EARLIER_MAX: u32 = 20;

/// What else there has been with the same customer: the linked one, or the visitor while nobody is linked. Newest first.
#[utoipa::path(
    get, path = "/api/v1/conversations/{conversationId}/earlier", tag = "conversations",
    params(("conversationId" = Uuid, Path)), responses((status = 200, body = Items<ConversationSummary>))
)]
pub async fn earlier(
    State(app): State<App>,
    signed_in: SignedIn,
    Id(id): Id<ConversationId>,
) -> Answer<Json<Items<ConversationSummary>>> {
    let organization_id = signed_in.organization_id();
    let conversation = find_visible_conversation(&signed_in, id).await?;
    let found = match (conversation.customer, conversation.visitor_id) {
        (Some(customer), _) => {
            app.store.list_customer_conversations(organization_id, customer, EARLIER_MAX + 1).await?
        }
        (None, Some(visitor_id)) => {
            app.store.list_visitor_conversations(organization_id, visitor_id, EARLIER_MAX + 1).await?
        }
        (None, None) => Vec::new(),
    };
    let others = found.iter().filter(|other| other.id != id).take(EARLIER_MAX as usize);
    Ok(Json(Items { items: others.map(|other| ConversationSummary::from(&**other)).collect() }))
}

type Placed<'a> = (Place, &'a Arc<Conversation>);

fn newest_first<'a>(conversations: impl Iterator<Item = &'a Arc<Conversation>>) -> Vec<Placed<'a>> {
    conversations.map(|conversation| (Place::newest_first(conversation), conversation)).collect()
}

fn waiting<'a>(view: &'a View, signed_in: &SignedIn, queue_id: Option<QueueId>) -> Answer<Vec<Placed<'a>>> {
    if let Some(queue) = queue_id.and_then(|id| view.queue(id))
        && !signed_in.role.oversees()
        && !queue.members.contains(&signed_in.agent_id)
    {
        return Err(Problem::forbidden("you are not a member of this queue"));
    }
    let queues = view.queues().filter(|queue| signed_in.role.oversees() || queue.members.contains(&signed_in.agent_id));
    let conversations = queues.flat_map(|queue| view.open_in_queue(queue.id));
    Ok(conversations.map(|conversation| (Place::longest_waiting_first(conversation), conversation)).collect())
}

/// Straight from the store: what is closed is no longer in memory.
async fn closed_today(
    app: &App,
    signed_in: &SignedIn,
    queue_id: Option<QueueId>,
    after: Option<Place>,
    limit: usize,
) -> Answer<ConversationPage> {
    let sequence = signed_in.desk.view().sequence();
    let now = app.now().as_millis();
    let midnight = Timestamp(now - now.rem_euclid(DAY_MS));
    let mut found: Vec<(Place, Arc<Conversation>)> = Vec::new();
    let mut offset = 0;
    loop {
        let query = AgentConversations {
            agent_id: signed_in.agent_id,
            statuses: vec![ConversationStatus::Closed],
            created_from: None,
            created_before: None,
            order: vec![OrderKey::descending(ConversationOrder::ClosedAt)],
            offset,
            limit: PAGE_SIZE_MAX,
        };
        let page = app.store.list_agent_conversations(signed_in.organization_id(), query).await?;
        let read = page.items.len() as u64;
        let today = page.items.into_iter().take_while(|conversation| conversation.closed_at >= Some(midnight));
        let today: Vec<_> = today.collect();
        let ends_here = (today.len() as u64) < read || !page.more;
        found.extend(
            today
                .into_iter()
                .filter(|conversation| queue_id.is_none() || conversation.queue_id == queue_id)
                .map(|conversation| (Place::last_closed_first(&conversation), conversation))
                .filter(|(place, _)| after.is_none_or(|after| *place > after)),
        );
        if ends_here || found.len() > limit {
            break;
        }
        offset += read;
    }
    found.sort_unstable_by_key(|(place, _)| *place);
    let next_cursor = found.get(limit).and_then(|_| found.get(limit - 1)).map(|(place, _)| place.to_string());
    let items = found.iter().take(limit).map(|(_, conversation)| ConversationSummary::from(&**conversation)).collect();
    Ok(ConversationPage { items, next_cursor, sequence })
}

/// Where in a list a conversation stands: what changes above it does not move the next page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    rank: i64,
    id: Reverse<ConversationId>,
}

impl Place {
    fn newest_first(conversation: &Conversation) -> Self {
        Place { rank: -conversation.created_at.as_millis(), id: Reverse(conversation.id) }
    }

    fn longest_waiting_first(conversation: &Conversation) -> Self {
        let since = conversation.queued_at.unwrap_or(conversation.created_at);
        Place { rank: since.as_millis(), id: Reverse(conversation.id) }
    }

    fn last_closed_first(conversation: &Conversation) -> Self {
        let closed_at = conversation.closed_at.unwrap_or(conversation.modified_at);
        Place { rank: -closed_at.as_millis(), id: Reverse(conversation.id) }
    }

    fn parse(text: &str) -> Answer<Self> {
        text.split_once('.')
            .and_then(|(rank, id)| Some(Place { rank: rank.parse().ok()?, id: Reverse(id.parse().ok()?) }))
            .ok_or_else(|| Problem::invalid_field("cursor", "is not one that a previous page gave"))
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.rank, self.id.0)
    }
}
