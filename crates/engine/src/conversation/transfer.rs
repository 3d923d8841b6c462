//! Transfers, to a colleague and to a queue. Knows nothing of how the queue chooses.

use super::moves::Happening;
use crate::{Engine, Refusal, Reply, Step};
use frontdesk_model::{AgentId, BasePresence, ConversationId, ConversationStatus, QueueId, Role, SystemMessage};

impl Engine {
    /// Offered to that agent, whatever their capacity; the former agent's is free at once.
    pub(crate) fn transfer_to_agent(
        &mut self,
        id: ConversationId,
        agent_id: AgentId,
        to_agent_id: AgentId,
        step: &mut Step,
    ) -> Result<Reply, Refusal> {
        let by_supervisor = self.check_may_transfer(id, agent_id)?;
        let escalates = self.check_transferee(id, to_agent_id)?;
        let transferred = self.check_move(id, Happening::TransferredToAgent { by_supervisor })?;
        self.agent_acts(agent_id, step.now);
        self.count_transfer(id, escalates);
        self.apply_move(id, transferred, step);
        self.add_system_message(id, SystemMessage::TransferToAgent, step.now);
        let reason = if by_supervisor { "SupervisorTransferToAgent" } else { "AgentTransfer" };
        self.seat(id, to_agent_id, Some(reason), step);
        self.offer(id, to_agent_id, step);
        Ok(Reply::Done)
    }

    /// A queue without members closes the conversation.
    pub(crate) fn transfer_to_queue(
        &mut self,
        id: ConversationId,
        agent_id: AgentId,
        to_queue_id: QueueId,
        step: &mut Step,
    ) -> Result<Reply, Refusal> {
        let by_supervisor = self.check_may_transfer(id, agent_id)?;
        let queue = self
            .queues
            .get(&to_queue_id)
            .ok_or_else(|| Refusal::not_found("queue_not_found", format!("there is no queue {to_queue_id}")))?;
        let served = queue.queue.members.iter().any(|member| self.agents.get(member).is_some_and(|m| m.agent.active));
        let happening =
            if served { Happening::TransferredToQueue { by_supervisor } } else { Happening::TransferredToEmptyQueue };
        let transferred = self.check_move(id, happening)?;
        self.agent_acts(agent_id, step.now);
        self.count_transfer(id, false);
        self.edit(id).queue_id = Some(to_queue_id);
        self.apply_move(id, transferred, step);
        self.add_system_message(id, SystemMessage::TransferToQueue, step.now);
        if self.conversations[&id].conversation.status == ConversationStatus::Closed {
            self.add_system_message(id, SystemMessage::ConversationClosed, step.now);
        }
        Ok(Reply::Done)
    }

    /// Whether it is somebody who oversees, and not the agent themselves, who transfers.
    fn check_may_transfer(&self, id: ConversationId, agent_id: AgentId) -> Result<bool, Refusal> {
        let oversees = self.check_agent(agent_id)?.agent.role.oversees();
        let assigned = self.check_held(id)?.conversation.active_agent_id == Some(agent_id);
        if !assigned && !oversees {
            return Err(Refusal::forbidden("not_assigned_to_you", "this conversation is not assigned to you"));
        }
        Ok(!assigned)
    }

    /// Whether the transfer escalates.
    fn check_transferee(&self, id: ConversationId, to_agent_id: AgentId) -> Result<bool, Refusal> {
        let state = self
            .agents
            .get(&to_agent_id)
            .ok_or_else(|| Refusal::not_found("agent_not_found", format!("there is no agent {to_agent_id}")))?;
        if self.check_held(id)?.conversation.active_agent_id == Some(to_agent_id) {
            return Err(Refusal::conflict("already_assigned", "this conversation is assigned to them already"));
        }
        let reachable = matches!(state.status.base, BasePresence::Available | BasePresence::Busy);
        if !state.agent.active || !reachable {
            let detail = format!("{} cannot be transferred to now", state.agent.name);
            return Err(Refusal::conflict("agent_not_available", detail));
        }
        Ok(state.agent.role == Role::Supervisor)
    }

    /// Whoever gets it next has declined nothing yet.
    fn count_transfer(&mut self, id: ConversationId, escalates: bool) {
        let conversation = self.edit(id);
        conversation.transfer_count += 1;
        conversation.escalation_count += u32::from(escalates);
        conversation.declines.clear();
    }
}
