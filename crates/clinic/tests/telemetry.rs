//! A pump that can be reached: R-RCH-1 (connected, read, compared), R-RCH-2 (an order goes in and is filed), R-RCH-3 (a line that breaks
//! leaves nothing doubtful unsaid).
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
use clinic::telemetry::Programmer;
use house::invented::{Pump, actor, demonstration, fold, identity, registered};
use house::{House, START, is_sound};
use implant::{Made, Secrets};
use practice::access::{Actor, Role};
use practice::{Form, Step};
use programmer::{Identity, PumpCard, Wire, WireError};
use pump::{PumpTime, Running};
use record::Id;
use serde_json::{Value, json};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use therapy::OrderState;
use virtual_pump::{Fault, VirtualPump, profile};

const PATIENT: Id = Id(1);
const SERIAL: &str = "INVENTED-0001";

/// A pump, and how many messages still reach it.
struct Bench {
    pump: VirtualPump,
    passes: usize,
}

type Shared = Arc<Mutex<Bench>>;

/// A line to the pump that goes dead once its messages are used up.
struct Radio {
    bench: Shared,
    heard: VecDeque<u8>,
}

impl Wire for Radio {
    fn send(&mut self, bytes: &[u8]) -> Result<(), WireError> {
        let mut bench = self.bench.lock().unwrap();
        let alive = bench.passes > 0;
        bench.passes = bench.passes.saturating_sub(1);
        if alive {
            let back = bench.pump.radio(bytes);
            // The last one reaches the pump, and its answer nobody.
            if bench.passes > 0 {
                self.heard.extend(back);
            }
        }
        Ok(())
    }

    fn receive(&mut self, into: &mut [u8], wait: Duration) -> Result<usize, WireError> {
        if self.heard.is_empty() {
            let mut bench = self.bench.lock().unwrap();
            bench.pump.run_for(wait.as_secs().max(1));
        }
        let count = into.len().min(self.heard.len());
        for (byte, heard) in into.iter_mut().zip(self.heard.drain(..count)) {
            *byte = heard;
        }
        Ok(count)
    }
}

fn made() -> Made {
    let catalogue = catalogue::Catalogue::embedded().unwrap();
    let model = catalogue.pump("synchromed-ii-8637-40").unwrap();
    let options =
        profile::Options { serial: SERIAL.to_owned(), stroke_nanolitres: None, clock_offset_seconds: 3_600 };
    let provision = profile::from_catalogue(model, &options).unwrap().provision;
    Made { provision, secrets: Secrets { link: [7; 32], card: [9; 32] } }
}

fn card() -> String {
    let secrets = made().secrets;
    let card =
        PumpCard { serial: SERIAL.to_owned(), pump_key: secrets.public(), pairing_secret: secrets.card };
    card.to_string()
}

/// A clinic with a patient whose pump has just been implanted, and that pump on the table.
async fn begun() -> (House, Shared) {
    let house = House::with(demonstration()).await;
    registered(&house, 1, identity(1), Pump::Bare).await;
    let implanted = json!({"at": "2026-03-03T07:30:00+01:00",
        "implanted": {"pump-primed": true, "catheter-holds": "drug", "primed-with": "500 ug/mL"}});
    act(&house, &actor(Role::Surgeon), vec![Step::Report { line: implanted }]).await;
    let now = PumpTime(START + 3_600);
    let pump = VirtualPump::new(&made(), now, 5).unwrap();
    let bench = Arc::new(Mutex::new(Bench { pump, passes: usize::MAX }));
    let line = Arc::clone(&bench);
    let dial = move |_: &str| -> Result<Box<dyn Wire + Send>, WireError> {
        Ok(Box::new(Radio { bench: Arc::clone(&line), heard: VecDeque::new() }))
    };
    let seed = Mutex::new(1_u64);
    let random = move |bytes: &mut [u8]| {
        let mut seed = seed.lock().unwrap();
        for byte in bytes {
            *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            *byte = seed.to_be_bytes()[0];
        }
    };
    house.state.reach_pumps_by(Arc::new(Programmer::new(Identity::of_seed(&[3; 32]), dial, random)));
    (house, bench)
}

async fn act(house: &House, who: &Actor, steps: Vec<Step>) {
    let rules = house.state.rules().await.unwrap();
    let expected = fold(house, PATIENT).await.version;
    let form = Form { id: house.state.new_id(), patient: PATIENT, expected, now: house.state.now() };
    let done = house.state.practice().record(who, form, &rules, steps).await;
    done.unwrap_or_else(|refusal| panic!("{refusal}"));
}

fn text(seconds: i64) -> String {
    jiff::Timestamp::from_second(seconds).unwrap().to_string()
}

/// An order with all its signatures; its name.
async fn ordered(house: &House, order: Value, dose: &str) -> String {
    house.pass(60);
    let line = json!({"at": text(house.state.now()), "order": order});
    act(house, &actor(Role::Nurse), vec![Step::Draft { line }]).await;
    let draft = fold(house, PATIENT).await.drafts.last().unwrap().clone();
    let (name, digest) = (draft.id.clone(), draft.judged.digest.clone());
    let physician = Actor { account: Id(12), ..actor(Role::Physician) };
    let sign = Step::Sign { draft: name.clone(), digest: digest.clone(), reason: Some("agreed".to_owned()) };
    act(house, &physician, vec![sign]).await;
    if fold(house, PATIENT).await.draft(&name).is_some_and(practice::patient::Draft::is_open) {
        let second = Actor { account: Id(14), ..actor(Role::Physician) };
        act(house, &second, vec![Step::Check { draft: name.clone(), digest, again: dose.to_owned() }]).await;
    }
    name
}

fn program(dose: &str) -> Value {
    json!({"program": {"concentration": "500 ug/mL", "run": {"mode": "continuous", "dose": dose}}})
}

async fn state(house: &House, name: &str) -> OrderState {
    let (patient, rules) = (fold(house, PATIENT).await, house.state.rules().await.unwrap());
    let stand = patient.stand(&rules, house.state.now()).unwrap();
    stand.course.orders.iter().find(|record| record.event.id == name).unwrap().state
}

/// The pump and the house keep the same time.
async fn wait(house: &House, bench: &Shared, seconds: i64) {
    house.pass(seconds);
    let mut bench = bench.lock().unwrap();
    bench.pump.run_until(PumpTime(house.state.now() + 3_600));
}

fn path(part: &str) -> String {
    format!("/patients/{PATIENT}/{part}")
}

async fn connected(house: &House, bench: &Shared) {
    bench.lock().unwrap().pump.apply(Fault::Close(true));
    wait(house, bench, 15).await;
    let mut nurse = house.signed_in("nurse").await;
    let page = nurse.get(&path("telemetry")).await;
    let (form, expected) = (page.value("form").unwrap(), page.value("expected").unwrap());
    let fields = [("form", &*form), ("expected", &*expected), ("address", "bench"), ("card", &*card())];
    let answer = nurse.post(&path("telemetry/connect"), &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
}

/// R-RCH-1: a pump is connected by its own card only and with the hand at it; what it says stands beside the record.
#[tokio::test]
async fn a_pump_is_connected_read_and_compared() {
    let (house, bench) = begun().await;
    let mut nurse = house.signed_in("nurse").await;
    let page = nurse.get(&path("telemetry")).await;
    is_sound("telemetry", &page);
    let (form, expected) = (page.value("form").unwrap(), page.value("expected").unwrap());
    let other =
        PumpCard { serial: "OTHER".to_owned(), pump_key: [1; 32], pairing_secret: [2; 32] }.to_string();
    for (card, status) in [
        ("", StatusCode::UNPROCESSABLE_ENTITY),
        ("no card", StatusCode::UNPROCESSABLE_ENTITY),
        (&*other, StatusCode::UNPROCESSABLE_ENTITY),
        // The right card, and nobody holds the programmer to the pump.
        (&*card(), StatusCode::BAD_GATEWAY),
    ] {
        let fields = [("form", &*form), ("expected", &*expected), ("address", "bench"), ("card", card)];
        let answer = nurse.post(&path("telemetry/connect"), &fields).await;
        assert_eq!(answer.status, status, "{card}");
        is_sound("telemetry/connect", &answer);
    }
    connected(&house, &bench).await;
    let page = nurse.get(&path("telemetry")).await;
    assert!(page.body.contains("It has not been read since thecal was started."));
    let answer = nurse.post(&path("telemetry/read"), &[]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let page = nurse.get(&path("telemetry")).await;
    is_sound("telemetry", &page);
    for said in [SERIAL, "never programmed: nothing flows", "A programmer was paired", "two-tone"] {
        assert!(page.body.contains(said), "{said}: {}", page.body);
    }
    for (part, said) in
        [("program", "The pump itself"), ("it-beeps", "The pump itself"), ("refill", "The pump itself")]
    {
        let page = nurse.get(&path(part)).await;
        assert!(page.body.contains(said), "{part}");
        is_sound(part, &page);
    }
    let answer = nurse.post(&path("telemetry/test-alarm"), &[("class", "critical")]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let page = nurse.get(&path("telemetry")).await;
    let (form, expected) = (page.value("form").unwrap(), page.value("expected").unwrap());
    let answer = nurse.post(&path("telemetry/file"), &[("form", &form), ("expected", &expected)]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let lines = fold(&house, PATIENT).await;
    let read =
        lines.lines.iter().find_map(|placed| placed.line.line.pointer("/interrogated/running").cloned());
    assert_eq!(read, Some(json!(false)));
}

/// R-RCH-2: what was ordered, and nothing else, comes to run; R-RCH-3: wherever the line breaks, the record says what the pump does, or
/// that nobody knows, and reading settles it.
#[tokio::test]
async fn orders_go_in_and_a_broken_line_is_settled() {
    let (house, bench) = begun().await;
    connected(&house, &bench).await;
    let fill = json!({"drug": "lioresal-500-20", "concentration": "500 ug/mL", "volume": "20 mL"});
    let mut first = program("100 ug/d");
    first["refill"] = fill.clone();
    let name = ordered(&house, first, "100 ug/d").await;
    wait(&house, &bench, 60).await;
    let filled = json!({"at": text(house.state.now()), "filled": fill});
    act(&house, &actor(Role::Nurse), vec![Step::Report { line: filled }]).await;

    let mut nurse = house.signed_in("nurse").await;
    let page = nurse.get(&path(&format!("orders/{name}"))).await;
    assert!(page.body.contains("Send it to the pump"), "{}", page.body);
    let send = path(&format!("orders/{name}/send"));
    is_sound("send", &nurse.get(&send).await);
    let answer = nurse.fill(&send, &[]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let answer = nurse.fill(&send, &[("close", "yes")]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    assert_eq!(state(&house, &name).await, OrderState::Running);
    {
        let bench = bench.lock().unwrap();
        let implant = bench.pump.implant().unwrap();
        assert_eq!(implant.running(), Running::Program);
    }

    // 100 and 102 micrograms in turn: within the band, so that only the line decides.
    let (mut unknown, mut settled_running, mut settled_not) = (0, 0, 0);
    for passes in 1..24 {
        wait(&house, &bench, 3 * 86_400).await;
        let dose = if passes % 2 == 0 { "100 ug/d" } else { "102 ug/d" };
        let name = ordered(&house, program(dose), dose).await;
        wait(&house, &bench, 60).await;
        let send = path(&format!("orders/{name}/send"));
        let mut nurse = house.signed_in("nurse").await;
        let page = nurse.get(&send).await;
        assert!(page.body.contains("Send it now"), "{passes}: {}", page.body);
        let (form, expected) = (page.value("form").unwrap(), page.value("expected").unwrap());
        let fields = [("form", &*form), ("expected", &*expected), ("close", "yes")];
        bench.lock().unwrap().passes = passes;
        nurse.post(&send, &fields).await;
        bench.lock().unwrap().passes = usize::MAX;
        let runs = || {
            let bench = bench.lock().unwrap();
            let committed = bench.pump.implant().unwrap().controller().committed().cloned().unwrap();
            pump::Order::from_bytes(&committed.bytes).unwrap().id.as_str() == name
        };
        match state(&house, &name).await {
            OrderState::Running => assert!(runs(), "{passes}"),
            OrderState::Ordered | OrderState::NotEntered => assert!(!runs(), "{passes}"),
            OrderState::Unknown => {
                unknown += 1;
                let page = nurse.get(&path(&format!("orders/{name}"))).await;
                assert!(page.body.contains("Read the pump and settle it"), "{}", page.body);
                let resolve = path(&format!("orders/{name}/resolve"));
                is_sound("resolve", &nurse.get(&resolve).await);
                let answer = nurse.fill(&resolve, &[]).await;
                assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
                let settled = state(&house, &name).await;
                assert_eq!(settled == OrderState::Running, runs(), "{passes}: {settled:?}");
                assert_ne!(settled, OrderState::Unknown);
                if runs() { settled_running += 1 } else { settled_not += 1 }
            }
            other => panic!("{passes}: {other:?}"),
        }
        if state(&house, &name).await == OrderState::Ordered {
            let line =
                json!({"at": text(house.state.now()), "reason": "no line", "not-entered": {"order": name}});
            act(&house, &actor(Role::Nurse), vec![Step::Report { line }]).await;
            continue;
        }
        // Sent twice, a form sends nothing twice.
        let newest = || bench.lock().unwrap().pump.implant().unwrap().log().newest();
        let before = newest();
        nurse.post(&send, &fields).await;
        assert_eq!(newest(), before);
    }
    assert!(unknown > 0 && settled_running > 0, "{unknown} {settled_running} {settled_not}");
}
