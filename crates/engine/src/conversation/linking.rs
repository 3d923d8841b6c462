//! Which customer and which case a conversation is about: at most one of each, and only while it is Active. Knows
//! nothing of the records themselves.

use super::Held;
use crate::{Engine, Refusal, Reply, Step};
use frontdesk_model::{AgentId, CaseId, ConversationId, ConversationStatus, CustomerRef};

impl Engine {
    pub(crate) fn link_customer(
        &mut self,
        id: ConversationId,
        agent_id: AgentId,
        customer: CustomerRef,
        name: String,
        step: &Step,
    ) -> Result<Reply, Refusal> {
        self.check_may_link(id, agent_id)?;
        let conversation = self.edit(id);
        conversation.customer = Some(customer);
        conversation.customer_name = name;
        conversation.modified_at = step.now;
        self.agent_acts(agent_id, step.now);
        Ok(Reply::Done)
    }

    pub(crate) fn link_case(
        &mut self,
        id: ConversationId,
        agent_id: AgentId,
        case_id: CaseId,
        step: &Step,
    ) -> Result<Reply, Refusal> {
        self.check_may_link(id, agent_id)?;
        let conversation = self.edit(id);
        conversation.case_id = Some(case_id);
        conversation.modified_at = step.now;
        self.agent_acts(agent_id, step.now);
        Ok(Reply::Done)
    }

    pub(crate) fn unlink_customer(
        &mut self,
        id: ConversationId,
        agent_id: AgentId,
        customer: CustomerRef,
        step: &Step,
    ) -> Result<Reply, Refusal> {
        if self.check_may_link(id, agent_id)?.conversation.customer != Some(customer) {
            return Err(Refusal::conflict("not_linked", "this customer is not the one that is linked"));
        }
        let conversation = self.edit(id);
        conversation.customer = None;
        conversation.modified_at = step.now;
        self.agent_acts(agent_id, step.now);
        Ok(Reply::Done)
    }

    pub(crate) fn unlink_case(
        &mut self,
        id: ConversationId,
        agent_id: AgentId,
        case_id: CaseId,
        step: &Step,
    ) -> Result<Reply, Refusal> {
        if self.check_may_link(id, agent_id)?.conversation.case_id != Some(case_id) {
            return Err(Refusal::conflict("not_linked", "this case is not the one that is linked"));
        }
        let conversation = self.edit(id);
        conversation.case_id = None;
        conversation.modified_at = step.now;
        self.agent_acts(agent_id, step.now);
        Ok(Reply::Done)
    }

    fn check_may_link(&self, id: ConversationId, agent_id: AgentId) -> Result<&Held, Refusal> {
        let agent = &self.check_agent(agent_id)?.agent;
        let held = self.check_held(id)?;
        let conversation = &held.conversation;
        let theirs = [conversation.active_agent_id, conversation.list_agent_id].contains(&Some(agent_id));
        if !theirs && !agent.role.oversees() {
            return Err(Refusal::forbidden("not_assigned_to_you", "this conversation is not assigned to you"));
        }
        if conversation.status != ConversationStatus::Active {
            return Err(Refusal::conflict(
                "conversation_not_active",
                "only active conversations are linked or unlinked",
            ));
        }
        Ok(held)
    }
}
