//! What a supervisor says to many: to customers whose conversations nobody has taken yet, and to the agents of others.
//! Knows nothing of how many there are.

use super::Words;
use super::moves::Happening;
use crate::{Engine, Refusal, Step};
use frontdesk_model::{AgentId, Audience, ConversationId, Event, Sender, Visibility};

const CHARACTERS_MAX: usize = 1_000;

impl Engine {
    pub(super) fn check_announcement(&self, text: &str) -> Result<(), Refusal> {
        self.check_text(text)?;
        if text.len() > CHARACTERS_MAX && text.chars().count() > CHARACTERS_MAX {
            let detail = format!("what is written to many has at most {CHARACTERS_MAX} characters");
            return Err(Refusal::invalid("message_too_long", detail));
        }
        Ok(())
    }

    /// Open → Waiting: whoever answers comes to the queue anew, whatever was declined before.
    pub(super) fn message_customer(
        &mut self,
        id: ConversationId,
        agent_id: AgentId,
        text: String,
        step: &mut Step,
    ) -> Result<(), Refusal> {
        let written = self.check_move(id, Happening::SupervisorWrote)?;
        self.agent_acts(agent_id, step.now);
        let sender = self.sender(agent_id);
        self.add_message(id, sender, Visibility::Public, Words::alone(text), step.now);
        self.edit(id).declines.clear();
        self.apply_move(id, written, step);
        Ok(())
    }

    /// Whoever it is assigned to hears of it at once, or when they are back.
    pub(super) fn notify_agent(
        &mut self,
        id: ConversationId,
        agent_id: AgentId,
        text: String,
        step: &mut Step,
    ) -> Result<(), Refusal> {
        let assigned = self.check_held(id)?.conversation.active_agent_id;
        let to_agent_id = assigned.ok_or_else(|| {
            Refusal::conflict("conversation_not_assigned", "nobody has this conversation who could be told")
        })?;
        if to_agent_id == agent_id {
            return Err(Refusal::conflict("own_conversation", "this conversation is assigned to you"));
        }
        self.agent_acts(agent_id, step.now);
        let sender = self.sender(agent_id);
        self.add_message(id, sender, Visibility::Internal, Words::alone(text.clone()), step.now);
        let conversation = &self.conversations[&id].conversation;
        let notice = Event::AgentNotified {
            conversation_id: id,
            agent_id: to_agent_id,
            customer_name: conversation.customer_name.clone(),
            number: conversation.last_message_number,
            by: agent_id,
            by_name: self.agents[&agent_id].agent.name.clone(),
            text,
        };
        self.tell(Some(id), Audience { agents: vec![to_agent_id], ..Audience::default() }, notice);
        Ok(())
    }

    fn sender(&self, agent_id: AgentId) -> Sender {
        Sender::Agent { agent_id, name: self.agents[&agent_id].agent.name.clone() }
    }
}
