//! How fast one organisation runs: `cargo run --release -p frontdesk-engine --example pace`. Prints microseconds for
//! each kind of input with 5,000 agents on line and 50,000 conversations waiting. Knows nothing of disks or sockets.

use frontdesk_engine::{Engine, Input, NewConversation};
use frontdesk_model::*;
use std::time::Instant;

const AGENTS: u128 = 5_000;
const WAITING: u128 = 50_000;
const ROUNDS: u32 = 20_000;
const QUEUES: u128 = 20;

struct Pace {
    engine: Engine,
    now: Timestamp,
    last_id: u128,
}

impl Pace {
    fn tell(&mut self, input: Input) {
        self.now = self.now + 1;
        let last_id = &mut self.last_id;
        let mut ids = || {
            *last_id += 1;
            Uuid::from_u128(*last_id)
        };
        if let Err(refusal) = self.engine.handle(input, self.now, &mut ids) {
            panic!("{refusal:?}");
        }
        while let Some(output) = self.engine.poll_output() {
            std::hint::black_box(output);
        }
    }

    fn measure(&mut self, what: &str, mut input: impl FnMut(&Pace, u32) -> Input) {
        let mut spent: Vec<f64> = (0..ROUNDS)
            .map(|round| {
                let next = input(self, round);
                let begun = Instant::now();
                self.tell(next);
                begun.elapsed().as_secs_f64() * 1e6
            })
            .collect();
        spent.sort_by(f64::total_cmp);
        println!("{what:<44} {:>8.2} {:>8.2}", spent[spent.len() / 2], spent[spent.len() * 99 / 100]);
    }

    fn start(&mut self, number: u128) -> Input {
        Input::StartConversation(Box::new(new_conversation(number)))
    }
}

fn main() {
    let mut pace = Pace { engine: Engine::new(organization()), now: Timestamp(0), last_id: 1 << 64 };
    set_up(&mut pace);
    for number in 0..AGENTS * 3 {
        let input = pace.start(number);
        pace.tell(input);
    }
    let assigned: Vec<(ConversationId, AgentId)> =
        pace.engine.conversations().filter_map(|it| it.active_agent_id.map(|agent| (it.id, agent))).collect();
    for (conversation_id, agent_id) in &assigned {
        pace.tell(Input::AcceptOffer { conversation_id: *conversation_id, session_id: None, agent_id: *agent_id });
    }
    for number in 0..WAITING {
        let input = pace.start(1_000_000 + number);
        pace.tell(input);
    }
    let waiting: usize = pace.engine.queues().map(|queue| pace.engine.waiting(queue.id).count()).sum();
    println!("{AGENTS} agents with {} conversations, {waiting} waiting", assigned.len());
    println!("{:<44} {:>8} {:>8}", "µs with all outputs polled", "p50", "p99");

    let of = |round: u32| assigned[round as usize * 7 % assigned.len()];
    pace.measure("customer's message", |_, round| {
        let text = "Where is my order? It should have been here on Monday.".to_owned();
        Input::CustomerMessage {
            conversation_id: of(round).0,
            text,
            attachments: Vec::new(),
            client_message_id: Some(round.to_string()),
        }
    });
    pace.measure("agent's message", |_, round| {
        let ((conversation_id, agent_id), text) = (of(round), "Let me look that up for you.".to_owned());
        let visibility = Visibility::Public;
        Input::AgentMessage {
            conversation_id,
            agent_id,
            text,
            attachments: Vec::new(),
            visibility,
            client_message_id: None,
        }
    });
    pace.measure("one more conversation in a full line", |_, round| {
        Input::StartConversation(Box::new(new_conversation(2_000_000 + u128::from(round))))
    });
    let mut turn = 0;
    pace.measure("end, X (next one assigned), accept: each", |pace, _| {
        turn += 1;
        let (_, agent_id) = of(turn / 3);
        let theirs = |wanted: fn(&Conversation, bool) -> bool| {
            pace.engine.assigned(agent_id).find(|id| {
                let accepted = pace.engine.session(*id).is_some_and(|session| session.agent_accepted_at.is_some());
                wanted(pace.engine.conversation(*id).expect("assigned"), accepted)
            })
        };
        let offered = theirs(|it, accepted| it.status == ConversationStatus::Active && !accepted);
        let ended = theirs(|it, _| it.status == ConversationStatus::WrapUp);
        let active = theirs(|it, accepted| it.status == ConversationStatus::Active && accepted);
        match (offered, ended, active) {
            (Some(conversation_id), ..) => Input::AcceptOffer { conversation_id, session_id: None, agent_id },
            (_, Some(conversation_id), _) => Input::CloseSession { conversation_id, agent_id },
            (.., Some(conversation_id)) => Input::EndConversation { conversation_id, agent_id },
            _ => panic!("an agent without work although so much waits"),
        }
    });
}

fn set_up(pace: &mut Pace) {
    for (number, base) in BasePresence::SETTABLE.into_iter().chain([BasePresence::Inactive]).enumerate() {
        let id = PresenceId(Uuid::from_u128(1 + number as u128));
        let presence = Presence { id, name: format!("{base:?}"), base, settable: true, is_default: true, version: 0 };
        pace.tell(Input::put(SetUpPiece::Presence(presence)));
    }
    for number in 0..AGENTS {
        let agent = Agent {
            id: agent_id(number),
            name: format!("Agent {number}"),
            email: format!("agent{number}@contoso.example"),
            role: Role::Agent,
            active: true,
            capacity_units: 3,
            default_presence_id: None,
            password_hash: None,
            created_at: pace.now,
            ..Agent::default()
        };
        pace.tell(Input::put(SetUpPiece::Agent(agent)));
    }
    for number in 0..QUEUES {
        let queue = Queue {
            id: queue_id(number),
            name: format!("Queue {number}"),
            priority: 1 + u32::try_from(number % 3).unwrap_or(0),
            method: AssignmentMethod::HighestCapacity,
            members: (0..AGENTS).filter(|agent| agent % QUEUES == number).map(agent_id).collect(),
            ..Queue::default()
        };
        pace.tell(Input::put(SetUpPiece::Queue(queue)));
    }
    pace.tell(Input::put(SetUpPiece::Workstream(workstream())));
    for number in 0..AGENTS {
        pace.tell(Input::AgentConnected { agent_id: agent_id(number) });
    }
}

fn agent_id(number: u128) -> AgentId {
    AgentId(Uuid::from_u128((1 << 40) + number))
}

fn queue_id(number: u128) -> QueueId {
    QueueId(Uuid::from_u128((1 << 41) + number))
}

fn organization() -> Organization {
    let id = Uuid::from_u128(1).into();
    Organization { id, name: "Contoso".into(), created_at: Timestamp(0), settings: Settings::default(), version: 0 }
}

fn workstream() -> Workstream {
    Workstream {
        id: Uuid::from_u128(2).into(),
        name: "Web".into(),
        channel: Channel::Sms,
        mode: ConversationMode::Asynchronous,
        distribution: DistributionMode::Push,
        capacity_units: 1,
        wrap_up_block: WrapUpBlock::Always,
        allowed_presences: vec![BasePresence::Available, BasePresence::Busy, BasePresence::DoNotDisturb],
        notification: Notification::ScreenPopWithDecline,
        offer_timeout_ms: 120_000,
        close_after_inactivity_ms: None,
        reoffer_after_decline_ms: 60_000,
        reconnect_within_ms: None,
        agent_affinity: false,
        pick_from_push: false,
        fallback_queue_id: queue_id(0),
        ..Workstream::default()
    }
}

fn new_conversation(number: u128) -> NewConversation {
    NewConversation {
        id: ConversationId(Uuid::from_u128((1 << 50) + number)),
        workstream_id: workstream().id,
        widget_id: None,
        visitor_id: None,
        customer_name: "Ada".into(),
        customer: None,
        case_id: None,
        title: "A question".into(),
        priority: Priority::Normal,
        locale: None,
        context: Vec::new(),
        facts: Vec::new(),
        preferred_agents: Vec::new(),
        queue_id: Some(queue_id(number % QUEUES)),
        first_message: None,
    }
}
