//! R-OUT-21 to R-OUT-24: the outcomes in the clinic.
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
use house::invented::{Pump, actor, demonstration, identity, people, registered};
use house::{Answer, House, START, is_sound};
use outcomes::cohort::{Plan, Windows, report};
use practice::access::Role;
use practice::rules::Rules;
use practice::sight::Sight;
use practice::synth::{Synth, synth};
use std::sync::Arc;

/// A house with invented patients of some years.
async fn with_courses(patients: u32) -> (House, Arc<Rules>) {
    let house = House::with(demonstration()).await;
    let rules = house.state.rules().await.unwrap();
    let wanted = Synth { patients, years: 6, seed: 7, now: START, first: 1, all_years: true };
    synth(house.state.practice(), &rules, &people(), &wanted, |_| {}).await.unwrap();
    (house, rules)
}

/// A page without its drawings, which have titles of their own.
fn bare(mut page: Answer) -> Answer {
    let parts = page.body.split("<svg").map(|part| part.split("</svg>").last().unwrap());
    page.body = parts.collect();
    page
}

/// R-OUT-21: who may not analyse is refused, also the files; who may sees a sound page, empty or not.
#[tokio::test]
async fn outcomes_need_their_right() {
    let house = House::new().await;
    for path in ["/outcomes", "/outcomes/report.pdf", "/outcomes/report.json", "/outcomes/table/cohort.csv"] {
        for (login, status) in [("physician", StatusCode::OK), ("coordinator", StatusCode::FORBIDDEN)] {
            let answer = house.signed_in(login).await.get(path).await;
            assert_eq!(answer.status, status, "{login} {path}");
        }
    }
    let page = house.signed_in("physician").await.get("/outcomes").await;
    is_sound("empty", &page);
    assert!(page.body.contains("Nobody here has a pump on record yet"), "{}", page.body);
}

/// R-OUT-22: a choice that cannot be read is refused by its field; one that leaves nobody says so.
#[tokio::test]
async fn a_choice_is_read_or_refused() {
    let house = House::with(demonstration()).await;
    registered(&house, 1, identity(1), Pump::Running).await;
    let mut browser = house.signed_in("physician").await;
    for (query, problem) in [
        ("age-from=old", "whole years from 0 to 120"),
        ("age-from=60&age-to=20", "nobody is both"),
        ("implanted-from=9.3.2026", "Accepted: a date"),
        ("implanted-from=2026-03-01&implanted-to=2026-02-01", "lies before the first"),
        ("cut=2090-01-01", "still to come"),
    ] {
        let page = browser.get(&format!("/outcomes?{query}")).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{query}");
        assert!(page.body.contains(problem), "{query}: {}", page.body);
        is_sound(query, &page);
        let file = browser.get(&format!("/outcomes/report.json?{query}")).await;
        assert_eq!(file.status, StatusCode::BAD_REQUEST, "{query}");
    }
    let page = browser.get("/outcomes?cause=stroke").await;
    assert!(page.body.contains("Nobody with a system was chosen"), "{}", page.body);
    is_sound("nobody", &page);
    let page = bare(browser.get("/outcomes?cause=multiple-sclerosis").await);
    assert!(page.body.contains("Only 1 patient"), "{}", page.body);
    is_sound("one", &page);
}

/// R-OUT-23: page, paper and files say no name, no record number and no birth date; the page names only those whose system is
/// to be checked, and never on paper. R-OUT-24: they say what the analysis of the same rows says.
#[tokio::test]
async fn reports_have_no_names_and_say_what_the_analysis_says() {
    let (house, rules) = with_courses(4).await;
    let mut browser = house.signed_in("physician").await;
    let all = house
        .state
        .practice()
        .people(&actor(Role::Physician), &Sight::Everybody, &rules, START)
        .await
        .unwrap();
    assert_eq!(all.persons.len(), 4);
    let cut = jiff::Timestamp::from_second(START).unwrap().in_tz(&rules.zone).unwrap().date();
    let plan = Plan { choice: Default::default(), cut, windows: Windows::default(), group_by: None };
    let wanted = report(&all.persons, &plan);

    let page = bare(browser.get("/outcomes").await);
    is_sound("page", &page);
    let json = browser.get("/outcomes/report.json").await;
    let said: serde_json::Value = serde_json::from_str(&json.body).unwrap();
    // Read from text like the other: reading rounds the last digit.
    let meant: serde_json::Value = serde_json::from_str(&serde_json::to_string(&wanted).unwrap()).unwrap();
    assert!(said == meant, "the file says other numbers than the analysis");

    let mut texts = vec![page.body.split("id=\"contents\"").nth(1).unwrap().to_owned(), json.body];
    for table in wanted.tables() {
        let file = browser.get(&format!("/outcomes/table/{}.csv", table.id)).await;
        assert_eq!(file.status, StatusCode::OK, "{}", table.id);
        assert_eq!(file.body, table.csv(), "{}", table.id);
        texts.push(file.body);
    }
    for figure in clinic::outcomes::figures(&wanted) {
        for ending in ["svg", "png"] {
            let file = browser.get(&format!("/outcomes/figure/{}.{ending}", figure.id)).await;
            assert_eq!(file.status, StatusCode::OK, "{}.{ending}", figure.id);
            texts.push(file.body);
        }
    }
    texts.push(clinic::outcomes::html(&wanted, &plan, "Clinic").unwrap());
    let paper = clinic::outcomes::paper(&wanted, &plan, "Clinic", true);
    texts.push(format!("{paper:?}"));
    let births = all.persons.iter().map(|person| person.born.unwrap().to_string());
    let names = ["Invented one", "DEMO-0001", "Invented three"].map(str::to_owned);
    for secret in births.chain(names) {
        for text in &texts {
            let at = text.find(&secret);
            assert_eq!(at, None, "{secret} in {}", &text[at.unwrap_or(0).saturating_sub(80)..][..200]);
        }
    }
    let pdf = browser.get("/outcomes/report.pdf?published=yes").await;
    assert!(pdf.body.starts_with("%PDF-"), "{}", pdf.status);
    for missing in
        ["/outcomes/table/nothing.csv", "/outcomes/figure/nothing.svg", "/outcomes/figure/dose.gif"]
    {
        assert_eq!(browser.get(missing).await.status, StatusCode::NOT_FOUND, "{missing}");
    }
}
