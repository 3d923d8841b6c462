//! Messages as a visitor reads and writes them, with a long-poll where sockets are blocked.

use super::find_own;
use crate::api::messages::{check_words, client_message_id};
use crate::api::page_size;
use crate::app::App;
use crate::auth::Visitor;
use crate::check;
use crate::desk::CommandKey;
use crate::errors::{Answer, Problem};
use crate::extract::{Id, IdempotencyKey, Json, Query};
use crate::files;
use crate::visitors;
use crate::wire::{Time, VisitorMessage, VisitorMessagePage, VisitorMessageStored, VisitorNewMessage};
use axum::Json as Answered;
use axum::extract::State;
use axum::http::StatusCode;
use frontdesk_engine::{Input, Reply};
use frontdesk_model::{ConversationId, ConversationStatus, Uploader};
use serde::Deserialize;

const WAIT_MS_MAX: u64 = 25_000;
const PAGE_SIZE: u32 = 100;
const PAGE_SIZE_MAX: u32 = 500;

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct VisitorMessagesQuery {
    /// The messages after this public number.
    #[serde(default)]
    pub after: u64,
    /// 1 to 500; 100 when absent.
    #[serde(default)]
    pub limit: Option<u32>,
    /// With nothing to tell, wait up to so long: 0 to 25,000.
    #[serde(default)]
    pub wait_ms: u64,
}

/// Its public messages, ascending.
#[utoipa::path(
    get, path = "/api/v1/visitor/conversations/{conversationId}/messages", tag = "visitor",
    params(("conversationId" = Uuid, Path), VisitorMessagesQuery),
    responses((status = 200, body = VisitorMessagePage))
)]
pub async fn list(
    State(app): State<App>,
    visitor: Visitor,
    Id(id): Id<ConversationId>,
    Query(query): Query<VisitorMessagesQuery>,
) -> Answer<Answered<VisitorMessagePage>> {
    let limit = page_size(query.limit, PAGE_SIZE, PAGE_SIZE_MAX)?;
    let wait_ms = check::range("waitMs", query.wait_ms, 0, WAIT_MS_MAX)?;
    let after = query.after.min(i64::MAX as u64);
    let conversation = find_own(&visitor, id).await?;
    let may_come = conversation.last_public_number <= after && conversation.status != ConversationStatus::Closed;
    if wait_ms > 0 && may_come {
        visitors::wait_for_message(&visitor.desk, id, after, wait_ms).await;
    }
    let page = app.store.list_public_messages(visitor.desk.organization_id(), id, after, limit).await?;
    let items = page.items.iter().filter_map(|message| VisitorMessage::of(message)).collect();
    Ok(Answered(VisitorMessagePage { items, more: page.more }))
}

/// Write to whoever answers.
#[utoipa::path(
    post, path = "/api/v1/visitor/conversations/{conversationId}/messages", tag = "visitor",
    params(("conversationId" = Uuid, Path)), request_body = VisitorNewMessage,
    responses((status = 201, body = VisitorMessageStored))
)]
pub async fn create(
    visitor: Visitor,
    Id(id): Id<ConversationId>,
    key: IdempotencyKey,
    Json(request): Json<VisitorNewMessage>,
) -> Answer<(StatusCode, Answered<VisitorMessageStored>)> {
    check_words(&visitor.desk, &request.text, &request.attachments)?;
    let client_message_id = client_message_id(request.client_message_id.as_deref())?;
    find_own(&visitor, id).await?;
    let by = Uploader::Visitor(visitor.visitor_id);
    let attachments = files::resolve(&visitor.desk, id, by, &request.attachments).await?;
    let key = key.0.map(|key| CommandKey::new(format_args!("visitor/{}/message/{id}", visitor.visitor_id), &key));
    let input = Input::CustomerMessage { conversation_id: id, text: request.text, attachments, client_message_id };
    match visitor.desk.command(key, input).await? {
        Reply::MessageStored { public_number: Some(number), sent_at, .. } => {
            Ok((StatusCode::CREATED, Answered(VisitorMessageStored { number, sent_at: Time(sent_at) })))
        }
        _ => Err(Problem::internal("a customer's message was answered with something else")),
    }
}
