//! What is allowed is done, what is not is refused, said from the state before. Knows the contract, in the shortest
//! words; where the contract leaves it open, either answer will do.

mod others;
mod reply;
mod rights;
mod set_up;
mod subject;

use super::{Broken, Memory, Promise, Turn, ensure};
use frontdesk_engine::{BulkAct, Input, NewConversation, RefusalKind};
use frontdesk_model::*;
use subject::{agent_of, text_of};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Expected {
    Done,
    Refused,
    /// Refused, and with a reason of this kind.
    RefusedAs(RefusalKind),
    Either,
}

pub fn check_answer(turn: &Turn<'_>, _: &mut Memory) -> Result<(), Broken> {
    let (Some(input), Some(answer)) = (turn.input(), turn.answer) else { return Ok(()) };
    let expected = Before { turn }.expect(input);
    let right = match (expected, answer) {
        (Expected::Either, _) | (Expected::Done, Ok(_)) | (Expected::Refused, Err(_)) => true,
        (Expected::RefusedAs(kind), Err(refusal)) => refusal.kind == kind,
        _ => false,
    };
    ensure(right, Promise::AnswersAreRight, || {
        format!(
            "{input:?}\n  expected {expected:?}, answered {answer:?}\n  {:?}",
            input.conversation_id().map(|id| turn.before(id))
        )
    })?;
    answer.as_ref().map_or(Ok(()), |reply| reply::check(turn, input, reply))
}

/// Judges from the state before the call.
struct Before<'a> {
    turn: &'a Turn<'a>,
}

/// A conversation that is not closed, as it was before the call.
struct Found<'a> {
    conversation: &'a Conversation,
    session: Option<&'a Session>,
    accepted: bool,
}

impl Found<'_> {
    fn belongs_to(&self, agent: AgentId) -> bool {
        self.conversation.active_agent_id == Some(agent)
    }

    fn is_in_conversation(&self) -> bool {
        self.conversation.status == ConversationStatus::Active && self.accepted
    }

    fn is_served_by(&self, agent: AgentId) -> bool {
        self.belongs_to(agent) && self.is_in_conversation()
    }

    fn is_wrapped_up_by(&self, agent: AgentId) -> bool {
        self.belongs_to(agent) && self.conversation.status == ConversationStatus::WrapUp
    }

    /// The session that is open, and this agent's, and the one that was named, if one was.
    fn is_session_of(&self, agent: AgentId, named: Option<SessionId>) -> bool {
        let open = self.session.filter(|session| session.status == SessionStatus::Open);
        self.belongs_to(agent) && open.is_some_and(|session| named.is_none_or(|named| named == session.id))
    }
}

fn only_if(allowed: bool) -> Expected {
    if allowed { Expected::Done } else { Expected::Refused }
}

impl Before<'_> {
    fn expect(&self, input: &Input) -> Expected {
        if let Some(expected) = self.expect_of_agent(input) {
            return expected;
        }
        let text = text_of(input);
        match input.conversation_id() {
            None => self.expect_elsewhere(input),
            Some(id) => match (self.turn.before(id), input) {
                (None, Input::StartConversation(new)) => self.expect_start(new),
                // Whoever may not do this at all need not hear what there is.
                (None, _) if others::is_supervision(input) => Expected::Refused,
                (None, _) => Expected::RefusedAs(RefusalKind::NotFound),
                // Screens may lag behind a close; who keeps no closed conversations may say that there is none.
                (Some(conversation), _) if conversation.status == ConversationStatus::Closed => Expected::Refused,
                (Some(_), _) if text.is_some_and(|text| self.is_no_text(text)) => {
                    Expected::RefusedAs(RefusalKind::Invalid)
                }
                (Some(conversation), _) => {
                    let session = self.turn.session_of(conversation);
                    let accepted = session.is_some_and(|session| session.agent_accepted_at.is_some());
                    self.expect_of_open(input, &Found { conversation, session, accepted })
                }
            },
        }
    }

    /// Strangers and those who left do nothing here.
    fn expect_of_agent(&self, input: &Input) -> Option<Expected> {
        let leaves = matches!(input, Input::AgentDisconnected { .. } | Input::AgentSignedOut { .. });
        match self.turn.record.agents.get(&agent_of(input)?) {
            None => Some(Expected::RefusedAs(RefusalKind::NotFound)),
            Some(agent) if !agent.active && !leaves => Some(Expected::Refused),
            Some(_) => None,
        }
    }

    fn expect_of_open(&self, input: &Input, found: &Found<'_>) -> Expected {
        use ConversationStatus::{Active, WrapUp};
        let Found { conversation, .. } = *found;
        let (status, live_chat) = (conversation.status, conversation.mode.is_live_chat());
        match input {
            Input::CustomerConnected { .. } | Input::CustomerDisconnected { .. } => Expected::Done,
            // What has ended stays so in live chat; elsewhere the agent who wraps up sees it.
            Input::CustomerMessage { .. } => only_if(status != WrapUp || !live_chat),
            Input::CustomerEnd { .. } => only_if(live_chat && status != WrapUp),
            Input::CustomerMarks { delivered, read, .. } => {
                only_if(*delivered.max(read) <= conversation.last_message_number)
            }
            Input::AgentMarks { agent_id, delivered, read, .. } => {
                only_if(found.belongs_to(*agent_id) && *delivered.max(read) <= conversation.last_message_number)
            }
            Input::AgentMessage { agent_id, visibility: Visibility::Public, .. } => {
                let guest =
                    self.guest(conversation.id, *agent_id).is_some_and(|guest| guest.public && others::advises(guest));
                only_if(found.is_served_by(*agent_id) || (guest && found.is_in_conversation()))
            }
            Input::AgentMessage { agent_id, visibility: Visibility::Internal, .. } => {
                let theirs = found.belongs_to(*agent_id) || conversation.list_agent_id == Some(*agent_id);
                let guest = self.guest(conversation.id, *agent_id).is_some_and(others::advises);
                only_if(theirs || guest || self.oversees(*agent_id))
            }
            Input::OfferDisplayed { session_id, agent_id, .. } => {
                only_if(found.is_session_of(*agent_id, Some(*session_id)))
            }
            Input::AcceptOffer { session_id, agent_id, .. } => self.expect_offer(found, *agent_id, *session_id),
            Input::RejectOffer { session_id, agent_id, .. } => {
                if self.can_be_rejected(conversation) {
                    self.expect_offer(found, *agent_id, *session_id)
                } else {
                    Expected::Refused
                }
            }
            Input::Pick { agent_id, .. } => self.expect_pick(found, *agent_id),
            Input::EndConversation { agent_id, .. } | Input::Release { agent_id, .. } => {
                only_if(found.is_served_by(*agent_id))
            }
            Input::CloseSession { agent_id, .. } => {
                only_if(found.is_served_by(*agent_id) || found.is_wrapped_up_by(*agent_id))
            }
            Input::TransferToAgent { agent_id, to_agent_id, .. } => {
                let by_supervisor = !found.belongs_to(*agent_id);
                let within = !by_supervisor || self.serves(conversation, *to_agent_id);
                let overseer = self.oversees(*agent_id) && self.turn.record.settings().supervisors.transfer;
                let waits = by_supervisor && status == ConversationStatus::Waiting && overseer;
                let may = waits || self.may_transfer(found, *agent_id);
                only_if(may && within && self.is_reachable(conversation, *to_agent_id))
            }
            Input::TransferToQueue { agent_id, to_queue_id, .. } => {
                only_if(self.may_transfer(found, *agent_id) && self.turn.record.queues.contains_key(to_queue_id))
            }
            Input::LinkCustomer { agent_id, .. } | Input::LinkCase { agent_id, .. } => {
                only_if(status == Active && self.is_theirs(found, *agent_id))
            }
            Input::UnlinkCustomer { agent_id, customer, .. } => {
                let linked = conversation.customer == Some(*customer);
                only_if(linked && status == Active && self.is_theirs(found, *agent_id))
            }
            Input::UnlinkCase { agent_id, case_id, .. } => {
                let linked = conversation.case_id == Some(*case_id);
                only_if(linked && status == Active && self.is_theirs(found, *agent_id))
            }
            Input::StartConversation(_) => Expected::Refused,
            Input::ConsultAgent { .. }
            | Input::ConsultQueue { .. }
            | Input::AcceptConsult { .. }
            | Input::RejectConsult { .. }
            | Input::AddToPublic { .. }
            | Input::RemoveConsultant { .. }
            | Input::Leave { .. } => self.expect_advice(input, found),
            Input::AssignToAgent { .. }
            | Input::AssignToQueue { .. }
            | Input::ForceClose { .. }
            | Input::Monitor { .. }
            | Input::Join { .. } => self.expect_supervision(input, found),
            Input::Bulk(_)
            | Input::ResetPresence { .. }
            | Input::SetPresence { .. }
            | Input::AgentConnected { .. }
            | Input::AgentDisconnected { .. }
            | Input::AgentSignedOut { .. }
            | Input::Configure(_)
            | Input::LookAtLine { .. }
            | Input::PutRecord(_) => Expected::Either,
        }
    }

    fn expect_offer(&self, found: &Found<'_>, agent: AgentId, named: Option<SessionId>) -> Expected {
        if found.is_in_conversation() || !found.is_session_of(agent, named) {
            return Expected::Refused;
        }
        let stands = found.session.and_then(|session| session.offer_expires_at).is_some_and(|at| self.turn.now < at);
        // What no browser could show stands for longer.
        if found.conversation.status != ConversationStatus::Active {
            Expected::Refused
        } else if stands {
            Expected::Done
        } else {
            Expected::Either
        }
    }

    fn can_be_rejected(&self, conversation: &Conversation) -> bool {
        let workstream = self.turn.record.workstreams.get(&conversation.workstream_id);
        workstream.is_some_and(|workstream| workstream.notification != Notification::ScreenPopWithTimeout)
    }

    fn expect_pick(&self, found: &Found<'_>, agent: AgentId) -> Expected {
        let Found { conversation, .. } = *found;
        match conversation.status {
            // To pick what is on offer to oneself is to accept it.
            ConversationStatus::Active => self.expect_offer(found, agent, None),
            ConversationStatus::Open => only_if(self.oversees(agent) || self.may_pick(conversation, agent)),
            ConversationStatus::Waiting => only_if(self.oversees(agent) || conversation.list_agent_id == Some(agent)),
            ConversationStatus::WrapUp | ConversationStatus::Closed => Expected::Refused,
        }
    }

    fn expect_start(&self, new: &NewConversation) -> Expected {
        let record = self.turn.record;
        let workstream = record.workstreams.contains_key(&new.workstream_id);
        let queue = new.queue_id.is_none_or(|queue| record.queues.contains_key(&queue));
        if workstream && queue { Expected::Done } else { Expected::RefusedAs(RefusalKind::NotFound) }
    }

    fn expect_elsewhere(&self, input: &Input) -> Expected {
        let record = self.turn.record;
        match input {
            Input::SetPresence { presence_id, .. } => {
                only_if(record.presences.get(presence_id).is_some_and(|presence| presence.settable))
            }
            Input::AgentConnected { .. } | Input::AgentSignedOut { .. } => Expected::Done,
            Input::ResetPresence { agent_id, of_agent_id, presence_id } => {
                let presence = record.presences.get(presence_id).filter(|presence| presence.settable);
                let active = record.agents.get(of_agent_id).is_some_and(|agent| agent.active);
                let connected = self.turn.workplaces.has_browser(*of_agent_id);
                let fits = presence.is_some_and(|presence| connected || presence.base == BasePresence::Offline);
                only_if(self.oversees(*agent_id) && active && fits)
            }
            Input::Bulk(bulk) => {
                let rights = record.settings().supervisors;
                let right = match bulk.act {
                    BulkAct::AssignToAgent { .. } | BulkAct::AssignToQueue { .. } => rights.assign,
                    BulkAct::TransferToAgent { .. } | BulkAct::TransferToQueue { .. } => rights.transfer,
                    BulkAct::ForceClose => rights.force_close,
                    BulkAct::MessageCustomers { ref text } | BulkAct::NotifyAgents { ref text } => {
                        !self.is_no_text(text)
                    }
                };
                let known = record.agents.get(&bulk.agent_id).is_some_and(|agent| agent.active);
                only_if(right && known && self.oversees(bulk.agent_id) && !bulk.conversations.is_empty())
            }
            Input::LookAtLine { .. } => Expected::Done,
            Input::Configure(edits) => self.expect_edits(edits),
            Input::PutRecord(_) => Expected::Done,
            _ => Expected::Either,
        }
    }

    fn is_no_text(&self, text: &str) -> bool {
        let longest = self.turn.record.settings().message_characters_max as usize;
        text.trim().is_empty() || text.chars().count() > longest
    }
}
