//! What people may do with other people's conversations: advice, asked for and given, and supervision. Knows who takes part,
//! and what is left of whose room.

use super::{Before, Expected, Found, only_if};
use crate::naive::{is_blocked, profile_room};
use frontdesk_engine::Input;
use frontdesk_model::*;

pub fn is_supervision(input: &Input) -> bool {
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
pub fn advises(guest: &Participant) -> bool {
    guest.mode == ParticipantMode::Consult && guest.joined_at.is_some()
}

impl Before<'_> {
    /// Between the agent whose it is and those they invite; what guests may do by themselves.
    pub(super) fn expect_advice(&self, input: &Input, found: &Found<'_>) -> Expected {
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
    pub(super) fn expect_supervision(&self, input: &Input, found: &Found<'_>) -> Expected {
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
    pub(super) fn would_fit(&self, conversation: &Conversation, agent: AgentId) -> bool {
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

    pub(super) fn is_staffed(&self, queue: &Queue) -> bool {
        let works = |member: &AgentId| self.turn.record.agents.get(member).is_some_and(|agent| agent.active);
        queue.members.iter().any(works)
    }

    /// Who took part beside the agent whose it was, before this call.
    pub(super) fn guests(&self, id: ConversationId) -> Vec<&Participant> {
        let changes = &self.turn.changes.participants;
        let before = |now: &'_ Participant| changes.iter().find(|change| change.after.id == now.id);
        let all = self.turn.record.participants.get(&id).into_iter().flatten();
        let known = all.filter_map(|now| match before(now) {
            Some(change) => change.before.as_ref(),
            None => Some(now),
        });
        known.filter(|one| one.left_at.is_none() && one.mode != ParticipantMode::Primary).collect()
    }

    pub(super) fn guest(&self, id: ConversationId, agent: AgentId) -> Option<&Participant> {
        self.guests(id).into_iter().find(|guest| guest.agent_id == agent)
    }

    /// One who was asked for advice, not a supervisor who joined.
    pub(super) fn consultant(&self, id: ConversationId, participant: ParticipantId) -> Option<&Participant> {
        let guest = self.guests(id).into_iter().find(|guest| guest.id == participant);
        guest.filter(|guest| guest.assign_reason.as_deref() == Some("AgentConsult"))
    }
}
