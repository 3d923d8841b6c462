//! Who gets whom: order of service, the best agent, and that no free agent and matching conversation both wait.

use crate::world::{MINUTE, World};
use frontdesk_engine::Input;
use frontdesk_model::*;

#[test]
fn the_agent_with_most_free_units_is_chosen_and_ties_go_round() {
    let mut world = World::live_chat();
    let agents = [world.agent(), world.agent(), world.agent()];
    let chosen: Vec<_> = (0..6)
        .map(|_| {
            world.pass(1);
            let id = world.start();
            world.agent_of(id).unwrap()
        })
        .collect();
    assert_eq!(chosen, [agents, agents].concat());
}

#[test]
fn whoever_becomes_free_gets_the_first_in_line_high_priority_before_older() {
    let mut world = World::live_chat();
    let low = world.start_with(|new| new.priority = Priority::Low);
    world.pass(1);
    let older = world.start();
    world.pass(1);
    let newer = world.start();
    world.pass(1);
    let high = world.start_with(|new| new.priority = Priority::High);
    let queue = world.queue.id;
    assert_eq!(world.engine.waiting(queue).collect::<Vec<_>>(), [high, older, newer, low]);
    for expected in [high, older, newer, low] {
        let agent = world.agent_with(|agent| agent.capacity_units = 1);
        assert_eq!(world.agent_of(expected), Some(agent));
    }
}

#[test]
fn a_queue_of_smaller_number_is_served_first_and_equal_ones_by_age() {
    let mut world = World::live_chat();
    let equal = world.other_queue(&[]);
    let urgent = world.other_queue(&[]);
    let plain = world.start();
    world.pass(1);
    let second = world.start_with(|new| new.queue_id = Some(equal));
    world.pass(1);
    let first = world.start_with(|new| new.queue_id = Some(urgent));
    world.queue.priority = 2;
    world.configure(world.queue.clone());
    let agents: Vec<_> = (0..3).map(|_| world.colleague_with(|agent| agent.capacity_units = 1)).collect();
    let ours = world.queue.id;
    for (id, priority) in [(ours, 2), (equal, 2), (urgent, 1)] {
        let queue = Queue { priority, members: agents.clone(), ..world.engine.queue(id).unwrap().clone() };
        world.configure(queue);
    }
    for (agent, expected) in agents.into_iter().zip([first, plain, second]) {
        world.connect(agent);
        assert_eq!(world.agent_of(expected), Some(agent));
    }
}

#[test]
fn only_members_with_a_browser_and_an_allowed_presence_are_assigned() {
    let mut world = World::with(|workstream| workstream.allowed_presences = vec![BasePresence::Away]);
    let agent = world.agent();
    world.supervisor();
    let id = world.start();
    assert_eq!(world.agent_of(id), None);
    world.choose(agent, BasePresence::Away);
    assert_eq!(world.agent_of(id), Some(agent));

    let mut world = World::with(|workstream| workstream.allowed_presences = vec![BasePresence::Offline]);
    let agent = world.agent();
    world.disconnect(agent);
    let id = world.start();
    assert_eq!((world.presence_of(agent), world.agent_of(id)), (BasePresence::Offline, None));
}

#[test]
fn what_is_too_big_for_an_agent_does_not_block_what_fits_behind_it() {
    let mut world = World::live_chat();
    let id = WorkstreamId(world.next_id());
    let big = Workstream { id, name: "Big".into(), capacity_units: 5, ..world.workstream.clone() };
    world.configure(big.clone());
    let large = world.start_with(|new| new.workstream_id = big.id);
    world.pass(1);
    let small = world.start();
    let agent = world.agent();
    assert_eq!((world.agent_of(large), world.agent_of(small)), (None, Some(agent)));
}

#[test]
fn a_change_of_the_rules_is_in_force_for_work_that_waits() {
    let mut world = World::with(|workstream| workstream.capacity_units = 9);
    let agent = world.agent();
    let id = world.start();
    assert_eq!(world.agent_of(id), None);
    world.change_workstream(|workstream| workstream.capacity_units = 1);
    assert_eq!(world.agent_of(id), Some(agent));

    let mut world = World::live_chat();
    let outsider = world.supervisor();
    let id = world.start();
    world.queue.members = vec![outsider];
    world.configure(world.queue.clone());
    assert_eq!(world.agent_of(id), Some(outsider));
}

#[test]
fn picked_work_is_never_pushed() {
    let mut world = World::with(|workstream| workstream.distribution = DistributionMode::Pick);
    world.agent();
    let id = world.start();
    world.pass(MINUTE);
    assert_eq!(world.status(id), ConversationStatus::Open);
}

#[test]
fn affinity_brings_a_customer_back_whatever_capacity_and_presence() {
    let mut world = World::with(|workstream| {
        workstream.mode = ConversationMode::Asynchronous;
        workstream.agent_affinity = true;
        workstream.capacity_units = 3;
    });
    let (id, agent) = world.waiting();
    let next = world.start();
    world.accept(next, agent);
    world.choose(agent, BasePresence::Away);
    world.customer_says(id, "me again");
    assert_eq!((world.status(id), world.agent_of(id)), (ConversationStatus::Active, Some(agent)));
    assert_eq!(world.free_units(agent), -3);
}

#[test]
fn an_affine_agent_who_misses_it_leaves_it_to_the_others() {
    let mut world = World::with(|workstream| {
        workstream.mode = ConversationMode::Asynchronous;
        workstream.agent_affinity = true;
    });
    let (id, agent) = world.waiting();
    world.choose(agent, BasePresence::Away);
    world.customer_says(id, "me again");
    world.pass(2 * MINUTE);
    assert_eq!(world.agent_of(id), None);
    let colleague = world.agent();
    assert_eq!(world.agent_of(id), Some(colleague));
}

#[test]
fn live_chat_with_affinity_comes_back_to_whoever_closed_its_session() {
    let mut world = World::with(|workstream| workstream.agent_affinity = true);
    let (id, agent) = world.accepted();
    world.agent_with(|agent| agent.capacity_units = 9);
    world.close(id, agent);
    assert_eq!(world.agent_of(id), Some(agent));
}

#[test]
fn without_affinity_what_an_agent_puts_back_goes_to_another() {
    let mut world = World::live_chat();
    let agent = world.agent_with(|agent| agent.capacity_units = 9);
    let id = world.start();
    world.accept(id, agent);
    let other = world.agent_with(|agent| agent.capacity_units = 1);
    world.ok(Input::Release { conversation_id: id, agent_id: agent });
    assert_eq!(world.agent_of(id), Some(other));
}

#[test]
fn a_declined_conversation_keeps_its_place_in_line() {
    let mut world = World::live_chat();
    let agent = world.agent_with(|agent| agent.capacity_units = 1);
    let first = world.start();
    world.pass(1);
    let second = world.start();
    world.choose(agent, BasePresence::Away);
    world.reject(first, agent);
    assert_eq!(world.engine.waiting(world.queue.id).collect::<Vec<_>>(), [first, second]);
}
