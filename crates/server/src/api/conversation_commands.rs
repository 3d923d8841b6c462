//! What agents do with a conversation: answer offers, pick, end, transfer, link. The engine says who may.

use super::find_visible_conversation;
use super::order::{Done, Order, To};
use crate::app::{App, AppState};
use crate::auth::SignedIn;
use crate::errors::{Answer, Problem};
use crate::extract::{Id, Json, OptionalJson};
use crate::wire::{CommandDone, Link, Marks, NoBody, OfferAnswer, RecordType, Transfer};
use axum::extract::State;
use axum::http::StatusCode;
use frontdesk_engine::Input;
use frontdesk_model::{CaseId, ConversationId, CustomerRef, SessionId};
use frontdesk_store::port::{Record, RecordKind};

/// Accept the offer: the conversation is one's own.
#[utoipa::path(
    post, path = "/api/v1/conversations/{conversationId}/accept", tag = "conversations",
    params(("conversationId" = Uuid, Path)), request_body = Option<OfferAnswer>,
    responses((status = 200, body = CommandDone))
)]
pub async fn accept(order: Order, OptionalJson(answer): OptionalJson<OfferAnswer>) -> Done {
    let session_id = answer.session_id.map(SessionId);
    let input = |conversation_id, agent_id| Input::AcceptOffer { conversation_id, session_id, agent_id };
    order.carry("accept", input).await
}

/// Reject the offer: it goes to somebody else.
#[utoipa::path(
    post, path = "/api/v1/conversations/{conversationId}/reject", tag = "conversations",
    params(("conversationId" = Uuid, Path)), request_body = Option<OfferAnswer>,
    responses((status = 200, body = CommandDone))
)]
pub async fn reject(order: Order, OptionalJson(answer): OptionalJson<OfferAnswer>) -> Done {
    let session_id = answer.session_id.map(SessionId);
    let input = |conversation_id, agent_id| Input::RejectOffer { conversation_id, session_id, agent_id };
    order.carry("reject", input).await
}

/// The offer is on one's screen.
#[utoipa::path(
    post, path = "/api/v1/conversations/{conversationId}/displayed", tag = "conversations",
    params(("conversationId" = Uuid, Path)), request_body = Option<OfferAnswer>,
    responses((status = 200, body = CommandDone))
)]
pub async fn displayed(order: Order, OptionalJson(answer): OptionalJson<OfferAnswer>) -> Done {
    let session_id = match answer.session_id.map(SessionId) {
        Some(session_id) => session_id,
        None => find_visible_conversation(&order.signed_in, order.conversation_id)
            .await?
            .last_session_id
            .ok_or_else(|| Problem::conflict("no_offer", "nothing is on offer"))?,
    };
    let input = |conversation_id, agent_id| Input::OfferDisplayed { conversation_id, session_id, agent_id };
    order.carry("displayed", input).await
}

/// Take it from the open items, or take up one of one's own that is waiting.
#[utoipa::path(
    post, path = "/api/v1/conversations/{conversationId}/pick", tag = "conversations",
    params(("conversationId" = Uuid, Path)), request_body = Option<NoBody>,
    responses((status = 200, body = CommandDone))
)]
pub async fn pick(order: Order, OptionalJson(NoBody {}): OptionalJson<NoBody>) -> Done {
    order.carry("pick", |conversation_id, agent_id| Input::Pick { conversation_id, agent_id }).await
}

/// End it: wrap-up begins.
#[utoipa::path(
    post, path = "/api/v1/conversations/{conversationId}/end", tag = "conversations",
    params(("conversationId" = Uuid, Path)), request_body = Option<NoBody>,
    responses((status = 200, body = CommandDone))
)]
pub async fn end(order: Order, OptionalJson(NoBody {}): OptionalJson<NoBody>) -> Done {
    order.carry("end", |conversation_id, agent_id| Input::EndConversation { conversation_id, agent_id }).await
}

/// X on the session's tab: from wrap-up it is closed, from active it goes on without one.
#[utoipa::path(
    post, path = "/api/v1/conversations/{conversationId}/close-session", tag = "conversations",
    params(("conversationId" = Uuid, Path)), request_body = Option<NoBody>,
    responses((status = 200, body = CommandDone))
)]
pub async fn close_session(order: Order, OptionalJson(NoBody {}): OptionalJson<NoBody>) -> Done {
    order.carry("close-session", |conversation_id, agent_id| Input::CloseSession { conversation_id, agent_id }).await
}

/// Back to the queue it is in.
#[utoipa::path(
    post, path = "/api/v1/conversations/{conversationId}/release", tag = "conversations",
    params(("conversationId" = Uuid, Path)), request_body = Option<NoBody>,
    responses((status = 200, body = CommandDone))
)]
pub async fn release(order: Order, OptionalJson(NoBody {}): OptionalJson<NoBody>) -> Done {
    order.carry("release", |conversation_id, agent_id| Input::Release { conversation_id, agent_id }).await
}

/// Hand it to an agent or to a queue.
#[utoipa::path(
    post, path = "/api/v1/conversations/{conversationId}/transfer", tag = "conversations",
    params(("conversationId" = Uuid, Path)), request_body = Transfer,
    responses((status = 200, body = CommandDone))
)]
pub async fn transfer(order: Order, Json(to): Json<Transfer>) -> Done {
    match To::parse(to.agent_id, to.queue_id, "invalid_transfer")? {
        To::Agent(to_agent_id) => {
            let input = |conversation_id, agent_id| Input::TransferToAgent { conversation_id, agent_id, to_agent_id };
            order.carry("transfer", input).await
        }
        To::Queue(to_queue_id) => {
            let input = |conversation_id, agent_id| Input::TransferToQueue { conversation_id, agent_id, to_queue_id };
            order.carry("transfer", input).await
        }
    }
}

/// Link a contact, an account or a case. Another customer or case is replaced.
#[utoipa::path(
    post, path = "/api/v1/conversations/{conversationId}/link", tag = "conversations",
    params(("conversationId" = Uuid, Path)), request_body = Link,
    responses((status = 200, body = CommandDone))
)]
pub async fn link(State(app): State<App>, order: Order, Json(link): Json<Link>) -> Done {
    let record = find_record(&app, &order.signed_in, &link).await?;
    let input = |conversation_id, agent_id| {
        let link_customer = |customer, name| Input::LinkCustomer { conversation_id, agent_id, customer, name };
        match record {
            Record::Contact(contact) => link_customer(CustomerRef::Contact(contact.id), contact.name),
            Record::Account(account) => link_customer(CustomerRef::Account(account.id), account.name),
            Record::Case(case) => Input::LinkCase { conversation_id, agent_id, case_id: case.id },
        }
    };
    order.carry("link", input).await
}

/// Take the link away again.
#[utoipa::path(
    post, path = "/api/v1/conversations/{conversationId}/unlink", tag = "conversations",
    params(("conversationId" = Uuid, Path)), request_body = Link,
    responses((status = 200, body = CommandDone))
)]
pub async fn unlink(order: Order, Json(link): Json<Link>) -> Done {
    let input = |conversation_id, agent_id| {
        let unlink_customer = |customer| Input::UnlinkCustomer { conversation_id, agent_id, customer };
        match link.record_type {
            RecordType::Contact => unlink_customer(CustomerRef::Contact(link.record_id.into())),
            RecordType::Account => unlink_customer(CustomerRef::Account(link.record_id.into())),
            RecordType::Incident => Input::UnlinkCase { conversation_id, agent_id, case_id: CaseId(link.record_id) },
        }
    };
    order.carry("unlink", input).await
}

/// How far one has got with the customer's messages.
#[utoipa::path(
    post, path = "/api/v1/conversations/{conversationId}/marks", tag = "conversations",
    params(("conversationId" = Uuid, Path)), request_body = Marks, responses((status = 204))
)]
pub async fn marks(signed_in: SignedIn, Id(id): Id<ConversationId>, Json(marks): Json<Marks>) -> Answer<StatusCode> {
    let (delivered, read) = (marks.delivered, marks.read);
    let input = Input::AgentMarks { conversation_id: id, agent_id: signed_in.agent_id, delivered, read };
    find_visible_conversation(&signed_in, id).await?;
    signed_in.desk.command(None, input).await?;
    Ok(StatusCode::NO_CONTENT)
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
