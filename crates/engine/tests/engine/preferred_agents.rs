//! Preferred agents: tried before anybody else, in their order, if they can take it at all.

use crate::world::World;
use frontdesk_model::*;

#[test]
fn preferred_agents_come_first_in_their_order_whatever_the_method_says() {
    let mut world = World::live_chat();
    let roomy = world.agent_with(|agent| agent.capacity_units = 9);
    let [second, first, away] = [world.agent(), world.agent(), world.agent()];
    world.choose(away, BasePresence::Away);
    let id = world.start_with(|new| new.preferred_agents = vec![away, first, second]);
    assert_eq!(world.assigned(id), (AssignedBecause::Preferred, None, vec![first, second, roomy]));
}

#[test]
fn nobody_waits_for_a_preferred_agent_and_outsiders_are_not_asked() {
    let mut world = World::live_chat();
    let outsider = world.supervisor();
    let member = world.agent();
    let id = world.start_with(|new| new.preferred_agents = vec![outsider]);
    assert_eq!(world.assigned(id), (AssignedBecause::FirstInOrder, None, vec![member]));
}

#[test]
fn a_preferred_agent_who_declined_comes_after_all_who_did_not() {
    let mut world = World::with(|workstream| workstream.reoffer_after_decline_ms = 0);
    let preferred = world.agent_with(|agent| agent.capacity_units = 9);
    let other = world.agent();
    let id = world.start_with(|new| new.preferred_agents = vec![preferred]);
    assert_eq!(world.agent_of(id), Some(preferred));
    world.reject(id, preferred);
    assert_eq!(world.assigned(id), (AssignedBecause::FirstInOrder, None, vec![other, preferred]));
}
