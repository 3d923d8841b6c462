//! What routing can be asked for in a random organisation: skills, profiles, hours, rules and overflow. Knows nothing of
//! what comes of them.

use crate::ids::{Noun, id};
use crate::random::Random;
use frontdesk_calendar::{OperatingHours as Hours, Weekday, WeeklyOpening};
use frontdesk_model::*;
use frontdesk_predicate::Predicate;

const SECOND: u64 = 1_000;
const MINUTE: u64 = 60 * SECOND;

pub const PROFILES: u64 = 3;
pub const HOURS: u64 = 3;

/// How much of all this an organisation uses: some route by queue alone, others by everything at once.
#[derive(Clone, Copy, Debug)]
pub struct Taste {
    pub skills_percent: u64,
    pub profiles_percent: u64,
    pub rules_percent: u64,
    pub overflow_percent: u64,
    pub hours_percent: u64,
    pub methods: bool,
}

/// For changes: whatever may be used is.
pub const EVERYTHING: Taste = Taste {
    skills_percent: 60,
    profiles_percent: 40,
    rules_percent: 60,
    overflow_percent: 30,
    hours_percent: 40,
    methods: true,
};

impl Taste {
    pub fn random(random: &mut Random) -> Taste {
        Taste {
            skills_percent: random.one_of([0, 30, 80]),
            profiles_percent: random.one_of([0, 0, 30, 80]),
            rules_percent: random.one_of([0, 50, 90]),
            overflow_percent: random.one_of([0, 20, 60]),
            hours_percent: random.one_of([0, 20, 60]),
            methods: random.percent(75),
        }
    }
}

// --- pieces ---

pub fn skills() -> Vec<Skill> {
    let scales = [(1, 10), (0, 3), (1, 5)];
    let skill = |(number, (minimum, maximum)): (u64, (u32, u32))| Skill {
        id: skill_id(number),
        name: format!("Skill {number}"),
        kind: "Product".into(),
        rating: RatingModel { minimum, maximum },
        version: 0,
    };
    (0..).zip(scales).map(skill).collect()
}

pub fn capacity_profiles(random: &mut Random) -> Vec<CapacityProfile> {
    let kinds = [(CapacityReset::Immediate, false), (CapacityReset::EndOfDay, false), (CapacityReset::Immediate, true)];
    let profile = |(number, (reset, blocks_assignment)): (u64, (CapacityReset, bool))| CapacityProfile {
        id: profile_id(number),
        name: format!("Profile {number}"),
        units_max: random.between(0, 3) as u32,
        blocks_assignment,
        reset,
        version: 0,
    };
    (0..).zip(kinds).map(profile).collect()
}

pub fn operating_hours(random: &mut Random) -> Vec<OperatingHours> {
    (0..HOURS).map(|number| hours(number, random)).collect()
}

/// A shift of some hours, or three short spells a day: both hours and pauses come round. Not more: each opening is one
/// more to work out for each year that a seed lives through.
pub fn hours(number: u64, random: &mut Random) -> OperatingHours {
    let opening = |from: u64, to: u64| WeeklyOpening {
        days: Weekday::ALL.to_vec(),
        from: format!("{:02}:{:02}", from / 60 % 24, from % 60),
        to: format!("{:02}:{:02}", to / 60 % 24, to % 60),
        every_weeks: 1,
        anchor_date: None,
        from_date: None,
        until_date: None,
    };
    let weekly = if random.percent(50) {
        let from = random.below(24 * 60);
        vec![opening(from, from + random.between(60, 23 * 60))]
    } else {
        let (first, minutes) = (random.below(8 * 60), random.between(1, 50));
        (0..3).map(|spell| first + spell * 8 * 60).map(|from| opening(from, from + minutes)).collect()
    };
    let time_zone = random.one_of(["UTC", "Europe/Berlin", "America/New_York"]);
    OperatingHours {
        id: hours_id(number),
        name: format!("Hours {number}"),
        hours: Hours { time_zone: time_zone.into(), weekly, ..Hours::default() },
        version: 0,
    }
}

/// What an agent brings beside their units.
pub fn equip(agent: &mut Agent, taste: Taste, random: &mut Random) {
    agent.skills = agent_skills(taste, random);
    agent.capacity_profiles = agent_profiles(taste, random);
    agent.attributes.clear();
    for (name, one, other) in [("city", "Berlin", "Paris"), ("seniority", "2", "11")] {
        if random.percent(70) {
            let value = random.one_of([one, other]).into();
            agent.attributes.push(ContextVariable { name: name.into(), value });
        }
    }
    agent.operating_hours_id = random.percent(taste.hours_percent).then(|| hours_id(random.below(HOURS)));
}

pub fn agent_skills(taste: Taste, random: &mut Random) -> Vec<SkillRating> {
    let scales = skills();
    let rated = scales.iter().filter(|_| random.percent(taste.skills_percent)).collect::<Vec<_>>();
    rated.into_iter().map(|skill| rating(skill, random)).collect()
}

pub fn agent_profiles(taste: Taste, random: &mut Random) -> Vec<AgentCapacityProfile> {
    let mut profiles = Vec::new();
    for number in 0..PROFILES {
        if random.percent(taste.profiles_percent) {
            let units_max = random.percent(50).then(|| random.between(0, 3) as u32);
            profiles.push(AgentCapacityProfile { profile_id: profile_id(number), units_max });
        }
    }
    profiles
}

/// How a queue chooses, orders and overflows; to one of `targets`, which must not lead back to it.
pub fn arrange(queue: &mut Queue, targets: &[QueueId], taste: Taste, random: &mut Random) {
    if taste.methods {
        queue.method = random.one_of([
            AssignmentMethod::HighestCapacity,
            AssignmentMethod::AdvancedRoundRobin,
            AssignmentMethod::LeastActive,
            AssignmentMethod::Custom,
        ]);
    }
    queue.assignment_rules = assignment_rules(taste, random);
    queue.prioritization_rules = prioritization_rules(taste, random);
    queue.operating_hours_id = random.percent(taste.hours_percent).then(|| hours_id(random.below(HOURS)));
    overflow(queue, targets, taste, random);
}

fn overflow(queue: &mut Queue, targets: &[QueueId], taste: Taste, random: &mut Random) {
    queue.overflow_before.clear();
    if queue.operating_hours_id.is_some() && random.percent(taste.overflow_percent) {
        let action = overflow_action(targets, true, random);
        queue.overflow_before.push(OverflowBefore { condition: OverflowCondition::OutOfHours, action });
    }
    if random.percent(taste.overflow_percent) {
        let condition = OverflowCondition::QueueLength { waiting_max: random.between(1, 3) as u32 };
        queue.overflow_before.push(OverflowBefore { condition, action: overflow_action(targets, true, random) });
    }
    queue.overflow_waiting = random.percent(taste.overflow_percent).then(|| OverflowWaiting {
        after_ms: random.duration_ms(MINUTE, 60 * MINUTE),
        action: overflow_action(targets, false, random),
    });
}

fn overflow_action(targets: &[QueueId], before: bool, random: &mut Random) -> OverflowAction {
    match random.below(4) {
        0 => OverflowAction::EndConversation,
        1 if before => OverflowAction::QueueAnyway,
        _ => match random.pick(targets) {
            Some(queue_id) => OverflowAction::TransferToQueue { queue_id: *queue_id },
            None => OverflowAction::EndConversation,
        },
    }
}

/// What one conversation of a workstream takes and asks.
pub fn charge(workstream: &mut Workstream, taste: Taste, random: &mut Random) {
    workstream.capacity_profiles =
        (0..PROFILES).filter(|_| random.percent(taste.profiles_percent / 2)).map(profile_id).collect();
    let without_units = !workstream.capacity_profiles.is_empty() && random.percent(40);
    workstream.capacity_units = if without_units { 0 } else { workstream.capacity_units.max(1) };
    workstream.skill_matching =
        random.one_of([SkillMatching::Exact, SkillMatching::Exact, SkillMatching::Closest, SkillMatching::Ignored]);
}

// --- rules ---

pub fn assignment_rules(taste: Taste, random: &mut Random) -> Vec<AssignmentRule> {
    let conditions = [
        "agent.city == context.city",
        "agent.unitsFree >= 2",
        r#"agent.role == "agent""#,
        r#"context.tier == "gold" && agent.seniority > 5"#,
        r#"conversation.priority == "high""#,
        "true",
    ];
    let mut after_wait_ms = 0;
    let mut rules = Vec::new();
    for number in 0..random.between(1, 3) {
        if number > 0 {
            after_wait_ms += random.duration_ms(SECOND, 10 * MINUTE);
        }
        rules.push(AssignmentRule {
            name: format!("Assignment {number}"),
            after_wait_ms,
            when: condition(random.one_of(conditions)),
            presences: crate::world::random_presences(random),
            skills: random.one_of([SkillMatching::Exact, SkillMatching::Closest, SkillMatching::Ignored]),
            within_capacity: random.percent(80),
            within_hours: random.percent(taste.hours_percent),
            order: (0..random.below(3)).map(|_| agent_order(random)).collect(),
        });
    }
    rules
}

fn agent_order(random: &mut Random) -> AgentOrder {
    match random.below(9) {
        0 => AgentOrder::RoundRobin,
        1 => AgentOrder::LeastActive,
        2 => AgentOrder::MostUnitsFree,
        3 => AgentOrder::MostProfileUnitsFree,
        4 => AgentOrder::MostProficient,
        5 => AgentOrder::LeastProficient,
        6 => AgentOrder::FewestSkills,
        7 => AgentOrder::MostSkills,
        _ => {
            AgentOrder::Attribute { name: random.one_of(["city", "seniority"]).into(), descending: random.percent(50) }
        }
    }
}

pub fn prioritization_rules(taste: Taste, random: &mut Random) -> Vec<PrioritizationRule> {
    let conditions = [r#"context.tier == "gold""#, r#"conversation.priority == "high""#, "context.orders > 5"];
    let orders = [None, Some("context.orders"), Some("conversation.createdAt")];
    let number = if random.percent(taste.rules_percent / 2) { random.between(1, 3) as usize } else { 0 };
    let rule = |(number, when): (usize, &str)| PrioritizationRule {
        name: format!("Priority {number}"),
        when: condition(when),
        order: random.one_of(orders).map(|field| PlaceOrder { field: field.into(), descending: random.percent(50) }),
    };
    conditions.into_iter().take(number).enumerate().map(rule).collect()
}

/// Of each workstream none to two rulesets that classify, and one that routes or none.
pub fn rulesets(workstream: u64, queues: u64, taste: Taste, random: &mut Random) -> Vec<Ruleset> {
    let mut all = Vec::new();
    for position in 1..=2 {
        if random.percent(taste.rules_percent) {
            all.push(ruleset(workstream, position, Rules::Classification(classification(queues, random))));
        }
    }
    if random.percent(taste.rules_percent) {
        all.push(ruleset(workstream, 3, Rules::RouteToQueue(routes(queues, random))));
    }
    all
}

fn ruleset(workstream: u64, position: u32, rules: Rules) -> Ruleset {
    Ruleset {
        id: ruleset_id(workstream, position),
        name: format!("Ruleset {workstream}.{position}"),
        workstream_id: WorkstreamId(id(Noun::Workstream, workstream)),
        position,
        rules,
        version: 0,
    }
}

pub fn classification(queues: u64, random: &mut Random) -> Vec<ClassificationRule> {
    let conditions = some_of(
        &[r#"context.tier == "gold""#, "context.orders > 5", r#"conversation.priority == "high""#, "has(context.city)"],
        random,
    );
    let rule = |(number, when): (usize, &str)| ClassificationRule {
        name: format!("Class {number}"),
        when: condition(when),
        outputs: (0..random.between(1, 3)).map(|_| output(queues, random)).collect(),
    };
    conditions.into_iter().enumerate().map(rule).collect()
}

fn output(queues: u64, random: &mut Random) -> Classification {
    match random.below(10) {
        0 => Classification::Queue { queue_id: QueueId(id(Noun::Queue, random.below(queues))) },
        1 | 2 => {
            Classification::Priority { priority: random.one_of([Priority::Low, Priority::Normal, Priority::High]) }
        }
        3..7 => {
            let scales = skills();
            Classification::Skill { skill: rating(&scales[random.index(scales.len())], random) }
        }
        7 => Classification::CapacityProfile { profile_id: profile_id(random.below(PROFILES)) },
        _ => Classification::Context { variable: variable(random) },
    }
}

pub fn routes(queues: u64, random: &mut Random) -> Vec<RouteRule> {
    let conditions = some_of(
        &[
            r#"context.tier == "gold""#,
            r#"customer.name.contains("1")"#,
            r#"conversation.priority != "low" && context.orders > 5"#,
            "has(case.title)",
            r#"conversation.channel in ["live_chat", "sms"] && context.city == "berlin""#,
        ],
        random,
    );
    let rule = |(number, when): (usize, &str)| RouteRule {
        name: format!("Route {number}"),
        when: condition(when),
        queues: shares(queues, random),
    };
    conditions.into_iter().enumerate().map(rule).collect()
}

/// One queue, or two that share.
fn shares(queues: u64, random: &mut Random) -> Vec<QueueShare> {
    let first = random.below(queues);
    let queue_id = |number| QueueId(id(Noun::Queue, number));
    if queues < 2 || random.percent(60) {
        return vec![QueueShare { queue_id: queue_id(first), percent: 100 }];
    }
    let percent = random.between(1, 99) as u32;
    let second = (first + 1) % queues;
    vec![
        QueueShare { queue_id: queue_id(first), percent },
        QueueShare { queue_id: queue_id(second), percent: 100 - percent },
    ]
}

/// What a customer's page or the desk before ours says of them.
pub fn variable(random: &mut Random) -> ContextVariable {
    let (name, value) = random.one_of([
        ("tier", "gold"),
        ("tier", "Gold"),
        ("tier", "silver"),
        ("orders", "3"),
        ("orders", "12"),
        ("orders", "many"),
        ("city", "Berlin"),
        ("city", "Paris"),
    ]);
    ContextVariable { name: name.into(), value: value.into() }
}

// --- small helpers ---

pub fn rating(skill: &Skill, random: &mut Random) -> SkillRating {
    let RatingModel { minimum, maximum } = skill.rating;
    SkillRating { skill_id: skill.id, proficiency: random.between(minimum.into(), maximum.into()) as u32 }
}

fn condition(text: &str) -> Predicate {
    Predicate::parse(text).expect("a condition of the simulator's own")
}

fn some_of<'a>(conditions: &[&'a str], random: &mut Random) -> Vec<&'a str> {
    let chosen: Vec<&str> = conditions.iter().copied().filter(|_| random.percent(60)).collect();
    if chosen.is_empty() { vec![conditions[0]] } else { chosen }
}

pub fn skill_id(number: u64) -> SkillId {
    SkillId(id(Noun::Skill, number))
}

pub fn profile_id(number: u64) -> CapacityProfileId {
    CapacityProfileId(id(Noun::CapacityProfile, number))
}

pub fn hours_id(number: u64) -> OperatingHoursId {
    OperatingHoursId(id(Noun::OperatingHours, number))
}

pub fn ruleset_id(workstream: u64, position: u32) -> RulesetId {
    RulesetId(id(Noun::Ruleset, workstream * 10 + u64::from(position)))
}
