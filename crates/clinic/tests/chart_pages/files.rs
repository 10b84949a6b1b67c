//! Files, notes and calls.

use super::house::{House, NURSE, THERAPIST};

/// R-CHA-10: a file is what its content says, comes back as it was and never runs in our place; it opens by its own record only.
#[tokio::test]
async fn files_in_and_out() {
    let mut house = House::new().await;
    let id = house.with_pump(1, "23").await;
    let other = house.patient(2).await;
    let path = format!("/patients/{id}/files");
    for (name, bytes, status, told) in [
        ("", &b""[..], 422, "Choose a file"),
        ("evil.pdf", b"<!DOCTYPE html><script>alert(1)</script>", 422, "accepted: PDF"),
        ("run.txt", b"MZ\x90\x00\x03\x00\x00\x00", 422, "accepted: PDF"),
        ("x-ray \"front\".pdf", b"%PDF-1.7\nbones", 303, ""),
    ] {
        let page = house.get(THERAPIST, &path).await;
        house.upload(THERAPIST, &page, &path, name, bytes).await.is(status).says(told);
    }
    let version = house.version(id).await;
    let page = house.get(NURSE, &path).await;
    page.says("x-ray").says("PDF").says("therapist");
    let at = page.text.find(&format!("{path}/")).unwrap() + path.len() + 1;
    let hash = page.text[at..at + 64].to_owned();
    let (headers, bytes) = house.download(NURSE, &format!("{path}/{hash}")).await;
    assert_eq!(bytes, b"%PDF-1.7\nbones");
    assert_eq!(headers["content-type"], "application/pdf");
    assert_eq!(headers["content-disposition"], "attachment; filename=\"x-ray__22front_22.pdf\"");
    assert_eq!(headers["x-content-type-options"], "nosniff");
    // The hash of another record's file opens nothing, and neither does nonsense.
    house.get(NURSE, &format!("/patients/{other}/files/{hash}")).await.is(404);
    house.get(NURSE, &format!("{path}/{}", "z".repeat(64))).await.is(404);
    assert_eq!(house.version(id).await, version);
}

/// R-CHA-11: calls are kept with whom, whether anybody was reached, and what was agreed.
#[tokio::test]
async fn calls_are_kept() {
    let mut house = House::new().await;
    let id = house.with_pump(1, "23").await;
    let (path, contacts) = (format!("/patients/{id}/files"), format!("/patients/{id}/contacts"));
    let page = house.get(NURSE, &path).await;
    let sound = [
        ("about", "question"),
        ("with", "mother, by phone"),
        ("reached", "yes"),
        ("outcome", "comes on Monday"),
    ];
    for (name, told) in [
        ("about", "Choose what"),
        ("with", "with whom"),
        ("reached", "anybody was reached"),
        ("outcome", "said or agreed"),
    ] {
        let typed: Vec<_> = sound.into_iter().filter(|(known, _)| *known != name).collect();
        house.fill_in(NURSE, &page, &contacts, &typed).await.is(422).says(told);
    }
    let future = [&sound[..], &[("at", "2027-03-02")]].concat();
    house.fill_in(NURSE, &page, &contacts, &future).await.is(422).says("lies in the future");
    house.fill_in(NURSE, &page, &contacts, &sound).await.is(303);
    house.get(NURSE, &path).await.says("Contact about question mother, by phone. comes on Monday nurse");
}
