//! Batches: everything or nothing, by the owner, once, in order.

use super::fixture::*;
use crate::{CommitError, Store};
use frontdesk_model::*;
use std::sync::Arc;

pub(crate) async fn an_acknowledged_batch_is_read_back_whole(store: Arc<dyn Store>) {
    let mut desk = Desk::open(store.clone()).await;
    let mut chat = conversation(7);
    chat.last_message_number = 1;
    let mut batch = desk.batch(vec![row(&chat), message_row(&message(chat.id, 1))]);
    batch.commands.push(command("start"));
    desk.try_commit(batch).await.unwrap();
    assert_eq!(store.find_conversation(desk.organization_id, chat.id).await.unwrap().as_deref(), Some(&chat));
    let messages = store.list_messages(desk.organization_id, chat.id, 0, 10).await.unwrap();
    assert_eq!(*messages.items[0], message(chat.id, 1));
    let journal = store.list_journal(desk.organization_id, 0, 10).await.unwrap();
    assert_eq!(journal.items, [entry(1), entry(2)]);
}

pub(crate) async fn an_organisation_is_founded_by_its_first_batch(store: Arc<dyn Store>) {
    let mut founding = batch(id(1), 0, 0);
    founding.rows.push(Row::Organization(organization(id(1))));
    founding.journal.push(entry(1));
    store.commit(founding.clone()).await.unwrap();
    assert_eq!(store.organizations().await.unwrap(), [organization(id(1))]);
    assert_eq!(store.load(id(1)).await.unwrap().unwrap().journal_sequence, 1);
    assert_eq!(store.commit(founding).await, Err(CommitError::Fenced), "it is founded once");

    // Or owned first, then founded under that fence.
    let fence = store.take_ownership(id(2)).await.unwrap();
    assert!(store.load(id(2)).await.unwrap().is_none());
    let mut founding = batch(id(2), fence, 0);
    founding.rows.push(Row::Organization(organization(id(2))));
    store.commit(founding).await.unwrap();
    assert!(store.load(id(2)).await.unwrap().is_some());
}

pub(crate) async fn a_batch_for_an_unknown_organisation_is_refused(store: Arc<dyn Store>) {
    let mut stranger = batch(id(9), 0, 0);
    stranger.rows.push(Row::Agent(agent(1)));
    assert_eq!(store.commit(stranger.clone()).await, Err(CommitError::Fenced));
    stranger.rows.push(Row::Organization(organization(id(9))));
    stranger.fence = 1;
    assert_eq!(store.commit(stranger).await, Err(CommitError::Fenced), "a fence that nobody was given");
    assert!(store.organizations().await.unwrap().is_empty());
}

pub(crate) async fn a_former_owner_writes_nothing(store: Arc<dyn Store>) {
    let mut former = Desk::open(store.clone()).await;
    former.commit(vec![row(&conversation(7))]).await;
    let fence = store.take_ownership(former.organization_id).await.unwrap();
    assert!(fence > former.fence);
    let late = former.batch(vec![row(&conversation(8))]);
    assert_eq!(former.try_commit(late).await, Err(CommitError::Fenced));
    assert!(store.find_conversation(former.organization_id, id(8)).await.unwrap().is_none());
    assert_eq!(store.list_journal(former.organization_id, 0, 10).await.unwrap().items.len(), 1);

    let mut owner = Desk { fence, ..former };
    owner.commit(vec![row(&conversation(9))]).await;
}

pub(crate) async fn a_batch_that_does_not_follow_the_journal_writes_nothing(store: Arc<dyn Store>) {
    let mut desk = Desk::open(store.clone()).await;
    desk.commit(vec![row(&conversation(7))]).await;
    for wrong in [0, 2] {
        let mut batch = batch(desk.organization_id, desk.fence, wrong);
        batch.rows.push(row(&conversation(8)));
        batch.journal.push(entry(wrong + 1));
        assert_eq!(desk.try_commit(batch).await, Err(CommitError::Fenced));
    }
    assert!(store.find_conversation(desk.organization_id, id(8)).await.unwrap().is_none());
    desk.commit(vec![row(&conversation(8))]).await;
}

pub(crate) async fn journal_numbers_with_a_gap_are_refused(store: Arc<dyn Store>) {
    let mut desk = Desk::open(store.clone()).await;
    for numbers in [&[2_u64][..], &[1, 3], &[1, 1], &[0]] {
        let mut batch = desk.batch(Vec::new());
        batch.rows.push(row(&conversation(8)));
        batch.journal = numbers.iter().map(|number| entry(*number)).collect();
        assert!(matches!(desk.try_commit(batch).await, Err(CommitError::Unknown(_))), "{numbers:?}");
    }
    assert!(store.find_conversation(desk.organization_id, id(8)).await.unwrap().is_none());
    desk.commit(vec![row(&conversation(8))]).await;
}

pub(crate) async fn a_command_is_carried_out_once(store: Arc<dyn Store>) {
    let mut desk = Desk::open(store.clone()).await;
    let mut first = desk.batch(vec![row(&conversation(7))]);
    first.commands.push(command("k"));
    desk.try_commit(first).await.unwrap();

    let mut again = desk.batch(vec![row(&conversation(8))]);
    again.commands.push(command("k"));
    assert_eq!(desk.try_commit(again).await, Err(CommitError::Repeated));
    let mut twice = desk.batch(vec![row(&conversation(8))]);
    twice.commands = vec![command("l"), command("l")];
    assert_eq!(desk.try_commit(twice).await, Err(CommitError::Repeated));
    assert!(store.find_conversation(desk.organization_id, id(8)).await.unwrap().is_none());
    assert!(store.find_command(desk.organization_id, "l").await.unwrap().is_none());
    assert_eq!(store.list_journal(desk.organization_id, 0, 10).await.unwrap().items.len(), 1);
}

pub(crate) async fn a_command_is_remembered_with_its_answer(store: Arc<dyn Store>) {
    let mut desk = Desk::open(store.clone()).await;
    let mut batch = desk.batch(Vec::new());
    let without_conversation = CommandRecord { conversation_id: None, ..command("b") };
    batch.commands = vec![command("a"), without_conversation.clone()];
    desk.try_commit(batch).await.unwrap();
    assert_eq!(store.find_command(desk.organization_id, "a").await.unwrap(), Some(command("a")));
    assert_eq!(store.find_command(desk.organization_id, "b").await.unwrap(), Some(without_conversation));
    assert_eq!(store.find_command(desk.organization_id, "A").await.unwrap(), None, "keys are compared exactly");
    assert_eq!(store.find_command(id(99), "a").await.unwrap(), None);
}

pub(crate) async fn a_message_is_written_once_for_each_key_of_its_sender(store: Arc<dyn Store>) {
    let mut desk = Desk::open(store.clone()).await;
    let chat: ConversationId = id(7);
    let keyed = |number| Message { client_message_id: Some("k".to_owned()), ..message(chat, number) };
    let by_agent = Sender::Agent { agent_id: id(2), name: "Bo".to_owned() };
    desk.commit(vec![row(&conversation(7)), message_row(&keyed(1))]).await;

    let again = desk.batch(vec![message_row(&message(chat, 2)), message_row(&keyed(3))]);
    assert_eq!(desk.try_commit(again).await, Err(CommitError::Repeated));
    assert_eq!(store.list_messages(desk.organization_id, chat, 0, 10).await.unwrap().items.len(), 1);

    // The same key of the other side, and in another conversation, is another message.
    let answer = Message { sender: by_agent, ..keyed(2) };
    let elsewhere = Message { conversation_id: id(8), ..keyed(1) };
    desk.commit(vec![message_row(&answer), message_row(&elsewhere)]).await;
    let find =
        |conversation_id, from_customer| store.find_message(desk.organization_id, conversation_id, from_customer, "k");
    assert_eq!(find(chat, true).await.unwrap(), Some(keyed(1)));
    assert_eq!(find(chat, false).await.unwrap(), Some(answer));
    assert_eq!(find(id(8), true).await.unwrap(), Some(elsewhere));
    assert_eq!(find(id(8), false).await.unwrap(), None);
}

pub(crate) async fn a_message_number_is_given_once(store: Arc<dyn Store>) {
    let mut desk = Desk::open(store.clone()).await;
    let first = message(id(7), 1);
    desk.commit(vec![message_row(&first)]).await;
    let other = Message { text: "other".to_owned(), ..message(id(7), 1) };
    let batch = desk.batch(vec![message_row(&other)]);
    assert!(matches!(desk.try_commit(batch).await, Err(CommitError::Unknown(_))));
    assert_eq!(*store.list_messages(desk.organization_id, id(7), 0, 10).await.unwrap().items[0], first);
}

/// Batches of several organisations may share a transaction; their fates are their own.
pub(crate) async fn a_refused_batch_takes_no_other_with_it(store: Arc<dyn Store>) {
    let mut desks = Vec::new();
    for number in 1..=8 {
        desks.push(Desk::open_as(store.clone(), id(number)).await);
    }
    let commits: Vec<_> = desks
        .iter()
        .zip(1_u64..)
        .map(|(desk, number)| {
            let mut batch = desk.batch(vec![row(&conversation(number)), message_row(&message(id(number), 1))]);
            match number % 4 {
                0 => batch.fence += 1,
                2 => batch.commands = vec![command("k"), command("k")],
                _ => {}
            }
            let store = store.clone();
            tokio::spawn(async move { store.commit(batch).await })
        })
        .collect();
    for (commit, number) in commits.into_iter().zip(1_u64..) {
        let expected = match number % 4 {
            0 => Err(CommitError::Fenced),
            2 => Err(CommitError::Repeated),
            _ => Ok(()),
        };
        assert_eq!(commit.await.unwrap(), expected, "organisation {number}");
        let found = store.find_conversation(id(number), id(number)).await.unwrap();
        assert_eq!(found.is_some(), expected.is_ok());
        assert_eq!(store.load(id(number)).await.unwrap().unwrap().journal_sequence, 2 * u64::from(expected.is_ok()));
    }
}

pub(crate) async fn batches_in_flight_are_written_in_order(store: Arc<dyn Store>) {
    let mut desk = Desk::open(store.clone()).await;
    let mut batches = Vec::new();
    for number in 1..=20 {
        batches.push(desk.batch(vec![message_row(&message(id(7), number))]));
        desk.head += 1;
    }
    let mut commits: Vec<_> = batches.into_iter().map(|batch| store.commit(batch)).collect();
    for commit in &mut commits {
        assert_eq!(commit.await, Ok(()));
    }
    assert_eq!(store.list_journal(desk.organization_id, 0, 100).await.unwrap().items.len(), 20);
}

pub(crate) async fn organisations_do_not_see_each_other(store: Arc<dyn Store>) {
    let mut one = Desk::open_as(store.clone(), id(1)).await;
    let two = Desk::open_as(store.clone(), id(2)).await;
    let mut chat = conversation(7);
    chat.visitor_id = Some(id(21));
    chat.customer = Some(CustomerRef::Contact(id(31)));
    let mut batch = one.batch(vec![row(&chat), message_row(&message(chat.id, 1))]);
    batch.commands.push(command("k"));
    one.try_commit(batch).await.unwrap();

    let other = two.organization_id;
    assert!(store.find_conversation(other, chat.id).await.unwrap().is_none());
    assert!(store.list_messages(other, chat.id, 0, 10).await.unwrap().items.is_empty());
    assert!(store.list_journal(other, 0, 10).await.unwrap().items.is_empty());
    assert!(store.find_command(other, "k").await.unwrap().is_none());
    assert!(store.list_visitor_conversations(other, id(21), 10).await.unwrap().is_empty());
    let customer = CustomerRef::Contact(id(31));
    assert!(store.list_customer_conversations(other, customer, 10).await.unwrap().is_empty());
    assert!(store.load(other).await.unwrap().unwrap().conversations.is_empty());
}

pub(crate) async fn a_foreign_organisation_row_is_refused(store: Arc<dyn Store>) {
    let mut desk = Desk::open(store.clone()).await;
    let batch = desk.batch(vec![Row::Organization(organization(id(2)))]);
    assert!(matches!(desk.try_commit(batch).await, Err(CommitError::Unknown(_))));
    assert_eq!(store.organizations().await.unwrap().len(), 1);
}
