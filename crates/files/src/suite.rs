//! What every place for files promises: one suite, run by each in one line. Knows the port only.

use crate::{Files, Place};
use bytes::Bytes;
use frontdesk_model::Uuid;
use futures_util::TryStreamExt;
use std::sync::Arc;

/// `$open` begins to make an empty place: what keeps it alive, and the place.
macro_rules! run {
    ($open:expr) => {
        $crate::suite::run! { $open;
            what_was_written_is_read_back_whole,
            nothing_is_there_before_it_is_whole,
            what_is_broken_off_leaves_what_was_there,
            organisations_do_not_see_each_other,
            what_is_deleted_is_gone_and_may_be_deleted_again,
        }
    };
    ($open:expr; $($promise:ident),+ $(,)?) => {$(
        #[tokio::test]
        async fn $promise() {
            let open = $open;
            let (_alive, files) = open().await;
            $crate::suite::$promise(files).await;
        }
    )+};
}
pub(crate) use run;

fn place(organization: u128, file: u128) -> Place {
    Place { organization_id: Uuid::from_u128(organization).into(), file_id: Uuid::from_u128(file).into() }
}

async fn keep(files: &Arc<dyn Files>, place: Place, pieces: &[&'static [u8]]) {
    let mut writing = files.write(place).await.unwrap();
    for piece in pieces {
        writing.add(Bytes::from_static(piece)).await.unwrap();
    }
    writing.finish().await.unwrap();
}

async fn kept(files: &Arc<dyn Files>, place: Place) -> Option<Vec<u8>> {
    let contents = files.read(place).await.unwrap()?;
    let bytes: Vec<Bytes> = contents.chunks.try_collect().await.unwrap();
    let bytes = bytes.concat();
    assert_eq!(bytes.len() as u64, contents.size_bytes);
    Some(bytes)
}

pub(crate) async fn what_was_written_is_read_back_whole(files: Arc<dyn Files>) {
    const LARGE: &[u8] = &[7; 300_000];
    for (number, pieces) in [(1, vec![]), (2, vec![b"one ".as_slice(), b"two"]), (3, vec![LARGE, LARGE])] {
        keep(&files, place(1, number), &pieces).await;
        assert_eq!(kept(&files, place(1, number)).await, Some(pieces.concat()));
    }
}

pub(crate) async fn nothing_is_there_before_it_is_whole(files: Arc<dyn Files>) {
    let mut writing = files.write(place(1, 1)).await.unwrap();
    writing.add(Bytes::from_static(b"half")).await.unwrap();
    assert_eq!(kept(&files, place(1, 1)).await, None);
    writing.finish().await.unwrap();
    assert_eq!(kept(&files, place(1, 1)).await, Some(b"half".to_vec()));
}

pub(crate) async fn what_is_broken_off_leaves_what_was_there(files: Arc<dyn Files>) {
    keep(&files, place(1, 1), &[b"first"]).await;
    let mut writing = files.write(place(1, 1)).await.unwrap();
    writing.add(Bytes::from_static(b"second")).await.unwrap();
    drop(writing);
    assert_eq!(kept(&files, place(1, 1)).await, Some(b"first".to_vec()));
}

pub(crate) async fn organisations_do_not_see_each_other(files: Arc<dyn Files>) {
    keep(&files, place(1, 1), &[b"ours"]).await;
    assert_eq!(kept(&files, place(2, 1)).await, None);
    files.delete(place(2, 1)).await.unwrap();
    assert_eq!(kept(&files, place(1, 1)).await, Some(b"ours".to_vec()));
}

pub(crate) async fn what_is_deleted_is_gone_and_may_be_deleted_again(files: Arc<dyn Files>) {
    keep(&files, place(1, 1), &[b"gone"]).await;
    files.delete(place(1, 1)).await.unwrap();
    assert_eq!(kept(&files, place(1, 1)).await, None);
    files.delete(place(1, 1)).await.unwrap();
}
