//! R-LST-9 and R-LST-10.

use crate::house::House;
use practice::access::Role;
use serde_json::json;

/// R-LST-9: two records of one person become one, seen side by side, once, by who may.
#[tokio::test]
async fn two_records_of_one_person_become_one() {
    let mut house = House::new().await;
    let old = house.patient(1, "Able", "Ada", "1980-05-02", "North").await;
    let new = house.with_pump(2, "Abel", "14").await;
    let stranger = house.patient(3, "Baker", "Bea", "1990-05-02", "North").await;
    house.report(old, json!({"at": "2026-03-02T09:00:00+01:00", "scored": {"scale": "modified-ashworth", "value": "2"}})).await;
    let path = format!("/patients/{old}/merge");
    house.get(Role::Nurse, &path).await.is(403);
    house
        .get(Role::Physician, &format!("{path}?q=a"))
        .await
        .says("ABEL, Ada")
        .silent(&format!("other={old}"));
    house.get(Role::Physician, &format!("{path}?other={stranger}")).await.says("The birth dates differ");
    let page = house.get(Role::Physician, &format!("{path}?other={new}")).await;
    page.is(200).says("FROM").says("INTO").silent("patient-banner");
    let form = page.field("form");
    let (to, seen, seen_other) = (new.to_string(), page.field("expected"), page.field("expected-other"));
    let mut fields =
        vec![("form", form.as_str()), ("expected", &seen), ("expected-other", &seen_other), ("other", &to)];
    house.post(Role::Physician, &path, &fields).await.is(422).says("how you know").says("Confirm that both");
    fields.extend([("reason", "same person, asked"), ("sure", "yes")]);
    house.post(Role::Nurse, &path, &fields).await.is(403);
    // The other record moves on: seen, nothing merged, and the new versions are in the form.
    house.report(new, json!({"at": "2026-03-02T09:50:00+01:00", "visit": {"on": "2026-03-09"}})).await;
    let stale = house.post(Role::Physician, &path, &fields).await;
    stale.is(422).says("Nothing was saved").says("same person, asked");
    let again = stale.field("expected-other");
    assert_eq!((stale.field("expected"), again.as_str()), (seen.clone(), "4"));
    fields[2].1 = &again;
    for _ in 0..2 {
        assert_eq!(house.post(Role::Physician, &path, &fields).await.is(303).to, format!("/patients/{new}"));
    }
    assert_eq!((house.version(old).await, house.version(new).await), (3, 5));
    house
        .get(Role::Nurse, "/patients?q=R-0001")
        .await
        .says("merged: open the record in use")
        .says(&format!("/patients/{new}"));
}

/// R-LST-10: what was filed on the wrong patient goes to the right one in one act; a signed order never does.
#[tokio::test]
async fn what_was_filed_on_the_wrong_patient_moves_once() {
    let mut house = House::new().await;
    let wrong = house.with_pump(1, "Able", "14").await;
    let right = house.with_pump(2, "Baker", "20").await;
    house.report(wrong, json!({"at": "2026-03-02T09:55:00+01:00", "alarm": {"sound": "two-tone"}})).await;
    let path = format!("/patients/{wrong}/refile");
    house.get(Role::Nurse, &path).await.is(404);
    house.get(Role::Nurse, &format!("{path}?line=nothing")).await.is(404);
    house.get(Role::Coordinator, &format!("{path}?line=alarm-4")).await.is(403);
    house
        .get(Role::Nurse, &format!("{path}?line=alarm-4&q=baker"))
        .await
        .says("BAKER, Ada")
        .says("line=alarm-4");
    let page = house.get(Role::Nurse, &format!("{path}?line=alarm-4&other={right}")).await;
    page.is(200).says("FROM").says("TO").says("INVENTED-0002").silent("patient-banner");
    let form = page.field("form");
    let (to, seen, seen_other) = (right.to_string(), page.field("expected"), page.field("expected-other"));
    let mut fields = vec![
        ("form", form.as_str()),
        ("expected", &seen),
        ("expected-other", &seen_other),
        ("other", &to),
        ("line", "alarm-4"),
    ];
    house.post(Role::Nurse, &path, &fields).await.is(422).says("Say what happened");
    fields.extend([("reason", "two records were open"), ("sure", "yes")]);
    house.report(wrong, json!({"at": "2026-03-02T09:56:00+01:00", "visit": {"on": "2026-03-09"}})).await;
    let stale = house.post(Role::Nurse, &path, &fields).await;
    stale.is(422).says("Nothing was saved");
    let now = stale.field("expected");
    fields[1].1 = &now;
    for _ in 0..2 {
        assert_eq!(
            house.post(Role::Nurse, &path, &fields).await.is(303).to,
            format!("/patients/{right}/timeline")
        );
    }
    assert_eq!((house.version(wrong).await, house.version(right).await), (6, 4));
    let today = house.get(Role::Nurse, "/today?kind=critical-alarm").await;
    today.says("BAKER").silent("ABLE");
    // To nobody, and to itself: there is nothing to move to.
    fields[3].1 = "00000000000000000000000000000009";
    house.post(Role::Nurse, &path, &fields).await.is(404);
}
