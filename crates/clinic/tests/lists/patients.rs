//! R-LST-4 to R-LST-7.

use crate::house::{Answer, House};
use practice::access::Role;
use practice::worklist::search_words;
use record::Id;
use serde_json::json;

/// R-LST-4: a patient is found by name, birth date, record number and pump serial, as people write them.
#[tokio::test]
async fn a_patient_is_found_as_people_write() {
    let mut house = House::new().await;
    house.get(Role::Nurse, "/patients").await.is(200).says("There is no patient yet").says("/patients/new");
    house.with_pump(1, "Müller", "14").await;
    house.patient(2, "O’Neill-Smith", "Zoë", "1999-12-31", "South").await;
    let cases: [(&str, &str, &str); 16] = [
        ("mull", "MÜLLER", "O’NEILL"),
        ("MÜLLER ada", "MÜLLER", "O’NEILL"),
        ("zoe", "O’NEILL", "MÜLLER"),
        ("smith", "O’NEILL", "MÜLLER"),
        ("oneillsmith", "O’NEILL", "MÜLLER"),
        ("1980-05-02", "MÜLLER", "O’NEILL"),
        ("02.05.1980", "MÜLLER", "O’NEILL"),
        ("2.5.1980", "MÜLLER", "O’NEILL"),
        ("2/5/1980", "MÜLLER", "O’NEILL"),
        ("2 May 1980", "MÜLLER", "O’NEILL"),
        ("May 2, 1980 mül", "MÜLLER", "O’NEILL"),
        ("02-May-1980", "MÜLLER", "O’NEILL"),
        ("31 dec 1999", "O’NEILL", "MÜLLER"),
        ("R-0001", "MÜLLER", "O’NEILL"),
        ("r0002", "O’NEILL", "MÜLLER"),
        ("invented-00", "MÜLLER", "O’NEILL"),
    ];
    for (typed, found, other) in cases {
        let query: String = form_urlencoded::Serializer::new(String::new()).append_pair("q", typed).finish();
        let page = house.get(Role::Therapist, &format!("/patients?{query}")).await;
        page.is(200).says(found).silent(other);
    }
    for typed in ["mull smith", "31 May 1980", "%", "'; DROP TABLE term --", "<script>"] {
        let query: String = form_urlencoded::Serializer::new(String::new()).append_pair("q", typed).finish();
        house.get(Role::Nurse, &format!("/patients?{query}")).await.is(200).silent("<script>alert");
    }
    house.get(Role::Nurse, "/patients?q=nobody").await.says("Nobody is found for").says("New patient");
    house.get(Role::Administrator, "/patients").await.is(403);
    for (typed, words) in
        [("2 May 1980", "19800502"), ("x 3 sept 2001", "x 20010903"), ("99 May 1980", "99 may 1980")]
    {
        assert_eq!(search_words(typed).join(" "), words, "{typed}");
    }
}

/// R-LST-5: the whole list is paged by name, each patient once.
#[tokio::test]
async fn the_list_is_paged_by_name() {
    let mut house = House::new().await;
    for number in 1..=52 {
        house.patient(number, &format!("Family{number:02}"), "Eve", "1990-01-01", "").await;
    }
    let first = house.get(Role::Nurse, "/patients").await;
    first.says("FAMILY01").says("FAMILY50").silent("FAMILY51");
    let at = first.text.find("href=\"/patients?after=").unwrap() + 6;
    let next =
        first.text[at..at + first.text[at..].find('"').unwrap()].replace("&#38;", "&").replace("&amp;", "&");
    house
        .get(Role::Nurse, &next)
        .await
        .says("FAMILY51")
        .says("FAMILY52")
        .silent("FAMILY50")
        .silent("Next page");
    house.get(Role::Nurse, "/patients?q=eve").await.says("More than 50 patients are found");
}

const NEW: [(&str, &str); 8] = [
    ("family", "Able"),
    ("given", "Ada"),
    ("born", "1980-05-02"),
    ("gender", "female"),
    ("record", "R-0001"),
    ("diagnosis", "stroke"),
    ("house", "South"),
    ("contact", "sister, 0456"),
];

async fn fresh(house: &mut House) -> Vec<(String, String)> {
    let page = house.get(Role::Nurse, "/patients/new").await;
    let mut fields: Vec<(String, String)> =
        ["form", "expected", "patient"].map(|name| (name.to_owned(), page.field(name))).into();
    fields.extend(NEW.map(|(name, value)| (name.to_owned(), value.to_owned())));
    fields
}

async fn send(house: &mut House, role: Role, fields: &[(String, String)], more: &[(&str, &str)]) -> Answer {
    let mut all: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .filter(|(name, _)| !more.iter().any(|(other, _)| other == name))
        .collect();
    all.extend(more);
    house.post(role, "/patients/new", &all).await
}

/// R-LST-6: a new patient is one act, checked field by field, and looked for among those who are here.
#[tokio::test]
async fn a_new_patient_is_checked_and_looked_for() {
    let mut house = House::new().await;
    let form = fresh(&mut house).await;
    let wrong: [(&str, &str, &str); 8] = [
        ("family", " ", "Give the family name"),
        ("born", "2026-03-03", "lies in the future"),
        ("born", "1880-01-01", "more than 120 years"),
        ("born", "03.02.1980", "month in letters"),
        ("gender", "x", "Choose the gender"),
        ("diagnosis", "", "Choose the diagnosis"),
        ("diagnosis", "other", "Write the diagnosis"),
        ("diagnosis-other", "x", "Leave this empty"),
    ];
    for (field, value, says) in wrong {
        let page = send(&mut house, Role::Nurse, &form, &[(field, value)]).await;
        page.is(422).says("There is a problem").says(says).says("sister, 0456");
    }
    send(&mut house, Role::Therapist, &form, &[]).await.is(403);
    house.get(Role::Therapist, "/patients/new").await.is(403);
    let done = send(&mut house, Role::Nurse, &form, &[("then", "admit")]).await;
    assert_eq!(done.is(303).to, format!("/patients/{}/admit", form[2].1));
    // Sent twice it is one act, and the same patient is no duplicate of itself.
    send(&mut house, Role::Nurse, &form, &[("then", "admit")]).await.is(303);
    let id: Id = form[2].1.parse().unwrap();
    assert_eq!(house.version(id).await, 1);
    // Another patient under the same form: refused.
    send(&mut house, Role::Nurse, &form, &[("family", "Other"), ("another", "no relation")]).await.is(409);
    // A second Ada: asked first, and the answer is kept.
    let again = fresh(&mut house).await;
    let asked = send(&mut house, Role::Coordinator, &again, &[]).await;
    asked.is(422).says("Is this patient already here?").says("ABLE, Ada").says(&format!("/patients/{id}"));
    asked.says("name=\"contact\" value=\"sister, 0456\"");
    send(&mut house, Role::Nurse, &again, &[("asked", "yes")]).await.is(422).says("Say how you know");
    let second: Id = again[2].1.parse().unwrap();
    assert_eq!(house.version(second).await, 0);
    send(&mut house, Role::Nurse, &again, &[("asked", "yes"), ("another", "twin sister")]).await.is(303);
    assert_eq!(house.version(second).await, 2);
    // A form that came back after a time-out is shown again and does nothing.
    let late = fresh(&mut house).await;
    send(&mut house, Role::Nurse, &late, &[("resumed", "1")]).await.is(200).says("Able");
    house.post(Role::Nurse, "/patients/new", &[("family", "Able")]).await.is(400);
}

/// R-LST-7: who the patient is changes with a reason, and never over what somebody else has changed.
#[tokio::test]
async fn an_identity_changes_with_a_reason() {
    let mut house = House::new().await;
    let id = house.patient(7, "Able", "Ada", "1980-05-02", "North").await;
    let path = format!("/patients/{id}/identity");
    let page = house.get(Role::Nurse, &path).await;
    page.is(200).says("value=\"Able\"");
    let (form, expected) = (page.field("form"), page.field("expected"));
    let mut fields = vec![("form", form.as_str()), ("expected", expected.as_str()), ("diagnosis", "other")];
    fields.extend(NEW.into_iter().filter(|(name, _)| *name != "diagnosis"));
    fields.push(("diagnosis-other", "stiff person syndrome"));
    house.post(Role::Nurse, &path, &fields).await.is(422).says("Say why");
    fields.push(("reason", "married"));
    house.post(Role::Therapist, &path, &fields).await.is(403);
    house.report(id, json!({"at": "2026-03-02T09:00:00+01:00", "visit": {"on": "2026-03-09"}})).await;
    let stale = house.post(Role::Nurse, &path, &fields).await;
    stale.is(422).says("Nothing was saved").says("stiff person syndrome").says("married");
    let now = stale.field("expected");
    let mut second = fields.clone();
    second[1].1 = now.as_str();
    for _ in 0..2 {
        house.post(Role::Nurse, &path, &second).await.is(303);
    }
    assert_eq!(house.version(id).await, 3);
    house.get(Role::Nurse, "/patients").await.says("South");
    house.get(Role::Nurse, "/patients/00000000000000000000000000000001/identity").await.is(404);
}
