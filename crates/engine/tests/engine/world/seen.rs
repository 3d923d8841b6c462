//! What is to be seen after it has happened. Changes nothing but what it forgets.

use super::World;
use frontdesk_engine::AlarmReason;
use frontdesk_model::*;

impl World {
    /// Its last row, closed or not.
    pub fn conversation(&self, id: ConversationId) -> &Conversation {
        &self.conversations[&id]
    }

    pub fn state(&self, id: ConversationId) -> (ConversationStatus, StatusReason) {
        let conversation = self.conversation(id);
        (conversation.status, conversation.status_reason)
    }

    pub fn status(&self, id: ConversationId) -> ConversationStatus {
        self.conversation(id).status
    }

    pub fn agent_of(&self, id: ConversationId) -> Option<AgentId> {
        self.conversation(id).active_agent_id
    }

    pub fn presence_of(&self, id: AgentId) -> BasePresence {
        self.statuses[&id].base
    }

    pub fn free_units(&self, id: AgentId) -> i64 {
        self.statuses[&id].available_units
    }

    /// How each session of a conversation ended, in order; None = open.
    pub fn closures(&self, id: ConversationId) -> Vec<Option<ClosureReason>> {
        let mut sessions: Vec<&Session> = self.sessions.values().filter(|one| one.conversation_id == id).collect();
        sessions.sort_by_key(|session| session.id);
        sessions.iter().map(|session| session.closure_reason).collect()
    }

    /// What was decided about it, in order.
    pub fn steps(&self, id: ConversationId) -> Vec<RoutingStep> {
        let of_it = self.decisions.iter().filter(|decision| decision.conversation_id == id);
        of_it.map(|decision| decision.step.clone()).collect()
    }

    /// The last time it was assigned by routing: by what, and who came first, next, …
    pub fn assigned(&self, id: ConversationId) -> (AssignedBecause, Option<String>, Vec<AgentId>) {
        let steps = self.steps(id).into_iter().rev();
        let found = steps.into_iter().find_map(|step| match step {
            RoutingStep::Assigned { because, rule, considered, .. } => Some((because, rule, considered.eligible)),
            _ => None,
        });
        found.expect("it was assigned")
    }

    /// Why each member of the queue cannot take it now; none = they could.
    pub fn passed_over(&self, id: ConversationId) -> Vec<(AgentId, PassedOverReason)> {
        let step = self.engine.explain(id, self.now).expect("it waits").step;
        let RoutingStep::Waits { considered, .. } = step else { panic!("it waits") };
        assert_eq!(considered.eligible, []);
        let reasons = considered.passed_over.iter();
        reasons.flat_map(|over| over.agents.iter().map(|agent| (*agent, over.reason))).collect()
    }

    /// Its stays in queues, in order.
    pub fn stays(&self, id: ConversationId) -> Vec<&QueueSegment> {
        self.segments.values().filter(|segment| segment.conversation_id == id).collect()
    }

    /// How those who take part now do, and whether the customer hears them.
    pub fn present(&self, id: ConversationId) -> Vec<(AgentId, ParticipantMode, bool)> {
        let rows = self.engine.participants(id).iter();
        rows.map(|row| (row.agent_id, row.mode, row.public)).collect()
    }

    /// Why somebody left, if they have; the last time.
    pub fn left(&self, id: ConversationId, agent_id: AgentId) -> Option<ClosureReason> {
        let theirs = self.participants.values().filter(|row| row.conversation_id == id && row.agent_id == agent_id);
        theirs.max_by_key(|row| row.id).and_then(|row| row.left_reason)
    }

    pub fn system_messages(&self, id: ConversationId) -> Vec<SystemMessage> {
        let of_it = self.messages.iter().filter(|message| message.conversation_id == id);
        of_it
            .filter_map(|message| match message.sender {
                Sender::System { event } => Some(event),
                _ => None,
            })
            .collect()
    }

    pub fn alarm(&self) -> Option<(u64, AlarmReason)> {
        self.engine.poll_timeout().map(|alarm| (alarm.at.since(self.now), alarm.reason))
    }

    pub fn set_up_rows(&mut self) -> Vec<Row> {
        std::mem::take(&mut self.set_up)
    }

    pub fn forget_events(&mut self) {
        self.events.clear();
    }
}
