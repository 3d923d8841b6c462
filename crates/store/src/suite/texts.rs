//! Searching through what was said.

use super::fixture::*;
use crate::words::Wanted;
use crate::{FoundTexts, Store, TextPlace, TextSearch};
use frontdesk_model::*;
use std::sync::Arc;

/// What a conversation is about, who its customer is, and what was said.
fn said(number: u64, title: &str, name: &str, texts: &[&str]) -> Vec<Row> {
    let mut chat = conversation(number);
    (chat.title, chat.customer_name) = (title.to_owned(), name.to_owned());
    chat.last_message_number = texts.len() as u64;
    chat.last_public_number = texts.len() as u64;
    let message = |(at, text): (u64, &&str)| {
        let mut message = message(chat.id, at);
        message.text = (*text).to_owned();
        message.sent_at = Timestamp(2_000_000 + (number * 1_000 + at) as i64);
        message_row(&message)
    };
    let messages: Vec<_> = (1..).zip(texts).map(message).collect();
    std::iter::once(row(&chat)).chain(messages).collect()
}

/// As the desk does: the journal names the conversation.
async fn tell(desk: &mut Desk, number: u64, rows: Vec<Row>) {
    let mut batch = desk.batch(rows);
    for entry in &mut batch.journal {
        entry.conversation_id = Some(id(number));
    }
    desk.try_commit(batch).await.expect("committed");
}

async fn search(store: &dyn Store, text: &str, before: Option<TextPlace>, limit: u32) -> FoundTexts {
    let wanted = Wanted::parse(text).expect("has words");
    store.search_texts(id(1), TextSearch { wanted, before, limit }).await.expect("searched")
}

/// Conversation and message number, 0 for the subject; newest first.
async fn found(store: &dyn Store, text: &str) -> Vec<(u64, u64)> {
    let found = search(store, text, None, 100).await;
    assert!(found.complete && !found.more);
    let number = |id: ConversationId| id.0.as_u64_pair().1 & 0xffff;
    found.items.iter().map(|text| (number(text.conversation_id), text.message_number.unwrap_or(0))).collect()
}

pub(crate) async fn what_was_said_is_found_as_soon_as_it_is_acknowledged(store: Arc<dyn Store>) {
    let mut desk = Desk::open(store.clone()).await;
    tell(&mut desk, 7, said(7, "Order 4711", "Ada Lovelace", &["Where is my crème brûlée?", "On its way"])).await;
    assert_eq!(found(&*store, "brulee").await, [(7, 1)]);
    tell(&mut desk, 8, said(8, "", "Åsa", &["My order 4711 came, my brûlée too", "東京都へ送りました"])).await;
    for (text, expected) in [
        ("brulee", vec![(8, 1), (7, 1)]),
        ("BRÛ", vec![(8, 1), (7, 1)]),
        ("order 4711", vec![(8, 1), (7, 0)]),
        ("\"4711 order\"", vec![]),
        ("\"order 4711\"", vec![(8, 1), (7, 0)]),
        ("lovelace", vec![(7, 0)]),
        ("asa", vec![(8, 0)]),
        ("京都", vec![(8, 2)]),
        ("way", vec![(7, 2)]),
        ("on its way there", vec![]),
        ("AND OR NOT", vec![]),
        ("w*", vec![]),
    ] {
        assert_eq!(found(&*store, text).await, expected, "{text:?}");
    }
    let none = search(&*store, "brulee", None, 100).await;
    let elsewhere = TextSearch { wanted: Wanted::parse("brulee").expect("a word"), before: None, limit: 100 };
    let other = store.search_texts(id(2), elsewhere).await.expect("searched");
    assert_eq!((none.items.len(), other.items.len()), (2, 0), "organisations do not see each other");
}

pub(crate) async fn a_changed_subject_is_found_by_what_it_is_now(store: Arc<dyn Store>) {
    let mut desk = Desk::open(store.clone()).await;
    tell(&mut desk, 7, said(7, "Kettle", "Visitor", &["Hello"])).await;
    assert_eq!(found(&*store, "kettle").await, [(7, 0)]);
    let mut changed = said(7, "Teapot", "Ada", &["Hello"]);
    changed.truncate(1);
    tell(&mut desk, 7, changed).await;
    assert_eq!(found(&*store, "kettle").await, []);
    assert_eq!(found(&*store, "ada").await, [(7, 0)]);
    assert_eq!(found(&*store, "hello").await, [(7, 1)], "what was said is there once");
}

pub(crate) async fn found_texts_come_in_pages_newest_first(store: Arc<dyn Store>) {
    let mut desk = Desk::open(store.clone()).await;
    for number in 10..20 {
        tell(&mut desk, number, said(number, "", "", &["one word", "another word"])).await;
    }
    let whole = search(&*store, "word", None, 100).await.items;
    assert_eq!(whole.len(), 20);
    let mut pages = Vec::new();
    let mut before = None;
    loop {
        let page = search(&*store, "word", before, 7).await;
        pages.extend(page.items.iter().copied());
        before = page.items.last().map(|last| last.place);
        if !page.more {
            break;
        }
    }
    assert_eq!(pages, whole);
    assert!(whole.is_sorted_by(|later, earlier| later.place > earlier.place));
}

pub(crate) async fn what_was_loaded_is_found_too(store: Arc<dyn Store>) {
    let mut desk = Desk::open(store.clone()).await;
    tell(&mut desk, 900, said(900, "", "", &["a needle"])).await;
    assert_eq!(found(&*store, "needle").await, [(900, 1)]);
    let rows = (1..=700).flat_map(|number| said(number, "hay", "", &["a needle", "and hay"])).collect();
    store.bulk_load(id(1), rows).await.expect("loaded");
    assert_eq!(search(&*store, "needle", None, 1_000).await.items.len(), 701);
    assert_eq!(search(&*store, "\"and hay\"", None, 1_000).await.items.len(), 700);
}
