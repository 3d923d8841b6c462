//! Order of service: affinity first, then the queue's own buckets, then priority, then age; and order across queues.

use crate::classification::when;
use crate::world::World;
use frontdesk_model::*;

fn bucket(name: &str, condition: &str, order: Option<(&str, bool)>) -> PrioritizationRule {
    let order = order.map(|(field, descending)| PlaceOrder { field: field.into(), descending });
    PrioritizationRule { name: name.into(), when: when(condition), order }
}

fn start(world: &mut World, variables: &[(&str, &str)]) -> ConversationId {
    world.pass(1);
    let variable = |(name, value): &(&str, &str)| ContextVariable { name: (*name).into(), value: (*value).into() };
    world.start_with(|new| new.context = variables.iter().map(variable).collect())
}

fn waiting(world: &World) -> Vec<ConversationId> {
    world.engine.waiting(world.queue.id).collect()
}

#[test]
fn buckets_come_in_the_order_of_the_rules_each_in_its_own_order_and_the_rest_last() {
    let mut world = World::live_chat();
    let plain = start(&mut world, &[]);
    let urgent = world.start_with(|new| new.priority = Priority::High);
    let cheap = start(&mut world, &[("worth", "9")]);
    let dear = start(&mut world, &[("worth", "1000")]);
    let unknown = start(&mut world, &[("worth", "much")]);
    let older = start(&mut world, &[("vip", "true")]);
    let newer = start(&mut world, &[("vip", "true"), ("worth", "5000")]);
    world.change_own_queue(|queue| {
        queue.prioritization_rules = vec![
            bucket("Vip", "context.vip", None),
            bucket("By worth", "has(context.worth)", Some(("context.worth", true))),
        ]
    });
    let order = [older, newer, dear, cheap, unknown, urgent, plain];
    assert_eq!(waiting(&world), order);
    world.restart();
    assert_eq!(waiting(&world), order);
    for expected in order {
        let agent = world.agent_with(|agent| agent.capacity_units = 1);
        assert_eq!(world.agent_of(expected), Some(agent));
    }
}

#[test]
fn a_bucket_may_go_by_a_time() {
    let mut world = World::live_chat();
    let order = Some(("context.due", false));
    world.change_own_queue(|queue| queue.prioritization_rules = vec![bucket("By due date", "true", order)]);
    let never = start(&mut world, &[]);
    let late = start(&mut world, &[("due", "2027-02-01T00:00:00Z")]);
    let soon = start(&mut world, &[("due", "2027-01-20T09:00:00+01:00")]);
    assert_eq!(waiting(&world), [soon, late, never]);
}

#[test]
fn without_rules_whoever_came_first_is_first() {
    let mut world = World::live_chat();
    let ids = [start(&mut world, &[("vip", "true")]), start(&mut world, &[]), start(&mut world, &[])];
    assert_eq!(waiting(&world), ids);
}

#[test]
fn affinity_items_come_first() {
    let mut world = World::with(|workstream| {
        workstream.mode = ConversationMode::Asynchronous;
        workstream.agent_affinity = true;
    });
    let (id, agent) = world.waiting();
    world.choose(agent, BasePresence::Away);
    let urgent = world.start_with(|new| new.priority = Priority::High);
    world.customer_says(id, "me again");
    world.reject(id, agent);
    assert_eq!(waiting(&world), [id, urgent]);
}

#[test]
fn an_asynchronous_conversation_is_as_old_as_the_message_that_brought_it_back() {
    let mut world = World::asynchronous();
    let (old, agent) = world.waiting();
    world.choose(agent, BasePresence::Away);
    let new = start(&mut world, &[]);
    world.pass(1);
    world.customer_says(old, "me again");
    assert_eq!(waiting(&world), [new, old]);
    world.pass(1);
    world.customer_says(new, "are you there?");
    assert_eq!(waiting(&world), [new, old]);
}

#[test]
fn among_queues_of_equal_priority_those_with_rules_come_after_the_others_by_name() {
    let mut world = World::live_chat();
    let agents: Vec<_> = (0..3).map(|_| world.colleague_with(|agent| agent.capacity_units = 1)).collect();
    let rules = vec![bucket("All", "true", None)];
    let ids: Vec<_> = ["Zebra", "apple", "Plain"]
        .into_iter()
        .map(|name| {
            let id = QueueId(world.next_id());
            let rules = if name == "Plain" { Vec::new() } else { rules.clone() };
            world.configure(Queue {
                id,
                name: name.into(),
                members: agents.clone(),
                prioritization_rules: rules,
                ..Queue::default()
            });
            world.pass(1);
            world.start_with(|new| new.queue_id = Some(id))
        })
        .collect();
    for (agent, expected) in agents.into_iter().zip([ids[2], ids[1], ids[0]]) {
        world.connect(agent);
        assert_eq!(world.agent_of(expected), Some(agent));
    }
}
