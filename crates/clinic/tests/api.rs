//! R-API-1 to R-API-3: the JSON interface takes the same door as the pages, and its description is the committed one.
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

use axum::http::Method;
use house::{Browser, House};
use serde_json::{Value, json};

async fn send(browser: &mut Browser<'_>, method: Method, path: &str, body: Value) -> (u16, Value) {
    let body = if body.is_null() { Vec::new() } else { body.to_string().into_bytes() };
    let answer = browser.send(method, path, body, Some("application/json")).await;
    (answer.status.as_u16(), serde_json::from_str(&answer.body).unwrap_or(Value::String(answer.body)))
}

async fn post(browser: &mut Browser<'_>, path: &str, body: Value) -> (u16, Value) {
    send(browser, Method::POST, path, body).await
}

async fn get(browser: &mut Browser<'_>, path: &str) -> Value {
    let (status, answer) = send(browser, Method::GET, path, Value::Null).await;
    assert_eq!(status, 200, "{path}: {answer}");
    answer
}

fn form(number: u32) -> String {
    format!("{number:032x}")
}

fn person() -> Value {
    json!({ "family": "Doe", "given": "Jo", "born": "1980-02-03", "gender": "other", "record": "A 17",
        "diagnosis": "multiple-sclerosis" })
}

/// R-API-2: the description is made from the types and committed; `UPDATE_DOCS=1` writes it anew.
#[test]
fn the_description_is_the_committed_one() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/openapi.json");
    let made = clinic::api::description() + "\n";
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(path, &made).unwrap();
    }
    let committed = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        made == committed,
        "docs/openapi.json is not what the types say: run with UPDATE_DOCS=1 and look at the diff"
    );
    let read: Value = serde_json::from_str(&made).unwrap();
    assert!(read["paths"].as_object().unwrap().len() >= 12);
}

/// The course is a course file that the command line reads; the timeline has what came after the admission.
async fn reads_back(nurse: &mut Browser<'_>, course: &str, timeline: &str) {
    let course = get(nurse, course).await;
    let catalogue = catalogue::Catalogue::embedded().unwrap();
    let read = therapy::file::read_json(&course.to_string(), catalogue).unwrap();
    assert_eq!(read.events.len(), 3);
    assert_eq!(get(nurse, timeline).await.as_array().unwrap().len(), 4);
}

/// R-API-1: a dose from admission to the pump, by two persons, through the interface alone.
#[tokio::test]
async fn a_dose_goes_from_admission_into_the_pump() {
    let house = House::new().await;
    let mut nurse = house.signed_in("nurse").await;
    let mut physician = house.signed_in("physician").await;
    let mut surgeon = house.signed_in("surgeon").await;

    let (status, first) =
        post(&mut nurse, "/api/v1/patients", json!({ "form": form(1), "person": person() })).await;
    assert_eq!(status, 200, "{first}");
    let (_, again) =
        post(&mut nurse, "/api/v1/patients", json!({ "form": form(1), "person": person() })).await;
    assert_eq!((again["again"].clone(), again["patient"].clone()), (json!(true), first["patient"].clone()));
    let mut other = person();
    other["given"] = json!("Joe");
    let (status, reused) =
        post(&mut nurse, "/api/v1/patients", json!({ "form": form(1), "person": other })).await;
    assert_eq!((status, reused["kind"].as_str()), (409, Some("form-reused")));
    let id = first["patient"].as_str().unwrap().to_owned();
    let at = |path: &str| format!("/api/v1/patients/{id}{path}");
    assert_eq!(get(&mut nurse, "/api/v1/patients?q=doe%2003.02.1980").await["patients"][0]["id"], json!(id));
    let (_, same) = post(&mut nurse, "/api/v1/duplicates", person()).await;
    assert_eq!(same["patients"][0]["id"], json!(id));

    // Admission: the system, and what was read from the pump, in one form.
    let system = json!({ "kind": "system", "body": {
        "pump": { "model": "synchromed-ii-8637-40", "serial": "X-1", "tubing": "0.14 mL", "clock": "+01:00",
            "implanted": "2024-02-06", "alarm-volume": "6 mL" },
        "catheter": { "volume": "0.21 mL" } } });
    let found = json!({ "at": "2026-03-03T08:30:00+01:00", "found": { "drug": "lioresal-500-20",
        "concentration": "500 ug/mL", "reservoir": "30 mL", "filled": "2026-02-20",
        "run": { "mode": "continuous", "dose": "200 ug/d" } } });
    let steps = json!([{ "step": "event", "event": system }, { "step": "report", "line": found }]);
    let (status, admitted) =
        post(&mut nurse, &at("/record"), json!({ "form": form(2), "expected": 1, "steps": steps })).await;
    assert_eq!(status, 200, "{admitted}");
    assert_eq!(admitted["version"], json!(3));

    // Bad input names its field; a stale one says what came meanwhile.
    let bad = json!([{ "step": "report", "line": { "at": "2026-03-03T08:40:00+01:00",
        "filled": { "drug": "lioresal-500-20", "concentration": "500 ug/mL", "volume": "1,000 mL" } } }]);
    let (status, refused) =
        post(&mut nurse, &at("/record"), json!({ "form": form(3), "expected": 3, "steps": bad })).await;
    assert_eq!((status, refused["field"].as_str()), (422, Some("/filled/volume")), "{refused}");
    let (status, stale) =
        post(&mut nurse, &at("/record"), json!({ "form": form(3), "expected": 1, "steps": [] })).await;
    assert_eq!((status, stale["kind"].as_str(), stale["version"].as_u64()), (409, Some("stale"), Some(3)));
    assert_eq!(stale["changes"].as_array().unwrap().len(), 2);

    // Judged without being recorded, then written.
    let program = |dose: &str| {
        json!({ "at": "2026-03-03T08:50:00+01:00", "order": { "program": { "concentration": "500 ug/mL",
            "total": dose, "run": { "mode": "continuous", "dose": dose } } } })
    };
    let (_, judged) = post(&mut nurse, &at("/judge"), json!({ "line": program("2000 ug/d") })).await;
    assert!(judged["findings"].as_array().unwrap().iter().any(|one| one["level"] == "hard"), "{judged}");
    let draft = json!([{ "step": "draft", "line": program("230 ug/d") }]);
    let (status, drafted) =
        post(&mut nurse, &at("/record"), json!({ "form": form(4), "expected": 3, "steps": draft })).await;
    assert_eq!(status, 200, "{drafted}");
    let name = drafted["names"][0].clone();
    let patient = get(&mut physician, &at("")).await;
    assert_eq!(patient["drafts"][0]["state"], "written");
    let digest = patient["drafts"][0]["digest"].clone();
    // The dose was read from the pump twenty minutes ago: too soon without a reason, and not by one person alone.
    let bare = json!([{ "step": "sign", "draft": name, "digest": digest, "reason": null }]);
    let (status, findings) =
        post(&mut physician, &at("/record"), json!({ "form": form(5), "expected": 4, "steps": bare })).await;
    assert_eq!((status, findings["findings"][0]["needs"].as_str()), (422, Some("reason")), "{findings}");
    let sign =
        json!([{ "step": "sign", "draft": name, "digest": digest, "reason": "spasms since the journey" }]);
    let (status, denied) =
        post(&mut nurse, &at("/record"), json!({ "form": form(5), "expected": 4, "steps": sign })).await;
    assert_eq!((status, denied["kind"].as_str()), (403, Some("denied")));
    let (status, signed) =
        post(&mut physician, &at("/record"), json!({ "form": form(5), "expected": 4, "steps": sign })).await;
    assert_eq!(status, 200, "{signed}");
    let check = |again: &str| json!([{ "step": "check", "draft": name, "digest": digest, "again": again }]);
    let (status, wrong) = post(
        &mut surgeon,
        &at("/record"),
        json!({ "form": form(17), "expected": 5, "steps": check("320 ug/d") }),
    )
    .await;
    assert_eq!((status, wrong["kind"].as_str()), (422, Some("not-the-same")), "{wrong}");
    let (status, same) = post(
        &mut physician,
        &at("/record"),
        json!({ "form": form(17), "expected": 5, "steps": check("230 ug/d") }),
    )
    .await;
    assert_eq!((status, same["kind"].as_str()), (422, Some("same-person")), "{same}");
    let (status, checked) = post(
        &mut surgeon,
        &at("/record"),
        json!({ "form": form(17), "expected": 5, "steps": check("230 ug/d") }),
    )
    .await;
    assert_eq!(status, 200, "{checked}");
    assert_eq!(
        get(&mut surgeon, &at("")).await["orders_unconfirmed"],
        json!(1),
        "signed, and not yet in the pump"
    );
    let tasks = get(&mut nurse, "/api/v1/today?kind=unconfirmed").await;
    assert_eq!(tasks[0]["patient"]["id"], json!(id));
    let confirmed = json!([{ "step": "report", "line": { "at": "2026-03-03T08:58:00+01:00", "confirmed": {
        "order": name, "method": "read-back", "concentration": "500 ug/mL", "mode": "continuous",
        "total": "230 ug/d", "running": true } } }]);
    let (status, done) =
        post(&mut nurse, &at("/record"), json!({ "form": form(6), "expected": 6, "steps": confirmed })).await;
    assert_eq!(status, 200, "{done}");
    let patient = get(&mut nurse, &at("")).await;
    assert_eq!(
        (patient["dose_ug_per_day"].clone(), patient["flow"].clone()),
        (json!("230"), json!("running"))
    );

    reads_back(&mut nurse, &at("/course"), &at("/timeline?after=3")).await;
}

/// R-API-3: who may not see patients gets none, and who is not signed in gets nothing.
#[tokio::test]
async fn the_interface_denies_as_pages_do() {
    let house = House::new().await;
    let mut nobody = house.browser();
    let mut administrator = house.signed_in("administrator").await;
    for path in ["/api/v1/patients", "/api/v1/today", &format!("/api/v1/patients/{}", form(9))] {
        let (status, _) = send(&mut nobody, Method::GET, path, Value::Null).await;
        assert_eq!(status, 401, "{path}");
        let (status, _) = send(&mut administrator, Method::GET, path, Value::Null).await;
        assert_eq!(status, 403, "{path}");
    }
    let docs = nobody.get("/api/docs/").await;
    assert_eq!(docs.status.as_u16(), 401, "the description is for those who are signed in");
}
