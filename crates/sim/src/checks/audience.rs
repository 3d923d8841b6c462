//! Who hears of what. Knows the rows; nothing of how events travel.

use super::{Broken, Memory, Promise, Turn, ensure};
use frontdesk_model::*;

pub fn check(turn: &Turn<'_>, _: &mut Memory) -> Result<(), Broken> {
    turn.events().enumerate().try_for_each(|(number, (audience, event))| {
        let agent_hears = |agent: AgentId| audience.customer_of.is_none() && hears(audience, agent);
        let right = match event {
            Event::ConversationChanged { conversation } => {
                conversation_is_heard(audience, image_before(turn, conversation.id, number), conversation)
            }
            Event::MessageAdded { message } => {
                message_is_heard(audience, image_before(turn, message.conversation_id, number), message)
            }
            Event::MarksMoved { conversation_id, .. } => {
                let agent = turn.record.find(*conversation_id).and_then(|conversation| conversation.active_agent_id);
                agent.is_none_or(|agent| hears(audience, agent))
            }
            Event::ParticipantChanged { participant } => agent_hears(participant.agent_id),
            Event::AgentNotified { conversation_id, agent_id, .. } => {
                let image = image_before(turn, *conversation_id, number);
                let whose = image.and_then(|conversation| conversation.active_agent_id);
                whose == Some(*agent_id) && agent_hears(*agent_id)
            }
            Event::OfferMade { agent_id, .. } | Event::OfferEnded { agent_id, .. } => agent_hears(*agent_id),
            Event::AgentStatusChanged { status } => agent_hears(status.agent_id),
            Event::AgentChanged { agent } => agent.password_hash.is_none() && agent_hears(agent.id),
            Event::ConfigurationChanged { .. } => audience.customer_of.is_none() && audience.everyone,
            // The desk writes it down, the engine never says it.
            Event::Told { .. } => false,
        };
        ensure(right, Promise::RightEars, || format!("{audience:?}\n  hears {event:?}"))
    })
}

/// As it was told before the event of this number, or as it was before the call.
fn image_before<'a>(turn: &'a Turn<'_>, id: ConversationId, number: usize) -> Option<&'a Conversation> {
    let earlier = turn.events().take(number).filter_map(|(_, event)| match event {
        Event::ConversationChanged { conversation } if conversation.id == id => Some(&**conversation),
        _ => None,
    });
    earlier.last().or_else(|| turn.before(id))
}

/// The agent whose it is, the one whose it was, and the queue whose open items differ.
fn conversation_is_heard(audience: &Audience, before: Option<&Conversation>, after: &Conversation) -> bool {
    let agents = [after.list_agent_id, after.active_agent_id, before.and_then(|before| before.active_agent_id)];
    let waits = |image: &&Conversation| image.status == ConversationStatus::Open;
    let queue = [Some(after), before].into_iter().flatten().find(waits).and_then(|image| image.queue_id);
    let customer = before.is_none_or(|before| before.status != after.status);
    agents.into_iter().flatten().all(|agent| hears(audience, agent))
        && queue.is_none_or(|queue| audience.everyone || audience.queue == Some(queue))
        && audience.customer_of.is_none_or(|of| of == after.id)
        && (!customer || audience.customer_of.is_some())
}

/// Images are told before messages: the last one says whose conversation it is.
fn message_is_heard(audience: &Audience, image: Option<&Conversation>, message: &Message) -> bool {
    let customer = match message.visibility {
        Visibility::Public => audience.customer_of == Some(message.conversation_id),
        Visibility::Internal => audience.customer_of.is_none(),
    };
    let agent = image.and_then(|image| image.active_agent_id);
    customer && agent.is_none_or(|agent| hears(audience, agent))
}

fn hears(audience: &Audience, agent: AgentId) -> bool {
    audience.everyone || audience.agents.contains(&agent)
}
