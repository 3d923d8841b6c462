//! Advanced round robin: by joining the queue, then by the earliest last assignment from that very queue.

use crate::world::World;
use frontdesk_model::*;

fn by_turns() -> World {
    let mut world = World::live_chat();
    world.change_own_queue(|queue| queue.method = AssignmentMethod::AdvancedRoundRobin);
    world
}

fn served(world: &mut World) -> AgentId {
    world.pass(1);
    let id = world.start();
    world.agent_of(id).unwrap()
}

#[test]
fn whoever_joined_first_comes_first_then_it_goes_round_whatever_the_capacity() {
    let mut world = by_turns();
    let agents = [world.agent(), world.agent_with(|agent| agent.capacity_units = 9), world.agent()];
    let chosen: Vec<_> = (0..6).map(|_| served(&mut world)).collect();
    assert_eq!(chosen, [agents, agents].concat());
}

#[test]
fn who_joined_at_once_comes_as_the_queue_lists_them() {
    let mut world = by_turns();
    let agents: Vec<_> = (0..3).map(|_| world.colleague_with(|_| {})).collect();
    world.change_own_queue(|queue| queue.members = vec![agents[2], agents[0], agents[1]]);
    agents.iter().for_each(|agent| world.connect(*agent));
    assert_eq!([served(&mut world), served(&mut world), served(&mut world)], [agents[2], agents[0], agents[1]]);
}

#[test]
fn what_comes_from_another_queue_does_not_count() {
    let mut world = by_turns();
    let agents = [world.agent(), world.agent()];
    let other = world.other_queue(&agents);
    assert_eq!(served(&mut world), agents[0]);
    world.pass(1);
    let elsewhere = world.start_with(|new| new.queue_id = Some(other));
    assert_eq!(world.agent_of(elsewhere), Some(agents[0]));
    assert_eq!(served(&mut world), agents[1]);
    assert_eq!(served(&mut world), agents[0]);
}

#[test]
fn whoever_leaves_and_joins_again_is_new_and_turns_survive_a_restart() {
    let mut world = by_turns();
    let agents = [world.agent(), world.agent()];
    assert_eq!([served(&mut world), served(&mut world)], agents);
    world.change_own_queue(|queue| queue.members = vec![agents[0]]);
    world.change_own_queue(|queue| queue.members = agents.to_vec());
    assert_eq!(served(&mut world), agents[1]);
    world.restart();
    agents.iter().for_each(|agent| world.connect(*agent));
    assert_eq!([served(&mut world), served(&mut world)], agents);
}

#[test]
fn a_queue_that_takes_turns_up_begins_with_whoever_is_listed_first() {
    let mut world = World::live_chat();
    let agents = [world.agent(), world.agent_with(|agent| agent.capacity_units = 9)];
    assert_eq!(served(&mut world), agents[1]);
    world.change_own_queue(|queue| queue.method = AssignmentMethod::AdvancedRoundRobin);
    assert_eq!([served(&mut world), served(&mut world)], agents);
}

#[test]
fn skills_capacity_and_presence_come_before_turns() {
    let mut world = by_turns();
    let french = world.asked_skill("french");
    world.agent();
    let skilled = world.agent_rated(&[(french, 5)]);
    for _ in 0..3 {
        world.pass(1);
        let id = world.start_asking(&[("french", 5)]);
        assert_eq!(world.agent_of(id), Some(skilled));
    }
    let id = world.start_asking(&[("french", 5)]);
    assert_eq!(world.agent_of(id), None);
}
