//! Messages of one conversation, as agents read and write them.

use super::{find_visible_conversation, page_size};
use crate::app::App;
use crate::auth::SignedIn;
use crate::check;
use crate::errors::{Answer, Problem};
use crate::extract::{Id, IdempotencyKey, Json, Query};
use crate::files;
use crate::wire::{Message, MessagePage, MessageStored, NewMessage, Time};
use axum::Json as Answered;
use axum::extract::State;
use axum::http::StatusCode;
use frontdesk_engine::{Input, Reply};
use frontdesk_model::{ConversationId, Uploader, Uuid, Visibility};
use serde::Deserialize;

const PAGE_SIZE: u32 = 50;
const PAGE_SIZE_MAX: u32 = 500;
/// Numbers beyond it do not fit the store's integers, and no conversation has them.
const NUMBER_MAX: u64 = i64::MAX as u64;
const CLIENT_MESSAGE_ID_CHARACTERS_MAX: usize = 200;

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct MessagesQuery {
    /// The messages after this number.
    #[serde(default)]
    pub after: Option<u64>,
    /// The last messages before this number. With neither: the last of all.
    #[serde(default)]
    pub before: Option<u64>,
    /// 1 to 500; 50 when absent.
    #[serde(default)]
    pub limit: Option<u32>,
}

/// Its messages, ascending.
#[utoipa::path(
    get, path = "/api/v1/conversations/{conversationId}/messages", tag = "messages",
    params(("conversationId" = Uuid, Path), MessagesQuery), responses((status = 200, body = MessagePage))
)]
pub async fn list(
    State(app): State<App>,
    signed_in: SignedIn,
    Id(id): Id<ConversationId>,
    Query(query): Query<MessagesQuery>,
) -> Answer<Answered<MessagePage>> {
    let limit = page_size(query.limit, PAGE_SIZE, PAGE_SIZE_MAX)?;
    find_visible_conversation(&signed_in, id).await?;
    let organization_id = signed_in.organization_id();
    let page = match (query.after, query.before) {
        (Some(_), Some(_)) => return Err(Problem::invalid_field("before", "does not go together with after")),
        (Some(after), None) => app.store.list_messages(organization_id, id, after.min(NUMBER_MAX), limit).await?,
        (None, before) => {
            let before = before.unwrap_or(NUMBER_MAX).min(NUMBER_MAX);
            app.store.list_messages_before(organization_id, id, before, limit).await?
        }
    };
    let items = page.items.iter().map(|message| Message::from(&**message)).collect();
    Ok(Answered(MessagePage { items, more: page.more }))
}

/// Write to the customer, or a note among agents.
#[utoipa::path(
    post, path = "/api/v1/conversations/{conversationId}/messages", tag = "messages",
    params(("conversationId" = Uuid, Path)), request_body = NewMessage, responses((status = 201, body = MessageStored))
)]
pub async fn create(
    signed_in: SignedIn,
    Id(id): Id<ConversationId>,
    key: IdempotencyKey,
    Json(request): Json<NewMessage>,
) -> Answer<(StatusCode, Answered<MessageStored>)> {
    check_words(&signed_in.desk, &request.text, &request.attachments)?;
    let client_message_id = client_message_id(request.client_message_id.as_deref())?;
    if key.0.is_none() && client_message_id.is_none() {
        find_visible_conversation(&signed_in, id).await?;
    }
    let by = Uploader::Agent(signed_in.agent_id);
    let attachments = files::resolve(&signed_in.desk, id, by, &request.attachments).await?;
    let input = Input::AgentMessage {
        conversation_id: id,
        agent_id: signed_in.agent_id,
        text: request.text,
        attachments,
        visibility: request.visibility.map_or(Visibility::Public, Visibility::from),
        client_message_id,
    };
    let key = signed_in.command_key(format_args!("message/{id}"), &key);
    match signed_in.desk.command(key, input).await? {
        Reply::MessageStored { number, public_number, sent_at, .. } => {
            let stored = MessageStored { number, public_number, sent_at: Time(sent_at) };
            Ok((StatusCode::CREATED, Answered(stored)))
        }
        _ => Err(Problem::internal("a message was answered with something else")),
    }
}

/// Files may stand without words.
pub fn check_words(desk: &crate::desk::Desk, text: &str, attachments: &[Uuid]) -> Answer<()> {
    match text.is_empty() && !attachments.is_empty() {
        true => Ok(()),
        false => check_text(desk, text),
    }
}

/// Said here with the field's name; the engine would refuse it too.
pub fn check_text(desk: &crate::desk::Desk, text: &str) -> Answer<()> {
    let characters_max = desk.view().organization().settings.message_characters_max as usize;
    if text.trim().is_empty() {
        return Err(Problem::invalid_field("text", "must not be empty"));
    }
    if text.chars().nth(characters_max).is_some() {
        return Err(Problem::invalid_field("text", format!("must have at most {characters_max} characters")));
    }
    Ok(())
}

pub fn client_message_id(id: Option<&str>) -> Answer<Option<String>> {
    match id {
        Some("") => Err(Problem::invalid_field("clientMessageId", "must not be empty")),
        Some(id) => check::text("clientMessageId", id, CLIENT_MESSAGE_ID_CHARACTERS_MAX).map(Some),
        None => Ok(None),
    }
}
