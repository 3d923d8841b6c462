//! Files: what is known of them, whom they belong to, and which of them may go.

use super::fixture::*;
use crate::Store;
use frontdesk_model::*;
use std::sync::Arc;

fn file(number: u64, uploaded_at: i64) -> StoredFile {
    StoredFile {
        conversation_id: id(7),
        uploaded_by: Uploader::Visitor(id(21)),
        uploaded_at: Timestamp(uploaded_at),
        state: FileState::Loose,
        attachment: Attachment {
            id: id(number),
            name: format!("Größe {number}.pdf"),
            media_type: "application/pdf".to_owned(),
            size_bytes: 5_000 + number,
        },
    }
}

fn naming(number: u64, files: &[&StoredFile], visibility: Visibility) -> Row {
    let attachments = files.iter().map(|file| file.attachment.clone()).collect();
    let public_number = (visibility == Visibility::Public).then_some(number);
    message_row(&Message { attachments, visibility, public_number, ..message(id(7), number) })
}

async fn state(store: &Arc<dyn Store>, desk: &Desk, file: &StoredFile) -> Option<FileState> {
    store.find_file(desk.organization_id, file.id()).await.unwrap().map(|file| file.state)
}

pub(crate) async fn files_come_back_with_their_messages(store: Arc<dyn Store>) {
    let mut desk = Desk::open(store.clone()).await;
    let (one, two) = (file(1, 10), StoredFile { uploaded_by: Uploader::Agent(id(2)), ..file(2, 20) });
    desk.commit(vec![row(&conversation(7)), Row::File(one.clone()), Row::File(two.clone())]).await;
    for file in [&one, &two] {
        assert_eq!(store.find_file(desk.organization_id, file.id()).await.unwrap().as_ref(), Some(file));
    }
    assert_eq!(store.find_file(desk.organization_id, id(3)).await.unwrap(), None);
    assert_eq!(store.find_file(id(99), one.id()).await.unwrap(), None, "another organisation's is not there");
    desk.commit(vec![naming(1, &[&one, &two], Visibility::Public)]).await;
    let page = store.list_public_messages(desk.organization_id, id(7), 0, 10).await.unwrap();
    assert_eq!(page.items[0].attachments, [one.attachment, two.attachment]);
}

pub(crate) async fn a_message_moves_its_files_on_and_never_back(store: Arc<dyn Store>) {
    let mut desk = Desk::open(store.clone()).await;
    let coming = StoredFile { state: FileState::Coming, ..file(1, 10) };
    desk.commit(vec![row(&conversation(7)), Row::File(coming)]).await;
    let whole = file(1, 10);
    desk.commit(vec![Row::File(whole.clone())]).await;
    assert_eq!(state(&store, &desk, &whole).await, Some(FileState::Loose));
    for (number, visibility, then) in [
        (1, Visibility::Internal, FileState::Internal),
        (2, Visibility::Public, FileState::Public),
        (3, Visibility::Internal, FileState::Public),
    ] {
        desk.commit(vec![naming(number, &[&whole], visibility)]).await;
        assert_eq!(state(&store, &desk, &whole).await, Some(then));
    }
}

pub(crate) async fn only_loose_files_are_listed_and_deleted(store: Arc<dyn Store>) {
    let mut desk = Desk::open(store.clone()).await;
    let (early, late, named) = (file(1, 10), file(2, 20), file(3, 5));
    let coming = StoredFile { state: FileState::Coming, ..file(4, 15) };
    let rows = [&early, &late, &named, &coming].map(|file| Row::File(file.clone()));
    desk.commit(rows.into_iter().chain([row(&conversation(7)), naming(1, &[&named], Visibility::Public)]).collect())
        .await;
    let loose = |before, limit| store.list_loose_files(desk.organization_id, Timestamp(before), limit);
    assert_eq!(loose(20, 9).await.unwrap(), [early.clone(), coming]);
    assert_eq!(loose(21, 1).await.unwrap(), std::slice::from_ref(&early));
    desk.commit(vec![Row::DeletedFile(early.id()), Row::DeletedFile(named.id())]).await;
    assert_eq!(state(&store, &desk, &early).await, None);
    assert_eq!(state(&store, &desk, &named).await, Some(FileState::Public), "what a message names stays");
}

pub(crate) async fn a_message_without_its_file_is_found(store: Arc<dyn Store>) {
    let mut desk = Desk::open(store.clone()).await;
    let chat = Conversation { last_message_number: 1, last_public_number: 1, ..conversation(7) };
    let kept = file(1, 10);
    desk.commit(vec![row(&chat), Row::File(kept.clone()), naming(1, &[&kept], Visibility::Public)]).await;
    assert_eq!(store.check().await.unwrap(), Vec::<String>::new());
    let chat = Conversation { last_message_number: 2, last_public_number: 2, ..conversation(7) };
    desk.commit(vec![row(&chat), naming(2, &[&file(2, 10)], Visibility::Public)]).await;
    assert_eq!(store.check().await.unwrap().len(), 1);
}
