//! The journal: every kind of entry, in order, from any number.

use super::fixture::*;
use crate::Store;
use frontdesk_model::*;
use std::sync::Arc;

pub(crate) async fn the_journal_is_read_in_order_from_any_number(store: Arc<dyn Store>) {
    let mut desk = Desk::open(store.clone()).await;
    for number in 1..=5 {
        desk.commit(vec![row(&conversation(number)), row(&conversation(number))]).await;
    }
    for (after, limit, expected, more) in
        [(0, 3, 1..=3, true), (3, 7, 4..=10, false), (9, 9, 10..=10, false), (0, 10, 1..=10, false)]
    {
        let page = store.list_journal(desk.organization_id, after, limit).await.unwrap();
        assert_eq!(page.items, expected.map(entry).collect::<Vec<_>>());
        assert_eq!(page.more, more);
    }
    assert!(store.list_journal(desk.organization_id, u64::MAX, 9).await.unwrap().items.is_empty());
}

pub(crate) async fn every_event_comes_back(store: Arc<dyn Store>) {
    let mut desk = Desk::open(store.clone()).await;
    let (conversation_id, session_id, agent_id) = (id(7), id(51), id(2));
    let marks = ReadMarks { customer_delivered: 1, customer_read: 2, agent_delivered: 3, agent_read: 4 };
    let events = [
        Event::ConversationChanged { conversation: Arc::new(Dice::new(9).conversation(7)) },
        Event::MessageAdded { message: Arc::new(message(conversation_id, 1)) },
        Event::MarksMoved { conversation_id, marks },
        Event::OfferMade { conversation_id, session_id, agent_id, expires_at: Timestamp(9) },
        Event::OfferEnded { conversation_id, session_id, agent_id, end: OfferEnd::TimedOut },
        Event::AgentStatusChanged { status: super::loading::status(2) },
        Event::AgentChanged { agent: agent(2) },
        Event::ConfigurationChanged { noun: "queue".to_owned(), id: "x".to_owned() },
    ];
    let audience =
        Audience { agents: vec![agent_id], queue: Some(id(12)), customer_of: Some(conversation_id), everyone: false };
    let mut batch = desk.batch(Vec::new());
    batch.journal = (1..)
        .zip(events)
        .map(|(sequence, event)| JournalEntry {
            sequence,
            at: Timestamp(-5),
            conversation_id: (sequence % 2 == 0).then_some(conversation_id),
            audience: if sequence == 8 { Audience::default() } else { audience.clone() },
            event,
        })
        .collect();
    let expected = batch.journal.clone();
    desk.try_commit(batch).await.unwrap();
    assert_eq!(store.list_journal(desk.organization_id, 0, 100).await.unwrap().items, expected);
}
