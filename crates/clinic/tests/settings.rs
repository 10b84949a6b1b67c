//! R-SET-1 to R-SET-6: settings, what two persons decide, and accounts as an administrator manages them.
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
use house::{Answer, Browser, House, PASSWORD, is_sound};
use practice::access::{Matrix, Right, Rights, Role};
use practice::account;

fn refused(what: &str, answer: &Answer, said: &str) {
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{what}");
    assert!(answer.body.contains(said), "{what}: {}", answer.body);
    is_sound(what, answer);
}

fn done(what: &str, answer: &Answer) {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{what}: {}", answer.body);
}

/// Approves or refuses the newest proposal.
async fn decide(browser: &mut Browser<'_>, number: u64, verdict: &str, password: &str) -> Answer {
    let fields = [("verdict", verdict), ("password", password), ("reason", "as agreed")];
    browser.fill(&format!("/settings/proposals/{number}"), &fields).await
}

/// R-SET-1: every page of the settings is sound, and open to the roles of the table only.
#[tokio::test]
async fn who_sees_which_settings() {
    let house = House::new().await;
    let account = format!("/settings/accounts/{}", account::id("nurse"));
    for (path, administrator, physician) in [
        ("/settings", true, true),
        ("/settings/clinic", true, false),
        ("/settings/holidays", true, false),
        ("/settings/contacts", true, false),
        ("/settings/sessions", true, false),
        ("/settings/formulary", true, false),
        ("/settings/texts", true, true),
        ("/settings/limits", true, true),
        ("/settings/devices", true, true),
        ("/settings/rights", true, true),
        ("/settings/accounts", true, false),
        ("/settings/accounts/new", true, false),
        (account.as_str(), true, false),
        ("/settings/views", true, false),
    ] {
        for (login, open) in [("administrator", administrator), ("physician", physician), ("nurse", false)] {
            let mut browser = house.signed_in(login).await;
            let answer = browser.get(path).await;
            let status = if open { StatusCode::OK } else { StatusCode::FORBIDDEN };
            assert_eq!(answer.status, status, "{login} {path}: {}", answer.body);
            is_sound(path, &answer);
            if !open {
                let form =
                    [("form", "00000000000000000000000000000001"), ("expected", "1"), ("what", "close")];
                let answer = browser.post(path, &form).await;
                assert!(answer.status.is_client_error(), "{login} posts {path}");
            }
        }
    }
}

/// R-SET-2: what one person decides holds at once; what makes no sense is refused beside its field.
#[tokio::test]
async fn one_person_decides() {
    let house = House::new().await;
    let mut administrator = house.signed_in("administrator").await;
    let clinic = [("name", "South Clinic"), ("zone", "Europe/Vienna"), ("houses", "A\r\n\r\n B \r\n")];
    done("clinic", &administrator.fill("/settings/clinic", &clinic).await);
    let day = [("region", ""), ("own", "2026-12-31 Stocktaking\r\n2026-12-24 Christmas Eve")];
    done("holidays", &administrator.fill("/settings/holidays", &day).await);
    let times = [("idle_minutes", "30"), ("absolute_hours", "8")];
    done("sessions", &administrator.fill("/settings/sessions", &times).await);
    let product = catalogue::Catalogue::embedded().unwrap().drugs()[0].id.as_str();
    done("formulary", &administrator.fill("/settings/formulary", &[("products", product)]).await);
    let settings = house.state.settings().await.unwrap();
    assert_eq!(
        (settings.clinic.name.as_str(), settings.clinic.zone.as_str()),
        ("South Clinic", "Europe/Vienna")
    );
    assert_eq!(settings.clinic.houses, ["A", "B"]);
    assert_eq!(settings.holidays.own[0].name, "Christmas Eve");
    assert_eq!((settings.sessions.idle_minutes, settings.sessions.absolute_hours), (30, 8));
    assert_eq!(settings.formulary, [product]);
    for (path, fields, said) in [
        ("/settings/clinic", vec![("name", " "), ("zone", "Europe/Vienna")], "Enter the clinic"),
        ("/settings/clinic", vec![("name", "A"), ("zone", "Vienna Time")], "time zone by its name"),
        ("/settings/holidays", vec![("own", "24 December")], "is not a day and its name"),
        ("/settings/sessions", vec![("idle_minutes", "0"), ("absolute_hours", "8")], "5 to 120"),
        ("/settings/sessions", vec![("idle_minutes", "15"), ("absolute_hours", "x")], "1 to 24"),
        ("/settings/formulary", vec![("products", "snake-oil")], "no product"),
    ] {
        refused(path, &administrator.fill(path, &fields).await, said);
    }
    assert_eq!(house.state.settings().await.unwrap().version, settings.version);
}

/// R-SET-2: whom to call is entered in rows and read back as it was entered; an hour without anybody is refused.
#[tokio::test]
async fn whom_to_call() {
    let house = House::new().await;
    let mut administrator = house.signed_in("administrator").await;
    let mut rows = vec![
        ("desk-0-name", "Pump desk"),
        ("desk-0-phone", "+49 30 1"),
        ("rule-0-desk", "Pump desk"),
        ("rule-0-weekdays", "mon"),
        ("rule-0-weekdays", "fri"),
        ("rule-0-from", "08:00"),
        ("rule-0-until", "16:30"),
        ("rule-0-on-holidays", "never"),
        ("fallback-name", "Ward"),
        ("fallback-phone", "+49 30 2"),
    ];
    let answer = administrator.fill("/settings/contacts", &rows).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "gaps");
    is_sound("gaps", &answer);
    rows.push(("fallback-covers-gaps", "yes"));
    rows[5].1 = "8 o'clock";
    refused("hour", &administrator.fill("/settings/contacts", &rows).await, "time of the day");
    rows[5].1 = "08:00";
    done("contacts", &administrator.fill("/settings/contacts", &rows).await);
    let saved = house.state.settings().await.unwrap().contacts.clone().unwrap();
    assert_eq!((saved.desks.len(), saved.rules.len(), saved.rules[0].weekdays.len()), (1, 1, 2));
    let page = administrator.get("/settings/contacts").await;
    is_sound("/settings/contacts", &page);
    assert_eq!(page.value("rule-0-until").unwrap(), "16:30");
    assert_eq!(page.body.matches(" checked").count(), 3, "two weekdays and the fallback");
}

/// R-SET-2: of two people who change the settings at once, the second is told what the first did, and keeps the draft;
/// a form sent twice is one change.
#[tokio::test]
async fn the_second_is_told() {
    let house = House::new().await;
    let mut administrator = house.signed_in("administrator").await;
    let page = administrator.get("/settings/clinic").await;
    let (form, expected) = (page.value("form").unwrap(), page.value("expected").unwrap());
    let times = [("idle_minutes", "30"), ("absolute_hours", "8")];
    done("sessions", &administrator.fill("/settings/sessions", &times).await);
    let draft = [
        ("form", form.as_str()),
        ("expected", expected.as_str()),
        ("name", "My draft"),
        ("zone", "Europe/Berlin"),
        ("houses", ""),
    ];
    let answer = administrator.post("/settings/clinic", &draft).await;
    refused("stale", &answer, "Sign-in times changed, by Test Administrator");
    assert_eq!(answer.value("name").unwrap(), "My draft");
    assert_eq!(house.state.settings().await.unwrap().clinic.name, "Test Clinic");
    let now = answer.value("expected").unwrap();
    let again: Vec<(&str, &str)> = draft
        .iter()
        .map(|(name, value)| (*name, if *name == "expected" { now.as_str() } else { *value }))
        .collect();
    done("looked, sent again", &administrator.post("/settings/clinic", &again).await);
    let version = house.state.settings().await.unwrap().version;
    done("double click", &administrator.post("/settings/clinic", &again).await);
    assert_eq!(house.state.settings().await.unwrap().version, version);
}

/// R-SET-3: a number of a device is used by rules when a second person has approved it, not before and not by the first.
#[tokio::test]
async fn two_persons_confirm_a_number() {
    let house = House::new().await;
    let mut administrator = house.signed_in("administrator").await;
    let mut physician = house.signed_in("physician").await;
    let number = [
        ("model", "ascenda-8780"),
        ("field", "volume_per_length"),
        ("value", "0.0022 mL/cm"),
        ("manual", "Test manual, page 3"),
    ];
    for (field, value, said) in [
        ("value", "0.0022", "cannot be taken"),
        ("value", "", "Enter the value"),
        ("manual", "", "Enter the manual"),
        ("model", "prometra-ii", "is known"),
        ("field", "flow_min", "no field"),
    ] {
        let mut wrong = number;
        wrong.iter_mut().filter(|(name, _)| *name == field).for_each(|pair| pair.1 = value);
        refused(field, &administrator.fill("/settings/devices", &wrong).await, said);
    }
    let confirmed = async || {
        let rules = house.state.rules().await.unwrap();
        let catheter = rules.catalogue.catheter("ascenda-8780").unwrap();
        catheter.volume_per_length.as_ref().unwrap().checked().is_some()
    };
    done("propose", &administrator.fill("/settings/devices", &number).await);
    let proposal = house.state.settings().await.unwrap().open[0].number;
    assert!(!confirmed().await, "not yet");
    let own = decide(&mut administrator, proposal, "approve", PASSWORD).await;
    refused("own", &own, "another person has to approve");
    refused("no password", &decide(&mut physician, proposal, "approve", "wrong").await, "not your password");
    assert!(!confirmed().await, "still not");
    done("approve", &decide(&mut physician, proposal, "approve", PASSWORD).await);
    assert!(confirmed().await);
    let page = physician.get("/settings/devices").await;
    assert!(page.body.contains("Test Administrator and Test Physician"), "{}", page.body);
    assert_eq!(physician.get(&format!("/settings/proposals/{proposal}")).await.status, StatusCode::NOT_FOUND);
}

/// R-SET-4: limits are proposed as a whole, read by the loader of the rules, shown as what differs, and hold when a second
/// person has approved them; they can be refused, and gone back from.
#[tokio::test]
async fn two_persons_decide_on_limits() {
    let house = House::new().await;
    let mut administrator = house.signed_in("administrator").await;
    let mut physician = house.signed_in("physician").await;
    let before = house.state.rules().await.unwrap().protocol.clone();
    let text = therapy::Protocol::embedded_text();
    let name = text.lines().find(|line| line.starts_with("name = ")).unwrap();
    let own = text.replacen(name, "name = \"Limits of the test clinic\"", 1);
    refused("same", &administrator.fill("/settings/limits", &[("text", text)]).await, "holds already");
    let broken = own.replacen("[screening", "[screaming", 1);
    refused("broken", &administrator.fill("/settings/limits", &[("text", &broken)]).await, "screening");
    let sent = own.replace('\n', "\r\n");
    done("propose", &administrator.fill("/settings/limits", &[("text", &sent)]).await);
    let first = house.state.settings().await.unwrap().open[0].number;
    let page = physician.get(&format!("/settings/proposals/{first}")).await;
    is_sound("proposal", &page);
    let differs = page.body.matches("<ins>").count() + page.body.matches("<del>").count();
    assert_eq!(differs, 2, "one line differs: {}", page.body);
    done("refuse", &decide(&mut physician, first, "refuse", PASSWORD).await);
    assert_eq!(house.state.rules().await.unwrap().protocol, before);
    done("propose", &administrator.fill("/settings/limits", &[("text", &sent)]).await);
    let second = house.state.settings().await.unwrap().open[0].number;
    done("approve", &decide(&mut physician, second, "approve", PASSWORD).await);
    let rules = house.state.rules().await.unwrap();
    assert_eq!(rules.protocol.name, "Limits of the test clinic");
    assert_ne!(rules.protocol.version(), before.version());
    done("back", &administrator.fill("/settings/limits", &[("default", "yes")]).await);
    let third = house.state.settings().await.unwrap().open[0].number;
    done("approve", &decide(&mut physician, third, "approve", PASSWORD).await);
    assert_eq!(house.state.rules().await.unwrap().protocol, before);
}

/// R-SET-5: rights hold when a second person has approved them; a table that locks everybody out is refused.
#[tokio::test]
async fn two_persons_decide_on_rights() {
    let house = House::new().await;
    let mut administrator = house.signed_in("administrator").await;
    let mut physician = house.signed_in("physician").await;
    let table = |change: &dyn Fn(Role, Rights) -> Rights| -> Vec<(&'static str, &'static str)> {
        let rows = Role::ALL.iter().flat_map(|role| {
            let rights = change(*role, Matrix::default().rights(*role));
            rights.iter().map(|right| (role.word(), right.word())).collect::<Vec<_>>()
        });
        rows.collect()
    };
    let same = table(&|_, rights| rights);
    refused("same", &administrator.fill("/settings/rights", &same).await, "holds already");
    let out = table(&|role, rights| if role == Role::Administrator { Rights::NONE } else { rights });
    refused("locked out", &administrator.fill("/settings/rights", &out).await, "nobody could undo");
    let sees = table(&|role, rights| {
        if role == Role::Administrator { rights.with(Right::ReadPatients) } else { rights }
    });
    refused("sees", &administrator.fill("/settings/rights", &sees).await, "see no patients");
    let blind = table(&|role, rights| {
        if role == Role::Therapist { Rights::of(&[Right::RecordReports]) } else { rights }
    });
    refused("blind", &administrator.fill("/settings/rights", &blind).await, "may not see patients");
    let checks =
        table(&|role, rights| if role == Role::Nurse { rights.with(Right::CheckOrders) } else { rights });
    done("propose", &administrator.fill("/settings/rights", &checks).await);
    let number = house.state.settings().await.unwrap().open[0].number;
    let nurse = async || house.state.settings().await.unwrap().access.rights(Role::Nurse);
    assert!(!nurse().await.has(Right::CheckOrders));
    let page = physician.get(&format!("/settings/proposals/{number}")).await;
    assert!(page.body.contains("may from now on: Check orders as second person"), "{}", page.body);
    done("approve", &decide(&mut physician, number, "approve", PASSWORD).await);
    assert!(nurse().await.has(Right::CheckOrders));
}

/// R-SET-6: an administrator opens, changes and closes accounts; closing ends the sessions; a login name is never used
/// again; one administrator always stays.
#[tokio::test]
async fn accounts_are_managed() {
    let house = House::new().await;
    let mut administrator = house.signed_in("administrator").await;
    let new = [
        ("name", "Cara Three"),
        ("login", "Cara"),
        ("role", "nurse"),
        ("first-password", PASSWORD),
        ("first-password-again", PASSWORD),
    ];
    for (field, value, said) in [
        ("login", "nurse", "in use or was used before"),
        ("login", "c", "A login name has"),
        ("name", "", "name"),
        ("role", "", "Choose the role"),
        ("first-password", "short", "not the same"),
    ] {
        let mut wrong = new;
        wrong.iter_mut().filter(|(name, _)| *name == field).for_each(|pair| pair.1 = value);
        refused(field, &administrator.fill("/settings/accounts/new", &wrong).await, said);
    }
    done("open", &administrator.fill("/settings/accounts/new", &new).await);
    let page = format!("/settings/accounts/{}", account::id("cara"));
    let mut cara = house.signed_in("cara").await;
    assert_eq!(cara.get("/today").await.header("location"), "/account/password");

    done("role", &administrator.fill(&page, &[("what", "role"), ("role", "therapist")]).await);
    assert_eq!(cara.get("/account").await.status, StatusCode::UNAUTHORIZED, "a new role signs out");
    done("name", &administrator.fill(&page, &[("what", "name"), ("name", "Cara Four")]).await);
    assert!(administrator.get("/settings/accounts").await.body.contains("Cara Four"));
    let mut cara = house.signed_in("cara").await;
    refused("no reason", &administrator.fill(&page, &[("what", "close")]).await, "Say why");
    done("close", &administrator.fill(&page, &[("what", "close"), ("reason", "left")]).await);
    assert_eq!(cara.get("/account").await.status, StatusCode::UNAUTHORIZED);
    let fields = [("login", "cara"), ("password", PASSWORD)];
    assert_eq!(house.browser().post("/sign-in", &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused("used", &administrator.fill("/settings/accounts/new", &new).await, "was used before");
    done("reopen", &administrator.fill(&page, &[("what", "reopen"), ("reason", "back")]).await);
    let other = [
        ("what", "password"),
        ("first-password", "five green doors open"),
        ("first-password-again", "five green doors open"),
    ];
    done("password", &administrator.fill(&page, &other).await);
    let fields = [("login", "cara"), ("password", "five green doors open")];
    assert_eq!(house.browser().post("/sign-in", &fields).await.status, StatusCode::SEE_OTHER);

    let own = format!("/settings/accounts/{}", account::id("administrator"));
    for fields in [vec![("what", "close"), ("reason", "x")], vec![("what", "role"), ("role", "nurse")]] {
        refused("last", &administrator.fill(&own, &fields).await, "only open administrator");
    }
    // Two administrators look at one account: the second is told.
    let seen = administrator.get(&page).await;
    let (form, expected) = (seen.value("form").unwrap(), seen.value("expected").unwrap());
    done("first", &administrator.fill(&page, &[("what", "name"), ("name", "Cara Five")]).await);
    let late = [("form", form.as_str()), ("expected", &expected), ("what", "name"), ("name", "Cara Six")];
    assert_eq!(administrator.post(&page, &late).await.status, StatusCode::CONFLICT);
}
