//! The method custom: assignment rules tried in order, each from its waiting time on; what the workstream says of
//! presences and skills is not used.

use crate::classification::when;
use crate::world::{MINUTE, SECOND, World};
use PassedOverReason::{Condition, Hours, Presence, Units};
use frontdesk_engine::{AlarmReason, Input};
use frontdesk_model::*;

fn rule(name: &str, change: impl FnOnce(&mut AssignmentRule)) -> AssignmentRule {
    let mut rule = AssignmentRule {
        name: name.into(),
        after_wait_ms: 0,
        when: when("true"),
        presences: vec![BasePresence::Available, BasePresence::Busy],
        skills: SkillMatching::Exact,
        within_capacity: true,
        within_hours: false,
        order: Vec::new(),
    };
    change(&mut rule);
    rule
}

fn ruled(rules: Vec<AssignmentRule>) -> World {
    let mut world = World::live_chat();
    world.change_own_queue(|queue| (queue.method, queue.assignment_rules) = (AssignmentMethod::Custom, rules));
    world
}

fn attribute(agent: &mut Agent, name: &str, value: &str) {
    agent.attributes.push(ContextVariable { name: name.into(), value: value.into() });
}

fn from(world: &mut World, city: &str) -> ConversationId {
    world.start_with(|new| new.context = vec![ContextVariable { name: "city".into(), value: city.into() }])
}

#[test]
fn a_condition_may_compare_the_agent_with_the_conversation() {
    let mut world = ruled(vec![rule("Neighbours", |rule| rule.when = when("agent.city == context.city"))]);
    let lyon = world.agent_with(|agent| attribute(agent, "city", "Lyon"));
    let oslo = world.agent_with(|agent| attribute(agent, "city", "Oslo"));
    let (from_oslo, from_rome) = (from(&mut world, "oslo"), from(&mut world, "Rome"));
    assert_eq!(world.agent_of(from_oslo), Some(oslo));
    assert_eq!(world.assigned(from_oslo).1.as_deref(), Some("Neighbours"));
    assert_eq!(world.passed_over(from_rome), [(lyon, Condition), (oslo, Condition)]);
    let another = from(&mut world, "Lyon");
    assert_eq!(world.agent_of(another), Some(lyon));
    world.change_agent(oslo, |agent| agent.attributes[0].value = "Rome".into());
    assert_eq!(world.agent_of(from_rome), Some(oslo));
}

#[test]
fn demands_loosen_as_a_conversation_waits_at_the_very_moment() {
    let mut world = ruled(vec![
        rule("Skilled", |_| {}),
        rule("Near", |rule| (rule.after_wait_ms, rule.skills) = (30 * SECOND, SkillMatching::Closest)),
    ]);
    world.asked_skill("french");
    let agent = world.agent();
    let id = world.start_asking(&[("french", 5)]);
    assert_eq!(world.agent_of(id), None);
    assert_eq!(world.alarm(), Some((30 * SECOND, AlarmReason::RuleComesIntoForce)));
    world.pass(30 * SECOND - 1);
    assert_eq!(world.agent_of(id), None);
    world.pass(1);
    let expected = (AssignedBecause::NearestInSkills, Some("Near".to_owned()), vec![agent]);
    assert_eq!(world.assigned(id), expected);
}

#[test]
fn who_fits_an_earlier_rule_comes_before_all_who_fit_later_ones() {
    let mut world = ruled(vec![
        rule("Skilled", |_| {}),
        rule("Anybody", |rule| (rule.skills, rule.order) = (SkillMatching::Ignored, vec![AgentOrder::MostUnitsFree])),
    ]);
    let french = world.asked_skill("french");
    let anybody = world.agent_with(|agent| agent.capacity_units = 9);
    let skilled = world.agent_rated(&[(french, 5)]);
    let id = world.start_asking(&[("french", 5)]);
    assert_eq!(world.assigned(id).2, [skilled, anybody]);
}

#[test]
fn the_presences_of_the_rule_are_those_that_count() {
    let mut world = ruled(vec![
        rule("Available", |rule| rule.presences = vec![BasePresence::Available]),
        rule("Away", |rule| (rule.presences, rule.after_wait_ms) = (vec![BasePresence::Away], MINUTE)),
    ]);
    let agent = world.agent();
    world.choose(agent, BasePresence::Away);
    let id = world.start();
    assert_eq!(world.passed_over(id), [(agent, Presence)]);
    world.pass(MINUTE);
    assert_eq!(world.agent_of(id), Some(agent));
}

#[test]
fn a_rule_may_ask_for_room_or_not() {
    let mut world = ruled(vec![
        rule("Free", |_| {}),
        rule("Anyhow", |rule| (rule.within_capacity, rule.after_wait_ms) = (false, MINUTE)),
    ]);
    world.change_workstream(|workstream| workstream.capacity_units = 5);
    let agent = world.agent();
    let id = world.start();
    assert_eq!(world.passed_over(id), [(agent, Units)]);
    world.pass(MINUTE);
    assert_eq!((world.agent_of(id), world.free_units(agent)), (Some(agent), -2));
}

#[test]
fn within_hours_looks_at_the_agents_own_and_again_when_they_open() {
    let mut world = ruled(vec![rule("At work", |rule| rule.within_hours = true)]);
    // The world begins on a Friday at eight.
    let hours = r#"{"timeZone": "UTC", "weekly": [{"days": ["Friday"], "from": "09:00", "to": "17:00"}]}"#;
    let id = OperatingHoursId(world.next_id());
    let hours = serde_json::from_str(hours).unwrap();
    world.configure(OperatingHours { id, name: "Fridays".into(), hours, version: 0 });
    let agent = world.agent_with(|agent| agent.operating_hours_id = Some(id));
    let waiting = world.start();
    assert_eq!(world.passed_over(waiting), [(agent, Hours)]);
    world.ok(Input::CustomerConnected { conversation_id: waiting });
    world.change_settings(|settings| settings.timers.live_chat_open_close_ms = None);
    world.pass(60 * MINUTE);
    assert_eq!(world.agent_of(waiting), Some(agent));
}

#[test]
fn each_order_key_orders_and_the_next_breaks_ties() {
    let cases: [(Vec<AgentOrder>, [usize; 3]); 9] = [
        (vec![AgentOrder::MostUnitsFree], [1, 0, 2]),
        (vec![AgentOrder::MostProficient], [2, 0, 1]),
        (vec![AgentOrder::LeastProficient], [1, 0, 2]),
        (vec![AgentOrder::MostSkills], [0, 1, 2]),
        (vec![AgentOrder::FewestSkills], [1, 2, 0]),
        (vec![AgentOrder::Attribute { name: "level".into(), descending: false }], [1, 0, 2]),
        (vec![AgentOrder::Attribute { name: "level".into(), descending: true }], [0, 1, 2]),
        (vec![AgentOrder::FewestSkills, AgentOrder::MostProficient], [2, 1, 0]),
        (vec![AgentOrder::RoundRobin, AgentOrder::LeastActive, AgentOrder::MostProfileUnitsFree], [0, 1, 2]),
    ];
    for (order, expected) in cases {
        let mut world = ruled(vec![rule("Ordered", |rule| rule.order = order.clone())]);
        let (french, dutch) = (world.asked_skill("french"), world.asked_skill("dutch"));
        let agents = [
            world.agent_rated(&[(french, 6), (dutch, 1)]),
            world.agent_rated(&[(french, 5)]),
            world.agent_rated(&[(french, 9)]),
        ];
        world.change_agent(agents[0], |agent| attribute(agent, "level", "10"));
        world.change_agent(agents[1], |agent| {
            attribute(agent, "level", "9");
            agent.capacity_units = 9;
        });
        let id = world.start_asking(&[("french", 5)]);
        assert_eq!(world.assigned(id).2, expected.map(|number| agents[number]), "{order:?}");
    }
}

#[test]
fn a_queue_without_a_rule_in_force_assigns_nothing_until_one_is() {
    let mut world = ruled(vec![rule("Later", |rule| rule.after_wait_ms = MINUTE)]);
    let agent = world.agent();
    let id = world.start();
    assert_eq!(world.passed_over(id), [(agent, Condition)]);
    world.change_own_queue(|queue| queue.assignment_rules[0].after_wait_ms = 0);
    assert_eq!(world.agent_of(id), Some(agent));
}

#[test]
fn a_queue_that_changes_its_method_is_by_the_new_one_for_what_waits() {
    let mut world = ruled(vec![rule("Nobody", |rule| rule.when = when("agent.city == \"Rome\""))]);
    let agent = world.agent();
    let id = world.start();
    assert_eq!(world.agent_of(id), None);
    world.change_own_queue(|queue| queue.method = AssignmentMethod::LeastActive);
    assert_eq!(world.agent_of(id), Some(agent));
}

#[test]
fn how_far_demands_have_loosened_survives_a_restart() {
    let mut world = ruled(vec![
        rule("Skilled", |_| {}),
        rule("Anybody", |rule| (rule.after_wait_ms, rule.skills) = (MINUTE, SkillMatching::Ignored)),
    ]);
    world.asked_skill("french");
    let id = world.start_asking(&[("french", 5)]);
    world.pass(MINUTE + SECOND);
    world.restart();
    let agent = world.agent();
    assert_eq!(world.agent_of(id), Some(agent));
}
