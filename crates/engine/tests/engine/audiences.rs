//! Who hears of what: the agents concerned, the members of a queue whose open items change, the customer.

use crate::world::World;
use frontdesk_engine::Input;
use frontdesk_model::*;

/// The audience of the last event of this kind.
fn last(world: &World, kind: fn(&Event) -> bool) -> Audience {
    world.events.iter().rfind(|(_, event)| kind(event)).expect("was told").0.clone()
}

fn changed(event: &Event) -> bool {
    matches!(event, Event::ConversationChanged { .. })
}

fn added(event: &Event) -> bool {
    matches!(event, Event::MessageAdded { .. })
}

#[test]
fn an_open_conversation_concerns_its_queue_and_its_customer() {
    let mut world = World::live_chat();
    let id = world.start();
    let queue = Some(world.queue.id);
    let expected = Audience { queue, customer_of: Some(id), ..Audience::default() };
    assert_eq!(last(&world, changed), expected);
    world.customer_says(id, "hello");
    assert_eq!(last(&world, added), expected);
}

#[test]
fn an_assignment_concerns_the_agent_and_the_queue_that_loses_it() {
    let mut world = World::live_chat();
    let id = world.start();
    let agent = world.agent();
    let audience = last(&world, changed);
    assert_eq!((audience.agents, audience.queue, audience.customer_of), (vec![agent], Some(world.queue.id), Some(id)));
}

#[test]
fn the_customer_hears_that_someone_has_accepted() {
    let mut world = World::live_chat();
    let (id, _) = world.accepted();
    assert_eq!(last(&world, changed).customer_of, Some(id));
}

#[test]
fn a_transfer_concerns_both_agents_and_no_queue() {
    let mut world = World::live_chat();
    let (id, agent) = world.accepted();
    let other = world.agent();
    world.ok(Input::TransferToAgent { conversation_id: id, agent_id: agent, to_agent_id: other });
    let audience = last(&world, changed);
    assert_eq!((audience.agents, audience.queue), (vec![agent, other], None));
}

#[test]
fn customers_hear_public_messages_marks_and_moves_but_no_notes_and_no_links() {
    let mut world = World::live_chat();
    let (id, agent) = world.accepted();
    world.agent_writes(id, agent, "a note", Visibility::Internal).unwrap();
    assert_eq!(last(&world, added).customer_of, None);
    assert_eq!(last(&world, changed).customer_of, None);
    world.agent_says(id, agent, "hello").unwrap();
    assert_eq!(last(&world, added).customer_of, Some(id));
    world.ok(Input::CustomerMarks { conversation_id: id, delivered: 1, read: 1 });
    assert_eq!(last(&world, |event| matches!(event, Event::MarksMoved { .. })).customer_of, Some(id));
    world.end(id, agent);
    assert_eq!(last(&world, changed).customer_of, Some(id));
}

#[test]
fn a_conversation_is_told_once_a_step_and_before_its_messages_and_offers() {
    let mut world = World::live_chat();
    world.agent();
    world.forget_events();
    world.start();
    let kinds: Vec<_> = world.events.iter().map(|(_, event)| std::mem::discriminant(event)).collect();
    assert!(changed(&world.events[0].1));
    assert!(matches!(world.events[1].1, Event::OfferMade { .. }));
    assert!(matches!(world.events[2].1, Event::AgentStatusChanged { .. }));
    assert_eq!(kinds.len(), 3);
}

#[test]
fn everyone_hears_of_the_set_up_and_never_a_password_and_agents_of_their_own_status() {
    let mut world = World::live_chat();
    let agent = world.agent();
    assert_eq!(last(&world, |event| matches!(event, Event::AgentStatusChanged { .. })).agents, [agent]);
    let told: Vec<_> = world.events.iter().filter(|(audience, _)| audience.everyone).map(|(_, event)| event).collect();
    assert!(!told.iter().any(|event| matches!(event, Event::AgentStatusChanged { .. })));
    assert!(told.iter().any(|event| matches!(event, Event::ConfigurationChanged { noun, .. } if noun == "queue")));
    let hashes = told.iter().filter_map(|event| match event {
        Event::AgentChanged { agent } => Some(&agent.password_hash),
        _ => None,
    });
    assert_eq!(hashes.collect::<Vec<_>>(), [&None]);
    let mut rows = world.set_up_rows().into_iter();
    assert!(rows.any(|row| matches!(row, frontdesk_model::Row::Agent(agent) if agent.password_hash.is_some())));
}
