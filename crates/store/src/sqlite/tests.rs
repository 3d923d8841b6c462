//! The suite, and what only a file can promise: it is kept whole through faults of disk, file and version.

use super::*;
use crate::suite::{Desk, conversation, row};

fn open() -> (tempfile::TempDir, Arc<dyn Store>) {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Sqlite::open(folder.path(), SqliteOptions::new(Timestamp(0))).expect("opened");
    (folder, Arc::new(store))
}

crate::suite::run!(open);

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
