//! The company that the engine alone routes for: its agents, queues, skills, rules, and who comes. Knows nothing of time,
//! nor of how a decision is made.

use super::Sizes;
use crate::random::Random;
use frontdesk_engine::NewConversation;
use frontdesk_model::*;
use frontdesk_predicate::Predicate;

const SEED: u64 = 3;
const QUEUES_OF_AN_AGENT: u128 = 4;
const SKILLS_OF_AN_AGENT: u128 = 10;
/// The context variables that name a skill each.
const RULESETS: [&str; 3] = ["first", "second", "third"];

pub struct Company {
    agents: u128,
    queues: u128,
    skills: u128,
    random: Random,
}

impl Company {
    pub fn new(sizes: &Sizes) -> Company {
        let [agents, queues, skills] = [sizes.agents, sizes.queues, sizes.skills].map(|size| size as u128);
        Company { agents, queues, skills, random: Random::new(SEED) }
    }

    /// Nobody waits and nobody is there.
    pub fn snapshot(&mut self) -> Snapshot {
        Snapshot {
            organization: organization(),
            agents: (0..self.agents).map(|number| self.agent(number)).collect(),
            agent_statuses: Vec::new(),
            queues: (0..self.queues).map(|number| self.queue(number)).collect(),
            workstreams: vec![workstream()],
            presences: presences(),
            widgets: Vec::new(),
            skills: (0..self.skills).map(skill).collect(),
            capacity_profiles: Vec::new(),
            operating_hours: Vec::new(),
            rulesets: (1..).zip(RULESETS).map(|(position, variable)| self.ruleset(position, variable)).collect(),
            session_templates: Vec::new(),
            notification_templates: Vec::new(),
            quick_replies: Vec::new(),
            set_up_changes: 0,
            conversations: Vec::new(),
            sessions: Vec::new(),
            participants: Vec::new(),
            segments: Vec::new(),
            paces: Vec::new(),
            journal_sequence: 0,
        }
    }

    pub fn agent_ids(&self) -> impl Iterator<Item = AgentId> + use<> {
        (0..self.agents).map(agent_id)
    }

    /// Some agent: another for each number, in no order that routing could profit from.
    pub fn agent_for(&self, number: u128) -> AgentId {
        agent_id(number * 7_919 % self.agents)
    }

    /// In some queue, requiring one to three skills; the more urgent are the fewer.
    pub fn new_conversation(&mut self, number: u128) -> NewConversation {
        let skills = RULESETS.into_iter().take(1 + self.random(3) as usize);
        let context = skills
            .map(|name| ContextVariable { name: name.to_owned(), value: self.random(self.skills).to_string() })
            .collect();
        NewConversation {
            id: ConversationId(Uuid::from_u128((1 << 50) + number)),
            workstream_id: workstream().id,
            widget_id: None,
            visitor_id: None,
            customer_name: "Ada Lovelace".into(),
            customer: None,
            case_id: None,
            title: "Where is my order?".into(),
            priority: if self.random(10) == 0 { Priority::High } else { Priority::Normal },
            locale: None,
            context,
            facts: Vec::new(),
            preferred_agents: Vec::new(),
            queue_id: Some(queue_id(self.random(self.queues))),
            first_message: None,
        }
    }

    fn agent(&mut self, number: u128) -> Agent {
        let mut agent = Agent {
            id: agent_id(number),
            name: format!("Agent {number}"),
            email: format!("agent{number}@contoso.example"),
            active: true,
            capacity_units: 1,
            ..Agent::default()
        };
        for _ in 0..SKILLS_OF_AN_AGENT {
            let skill_id = skill_id(self.random(self.skills));
            if agent.skills.iter().all(|skill| skill.skill_id != skill_id) {
                agent.skills.push(SkillRating { skill_id, proficiency: 5 });
            }
        }
        agent
    }

    fn queue(&self, number: u128) -> Queue {
        let serves = |agent: &u128| (0..QUEUES_OF_AN_AGENT).any(|nth| (agent + nth * 37) % self.queues == number);
        Queue {
            id: queue_id(number),
            name: format!("Queue {number}"),
            priority: 1 + u32::try_from(number % 3).unwrap_or(0),
            members: (0..self.agents).filter(serves).map(agent_id).collect(),
            ..Queue::default()
        }
    }

    /// One rule for each skill.
    fn ruleset(&self, position: u32, variable: &str) -> Ruleset {
        let rule = |number: u128| ClassificationRule {
            name: format!("Skill {number}"),
            when: Predicate::equal(format!("context.{variable}"), number.to_string()),
            outputs: vec![Classification::Skill { skill: SkillRating { skill_id: skill_id(number), proficiency: 5 } }],
        };
        Ruleset {
            id: RulesetId(Uuid::from_u128((1 << 43) + u128::from(position))),
            name: variable.to_owned(),
            workstream_id: workstream().id,
            position,
            rules: Rules::Classification((0..self.skills).map(rule).collect()),
            version: 1,
        }
    }

    fn random(&mut self, below: u128) -> u128 {
        u128::from(self.random.within(0..below as u64))
    }
}

fn organization() -> Organization {
    let id = Uuid::from_u128(1).into();
    let mut settings = Settings::default();
    settings.timers.asynchronous_open_close_ms = None;
    Organization { id, name: "Contoso".into(), created_at: Timestamp(0), settings, version: 1 }
}

fn workstream() -> Workstream {
    Workstream {
        id: Uuid::from_u128(2).into(),
        name: "Messages".into(),
        channel: Channel::Sms,
        mode: ConversationMode::Asynchronous,
        fallback_queue_id: queue_id(0),
        ..Workstream::default()
    }
}

fn presences() -> Vec<Presence> {
    let bases = BasePresence::SETTABLE.into_iter().chain([BasePresence::Inactive]);
    let presence = |(number, base)| Presence {
        id: PresenceId(Uuid::from_u128(number)),
        name: format!("{base:?}"),
        base,
        settable: true,
        is_default: true,
        version: 1,
    };
    (1..).zip(bases).map(presence).collect()
}

fn skill(number: u128) -> Skill {
    Skill { id: skill_id(number), name: format!("Skill {number}"), kind: "Product".into(), ..Skill::default() }
}

fn agent_id(number: u128) -> AgentId {
    AgentId(Uuid::from_u128((1 << 40) + number))
}

fn queue_id(number: u128) -> QueueId {
    QueueId(Uuid::from_u128((1 << 41) + number))
}

fn skill_id(number: u128) -> SkillId {
    SkillId(Uuid::from_u128((1 << 42) + number))
}
