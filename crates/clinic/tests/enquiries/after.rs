//! What comes after the work on an enquiry: somebody who was faster, consent that is withdrawn, the patient that it becomes.

use super::house::{Browser, House, is_sound};
use super::{PDF, REFUSED, SEEN, id_of, says, silent, write};
use axum::http::StatusCode;

pub async fn faster_and_withdrawn(house: &House, mut nurse: Browser<'_>, id: &str, letter: &str) {
    let path = format!("/enquiries/{id}");
    let file = |hash: &str, part: &str| format!("{path}/files/{hash}{part}");
    // Somebody else was faster: nothing is lost, and it is said what came.
    let old = nurse.get(&path).await;
    let (form, expected) = (old.value("form").unwrap(), old.value("expected").unwrap());
    let mut coordinator = house.signed_in("coordinator").await;
    let now = coordinator.get(&path).await;
    let own = [("form", now.value("form").unwrap()), ("expected", now.value("expected").unwrap())];
    let own: Vec<(&str, &str)> = own.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(coordinator.post(&format!("{path}/take"), &own).await.status, SEEN);
    let late = [("form", form.as_str()), ("expected", &expected), ("answer.how", "typed with care")];
    let answer = nurse.post(&format!("{path}/answered"), &late).await;
    assert_eq!(answer.status, REFUSED);
    says(&answer, &["typed with care", "Test Coordinator works on it", "has changed since"]);
    // Consent is withdrawn: what was sent is gone from every page.
    let page = nurse.get(&path).await;
    let own = [("form", page.value("form").unwrap()), ("expected", page.value("expected").unwrap())];
    let mut all: Vec<(&str, &str)> = own.iter().map(|(name, value)| (*name, value.as_str())).collect();
    all.extend([("why", "withdrawn"), ("note", "by phone")]);
    assert_eq!(nurse.post(&format!("{path}/close"), &all).await.status, SEEN);
    let interface = ["/api/v1/enquiries".to_owned(), format!("/api/v1/enquiries/{id}")];
    let pages = [path.clone(), "/enquiries?show=all".to_owned(), "/enquiries?q=Ada".to_owned()];
    for shown in pages.into_iter().chain(interface) {
        let page = nurse.get(&shown).await;
        silent(
            &page,
            &[
                "Ada Invented",
                "Mother",
                "Two clinics",
                "letter.pdf",
                "900 000",
                "hip X-ray",
                "come on Monday",
            ],
        );
    }
    for gone in
        [file(letter, "/download"), file(letter, ""), format!("{path}/opinion"), format!("{path}/patient")]
    {
        assert_eq!(nurse.get(&gone).await.status, StatusCode::NOT_FOUND, "{gone}");
    }
}

pub async fn becomes_patients(house: &House, id: &str, letter: &str) {
    let path = format!("/enquiries/{id}");
    // A patient who is here: the same birth date.
    let who = [
        ("family", "Invented"),
        ("given", "Ada"),
        ("born", "1980-05-02"),
        ("gender", "female"),
        ("record", "R-1"),
        ("diagnosis", "multiple-sclerosis"),
    ];
    let mut coordinator = house.signed_in("coordinator").await;
    let new = coordinator.get("/patients/new").await;
    let patient = new.value("patient").unwrap();
    let mut fields = who.to_vec();
    fields.push(("patient", &patient));
    let own = [("form", new.value("form").unwrap()), ("expected", "0".to_owned())];
    fields.extend(own.iter().map(|(name, value)| (*name, value.as_str())));
    assert_eq!(coordinator.post("/patients/new", &fields).await.status, SEEN);
    let become_one = format!("{path}/patient");
    let page = coordinator.get(&become_one).await;
    is_sound(&become_one, &page);
    says(&page, &["INVENTED, Ada", "It is this patient", "the opened file", "1 file is still in quarantine"]);
    // To register another one of the same birth date takes a reason.
    let (form, expected, fresh) =
        (page.value("form").unwrap(), page.value("expected").unwrap(), page.value("patient").unwrap());
    let own = [("form", form.as_str()), ("expected", &expected), ("patient", &fresh)];
    let mut another =
        [&own[..], &who[..4], &[("record", "R-2"), ("diagnosis", "multiple-sclerosis")]].concat();
    let asked = coordinator.post(&become_one, &another).await;
    assert_eq!(asked.status, REFUSED);
    says(&asked, &["How do you know that it is another person"]);
    let same = [own[0], own[1], ("same", patient.as_str())];
    let done = coordinator.post(&become_one, &same).await;
    assert_eq!(done.header("location"), format!("/patients/{patient}/files"), "{}", done.body);
    assert_eq!(
        coordinator.post(&become_one, &same).await.header("location"),
        format!("/patients/{patient}/files")
    );
    let record = coordinator.get(&format!("/patients/{patient}/files")).await;
    says(
        &record,
        &[
            "letter.pdf (came with the enquiry)",
            "Two clinics say different things",
            &format!("href=\"{path}\""),
        ],
    );
    silent(&record, &["locked.pdf"]);
    let got = coordinator.get(&format!("/patients/{patient}/files/{letter}")).await;
    assert_eq!(got.body.as_bytes(), PDF);
    says(&coordinator.get(&path).await, &[&format!("href=\"/patients/{patient}\"")]);

    // A second enquiry becomes a new patient, once somebody says why it is another person.
    let id = id_of(&write(house, &[("about", "Eve Invented")], &[("scan.pdf", PDF)]).await);
    let become_two = format!("/enquiries/{id}/patient");
    let page = coordinator.get(&become_two).await;
    let own = ["form", "expected", "patient"].map(|name| (name, page.value(name).unwrap()));
    another.splice(0..3, own.iter().map(|(name, value)| (*name, value.as_str())));
    another.push(("another", "twin sister, asked both"));
    let done = coordinator.post(&become_two, &another).await;
    assert_eq!(done.status, SEEN, "{}", done.body);
    let record = coordinator.get(done.header("location")).await;
    says(&record, &["twin sister, asked both", &format!("/enquiries/{id}")]);
    let mut therapist = house.signed_in("therapist").await;
    silent(&therapist.get(done.header("location")).await, &["Came by an enquiry:"]);
}
