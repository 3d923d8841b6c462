//! Messages: in order, from any number, both ways, and what the customer may read of them.

use super::fixture::*;
use crate::{Page, Store};
use frontdesk_model::*;
use std::sync::Arc;

/// Ten messages, of which 3, 4 and 8 are notes among agents.
async fn with_ten(store: Arc<dyn Store>) -> (Desk, ConversationId) {
    let mut desk = Desk::open(store).await;
    let chat = id(7);
    let mut public = 0;
    let mut rows = vec![row(&conversation(7))];
    for number in 1..=10 {
        let note = [3, 4, 8].contains(&number);
        public += u64::from(!note);
        rows.push(message_row(&Message {
            public_number: (!note).then_some(public),
            visibility: if note { Visibility::Internal } else { Visibility::Public },
            ..message(chat, number)
        }));
    }
    rows.push(message_row(&message(id(8), 1)));
    desk.commit(rows).await;
    (desk, chat)
}

fn numbers(page: &Page<Arc<Message>>) -> (Vec<u64>, bool) {
    (page.items.iter().map(|message| message.number).collect(), page.more)
}

pub(crate) async fn messages_are_read_from_any_number(store: Arc<dyn Store>) {
    let (desk, chat) = with_ten(store.clone()).await;
    let after = |number, limit| store.list_messages(desk.organization_id, chat, number, limit);
    assert_eq!(numbers(&after(0, 3).await.unwrap()), (vec![1, 2, 3], true));
    assert_eq!(numbers(&after(7, 3).await.unwrap()), (vec![8, 9, 10], false));
    assert_eq!(numbers(&after(10, 3).await.unwrap()), (vec![], false));
    assert_eq!(numbers(&after(u64::MAX, 3).await.unwrap()), (vec![], false));
    assert_eq!(numbers(&after(0, 0).await.unwrap()), (vec![], true));
}

pub(crate) async fn a_message_before_comes_in_ascending_order(store: Arc<dyn Store>) {
    let (desk, chat) = with_ten(store.clone()).await;
    let before = |number, limit| store.list_messages_before(desk.organization_id, chat, number, limit);
    assert_eq!(numbers(&before(11, 3).await.unwrap()), (vec![8, 9, 10], true));
    assert_eq!(numbers(&before(u64::MAX, 2).await.unwrap()), (vec![9, 10], true));
    assert_eq!(numbers(&before(3, 5).await.unwrap()), (vec![1, 2], false));
    assert_eq!(numbers(&before(1, 5).await.unwrap()), (vec![], false));
    assert_eq!(numbers(&before(0, 5).await.unwrap()), (vec![], false));
}

pub(crate) async fn customers_read_public_messages_by_public_number(store: Arc<dyn Store>) {
    let (desk, chat) = with_ten(store.clone()).await;
    for after in 0..=8 {
        let page = store.list_public_messages(desk.organization_id, chat, after, 4).await.unwrap();
        let found: Vec<_> = page.items.iter().filter_map(|message| message.public_number).collect();
        assert_eq!(found, (after + 1..=7.min(after + 4)).collect::<Vec<_>>());
        assert_eq!(page.more, after + 4 < 7);
        assert!(page.items.iter().all(|message| message.visibility == Visibility::Public));
    }
}

pub(crate) async fn every_sender_comes_back(store: Arc<dyn Store>) {
    use SystemMessage::*;
    let mut desk = Desk::open(store.clone()).await;
    let mut senders = vec![
        Sender::Customer { visitor_id: Some(id(21)), name: "Ada".to_owned() },
        Sender::Customer { visitor_id: None, name: String::new() },
        Sender::Agent { agent_id: id(2), name: "Bo".to_owned() },
    ];
    #[rustfmt::skip]
    let events = [
        AgentAccepted, AgentEnded, AgentDisconnected, CustomerEnded, CustomerDisconnected, TransferToQueue,
        TransferToAgent, SessionClosed, ConversationClosed,
    ];
    senders.extend(events.map(|event| Sender::System { event }));
    let messages: Vec<_> =
        (1..).zip(senders).map(|(number, sender)| Message { sender, ..message(id(7), number) }).collect();
    desk.commit(messages.iter().map(message_row).collect()).await;
    let found = store.list_messages(desk.organization_id, id(7), 0, 100).await.unwrap();
    assert_eq!(found.items.iter().map(|message| Message::clone(message)).collect::<Vec<_>>(), messages);
}
