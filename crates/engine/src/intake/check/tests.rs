//! Every fault of rules and overflow by its code and words, as a table.

use super::*;
use frontdesk_model::*;

/// Queue 1 and 2 have a member each, queue 3 none; skill 7 is rated 1 to 5.
struct Small {
    queues: Vec<Queue>,
    skill: Skill,
    rulesets: Vec<Ruleset>,
}

impl SetUp for Small {
    fn queue(&self, id: QueueId) -> Option<&Queue> {
        self.queues.iter().find(|queue| queue.id == id)
    }
    fn skill(&self, id: SkillId) -> Option<&Skill> {
        Some(&self.skill).filter(|skill| skill.id == id)
    }
    fn rulesets(&self) -> impl Iterator<Item = &Ruleset> {
        self.rulesets.iter()
    }
}

fn uuid(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn queue(number: u128) -> Queue {
    let members = if number == 3 { Vec::new() } else { vec![uuid(100).into()] };
    Queue { id: uuid(number).into(), name: format!("Q{number}"), members, ..Queue::default() }
}

fn small() -> Small {
    Small {
        queues: vec![queue(1), queue(2), queue(3)],
        skill: Skill {
            id: uuid(7).into(),
            name: "German".into(),
            rating: RatingModel { minimum: 1, maximum: 5 },
            ..Skill::default()
        },
        rulesets: Vec::new(),
    }
}

fn ruleset(number: u128, rules: Rules) -> Ruleset {
    Ruleset { id: uuid(number).into(), name: "Set".into(), rules, ..Ruleset::default() }
}

fn when(text: &str) -> Predicate {
    Predicate::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn rule(name: &str, condition: &str, outputs: Vec<Classification>) -> ClassificationRule {
    ClassificationRule { name: name.into(), when: when(condition), outputs }
}

fn route(name: &str, condition: &str, queues: &[(u128, u32)]) -> RouteRule {
    let queues = queues.iter().map(|(id, percent)| QueueShare { queue_id: uuid(*id).into(), percent: *percent });
    RouteRule { name: name.into(), when: when(condition), queues: queues.collect() }
}

fn said(faults: Result<(), Vec<Fault>>) -> Vec<String> {
    let faults = faults.err().unwrap_or_default();
    faults.into_iter().map(|fault| format!("{} {}: {}", fault.code, fault.field, fault.detail)).collect()
}

fn assert_starts(said: &[String], expected: &str, case: &str) {
    assert!(said.first().is_some_and(|fault| fault.starts_with(expected)), "{case}: {said:?}, not {expected}");
}

#[test]
fn sound_rules_pass() {
    let outputs = vec![
        Classification::Queue { queue_id: uuid(1).into() },
        Classification::Priority { priority: Priority::High },
        Classification::Skill { skill: SkillRating { skill_id: uuid(7).into(), proficiency: 5 } },
        Classification::CapacityProfile { profile_id: uuid(8).into() },
        Classification::Context { variable: ContextVariable { name: "tier".into(), value: "gold".into() } },
    ];
    let rules = vec![rule("One", r#"context.tier == "gold""#, outputs), rule("Rest", "true", Vec::new())];
    assert_eq!(check_ruleset(&ruleset(50, Rules::Classification(rules)), &small()), Ok(()));
    let rules =
        vec![route("Split", "customer.account.name == \"A\"", &[(1, 70), (2, 30)]), route("Rest", "true", &[(2, 100)])];
    assert_eq!(check_ruleset(&ruleset(50, Rules::RouteToQueue(rules)), &small()), Ok(()));
}

#[test]
fn faults_of_classification_rules_are_named() {
    let skill = |number, proficiency| {
        vec![Classification::Skill { skill: SkillRating { skill_id: uuid(number).into(), proficiency } }]
    };
    let context = |name: &str, value: String| {
        vec![Classification::Context { variable: ContextVariable { name: name.into(), value } }]
    };
    let five_and_one = vec![Classification::Priority { priority: Priority::Low }; 6];
    let cases = [
        (
            rule("R", r#"conversation.chanel == "sms""#, vec![]),
            "unknown_field rules[0].when: rule 'R' of 'Set': there is no field `conversation.chanel`; did you mean `conversation.channel`?",
        ),
        (rule("R", "conversation.createdAt == 3", vec![]), "wrong_type rules[0].when: rule 'R' of 'Set'"),
        (rule("R", r#"conversation.channel == "fax""#, vec![]), "unknown_choice rules[0].when"),
        (rule("R", r#"agent.city == "Bonn""#, vec![]), "unknown_field rules[0].when"),
        (
            rule("R", r#"context.a == 1 && context.a == 2"#, vec![]),
            "unreachable_rule rules[0].when: rule 'R' of 'Set' is never reached: its condition contradicts itself",
        ),
        (rule(" ", "true", vec![]), "name_missing rules[0].name"),
        (
            rule("R", "true", five_and_one),
            "too_many rules[0].outputs: there are 6 outputs of rule 'R' of 'Set'; 5 are allowed",
        ),
        (
            rule("R", "true", skill(7, 6)),
            "proficiency_out_of_range rules[0].outputs[0]: rule 'R' of 'Set': 'German' is rated from 1 to 5, and 6 is asked for",
        ),
        (rule("R", "true", vec![Classification::Queue { queue_id: uuid(3).into() }]), "queue_without_members"),
        (rule("R", "true", context(" ", "x".into())), "bad_context_variable"),
        (rule("R", "true", context("a", "x".repeat(513))), "bad_context_variable"),
    ];
    for (rule, expected) in cases {
        let case = rule.when.to_string();
        let faults = said(check_ruleset(&ruleset(50, Rules::Classification(vec![rule])), &small()));
        assert_starts(&faults, expected, &case);
    }
    let twice = vec![rule("R", "has(context.a)", vec![]), rule("r ", "true", vec![])];
    let faults = said(check_ruleset(&ruleset(50, Rules::Classification(twice)), &small()));
    assert_starts(&faults, "duplicate_rule_name rules[1].name", "twice");
    let covered = vec![rule("A", "true", vec![]), rule("B", "context.x == 1", vec![])];
    let faults = said(check_ruleset(&ruleset(50, Rules::Classification(covered)), &small()));
    assert_starts(
        &faults,
        "unreachable_rule rules[1].when: rule 'B' of 'Set' is never reached: 'A' catches all",
        "covered",
    );
}

#[test]
fn faults_of_routes_are_named() {
    let cases: [(&[(u128, u32)], &str); 7] = [
        (&[], "queues_missing rules[0].queues"),
        (&[(1, 99)], "percentages_not_100 rules[0].queues"),
        (&[(1, 60), (2, 60)], "percentages_not_100"),
        (&[(1, 100), (2, 0)], "percentages_not_100"),
        (&[(1, u32::MAX), (2, 101)], "percentages_not_100"),
        (&[(1, 50), (1, 50)], "queue_twice rules[0].queues[1].queueId"),
        (
            &[(3, 100)],
            "queue_without_members rules[0].queues[0].queueId: rule 'R' of 'Set': the queue 'Q3' has no members",
        ),
    ];
    for (queues, expected) in cases {
        let rules = Rules::RouteToQueue(vec![route("R", "true", queues)]);
        assert_starts(&said(check_ruleset(&ruleset(50, rules), &small())), expected, expected);
    }
    let six = route("R", "true", &[(1, 20), (2, 20), (4, 20), (5, 20), (6, 10), (7, 10)]);
    let faults = said(check_ruleset(&ruleset(50, Rules::RouteToQueue(vec![six])), &small()));
    assert_starts(&faults, "too_many rules[0].queues: there are 6", "six");
    let mut set_up = small();
    set_up.rulesets.push(ruleset(51, Rules::RouteToQueue(vec![])));
    let faults = said(check_ruleset(&ruleset(50, Rules::RouteToQueue(vec![])), &set_up));
    assert_starts(&faults, "second_route_ruleset", "second");
    let many = vec![route("R", "true", &[(1, 100)]); 20_001];
    let faults = said(check_ruleset(&ruleset(50, Rules::RouteToQueue(many)), &small()));
    assert_starts(&faults, "too_many rules: there are 20001 rules; 20000 are allowed", "many");
}

#[test]
fn faults_of_queues_are_named() {
    let to = |number| OverflowAction::TransferToQueue { queue_id: uuid(number).into() };
    let length =
        |waiting_max, action| OverflowBefore { condition: OverflowCondition::QueueLength { waiting_max }, action };
    let waiting = |after_ms, action| Some(OverflowWaiting { after_ms, action });
    let first = |condition: &str, field: Option<&str>| PrioritizationRule {
        name: "P".into(),
        when: when(condition),
        order: field.map(|field| PlaceOrder { field: field.into(), descending: false }),
    };
    let assign = |condition: &str, presences| AssignmentRule {
        name: "A".into(),
        after_wait_ms: 0,
        when: when(condition),
        presences,
        skills: SkillMatching::Exact,
        within_capacity: true,
        within_hours: false,
        order: Vec::new(),
    };
    let end = OverflowAction::EndConversation;
    let cases: Vec<(Queue, &str)> = vec![
        (
            Queue { overflow_before: vec![length(0, end)], ..queue(1) },
            "out_of_range overflowBefore[0].condition.waitingMax",
        ),
        (Queue { overflow_before: vec![length(101, end)], ..queue(1) }, "out_of_range"),
        (Queue { overflow_before: vec![length(1, end), length(2, end)], ..queue(1) }, "condition_twice"),
        (Queue { overflow_before: vec![length(1, to(3))], ..queue(1) }, "queue_without_members"),
        (
            Queue {
                overflow_before: vec![OverflowBefore { condition: OverflowCondition::OutOfHours, action: end }],
                ..queue(1)
            },
            "hours_missing overflowBefore[0].condition",
        ),
        (
            Queue { overflow_before: vec![length(1, to(1))], ..queue(1) },
            "overflow_cycle overflowBefore: overflow would go round in a circle: Q1 → Q1",
        ),
        (Queue { overflow_waiting: waiting(59_999, end), ..queue(1) }, "out_of_range overflowWaiting.afterMs"),
        (Queue { overflow_waiting: waiting(172_800_001, end), ..queue(1) }, "out_of_range"),
        (
            Queue { overflow_waiting: waiting(60_000, OverflowAction::QueueAnyway), ..queue(1) },
            "queue_anyway_not_for_waiting",
        ),
        (Queue { method: AssignmentMethod::Custom, ..queue(1) }, "assignment_rules_missing"),
        (
            Queue {
                assignment_rules: vec![assign("agent.city == context.city", vec![BasePresence::Busy])],
                ..queue(1)
            },
            "",
        ),
        (
            Queue { assignment_rules: vec![assign("true", vec![])], ..queue(1) },
            "presences_missing assignmentRules[0].presences",
        ),
        (Queue { assignment_rules: vec![assign("false", vec![BasePresence::Busy])], ..queue(1) }, "unreachable_rule"),
        (
            Queue { prioritization_rules: vec![first("true", Some("conversation.title"))], ..queue(1) },
            "wrong_type prioritizationRules[0].order.field",
        ),
        (
            Queue { prioritization_rules: vec![first("true", Some("conversation.createAt"))], ..queue(1) },
            "unknown_field prioritizationRules[0].order.field: prioritisation rule 'P': there is no field `conversation.createAt`; did you mean `conversation.createdAt`?",
        ),
        (Queue { prioritization_rules: vec![first("agent.name == \"x\"", None)], ..queue(1) }, "unknown_field"),
        (
            Queue {
                prioritization_rules: vec![
                    first("true", Some("context.score")),
                    PrioritizationRule { name: "Q".into(), ..first("has(context.a)", None) },
                ],
                ..queue(1)
            },
            "unreachable_rule prioritizationRules[1].when",
        ),
    ];
    for (queue, expected) in cases {
        let faults = said(check_queue(&queue, &small()));
        if expected.is_empty() {
            assert_eq!(faults, Vec::<String>::new());
        } else {
            assert_starts(&faults, expected, expected);
        }
    }
}

#[test]
fn overflow_never_goes_round_before_a_queue_or_in_it() {
    let to = |number| OverflowAction::TransferToQueue { queue_id: uuid(number).into() };
    let mut set_up = small();
    set_up.queues[1].overflow_waiting = Some(OverflowWaiting { after_ms: 60_000, action: to(4) });
    set_up.queues.push(Queue {
        overflow_before: vec![OverflowBefore { condition: OverflowCondition::OutOfHours, action: to(1) }],
        ..queue(4)
    });
    let mut first = Queue { operating_hours_id: Some(uuid(9).into()), ..queue(1) };
    first.overflow_before = vec![OverflowBefore { condition: OverflowCondition::OutOfHours, action: to(2) }];
    let expected = "overflow_cycle overflowBefore: overflow would go round in a circle: Q1 → Q2 → Q4 → Q1";
    assert_eq!(said(check_queue(&first, &set_up)), [expected]);
    set_up.queues[1].overflow_waiting = None;
    assert_eq!(check_queue(&first, &set_up), Ok(()));
}
