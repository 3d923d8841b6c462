//! Active: picked from the open items, ended, put back, or its session closed with X. Knows nothing of offers.

use super::moves::{self, Happening, State};
use crate::{Engine, Refusal, Reply, Step};
use frontdesk_model::{
    AgentId, Conversation, ConversationId, ConversationStatus, DistributionMode, QueuedBecause, SystemMessage,
};

impl Engine {
    /// Opens at once, without an offer; what is on offer to this very agent is accepted by it.
    pub(crate) fn pick(&mut self, id: ConversationId, agent_id: AgentId, step: &mut Step) -> Result<Reply, Refusal> {
        self.check_agent(agent_id)?;
        let held = self.check_held(id)?;
        if held.conversation.active_agent_id == Some(agent_id) && held.state() == State::Offered {
            return self.accept_offer(id, None, agent_id, step);
        }
        if held.conversation.active_agent_id == Some(agent_id) && held.state() == State::Active {
            return Err(moves::refusal(State::Active, Happening::Accepted));
        }
        let picked = self.check_move(id, Happening::Picked)?;
        self.check_may_pick(&held.conversation, agent_id)?;
        self.apply_move(id, picked, step);
        self.agent_acts(agent_id, step.now);
        self.seat(id, agent_id, Some("AgentPick"), step);
        Ok(self.confirm_seat(id, agent_id, step))
    }

    fn check_may_pick(&self, conversation: &Conversation, agent_id: AgentId) -> Result<(), Refusal> {
        let state = &self.agents[&agent_id];
        if state.agent.role.oversees() {
            return Ok(());
        }
        if conversation.status == ConversationStatus::Waiting {
            return if conversation.list_agent_id == Some(agent_id) {
                Ok(())
            } else {
                Err(Refusal::forbidden("not_assigned_to_you", "this conversation waits for another agent's customer"))
            };
        }
        if !conversation.queue_id.is_some_and(|queue_id| state.queues.contains(&queue_id)) {
            return Err(Refusal::forbidden("not_a_member", "you are not a member of this conversation's queue"));
        }
        let workstream = &self.workstreams[&conversation.workstream_id];
        if conversation.distribution == DistributionMode::Push && !workstream.pick_from_push {
            return Err(Refusal::forbidden("pick_not_allowed", "conversations of this workstream cannot be picked"));
        }
        Ok(())
    }

    /// "End": → Wrap-up.
    pub(crate) fn end_conversation(
        &mut self,
        id: ConversationId,
        agent_id: AgentId,
        step: &mut Step,
    ) -> Result<Reply, Refusal> {
        self.check_assigned(id, agent_id)?;
        let ended = self.check_move(id, Happening::AgentEnded)?;
        self.agent_acts(agent_id, step.now);
        self.apply_move(id, ended, step);
        self.begin_wrap_up(id, step);
        self.add_system_message(id, SystemMessage::AgentEnded, step.now);
        Ok(Reply::Done)
    }

    /// "X": closes from Wrap-up; from Active back to Open (live chat) or to Waiting.
    pub(crate) fn close_session(
        &mut self,
        id: ConversationId,
        agent_id: AgentId,
        step: &mut Step,
    ) -> Result<Reply, Refusal> {
        self.check_assigned(id, agent_id)?;
        let closed = self.check_move(id, Happening::AgentClosedSession)?;
        self.agent_acts(agent_id, step.now);
        let from_active = self.conversations[&id].state() == State::Active;
        let goes_back = closed.to == ConversationStatus::Open;
        let returns_to_agent = goes_back && self.has_affinity(id);
        if goes_back && !returns_to_agent {
            self.count_decline(id, agent_id, step);
        }
        self.apply_move(id, closed, step);
        if from_active {
            self.add_system_message(id, SystemMessage::SessionClosed, step.now);
        }
        if returns_to_agent {
            self.return_to_agent(id, step);
        }
        Ok(Reply::Done)
    }

    /// Back to its queue, for somebody else.
    pub(crate) fn release(&mut self, id: ConversationId, agent_id: AgentId, step: &mut Step) -> Result<Reply, Refusal> {
        self.check_assigned(id, agent_id)?;
        let released = self.check_move(id, Happening::Released)?;
        self.agent_acts(agent_id, step.now);
        self.count_decline(id, agent_id, step);
        self.apply_move(id, released, step);
        self.note_queued(id, QueuedBecause::Released { by: agent_id }, step.now);
        self.add_system_message(id, SystemMessage::TransferToQueue, step.now);
        Ok(Reply::Done)
    }
}
