//! A random organisation: what it is like before anything happens. Knows nothing of what will.

use crate::demands::{self, Taste};
use crate::ids::{Noun, agent_id, id};
use crate::random::Random;
use frontdesk_engine::Input;
use frontdesk_model::*;
use serde::{Deserialize, Serialize};

pub const START: Timestamp = Timestamp(1_795_406_706_007);
const SECOND: u64 = 1_000;
const MINUTE: u64 = 60 * SECOND;
const DAY: u64 = 24 * 60 * MINUTE;

/// Small on purpose: few people meet more often, and checks stay cheap.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct World {
    pub organization: Organization,
    pub presences: Vec<Presence>,
    #[serde(default)]
    pub skills: Vec<Skill>,
    #[serde(default)]
    pub capacity_profiles: Vec<CapacityProfile>,
    #[serde(default)]
    pub operating_hours: Vec<OperatingHours>,
    pub agents: Vec<Agent>,
    pub queues: Vec<Queue>,
    pub workstreams: Vec<Workstream>,
    #[serde(default)]
    pub rulesets: Vec<Ruleset>,
    pub widgets: Vec<Widget>,
    pub contacts: Vec<Contact>,
    pub accounts: Vec<Account>,
    pub cases: Vec<Case>,
    /// Seeds the ids that the engine draws.
    pub ids_seed: u64,
}

impl World {
    pub fn random(seed: u64) -> World {
        let random = &mut Random::new(seed);
        let (presences, taste) = (presences(), Taste::random(random));
        let agents = 0..random.between(1, 8) as usize;
        let agents: Vec<Agent> = agents.map(|n| agent(n, &presences, taste, random)).collect();
        let mut queues: Vec<Queue> = Vec::new();
        for number in 0..random.between(1, 4) {
            let served: Vec<QueueId> = queues.iter().filter(|one| !one.members.is_empty()).map(|one| one.id).collect();
            queues.push(queue(number, &agents, &served, taste, random));
        }
        let workstreams: Vec<Workstream> =
            (0..random.between(2, 6)).map(|n| workstream(n, queues.len(), taste, random)).collect();
        let numbers = 0..workstreams.len() as u64;
        let rules = |n| demands::rulesets(n, queues.len() as u64, taste, random);
        World {
            rulesets: numbers.flat_map(rules).collect(),
            skills: demands::skills(),
            capacity_profiles: demands::capacity_profiles(random),
            operating_hours: demands::operating_hours(random),
            organization: organization(random),
            widgets: widgets(&workstreams),
            contacts: (0..3).map(contact).collect(),
            accounts: (0..2).map(account).collect(),
            cases: (0..3).map(case).collect(),
            presences,
            agents,
            queues,
            workstreams,
            ids_seed: random.next_u64(),
        }
    }

    /// Only so many agents, all members of one queue, and the workstreams that lead to it.
    pub fn small(agents: usize, workstreams: Vec<Workstream>) -> World {
        let presences = presences();
        let agents: Vec<Agent> = (0..agents)
            .map(|index| Agent {
                id: agent_id(index),
                name: format!("Agent {index}"),
                email: format!("agent{index}@contoso.example"),
                active: true,
                capacity_units: 1,
                created_at: START,
                ..Agent::default()
            })
            .collect();
        let queue = Queue {
            id: QueueId(id(Noun::Queue, 0)),
            name: "Queue 0".into(),
            members: agents.iter().map(|agent| agent.id).collect(),
            ..Queue::default()
        };
        let fallback_queue_id = queue.id;
        let workstream = |(number, workstream): (usize, Workstream)| Workstream {
            id: WorkstreamId(id(Noun::Workstream, number as u64)),
            fallback_queue_id,
            ..workstream
        };
        World {
            organization: Organization {
                id: OrganizationId(id(Noun::Organization, 1)),
                name: "Contoso".into(),
                created_at: START,
                settings: Settings::default(),
                version: 0,
            },
            presences,
            skills: Vec::new(),
            capacity_profiles: Vec::new(),
            operating_hours: Vec::new(),
            rulesets: Vec::new(),
            agents,
            queues: vec![queue],
            workstreams: workstreams.into_iter().enumerate().map(workstream).collect(),
            widgets: Vec::new(),
            contacts: Vec::new(),
            accounts: Vec::new(),
            cases: Vec::new(),
            ids_seed: 1,
        }
    }

    /// In the order in which a person would set it up: nothing refers to what is not there yet.
    pub fn set_up(&self) -> Vec<Input> {
        let mut all = Vec::new();
        all.extend(self.presences.iter().cloned().map(Input::put));
        all.extend(self.skills.iter().cloned().map(Input::put));
        all.extend(self.capacity_profiles.iter().cloned().map(Input::put));
        all.extend(self.operating_hours.iter().cloned().map(Input::put));
        all.extend(self.agents.iter().cloned().map(Input::put));
        all.extend(self.queues.iter().cloned().map(Input::put));
        all.extend(self.workstreams.iter().cloned().map(Input::put));
        all.extend(self.rulesets.iter().cloned().map(Input::put));
        all.extend(self.widgets.iter().cloned().map(Input::put));
        all.extend(self.accounts.iter().cloned().map(|account| Input::PutRecord(Record::Account(account))));
        all.extend(self.contacts.iter().cloned().map(|contact| Input::PutRecord(Record::Contact(contact))));
        all.extend(self.cases.iter().cloned().map(|case| Input::PutRecord(Record::Case(case))));
        all
    }
}

pub fn random_timers(random: &mut Random) -> Timers {
    let mut limit = |longest: u64| random.percent(80).then(|| random.duration_ms(5 * SECOND, longest));
    let (open, active, wrap_up) = (limit(20 * MINUTE), limit(DAY), limit(15 * MINUTE));
    let (slow_open, slow_active, slow_wrap_up) = (limit(30 * DAY), limit(30 * DAY), limit(DAY));
    Timers {
        live_chat_customer_disconnected_ms: random.duration_ms(SECOND, 3 * MINUTE),
        live_chat_open_close_ms: open,
        live_chat_active_close_ms: active,
        live_chat_wrap_up_close_ms: wrap_up,
        asynchronous_open_close_ms: slow_open,
        asynchronous_active_close_ms: slow_active,
        asynchronous_wrap_up_close_ms: slow_wrap_up,
        auto_close_scan_ms: random.one_of([0, 0, 1, 7 * SECOND, MINUTE, 5 * MINUTE]),
        browser_restore_ms: random.duration_ms(SECOND, 150 * SECOND),
        agent_disconnected_ms: random.duration_ms(SECOND, 150 * SECOND),
        undisplayed_offer_reroute_ms: random.duration_ms(SECOND, 8 * MINUTE),
    }
}

pub fn random_members(agents: usize, random: &mut Random) -> Vec<AgentId> {
    if random.percent(8) {
        return Vec::new();
    }
    let chance = random.one_of([40, 70, 100]);
    (0..agents).filter(|_| random.percent(chance)).map(agent_id).collect()
}

pub fn random_presences(random: &mut Random) -> Vec<BasePresence> {
    use BasePresence::*;
    match random.below(6) {
        0 => vec![Available],
        1 => vec![Available, Busy, DoNotDisturb],
        2 => vec![Busy, Away],
        _ => vec![Available, Busy],
    }
}

pub fn random_wrap_up_block(random: &mut Random) -> WrapUpBlock {
    match random.below(3) {
        0 => WrapUpBlock::Always,
        1 => WrapUpBlock::Never,
        _ => WrapUpBlock::For { milliseconds: random.duration_ms(30 * SECOND, 60 * MINUTE) },
    }
}

fn organization(random: &mut Random) -> Organization {
    Organization {
        id: OrganizationId(id(Noun::Organization, 1)),
        name: "Contoso".into(),
        created_at: START,
        settings: Settings {
            timers: random_timers(random),
            declines_allowed: random.between(1, 5) as u32,
            declining_agents_max: random.one_of([1, 2, 100]),
            sessions_max: random.one_of([1, 2, 3, 10]),
            inactive_after_missed_offer: random.percent(50),
            do_not_disturb_after_reject: random.percent(30),
            message_characters_max: random.one_of([10, 40, 200]),
            time_zone: random.one_of(["UTC", "Europe/Berlin", "America/New_York"]).into(),
            ..Settings::default()
        },
        version: 0,
    }
}

/// The six that every organisation has, and three of its own.
fn presences() -> Vec<Presence> {
    use BasePresence::*;
    let all = [
        ("Available", Available, true, true),
        ("Busy", Busy, true, true),
        ("Do not disturb", DoNotDisturb, true, true),
        ("Away", Away, true, true),
        ("Offline", Offline, true, true),
        ("Inactive", Inactive, false, true),
        ("Lunch", Away, true, false),
        ("Back office", Busy, true, false),
        ("Training", DoNotDisturb, true, false),
    ];
    let presence = |(number, (name, base, settable, is_default)): (usize, (&str, BasePresence, bool, bool))| Presence {
        id: PresenceId(id(Noun::Presence, number as u64)),
        name: name.into(),
        base,
        settable,
        is_default,
        version: 0,
    };
    all.into_iter().enumerate().map(presence).collect()
}

pub fn agent(index: usize, presences: &[Presence], taste: Taste, random: &mut Random) -> Agent {
    let settable: Vec<PresenceId> = presences.iter().filter(|presence| presence.settable).map(|p| p.id).collect();
    let mut agent = Agent {
        id: agent_id(index),
        name: format!("Agent {index}"),
        email: format!("agent{index}@contoso.example"),
        role: random.one_of([Role::Agent, Role::Agent, Role::Agent, Role::Supervisor, Role::Administrator]),
        active: random.percent(95),
        capacity_units: random.between(0, 6) as u32,
        default_presence_id: if random.percent(20) { random.pick(&settable).copied() } else { None },
        password_hash: None,
        created_at: START,
        ..Agent::default()
    };
    demands::equip(&mut agent, taste, random);
    agent
}

fn queue(number: u64, agents: &[Agent], targets: &[QueueId], taste: Taste, random: &mut Random) -> Queue {
    let mut queue = Queue {
        id: QueueId(id(Noun::Queue, number)),
        name: format!("Queue {number}"),
        priority: random.between(1, 3) as u32,
        method: AssignmentMethod::HighestCapacity,
        members: random_members(agents.len(), random),
        everyone: random.percent(15),
        ..Queue::default()
    };
    demands::arrange(&mut queue, targets, taste, random);
    queue
}

fn workstream(number: u64, queues: usize, taste: Taste, random: &mut Random) -> Workstream {
    // The first two are always there, so that every seed leads both lives.
    let mode = match number {
        0 => ConversationMode::LiveChat,
        1 => ConversationMode::Asynchronous,
        _ => random.one_of([
            ConversationMode::LiveChat,
            ConversationMode::PersistentChat,
            ConversationMode::Asynchronous,
        ]),
    };
    let channel = match mode {
        ConversationMode::Asynchronous => random.one_of([
            Channel::Sms,
            Channel::Whatsapp,
            Channel::Facebook,
            Channel::Telegram,
            Channel::Line,
            Channel::Email,
            Channel::Custom,
        ]),
        _ => Channel::LiveChat,
    };
    let distribution = if random.percent(75) { DistributionMode::Push } else { DistributionMode::Pick };
    let mut workstream = Workstream {
        id: WorkstreamId(id(Noun::Workstream, number)),
        name: format!("Workstream {number}"),
        channel,
        mode,
        distribution,
        capacity_units: random.one_of([1, 1, 1, 2, 3]),
        wrap_up_block: random_wrap_up_block(random),
        allowed_presences: random_presences(random),
        notification: random.one_of([
            Notification::OpenSession,
            Notification::ScreenPopWithTimeout,
            Notification::ScreenPopWithDecline,
            Notification::ScreenPopWithDecline,
        ]),
        offer_timeout_ms: random.duration_ms(10 * SECOND, 2 * MINUTE),
        close_after_inactivity_ms: random.percent(80).then(|| random.duration_ms(5 * SECOND, DAY)),
        reoffer_after_decline_ms: random.one_of([0, SECOND, 30 * SECOND, 5 * MINUTE]),
        reconnect_within_ms: random.percent(40).then(|| random.duration_ms(SECOND, 5 * MINUTE)),
        agent_affinity: distribution == DistributionMode::Push && random.percent(40),
        pick_from_push: random.percent(50),
        fallback_queue_id: QueueId(id(Noun::Queue, random.below(queues as u64))),
        ..Workstream::default()
    };
    demands::charge(&mut workstream, taste, random);
    workstream
}

fn widgets(workstreams: &[Workstream]) -> Vec<Widget> {
    let chats = workstreams.iter().filter(|workstream| workstream.channel == Channel::LiveChat).enumerate();
    let widget = |(number, workstream): (usize, &Workstream)| Widget {
        id: WidgetId(id(Noun::Widget, number as u64)),
        name: format!("Widget {number}"),
        workstream_id: workstream.id,
        title: "Let's chat".into(),
        greeting: "How can we help?".into(),
        color: "#0f6cbd".into(),
        ..Widget::default()
    };
    chats.map(widget).collect()
}

fn contact(number: u64) -> Contact {
    Contact {
        id: ContactId(id(Noun::Contact, number)),
        name: format!("Contact {number}"),
        email: None,
        phone: None,
        account_id: None,
        created_at: START,
        modified_at: START,
    }
}

fn account(number: u64) -> Account {
    Account {
        id: AccountId(id(Noun::Account, number)),
        name: format!("Account {number}"),
        email: None,
        phone: None,
        created_at: START,
        modified_at: START,
    }
}

fn case(number: u64) -> Case {
    Case {
        id: CaseId(id(Noun::Case, number)),
        ticket_number: format!("CAS-{number:05}"),
        title: format!("Case {number}"),
        status: CaseStatus::Active,
        customer: None,
        created_at: START,
        modified_at: START,
    }
}
