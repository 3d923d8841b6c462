//! Conversations and their lists: every attribute comes back, every order is the model's.

use super::fixture::*;
use crate::{AgentConversations, Memory, Store};
use frontdesk_model::*;
use std::sync::Arc;

const AGENT: u64 = 1;

fn all() -> AgentConversations {
    AgentConversations {
        agent_id: id(AGENT),
        statuses: Vec::new(),
        created_from: None,
        created_before: None,
        order: Vec::new(),
        offset: 0,
        limit: 5_000,
    }
}

async fn listed(desk: &Desk, query: AgentConversations) -> Vec<Arc<Conversation>> {
    desk.store.list_agent_conversations(desk.organization_id, query).await.unwrap().items
}

fn ids(conversations: &[Arc<Conversation>]) -> Vec<ConversationId> {
    conversations.iter().map(|c| c.id).collect()
}

fn by_age(number: u64, created_at: i64, status: ConversationStatus) -> Conversation {
    let created_at = Timestamp(created_at);
    Conversation { created_at, status, list_agent_id: Some(id(AGENT)), ..conversation(number) }
}

/// Random conversations, in the store and in a plain list of the agent's.
async fn with_random(store: Arc<dyn Store>, seed: u64, count: u64) -> (Desk, Vec<Conversation>) {
    let mut desk = Desk::open(store).await;
    let mut dice = Dice::new(seed);
    let conversations: Vec<_> = (0..count).map(|number| dice.conversation(100 + number)).collect();
    desk.commit(conversations.iter().map(row).collect()).await;
    (desk, conversations)
}

pub(crate) async fn every_attribute_of_a_conversation_comes_back(store: Arc<dyn Store>) {
    let (mut desk, mut conversations) = with_random(store, 1, 60).await;
    let mut dice = Dice::new(2);
    for _ in 0..3 {
        for expected in &conversations {
            let found = desk.store.find_conversation(desk.organization_id, expected.id).await.unwrap();
            assert_eq!(found.as_deref(), Some(expected));
        }
        // Again as changes to what is there, whichever attribute differs.
        conversations = (0..60).map(|number| dice.conversation(100 + number)).collect();
        desk.commit(conversations.iter().map(row).collect()).await;
    }
}

pub(crate) async fn a_conversation_moves_between_agents_and_statuses(store: Arc<dyn Store>) {
    let mut desk = Desk::open(store).await;
    let mut chat = conversation(7);
    desk.commit(vec![row(&chat)]).await;
    assert!(listed(&desk, all()).await.is_empty());
    for (status, agent) in [
        (ConversationStatus::Active, Some(AGENT)),
        (ConversationStatus::Waiting, Some(AGENT)),
        (ConversationStatus::Active, Some(2)),
        (ConversationStatus::Open, None),
        (ConversationStatus::Active, Some(AGENT)),
        (ConversationStatus::Closed, Some(AGENT)),
    ] {
        chat.status = status;
        chat.list_agent_id = agent.map(id);
        desk.commit(vec![row(&chat)]).await;
        // And a change that leaves the lists alone.
        chat.unread += 1;
        desk.commit(vec![row(&chat)]).await;
        for of in ConversationStatus::ALL {
            let found = listed(&desk, AgentConversations { statuses: vec![of], ..all() }).await;
            let expected = of == status && agent == Some(AGENT);
            assert_eq!(found.first().map(|c| c.unread), expected.then_some(chat.unread), "{status:?} {agent:?}");
        }
        let open = desk.store.load(desk.organization_id).await.unwrap().unwrap().conversations;
        assert_eq!(open.len(), usize::from(status != ConversationStatus::Closed));
    }
}

pub(crate) async fn an_agent_list_is_newest_first_by_default(store: Arc<dyn Store>) {
    let mut desk = Desk::open(store).await;
    let (active, closed) = (ConversationStatus::Active, ConversationStatus::Closed);
    let rows = [by_age(1, 30, active), by_age(2, 10, closed), by_age(3, 30, closed), by_age(4, 20, active)];
    desk.commit(rows.iter().map(row).collect()).await;
    assert_eq!(ids(&listed(&desk, all()).await), [id(3), id(1), id(4), id(2)], "ties by id, descending too");
    let oldest = vec![OrderKey::ascending(ConversationOrder::CreatedAt)];
    let found = listed(&desk, AgentConversations { order: oldest, ..all() }).await;
    assert_eq!(ids(&found), [id(2), id(4), id(1), id(3)]);
    assert!(listed(&desk, AgentConversations { agent_id: id(9), ..all() }).await.is_empty());
}

pub(crate) async fn an_agent_list_pages_without_gap_or_overlap(store: Arc<dyn Store>) {
    let (desk, _) = with_random(store, 3, 60).await;
    for order in [vec![], vec![OrderKey::descending(ConversationOrder::Priority)]] {
        let whole = ids(&listed(&desk, AgentConversations { order: order.clone(), ..all() }).await);
        for limit in [1, 3, 7, 1_000] {
            let (mut found, mut more) = (Vec::new(), true);
            while more {
                let query = AgentConversations { order: order.clone(), offset: found.len() as u64, limit, ..all() };
                let page = desk.store.list_agent_conversations(desk.organization_id, query).await.unwrap();
                assert!(page.items.len() <= limit as usize);
                found.extend(ids(&page.items));
                more = page.more;
            }
            assert_eq!(found, whole);
        }
        for offset in [whole.len() as u64, u64::MAX - 3, i64::MAX as u64] {
            let query = AgentConversations { order: order.clone(), offset, ..all() };
            let page = desk.store.list_agent_conversations(desk.organization_id, query).await.unwrap();
            assert!(page.items.is_empty() && !page.more);
        }
        let nothing = AgentConversations { order, limit: 0, ..all() };
        let page = desk.store.list_agent_conversations(desk.organization_id, nothing).await.unwrap();
        assert!(page.items.is_empty() && page.more);
    }
}

pub(crate) async fn an_agent_list_keeps_to_statuses_and_creation_times(store: Arc<dyn Store>) {
    let mut desk = Desk::open(store).await;
    let rows: Vec<_> = ConversationStatus::ALL.into_iter().zip(1..).map(|(s, n)| by_age(n, n as i64 * 10, s)).collect();
    desk.commit(rows.iter().map(row).collect()).await;
    let statuses = vec![ConversationStatus::Closed, ConversationStatus::Active, ConversationStatus::Active];
    assert_eq!(ids(&listed(&desk, AgentConversations { statuses, ..all() }).await), [id(4), id(2)]);
    let between =
        AgentConversations { created_from: Some(Timestamp(20)), created_before: Some(Timestamp(40)), ..all() };
    assert_eq!(ids(&listed(&desk, between.clone()).await), [id(3), id(2)], "from is in, before is out");
    let order = vec![OrderKey::ascending(ConversationOrder::Status)];
    assert_eq!(ids(&listed(&desk, AgentConversations { order, ..between }).await), [id(2), id(3)]);
}

pub(crate) async fn every_order_is_the_model_s(store: Arc<dyn Store>) {
    use ConversationOrder::*;
    let (desk, conversations) = with_random(store, 4, 80).await;
    #[rustfmt::skip]
    let orders = [
        Id, Status, IsClosed, StatusReason, Title, Priority, CreatedAt, ModifiedAt, StatusChangedAt, StartedAt,
        QueuedAt, WrapUpStartedAt, ClosedAt, AssignedAt, CustomerName, WorkstreamId, QueueId, CustomerId, CaseId,
        ActiveAgentId, LastSessionId, TransferCount, EscalationCount, FirstWait, Talk, WrapUp, Accepted, Abandoned,
        Distribution, Channel, Locale, LastMessageAt,
    ];
    for by in orders {
        for order in [vec![OrderKey::ascending(by)], vec![OrderKey::descending(by)]] {
            let found = listed(&desk, AgentConversations { order: order.clone(), ..all() }).await;
            let mut expected: Vec<_> =
                conversations.iter().filter(|c| c.list_agent_id == Some(id(AGENT))).cloned().collect();
            expected.sort_by(|a, b| compare_conversations(&total_order(&order), a, b));
            assert_eq!(ids(&found), expected.iter().map(|c| c.id).collect::<Vec<_>>(), "{order:?}");
        }
    }
}

/// Any statuses, bounds, keys and pages: the same answer as from the model in memory.
pub(crate) async fn random_lists_are_the_model_s(store: Arc<dyn Store>) {
    use ConversationOrder::*;
    let (desk, conversations) = with_random(store, 5, 120).await;
    let mut model = Desk::open(Arc::new(Memory::new())).await;
    model.commit(conversations.iter().map(row).collect()).await;
    let mut dice = Dice::new(6);
    let keys = [Title, Status, Locale, CustomerName, CreatedAt, Id, LastMessageAt, FirstWait, QueueId, IsClosed];
    for round in 0..300 {
        let query = AgentConversations {
            agent_id: id(dice.below(3)),
            statuses: (0..dice.below(4)).map(|_| dice.of(&ConversationStatus::ALL)).collect(),
            created_from: dice.maybe(|dice| Timestamp(dice.below(6) as i64 - 2)),
            created_before: dice.maybe(|dice| Timestamp(dice.below(8) as i64)),
            order: (0..dice.below(4))
                .map(|_| OrderKey { by: dice.of(&keys), descending: dice.below(2) == 0 })
                .collect(),
            offset: dice.below(12),
            limit: dice.below(30) as u32,
        };
        let found = desk.store.list_agent_conversations(desk.organization_id, query.clone()).await.unwrap();
        let expected = model.store.list_agent_conversations(model.organization_id, query.clone()).await.unwrap();
        assert_eq!(found, expected, "round {round}: {query:?}");
    }
}

pub(crate) async fn visitors_and_customers_find_their_own_newest_first(store: Arc<dyn Store>) {
    let mut desk = Desk::open(store.clone()).await;
    let contact = CustomerRef::Contact(id(31));
    let of = |number, visitor: u64, customer| Conversation {
        visitor_id: Some(id(visitor)),
        customer,
        ..conversation(number)
    };
    // An account with the contact's id is somebody else.
    let account = Some(CustomerRef::Account(id(31)));
    let rows = [of(1, 21, Some(contact)), of(2, 22, account), of(3, 21, None), of(4, 22, Some(contact))];
    desk.commit(rows.iter().map(row).collect()).await;
    let organization_id = desk.organization_id;
    let of_visitor = |limit| store.list_visitor_conversations(organization_id, id(21), limit);
    assert_eq!(ids(&of_visitor(10).await.unwrap()), [id(3), id(1)]);
    assert_eq!(ids(&of_visitor(1).await.unwrap()), [id(3)]);
    let found = store.list_customer_conversations(organization_id, contact, 10).await.unwrap();
    assert_eq!(ids(&found), [id(4), id(1)]);
}

pub(crate) async fn sessions_and_participants_come_in_order(store: Arc<dyn Store>) {
    let mut desk = Desk::open(store.clone()).await;
    let (first, mut second) = (session(id(7), 52), session(id(7), 51));
    let (one, mut two) = (participant(&first, 62), participant(&first, 61));
    let elsewhere = session(id(8), 53);
    desk.commit(vec![
        row(&conversation(7)),
        Row::Session(second.clone()),
        Row::Session(first.clone()),
        Row::Session(elsewhere),
        Row::Participant(two.clone()),
        Row::Participant(one.clone()),
    ])
    .await;
    second.status = SessionStatus::Cancelled;
    second.closed_at = Some(Timestamp(9));
    second.closure_reason = Some(ClosureReason::AgentMovedConversationToWaiting);
    two.left_at = Some(Timestamp(9));
    two.left_reason = Some(ClosureReason::AgentReject);
    desk.commit(vec![Row::Session(second.clone()), Row::Participant(two.clone())]).await;
    let found = store.list_sessions(desk.organization_id, id(7)).await.unwrap();
    assert_eq!(found, (vec![first, second], vec![one, two]));
}
