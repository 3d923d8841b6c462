//! The desk's promises, over a store that fails: what is acknowledged is on disk, is shown, and happens once.

mod support;

use frontdesk_engine::{Input, RefusalKind, Reply};
use frontdesk_model::*;
use frontdesk_server::clock::Clock;
use frontdesk_server::desk::{Command, CommandKey, DeskError};
use frontdesk_store::{CommitError, Store};
use std::time::Duration;
use support::faulty_store::Fault;
use support::fixture::*;
use support::test_desk::{PANIC, TestDesk};

fn key(text: &str) -> Option<CommandKey> {
    Some(CommandKey::new("test", text))
}

#[tokio::test]
async fn an_acknowledgement_comes_after_the_commit_and_so_does_everything_others_see() {
    let test = TestDesk::open().await;
    test.store.hold();
    let sent = test.send(Command::new(start(1)));
    test.store.holds(1).await;
    assert!(!sent.is_finished());
    assert!(!test.shown(conversation_id(1)));
    assert_eq!(test.desk.live().sequence(), 0);

    test.store.release();
    assert!(sent.await.unwrap().is_ok());
    assert!(test.shown(conversation_id(1)));
    assert!(test.desk.view().sequence() > 0);
}

#[tokio::test]
async fn whoever_has_an_acknowledgement_reads_what_it_says() {
    let test = TestDesk::open().await;
    for number in 1..=50 {
        test.command(start(number)).await.unwrap();
        assert!(test.shown(conversation_id(number)));
        test.command(say(number, "hello")).await.unwrap();
        let shown = test.desk.view().conversation(conversation_id(number)).unwrap().last_message_number;
        assert_eq!(test.messages(conversation_id(number)).await.len() as u64, shown);
    }
}

#[tokio::test]
async fn what_comes_during_a_commit_is_written_together_by_the_next_one() {
    let test = TestDesk::open().await;
    test.command(start(1)).await.unwrap();
    let before = test.store.commits();
    test.store.hold();
    let first = test.send(Command::new(say(1, "first")));
    test.store.holds(1).await;
    let others: Vec<_> = (0..100).map(|n| test.send(Command::new(say(1, &format!("text {n}"))))).collect();
    test.depth(101).await;
    test.store.release();
    first.await.unwrap().unwrap();
    for other in others {
        other.await.unwrap().unwrap();
    }
    assert_eq!(test.store.commits() - before, 2);
    let numbers: Vec<u64> = test.messages(conversation_id(1)).await.iter().map(|message| message.number).collect();
    assert_eq!(numbers, (1..=numbers.len() as u64).collect::<Vec<_>>());
}

#[tokio::test]
async fn a_commit_that_fails_shows_nothing_and_a_repeat_with_the_same_key_succeeds_once() {
    let faults = [
        (Fault::LostBefore, DeskError::Unknown),
        (Fault::LostAfter, DeskError::Unknown),
        (Fault::Repeated, DeskError::Unknown),
        (Fault::Full, DeskError::Full),
        (Fault::Fenced, DeskError::Unavailable { retry_after_ms: 50 }),
    ];
    for (fault, expected) in faults {
        let test = TestDesk::open().await;
        test.command(start(1)).await.unwrap();
        let (shown, told) = (test.desk.view().sequence(), test.desk.live().sequence());
        test.store.fail_next_commit(fault);
        assert_eq!(test.command(say(1, "once")).await, Err(expected), "{fault:?}");
        if fault != Fault::LostAfter {
            assert_eq!((test.desk.view().sequence(), test.desk.live().sequence()), (shown, told), "{fault:?}");
        }
        let repeated = test.command(say(1, "once")).await.unwrap();
        assert_eq!(test.command(say(1, "once")).await.unwrap(), repeated);
        let texts = test.messages(conversation_id(1)).await;
        assert_eq!(texts.iter().filter(|message| message.text == "once").count(), 1, "{fault:?}");
    }
}

#[tokio::test]
async fn a_failed_commit_takes_what_was_built_on_it_along_and_everyone_is_told() {
    let test = TestDesk::open().await;
    test.command(start(1)).await.unwrap();
    test.store.fail_next_commit(Fault::LostBefore);
    test.store.hold();
    let first = test.send(Command::new(say(1, "first")));
    test.store.holds(1).await;
    let second = test.send(Command::new(say(1, "second")));
    let refused = test.send(Command::new(say(99, "no such conversation")));
    test.depth(3).await;
    test.store.release();
    assert_eq!(first.await.unwrap(), Err(DeskError::Unknown));
    assert!(matches!(second.await.unwrap(), Err(DeskError::Unavailable { .. })));
    assert!(matches!(refused.await.unwrap(), Err(DeskError::Unavailable { .. })));
    assert!(test.messages(conversation_id(1)).await.iter().all(|message| message.text.is_empty()));
}

#[tokio::test]
async fn a_reload_keeps_everything_that_was_acknowledged() {
    let test = TestDesk::open().await;
    let mut acknowledged = Vec::new();
    for number in 1..=20 {
        test.command(start(number)).await.unwrap();
        if number % 5 == 0 {
            test.store.fail_next_commit(if number % 10 == 0 { Fault::LostBefore } else { Fault::LostAfter });
        }
        for attempt in 0..2 {
            if let Ok(Reply::MessageStored { number: message, .. }) = test.command(say(number, "hello")).await {
                acknowledged.push((number, message));
                break;
            }
            assert_eq!(attempt, 0, "the second attempt succeeds");
        }
    }
    let test = test.restart().await;
    assert_eq!(acknowledged.len(), 20);
    for (number, message) in acknowledged {
        assert!(test.shown(conversation_id(number)));
        let found = test.messages(conversation_id(number)).await;
        assert!(found.iter().any(|other| other.number == message && other.text == "hello"));
    }
    assert_eq!(test.store.check().await.unwrap(), Vec::<String>::new());
}

#[tokio::test]
async fn a_commit_that_succeeded_unknown_to_us_is_told_after_the_reload() {
    let test = TestDesk::open().await;
    test.store.fail_next_commit(Fault::LostAfter);
    assert_eq!(test.command(start(1)).await, Err(DeskError::Unknown));
    // Answered after the reload.
    let repeated = test.command(say(1, "hello")).await;
    assert!(repeated.is_ok());
    assert_eq!(test.desk.live().sequence(), test.desk.view().sequence());
    let journal = test.store.list_journal(organization_id(), 0, 1_000).await.unwrap().items;
    assert_eq!(journal.last().unwrap().sequence, test.desk.live().sequence());
}

#[tokio::test]
async fn a_repeat_gets_the_first_answer_from_memory_and_after_a_restart() {
    let test = TestDesk::open().await;
    let first = test.desk.command(key("start"), start(1)).await.unwrap();
    let message = test.command(say(1, "hello")).await.unwrap();
    test.clock.advance(Duration::from_secs(1));
    assert_eq!(test.desk.command(key("start"), start(2)).await.unwrap(), first);
    assert_eq!(test.command(say(1, "hello")).await.unwrap(), message);

    let test = test.restart().await;
    assert_eq!(test.desk.command(key("start"), start(3)).await.unwrap(), first);
    assert_eq!(test.command(say(1, "hello")).await.unwrap(), message);
    assert!(!test.shown(conversation_id(2)) && !test.shown(conversation_id(3)));
    assert_eq!(test.messages(conversation_id(1)).await.iter().filter(|message| message.text == "hello").count(), 1);
}

#[tokio::test]
async fn a_repeat_of_what_is_under_way_waits_for_the_same_outcome() {
    let test = TestDesk::open().await;
    test.command(start(1)).await.unwrap();
    test.store.hold();
    let first = test.send(Command::new(say(1, "hello")));
    test.store.holds(1).await;
    let repeats: Vec<_> = (0..10).map(|_| test.send(Command::new(say(1, "hello")))).collect();
    tokio::task::yield_now().await;
    test.store.release();
    let first = first.await.unwrap().unwrap();
    assert!(!first.repeated);
    for repeat in repeats {
        let repeat = repeat.await.unwrap().unwrap();
        assert!(repeat.repeated);
        assert_eq!(repeat.reply, first.reply);
    }
}

#[tokio::test]
async fn a_repeat_is_answered_when_the_conversation_is_closed_by_now() {
    let test = TestDesk::open().await;
    test.command(start(1)).await.unwrap();
    let message = test.command(say(1, "hello")).await.unwrap();
    test.command(Input::CustomerEnd { conversation_id: conversation_id(1) }).await.unwrap();
    assert!(!test.shown(conversation_id(1)));
    assert_eq!(test.command(say(1, "hello")).await.unwrap(), message);
    let test = test.restart().await;
    assert_eq!(test.command(say(1, "hello")).await.unwrap(), message);
}

#[tokio::test]
async fn a_closed_conversation_and_an_unknown_one_are_told_apart() {
    let test = TestDesk::open().await;
    test.command(start(1)).await.unwrap();
    test.command(Input::CustomerEnd { conversation_id: conversation_id(1) }).await.unwrap();
    let Err(DeskError::Refused(closed)) = test.command(say(1, "late")).await else { panic!("refused") };
    assert_eq!((closed.kind, closed.code), (RefusalKind::Conflict, "conversation_closed"));
    let Err(DeskError::Refused(unknown)) = test.command(say(2, "never")).await else { panic!("refused") };
    assert_eq!(unknown.kind, RefusalKind::NotFound);
}

#[tokio::test]
async fn a_conversation_its_first_message_and_the_visitors_token_are_one_commit() {
    let test = TestDesk::open().await;
    let token = VisitorToken {
        secret_hash: [7; 32],
        visitor_id: VisitorId(Uuid::from_u128(7)),
        created_at: START,
        expires_at: START + 1_000,
    };
    let together = || {
        let rows = vec![Row::VisitorToken(token.clone())];
        Command::new(start_saying(1, "first")).with_rows(rows).key(key("together"))
    };
    test.store.fail_next_commit(Fault::LostBefore);
    assert!(test.desk.submit(together()).await.is_err());
    assert_eq!(test.store.find_credentials([7; 32]).await.unwrap(), None);

    let before = test.store.commits();
    let carried = test.desk.submit(together()).await.unwrap();
    assert!(matches!(carried.reply, Some(Reply::Started { .. })) && !carried.repeated);
    assert_eq!(test.store.commits() - before, 1);
    assert!(test.store.find_credentials([7; 32]).await.unwrap().is_some());
    // The whole again, and the message alone.
    assert!(test.desk.submit(together()).await.unwrap().repeated);
    let alone = test.command(say(1, "first")).await.unwrap();
    assert!(matches!(alone, Reply::MessageStored { number: 1, public_number: Some(1), .. }), "{alone:?}");
    assert_eq!(test.messages(conversation_id(1)).await.iter().filter(|message| message.text == "first").count(), 1);
}

#[tokio::test]
async fn rows_of_a_refused_command_are_not_written() {
    let test = TestDesk::open().await;
    test.command(start(1)).await.unwrap();
    let session = SignInSession { secret_hash: [9; 32], agent_id: ana(), created_at: START, expires_at: START + 1_000 };
    let rows = vec![Row::SignInSession(session)];
    assert!(test.desk.submit(Command::new(start(1)).with_rows(rows.clone())).await.is_err());
    assert_eq!(test.store.find_credentials([9; 32]).await.unwrap(), None);
    test.desk.write(rows).await.unwrap();
    assert!(test.store.find_credentials([9; 32]).await.unwrap().is_some());
}

#[tokio::test]
async fn when_the_wait_would_be_too_long_callers_are_told_when_to_come_back() {
    let test = TestDesk::open().await;
    test.command(start(1)).await.unwrap();
    // A commit of forty commands that takes four seconds: a tenth of a second for each.
    test.store.hold();
    let first = test.send(Command::new(say(1, "first")));
    test.store.holds(1).await;
    let slow: Vec<_> = (0..40).map(|n| test.send(Command::new(say(1, &format!("slow {n}"))))).collect();
    test.depth(41).await;
    test.store.release_one();
    first.await.unwrap().unwrap();
    test.store.holds(1).await;
    test.clock.advance(Duration::from_secs(4));
    test.store.release();
    for sent in slow {
        sent.await.unwrap().unwrap();
    }

    test.store.hold();
    let burst: Vec<_> = (0..10).map(|n| test.send(Command::new(say(1, &format!("burst {n}"))))).collect();
    test.store.holds(1).await;
    while burst.iter().filter(|sent| sent.is_finished()).count() < 5 {
        tokio::task::yield_now().await;
    }
    // Connections that come and go are never refused.
    test.desk.tell(Input::AgentConnected { agent_id: ana() }).await;
    test.store.release();
    let mut busy = 0;
    for sent in burst {
        match sent.await.unwrap() {
            Ok(_) => {}
            Err(DeskError::Busy { retry_after_ms }) => {
                assert!(retry_after_ms > 250);
                busy += 1;
            }
            Err(other) => panic!("{other:?}"),
        }
    }
    assert!(busy >= 5, "{busy} of ten");
    assert_eq!(test.metrics.refused_busy.get(), busy);
}

#[tokio::test]
async fn a_panic_in_the_engine_costs_one_command_and_nobody_else() {
    let test = TestDesk::open().await;
    test.command(start(1)).await.unwrap();
    test.store.hold();
    let before = test.send(Command::new(say(1, "before")));
    test.store.holds(1).await;
    let beside = test.send(Command::new(say(1, "beside")));
    test.depth(2).await;
    let fatal = test.send(Command::new(say(1, PANIC)));
    test.depth(3).await;
    test.store.release();
    assert!(before.await.unwrap().is_ok());
    assert!(beside.await.unwrap().is_ok());
    assert_eq!(fatal.await.unwrap(), Err(DeskError::Internal));
    assert!(test.command(say(1, "after")).await.is_ok());
    let texts: Vec<String> =
        test.messages(conversation_id(1)).await.iter().map(|message| message.text.clone()).collect();
    let said: Vec<&str> = texts.iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
    assert_eq!(said, ["before", "beside", "after"]);
    assert_eq!(test.metrics.engine_panics.get(), 1);
}

#[tokio::test]
async fn while_the_store_is_away_callers_are_told_and_the_desk_comes_back_by_itself() {
    let test = TestDesk::open().await;
    test.command(start(1)).await.unwrap();
    test.store.go_away();
    test.store.fail_next_commit(Fault::LostBefore);
    assert_eq!(test.command(start(2)).await, Err(DeskError::Unknown));
    while test.desk.is_ready() {
        tokio::task::yield_now().await;
    }
    let input = Input::SetPresence { agent_id: ana(), presence_id: PresenceId(Uuid::from_u128(1)) };
    assert!(matches!(test.command(input.clone()).await, Err(DeskError::Unavailable { .. })));
    test.store.come_back();
    while !test.desk.is_ready() {
        test.clock.advance(Duration::from_millis(50));
        tokio::task::yield_now().await;
    }
    test.command(input).await.unwrap();
    assert!(test.command(say(1, "hello")).await.is_ok());
}

#[tokio::test]
async fn while_the_disk_is_full_every_command_says_so_and_reading_goes_on() {
    let test = TestDesk::open().await;
    test.command(start(1)).await.unwrap();
    test.store.fill_disk(true);
    for number in 2..5 {
        assert_eq!(test.command(start(number)).await, Err(DeskError::Full));
        assert!(test.shown(conversation_id(1)) && !test.shown(conversation_id(number)));
    }
    test.store.fill_disk(false);
    while !test.desk.is_ready() {
        test.clock.advance(Duration::from_millis(50));
        tokio::task::yield_now().await;
    }
    test.command(start(2)).await.unwrap();
    assert!(test.shown(conversation_id(1)) && test.shown(conversation_id(2)));
}

#[tokio::test]
async fn an_alarm_is_kept_when_its_time_comes() {
    let test = TestDesk::open().await;
    test.command(start(1)).await.unwrap();
    // Open live chats are closed after 20 minutes, looked at in steps of five.
    test.clock.advance(Duration::from_secs(26 * 60));
    while test.shown(conversation_id(1)) {
        tokio::task::yield_now().await;
    }
    let stored = test.store.find_conversation(organization_id(), conversation_id(1)).await.unwrap().unwrap();
    assert_eq!(stored.status, ConversationStatus::Closed);
}

#[tokio::test]
async fn the_view_raises_an_agents_version_with_each_change_in_their_lists_and_with_no_other() {
    let test = TestDesk::open().await;
    let version = |id| test.desk.view().version_of(id);
    let (of_ana, of_ben) = (version(ana()), version(ben()));
    test.command(Input::AgentConnected { agent_id: ana() }).await.unwrap();
    test.command(start(1)).await.unwrap();
    assert_eq!((version(ana()), version(ben())), (of_ana, of_ben));
    assert_eq!(test.desk.view().open_in_queue(queue_id()).count(), 1);

    test.command(Input::Pick { conversation_id: conversation_id(1), agent_id: ana() }).await.unwrap();
    let picked = version(ana());
    assert!(picked > of_ana);
    assert_eq!(test.desk.view().conversations_of(ana()).count(), 1);
    assert_eq!(test.desk.view().open_in_queue(queue_id()).count(), 0);

    test.command(say(1, "hello")).await.unwrap();
    let written = version(ana());
    assert!(written > picked);
    for _end_then_close in 0..2 {
        let input = Input::EndConversation { conversation_id: conversation_id(1), agent_id: ana() };
        let _ = test.command(input).await;
        let input = Input::CloseSession { conversation_id: conversation_id(1), agent_id: ana() };
        let _ = test.command(input).await;
    }
    assert!(!test.shown(conversation_id(1)));
    assert!(version(ana()) > written);
    assert_eq!(version(ben()), of_ben);

    // A reload leaves no former number in force.
    let before = version(ben());
    test.store.fail_next_commit(Fault::LostBefore);
    assert!(test.command(start(2)).await.is_err());
    test.command(start(2)).await.unwrap();
    assert!(version(ben()) > before);
}

#[tokio::test]
async fn a_change_of_the_set_up_is_shown_with_its_acknowledgement() {
    let test = TestDesk::open().await;
    let before = test.desk.view().set_up_version();
    let renamed = Queue { name: "Returns".to_owned(), ..queue() };
    test.command(Input::put(renamed)).await.unwrap();
    assert_eq!(test.desk.view().queue(queue_id()).unwrap().name, "Returns");
    assert!(test.desk.view().set_up_version() > before);
}

#[tokio::test]
async fn another_process_that_takes_over_fences_this_one_out() {
    let test = TestDesk::open().await;
    test.command(start(1)).await.unwrap();
    let fence = test.store.take_ownership(organization_id()).await.unwrap();
    // Nothing of it is written; the next attempt owns the organisation again.
    assert!(matches!(test.command(start(2)).await, Err(DeskError::Unavailable { .. })));
    test.command(start(2)).await.unwrap();
    let batch = Batch {
        organization_id: organization_id(),
        fence,
        journal_before: test.desk.view().sequence(),
        rows: Vec::new(),
        journal: Vec::new(),
        commands: Vec::new(),
    };
    assert!(matches!(test.store.commit(batch).await, Err(CommitError::Fenced)));
}

#[tokio::test]
async fn a_desk_that_closes_writes_what_it_has_taken_in() {
    let test = TestDesk::open().await;
    test.store.hold();
    let sent = test.send(Command::new(start(1)));
    test.store.holds(1).await;
    let desk = test.desk.clone();
    let closing = tokio::spawn(async move { desk.close().await });
    test.store.release();
    closing.await.unwrap();
    assert!(sent.await.unwrap().is_ok());
    assert_eq!(test.command(start(2)).await, Err(DeskError::Closed));
    assert!(test.clock.now() >= START);
}
