//! Who is writing just now. Fleeting: never journaled, never queued at the desk, lost without harm.

use super::frames::{AgentFrame, VisitorFrame, encode};
use crate::desk::Desk;
use frontdesk_model::{AgentId, ConversationId};

/// Told to the customer, if the conversation is this agent's.
pub fn from_agent(desk: &Desk, agent_id: AgentId, conversation_id: ConversationId) {
    let name = {
        let view = desk.view();
        let conversation = view.conversation(conversation_id);
        let own = conversation.is_some_and(|conversation| conversation.active_agent_id == Some(agent_id));
        view.agent(agent_id).filter(|_| own).map(|agent| agent.name.clone())
    };
    if let Some(name) = name {
        desk.live().send_to_customer(conversation_id, &encode(&VisitorFrame::Typing { name: &name }));
    }
}

/// Told to the agent whose conversation it is.
pub fn from_customer(desk: &Desk, conversation_id: ConversationId) {
    let found = desk.view().conversation(conversation_id).cloned();
    let Some(conversation) = found else { return };
    let Some(agent_id) = conversation.active_agent_id else { return };
    let frame =
        AgentFrame::Typing { conversation_id: conversation_id.0, from: "customer", name: &conversation.customer_name };
    desk.live().send_to_agent(agent_id, &encode(&frame));
}
