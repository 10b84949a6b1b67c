//! Record and pump side by side: when another program may be sent, and when not.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs, reason = "tests may fail loudly")]

use practice::access::{Actor, Matrix, Role};
use practice::patient::{Identity, PatientEvent};
use practice::rules::Rules;
use practice::settings::Settings;
use practice::telemetry::{Reading, agrees, settling};
use practice::{Form, Practice, Step};
use pump::{
    BasePart, Battery, CommittedMarks, Epitaph, FaultKind, Flowing, ORDER_VERSION, Order, ProgramPart,
    Running, Status, Text, What,
};
use record::{Id, Keys, Options, Port, SqliteStore};
use serde_json::{Value, json};
use std::sync::Arc;

/// 2 March 2026, 10:00 UTC.
const START: i64 = 1_772_445_600;
const PATIENT: Id = Id(1);

struct Clinic {
    _folder: tempfile::TempDir,
    practice: Practice,
    rules: Arc<Rules>,
}

fn text(seconds: i64) -> String {
    jiff::Timestamp::from_second(seconds).unwrap().to_string()
}

fn pump_of(serial: &str) -> Value {
    json!({"model": "synchromed-ii-8637-40", "serial": serial, "tubing": "0.14 mL", "clock": "+01:00",
        "alarm-volume": "6 mL"})
}

impl Clinic {
    /// A pump that was found running at 200 micrograms a day, 500 micrograms per mL.
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("clinic.db");
        let keys = Keys::beside(&path, &mut record::system_random()).unwrap();
        let store: Arc<dyn Port> = Arc::new(SqliteStore::open(&path, Options::new(keys)).await.unwrap());
        let rules = Arc::new(Rules::of(&Settings::default()).unwrap());
        let clinic = Self { _folder: folder, practice: Practice::new(store, false), rules };
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
        let system = PatientEvent::System { pump: pump_of("S-1"), catheter: json!({"volume": "0.21 mL"}) };
        let found = json!({"at": text(START), "found": {"drug": "lioresal-500-20", "concentration": "500 ug/mL",
            "reservoir": "30 mL", "run": {"mode": "continuous", "dose": "200 ug/d"}}});
        let steps = vec![
            Step::Event { event: PatientEvent::Registered(identity), happened: START },
            Step::Event { event: system, happened: START },
            Step::Report { line: found },
        ];
        clinic.act(START, steps).await;
        clinic
    }

    async fn act(&self, now: i64, steps: Vec<Step>) {
        self.by(Role::Surgeon, now, steps).await;
    }

    async fn by(&self, role: Role, now: i64, steps: Vec<Step>) {
        let version = self.practice.patient(PATIENT, &self.rules).await.map_or(0, |patient| patient.version);
        let form = Form { id: Id(u128::from(version) + 100), patient: PATIENT, expected: version, now };
        let rights = Matrix::default().rights(role);
        let actor = Actor { account: Id(9), name: "Invented".to_owned(), role, rights };
        self.practice.record(&actor, form, &self.rules, steps).await.unwrap();
    }

    async fn report(&self, now: i64, what: Value) {
        let mut line = what;
        line["at"] = json!(text(now));
        self.act(now, vec![Step::Report { line }]).await;
    }

    async fn agrees(&self, now: i64, serial: &str, running: Running, order: Option<&Order>) -> bool {
        let patient = self.practice.patient(PATIENT, &self.rules).await.unwrap();
        let stand = patient.stand(&self.rules, now).unwrap();
        agrees(&stand, Reading { status: &status(serial, running), committed: order })
    }
}

fn status(serial: &str, running: Running) -> Status {
    Status {
        serial: Text::new(serial).unwrap(),
        model: Text::new("synchromed-ii-8637-40").unwrap(),
        now: START + 3_600,
        clock_offset_seconds: 3_600,
        boots: 1,
        running,
        committed: None,
        staged: None,
        counter: 1,
        hold: None,
        fill: None,
        reservoir_calculated_nanolitres: None,
        stroke_nanolitres: 1_000,
        minimum_rate: Flowing { numerator: 48_000, denominator: 1 },
        strokes_total: 0,
        strokes_of_order: 0,
        strokes_of_day: 0,
        patient_boluses_of_day: 0,
        battery: Battery::Good,
        indicated_at: None,
        ends_at: None,
        alarms: heapless::Vec::new(),
        accepted_digest: None,
        program: None,
        epitaph: None,
        log_newest: 0,
        log_kept: 0,
    }
}

/// nL per day of the drug of 500 micrograms per mL.
fn program(nanolitres_per_day: u64) -> Order {
    Order {
        version: ORDER_VERSION,
        serial: Text::new("S-1").unwrap(),
        counter: 1,
        id: Text::new("order-1").unwrap(),
        record_digest: [0; 32],
        prescribed_by: Text::new("physician").unwrap(),
        checked_by: None,
        not_before: 0,
        expires_at: 0,
        what: What::Program(ProgramPart {
            drug: Text::new("lioresal-500-20").unwrap(),
            concentration_nanograms_per_millilitre: 500_000,
            boluses: heapless::Vec::new(),
            base: BasePart::Continuous(Flowing { numerator: nanolitres_per_day, denominator: 1 }),
            patient_bolus: None,
            day_totals_nanograms: [0; 7],
            fill: None,
        }),
    }
}

/// What was interrupted and seen running again agrees again: a program can be sent. While it is interrupted, only a pump that does
/// not run agrees.
#[tokio::test]
async fn an_interruption_that_is_over_is_over() {
    let clinic = Clinic::new().await;
    let (now, own) = (START + 3_600, program(400_000));
    assert!(clinic.agrees(now, "S-1", Running::Program, Some(&own)).await);
    assert!(!clinic.agrees(now, "S-1", Running::Program, Some(&program(410_000))).await, "another dose");
    assert!(!clinic.agrees(now, "S-1", Running::HeldStopped, Some(&own)).await);
    clinic.report(now, json!({"gap": {"from": text(now), "cause": "held"}})).await;
    assert!(clinic.agrees(now, "S-1", Running::HeldStopped, Some(&own)).await);
    assert!(
        !clinic.agrees(now, "S-1", Running::Program, Some(&own)).await,
        "the record says that nothing flows"
    );
    let later = now + 7_200;
    clinic.report(later, json!({"interrogated": {"serial": "S-1", "running": true}})).await;
    assert!(clinic.agrees(later, "S-1", Running::Program, Some(&own)).await);
    assert!(!clinic.agrees(later, "S-1", Running::HeldStopped, Some(&own)).await);
}

/// A pump that holds no order agrees with a record that says that nothing is delivered, and with no other: so a new one, and one
/// that has lost its order, can be programmed.
#[tokio::test]
async fn a_pump_without_an_order() {
    let clinic = Clinic::new().await;
    let now = START + 3_600;
    assert!(!clinic.agrees(now, "S-1", Running::SafeState, None).await, "the record says that it runs");
    clinic.report(now, json!({"gap": {"from": text(now), "cause": "order lost"}})).await;
    assert!(clinic.agrees(now, "S-1", Running::SafeState, None).await);
    assert!(!clinic.agrees(now, "S-2", Running::SafeState, None).await, "another pump");
    let another = program(700_000);
    assert!(
        clinic.agrees(now, "S-1", Running::SafeState, Some(&another)).await,
        "it will not run that again"
    );
    assert!(
        !clinic.agrees(now, "S-1", Running::HeldStopped, Some(&another)).await,
        "this one goes on when it is let go"
    );
    let other = json!({"revised": {"under-delivery": false, "pump-primed": true, "primed-with": "500 ug/mL",
        "catheter-holds": "drug", "pump": pump_of("S-2")}});
    let later = now + 7_200;
    clinic.report(later, other).await;
    assert!(clinic.agrees(later, "S-2", Running::NeverProgrammed, None).await);
    assert!(
        !clinic.agrees(later, "S-1", Running::NeverProgrammed, None).await,
        "the pump that was taken out"
    );
}

/// An unknown order that began and then was interrupted is confirmed from when it began, with the interruption: the next program is not
/// blocked by it for ever.
#[tokio::test]
async fn an_unknown_order_that_was_interrupted_is_settled() {
    let clinic = Clinic::new().await;
    let now = START + 48 * 3_600;
    let line = json!({"at": text(now), "order": {"program": {"concentration": "500 ug/mL",
        "run": {"mode": "continuous", "dose": "220 ug/d"}}}});
    clinic.act(now, vec![Step::Draft { line }]).await;
    let patient = clinic.practice.patient(PATIENT, &clinic.rules).await.unwrap();
    let (name, digest) = (patient.drafts[0].id.clone(), patient.drafts[0].judged.digest.clone());
    drop(patient);
    let sign = Step::Sign { draft: name.clone(), digest, reason: None };
    clinic.by(Role::Physician, now + 60, vec![sign]).await;
    clinic.report(now + 120, json!({"sent": {"order": name, "digest": "0".repeat(64), "counter": 2}})).await;
    let marks = CommittedMarks {
        id: Text::new(&name).unwrap(),
        digest: [0; 32],
        counter: 2,
        since: now + 3_600 + 121,
    };
    let read_at = now + 7_200;
    let status = Status {
        now: read_at + 3_600,
        committed: Some(marks),
        epitaph: Some(Epitaph { fault: FaultKind::LowBattery, at: now + 3_600 + 1_800, detail: 0 }),
        ..status("S-1", Running::SafeState)
    };
    let order = program(440_000);
    let reading = Reading { status: &status, committed: Some(&order) };
    let lines = settling(reading, &name, now + 120, read_at, text);
    assert_eq!(lines[0]["at"], text(now + 121));
    assert_eq!(lines[1]["gap"]["from"], text(now + 1_800));
    for line in lines {
        clinic.act(read_at, vec![Step::Report { line }]).await;
    }
    let patient = clinic.practice.patient(PATIENT, &clinic.rules).await.unwrap();
    let stand = patient.stand(&clinic.rules, read_at).unwrap();
    let state = stand.course.orders.iter().find(|order| order.event.id == name).unwrap().state;
    assert_eq!(state, therapy::OrderState::Running, "it ran until it was interrupted");
    assert!(stand.course.interruptions.iter().any(|gap| gap.until.is_none()), "and is interrupted now");
    assert!(agrees(&stand, reading), "another program can be sent");
}
