//! R-ENQ-4 to R-ENQ-8: enquiries from the form of people outside to the patient, through the router.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    missing_docs,
    reason = "tests may fail loudly"
)]

#[path = "enquiries/after.rs"]
mod after;
mod house;

use axum::http::{Method, StatusCode};
use clinic::Config;
use house::{Answer, Browser, House, PASSWORD, START, is_sound};
use practice::account::By;
use practice::contacts::{Contacts, Desk};
use practice::settings::{self, Change};
use record::{Id, Kind, Port};

const OK: StatusCode = StatusCode::OK;
const SEEN: StatusCode = StatusCode::SEE_OTHER;
const REFUSED: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;
const PDF: &[u8] = b"%PDF-1.7\nreferral";

fn says<'a>(answer: &'a Answer, words: &[&str]) -> &'a Answer {
    for word in words {
        assert!(answer.body.contains(word), "{word:?} is not in {}", answer.body);
    }
    answer
}

fn silent<'a>(answer: &'a Answer, words: &[&str]) -> &'a Answer {
    for word in words {
        assert!(!answer.body.contains(word), "{word:?} is in {}", answer.body);
    }
    answer
}

fn sound() -> Vec<(&'static str, &'static str)> {
    vec![
        ("wish", "second-opinion"),
        ("relation", "parent"),
        ("writer", "Invented Mother"),
        ("about", "Ada Invented"),
        ("born", "1980-05-02"),
        ("phone", "+421 900 000 000"),
        ("email", ""),
        ("best-time", "evenings"),
        ("language", "Slovak"),
        ("country", "Slovakia"),
        ("message", "Two clinics say different things <b>"),
        ("website", ""),
        ("consent", "yes"),
    ]
}

type File<'a> = (&'a str, &'a [u8]);

/// Sends a form as a browser does, with these files.
async fn send(browser: &mut Browser<'_>, fields: &[(&str, &str)], files: &[File<'_>]) -> Answer {
    let mut body = Vec::new();
    for (name, value) in fields {
        let part = format!("--B\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend_from_slice(part.as_bytes());
    }
    let none: [File<'_>; 1] = [("", b"")];
    for (name, bytes) in if files.is_empty() { &none } else { files } {
        // Browsers call everything a picture if its name says so.
        let head = format!(
            "--B\r\ncontent-disposition: form-data; name=\"files\"; filename=\"{name}\"\r\ncontent-type: image/jpeg\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--B--\r\n");
    browser.send(Method::POST, "/enquiry", body, Some("multipart/form-data; boundary=B")).await
}

/// Opens the form, takes a minute, and sends it with changes.
async fn write(house: &House, changes: &[(&str, &str)], files: &[File<'_>]) -> Answer {
    let mut browser = house.browser();
    let (fields, page) = (sound(), browser.get("/enquiry").await);
    house.pass(60);
    filled(&mut browser, &page, &fields, changes, files).await
}

async fn filled(
    browser: &mut Browser<'_>,
    page: &Answer,
    fields: &[(&str, &str)],
    changes: &[(&str, &str)],
    files: &[File<'_>],
) -> Answer {
    let own = ["form", "expected", "since"].map(|name| (name, page.value(name).unwrap()));
    let mut all: Vec<(&str, &str)> = own.iter().map(|(name, value)| (*name, value.as_str())).collect();
    all.extend(fields.iter().filter(|(name, _)| !changes.iter().any(|(other, _)| other == name)));
    all.extend(changes.iter().filter(|(_, value)| *value != "(none)"));
    send(browser, &all, files).await
}

async fn count(house: &House) -> usize {
    house.store.streams(Kind::Enquiry, None, 1_000).await.unwrap().len()
}

/// The enquiry that an answer leads to.
fn id_of(answer: &Answer) -> String {
    assert_eq!(answer.status, SEEN, "{}", answer.body);
    answer.header("location").rsplit('/').next().unwrap().to_owned()
}

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes.extend(b"\x08\x06\x00\x00\x00\x00\x00\x00\x00");
    bytes
}

/// R-ENQ-4: the form needs nobody signed in and shows nothing of anybody; what was sent is one enquiry however often it is
/// sent; what is missing is asked for and what was typed stays.
#[tokio::test]
async fn the_form_is_open_and_keeps_what_was_typed() {
    let empty = House::empty(Config::default()).await;
    assert_eq!(empty.browser().get("/enquiry").await.status, StatusCode::NOT_FOUND);
    let house = House::new().await;
    let mut browser = house.browser();
    let page = browser.get("/enquiry").await;
    assert_eq!(page.status, OK);
    is_sound("/enquiry", &page);
    says(
        &page,
        &["Not for emergencies", "the emergency number of your country", "I agree that the clinic keeps"],
    );
    silent(&page, &["href=\"/today\"", "<script>alert"]);

    for (change, told) in [
        (("wish", "(none)"), "Choose what you wish"),
        (("wish", "everything"), "Choose what you wish"),
        (("relation", "(none)"), "about whom you write"),
        (("writer", ""), "Give your name"),
        (("about", ""), "the person it is about"),
        (("born", "2030-01-01"), "birth date of anybody living"),
        (("born", "2.5.1980"), "month in letters"),
        (("phone", ""), "phone number or an e-mail address"),
        (("phone", "call me"), "This is no phone number"),
        (("email", "me at home"), "This is no e-mail address"),
        (("language", ""), "in which language"),
        (("message", ""), "what it is about"),
        (("consent", "(none)"), "we may not keep what you write"),
        (("website", "http://spam.example"), "must stay empty"),
        (("since", "1.abc"), "open for a long time"),
    ] {
        let answer = write(&house, &[change], &[]).await;
        assert_eq!(answer.status, REFUSED, "{change:?}");
        says(&answer, &[told]);
        is_sound("/enquiry", &answer);
        if change.0 != "message" {
            says(&answer, &["Two clinics say different things &#60;b&#62;"]);
        }
        silent(&answer, &["spam.example"]);
    }
    // Faster than anybody writes; and after half a day.
    for (seconds, told) in [(1, "faster than people write"), (13 * 3_600, "open for a long time")] {
        let page = browser.get("/enquiry").await;
        house.pass(seconds);
        let answer = filled(&mut browser, &page, &sound(), &[], &[]).await;
        assert_eq!(answer.status, REFUSED);
        says(&answer, &[told, "Two clinics"]);
        // The form that comes back can be sent.
        house.pass(60);
        if seconds > 60 {
            let again = filled(&mut browser, &answer, &sound(), &[], &[]).await;
            assert_eq!(again.status, SEEN, "{}", again.body);
        }
    }
    assert_eq!(count(&house).await, 1);

    let page = browser.get("/enquiry").await;
    house.pass(60);
    let files: [File<'_>; 1] = [("letter.pdf", PDF)];
    let first = filled(&mut browser, &page, &sound(), &[], &files).await;
    let again = filled(&mut browser, &page, &sound(), &[], &files).await;
    assert_eq!(id_of(&first), id_of(&again));
    let other = filled(&mut browser, &page, &sound(), &[("message", "other")], &files).await;
    assert_eq!(other.status, StatusCode::CONFLICT);
    assert_eq!(count(&house).await, 2);
    let thanks = browser.get(first.header("location")).await;
    is_sound("/enquiry/received", &thanks);
    says(&thanks, &["We answer by Wednesday, 4 March 2026"]);
    // The number that is told finds it, and so does the birth date however it is written.
    let number =
        thanks.body.split("Your number is <strong>").nth(1).unwrap().split('<').next().unwrap().to_owned();
    let mut coordinator = house.signed_in("coordinator").await;
    for typed in [number.as_str(), "2.5.1980", "1980-05-02", "ada"] {
        says(&coordinator.get(&format!("/enquiries?q={typed}")).await, &["Ada Invented", &number]);
    }
    silent(&thanks, &["Invented", "Two clinics", "letter.pdf"]);
    assert_eq!(
        browser.get(&format!("/enquiry/received/{}", "0".repeat(32))).await.status,
        StatusCode::NOT_FOUND
    );
    // Nobody who is not signed in sees anything, and neither does who may not answer.
    assert_eq!(browser.get("/enquiries").await.status, StatusCode::UNAUTHORIZED);
    for role in ["therapist", "administrator"] {
        let mut other = house.signed_in(role).await;
        for path in ["/enquiries".to_owned(), format!("/enquiries/{}", id_of(&first))] {
            assert_eq!(other.get(&path).await.status, StatusCode::FORBIDDEN, "{role} {path}");
        }
        silent(&other.get("/today").await, &["Enquiries to be answered", "href=\"/enquiries\""]);
    }
}

/// R-ENQ-4: the numbers to call stand on the form, without notes that are for those who work here.
#[tokio::test]
async fn the_form_says_whom_to_call() {
    let house = House::new().await;
    let fallback = Desk {
        name: "Emergency desk".to_owned(),
        phone: "+49 30 112 112".to_owned(),
        email: None,
        note: Some("internal 4711".to_owned()),
    };
    let contacts = Contacts { desks: Vec::new(), rules: Vec::new(), fallback, fallback_covers_gaps: true };
    let append = settings::appending(&[Change::Contacts(contacts)], 1, START).unwrap();
    let by = By { account: None, form: Id(8), content: [0; 32], now: START };
    house.store.append(by.act(vec![append])).await.unwrap();
    let page = house.browser().get("/enquiry").await;
    says(&page, &["href=\"tel:+4930112112\"", "Emergency desk"]);
    silent(&page, &["4711"]);
}

/// R-ENQ-5: hostile files are refused by name with what is taken, the typed text stays, and nothing is kept.
#[tokio::test]
async fn hostile_files_are_refused() {
    let house = House::new().await;
    let huge = vec![b'a'; (10 << 20) + 1];
    let big = [b"%PDF-1.7\n".to_vec(), vec![b'x'; 9 << 20]].concat();
    let bomb = [b"PK\x03\x04\x14\x00\x00\x00\x08\x00".to_vec(), vec![0; 4_000]].concat();
    let (claims, damaged) = (png(60_000, 60_000), b"\x89PNG\r\n\x1a\n".to_vec());
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
    let many: Vec<File<'_>> = (0..11).map(|_| ("a.pdf", PDF)).collect();
    let cases: Vec<(Vec<File<'_>>, &str)> = vec![
        (vec![("run.pdf", b"MZ\x90\x00\x03\x00\x00\x00")], "“run.pdf” is a program"),
        (vec![("images.zip", &bomb)], "“images.zip” is an archive"),
        (vec![("images.jpg", b"\x1f\x8b\x08\x00\x00\x00\x00\x00")], "“images.jpg” is an archive"),
        (vec![("film.txt", &huge)], "“film.txt” is larger than 10 MB"),
        (vec![("a.pdf", &big), ("b.pdf", &big), ("c.pdf", &big)], "larger than 25 MB together"),
        (many, "more than 10 files"),
        (vec![("drawing.svg", svg)], "“drawing.svg” is a web page or drawing"),
        (vec![("photo.jpg", b"<!DOCTYPE html><script>alert(1)</script>")], "“photo.jpg” is a web page"),
        (vec![("x.png", &claims)], "claims 60000 × 60000 pixels"),
        (vec![("x.png", &damaged)], "damaged"),
        (vec![("empty.pdf", b"")], "“empty.pdf” is empty"),
        (vec![("good.pdf", PDF), ("../../etc/shadow", b"\x7fELF\x02\x01\x01\x00")], "“shadow” is"),
    ];
    for (files, told) in cases {
        let answer = write(&house, &[], &files).await;
        assert_eq!(answer.status, REFUSED, "{told}: {}", answer.body);
        says(&answer, &[told, "Two clinics", "Choose the files again"]);
        is_sound("/enquiry", &answer);
        silent(&answer, &["alert(1)"]);
    }
    // Beyond everything: the frame stops reading.
    let flood = vec![b'a'; 33 << 20];
    let answer = write(&house, &[], &[("flood.txt", &flood)]).await;
    assert!(
        answer.status == StatusCode::PAYLOAD_TOO_LARGE || answer.status == StatusCode::BAD_REQUEST,
        "{answer:?}"
    );
    says(&answer, &["ark"]);
    // A name with NUL is no name that a browser sends.
    let answer = write(&house, &[], &[("a\0b.pdf", PDF)]).await;
    assert!(answer.status.is_client_error() || answer.status == SEEN, "{answer:?}");
    house.pass(3_600);
    let before = count(&house).await;
    let answer = write(&house, &[], &[("../../etc/passwd", PDF), ("..\\\"evil\".pdf", b"notes")]).await;
    let id = id_of(&answer);
    assert_eq!(count(&house).await, before + 1);
    let page = house.signed_in("coordinator").await.get(&format!("/enquiries/{id}")).await;
    says(&page, &["passwd"]);
    silent(&page, &["../", "etc/", "a\0b"]);
}

/// R-ENQ-6: from one address and in all only so many a day; who is over is told what to do, and loses nothing typed.
#[tokio::test]
async fn floods_are_slowed() {
    let house = House::with(Config { https: true, ..Config::default() }).await;
    let from = |address: &str| {
        let mut browser = house.browser();
        browser.headers.insert("x-forwarded-for", address.parse().unwrap());
        browser
    };
    let sends = async |address: &str| {
        let mut browser = from(address);
        let page = browser.get("/enquiry").await;
        house.pass(10);
        filled(&mut browser, &page, &sound(), &[], &[]).await
    };
    for number in 0..10 {
        assert_eq!(sends("192.0.2.1").await.status, SEEN, "{number}");
    }
    let answer = sends("192.0.2.1").await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    says(&answer, &["phone us", "Two clinics", "Nothing was sent"]);
    assert_eq!(sends("192.0.2.2").await.status, SEEN);
    // A disk is not filled from outside: at some number of files only words are taken.
    for _ in 0..99 {
        house.store.attempt("enquiry files".to_owned(), START, 0).await.unwrap();
    }
    let large = [b"%PDF-1.7\n".to_vec(), vec![b'x'; 6 << 20]].concat();
    for (files, status) in [(&[("a.pdf", large.as_slice())][..], StatusCode::TOO_MANY_REQUESTS), (&[], SEEN)]
    {
        let mut browser = from("192.0.2.4");
        let page = browser.get("/enquiry").await;
        house.pass(10);
        assert_eq!(filled(&mut browser, &page, &sound(), &[], files).await.status, status);
    }
    // Forms that are refused count too, by the hour: reading them costs.
    let mut last = StatusCode::OK;
    for _ in 0..45 {
        last =
            send(&mut from("192.0.2.3"), &[("form", &"1".repeat(32)), ("expected", "0")], &[]).await.status;
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
    for number in 0..188 {
        let address = format!("198.51.100.{number}");
        assert_eq!(sends(&address).await.status, SEEN, "{number}");
    }
    let answer = sends("203.0.113.9").await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    says(&answer, &["no more are taken by this page"]);
    house.pass(86_400);
    assert_eq!(sends("192.0.2.1").await.status, SEEN);
}

fn hash_in(page: &Answer, name: &str) -> String {
    let before = page.body.split(name).next().unwrap().len();
    let rest = &page.body[before..];
    let at = rest.find("/files/").unwrap() + 7;
    rest[at..at + 64].to_owned()
}

/// R-ENQ-7: a file stays locked until somebody takes it out; then it is downloaded and never shown in our place; contacts,
/// reviews and the answer stand in order; a withdrawn consent hides all of it.
#[tokio::test]
async fn staff_work_on_an_enquiry() {
    let house = House::new().await;
    let files: [File<'_>; 2] = [("letter.pdf", b"%PDF-1.7 /JavaScript"), ("note.txt", b"walks with aids")];
    let id = id_of(&write(&house, &[], &files).await);
    let mut nurse = house.signed_in("nurse").await;
    let path = format!("/enquiries/{id}");
    let today = nurse.get("/today").await;
    says(
        &today,
        &[
            "Enquiries to be answered",
            "Ada Invented",
            "Wishes a second opinion; nobody works on it yet.",
            "Documents of enquiries",
            "2 files in quarantine",
            "answer by Wednesday, 4 March 2026",
        ],
    );
    // Programs see the same, and no more of a file than its name.
    let list = nurse.get("/api/v1/enquiries").await;
    says(&list, &["\"about\":\"Ada Invented\"", "\"quarantined\":2", "\"answer_by\":\"2026-03-04T0"]);
    let one = nurse.get(&format!("/api/v1/enquiries/{id}")).await;
    says(&one, &["\"message\":\"Two clinics", "\"name\":\"letter.pdf\"", "\"place\":\"quarantine\""]);
    let mut therapist = house.signed_in("therapist").await;
    assert_eq!(therapist.get("/api/v1/enquiries").await.status, StatusCode::FORBIDDEN);
    assert_eq!(therapist.get(&format!("/api/v1/enquiries/{id}")).await.status, StatusCode::FORBIDDEN);
    let inbox = nurse.get("/enquiries").await;
    is_sound("/enquiries", &inbox);
    says(&inbox, &["Ada Invented", "from Invented Mother", "answer in Slovak", "2 in quarantine", "left"]);
    let page = nurse.get(&path).await;
    is_sound(&path, &page);
    says(&page, &["Two clinics say different things &#60;b&#62;", "open with care", "wording 2026-11"]);
    let (letter, note) = (hash_in(&page, "letter.pdf"), hash_in(&page, "note.txt"));
    let file = |hash: &str, part: &str| format!("{path}/files/{hash}{part}");
    for hash in [&letter, &note, &"0".repeat(64)] {
        assert_eq!(nurse.get(&file(hash, "/download")).await.status, StatusCode::NOT_FOUND);
    }
    is_sound("file", &nurse.get(&file(&letter, "")).await);
    let form = nurse.get(&file(&letter, "")).await;
    let own = [("form", form.value("form").unwrap()), ("expected", form.value("expected").unwrap())];
    let own: Vec<(&str, &str)> = own.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(nurse.post(&file(&letter, "/open"), &own).await.status, SEEN);
    // The same form is the same act, and stands for no other one.
    assert_eq!(nurse.post(&file(&letter, "/open"), &own).await.status, SEEN);
    assert_eq!(nurse.post(&file(&note, "/open"), &own).await.status, StatusCode::CONFLICT);
    let got = nurse.get(&file(&letter, "/download")).await;
    assert_eq!((got.status, got.body.as_str()), (OK, "%PDF-1.7 /JavaScript"));
    assert_eq!(got.header("content-disposition"), "attachment; filename=\"letter.pdf\"");
    assert_eq!(got.header("x-content-type-options"), "nosniff");
    assert_eq!(got.header("content-security-policy"), "sandbox; default-src 'none'; frame-ancestors 'none'");
    // Another enquiry's address opens nothing.
    let other = id_of(&write(&house, &[("about", "Eve Else"), ("writer", "Invented Father")], &[]).await);
    assert_eq!(
        nurse.get(&format!("/enquiries/{other}/files/{letter}/download")).await.status,
        StatusCode::NOT_FOUND
    );

    assert_eq!(
        nurse.fill(&file(&note, ""), &[]).await.status,
        StatusCode::NOT_FOUND,
        "GET shows, POST acts elsewhere"
    );
    let mut act = async |part: &str, fields: &[(&str, &str)]| {
        let page = nurse.get(&path).await;
        let (form, expected) = (page.value("form").unwrap(), page.value("expected").unwrap());
        let mut all = vec![("form", form.as_str()), ("expected", expected.as_str())];
        all.extend(fields);
        nurse.post(&format!("{path}/{part}"), &all).await
    };
    let at = [("at", "2026-03-03"), ("at.time", "09:00")];
    let when = |fields: &[(&'static str, &'static str)]| [&at[..], fields].concat();
    for (part, fields, status, told) in [
        (format!("files/{note}/refuse"), vec![("reason", "")], REFUSED, "Say why"),
        (format!("files/{note}/refuse"), vec![("reason", "of somebody else")], SEEN, ""),
        (format!("files/{note}/open"), vec![], REFUSED, "no longer in quarantine"),
        (format!("files/{note}/review"), vec![("shows", "x")], REFUSED, "out of quarantine first"),
        (format!("files/{letter}/review"), vec![("shows", "referral"), ("missing", "hip X-ray")], SEEN, ""),
        ("take".to_owned(), vec![], SEEN, ""),
        ("contact".to_owned(), when(&[("how", "phone"), ("said", "x")]), REFUSED, "anybody was reached"),
        (
            "contact".to_owned(),
            when(&[("how", ""), ("reached", "no"), ("said", "x")]),
            REFUSED,
            "how and whom",
        ),
        (
            "contact".to_owned(),
            when(&[("how", "phone, the mother"), ("reached", "no"), ("said", "no answer")]),
            SEEN,
            "",
        ),
        ("answered".to_owned(), vec![("answer.how", "")], REFUSED, "what was answered"),
        ("answered".to_owned(), vec![("answer.how", "phone: come on Monday")], SEEN, ""),
        ("close".to_owned(), vec![("note", "")], REFUSED, "Choose why"),
        ("close".to_owned(), vec![("why", "done"), ("note", "")], SEEN, ""),
        ("take".to_owned(), vec![], REFUSED, "is closed"),
        ("reopen".to_owned(), vec![("reason", "mother called")], SEEN, ""),
    ] {
        let answer = act(&part, &fields).await;
        assert_eq!(answer.status, status, "{part} {fields:?}: {}", answer.body);
        says(&answer, &[told]);
    }
    let page = nurse.get(&path).await;
    is_sound(&path, &page);
    says(&page, &["Test Nurse works on it", "phone, the mother. no answer", "hip X-ray", "of somebody else"]);
    silent(&nurse.get("/today").await, &["Wishes a second opinion; Test Nurse"]);
    after::faster_and_withdrawn(&house, nurse, &id, &letter).await;
}

/// R-ENQ-8: an opinion is drafted by anybody who answers, signed by a physician with the password, and never changed after;
/// an enquiry becomes the patient who is here, or a new one, with its files, and the two records name each other.
#[tokio::test]
async fn an_opinion_and_a_patient() {
    let house = House::new().await;
    let files: [File<'_>; 2] = [("letter.pdf", PDF), ("locked.pdf", b"%PDF-1.7 other")];
    let id = id_of(&write(&house, &[], &files).await);
    let (path, mut nurse) = (format!("/enquiries/{id}"), house.signed_in("nurse").await);
    let page = nurse.get(&path).await;
    let letter = hash_in(&page, "letter.pdf");
    assert_eq!(nurse.fill(&format!("{path}/files/{letter}"), &[]).await.status, StatusCode::NOT_FOUND);
    let open = nurse.get(&format!("{path}/files/{letter}")).await;
    let own = [("form", open.value("form").unwrap()), ("expected", open.value("expected").unwrap())];
    let own: Vec<(&str, &str)> = own.iter().map(|(name, value)| (*name, value.as_str())).collect();
    nurse.post(&format!("{path}/files/{letter}/open"), &own).await;

    let edit = format!("{path}/opinion");
    let form = nurse.get(&edit).await;
    is_sound(&edit, &form);
    says(&form, &["Selective dorsal rhizotomy", "Neuromodulation", "Two clinics"]);
    let text = [
        ("question", "Pump or rhizotomy?"),
        ("option.1.name", "Pump"),
        ("option.1.supports", "tone everywhere"),
        ("option.1.against", "long way to a refill"),
        ("option.2.name", "Rhizotomy"),
        ("reasons", "A test dose answers more."),
        ("missing", "hip X-ray"),
    ];
    let wrong = nurse.fill(&edit, &text[1..5]).await;
    assert_eq!(wrong.status, REFUSED);
    says(&wrong, &["Say what was asked", "tone everywhere"]);
    assert_eq!(nurse.fill(&edit, &text).await.header("location"), format!("{path}/opinion/1"));
    let one = format!("{path}/opinion/1");
    let draft = nurse.get(&one).await;
    is_sound(&one, &draft);
    says(&draft, &["Draft: not signed", "long way to a refill", "A physician signs it"]);
    silent(&draft, &["Rhizotomy", "name=\"password\""]);
    says(&nurse.get("/today").await, &["Opinion, version 1: a physician signs."]);
    let nobody = [("form", "1".repeat(32)), ("expected", "5".to_owned()), ("password", PASSWORD.to_owned())];
    let nobody: Vec<(&str, &str)> = nobody.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(nurse.post(&format!("{one}/sign"), &nobody).await.status, StatusCode::FORBIDDEN);

    let mut physician = house.signed_in("physician").await;
    let mut sign = async |change: &[(&str, &str)]| {
        let page = physician.get(&one).await;
        let own = ["form", "expected", "digest"].map(|name| (name, page.value(name).unwrap_or_default()));
        let mut all: Vec<(&str, &str)> = own.iter().map(|(name, value)| (*name, value.as_str())).collect();
        all.retain(|(name, _)| !change.iter().any(|(other, _)| other == name));
        all.extend(change);
        physician.post(&format!("{one}/sign"), &all).await
    };
    says(&sign(&[("password", "")]).await, &["Enter your password"]);
    says(&sign(&[("password", "wrong guess here")]).await, &["This is not your password"]);
    says(&sign(&[("password", PASSWORD), ("digest", "00")]).await, &["has changed since it was shown"]);
    assert_eq!(sign(&[("password", PASSWORD)]).await.status, SEEN);
    // What is signed cannot be signed again: the page has no form for it.
    assert_eq!(sign(&[("password", PASSWORD)]).await.status, StatusCode::BAD_REQUEST);
    let again = [("form", "2222222222222222222222222222222a"), ("expected", "6"), ("password", PASSWORD)];
    says(&sign(&again).await, &["no such draft"]);
    let never = [("form", "2222222222222222222222222222222b"), ("expected", "9"), ("password", PASSWORD)];
    says(&sign(&never).await, &["no longer what you saw"]);
    says(&nurse.get(&one).await, &["Test Physician, Physician", "It is never changed"]);
    let paper = nurse.get(&format!("{one}/paper")).await;
    assert!(paper.status == OK && paper.body.starts_with("%PDF-"));
    assert!(paper.header("content-disposition").starts_with("attachment; filename=\"opinion-"));
    assert_eq!(paper.header("x-content-type-options"), "nosniff");
    // Another version begins with what the last one said, and leaves it as it is.
    says(&nurse.get(&edit).await, &["version 2", "tone everywhere"]);
    nurse.fill(&edit, &[text[0], ("reasons", "Now with the X-ray."), ("next", "Come")]).await;
    silent(&nurse.get(&one).await, &["Now with the X-ray"]);

    after::becomes_patients(&house, &id, &letter).await;
}
