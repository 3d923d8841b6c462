//! Transfers, to a colleague and to a queue. Knows nothing of how the queue chooses.

use super::consult::ASKED;
use super::guests::Entry;
use super::moves::Happening;
use super::supervision::Right;
use crate::{Engine, Refusal, Reply, Step};
use frontdesk_model::{
    AgentId, ConversationId, ConversationStatus, ParticipantMode, Queue, QueueId, QueuedBecause, Role, SystemMessage,
};

impl Engine {
    /// Offered to that agent, whatever their capacity; the former agent's is free at once. When a supervisor transfers,
    /// the former agent stays with the customer, as a consultant, until the other one has accepted.
    pub(crate) fn transfer_to_agent(
        &mut self,
        id: ConversationId,
        agent_id: AgentId,
        to_agent_id: AgentId,
        step: &mut Step,
    ) -> Result<Reply, Refusal> {
        let by_supervisor = self.check_may_transfer(id, agent_id)?;
        let escalates = self.check_transferee(id, to_agent_id)?;
        if by_supervisor {
            self.check_member_of_its_queue(id, to_agent_id)?;
        }
        let transferred = self.check_move(id, Happening::TransferredToAgent { by_supervisor })?;
        self.agent_acts(agent_id, step.now);
        self.count_transfer(id, escalates);
        let former = self.conversations[&id].conversation.active_agent_id;
        self.apply_move(id, transferred, step);
        self.add_system_message(id, SystemMessage::TransferToAgent, step.now);
        let reason = if by_supervisor { "SupervisorTransferToAgent" } else { "AgentTransfer" };
        self.seat(id, to_agent_id, Some(reason), step);
        if let (true, Some(former)) = (by_supervisor, former) {
            let entry = Entry { mode: ParticipantMode::Consult, reason: ASKED, joined: true, public: false };
            self.add_guest(id, former, entry, step);
        }
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
        let served = self.is_served(to_queue_id)?;
        let happening =
            if served { Happening::TransferredToQueue { by_supervisor } } else { Happening::TransferredToEmptyQueue };
        let transferred = self.check_move(id, happening)?;
        self.agent_acts(agent_id, step.now);
        self.count_transfer(id, false);
        self.edit(id).queue_id = Some(to_queue_id);
        self.apply_move(id, transferred, step);
        self.note_queued(id, QueuedBecause::Transferred { by: agent_id }, step.now);
        self.add_system_message(id, SystemMessage::TransferToQueue, step.now);
        if self.conversations[&id].conversation.status == ConversationStatus::Closed {
            self.add_system_message(id, SystemMessage::ConversationClosed, step.now);
        }
        Ok(Reply::Done)
    }

    pub(super) fn check_queue(&self, id: QueueId) -> Result<&Queue, Refusal> {
        let found = self.queues.get(&id).map(|state| &state.queue);
        found.ok_or_else(|| Refusal::not_found("queue_not_found", format!("there is no queue {id}")))
    }

    /// Whether anybody who may work is a member.
    pub(super) fn is_served(&self, queue_id: QueueId) -> Result<bool, Refusal> {
        let members = &self.check_queue(queue_id)?.members;
        Ok(members.iter().any(|member| self.agents.get(member).is_some_and(|state| state.agent.active)))
    }

    /// Whether it is somebody who oversees, and not the agent themselves, who transfers.
    fn check_may_transfer(&self, id: ConversationId, agent_id: AgentId) -> Result<bool, Refusal> {
        let oversees = self.check_agent(agent_id)?.agent.role.oversees();
        if self.check_held(id)?.conversation.active_agent_id == Some(agent_id) {
            return Ok(false);
        }
        if !oversees {
            return Err(Refusal::forbidden("not_assigned_to_you", "this conversation is not assigned to you"));
        }
        self.check_right(agent_id, Right::Transfer)?;
        Ok(true)
    }

    /// Whether the transfer escalates.
    fn check_transferee(&self, id: ConversationId, to_agent_id: AgentId) -> Result<bool, Refusal> {
        if self.check_held(id)?.conversation.active_agent_id == Some(to_agent_id) {
            return Err(Refusal::conflict("already_assigned", "this conversation is assigned to them already"));
        }
        self.check_reachable(to_agent_id)?;
        Ok(self.agents[&to_agent_id].agent.role == Role::Supervisor)
    }

    fn check_member_of_its_queue(&self, id: ConversationId, to_agent_id: AgentId) -> Result<(), Refusal> {
        let queue_id = self.check_held(id)?.conversation.queue_id;
        if queue_id.is_some_and(|queue_id| self.agents[&to_agent_id].queues.contains(&queue_id)) {
            return Ok(());
        }
        let detail = "supervisors transfer to agents of the conversation's own queue";
        Err(Refusal::conflict("not_a_member", detail))
    }

    /// Whoever gets it next has declined nothing yet.
    fn count_transfer(&mut self, id: ConversationId, escalates: bool) {
        let conversation = self.edit(id);
        conversation.transfer_count += 1;
        conversation.escalation_count += u32::from(escalates);
        conversation.declines.clear();
    }
}
