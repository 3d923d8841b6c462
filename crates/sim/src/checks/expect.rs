//! What is allowed is done, what is not is refused, said from the state before. Knows the contract, in the shortest
//! words; where the contract leaves it open, either answer will do.

use super::{Broken, Memory, Promise, Turn, ensure};
use crate::naive::{is_blocked, place, profile_room};
use frontdesk_engine::{BulkAct, Input, NewConversation, RefusalKind, Reply, WaitingPlace};
use frontdesk_model::*;

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
            conversation_of(input).map(|id| turn.before(id))
        )
    })?;
    answer.as_ref().map_or(Ok(()), |reply| check_reply(turn, input, reply))
}

/// The reply says what the rows say.
fn check_reply(turn: &Turn<'_>, input: &Input, reply: &Reply) -> Result<(), Broken> {
    let record = turn.record;
    let right = match (input, reply) {
        (Input::StartConversation(new), Reply::Started { conversation_id }) => new.id == *conversation_id,
        (
            Input::CustomerMessage { .. } | Input::AgentMessage { .. },
            Reply::MessageStored { conversation_id, number, public_number, sent_at },
        ) => turn.changes.messages.iter().any(|message| {
            message.conversation_id == *conversation_id
                && message.number == *number
                && message.public_number == *public_number
                && message.sent_at == *sent_at
        }),
        (Input::Pick { .. } | Input::AcceptOffer { .. }, Reply::SessionOpened { conversation_id, session_id }) => {
            let session = record.open_session(*conversation_id);
            session.is_some_and(|session| session.id == *session_id && session.agent_accepted_at.is_some())
        }
        (Input::StartConversation(_) | Input::CustomerMessage { .. } | Input::AgentMessage { .. }, _) => false,
        (Input::Pick { .. } | Input::AcceptOffer { .. }, _) => false,
        (Input::LookAtLine { conversation_ids }, Reply::Line { places }) => {
            check_places(turn, conversation_ids, places)?;
            true
        }
        (Input::Bulk(bulk), Reply::Bulk { answers }) => {
            bulk.conversations.iter().eq(answers.iter().map(|answer| &answer.conversation_id))
        }
        (
            Input::ConsultAgent { .. }
            | Input::ConsultQueue { .. }
            | Input::AcceptConsult { .. }
            | Input::Monitor { .. }
            | Input::Join { .. },
            Reply::TakesPart { conversation_id, participant_id },
        ) => {
            let all = record.participants.get(conversation_id);
            all.is_some_and(|all| all.iter().any(|one| one.id == *participant_id && one.left_at.is_none()))
        }
        (_, Reply::Done) => true,
        _ => false,
    };
    ensure(right, Promise::AnswersAreRight, || format!("{input:?}\n  answered {reply:?}"))
}

/// Counted: how many stand before each, and how many there are.
fn check_places(turn: &Turn<'_>, asked: &[ConversationId], told: &[WaitingPlace]) -> Result<(), Broken> {
    let record = turn.record;
    let waits = |one: &&std::sync::Arc<Conversation>| one.status == ConversationStatus::Open;
    let mut expected = Vec::new();
    for conversation in asked.iter().filter_map(|id| record.conversations.get(id)).filter(waits) {
        if !conversation.mode.is_live_chat() {
            continue;
        }
        let same_queue = |other: &&std::sync::Arc<Conversation>| other.queue_id == conversation.queue_id;
        let line: Vec<_> = record.conversations.values().filter(waits).filter(same_queue).collect();
        let own = place(record, conversation);
        let before = line.iter().filter(|other| place(record, other) < own).count();
        expected.push(WaitingPlace { conversation_id: conversation.id, position: before + 1, waiting: line.len() });
    }
    ensure(told == expected, Promise::PositionsAreCounted, || format!("told {told:?}\n  counted {expected:?}"))
}

impl Turn<'_> {
    /// The conversation as it was before this call.
    pub fn before(&self, id: ConversationId) -> Option<&Conversation> {
        match self.changes.conversations.iter().find(|change| change.after.id == id) {
            Some(change) => change.before.as_deref(),
            None => self.record.find(id).map(|conversation| &**conversation),
        }
    }

    /// The session that was this image's last, as it was before the call; one that is newer, as it is now.
    pub fn session_of(&self, image: &Conversation) -> Option<&Session> {
        let id = image.last_session_id?;
        match self.changes.sessions.iter().find(|change| change.after.id == id) {
            Some(change) => change.before.as_ref().or(Some(&change.after)),
            None => self.record.sessions.get(&image.id)?.iter().rev().find(|session| session.id == id),
        }
    }

    pub fn status_before(&self, id: AgentId) -> Option<&AgentStatus> {
        match self.changes.statuses.iter().find(|change| change.after.agent_id == id) {
            Some(change) => change.before.as_ref(),
            None => self.record.statuses.get(&id),
        }
    }
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

fn is_supervision(input: &Input) -> bool {
    matches!(
        input,
        Input::AssignToAgent { .. }
            | Input::AssignToQueue { .. }
            | Input::ForceClose { .. }
            | Input::Monitor { .. }
            | Input::Join { .. }
    )
}

/// Not one who merely reads along.
fn advises(guest: &Participant) -> bool {
    guest.mode == ParticipantMode::Consult && guest.joined_at.is_some()
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
        match conversation_of(input) {
            None => self.expect_elsewhere(input),
            Some(id) => match (self.turn.before(id), input) {
                (None, Input::StartConversation(new)) => self.expect_start(new),
                // Whoever may not do this at all need not hear what there is.
                (None, _) if is_supervision(input) => Expected::Refused,
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
                let guest = self.guest(conversation.id, *agent_id).is_some_and(|guest| guest.public && advises(guest));
                only_if(found.is_served_by(*agent_id) || (guest && found.is_in_conversation()))
            }
            Input::AgentMessage { agent_id, visibility: Visibility::Internal, .. } => {
                let theirs = found.belongs_to(*agent_id) || conversation.list_agent_id == Some(*agent_id);
                let guest = self.guest(conversation.id, *agent_id).is_some_and(advises);
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

    /// Between the agent whose it is and those they invite; what guests may do by themselves.
    fn expect_advice(&self, input: &Input, found: &Found<'_>) -> Expected {
        let id = found.conversation.id;
        let consultants = || self.guests(id).into_iter().filter(|guest| guest.mode == ParticipantMode::Consult).count();
        match input {
            Input::ConsultAgent { agent_id, to_agent_id, .. } => only_if(
                found.is_served_by(*agent_id)
                    && consultants() < 5
                    && self.guest(id, *to_agent_id).is_none()
                    && self.is_reachable(found.conversation, *to_agent_id),
            ),
            Input::ConsultQueue { agent_id, to_queue_id, .. } => {
                let queue = self.turn.record.queues.get(to_queue_id);
                let free = |member: &&AgentId| {
                    self.guest(id, **member).is_none() && self.is_reachable(found.conversation, **member)
                };
                let somebody = queue.is_some_and(|queue| queue.members.iter().any(|member| free(&member)));
                only_if(found.is_served_by(*agent_id) && consultants() < 5 && somebody)
            }
            Input::AcceptConsult { agent_id, participant_id, .. }
            | Input::RejectConsult { agent_id, participant_id, .. } => {
                let invited = self.guest(id, *agent_id);
                only_if(invited.is_some_and(|guest| guest.id == *participant_id && guest.joined_at.is_none()))
            }
            Input::AddToPublic { agent_id, participant_id, .. } => {
                let guest = self.consultant(id, *participant_id);
                let can_be = guest.is_some_and(|guest| guest.joined_at.is_some() && !guest.public);
                only_if(found.belongs_to(*agent_id) && can_be)
            }
            Input::RemoveConsultant { agent_id, participant_id, .. } => {
                only_if(found.belongs_to(*agent_id) && self.consultant(id, *participant_id).is_some())
            }
            Input::Leave { agent_id, .. } => only_if(self.guest(id, *agent_id).is_some()),
            _ => Expected::Either,
        }
    }

    /// Each is a switch of the organisation.
    fn expect_supervision(&self, input: &Input, found: &Found<'_>) -> Expected {
        use ConversationStatus::{Active, Open, WrapUp};
        let rights = self.turn.record.settings().supervisors;
        let conversation = found.conversation;
        let may = |agent: &AgentId, right: bool| right && self.oversees(*agent);
        match input {
            Input::AssignToAgent { agent_id, to_agent_id, regardless, .. } => {
                let there = self.turn.record.agents.get(to_agent_id).is_some_and(|agent| agent.active);
                let fits = *regardless || self.would_fit(conversation, *to_agent_id);
                only_if(may(agent_id, rights.assign) && conversation.status == Open && there && fits)
            }
            Input::AssignToQueue { agent_id, to_queue_id, .. } => {
                let other = conversation.queue_id != Some(*to_queue_id);
                let served = self.turn.record.queues.get(to_queue_id).is_some_and(|queue| self.is_staffed(queue));
                only_if(may(agent_id, rights.assign) && conversation.status == Open && other && served)
            }
            Input::ForceClose { agent_id, .. } => {
                only_if(may(agent_id, rights.force_close) && !found.belongs_to(*agent_id))
            }
            Input::Monitor { agent_id, .. } => {
                let there = matches!(conversation.status, Active | WrapUp);
                let new = !found.belongs_to(*agent_id) && self.guest(conversation.id, *agent_id).is_none();
                only_if(may(agent_id, rights.monitor) && there && new)
            }
            Input::Join { agent_id, .. } => {
                let guest = self.guest(conversation.id, *agent_id);
                let new = guest.is_none_or(|guest| guest.mode == ParticipantMode::Monitor);
                let theirs = found.belongs_to(*agent_id);
                only_if(may(agent_id, rights.monitor) && found.is_in_conversation() && new && !theirs)
            }
            _ => Expected::Either,
        }
    }

    /// Connected, in a presence that takes it, with room.
    fn would_fit(&self, conversation: &Conversation, agent: AgentId) -> bool {
        let record = self.turn.record;
        let (Some(found), Some(status)) = (record.agents.get(&agent), self.turn.status_before(agent)) else {
            return false;
        };
        let Some(workstream) = record.workstreams.get(&conversation.workstream_id) else { return false };
        let mut profiles = workstream.capacity_profiles.iter().chain(&conversation.demand.capacity_profiles);
        let room =
            |profile: &CapacityProfileId| profile_room(record, found, status, *profile).is_some_and(|room| room > 0);
        self.turn.workplaces.has_browser(agent)
            && workstream.allowed_presences.contains(&status.base)
            && status.available_units >= i64::from(workstream.capacity_units)
            && profiles.all(room)
            && !is_blocked(record, found, status)
    }

    fn is_staffed(&self, queue: &Queue) -> bool {
        let works = |member: &AgentId| self.turn.record.agents.get(member).is_some_and(|agent| agent.active);
        queue.members.iter().any(works)
    }

    /// Who took part beside the agent whose it was, before this call.
    fn guests(&self, id: ConversationId) -> Vec<&Participant> {
        let changes = &self.turn.changes.participants;
        let before = |now: &'_ Participant| changes.iter().find(|change| change.after.id == now.id);
        let all = self.turn.record.participants.get(&id).into_iter().flatten();
        let known = all.filter_map(|now| match before(now) {
            Some(change) => change.before.as_ref(),
            None => Some(now),
        });
        known.filter(|one| one.left_at.is_none() && one.mode != ParticipantMode::Primary).collect()
    }

    fn guest(&self, id: ConversationId, agent: AgentId) -> Option<&Participant> {
        self.guests(id).into_iter().find(|guest| guest.agent_id == agent)
    }

    /// One who was asked for advice, not a supervisor who joined.
    fn consultant(&self, id: ConversationId, participant: ParticipantId) -> Option<&Participant> {
        let guest = self.guests(id).into_iter().find(|guest| guest.id == participant);
        guest.filter(|guest| guest.assign_reason.as_deref() == Some("AgentConsult"))
    }

    fn serves(&self, conversation: &Conversation, agent: AgentId) -> bool {
        let queue = conversation.queue_id.and_then(|id| self.turn.record.queues.get(&id));
        queue.is_some_and(|queue| queue.members.contains(&agent))
    }

    fn may_pick(&self, conversation: &Conversation, agent: AgentId) -> bool {
        let record = self.turn.record;
        let queue = conversation.queue_id.and_then(|id| record.queues.get(&id));
        let workstream = record.workstreams.get(&conversation.workstream_id);
        queue.is_some_and(|queue| queue.members.contains(&agent))
            && workstream.is_some_and(|w| w.distribution == DistributionMode::Pick || w.pick_from_push)
    }

    fn may_transfer(&self, found: &Found<'_>, agent: AgentId) -> bool {
        let overseer = self.oversees(agent) && self.turn.record.settings().supervisors.transfer;
        found.is_in_conversation() && (found.belongs_to(agent) || overseer)
    }

    fn is_reachable(&self, conversation: &Conversation, agent: AgentId) -> bool {
        let base = self.turn.status_before(agent).map(|status| status.base);
        self.turn.record.agents.get(&agent).is_some_and(|agent| agent.active)
            && conversation.active_agent_id != Some(agent)
            && matches!(base, Some(BasePresence::Available | BasePresence::Busy))
    }

    fn is_theirs(&self, found: &Found<'_>, agent: AgentId) -> bool {
        found.belongs_to(agent) || self.oversees(agent)
    }

    fn oversees(&self, agent: AgentId) -> bool {
        self.turn.record.agents.get(&agent).is_some_and(|agent| agent.role.oversees())
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

    /// All or nothing. What rules may say, and what may be deleted, is put to the test where the set-up is.
    fn expect_edits(&self, edits: &SetUpEdits) -> Expected {
        let expected = edits.edits.iter().map(|edit| match edit {
            SetUpEdit::Put { piece, .. } => self.expect_piece(piece),
            SetUpEdit::Delete { .. } => Expected::Either,
        });
        expected.fold(Expected::Done, |all, one| match (all, one) {
            (Expected::Refused, _) | (_, Expected::Refused) => Expected::Refused,
            (Expected::Done, one) => one,
            (all, _) => all,
        })
    }

    fn expect_piece(&self, piece: &SetUpPiece) -> Expected {
        let record = self.turn.record;
        let open = |hours: &OperatingHoursId| record.operating_hours.contains_key(hours);
        match piece {
            SetUpPiece::Agent(agent) => {
                let skills = agent.skills.iter().all(|skill| record.skills.contains_key(&skill.skill_id));
                let mut profiles = agent.capacity_profiles.iter().map(|profile| profile.profile_id);
                let profiles = profiles.all(|profile| record.capacity_profiles.contains_key(&profile));
                only_if(skills && profiles && agent.operating_hours_id.iter().all(open))
            }
            SetUpPiece::Queue(queue) => self.expect_queue(queue),
            SetUpPiece::Workstream(workstream) => {
                let former = record.workstreams.get(&workstream.id);
                let same_distribution = former.is_none_or(|former| former.distribution == workstream.distribution);
                let mut profiles = workstream.capacity_profiles.iter();
                let profiles = profiles.all(|profile| record.capacity_profiles.contains_key(profile));
                only_if(same_distribution && profiles && record.queues.contains_key(&workstream.fallback_queue_id))
            }
            SetUpPiece::Ruleset(_) => Expected::Either,
            _ => Expected::Done,
        }
    }

    /// Where work may be sent to a queue that nobody serves, either answer will do.
    fn expect_queue(&self, queue: &Queue) -> Expected {
        let record = self.turn.record;
        let members = queue.members.iter().all(|member| record.agents.contains_key(member));
        let hours = queue.operating_hours_id.iter().all(|hours| record.operating_hours.contains_key(hours));
        let waiting = queue.overflow_waiting.iter().map(|overflow| overflow.action);
        let mut targets = queue.overflow_before.iter().map(|overflow| overflow.action).chain(waiting);
        let (mut there, mut served) = (true, !queue.members.is_empty());
        targets.by_ref().for_each(|action| {
            if let OverflowAction::TransferToQueue { queue_id } = action {
                let target = record.queues.get(&queue_id);
                there &= target.is_some();
                served &= target.is_some_and(|target| !target.members.is_empty());
            }
        });
        if members && hours && there && !served { Expected::Either } else { only_if(members && hours && there) }
    }

    fn is_no_text(&self, text: &str) -> bool {
        let longest = self.turn.record.settings().message_characters_max as usize;
        text.trim().is_empty() || text.chars().count() > longest
    }
}

fn conversation_of(input: &Input) -> Option<ConversationId> {
    Some(match input {
        Input::StartConversation(new) => new.id,
        Input::CustomerMessage { conversation_id, .. }
        | Input::CustomerEnd { conversation_id }
        | Input::CustomerConnected { conversation_id }
        | Input::CustomerDisconnected { conversation_id }
        | Input::CustomerMarks { conversation_id, .. }
        | Input::AgentMessage { conversation_id, .. }
        | Input::AgentMarks { conversation_id, .. }
        | Input::OfferDisplayed { conversation_id, .. }
        | Input::AcceptOffer { conversation_id, .. }
        | Input::RejectOffer { conversation_id, .. }
        | Input::Pick { conversation_id, .. }
        | Input::EndConversation { conversation_id, .. }
        | Input::CloseSession { conversation_id, .. }
        | Input::Release { conversation_id, .. }
        | Input::TransferToAgent { conversation_id, .. }
        | Input::TransferToQueue { conversation_id, .. }
        | Input::LinkCustomer { conversation_id, .. }
        | Input::LinkCase { conversation_id, .. }
        | Input::UnlinkCustomer { conversation_id, .. }
        | Input::UnlinkCase { conversation_id, .. }
        | Input::ConsultAgent { conversation_id, .. }
        | Input::ConsultQueue { conversation_id, .. }
        | Input::AcceptConsult { conversation_id, .. }
        | Input::RejectConsult { conversation_id, .. }
        | Input::AddToPublic { conversation_id, .. }
        | Input::RemoveConsultant { conversation_id, .. }
        | Input::Leave { conversation_id, .. }
        | Input::AssignToAgent { conversation_id, .. }
        | Input::AssignToQueue { conversation_id, .. }
        | Input::ForceClose { conversation_id, .. }
        | Input::Monitor { conversation_id, .. }
        | Input::Join { conversation_id, .. } => *conversation_id,
        Input::Bulk(_)
        | Input::ResetPresence { .. }
        | Input::SetPresence { .. }
        | Input::AgentConnected { .. }
        | Input::AgentDisconnected { .. }
        | Input::AgentSignedOut { .. }
        | Input::Configure(_)
        | Input::LookAtLine { .. }
        | Input::PutRecord(_) => return None,
    })
}

/// The agent who acts.
fn agent_of(input: &Input) -> Option<AgentId> {
    match input {
        Input::AgentMessage { agent_id, .. }
        | Input::AgentMarks { agent_id, .. }
        | Input::OfferDisplayed { agent_id, .. }
        | Input::AcceptOffer { agent_id, .. }
        | Input::RejectOffer { agent_id, .. }
        | Input::Pick { agent_id, .. }
        | Input::EndConversation { agent_id, .. }
        | Input::CloseSession { agent_id, .. }
        | Input::Release { agent_id, .. }
        | Input::TransferToAgent { agent_id, .. }
        | Input::TransferToQueue { agent_id, .. }
        | Input::LinkCustomer { agent_id, .. }
        | Input::LinkCase { agent_id, .. }
        | Input::UnlinkCustomer { agent_id, .. }
        | Input::UnlinkCase { agent_id, .. }
        | Input::ConsultAgent { agent_id, .. }
        | Input::ConsultQueue { agent_id, .. }
        | Input::AcceptConsult { agent_id, .. }
        | Input::RejectConsult { agent_id, .. }
        | Input::AddToPublic { agent_id, .. }
        | Input::RemoveConsultant { agent_id, .. }
        | Input::Leave { agent_id, .. }
        | Input::AssignToAgent { agent_id, .. }
        | Input::AssignToQueue { agent_id, .. }
        | Input::ForceClose { agent_id, .. }
        | Input::Monitor { agent_id, .. }
        | Input::Join { agent_id, .. }
        | Input::ResetPresence { agent_id, .. }
        | Input::SetPresence { agent_id, .. }
        | Input::AgentConnected { agent_id }
        | Input::AgentDisconnected { agent_id }
        | Input::AgentSignedOut { agent_id } => Some(*agent_id),
        _ => None,
    }
}

fn text_of(input: &Input) -> Option<&str> {
    match input {
        Input::CustomerMessage { text, .. } | Input::AgentMessage { text, .. } => Some(text),
        _ => None,
    }
}
