//! What supervisors do with other people's conversations, presences and queues. The engine says who may: each kind is a switch of
//! the organisation.

use super::order::{Done, Order, To};
use crate::app::App;
use crate::auth::SignedIn;
use crate::desk::View;
use crate::errors::{Answer, Problem};
use crate::extract::{Id, IdempotencyKey, Json, OptionalJson};
use crate::wire::{
    AgentQueues, AgentStatus, Assignment, Bulk, BulkAct, BulkAnswer, CommandDone, Items, NoBody, PresenceChoice,
};
use axum::Json as Answered;
use axum::extract::State;
use frontdesk_engine::{self as engine, Input, Reply};
use frontdesk_model::{AgentId, ConversationId, PresenceId, Queue, QueueId, SetUpEdit, SetUpEdits, Uuid};

/// Give an open conversation to an agent, or to another queue.
#[utoipa::path(
    post, path = "/api/v1/conversations/{conversationId}/assign", tag = "supervision",
    params(("conversationId" = Uuid, Path)), request_body = Assignment,
    responses((status = 200, body = CommandDone))
)]
pub async fn assign(order: Order, Json(to): Json<Assignment>) -> Done {
    let regardless = to.regardless;
    match To::parse(to.agent_id, to.queue_id, "invalid_assignment")? {
        To::Agent(to_agent_id) => {
            let input =
                |conversation_id, agent_id| Input::AssignToAgent { conversation_id, agent_id, to_agent_id, regardless };
            order.carry("assign", input).await
        }
        To::Queue(to_queue_id) => {
            let input = |conversation_id, agent_id| Input::AssignToQueue { conversation_id, agent_id, to_queue_id };
            order.carry("assign", input).await
        }
    }
}

/// Close it, whatever its status.
#[utoipa::path(
    post, path = "/api/v1/conversations/{conversationId}/force-close", tag = "supervision",
    params(("conversationId" = Uuid, Path)), request_body = Option<NoBody>,
    responses((status = 200, body = CommandDone))
)]
pub async fn force_close(order: Order, OptionalJson(NoBody {}): OptionalJson<NoBody>) -> Done {
    order.carry("force-close", |conversation_id, agent_id| Input::ForceClose { conversation_id, agent_id }).await
}

/// Read along; neither the agent nor the customer is told.
#[utoipa::path(
    post, path = "/api/v1/conversations/{conversationId}/monitor", tag = "supervision",
    params(("conversationId" = Uuid, Path)), request_body = Option<NoBody>,
    responses((status = 200, body = CommandDone))
)]
pub async fn monitor(order: Order, OptionalJson(NoBody {}): OptionalJson<NoBody>) -> Done {
    order.carry("monitor", |conversation_id, agent_id| Input::Monitor { conversation_id, agent_id }).await
}

/// Join in: agent and customer are told.
#[utoipa::path(
    post, path = "/api/v1/conversations/{conversationId}/join", tag = "supervision",
    params(("conversationId" = Uuid, Path)), request_body = Option<NoBody>,
    responses((status = 200, body = CommandDone))
)]
pub async fn join(order: Order, OptionalJson(NoBody {}): OptionalJson<NoBody>) -> Done {
    order.carry("join", |conversation_id, agent_id| Input::Join { conversation_id, agent_id }).await
}

/// Assign, transfer or force close up to 1,000 conversations, write to their customers, or notify their agents. Each is
/// decided by itself and answered for.
#[utoipa::path(
    post, path = "/api/v1/conversations/bulk", tag = "supervision", request_body = Bulk,
    responses((status = 200, body = Items<BulkAnswer>))
)]
pub async fn bulk(
    signed_in: SignedIn,
    key: IdempotencyKey,
    Json(request): Json<Bulk>,
) -> Answer<Answered<Items<BulkAnswer>>> {
    let act = act_of(&request)?;
    let conversations = request.conversation_ids.into_iter().map(ConversationId).collect();
    let bulk = engine::Bulk { agent_id: signed_in.agent_id, conversations, act };
    let key = signed_in.command_key("bulk", &key);
    match signed_in.desk.command(key, Input::Bulk(Box::new(bulk))).await? {
        Reply::Bulk { answers } => Ok(Answered(Items { items: answers.into_iter().map(BulkAnswer::from).collect() })),
        _ => Err(Problem::internal("many commands were answered with something else")),
    }
}

fn act_of(request: &Bulk) -> Answer<engine::BulkAct> {
    let said = matches!(request.act, BulkAct::Message | BulkAct::Notify);
    if request.text.is_some() && !said {
        return Err(Problem::invalid("invalid_bulk", "a text goes with `message` and `notify` alone"));
    }
    let to = || To::parse(request.agent_id, request.queue_id, "invalid_bulk");
    let to_nobody = |act: engine::BulkAct| match (request.agent_id, request.queue_id) {
        (None, None) => Ok(act),
        _ => Err(Problem::invalid("invalid_bulk", "only what is assigned or transferred goes to somebody")),
    };
    let text = || request.text.clone().ok_or_else(|| Problem::invalid_field("text", "is missing"));
    match request.act {
        BulkAct::Assign => Ok(match to()? {
            To::Agent(to_agent_id) => engine::BulkAct::AssignToAgent { to_agent_id, regardless: request.regardless },
            To::Queue(to_queue_id) => engine::BulkAct::AssignToQueue { to_queue_id },
        }),
        BulkAct::Transfer => Ok(match to()? {
            To::Agent(to_agent_id) => engine::BulkAct::TransferToAgent { to_agent_id },
            To::Queue(to_queue_id) => engine::BulkAct::TransferToQueue { to_queue_id },
        }),
        BulkAct::ForceClose => to_nobody(engine::BulkAct::ForceClose),
        BulkAct::Message => to_nobody(engine::BulkAct::MessageCustomers { text: text()? }),
        BulkAct::Notify => to_nobody(engine::BulkAct::NotifyAgents { text: text()? }),
    }
}

/// Set somebody's presence for them.
#[utoipa::path(
    post, path = "/api/v1/agents/{agentId}/presence", tag = "supervision",
    params(("agentId" = Uuid, Path)), request_body = PresenceChoice, responses((status = 200, body = AgentStatus))
)]
pub async fn set_presence(
    signed_in: SignedIn,
    Id(of_agent_id): Id<AgentId>,
    key: IdempotencyKey,
    Json(choice): Json<PresenceChoice>,
) -> Answer<Answered<AgentStatus>> {
    let presence_id = PresenceId(choice.presence_id);
    let input = Input::ResetPresence { agent_id: signed_in.agent_id, of_agent_id, presence_id };
    let key = signed_in.command_key(format_args!("presence/{of_agent_id}"), &key);
    signed_in.desk.command(key, input).await?;
    let status = signed_in.desk.view().status(of_agent_id).map(AgentStatus::from);
    status.map(Answered).ok_or_else(|| Problem::not_found("agent"))
}

/// Which queues somebody serves: these, in place of the former ones.
#[utoipa::path(
    put, path = "/api/v1/agents/{agentId}/queues", tag = "supervision",
    params(("agentId" = Uuid, Path)), request_body = AgentQueues, responses((status = 200, body = AgentQueues))
)]
pub async fn set_queues(
    State(app): State<App>,
    signed_in: SignedIn,
    Id(agent_id): Id<AgentId>,
    key: IdempotencyKey,
    Json(request): Json<AgentQueues>,
) -> Answer<Answered<AgentQueues>> {
    if !signed_in.role.oversees() {
        return Err(Problem::forbidden("this is for supervisors and administrators"));
    }
    let _turn = app.configuring.lock().await;
    let edits = moves_between_queues(&signed_in.desk.view(), agent_id, &request.queue_ids)?;
    let edits = SetUpEdits { by: Some(signed_in.agent_id), edits };
    let key = signed_in.command_key(format_args!("agent-queues/{agent_id}"), &key);
    signed_in.desk.command(key, Input::Configure(Box::new(edits))).await?;
    let queue_ids = signed_in.desk.view().queues_of(agent_id).map(|queue| queue.id.0).collect();
    Ok(Answered(AgentQueues { queue_ids }))
}

/// Only the queues whose members differ; never those of everyone, named or not.
fn moves_between_queues(view: &View, agent_id: AgentId, queue_ids: &[Uuid]) -> Answer<Vec<SetUpEdit>> {
    view.agent(agent_id).ok_or_else(|| Problem::not_found("agent"))?;
    if let Some(index) = queue_ids.iter().position(|id| view.queue(QueueId(*id)).is_none()) {
        return Err(Problem::invalid_field(format!("queueIds[{index}]"), "is no queue of this organisation"));
    }
    let serves = |queue: &Queue| queue.members.contains(&agent_id);
    let shall = |queue: &Queue| queue_ids.contains(&queue.id.0);
    let differing = view.queues().filter(|queue| !queue.everyone && serves(queue) != shall(queue));
    let edit = |queue: &Queue| {
        let mut queue = queue.clone();
        match shall(&queue) {
            true => queue.members.push(agent_id),
            false => queue.members.retain(|member| *member != agent_id),
        }
        SetUpEdit::put(queue)
    };
    Ok(differing.map(edit).collect())
}
