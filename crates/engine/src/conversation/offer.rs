//! Offers: made on assignment, accepted, rejected, missed or never shown. Knows nothing of how the agent was chosen.

use super::Held;
use super::moves::{self, Happening};
use crate::routing::Assignment;
use crate::{Engine, Refusal, Reply, Step};
use frontdesk_model::{
    AgentDeclines, AgentId, Audience, ClosureReason, ConversationId, Event, Notification, OfferEnd, OfferTimeout,
    Session, SessionId,
};

impl Engine {
    pub(crate) fn assign_by_routing(&mut self, assignment: Assignment, step: &mut Step) {
        self.note(assignment.conversation_id, assignment.decision, step.now);
        self.assign(assignment.conversation_id, assignment.agent_id, None, step);
    }

    /// Open → Active: this agent is to take it.
    pub(super) fn assign(&mut self, id: ConversationId, agent_id: AgentId, reason: Option<&str>, step: &mut Step) {
        if self.try_move(id, Happening::Assigned, step) {
            self.seat(id, agent_id, reason, step);
            self.offer(id, agent_id, step);
        }
    }

    /// Auto-accept needs a browser in which the session can open; without one the offer waits for it.
    pub(super) fn offer(&mut self, id: ConversationId, agent_id: AgentId, step: &mut Step) {
        if self.open_what_opens_itself(id, agent_id, step) {
            return;
        }
        let expires_at = step.now + self.terms(&self.conversations[&id]).timeout_ms;
        let Some(session) = &mut self.edit_quietly(id).session else { return };
        session.offer_expires_at = Some(expires_at);
        let session_id = session.id;
        self.save_session(id);
        let event = Event::OfferMade { conversation_id: id, session_id, agent_id, expires_at };
        self.tell(Some(id), Audience { agents: vec![agent_id], ..Audience::default() }, event);
    }

    /// Auto-accept, when there is a browser.
    pub(crate) fn open_what_opens_itself(&mut self, id: ConversationId, agent_id: AgentId, step: &mut Step) -> bool {
        let opens_itself = self.terms(&self.conversations[&id]).notification == Notification::OpenSession;
        let opens = opens_itself && self.agents[&agent_id].has_browser();
        if opens && self.try_move(id, Happening::Accepted, step) {
            self.confirm_seat(id, agent_id, step);
            return true;
        }
        false
    }

    pub(crate) fn offer_displayed(
        &mut self,
        id: ConversationId,
        session_id: SessionId,
        agent_id: AgentId,
        step: &mut Step,
    ) -> Result<Reply, Refusal> {
        self.check_agent(agent_id)?;
        let held = self.check_held(id)?;
        let session = check_session(held, Some(session_id), agent_id)?;
        if session.offer_expires_at.is_none() || session.offer_displayed_at.is_some() {
            return Ok(Reply::Done);
        }
        if let Some(session) = &mut self.edit_quietly(id).session {
            session.offer_displayed_at = Some(step.now);
        }
        self.save_session(id);
        Ok(Reply::Done)
    }

    pub(crate) fn accept_offer(
        &mut self,
        id: ConversationId,
        session_id: Option<SessionId>,
        agent_id: AgentId,
        step: &mut Step,
    ) -> Result<Reply, Refusal> {
        self.check_offer(id, session_id, agent_id, step)?;
        let accepted = self.check_move(id, Happening::Accepted)?;
        self.apply_move(id, accepted, step);
        self.agent_acts(agent_id, step.now);
        Ok(self.confirm_seat(id, agent_id, step))
    }

    pub(crate) fn reject_offer(
        &mut self,
        id: ConversationId,
        session_id: Option<SessionId>,
        agent_id: AgentId,
        step: &mut Step,
    ) -> Result<Reply, Refusal> {
        let held = self.check_offer(id, session_id, agent_id, step)?;
        if self.terms(held).notification == Notification::ScreenPopWithTimeout {
            return Err(Refusal::forbidden("reject_not_allowed", "this offer cannot be rejected"));
        }
        let rejected = self.check_move(id, Happening::Rejected)?;
        self.count_decline(id, agent_id, step);
        self.apply_move(id, rejected, step);
        self.agent_acts(agent_id, step.now);
        self.presence_after_reject(agent_id, step.now);
        Ok(Reply::Done)
    }

    /// The countdown has passed. What no browser could show stands a while longer, then goes to somebody else.
    pub(crate) fn offer_lapsed(&mut self, id: ConversationId, step: &mut Step) {
        let held = &self.conversations[&id];
        let Some(agent_id) = held.conversation.active_agent_id else { return };
        let never_shown = held.session.as_ref().is_some_and(|session| session.offer_displayed_at.is_none());
        let opens = self.terms(held).on_timeout == OfferTimeout::Accept && self.agents[&agent_id].has_browser();
        if opens && !never_shown && self.try_move(id, Happening::Accepted, step) {
            self.confirm_seat(id, agent_id, step);
            return;
        }
        let held = &self.conversations[&id];
        if held.offer_extended {
            self.try_move(id, Happening::OfferNeverShown, step);
        } else if never_shown && !self.agents[&agent_id].has_browser() {
            self.edit_quietly(id).offer_extended = true;
        } else {
            self.count_decline(id, agent_id, step);
            self.try_move(id, Happening::OfferTimedOut, step);
            self.presence_after_missed_offer(agent_id, step.now);
        }
    }

    /// An offer that stands, made to this agent.
    fn check_offer(
        &self,
        id: ConversationId,
        session_id: Option<SessionId>,
        agent_id: AgentId,
        step: &Step,
    ) -> Result<&Held, Refusal> {
        self.check_agent(agent_id)?;
        let held = self.check_held(id)?;
        let session = check_session(held, session_id, agent_id)?;
        let lapsed = session.offer_expires_at.is_some_and(|at| at <= step.now) && !held.offer_extended;
        if lapsed { Err(expired()) } else { Ok(held) }
    }

    /// Rejects, missed offers and conversations put back count alike: this agent ranks lower, and not at once again.
    pub(super) fn count_decline(&mut self, id: ConversationId, agent_id: AgentId, step: &Step) {
        let declines = &mut self.edit(id).declines;
        match declines.iter_mut().find(|declines| declines.agent_id == agent_id) {
            Some(former) => {
                former.count = former.count.saturating_add(1);
                former.last_at = step.now;
            }
            None => declines.push(AgentDeclines { agent_id, count: 1, last_at: step.now }),
        }
    }

    pub(super) fn tell_offer_ended(&mut self, session: &Session, agent_id: AgentId, end: OfferEnd) {
        let (conversation_id, session_id) = (session.conversation_id, session.id);
        let event = Event::OfferEnded { conversation_id, session_id, agent_id, end };
        self.tell(Some(conversation_id), Audience { agents: vec![agent_id], ..Audience::default() }, event);
    }
}

fn expired() -> Refusal {
    Refusal::conflict("offer_expired", "this offer no longer stands")
}

/// The open session, if it is the one that is meant and this agent's.
fn check_session(held: &Held, session_id: Option<SessionId>, agent_id: AgentId) -> Result<&Session, Refusal> {
    let session = held.session.as_ref().ok_or_else(expired)?;
    if session_id.is_some_and(|meant| meant != session.id) {
        return Err(expired());
    }
    match held.conversation.active_agent_id {
        Some(active) if active == agent_id => Ok(session),
        Some(_) => Err(moves::refusal(moves::State::Offered, Happening::Picked)),
        None => Err(expired()),
    }
}

pub(super) fn end_of(reason: ClosureReason) -> OfferEnd {
    match reason {
        ClosureReason::AgentReject => OfferEnd::Rejected,
        ClosureReason::AgentTimeout => OfferEnd::TimedOut,
        _ => OfferEnd::Withdrawn,
    }
}
