//! Capacity in units, exact: taken at assignment, given back when the contract says, never overdrawn by routing.

use crate::world::{MINUTE, World};
use frontdesk_engine::Input;
use frontdesk_model::*;

#[test]
fn units_are_taken_at_assignment_and_given_back_by_a_reject() {
    let mut world = World::with(|workstream| workstream.capacity_units = 2);
    let agent = world.agent();
    let id = world.start();
    assert_eq!((world.free_units(agent), world.conversation(id).held_units), (1, 2));
    world.reject(id, agent);
    assert_eq!((world.free_units(agent), world.conversation(id).held_units), (3, 0));
}

#[test]
fn routing_never_offers_more_than_fits() {
    let mut world = World::with(|workstream| workstream.capacity_units = 2);
    let agent = world.agent();
    let (first, second) = (world.start(), world.start());
    assert_eq!((world.agent_of(first), world.agent_of(second)), (Some(agent), None));
    assert_eq!(world.free_units(agent), 1);
}

#[test]
fn picks_may_overdraw() {
    let mut world = World::with(|workstream| {
        workstream.capacity_units = 2;
        workstream.pick_from_push = true;
    });
    let agent = world.agent();
    let (_, second) = (world.start(), world.start());
    world.pick(second, agent).unwrap();
    assert_eq!(world.free_units(agent), -1);
    assert_eq!(world.presence_of(agent), BasePresence::DoNotDisturb);
}

#[test]
fn wrap_up_that_always_blocks_holds_until_the_close() {
    let mut world = World::live_chat();
    let (id, agent) = world.wrapping_up();
    assert_eq!(world.free_units(agent), 2);
    world.close(id, agent);
    assert_eq!(world.free_units(agent), 3);
}

#[test]
fn wrap_up_that_never_blocks_gives_back_at_once() {
    let mut world = World::with(|workstream| workstream.wrap_up_block = WrapUpBlock::Never);
    let (_, agent) = world.wrapping_up();
    assert_eq!(world.free_units(agent), 3);
}

#[test]
fn wrap_up_that_blocks_for_a_while_gives_back_after_it() {
    let mut world = World::with(|workstream| workstream.wrap_up_block = WrapUpBlock::For { milliseconds: MINUTE });
    let (id, agent) = world.wrapping_up();
    assert_eq!(world.alarm(), Some((MINUTE, frontdesk_engine::AlarmReason::WrapUpCapacity)));
    world.pass(MINUTE - 1);
    assert_eq!(world.free_units(agent), 2);
    world.pass(1);
    assert_eq!(world.free_units(agent), 3);
    assert_eq!(world.status(id), ConversationStatus::WrapUp);
}

#[test]
fn waiting_holds_nothing() {
    let mut world = World::asynchronous();
    let (_, agent) = world.waiting();
    assert_eq!(world.free_units(agent), 3);
}

#[test]
fn a_transfer_frees_the_former_agent_at_once() {
    let mut world = World::live_chat();
    let (id, agent) = world.accepted();
    let other = world.agent();
    world.ok(Input::TransferToAgent { conversation_id: id, agent_id: agent, to_agent_id: other });
    assert_eq!((world.free_units(agent), world.free_units(other)), (3, 2));
}

#[test]
fn what_is_held_stays_what_was_taken_when_the_workstream_changes() {
    let mut world = World::live_chat();
    let (id, agent) = world.accepted();
    world.change_workstream(|workstream| workstream.capacity_units = 3);
    assert_eq!(world.free_units(agent), 2);
    world.end(id, agent);
    world.close(id, agent);
    assert_eq!(world.free_units(agent), 3);
}

#[test]
fn more_capacity_is_used_at_once_and_less_takes_nothing_away() {
    let mut world = World::live_chat();
    let agent = world.agent_with(|agent| agent.capacity_units = 1);
    let (first, second) = (world.start(), world.start());
    assert_eq!(world.agent_of(second), None);
    world.change_agent(agent, |agent| agent.capacity_units = 2);
    assert_eq!(world.agent_of(second), Some(agent));
    world.change_agent(agent, |agent| agent.capacity_units = 0);
    assert_eq!((world.agent_of(first), world.free_units(agent)), (Some(agent), -2));
}
