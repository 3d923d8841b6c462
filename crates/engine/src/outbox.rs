//! What waits to be polled: which rows are dirty, and the events in order. Knows nothing of why.

use crate::agents::AgentState;
use crate::conversation::Held;
use crate::output::Output;
use frontdesk_model::{
    AgentId, Conversation, ConversationId, Message, Participant, ParticipantId, QueueId, QueuePace, QueueSegment,
    Record, RecordKind, RoutingDecision, Row, Session, SessionId, SetUpChange, SetUpNoun, Uuid,
};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

#[derive(Clone, Default)]
pub(crate) struct Outbox {
    /// By kind and id, so that what is referred to comes before what refers to it.
    set_up: BTreeMap<(SetUpNoun, Uuid), Row>,
    set_up_changes: VecDeque<SetUpChange>,
    records: BTreeMap<(RecordKind, Uuid), Record>,
    agent_statuses: BTreeSet<AgentId>,
    conversations: BTreeSet<ConversationId>,
    /// Last images of those that have left the engine.
    closed: BTreeMap<ConversationId, Arc<Conversation>>,
    sessions: BTreeMap<SessionId, Session>,
    participants: BTreeMap<ParticipantId, Participant>,
    paces: BTreeMap<QueueId, QueuePace>,
    segments: BTreeMap<(ConversationId, u32), QueueSegment>,
    decisions: VecDeque<RoutingDecision>,
    messages: VecDeque<Arc<Message>>,
    events: VecDeque<Output>,
}

impl Outbox {
    pub fn save_set_up(&mut self, noun: SetUpNoun, id: Uuid, row: Row) {
        self.set_up.insert((noun, id), row);
    }

    pub fn save_set_up_change(&mut self, change: SetUpChange) {
        self.set_up_changes.push_back(change);
    }

    pub fn save_record(&mut self, record: Record) {
        self.records.insert((record.kind(), record.id()), record);
    }

    pub fn save_agent_status(&mut self, id: AgentId) {
        self.agent_statuses.insert(id);
    }

    pub fn save_conversation(&mut self, id: ConversationId) {
        self.conversations.insert(id);
    }

    pub fn save_closed(&mut self, conversation: Arc<Conversation>) {
        self.conversations.remove(&conversation.id);
        self.closed.insert(conversation.id, conversation);
    }

    pub fn save_session(&mut self, session: &Session) {
        self.sessions.insert(session.id, session.clone());
    }

    pub fn save_participant(&mut self, participant: &Participant) {
        self.participants.insert(participant.id, participant.clone());
    }

    pub fn save_segment(&mut self, segment: QueueSegment) {
        self.segments.insert((segment.conversation_id, segment.number), segment);
    }

    pub fn save_pace(&mut self, pace: &QueuePace) {
        self.paces.insert(pace.queue_id, pace.clone());
    }

    pub fn save_decision(&mut self, decision: RoutingDecision) {
        self.decisions.push_back(decision);
    }

    pub fn save_message(&mut self, message: Arc<Message>) {
        self.messages.push_back(message);
    }

    pub fn tell(&mut self, event: Output) {
        self.events.push_back(event);
    }

    pub fn poll(
        &mut self,
        agents: &BTreeMap<AgentId, Box<AgentState>>,
        conversations: &BTreeMap<ConversationId, Box<Held>>,
    ) -> Option<Output> {
        self.poll_row(agents, conversations).map(Output::Row).or_else(|| self.events.pop_front())
    }

    fn poll_row(
        &mut self,
        agents: &BTreeMap<AgentId, Box<AgentState>>,
        conversations: &BTreeMap<ConversationId, Box<Held>>,
    ) -> Option<Row> {
        if let Some((_, row)) = self.set_up.pop_first() {
            return Some(row);
        }
        if let Some(change) = self.set_up_changes.pop_front() {
            return Some(Row::SetUpChange(Box::new(change)));
        }
        if let Some((_, record)) = self.records.pop_first() {
            return Some(match record {
                Record::Contact(contact) => Row::Contact(contact),
                Record::Account(account) => Row::Account(account),
                Record::Case(case) => Row::Case(case),
            });
        }
        while let Some(id) = self.agent_statuses.pop_first() {
            if let Some(state) = agents.get(&id) {
                return Some(Row::AgentStatus(state.status.clone()));
            }
        }
        while let Some(id) = self.conversations.pop_first() {
            if let Some(held) = conversations.get(&id) {
                return Some(Row::Conversation(held.conversation.clone()));
            }
        }
        if let Some((_, conversation)) = self.closed.pop_first() {
            return Some(Row::Conversation(conversation));
        }
        if let Some((_, session)) = self.sessions.pop_first() {
            return Some(Row::Session(session));
        }
        if let Some((_, participant)) = self.participants.pop_first() {
            return Some(Row::Participant(participant));
        }
        if let Some((_, segment)) = self.segments.pop_first() {
            return Some(Row::QueueSegment(segment));
        }
        if let Some((_, pace)) = self.paces.pop_first() {
            return Some(Row::QueuePace(pace));
        }
        if let Some(decision) = self.decisions.pop_front() {
            return Some(Row::RoutingDecision(Box::new(decision)));
        }
        self.messages.pop_front().map(Row::Message)
    }
}
