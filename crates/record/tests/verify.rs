//! Whatever is changed in a file behind the store's back is found, without a key, and named. R-REC-8.
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
use std::path::{Path, PathBuf};

/// A record with three patients whose events are interleaved, two heads, files and views. Returns the heads.
async fn written(home: &Home) -> [Head; 2] {
    let store = home.open().await;
    let (one, two, three) = (patient(1), patient(2), patient(3));
    let write = |form, stream, expected, body: &'static str| {
        let act = act(form, vec![append(stream, expected, &[body])]);
        async { store.append(act).await.unwrap() }
    };
    write(1, one, 0, "1").await;
    write(2, two, 0, "2").await;
    store.attach(three, b"%PDF-1.7 before the first event".to_vec()).await.unwrap();
    store.append(act(3, vec![append(one, 1, &["3", "4"]), append(two, 1, &["5"])])).await.unwrap();
    store.viewed(view(one));
    store.viewed(view(two));
    let first = store.sign_head(100).await.unwrap();
    write(4, three, 0, "6").await;
    write(5, one, 3, "7").await;
    write(6, three, 1, "8").await;
    store.attach(one, b"a second file".to_vec()).await.unwrap();
    store.viewed(view(three));
    let second = store.sign_head(200).await.unwrap();
    write(7, two, 2, "9").await;
    store.close().await;
    [first, second]
}

fn view(stream: Stream) -> Viewed {
    let (from, what) = ("127.0.0.1".to_owned(), "GET /patients/1".to_owned());
    Viewed { at: 7, by: Some(Id(9)), from, what, stream: Some(stream), result: 200 }
}

/// A copy of a closed database.
fn copied(home: &Home, name: &str) -> PathBuf {
    let copy = home.path().with_file_name(name);
    std::fs::copy(home.path(), &copy).unwrap();
    copy
}

async fn fault(path: &Path, elsewhere: &[Head]) -> String {
    verify(path, elsewhere).await.unwrap().fault.map_or_else(|| "none".to_owned(), |fault| fault.to_string())
}

#[tokio::test]
async fn a_sound_file_is_sound() {
    let home = Home::new();
    let [first, second] = written(&home).await;
    // The keys are not needed.
    std::fs::remove_file(Keys::path_beside(&home.path())).unwrap();
    let verdict = verify(&home.path(), &[first, second.clone()]).await.unwrap();
    assert_eq!(verdict.fault, None);
    let counts = [
        verdict.streams,
        verdict.events,
        verdict.attachments,
        verdict.views,
        verdict.heads,
        verdict.events_unsigned,
    ];
    assert_eq!(counts, [3, 9, 2, 3, 2, 1]);
    assert_eq!(verdict.last_head, Some(second));
}

#[tokio::test]
async fn a_store_can_be_verified_while_it_is_open() {
    let home = Home::new();
    let store = home.open().await;
    store.append(act(1, vec![append(patient(1), 0, &["{}"])])).await.unwrap();
    let verdict = verify(&home.path(), &[]).await.unwrap();
    assert_eq!((verdict.fault, verdict.events), (None, 1));
    store.close().await;
}

#[tokio::test]
async fn every_change_is_named() {
    let home = Home::new();
    let [first, second] = written(&home).await;
    let one = format!("patient {}", Id(1));
    let two = format!("patient {}", Id(2));
    let three = format!("patient {}", Id(3));
    // The number of the third stream is 3: it was begun by its file.
    let cases = [
        ("DELETE FROM event WHERE stream = 1 AND version > 2", format!("{one}, version 3: the event is missing")),
        ("DELETE FROM event WHERE stream = 1 AND version = 2", format!("{one}, version 2: the event is missing")),
        ("DELETE FROM event WHERE stream = 2 AND version = 3", format!("{two}, version 3: the event is missing")),
        // Covered up in the stream's row: the receipts tell.
        (
            "DELETE FROM event WHERE sequence > 7; UPDATE stream SET version = 1,
             link = (SELECT link FROM event WHERE stream = 3) WHERE number = 3; UPDATE stream SET version = 2,
             link = (SELECT link FROM event WHERE stream = 2 AND version = 2) WHERE number = 2; DELETE FROM head WHERE number = 2",
            format!("{three}, version 2: the event is missing; the receipt"),
        ),
        // And there too: the heads tell.
        (
            "DELETE FROM event WHERE sequence > 7; UPDATE stream SET version = 1,
             link = (SELECT link FROM event WHERE stream = 3) WHERE number = 3; UPDATE stream SET version = 2,
             link = (SELECT link FROM event WHERE stream = 2 AND version = 2) WHERE number = 2; DELETE FROM act WHERE form > x'00000000000000000000000000000005'",
            "event 8 of all is missing: head 2 was signed over 8".to_owned(),
        ),
        // Two events swapped: what they say, and their places.
        (
            "UPDATE event SET sealed = (SELECT e.sealed FROM event e WHERE e.stream = 1 AND e.version = 5 - event.version)
             WHERE stream = 1 AND version IN (2, 3)",
            format!("{one}, version 2: the link is broken"),
        ),
        (
            "UPDATE event SET version = -version WHERE stream = 1 AND version IN (2, 3);
             UPDATE event SET version = 5 + version WHERE version < 0",
            format!("{one}, version 2: the event is missing"),
        ),
        (
            "UPDATE event SET sequence = -sequence WHERE sequence IN (1, 2); UPDATE event SET sequence = 3 + sequence WHERE sequence < 0",
            "version 1: the link is broken".to_owned(),
        ),
        // Filed under another patient.
        ("UPDATE event SET stream = 2, version = 4 WHERE stream = 1 AND version = 4", format!("{two}, version 3: the event is missing")),
        ("UPDATE stream SET id = x'00000000000000000000000000000009' WHERE number = 1;
             UPDATE stream SET id = x'00000000000000000000000000000001' WHERE number = 2;
             UPDATE stream SET id = x'00000000000000000000000000000002' WHERE number = 1", format!("{two}, version 1: the link is broken")),
        ("UPDATE stream SET sealed_key = zeroblob(72) WHERE number = 2", format!("{two}, version 1: the link is broken")),
        ("UPDATE stream SET version = 9 WHERE number = 3", format!("{three}, version 3: the event is missing")),
        ("UPDATE stream SET link = zeroblob(32) WHERE number = 3", format!("{three}, version 2: the stream does not end where it says")),
        // A stream dropped.
        ("DELETE FROM stream WHERE number = 2", "stream number 2 is missing".to_owned()),
        ("DELETE FROM event WHERE stream = 2; DELETE FROM stream WHERE number = 2", "stream number 2 is missing".to_owned()),
        ("DELETE FROM event WHERE stream = 3; DELETE FROM stream WHERE number = 3; DELETE FROM attachment WHERE stream = 3", "stream number 3 is missing".to_owned()),
        // Heads.
        ("DELETE FROM head WHERE number = 1", "head 1 is missing".to_owned()),
        ("DELETE FROM head WHERE number = 2", "head 2, kept elsewhere and signed over 8 events, is not in the file".to_owned()),
        ("UPDATE head SET sequence = 7 WHERE number = 2", "the signature of head 2 is not good".to_owned()),
        ("UPDATE head SET signature = zeroblob(64) WHERE number = 1", "the signature of head 1 is not good".to_owned()),
        ("UPDATE head SET previous = zeroblob(32) WHERE number = 2", "head 2 does not follow the one before it".to_owned()),
        ("UPDATE meta SET value = zeroblob(32) WHERE name = 'public key'", "the signature of head 1 is not good".to_owned()),
        ("DELETE FROM head; UPDATE meta SET value = zeroblob(32) WHERE name = 'public key'", "head 1, kept elsewhere, was signed with another key".to_owned()),
        ("DELETE FROM meta", "the public key is missing".to_owned()),
        // Files and views.
        ("DELETE FROM attachment WHERE line = 1", "attachment 1 is missing".to_owned()),
        ("DELETE FROM attachment WHERE line = 2", "attachment 2 is missing: head 2 names attachment 2".to_owned()),
        ("UPDATE attachment SET sealed = zeroblob(99) WHERE line = 2", "the link of attachment 2 is broken".to_owned()),
        ("UPDATE attachment SET media_type = 'text/html' WHERE line = 1", "the link of attachment 1 is broken".to_owned()),
        ("DELETE FROM access WHERE line = 2", "view 2 is missing".to_owned()),
        ("DELETE FROM access WHERE line = 3", "view 3 is missing: head 2 names view 3".to_owned()),
        ("UPDATE access SET account = NULL WHERE line = 1", "the link of view 1 is broken".to_owned()),
        ("UPDATE access SET what = 'GET /' WHERE line = 3", "the link of view 3 is broken".to_owned()),
        ("UPDATE access SET kind = NULL, id = NULL WHERE line = 3", "the link of view 3 is broken".to_owned()),
    ];
    let elsewhere = [first, second];
    for (sql, expected) in cases {
        let copy = copied(&home, "tampered.db");
        tamper(&copy, sql).await;
        let found = fault(&copy, &elsewhere).await;
        assert!(found.contains(&expected), "{sql}\n expected {expected}\n found    {found}");
    }
}

/// Each column of each event, and each byte of a sealed one.
#[tokio::test]
async fn every_changed_column_of_an_event_is_named() {
    let home = Home::new();
    written(&home).await;
    let changes = [
        "form = x'000000000000000000000000000000ff'",
        "recorded = recorded + 1",
        "link = zeroblob(32)",
        "sealed = substr(sealed, 1, length(sealed) - 1)",
        "sealed = CAST(sealed || x'00' AS BLOB)",
        "sealed = zeroblob(length(sealed))",
    ];
    for sequence in [1, 4, 5, 8, 9] {
        for change in changes {
            let copy = copied(&home, "tampered.db");
            tamper(&copy, &format!("UPDATE event SET {change} WHERE sequence = {sequence}")).await;
            let version = ask(&copy, &format!("SELECT version FROM event WHERE sequence = {sequence}")).await;
            let number = ask(&copy, &format!("SELECT stream FROM event WHERE sequence = {sequence}")).await;
            let verdict = verify(&copy, &[]).await.unwrap();
            let fault = verdict.fault.expect("a fault");
            let named = (fault.stream.map(|stream| i64::try_from(stream.id.0).unwrap()), fault.version);
            assert_eq!(named, (Some(number), u64::try_from(version).ok()), "{change} of {sequence}: {fault}");
        }
    }
}

#[tokio::test]
async fn an_old_file_is_told_by_a_head_kept_elsewhere() {
    let home = Home::new();
    let store = home.open().await;
    store.append(act(1, vec![append(patient(1), 0, &["{}"])])).await.unwrap();
    let first = store.sign_head(1).await.unwrap();
    store.close().await;
    let old = copied(&home, "old.db");
    let store = home.open().await;
    store.append(act(2, vec![append(patient(1), 1, &["{\"taken back\": 1}"])])).await.unwrap();
    let second = store.sign_head(2).await.unwrap();
    store.close().await;
    let heads = [first, second];
    assert_eq!(fault(&home.path(), &heads).await, "none");
    // Put back, it is sound in itself.
    std::fs::copy(&old, home.path()).unwrap();
    assert_eq!(fault(&home.path(), &[]).await, "none");
    let found = fault(&home.path(), &heads).await;
    assert!(
        found.contains("head 2, kept elsewhere and signed over 2 events, is not in the file, which has 1"),
        "{found}"
    );
    // And gone on with, another head stands in the place of the one that was kept.
    let store = home.open().await;
    store.append(act(3, vec![append(patient(1), 1, &["{\"instead\": 1}"])])).await.unwrap();
    store.sign_head(2).await.unwrap();
    store.close().await;
    assert_eq!(fault(&home.path(), &[]).await, "none");
    assert_eq!(fault(&home.path(), &heads).await, "head 2, kept elsewhere, is not the one in the file");
}

/// Written anew with good links, but under a head that was signed over something else.
#[tokio::test]
async fn a_rewritten_history_does_not_fit_its_head() {
    let home = Home::new();
    let store = home.open().await;
    store.append(act(1, vec![append(patient(1), 0, &["{}"])])).await.unwrap();
    store.close().await;
    let old = copied(&home, "old.db");
    for body in ["\"as it was\"", "\"as somebody wants it\""] {
        std::fs::copy(&old, home.path()).unwrap();
        let store = home.open().await;
        store.append(act(2, vec![append(patient(1), 1, &[body])])).await.unwrap();
        store.sign_head(2).await.unwrap();
        store.close().await;
        if body == "\"as it was\"" {
            copied(&home, "original.db");
        }
    }
    let original = home.path().with_file_name("original.db");
    let sql = format!(
        "ATTACH '{}' AS original; DELETE FROM head; INSERT INTO head SELECT * FROM original.head",
        original.display()
    );
    tamper(&home.path(), &sql).await;
    let found = fault(&home.path(), &[]).await;
    assert!(found.starts_with("head 1 does not fit: among the first 2 events"), "{found}");
}

/// The triggers stop whoever does not switch them off.
#[tokio::test]
async fn the_file_itself_refuses_changes() {
    use sqlx::{AssertSqlSafe, ConnectOptions};
    let home = Home::new();
    written(&home).await;
    let mut connection =
        sqlx::sqlite::SqliteConnectOptions::new().filename(home.path()).connect().await.unwrap();
    for table in ["event", "act", "attachment", "access", "head", "stream"] {
        for sql in [format!("DELETE FROM {table}"), format!("UPDATE {table} SET rowid = 99")] {
            // Tables without a row number have other columns.
            let sql = if table == "act" { sql.replace("rowid = 99", "recorded = 0") } else { sql };
            let sql = if table == "stream" { sql.replace("rowid", "number") } else { sql };
            let refused = sqlx::query(AssertSqlSafe(sql.clone())).execute(&mut connection).await;
            let words = refused.expect_err(&sql).to_string();
            assert!(words.contains("is never"), "{sql}: {words}");
        }
    }
}
