//! The messages of one conversation.

use super::Rows;
use crate::port::Page;
use frontdesk_model::{ConversationId, Message};
use std::sync::Arc;

pub fn find(rows: &Rows, id: ConversationId, from_customer: bool, client_message_id: &str) -> Option<Message> {
    let number = rows.client_messages.get(&(id, from_customer, client_message_id.to_owned()))?;
    rows.messages.get(&(id, *number)).map(|message| Message::clone(message))
}

pub fn after(rows: &Rows, id: ConversationId, after: u64, limit: u32) -> Page<Arc<Message>> {
    let messages = rows.messages.range((id, after.saturating_add(1))..=(id, u64::MAX));
    page(messages.map(|(_, message)| message), limit)
}

pub fn before(rows: &Rows, id: ConversationId, before: u64, limit: u32) -> Page<Arc<Message>> {
    let messages = rows.messages.range((id, 0)..(id, before)).rev();
    let mut page = page(messages.map(|(_, message)| message), limit);
    page.items.reverse();
    page
}

pub fn public_after(rows: &Rows, id: ConversationId, after: u64, limit: u32) -> Page<Arc<Message>> {
    let messages = rows.messages.range((id, 0)..=(id, u64::MAX)).map(|(_, message)| message);
    page(messages.filter(|message| message.public_number.is_some_and(|number| number > after)), limit)
}

fn page<'a>(mut messages: impl Iterator<Item = &'a Arc<Message>>, limit: u32) -> Page<Arc<Message>> {
    let items: Vec<_> = messages.by_ref().take(limit as usize).cloned().collect();
    Page { items, more: messages.next().is_some() }
}
