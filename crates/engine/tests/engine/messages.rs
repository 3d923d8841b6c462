//! Messages: numbers, what lists show of them, marks, and who may write when.

use crate::world::World;
use frontdesk_engine::{Input, Reply};
use frontdesk_model::*;

fn numbers(reply: Reply) -> (u64, Option<u64>) {
    match reply {
        Reply::MessageStored { number, public_number, .. } => (number, public_number),
        other => panic!("{other:?}"),
    }
}

#[test]
fn messages_are_numbered_without_gaps_and_public_ones_for_themselves() {
    let mut world = World::live_chat();
    let (id, agent) = world.accepted();
    assert_eq!(numbers(world.customer_says(id, "hello")), (2, Some(2)));
    let note = world.agent_writes(id, agent, "angry?", Visibility::Internal).unwrap();
    assert_eq!(numbers(note), (3, None));
    assert_eq!(numbers(world.agent_says(id, agent, "hello").unwrap()), (4, Some(3)));
    let stored: Vec<u64> = world.messages.iter().map(|message| message.number).collect();
    assert_eq!(stored, [1, 2, 3, 4]);
}

#[test]
fn lists_show_the_last_public_message_what_is_unread_and_since_when_the_customer_waits() {
    let mut world = World::live_chat();
    let (id, agent) = world.accepted();
    world.customer_says(id, "hello");
    let waiting_since = world.now;
    world.pass(5);
    world.customer_says(id, &"ä".repeat(200));
    let conversation = world.conversation(id);
    assert_eq!((conversation.unread, conversation.customer_waiting_since), (2, Some(waiting_since)));
    let preview = conversation.last_message.clone().unwrap();
    assert_eq!((preview.from_customer, preview.text), (true, "ä".repeat(120)));
    world.agent_writes(id, agent, "a note", Visibility::Internal).unwrap();
    assert_eq!(world.conversation(id).unread, 2);
    world.agent_says(id, agent, "good day").unwrap();
    let conversation = world.conversation(id);
    assert_eq!((conversation.unread, conversation.customer_waiting_since), (0, None));
    assert_eq!(conversation.marks.agent_read, 5);
}

#[test]
fn the_first_words_of_the_customer_become_the_title_unless_there_is_one() {
    let mut world = World::live_chat();
    let id = world.start();
    world.customer_says(id, &format!("  my order\n never came {}", "and so on ".repeat(20)));
    let title = &world.conversation(id).title;
    assert!(title.starts_with("my order never came and so on") && title.ends_with('…'), "{title}");
    assert!(title.chars().count() <= 61);
    let titled = world.start_with(|new| new.title = "Order 7".into());
    world.customer_says(titled, "my order never came");
    assert_eq!(world.conversation(titled).title, "Order 7");
}

#[test]
fn a_message_may_be_files_alone_and_lists_say_how_many() {
    let mut world = World::live_chat();
    let id = world.start();
    let file = |number: u128| Attachment {
        id: Uuid::from_u128(number).into(),
        name: "holiday.png".into(),
        media_type: "image/png".into(),
        size_bytes: 5,
    };
    let says = |text: &str, files: u128| Input::CustomerMessage {
        conversation_id: id,
        text: text.into(),
        attachments: (0..files).map(file).collect(),
        client_message_id: None,
    };
    world.ok(says("", 2));
    let conversation = world.conversation(id);
    assert_eq!(conversation.last_message.as_ref().map(|last| (last.text.as_str(), last.attachments)), Some(("", 2)));
    assert_eq!(conversation.title, "", "the first words are still to come");
    assert_eq!(world.messages.last().map(|message| message.attachments.len()), Some(2));
    world.ok(says("Look", 1));
    assert_eq!(world.conversation(id).title, "Look");
    assert_eq!(world.refused(says("", 0)), "message_empty");
    assert_eq!(world.refused(says(" ", 1)), "message_empty");
    assert_eq!(world.refused(says("", 11)), "too_many_attachments");
}

#[test]
fn empty_and_too_long_messages_are_refused_by_their_characters() {
    let mut world = World::live_chat();
    let (conversation_id, agent_id) = world.accepted();
    let says = |text: String| Input::CustomerMessage {
        conversation_id,
        text,
        attachments: Vec::new(),
        client_message_id: None,
    };
    assert_eq!(world.refused(says(String::new())), "message_empty");
    assert_eq!(world.refused(says(" \n\t".into())), "message_empty");
    assert_eq!(world.refused(says("ä".repeat(6_001))), "message_too_long");
    world.ok(says("ä".repeat(6_000)));
    assert_eq!(world.agent_says(conversation_id, agent_id, "").unwrap_err().code, "message_empty");
}

#[test]
fn only_the_assigned_agent_writes_to_the_customer_and_supervisors_may_leave_notes() {
    let mut world = World::live_chat();
    let (id, _) = world.accepted();
    let (colleague, supervisor) = (world.agent(), world.supervisor());
    for stranger in [colleague, supervisor] {
        assert_eq!(world.agent_says(id, stranger, "hi").unwrap_err().code, "not_assigned_to_you");
    }
    let refusal = world.agent_writes(id, colleague, "hm", Visibility::Internal).unwrap_err();
    assert_eq!(refusal.code, "not_assigned_to_you");
    world.agent_writes(id, supervisor, "be kind", Visibility::Internal).unwrap();
}

#[test]
fn nobody_writes_to_the_customer_before_acceptance_or_after_the_end() {
    let mut world = World::live_chat();
    let (agent, id) = (world.agent(), world.start());
    assert_eq!(world.agent_says(id, agent, "hi").unwrap_err().code, "offer_not_accepted");
    world.accept(id, agent);
    world.end(id, agent);
    assert_eq!(world.agent_says(id, agent, "bye").unwrap_err().code, "conversation_ended");
    world.agent_writes(id, agent, "all well", Visibility::Internal).unwrap();
    let late = Input::CustomerMessage {
        conversation_id: id,
        text: "wait".into(),
        attachments: Vec::new(),
        client_message_id: None,
    };
    assert_eq!(world.refused(late), "conversation_ended");
}

#[test]
fn asynchronous_customers_may_still_write_during_wrap_up() {
    let mut world = World::asynchronous();
    let (id, _) = world.wrapping_up();
    world.customer_says(id, "thanks!");
    assert_eq!((world.status(id), world.conversation(id).unread), (ConversationStatus::WrapUp, 1));
}

#[test]
fn marks_only_move_forward_and_never_beyond_the_last_message() {
    let mut world = World::live_chat();
    let (conversation_id, agent_id) = world.accepted();
    world.customer_says(conversation_id, "hello");
    world.agent_says(conversation_id, agent_id, "hello").unwrap();
    let marks = |delivered, read| Input::CustomerMarks { conversation_id, delivered, read };
    world.ok(marks(3, 1));
    world.ok(marks(1, 3));
    world.ok(marks(0, 0));
    let found = world.conversation(conversation_id).marks;
    assert_eq!((found.customer_delivered, found.customer_read), (3, 3));
    assert_eq!(world.refused(marks(4, 0)), "marks_beyond_last");
    assert_eq!(world.refused(marks(0, u64::MAX)), "marks_beyond_last");
}

#[test]
fn what_the_agent_has_read_is_no_longer_unread() {
    let mut world = World::live_chat();
    let (conversation_id, agent_id) = world.accepted();
    for text in ["one", "two", "three"] {
        world.customer_says(conversation_id, text);
    }
    let marks = |read| Input::AgentMarks { conversation_id, agent_id, delivered: 4, read };
    world.ok(marks(2));
    assert_eq!(world.conversation(conversation_id).unread, 2);
    world.ok(marks(4));
    assert_eq!(world.conversation(conversation_id).unread, 0);
    let stranger = world.agent();
    let theirs = Input::AgentMarks { conversation_id, agent_id: stranger, delivered: 1, read: 1 };
    assert_eq!(world.refused(theirs), "not_assigned_to_you");
}

#[test]
fn what_happens_is_said_in_the_conversation() {
    let mut world = World::live_chat();
    let (id, agent) = world.accepted();
    let other = world.agent();
    world.ok(Input::TransferToAgent { conversation_id: id, agent_id: agent, to_agent_id: other });
    world.accept(id, other);
    world.end(id, other);
    use SystemMessage::*;
    assert_eq!(world.system_messages(id), [AgentAccepted, TransferToAgent, AgentAccepted, AgentEnded]);
}

#[test]
fn the_client_message_id_is_kept() {
    let mut world = World::live_chat();
    let conversation_id = world.start();
    let client_message_id = Some("c-1".to_owned());
    world.ok(Input::CustomerMessage {
        conversation_id,
        text: "hi".into(),
        attachments: Vec::new(),
        client_message_id: client_message_id.clone(),
    });
    assert_eq!(world.messages[0].client_message_id, client_message_id);
}
