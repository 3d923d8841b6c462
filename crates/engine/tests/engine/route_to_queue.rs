//! Route to queue: rules, shares, hints, named queues and the fallback; and that ten thousand rules choose as a naive
//! reading of them would.

use crate::classification::when;
use crate::world::{MINUTE, World};
use frontdesk_engine::Input;
use frontdesk_model::*;
use std::collections::BTreeMap;

fn rule(name: &str, condition: &str, queues: &[(QueueId, u32)]) -> RouteRule {
    let queues = queues.iter().map(|(queue_id, percent)| QueueShare { queue_id: *queue_id, percent: *percent });
    RouteRule { name: name.into(), when: when(condition), queues: queues.collect() }
}

fn route(world: &mut World, rules: Vec<RouteRule>) {
    let ruleset = world.ruleset_named("Routes", 1, Rules::RouteToQueue(rules));
    world.put_rulesets(vec![ruleset]);
}

pub fn queued(world: &World, id: ConversationId) -> (QueueId, QueuedBecause) {
    let found = world.steps(id).into_iter().find_map(|step| match step {
        RoutingStep::Queued { queue_id, why, .. } => Some((queue_id, why)),
        _ => None,
    });
    found.expect("it was queued")
}

#[test]
fn the_first_rule_that_holds_decides_then_the_hint_then_the_fallback() {
    let mut world = World::live_chat();
    let (sales, service, hinted) =
        (world.queue_named("Sales", |_| {}), world.queue_named("Service", |_| {}), world.queue_named("Hint", |_| {}));
    let hint = ClassificationRule {
        name: "Hint".into(),
        when: when("has(context.hint)"),
        outputs: vec![Classification::Queue { queue_id: hinted }],
    };
    let rules = vec![
        rule("Buying", r#"context.wants == "buy""#, &[(sales, 100)]),
        rule("German", r#"conversation.locale == "de""#, &[(service, 100)]),
    ];
    let rulesets = vec![
        world.ruleset_named("Classes", 1, Rules::Classification(vec![hint])),
        world.ruleset_named("Routes", 1, Rules::RouteToQueue(rules)),
    ];
    world.put_rulesets(rulesets);
    let variable = |name: &str, value: &str| ContextVariable { name: name.into(), value: value.into() };
    let by = |rule: &str| QueuedBecause::Rule { ruleset: "Routes".into(), rule: rule.into(), draw: None };

    let buyer = world.start_with(|new| {
        new.context = vec![variable("wants", "buy"), variable("hint", "x")];
        new.locale = Some("de".into());
    });
    assert_eq!(queued(&world, buyer), (sales, by("Buying")));
    let german = world.start_with(|new| new.locale = Some("de".into()));
    assert_eq!(queued(&world, german), (service, by("German")));
    let hint = world.start_with(|new| new.context = vec![variable("hint", "x")]);
    assert_eq!(queued(&world, hint), (hinted, QueuedBecause::Classification));
    let other = world.start();
    assert_eq!(queued(&world, other), (world.queue.id, QueuedBecause::Fallback));
    let named = world.start_with(|new| {
        new.queue_id = Some(service);
        new.context = vec![variable("wants", "buy")];
    });
    assert_eq!(queued(&world, named), (service, QueuedBecause::Named));
    assert_eq!(world.conversation(named).queue_id, Some(service));
    let RoutingStep::Queued { saw, .. } = &world.steps(german)[1] else { panic!("classified, then queued") };
    assert_eq!(*saw, [variable("conversation.locale", "de")]);
}

#[test]
fn whatever_brings_a_conversation_back_into_a_queue_is_written_down() {
    let mut world = World::asynchronous();
    let (id, agent) = world.accepted();
    let why = |world: &World| match world.steps(id).into_iter().rev().find_map(|step| match step {
        RoutingStep::Queued { why, .. } => Some(why),
        _ => None,
    }) {
        Some(why) => why,
        None => panic!("never queued"),
    };
    world.ok(Input::CloseSession { conversation_id: id, agent_id: agent });
    world.customer_says(id, "again");
    assert_eq!(why(&world), QueuedBecause::CustomerWrote);
    world.reject(id, agent);
    assert_eq!(why(&world), QueuedBecause::Returned);
    world.pass(MINUTE);
    world.accept(id, agent);
    world.ok(Input::Release { conversation_id: id, agent_id: agent });
    assert_eq!(why(&world), QueuedBecause::Released { by: agent });
}

#[test]
fn shares_converge_and_the_lot_of_a_conversation_never_changes() {
    let mut world = World::live_chat();
    let queues: Vec<QueueId> = ["A", "B", "C"].map(|name| world.queue_named(name, |_| {})).to_vec();
    route(&mut world, vec![rule("Split", "true", &[(queues[0], 50), (queues[1], 30), (queues[2], 20)])]);
    let mut went: BTreeMap<QueueId, usize> = BTreeMap::new();
    const MANY: usize = 2_000;
    for _ in 0..MANY {
        let id = world.start();
        let (queue_id, why) = queued(&world, id);
        let QueuedBecause::Rule { draw: Some(draw), .. } = why else { panic!("{why:?}") };
        let expected = if draw < 50 {
            0
        } else if draw < 80 {
            1
        } else {
            2
        };
        assert_eq!(queue_id, queues[expected], "lot {draw}");
        *went.entry(queue_id).or_default() += 1;
        world.decisions.clear();
    }
    for (queue, percent) in queues.iter().zip([50, 30, 20]) {
        let share = went[queue] * 100;
        assert!(share.abs_diff(percent * MANY) < 4 * MANY, "{share} of {MANY} for {percent} %");
    }
}

/// The naive reading tries every rule in its order.
#[test]
fn indexed_rules_choose_as_a_naive_reading_does() {
    let mut dice = Dice(7);
    for round in 0..10 {
        let mut world = World::live_chat();
        let queues: Vec<QueueId> = (0..3).map(|n| world.queue_named(&format!("Queue {n}"), |_| {})).collect();
        let rules: Vec<RouteRule> =
            (0..60).map(|n| rule(&format!("Rule {n}"), &dice.condition(), &[(queues[dice.roll(3)], 100)])).collect();
        // Some of them are never reached, which is refused where rules are saved.
        let ruleset = world.ruleset_named("Routes", 1, Rules::RouteToQueue(rules.clone()));
        world.restart_with(|snapshot| snapshot.rulesets = vec![ruleset]);
        for _ in 0..30 {
            let values: BTreeMap<String, String> =
                ["a", "b", "c"].iter().map(|name| ((*name).to_owned(), dice.roll(6).to_string())).collect();
            let id = world.start_with(|new| {
                let variable =
                    |(name, value): (&String, &String)| ContextVariable { name: name.clone(), value: value.clone() };
                new.context = values.iter().map(variable).collect();
            });
            let record: BTreeMap<String, frontdesk_predicate::Value> =
                values.iter().map(|(name, value)| (format!("context.{name}"), value.as_str().into())).collect();
            let naive = rules.iter().find(|rule| rule.when.holds(&record)).map(|rule| rule.queues[0].queue_id);
            let (queue_id, _) = queued(&world, id);
            assert_eq!(queue_id, naive.unwrap_or(world.queue.id), "round {round}, {values:?}");
            // What is written down as seen decides the same.
            let RoutingStep::Queued { saw, .. } = &world.steps(id)[0] else { panic!("queued first") };
            let saw: BTreeMap<String, frontdesk_predicate::Value> =
                saw.iter().map(|seen| (seen.name.clone(), seen.value.as_str().into())).collect();
            let told = rules.iter().find(|rule| rule.when.holds(&saw)).map(|rule| rule.queues[0].queue_id);
            assert_eq!(told, naive, "round {round}, saw {saw:?} of {values:?}");
        }
    }
}

struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    fn condition(&mut self) -> String {
        let name = ["a", "b", "c"][self.roll(3)];
        let (value, other) = (self.roll(6), self.roll(6));
        let test = match self.roll(6) {
            0 => format!("context.{name} == {value}"),
            1 => format!(r#"context.{name} in ["{value}", "{other}"]"#),
            2 => format!("context.{name} > {value}"),
            3 => format!("context.{name} != {value}"),
            4 => format!("has(context.d) || context.{name} == {value}"),
            _ => format!("!(context.{name} == {value})"),
        };
        if self.roll(3) == 0 { test } else { format!("{test} && {}", self.condition()) }
    }
}
