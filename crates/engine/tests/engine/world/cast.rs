//! Who is there, and conversations at every stage of their lives. Knows nothing of what is to be seen of them.

use super::World;
use frontdesk_engine::{Input, NewConversation};
use frontdesk_model::*;

impl World {
    /// Somebody in the queue, signed in and Available, with three units.
    pub fn agent(&mut self) -> AgentId {
        self.agent_with(|_| {})
    }

    pub fn agent_with(&mut self, change: impl FnOnce(&mut Agent)) -> AgentId {
        let id = self.colleague_with(change);
        self.queue.members.push(id);
        self.configure(self.queue.clone());
        self.connect(id);
        id
    }

    /// Somebody in no queue who is not signed in.
    pub fn colleague_with(&mut self, change: impl FnOnce(&mut Agent)) -> AgentId {
        let id = AgentId(self.next_id());
        let mut agent = Agent {
            id,
            name: format!("Agent {id}"),
            email: format!("{id}@contoso.example"),
            role: Role::Agent,
            active: true,
            capacity_units: 3,
            default_presence_id: None,
            password_hash: Some("secret".into()),
            created_at: self.now,
            ..Agent::default()
        };
        change(&mut agent);
        self.configure(agent);
        id
    }

    /// Outside the queue, signed in.
    pub fn supervisor(&mut self) -> AgentId {
        let id = self.colleague_with(|agent| agent.role = Role::Supervisor);
        self.connect(id);
        id
    }

    /// An agent of the queue with these skills.
    pub fn agent_rated(&mut self, skills: &[(SkillId, u32)]) -> AgentId {
        let rating =
            |(skill_id, proficiency): &(SkillId, u32)| SkillRating { skill_id: *skill_id, proficiency: *proficiency };
        self.agent_with(|agent| agent.skills = skills.iter().map(rating).collect())
    }

    pub fn start(&mut self) -> ConversationId {
        self.start_with(|_| {})
    }

    pub fn start_with(&mut self, change: impl FnOnce(&mut NewConversation)) -> ConversationId {
        let mut new = self.new_conversation();
        change(&mut new);
        let id = new.id;
        self.ok(Input::StartConversation(Box::new(new)));
        id
    }

    pub fn start_asking(&mut self, skills: &[(&str, u32)]) -> ConversationId {
        let variable = |(name, value): &(&str, u32)| ContextVariable { name: (*name).into(), value: value.to_string() };
        self.start_with(|new| new.context = skills.iter().map(variable).collect())
    }

    pub fn new_conversation(&mut self) -> NewConversation {
        NewConversation {
            id: ConversationId(self.next_id()),
            workstream_id: self.workstream.id,
            widget_id: None,
            visitor_id: None,
            customer_name: "Ada".into(),
            customer: None,
            case_id: None,
            title: String::new(),
            priority: Priority::Normal,
            locale: None,
            context: Vec::new(),
            facts: Vec::new(),
            preferred_agents: Vec::new(),
            queue_id: None,
            first_message: None,
        }
    }

    /// A conversation that its agent has accepted.
    pub fn accepted(&mut self) -> (ConversationId, AgentId) {
        let agent = self.agent();
        let id = self.start();
        self.accept(id, agent);
        (id, agent)
    }

    /// One that waits for its customer, and the agent whose it was.
    pub fn waiting(&mut self) -> (ConversationId, AgentId) {
        let (id, agent) = self.accepted();
        self.ok(Input::CloseSession { conversation_id: id, agent_id: agent });
        (id, agent)
    }

    pub fn wrapping_up(&mut self) -> (ConversationId, AgentId) {
        let (id, agent) = self.accepted();
        self.end(id, agent);
        (id, agent)
    }
}
