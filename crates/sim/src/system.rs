//! What is driven: the engine, or in tests an engine that somebody spoiled. Knows only the engine's public surface.

use frontdesk_engine::{Alarm, Engine, Ids, Input, Output, Refusal, Reply};
use frontdesk_model::*;
use std::borrow::Cow;
use std::sync::Arc;

pub trait System: Sized {
    fn handle(&mut self, input: Input, now: Timestamp, ids: &mut dyn Ids) -> Result<Reply, Refusal>;
    fn handle_timeout(&mut self, now: Timestamp, ids: &mut dyn Ids);
    fn poll_output(&mut self) -> Option<Output>;
    fn poll_timeout(&self) -> Option<Alarm>;
    /// Not closed, by id.
    fn conversations(&self) -> impl Iterator<Item = Arc<Conversation>>;
    fn statuses(&self) -> impl Iterator<Item = Cow<'_, AgentStatus>>;
    /// Those that are open, by their conversations' ids.
    fn sessions(&self) -> impl Iterator<Item = Cow<'_, Session>>;
    /// Those who have not left these, in the same order.
    fn participants(&self) -> impl Iterator<Item = Cow<'_, Participant>>;
    /// The open conversations of a queue, in the order of service.
    fn waiting(&self, queue: QueueId) -> Vec<ConversationId>;
    /// What the engine finds wrong with itself.
    fn audit(&self, now: Timestamp) -> Vec<String>;
    /// One of the same make, from rows.
    fn load(&self, snapshot: Snapshot, now: Timestamp) -> Self;
}

impl System for Engine {
    fn handle(&mut self, input: Input, now: Timestamp, ids: &mut dyn Ids) -> Result<Reply, Refusal> {
        Engine::handle(self, input, now, ids)
    }

    fn handle_timeout(&mut self, now: Timestamp, ids: &mut dyn Ids) {
        Engine::handle_timeout(self, now, ids);
    }

    fn poll_output(&mut self) -> Option<Output> {
        Engine::poll_output(self)
    }

    fn poll_timeout(&self) -> Option<Alarm> {
        Engine::poll_timeout(self)
    }

    fn conversations(&self) -> impl Iterator<Item = Arc<Conversation>> {
        Engine::conversations(self).cloned()
    }

    fn statuses(&self) -> impl Iterator<Item = Cow<'_, AgentStatus>> {
        self.agents().filter_map(|agent| self.agent_status(agent.id)).map(Cow::Borrowed)
    }

    fn sessions(&self) -> impl Iterator<Item = Cow<'_, Session>> {
        Engine::conversations(self).filter_map(|conversation| self.session(conversation.id)).map(Cow::Borrowed)
    }

    fn participants(&self) -> impl Iterator<Item = Cow<'_, Participant>> {
        let all = Engine::conversations(self).flat_map(|conversation| Engine::participants(self, conversation.id));
        all.map(Cow::Borrowed)
    }

    fn waiting(&self, queue: QueueId) -> Vec<ConversationId> {
        Engine::waiting(self, queue).collect()
    }

    fn audit(&self, now: Timestamp) -> Vec<String> {
        Engine::audit(self, now)
    }

    fn load(&self, snapshot: Snapshot, now: Timestamp) -> Self {
        Engine::load(snapshot, now)
    }
}
