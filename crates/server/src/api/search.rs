//! Search through what was said: messages, titles and customers' names of all conversations that one may see, whatever
//! their age. Knows nothing of how texts are found.

use super::{find_conversation, may_see, page_size};
use crate::app::App;
use crate::auth::SignedIn;
use crate::check;
use crate::errors::{Answer, Problem};
use crate::extract::Query;
use crate::wire::{ConversationStatus, ConversationSummary, FoundConversation, FoundConversations};
use crate::wire::{Passage, PassagePart, Sender, Time};
use axum::Json;
use axum::extract::State;
use frontdesk_model as model;
use frontdesk_model::{Conversation, ConversationId};
use frontdesk_store::port::FoundText;
use frontdesk_store::words::Wanted;
use frontdesk_store::{TextPlace, TextSearch};
use serde::Deserialize;
use std::ops::Range;
use std::sync::Arc;

const TEXT_CHARACTERS_MAX: usize = 200;
const PAGE_SIZE: u32 = 25;
const PAGE_SIZE_MAX: u32 = 100;
const PASSAGES_MAX: usize = 3;
/// How many found texts one call looks at: whoever may see few of many goes on with the cursor.
const LOOKED_AT_MAX: usize = 2_000;
const LOOKED_AT_ONCE: u32 = 200;
/// Of a passage, before and after what was found first.
const CHARACTERS_BEFORE: usize = 60;
const CHARACTERS_AFTER: usize = 140;

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SearchQuery {
    /// 1 to 200 characters. All words must be in one text, in any order; without case and accents; the last one may be the
    /// beginning of a word; words in quotation marks must follow each other.
    pub text: String,
    /// Only conversations in these: `open`, `active`, `waiting`, `wrap_up`, `closed`, with commas between.
    #[serde(default)]
    pub status: Option<String>,
    /// 1 to 100 conversations; 25 when absent.
    #[serde(default)]
    pub limit: Option<u32>,
    /// `nextCursor` of the page before.
    #[serde(default)]
    pub cursor: Option<String>,
}

/// Find conversations by what was said in them.
#[utoipa::path(
    get, path = "/api/v1/search", tag = "conversations", params(SearchQuery),
    responses((status = 200, body = FoundConversations))
)]
pub async fn search(
    State(app): State<App>,
    signed_in: SignedIn,
    Query(query): Query<SearchQuery>,
) -> Answer<Json<FoundConversations>> {
    let text = check::at_most("text", &query.text, TEXT_CHARACTERS_MAX)?;
    let wanted = Wanted::parse(&text).ok_or_else(|| Problem::invalid_field("text", "must have a letter or a digit"))?;
    let statuses = query.status.as_deref().map(parse_statuses).transpose()?;
    let limit = page_size(query.limit, PAGE_SIZE, PAGE_SIZE_MAX)? as usize;
    let mut before = query.cursor.as_deref().map(parse_cursor).transpose()?;
    let wants = |conversation: &Conversation| {
        let status = ConversationStatus::from(conversation.status);
        statuses.as_ref().is_none_or(|statuses| statuses.contains(&status)) && may_see(&signed_in, conversation)
    };

    let mut pages = Found { limit, items: Vec::new() };
    let (mut looked_at, mut more, mut complete) = (0, true, true);
    'pages: while more && looked_at < LOOKED_AT_MAX {
        let search = TextSearch { wanted: wanted.clone(), before, limit: LOOKED_AT_ONCE };
        let page = app.store.search_texts(signed_in.organization_id(), search).await?;
        (more, complete) = (page.more, complete && page.complete);
        looked_at += page.items.len();
        for text in page.items {
            if !pages.has_room_for(text.conversation_id) {
                more = true;
                break 'pages;
            }
            pages.add(&signed_in, text, &wants).await?;
            before = Some(text.place);
        }
    }

    let mut items = Vec::with_capacity(pages.items.len());
    for (conversation, texts) in pages.items {
        let Some(conversation) = conversation else { continue };
        let mut passages = Vec::with_capacity(texts.len());
        // A title often is the first message: beside messages it says nothing more.
        let messages_found = texts.iter().any(|text| text.message_number.is_some());
        for text in texts.into_iter().filter(|text| !messages_found || text.message_number.is_some()) {
            passages.extend(passage(&app, &signed_in, &conversation, text, &wanted).await?);
        }
        items.push(FoundConversation { conversation: ConversationSummary::from(&*conversation), passages });
    }
    let next_cursor = before.filter(|_| more).map(|place| place.0.to_string());
    Ok(Json(FoundConversations { items, next_cursor, complete }))
}

/// Found so far, by conversation in the order they came; those that one may not see, or did not ask for, without an image.
struct Found {
    limit: usize,
    items: Vec<(Option<Arc<Conversation>>, Vec<FoundText>)>,
}

impl Found {
    fn position(&self, id: ConversationId) -> Option<usize> {
        self.items.iter().position(|(_, texts)| texts.first().is_some_and(|text| text.conversation_id == id))
    }

    fn has_room_for(&self, id: ConversationId) -> bool {
        self.position(id).is_some() || self.items.iter().filter(|(shown, _)| shown.is_some()).count() < self.limit
    }

    async fn add(
        &mut self,
        signed_in: &SignedIn,
        text: FoundText,
        wants: &impl Fn(&Conversation) -> bool,
    ) -> Answer<()> {
        if let Some(position) = self.position(text.conversation_id) {
            let texts = &mut self.items[position].1;
            if texts.len() < PASSAGES_MAX {
                texts.push(text);
            }
            return Ok(());
        }
        let conversation = find_conversation(&signed_in.desk, text.conversation_id).await?;
        self.items.push((Some(conversation).filter(|conversation| wants(conversation)), vec![text]));
        Ok(())
    }
}

async fn passage(
    app: &App,
    signed_in: &SignedIn,
    conversation: &Conversation,
    text: FoundText,
    wanted: &Wanted,
) -> Answer<Option<Passage>> {
    let Some(number) = text.message_number else {
        let of_title = wanted.mark(&conversation.title);
        let shown = if of_title.is_empty() { &conversation.customer_name } else { &conversation.title };
        let parts = cut(shown, &wanted.mark(shown));
        return Ok(Some(Passage { message_number: None, sender: None, at: Time(conversation.created_at), parts }));
    };
    let (organization_id, before) = (signed_in.organization_id(), number.saturating_sub(1));
    let page = app.store.list_messages(organization_id, conversation.id, before, 1).await?;
    Ok(page.items.first().map(|message| Passage {
        message_number: Some(number),
        sender: Some(Sender::from(&message.sender)),
        at: Time(message.sent_at),
        parts: cut(&message.text, &wanted.mark(&message.text)),
    }))
}

/// The neighbourhood of what was found first, in parts that are to be marked and parts that are not.
fn cut(text: &str, marked: &[Range<usize>]) -> Vec<PassagePart> {
    let first = marked.first().map_or(0, |range| range.start);
    let from = text[..first].char_indices().rev().take(CHARACTERS_BEFORE).last().map_or(first, |(at, _)| at);
    let to = text[first..].char_indices().nth(CHARACTERS_AFTER).map_or(text.len(), |(at, _)| first + at);
    let mut parts = Vec::new();
    let mut add = |text: &str, found| {
        if !text.is_empty() {
            parts.push(PassagePart { text: text.to_owned(), found });
        }
    };
    add(if from > 0 { "…" } else { "" }, false);
    let mut at = from;
    for range in marked.iter().filter(|range| range.end <= to) {
        add(&text[at..range.start], false);
        add(&text[range.clone()], true);
        at = range.end;
    }
    add(&text[at..to], false);
    add(if to < text.len() { "…" } else { "" }, false);
    parts
}

fn parse_statuses(text: &str) -> Answer<Vec<ConversationStatus>> {
    let parse = |word: &str| {
        let named = model::ConversationStatus::ALL.into_iter().map(ConversationStatus::from);
        let spelled = |status: &ConversationStatus| serde_json::to_value(status).is_ok_and(|spelled| spelled == word);
        named.into_iter().find(spelled).ok_or_else(|| {
            Problem::invalid_field("status", "must be open, active, waiting, wrap_up or closed, with commas between")
        })
    };
    text.split(',').map(|word| parse(word.trim())).collect()
}

fn parse_cursor(text: &str) -> Answer<TextPlace> {
    let place = text.parse().map(TextPlace);
    place.map_err(|_| Problem::invalid_field("cursor", "is not one that a previous page gave"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_is_cut_around_what_was_found() {
        let long = format!("{} needle {}", "é".repeat(100), "ü".repeat(200));
        for (text, expected) in [
            ("a needle", "a [needle]".to_owned()),
            ("needle needle", "[needle] [needle]".to_owned()),
            ("none", "none".to_owned()),
            ("", String::new()),
            (long.as_str(), format!("…{} [needle] {}…", "é".repeat(59), "ü".repeat(133))),
        ] {
            let marked = Wanted::parse("needle").expect("a word").mark(text);
            let shown = cut(text, &marked).into_iter().map(|part| match part.found {
                true => format!("[{}]", part.text),
                false => part.text,
            });
            assert_eq!(shown.collect::<String>(), expected);
        }
    }
}
