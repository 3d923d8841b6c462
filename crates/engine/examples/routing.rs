//! How fast routing decides: `cargo run --release -p frontdesk-engine --example routing -- [WAITING…]` (10,000 and
//! 1,000,000 unless told). 10,000 agents in 200 queues, each in four, with ten of 500 skills; every conversation requires
//! one to three of them. Prints decisions a second on one core, the slowest hundredth, what an explanation costs and
//! memory for each that waits. Knows nothing of disks or sockets.

use frontdesk_engine::{Engine, Input, NewConversation};
use frontdesk_model::*;
use frontdesk_predicate::Predicate;
use std::time::Instant;

const AGENTS: u128 = 10_000;
const QUEUES: u128 = 200;
const QUEUES_OF_AN_AGENT: u128 = 4;
const SKILLS: u128 = 500;
const SKILLS_OF_AN_AGENT: u128 = 10;
const DECISIONS: usize = 100_000;
const BATCH: usize = 1_000;
/// The context variables that name a skill each.
const RULESETS: [&str; 3] = ["first", "second", "third"];

fn main() {
    let sizes: Vec<u128> = std::env::args().skip(1).filter_map(|size| size.parse().ok()).collect();
    if let [waiting] = sizes[..] {
        return measure(waiting);
    }
    println!(
        "µs: a decision (an agent's last conversation closes, the next is offered), an explanation, a new conversation"
    );
    println!(
        "{:>10} {:>12} {:>9} {:>9} {:>11} {:>9} {:>9} {:>8}",
        "waiting", "decisions/s", "p50", "p99", "explain p50", "new p50", "new p99", "B each"
    );
    let sizes = if sizes.is_empty() { vec![10_000, 1_000_000] } else { sizes };
    // Each in its own process: memory that one gave back would count for less in the next.
    for waiting in sizes {
        let this = std::env::current_exe().expect("it runs");
        let status = std::process::Command::new(this).arg(waiting.to_string()).status();
        assert!(status.is_ok_and(|status| status.success()), "{waiting} failed");
    }
}

struct Pace {
    engine: Engine,
    now: Timestamp,
    last_id: u128,
    random: u64,
}

impl Pace {
    /// Microseconds.
    fn tell(&mut self, input: Input) -> f64 {
        self.now = self.now + 1;
        let last_id = &mut self.last_id;
        let mut ids = || {
            *last_id += 1;
            Uuid::from_u128(*last_id)
        };
        let begun = Instant::now();
        if let Err(refusal) = self.engine.handle(input, self.now, &mut ids) {
            panic!("{refusal:?}");
        }
        let spent = begun.elapsed().as_secs_f64() * 1e6;
        while let Some(output) = self.engine.poll_output() {
            std::hint::black_box(output);
        }
        spent
    }

    fn wait(&mut self, waiting: u128) {
        for number in 0..waiting {
            let new = new_conversation(self, number);
            self.tell(Input::StartConversation(Box::new(new)));
        }
    }

    fn random(&mut self, below: u128) -> u128 {
        self.random = self.random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u128::from(self.random >> 33) % below
    }
}

/// Nobody waits and nobody is there.
fn begin() -> Pace {
    let mut pace = Pace { engine: Engine::new(organization()), now: Timestamp(0), last_id: 1 << 64, random: 1 };
    let snapshot = snapshot(&mut pace);
    pace.engine = Engine::load(snapshot, pace.now);
    while let Some(output) = pace.engine.poll_output() {
        std::hint::black_box(output);
    }
    pace
}

fn measure(waiting: u128) {
    let mut pace = begin();
    let before = resident();
    pace.wait(waiting);
    let bytes = (resident() - before) / waiting as f64;
    for number in 0..AGENTS {
        pace.tell(Input::AgentConnected { agent_id: agent_id(number) });
    }
    let (mut decisions, mut explained, mut arrivals) = (Vec::new(), Vec::new(), Vec::new());
    let mut worked_ns = 0;
    let mut next = waiting;
    while decisions.len() < DECISIONS {
        // As many come as are served, so that the line stays as long.
        let mut ended = Vec::new();
        for _ in 0..BATCH {
            next += 1;
            let new = new_conversation(&mut pace, next);
            let id = new.id;
            arrivals.push(pace.tell(Input::StartConversation(Box::new(new))));
            let begun = Instant::now();
            std::hint::black_box(pace.engine.explain(id, pace.now));
            explained.push(begun.elapsed().as_secs_f64() * 1e6);
            let agent_id = agent_id(next * 7919 % AGENTS);
            let theirs = pace.engine.assigned(agent_id).next();
            let Some(conversation_id) = theirs.filter(|id| !ended.contains(&(*id, agent_id))) else { continue };
            pace.tell(Input::AcceptOffer { conversation_id, session_id: None, agent_id });
            pace.tell(Input::EndConversation { conversation_id, agent_id });
            ended.push((conversation_id, agent_id));
        }
        let before_ns = worked_for_ns();
        for (conversation_id, agent_id) in &ended {
            let (conversation_id, agent_id) = (*conversation_id, *agent_id);
            decisions.push(pace.tell(Input::CloseSession { conversation_id, agent_id }));
        }
        worked_ns += worked_for_ns() - before_ns;
    }
    let each_second = decisions.len() as f64 / worked_ns as f64 * 1e9;
    let [decision, explanation, arrival] = [&mut decisions, &mut explained, &mut arrivals].map(|spent| {
        spent.sort_by(f64::total_cmp);
        (spent[spent.len() / 2], spent[spent.len() * 99 / 100])
    });
    println!(
        "{waiting:>10} {each_second:>12.0} {:>9.2} {:>9.2} {:>11.2} {:>9.2} {:>9.2} {bytes:>8.0}",
        decision.0, decision.1, explanation.0, arrival.0, arrival.1
    );
}

/// How long this thread has been on a processor: on a busy machine the wall clock says something else.
fn worked_for_ns() -> u64 {
    let statistics = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    statistics.split(' ').next().and_then(|worked| worked.parse().ok()).unwrap_or_default()
}

/// Bytes of this process in memory.
fn resident() -> f64 {
    let statm = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    let pages: f64 = statm.split(' ').nth(1).and_then(|pages| pages.parse().ok()).unwrap_or_default();
    pages * 4096.0
}

fn snapshot(pace: &mut Pace) -> Snapshot {
    Snapshot {
        organization: organization(),
        agents: (0..AGENTS).map(|number| agent(pace, number)).collect(),
        agent_statuses: Vec::new(),
        queues: (0..QUEUES).map(queue).collect(),
        workstreams: vec![workstream()],
        presences: presences(),
        widgets: Vec::new(),
        skills: (0..SKILLS).map(skill).collect(),
        capacity_profiles: Vec::new(),
        operating_hours: Vec::new(),
        rulesets: (1..).zip(RULESETS).map(|(position, variable)| ruleset(position, variable)).collect(),
        set_up_changes: 0,
        conversations: Vec::new(),
        sessions: Vec::new(),
        participants: Vec::new(),
        segments: Vec::new(),
        paces: Vec::new(),
        journal_sequence: 0,
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

fn agent(pace: &mut Pace, number: u128) -> Agent {
    let mut agent = Agent {
        id: agent_id(number),
        name: format!("Agent {number}"),
        email: format!("agent{number}@contoso.example"),
        active: true,
        capacity_units: 1,
        ..Agent::default()
    };
    for _ in 0..SKILLS_OF_AN_AGENT {
        let skill_id = skill_id(pace.random(SKILLS));
        if agent.skills.iter().all(|skill| skill.skill_id != skill_id) {
            agent.skills.push(SkillRating { skill_id, proficiency: 5 });
        }
    }
    agent
}

fn queue(number: u128) -> Queue {
    let is_member = |agent: &u128| (0..QUEUES_OF_AN_AGENT).any(|nth| (agent + nth * 37) % QUEUES == number);
    Queue {
        id: queue_id(number),
        name: format!("Queue {number}"),
        priority: 1 + u32::try_from(number % 3).unwrap_or(0),
        members: (0..AGENTS).filter(is_member).map(agent_id).collect(),
        ..Queue::default()
    }
}

fn skill(number: u128) -> Skill {
    Skill { id: skill_id(number), name: format!("Skill {number}"), kind: "Product".into(), ..Skill::default() }
}

/// One rule for each skill.
fn ruleset(position: u32, variable: &str) -> Ruleset {
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
        rules: Rules::Classification((0..SKILLS).map(rule).collect()),
        version: 1,
    }
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

/// One to three skills; the more urgent are the fewer.
fn new_conversation(pace: &mut Pace, number: u128) -> NewConversation {
    let named = |name: &str, value: u128| ContextVariable { name: name.to_owned(), value: value.to_string() };
    let skills = RULESETS.into_iter().take(1 + pace.random(3) as usize).collect::<Vec<_>>();
    NewConversation {
        id: ConversationId(Uuid::from_u128((1 << 50) + number)),
        workstream_id: workstream().id,
        widget_id: None,
        visitor_id: None,
        customer_name: "Ada Lovelace".into(),
        customer: None,
        case_id: None,
        title: "Where is my order?".into(),
        priority: if pace.random(10) == 0 { Priority::High } else { Priority::Normal },
        locale: None,
        context: skills.into_iter().map(|name| named(name, pace.random(SKILLS))).collect(),
        facts: Vec::new(),
        preferred_agents: Vec::new(),
        queue_id: Some(queue_id(pace.random(QUEUES))),
    }
}
