//! The native API: thin handlers that load, check, change and answer. One file a noun; types live in `wire`.

pub mod agents;
pub mod audit;
pub mod capacity_profiles;
pub mod consult;
pub mod conversation_commands;
pub mod conversations;
pub mod files;
pub mod get_conversations;
pub mod live;
pub mod messages;
pub mod notification_templates;
pub mod operating_hours;
mod order;
pub mod organization;
pub mod presences;
pub mod queues;
pub mod quick_replies;
pub mod records;
pub mod routing;
pub mod rulesets;
pub mod search;
pub mod session_templates;
mod set_up;
pub mod sign_in;
pub mod skills;
pub mod status;
pub mod supervision;
pub mod tokens;
pub mod visitor;
pub mod widgets;
pub mod workstreams;

use crate::auth::SignedIn;
use crate::desk::Desk;
use crate::errors::{Answer, Problem};
use crate::extract::IdempotencyKey;
use frontdesk_engine::Input;
use frontdesk_model::{Conversation, ConversationId, Record};
use std::sync::Arc;

/// A record, by whoever is signed in. `operation` makes the caller's key this operation's own.
async fn put_record(signed_in: &SignedIn, operation: &str, key: &IdempotencyKey, record: Record) -> Answer<()> {
    signed_in.desk.command(signed_in.command_key(operation, key), Input::PutRecord(record)).await?;
    Ok(())
}

/// The conversation, whether it is still in memory or only in the store.
async fn find_conversation(desk: &Desk, id: ConversationId) -> Answer<Arc<Conversation>> {
    let open = desk.view().conversation(id).cloned();
    match open {
        Some(conversation) => Ok(conversation),
        None => desk
            .store()
            .find_conversation(desk.organization_id(), id)
            .await?
            .ok_or_else(|| Problem::not_found("conversation")),
    }
}

/// The conversation, if this user may see it: theirs now or once, in one of their queues, they take part or oversee.
async fn find_visible_conversation(signed_in: &SignedIn, id: ConversationId) -> Answer<Arc<Conversation>> {
    let conversation = find_conversation(&signed_in.desk, id).await?;
    if may_see(signed_in, &conversation) { Ok(conversation) } else { Err(Problem::not_found("conversation")) }
}

fn may_see(signed_in: &SignedIn, conversation: &Conversation) -> bool {
    let me = Some(signed_in.agent_id);
    signed_in.role.oversees()
        || signed_in.desk.view().visits(signed_in.agent_id, conversation.id)
        || [conversation.active_agent_id, conversation.list_agent_id, conversation.last_agent_id].contains(&me)
        || conversation.queue_id.is_some_and(|queue_id| {
            let view = signed_in.desk.view();
            view.queue(queue_id).is_some_and(|queue| queue.members.contains(&signed_in.agent_id))
        })
}

/// How many of a list to send.
fn page_size(limit: Option<u32>, default: u32, max: u32) -> Answer<u32> {
    match limit {
        None => Ok(default),
        Some(limit) => crate::check::range("limit", limit, 1, max),
    }
}
