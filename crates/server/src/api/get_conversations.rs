//! getConversations over HTTP: the product's most frequent question. What it means is the Dataverse layer's; here it is
//! authorised, answered from kept bytes where nothing has changed, and otherwise looked up.

use crate::answers::Question;
use crate::app::{App, AppState};
use crate::auth::SignedIn;
use crate::errors::{Answer, Problem};
use crate::extract::{self, Id, invalid_utf8, is_json, read_body};
use crate::wire::{GetConversationsAnswer, GetConversationsInput};
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Uri, header};
use axum::response::Response;
use bytes::Bytes;
use frontdesk_dataverse::get_conversations::{self as dataverse, InputError, Query};
use frontdesk_model::{AgentId, Conversation, ConversationStatus, Timestamp, compare_conversations};
use frontdesk_store::{AgentConversations, Page};
use std::sync::Arc;

/// An agent's conversations: `Microsoft.Omnichannel.getConversations` with its input as a query.
#[utoipa::path(
    get, path = "/api/v1/agents/{agentId}/conversations", tag = "getConversations",
    params(
        ("agentId" = Uuid, Path),
        ("attributes" = Option<String>, Query, description = "Logical names, comma-separated, besides the default five"),
        ("status" = Option<String>, Query, description = "1 Open, 2 Active, 3 Waiting, 4 Closed, 5 Wrap-up; comma-separated"),
        ("orderBy" = Option<String>, Query, description = "As in `createdon desc,msdyn_title`; newest first when absent"),
        ("createdBeforeDays" = Option<u32>, Query, description = "Created in the last N × 24 hours"),
        ("createdAfter" = Option<String>, Query, description = "ISO 8601, inclusive"),
        ("createdBefore" = Option<String>, Query, description = "ISO 8601, exclusive"),
        ("top" = Option<u32>, Query, description = "At most so many"),
        ("skipToken" = Option<String>, Query, description = "`nextToken` of the page before"),
    ),
    responses((status = 200, body = GetConversationsAnswer))
)]
pub async fn by_query(
    State(app): State<App>,
    signed_in: SignedIn,
    Id(agent_id): Id<AgentId>,
    uri: Uri,
) -> Answer<Response> {
    check_may_read(&signed_in, agent_id)?;
    let question = question(&signed_in, agent_id, false, uri.query().unwrap_or_default().as_bytes());
    if let Some(bytes) = kept(&app, &signed_in, &question) {
        return Ok(answered(bytes));
    }
    let agent = agent_id.to_string();
    let extract::Query(pairs) = extract::Query::<Vec<(String, String)>>::read(&uri)?;
    let pairs = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let request = dataverse::Request::from_query(&agent, pairs)?;
    look_up(&app, &signed_in, &request, question).await
}

/// The same with the call's `input` as the body.
#[utoipa::path(
    post, path = "/api/v1/omnichannel/getConversations", tag = "getConversations",
    request_body = GetConversationsInput, responses((status = 200, body = GetConversationsAnswer))
)]
pub async fn by_input(State(app): State<App>, signed_in: SignedIn, request: Request<Body>) -> Answer<Response> {
    if !is_json(request.headers()) {
        return Err(Problem::not_json());
    }
    let body = read_body(request, &app).await?;
    check_utf8(&body)?;
    let request = dataverse::Request::from_json(&body)?;
    check_may_read(&signed_in, request.agent_id)?;
    let question = question(&signed_in, request.agent_id, true, request.canonical().as_bytes());
    match kept(&app, &signed_in, &question) {
        Some(bytes) => Ok(answered(bytes)),
        None => look_up(&app, &signed_in, &request, question).await,
    }
}

/// One's own; supervisors and administrators anyone's in the organisation.
fn check_may_read(signed_in: &SignedIn, agent_id: AgentId) -> Answer<()> {
    if agent_id == signed_in.agent_id {
        return Ok(());
    }
    if !signed_in.role.oversees() {
        return Err(Problem::forbidden("agents read their own conversations; supervisors and administrators anyone's"));
    }
    match signed_in.desk.view().agent(agent_id) {
        Some(_) => Ok(()),
        None => Err(Problem::not_found("agent")),
    }
}

fn question(signed_in: &SignedIn, agent_id: AgentId, is_canonical: bool, text: &[u8]) -> Question {
    Question { organization_id: signed_in.organization_id(), agent_id, is_canonical, text: text.into() }
}

fn kept(app: &AppState, signed_in: &SignedIn, question: &Question) -> Option<Bytes> {
    let version = signed_in.desk.view().version_of(question.agent_id);
    app.answers.find(question, version, app.now())
}

async fn look_up(
    app: &AppState,
    signed_in: &SignedIn,
    request: &dataverse::Request,
    question: Question,
) -> Answer<Response> {
    let now = app.now();
    let query = request.at(now)?;
    // Read before the conversations are: what is found then is at least as new.
    let version = signed_in.desk.view().version_of(query.agent_id);
    let (page, bytes) = match find_in_memory(signed_in, &query) {
        Some(page) => {
            let bytes = app.fragments.write_answer(&request.columns, &query, &page.items, page.more);
            (page, Bytes::from(bytes))
        }
        None => {
            let page = find_in_store(app, signed_in, &query).await?;
            let bytes = dataverse::write_answer(&request.columns, &query, &page.items, page.more);
            (page, Bytes::from(bytes))
        }
    };
    if let Some(until) = valid_until(request, &query, &page, now) {
        app.answers.keep(question, bytes.clone(), version, until);
    }
    Ok(answered(bytes))
}

/// None when closed ones are asked for too: those are only in the store.
fn find_in_memory(signed_in: &SignedIn, query: &Query) -> Option<Page<Arc<Conversation>>> {
    if query.nothing {
        return Some(Page { items: Vec::new(), more: false });
    }
    if query.statuses.is_empty() || query.statuses.contains(&ConversationStatus::Closed) {
        return None;
    }
    let mut found: Vec<Arc<Conversation>> = {
        let view = signed_in.desk.view();
        view.conversations_of(query.agent_id).filter(|conversation| matches(query, conversation)).cloned().collect()
    };
    found.sort_by(|a, b| compare_conversations(&query.order, a, b));
    let start = usize::try_from(query.offset).unwrap_or(usize::MAX).min(found.len());
    let end = start.saturating_add(query.top as usize).min(found.len());
    let more = end < found.len();
    found.truncate(end);
    found.drain(..start);
    Some(Page { items: found, more })
}

/// All of them in order, open ones too: every commit that was acknowledged is there.
async fn find_in_store(app: &AppState, signed_in: &SignedIn, query: &Query) -> Answer<Page<Arc<Conversation>>> {
    let query = AgentConversations {
        agent_id: query.agent_id,
        statuses: query.statuses.clone(),
        created_from: query.created_from,
        created_before: query.created_before,
        order: query.order.clone(),
        offset: query.offset,
        limit: query.top,
    };
    Ok(app.store.list_agent_conversations(signed_in.organization_id(), query).await?)
}

fn matches(query: &Query, conversation: &Conversation) -> bool {
    query.statuses.contains(&conversation.status)
        && query.created_from.is_none_or(|from| conversation.created_at >= from)
        && query.created_before.is_none_or(|before| conversation.created_at < before)
}

/// None: not to be kept. Some(None): until something changes. With a window of days, until the oldest row leaves it.
fn valid_until(
    request: &dataverse::Request,
    query: &Query,
    page: &Page<Arc<Conversation>>,
    now: Timestamp,
) -> Option<Option<Timestamp>> {
    let (true, Some(from)) = (request.is_time_relative(), query.created_from) else { return Some(None) };
    if page.more {
        return None;
    }
    let oldest = page.items.iter().map(|conversation| conversation.created_at).min();
    Some(oldest.map(|oldest| oldest + now.since(from) + 1))
}

fn answered(bytes: Bytes) -> Response {
    let mut response = Response::new(Body::from(bytes));
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

/// Told apart from malformed JSON, with its place.
fn check_utf8(body: &[u8]) -> Answer<()> {
    match std::str::from_utf8(body) {
        Ok(_) => Ok(()),
        Err(error) => Err(invalid_utf8(error)),
    }
}

impl From<InputError> for Problem {
    fn from(error: InputError) -> Self {
        let problem = Problem::invalid(error.code, error.detail.clone());
        if error.field.is_empty() { problem } else { problem.with_error(error.field, error.detail) }
    }
}
