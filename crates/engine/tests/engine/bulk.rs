//! Many conversations at once: each decided by itself, too many refused whole.

use crate::world::World;
use frontdesk_engine::{Bulk, BulkAct, Input, Reply};
use frontdesk_model::*;

fn bulk(agent_id: AgentId, conversations: &[ConversationId], act: BulkAct) -> Input {
    Input::Bulk(Box::new(Bulk { agent_id, conversations: conversations.to_vec(), act }))
}

/// The code of each refusal, empty where it was done.
fn answers(reply: Reply) -> Vec<String> {
    let Reply::Bulk { answers } = reply else { panic!("{reply:?}") };
    answers.into_iter().map(|answer| answer.refused.map_or(String::new(), |refusal| refusal.code)).collect()
}

#[test]
fn a_thousand_are_decided_at_once_and_the_history_of_the_closed_is_kept() {
    let mut world = World::live_chat();
    let supervisor = world.supervisor();
    let there: Vec<_> = (0..50).map(|_| world.start()).collect();
    let mut ids = there.clone();
    ids.resize_with(1_000, || ConversationId(world.next_id()));
    let told = answers(world.ok(bulk(supervisor, &ids, BulkAct::ForceClose)));
    assert!(told[..50].iter().all(String::is_empty));
    assert!(told.len() == 1_000 && told[50..].iter().all(|code| code == "conversation_not_found"));
    assert!(there.iter().all(|id| world.status(*id) == ConversationStatus::Closed));
    assert!(there.iter().all(|id| world.closures(*id) == [Some(ClosureReason::ForceClose)]));
}

#[test]
fn each_is_decided_by_itself() {
    let mut world = World::live_chat();
    let supervisor = world.supervisor();
    let (open, own, missing) = (world.start(), world.start(), ConversationId(world.next_id()));
    world.pick(own, supervisor).unwrap();
    let told = answers(world.ok(bulk(supervisor, &[own, open, missing, open], BulkAct::ForceClose)));
    assert_eq!(told, ["own_conversation", "", "conversation_not_found", "conversation_ended"]);
}

#[test]
fn open_ones_are_assigned_until_the_agent_is_full() {
    let mut world = World::live_chat();
    let supervisor = world.supervisor();
    let ids: Vec<_> = (0..4).map(|_| world.start()).collect();
    let expert = world.colleague_with(|_| {});
    world.connect(expert);
    let act = BulkAct::AssignToAgent { to_agent_id: expert, regardless: false };
    assert_eq!(answers(world.ok(bulk(supervisor, &ids, act))), ["", "", "", "agent_not_available"]);
    let other = world.other_queue(&[expert]);
    let act = BulkAct::AssignToQueue { to_queue_id: other };
    assert_eq!(answers(world.ok(bulk(supervisor, &ids[2..], act))), ["conversation_not_open", ""]);
}

#[test]
fn active_ones_are_transferred() {
    let mut world = World::live_chat();
    let supervisor = world.supervisor();
    let (first, agent) = world.accepted();
    let second = world.start();
    world.accept(second, agent);
    let colleague = world.agent();
    let act = BulkAct::TransferToAgent { to_agent_id: colleague };
    assert_eq!(answers(world.ok(bulk(supervisor, &[first, second], act))), ["", ""]);
    assert_eq!((world.agent_of(first), world.agent_of(second)), (Some(colleague), Some(colleague)));
}

#[test]
fn none_too_many_and_who_may_not_are_refused_whole() {
    let mut world = World::live_chat();
    let (agent, supervisor) = (world.agent(), world.supervisor());
    let id = world.start();
    assert_eq!(world.refused(bulk(agent, &[id], BulkAct::ForceClose)), "supervisors_only");
    assert_eq!(world.refused(bulk(supervisor, &[], BulkAct::ForceClose)), "no_conversations");
    for count in [1_001, 2_000] {
        assert_eq!(world.refused(bulk(supervisor, &vec![id; count], BulkAct::ForceClose)), "too_many_conversations");
    }
    world.change_settings(|settings| settings.supervisors.force_close = false);
    assert_eq!(world.refused(bulk(supervisor, &[id], BulkAct::ForceClose)), "force_closing_off");
    assert_eq!(world.status(id), ConversationStatus::Active);
}

fn message(text: &str) -> BulkAct {
    BulkAct::MessageCustomers { text: text.into() }
}

fn notice(text: &str) -> BulkAct {
    BulkAct::NotifyAgents { text: text.into() }
}

/// Open, and so it stays: whoever serves its queue is not there.
fn unserved(world: &mut World) -> ConversationId {
    let away = world.colleague_with(|_| {});
    let queue_id = world.queue_named(&format!("Queue of {away}"), |queue| queue.members = vec![away]);
    world.start_with(|new| new.queue_id = Some(queue_id))
}

#[test]
fn customers_of_open_conversations_that_can_wait_are_written_to_and_waited_for() {
    let mut world = World::asynchronous();
    let supervisor = world.supervisor();
    let ids: Vec<_> = (0..50).map(|_| world.start()).collect();
    assert!(answers(world.ok(bulk(supervisor, &ids, message("We are late today.")))).iter().all(String::is_empty));
    for id in &ids {
        assert_eq!(world.state(*id), (ConversationStatus::Waiting, StatusReason::AwaitingCustomerResponse));
        assert_eq!(world.closures(*id), [Some(ClosureReason::AgentMovedConversationToWaiting)]);
        let message = world.messages.iter().find(|message| message.conversation_id == *id).expect("is kept");
        assert_eq!((message.number, message.public_number), (1, Some(1)));
        assert_eq!((&*message.text, message.visibility), ("We are late today.", Visibility::Public));
        assert!(matches!(message.sender, Sender::Agent { agent_id, .. } if agent_id == supervisor));
        assert_eq!(world.conversation(*id).customer_waiting_since, None);
    }
    let heard = |id| Audience { queue: Some(world.queue.id), customer_of: Some(id), ..Audience::default() };
    let told = world.events.iter().filter(|(_, event)| matches!(event, Event::MessageAdded { .. }));
    assert!(told.zip(&ids).all(|((audience, _), id)| audience.customer_of == heard(*id).customer_of));
    // Nobody has to answer them now; the customer who does is served as anybody is.
    let agent = world.agent();
    assert_eq!(world.agent_of(ids[0]), None);
    world.customer_says(ids[0], "Thank you");
    assert_eq!(world.agent_of(ids[0]), Some(agent));
}

#[test]
fn who_is_not_written_to_is_told_why() {
    let mut world = World::asynchronous();
    let supervisor = world.supervisor();
    let (waiting, _) = world.waiting();
    let (active, open, closed) = (world.start(), unserved(&mut world), world.start());
    let missing = ConversationId(world.next_id());
    world.ok(Input::ForceClose { conversation_id: closed, agent_id: supervisor });
    let ids = [waiting, active, open, closed, missing, open];
    let told = answers(world.ok(bulk(supervisor, &ids, message("Hello"))));
    let not_open = "conversation_not_open";
    assert_eq!(told, [not_open, not_open, "", "conversation_not_found", "conversation_not_found", not_open]);

    let mut world = World::live_chat();
    let (supervisor, chat) = (world.supervisor(), world.start());
    assert_eq!(answers(world.ok(bulk(supervisor, &[chat], message("Hello")))), ["live_chat"]);
    assert_eq!(world.status(chat), ConversationStatus::Open);
}

#[test]
fn the_agents_of_conversations_hear_a_notice_once_and_it_is_kept_as_a_note() {
    let mut world = World::live_chat();
    let supervisor = world.supervisor();
    let (active, agent) = world.accepted();
    let offered = world.start();
    let (open, own) = (unserved(&mut world), unserved(&mut world));
    world.pick(own, supervisor).unwrap();
    world.forget_events();
    let ids = [active, offered, open, own, active];
    let told = answers(world.ok(bulk(supervisor, &ids, notice("The shop closes at noon."))));
    assert_eq!(told, ["", "", "conversation_not_assigned", "own_conversation", "named_twice"]);
    let heard = world.events.iter().filter_map(|(audience, event)| match event {
        Event::AgentNotified { conversation_id, agent_id, by, text, .. } => {
            assert_eq!((*by, &**text), (supervisor, "The shop closes at noon."));
            assert_eq!((&audience.agents[..], audience.customer_of), (&[*agent_id][..], None));
            Some((*conversation_id, *agent_id))
        }
        _ => None,
    });
    assert_eq!(heard.collect::<Vec<_>>(), [(active, agent), (offered, agent)]);
    let note = world.messages.iter().rfind(|message| message.conversation_id == active).expect("is kept");
    assert_eq!((note.visibility, &*note.text), (Visibility::Internal, "The shop closes at noon."));
    assert_eq!(note.public_number, None);
}

#[test]
fn what_is_written_to_many_is_short_and_written_by_those_who_oversee() {
    let mut world = World::asynchronous();
    let (agent, supervisor) = (world.agent(), world.supervisor());
    let id = world.start();
    let longest = "ß".repeat(1_000);
    for act in [message, notice] {
        assert_eq!(world.refused(bulk(agent, &[id], act("Hello"))), "supervisors_only");
        assert_eq!(world.refused(bulk(supervisor, &[id], act(" \n"))), "message_empty");
        assert_eq!(world.refused(bulk(supervisor, &[id], act(&format!("{longest}!")))), "message_too_long");
        assert_eq!(world.refused(bulk(supervisor, &vec![id; 1_001], act("Hello"))), "too_many_conversations");
        assert_eq!(world.refused(bulk(supervisor, &[], act("Hello"))), "no_conversations");
        answers(world.ok(bulk(supervisor, &[id], act(&longest))));
    }
    world.change_settings(|settings| settings.message_characters_max = 5);
    assert_eq!(world.refused(bulk(supervisor, &[id], message("Good day"))), "message_too_long");
}
