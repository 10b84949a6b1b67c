//! R-LST-8.

use crate::house::{Answer, House};
use practice::access::Role;
use record::Id;
use serde_json::json;

const READ: [(&str, &str); 14] = [
    ("at", "2026-03-02"),
    ("at.time", "09:40"),
    ("pump.model", "synchromed-ii-8637-40"),
    ("pump.serial", "INVENTED-7"),
    ("pump.clock", "+01:00"),
    ("pump.tubing", "0.14"),
    ("pump.alarm-volume", "2"),
    ("pump.implanted", "2022-02-06"),
    ("catheter.volume", "0.21"),
    ("found.drug", "lioresal-500-20"),
    ("found.concentration", "500"),
    ("found.reservoir", "14.6"),
    ("found.run.mode", "continuous"),
    ("found.run.dose", "200"),
];

/// Fields typed otherwise.
type Typed = &'static [(&'static str, &'static str)];

async fn send(house: &mut House, id: Id, own: &[(String, String)], more: &[(&str, &str)]) -> Answer {
    let mut all: Vec<(&str, &str)> =
        own.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    all.extend(READ.iter().filter(|(name, _)| !more.iter().any(|(other, _)| other == name)));
    all.extend(more);
    house.post(Role::Nurse, &format!("/patients/{id}/admit"), &all).await
}

async fn opened(house: &mut House, id: Id) -> Vec<(String, String)> {
    let page = house.get(Role::Nurse, &format!("/patients/{id}/admit")).await;
    page.is(200);
    ["form", "expected"].map(|name| (name.to_owned(), page.field(name))).into()
}

/// R-LST-8: a running pump is admitted in one act after a check; what is wrong is said beside its field, and nothing typed
/// is lost.
#[tokio::test]
async fn a_running_pump_is_admitted_in_one_act() {
    let mut house = House::new().await;
    let id = house.patient(7, "Able", "Ada", "1980-05-02", "North").await;
    let own = opened(&mut house, id).await;
    let wrong: [(Typed, &str, &str); 17] = [
        (&[("pump.model", "")], "pump.model", "missing"),
        (&[("pump.serial", "")], "pump.serial", "missing"),
        (&[("pump.tubing", "0,14")], "pump.tubing", "0,14"),
        (&[("pump.clock", "Berlin")], "pump.clock", "Berlin"),
        (&[("catheter.volume", "")], "catheter.volume", "missing"),
        (&[("catheter.length", "60")], "catheter.length", ""),
        (&[("found.concentration", "500 ug")], "found.concentration", ""),
        (&[("found.reservoir", "14.6.1")], "found.reservoir", "14.6.1"),
        (&[("found.drug", "other")], "drug-other", "Write the product"),
        (&[("found.run.mode", "flex")], "found.run.dose", "belongs to the mode continuous"),
        (
            &[("found.run.mode", "flex"), ("found.run.dose", ""), ("found.run.every-day", "08:00 200")],
            "found.run.every-day",
            "",
        ),
        (
            &[("found.run.mode", "flex"), ("found.run.dose", ""), ("found.run.week.mon", "00:00 200")],
            "found.run.every-day",
            "seven weekdays",
        ),
        (&[("at.time", "25:00")], "at.time", "14:05"),
        (&[("at", "2027-03-02")], "at", "future"),
        (&[("found.filled", "2027-01-01")], "found.filled", "future"),
        (&[("found.filled", "2021-01-01")], "pump.implanted", "it was implanted after it was last filled"),
        (&[("at", "2021-12-31")], "pump.implanted", "it was implanted after it was read"),
    ];
    for (fields, at, says) in wrong {
        let page = send(&mut house, id, &own, fields).await;
        page.is(422)
            .says(&format!("id=\"{at}-error\""))
            .says(says)
            .says("INVENTED-7".trim_start_matches(if at == "pump.serial" { "INVENTED-7" } else { "" }));
    }
    assert_eq!(house.version(id).await, 1);
    let check = send(&mut house, id, &own, &[("step", "check")]).await;
    check
        .is(200)
        .says("Nothing is saved yet")
        .says("SynchroMed II, 40 mL")
        .says("200\u{a0}micrograms per day");
    check
        .says("500\u{a0}micrograms per mL")
        .says("0.14\u{a0}mL (catalogue:")
        .says("name=\"pump.serial\" value=\"INVENTED-7\"");
    assert_eq!(house.version(id).await, 1);
    send(&mut house, id, &own, &[("step", "change")]).await.is(200).says("value=\"14.6\"");
    for _ in 0..2 {
        let done = send(&mut house, id, &own, &[("step", "save")]).await;
        assert_eq!(done.is(303).to, format!("/patients/{id}"));
    }
    assert_eq!(house.version(id).await, 3);
    house
        .get(Role::Nurse, "/patients?q=invented7")
        .await
        .says("ABLE, Ada")
        .says("200\u{a0}micrograms per 24");
    house.get(Role::Nurse, &format!("/patients/{id}/admit")).await.says("A pump is already recorded");
    house.get(Role::Therapist, &format!("/patients/{id}/admit")).await.is(403);
    // A second pump with the same serial number is seen before it is saved; flex steps are read by day and by week.
    let other = house.patient(8, "Baker", "Bea", "1990-05-02", "North").await;
    let own = opened(&mut house, other).await;
    let flex = [
        ("step", "check"),
        ("found.run.mode", "flex"),
        ("found.run.dose", ""),
        ("found.run.every-day", "00:00 200\r\n8:00 240\r\n"),
    ];
    let check = send(&mut house, other, &own, &flex).await;
    check.is(200).says("already recorded for").says("ABLE, Ada").says("00:00 200; 8:00 240");
    // Somebody else records meanwhile: nothing is saved, everything typed is there.
    house.report(other, json!({"at": "2026-03-02T09:00:00+01:00", "visit": {"on": "2026-03-09"}})).await;
    let stale = send(&mut house, other, &own, &[("step", "save")]).await;
    stale.is(422).says("Nothing was saved").says("value=\"14.6\"");
    assert_eq!(house.version(other).await, 2);
}
