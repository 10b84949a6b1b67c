//! R-ENQ-1, R-ENQ-2, R-ENQ-3: the promise of an answer, what an enquiry is, and what files from outside are taken.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests may fail loudly"
)]

use holiday_de::GermanRegion;
use jiff::civil::{Weekday, date};
use jiff::tz::TimeZone;
use practice::access::{Actor, Matrix, Role};
use practice::account::By;
use practice::enquiry::{
    EnquiryError, EnquiryEvent, NotTaken, Opinion, Relation, Request, SentFile, State, Why, Wish, answer_by,
    clean_name, digest, judge, load, record, record_received,
};
use practice::holidays::{HolidaySettings, Holidays, OwnDay};
use practice::patient::Id128;
use record::{AppendError, Id, Keys, Kind, Options, Port, SqliteStore, Window, system_random};
use std::collections::BTreeSet;
use std::sync::Arc;

fn unix(text: &str) -> i64 {
    text.parse::<jiff::Timestamp>().unwrap().as_second()
}

fn holidays(region: &str, own: Vec<OwnDay>) -> Holidays {
    Holidays::new(&HolidaySettings { region: region.to_owned(), places: Vec::new(), own }).unwrap()
}

fn half_day() -> OwnDay {
    let from = Some("12:00".parse().unwrap());
    OwnDay { date: date(2026, 12, 24), name: "Christmas Eve".to_owned(), from, yearly: true }
}

/// R-ENQ-1: over a whole year and both changes of the clock, an answer is owed at the minute at which a plain walk through the
/// minutes of working days has counted twenty-four hours. Working days come from another library, or from nothing but weekdays.
#[test]
fn a_promise_is_twenty_four_hours_of_working_days() {
    let bavaria: BTreeSet<String> = [2026, 2027]
        .iter()
        .flat_map(|year| GermanRegion::Bayern.holiday_dates_in_year(*year))
        .map(|(day, _)| day.to_string())
        // It depends on the place; the library takes it as a holiday everywhere.
        .filter(|day| !day.ends_with("-08-15"))
        .collect();
    let cases = [
        // Clocks change on Sundays, when nobody works.
        ("Europe/Berlin", "de-by", vec![half_day()], bavaria, [Weekday::Saturday, Weekday::Sunday]),
        // They change on a Friday and on a Sunday, which is a working day.
        ("Asia/Jerusalem", "il", Vec::new(), BTreeSet::new(), [Weekday::Friday, Weekday::Saturday]),
        // By half an hour, on Sundays that are working days here.
        ("Australia/Lord_Howe", "il", Vec::new(), BTreeSet::new(), [Weekday::Friday, Weekday::Saturday]),
    ];
    for (name, region, own, free, weekend) in cases {
        let half = !own.is_empty();
        let (holidays, zone) = (holidays(region, own), TimeZone::get(name).unwrap());
        let begin = unix("2026-01-01T00:00:00Z");
        let minutes = (366 + 30) * 24 * 60_i64;
        // How many minutes of working days lie before each minute.
        let mut counted = vec![0_i64];
        for minute in 0..minutes {
            let wall = zone.to_datetime(jiff::Timestamp::from_second(begin + minute * 60).unwrap());
            let eve = half && (wall.month(), wall.day()) == (12, 24) && wall.hour() >= 12;
            let works =
                !weekend.contains(&wall.date().weekday()) && !free.contains(&wall.date().to_string()) && !eve;
            counted.push(counted[counted.len() - 1] + i64::from(works));
        }
        let mut lengths = BTreeSet::new();
        for received in (0..366 * 24 * 60_usize).step_by(7) {
            let owed = counted[received] + 24 * 60;
            let plainly = counted.partition_point(|before| *before < owed) as i64;
            let told = answer_by(begin + received as i64 * 60, &holidays, &zone);
            let wall = |at: i64| zone.to_datetime(jiff::Timestamp::from_second(at).unwrap());
            assert_eq!(
                (told - begin) / 60,
                plainly,
                "{name}: received {}, told {}",
                wall(begin + received as i64 * 60),
                wall(told)
            );
            lengths.insert((told - begin) / 60 - received as i64);
        }
        // At least a day; with Easter or Christmas between, nearly six.
        assert_eq!(*lengths.first().unwrap(), 24 * 60, "{name}");
        assert!(*lengths.last().unwrap() >= 3 * 24 * 60, "{name}");
    }
}

/// R-ENQ-1: cases that people know by heart, and clinics that never work.
#[test]
fn promises_that_are_known() {
    let (zone, bavaria) = (TimeZone::get("Europe/Berlin").unwrap(), holidays("de-by", vec![half_day()]));
    for (received, told) in [
        // Tuesday to Wednesday; Friday to Monday, over the night in which the clock goes forward; and back.
        ("2026-03-03T10:15:00+01:00", "2026-03-04T10:15:00+01:00"),
        ("2026-03-27T14:00:00+01:00", "2026-03-30T14:00:00+02:00"),
        ("2026-10-23T14:00:00+02:00", "2026-10-26T14:00:00+01:00"),
        // On a Saturday: all of Monday.
        ("2026-03-07T12:00:00+01:00", "2026-03-10T00:00:00+01:00"),
        // Maundy Thursday noon: half of it, then Tuesday after Easter.
        ("2026-04-02T12:00:00+02:00", "2026-04-07T12:00:00+02:00"),
        // 23 December 18:00: six hours, twelve on the morning of the 24th, six on Monday the 28th.
        ("2026-12-23T18:00:00+01:00", "2026-12-28T06:00:00+01:00"),
        // In the afternoon of a half holiday nothing counts.
        ("2026-12-24T15:00:00+01:00", "2026-12-29T00:00:00+01:00"),
    ] {
        assert_eq!(answer_by(unix(received), &bavaria, &zone), unix(told), "{received}");
    }
    let every_day = (1..=12_i8).flat_map(|month| (1..=31_i8).map(move |day| (month, day)));
    let own = every_day.filter_map(|(month, day)| jiff::civil::Date::new(2024, month, day).ok());
    let never =
        own.map(|date| OwnDay { date, name: "closed".to_owned(), from: None, yearly: true }).collect();
    let at = unix("2026-03-03T10:15:00Z");
    assert_eq!(answer_by(at, &holidays("", never), &zone), at + 86_400);
    for far in [i64::MIN, i64::MAX] {
        assert_eq!(answer_by(far, &bavaria, &zone), far.saturating_add(86_400));
    }
}

fn actor(role: Role) -> Actor {
    let rights = Matrix::default().rights(role);
    Actor { account: Id(role as u128 + 10), name: format!("Test {}", role.title()), role, rights }
}

fn request() -> Request {
    Request {
        wish: Wish::SecondOpinion,
        writer: "Invented Mother".to_owned(),
        relation: Relation::Parent,
        about: "Invented Forty-two".to_owned(),
        born: Some(date(2015, 5, 2)),
        phone: "+421 000 000".to_owned(),
        email: String::new(),
        best_time: "evenings".to_owned(),
        country: "Slovakia".to_owned(),
        language: "Slovak".to_owned(),
        message: "Two clinics say different things.".to_owned(),
        consent: "2026-11".to_owned(),
        answer_by: NOW + 86_400,
        invented: true,
    }
}

const NOW: i64 = 1_772_524_800;

fn by(form: u128, account: Option<Id>) -> By {
    By { account, form: Id(form), content: [form as u8; 32], now: NOW + form as i64 }
}

fn opinion() -> Opinion {
    Opinion {
        addressee: "Invented Mother".to_owned(),
        question: "Pump or rhizotomy?".to_owned(),
        seen: "MRI".to_owned(),
        options: Vec::new(),
        reasons: "A test dose answers more than papers.".to_owned(),
        missing: "hip X-ray".to_owned(),
        next: "Come for a test".to_owned(),
    }
}

async fn store(folder: &tempfile::TempDir) -> Arc<SqliteStore> {
    let keys = Keys::generate(&mut system_random()).unwrap();
    Arc::new(SqliteStore::open(&folder.path().join("enquiries.db"), Options::new(keys)).await.unwrap())
}

/// What a request lacks is refused at its field.
async fn fields_are_asked_for(port: &dyn Port, id: Id) {
    for (field, change) in [
        ("consent", (|it| it.consent.clear()) as fn(&mut Request)),
        ("writer", |it| it.writer.clear()),
        ("phone", |it| it.phone.clear()),
        ("message", |it| it.message = "x".repeat(8_001)),
        ("about", |it| it.about = "a\0b".to_owned()),
    ] {
        let mut request = request();
        change(&mut request);
        let refused = record_received(port, id, request, Vec::new(), by(1, None)).await.unwrap_err();
        assert!(matches!(refused, EnquiryError::Field { field: told, .. } if told == field), "{field}");
    }
}

/// R-ENQ-2: an enquiry is its events: what may follow, who may record it, what lists find, and what a withdrawn consent leaves.
#[tokio::test]
async fn an_enquiry_goes_its_way() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(&folder).await;
    let (port, id) = (store.as_ref() as &dyn Port, Id(7));
    let file = |hash: &str| SentFile {
        hash: hash.to_owned(),
        name: format!("{hash}.pdf"),
        media_type: "application/pdf".to_owned(),
        bytes: 9,
        caution: None,
    };
    fields_are_asked_for(port, id).await;
    let files = vec![file("a"), file("b"), file("a")];
    record_received(port, id, request(), files.clone(), by(2, None)).await.unwrap();
    // The same form again is the same enquiry.
    assert!(record_received(port, id, request(), files, by(2, None)).await.unwrap().again);

    let nurse = actor(Role::Nurse);
    let (physician, therapist) = (actor(Role::Physician), actor(Role::Therapist));
    let enquiry = load(port, id).await.unwrap();
    assert_eq!((enquiry.state(), enquiry.files.len(), enquiry.version), (State::New, 2, 4));
    let hash = |hash: &str| hash.to_owned();
    let draft = |number| EnquiryEvent::OpinionDrafted { number, opinion: opinion() };
    let issue = |number, digest: String| EnquiryEvent::OpinionIssued {
        number,
        digest,
        name: "Test Physician".to_owned(),
        role: "Physician".to_owned(),
    };
    let sound = digest(id, 1, &opinion());
    // Form by form: who, what, and what is told if it is refused.
    let steps: Vec<(&Actor, EnquiryEvent, &str)> = vec![
        (&physician, issue(1, sound.clone()), "there is no such draft"),
        (
            &nurse,
            EnquiryEvent::Reviewed { hash: Some(hash("a")), shows: "x".into(), missing: String::new() },
            "out of quarantine first",
        ),
        (&nurse, EnquiryEvent::FileOpened { hash: hash("a") }, ""),
        (&nurse, EnquiryEvent::FileOpened { hash: hash("a") }, "no longer in quarantine"),
        (&nurse, EnquiryEvent::FileOpened { hash: hash("c") }, "no such file"),
        (&nurse, EnquiryEvent::FileRefused { hash: hash("b"), reason: " ".into() }, "Say why"),
        (&nurse, EnquiryEvent::FileRefused { hash: hash("b"), reason: "holiday photo".into() }, ""),
        (&nurse, EnquiryEvent::FileOpened { hash: hash("b") }, "no longer in quarantine"),
        (
            &nurse,
            EnquiryEvent::Reviewed {
                hash: Some(hash("a")),
                shows: "hips centred".into(),
                missing: "report".into(),
            },
            "",
        ),
        (&nurse, EnquiryEvent::Taken { name: "Test Nurse".into() }, ""),
        (
            &nurse,
            EnquiryEvent::ContactTried { how: "phone".into(), reached: false, said: "no answer".into() },
            "",
        ),
        (&nurse, draft(2), "this version is signed"),
        (&nurse, draft(1), ""),
        (&nurse, issue(1, sound.clone()), "does not have the right"),
        (&physician, issue(1, digest(id, 2, &opinion())), "changed since it was shown"),
        (&physician, issue(1, sound), ""),
        (&physician, draft(1), "this version is signed"),
        (&physician, draft(2), ""),
        (&nurse, EnquiryEvent::Answered { how: "letter by e-mail".into() }, ""),
        (&nurse, EnquiryEvent::BecamePatient { patient: Id128(Id(99)), new: true }, ""),
        (
            &nurse,
            EnquiryEvent::BecamePatient { patient: Id128(Id(98)), new: false },
            "belongs to a patient already",
        ),
        (&nurse, EnquiryEvent::Received(request()), "comes from outside only"),
        (&therapist, EnquiryEvent::Taken { name: "x".into() }, "does not have the right"),
        (&nurse, EnquiryEvent::Closed { why: Why::Done, note: String::new() }, ""),
        (&nurse, EnquiryEvent::Answered { how: "again".into() }, "is closed"),
        (&nurse, EnquiryEvent::Reopened { reason: "mother called".into() }, ""),
        (&nurse, EnquiryEvent::Closed { why: Why::Withdrawn, note: "by phone".into() }, ""),
        (&nurse, EnquiryEvent::Reopened { reason: "why not".into() }, "consent was withdrawn"),
    ];
    for (number, (actor, event, told)) in steps.into_iter().enumerate() {
        let enquiry = load(port, id).await.unwrap();
        let by = by(number as u128 + 10, Some(actor.account));
        let result = record(port, actor, &enquiry, enquiry.version, vec![(event.clone(), by.now)], by).await;
        match result {
            Ok(_) => assert_eq!(told, "", "{event:?}"),
            Err(error) => assert!(!told.is_empty() && error.to_string().contains(told), "{event:?}: {error}"),
        }
        if matches!(event, EnquiryEvent::Taken { .. }) && told.is_empty() {
            assert_eq!(load(port, id).await.unwrap().state(), State::Taken);
            let window = Window { now: NOW, until: i64::MAX };
            let due = port.due(vec!["enquiry".to_owned()], window, 9).await.unwrap();
            assert!(due[0].due.body.contains("Test Nurse works on it"), "{}", due[0].due.body);
        }
        if matches!(event, EnquiryEvent::BecamePatient { .. }) && told.is_empty() {
            let found = practice::enquiry::by_patient(port, Id(99)).await.unwrap();
            assert_eq!(found.len(), 1);
        }
    }
    let enquiry = load(port, id).await.unwrap();
    assert!(enquiry.is_withdrawn() && enquiry.letters.len() == 2 && enquiry.tried == (1, 0));
    assert!(enquiry.letters[0].issued.is_some() && enquiry.draft().unwrap().number == 2);
    // Somebody who saw an earlier version is told; nothing is overwritten.
    let note = EnquiryEvent::Taken { name: "x".to_owned() };
    let late = record(port, &nurse, &enquiry, 4, vec![(note, NOW)], by(90, Some(nurse.account))).await;
    assert!(matches!(late, Err(EnquiryError::Append(AppendError::Stale { .. }))), "{late:?}");
    // What was sent is found no more, and nothing is due; made anew from the stream it is the same.
    for _ in 0..2 {
        assert!(port.search(Kind::Enquiry, vec!["forty".to_owned()], 9).await.unwrap().is_empty());
        assert!(port.due(Vec::new(), Window { now: NOW, until: i64::MAX }, 9).await.unwrap().is_empty());
        let summary = port.summary(practice::enquiry::stream(id)).await.unwrap().unwrap();
        assert!(!summary.summary.contains("Invented") && summary.order.starts_with("2 "), "{summary:?}");
        port.erase_projections().await.unwrap();
        practice::enquiry::project(port).await.unwrap();
    }
}

/// R-ENQ-2: invented enquiries go through the door like real ones; made twice they are there once.
#[tokio::test]
async fn invented_enquiries_are_sound() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(&folder).await;
    let people = practice::synth::People {
        nurse: actor(Role::Nurse),
        physician: actor(Role::Physician),
        surgeon: actor(Role::Surgeon),
        therapist: actor(Role::Therapist),
        coordinator: actor(Role::Coordinator),
    };
    let (days, zone) = (holidays("de-be", Vec::new()), TimeZone::get("Europe/Berlin").unwrap());
    let mut states = Vec::new();
    for _ in 0..2 {
        practice::synth::enquiries(store.as_ref(), &people, &days, &zone, NOW).await.unwrap();
        states.clear();
        for (id, _) in store.streams(Kind::Enquiry, None, 9).await.unwrap() {
            let enquiry = load(store.as_ref(), id).await.unwrap();
            assert!(enquiry.request.invented && enquiry.request.about.starts_with("Invented "));
            assert_eq!(enquiry.request.answer_by, answer_by(enquiry.received, &days, &zone));
            states.push(enquiry.state().words());
        }
    }
    states.sort_unstable();
    assert_eq!(states, ["closed", "new", "new"]);
}

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes.extend(b"\x08\x06\x00\x00\x00\x00\x00\x00\x00");
    bytes
}

/// R-ENQ-3: a file from outside is what its content says; what can run, unpack or claim too much is refused by name.
#[test]
fn files_from_outside_are_judged_by_content() {
    let jpeg = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xc0\x00\x11\x08\x04\x00\x03\x00\x03\x01\x22\x00\x02\x11\x01\x03\x11\x01";
    for (name, bytes, media_type) in [
        ("letter.pdf", &b"%PDF-1.7\nx"[..], "application/pdf"),
        ("x.jpg", jpeg, "image/jpeg"),
        ("x.png", &png(4_000, 10_000), "image/png"),
        ("tone < 3.txt", "Ashworth <3 at the knee, a < b\r\n".as_bytes(), "text/plain"),
    ] {
        assert_eq!(judge(name, bytes).unwrap().media_type, media_type, "{name}");
    }
    assert!(judge("a.pdf", b"%PDF-1.7 /S /JavaScript").unwrap().caution.is_some());
    let huge = vec![b'a'; (10 << 20) + 1];
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("a.pdf", b"".to_vec(), "is empty"),
        ("a.zip", b"PK\x03\x04\x14\x00bomb".to_vec(), "an archive"),
        ("a.pdf", b"\x1f\x8b\x08\x00bomb".to_vec(), "an archive"),
        ("a.jpg", b"<!DOCTYPE html><script>alert(1)</script>".to_vec(), "a web page"),
        ("a.txt", b"  <a href=x>".to_vec(), "a web page"),
        ("a.txt", b"\xef\xbb\xbf<svg onload=alert(1)>".to_vec(), "a web page"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>".to_vec(), "a web page"),
        ("a.txt", b"notes\n<ScRiPt>1</script>".to_vec(), "a web page"),
        ("a.pdf", b"MZ\x90\x00\x03\x00\x00\x00".to_vec(), "a program"),
        ("a.png", png(60_000, 60_000), "claims 60000 × 60000 pixels"),
        ("a.png", png(19_000, 19_000), "claims 19000"),
        ("a.png", png(0, 5), "claims 0"),
        ("a.png", b"\x89PNG\r\n\x1a\n".to_vec(), "cannot be read"),
        ("a.jpg", b"\xff\xd8\xff\xe0 jpeg".to_vec(), "cannot be read"),
        ("a.txt", b"a\x00b".to_vec(), "of no type"),
        ("a.tif", b"II*\x00\x08\x00\x00\x00 tiff".to_vec(), "image/tiff"),
        ("a.txt", huge, "larger than 10 MB"),
    ];
    for (name, bytes, told) in cases {
        let refused = judge(name, &bytes).unwrap_err();
        let words = refused.to_string();
        assert!(words.contains(told) && words.contains(&format!("“{name}”")), "{name}: {words}");
        if matches!(refused, NotTaken::Type { .. }) {
            assert!(words.contains("Accepted are PDF, JPEG, PNG, WebP and plain text"), "{words}");
        }
    }
    for (name, clean) in [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\scan.pdf", "scan.pdf"),
        ("a\0b\r\n.pdf", "ab.pdf"),
        ("\u{202e}fdp.exe", "fdp.exe"),
        ("...", "file without a name"),
        ("dir/", "file without a name"),
        ("Überweisung <1>.pdf", "Überweisung _1_.pdf"),
    ] {
        assert_eq!(clean_name(name), clean, "{name:?}");
    }
    assert_eq!(clean_name(&"x".repeat(500)).len(), 100);
}
