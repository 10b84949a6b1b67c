//! R-PUB-5: one order through every state, on the pages behind a link.

use super::*;
use practice::patient::PatientEvent;
use serde_json::Value;
use therapy::OrderState;

fn text(seconds: i64) -> String {
    jiff::Timestamp::from_second(seconds).unwrap().to_string()
}

/// Records steps as somebody with an account of their own.
async fn act(house: &House, id: Id, who: &Actor, steps: Vec<Step>) {
    let rules = house.state.rules().await.unwrap();
    let expected = fold(house, id).await.version;
    let form = Form { id: house.state.new_id(), patient: id, expected, now: house.state.now() };
    let done = house.state.practice().record(who, form, &rules, steps).await;
    done.unwrap_or_else(|refusal| panic!("{refusal}"));
}

/// An order of this dose, signed; its name.
async fn ordered(house: &House, id: Id, dose: &str) -> String {
    let (nurse, physician) = (actor(Role::Nurse), Actor { account: Id(12), ..actor(Role::Physician) });
    let line = json!({"at": text(house.state.now()), "order": {"program": {"concentration": "500 ug/mL",
        "run": {"mode": "continuous", "dose": dose}}}});
    act(house, id, &nurse, vec![Step::Draft { line }]).await;
    let patient = fold(house, id).await;
    let draft = patient.drafts.last().unwrap();
    let (name, digest) = (draft.id.clone(), draft.judged.digest.clone());
    dose_is_old(house, id, dose, "a draft").await;
    let sign = Step::Sign { draft: name.clone(), digest, reason: Some("agreed".to_owned()) };
    act(house, id, &physician, vec![sign]).await;
    name
}

async fn report(house: &House, id: Id, line: Value) {
    act(house, id, &actor(Role::Nurse), vec![Step::Report { line }]).await;
}

async fn state(house: &House, id: Id, name: &str) -> OrderState {
    let (patient, rules) = (fold(house, id).await, house.state.rules().await.unwrap());
    let stand = patient.stand(&rules, house.state.now()).unwrap();
    stand.course.orders.iter().find(|record| record.event.id == name).unwrap().state
}

/// Every page that tells a dose, in English.
async fn pages(house: &House, id: Id) -> Vec<(String, String)> {
    let links = fold(house, id).await.path.links.clone();
    let path = |kind: Kind| links.live(kind).next().unwrap().path();
    let own = path(Kind::Patient);
    let parts =
        ["", "/beeps", "/sounds", "/answers", "/answers/dose-change", "/appointments", "/goals", "/report"];
    let mut paths: Vec<String> = parts.iter().map(|part| format!("{own}{part}?language=en")).collect();
    paths.push(path(Kind::Emergency));
    let mut all = Vec::new();
    for path in paths {
        let page = house.browser().get(&path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        all.push((path, page.body));
    }
    all
}

/// No page has the dose that was ordered, and where the old one is told it is the old one.
async fn dose_is_old(house: &House, id: Id, dose: &str, state: &str) {
    let dose = dose.trim_end_matches(" ug/d");
    let mut told = 0;
    for (path, body) in pages(house, id).await {
        for unit in ["\u{a0}micrograms", " micrograms"] {
            assert!(!body.contains(&format!("{dose}{unit}")), "{state}: {path} tells {dose}");
            told += body.matches(&format!("200{unit} per 24")).count();
        }
    }
    assert!(told >= 2, "{state}: card and start tell what was seen in the pump, {told}");
}

async fn says(house: &House, id: Id, words: &str) -> usize {
    pages(house, id).await.iter().filter(|(_, body)| body.contains(words)).count()
}

const DOUBT: &str = "Not sure. Last confirmed program:";

#[tokio::test]
async fn an_order_is_told_as_running_when_it_was_seen_running() {
    let house = clinic().await;
    let id = patient(&house, 1, true).await;
    linked(&house, id, Kind::Emergency).await;
    linked(&house, id, Kind::Patient).await;
    house.pass(2 * 86_400);
    assert_eq!(says(&house, id, DOUBT).await, 0);

    // Signed, and nobody has been at the pump.
    let name = ordered(&house, id, "220 ug/d").await;
    assert_eq!(state(&house, id, &name).await, OrderState::Ordered);
    dose_is_old(&house, id, "220 ug/d", "ordered").await;
    assert!(says(&house, id, DOUBT).await >= 2);

    // Somebody read something else in the pump: nobody knows what runs.
    house.pass(60);
    let confirmed = |total: &str, now: i64| {
        json!({"at": text(now), "confirmed": {"order": name.clone(), "method": "read-back",
        "concentration": "500 ug/mL", "mode": "continuous", "total": total, "running": true}})
    };
    report(&house, id, confirmed("2200 ug/d", house.state.now())).await;
    assert_eq!(state(&house, id, &name).await, OrderState::Unknown);
    dose_is_old(&house, id, "220 ug/d", "unknown").await;
    dose_is_old(&house, id, "2200 ug/d", "unknown").await;
    assert!(says(&house, id, DOUBT).await >= 2);
    assert!(says(&house, id, "It is not sure whether it is in the pump").await >= 1);

    // Read again, it runs as ordered: now it is the dose, and nothing is in doubt.
    house.pass(60);
    report(&house, id, confirmed("220 ug/d", house.state.now())).await;
    assert_eq!(state(&house, id, &name).await, OrderState::Running);
    assert!(says(&house, id, "220\u{a0}micrograms per 24").await >= 2);
    assert_eq!(says(&house, id, "200\u{a0}micrograms per 24").await + says(&house, id, DOUBT).await, 0);
    house.pass(3_601);

    // The next one was not entered: the dose stays.
    house.pass(86_400);
    let links = fold(&house, id).await.path.links.all.len();
    assert_eq!(links, 2);
    let second = {
        let line = json!({"at": text(house.state.now()), "order": {"program": {"concentration": "500 ug/mL",
            "run": {"mode": "continuous", "dose": "230 ug/d"}}}});
        act(&house, id, &actor(Role::Nurse), vec![Step::Draft { line }]).await;
        let patient = fold(&house, id).await;
        let draft = patient.drafts.last().unwrap();
        let sign = Step::Sign {
            draft: draft.id.clone(),
            digest: draft.judged.digest.clone(),
            reason: Some("agreed".to_owned()),
        };
        let name = draft.id.clone();
        act(&house, id, &Actor { account: Id(12), ..actor(Role::Physician) }, vec![sign]).await;
        name
    };
    assert_eq!(says(&house, id, "230\u{a0}micrograms").await, 0);
    house.pass(60);
    let line = json!({"at": text(house.state.now()), "reason": "the patient left", "not-entered": {"order": second.clone()}});
    report(&house, id, line).await;
    assert_eq!(state(&house, id, &second).await, OrderState::NotEntered);
    assert_eq!(says(&house, id, "230\u{a0}micrograms").await, 0);
    assert!(says(&house, id, "220\u{a0}micrograms per 24").await >= 2);
    assert_eq!(says(&house, id, DOUBT).await, 0);

    // Stopped by a gap that lasts: the dose is the last that was seen, and says so.
    house.pass(3_601);
    let line = json!({"at": text(house.state.now()), "alarm": {"kind": "motor-stall"}});
    report(&house, id, line).await;
    assert!(says(&house, id, "A serious alarm is open").await >= 1);
    let died = PatientEvent::Died {
        on: jiff::civil::date(2026, 3, 6),
        related: "not related".to_owned(),
        note: String::new(),
    };
    record(&house, id, vec![event(&house, died)]).await;
    assert!(says(&house, id, "By this record this person died on 6 March 2026.").await >= 2);
}
