//! What happens next: mostly what people in that place would do, sometimes what nobody should. Knows the record, as
//! people see their screens, and nothing of the engine's inside.

use crate::demands;
use crate::ids::conversation_number;
use crate::random::Random;
use crate::simulation::Scene;
use crate::transition::{Act, Change, Lateness, Record as Linked, Step, Text, Transition, WhichSession};
use crate::world;
use frontdesk_model::*;

const OPEN_CONVERSATIONS_MAX: usize = 15;
const AGENTS_MAX: usize = 8;
const SECOND: u64 = 1_000;
const HOUR: u64 = 3_600 * SECOND;
const DAY: u64 = 24 * HOUR;

/// What kind of organisation this seed is: each draws its own, so that rare weather is somebody's climate.
#[derive(Clone, Debug)]
pub struct Mood {
    customers: u64,
    agents: u64,
    workplace: u64,
    set_up: u64,
    nonsense: u64,
    idle: u64,
    crashes_per_10_000: u64,
    late_percent: u64,
    long_waits_per_1_000: u64,
}

impl Mood {
    pub fn random(random: &mut Random) -> Mood {
        Mood {
            customers: random.between(15, 50),
            agents: random.between(30, 80),
            workplace: random.between(3, 15),
            set_up: random.one_of([0, 1, 2, 6]),
            nonsense: random.one_of([1, 4, 10]),
            idle: random.one_of([0, 3, 10]),
            crashes_per_10_000: random.one_of([0, 10, 50, 200]),
            late_percent: random.one_of([0, 5, 20, 60]),
            long_waits_per_1_000: random.one_of([0, 2, 10, 50]),
        }
    }
}

pub fn next_step(random: &mut Random, mood: &Mood, scene: &Scene<'_>) -> Step {
    Step { wait_ms: wait(random, mood, scene), lateness: lateness(random, mood), what: transition(random, mood, scene) }
}

fn wait(random: &mut Random, mood: &Mood, scene: &Scene<'_>) -> u64 {
    if random.below(1_000) < mood.long_waits_per_1_000 {
        return random.duration_ms(HOUR, 40 * DAY);
    }
    match random.below(100) {
        0..40 => 0,
        40..82 => random.duration_ms(1, 3 * SECOND),
        82..93 => random.duration_ms(SECOND, 60 * SECOND),
        // To the next alarm, or to the last moment before it.
        93..98 => scene.alarm_in_ms().saturating_sub(random.below(2)),
        _ => random.duration_ms(60 * SECOND, HOUR),
    }
}

fn lateness(random: &mut Random, mood: &Mood) -> Lateness {
    if random.percent(mood.late_percent) { Lateness::Late } else { Lateness::Exact }
}

fn transition(random: &mut Random, mood: &Mood, scene: &Scene<'_>) -> Transition {
    if random.below(10_000) < mood.crashes_per_10_000 {
        return Transition::Crash;
    }
    let weights = [mood.customers, mood.agents, mood.workplace, mood.set_up, mood.nonsense, mood.idle];
    match random.weighted(&weights) {
        0 => customer(random, scene),
        1 => agent(random, scene),
        2 => workplace(random, scene),
        3 => Transition::SetUp(change(random, scene)),
        4 => nonsense(random, scene),
        _ => Transition::Nothing,
    }
}

// --- customers ---

fn customer(random: &mut Random, scene: &Scene<'_>) -> Transition {
    let open = scene.record.conversations.len();
    let arrives = open == 0 || (open < OPEN_CONVERSATIONS_MAX && random.percent(if open < 6 { 45 } else { 15 }));
    let Some(chosen) = scene.any_open(random).filter(|_| !arrives) else {
        return if open < OPEN_CONVERSATIONS_MAX { starts(random, scene) } else { Transition::Nothing };
    };
    let conversation = conversation_number(chosen.id);
    match random.below(100) {
        0..50 => Transition::CustomerWrites { conversation, text: sensible_text(random) },
        50..58 => Transition::CustomerEnds { conversation },
        58..74 => Transition::CustomerConnects { conversation },
        74..86 => Transition::CustomerDrops { conversation },
        _ => {
            let (delivered, read) = marks(random, chosen);
            Transition::CustomerReads { conversation, delivered, read }
        }
    }
}

fn starts(random: &mut Random, scene: &Scene<'_>) -> Transition {
    let customer = match random.below(10) {
        0 => Some(Linked::Contact(random.below(3))),
        1 => Some(Linked::Account(random.below(2))),
        _ => None,
    };
    Transition::Starts {
        conversation: scene.conversations_started,
        workstream: random.index(scene.record.workstreams.len()),
        queue: random.percent(30).then(|| random.index(scene.record.queues.len())),
        customer,
        case: random.percent(10).then(|| random.below(3)),
        priority: random.one_of([Priority::Low, Priority::Normal, Priority::Normal, Priority::High]),
        titled: random.percent(30),
        context: context(random),
        preferred: preferred(random, scene),
    }
}

fn context(random: &mut Random) -> Vec<ContextVariable> {
    let mut context: Vec<ContextVariable> = (0..random.below(4)).map(|_| demands::variable(random)).collect();
    context.sort_by(|a, b| a.name.cmp(&b.name));
    context.dedup_by(|a, b| a.name == b.name);
    context
}

fn preferred(random: &mut Random, scene: &Scene<'_>) -> Vec<usize> {
    let wanted = if random.percent(15) { random.between(1, 2) } else { 0 };
    let mut preferred: Vec<usize> = (0..wanted).map(|_| scene.any_agent(random)).collect();
    preferred.dedup();
    preferred
}

fn sensible_text(random: &mut Random) -> Text {
    if random.percent(95) { Text::Plain } else { Text::Longest }
}

fn marks(random: &mut Random, conversation: &Conversation) -> (u64, u64) {
    let delivered = random.between(0, conversation.last_message_number);
    (delivered, random.between(0, delivered))
}

// --- agents ---

fn agent(random: &mut Random, scene: &Scene<'_>) -> Transition {
    let Some(chosen) = scene.any_open(random) else { return workplace(random, scene) };
    let conversation = conversation_number(chosen.id);
    let agent = chosen.list_agent_id.and_then(|id| scene.agent_number(id)).unwrap_or_else(|| scene.any_agent(random));
    if random.percent(8) {
        return supervisor(random, scene, conversation);
    }
    match chosen.status {
        ConversationStatus::Open => match random.below(4) {
            0 => Transition::Picks { agent: scene.any_agent(random), conversation },
            _ => workplace(random, scene),
        },
        ConversationStatus::Active if scene.is_accepted(chosen) => in_conversation(random, scene, chosen, agent),
        ConversationStatus::Active => offered(random, conversation, agent),
        ConversationStatus::Waiting => match random.below(4) {
            0 => Transition::Picks { agent, conversation },
            2 => Transition::TransfersToAgent {
                agent: scene.any_agent(random),
                conversation,
                to: scene.any_agent(random),
            },
            1 => Transition::CustomerWrites { conversation, text: Text::Plain },
            _ => Transition::Nothing,
        },
        ConversationStatus::WrapUp => match random.below(10) {
            0..5 => Transition::ClosesSession { agent, conversation },
            5 => Transition::AgentWrites { agent, conversation, text: Text::Plain, note: true },
            6 => Transition::CustomerWrites { conversation, text: Text::Plain },
            7 => Transition::AgentWrites { agent, conversation, text: Text::Plain, note: false },
            _ => Transition::Nothing,
        },
        ConversationStatus::Closed => Transition::Nothing,
    }
}

fn supervisor(random: &mut Random, scene: &Scene<'_>, conversation: u32) -> Transition {
    let agent = scene.any_overseer(random);
    match random.below(20) {
        0 => Transition::ResetsPresence { agent, of: scene.any_agent(random), presence: presence(random, scene) },
        1 => Transition::LooksAtLine,
        2 | 3 => {
            let all: Vec<u32> = scene.record.conversations.keys().map(|id| conversation_number(*id)).collect();
            let conversations = all.into_iter().filter(|_| random.percent(40)).collect();
            Transition::InBulk { agent, conversations, act: act(random, scene) }
        }
        _ => Transition::Supervises { agent, conversation, act: act(random, scene) },
    }
}

fn act(random: &mut Random, scene: &Scene<'_>) -> Act {
    let (to_agent, to_queue) = (scene.any_agent(random), random.index(scene.record.queues.len()));
    match random.below(25) {
        20..23 => Act::WritesToCustomers { text: sensible_text(random) },
        23..25 => Act::NotifiesAgents { text: sensible_text(random) },
        0..5 => Act::AssignsToAgent { to: to_agent, regardless: random.percent(40) },
        5..8 => Act::AssignsToQueue { to: to_queue },
        8..11 => Act::TransfersToAgent { to: to_agent },
        11..13 => Act::TransfersToQueue { to: to_queue },
        13..15 => Act::ForceCloses,
        15..18 => Act::Monitors,
        _ => Act::Joins,
    }
}

/// Between the agent whose it is and those they ask for advice.
fn advice(random: &mut Random, scene: &Scene<'_>, chosen: &Conversation, agent: usize) -> Transition {
    let conversation = conversation_number(chosen.id);
    let guests = scene.guests(chosen.id);
    let Some(guest) = random.pick(&guests).filter(|_| random.percent(80)) else {
        return match random.below(4) {
            0 => Transition::ConsultsQueue { agent, conversation, to: random.index(scene.record.queues.len()) },
            _ => Transition::ConsultsAgent { agent, conversation, to: scene.any_agent(random) },
        };
    };
    let number = scene.agent_number(guest.agent_id).unwrap_or(agent);
    match random.below(10) {
        _ if guest.joined_at.is_none() && random.percent(70) => {
            Transition::AnswersConsult { agent: number, conversation, accepts: random.percent(75) }
        }
        0..3 => Transition::LetsIn { agent, conversation, guest: number },
        3..6 => Transition::AgentWrites { agent: number, conversation, text: Text::Plain, note: random.percent(50) },
        6..8 => Transition::SendsOut { agent, conversation, guest: number },
        _ => Transition::Leaves { agent: number, conversation },
    }
}

fn offered(random: &mut Random, conversation: u32, agent: usize) -> Transition {
    let session = if random.percent(50) { WhichSession::Last } else { WhichSession::Unsaid };
    match random.below(100) {
        0..25 => Transition::Displays { agent, conversation, session: WhichSession::Last },
        25..65 => Transition::Accepts { agent, conversation, session },
        65..85 => Transition::Rejects { agent, conversation, session },
        _ => Transition::Nothing,
    }
}

fn in_conversation(random: &mut Random, scene: &Scene<'_>, chosen: &Conversation, agent: usize) -> Transition {
    let conversation = conversation_number(chosen.id);
    if random.percent(12) {
        return advice(random, scene, chosen, agent);
    }
    match random.below(100) {
        0..36 => Transition::AgentWrites { agent, conversation, text: sensible_text(random), note: false },
        36..42 => Transition::AgentWrites { agent, conversation, text: Text::Plain, note: true },
        42..52 => {
            let (delivered, read) = marks(random, chosen);
            Transition::AgentReads { agent, conversation, delivered, read }
        }
        52..66 => Transition::Ends { agent, conversation },
        66..76 => Transition::ClosesSession { agent, conversation },
        76..81 => Transition::Releases { agent, conversation },
        81..87 => Transition::TransfersToAgent { agent, conversation, to: scene.any_agent(random) },
        87..92 => Transition::TransfersToQueue { agent, conversation, to: random.index(scene.record.queues.len()) },
        92..97 => Transition::Links { agent, conversation, record: any_record(random) },
        _ => Transition::Unlinks { agent, conversation, record: linked_record(random, chosen) },
    }
}

fn any_record(random: &mut Random) -> Linked {
    match random.below(3) {
        0 => Linked::Contact(random.below(3)),
        1 => Linked::Account(random.below(2)),
        _ => Linked::Case(random.below(3)),
    }
}

fn linked_record(random: &mut Random, conversation: &Conversation) -> Linked {
    let number = |id: Uuid| id.as_u128() as u64;
    match (conversation.customer, conversation.case_id) {
        (_, Some(case)) if random.percent(50) => Linked::Case(number(case.0)),
        (Some(CustomerRef::Contact(contact)), _) => Linked::Contact(number(contact.0)),
        (Some(CustomerRef::Account(account)), _) => Linked::Account(number(account.0)),
        _ => any_record(random),
    }
}

// --- agents and their workplace ---

fn workplace(random: &mut Random, scene: &Scene<'_>) -> Transition {
    let agent = scene.any_agent(random);
    if !scene.has_browser(agent) && random.percent(80) {
        return Transition::OpensBrowser { agent };
    }
    match random.below(100) {
        0..60 => Transition::SetsPresence { agent, presence: presence(random, scene) },
        60..70 => Transition::OpensBrowser { agent },
        70..92 => Transition::LosesBrowser { agent },
        _ => Transition::SignsOut { agent },
    }
}

/// Mostly Available: a desk where everybody is at lunch tests little.
fn presence(random: &mut Random, scene: &Scene<'_>) -> usize {
    if random.percent(65) { 0 } else { random.index(scene.record.presences.len()) }
}

// --- the set-up ---

fn change(random: &mut Random, scene: &Scene<'_>) -> Change {
    let agent = scene.any_agent(random);
    let queue = random.index(scene.record.queues.len());
    let workstream = random.index(scene.record.workstreams.len());
    if random.percent(40) {
        return demand(random, scene);
    }
    match random.below(17) {
        0 if scene.record.agents.len() < AGENTS_MAX => Change::Hires { capacity_units: random.between(0, 6) as u32 },
        0..2 => Change::Capacity { agent, units: random.between(0, 6) as u32 },
        2..4 => activity(random, scene),
        4..6 => {
            let members = world::random_members(scene.record.agents.len(), random);
            Change::Members { queue, members: members.into_iter().filter_map(|id| scene.agent_number(id)).collect() }
        }
        6 => Change::QueuePriority { queue, priority: random.between(1, 3) as u32 },
        7 => Change::WorkstreamUnits { workstream, units: random.between(1, 3) as u32 },
        8 => Change::WorkstreamBlock { workstream, block: world::random_wrap_up_block(random) },
        9 => Change::WorkstreamPresences { workstream, allowed: world::random_presences(random) },
        10 => Change::WorkstreamNotification {
            workstream,
            notification: random.one_of([
                Notification::OpenSession,
                Notification::ScreenPopWithTimeout,
                Notification::ScreenPopWithDecline,
            ]),
            offer_timeout_ms: random.duration_ms(10 * SECOND, 120 * SECOND),
        },
        11 => Change::WorkstreamWaits {
            workstream,
            close_after_inactivity_ms: random.percent(80).then(|| random.duration_ms(SECOND, DAY)),
            reoffer_after_decline_ms: random.duration_ms(1, HOUR),
        },
        12 => Change::WorkstreamAffinity { workstream, affinity: random.percent(50) },
        13 => Change::Timers(world::random_timers(random)),
        14 => Change::Limits {
            declines_allowed: random.between(1, 5) as u32,
            declining_agents_max: random.one_of([1, 2, 100]),
            sessions_max: random.one_of([1, 2, 3, 10]),
        },
        15 => Change::PresenceBase {
            presence: 6 + random.index(3),
            base: random.one_of([BasePresence::Away, BasePresence::Busy, BasePresence::Available]),
        },
        _ => match random.below(3) {
            0 => Change::NoSuchMember { queue },
            1 => Change::NoSuchQueue { workstream },
            _ => Change::ChangedDistribution { workstream },
        },
    }
}

/// What routing is asked for, changed while work waits.
fn demand(random: &mut Random, scene: &Scene<'_>) -> Change {
    let seed = random.next_u64();
    match random.below(14) {
        13 => {
            let queue = random.index(scene.record.queues.len());
            Change::Everyone { queue, everyone: random.percent(50) }
        }
        12 => Change::Supervisors {
            monitor: random.percent(85),
            assign: random.percent(85),
            transfer: random.percent(85),
            force_close: random.percent(85),
        },
        0..3 => Change::Equips { agent: scene.any_agent(random), seed },
        3..6 => Change::Rearranges { queue: random.index(scene.record.queues.len()), seed },
        6 => Change::Charges { workstream: random.index(scene.record.workstreams.len()), seed },
        7 => Change::Reschedules { hours: random.below(demands::HOURS), seed },
        8..10 => Change::Rules { workstream: random.index(scene.record.workstreams.len()), seed },
        10 => Change::ProfileLimit { profile: random.below(demands::PROFILES), units: random.between(0, 3) as u32 },
        _ => Change::Deletes {
            noun: random.one_of([
                SetUpNoun::Ruleset,
                SetUpNoun::Ruleset,
                SetUpNoun::Skill,
                SetUpNoun::CapacityProfile,
                SetUpNoun::OperatingHours,
                SetUpNoun::Queue,
                SetUpNoun::Workstream,
            ]),
        },
    }
}

/// Somebody leaves, or who left comes back: never so many that nobody is left.
fn activity(random: &mut Random, scene: &Scene<'_>) -> Change {
    let away = scene.record.agents.values().find(|agent| !agent.active).and_then(|agent| scene.agent_number(agent.id));
    match away {
        Some(agent) if random.percent(70) => Change::Activity { agent, active: true },
        _ => Change::Activity { agent: scene.any_agent(random), active: false },
    }
}

// --- what nobody should do ---

fn nonsense(random: &mut Random, scene: &Scene<'_>) -> Transition {
    let conversation = anything(random, scene);
    let agent = random.index(scene.record.agents.len() + 2);
    let session = random.one_of([
        WhichSession::Unsaid,
        WhichSession::Last,
        WhichSession::Former,
        WhichSession::Former,
        WhichSession::Foreign,
    ]);
    let text = random.one_of([Text::Plain, Text::Empty, Text::Blank, Text::TooLong]);
    let to = random.index(scene.record.agents.len() + 1);
    match random.below(26) {
        20 => Transition::Supervises { agent, conversation, act: act(random, scene) },
        21 => Transition::ConsultsAgent { agent, conversation, to },
        22 => Transition::AnswersConsult { agent, conversation, accepts: random.percent(50) },
        23 => Transition::LetsIn { agent, conversation, guest: to },
        24 => Transition::SendsOut { agent, conversation, guest: to },
        0 => Transition::CustomerWrites { conversation, text },
        1 => Transition::CustomerEnds { conversation },
        2 => Transition::CustomerConnects { conversation },
        3 => Transition::CustomerDrops { conversation },
        4 => Transition::CustomerReads { conversation, delivered: random.below(60), read: random.below(60) },
        5 => Transition::AgentWrites { agent, conversation, text, note: random.percent(50) },
        6 => Transition::AgentReads { agent, conversation, delivered: random.below(60), read: random.below(60) },
        7 => Transition::Displays { agent, conversation, session },
        8 => Transition::Accepts { agent, conversation, session },
        9 => Transition::Rejects { agent, conversation, session },
        10 => Transition::Picks { agent, conversation },
        11 => Transition::Ends { agent, conversation },
        12 => Transition::ClosesSession { agent, conversation },
        13 => Transition::Releases { agent, conversation },
        14 => Transition::TransfersToAgent { agent, conversation, to },
        15 => Transition::TransfersToQueue { agent, conversation, to: random.index(scene.record.queues.len() + 1) },
        16 => Transition::Links { agent, conversation, record: any_record(random) },
        17 => Transition::Unlinks { agent, conversation, record: any_record(random) },
        18 => Transition::SetsPresence { agent, presence: random.index(scene.record.presences.len() + 1) },
        19 => starts_wrongly(random, scene),
        _ => match random.below(3) {
            0 => Transition::OpensBrowser { agent },
            1 => Transition::LosesBrowser { agent },
            _ => Transition::SignsOut { agent },
        },
    }
}

/// Twice the same conversation, or in a workstream or queue that is not there.
fn starts_wrongly(random: &mut Random, scene: &Scene<'_>) -> Transition {
    let again = scene.any_open(random).map(|conversation| conversation_number(conversation.id));
    let mut wrong = starts(random, scene);
    if let Transition::Starts { conversation, workstream, queue, .. } = &mut wrong {
        match random.below(3) {
            0 => *conversation = again.unwrap_or(*conversation),
            1 => *workstream = scene.record.workstreams.len(),
            _ => *queue = Some(scene.record.queues.len()),
        }
    }
    wrong
}

/// Any conversation that is or was, or now and then one that never was.
fn anything(random: &mut Random, scene: &Scene<'_>) -> u32 {
    match random.below(10) {
        0 => u32::MAX,
        1..4 => random.below(u64::from(scene.conversations_started)) as u32,
        _ => scene.any_open(random).map_or(u32::MAX, |conversation| conversation_number(conversation.id)),
    }
}
