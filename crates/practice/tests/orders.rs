//! The door to orders: written, signed, checked blind by another person, confirmed; and every way in which it stays shut.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests may fail loudly"
)]

use practice::access::{Actor, Matrix, Right, Role};
use practice::patient::{DraftState, Identity, Patient, PatientEvent};
use practice::rules::Rules;
use practice::settings::Settings;
use practice::{Done, Form, Practice, Refusal, Step};
use record::{Id, Keys, Options, Port, SqliteStore};
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use therapy::OrderState;

/// 2 March 2026, 10:00 UTC.
const START: i64 = 1_772_445_600;
const DAY: i64 = 86_400;
const HOUR: i64 = 3_600;
const PATIENT: Id = Id(1);

struct Clinic {
    _folder: tempfile::TempDir,
    practice: Practice,
    rules: Arc<Rules>,
    forms: AtomicU64,
}

fn actor(account: u128, role: Role) -> Actor {
    let rights = Matrix::default().rights(role);
    Actor { account: Id(account), name: format!("{} {account}", role.word()), role, rights }
}

fn text(seconds: i64) -> String {
    jiff::Timestamp::from_second(seconds).unwrap().to_string()
}

impl Clinic {
    /// A pump that was found running at 200 micrograms a day, 500 micrograms per mL.
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("clinic.db");
        let keys = Keys::beside(&path, &mut record::system_random()).unwrap();
        let store: Arc<dyn Port> = Arc::new(SqliteStore::open(&path, Options::new(keys)).await.unwrap());
        let rules = Arc::new(Rules::of(&Settings::default()).unwrap());
        let practice = Practice::new(store, false);
        let clinic = Self { _folder: folder, practice, rules, forms: AtomicU64::new(1_000) };
        let identity = Identity {
            family: "Invented".to_owned(),
            given: "Ada".to_owned(),
            title: None,
            born: "1980-05-02".parse().unwrap(),
            gender: "female".to_owned(),
            record: "R-1".to_owned(),
            diagnosis: "multiple-sclerosis".to_owned(),
            small_child: None,
            contact: String::new(),
            language: String::new(),
            house: String::new(),
            invented: false,
        };
        let pump = json!({"model": "synchromed-ii-8637-40", "serial": "S-1", "tubing": "0.14 mL", "clock": "+01:00",
            "alarm-volume": "6 mL"});
        let system = PatientEvent::System { pump, catheter: json!({"volume": "0.21 mL"}) };
        let found = json!({"at": text(START), "found": {"drug": "lioresal-500-20", "concentration": "500 ug/mL",
            "reservoir": "30 mL", "run": {"mode": "continuous", "dose": "200 ug/d"}}});
        let steps = vec![
            Step::Event { event: PatientEvent::Registered(identity), happened: START },
            Step::Event { event: system, happened: START },
            Step::Report { line: found },
        ];
        clinic.act(&actor(9, Role::Surgeon), START, steps).await.unwrap();
        clinic
    }

    async fn patient(&self) -> Arc<Patient> {
        self.practice.patient(PATIENT, &self.rules).await.unwrap()
    }

    fn form(&self, expected: u64, now: i64) -> Form {
        let id = Id(self.forms.fetch_add(1, Ordering::Relaxed).into());
        Form { id, patient: PATIENT, expected, now }
    }

    async fn hand_in(&self, who: &Actor, form: Form, steps: Vec<Step>) -> Result<Done, Refusal> {
        self.practice.record(who, form, &self.rules, steps).await
    }

    async fn act(&self, who: &Actor, now: i64, steps: Vec<Step>) -> Result<Done, Refusal> {
        let expected = match self.practice.patient(PATIENT, &self.rules).await {
            Ok(patient) => patient.version,
            Err(_) => 0,
        };
        self.hand_in(who, self.form(expected, now), steps).await
    }

    /// A draft of a continuous dose, by the nurse; its name and the digest of what was shown.
    async fn draft(&self, dose: &str, now: i64) -> (String, String) {
        let line = program(dose, now);
        let done = self.act(&actor(1, Role::Nurse), now, vec![Step::Draft { line }]).await.unwrap();
        let patient = self.patient().await;
        let draft = patient.draft(&done.names[0]).unwrap();
        (draft.id.clone(), draft.judged.digest.clone())
    }

    async fn state(&self, name: &str, now: i64) -> OrderState {
        let patient = self.patient().await;
        let stand = patient.stand(&self.rules, now).unwrap();
        stand.course.orders.iter().find(|record| record.event.id == name).unwrap().state
    }
}

fn program(dose: &str, at: i64) -> Value {
    json!({"at": text(at), "order": {"program": {"concentration": "500 ug/mL",
        "run": {"mode": "continuous", "dose": dose}}}})
}

fn sign(draft: &str, digest: &str, reason: Option<&str>) -> Vec<Step> {
    let (draft, digest, reason) = (draft.to_owned(), digest.to_owned(), reason.map(str::to_owned));
    vec![Step::Sign { draft, digest, reason }]
}

fn check(draft: &str, digest: &str, again: &str) -> Vec<Step> {
    vec![Step::Check { draft: draft.to_owned(), digest: digest.to_owned(), again: again.to_owned() }]
}

fn confirmed(order: &str, at: i64, total: &str) -> Vec<Step> {
    let line = json!({"at": text(at), "confirmed": {"order": order, "method": "read-back",
        "concentration": "500 ug/mL", "mode": "continuous", "total": total, "running": true}});
    vec![Step::Report { line }]
}

/// R-ORD-6: the whole way of an order beyond the band: written, signed with a reason, checked by another person who types
/// the dose without seeing it, confirmed from the programmer.
#[tokio::test]
async fn from_draft_to_pump() {
    let clinic = Clinic::new().await;
    let now = START + 2 * DAY;
    let (first, second) = (actor(2, Role::Physician), actor(3, Role::Physician));
    let (name, digest) = clinic.draft("300 ug/d", now).await;
    let without = clinic.act(&first, now, sign(&name, &digest, None)).await;
    assert!(matches!(without, Err(Refusal::Findings(_))), "STEP-HIGH asks for a reason: {without:?}");
    clinic.act(&first, now, sign(&name, &digest, Some("STEP-HIGH: agreed"))).await.unwrap();
    let patient = clinic.patient().await;
    assert!(matches!(patient.draft(&name).unwrap().state, DraftState::AwaitsSecond { .. }));
    assert!(patient.line(&name).is_none(), "an order with one signature of two is no order");

    for (who, again) in [(&first, "300 ug/d"), (&actor(1, Role::Physician), "300 ug/d")] {
        let same = clinic.act(who, now, check(&name, &digest, again)).await;
        assert!(matches!(same, Err(Refusal::SamePerson)), "{same:?}");
    }
    let nurse = clinic.act(&actor(4, Role::Nurse), now, check(&name, &digest, "300 ug/d")).await;
    assert!(matches!(nurse, Err(Refusal::Denied(denied)) if denied.right == Right::CheckOrders), "{nurse:?}");
    for wrong in ["30 ug/d", "3000 ug/d", "300.001 ug/d", "299 ug/d", "0 ug/d", "12.5 ug/h"] {
        let typed = clinic.act(&second, now, check(&name, &digest, wrong)).await;
        // The same dose in another unit is the same dose.
        let same = wrong == "12.5 ug/h";
        assert!(same == typed.is_ok() || matches!(typed, Err(Refusal::NotTheSame)), "{wrong}: {typed:?}");
    }
    let patient = clinic.patient().await;
    let line = &patient.line(&name).unwrap().line.line;
    let signed = (line["by"].as_str(), line["second"].as_str(), line["reason"].as_str());
    assert_eq!(signed, (Some("physician 2"), Some("physician 3"), Some("STEP-HIGH: agreed")));
    assert_eq!(clinic.state(&name, now).await, OrderState::Ordered);
    let nurse = actor(1, Role::Nurse);
    clinic.act(&nurse, now + 300, confirmed(&name, now + 300, "300 ug/d")).await.unwrap();
    assert_eq!(clinic.state(&name, now + 300).await, OrderState::Running);
}

/// R-ORD-7: a signature is refused for anything but what was shown, in time, to somebody who may sign.
#[tokio::test]
async fn what_is_not_signed() {
    let clinic = Clinic::new().await;
    let now = START + 2 * DAY;
    let physician = actor(2, Role::Physician);
    let (name, digest) = clinic.draft("220 ug/d", now).await;
    let other = "0".repeat(64);
    type Case<'a> = (&'a str, Actor, i64, Vec<Step>, fn(&Refusal) -> bool);
    let cases: [Case<'_>; 7] = [
        ("another digest", physician.clone(), now, sign(&name, &other, None), |refusal| {
            matches!(refusal, Refusal::Changed)
        }),
        ("no such draft", physician.clone(), now, sign("order-99", &digest, None), |refusal| {
            matches!(refusal, Refusal::Impossible(_))
        }),
        (
            "too late",
            physician.clone(),
            now + DAY + 1,
            sign(&name, &digest, None),
            |refusal| matches!(refusal, Refusal::Impossible(why) if why.contains("too long ago")),
        ),
        ("a nurse", actor(1, Role::Nurse), now, sign(&name, &digest, None), |refusal| {
            matches!(refusal, Refusal::Denied(_))
        }),
        (
            "a check before the signature",
            actor(3, Role::Physician),
            now,
            check(&name, &digest, "220 ug/d"),
            |refusal| matches!(refusal, Refusal::Impossible(why) if why.contains("not signed")),
        ),
        (
            "a second draft",
            physician.clone(),
            now,
            vec![Step::Draft { line: program("210 ug/d", now) }],
            |refusal| matches!(refusal, Refusal::Impossible(why) if why.contains("waits for signatures")),
        ),
        (
            "dropped without a reason",
            physician.clone(),
            now,
            vec![Step::Drop { draft: name.clone(), reason: " ".to_owned() }],
            |refusal| matches!(refusal, Refusal::Field { field, .. } if field == "/reason"),
        ),
    ];
    let version = clinic.patient().await.version;
    for (what, who, at, steps, expected) in cases {
        let refused = clinic.act(&who, at, steps).await.unwrap_err();
        assert!(expected(&refused), "{what}: {refused:?}");
    }
    assert_eq!(clinic.patient().await.version, version, "nothing of it was recorded");
    clinic.act(&physician, now + DAY, sign(&name, &digest, None)).await.unwrap();
    let twice = clinic.act(&physician, now + DAY, sign(&name, &digest, None)).await;
    assert!(matches!(twice, Err(Refusal::Impossible(_))), "signed twice: {twice:?}");
}

/// R-ORD-8: what happens between writing and signing stops the signature, if the rules would then say more.
#[tokio::test]
async fn what_has_happened_since() {
    let gap = |at: i64| json!({"at": text(at), "gap": {"cause": "motor stall"}});
    let score = |at: i64| json!({"at": text(at), "scored": {"scale": "modified-ashworth", "value": "2"}});
    for (what, line, stops) in [("a gap", gap as fn(i64) -> Value, true), ("a score", score, false)] {
        let clinic = Clinic::new().await;
        let now = START + 2 * DAY;
        let (name, digest) = clinic.draft("220 ug/d", now).await;
        let report = vec![Step::Report { line: line(now + 600) }];
        clinic.act(&actor(1, Role::Nurse), now + 600, report).await.unwrap();
        let patient = clinic.patient().await;
        let overtaken = patient.overtaken(&clinic.rules, patient.draft(&name).unwrap(), now + HOUR).unwrap();
        assert_eq!(!overtaken.is_empty(), stops, "{what}: {overtaken:?}");
        let signed = clinic.act(&actor(2, Role::Physician), now + HOUR, sign(&name, &digest, None)).await;
        let stopped =
            matches!(&signed, Err(Refusal::Impossible(why)) if why.contains("something has happened"));
        assert_eq!((stopped, signed.is_ok()), (stops, !stops), "{what}: {signed:?}");
    }
}

/// R-ORD-9: a form handed in twice is one act; over a record that has moved on it is refused and tells what came.
#[tokio::test]
async fn twice_and_stale() {
    let clinic = Clinic::new().await;
    let now = START + 2 * DAY;
    let (nurse, physician) = (actor(1, Role::Nurse), actor(2, Role::Physician));
    let version = clinic.patient().await.version;
    let form = clinic.form(version, now);
    let draft = |dose: &str| vec![Step::Draft { line: program(dose, now) }];
    clinic.hand_in(&nurse, form, draft("220 ug/d")).await.unwrap();
    let again = clinic.hand_in(&nurse, form, draft("220 ug/d")).await.unwrap();
    assert!(again.receipt.again);
    let reused = clinic.hand_in(&nurse, form, draft("230 ug/d")).await;
    assert!(matches!(reused, Err(Refusal::FormReused)), "{reused:?}");
    let patient = clinic.patient().await;
    assert_eq!((patient.version, patient.drafts.len()), (version + 1, 1), "one act");
    let stale = clinic.hand_in(&physician, clinic.form(version, now), draft("240 ug/d")).await;
    let Err(Refusal::Stale { expected, found, changes }) = stale else { panic!("{stale:?}") };
    assert_eq!((expected, found, changes.len()), (version, version + 1, 1));
    let digest = patient.drafts[0].judged.digest.clone();
    let name = patient.drafts[0].id.clone();
    let form = clinic.form(patient.version, now);
    clinic.hand_in(&physician, form, sign(&name, &digest, None)).await.unwrap();
    assert!(clinic.hand_in(&physician, form, sign(&name, &digest, None)).await.unwrap().receipt.again);
}

/// R-ORD-10: what is seen in the pump and is not what was ordered leaves the order unknown, and no other can be signed until
/// the pump has been read.
#[tokio::test]
async fn unknown_blocks() {
    let clinic = Clinic::new().await;
    let now = START + 2 * DAY;
    let (nurse, physician) = (actor(1, Role::Nurse), actor(2, Role::Physician));
    let (name, digest) = clinic.draft("220 ug/d", now).await;
    clinic.act(&physician, now, sign(&name, &digest, None)).await.unwrap();
    clinic.act(&nurse, now + 60, confirmed(&name, now + 60, "2200 ug/d")).await.unwrap();
    assert_eq!(clinic.state(&name, now + 60).await, OrderState::Unknown);
    let (next, digest) = clinic.draft("210 ug/d", now + 120).await;
    let blocked = clinic.act(&physician, now + 120, sign(&next, &digest, Some("because"))).await;
    let Err(Refusal::Findings(open)) = blocked else { panic!("{blocked:?}") };
    assert!(open.iter().any(|(finding, _)| finding.rule == therapy::Rule::OrderUnknown));
    clinic.act(&nurse, now + 180, confirmed(&name, now + 180, "220 ug/d")).await.unwrap();
    assert_eq!(clinic.state(&name, now + 180).await, OrderState::Running);
}

/// R-ORD-11: a flex week is checked blind by its mean, which may have no end behind the point; a slip of an hour is found.
#[tokio::test]
async fn the_second_person_of_a_flex_week() {
    let clinic = Clinic::new().await;
    let day = |dose: &str| json!([{"from": "00:00", "dose": dose}]);
    let mut week: serde_json::Map<String, Value> = ["mon", "tue", "wed", "thu", "fri", "sat"]
        .iter()
        .map(|name| ((*name).to_owned(), day("220 ug/d")))
        .collect();
    week.insert("sun".to_owned(), day("240 ug/d"));
    let now = START + 2 * DAY;
    let line = json!({"id": "order-x", "at": text(now), "order": {"program": {"concentration": "500 ug/mL",
        "run": {"mode": "flex", "week": week}}}});
    let act = clinic.patient().await.preview(&clinic.rules, &line).unwrap().judgement.event.act;
    let (asked, unit) = practice::asked_again(&act).unwrap();
    assert_eq!((asked, unit), ("the mean dose per 24 hours over the week", "ug/d"));
    for (typed, agrees) in [
        ("222.857 ug/d", true),
        ("223 ug/d", true),
        ("220 ug/d", false),
        ("2228.57 ug/d", false),
        ("9.285 ug/d", false),
    ] {
        // Within one per cent, as the total of the prescriber is compared.
        assert_eq!(practice::agrees(&act, typed, &clinic.rules).unwrap(), agrees, "{typed}");
    }
    for unreadable in ["222,857 ug/d", "222.857", "222.857 ug", "much", ""] {
        assert!(
            matches!(practice::agrees(&act, unreadable, &clinic.rules), Err(Refusal::Field { .. })),
            "{unreadable}"
        );
    }
}

/// R-ORD-12: the dates of an order with a fill are those of the new fill.
#[tokio::test]
async fn a_preview_counts_with_the_fill() {
    let clinic = Clinic::new().await;
    let now = START + 2 * DAY;
    let order = |refill: bool| {
        let mut order = json!({"program": {"concentration": "500 ug/mL", "run": {"mode": "continuous", "dose": "220 ug/d"}}});
        if refill {
            order["refill"] =
                json!({"drug": "lioresal-500-20", "concentration": "500 ug/mL", "volume": "40 mL"});
        }
        json!({"id": "order-x", "at": text(now), "order": order})
    };
    let patient = clinic.patient().await;
    let days = |refill: bool| {
        let preview = patient.preview(&clinic.rules, &order(refill)).unwrap();
        let empty = preview.after.unwrap().forecast.empty_at.unwrap();
        (empty.0 - now) / DAY
    };
    // 40 mL and 30 mL less two days at 0.4 mL, at 0.44 mL a day; the pump's clock is an hour ahead.
    assert_eq!((days(true), days(false)), (90, 66));
}
