//! The small worlds in which all histories are tried, and the inputs they are made of. Knows no outcome.
//!
//! Each has one conversation and two agents; each is about one thing that can happen to them, so that its alphabet stays
//! small enough for all words of six letters.

use super::{Letter, Stage};
use crate::demands::{hours_id, profile_id, skill_id};
use crate::ids::{Noun, id};
use crate::transition::{Act, Text, Transition, WhichSession};
use crate::world::World;
use frontdesk_calendar::{OperatingHours as Hours, Weekday, WeeklyOpening};
use frontdesk_model::*;
use frontdesk_predicate::Predicate;

const MINUTE: u64 = 60_000;
const AVAILABLE: usize = 0;
const AWAY: usize = 3;

pub fn all() -> Vec<Stage> {
    vec![
        live_chat(),
        asynchronous(),
        skills_that_loosen(),
        nearest_in_skills(),
        overflow(),
        supervised(),
        announced(),
        consulted(),
    ]
}

/// Both agents are there and free.
fn live_chat() -> Stage {
    let mut happens = customer();
    happens.extend(customer_of_live_chat());
    happens.extend((0..2).flat_map(agents));
    stage("live chat", World::small(2, vec![chat()]), happens)
}

/// Two agents of whom the one who had it gets it back.
fn asynchronous() -> Stage {
    let happens = customer().into_iter().chain((0..2).flat_map(agents)).collect();
    stage("asynchronous, with affinity", World::small(2, vec![messages()]), happens)
}

/// What asks for a skill goes to the one who has it; after a minute to whoever is nearest, within capacity or not.
fn skills_that_loosen() -> Stage {
    let mut world = with_skill(Workstream { skill_matching: SkillMatching::Exact, ..chat() });
    let rule = |name: &str, after_wait_ms, skills, within_capacity| AssignmentRule {
        name: name.into(),
        after_wait_ms,
        when: Predicate::Always,
        presences: vec![BasePresence::Available, BasePresence::Busy],
        skills,
        within_capacity,
        within_hours: false,
        order: vec![AgentOrder::MostProficient],
    };
    world.queues[0].method = AssignmentMethod::Custom;
    world.queues[0].assignment_rules = vec![
        rule("the skilled", 0, SkillMatching::Exact, true),
        rule("the nearest", MINUTE, SkillMatching::Closest, false),
    ];
    stage("skills, loosening as it waits", world, asking_for_skills())
}

/// The nearest in skills, and a unit of a profile that one of them has.
fn nearest_in_skills() -> Stage {
    let profile =
        CapacityProfile { id: profile_id(0), name: "Chats".into(), units_max: 1, ..CapacityProfile::default() };
    let mut world = with_skill(Workstream {
        skill_matching: SkillMatching::Closest,
        capacity_profiles: vec![profile.id],
        ..chat()
    });
    world.agents[0].capacity_profiles = vec![AgentCapacityProfile { profile_id: profile.id, units_max: None }];
    world.agents[1].capacity_profiles = vec![AgentCapacityProfile { profile_id: profile.id, units_max: Some(2) }];
    world.capacity_profiles = vec![profile];
    stage("nearest in skills, with a profile", world, asking_for_skills())
}

/// A queue that sends on whoever waits a minute, one that sends them away, and one that is closed and sends on at once.
fn overflow() -> Stage {
    let mut world = World::small(2, vec![chat()]);
    let queue = |number: u64| QueueId(id(Noun::Queue, number));
    let to = |number| OverflowAction::TransferToQueue { queue_id: queue(number) };
    let after_a_minute = |action| Some(OverflowWaiting { after_ms: MINUTE, action });
    let members = |agent: usize| vec![world.agents[agent].id];
    let first = Queue { members: members(0), overflow_waiting: after_a_minute(to(1)), ..world.queues[0].clone() };
    let second = Queue {
        id: queue(1),
        name: "Queue 1".into(),
        members: members(1),
        overflow_waiting: after_a_minute(OverflowAction::EndConversation),
        ..Queue::default()
    };
    let closed = Queue {
        id: queue(2),
        name: "Queue 2".into(),
        members: members(0),
        operating_hours_id: Some(hours_id(0)),
        overflow_before: vec![OverflowBefore { condition: OverflowCondition::OutOfHours, action: to(1) }],
        ..Queue::default()
    };
    world.operating_hours = vec![at_noon()];
    // Whom it sends on to has to be there before.
    world.queues = vec![second, first, closed];
    let mut happens = customer_of_live_chat();
    happens.extend([starts(None, None), starts(None, Some(1)), starts(None, Some(2))]);
    happens.extend((0..2).flat_map(work));
    for agent in 0..2 {
        happens.extend((0..3).map(|to| Transition::TransfersToQueue { agent, conversation: 0, to }));
    }
    stage("overflow", world, happens)
}

/// The second agent oversees the first.
fn supervised() -> Stage {
    let mut world = World::small(2, vec![Workstream { pick_from_push: true, ..chat() }]);
    world.agents[1].role = Role::Supervisor;
    let other = Queue { id: QueueId(id(Noun::Queue, 1)), name: "Queue 1".into(), ..world.queues[0].clone() };
    world.queues.push(other);
    let acts = [
        Act::AssignsToAgent { to: 0, regardless: false },
        Act::AssignsToAgent { to: 1, regardless: true },
        Act::AssignsToQueue { to: 1 },
        Act::TransfersToAgent { to: 0 },
        Act::TransfersToAgent { to: 1 },
        Act::TransfersToQueue { to: 1 },
        Act::ForceCloses,
        Act::Monitors,
        Act::Joins,
    ];
    let (agent, conversation) = (1, 0);
    let mut happens = vec![starts(None, None), Transition::CustomerEnds { conversation }];
    happens.extend((0..2).flat_map(work));
    happens.extend(acts.map(|act| Transition::Supervises { agent, conversation, act }));
    happens.extend([
        Transition::InBulk { agent, conversations: vec![conversation], act: Act::ForceCloses },
        Transition::Leaves { agent, conversation },
        Transition::AgentWrites { agent, conversation, text: Text::Plain, note: false },
        Transition::ResetsPresence { agent, of: 0, presence: AWAY },
        Transition::ResetsPresence { agent, of: 0, presence: AVAILABLE },
    ]);
    stage("supervised", world, happens)
}

/// The second agent writes to customers who can wait, and tells the first of what is theirs.
fn announced() -> Stage {
    let mut world = World::small(2, vec![Workstream { pick_from_push: true, ..messages() }]);
    world.agents[1].role = Role::Supervisor;
    let (agent, conversations) = (1, vec![0]);
    let mut happens = customer();
    happens.extend((0..2).flat_map(work));
    let acts = [Act::WritesToCustomers { text: Text::Plain }, Act::NotifiesAgents { text: Text::Plain }];
    happens.extend(acts.map(|act| Transition::InBulk { agent, conversations: conversations.clone(), act }));
    happens.push(Transition::Picks { agent: 0, conversation: 0 });
    stage("announced", world, happens)
}

/// Either may ask the other for advice, and hand over.
fn consulted() -> Stage {
    let conversation = 0;
    let mut happens = customer();
    for agent in 0..2 {
        let (to, guest) = (1 - agent, 1 - agent);
        happens.extend(work(agent));
        happens.extend([
            Transition::AgentWrites { agent, conversation, text: Text::Plain, note: false },
            Transition::ConsultsAgent { agent, conversation, to },
            Transition::ConsultsQueue { agent, conversation, to: 0 },
            Transition::AnswersConsult { agent, conversation, accepts: true },
            Transition::AnswersConsult { agent, conversation, accepts: false },
            Transition::LetsIn { agent, conversation, guest },
            Transition::SendsOut { agent, conversation, guest },
            Transition::Leaves { agent, conversation },
            Transition::TransfersToAgent { agent, conversation, to },
        ]);
    }
    stage("consulted", World::small(2, vec![chat()]), happens)
}

// --- worlds ---

fn stage(name: &'static str, mut world: World, happens: Vec<Transition>) -> Stage {
    let mut alphabet: Vec<Letter> = happens.into_iter().map(Letter::Happens).collect();
    alphabet.push(Letter::Alarm);
    world.organization.settings.declines_allowed = 2;
    let before = (0..2).map(|agent| Transition::OpensBrowser { agent }).collect();
    Stage { name, world, before, alphabet }
}

fn chat() -> Workstream {
    Workstream { name: "Chat".into(), ..Workstream::default() }
}

fn messages() -> Workstream {
    Workstream {
        name: "Messages".into(),
        channel: Channel::Sms,
        mode: ConversationMode::Asynchronous,
        agent_affinity: true,
        close_after_inactivity_ms: Some(MINUTE),
        ..Workstream::default()
    }
}

/// The first agent has the skill that a conversation of high priority asks for; the second has it, but not so well.
fn with_skill(workstream: Workstream) -> World {
    let mut world = World::small(2, vec![workstream]);
    let skill = Skill { id: skill_id(0), name: "French".into(), ..Skill::default() };
    let rated = |proficiency| SkillRating { skill_id: skill.id, proficiency };
    world.agents[0].skills = vec![rated(7)];
    world.agents[1].skills = vec![rated(3)];
    let rule = ClassificationRule {
        name: "In French".into(),
        when: Predicate::equal("conversation.priority", "High"),
        outputs: vec![Classification::Skill { skill: rated(5) }],
    };
    world.rulesets = vec![Ruleset {
        id: RulesetId(id(Noun::Ruleset, 0)),
        name: "Languages".into(),
        workstream_id: world.workstreams[0].id,
        position: 1,
        rules: Rules::Classification(vec![rule]),
        version: 0,
    }];
    world.skills = vec![skill];
    world
}

/// Long after everything has happened: histories begin in the small hours, and last some minutes.
fn at_noon() -> OperatingHours {
    let noon = WeeklyOpening {
        days: Weekday::ALL.to_vec(),
        from: "12:00".into(),
        to: "13:00".into(),
        every_weeks: 1,
        anchor_date: None,
        from_date: None,
        until_date: None,
    };
    let hours = Hours { time_zone: "UTC".into(), weekly: vec![noon], ..Hours::default() };
    OperatingHours { id: hours_id(0), name: "Noon".into(), hours, version: 0 }
}

// --- letters ---

fn asking_for_skills() -> Vec<Transition> {
    let mut happens = customer_of_live_chat();
    happens.extend([starts(Some(Priority::High), None), starts(None, None)]);
    for agent in 0..2 {
        happens.extend(work(agent));
        happens.push(Transition::TransfersToQueue { agent, conversation: 0, to: 0 });
    }
    happens
}

fn starts(priority: Option<Priority>, queue: Option<usize>) -> Transition {
    Transition::Starts {
        conversation: 0,
        workstream: 0,
        queue,
        customer: None,
        case: None,
        priority: priority.unwrap_or(Priority::Normal),
        titled: false,
        context: Vec::new(),
        preferred: Vec::new(),
    }
}

fn customer() -> Vec<Transition> {
    vec![starts(None, None), Transition::CustomerWrites { conversation: 0, text: Text::Plain }]
}

fn customer_of_live_chat() -> Vec<Transition> {
    vec![
        Transition::CustomerEnds { conversation: 0 },
        Transition::CustomerConnects { conversation: 0 },
        Transition::CustomerDrops { conversation: 0 },
    ]
}

/// What every agent does all day.
fn work(agent: usize) -> Vec<Transition> {
    let (conversation, session) = (0, WhichSession::Unsaid);
    vec![
        Transition::Accepts { agent, conversation, session },
        Transition::Rejects { agent, conversation, session },
        Transition::Ends { agent, conversation },
        Transition::ClosesSession { agent, conversation },
        Transition::Releases { agent, conversation },
        Transition::OpensBrowser { agent },
        Transition::LosesBrowser { agent },
        Transition::SetsPresence { agent, presence: AWAY },
    ]
}

fn agents(agent: usize) -> Vec<Transition> {
    let (conversation, to) = (0, 1 - agent);
    let mut all = work(agent);
    all.extend([
        Transition::Displays { agent, conversation, session: WhichSession::Last },
        Transition::Picks { agent, conversation },
        Transition::AgentWrites { agent, conversation, text: Text::Plain, note: false },
        Transition::TransfersToAgent { agent, conversation, to },
        Transition::TransfersToQueue { agent, conversation, to: 0 },
    ]);
    all
}
