//! Small random worlds with skills: agents come, go, decline and finish, customers ask for what rules make of it; written
//! down as a desk writes it. Knows nothing of what is checked.
#![allow(dead_code)] // Each test file uses its own part.

use frontdesk_engine::{Bulk, BulkAct, Engine, Input, NewConversation, Output};
use frontdesk_model::*;
use frontdesk_predicate::Predicate;
use frontdesk_rehearsal::{Random, SetUp, plain};

const QUEUES: u128 = 3;
const SKILLS: u128 = 4;

pub struct World {
    pub engine: Engine,
    pub now: Timestamp,
    last_id: u128,
    random: Random,
    pub conversations: Vec<ConversationId>,
    /// As it was at the beginning.
    pub set_up: SetUp,
    pub journal: Vec<JournalEntry>,
    pub decisions: Vec<RoutingDecision>,
    pub changes: Vec<SetUpChange>,
}

impl World {
    pub fn new(seed: u64) -> World {
        let mut random = Random::new(seed);
        let set_up = set_up(&mut random);
        let now = Timestamp(0);
        World {
            engine: Engine::load(set_up.clone(), now),
            now,
            last_id: 1 << 90,
            random,
            conversations: Vec::new(),
            set_up: SetUp::of(set_up),
            journal: Vec::new(),
            decisions: Vec::new(),
            changes: Vec::new(),
        }
    }

    pub fn tell(&mut self, input: Input) {
        let last_id = &mut self.last_id;
        let mut ids = || {
            *last_id += 1;
            Uuid::from_u128(*last_id)
        };
        let by_its_message = matches!(input, Input::CustomerMessage { .. });
        let told = serde_json::to_string(&input).ok().filter(|_| !by_its_message);
        self.engine.handle_timeout(self.now, &mut ids);
        // What may not be now is refused and changes nothing: that, too, is a step.
        let done = self.engine.handle(input, self.now, &mut ids).is_ok();
        if let (Some(told), true) = (told, done) {
            self.write(None, Event::Told { inputs: vec![told], loaded_at: None });
        }
        while let Some(output) = self.engine.poll_output() {
            match output {
                Output::Row(Row::RoutingDecision(decision)) => self.decisions.push(*decision),
                Output::Row(Row::SetUpChange(change)) => self.changes.insert(0, *change),
                Output::Row(_) => {}
                Output::Event { conversation_id, event, .. } => self.write(conversation_id, event),
            }
        }
    }

    fn write(&mut self, conversation_id: Option<ConversationId>, event: Event) {
        let (sequence, audience) = (self.journal.len() as u64 + 1, Audience::default());
        self.journal.push(JournalEntry { sequence, at: self.now, conversation_id, audience, event });
    }

    /// A queue loses or wins somebody, while work waits.
    fn reorganise(&mut self, agent_id: AgentId) -> Input {
        let queues: Vec<&Queue> = self.engine.queues().collect();
        let mut queue = queues[self.random.index(queues.len())].clone();
        match queue.members.iter().position(|member| *member == agent_id) {
            Some(place) => drop(queue.members.remove(place)),
            None => queue.members.push(agent_id),
        }
        Input::Configure(Box::new(SetUpEdits { by: None, edits: vec![SetUpEdit::put(queue)] }))
    }

    pub fn step(&mut self) {
        self.now = self.now + self.random.index(20_000) as u64;
        let agents: Vec<AgentId> = self.engine.agents().map(|agent| agent.id).collect();
        let agent_id = agents[self.random.index(agents.len())];
        let assigned = self.conversations.iter().filter_map(|id| {
            let conversation = self.engine.conversation(*id)?;
            Some((*id, conversation.active_agent_id?))
        });
        let assigned: Vec<(ConversationId, AgentId)> = assigned.collect();
        let input = match (self.random.index(15), assigned.len()) {
            (10, _) => self.reorganise(agent_id),
            (12, _) => self.bulk(BulkAct::MessageCustomers { text: "We are late today.".to_owned() }),
            (13, _) => self.bulk(BulkAct::NotifyAgents { text: "The shop closes at noon.".to_owned() }),
            (14, _) if !self.conversations.is_empty() => {
                let conversation_id = self.conversations[self.random.index(self.conversations.len())];
                Input::CustomerMessage {
                    conversation_id,
                    text: "Thank you".to_owned(),
                    attachments: Vec::new(),
                    client_message_id: None,
                }
            }
            (11, count) if count > 0 => {
                let (conversation_id, agent_id) = assigned[self.random.index(count)];
                let to_queue_id = QueueId(Uuid::from_u128(100 + self.random.index(QUEUES as usize) as u128));
                Input::TransferToQueue { conversation_id, agent_id, to_queue_id }
            }
            (0, _) => Input::AgentConnected { agent_id },
            (1, _) => {
                let presences: Vec<PresenceId> = self.engine.presences().map(|presence| presence.id).collect();
                Input::SetPresence { agent_id, presence_id: presences[self.random.index(presences.len())] }
            }
            (2..=5, _) | (_, 0) => self.arrival(),
            (what, count) => {
                let (conversation_id, agent_id) = assigned[self.random.index(count)];
                match what {
                    6 => Input::RejectOffer { conversation_id, session_id: None, agent_id },
                    7 => Input::AcceptOffer { conversation_id, session_id: None, agent_id },
                    8 => Input::EndConversation { conversation_id, agent_id },
                    _ => Input::CloseSession { conversation_id, agent_id },
                }
            }
        };
        self.tell(input);
    }

    /// By the first of them, on all that ever were.
    fn bulk(&self, act: BulkAct) -> Input {
        let agent_id = self.engine.agents().next().expect("somebody").id;
        Input::Bulk(Box::new(Bulk { agent_id, conversations: self.conversations.clone(), act }))
    }

    fn arrival(&mut self) -> Input {
        let id = ConversationId(Uuid::from_u128((1 << 80) + self.conversations.len() as u128));
        self.conversations.push(id);
        let queue_id = QueueId(Uuid::from_u128(100 + self.random.index(QUEUES as usize) as u128));
        let workstreams: Vec<WorkstreamId> = self.engine.workstreams().map(|workstream| workstream.id).collect();
        let workstream_id = workstreams[self.random.index(workstreams.len())];
        // A rule of its workstream asks for the skills by this.
        let context = vec![ContextVariable { name: "need".to_owned(), value: self.random.index(5).to_string() }];
        Input::StartConversation(Box::new(NewConversation {
            id,
            workstream_id,
            queue_id: Some(queue_id),
            context,
            ..NewConversation::default()
        }))
    }
}

fn set_up(random: &mut Random) -> Snapshot {
    let mut parts = plain(3 + random.index(4), 3).into_parts();
    let skill = |number: u128| SkillId(Uuid::from_u128(200 + number));
    parts.skills = (0..SKILLS)
        .map(|number| Skill { id: skill(number), name: format!("Skill {number}"), ..Skill::default() })
        .collect();
    for agent in &mut parts.agents {
        for number in 0..SKILLS {
            if random.index(2) == 0 {
                let proficiency = 1 + random.index(10) as u32;
                agent.skills.push(SkillRating { skill_id: skill(number), proficiency });
            }
        }
    }
    let methods =
        [AssignmentMethod::HighestCapacity, AssignmentMethod::AdvancedRoundRobin, AssignmentMethod::LeastActive];
    let agents: Vec<AgentId> = parts.agents.iter().map(|agent| agent.id).collect();
    let mut queues = Vec::new();
    for number in 0..QUEUES {
        queues.push(Queue {
            id: QueueId(Uuid::from_u128(100 + number)),
            name: format!("Queue {number}"),
            priority: 1 + random.index(2) as u32,
            method: methods[random.index(methods.len())],
            members: agents.iter().filter(|_| random.index(3) > 0).copied().collect(),
            ..Queue::default()
        });
    }
    let fallback_queue_id = queues[0].id;
    parts.queues = queues;
    let model = parts.workstreams[0].clone();
    let workstream = |number: u128, capacity_units, skill_matching, notification| Workstream {
        id: WorkstreamId(Uuid::from_u128(300 + number)),
        name: format!("Workstream {number}"),
        capacity_units,
        skill_matching,
        notification,
        fallback_queue_id,
        reoffer_after_decline_ms: 30_000,
        ..model.clone()
    };
    parts.workstreams = vec![
        workstream(0, 1, SkillMatching::Exact, Notification::ScreenPopWithDecline),
        workstream(1, 2, SkillMatching::Closest, Notification::OpenSession),
        Workstream {
            channel: Channel::Sms,
            mode: ConversationMode::Asynchronous,
            ..workstream(2, 1, SkillMatching::Ignored, Notification::ScreenPopWithDecline)
        },
    ];
    parts.agents[0].role = Role::Supervisor;
    parts.rulesets =
        parts.workstreams.iter().zip(0u128..).map(|(workstream, number)| needs(workstream, number)).collect();
    parts
}

/// `need` 1 to 4: that skill, and with 4 the first one too.
fn needs(workstream: &Workstream, number: u128) -> Ruleset {
    let rule = |need: u128| {
        let skill = |number: u128, proficiency| Classification::Skill {
            skill: SkillRating { skill_id: SkillId(Uuid::from_u128(200 + number)), proficiency },
        };
        let mut outputs = vec![skill(need - 1, 3)];
        outputs.extend((need == 4).then(|| skill(0, 5)));
        let when = Predicate::parse(&format!("context.need == \"{need}\"")).expect("a condition");
        ClassificationRule { name: format!("Need {need}"), when, outputs }
    };
    Ruleset {
        id: RulesetId(Uuid::from_u128(400 + number)),
        name: format!("Needs of {}", workstream.name),
        workstream_id: workstream.id,
        position: 1,
        rules: Rules::Classification((1..=SKILLS).map(rule).collect()),
        version: 1,
    }
}
