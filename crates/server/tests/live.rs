//! The live streams' promises, over real sockets: everything once and in order after any interruption, nothing that is
//! not one's own, and nobody held up by a slow reader.

mod support;

use frontdesk_engine::Input;
use frontdesk_model::*;
use frontdesk_server::clock::Clock;
use frontdesk_server::desk::Command;
use frontdesk_server::live::typing;
use frontdesk_server::visitors;
use frontdesk_store::Store;
use serde_json::{Value, json};
use std::time::Duration;
use support::faulty_store::Fault;
use support::fixture::*;
use support::live_server::{Client, LiveServer};
use support::random::Random;
use support::test_desk::TestDesk;

const SEEDS: u64 = 40;

async fn server() -> (TestDesk, LiveServer) {
    let test = TestDesk::open().await;
    let server = LiveServer::start(&test).await;
    (test, server)
}

/// A conversation that Ana works in.
async fn picked(test: &TestDesk, number: u64) {
    test.command(start(number)).await.unwrap();
    test.command(Input::Pick { conversation_id: conversation_id(number), agent_id: ana() }).await.unwrap();
}

/// The journal numbers that this agent may hear of, by the rule of `Audience`.
async fn heard_by(test: &TestDesk, id: AgentId, oversees: bool, member: bool) -> Vec<u64> {
    let journal = test.store.list_journal(organization_id(), 0, 100_000).await.unwrap().items;
    let hears = |entry: &JournalEntry| {
        let audience = &entry.audience;
        oversees || audience.everyone || audience.agents.contains(&id) || (member && audience.queue == Some(queue_id()))
    };
    journal.iter().filter(|entry| hears(entry)).map(|entry| entry.sequence).collect()
}

/// One thing that happens, and sometimes a commit of unknown outcome.
async fn something_happens(test: &TestDesk, random: &mut Random, step: u64) {
    if random.below(12) == 0 {
        let fault = if random.below(2) == 0 { Fault::LostBefore } else { Fault::LostAfter };
        test.store.fail_next_commit(fault);
    }
    let number = 1 + random.below(3);
    let text = format!("step {step}");
    let visibility = if random.below(3) == 0 { Visibility::Internal } else { Visibility::Public };
    let input = match random.below(4) {
        0 => start(number),
        1 => Input::Pick { conversation_id: conversation_id(number), agent_id: ana() },
        2 => say(number, &text),
        _ => answer(number, ana(), &text, visibility),
    };
    // Refusals and lost commits are part of it.
    let _ = test.command(input).await;
}

#[tokio::test]
async fn an_agent_who_reconnects_at_random_hears_everything_once_and_in_order() {
    for seed in 0..SEEDS {
        let mut random = Random::new(seed);
        let (mut test, mut server) = server().await;
        let mut client = Some(server.agent(ana(), Some(0)).await);
        let mut heard: Vec<u64> = Vec::new();
        let mut last = 0;
        for step in 0..60 {
            something_happens(&test, &mut random, step).await;
            match random.below(8) {
                0 => client = None,
                1 => {
                    // Another process: nothing recent is in its memory.
                    drop((client.take(), server));
                    test = test.restart().await;
                    server = LiveServer::start(&test).await;
                }
                2 => {
                    let mut connected = server.agent(ana(), Some(last)).await;
                    let hello = connected.next().await.unwrap();
                    assert_eq!((hello["resumed"].as_bool(), hello["sequence"].as_u64()), (Some(true), Some(last)));
                    client = Some(connected);
                }
                3 => {
                    if let Some(client) = &mut client {
                        client.say(json!({"type": "ping"})).await;
                        while let Some(frame) = client.next().await.filter(|frame| frame["type"] != "pong") {
                            note(&frame, &mut heard, &mut last);
                        }
                    }
                }
                _ => {}
            }
        }
        let expected = heard_by(&test, ana(), false, true).await;
        let mut client = server.agent(ana(), Some(last)).await;
        while heard.last().is_none_or(|last| last < expected.last().unwrap()) {
            note(&client.next().await.unwrap(), &mut heard, &mut last);
        }
        // What her own last connection caused may follow.
        heard.truncate(expected.len());
        assert_eq!(heard, expected, "seed {seed}");
    }
}

fn note(frame: &Value, heard: &mut Vec<u64>, last: &mut u64) {
    match frame["type"].as_str() {
        Some("event") => {
            let sequence = frame["sequence"].as_u64().unwrap();
            assert!(sequence > *last, "once and in order");
            heard.push(sequence);
            *last = sequence;
        }
        Some("progress") => *last = frame["sequence"].as_u64().unwrap().max(*last),
        _ => {}
    }
}

#[tokio::test]
async fn a_visitor_who_reconnects_at_random_reads_every_public_message_once_and_in_order() {
    for seed in 0..SEEDS {
        let mut random = Random::new(seed);
        let (test, server) = server().await;
        picked(&test, 1).await;
        let mut client = server.visitor(conversation_id(1), 0).await;
        let mut read: Vec<Value> = Vec::new();
        for step in 0..60 {
            something_happens(&test, &mut random, step).await;
            if random.below(5) == 0 {
                client = server.visitor(conversation_id(1), read.len() as u64).await;
            }
        }
        let id = conversation_id(1);
        let public = test.store.list_public_messages(organization_id(), id, 0, 10_000).await.unwrap().items;
        let mut client = if random.below(2) == 0 { client } else { server.visitor(id, read.len() as u64).await };
        while read.len() < public.len() {
            let frame = client.next_of("message").await;
            assert_eq!(frame["message"]["number"], json!(read.len() + 1), "seed {seed}");
            read.push(frame);
        }
        for (frame, message) in read.iter().zip(&public) {
            assert_eq!(frame["message"]["text"], json!(message.text));
        }
    }
}

#[tokio::test]
async fn everyone_hears_what_is_theirs_and_nothing_else() {
    let (test, server) = server().await;
    let mut member = server.agent(ana(), None).await;
    let mut stranger = server.agent(cyd(), None).await;
    let mut overseer = server.agent(supervisor(), None).await;
    for client in [&mut member, &mut stranger, &mut overseer] {
        assert_eq!(client.next().await.unwrap()["resumed"], json!(false));
    }
    picked(&test, 1).await;
    let at = test.desk.live().sequence();
    test.command(say(1, "hello")).await.unwrap();
    for client in [&mut member, &mut overseer] {
        client.next_message("hello").await;
    }
    // Of what happened in between, the stranger hears only what everyone does.
    stranger.say(json!({"type": "ping"})).await;
    let mut heard = Vec::new();
    loop {
        let frame = stranger.next().await.unwrap();
        if frame["type"] == "pong" {
            break;
        }
        heard.extend(frame["sequence"].as_u64());
    }
    let expected = heard_by(&test, cyd(), false, false).await;
    assert!(heard.iter().all(|sequence| expected.contains(sequence)));
    assert!(!heard.contains(&(at + 1)));
}

#[tokio::test]
async fn a_visitor_is_told_no_notes_no_ids_of_agents_and_nothing_of_routing() {
    let (test, server) = server().await;
    picked(&test, 1).await;
    let mut client = server.visitor(conversation_id(1), 0).await;
    test.command(answer(1, ana(), "a note", Visibility::Internal)).await.unwrap();
    test.command(answer(1, ana(), "an answer", Visibility::Public)).await.unwrap();
    let mut all = String::new();
    loop {
        let frame = client.next().await.unwrap();
        all.push_str(&frame.to_string());
        if frame["message"]["text"] == "an answer" {
            assert_eq!((&frame["message"]["from"], &frame["message"]["name"]), (&json!("agent"), &json!("Ana")));
            break;
        }
    }
    assert!(!all.contains("a note"));
    for secret in [ana().to_string(), queue_id().to_string(), workstream_id().to_string()] {
        assert!(!all.contains(&secret), "{all}");
    }
    assert!(!all.contains("heldUnits") && !all.contains("declines"));
}

#[tokio::test]
async fn a_visitor_sees_who_answers_once_they_have_accepted_and_how_it_ends() {
    let (test, server) = server().await;
    test.command(start(1)).await.unwrap();
    let mut client = server.visitor(conversation_id(1), 0).await;
    let hello = client.next().await.unwrap();
    assert_eq!((&hello["status"], &hello["agentName"]), (&json!("open"), &Value::Null));
    test.command(Input::Pick { conversation_id: conversation_id(1), agent_id: ana() }).await.unwrap();
    let status = client.next_of("status").await;
    assert_eq!((&status["status"], &status["agentName"]), (&json!("active"), &json!("Ana")));
    test.command(Input::EndConversation { conversation_id: conversation_id(1), agent_id: ana() }).await.unwrap();
    assert_eq!(client.next_of("status").await["status"], "wrap_up");
    test.command(Input::CloseSession { conversation_id: conversation_id(1), agent_id: ana() }).await.unwrap();
    assert_eq!(client.next_of("status").await["status"], "closed");
    let mut later = server.visitor(conversation_id(1), 0).await;
    assert_eq!(later.next().await.unwrap()["status"], "closed");
}

#[tokio::test]
async fn a_conversation_that_begins_with_a_message_is_told_of_once_and_then_the_message() {
    let (test, server) = server().await;
    let mut agent = server.agent(ana(), None).await;
    test.command(start_saying(1, "Where is my order?")).await.unwrap();
    let told = agent.next_event("conversation_changed").await;
    assert_eq!(told["event"]["conversation"]["lastMessageNumber"], 1);
    let next = agent.next_of("event").await;
    assert_eq!((&next["event"]["kind"], &next["event"]["message"]["number"]), (&json!("message_added"), &json!(1)));
}

#[tokio::test]
async fn whoever_waits_hears_where_they_stand_and_again_once_it_differs() {
    let (test, server) = server().await;
    test.command(start(1)).await.unwrap();
    test.command(start(2)).await.unwrap();
    let mut client = server.visitor(conversation_id(2), 0).await;
    let place = client.next_of("position").await;
    assert_eq!((&place["queuePosition"], &place["nextInLine"]), (&json!(2), &json!(false)));
    test.command(Input::CustomerEnd { conversation_id: conversation_id(1) }).await.unwrap();
    test.clock.advance(Duration::from_secs(5));
    let place = client.next_of("position").await;
    assert_eq!((&place["queuePosition"], &place["nextInLine"]), (&json!(1), &json!(true)));
}

#[tokio::test]
async fn typing_is_told_to_the_other_side_and_is_not_journaled() {
    let (test, server) = server().await;
    picked(&test, 1).await;
    let mut visitor = server.visitor(conversation_id(1), 0).await;
    let mut agent = server.agent(ana(), None).await;
    visitor.next_of("hello").await;
    agent.next_of("hello").await;
    agent.next_event("agent_status_changed").await;
    let before = test.desk.view().sequence();
    visitor.say(json!({"type": "typing"})).await;
    let heard = agent.next_of("typing").await;
    assert_eq!((&heard["from"], &heard["name"]), (&json!("customer"), &json!("Customer 1")));
    agent.say(json!({"type": "typing", "conversationId": conversation_id(1)})).await;
    assert_eq!(visitor.next_of("typing").await["name"], "Ana");
    assert_eq!(test.desk.view().sequence(), before);
    // Nobody types into another's conversation.
    typing::from_agent(&test.desk, ben(), conversation_id(1));
    visitor.say(json!({"type": "ping"})).await;
    assert_eq!(visitor.next().await.unwrap()["type"], "pong");
}

#[tokio::test]
async fn marks_are_counted_in_public_messages_for_visitors_and_in_all_for_agents() {
    let (test, server) = server().await;
    picked(&test, 1).await;
    test.command(answer(1, ana(), "a note", Visibility::Internal)).await.unwrap();
    test.command(answer(1, ana(), "an answer", Visibility::Public)).await.unwrap();
    let mut visitor = server.visitor(conversation_id(1), 0).await;
    let public = visitor.next_of("hello").await["lastNumber"].as_u64().unwrap();
    let mut agent = server.agent(ana(), None).await;
    agent.next_of("hello").await;
    visitor.say(json!({"type": "marks", "delivered": public, "read": public})).await;
    let last = test.messages(conversation_id(1)).await.last().unwrap().number;
    assert!(last > public);
    let marks = agent.next_event("marks_moved").await["event"]["marks"].clone();
    assert_eq!(marks["customerRead"], json!(last));
    assert_eq!(visitor.next_of("marks").await["marks"]["customerRead"], json!(public));
}

#[tokio::test]
async fn an_agent_is_there_while_a_stream_is_open_and_offline_when_the_last_one_goes() {
    let (test, server) = server().await;
    let base = || test.desk.view().status(ana()).map(|status| status.base);
    let mut first = server.agent(ana(), None).await;
    first.next_of("hello").await;
    assert_eq!(base(), Some(BasePresence::Available));
    let mut second = server.agent(ana(), None).await;
    second.next_of("hello").await;
    drop(first);
    while test.desk.live().connections() > 1 {
        tokio::task::yield_now().await;
    }
    assert_eq!(base(), Some(BasePresence::Available));
    // A lost commit does not make those who are there forgotten.
    test.store.fail_next_commit(Fault::LostBefore);
    assert!(test.command(start(1)).await.is_err());
    test.command(start(1)).await.unwrap();
    assert_eq!(base(), Some(BasePresence::Available));
    drop(second);
    while base() != Some(BasePresence::Offline) {
        tokio::task::yield_now().await;
    }
    // And a process that starts knows that nobody is there.
    let mut third = server.agent(ana(), None).await;
    third.next_of("hello").await;
    drop((third, server));
    let test = test.restart().await;
    while test.desk.view().status(ana()).map(|status| status.base) != Some(BasePresence::Offline) {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_customer_is_there_while_connected_and_between_polls() {
    let (test, server) = server().await;
    test.command(start(1)).await.unwrap();
    let presence = || test.desk.view().conversation(conversation_id(1)).unwrap().customer_presence;
    assert_eq!(presence(), CustomerPresence::Unknown);
    let mut client = server.visitor(conversation_id(1), 0).await;
    client.next_of("hello").await;
    while presence() != CustomerPresence::Connected {
        tokio::task::yield_now().await;
    }
    drop(client);
    while presence() == CustomerPresence::Connected {
        tokio::task::yield_now().await;
    }

    visitors::wait_for_message(&test.desk, conversation_id(1), 0, 0).await;
    while presence() != CustomerPresence::Connected {
        tokio::task::yield_now().await;
    }
    while presence() == CustomerPresence::Connected {
        test.clock.advance(Duration::from_secs(1));
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_long_poll_ends_with_a_message_or_with_its_time() {
    let test = TestDesk::open().await;
    test.command(start(1)).await.unwrap();
    let last = test.desk.view().conversation(conversation_id(1)).unwrap().last_public_number;
    let desk = test.desk.clone();
    let poll = tokio::spawn(async move { visitors::wait_for_message(&desk, conversation_id(1), last, 25_000).await });
    while test.desk.live().connections() == 0 {
        tokio::task::yield_now().await;
    }
    assert!(!poll.is_finished());
    test.command(say(1, "hello")).await.unwrap();
    poll.await.unwrap();
    // What is there already is not waited for.
    visitors::wait_for_message(&test.desk, conversation_id(1), last, 25_000).await;

    let desk = test.desk.clone();
    let poll =
        tokio::spawn(async move { visitors::wait_for_message(&desk, conversation_id(1), last + 1, 25_000).await });
    while test.desk.live().connections() == 0 {
        tokio::task::yield_now().await;
    }
    test.clock.advance(Duration::from_millis(25_000));
    poll.await.unwrap();
}

#[tokio::test]
async fn whoever_missed_too_much_or_knows_another_past_starts_anew() {
    let (test, server) = server().await;
    test.command(start(1)).await.unwrap();
    let mut client = server.agent(ana(), Some(1_000_000)).await;
    let hello = client.next().await.unwrap();
    assert_eq!(hello["resumed"], json!(false));
    assert!(
        hello["sequence"].as_u64().unwrap()
            >= test.store.list_journal(organization_id(), 0, 1).await.unwrap().items[0].sequence
    );
    let mut round = 0;
    while test.desk.live().sequence() <= 10_000 {
        round += 1;
        let sent: Vec<_> = (0..500).map(|n| test.send(Command::new(say(1, &format!("{round} {n}"))))).collect();
        for sent in sent {
            sent.await.unwrap().unwrap();
        }
    }
    let mut client = server.agent(ana(), Some(0)).await;
    assert_eq!(client.next().await.unwrap()["resumed"], json!(false));
}

#[tokio::test]
async fn a_slow_reader_is_cut_while_others_hear_everything_and_resumes_without_a_hole() {
    let (test, server) = server().await;
    picked(&test, 1).await;
    let at = test.desk.live().sequence();
    let mut slow = server.agent(ana(), Some(at)).await;
    let mut quick = server.agent(supervisor(), Some(at)).await;
    slow.next_of("hello").await;
    quick.next_of("hello").await;
    let text = "x".repeat(2_000);
    let mut sent = 0;
    while test.metrics.streams_cut.get() == 0 {
        sent += 1;
        test.command(say(1, &format!("{sent} {text}"))).await.unwrap();
        quick.next_message(&format!("{sent} {text}")).await;
    }
    let (mut heard, mut last) = (Vec::new(), at);
    while let Some(frame) = slow.next().await {
        note(&frame, &mut heard, &mut last);
    }
    assert!(last < test.desk.live().sequence());
    let expected = heard_by(&test, ana(), false, true).await;
    let mut again = server.agent(ana(), Some(last)).await;
    while last < *expected.last().unwrap() {
        note(&again.next().await.unwrap(), &mut heard, &mut last);
    }
    heard.truncate(expected.iter().filter(|sequence| **sequence > at).count());
    assert_eq!(heard, expected.into_iter().filter(|sequence| *sequence > at).collect::<Vec<_>>());
}

#[tokio::test]
async fn a_frame_that_is_none_is_answered_with_an_error_and_the_end() {
    let (_test, server) = server().await;
    for nonsense in [json!({"type": "dance"}), json!({"type": "typing"}), json!(7)] {
        let mut client = server.agent(ana(), None).await;
        client.say(nonsense).await;
        assert_eq!(client.next_of("error").await["code"], "invalid_frame");
        assert!(client.next().await.is_none());
    }
}

#[tokio::test]
async fn a_server_that_goes_down_says_come_back_soon() {
    let (test, server) = server().await;
    let mut agent = server.agent(ana(), None).await;
    test.command(start(1)).await.unwrap();
    let mut visitor = server.visitor(conversation_id(1), 0).await;
    agent.next_of("hello").await;
    visitor.next_of("hello").await;
    test.desk.live().shut_down().await;
    assert_eq!(agent.close_code().await, Some(1012));
    assert_eq!(visitor.close_code().await, Some(1012));
    assert_eq!(test.desk.live().connections(), 0);
}

#[tokio::test]
async fn whoever_is_signed_out_is_sent_away() {
    let (test, server) = server().await;
    let mut client = server.agent(ana(), None).await;
    client.next_of("hello").await;
    test.desk.live().disconnect_agent(ana());
    assert_eq!(client.next_of("error").await["code"], "unauthenticated");
    assert_eq!(client.close_code().await, Some(1008));
}

#[tokio::test]
async fn a_change_of_membership_is_felt_at_once() {
    let (test, server) = server().await;
    let mut client: Client = server.agent(cyd(), None).await;
    client.next_of("hello").await;
    let mut members = queue().members;
    members.push(cyd());
    test.command(Input::put(Queue { members, ..queue() })).await.unwrap();
    test.command(start(1)).await.unwrap();
    let heard = client.next_event("conversation_changed").await;
    assert_eq!(heard["event"]["conversation"]["id"], json!(conversation_id(1)));
    assert!(test.clock.now() >= START);
}
