//! A search through all texts, by looking at each: a model to compare with, not a fast one.

use super::Rows;
use crate::port::{FoundText, FoundTexts, TextPlace, TextSearch};
use frontdesk_model::{ConversationId, Timestamp};

pub fn search(rows: &Rows, search: &TextSearch) -> FoundTexts {
    let subjects = rows.conversations.values().map(|conversation| {
        let text = format!("{}\n{}", conversation.title, conversation.customer_name);
        (conversation.created_at, conversation.id, None, text)
    });
    let messages = rows
        .messages
        .values()
        .map(|message| (message.sent_at, message.conversation_id, Some(message.number), message.text.clone()));
    let mut found: Vec<(Timestamp, ConversationId, Option<u64>)> = subjects
        .chain(messages)
        .filter(|(.., text)| search.wanted.find(text).is_some())
        .map(|(at, conversation_id, number, _)| (at, conversation_id, number))
        .collect();
    found.sort();
    let mut items: Vec<FoundText> = Vec::new();
    for (at, conversation_id, message_number) in found {
        let after = items.last().map_or(i64::MIN, |last| last.place.0 + 1);
        let place = TextPlace(after.max(at.as_millis() << 20));
        items.push(FoundText { place, conversation_id, message_number });
    }
    items.retain(|found| search.before.is_none_or(|before| found.place < before));
    items.reverse();
    let more = items.len() > search.limit as usize;
    items.truncate(search.limit as usize);
    FoundTexts { items, more, complete: true }
}
