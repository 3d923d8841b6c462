//! The check: says nothing of what is sound and finds what is not.

use super::fixture::*;
use crate::Store;
use frontdesk_model::*;
use std::sync::Arc;

fn talked(number: u64, messages: u64) -> Conversation {
    Conversation { last_message_number: messages, last_public_number: messages, ..conversation(number) }
}

pub(crate) async fn a_sound_store_has_no_faults(store: Arc<dyn Store>) {
    let mut desk = Desk::open(store.clone()).await;
    let chat = Conversation { last_session_id: Some(id(51)), ..talked(7, 2) };
    let session = session(chat.id, 51);
    let participant = participant(&session, 61);
    desk.commit(vec![row(&chat), message_row(&message(chat.id, 1)), message_row(&message(chat.id, 2))]).await;
    desk.commit(vec![Row::Session(session), Row::Participant(participant), row(&talked(8, 0))]).await;
    assert_eq!(store.check().await.unwrap(), Vec::<String>::new());
}

pub(crate) async fn gaps_and_lost_rows_are_found(store: Arc<dyn Store>) {
    let mut desk = Desk::open(store.clone()).await;
    let lost = session(id(9), 51);
    let faults = [
        vec![row(&talked(1, 1))],
        vec![row(&talked(2, 2)), message_row(&message(id(2), 2))],
        vec![row(&Conversation { last_public_number: 0, ..talked(3, 1) }), message_row(&message(id(3), 1))],
        vec![row(&Conversation { last_session_id: Some(id(52)), ..talked(4, 0) })],
        vec![message_row(&message(id(5), 1))],
        vec![Row::Session(lost.clone())],
        vec![Row::Participant(participant(&session(id(9), 53), 61))],
    ];
    for (rows, already) in faults.into_iter().zip(0..) {
        assert!(store.check().await.unwrap().len() >= already);
        let before = store.check().await.unwrap().len();
        desk.commit(rows).await;
        let found = store.check().await.unwrap();
        assert!(found.len() > before, "{found:?}");
    }
}
