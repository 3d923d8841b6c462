//! Least active: whose capacity was last given back longest ago; a new sign-in counts as least active.

use crate::world::World;
use frontdesk_model::*;

fn by_rest() -> World {
    let mut world = World::live_chat();
    world.change_own_queue(|queue| queue.method = AssignmentMethod::LeastActive);
    world
}

fn served(world: &mut World) -> (ConversationId, AgentId) {
    world.pass(1);
    let id = world.start();
    (id, world.agent_of(id).unwrap())
}

fn finish(world: &mut World, (id, agent): (ConversationId, AgentId)) {
    world.pass(1);
    world.accept(id, agent);
    world.end(id, agent);
    world.close(id, agent);
}

#[test]
fn whoever_gave_capacity_back_longest_ago_comes_first() {
    let mut world = by_rest();
    let agents = [world.agent(), world.agent_with(|agent| agent.capacity_units = 9)];
    let (first, second) = (served(&mut world), served(&mut world));
    assert_eq!([first.1, second.1], agents);
    finish(&mut world, second);
    finish(&mut world, first);
    assert_eq!(served(&mut world).1, agents[1]);
    assert_eq!(served(&mut world).1, agents[1], "an assignment is no activity");
}

#[test]
fn ties_go_round() {
    let mut world = by_rest();
    let agents = [world.agent(), world.agent()];
    let chosen: Vec<_> = (0..4).map(|_| served(&mut world).1).collect();
    assert_eq!(chosen, [agents, agents].concat());
}

#[test]
fn a_new_sign_in_counts_as_least_active_and_a_browser_that_is_back_in_time_does_not() {
    let mut world = by_rest();
    let agents = [world.agent(), world.agent()];
    for _ in agents {
        let one = served(&mut world);
        finish(&mut world, one);
    }
    world.disconnect(agents[1]);
    world.connect(agents[1]);
    let one = served(&mut world);
    assert_eq!(one.1, agents[0]);
    finish(&mut world, one);
    let one = served(&mut world);
    assert_eq!(one.1, agents[1]);
    finish(&mut world, one);
    world.ok(frontdesk_engine::Input::AgentSignedOut { agent_id: agents[1] });
    world.connect(agents[1]);
    assert_eq!(served(&mut world).1, agents[1]);
}
