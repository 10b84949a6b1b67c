//! R-TEA-3 and R-TEA-4: where the clinic has chosen so, a patient is seen by the care team and the patient's houses only: on
//! every route of pages and interface, in every list; and by whoever gives a reason, for twelve hours.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    missing_docs,
    reason = "tests may fail loudly"
)]

mod ward;

use practice::access::Role;
use practice::account::{self, By, Change as AccountChange, Placed};
use practice::discipline::Discipline;
use practice::path::team::{Event, Who as Person};
use practice::patient::{Id128, PatientEvent};
use practice::settings::{self, Change, Clinic, TeamSettings, WhoSees};
use record::{Id, Port};
use serde_json::json;
use std::path::{Path, PathBuf};
use tokio::sync::Mutex;
use ward::{COORDINATOR, DAY, House, MORNING, NURSE, SURGEON, Who};

/// The clock of a house is one for all tests of this file.
static ONE_AT_A_TIME: Mutex<()> = Mutex::const_new(());

const OTHER_NURSE: Who = ("other.nurse", Role::Nurse);
const ADMINISTRATOR: Who = ("administrator", Role::Administrator);
const HIDDEN: Id = Id(42);
/// The given name of the patient who is not seen: no page that lists patients may have it.
const NAME: &str = "Forty-two";

/// Gives a patient a name and a house.
async fn named(house: &House, id: Id, given: &str, own: &str) {
    let rules = house.state.rules().await.unwrap();
    let mut identity = house.state.practice().patient(id, &rules).await.unwrap().identity.clone();
    identity.given = given.to_owned();
    identity.house = own.to_owned();
    let reason = "named".to_owned();
    house.event(id, PatientEvent::IdentityChanged { identity, reason }).await;
}

async fn place(house: &House, who: Who, houses: &[&str]) {
    let known = account::load(house.store.as_ref(), account::id(who.0)).await.unwrap().unwrap();
    let houses = houses.iter().map(|house| (*house).to_owned()).collect();
    let change = AccountChange::Placed(Placed { disciplines: vec![Discipline::Nursing], houses });
    let by = By { account: None, form: house.state.new_id(), content: [3; 32], now: MORNING };
    account::change(house.store.as_ref(), &known, known.version, change, by).await.unwrap();
}

/// Two houses; the nurse and the surgeon work in North, the other nurse nowhere; one patient of each house, with a pump,
/// a visit and an order that nobody has confirmed.
async fn two_houses() -> House {
    let mut house = House::new().await;
    let clinic = Clinic {
        name: "Hill".to_owned(),
        zone: "Europe/Berlin".to_owned(),
        houses: vec!["North".to_owned(), "South".to_owned()],
        ..Clinic::default()
    };
    let team = TeamSettings { who_sees: WhoSees::TeamAndHouses, houses: Vec::new() };
    let settings = house.state.settings().await.unwrap();
    let append =
        settings::appending(&[Change::Clinic(clinic), Change::Team(team)], settings.version, MORNING)
            .unwrap();
    let by = By { account: None, form: house.state.new_id(), content: [2; 32], now: MORNING };
    house.store.append(by.act(vec![append])).await.unwrap();
    for who in [NURSE, OTHER_NURSE, SURGEON, COORDINATOR, ADMINISTRATOR] {
        house.get(who, "/account").await.is(200);
    }
    for (who, houses) in [(NURSE, &["North"][..]), (SURGEON, &["North"]), (OTHER_NURSE, &[])] {
        place(&house, who, houses).await;
    }
    for (number, given, own) in [(41, "Forty-one", "North"), (42, NAME, "South")] {
        // So little that refill, alarm and empty are near.
        let id = house.with_pump(number, "5").await;
        named(&house, id, given, own).await;
        house.report(id, json!({"at": "2026-03-02T09:50:00+01:00", "visit": {"on": "2026-03-03"}})).await;
    }
    house
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// What stands between the next two quotation marks.
fn quoted(text: &str) -> String {
    text.split('"').nth(1).unwrap_or_default().to_owned()
}

/// Every route of the application, from its source: a route that is named by a constant is looked up.
fn routes() -> Vec<String> {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let mut all = Vec::new();
    for file in files {
        let source = std::fs::read_to_string(&file).unwrap();
        for (at, _) in source.match_indices(".route(") {
            let rest = source[at + ".route(".len()..].trim_start();
            let route = if rest.starts_with('"') {
                quoted(rest)
            } else {
                // By a constant, by a name of the function, or by what makes an address below such a name.
                let (name, below) = match rest.strip_prefix("&below(") {
                    Some(part) => ("base", format!("/{}", quoted(part))),
                    None => {
                        let end = |letter: char| !letter.is_alphanumeric() && letter != '_';
                        (rest.split(end).next().unwrap(), String::new())
                    }
                };
                let named = [format!("const {name}: &str = "), format!("let {name} = ")];
                let named = named.iter().find_map(|named| source.split(named.as_str()).nth(1));
                let named = named.unwrap_or_else(|| panic!("{}: no route {name}", file.display()));
                quoted(named) + &below
            };
            assert!(route.starts_with('/'), "{}: {route}", file.display());
            all.push(route);
        }
    }
    let description = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/openapi.json");
    let description: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(description).unwrap()).unwrap();
    all.extend(description["paths"].as_object().unwrap().keys().cloned());
    all
}

/// A route with this patient's id and something for every other part.
fn filled(route: &str, patient: &str) -> String {
    let mut path = String::new();
    for (index, part) in route.split('/').enumerate() {
        path.push_str(if index == 0 { "" } else { "/" });
        match part {
            "{id}" => path.push_str(patient),
            "{path}" => path.push_str("withdrawal"),
            part if part.starts_with('{') => path.push('1'),
            part => path.push_str(part),
        }
    }
    path
}

/// R-TEA-3: no route of a patient answers to somebody who does not see the patient, and each does to a member.
#[tokio::test]
async fn no_route_shows_a_patient_who_is_not_seen() {
    let _alone = ONE_AT_A_TIME.lock().await;
    let mut house = two_houses().await;
    let id = HIDDEN.to_string();
    let routes: Vec<String> = routes().into_iter().filter(|route| route.contains("/patients/{id}")).collect();
    assert!(routes.len() > 60, "only {} routes of a patient were found", routes.len());
    let interface = routes.iter().filter(|route| route.starts_with("/api/")).count();
    assert!(interface >= 6, "only {interface} routes of the interface were found");
    let before = house.version(HIDDEN).await;
    for route in &routes {
        let path = filled(route, &id);
        let fields = [("form", "ab".repeat(16)), ("expected", "4".to_owned()), ("reason", String::new())];
        let fields = fields.map(|(name, value)| (name.to_owned(), value)).into();
        for who in [NURSE, OTHER_NURSE] {
            let answers = [house.get(who, &path).await, house.post(who, &path, &fields).await];
            for answer in answers {
                assert!(!answer.text.contains(NAME) && !answer.to.contains("timeline"), "{path}");
                if route == "/patients/{id}/open" {
                    assert!([200, 422].contains(&answer.status), "{path} {}", answer.status);
                    continue;
                }
                assert_eq!(answer.status, 403, "{path}: {}", answer.plain());
                if route.starts_with("/api/") {
                    let problem: serde_json::Value = serde_json::from_str(&answer.text).unwrap();
                    assert_eq!(problem["status"], 403, "{path}");
                } else {
                    answer.says("say why: it opens to you for 12 hours");
                }
            }
        }
    }
    assert_eq!(house.version(HIDDEN).await, before, "nothing was recorded");
    // An id that is written in another way is the same id.
    let encoded = format!("%{:02x}{}", id.as_bytes()[0], &id[1..]);
    house.get(NURSE, &format!("/patients/{encoded}")).await.is(403);
    house.get(NURSE, &format!("/api/v1/patients/{encoded}")).await.is(403);
    // The own house's patient, everybody for the coordinator, and a member of the team.
    let own = Id(41).to_string();
    let who = Person::Account { id: Id128(account::id(OTHER_NURSE.0)), name: "other".to_owned() };
    let joined = Event::Joined {
        id: "member-x".to_owned(),
        who,
        discipline: Discipline::Nursing,
        house: String::new(),
        lead: false,
    };
    house.event(HIDDEN, PatientEvent::Team(joined)).await;
    for route in routes.iter().filter(|route| !route.starts_with("/api/")) {
        for (who, patient) in [(NURSE, &own), (COORDINATOR, &id), (OTHER_NURSE, &id)] {
            let answer = house.get(who, &filled(route, patient)).await;
            let locked = answer.text.contains("say why: it opens to you");
            assert!(!locked && answer.status != 500, "{} {route}: {}", who.0, answer.status);
        }
    }
    house
        .event(
            HIDDEN,
            PatientEvent::Team(Event::Left { id: "member-x".to_owned(), reason: "end".to_owned() }),
        )
        .await;
    house.get(OTHER_NURSE, &format!("/patients/{id}")).await.is(403);
    // An administrator sees no patient at all, and is not asked for a reason.
    house.get(ADMINISTRATOR, &format!("/patients/{id}")).await.is(403).silent("say why");
    house.get(ADMINISTRATOR, &format!("/patients/{id}/open")).await.is(403);
}

/// R-TEA-3: no list and no search has the name; those of somebody who sees the patient do.
#[tokio::test]
async fn no_list_names_a_patient_who_is_not_seen() {
    let _alone = ONE_AT_A_TIME.lock().await;
    let mut house = two_houses().await;
    let rules = house.state.rules().await.unwrap();
    // Somebody without a pump is on the board.
    let on_the_way = house.patient(44).await;
    named(&house, on_the_way, NAME, "South").await;
    // In the calendar the hour is taken, and nobody is named.
    let path = format!("/patients/{HIDDEN}/appointments");
    let page = house.get(COORDINATOR, &path).await;
    let typed = [
        ("what", "review"),
        ("starts", "2026-03-03"),
        ("starts.time", "09:00"),
        ("minutes", "30"),
        ("house", "South"),
    ];
    house.fill_in(COORDINATOR, &page, &format!("{path}/book"), &typed).await.is(303);
    house.get(NURSE, "/calendar?day=2026-03-03").await.says("a patient whom you do not see");
    let query = "?q=R-0042&ahead=all&days=400&day=2026-03-03&show=all";
    let mut lists: Vec<String> = routes().into_iter().filter(|route| !route.contains('{')).collect();
    lists.extend(rules.catalogue.recalls().iter().map(|notice| format!("/recalls/{}", notice.id)));
    assert!(lists.len() > 30, "{}", lists.len());
    let mut naming = Vec::new();
    for list in lists {
        for path in [list.clone(), format!("{list}{query}")] {
            for who in [NURSE, OTHER_NURSE] {
                let answer = house.get(who, &path).await;
                assert!(!answer.text.contains(NAME), "{} {path}: {}", who.0, answer.plain());
                assert_ne!(answer.status, 500, "{path}");
            }
            if house.get(COORDINATOR, &path).await.text.contains(NAME) {
                naming.push(path);
            }
        }
    }
    // These are lists indeed: whoever sees the patient finds the name there.
    for list in ["/today", "/patients", "/board", "/api/v1/patients", "/api/v1/today"] {
        assert!(naming.iter().any(|path| path == list), "{list} names nobody: {naming:?}");
    }
    for list in ["/today/pack?", "/patients?", "/emergency?", "/calendar?", "/recalls/", "/api/v1/patients?"]
    {
        assert!(naming.iter().any(|path| path.starts_with(list)), "{list} names nobody: {naming:?}");
    }
    // What is counted is what is shown.
    let (own, all) =
        (house.get(NURSE, "/today?kind=visit").await, house.get(COORDINATOR, "/today?kind=visit").await);
    own.says("Visits booked 1").says("Forty-one");
    all.says("Visits booked 2");
    // At the door of the emergency a record is found without its name, and leads to the reason.
    let page = house.get(NURSE, "/emergency?q=R-0042").await;
    page.says("You do not belong to this patient").says("I. F. Born 1980").silent(NAME);
    assert!(page.text.contains(&format!("/patients/{HIDDEN}/open")));
}

/// R-TEA-3: a second record is not made in ignorance, and no act over two records reaches one that is not seen.
#[tokio::test]
async fn duplicates_and_two_records() {
    let _alone = ONE_AT_A_TIME.lock().await;
    let mut house = two_houses().await;
    let person = json!({"family": "Invented", "given": NAME, "born": "1980-05-02", "gender": "female", "record": "R-9000",
        "diagnosis": "multiple-sclerosis"});
    let answer = house.json(NURSE, "/api/v1/duplicates", &person).await;
    let found: serde_json::Value = serde_json::from_str(&answer.is(200).text).unwrap();
    assert_eq!((&found["hidden"], found["patients"].as_array().unwrap().len()), (&json!(["South"]), 1));
    let page = house.get(NURSE, "/patients/new").await;
    let typed = [
        ("family", "Invented"),
        ("given", "Forty-three"),
        ("born", "1980-05-02"),
        ("gender", "female"),
        ("record", "R-0042"),
        ("diagnosis", "multiple-sclerosis"),
        ("house", "South"),
    ];
    let same = house.fill_in(NURSE, &page, "/patients/new", &typed).await;
    same.is(422).says("A record that you do not see looks alike: South looks after it").silent(NAME);
    // Whoever registers a patient of another house joins the care team, and sees what was written.
    let made = house.fill_in(NURSE, &same, "/patients/new", &[("another", "sister, asked both")]).await;
    house.get(NURSE, &made.is(303).to).await.is(200).says("Forty-three");
    house.get(OTHER_NURSE, &made.to).await.is(403);
    // The id of a record that is not seen is nobody's new patient.
    let mut fields = page.fields("/patients/new");
    fields.extend(typed.map(|(name, value)| (name.to_owned(), value.to_owned())));
    fields.insert("patient".to_owned(), HIDDEN.to_string());
    house.post(NURSE, "/patients/new", &fields).await.is(403).silent("named");
    let registered = json!({"form": HIDDEN.to_string(), "person": person});
    house.json(NURSE, "/api/v1/patients", &registered).await.is(403);
    let own = Id(41);
    for act in ["refile", "merge"] {
        let to = json!({"patient": HIDDEN.to_string(), "expected": house.version(HIDDEN).await});
        let mut body = json!({"form": format!("{:032x}", 77), "expected": house.version(own).await, "to": to, "reason": "x"});
        if act == "refile" {
            body["lines"] = json!(["visit-1"]);
        }
        house.json(SURGEON, &format!("/api/v1/patients/{own}/{act}"), &body).await.is(403);
        let lines = if act == "refile" { "line=visit-5&" } else { "" };
        let page = house.get(SURGEON, &format!("/patients/{own}/{act}?{lines}other={HIDDEN}&q=R-0042")).await;
        page.silent(NAME);
    }
}

/// R-TEA-4: a reason opens the record for twelve hours; it stays in the record, is on the care team's list and on the
/// administrators', and gives nobody else sight.
#[tokio::test]
async fn a_reason_opens_a_record_for_a_while() {
    let _alone = ONE_AT_A_TIME.lock().await;
    let mut house = two_houses().await;
    let (record, open) = (format!("/patients/{HIDDEN}"), format!("/patients/{HIDDEN}/open"));
    let sheet = format!("{record}/emergency-sheet");
    let locked = house.get(NURSE, &sheet).await;
    house.fill_in(NURSE, &locked, &open, &[]).await.is(422).says("Say why you need this record now");
    let opened = house.fill_in(NURSE, &locked, &open, &[("because", "Emergency")]).await;
    assert_eq!((opened.status, &opened.to), (303, &sheet));
    house.get(NURSE, &sheet).await.is(200);
    house.get(NURSE, "/patients").await.says(NAME);
    house.get(OTHER_NURSE, &record).await.is(403);
    // A guest works with the record, but does not make an own patient of it.
    let to_do = house.get(NURSE, &format!("{record}/to-do")).await;
    let page = format!("{record}/to-do");
    let typed = [("what", "call the family"), ("by", "2026-03-04")];
    house.fill_in(NURSE, &to_do, &page, &typed).await.is(303);
    let to_do = house.get(NURSE, &page).await;
    let typed = [("what", "see again"), ("by", "2026-03-04"), ("house", "North")];
    house.fill_in(NURSE, &to_do, &page, &typed).await.is(422).says("You opened this record with a reason");
    let joined = json!({"form": format!("{:032x}", 99), "expected": house.version(HIDDEN).await, "steps": [{"step": "event",
        "event": {"kind": "team", "body": {"act": "joined", "id": "m", "discipline": "nursing",
            "who": {"outside": {"name": "A", "contact": ""}}}}}]});
    house.json(NURSE, &format!("/api/v1{record}/record"), &joined).await.is(422);
    house
        .get(COORDINATOR, &format!("{record}/timeline"))
        .await
        .says("Record opened with a reason by nurse")
        .says("Emergency");
    house.get(COORDINATOR, "/today").await.says("Records opened with a reason 1");
    house.get(ADMINISTRATOR, "/settings/opened").await.is(200).says("Opened by nurse").silent(NAME);
    // Twelve hours later it is closed again.
    House::wait(DAY / 2 - 1);
    house.get(NURSE, &record).await.is(200);
    House::wait(1);
    house.get(NURSE, &record).await.is(403);
    house.get(NURSE, "/patients").await.silent(NAME);
    // Somebody looks at it, and it is off the list; the entry itself cannot be struck out.
    let team = house.get(COORDINATOR, &format!("{record}/team")).await;
    team.says("Opened with a reason").says("not yet");
    let version =
        team.text.split("<option value=\"").filter_map(|part| part.split('"').next()?.parse::<u64>().ok());
    let version = version.last().unwrap();
    let typed = [("opening", version.to_string()), ("outcome", "on call, was needed".to_owned())];
    let typed = typed.each_ref().map(|(name, value)| (*name, value.as_str()));
    house.fill_in(COORDINATOR, &team, &format!("{record}/team/seen"), &typed).await.is(303);
    house.get(COORDINATOR, "/today").await.silent("Records opened with a reason 1");
    house.get(ADMINISTRATOR, "/settings/opened").await.says("None.");
    let struck = json!({"form": format!("{:032x}", 98), "expected": house.version(HIDDEN).await,
        "steps": [{"step": "strike-entry", "entry": version, "reason": "x"}]});
    house.json(COORDINATOR, &format!("/api/v1{record}/record"), &struck).await.is(422);
}

/// R-TEA-5: what is handed over is seen by the house that has it now, with its patient, until it is done.
#[tokio::test]
async fn a_house_with_something_to_do_sees_the_patient() {
    let _alone = ONE_AT_A_TIME.lock().await;
    let mut house = two_houses().await;
    place(&house, OTHER_NURSE, &["South"]).await;
    let own = Id(41);
    let (record, path) = (format!("/patients/{own}"), format!("/patients/{own}/to-do"));
    house.get(OTHER_NURSE, &record).await.is(403);
    let page = house.get(NURSE, &path).await;
    let typed = [("what", "fit the seat"), ("by", "2026-03-30"), ("house", "South")];
    house.fill_in(NURSE, &page, &path, &typed).await.is(303);
    house.get(OTHER_NURSE, "/today?ahead=all").await.says("Fit the seat (South)").says("Forty-one");
    let page = house.get(OTHER_NURSE, &path).await;
    let one = page
        .is(200)
        .text
        .split(&format!("href=\"{path}/"))
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    let act = format!("{path}/{one}");
    let page = house.get(OTHER_NURSE, &act).await;
    house.fill_in(OTHER_NURSE, &page, &act, &[("act", "done"), ("outcome", "it fits")]).await.is(303);
    house.get(OTHER_NURSE, &record).await.is(403);
    house.get(NURSE, &path).await.says("it fits");
}

/// R-TEA-3: pages and interface ask for patients through one's own sight only, never the store itself.
#[test]
fn lists_ask_through_sight() {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let (mut asked, mut through) = (0, 0);
    for file in files {
        let source = std::fs::read_to_string(&file).unwrap();
        let plain: String = source.split_whitespace().collect();
        // The openings for administrators name nobody; the store behind one's sight is here alone.
        let may = ["src/sight.rs", "src/pages/settings/team.rs"].iter().any(|known| file.ends_with(known));
        through += plain.matches(".patients(&").count();
        for call in [
            "store().search(",
            "store().summaries(",
            "store().due(",
            "store().due_counts(",
            "store.search(",
            "store.summaries(",
            "store.due(",
            "practice().taken(",
        ] {
            let found = plain.matches(call).count();
            asked += found;
            assert!(found == 0 || may, "{}: {call}", file.display());
        }
        // Whoever asks for the same person parts those who are seen from those who are not.
        let parts = ["sight.sees(&summary.seen()", "Duplicates{seen", "found.hidden"].iter();
        let parts = parts.clone().any(|part| plain.contains(part));
        assert!(!plain.contains(".duplicates(&") || parts, "{}", file.display());
    }
    assert!(asked >= 2 && through >= 10, "{asked} {through}");
}
