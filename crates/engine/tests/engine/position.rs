//! What a customer who waits may be told: their place in the line and how long it usually takes.

use crate::world::{DAY, MINUTE, World};
use frontdesk_engine::{Input, Reply, WaitingPlace};
use frontdesk_model::*;

fn position(world: &World, id: ConversationId) -> Option<usize> {
    world.engine.waiting_place(id).map(|place| place.position)
}

#[test]
fn the_position_is_that_in_the_order_of_service_and_follows_every_change() {
    let mut world = World::live_chat();
    let ids = [world.start(), world.start(), world.start()];
    let positions = |world: &World| ids.map(|id| position(world, id));
    assert_eq!(positions(&world), [Some(1), Some(2), Some(3)]);
    let urgent = world.start_with(|new| new.priority = Priority::High);
    assert_eq!(position(&world, urgent), Some(1));
    assert_eq!(positions(&world), [Some(2), Some(3), Some(4)]);
    world.ok(Input::CustomerEnd { conversation_id: ids[1] });
    assert_eq!(positions(&world), [Some(2), None, Some(3)]);
    world.agent_with(|agent| agent.capacity_units = 1);
    assert_eq!(position(&world, urgent), None);
    assert_eq!(positions(&world), [Some(1), None, Some(2)]);
    world.restart();
    assert_eq!(positions(&world)[2], Some(2));
    let Reply::Line { places } = world.ok(Input::LookAtLine { conversation_ids: vec![urgent, ids[2]] }) else {
        panic!("a line");
    };
    assert_eq!(places, [WaitingPlace { conversation_id: ids[2], position: 2, waiting: 2 }]);
    assert_eq!(world.engine.waiting_count(world.queue.id), 2);
}

#[test]
fn only_live_chat_is_told_a_position() {
    let mut world = World::asynchronous();
    let id = world.start();
    assert_eq!(position(&world, id), None);
    assert_eq!(world.engine.waiting_count(world.queue.id), 1);
}

/// So many chats, each accepted after the same wait.
fn served(world: &mut World, times: u32, wait_ms: u64) {
    for _ in 0..times {
        let id = world.start();
        world.pass(wait_ms);
        let agent = world.supervisor();
        world.pick(id, agent).unwrap();
        world.end(id, agent);
        world.close(id, agent);
    }
}

fn told(world: &mut World) -> Option<u64> {
    let id = world.start();
    let told = world.conversation(id).demand.expected_wait_ms;
    world.ok(Input::CustomerEnd { conversation_id: id });
    told
}

#[test]
fn an_expected_wait_is_told_from_twenty_on_survives_a_restart_and_is_forgotten_after_a_week() {
    let mut world = World::live_chat();
    world.change_workstream(|workstream| workstream.pick_from_push = true);
    served(&mut world, 19, 3 * MINUTE);
    assert_eq!(told(&mut world), None);
    served(&mut world, 1, 3 * MINUTE);
    assert_eq!(told(&mut world), Some(3 * MINUTE));
    world.restart();
    assert_eq!(told(&mut world), Some(3 * MINUTE));
    let waits = world.start();
    world.pass(7 * DAY);
    assert_eq!(told(&mut world), None);
    assert_eq!(world.conversation(waits).demand.expected_wait_ms, Some(3 * MINUTE), "it does not change for them");
}

#[test]
fn short_waits_are_not_worth_telling_and_the_average_moves() {
    let mut world = World::live_chat();
    served(&mut world, 25, MINUTE);
    assert_eq!(told(&mut world), None);
    served(&mut world, 16, 5 * MINUTE);
    let mean = told(&mut world).unwrap();
    assert!((2 * MINUTE..4 * MINUTE).contains(&mean), "{mean}");
}
