//! What customers and agents do, in a line. Knows no outcomes.

use super::{World, presence};
use frontdesk_engine::{Input, Refusal, Reply};
use frontdesk_model::*;

impl World {
    pub fn accept(&mut self, conversation_id: ConversationId, agent_id: AgentId) {
        self.ok(Input::AcceptOffer { conversation_id, session_id: None, agent_id });
    }

    pub fn reject(&mut self, conversation_id: ConversationId, agent_id: AgentId) {
        self.ok(Input::RejectOffer { conversation_id, session_id: None, agent_id });
    }

    pub fn displayed(&mut self, conversation_id: ConversationId, agent_id: AgentId) {
        let session_id = self.engine.session(conversation_id).unwrap().id;
        self.ok(Input::OfferDisplayed { conversation_id, session_id, agent_id });
    }

    pub fn pick(&mut self, conversation_id: ConversationId, agent_id: AgentId) -> Result<Reply, Refusal> {
        self.tell(Input::Pick { conversation_id, agent_id })
    }

    pub fn end(&mut self, conversation_id: ConversationId, agent_id: AgentId) {
        self.ok(Input::EndConversation { conversation_id, agent_id });
    }

    pub fn close(&mut self, conversation_id: ConversationId, agent_id: AgentId) {
        self.ok(Input::CloseSession { conversation_id, agent_id });
    }

    pub fn customer_says(&mut self, conversation_id: ConversationId, text: &str) -> Reply {
        self.ok(Input::CustomerMessage {
            conversation_id,
            text: text.into(),
            attachments: Vec::new(),
            client_message_id: None,
        })
    }

    pub fn agent_says(&mut self, id: ConversationId, agent_id: AgentId, text: &str) -> Result<Reply, Refusal> {
        self.agent_writes(id, agent_id, text, Visibility::Public)
    }

    pub fn agent_writes(
        &mut self,
        conversation_id: ConversationId,
        agent_id: AgentId,
        text: &str,
        visibility: Visibility,
    ) -> Result<Reply, Refusal> {
        let text = text.into();
        self.tell(Input::AgentMessage {
            conversation_id,
            agent_id,
            text,
            attachments: Vec::new(),
            visibility,
            client_message_id: None,
        })
    }

    pub fn customer_disconnects(&mut self, conversation_id: ConversationId) {
        self.ok(Input::CustomerConnected { conversation_id });
        self.ok(Input::CustomerDisconnected { conversation_id });
    }

    pub fn connect(&mut self, agent_id: AgentId) {
        self.ok(Input::AgentConnected { agent_id });
    }

    pub fn disconnect(&mut self, agent_id: AgentId) {
        self.ok(Input::AgentDisconnected { agent_id });
    }

    pub fn choose(&mut self, agent_id: AgentId, base: BasePresence) {
        self.ok(Input::SetPresence { agent_id, presence_id: presence(base).id });
    }
}
