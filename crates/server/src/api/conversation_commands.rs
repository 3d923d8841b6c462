//! What agents do with a conversation: answer offers, pick, end, transfer, link. The engine says who may.

use super::find_visible_conversation;
use crate::app::{App, AppState};
use crate::auth::SignedIn;
use crate::errors::{Answer, Problem};
use crate::extract::{Id, IdempotencyKey, Json, OptionalJson};
use crate::wire::{CommandDone, Link, Marks, NoBody, OfferAnswer, RecordType, Transfer};
use axum::Json as Answered;
use axum::extract::State;
use axum::http::StatusCode;
use frontdesk_engine::{Input, Reply};
use frontdesk_model::{AgentId, CaseId, ConversationId, CustomerRef, QueueId, SessionId};
use frontdesk_store::port::{Record, RecordKind};

type Done = Answer<Answered<CommandDone>>;

/// Accept the offer: the conversation is one's own.
#[utoipa::path(
    post, path = "/api/v1/conversations/{conversationId}/accept", tag = "conversations",
    params(("conversationId" = Uuid, Path)), request_body = Option<OfferAnswer>,
    responses((status = 200, body = CommandDone))
)]
pub async fn accept(
    signed_in: SignedIn,
    Id(id): Id<ConversationId>,
    key: IdempotencyKey,
    OptionalJson(answer): OptionalJson<OfferAnswer>,
) -> Done {
    let session_id = answer.session_id.map(SessionId);
    let input = Input::AcceptOffer { conversation_id: id, session_id, agent_id: signed_in.agent_id };
    carry(&signed_in, id, "accept", &key, input).await
}

/// Reject the offer: it goes to somebody else.
#[utoipa::path(
    post, path = "/api/v1/conversations/{conversationId}/reject", tag = "conversations",
    params(("conversationId" = Uuid, Path)), request_body = Option<OfferAnswer>,
    responses((status = 200, body = CommandDone))
)]
pub async fn reject(
    signed_in: SignedIn,
    Id(id): Id<ConversationId>,
    key: IdempotencyKey,
    OptionalJson(answer): OptionalJson<OfferAnswer>,
) -> Done {
    let session_id = answer.session_id.map(SessionId);
    let input = Input::RejectOffer { conversation_id: id, session_id, agent_id: signed_in.agent_id };
    carry(&signed_in, id, "reject", &key, input).await
}

/// The offer is on one's screen.
#[utoipa::path(
    post, path = "/api/v1/conversations/{conversationId}/displayed", tag = "conversations",
    params(("conversationId" = Uuid, Path)), request_body = Option<OfferAnswer>,
    responses((status = 200, body = CommandDone))
)]
pub async fn displayed(
    signed_in: SignedIn,
    Id(id): Id<ConversationId>,
    key: IdempotencyKey,
    OptionalJson(answer): OptionalJson<OfferAnswer>,
) -> Done {
    let session_id = match answer.session_id.map(SessionId) {
        Some(session_id) => session_id,
        None => find_visible_conversation(&signed_in, id)
            .await?
            .last_session_id
            .ok_or_else(|| Problem::conflict("no_offer", "nothing is on offer"))?,
    };
    let input = Input::OfferDisplayed { conversation_id: id, session_id, agent_id: signed_in.agent_id };
    carry(&signed_in, id, "displayed", &key, input).await
}

/// Take it from the open items, or take up one of one's own that is waiting.
#[utoipa::path(
    post, path = "/api/v1/conversations/{conversationId}/pick", tag = "conversations",
    params(("conversationId" = Uuid, Path)), request_body = Option<NoBody>,
    responses((status = 200, body = CommandDone))
)]
pub async fn pick(
    signed_in: SignedIn,
    Id(id): Id<ConversationId>,
    key: IdempotencyKey,
    OptionalJson(NoBody {}): OptionalJson<NoBody>,
) -> Done {
    let input = Input::Pick { conversation_id: id, agent_id: signed_in.agent_id };
    carry(&signed_in, id, "pick", &key, input).await
}

/// End it: wrap-up begins.
#[utoipa::path(
    post, path = "/api/v1/conversations/{conversationId}/end", tag = "conversations",
    params(("conversationId" = Uuid, Path)), request_body = Option<NoBody>,
    responses((status = 200, body = CommandDone))
)]
pub async fn end(
    signed_in: SignedIn,
    Id(id): Id<ConversationId>,
    key: IdempotencyKey,
    OptionalJson(NoBody {}): OptionalJson<NoBody>,
) -> Done {
    let input = Input::EndConversation { conversation_id: id, agent_id: signed_in.agent_id };
    carry(&signed_in, id, "end", &key, input).await
}

/// X on the session's tab: from wrap-up it is closed, from active it goes on without one.
#[utoipa::path(
    post, path = "/api/v1/conversations/{conversationId}/close-session", tag = "conversations",
    params(("conversationId" = Uuid, Path)), request_body = Option<NoBody>,
    responses((status = 200, body = CommandDone))
)]
pub async fn close_session(
    signed_in: SignedIn,
    Id(id): Id<ConversationId>,
    key: IdempotencyKey,
    OptionalJson(NoBody {}): OptionalJson<NoBody>,
) -> Done {
    let input = Input::CloseSession { conversation_id: id, agent_id: signed_in.agent_id };
    carry(&signed_in, id, "close-session", &key, input).await
}

/// Back to the queue it is in.
#[utoipa::path(
    post, path = "/api/v1/conversations/{conversationId}/release", tag = "conversations",
    params(("conversationId" = Uuid, Path)), request_body = Option<NoBody>,
    responses((status = 200, body = CommandDone))
)]
pub async fn release(
    signed_in: SignedIn,
    Id(id): Id<ConversationId>,
    key: IdempotencyKey,
    OptionalJson(NoBody {}): OptionalJson<NoBody>,
) -> Done {
    let input = Input::Release { conversation_id: id, agent_id: signed_in.agent_id };
    carry(&signed_in, id, "release", &key, input).await
}

/// Hand it to an agent or to a queue.
#[utoipa::path(
    post, path = "/api/v1/conversations/{conversationId}/transfer", tag = "conversations",
    params(("conversationId" = Uuid, Path)), request_body = Transfer,
    responses((status = 200, body = CommandDone))
)]
pub async fn transfer(
    signed_in: SignedIn,
    Id(id): Id<ConversationId>,
    key: IdempotencyKey,
    Json(transfer): Json<Transfer>,
) -> Done {
    let agent_id = signed_in.agent_id;
    let input = match (transfer.agent_id.map(AgentId), transfer.queue_id.map(QueueId)) {
        (Some(to_agent_id), None) => Input::TransferToAgent { conversation_id: id, agent_id, to_agent_id },
        (None, Some(to_queue_id)) => Input::TransferToQueue { conversation_id: id, agent_id, to_queue_id },
        _ => return Err(Problem::invalid("invalid_transfer", "name either agentId or queueId")),
    };
    carry(&signed_in, id, "transfer", &key, input).await
}

/// Link a contact, an account or a case. Another customer or case is replaced.
#[utoipa::path(
    post, path = "/api/v1/conversations/{conversationId}/link", tag = "conversations",
    params(("conversationId" = Uuid, Path)), request_body = Link,
    responses((status = 200, body = CommandDone))
)]
pub async fn link(
    State(app): State<App>,
    signed_in: SignedIn,
    Id(id): Id<ConversationId>,
    key: IdempotencyKey,
    Json(link): Json<Link>,
) -> Done {
    let agent_id = signed_in.agent_id;
    let input = match find_record(&app, &signed_in, &link).await? {
        Record::Contact(contact) => {
            let customer = CustomerRef::Contact(contact.id);
            Input::LinkCustomer { conversation_id: id, agent_id, customer, name: contact.name }
        }
        Record::Account(account) => {
            let customer = CustomerRef::Account(account.id);
            Input::LinkCustomer { conversation_id: id, agent_id, customer, name: account.name }
        }
        Record::Case(case) => Input::LinkCase { conversation_id: id, agent_id, case_id: case.id },
    };
    carry(&signed_in, id, "link", &key, input).await
}

/// Take the link away again.
#[utoipa::path(
    post, path = "/api/v1/conversations/{conversationId}/unlink", tag = "conversations",
    params(("conversationId" = Uuid, Path)), request_body = Link,
    responses((status = 200, body = CommandDone))
)]
pub async fn unlink(
    signed_in: SignedIn,
    Id(id): Id<ConversationId>,
    key: IdempotencyKey,
    Json(link): Json<Link>,
) -> Done {
    let agent_id = signed_in.agent_id;
    let unlink_customer = |customer| Input::UnlinkCustomer { conversation_id: id, agent_id, customer };
    let input = match link.record_type {
        RecordType::Contact => unlink_customer(CustomerRef::Contact(link.record_id.into())),
        RecordType::Account => unlink_customer(CustomerRef::Account(link.record_id.into())),
        RecordType::Incident => Input::UnlinkCase { conversation_id: id, agent_id, case_id: CaseId(link.record_id) },
    };
    carry(&signed_in, id, "unlink", &key, input).await
}

/// How far one has got with the customer's messages.
#[utoipa::path(
    post, path = "/api/v1/conversations/{conversationId}/marks", tag = "conversations",
    params(("conversationId" = Uuid, Path)), request_body = Marks, responses((status = 204))
)]
pub async fn marks(signed_in: SignedIn, Id(id): Id<ConversationId>, Json(marks): Json<Marks>) -> Answer<StatusCode> {
    let (delivered, read) = (marks.delivered, marks.read);
    let input = Input::AgentMarks { conversation_id: id, agent_id: signed_in.agent_id, delivered, read };
    check_visible(&signed_in, id).await?;
    signed_in.desk.command(None, input).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn carry(signed_in: &SignedIn, id: ConversationId, operation: &str, key: &IdempotencyKey, input: Input) -> Done {
    let key = signed_in.command_key(format_args!("{operation}/{id}"), key);
    if key.is_none() {
        // A repeat is answered as before, even if the conversation has moved out of sight meanwhile.
        check_visible(signed_in, id).await?;
    }
    let session_id = match signed_in.desk.command(key, input).await? {
        Reply::SessionOpened { session_id, .. } => Some(session_id.0),
        _ => None,
    };
    Ok(Answered(CommandDone { conversation_id: id.0, session_id }))
}

/// Refusals must not tell that a conversation out of one's sight is there.
async fn check_visible(signed_in: &SignedIn, id: ConversationId) -> Answer<()> {
    find_visible_conversation(signed_in, id).await.map(drop)
}

async fn find_record(app: &AppState, signed_in: &SignedIn, link: &Link) -> Answer<Record> {
    let (kind, noun) = match link.record_type {
        RecordType::Contact => (RecordKind::Contact, "contact"),
        RecordType::Account => (RecordKind::Account, "account"),
        RecordType::Incident => (RecordKind::Case, "case"),
    };
    let found = app.store.find_record(signed_in.organization_id(), kind, link.record_id).await?;
    found.ok_or_else(|| Problem::not_found(noun))
}
