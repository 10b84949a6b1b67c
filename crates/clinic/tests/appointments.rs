//! R-APT-1 to R-APT-6, R-APT-9: appointments of a patient, the calendar of the clinic, two who book at once, the mail server.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    missing_docs,
    reason = "tests may fail loudly"
)]

#[path = "ward/mod.rs"]
mod house;

use house::{Answer, COORDINATOR, DAY, House, MORNING, NURSE, THERAPIST, WRITER, Who};
use practice::access::{Actor, Matrix, Role};
use practice::account::{self, By, Placed};
use practice::agenda::{What, clash};
use practice::holidays::HolidaySettings;
use practice::path::appointment::{Accepted, Kind, Slot};
use practice::reminder::{Delivery, Letter, Post, round};
use practice::settings::{Change, Mail, TeamSettings, WhoSees, appending};
use practice::{Arranged, Arrangement};
use record::{Id, Later, Port};
use std::sync::{Arc, Mutex};
use tokio::sync::Mutex as Alone;

/// The clock of a house is one for all tests of this file.
static ONE_AT_A_TIME: Alone<()> = Alone::const_new(());

type Typed<'a> = &'a [(&'a str, &'a str)];

/// A booking that nothing speaks against: Thursday, 12 March 2026, 11:00.
const GOOD: [(&str, &str); 5] = [
    ("what", "refill"),
    ("starts", "2026-03-12"),
    ("starts.time", "11:00"),
    ("minutes", "45"),
    ("place", "Room 2"),
];

fn with<'a>(changed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = GOOD.iter().filter(|(name, _)| changed.iter().all(|(other, _)| other != name));
    kept.chain(changed).copied().collect()
}

fn path(patient: Id) -> String {
    format!("/patients/{patient}/appointments")
}

async fn book(house: &mut House, who: Who, patient: Id, typed: Typed<'_>) -> Answer {
    let page = house.get(who, &path(patient)).await;
    house.fill_in(who, &page, &format!("{}/book", path(patient)), typed).await
}

/// Sends a form of the page of an appointment.
async fn act(house: &mut House, patient: Id, id: &str, form: &str, typed: Typed<'_>) -> Answer {
    let one = format!("{}/{id}", path(patient));
    let page = house.get(COORDINATOR, &one).await;
    page.is(200);
    house.fill_in(COORDINATOR, &page, &format!("{one}/{form}"), typed).await
}

/// Ids of a patient's appointments.
async fn booked(house: &House, patient: Id) -> Vec<String> {
    let rules = house.state.rules().await.unwrap();
    let patient = house.state.practice().patient(patient, &rules).await.unwrap();
    patient.path.appointments.all.iter().map(|known| known.booked.id.clone()).collect()
}

async fn visits(house: &House, patient: Id) -> Vec<String> {
    let lines = house.lines(patient, "visit").await;
    lines.iter().map(|line| line["visit"]["on"].as_str().unwrap().to_owned()).collect()
}

async fn in_bavaria() -> House {
    let house = House::new().await;
    let holidays = HolidaySettings { region: "de-by".to_owned(), ..HolidaySettings::default() };
    let append = appending(&[Change::Holidays(holidays)], 2, MORNING).unwrap();
    let by = By { account: None, form: house.state.new_id(), content: [0; 32], now: MORNING };
    house.store.append(by.act(vec![append])).await.unwrap();
    house
}

/// R-APT-1: what cannot be booked is refused beside its field, what speaks against it is ticked, what weighs needs a reason;
/// and nothing is recorded before.
#[tokio::test]
async fn what_speaks_against_a_booking_is_said() {
    let _alone = ONE_AT_A_TIME.lock().await;
    let mut house = in_bavaria().await;
    let (ada, other) = (house.with_pump(1, "18").await, house.patient(2).await);
    book(&mut house, COORDINATOR, other, &with(&[("others", "Dr Invented")])).await.is(303);
    let before = house.version(ada).await;
    let late = [("starts", "2026-04-08")];
    let empty = [("starts", "2026-04-14")];
    // 29 March 2026, 02:30 does not exist in Berlin; 25 October 2026, 02:30 comes twice.
    let cases: [(Typed<'_>, &str); 16] = [
        (&[("what", "")], "Choose what the appointment is for"),
        (&[("starts", "")], "month in letters"),
        (&[("starts.time", "11")], "hours and minutes"),
        (&[("starts", "2026-03-29"), ("starts.time", "02:30")], "This time does not exist"),
        (&[("starts", "2026-10-25"), ("starts.time", "02:30")], "comes twice"),
        (&[("minutes", "4")], "5 to 1440"),
        (&[("minutes", "45.5")], "5 to 1440"),
        (&[("starts", "2026-03-01")], "This time has passed"),
        (&[("starts.time", "11:44")], "Room 2 is taken from 11:00 to 11:45."),
        (&[("starts.time", "10:16")], "Room 2 is taken from 11:00 to 11:45."),
        (&[("place", "room 2")], "is taken from"),
        (&[("place", "Room 3"), ("others", "dr invented")], "dr invented has another appointment"),
        (&[("starts", "2026-03-14")], "14 March 2026 is a Saturday"),
        (&[("starts", "2026-04-03")], "is a public holiday here: Good Friday"),
        (&late, "This is later than the refill must be"),
        (&empty, "The pump may be empty from 10 April 2026 on"),
    ];
    for (changed, words) in cases {
        let refused = book(&mut house, COORDINATOR, ada, &with(changed)).await;
        refused.is(422).says(words);
        // Nobody learns here who the other patient is.
        refused.silent("R-0002");
        let kept = refused.fields(&format!("{}/book", path(ada)));
        for (name, value) in with(changed) {
            assert_eq!(kept[name], value, "{name}: {words}");
        }
        assert_eq!(house.version(ada).await, before, "{words}");
    }
    // A room is no matter of ticking.
    let mut taken = with(&[]);
    taken.push(("accept", "room"));
    book(&mut house, COORDINATOR, ada, &taken).await.is(422);
    // What was ticked without a reason asks for it; a tick for something else is no tick.
    let other_tick = with(&[("starts", "2026-04-14"), ("accept", "refill-by")]);
    book(&mut house, COORDINATOR, ada, &other_tick).await.is(422).says("may be empty from 10 April 2026");
    let mut late = with(&[("starts", "2026-04-14"), ("accept", "empty")]);
    book(&mut house, COORDINATOR, ada, &late).await.is(422).says("Say why it is booked all the same");
    late.push(("accept-reason", "fills at home before"));
    book(&mut house, COORDINATOR, ada, &late).await.is(303);
    // It is said on and on.
    let page = house.get(NURSE, &path(ada)).await;
    page.is(200).says("Tuesday, 14 April 2026, 11:00").says("The pump may be empty from 10 April 2026 on");
    let saturday = with(&[("starts", "2026-03-14"), ("what", "review"), ("accept", "closed")]);
    book(&mut house, COORDINATOR, ada, &saturday).await.is(303);
    // Rooms and people are free one after the other.
    for (time, place) in [("10:15", "Room 2"), ("11:45", "Room 2"), ("13:00", "")] {
        let next = with(&[("starts.time", time), ("place", place), ("what", "visit"), ("accept", "twice")]);
        book(&mut house, COORDINATOR, ada, &next).await.is(303);
    }
    let implant = with(&[("what", "implant"), ("starts", "2026-03-16")]);
    book(&mut house, WRITER, other, &implant).await.is(303);
    house.get(WRITER, &path(other)).await.says("No test dose with an effect");
}

/// R-APT-2: the next visit of the course follows bookings, moves and cancellations, so that Today and the findings say what is
/// true; a form that is sent twice is one act.
#[tokio::test]
async fn the_course_knows_the_next_visit() {
    let _alone = ONE_AT_A_TIME.lock().await;
    let mut house = House::new().await;
    let ada = house.with_pump(1, "18").await;
    let page = house.get(COORDINATOR, &path(ada)).await;
    let action = format!("{}/book", path(ada));
    let first = house.fill_in(COORDINATOR, &page, &action, &GOOD).await;
    first.is(303);
    let version = house.version(ada).await;
    house.fill_in(COORDINATOR, &page, &action, &GOOD).await.is(303);
    assert_eq!(house.version(ada).await, version, "sent twice");
    // Something else in the same form is another act.
    house.fill_in(COORDINATOR, &page, &action, &with(&[("minutes", "60")])).await.is(409);
    assert_eq!(visits(&house, ada).await, ["2026-03-12"]);
    // A review is no visit at which the pump is filled.
    let review = with(&[("what", "review"), ("starts", "2026-03-04")]);
    book(&mut house, COORDINATOR, ada, &review).await.is(303);
    assert_eq!(visits(&house, ada).await, ["2026-03-12"]);
    let id = booked(&house, ada).await[0].clone();
    let moved = [("starts", "2026-03-19"), ("reason", "snow")];
    act(&mut house, ada, &id, "move", &[("starts", "2026-03-19")]).await.is(422).says("Say why it is moved");
    act(&mut house, ada, &id, "move", &moved).await.is(303);
    assert_eq!(visits(&house, ada).await, ["2026-03-12", "2026-03-19"]);
    house
        .get(NURSE, &format!("{}/{id}", path(ada)))
        .await
        .says("It was on Thursday, 12 March 2026, 11:00. Snow.");
    // Too late on purpose: the finding of the course is open, as after a visit that was booked on its own page.
    let late = [("starts", "2026-05-13"), ("reason", "on holiday"), ("accept", "empty")];
    act(&mut house, ada, &id, "move", &late).await.is(422).says("Say why");
    let late = [&late[..], &[("accept-reason", "fills in Italy")]].concat();
    act(&mut house, ada, &id, "move", &late).await.is(303);
    assert!(house.open(ada).await.contains(&"VISIT-TOO-LATE"));
    house.get(NURSE, "/today?ahead=all&kind=visit-late").await.says("13-May-2026");
    let off = [("by", "patient"), ("why", "moved away")];
    act(&mut house, ada, &id, "cancel", &[("why", "moved away")]).await.is(422).says("Say who called it off");
    act(&mut house, ada, &id, "cancel", &off).await.is(303);
    assert!(visits(&house, ada).await.is_empty(), "no line promises a visit");
    house.get(NURSE, "/today?ahead=all&kind=refill").await.says("No visit is booked");
    house.get(NURSE, &path(ada)).await.says("cancelled by patient or family: moved away");
    house.get(NURSE, &format!("{}/{id}", path(ada))).await.silent("Why it is moved");
}

/// R-APT-3: what became of an appointment is recorded once its time has come, and asked for on Today until then; nobody came
/// stands with the missed visits.
#[tokio::test]
async fn what_became_of_it_is_asked_for() {
    let _alone = ONE_AT_A_TIME.lock().await;
    let mut house = House::new().await;
    let ada = house.with_pump(1, "18").await;
    let today = [("starts", "2026-03-02"), ("starts.time", "14:00")];
    book(&mut house, COORDINATOR, ada, &with(&today)).await.is(303);
    let id = booked(&house, ada).await[0].clone();
    house.get(NURSE, "/today").await.says("Appointments 1").says("2 March 2026, 14:00");
    house.get(NURSE, &format!("{}/{id}", path(ada))).await.silent("Nobody came");
    House::wait(5 * 3_600);
    house.get(NURSE, "/today?kind=appointment").await.says("nothing recorded since");
    house.get(NURSE, &path(ada)).await.says("nothing recorded");
    act(&mut house, ada, &id, "outcome", &[("known", "x")]).await.is(422).says("Say whether it took place");
    let one = format!("{}/{id}", path(ada));
    let page = house.get(THERAPIST, &one).await;
    let nobody = [("outcome", "not-kept"), ("known", "bus broke down")];
    house.fill_in(THERAPIST, &page, &format!("{one}/outcome"), &nobody).await.is(403);
    act(&mut house, ada, &id, "outcome", &nobody).await.is(303);
    house.get(NURSE, &format!("/patients/{ada}/attendance")).await.says("2 March 2026 Bus broke down.");
    house.get(NURSE, "/today?kind=missed").await.says("did not come");
    // It was a mistake: they came late.
    act(&mut house, ada, &id, "outcome", &[("outcome", "kept")]).await.is(303);
    house.get(NURSE, &path(ada)).await.says("took place");
    house.get(NURSE, "/today?kind=appointment").await.silent("nothing recorded since");
}

/// R-APT-4: the calendar shows a day and a week of all patients, with holidays by name and what clashes.
#[tokio::test]
async fn the_calendar_shows_who_comes() {
    let _alone = ONE_AT_A_TIME.lock().await;
    let mut house = in_bavaria().await;
    let (ada, other) = (house.patient(1).await, house.patient(2).await);
    book(&mut house, COORDINATOR, ada, &with(&[("others", "Dr Invented"), ("what", "visit")])).await.is(303);
    let also = [("others", "Dr Invented"), ("place", "Room 3"), ("what", "review"), ("accept", "person")];
    book(&mut house, COORDINATOR, other, &with(&also)).await.is(303);
    let easter = [("what", "phone-contact"), ("place", ""), ("starts", "2026-04-02")];
    book(&mut house, COORDINATOR, other, &with(&easter)).await.is(303);
    let day = house.get(NURSE, "/calendar?day=2026-03-12").await;
    day.is(200).says("Thursday, 12 March 2026").says("11:00 to 11:45 45 min INVENTED, Ada Visit");
    day.says("2 appointments clash").says("Dr Invented in two places").silent("taken twice");
    let week = house.get(THERAPIST, "/calendar?day=2026-04-05&view=week").await;
    week.is(200).says("Week of 30 March 2026").says("Phone call").says("Public holiday: Good Friday");
    week.says("Weekend").silent("clash");
    house.get(NURSE, "/calendar").await.says("Nothing is booked");
    let id = booked(&house, other).await[0].clone();
    act(&mut house, other, &id, "cancel", &[("by", "clinic"), ("why", "ill")]).await.is(303);
    house.get(NURSE, "/calendar?day=2026-03-12").await.silent("clash").silent("Review");
    // A day that is none is today; who sees no patient sees no calendar.
    house.get(NURSE, "/calendar?day=nonsense").await.says("Monday, 2 March 2026");
    house.get(("administrator", Role::Administrator), "/calendar").await.is(403);
}

/// R-APT-5: of those who book one room for different patients at the same moment one is booked and the others are told.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_who_book_at_once_the_second_is_told() {
    let _alone = ONE_AT_A_TIME.lock().await;
    let house = House::new().await;
    let rules = house.state.rules().await.unwrap();
    let calendar = house.state.settings().await.unwrap().calendar();
    let rights = Matrix::default().rights(Role::Nurse);
    let actor = Actor { account: Id(7), name: "Nurse".to_owned(), role: Role::Nurse, rights };
    let mut all = Vec::new();
    for number in 1..=6 {
        all.push(house.patient(number).await);
    }
    for round in 0..4_u8 {
        // Late in the evening on the last day of a month: the slot lies on two days.
        let starts = MORNING + 10 * DAY + i64::from(round) * DAY + 13 * 3_600 + 1_800;
        let mut tasks = tokio::task::JoinSet::new();
        for patient in all.clone() {
            let expected = house.version(patient).await;
            let form = practice::Form { id: house.state.new_id(), patient, expected, now: MORNING };
            let slot = Slot {
                starts: starts + i64::try_from(patient.0).unwrap() * 60,
                offset: 3_600,
                minutes: 90,
                house: String::new(),
                place: "Theatre".to_owned(),
            };
            let (what, people, note) = (Kind::Test, Vec::new(), String::new());
            let book = Arrangement::Book { what, slot, people, note, remind: None };
            let accepted = Accepted { warnings: vec!["closed".to_owned()], reason: String::new() };
            let (state, rules, calendar, actor) =
                (house.state.clone(), rules.clone(), calendar.clone(), actor.clone());
            tasks.spawn(async move {
                let wish = (book, accepted);
                state.practice().arrange(&actor, form, [round; 32], &rules, &calendar, wish).await.unwrap()
            });
        }
        let mut booked = 0;
        while let Some(arranged) = tasks.join_next().await {
            match arranged.unwrap() {
                Arranged::Done(_) => booked += 1,
                Arranged::Held { found, .. } => {
                    assert!(found.iter().any(|finding| finding.what == What::Room), "{found:?}");
                }
            }
        }
        assert_eq!(booked, 1, "round {round}");
    }
    let taken = house.state.practice().taken(MORNING, MORNING + 30 * DAY).await.unwrap();
    assert_eq!(taken.len(), 4);
    for (place, one) in taken.iter().enumerate() {
        assert!(taken[place + 1..].iter().all(|other| !clash(one, other).contains(&What::Room)));
    }
}

/// Takes every letter and keeps it.
#[derive(Default)]
struct Letters(Mutex<Vec<(String, Letter)>>);

impl Post for Letters {
    fn send<'a>(&'a self, server: &'a Mail, letter: &'a Letter) -> Later<'a, Delivery> {
        let password = server.password.0.clone();
        self.0.lock().unwrap().push((password, letter.clone()));
        Box::pin(async { Delivery::Taken })
    }
}

const ADMINISTRATOR: Who = ("administrator", Role::Administrator);

async fn set_mail(house: &mut House, typed: Typed<'_>) -> Answer {
    let page = house.get(ADMINISTRATOR, "/settings/mail").await;
    house.fill_in(ADMINISTRATOR, &page, "/settings/mail", typed).await
}

/// R-APT-9: the mail server is entered, tried, and its password never shown; it goes to no other server by itself.
#[tokio::test]
async fn the_password_stays_with_its_server() {
    let _alone = ONE_AT_A_TIME.lock().await;
    let mut house = House::new().await;
    let letters = Arc::new(Letters::default());
    house.state.send_by(letters.clone());
    let good = [
        ("on", "yes"),
        ("host", "mail.hill.example"),
        ("port", "587"),
        ("security", "start-tls"),
        ("user", "hill"),
        ("password", "very secret"),
        ("from", "hill@hill.example"),
        ("phone", "0123 456"),
        ("lead.refill", "48"),
    ];
    let cases: [(Typed<'_>, &str); 9] = [
        (&[("host", "mail hill")], "Enter the server's name"),
        (&[("port", "0")], "1 to 65535"),
        (&[("port", "70000")], "1 to 65535"),
        (&[("security", "none")], "Without TLS letters and password could be read"),
        (&[("security", "")], "Choose how the connection is kept private"),
        (&[("password", "")], "Enter the password at the server"),
        (&[("from", "hill")], "no e-mail address"),
        (&[("phone", "no")], "at least 3 digits"),
        (&[("lead.refill", "0.5")], "whole hours"),
    ];
    for (changed, words) in cases {
        let kept = good.iter().filter(|(name, _)| changed.iter().all(|(other, _)| other != name));
        let typed: Vec<_> = kept.chain(changed).copied().collect();
        let refused = set_mail(&mut house, &typed).await;
        refused.is(422).says(words);
        assert!(!refused.text.contains("very secret"), "{words}");
    }
    set_mail(&mut house, &good).await.is(303);
    let page = house.get(ADMINISTRATOR, "/settings/mail").await;
    page.is(200).says("One is saved and never shown");
    assert!(!page.text.contains("very secret"));
    let test = "/settings/mail/test";
    house.fill_in(ADMINISTRATOR, &page, test, &[("to", "me@x\r\nBcc: y@z")]).await.is(422);
    let tried = house.fill_in(ADMINISTRATOR, &page, test, &[("to", "me@hill.example")]).await;
    tried.is(200).says("The server took a letter to me@hill.example");
    let (password, letter) = letters.0.lock().unwrap().pop().unwrap();
    assert_eq!((password.as_str(), letter.to.as_str()), ("very secret", "me@hill.example"));
    // What is kept goes on; another server does not get it.
    set_mail(&mut house, &[("phone", "0999 888")]).await.is(303);
    let moved = [("host", "mail.else.example")];
    set_mail(&mut house, &moved).await.is(422).says("enter the password again");
    house.get(COORDINATOR, "/settings/mail").await.is(403);
    house.get(ADMINISTRATOR, "/settings").await.is(200);
}

/// R-APT-6: reminders go to those who agreed, are said with the appointment, and stop when somebody takes it back.
#[tokio::test]
async fn reminders_go_to_those_who_agreed() {
    let _alone = ONE_AT_A_TIME.lock().await;
    let mut house = House::new().await;
    let letters = Arc::new(Letters::default());
    house.state.send_by(letters.clone());
    let mail = [
        ("on", "yes"),
        ("host", "localhost"),
        ("port", "25"),
        ("security", "none"),
        ("from", "hill@hill.example"),
        ("phone", "0123 456"),
        ("lead.refill", "48"),
    ];
    set_mail(&mut house, &mail).await.is(303);
    let ada = house.with_pump(1, "18").await;
    let page = house.get(COORDINATOR, &path(ada)).await;
    page.says("Nobody has agreed to them").silent("Send a reminder before");
    let agree = format!("{}/mail", path(ada));
    let typed = [("address", "ada@home.example, x@y.example"), ("agreed", "mother")];
    house.fill_in(COORDINATOR, &page, &agree, &typed).await.is(422).says("no e-mail address");
    let typed = [("address", "ada@home.example"), ("agreed", "mother")];
    house.fill_in(COORDINATOR, &page, &agree, &typed).await.is(303);
    book(&mut house, COORDINATOR, ada, &GOOD).await.is(303);
    house.get(COORDINATOR, &path(ada)).await.says("Goes out 10 March 2026, 11:00");
    // Too near for a letter.
    book(&mut house, COORDINATOR, ada, &with(&[("starts", "2026-03-03")])).await.is(303);
    let page = house.get(COORDINATOR, &path(ada)).await;
    let taken_back = [("no-mail", "mother, by phone")];
    house.fill_in(COORDINATOR, &page, &format!("{}/no-mail", path(ada)), &taken_back).await.is(303);
    let (rules, settings) = (house.state.rules().await.unwrap(), house.state.settings().await.unwrap());
    let due = || MORNING + 9 * DAY;
    let round = async |house: &House| {
        let post = house.state.post().unwrap();
        round(house.state.practice(), &rules, &settings, post, &due, &|| false).await.unwrap().sent
    };
    assert_eq!(round(&house).await, 0);
    let page = house.get(COORDINATOR, &path(ada)).await;
    house.fill_in(COORDINATOR, &page, &agree, &typed).await.is(303);
    assert_eq!(round(&house).await, 1);
    assert_eq!(letters.0.lock().unwrap()[0].1.to, "ada@home.example");
    // Who reads the record sees that it went out, by nobody in person.
    House::wait(9 * DAY);
    house.get(NURSE, &path(ada)).await.says("Sent 11 March 2026");
    house.get(NURSE, &format!("/patients/{ada}/timeline")).await.says("Reminder sent");
}

/// R-APT-4: of a patient whom one does not see the calendar shows that the room is taken, and nothing else.
#[tokio::test]
async fn a_room_is_taken_by_somebody_who_is_not_seen() {
    let _alone = ONE_AT_A_TIME.lock().await;
    let mut house = House::new().await;
    let ada = house.patient(1).await;
    book(&mut house, COORDINATOR, ada, &with(&[("what", "implant"), ("others", "Dr Invented")]))
        .await
        .is(303);
    house.get(NURSE, "/account").await.is(200);
    let team = TeamSettings { who_sees: WhoSees::TeamAndHouses, houses: Vec::new() };
    let append = appending(&[Change::Team(team)], 2, MORNING).unwrap();
    let by = |content| By { account: None, form: house.state.new_id(), content, now: MORNING };
    house.store.append(by([2; 32]).act(vec![append])).await.unwrap();
    let known = account::load(house.store.as_ref(), account::id(NURSE.0)).await.unwrap().unwrap();
    let placed = Placed { disciplines: Vec::new(), houses: vec!["North".to_owned()] };
    let change = account::Change::Placed(placed);
    account::change(house.store.as_ref(), &known, known.version, change, by([3; 32])).await.unwrap();
    let day = house.get(NURSE, "/calendar?day=2026-03-12").await;
    day.is(200)
        .says("11:00 to 11:45 45 min a patient whom you do not see")
        .says("Room 2")
        .silent("INVENTED")
        .silent("Implant");
    assert!(!day.text.contains(&ada.to_string()));
    house.get(COORDINATOR, "/calendar?day=2026-03-12").await.says("INVENTED, Ada").says("Implant");
}
