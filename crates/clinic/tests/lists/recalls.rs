//! R-LST-11.

use crate::house::House;
use practice::access::Role;
use practice::patient::PatientEvent;

/// R-LST-11: a notice lists the clinic's own patients whom it reaches or may reach, and who was dealt with.
#[tokio::test]
async fn a_notice_lists_the_patients_it_reaches() {
    let mut house = House::new().await;
    house.get(Role::Nurse, "/recalls").await.is(200).says("no patient here");
    let ada = house.with_pump(1, "Able", "14").await;
    let bea = house.with_pump(2, "Baker", "14").await;
    let gone = house.with_pump(3, "Cole", "14").await;
    let on = "2026-03-01".parse().unwrap();
    house
        .event(gone, PatientEvent::Died { on, related: "not related".to_owned(), note: String::new() })
        .await;
    house.get(Role::Therapist, "/recalls").await.is(200).says("2 to deal with").says("against the 2 pumps");
    house.get(Role::Administrator, "/recalls").await.is(403);
    let notice = "/recalls/2011-pocket-fill";
    house
        .get(Role::Nurse, notice)
        .await
        .says("ABLE")
        .says("BAKER")
        .silent("COLE")
        .says("every unit of this model");
    // A batch by build date: not on record, so it may be; the dates of the implant exclude nothing here.
    house
        .get(Role::Nurse, "/recalls/2011-battery-film")
        .await
        .says("the build date is not on record")
        .says("may be");
    house.get(Role::Nurse, "/recalls/nothing").await.is(404);
    let path = format!("/patients/{ada}/recalls");
    let page = house.get(Role::Nurse, &path).await;
    page.is(200).says("Pocket fill").says("patient-banner");
    let (form, expected) = (page.field("form"), page.field("expected"));
    let mut fields = vec![("form", form.as_str()), ("expected", &expected), ("recall", "2011-pocket-fill")];
    house.post(Role::Nurse, &path, &fields).await.is(422).says("Say what was done");
    fields.push(("outcome-2011-pocket-fill", "checklist is in use"));
    house.post(Role::Therapist, &path, &fields).await.is(403);
    house.event(ada, PatientEvent::Note { text: "seen".to_owned() }).await;
    let stale = house.post(Role::Nurse, &path, &fields).await;
    stale.is(422).says("Nothing was saved").says("checklist is in use");
    fields[1].1 = "4";
    for _ in 0..2 {
        house.post(Role::Nurse, &path, &fields).await.is(303);
    }
    assert_eq!(house.version(ada).await, 5);
    house.get(Role::Nurse, &path).await.says("checklist is in use").says("notice-done");
    house.get(Role::Nurse, notice).await.silent("ABLE").says("BAKER").says("dealt with 1");
    house.get(Role::Nurse, &format!("{notice}?show=all")).await.says("ABLE").says("BAKER");
    assert_eq!(house.version(bea).await, 3);
    fields[2].1 = "nothing";
    house.post(Role::Nurse, &path, &fields).await.is(404);
}
