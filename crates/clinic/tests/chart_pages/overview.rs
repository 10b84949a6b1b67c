//! The overview, its small forms and the visit summary.

use super::house::{DAY, House, NURSE, THERAPIST, WRITER};
use serde_json::json;

/// R-CHA-1: what runs, what is open with its ways out, what comes next, and an order that waits above all of it.
#[tokio::test]
async fn the_overview_says_what_matters_first() {
    let mut house = House::new().await;
    let id = house.with_pump(1, "23").await;
    let path = format!("/patients/{id}");
    let page = house.get(THERAPIST, &path).await;
    for words in [
        "running since 2 March 2026 09:40",
        "continuous, 200 micrograms per 24 h",
        "Nothing is open",
        "Refill by",
        "limited by the low-reservoir alarm",
        "Low-reservoir alarm 13 April 2026",
        "Empty by calculation 28 April 2026",
        "Expected in the reservoir now 22.9 mL by calculation, rounded down",
        "Asked",
        "Programmed",
        "Received",
        "set at 6 mL",
    ] {
        page.is(200).says(words);
    }
    // Charts come with the same values as a table.
    assert_eq!(page.text.matches("<svg").count(), page.text.matches("The same as a table").count() * 2);
    assert!(page.text.matches("<svg").count() >= 6);

    // A residual far off opens a hard finding, with its numbers, its ways out and its source.
    House::wait(7 * DAY);
    house
        .report(
            id,
            json!({"at": "2026-03-09T09:00:00+01:00", "filled": {"drug": "lioresal-500-20",
            "concentration": "500 ug/mL", "volume": "40 mL", "withdrawn": "10 mL"}}),
        )
        .await;
    let page = house.get(NURSE, &path).await;
    page.says("Stop").says("What can be done:").says("Source:").says("Opened by Pump filled: 40 mL");
    page.says("expected about 20.21 mL measured 10 mL").silent("Nothing is open");
}

/// R-CHA-2: a finding is closed with a reason, by those who may; a visit is booked; a note is kept. Each form twice is one act,
/// and a stale one is refused with what was typed.
#[tokio::test]
async fn small_acts_of_the_overview() {
    let mut house = House::new().await;
    let id = house.with_pump(1, "23").await;
    let path = format!("/patients/{id}");
    let alarm = json!({"at": "2026-03-02T09:50:00+01:00", "alarm": {"sound": "single-tone"}});
    house.report(id, alarm).await;
    assert_eq!(house.open(id).await, ["ALARM-ADVISORY"]);

    let close = format!("{path}/findings/ALARM-ADVISORY");
    let page = house.get(NURSE, &path).await;
    house.fill_in(NURSE, &page, &close, &[]).await.is(422).says("Say how it was dealt with");
    house.get(THERAPIST, &path).await.silent("Close it");
    let fields = page.fields(&close);
    house.post(THERAPIST, &close, &with(&fields, "closed.why", "heard")).await.is(403);
    assert_eq!(house.open(id).await, ["ALARM-ADVISORY"]);
    house.get(NURSE, &format!("{path}/findings/NO-SUCH-RULE")).await.is(404);

    // Twice, a second later: one act, although the time of day has moved on.
    let filled = with(&fields, "closed.why", "refill is booked");
    house.post(NURSE, &close, &filled).await.is(303);
    let version = house.version(id).await;
    House::wait(2);
    house.post(NURSE, &close, &filled).await.is(303);
    assert_eq!((house.version(id).await, house.open(id).await), (version, vec![]));
    // The same form with something else in it is not the same act.
    house.post(NURSE, &close, &with(&fields, "closed.why", "something else")).await.is(409);

    let visit = format!("{path}/visit");
    for (day, status, words) in [
        ("", 422, "month in letters"),
        ("03.04.2026", 422, "month in letters"),
        ("2026-03-01", 422, "This day is past"),
        ("1 April 2026", 303, ""),
    ] {
        let page = house.get(WRITER, &path).await;
        house.fill_in(WRITER, &page, &visit, &[("visit.on", day)]).await.is(status).says(words);
    }
    house.get(WRITER, &path).await.says("Next visit 1 April 2026 in 30 days");

    // Stale: nothing is saved, what came meanwhile is named, what was typed stays; sent again it is saved.
    let note = format!("{path}/note");
    let page = house.get(WRITER, &path).await;
    house.report(id, json!({"at": "2026-03-02T10:00:00+01:00", "visit": {"on": "2026-04-02"}})).await;
    let stale = house.fill_in(WRITER, &page, &note, &[("text", "sleeps well")]).await;
    stale.is(422).says("Nothing was saved").says("Visit booked for 2 April 2026").says("sleeps well");
    house.fill_in(WRITER, &stale, &note, &[]).await.is(303);
    house.get(WRITER, &format!("{path}/timeline")).await.says("sleeps well");
}

fn with(
    fields: &std::collections::BTreeMap<String, String>,
    name: &str,
    value: &str,
) -> std::collections::BTreeMap<String, String> {
    let mut fields = fields.clone();
    fields.insert(name.to_owned(), value.to_owned());
    fields
}

/// R-CHA-3: one page with what another clinician reads.
#[tokio::test]
async fn the_visit_summary_is_whole() {
    let mut house = House::new().await;
    let id = house.with_pump(1, "23").await;
    let score = |at: &str, value: &str| json!({"at": at, "scored": {"scale": "modified-ashworth", "value": value, "site": "knee-flexors", "side": "left"}});
    house.report(id, score("2026-03-02T09:55:00+01:00", "1+")).await;
    House::wait(10 * DAY);
    house.report(id, score("2026-03-12T09:00:00+01:00", "2")).await;
    house.report(id, json!({"at": "2026-03-12T09:10:00+01:00", "side-effect": {"what": "drowsy"}})).await;
    let page = house.get(NURSE, &format!("/patients/{id}/summary")).await;
    for words in [
        "Running since 2 March 2026 09:40; continuous, 200 micrograms per 24 h",
        "Diagnosis: multiple sclerosis",
        "Lioresal",
        "500 micrograms per mL",
        "Low-reservoir alarm 13 April 2026",
        "modified Ashworth, left knee flexors 2 1+ 12 March 2026",
        "Side effect: drowsy",
        "Changes since the visit of 2 March 2026",
    ] {
        page.is(200).says(words);
    }
}
