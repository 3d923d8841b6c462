//! After a restart from the rows alone: nobody is connected, nothing is forgotten, every clock goes on.

use crate::world::{MINUTE, SECOND, World};
use frontdesk_model::*;

#[test]
fn agents_are_offline_until_back_and_find_their_presence_in_time() {
    let mut world = World::live_chat();
    let (away, working) = (world.agent(), world.agent());
    world.choose(away, BasePresence::Away);
    world.restart();
    for agent in [away, working] {
        assert_eq!(world.presence_of(agent), BasePresence::Offline);
    }
    world.pass(MINUTE);
    world.connect(away);
    world.connect(working);
    assert_eq!(world.presence_of(away), BasePresence::Away);
    assert_eq!(world.presence_of(working), BasePresence::Available);
}

#[test]
fn a_chosen_offline_outlasts_a_restart() {
    let mut world = World::live_chat();
    let agent = world.agent();
    world.choose(agent, BasePresence::Offline);
    world.restart();
    world.connect(agent);
    assert_eq!(world.presence_of(agent), BasePresence::Offline);
}

#[test]
fn connected_live_chat_customers_are_gone_as_of_now() {
    let mut world = World::live_chat();
    let (id, _) = world.accepted();
    world.ok(frontdesk_engine::Input::CustomerConnected { conversation_id: id });
    world.restart();
    assert_eq!(world.conversation(id).customer_presence, CustomerPresence::Disconnected { since: world.now });
    let agent = world.agent_of(id).unwrap();
    world.connect(agent);
    world.pass(3 * MINUTE);
    assert_eq!(world.status(id), ConversationStatus::WrapUp);
}

#[test]
fn agents_who_do_not_come_back_lose_their_conversations_to_others() {
    let mut world = World::live_chat();
    let (id, agent) = world.accepted();
    world.restart();
    let colleague = world.agent();
    world.pass(150 * SECOND);
    assert_ne!(agent, colleague);
    assert_eq!(world.agent_of(id), Some(colleague));
}

#[test]
fn what_is_picked_without_a_browser_after_a_restart_goes_back_as_well() {
    let mut world = World::asynchronous();
    let (id, agent) = world.waiting();
    world.restart();
    world.pick(id, agent).unwrap();
    world.pass(150 * SECOND);
    assert_eq!(world.status(id), ConversationStatus::Open);
}

#[test]
fn lines_loads_offers_and_clocks_go_on() {
    let mut world = World::live_chat();
    let agent = world.agent_with(|agent| agent.capacity_units = 2);
    let (accepted, offered) = (world.start(), world.start());
    world.pass(1);
    let (third, fourth) = (world.start(), world.start());
    world.accept(accepted, agent);
    world.customer_says(third, "hello");
    world.restart();
    assert_eq!(world.free_units(agent), 0);
    assert_eq!(world.engine.waiting(world.queue.id).collect::<Vec<_>>(), [third, fourth]);
    world.connect(agent);
    world.accept(offered, agent);
    world.end(accepted, agent);
    world.close(accepted, agent);
    assert_eq!(world.agent_of(third), Some(agent));
    assert_eq!(world.conversation(third).last_message_number, 1);
    world.customer_says(third, "again");
    assert_eq!(world.conversation(third).last_message_number, 2);
}

#[test]
fn a_second_restart_changes_nothing_more() {
    let mut world = World::live_chat();
    let (id, agent) = world.accepted();
    world.restart();
    let (conversation, status) = (world.conversation(id).clone(), world.statuses[&agent].clone());
    world.forget_events();
    world.restart();
    assert_eq!((world.conversation(id), &world.statuses[&agent]), (&conversation, &status));
    assert_eq!(world.events, []);
}
