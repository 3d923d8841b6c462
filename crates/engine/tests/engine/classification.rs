//! Classification: which rule fires in each ruleset, and what later rules, routing and people see of it.

use crate::world::World;
use frontdesk_engine::FirstMessage;
use frontdesk_model::*;
use frontdesk_predicate::Predicate;

pub fn when(text: &str) -> Predicate {
    Predicate::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn rule(name: &str, condition: &str, outputs: Vec<Classification>) -> ClassificationRule {
    ClassificationRule { name: name.into(), when: when(condition), outputs }
}

fn variable(name: &str, value: &str) -> ContextVariable {
    ContextVariable { name: name.into(), value: value.into() }
}

fn context(name: &str, value: &str) -> Classification {
    Classification::Context { variable: variable(name, value) }
}

fn skill(number: u128, proficiency: u32) -> Classification {
    Classification::Skill { skill: SkillRating { skill_id: Uuid::from_u128(number).into(), proficiency } }
}

fn classified(world: &World, id: ConversationId) -> (Vec<ContextVariable>, Vec<Option<String>>) {
    let found = world.steps(id).into_iter().find_map(|step| match step {
        RoutingStep::Classified { saw, fired } => Some((saw, fired.into_iter().map(|fired| fired.rule).collect())),
        _ => None,
    });
    found.expect("it was classified")
}

#[test]
fn the_first_rule_of_each_ruleset_fires_and_later_rulesets_see_what_it_set() {
    let mut world = World::live_chat();
    let first = vec![
        rule("Gold", "context.spent > 1000", vec![context("tier", "gold"), skill(70, 3)]),
        rule("Anybody", "true", vec![context("tier", "none")]),
    ];
    let second = vec![rule(
        "Best first",
        r#"context.tier == "gold""#,
        vec![Classification::Priority { priority: Priority::High }, skill(70, 5), skill(71, 1)],
    )];
    let third = vec![rule(
        "Loud",
        r#"conversation.priority == "high""#,
        vec![Classification::CapacityProfile { profile_id: Uuid::from_u128(80).into() }],
    )];
    for number in [70, 71] {
        world.configure(Skill {
            id: Uuid::from_u128(number).into(),
            name: format!("Skill {number}"),
            ..Skill::default()
        });
    }
    world.configure(CapacityProfile {
        id: Uuid::from_u128(80).into(),
        name: "Chats".into(),
        units_max: 3,
        ..CapacityProfile::default()
    });
    // Put in another order than they run in.
    let rulesets = vec![
        world.ruleset_named("Third", 3, Rules::Classification(third)),
        world.ruleset_named("Second", 2, Rules::Classification(second)),
        world.ruleset_named("First", 1, Rules::Classification(first)),
    ];
    world.put_rulesets(rulesets);
    let rich = world.start_with(|new| new.context.push(variable("spent", "2500")));
    let poor = world.start();

    let conversation = world.conversation(rich);
    assert_eq!(conversation.priority, Priority::High);
    assert_eq!(conversation.context, [variable("spent", "2500"), variable("tier", "gold")]);
    let skills: Vec<u32> = conversation.demand.skills.iter().map(|skill| skill.proficiency).collect();
    assert_eq!((skills, conversation.demand.capacity_profiles.len()), (vec![5, 1], 1));
    let fired = |names: [Option<&str>; 3]| names.map(|name| name.map(str::to_owned)).to_vec();
    // Only what was tested and not set by rules.
    let saw = vec![variable("context.spent", "2500")];
    assert_eq!(classified(&world, rich), (saw, fired([Some("Gold"), Some("Best first"), Some("Loud")])));
    let saw = vec![variable("conversation.priority", "normal")];
    assert_eq!(classified(&world, poor), (saw, fired([Some("Anybody"), None, None])));
}

#[test]
fn rules_ask_the_conversation_its_context_and_linked_records_two_levels_deep() {
    let cases = [
        (r#"conversation.channel == "live_chat" && conversation.mode == "live_chat""#, true),
        (r#"conversation.workstream == "web""#, true),
        (r#"conversation.customerName == "ada""#, true),
        (r#"conversation.title.contains("refund")"#, true),
        ("conversation.locale == \"de\"", true),
        (r#"conversation.createdAt > timestamp("2026-01-01T00:00:00Z")"#, true),
        ("context.orders >= 10", true),
        ("has(context.nothing)", false),
        (r#"customer.email.endsWith("@fabrikam.example")"#, true),
        (r#"customer.account.name == "Fabrikam""#, true),
        (r#"case.status == "active" && case.customer.name == "Ada""#, true),
        (r#"visitor.device == "mobile""#, true),
        (r#"customer.kind == "contact""#, true),
        (r#"customer.kind == "account""#, false),
        ("has(widget.name)", false),
    ];
    for (condition, expected) in cases {
        let mut world = World::live_chat();
        let rules = vec![rule("Rule", condition, vec![Classification::Priority { priority: Priority::High }])];
        let ruleset = world.ruleset_named("Rules", 1, Rules::Classification(rules));
        world.put_rulesets(vec![ruleset]);
        let id = world.start_with(|new| {
            new.title = "About my refund".into();
            new.locale = Some("de".into());
            new.customer = Some(CustomerRef::Contact(Uuid::from_u128(9).into()));
            new.context = vec![variable("orders", "12")];
            new.facts = vec![
                variable("customer.email", "ada@fabrikam.example"),
                variable("customer.account.name", "Fabrikam"),
                variable("case.status", "active"),
                variable("case.customer.name", "Ada"),
                variable("visitor.device", "mobile"),
            ];
        });
        assert_eq!(world.conversation(id).priority == Priority::High, expected, "{condition}");
    }
}

#[test]
fn rules_see_the_first_words_as_the_title_of_what_has_none() {
    let mut world = World::live_chat();
    let rules = vec![rule("Title", r#"conversation.title.contains("refund")"#, vec![context("wants", "refund")])];
    let ruleset = world.ruleset_named("Rules", 1, Rules::Classification(rules));
    world.put_rulesets(vec![ruleset]);
    for (title, expected) in [("", vec![variable("wants", "refund")]), ("Order 7", vec![])] {
        let words = FirstMessage { text: "A refund, please".into(), client_message_id: None };
        let id = world.start_with(|new| (new.title, new.first_message) = (title.into(), Some(words)));
        assert_eq!(world.conversation(id).context, expected, "{title:?}");
    }
}

#[test]
fn a_conversation_is_classified_once_and_not_by_its_messages() {
    let mut world = World::live_chat();
    let rules = vec![rule("Title", r#"conversation.title.contains("help")"#, vec![context("wants", "help")])];
    let ruleset = world.ruleset_named("Rules", 1, Rules::Classification(rules));
    world.put_rulesets(vec![ruleset]);
    let id = world.start();
    world.customer_says(id, "help me");
    assert!(world.conversation(id).context.is_empty());
    assert_eq!(world.steps(id).iter().filter(|step| matches!(step, RoutingStep::Classified { .. })).count(), 1);
}

#[test]
fn variables_that_the_customer_brought_are_never_pushed_out() {
    let mut world = World::live_chat();
    let rules = vec![rule("Rule", "true", vec![context("v1", "changed"), context("new", "one")])];
    let ruleset = world.ruleset_named("Rules", 1, Rules::Classification(rules));
    world.put_rulesets(vec![ruleset]);
    let id = world.start_with(|new| new.context = (0..100).map(|n| variable(&format!("v{n}"), "x")).collect());
    let context = &world.conversation(id).context;
    assert_eq!((context.len(), context[1].value.as_str()), (100, "changed"));
}
