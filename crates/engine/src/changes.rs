//! What one step changed: brings the indexes and deadlines in line, routes, then writes and tells it, once each.
//! Knows nothing of why anything changed.

use crate::agents::AgentState;
use crate::conversation::Held;
use crate::output::Output;
use crate::{Engine, Step};
use frontdesk_model::{
    AgentId, AgentStatus, Audience, Conversation, ConversationId, ConversationStatus, Event, QueueId,
};
use std::collections::BTreeMap;
use std::sync::Arc;

#[derive(Clone, Default)]
pub(crate) struct Changes {
    conversations: BTreeMap<ConversationId, Before>,
    /// As they were before the step; none = new.
    agents: BTreeMap<AgentId, Option<AgentStatus>>,
    events: Vec<Said>,
    pub unsynced_conversations: Vec<ConversationId>,
    pub unsynced_agents: Vec<AgentId>,
}

/// What decides who hears of a change, as it was before the step.
#[derive(Clone, Default)]
struct Before {
    status: Option<ConversationStatus>,
    queue_id: Option<QueueId>,
    active_agent_id: Option<AgentId>,
    list_agent_id: Option<AgentId>,
    last_agent_id: Option<AgentId>,
    guests: Vec<AgentId>,
    /// Whether the whole image is told; marks tell their part by their own event.
    announce: bool,
}

impl Before {
    fn of(held: &Held) -> Before {
        let conversation = &held.conversation;
        Before {
            status: Some(conversation.status),
            queue_id: conversation.queue_id,
            active_agent_id: conversation.active_agent_id,
            list_agent_id: conversation.list_agent_id,
            last_agent_id: conversation.last_agent_id,
            guests: held.guests().map(|guest| guest.agent_id).collect(),
            announce: false,
        }
    }

    fn audience(&self, held: &Held) -> Audience {
        let after = &held.conversation;
        let theirs = [self.active_agent_id, self.list_agent_id, after.active_agent_id, after.list_agent_id];
        let guests = self.guests.iter().copied().chain(held.guests().map(|guest| guest.agent_id));
        let mut agents = Vec::new();
        for agent in theirs.into_iter().flatten().chain(guests) {
            if !agents.contains(&agent) {
                agents.push(agent);
            }
        }
        let queue = if after.status == ConversationStatus::Open {
            after.queue_id
        } else if self.status == Some(ConversationStatus::Open) {
            self.queue_id
        } else {
            None
        };
        Audience { agents, queue, customer_of: None, everyone: false }
    }

    /// Where it stands, and who answers: the last one is whoever has accepted.
    fn customer_sees(&self, after: &Conversation) -> bool {
        self.status != Some(after.status)
            || self.active_agent_id != after.active_agent_id
            || self.last_agent_id != after.last_agent_id
    }
}

#[derive(Clone)]
enum Said {
    /// To all whom the conversation concerns; `public`: its customer too.
    About {
        id: ConversationId,
        public: bool,
        event: Event,
    },
    To {
        conversation_id: Option<ConversationId>,
        audience: Audience,
        event: Event,
    },
}

impl Engine {
    /// To change a conversation without telling its whole image: marks, and what is not part of it.
    pub(crate) fn edit_quietly(&mut self, id: ConversationId) -> &mut Held {
        self.edit_held(id, false)
    }

    /// To change a conversation in a way that lists show.
    pub(crate) fn edit(&mut self, id: ConversationId) -> &mut Conversation {
        Arc::make_mut(&mut self.edit_held(id, true).conversation)
    }

    fn edit_held(&mut self, id: ConversationId, announce: bool) -> &mut Held {
        let held = self.conversations.get_mut(&id).expect("checked to be held");
        let before = self.changes.conversations.entry(id).or_insert_with(|| Before::of(held));
        before.announce |= announce;
        if self.changes.unsynced_conversations.last() != Some(&id) {
            self.changes.unsynced_conversations.push(id);
        }
        held
    }

    pub(crate) fn hold(&mut self, held: Held) {
        let id = held.conversation.id;
        self.changes.conversations.insert(id, Before { announce: true, ..Before::default() });
        self.changes.unsynced_conversations.push(id);
        self.conversations.insert(id, Box::new(held));
    }

    /// To change an agent's status.
    pub(crate) fn edit_status(&mut self, id: AgentId) -> &mut AgentStatus {
        let state = self.agents.get_mut(&id).expect("checked to be there");
        self.changes.agents.entry(id).or_insert_with(|| Some(state.status.clone()));
        self.changes.unsynced_agents.push(id);
        &mut state.status
    }

    pub(crate) fn employ(&mut self, state: AgentState) {
        let id = state.agent.id;
        self.changes.agents.insert(id, None);
        self.changes.unsynced_agents.push(id);
        self.agents.insert(id, Box::new(state));
    }

    pub(crate) fn tell_about(&mut self, id: ConversationId, public: bool, event: Event) {
        self.changes.events.push(Said::About { id, public, event });
    }

    pub(crate) fn tell(&mut self, conversation_id: Option<ConversationId>, audience: Audience, event: Event) {
        self.changes.events.push(Said::To { conversation_id, audience, event });
    }

    pub(crate) fn tell_everyone(&mut self, event: Event) {
        self.tell(None, Audience { everyone: true, ..Audience::default() }, event);
    }

    /// Ends a step: everything that follows from what was changed, until nothing more follows.
    pub(crate) fn settle(&mut self, step: &mut Step) {
        loop {
            self.sync(step.now);
            match self.next_assignment(step.now) {
                Some(assignment) => self.assign_by_routing(assignment, step),
                None if self.note_who_waits(step.now) => {}
                None => break,
            }
        }
        self.publish();
    }

    /// Lines, ready agents and deadlines are derived from the state, here and nowhere else.
    pub(crate) fn sync(&mut self, now: frontdesk_model::Timestamp) {
        while !self.changes.unsynced_conversations.is_empty() {
            for id in each_once(&mut self.changes.unsynced_conversations) {
                self.sync_segment(id, now);
                self.sync_line(id, now);
                self.sync_conversation_deadlines(id, now);
            }
        }
        for id in each_once(&mut self.changes.unsynced_agents) {
            self.sync_ready(id);
            self.sync_agent_deadlines(id);
            #[cfg(debug_assertions)]
            self.assert_exact_capacity(id);
        }
    }

    /// Images first, so that whoever hears of a message or an offer knows its conversation already.
    pub(crate) fn publish(&mut self) {
        let changes = std::mem::take(&mut self.changes);
        let mut audiences = BTreeMap::new();
        let mut closed = Vec::new();
        for (id, before) in changes.conversations {
            let held = &self.conversations[&id];
            let (conversation, audience) = (&held.conversation, before.audience(held));
            if before.announce {
                let customer_of = before.customer_sees(conversation).then_some(id);
                self.outbox.tell(Output::Event {
                    conversation_id: Some(id),
                    audience: Audience { customer_of, ..audience.clone() },
                    event: Event::ConversationChanged { conversation: conversation.clone() },
                });
            }
            self.outbox.save_conversation(id);
            if conversation.status == ConversationStatus::Closed {
                closed.push(id);
            }
            audiences.insert(id, audience);
        }
        for said in changes.events {
            let event = match said {
                Said::To { conversation_id, audience, event } => Output::Event { conversation_id, audience, event },
                Said::About { id, public, event } => {
                    let audience = audiences.get(&id).cloned().unwrap_or_default();
                    let audience = Audience { customer_of: public.then_some(id), ..audience };
                    Output::Event { conversation_id: Some(id), audience, event }
                }
            };
            self.outbox.tell(event);
        }
        for (id, before) in changes.agents {
            self.publish_status(id, before.as_ref());
        }
        for id in closed {
            self.forget(id);
        }
    }

    fn publish_status(&mut self, id: AgentId, before: Option<&AgentStatus>) {
        let status = &self.agents[&id].status;
        if Some(status) != before {
            self.outbox.save_agent_status(id);
            // Not everyone: of a thousand agents, each change would be a thousand frames that hardly anyone looks at.
            self.outbox.tell(Output::Event {
                conversation_id: None,
                audience: Audience { agents: vec![id], ..Audience::default() },
                event: Event::AgentStatusChanged { status: status.clone() },
            });
        }
    }

    /// A closed conversation leaves the engine's memory once its last image is on its way.
    fn forget(&mut self, id: ConversationId) {
        if let Some(held) = self.conversations.remove(&id) {
            self.outbox.save_closed(held.conversation);
        }
    }
}

/// One step changes the same thing many times over.
fn each_once<T: Ord>(changed: &mut Vec<T>) -> Vec<T> {
    let mut once = std::mem::take(changed);
    once.sort_unstable();
    once.dedup();
    once
}
