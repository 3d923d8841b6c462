//! Advice: an agent asks colleagues in. What they say to one another are notes; the customer reads nothing of it until
//! the agent lets a consultant write to them. Knows nothing of how the invited are chosen for other work.

use super::Held;
use super::guests::Entry;
use super::moves::State;
use crate::{Engine, Refusal, Reply, Step};
use frontdesk_model::{
    AgentId, BasePresence, ClosureReason, ConversationId, Participant, ParticipantId, ParticipantMode, QueueId,
    SystemMessage,
};
use std::cmp::Reverse;

/// Invited and there, at once.
const CONSULTANTS_MAX: usize = 5;

pub(super) const ASKED: &str = "AgentConsult";

impl Engine {
    pub(crate) fn consult_agent(
        &mut self,
        id: ConversationId,
        agent_id: AgentId,
        to_agent_id: AgentId,
        step: &mut Step,
    ) -> Result<Reply, Refusal> {
        self.check_may_ask(id, agent_id)?;
        if to_agent_id == agent_id {
            return Err(Refusal::conflict("consult_oneself", "an agent asks somebody else for advice"));
        }
        self.check_reachable(to_agent_id)?;
        self.check_may_enter(self.check_held(id)?, to_agent_id)?;
        Ok(self.invite(id, agent_id, to_agent_id, step))
    }

    /// Whoever of the queue can be reached and has most room; among equals, who was assigned something longest ago.
    pub(crate) fn consult_queue(
        &mut self,
        id: ConversationId,
        agent_id: AgentId,
        to_queue_id: QueueId,
        step: &mut Step,
    ) -> Result<Reply, Refusal> {
        self.check_may_ask(id, agent_id)?;
        let queue = self.check_queue(to_queue_id)?;
        let held = self.check_held(id)?;
        let free =
            |member: &&AgentId| self.check_reachable(**member).is_ok() && self.check_may_enter(held, **member).is_ok();
        let room = |member: &&AgentId| {
            let status = &self.agents[*member].status;
            (Reverse(status.available_units), status.last_assigned_at, **member)
        };
        let chosen = queue.members.iter().filter(free).min_by_key(room).copied();
        let chosen = chosen.ok_or_else(|| {
            Refusal::conflict("nobody_available", format!("nobody of {} can be asked now", queue.name))
        })?;
        Ok(self.invite(id, agent_id, chosen, step))
    }

    fn invite(&mut self, id: ConversationId, agent_id: AgentId, to_agent_id: AgentId, step: &mut Step) -> Reply {
        self.agent_acts(agent_id, step.now);
        let entry = Entry { mode: ParticipantMode::Consult, reason: ASKED, joined: false, public: false };
        let reply = self.add_guest(id, to_agent_id, entry, step);
        self.add_system_message(id, SystemMessage::ConsultInitiated, step.now);
        reply
    }

    pub(crate) fn accept_consult(
        &mut self,
        id: ConversationId,
        agent_id: AgentId,
        participant_id: ParticipantId,
        step: &mut Step,
    ) -> Result<Reply, Refusal> {
        self.check_invited(id, agent_id, participant_id)?;
        self.agent_acts(agent_id, step.now);
        self.edit_guest(id, participant_id, |guest, now| guest.joined_at = Some(now), step.now);
        self.add_system_message(id, SystemMessage::ConsultAccepted, step.now);
        Ok(Reply::TakesPart { conversation_id: id, participant_id })
    }

    pub(crate) fn reject_consult(
        &mut self,
        id: ConversationId,
        agent_id: AgentId,
        participant_id: ParticipantId,
        step: &mut Step,
    ) -> Result<Reply, Refusal> {
        self.check_invited(id, agent_id, participant_id)?;
        self.agent_acts(agent_id, step.now);
        self.guest_leaves(id, participant_id, ClosureReason::AgentReject, step.now);
        Ok(Reply::Done)
    }

    /// From now on this consultant writes to the customer too.
    pub(crate) fn add_to_public(
        &mut self,
        id: ConversationId,
        agent_id: AgentId,
        participant_id: ParticipantId,
        step: &mut Step,
    ) -> Result<Reply, Refusal> {
        let consultant = self.check_own_consultant(id, agent_id, participant_id)?;
        if consultant.joined_at.is_none() {
            return Err(Refusal::conflict("consult_not_accepted", "they have not accepted yet"));
        }
        if consultant.public {
            return Err(Refusal::conflict("already_public", "they write to the customer already"));
        }
        self.agent_acts(agent_id, step.now);
        self.edit_guest(id, participant_id, |guest, _| guest.public = true, step.now);
        self.add_system_message(id, SystemMessage::AgentJoined, step.now);
        Ok(Reply::Done)
    }

    /// The consultant is thanked, or the invitation taken back.
    pub(crate) fn remove_consultant(
        &mut self,
        id: ConversationId,
        agent_id: AgentId,
        participant_id: ParticipantId,
        step: &mut Step,
    ) -> Result<Reply, Refusal> {
        self.check_own_consultant(id, agent_id, participant_id)?;
        self.agent_acts(agent_id, step.now);
        self.guest_leaves(id, participant_id, ClosureReason::ConversationClosed, step.now);
        Ok(Reply::Done)
    }

    /// Whoever has not answered in the time that an offer has.
    pub(crate) fn consult_lapsed(&mut self, id: ConversationId, step: &mut Step) {
        let held = &self.conversations[&id];
        let patience_ms = self.consult_terms(held).timeout_ms;
        let late = held.guests().filter(|guest| guest.joined_at.is_none() && guest.added_at + patience_ms <= step.now);
        for guest in late.map(|guest| guest.id).collect::<Vec<_>>() {
            self.guest_leaves(id, guest, ClosureReason::AgentTimeout, step.now);
        }
    }

    /// Advice is asked by the agent whose conversation it is, while they talk to the customer.
    fn check_may_ask(&self, id: ConversationId, agent_id: AgentId) -> Result<&Held, Refusal> {
        let held = self.check_assigned(id, agent_id)?;
        if held.state() != State::Active {
            return Err(Refusal::conflict("conversation_not_active", "advice is asked in an active conversation"));
        }
        if held.guests().filter(|guest| guest.mode == ParticipantMode::Consult).count() >= CONSULTANTS_MAX {
            let detail = format!("at most {CONSULTANTS_MAX} are consulted at once");
            return Err(Refusal::conflict("too_many_consultants", detail));
        }
        Ok(held)
    }

    /// Somebody who can be asked to take something on now.
    pub(super) fn check_reachable(&self, agent_id: AgentId) -> Result<(), Refusal> {
        let state = self
            .agents
            .get(&agent_id)
            .ok_or_else(|| Refusal::not_found("agent_not_found", format!("there is no agent {agent_id}")))?;
        let reachable = matches!(state.status.base, BasePresence::Available | BasePresence::Busy);
        if !state.agent.active || !reachable {
            let detail = format!("{} cannot be reached now", state.agent.name);
            return Err(Refusal::conflict("agent_not_available", detail));
        }
        Ok(())
    }

    fn check_invited(&self, id: ConversationId, agent_id: AgentId, invited: ParticipantId) -> Result<(), Refusal> {
        self.check_agent(agent_id)?;
        let guest = self.check_held(id)?.guest(agent_id).filter(|guest| guest.id == invited);
        match guest {
            Some(guest) if guest.joined_at.is_none() => Ok(()),
            Some(_) => Err(Refusal::conflict("already_accepted", "this invitation has been accepted already")),
            None => Err(Refusal::conflict("offer_expired", "this invitation no longer stands")),
        }
    }

    /// A supervisor who joined is nobody's consultant.
    fn check_own_consultant(
        &self,
        id: ConversationId,
        agent_id: AgentId,
        participant_id: ParticipantId,
    ) -> Result<&Participant, Refusal> {
        let held = self.check_assigned(id, agent_id)?;
        let mut asked = held.guests().filter(|guest| guest.assign_reason.as_deref() == Some(ASKED));
        asked
            .find(|guest| guest.id == participant_id)
            .ok_or_else(|| Refusal::not_found("consultant_not_found", "no such consultant takes part in it"))
    }
}
