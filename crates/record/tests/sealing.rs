//! What a file gives away without its keys, and who may open it. R-REC-7, R-REC-12.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests may fail loudly"
)]

mod common;

use common::*;
use record::*;

fn contains(haystack: &[u8], needle: &str) -> bool {
    haystack.windows(needle.len()).any(|window| window == needle.as_bytes())
}

#[tokio::test]
async fn payloads_and_files_are_not_readable_in_the_file() {
    let home = Home::new();
    let store = home.open().await;
    let mut first = act(1, vec![append(patient(1), 0, &["{\"secret\": \"baclofenum\"}"])]);
    first.by = Some(Id(0xfeed));
    first.appends[0].projection = Some(projection("plain-words", &[], &[]));
    store.append(first).await.unwrap();
    store.attach(patient(1), b"a letter on tizanidinum".to_vec()).await.unwrap();
    store.close().await;
    let bytes = std::fs::read(home.path()).unwrap();
    for secret in ["baclofenum", "tizanidinum", &Id(0xfeed).to_string()] {
        assert!(!contains(&bytes, secret), "{secret}");
    }
    // The projection is plain, and erasable.
    assert!(contains(&bytes, "plain-words"));
}

#[tokio::test]
async fn an_event_moved_to_another_place_does_not_open() {
    let home = Home::new();
    let store = home.open().await;
    store
        .append(act(1, vec![append(patient(1), 0, &["1", "2"]), append(patient(2), 0, &["3"])]))
        .await
        .unwrap();
    store.close().await;
    for (sql, stream, version) in [
        ("UPDATE event SET sealed = zeroblob(60) WHERE stream = 1 AND version = 2", patient(1), 2),
        ("UPDATE event SET stream = 1, version = 3 WHERE stream = 2", patient(1), 3),
        ("DELETE FROM event WHERE stream = 1 AND version = 1", patient(1), 1),
        ("DELETE FROM event WHERE stream = 1 AND version = 2", patient(1), 2),
        ("UPDATE stream SET sealed_key = zeroblob(72) WHERE number = 1", patient(1), 0),
    ] {
        let copy = Home::new();
        std::fs::copy(home.path(), copy.path()).unwrap();
        std::fs::copy(Keys::path_beside(&home.path()), Keys::path_beside(&copy.path())).unwrap();
        tamper(&copy.path(), sql).await;
        let store = copy.open().await;
        match store.read(stream, 0).await {
            Err(ReadError::Damaged { stream: named, version: at, .. }) => {
                assert_eq!((named, at), (stream, version), "{sql}");
            }
            other => panic!("{sql}: {other:?}"),
        }
        store.close().await;
    }
}

#[tokio::test]
async fn only_the_right_keys_open_a_file() {
    let home = Home::new();
    let store = home.open().await;
    store.append(act(1, vec![append(patient(1), 0, &["1"])])).await.unwrap();
    store.close().await;
    let keys = Keys::path_beside(&home.path());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(&keys).unwrap().permissions().mode() & 0o777, 0o600);
    }
    let others = Keys::generate(&mut system_random()).unwrap();
    let refused = SqliteStore::open(&home.path(), Options::new(others)).await;
    assert_eq!(refused.err(), Some(OpenError::KeysWrong(home.path())));
    let text = std::fs::read_to_string(&keys).unwrap();
    for bad in ["", "thecal keys 2\n", text.get(..90).unwrap(), &text.replace("master", "meister")] {
        std::fs::write(&keys, bad).unwrap();
        let refused = Keys::beside(&home.path(), &mut system_random());
        assert_eq!(refused.err(), Some(OpenError::KeysDamaged(keys.clone())));
    }
    // Without its keys a database is never given new ones.
    std::fs::remove_file(&keys).unwrap();
    let refused = Keys::beside(&home.path(), &mut system_random());
    assert_eq!(refused.err(), Some(OpenError::KeysMissing(keys.clone())));
    assert!(!keys.exists());
    std::fs::write(&keys, &text).unwrap();
    let store = home.open().await;
    assert_eq!(store.read(patient(1), 0).await.unwrap().len(), 1);
    store.close().await;
}

#[tokio::test]
async fn a_second_process_is_refused_and_other_files_too() {
    let home = Home::new();
    let store = home.open().await;
    let refused = SqliteStore::open(&home.path(), home.options()).await;
    assert_eq!(refused.err(), Some(OpenError::InUse(home.path())));
    store.close().await;
    home.open().await.close().await;
    // A text, and a database of somebody else.
    let keys = || Options::new(Keys::generate(&mut system_random()).unwrap());
    let text = home.path().with_file_name("letter.txt");
    std::fs::write(&text, "a letter ".repeat(200)).unwrap();
    assert_eq!(SqliteStore::open(&text, keys()).await.err(), Some(OpenError::NotOurs(text.clone())));
    assert_eq!(verify(&text, &[]).await.err(), Some(OpenError::NotOurs(text)));
    let other = home.path().with_file_name("other.db");
    {
        use sqlx::{ConnectOptions, Connection, Executor};
        let options = sqlx::sqlite::SqliteConnectOptions::new().filename(&other).create_if_missing(true);
        let mut connection = options.connect().await.unwrap();
        connection.execute("CREATE TABLE event (sequence INTEGER)").await.unwrap();
        connection.close().await.unwrap();
    }
    assert_eq!(SqliteStore::open(&other, keys()).await.err(), Some(OpenError::NotOurs(other.clone())));
    assert_eq!(verify(&other, &[]).await.err(), Some(OpenError::NotOurs(other)));
    let nowhere = home.path().with_file_name("nowhere.db");
    assert!(verify(&nowhere, &[]).await.is_err());
    assert!(!nowhere.exists());
}
