//! An archive holds everything, and is taken only as it was written. R-REC-9.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    missing_docs,
    reason = "tests may fail loudly"
)]

mod common;

use common::*;
use record::*;

/// A record with something of everything.
async fn written(home: &Home) -> Head {
    let store = home.open().await;
    let (one, two) = (patient(1), Stream { kind: Kind::Account, id: Id(2) });
    store.append(act(1, vec![append(one, 0, &["\"ä\"", "[1, 2]"]), append(two, 0, &["{}"])])).await.unwrap();
    store.attach(one, b"%PDF-1.7 a letter".to_vec()).await.unwrap();
    for (by, stream) in [(Some(Id(2)), Some(one)), (None, None)] {
        let (from, what) = ("127.0.0.1".to_owned(), "GET /".to_owned());
        store.viewed(Viewed { at: 5, by, from, what, stream, result: 403 });
    }
    store.sign_head(10).await.unwrap();
    let mut last = append(one, 2, &["{}"]);
    last.projection = Some(projection("a", &[("refill", 3)], &["a"]));
    store.append(act(2, vec![last])).await.unwrap();
    let head = store.sign_head(20).await.unwrap();
    store.close().await;
    head
}

async fn exported(home: &Home) -> String {
    let mut bytes = Vec::new();
    let archived = archive_export(&home.path(), &mut bytes).await.unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert_eq!(archived.lines, text.lines().count() as u64);
    text
}

async fn imported(keys: &Home, into: &Home, archive: &str) -> Result<Archived, ArchiveError> {
    let keys = Keys::from_text(&std::fs::read_to_string(Keys::path_beside(&keys.path())).unwrap()).unwrap();
    archive_import(&into.path(), &keys, &mut archive.as_bytes()).await
}

#[tokio::test]
async fn an_archive_becomes_the_same_record() {
    let (home, other) = (Home::new(), Home::new());
    let head = written(&home).await;
    let archive = exported(&home).await;
    assert!(archive.starts_with("{\"sum\":\""), "{archive}");
    assert!(archive.lines().next().unwrap().contains("\"form\":\"thecal archive 1\""), "{archive}");
    let counts = imported(&home, &other, &archive).await.unwrap();
    let Archived { streams, events, attachments, views, heads, .. } = counts;
    assert_eq!([streams, events, attachments, views, heads], [2, 4, 1, 2, 2]);
    // The same heads and links, to the byte.
    assert_eq!(exported(&other).await, archive);
    let verdict = verify(&other.path(), std::slice::from_ref(&head)).await.unwrap();
    assert_eq!((verdict.fault, verdict.last_head), (None, Some(head)));
    // And the same to read.
    std::fs::copy(Keys::path_beside(&home.path()), Keys::path_beside(&other.path())).unwrap();
    let (from, to) = (home.open().await, other.open().await);
    for stream in [patient(1), Stream { kind: Kind::Account, id: Id(2) }] {
        assert_eq!(from.read(stream, 0).await.unwrap(), to.read(stream, 0).await.unwrap());
    }
    assert_eq!(from.resolve(Id(1)).await.unwrap(), to.resolve(Id(1)).await.unwrap());
    let views = to.views(None, None, 9).await.unwrap();
    assert_eq!(from.views(None, None, 9).await.unwrap(), views);
    let hash = to.attach(patient(1), b"%PDF-1.7 a letter".to_vec()).await.unwrap();
    assert!(to.attachment(patient(1), hash).await.unwrap().is_some());
    // Projections are made anew.
    assert_eq!(to.summary(patient(1)).await.unwrap(), None);
    // It goes on where the other stopped.
    to.append(act(3, vec![append(patient(1), 3, &["{}"])])).await.unwrap();
    to.sign_head(30).await.unwrap();
    to.close().await;
    from.close().await;
    assert_eq!(verify(&other.path(), &[]).await.unwrap().fault, None);
}

fn line_of(result: Result<Archived, ArchiveError>) -> u64 {
    match result {
        Err(ArchiveError::Line { line, .. }) => line,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_cut_or_altered_archive_is_refused_at_its_line() {
    let (home, other) = (Home::new(), Home::new());
    written(&home).await;
    let archive = exported(&home).await;
    let lines: Vec<&str> = archive.lines().collect();
    let joined = |lines: &[&str]| lines.iter().map(|line| format!("{line}\n")).collect::<String>();
    for (place, number) in (0..lines.len()).zip(1..) {
        // Cut before this line, and within it.
        assert_eq!(line_of(imported(&home, &other, &joined(&lines[..place])).await), number, "cut");
        let within = joined(&lines[..place]) + &lines[place][..lines[place].len() / 2];
        assert_eq!(line_of(imported(&home, &other, &within).await), number, "cut within");
        // One digit changed.
        let digit = lines[place].rfind(|letter: char| letter.is_ascii_digit()).unwrap();
        let old = &lines[place][digit..=digit];
        let changed = format!(
            "{}{}{}",
            &lines[place][..digit],
            if old == "7" { "8" } else { "7" },
            &lines[place][digit + 1..]
        );
        let mut altered = lines.clone();
        altered[place] = &changed;
        assert_eq!(line_of(imported(&home, &other, &joined(&altered)).await), number, "altered");
        // Left out, and doubled: seen at the next line.
        let mut altered = lines.clone();
        altered.remove(place);
        assert_eq!(line_of(imported(&home, &other, &joined(&altered)).await), number, "left out");
        altered = lines.clone();
        altered.insert(place, lines[place]);
        assert_eq!(line_of(imported(&home, &other, &joined(&altered)).await), number + 1, "doubled");
    }
    // Nothing of all this was kept: it is still empty.
    imported(&home, &other, &archive).await.unwrap();
    assert_eq!(exported(&other).await, archive);
}

/// Somebody who makes new sums breaks the chain all the same.
#[tokio::test]
async fn an_archive_with_new_sums_breaks_at_a_link_or_a_head() {
    use sha2::{Digest, Sha256};
    let (home, other) = (Home::new(), Home::new());
    written(&home).await;
    let archive = exported(&home).await;
    let summed_again = |texts: Vec<String>| {
        let mut sum = [0_u8; 32];
        let lines = texts.iter().map(|text| {
            sum = Sha256::digest([sum.as_slice(), text.as_bytes()].concat()).into();
            let digits: String = sum.iter().map(|byte| format!("{byte:02x}")).collect();
            format!("{{\"sum\":\"{digits}\",{}\n", &text[1..])
        });
        lines.collect::<String>()
    };
    let texts: Vec<String> = archive.lines().map(|line| format!("{{{}", &line[74..])).collect();
    assert_eq!(summed_again(texts.clone()), archive);
    for (from, to) in [
        ("\"recorded\":1001,\"sealed\"", "\"recorded\":1002,\"sealed\""),
        ("\"signed_at\":10", "\"signed_at\":11"),
        ("\"result\":403", "\"result\":200"),
        ("\"media_type\":\"application/pdf\"", "\"media_type\":\"text/plain\""),
        ("\"kind\":\"account\"", "\"kind\":\"patient\""),
        ("\"number\":2", "\"number\":3"),
    ] {
        let mut altered = texts.clone();
        let place = altered.iter().position(|text| text.contains(from)).unwrap();
        altered[place] = altered[place].replace(from, to);
        line_of(imported(&home, &other, &summed_again(altered)).await);
    }
    // The last event left out, with its receipt: the head tells.
    let left: Vec<String> =
        texts.iter().filter(|text| !text.contains("\"sequence\":4,\"stream\"")).cloned().collect();
    let count = left.len() - 1;
    let fixed = left.iter().map(|text| match text.contains("\"end\"") {
        true => format!("{{\"end\":{{\"lines\":{count}}}}}"),
        false => text.clone(),
    });
    let refused = imported(&home, &other, &summed_again(fixed.collect())).await;
    assert!(matches!(refused, Err(ArchiveError::Unsound(_))), "{refused:?}");
}

#[tokio::test]
async fn an_archive_goes_into_an_empty_database_with_its_own_keys_only() {
    let (home, other) = (Home::new(), Home::new());
    written(&home).await;
    let archive = exported(&home).await;
    let refused = imported(&home, &home, &archive).await;
    assert!(matches!(refused, Err(ArchiveError::NotEmpty(_))), "{refused:?}");
    let keys = Keys::generate(&mut system_random()).unwrap();
    let refused = archive_import(&other.path(), &keys, &mut archive.as_bytes()).await;
    assert!(matches!(refused, Err(ArchiveError::OtherKeys)), "{refused:?}");
    let store = home.open().await;
    let refused = imported(&home, &home, &archive).await;
    assert!(matches!(refused, Err(ArchiveError::Open(OpenError::InUse(_)))), "{refused:?}");
    store.close().await;
    for text in ["", "hello\n", "{\"sum\":\"\",\"archive\":1}\n"] {
        assert_eq!(line_of(imported(&home, &other, text).await), 1, "{text}");
    }
    let newer = archive.replace("thecal archive 1", "thecal archive 2");
    assert_eq!(line_of(imported(&home, &other, &newer).await), 1);
}
