//! A visitor's conversations: started, listed, watched, ended.

use super::{facts, find_own, pre_chat, shown, shown_in_line, widgets};
use crate::api::messages::{check_text, client_message_id};
use crate::app::{App, AppState};
use crate::auth::{Visitor, derive_uuid, hash_secret, new_visitor_secret};
use crate::check;
use crate::desk::{Command, CommandKey, Desk};
use crate::errors::{Answer, Problem};
use crate::extract::{Id, IdempotencyKey, Json, Query};
use crate::live::{self, typing};
use crate::middleware::Caller;
use crate::visitors;
use crate::wire::{Items, Marks, Time, VisitorConversation, VisitorStart, VisitorStarted};
use axum::Json as Answered;
use axum::extract::State;
use axum::extract::ws::{WebSocketUpgrade, rejection::WebSocketUpgradeRejection};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use frontdesk_engine::{FirstMessage, Input, NewConversation, Reply};
use frontdesk_model::{
    ContextVariable, Conversation, ConversationId, ConversationMode, ConversationStatus, Priority, Row, Timestamp,
    VisitorId, VisitorToken, WidgetId,
};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::Arc;

const LISTED_MAX: u32 = 100;
const CONTEXT_VARIABLES_MAX: usize = 100;
/// Shorter keys could be guessed: then the caller's address has to fit too.
const GUESSABLE_KEY_BYTES: usize = 16;

/// Begin a conversation; with a token as the same visitor as before.
#[utoipa::path(
    post, path = "/api/v1/visitor/conversations", tag = "visitor",
    request_body = VisitorStart, responses((status = 201, body = VisitorStarted))
)]
pub async fn start(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    visitor: Option<Visitor>,
    key: IdempotencyKey,
    Json(request): Json<VisitorStart>,
) -> Answer<(StatusCode, Answered<VisitorStarted>)> {
    let widget_id = WidgetId(request.widget_id);
    if let (None, Some(limiter)) = (&visitor, &app.limiter) {
        limiter.check_address(caller.address).map_err(Problem::too_many_requests)?;
    }
    let desk = match &visitor {
        Some(visitor) => visitor.desk.clone(),
        None => app.organizations.of_widget(widget_id).ok_or_else(|| Problem::not_found("widget"))?,
    };
    let (widget, workstream) = widgets::find(&desk, widget_id, &headers)?;
    let first_message = first_message(&desk, &request)?;
    if let Some(visitor) = &visitor
        && workstream.mode == ConversationMode::PersistentChat
        && let Some(conversation) = persistent(&app, visitor, widget_id).await?
    {
        return go_on(visitor, conversation, first_message).await;
    }

    widgets::check_open(&desk.view(), &widget, app.now())?;
    let key = start_key(visitor.as_ref(), &caller, &key, &request);
    let id = ConversationId(app.ids.next());
    let visitor_id = visitor.as_ref().map_or_else(|| VisitorId(app.ids.next()), |visitor| visitor.visitor_id);
    let mut new = new_conversation(id, visitor_id, &widget, &request)?;
    let answered = std::mem::take(&mut new.facts);
    new.facts = facts::of(&app, visitor.as_ref(), &headers).await?;
    new.facts.extend(answered);
    new.first_message = first_message;
    let mut command = Command::new(Input::StartConversation(Box::new(new))).key(key);
    let mut token = match visitor {
        Some(_) => None,
        None => Some(NewToken::make(&app)?),
    };
    if let Some(token) = &token {
        command = command.with_rows(vec![token.row(visitor_id, app.now())]);
    }
    let carried = desk.submit(command).await?;
    let Some(Reply::Started { conversation_id }) = &carried.reply else {
        return Err(Problem::internal("a start was answered with something else"));
    };
    let conversation = visitors::find(&desk, *conversation_id).await?;
    let conversation = conversation.ok_or_else(|| Problem::internal("a conversation that was started is not there"))?;
    let visitor_id = conversation.visitor_id.unwrap_or(visitor_id);
    if let (true, Some(token)) = (carried.repeated, &mut token) {
        // The first answer's token is known to nobody who asks again.
        desk.write(vec![token.row(visitor_id, app.now())]).await?;
    }
    let started = VisitorStarted {
        conversation_id: conversation.id.0,
        visitor_id: visitor_id.0,
        expires_at: token.as_ref().map(|token| Time(token.expires_at)),
        token: token.map(|token| token.secret),
        conversation: shown(&desk, &conversation).await?,
    };
    Ok((StatusCode::CREATED, Answered(started)))
}

/// One's own, newest first.
#[utoipa::path(
    get, path = "/api/v1/visitor/conversations", tag = "visitor",
    responses((status = 200, body = Items<VisitorConversation>))
)]
pub async fn list(State(app): State<App>, visitor: Visitor) -> Answer<Answered<Items<VisitorConversation>>> {
    let mut items = Vec::new();
    for conversation in own(&app, &visitor).await? {
        items.push(shown_in_line(&visitor.desk, &conversation).await?);
    }
    Ok(Answered(Items { items }))
}

/// One of one's own.
#[utoipa::path(
    get, path = "/api/v1/visitor/conversations/{conversationId}", tag = "visitor",
    params(("conversationId" = Uuid, Path)), responses((status = 200, body = VisitorConversation))
)]
pub async fn get(visitor: Visitor, Id(id): Id<ConversationId>) -> Answer<Answered<VisitorConversation>> {
    let conversation = find_own(&visitor, id).await?;
    shown_in_line(&visitor.desk, &conversation).await.map(Answered)
}

/// How far the customer's screen has got: public message numbers, only forward.
#[utoipa::path(
    post, path = "/api/v1/visitor/conversations/{conversationId}/marks", tag = "visitor",
    params(("conversationId" = Uuid, Path)), request_body = Marks, responses((status = 204))
)]
pub async fn marks(visitor: Visitor, Id(id): Id<ConversationId>, Json(marks): Json<Marks>) -> Answer<StatusCode> {
    find_own(&visitor, id).await?;
    let delivered = visitors::message_number(&visitor.desk, id, marks.delivered).await?;
    let read = visitors::message_number(&visitor.desk, id, marks.read).await?;
    visitor.desk.command(None, Input::CustomerMarks { conversation_id: id, delivered, read }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The customer is writing just now.
#[utoipa::path(
    post, path = "/api/v1/visitor/conversations/{conversationId}/typing", tag = "visitor",
    params(("conversationId" = Uuid, Path)), responses((status = 204))
)]
pub async fn typing(visitor: Visitor, Id(id): Id<ConversationId>) -> Answer<StatusCode> {
    find_own(&visitor, id).await?;
    typing::from_customer(&visitor.desk, id);
    Ok(StatusCode::NO_CONTENT)
}

/// The customer ends it. Live chat only: elsewhere the agent ends.
#[utoipa::path(
    post, path = "/api/v1/visitor/conversations/{conversationId}/end", tag = "visitor",
    params(("conversationId" = Uuid, Path)), responses((status = 204))
)]
pub async fn end(visitor: Visitor, Id(id): Id<ConversationId>, key: IdempotencyKey) -> Answer<StatusCode> {
    find_own(&visitor, id).await?;
    let key = key.0.map(|key| CommandKey::new(format_args!("visitor/{}/end/{id}", visitor.visitor_id), &key));
    visitor.desk.command(key, Input::CustomerEnd { conversation_id: id }).await?;
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct LiveQuery {
    /// The last public message number that the client has.
    #[serde(default)]
    pub after: u64,
}

/// The conversation's live stream (WebSocket).
#[utoipa::path(
    get, path = "/api/v1/visitor/conversations/{conversationId}/live", tag = "visitor",
    params(("conversationId" = Uuid, Path), LiveQuery), responses((status = 101))
)]
pub async fn stream(
    visitor: Visitor,
    Id(id): Id<ConversationId>,
    Query(query): Query<LiveQuery>,
    upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
) -> Answer<Response> {
    find_own(&visitor, id).await?;
    Ok(live::visitor_stream(visitor.desk, id, query.after, upgrade?))
}

async fn own(app: &AppState, visitor: &Visitor) -> Answer<Vec<Arc<Conversation>>> {
    let organization_id = visitor.desk.organization_id();
    Ok(app.store.list_visitor_conversations(organization_id, visitor.visitor_id, LISTED_MAX).await?)
}

/// The one that goes on for days.
async fn persistent(app: &AppState, visitor: &Visitor, widget_id: WidgetId) -> Answer<Option<Arc<Conversation>>> {
    let own = own(app, visitor).await?;
    Ok(own.into_iter().find(|conversation| {
        conversation.status != ConversationStatus::Closed && conversation.widget_id == Some(widget_id)
    }))
}

async fn go_on(
    visitor: &Visitor,
    conversation: Arc<Conversation>,
    message: Option<FirstMessage>,
) -> Answer<(StatusCode, Answered<VisitorStarted>)> {
    let id = conversation.id;
    if let Some(FirstMessage { text, client_message_id }) = message {
        let input = Input::CustomerMessage { conversation_id: id, text, attachments: Vec::new(), client_message_id };
        visitor.desk.command(None, input).await?;
    }
    let conversation = find_own(visitor, id).await?;
    let started = VisitorStarted {
        conversation_id: id.0,
        visitor_id: visitor.visitor_id.0,
        token: None,
        expires_at: None,
        conversation: shown(&visitor.desk, &conversation).await?,
    };
    Ok((StatusCode::CREATED, Answered(started)))
}

fn first_message(desk: &Desk, request: &VisitorStart) -> Answer<Option<FirstMessage>> {
    let client_message_id = client_message_id(request.client_message_id.as_deref())?;
    let Some(text) = &request.text else { return Ok(None) };
    check_text(desk, text)?;
    Ok(Some(FirstMessage { text: text.clone(), client_message_id }))
}

fn new_conversation(
    id: ConversationId,
    visitor_id: VisitorId,
    widget: &frontdesk_model::Widget,
    request: &VisitorStart,
) -> Answer<NewConversation> {
    let answers = pre_chat::check(&widget.pre_chat, &request.pre_chat)?;
    let named = answers.iter().find(|answer| answer.name.eq_ignore_ascii_case("name"));
    let name = request.name.as_deref().or(named.map(|answer| answer.value.as_str()));
    let name = check::optional_text("name", name, 100)?;
    Ok(NewConversation {
        id,
        workstream_id: widget.workstream_id,
        widget_id: Some(widget.id),
        visitor_id: Some(visitor_id),
        customer_name: name.unwrap_or_else(|| "Visitor".to_owned()),
        customer: None,
        case_id: None,
        title: check::optional_text("title", request.title.as_deref(), 200)?.unwrap_or_default(),
        priority: Priority::Normal,
        locale: check::optional_text("locale", request.locale.as_deref(), 35)?,
        facts: pre_chat::asked(&widget.pre_chat, &answers),
        context: context(request, answers)?,
        preferred_agents: Vec::new(),
        queue_id: None,
        first_message: None,
    })
}

/// What the page and the visitor say, and how the customer can be reached: told, not proven, so that no record is linked
/// to it.
fn context(request: &VisitorStart, answers: Vec<ContextVariable>) -> Answer<Vec<ContextVariable>> {
    let mut context: BTreeMap<String, String> = BTreeMap::new();
    if request.context.len() > CONTEXT_VARIABLES_MAX {
        return Err(Problem::invalid_field("context", format!("must have at most {CONTEXT_VARIABLES_MAX} entries")));
    }
    for (name, value) in &request.context {
        let name = check::name("context", name, 100)?;
        let value = check::text(&format!("context.{name}"), value, 512)?;
        context.insert(name, value);
    }
    context.extend(answers.into_iter().map(|answer| (answer.name, answer.value)));
    if let Some(email) = check::optional_email("email", request.email.as_deref())? {
        context.insert("email".to_owned(), email);
    }
    if let Some(phone) = check::optional_text("phone", request.phone.as_deref(), 50)? {
        context.insert("phone".to_owned(), phone);
    }
    Ok(context.into_iter().map(|(name, value)| ContextVariable { name, value }).collect())
}

/// Whoever repeats a start without a token gets a new token for that visitor. So the whole request must be the same,
/// and a key that could be guessed must come from the same address.
fn start_key(
    visitor: Option<&Visitor>,
    caller: &Caller,
    key: &IdempotencyKey,
    request: &VisitorStart,
) -> Option<CommandKey> {
    let key = key.0.as_deref().or(request.client_message_id.as_deref())?;
    if let Some(visitor) = visitor {
        return Some(CommandKey::new(format_args!("visitor/{}/start", visitor.visitor_id), key));
    }
    let address = if key.len() < GUESSABLE_KEY_BYTES { caller.address.to_string() } else { String::new() };
    let digest = derive_uuid(&format!("{request:?}"), &address);
    // The caller's key first: where keys are made in the order of time, the table of commands grows at its end.
    Some(CommandKey::new("visitor/new", &format!("{key}/{digest}")))
}

struct NewToken {
    secret: String,
    expires_at: Timestamp,
}

impl NewToken {
    fn make(app: &AppState) -> Answer<Self> {
        let secret = new_visitor_secret(app.now()).map_err(Problem::internal)?;
        let lasts_ms = u64::try_from(app.config.visitor_token_lasts.as_millis()).unwrap_or(u64::MAX);
        Ok(NewToken { secret, expires_at: app.now() + lasts_ms })
    }

    fn row(&self, visitor_id: VisitorId, now: Timestamp) -> Row {
        Row::VisitorToken(VisitorToken {
            secret_hash: hash_secret(&self.secret),
            visitor_id,
            created_at: now,
            expires_at: self.expires_at,
        })
    }
}
