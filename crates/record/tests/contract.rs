//! What every store must do, whichever database it stands on.
//! R-REC-1, R-REC-3, R-REC-4, R-REC-5, R-REC-6, R-REC-14.
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

/// The whole contract, on an empty store. Each part uses streams of its own.
async fn contract(store: &dyn Port) {
    appending(store).await;
    forms(store).await;
    several_streams(store).await;
    refusals(store).await;
    projections(store).await;
    searching(store).await;
    dues(store).await;
    analysed(store).await;
    sessions(store).await;
    attempts(store).await;
    views(store).await;
    attachments(store).await;
    streams(store).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sqlite() {
    let home = Home::new();
    let store = home.open().await;
    contract(&store).await;
    let head = store.sign_head(9).await.unwrap();
    assert_eq!(store.sign_head(10).await.unwrap(), head);
    assert!(head.is_signed_by(&Keys::beside(&home.path(), &mut system_random()).unwrap().public()));
    assert_eq!(Head::from_line(&head.to_line()), Some(head));
    store.close().await;
}

async fn appending(store: &dyn Port) {
    let stream = patient(1);
    assert_eq!(store.version(stream).await.unwrap(), 0);
    assert_eq!(store.read(stream, 0).await.unwrap(), []);
    let mut first = act(1, vec![append(stream, 0, &["{\"a\": 1}", "{\"a\": \"ä 2\"}"])]);
    first.by = Some(Id(77));
    let receipt = store.append(first).await.unwrap();
    assert_eq!(
        receipt,
        Receipt { form: Id(1), content: [7; 32], recorded: 1_001, versions: vec![(stream, 2)], again: false }
    );
    store.append(act(2, vec![append(stream, 2, &["[3]"])])).await.unwrap();
    assert_eq!(store.version(stream).await.unwrap(), 3);
    let events = store.read(stream, 0).await.unwrap();
    assert_eq!(events.iter().map(|event| event.version).collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!(
        events[1],
        Event {
            version: 2,
            kind: "note".to_owned(),
            schema: 1,
            happened: 500,
            recorded: 1_001,
            by: Some(Id(77)),
            form: Id(1),
            body: "{\"a\": \"ä 2\"}".to_owned()
        }
    );
    assert_eq!(events[2].by, None);
    assert_eq!(store.read(stream, 2).await.unwrap(), events[2..]);
    assert_eq!(store.read(stream, 3).await.unwrap(), []);
    assert_eq!(store.read(stream, 99).await.unwrap(), []);
    for (expected, found) in [(0, 3), (2, 3), (4, 3)] {
        let stale = store.append(act(3, vec![append(stream, expected, &["{}"])])).await;
        assert_eq!(stale, Err(AppendError::Stale { stream, expected, found }));
    }
    let other = patient(2);
    let stale = store.append(act(3, vec![append(other, 1, &["{}"])])).await;
    assert_eq!(stale, Err(AppendError::Stale { stream: other, expected: 1, found: 0 }));
    assert_eq!(store.version(other).await.unwrap(), 0);
}

async fn forms(store: &dyn Port) {
    let stream = patient(10);
    assert_eq!(store.resolve(Id(10)).await.unwrap(), None);
    let first = act(10, vec![append(stream, 0, &["{}"])]);
    let receipt = store.append(first.clone()).await.unwrap();
    let again = Receipt { again: true, ..receipt };
    assert_eq!(store.resolve(Id(10)).await.unwrap(), Some(again.clone()));
    // The same form, later, judged anew after the record has moved on, is the same act.
    store.append(act(11, vec![append(stream, 1, &["{}"])])).await.unwrap();
    let late = Act { recorded: 5_000, appends: vec![append(stream, 2, &["{\"late\": 1}"])], ..first.clone() };
    assert_eq!(store.append(late).await, Ok(again));
    assert_eq!(store.version(stream).await.unwrap(), 2);
    // Another content under the same id is not.
    let other = Act { content: [8; 32], ..first };
    assert_eq!(store.append(other).await, Err(AppendError::FormReused));
    // A form that was refused as stale stands for nothing yet.
    let stale = store.append(act(12, vec![append(stream, 0, &["{}"])])).await;
    assert!(matches!(stale, Err(AppendError::Stale { .. })));
    assert_eq!(store.resolve(Id(12)).await.unwrap(), None);
    let mended = store.append(act(12, vec![append(stream, 2, &["{\"mended\": true}"])])).await.unwrap();
    assert_eq!(mended.versions, [(stream, 3)]);
}

async fn several_streams(store: &dyn Port) {
    let (one, two, three) = (patient(20), Stream { kind: Kind::Enquiry, id: Id(20) }, patient(21));
    let both = act(20, vec![append(one, 0, &["1"]), append(two, 0, &["2", "3"]), append(three, 0, &[])]);
    let receipt = store.append(both).await.unwrap();
    // Each stream that got events.
    assert_eq!(receipt.versions, [(one, 1), (two, 2)]);
    assert_eq!(store.version(three).await.unwrap(), 0);
    // One stale stream, and nothing of the act is recorded.
    let stale = store.append(act(21, vec![append(one, 1, &["4"]), append(two, 1, &["5"])])).await;
    assert_eq!(stale, Err(AppendError::Stale { stream: two, expected: 1, found: 2 }));
    assert_eq!(store.version(one).await.unwrap(), 1);
    // A stream may be watched without being written.
    let watched = store.append(act(22, vec![append(one, 1, &["4"]), append(two, 0, &[])])).await;
    assert_eq!(watched, Err(AppendError::Stale { stream: two, expected: 0, found: 2 }));
    store.append(act(22, vec![append(one, 1, &["4"]), append(two, 2, &[])])).await.unwrap();
}

async fn refusals(store: &dyn Port) {
    let stream = patient(30);
    let good = act(30, vec![append(stream, 0, &["{}"])]);
    let mut bad = vec![good.clone(); 7];
    bad[0].appends.clear();
    bad[1].appends[0].events.clear();
    bad[2].appends[0].events[0].body = "{".to_owned();
    bad[3].appends[0].events[0].kind = String::new();
    bad[4].appends[0].events[0].schema = 0;
    bad[5].appends.push(append(stream, 0, &["{}"]));
    bad[6].appends[0].events[0].body = format!("\"{}\"", "a".repeat(1 << 20));
    for act in bad {
        let refused = store.append(act.clone()).await;
        assert!(matches!(refused, Err(AppendError::Refused(_))), "{act:?}: {refused:?}");
    }
    assert_eq!(store.version(stream).await.unwrap(), 0);
    store.append(good).await.unwrap();
}

async fn projections(store: &dyn Port) {
    let kind = Kind::Enquiry;
    let stream = |number| Stream { kind, id: Id(number) };
    for (number, order) in [(41, "b"), (42, "a"), (43, "b"), (44, "é")] {
        let mut first = append(stream(number), 0, &["{}"]);
        first.projection = Some(projection(order, &[], &[]));
        store.append(act(number, vec![first])).await.unwrap();
    }
    let names = |page: Vec<Summary>| page.iter().map(|line| line.stream.id.0).collect::<Vec<_>>();
    let all = store.summaries(kind, None, 100).await.unwrap();
    assert_eq!(names(all.clone()), [42, 41, 43, 44]);
    assert_eq!(
        all[0],
        Summary {
            stream: stream(42),
            version: 1,
            order: "a".to_owned(),
            summary: "{\"order\":\"a\"}".to_owned()
        }
    );
    let mut after = None;
    let mut paged = Vec::new();
    loop {
        let page = store.summaries(kind, after, 2).await.unwrap();
        let Some(last) = page.last() else { break };
        after = Some(After { order: last.order.clone(), id: last.stream.id });
        paged.extend(names(page));
    }
    assert_eq!(paged, [42, 41, 43, 44]);
    // An act without a projection leaves the old one, which says its version.
    store.append(act(45, vec![append(stream(41), 1, &["{}"])])).await.unwrap();
    assert_eq!(store.summary(stream(41)).await.unwrap().unwrap().version, 1);
    // Made anew only at the version it was made from.
    assert_eq!(store.project(stream(41), 1, projection("z", &[], &[])).await, Ok(false));
    assert_eq!(store.project(stream(41), 2, projection("z", &[], &[])).await, Ok(true));
    assert_eq!(store.project(stream(49), 0, projection("z", &[], &[])).await, Ok(false));
    let found = store.summary(stream(41)).await.unwrap().unwrap();
    assert_eq!((found.version, found.order.as_str()), (2, "z"));
    assert_eq!(store.summary(stream(49)).await.unwrap(), None);
    store.erase_projections().await.unwrap();
    assert_eq!(store.summaries(kind, None, 100).await.unwrap(), []);
    assert_eq!(store.version(stream(41)).await.unwrap(), 2);
    assert_eq!(store.project(stream(41), 2, projection("b", &[], &[])).await, Ok(true));
    assert_eq!(names(store.summaries(kind, None, 100).await.unwrap()), [41]);
}

/// R-REC-14.
async fn analysed(store: &dyn Port) {
    let kind = Kind::Account;
    let stream = |number| Stream { kind, id: Id(number) };
    let read = async |after, limit| {
        let page = store.rows(kind, after, limit).await.unwrap();
        page.into_iter().map(|one| (one.id.0, one.version, one.rows)).collect::<Vec<_>>()
    };
    let line = |number: u128, version: u64, rows: &str| (number, version, rows.to_owned());
    let with = |rows: &str| Projection { rows: rows.to_owned(), ..projection("o", &[], &[]) };
    // By id, whichever came first; a stream that gives nothing is left out, and was looked at all the same.
    for (number, rows) in [(68, "[3]"), (66, "[1]"), (69, ""), (67, "[2]")] {
        let mut first = append(stream(number), 0, &["{}"]);
        first.projection = Some(with(rows));
        store.append(act(number, vec![first])).await.unwrap();
    }
    store.append(act(70, vec![append(stream(70), 0, &["{}"])])).await.unwrap();
    assert_eq!(read(None, 9).await, [line(66, 1, "[1]"), line(67, 1, "[2]"), line(68, 1, "[3]")]);
    assert_eq!(read(None, 2).await, [line(66, 1, "[1]"), line(67, 1, "[2]")]);
    assert_eq!(read(Some(Id(67)), 2).await, [line(68, 1, "[3]")]);
    assert_eq!(read(Some(Id(68)), 2).await, []);
    assert_eq!(store.rows(Kind::Clinic, None, 9).await.unwrap(), [], "of one kind only");
    assert_eq!(store.without_rows(kind, None, 9).await.unwrap(), [Id(70)]);
    // What is as it was keeps the version by which it became so; what changes has the new one; what is gone is gone.
    for (form, number, rows) in [(71, 66, "[1]"), (72, 67, "[2,2]"), (73, 68, ""), (74, 69, "[4]")] {
        let mut next = append(stream(number), 1, &["{}"]);
        next.projection = Some(with(rows));
        store.append(act(form, vec![next])).await.unwrap();
        assert_eq!(store.summary(stream(number)).await.unwrap().unwrap().version, 2);
    }
    assert_eq!(read(None, 9).await, [line(66, 1, "[1]"), line(67, 2, "[2,2]"), line(69, 2, "[4]")]);
    // An act without a projection leaves them; one made anew replaces them, at its version only.
    store.append(act(75, vec![append(stream(66), 2, &["{}"])])).await.unwrap();
    assert_eq!(store.project(stream(66), 2, with("[5]")).await, Ok(false));
    assert_eq!(read(None, 1).await, [line(66, 1, "[1]")]);
    assert_eq!(store.project(stream(66), 3, with("[5]")).await, Ok(true));
    assert_eq!(store.project(stream(70), 1, with("")).await, Ok(true));
    assert_eq!(read(None, 1).await, [line(66, 3, "[5]")]);
    assert_eq!(store.without_rows(kind, None, 9).await.unwrap(), []);
    // Thrown away with the others, and made anew.
    store.erase_projections().await.unwrap();
    assert_eq!(read(None, 9).await, []);
    let all: Vec<Id> = (66..=70).map(Id).collect();
    assert_eq!(store.without_rows(kind, None, 9).await.unwrap(), all);
    assert_eq!(store.without_rows(kind, None, 2).await.unwrap(), all[..2]);
    assert_eq!(store.without_rows(kind, Some(Id(67)), 2).await.unwrap(), all[2..4]);
    assert_eq!(store.project(stream(67), 2, with("[2,2]")).await, Ok(true));
    assert_eq!(read(None, 9).await, [line(67, 2, "[2,2]")]);
}

async fn searching(store: &dyn Port) {
    for (number, order, terms) in [
        (51, "adler", &["adler", "anna", "1961-03-04", "np1234"][..]),
        (52, "adler", &["adler", "bert", "1961-03-04"]),
        (53, "bauer", &["bauer", "anna", "adlerweg", "adler"]),
        (54, "%_", &["%_", "\u{10ffff}end"]),
    ] {
        let mut first = append(patient(number), 0, &["{}"]);
        first.projection = Some(projection(order, &[], terms));
        store.append(act(number, vec![first])).await.unwrap();
    }
    for (words, expected) in [
        (&["adl"][..], &[51, 52, 53][..]),
        (&["adler", "anna"], &[51, 53]),
        (&["a", "b"], &[52, 53]),
        (&["1961-03", "b"], &[52]),
        (&["np12"], &[51]),
        (&["dler"], &[]),
        (&["%"], &[54]),
        (&["_"], &[]),
        (&["\u{10ffff}"], &[54]),
        (&["\u{10ffff}e"], &[54]),
        (&["a' OR '1'='1"], &[]),
    ] {
        let words = words.iter().map(|word| (*word).to_owned()).collect();
        let found = store.search(Kind::Patient, words, 100).await.unwrap();
        assert_eq!(found.iter().map(|line| line.stream.id.0).collect::<Vec<_>>(), expected);
    }
    let two = store.search(Kind::Patient, vec!["adler".to_owned()], 2).await.unwrap();
    assert_eq!(two.len(), 2);
    assert_eq!(store.search(Kind::Account, vec!["adler".to_owned()], 9).await.unwrap(), []);
    // A word that very many have: the same list, found the other way round.
    let many = (0..1_100).map(|number| {
        let mut one = append(patient(10_000 + number), 0, &["{}"]);
        let rare = if number % 100 == 7 { "seven" } else { "other" };
        one.projection = Some(projection(&format!("{:04}", 1_100 - number), &[], &["common", rare]));
        one
    });
    store.append(act(56, many.collect())).await.unwrap();
    for (words, found) in [
        (vec!["comm"], (0..5).map(|place| 11_099 - place).collect::<Vec<_>>()),
        (vec!["common", "oth"], vec![11_099, 11_098, 11_097, 11_096, 11_095]),
        (vec!["common", "seven"], vec![11_007, 10_907, 10_807, 10_707, 10_607]),
        (vec!["common", "nobody"], vec![]),
    ] {
        let words = words.into_iter().map(str::to_owned).collect();
        let lines = store.search(Kind::Patient, words, 5).await.unwrap();
        assert_eq!(lines.iter().map(|line| line.stream.id.0).collect::<Vec<_>>(), found);
    }
    // The name changes; the old one finds nothing any more.
    let mut married = append(patient(51), 1, &["{}"]);
    married.projection = Some(projection("zander", &[], &["zander", "anna"]));
    store.append(act(55, vec![married])).await.unwrap();
    assert_eq!(store.search(Kind::Patient, vec!["np1234".to_owned()], 9).await.unwrap(), []);
    assert_eq!(store.search(Kind::Patient, vec!["zan".to_owned()], 9).await.unwrap().len(), 1);
}

async fn dues(store: &dyn Port) {
    let set = |form: u128, number: u128, expected, due: &'static [(&'static str, i64)]| async move {
        let mut change = append(patient(number), expected, &["{}"]);
        change.projection = Some(projection("p", due, &[]));
        store.append(act(form, vec![change])).await.unwrap();
    };
    set(60, 60, 0, &[("refill", 300), ("visit", 100), ("visit", 200)]).await;
    set(61, 61, 0, &[("refill", 200)]).await;
    let lines = |kinds: &[&str], until, limit| {
        let kinds = kinds.iter().map(|kind| (*kind).to_owned()).collect();
        async move {
            let lines = store.due(kinds, Window { now: 0, until }, limit).await.unwrap();
            lines.iter().map(|line| (line.stream.id.0, line.due.from)).collect::<Vec<_>>()
        }
    };
    assert_eq!(lines(&[], 301, 9).await, [(60, 100), (60, 200), (61, 200), (60, 300)]);
    assert_eq!(lines(&[], 300, 9).await, [(60, 100), (60, 200), (61, 200)]);
    assert_eq!(lines(&[], 301, 2).await, [(60, 100), (60, 200)]);
    assert_eq!(lines(&["refill"], 301, 9).await, [(61, 200), (60, 300)]);
    assert_eq!(lines(&["refill", "visit"], 200, 9).await, [(60, 100)]);
    assert_eq!(lines(&["other"], 301, 9).await, []);
    let line = &store.due(Vec::new(), Window { now: 0, until: 101 }, 9).await.unwrap()[0];
    assert_eq!(line.due.body, "{\"visit\":100}");
    assert_eq!(line.summary, "{\"order\":\"p\"}");
    let counts = store.due_counts(Window { now: 0, until: 300 }).await.unwrap();
    assert_eq!(counts, [("refill".to_owned(), 1), ("visit".to_owned(), 2)]);
    set(62, 60, 1, &[("refill", 900)]).await;
    assert_eq!(lines(&[], 301, 9).await, [(61, 200)]);
    // What ends by itself is listed until then, and not counted after it.
    let mut ends = append(patient(60), 2, &["{}"]);
    let mut listed = projection("p", &[("watch", 100)], &[]);
    listed.due[0].ends = Some(200);
    ends.projection = Some(listed);
    store.append(act(63, vec![ends])).await.unwrap();
    for (now, shown) in [(199, 1), (200, 0)] {
        let window = Window { now, until: 201 };
        assert_eq!(store.due(vec!["watch".to_owned()], window, 9).await.unwrap().len(), shown);
        let counts = store.due_counts(window).await.unwrap();
        assert_eq!(counts.iter().any(|(kind, _)| kind == "watch"), shown == 1, "{counts:?}");
    }
}

async fn sessions(store: &dyn Port) {
    let session = |byte: u8, account| Session {
        token_hash: [byte; 32],
        account: Id(account),
        created: i64::from(byte),
        seen: i64::from(byte),
        expires: 3,
        proven: 4,
    };
    for new in [session(1, 5), session(2, 5), session(3, 6)] {
        store.put_session(new).await.unwrap();
    }
    let seen = Session { seen: 99, ..session(1, 5) };
    store.put_session(seen.clone()).await.unwrap();
    assert_eq!(store.session([1; 32]).await.unwrap(), Some(seen.clone()));
    assert_eq!(store.sessions(Id(5)).await.unwrap(), [seen, session(2, 5)]);
    store.end_session([1; 32]).await.unwrap();
    assert_eq!(store.session([1; 32]).await.unwrap(), None);
    // Another request of it was on its way: ended is ended.
    store.put_session(Session { seen: 100, ..session(1, 5) }).await.unwrap();
    assert_eq!(store.session([1; 32]).await.unwrap(), None);
    store.end_sessions(Id(5)).await.unwrap();
    assert_eq!(store.sessions(Id(5)).await.unwrap(), []);
    assert_eq!(store.sessions(Id(6)).await.unwrap().len(), 1);
}

async fn attempts(store: &dyn Port) {
    let count = |key: &str, at, since| store.attempt(key.to_owned(), at, since);
    assert_eq!(count("a", 100, 0).await, Ok(1));
    assert_eq!(count("a", 100, 0).await, Ok(2));
    assert_eq!(count("a", 110, 100).await, Ok(3));
    assert_eq!(count("b", 110, 100).await, Ok(1));
    assert_eq!(store.attempts("a".to_owned(), 101).await.unwrap(), 1);
    assert_eq!(count("a", 120, 101).await, Ok(2));
    store.forget_attempts("a".to_owned()).await.unwrap();
    assert_eq!(store.attempts("a".to_owned(), 0).await.unwrap(), 0);
    assert_eq!(store.attempts("b".to_owned(), 0).await.unwrap(), 1);
}

async fn views(store: &dyn Port) {
    let view = |at, stream, by| Viewed {
        at,
        by,
        from: "127.0.0.1".to_owned(),
        what: "GET /patients".to_owned(),
        stream,
        result: 200,
    };
    let (one, two) = (Some(patient(70)), Some(patient(71)));
    for new in [view(1, one, Some(Id(5))), view(2, two, None), view(3, None, None), view(4, one, None)] {
        store.viewed(new);
    }
    let all = store.views(None, None, 3).await.unwrap();
    assert_eq!(all.iter().map(|(_, view)| view.at).collect::<Vec<_>>(), [4, 3, 2]);
    let rest = store.views(None, Some(all[2].0), 9).await.unwrap();
    assert_eq!(rest.iter().map(|(_, view)| view).collect::<Vec<_>>(), [&view(1, one, Some(Id(5)))]);
    let of_one = store.views(one, None, 9).await.unwrap();
    assert_eq!(of_one.iter().map(|(_, view)| view.at).collect::<Vec<_>>(), [4, 1]);
}

async fn attachments(store: &dyn Port) {
    let (one, two) = (patient(80), patient(81));
    let bytes = b"%PDF-1.7 a letter".to_vec();
    let hash = store.attach(one, bytes.clone()).await.unwrap();
    assert_eq!(store.attach(one, bytes.clone()).await.unwrap(), hash);
    let found = store.attachment(one, hash).await.unwrap();
    assert_eq!(found, Some(Attachment { media_type: "application/pdf".to_owned(), bytes }));
    // A file belongs to one record.
    assert_eq!(store.attachment(two, hash).await.unwrap(), None);
    assert_eq!(store.attachment(one, [0; 32]).await.unwrap(), None);
    let refused = store.attach(one, b"MZ\x90\x00 a program".to_vec()).await;
    assert!(matches!(refused, Err(AttachError::Type { .. })));
    // A file before the first event does not make the record exist.
    assert_eq!(store.version(one).await.unwrap(), 0);
    store.append(act(80, vec![append(one, 0, &["{}"])])).await.unwrap();
}

async fn streams(store: &dyn Port) {
    let kind = Kind::Clinic;
    for number in [93, 91, 92] {
        store.append(act(number, vec![append(Stream { kind, id: Id(number) }, 0, &["{}"])])).await.unwrap();
    }
    assert_eq!(store.streams(kind, None, 2).await.unwrap(), [(Id(91), 1), (Id(92), 1)]);
    assert_eq!(store.streams(kind, Some(Id(92)), 2).await.unwrap(), [(Id(93), 1)]);
    let all = store.streams(kind, None, 9).await.unwrap();
    assert_eq!(all, [(Id(91), 1), (Id(92), 1), (Id(93), 1)], "of one kind only");
}
