//! The visitor's API: one token opens one visitor's conversations and nothing else.

pub mod conversations;
mod facts;
pub mod files;
pub mod messages;
mod pre_chat;
pub mod widgets;

use crate::auth::Visitor;
use crate::desk::Desk;
use crate::errors::{Answer, Problem};
use crate::live;
use crate::visitors::{self, Standing};
use crate::wire::VisitorConversation;
use frontdesk_model::{Conversation, ConversationId};
use std::sync::Arc;

/// The conversation, if it is this visitor's.
async fn find_own(visitor: &Visitor, id: ConversationId) -> Answer<Arc<Conversation>> {
    let found = visitors::find(&visitor.desk, id).await?;
    found
        .filter(|conversation| conversation.visitor_id == Some(visitor.visitor_id))
        .ok_or_else(|| Problem::not_found("conversation"))
}

/// With its place in line, which is one more question to the desk.
async fn shown_in_line(desk: &Desk, conversation: &Conversation) -> Answer<VisitorConversation> {
    let place = live::place_of(desk, conversation).await;
    Ok(VisitorConversation {
        queue_position: place.and_then(|place| place.queue_position),
        next_in_line: place.and_then(|place| place.queue_position).map(|position| position == 1),
        ..shown(desk, conversation).await?
    })
}

async fn shown(desk: &Desk, conversation: &Conversation) -> Answer<VisitorConversation> {
    let marks = visitors::public_marks(desk, conversation.id, conversation.marks).await?;
    let view = desk.view();
    let standing = Standing::of(&view, conversation);
    Ok(VisitorConversation {
        id: conversation.id.0,
        status: standing.status.into(),
        agent_name: standing.agent_name,
        created_at: conversation.created_at.into(),
        last_number: conversation.last_public_number,
        marks: marks.into(),
        mode: conversation.mode.into(),
        queue_position: None,
        next_in_line: None,
        expected_wait_ms: live::expected_wait_ms(&view, conversation),
    })
}
