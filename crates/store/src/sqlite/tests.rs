//! The suite, and what only a file can promise: it is kept whole through faults of process, disk, file and version.

use super::*;
use crate::suite::{Desk, command, conversation, message, message_row, organization, row};
use std::fs;
use std::io::{Seek, SeekFrom, Write};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tempfile::TempDir;

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

fn try_open(folder: &Path) -> Result<Sqlite, DataError> {
    Sqlite::open(folder, SqliteOptions::new(Timestamp(0)))
}

fn open_in(folder: &Path) -> Arc<dyn Store> {
    Arc::new(try_open(folder).expect("opened"))
}

fn open() -> (TempDir, Arc<dyn Store>) {
    let folder = folder();
    let store = open_in(folder.path());
    (folder, store)
}

crate::suite::run!(open);

/// Messages of one conversation, each in a batch of its own with a command.
async fn send(desk: &mut Desk, conversation_number: u64, numbers: impl Iterator<Item = u64>) {
    for number in numbers {
        let mut chat = conversation(conversation_number);
        chat.last_message_number = number;
        chat.last_public_number = number;
        let mut batch = desk.batch(vec![row(&chat), message_row(&message(chat.id, number))]);
        batch.journal.iter_mut().for_each(|entry| entry.conversation_id = Some(chat.id));
        batch.commands.push(command(&format!("{conversation_number}/{number}")));
        desk.try_commit(batch).await.expect("committed");
    }
}

async fn sent(store: &dyn Store, conversation_number: u64) -> u64 {
    let page = store.list_messages(id(1), id(conversation_number), 0, 10_000).await.expect("read");
    let numbers: Vec<_> = page.items.iter().map(|message| message.number).collect();
    assert_eq!(numbers, (1..=numbers.len() as u64).collect::<Vec<_>>());
    numbers.len() as u64
}

fn id<T: From<Uuid>>(number: u64) -> T {
    crate::suite::id(number)
}

/// A closed folder with ten messages in it.
async fn written() -> TempDir {
    let (folder, store) = open();
    send(&mut Desk::open(store).await, 7, 1..=10).await;
    folder
}

#[tokio::test]
async fn numbers_that_cannot_be_stored_are_refused() {
    let (_folder, store) = open();
    let mut desk = Desk::open(store.clone()).await;
    let mut chat = conversation(7);
    chat.talk_ms = u64::MAX;
    let batch = desk.batch(vec![row(&chat)]);
    assert!(matches!(desk.try_commit(batch).await, Err(CommitError::Unknown(_))));
    desk.commit(vec![row(&conversation(8))]).await;
    assert!(store.find_conversation(desk.organization_id, chat.id).await.unwrap().is_none());
}

#[tokio::test]
async fn what_was_acknowledged_is_there_after_a_restart_and_former_fences_are_not_valid() {
    let folder = written().await;
    let names = |folder: &Path| -> Vec<_> {
        let mut names: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        names
    };
    assert_eq!(names(folder.path()), ["LOCK", "frontdesk.sqlite", "search.sqlite"], "closing leaves no logs");
    let store = open_in(folder.path());
    assert_eq!(sent(&*store, 7).await, 10);
    assert_eq!(store.find_command(id(1), "7/10").await.unwrap(), Some(command("7/10")));
    assert_eq!(store.load(id(1)).await.unwrap().unwrap().journal_sequence, 20);
    let fence = store.take_ownership(id(1)).await.unwrap();
    let mut desk = Desk { store, organization_id: id(1), fence: fence - 1, head: 20 };
    let late = desk.batch(vec![row(&conversation(8))]);
    assert_eq!(desk.try_commit(late).await, Err(CommitError::Fenced));
    desk.fence = fence;
    send(&mut desk, 7, 11..=12).await;
}

/// As a power cut would leave them: the files of an open store, at any moment after an acknowledgement.
#[tokio::test]
async fn files_copied_while_open_hold_everything_acknowledged() {
    let (folder, store) = open();
    let mut desk = Desk::open(store.clone()).await;
    for last in [1, 2, 30, 31, 60] {
        let first = sent(&*store, 7).await + 1;
        send(&mut desk, 7, first..=last).await;
        let copy = self::folder();
        for name in ["frontdesk.sqlite", "frontdesk.sqlite-wal"] {
            fs::copy(folder.path().join(name), copy.path().join(name)).unwrap();
        }
        let copied = open_in(copy.path());
        assert_eq!(sent(&*copied, 7).await, last);
        assert_eq!(copied.check().await.unwrap(), Vec::<String>::new());
    }
}

/// A log that ends in the middle of a write: all that was acknowledged before it, whole batches only.
#[tokio::test]
async fn a_torn_log_loses_no_whole_batch() {
    let (folder, store) = open();
    let mut desk = Desk::open(store.clone()).await;
    send(&mut desk, 7, 1..=5).await;
    let whole = fs::metadata(folder.path().join("frontdesk.sqlite-wal")).unwrap().len();
    send(&mut desk, 7, 6..=9).await;
    for torn in [whole, whole + 1, whole + 5_000] {
        let copy = self::folder();
        for name in ["frontdesk.sqlite", "frontdesk.sqlite-wal"] {
            fs::copy(folder.path().join(name), copy.path().join(name)).unwrap();
        }
        let log = File::options().write(true).open(copy.path().join("frontdesk.sqlite-wal")).unwrap();
        log.set_len(torn).unwrap();
        let copied = open_in(copy.path());
        assert!((5..=9).contains(&sent(&*copied, 7).await));
        assert_eq!(copied.check().await.unwrap(), Vec::<String>::new());
    }
}

#[tokio::test]
async fn a_folder_in_use_is_refused_until_it_is_closed() {
    let (folder, store) = open();
    let _ = store.check().await;
    assert!(matches!(try_open(folder.path()), Err(DataError::InUse { .. })));
    assert!(matches!(restore(&folder.path().join("frontdesk.sqlite"), folder.path()), Err(DataError::Io { .. })));
    drop(store);
    assert!(try_open(folder.path()).is_ok());
}

#[tokio::test]
async fn a_newer_or_edited_schema_is_refused_and_left_alone() {
    let folder = written().await;
    let change = |sql: &str| {
        let connection = rusqlite::Connection::open(folder.path().join("frontdesk.sqlite")).unwrap();
        connection.execute_batch(sql).unwrap();
    };
    change("INSERT INTO migration VALUES (99, 'x', 0)");
    match try_open(folder.path()).map(drop) {
        Err(DataError::Newer { found: 99, known, .. }) => assert_eq!(known as usize, migrate::STEPS.len()),
        other => panic!("{other:?}"),
    }
    change("DELETE FROM migration WHERE version = 99; UPDATE migration SET checksum = 'x' WHERE version = 1");
    assert!(matches!(try_open(folder.path()), Err(DataError::Edited { number: 1, .. })));
    change("DELETE FROM migration; CREATE TABLE IF NOT EXISTS other (x)");
    assert!(try_open(folder.path()).is_err(), "tables are there already");
    change("DROP TABLE migration");
    assert!(matches!(try_open(folder.path()), Err(DataError::Damaged { .. })), "not ours");
}

#[tokio::test]
async fn a_damaged_file_is_named() {
    type Spoil = fn(&File);
    let spoil: [(&str, Spoil); 3] = [
        ("its beginning", |mut file| file.write_all(&[0x55; 4_096]).unwrap()),
        ("its end", |file| file.set_len(file.metadata().unwrap().len() / 2 / 4_096 * 4_096).unwrap()),
        ("all but a few bytes", |file| file.set_len(100).unwrap()),
    ];
    for (what, spoil) in spoil {
        let folder = written().await;
        let path = folder.path().join("frontdesk.sqlite");
        spoil(&File::options().write(true).open(&path).unwrap());
        match try_open(folder.path()).map(drop) {
            Err(DataError::Damaged { file, .. }) => assert_eq!(file, path),
            other => panic!("{what}: {other:?}"),
        }
        assert!(matches!(restore(&path, &self::folder().path().join("new")), Err(DataError::Damaged { .. })), "{what}");
    }
}

#[tokio::test]
async fn damage_within_is_found_by_the_check_and_not_restored() {
    let folder = written().await;
    let path = folder.path().join("frontdesk.sqlite");
    {
        let mut file = File::options().write(true).open(&path).unwrap();
        file.seek(SeekFrom::End(-4_096)).unwrap();
        file.write_all(&[0x55; 4_096]).unwrap();
    }
    assert!(matches!(restore(&path, &self::folder().path().join("new")), Err(DataError::Damaged { .. })));
    match try_open(folder.path()) {
        Ok(store) => assert!(store.check().await.map_or(true, |faults| !faults.is_empty())),
        Err(error) => assert!(matches!(error, DataError::Damaged { .. }), "{error}"),
    }
}

#[tokio::test]
async fn a_backup_taken_while_writing_is_a_beginning_of_the_journal() {
    let (folder, store) = open();
    let mut desk = Desk::open(store.clone()).await;
    send(&mut desk, 7, 1..=20).await;
    let file = folder.path().join("copy");
    let (taken, ()) = tokio::join!(store.backup(file.clone()), send(&mut desk, 7, 21..=120));
    taken.unwrap();
    #[cfg(unix)]
    assert_eq!(std::os::unix::fs::PermissionsExt::mode(&fs::metadata(&file).unwrap().permissions()) & 0o077, 0);
    assert!(matches!(store.backup(file.clone()).await, Err(DataError::Io { .. })), "never over another file");

    let new = folder.path().join("restored").join("here");
    restore(&file, &new).unwrap();
    let restored = open_in(&new);
    assert_eq!(restored.check().await.unwrap(), Vec::<String>::new());
    let messages = sent(&*restored, 7).await;
    assert!((20..=120).contains(&messages));
    let journal = restored.list_journal(id(1), 0, 1_000).await.unwrap().items;
    assert_eq!(journal.len() as u64, 2 * messages);
    assert_eq!(journal, store.list_journal(id(1), 0, 2 * messages as u32).await.unwrap().items);
}

#[tokio::test]
async fn a_backup_is_restored_into_an_empty_folder_only() {
    let folder = written().await;
    let (occupied, target) = (written().await, self::folder());
    let file = folder.path().join("frontdesk.sqlite");
    let before = fs::read(occupied.path().join("frontdesk.sqlite")).unwrap();
    assert!(matches!(restore(&file, occupied.path()), Err(DataError::Io { .. })));
    assert_eq!(fs::read(occupied.path().join("frontdesk.sqlite")).unwrap(), before);
    assert!(matches!(restore(&folder.path().join("none"), target.path()), Err(DataError::Io { .. })));
    fs::write(folder.path().join("text"), "not a database, but long enough to be taken for one").unwrap();
    assert!(matches!(restore(&folder.path().join("text"), target.path()), Err(DataError::Damaged { .. })));
    fs::write(folder.path().join("nothing"), "").unwrap();
    assert!(matches!(restore(&folder.path().join("nothing"), target.path()), Err(DataError::Damaged { .. })));
    restore(&file, target.path()).unwrap();
    assert_eq!(sent(&*open_in(target.path()), 7).await, 10);
}

#[tokio::test]
async fn a_full_disk_refuses_whole_batches_and_the_store_goes_on() {
    let folder = folder();
    let pages_max = 120;
    let options = SqliteOptions { pages_max: Some(pages_max), ..SqliteOptions::new(Timestamp(0)) };
    let store = Arc::new(Sqlite::open(folder.path(), options).unwrap());
    let mut desk = Desk::open(store.clone()).await;
    desk.commit(vec![row(&conversation(7))]).await;
    let large = |desk: &Desk, number| {
        let text = "x".repeat(20_000);
        let large = Message { text, ..message(id(7), number) };
        let mut batch = desk.batch(vec![row(&conversation(100 + number)), message_row(&large)]);
        batch.commands.push(command(&number.to_string()));
        batch
    };
    let mut number = 1;
    let refused = loop {
        let batch = large(&desk, number);
        match desk.try_commit(batch).await {
            Ok(()) => number += 1,
            Err(error) => break error,
        }
        assert!(number < u64::from(pages_max));
    };
    assert_eq!(refused, CommitError::Full);
    assert!(store.find_conversation(id(1), id(100 + number)).await.unwrap().is_none());
    assert!(store.find_command(id(1), &number.to_string()).await.unwrap().is_none());
    assert_eq!(sent(&*store, 7).await, number - 1);
    assert_eq!(store.list_journal(id(1), 0, 1_000).await.unwrap().items.len() as u64, desk.head);

    // What fits is still written, and what did not fit is once there is space.
    let small = desk.batch(vec![row(&conversation(7))]);
    desk.try_commit(small).await.unwrap();
    let (fence, head) = (desk.fence, desk.head);
    drop((desk, store));
    let mut desk = Desk { store: open_in(folder.path()), organization_id: id(1), fence, head };
    let batch = large(&desk, number);
    desk.try_commit(batch).await.unwrap();
    assert_eq!(sent(&*desk.store, 7).await, number);
}

#[tokio::test]
async fn a_read_without_end_is_broken_off() {
    let folder = written().await;
    let options = SqliteOptions { read_limit: Duration::ZERO, ..SqliteOptions::new(Timestamp(0)) };
    let store = Sqlite::open(folder.path(), options).unwrap();
    let chats = (100..2_000).map(|number| row(&conversation(number))).collect();
    store.bulk_load(id(1), chats).await.unwrap();
    let error = store.load(id(1)).await.unwrap_err();
    assert!(error.to_string().contains("too long"), "{error}");
    assert!(store.find_conversation(id(1), id(100)).await.unwrap().is_some(), "the reader goes on");
}

/// The steps that SQLite takes, not the time: the same on any machine.
#[tokio::test]
async fn lists_cost_the_same_however_much_is_stored() {
    let (folder, store) = open();
    store.bulk_load(id(1), vec![Row::Organization(organization(id(1)))]).await.unwrap();
    let mut costs = Vec::new();
    for numbers in [0..400, 400..4_000] {
        store.bulk_load(id(1), numbers.map(chat).collect()).await.unwrap();
        costs.push(steps_of_each_read(folder.path()));
    }
    for (few, many) in costs[0].iter().zip(&costs[1]) {
        assert!(many.1 <= few.1 + few.1 / 10, "{}: {} steps, then {}", few.0, few.1, many.1);
    }
}

/// Taken in turns by two agents, visitors and customers. The first forty are open and the next few hundred partly
/// waiting; all later ones are closed.
fn chat(number: u64) -> Row {
    let mut chat = conversation(1_000 + number);
    chat.status = match number {
        0..40 => ConversationStatus::Open,
        40..400 if number % 4 < 2 => ConversationStatus::Waiting,
        _ => ConversationStatus::Closed,
    };
    chat.list_agent_id = Some(id(number % 2));
    chat.visitor_id = Some(id(number % 2));
    chat.customer = Some(CustomerRef::Contact(id(number % 2)));
    row(&chat)
}

fn steps_of_each_read(folder: &Path) -> Vec<(String, u64)> {
    let list = |statuses: &[ConversationStatus], order: Vec<OrderKey>| {
        let statuses = statuses.to_vec();
        move |connection: &rusqlite::Connection| {
            let (created_from, created_before) = (None, None);
            let query = AgentConversations {
                agent_id: id(1),
                statuses,
                created_from,
                created_before,
                order,
                offset: 20,
                limit: 30,
            };
            agent_lists::list(connection, id(1), &query).unwrap().items.len()
        }
    };
    let oldest = vec![OrderKey::ascending(ConversationOrder::CreatedAt)];
    let (waiting, closed) = (ConversationStatus::Waiting, ConversationStatus::Closed);
    vec![
        ("any status".to_owned(), steps(folder, list(&[], vec![]))),
        ("one status".to_owned(), steps(folder, list(&[closed], vec![]))),
        ("two statuses, oldest first".to_owned(), steps(folder, list(&[waiting, closed], oldest))),
        ("load".to_owned(), steps(folder, |c| load::load(c, id(1)).unwrap().unwrap().conversations.len())),
        ("visitor".to_owned(), steps(folder, |c| conversations::list_of_visitor(c, id(1), id(1), 20).unwrap().len())),
        (
            "customer".to_owned(),
            steps(folder, |c| {
                conversations::list_of_customer(c, id(1), CustomerRef::Contact(id(1)), 20).unwrap().len()
            }),
        ),
    ]
}

fn steps(folder: &Path, read: impl FnOnce(&rusqlite::Connection) -> usize) -> u64 {
    let mut connection = open::reader(&open::database_file(folder)).unwrap();
    let steps = Arc::new(AtomicU64::new(0));
    let counted = steps.clone();
    let count = move || {
        counted.fetch_add(1, Ordering::Relaxed);
        false
    };
    connection.progress_handler(1, Some(count)).unwrap();
    assert!(read(&connection) >= 20, "enough is found");
    steps.load(Ordering::Relaxed)
}

/// What can be found is made anew from the store, whatever became of the file it is found in.
#[tokio::test]
async fn a_lost_damaged_or_foreign_search_file_is_made_anew() {
    let folder = written().await;
    let search_file = folder.path().join("search.sqlite");
    let other = self::folder();
    {
        let store = open_in(other.path());
        send(&mut Desk::open(store.clone()).await, 7, 1..=40).await;
        assert_eq!(find_messages(&*store).await, 40);
    }
    let spoil: [&dyn Fn(); 4] = [
        &|| (),
        &|| fs::remove_file(&search_file).unwrap(),
        &|| fs::write(&search_file, "not a database, not even a long one").unwrap(),
        // Of a store that is further on than this one.
        &|| assert!(fs::copy(other.path().join("search.sqlite"), &search_file).unwrap() > 0),
    ];
    for (index, spoil) in spoil.iter().enumerate() {
        spoil();
        assert_eq!(find_messages(&*open_in(folder.path())).await, 10, "case {index}");
    }
}

async fn find_messages(store: &dyn Store) -> usize {
    let wanted = crate::words::Wanted::parse("Message").expect("a word");
    let found = store.search_texts(id(1), TextSearch { wanted, before: None, limit: 100 }).await.expect("searched");
    assert!(found.complete);
    found.items.len()
}
