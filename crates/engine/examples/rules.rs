//! What rules cost each new conversation: `cargo run --release -p frontdesk-engine --example rules`. Prints microseconds
//! to start a conversation under 0 to 10,000 route-to-queue rules, and to save them, in one run. Knows nothing of disks or
//! sockets.

use frontdesk_engine::{Engine, Input, NewConversation};
use frontdesk_model::*;
use frontdesk_predicate::Predicate;
use std::time::Instant;

const ROUNDS: usize = 5_000;
const QUEUES: u128 = 50;

struct Desk {
    engine: Engine,
    last_id: u128,
}

impl Desk {
    fn tell(&mut self, input: Input) {
        let last_id = &mut self.last_id;
        let mut ids = || {
            *last_id += 1;
            Uuid::from_u128(*last_id)
        };
        if let Err(refusal) = self.engine.handle(input, Timestamp(0), &mut ids) {
            panic!("{refusal:?}");
        }
        while let Some(output) = self.engine.poll_output() {
            std::hint::black_box(output);
        }
    }
}

fn main() {
    println!("{:>8} {:>12} {:>12} {:>12}", "rules", "median µs", "p99 µs", "save ms");
    for rules in [0, 100, 1_000, 10_000] {
        let mut desk = desk();
        let begun = Instant::now();
        desk.tell(Input::put(ruleset(rules)));
        let save_ms = begun.elapsed().as_secs_f64() * 1e3;
        let mut spent: Vec<f64> = (0..ROUNDS)
            .map(|round| {
                let input = start(round, rules.max(1));
                let begun = Instant::now();
                desk.tell(input);
                begun.elapsed().as_secs_f64() * 1e6
            })
            .collect();
        spent.sort_by(f64::total_cmp);
        println!("{rules:>8} {:>12.2} {:>12.2} {save_ms:>12.1}", spent[ROUNDS / 2], spent[ROUNDS * 99 / 100]);
    }
}

fn desk() -> Desk {
    let organization = Organization {
        id: Uuid::from_u128(1).into(),
        name: "Contoso".into(),
        created_at: Timestamp(0),
        settings: Settings::default(),
        version: 0,
    };
    let mut desk = Desk { engine: Engine::new(organization), last_id: 1 << 64 };
    for (number, base) in BasePresence::SETTABLE.into_iter().chain([BasePresence::Inactive]).enumerate() {
        desk.tell(Input::put(Presence {
            id: PresenceId(Uuid::from_u128(100 + number as u128)),
            name: format!("{base:?}"),
            base,
            settable: base != BasePresence::Inactive,
            is_default: true,
            version: 0,
        }));
    }
    let member = AgentId(Uuid::from_u128(10));
    desk.tell(Input::put(Agent {
        id: member,
        name: "Ada".into(),
        email: "ada@contoso.example".into(),
        active: true,
        capacity_units: 1,
        ..Agent::default()
    }));
    for number in 0..QUEUES {
        let queue =
            Queue { id: queue_id(number), name: format!("Queue {number}"), members: vec![member], ..Queue::default() };
        desk.tell(Input::put(queue));
    }
    desk.tell(Input::put(Workstream {
        id: workstream_id(),
        name: "Web".into(),
        fallback_queue_id: queue_id(0),
        ..Workstream::default()
    }));
    desk
}

/// Each product of each kind has its rule: what people write when they have many.
fn ruleset(rules: usize) -> Ruleset {
    let rule = |number: usize| {
        let tier = ["gold", "silver"][number % 2];
        let text = format!(
            r#"conversation.channel == "live_chat" && context.product == "P-{number}" && context.tier == "{tier}""#
        );
        let when = Predicate::parse(&text).unwrap_or_else(|error| panic!("{text}: {error}"));
        let queues = vec![QueueShare { queue_id: queue_id(number as u128 % QUEUES), percent: 100 }];
        RouteRule { name: format!("Product {number}"), when, queues }
    };
    Ruleset {
        id: RulesetId(Uuid::from_u128(3)),
        name: "Products".into(),
        workstream_id: workstream_id(),
        position: 1,
        rules: Rules::RouteToQueue((0..rules).map(rule).collect()),
        version: 0,
    }
}

fn start(round: usize, rules: usize) -> Input {
    let number = round * 7_919 % rules;
    let variable = |name: &str, value: String| ContextVariable { name: name.into(), value };
    let tier = ["gold", "silver"][number % 2];
    Input::StartConversation(Box::new(NewConversation {
        id: ConversationId(Uuid::from_u128((1 << 50) + round as u128)),
        workstream_id: workstream_id(),
        widget_id: None,
        visitor_id: None,
        customer_name: "Ada".into(),
        customer: None,
        case_id: None,
        title: "A question".into(),
        priority: Priority::Normal,
        locale: None,
        context: vec![variable("product", format!("P-{number}")), variable("tier", tier.into())],
        facts: Vec::new(),
        preferred_agents: Vec::new(),
        queue_id: None,
        first_message: None,
    }))
}

fn queue_id(number: u128) -> QueueId {
    QueueId(Uuid::from_u128(1_000 + number))
}

fn workstream_id() -> WorkstreamId {
    WorkstreamId(Uuid::from_u128(2))
}
