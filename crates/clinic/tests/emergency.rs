//! It beeps, withdrawal, overdose, the emergency sheet and whom to call, through the router.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    missing_docs,
    reason = "tests may fail loudly"
)]

mod house;

use axum::http::StatusCode;
use house::invented::{Pump, actor, demonstration, fold, identity, registered};
use house::{Answer, House, START, is_sound};
use jiff::civil::Weekday;
use practice::access::{Actor, Role};
use practice::contacts::{Contacts, Desk, OnHolidays, Rule};
use practice::patient::{Fate, Patient, PatientEvent};
use practice::settings::{self, Change};
use practice::synth::{People, Synth, synth};

use record::{Id, Kind, Port};
use serde_json::{Value, json};

/// A patient whose pump was found running this morning; without `pump`, one who has none.
async fn patient(house: &House, number: u128, pump: bool) -> String {
    let pump = if pump { Pump::Running } else { Pump::None };
    registered(house, number, identity(number), pump).await.to_string()
}

const QUIET: [(&str, &str); 6] = [
    ("sound", "single-tone"),
    ("often", "as-listed"),
    ("since", "this morning"),
    ("withdrawal", "none"),
    ("overdose", "none"),
    ("risk", "no"),
];

fn with(changes: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    let kept = QUIET.iter().filter(|(field, _)| changes.iter().all(|(changed, _)| changed != field));
    kept.chain(changes).filter(|(_, value)| !value.is_empty()).copied().collect()
}

/// R-EMG-2: a call is judged by its answers, refused if one is missing, and recorded once with the alarm.
#[tokio::test]
async fn a_call_is_judged_and_recorded_once() {
    let house = House::with(demonstration()).await;
    let id = patient(&house, 1, true).await;
    let without = patient(&house, 2, false).await;
    let beeps = format!("/patients/{id}/it-beeps");
    let mut nurse = house.signed_in("nurse").await;
    for (changes, status, says) in [
        (&[][..], 200, "Today: tell the pump team"),
        (&[("sound", "two-tone")], 200, "Now: the pump has to be read at once"),
        (&[("sound", "not-sure")], 200, "it counts as a two-tone alarm"),
        (&[("often", "not-sure")], 200, "Now: the pump has to be read at once"),
        (&[("withdrawal", "fever")], 200, "Emergency: the patient has to be in a hospital at once"),
        (&[("overdose", "not-known")], 200, "Nobody can say whether there are signs of overdose"),
        (&[("withdrawal", "itching"), ("risk", "not-sure")], 200, "one that nobody can rule out"),
        (&[("sound", "")], 422, "Choose one"),
        (&[("since", "")], 422, "Say since when"),
        (&[("withdrawal", "")], 422, "Tick the signs"),
        (&[("overdose", "none"), ("overdose", "coma")], 422, "Tick either signs or"),
        (&[("withdrawal", "drowsiness")], 200, "Today: tell the pump team"),
        (&[("risk", "perhaps")], 422, "Choose one"),
    ] {
        let answer = nurse.fill(&beeps, &with(changes)).await;
        assert_eq!(answer.status.as_u16(), status, "{changes:?}: {}", answer.body);
        assert!(answer.body.contains(says), "{changes:?}: no {says:?} in {}", answer.body);
        is_sound(&beeps, &answer);
        let unknown = nurse.fill("/emergency/it-beeps", &with(changes)).await;
        assert_eq!(unknown.status.as_u16(), status, "{changes:?}, patient not known");
        assert!(!unknown.body.contains("Today: tell"), "{changes:?}: never less than now without a record");
        is_sound("/emergency/it-beeps", &unknown);
    }
    let before = fold(&house, Id(1)).await.version;
    assert_eq!(before, 3, "judging records nothing");

    // Nothing is recorded without who called and what was agreed.
    let told = with(&[("sound", "two-tone"), ("act", "record")]);
    let refused = nurse.fill(&beeps, &told).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(fold(&house, Id(1)).await.version, before);

    // Other answers than those that were judged: the new result has to be read first.
    let judged = nurse.fill(&beeps, &with(&[])).await;
    let of = |field: &str| judged.value(field).unwrap();
    let (form, expected, quiet) = (of("form"), of("expected"), of("judged"));
    let mut all = told.clone();
    all.extend([("form", &*form), ("expected", &*expected), ("with", "mother, by phone")]);
    all.extend([("outcome", "comes in at once"), ("at", "2026-03-03"), ("at.time", "08:30")]);
    let mut unseen = all.clone();
    unseen.push(("judged", &*quiet));
    let answer = nurse.post(&beeps, &unseen).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("Not recorded yet"), "{}", answer.body);
    let seen = answer.value("judged").unwrap();
    all.push(("judged", &*seen));
    for _ in 0..2 {
        let answer = nurse.post(&beeps, &all).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    }
    let after = fold(&house, Id(1)).await;
    assert_eq!(after.version, before + 2, "sent twice, it is one act");
    let [.., alarm, call] = after.entries.as_slice() else { panic!() };
    let PatientEvent::Line(line) = &alarm.event else { panic!("{alarm:?}") };
    assert_eq!(line.line["alarm"], json!({"sound": "two-tone"}));
    let PatientEvent::Contact(contact) = &call.event else { panic!("{call:?}") };
    assert_eq!((&*contact.about, &*contact.with), ("alarm", "mother, by phone"));
    let answered = |question: &str| &contact.answers.iter().find(|(asked, _)| asked == question).unwrap().1;
    assert_eq!(answered("Since when?"), "this morning");
    assert!(answered("How urgent, by thecal").starts_with("Now:"));
    let log = nurse.get(&beeps).await;
    for said in ["comes in at once", "mother, by phone", "Critical alarm open"] {
        assert!(log.body.contains(said), "{said}: {}", log.body);
    }

    // Whoever may not record alarms still takes the call; without a pump there is no alarm to record.
    let record = with(&[
        ("act", "record"),
        ("with", "carer"),
        ("outcome", "agreed"),
        ("at", "2026-03-03"),
        ("at.time", "08:40"),
    ]);
    let mut therapist = house.signed_in("therapist").await;
    for (browser, path, number) in
        [(&mut therapist, beeps.clone(), 1), (&mut nurse, format!("/patients/{without}/it-beeps"), 2)]
    {
        let before = fold(&house, Id(number)).await.version;
        let shown = browser.fill(&path, &record).await;
        let mut record = record.clone();
        let judged = shown.value("judged").unwrap();
        record.push(("judged", &*judged));
        let answer = browser.fill(&path, &record).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        let after = fold(&house, Id(number)).await;
        assert_eq!(after.version, before + 1);
        assert!(matches!(after.entries.last().unwrap().event, PatientEvent::Contact(_)));
    }
    let mut administrator = house.signed_in("administrator").await;
    assert_eq!(administrator.get(&beeps).await.status, StatusCode::FORBIDDEN);
}

/// R-EMG-3: withdrawal, overdose and the sheet are one tap away; what is said of another model is not said.
#[tokio::test]
async fn every_emergency_page_is_one_tap_away_and_sound() {
    let house = House::with(demonstration()).await;
    let (id, without) = (patient(&house, 1, true).await, patient(&house, 2, false).await);
    let mut nurse = house.signed_in("nurse").await;
    for id in [&id, &without] {
        for part in ["it-beeps", "emergency/withdrawal", "emergency/overdose", "emergency-sheet", "papers"] {
            let path = format!("/patients/{id}/{part}");
            let page = nurse.get(&path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.body);
            is_sound(&path, &page);
            for other in ["it-beeps", "emergency/withdrawal", "emergency/overdose", "emergency-sheet"] {
                assert!(
                    page.body.contains(&format!("href=\"/patients/{id}/{other}\"")),
                    "{path}: no {other}"
                );
            }
        }
        assert_eq!(
            nurse.get(&format!("/patients/{id}/emergency/stroke")).await.status,
            StatusCode::NOT_FOUND
        );
    }
    let port = "Catheter access port (kit 8540)";
    for (path, says, silent) in [
        ("/emergency".to_owned(), "The patient is not known here", "Found"),
        ("/emergency?q=R-0001".to_owned(), "INVENTED-0001", "Nobody found"),
        ("/emergency?q=nobody".to_owned(), "Nobody found", "INVENTED-0001"),
        ("/emergency/withdrawal".to_owned(), "Begins 1 to 3", port),
        ("/emergency/withdrawal?pump=synchromed-ii-8637-40".to_owned(), port, "prometra"),
        ("/emergency/overdose?pump=none-such".to_owned(), "Airway and breathing.", port),
        ("/emergency/it-beeps".to_owned(), "any alarm counts as critical", "Record the call"),
        (
            "/emergency/it-beeps?pump=synchromed-ii-8637-40".to_owned(),
            "10\u{a0}min (unverified)",
            "Record the call",
        ),
        (format!("/patients/{id}/it-beeps"), "10\u{a0}min (unverified)", "any alarm counts as critical"),
        (format!("/patients/{without}/it-beeps"), "No pump is on this record", "10\u{a0}min"),
        (
            format!("/patients/{id}/emergency/overdose"),
            "200\u{a0}micrograms per 24\u{a0}h",
            "No patient is chosen",
        ),
        ("/contacts".to_owned(), "Nobody has entered whom to call", "Call now"),
    ] {
        let page = nurse.get(&path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        is_sound(&path, &page);
        assert!(page.body.contains(says), "{path}: no {says:?} in {}", page.body);
        let main = page.body.split("<main").nth(1).unwrap();
        assert!(!main.replace("<option", "").contains(&format!(">{silent}<")), "{path}: {silent:?}");
        if silent == port {
            assert!(!main.contains(silent), "{path}: {silent:?}");
        }
    }
}

fn contacts() -> Contacts {
    let desk = |name: &str, phone: &str| Desk {
        name: name.to_owned(),
        phone: phone.to_owned(),
        email: None,
        note: None,
    };
    let week = [Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday, Weekday::Friday];
    Contacts {
        desks: vec![desk("Pump nurses", "+49 30 0000 100")],
        rules: vec![Rule {
            desk: "Pump nurses".to_owned(),
            weekdays: week.to_vec(),
            from: "08:00".parse().unwrap(),
            until: "16:00".parse().unwrap(),
            on_holidays: OnHolidays::Never,
        }],
        fallback: desk("Surgery on call", "+49 30 0000 999"),
        fallback_covers_gaps: true,
    }
}

async fn set_contacts(house: &House) {
    let version = house.store.version(settings::STREAM).await.unwrap();
    let append = settings::appending(&[Change::Contacts(contacts())], version, START).unwrap();
    let by = practice::account::By { account: None, form: Id(77), content: [7; 32], now: START };
    house.store.append(by.act(vec![append])).await.unwrap();
}

/// R-EMG-5: everybody who is signed in sees whom to call now, until when, and who comes then, by the clinic's clock.
#[tokio::test]
async fn whom_to_call_follows_the_clinics_clock() {
    let house = House::new().await;
    set_contacts(&house).await;
    let mut administrator = house.signed_in("administrator").await;
    // Tuesday 3 March 2026, 09:00 in Berlin; then 23:00.
    let first = |page: &Answer| {
        let desks = page.body.split("class=\"desks\"").nth(1).unwrap().split("</ol>").next().unwrap();
        ["Pump nurses", "Surgery on call"].map(|name| desks.find(name).is_some())
    };
    let day = administrator.get("/contacts").await;
    is_sound("/contacts", &day);
    assert_eq!(first(&day), [true, true]);
    assert!(day.body.contains("Until 16:00 today, then Surgery on call"), "{}", day.body);
    for said in [
        "Tuesday, 3 March 2026",
        "Monday, 9 March 2026",
        "00:00 to 08:00",
        "16:00 to 24:00",
        "tel:+49300000999",
    ] {
        assert!(day.body.contains(said), "{said}: {}", day.body);
    }
    assert!(!day.body.contains("Tuesday, 10 March 2026"));
    house.pass(14 * 3_600);
    let mut administrator = house.signed_in("administrator").await;
    let night = administrator.get("/contacts?year=2027").await;
    assert_eq!(first(&night), [false, true]);
    assert!(night.body.contains("Until 08:00 tomorrow, then Pump nurses, Surgery on call"), "{}", night.body);
    assert!(night.body.contains("Public holidays in 2027"));
    for asked in ["x", "99999", "-5"] {
        assert_eq!(administrator.get(&format!("/contacts?year={asked}")).await.status, StatusCode::OK);
    }
}

/// The text between two marks of a page.
fn between<'a>(body: &'a str, from: &str, to: &str) -> &'a str {
    body.split_once(from).unwrap_or_else(|| panic!("no {from} in {body}")).1.split_once(to).unwrap().0
}

/// What the last line that somebody read from the pump says of the dose in 24 hours, without the course: `None` before.
fn read_from_pump(patient: &Patient) -> Option<String> {
    let lines =
        patient.lines.iter().filter(|placed| placed.stands && placed.episode + 1 == patient.episodes.len());
    let mut read: Vec<(i64, &Value)> = lines
        .filter_map(|placed| {
            let entry = patient.entries.iter().find(|entry| entry.version == placed.version)?;
            assert_eq!(entry.fate, Fate::Stands);
            Some((entry.happened, &placed.line.line))
        })
        .filter(|(_, line)| {
            line.pointer("/confirmed/running") == Some(&Value::Bool(true)) || line.get("found").is_some()
        })
        .collect();
    read.sort_by_key(|(at, _)| *at);
    let (_, line) = read.last()?;
    let dose = line.pointer("/confirmed/total").or_else(|| line.pointer("/found/run/dose"))?;
    Some(dose.as_str()?.strip_suffix(" ug/d")?.to_owned())
}

/// R-EMG-4: on the sheets of invented patients no order runs that nobody saw in the pump, what is not known says so, what
/// nobody verified is marked, and the paper is one page.
#[tokio::test(flavor = "multi_thread")]
async fn sheets_show_as_running_only_what_was_seen_in_the_pump() {
    let house = House::with(demonstration()).await;
    set_contacts(&house).await;
    let rules = house.state.rules().await.unwrap();
    let people = People {
        nurse: actor(Role::Nurse),
        physician: Actor { account: Id(12), ..actor(Role::Physician) },
        surgeon: Actor { account: Id(13), ..actor(Role::Surgeon) },
        therapist: actor(Role::Therapist),
        coordinator: actor(Role::Coordinator),
    };
    let wanted = Synth { patients: 10, years: 3, seed: 5, now: START, first: 1, all_years: false };
    synth(house.state.practice(), &rules, &people, &wanted, |_| {}).await.unwrap();
    patient(&house, 1, false).await;
    let mut nurse = house.signed_in("nurse").await;
    let (mut hanging, mut alarms) = (0, 0);
    for (id, _) in house.store.streams(Kind::Patient, None, 100).await.unwrap() {
        let path = format!("/patients/{id}/emergency-sheet");
        let page = nurse.get(&path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        let sheet = between(&page.body, "<article", "</article>");
        let patient = fold(&house, id).await;
        let dose = between(sheet, "sheet-amount\">", "</p>");
        let read = read_from_pump(&patient).filter(|_| patient.has_pump());
        let expected =
            read.map_or_else(|| "dose not known".to_owned(), |dose| format!("{dose}\u{a0}micrograms"));
        assert_eq!(dose, expected, "{path}");
        let stand = patient.stand(&rules, START).unwrap();
        let open = stand.course.orders.iter().filter(|order| {
            order.order.program.is_some()
                && matches!(order.state, therapy::OrderState::Ordered | therapy::OrderState::Unknown)
        });
        let open = open.count();
        hanging += open;
        assert_eq!(sheet.matches("Order not confirmed in the pump").count(), open, "{path}");
        assert_eq!(sheet.contains("Not sure. Last confirmed program:"), open > 0, "{path}");
        let critical = stand.open.iter().filter(|open| open.rule == therapy::Rule::AlarmCritical).count();
        alarms += critical;
        assert_eq!(sheet.matches("Critical alarm open").count(), critical, "{path}");
        for said in
            ["Invented person", "Surgery on call", "hash", &format!("record version {}", patient.version)]
        {
            assert!(sheet.contains(said), "{path}: no {said}");
        }
        // The cadence of critical alarms is the number that nobody verified.
        assert!(!sheet.replace("10\u{a0}minutes", "").contains("10\u{a0}min"), "{path}");

        let paper = nurse.get(&format!("{path}.pdf")).await;
        assert_eq!(
            (paper.status, paper.header("content-type")),
            (StatusCode::OK, "application/pdf"),
            "{path}"
        );
        assert!(paper.body.starts_with("%PDF-") && paper.body.contains("/Count 1"), "{path}: one page");
    }
    assert!(hanging > 0 && alarms > 0, "the patients have something to warn of: {hanging}, {alarms}");
}
