//! Taking up where a store left off. Nobody is connected as of now: no browser and no customer. Knows no store.
//!
//! What a snapshot refers to must be in it; that is the store's promise, and a broken one is a panic here.

use crate::Engine;
use crate::agents::AgentState;
use crate::configure::Names;
use crate::conversation::Held;
use crate::routing::QueueState;
use frontdesk_model::{
    AgentId, AgentStatus, BasePresence, Conversation, ConversationId, ConversationStatus, CustomerPresence,
    LostBrowser, Participant, ParticipantMode, PresenceSource, Queue, Session, Snapshot, Timestamp,
};
use std::collections::BTreeMap;
use std::sync::Arc;

impl Engine {
    /// After a restart. What the restart itself changed (agents Offline, customers gone) comes out of `poll_output`.
    pub fn load(snapshot: Snapshot, now: Timestamp) -> Engine {
        let mut engine = Engine::new(snapshot.organization);
        engine.presences = snapshot.presences.into_iter().map(|presence| (presence.id, presence)).collect();
        engine.workstreams = snapshot.workstreams.into_iter().map(|workstream| (workstream.id, workstream)).collect();
        engine.widgets = snapshot.widgets.into_iter().map(|widget| (widget.id, widget)).collect();
        engine.skills = snapshot.skills.into_iter().map(|skill| (skill.id, skill)).collect();
        engine.capacity_profiles =
            snapshot.capacity_profiles.into_iter().map(|profile| (profile.id, profile)).collect();
        engine.operating_hours = snapshot.operating_hours.into_iter().map(|hours| (hours.id, hours)).collect();
        let templates = snapshot.session_templates.into_iter();
        engine.session_templates = templates.map(|template| (template.id, template)).collect();
        let templates = snapshot.notification_templates.into_iter();
        engine.notification_templates = templates.map(|template| (template.id, template)).collect();
        let replies = snapshot.quick_replies.into_iter();
        engine.quick_replies = replies.map(|reply| (reply.id, reply)).collect();
        snapshot.rulesets.into_iter().for_each(|ruleset| engine.rulebook.put(ruleset));
        engine.paces = snapshot.paces.into_iter().map(|pace| (pace.queue_id, pace)).collect();
        engine.set_up_changes = snapshot.set_up_changes;
        engine.load_agents(snapshot.agents, snapshot.agent_statuses, now);
        engine.load_hours(now);
        engine.load_queues(snapshot.queues, now);
        engine.names = Names::of(&engine);
        engine.load_conversations(snapshot.conversations, snapshot.sessions, snapshot.participants, now);
        engine.load_segments(snapshot.segments);
        engine.load_loads(now);
        engine.sync(now);
        engine.publish();
        engine.router.forget_changes();
        engine
    }

    fn load_hours(&mut self, now: Timestamp) {
        for hours in self.operating_hours.values().cloned().collect::<Vec<_>>() {
            self.keep_hours(&hours, now);
        }
        let agents = self.agents.values().map(|state| &state.agent);
        let kept = agents.filter_map(|agent| Some((agent.id, agent.operating_hours_id?)));
        for (agent_id, hours) in kept.collect::<Vec<_>>() {
            self.agent_keeps_hours(agent_id, None, Some(hours), now);
        }
    }

    fn load_agents(&mut self, agents: Vec<frontdesk_model::Agent>, statuses: Vec<AgentStatus>, now: Timestamp) {
        let mut statuses: BTreeMap<AgentId, AgentStatus> =
            statuses.into_iter().map(|status| (status.agent_id, status)).collect();
        for agent in agents {
            let id = agent.id;
            let state = match statuses.remove(&id) {
                Some(status) => AgentState::with_status(agent, status),
                None => AgentState::new(agent, self.default_presence(BasePresence::Offline), now),
            };
            self.agents.insert(id, Box::new(state));
            self.number_skills(id);
        }
    }

    fn load_queues(&mut self, queues: Vec<Queue>, now: Timestamp) {
        for queue in queues {
            let (id, members) = (queue.id, queue.members.clone());
            self.queues.insert(id, QueueState::new(queue));
            for member in members.into_iter().filter(|member| self.agents.contains_key(member)).collect::<Vec<_>>() {
                self.join_queue(member, id);
                self.keep_turn(member, id, now);
            }
        }
        self.arrange_queues();
    }

    fn load_conversations(
        &mut self,
        conversations: Vec<Arc<Conversation>>,
        sessions: Vec<Session>,
        participants: Vec<Participant>,
        now: Timestamp,
    ) {
        for conversation in conversations.into_iter().filter(|one| one.status != ConversationStatus::Closed) {
            let id = conversation.id;
            if let Some(agent_id) = conversation.active_agent_id
                && let Some(state) = self.agents.get_mut(&agent_id)
            {
                state.assigned.insert(id);
            }
            self.changes.unsynced_conversations.push(id);
            self.conversations.insert(id, Box::new(Held::new(conversation)));
        }
        for session in sessions.into_iter().filter(|session| session.closed_at.is_none()) {
            if let Some(held) = self.conversations.get_mut(&session.conversation_id) {
                let unseen = session.offer_displayed_at.is_none();
                held.offer_extended = unseen && session.offer_expires_at.is_some_and(|at| at <= now);
                held.session = Some(session);
            }
        }
        for participant in participants.into_iter().filter(|participant| participant.left_at.is_none()) {
            if let Some(held) = self.conversations.get_mut(&participant.conversation_id) {
                if participant.mode != ParticipantMode::Primary
                    && let Some(state) = self.agents.get_mut(&participant.agent_id)
                {
                    state.visiting.insert(participant.conversation_id);
                }
                held.participants.push(participant);
            }
        }
        let connected = self.conversations().filter(|it| it.customer_presence == CustomerPresence::Connected);
        let gone: Vec<ConversationId> = connected.map(|conversation| conversation.id).collect();
        for id in gone {
            self.edit(id).customer_presence = CustomerPresence::Disconnected { since: now };
        }
    }

    /// Loads are what the conversations say. Who was on line finds their presence if back in time, and keeps their
    /// conversations.
    fn load_loads(&mut self, now: Timestamp) {
        let patience_ms = self.organization.settings.timers.agent_disconnected_ms;
        let ids: Vec<AgentId> = self.agents.keys().copied().collect();
        for id in ids {
            let state = &self.agents[&id];
            let available_units = self.derive_available_units(state);
            let accepted = |id| self.session(id).is_some_and(|session| session.agent_accepted_at.is_some());
            let open = state.assigned.iter().filter(|id| accepted(**id)).count();
            let on_line = state.status.base != BasePresence::Offline || state.status.source == PresenceSource::Agent;

            let status = self.edit_status(id);
            status.available_units = available_units;
            status.open_sessions = u32::try_from(open).unwrap_or(u32::MAX);
            if on_line {
                status.lost = Some(LostBrowser { at: now, presence_id: status.presence_id, source: status.source });
                self.put_base(id, BasePresence::Offline, PresenceSource::System, now);
            }
            self.agents.get_mut(&id).expect("listed above").gone_at = Some(now + patience_ms);
            self.load_profiles(id, now);
        }
    }
}
