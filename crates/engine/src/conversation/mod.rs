//! A conversation's life: which moves there are is in `moves`, what each brings about is here, what starts them is in
//! one file per phase. Knows nothing of how an agent is chosen.

mod active;
mod announce;
mod bulk;
mod closing;
mod consult;
mod customer;
mod guests;
mod linking;
mod messages;
pub(crate) mod moves;
mod offer;
mod seat;
pub(crate) mod starting;
mod supervision;
pub(crate) mod terms;
mod transfer;
mod waiting;
mod wrap_up;

pub(crate) use messages::Words;
pub(crate) use starting::CONTEXT_VARIABLES_MAX;

use crate::deadlines::Slots;
use crate::routing::LinePlace;
use crate::segments::OpenSegment;
use crate::{Engine, Refusal, Step};
use frontdesk_model::{
    AgentId, ClosureReason, Conversation, ConversationId, ConversationStatus, Participant, ParticipantMode,
    QueuedBecause, Session, SessionStatus, Timestamp,
};
use moves::{Happening, Move, SessionFate, State};
use std::sync::Arc;

/// A conversation that is not closed, with all that belongs to it.
#[derive(Clone)]
pub(crate) struct Held {
    pub conversation: Arc<Conversation>,
    /// The one that is open; none while Waiting.
    pub session: Option<Session>,
    /// Those who have not left it.
    pub participants: Vec<Participant>,
    /// The countdown passed while no browser could show the offer: it stands until it is routed anew.
    pub offer_extended: bool,
    pub place: Option<LinePlace>,
    /// Its stay in a queue; none while Waiting.
    pub segment: Option<OpenSegment>,
    /// How its last session ended, since the engine knows it.
    pub session_closure: Option<ClosureReason>,
    pub deadlines: Slots,
}

impl Held {
    pub fn new(conversation: Arc<Conversation>) -> Held {
        Held {
            conversation,
            session: None,
            participants: Vec::new(),
            offer_extended: false,
            place: None,
            segment: None,
            session_closure: None,
            deadlines: Slots::default(),
        }
    }

    pub fn state(&self) -> State {
        match self.conversation.status {
            ConversationStatus::Open => State::Open,
            ConversationStatus::Active if self.is_accepted() => State::Active,
            ConversationStatus::Active => State::Offered,
            ConversationStatus::Waiting => State::Waiting,
            ConversationStatus::WrapUp => State::WrapUp { begun: self.conversation.status_reason },
            ConversationStatus::Closed => State::Closed,
        }
    }

    fn is_accepted(&self) -> bool {
        self.session.as_ref().is_none_or(|session| session.agent_accepted_at.is_some())
    }
}

impl Engine {
    pub(crate) fn check_held(&self, id: ConversationId) -> Result<&Held, Refusal> {
        self.conversations.get(&id).map(Box::as_ref).ok_or_else(|| {
            Refusal::not_found("conversation_not_found", format!("there is no conversation {id} that is not closed"))
        })
    }

    /// The conversation, if this agent may act and it is theirs.
    fn check_assigned(&self, id: ConversationId, agent_id: AgentId) -> Result<&Held, Refusal> {
        self.check_agent(agent_id)?;
        let held = self.check_held(id)?;
        if held.conversation.active_agent_id != Some(agent_id) {
            return Err(Refusal::forbidden("not_assigned_to_you", "this conversation is not assigned to you"));
        }
        Ok(held)
    }

    fn check_move(&self, id: ConversationId, happening: Happening) -> Result<Move, Refusal> {
        let held = self.check_held(id)?;
        moves::next(held.state(), happening, held.conversation.mode)
            .ok_or_else(|| moves::refusal(held.state(), happening))
    }

    /// For what happens by itself: a move that does not exist is no move.
    pub(crate) fn try_move(&mut self, id: ConversationId, happening: Happening, step: &mut Step) -> bool {
        let Ok(found) = self.check_move(id, happening) else { return false };
        self.apply_move(id, found, step);
        true
    }

    fn apply_move(&mut self, id: ConversationId, next: Move, step: &mut Step) {
        self.account_time(id, &next, step.now);
        let why = comes_back(self.conversations[&id].conversation.status, &next);
        match next.session {
            SessionFate::Stays => {}
            SessionFate::Opens => self.open_session(id, step),
            SessionFate::Closes(reason) => self.end_session(id, reason, step.now),
            SessionFate::Renews(reason) => {
                self.end_session(id, reason, step.now);
                self.open_session(id, step);
            }
        }
        self.enter(id, &next, step.now);
        if let Some(why) = why {
            self.note_queued(id, why, step.now);
        }
    }

    /// Talk lasts from acceptance to wrap-up or to the end of the session, wrap-up until the close.
    fn account_time(&mut self, id: ConversationId, next: &Move, now: Timestamp) {
        let held = &self.conversations[&id];
        match held.state() {
            State::Active if next.to != ConversationStatus::Active || next.session != SessionFate::Stays => {
                let accepted_at = held.session.as_ref().and_then(|session| session.agent_accepted_at);
                self.edit(id).talk_ms += accepted_at.map_or(0, |at| now.since(at));
            }
            State::WrapUp { .. } => {
                let begun_at = held.conversation.wrap_up_started_at;
                self.edit(id).wrap_up_ms += begun_at.map_or(0, |at| now.since(at));
            }
            _ => {}
        }
    }

    fn enter(&mut self, id: ConversationId, next: &Move, now: Timestamp) {
        use ConversationStatus::*;
        let conversation = self.edit(id);
        let former = conversation.status;
        if former != next.to {
            conversation.status_changed_at = now;
        }
        conversation.status = next.to;
        conversation.status_reason = next.reason;
        conversation.modified_at = now;
        match next.to {
            Open if !next.keeps_place || former == Waiting => conversation.queued_at = Some(now),
            WrapUp => conversation.wrap_up_started_at = Some(now),
            Closed => {
                conversation.closed_at = Some(now);
                conversation.abandoned = !conversation.accepted;
                let created_at = conversation.created_at;
                conversation.first_wait_ms.get_or_insert_with(|| now.since(created_at));
            }
            _ => {}
        }
        conversation.list_agent_id = list_agent(conversation);
    }

    /// A new search for an agent.
    fn open_session(&mut self, id: ConversationId, step: &mut Step) {
        let session_id = step.ids.next().into();
        let conversation = self.edit(id);
        conversation.last_session_id = Some(session_id);
        let session = Session {
            id: session_id,
            conversation_id: id,
            queue_id: conversation.queue_id,
            channel: conversation.channel,
            status: SessionStatus::Open,
            created_at: step.now,
            queue_assigned_at: conversation.queue_id.map(|_| step.now),
            agent_id: None,
            agent_assigned_at: None,
            offer_displayed_at: None,
            offer_expires_at: None,
            agent_accepted_at: None,
            closed_at: None,
            closure_reason: None,
        };
        self.outbox.save_session(&session);
        let held = self.edit_quietly(id);
        held.session = Some(session);
        held.offer_extended = false;
    }

    /// Closes the session, frees its agent's capacity at once and sends everyone out of it.
    fn end_session(&mut self, id: ConversationId, reason: ClosureReason, now: Timestamp) {
        self.give_back(id, now);
        let agent_id = self.unseat(id);
        let held = self.edit_quietly(id);
        held.offer_extended = false;
        let participants = std::mem::take(&mut held.participants);
        let session = held.session.take();
        for participant in participants {
            self.see_off(participant, reason, now);
        }
        self.segment_session_ends(id, reason);
        let Some(mut session) = session else { return };
        let offered = session.offer_expires_at.take().is_some();
        session.status = SessionStatus::Completed;
        session.closed_at = Some(now);
        session.closure_reason = Some(reason);
        self.outbox.save_session(&session);
        let Some(agent_id) = agent_id else { return };
        if offered {
            self.tell_offer_ended(&session, agent_id, offer::end_of(reason));
        }
        if session.agent_accepted_at.is_some() {
            self.count_sessions(agent_id, -1, now);
            self.presence_after_accept_or_close(agent_id, now);
        }
    }

    /// The one primary participant of the open session.
    fn primary(&mut self, id: ConversationId) -> Option<&mut Participant> {
        let held = self.edit_quietly(id);
        held.participants.iter_mut().find(|participant| participant.mode == ParticipantMode::Primary)
    }
}

/// Why it is in its queue again without anybody's having sent it there; who sends it writes that down.
fn comes_back(from: ConversationStatus, next: &Move) -> Option<QueuedBecause> {
    use ClosureReason::{AgentTransferToQueue, SupervisorAssignToQueue};
    if next.to != ConversationStatus::Open || from == ConversationStatus::Open {
        return None;
    }
    match next.session {
        SessionFate::Renews(AgentTransferToQueue | SupervisorAssignToQueue) => None,
        SessionFate::Opens => Some(QueuedBecause::CustomerWrote),
        _ => Some(QueuedBecause::Returned),
    }
}

/// In whose lists it is.
fn list_agent(conversation: &Conversation) -> Option<AgentId> {
    match conversation.status {
        ConversationStatus::Open => None,
        ConversationStatus::Active | ConversationStatus::WrapUp => conversation.active_agent_id,
        ConversationStatus::Waiting | ConversationStatus::Closed => conversation.last_agent_id,
    }
}
