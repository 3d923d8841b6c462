//! The agent's seat in a conversation: taken by an assignment, confirmed by the acceptance, left with the session.
//! Knows nothing of why it is this agent.

use crate::{Engine, Reply, Step};
use frontdesk_model::{
    AgentId, ClosureReason, ConversationId, OfferEnd, Participant, ParticipantMode, SystemMessage, Timestamp,
};

impl Engine {
    /// Gives the open session its one primary participant; their capacity is taken from now on.
    pub(super) fn seat(&mut self, id: ConversationId, agent_id: AgentId, reason: Option<&str>, step: &mut Step) {
        if self.conversations[&id].session.is_none() {
            self.open_session(id, step);
        }
        let participant_id = step.ids.next().into();
        let conversation = self.edit(id);
        conversation.active_agent_id = Some(agent_id);
        conversation.active_agent_assigned_at = Some(step.now);
        conversation.active_participant_id = Some(participant_id);
        conversation.list_agent_id = Some(agent_id);
        let held = self.edit_quietly(id);
        if let Some(session) = &mut held.session {
            session.agent_id = Some(agent_id);
            session.agent_assigned_at = Some(step.now);
            let participant = Participant {
                id: participant_id,
                session_id: session.id,
                conversation_id: id,
                agent_id,
                mode: ParticipantMode::Primary,
                public: true,
                added_at: step.now,
                joined_at: None,
                left_at: None,
                left_reason: None,
                assign_reason: reason.map(str::to_owned),
            };
            held.participants.push(participant);
        }
        self.save_session(id);
        self.save_primary(id);
        self.take_load(id, agent_id, step);
    }

    fn take_load(&mut self, id: ConversationId, agent_id: AgentId, step: &Step) {
        let queue_id = self.conversations[&id].conversation.queue_id;
        self.agents.get_mut(&agent_id).expect("checked to be there").assigned.insert(id);
        let status = self.edit_status(agent_id);
        status.last_assigned_at = Some(step.now);
        if let Some(turn) = status.load.turns.iter_mut().find(|turn| Some(turn.queue_id) == queue_id) {
            turn.last_assigned_at = Some(step.now);
        }
        self.take_capacity(id, step.now);
    }

    /// The agent is in the conversation now.
    pub(super) fn confirm_seat(&mut self, id: ConversationId, agent_id: AgentId, step: &mut Step) -> Reply {
        let now = step.now;
        self.learn_wait(id, now);
        let held = self.edit_quietly(id);
        let mut accepted = None;
        if let Some(session) = &mut held.session {
            session.agent_accepted_at = Some(now);
            let offered = session.offer_expires_at.take().is_some();
            accepted = Some((session.clone(), offered));
        }
        held.offer_extended = false;
        if let Some(participant) = self.primary(id) {
            participant.joined_at = Some(now);
        }
        self.save_session(id);
        self.save_primary(id);

        self.relieve(id, now);

        let conversation = self.edit(id);
        let created_at = conversation.created_at;
        conversation.accepted = true;
        conversation.started_at.get_or_insert(now);
        conversation.first_wait_ms.get_or_insert_with(|| now.since(created_at));
        conversation.last_agent_id = Some(agent_id);
        conversation.declines.clear();

        if let Some((session, true)) = &accepted {
            self.tell_offer_ended(session, agent_id, OfferEnd::Accepted);
        }
        self.add_system_message(id, SystemMessage::AgentAccepted, now);
        self.count_sessions(agent_id, 1, now);
        self.presence_after_accept_or_close(agent_id, now);
        match accepted {
            Some((session, _)) => Reply::SessionOpened { conversation_id: id, session_id: session.id },
            None => Reply::Done,
        }
    }

    /// Whoever kept the customer company until their successor accepted.
    fn relieve(&mut self, id: ConversationId, now: Timestamp) {
        let stays = |guest: &&Participant| guest.mode == ParticipantMode::Consult;
        let company: Vec<_> = self.conversations[&id].guests().filter(stays).map(|guest| guest.id).collect();
        for guest in company {
            self.guest_leaves(id, guest, ClosureReason::SupervisorTransferToAgent, now);
        }
    }

    /// Nobody sits there any more. The capacity must have been given back before.
    pub(super) fn unseat(&mut self, id: ConversationId) -> Option<AgentId> {
        let conversation = self.edit(id);
        conversation.active_participant_id = None;
        conversation.active_agent_assigned_at = None;
        let agent_id = conversation.active_agent_id.take()?;
        self.agents.get_mut(&agent_id).expect("checked to be there").assigned.remove(&id);
        Some(agent_id)
    }

    pub(super) fn save_session(&mut self, id: ConversationId) {
        if let Some(session) = &self.conversations[&id].session {
            self.outbox.save_session(session);
        }
    }

    fn save_primary(&mut self, id: ConversationId) {
        if let Some(participant) = self.primary(id).cloned() {
            self.outbox.save_participant(&participant);
        }
    }
}
