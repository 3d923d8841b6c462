//! Those who take part beside the agent whose conversation it is: they cost no capacity, and leave with the session.
//! Knows nothing of why they were let in: that is `consult` and `supervision`.

use super::Held;
use crate::{Engine, Refusal, Reply, Step};
use frontdesk_model::{
    AgentId, Audience, ClosureReason, ConversationId, Event, Participant, ParticipantId, ParticipantMode,
    SystemMessage, Timestamp,
};

/// What a guest may do, and why they are there.
pub(super) struct Entry {
    pub mode: ParticipantMode,
    pub reason: &'static str,
    pub joined: bool,
    pub public: bool,
}

impl Held {
    pub fn guests(&self) -> impl Iterator<Item = &Participant> {
        self.participants.iter().filter(|participant| participant.mode != ParticipantMode::Primary)
    }

    /// Invited or there.
    pub fn guest(&self, agent_id: AgentId) -> Option<&Participant> {
        self.guests().find(|guest| guest.agent_id == agent_id)
    }

    /// A consultant or a supervisor who joined; not one who merely reads along.
    pub fn advises(&self, agent_id: AgentId) -> bool {
        self.guest(agent_id).is_some_and(|guest| guest.mode == ParticipantMode::Consult && guest.joined_at.is_some())
    }

    pub fn writes_publicly(&self, agent_id: AgentId) -> bool {
        self.advises(agent_id) && self.guest(agent_id).is_some_and(|guest| guest.public)
    }
}

impl Engine {
    /// The agent whose it is takes part as such, and everybody else once.
    pub(super) fn check_may_enter(&self, held: &Held, agent_id: AgentId) -> Result<(), Refusal> {
        if held.conversation.active_agent_id == Some(agent_id) {
            return Err(Refusal::conflict("own_conversation", "this conversation is assigned to them"));
        }
        if held.guest(agent_id).is_some() {
            return Err(Refusal::conflict("already_taking_part", "they take part in this conversation already"));
        }
        Ok(())
    }

    pub(super) fn add_guest(&mut self, id: ConversationId, agent_id: AgentId, entry: Entry, step: &mut Step) -> Reply {
        let participant_id = ParticipantId(step.ids.next());
        let Some(session_id) = self.conversations[&id].session.as_ref().map(|session| session.id) else {
            return Reply::Done;
        };
        let guest = Participant {
            id: participant_id,
            session_id,
            conversation_id: id,
            agent_id,
            mode: entry.mode,
            public: entry.public,
            added_at: step.now,
            joined_at: entry.joined.then_some(step.now),
            left_at: None,
            left_reason: None,
            assign_reason: Some(entry.reason.to_owned()),
        };
        // Looking in, advice and transfers keep a conversation from being closed for idleness.
        self.edit(id).modified_at = step.now;
        self.edit_quietly(id).participants.push(guest);
        self.agents.get_mut(&agent_id).expect("checked to be there").visiting.insert(id);
        self.guest_changed(id, participant_id);
        Reply::TakesPart { conversation_id: id, participant_id }
    }

    pub(super) fn edit_guest(
        &mut self,
        id: ConversationId,
        guest: ParticipantId,
        change: fn(&mut Participant, Timestamp),
        now: Timestamp,
    ) {
        let guests = &mut self.edit_quietly(id).participants;
        if let Some(participant) = guests.iter_mut().find(|participant| participant.id == guest) {
            change(participant, now);
        }
        self.guest_changed(id, guest);
    }

    fn guest_changed(&mut self, id: ConversationId, guest: ParticipantId) {
        let found = self.conversations[&id].participants.iter().find(|participant| participant.id == guest);
        if let Some(participant) = found.cloned() {
            self.tell_guest(participant);
        }
    }

    /// Nobody but overseers is told of somebody who reads along.
    fn tell_guest(&mut self, participant: Participant) {
        self.outbox.save_participant(&participant);
        let (id, agent_id) = (participant.conversation_id, participant.agent_id);
        match participant.mode {
            ParticipantMode::Monitor => {
                let audience = Audience { agents: vec![agent_id], ..Audience::default() };
                self.tell(Some(id), audience, Event::ParticipantChanged { participant });
            }
            _ => self.tell_about(id, false, Event::ParticipantChanged { participant }),
        }
    }

    /// Leaves for good: whoever comes back is a new participant.
    pub(super) fn guest_leaves(
        &mut self,
        id: ConversationId,
        guest: ParticipantId,
        reason: ClosureReason,
        now: Timestamp,
    ) {
        let participants = &mut self.edit_quietly(id).participants;
        let Some(place) = participants.iter().position(|participant| participant.id == guest) else { return };
        let participant = participants.remove(place);
        let says = match (participant.mode, participant.joined_at, reason) {
            (ParticipantMode::Monitor | ParticipantMode::Primary, ..) => None,
            (_, None, ClosureReason::AgentReject) => Some(SystemMessage::ConsultRejected),
            (_, None, ClosureReason::AgentTimeout) => Some(SystemMessage::ConsultTimedOut),
            _ if participant.public => Some(SystemMessage::AgentLeft),
            _ => Some(SystemMessage::ConsultSessionClosed),
        };
        self.see_off(participant, reason, now);
        if let Some(says) = says {
            self.add_system_message(id, says, now);
        }
    }

    /// A participant who is out of the conversation's list already.
    pub(super) fn see_off(&mut self, mut participant: Participant, reason: ClosureReason, now: Timestamp) {
        participant.left_at = Some(now);
        participant.left_reason = Some(reason);
        if participant.mode == ParticipantMode::Primary {
            self.outbox.save_participant(&participant);
        } else {
            let state = self.agents.get_mut(&participant.agent_id).expect("guests are agents");
            state.visiting.remove(&participant.conversation_id);
            self.tell_guest(participant);
        }
    }

    /// Of one's own accord.
    pub(crate) fn leave(&mut self, id: ConversationId, agent_id: AgentId, step: &mut Step) -> Result<Reply, Refusal> {
        self.check_agent(agent_id)?;
        let held = self.check_held(id)?;
        if held.conversation.active_agent_id == Some(agent_id) {
            let detail = "this conversation is assigned to you: end, release or transfer it";
            return Err(Refusal::conflict("own_conversation", detail));
        }
        let guest = held.guest(agent_id).map(|guest| guest.id);
        let guest = guest.ok_or_else(|| Refusal::conflict("not_taking_part", "you do not take part in it"))?;
        self.agent_acts(agent_id, step.now);
        self.guest_leaves(id, guest, ClosureReason::AgentClosed, step.now);
        Ok(Reply::Done)
    }

    /// Whoever no longer oversees no longer looks in.
    pub(crate) fn check_out_overseer(&mut self, agent_id: AgentId, now: Timestamp) {
        let state = &self.agents[&agent_id];
        if state.agent.role.oversees() {
            return;
        }
        let uninvited = |id: &ConversationId| {
            let guest = self.conversations[id].guest(agent_id)?;
            (guest.assign_reason.as_deref() != Some(super::consult::ASKED)).then_some((*id, guest.id))
        };
        for (id, guest) in state.visiting.iter().filter_map(uninvited).collect::<Vec<_>>() {
            self.guest_leaves(id, guest, ClosureReason::AgentClosed, now);
        }
    }

    /// Gone, deactivated, or no longer entitled: out of everything they are a guest in.
    pub(crate) fn leave_everything(&mut self, agent_id: AgentId, reason: ClosureReason, now: Timestamp) {
        let visiting: Vec<ConversationId> = self.agents[&agent_id].visiting.iter().copied().collect();
        for id in visiting {
            if let Some(guest) = self.conversations[&id].guest(agent_id).map(|guest| guest.id) {
                self.guest_leaves(id, guest, reason, now);
            }
        }
    }
}
