//! Advice: ask a colleague or a queue, answer, let somebody in to the customer, send them out, leave. The engine says
//! who may.

use super::order::{Done, Order, To};
use crate::extract::{Json, OptionalJson, SecondId};
use crate::wire::{CommandDone, NoBody, Transfer};
use frontdesk_engine::Input;
use frontdesk_model::ParticipantId;

/// Ask an agent, or whoever of a queue has most room, for advice.
#[utoipa::path(
    post, path = "/api/v1/conversations/{conversationId}/consult", tag = "conversations",
    params(("conversationId" = Uuid, Path)), request_body = Transfer,
    responses((status = 200, body = CommandDone))
)]
pub async fn consult(order: Order, Json(to): Json<Transfer>) -> Done {
    match To::parse(to.agent_id, to.queue_id, "invalid_consult")? {
        To::Agent(to_agent_id) => {
            let input = |conversation_id, agent_id| Input::ConsultAgent { conversation_id, agent_id, to_agent_id };
            order.carry("consult", input).await
        }
        To::Queue(to_queue_id) => {
            let input = |conversation_id, agent_id| Input::ConsultQueue { conversation_id, agent_id, to_queue_id };
            order.carry("consult", input).await
        }
    }
}

/// Accept the invitation: one reads along and advises.
#[utoipa::path(
    post, path = "/api/v1/conversations/{conversationId}/consult/{participantId}/accept", tag = "conversations",
    params(("conversationId" = Uuid, Path), ("participantId" = Uuid, Path)), request_body = Option<NoBody>,
    responses((status = 200, body = CommandDone))
)]
pub async fn accept(
    order: Order,
    SecondId(participant_id): SecondId<ParticipantId>,
    OptionalJson(NoBody {}): OptionalJson<NoBody>,
) -> Done {
    let input = |conversation_id, agent_id| Input::AcceptConsult { conversation_id, agent_id, participant_id };
    order.carry(&format!("consult-accept/{participant_id}"), input).await
}

/// Reject the invitation.
#[utoipa::path(
    post, path = "/api/v1/conversations/{conversationId}/consult/{participantId}/reject", tag = "conversations",
    params(("conversationId" = Uuid, Path), ("participantId" = Uuid, Path)), request_body = Option<NoBody>,
    responses((status = 200, body = CommandDone))
)]
pub async fn reject(
    order: Order,
    SecondId(participant_id): SecondId<ParticipantId>,
    OptionalJson(NoBody {}): OptionalJson<NoBody>,
) -> Done {
    let input = |conversation_id, agent_id| Input::RejectConsult { conversation_id, agent_id, participant_id };
    order.carry(&format!("consult-reject/{participant_id}"), input).await
}

/// Let the consultant write to the customer, who is told.
#[utoipa::path(
    post, path = "/api/v1/conversations/{conversationId}/consult/{participantId}/add-to-public", tag = "conversations",
    params(("conversationId" = Uuid, Path), ("participantId" = Uuid, Path)), request_body = Option<NoBody>,
    responses((status = 200, body = CommandDone))
)]
pub async fn add(
    order: Order,
    SecondId(participant_id): SecondId<ParticipantId>,
    OptionalJson(NoBody {}): OptionalJson<NoBody>,
) -> Done {
    let input = |conversation_id, agent_id| Input::AddToPublic { conversation_id, agent_id, participant_id };
    order.carry(&format!("consult-add-to-public/{participant_id}"), input).await
}

/// Send the consultant out, or take the invitation back.
#[utoipa::path(
    post, path = "/api/v1/conversations/{conversationId}/consult/{participantId}/remove", tag = "conversations",
    params(("conversationId" = Uuid, Path), ("participantId" = Uuid, Path)), request_body = Option<NoBody>,
    responses((status = 200, body = CommandDone))
)]
pub async fn remove(
    order: Order,
    SecondId(participant_id): SecondId<ParticipantId>,
    OptionalJson(NoBody {}): OptionalJson<NoBody>,
) -> Done {
    let input = |conversation_id, agent_id| Input::RemoveConsultant { conversation_id, agent_id, participant_id };
    order.carry(&format!("consult-remove/{participant_id}"), input).await
}

/// Leave what one advises in, monitors or has joined.
#[utoipa::path(
    post, path = "/api/v1/conversations/{conversationId}/leave", tag = "conversations",
    params(("conversationId" = Uuid, Path)), request_body = Option<NoBody>,
    responses((status = 200, body = CommandDone))
)]
pub async fn leave(order: Order, OptionalJson(NoBody {}): OptionalJson<NoBody>) -> Done {
    order.carry("leave", |conversation_id, agent_id| Input::Leave { conversation_id, agent_id }).await
}
