//! The papers of a patient: every one in every language, with what was seen in the pump and nothing else as running.
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
use house::invented::{Pump, demonstration, identity, people, registered};
use house::{House, START, is_sound};
use practice::patient::Identity;
use practice::synth::{Synth, synth};

use record::{Id, Kind, Port};
use therapy::OrderState;
use words::Language;

const PAPERS: [&str; 13] = [
    "emergency-sheet",
    "card",
    "visit-summary",
    "programming-sheet",
    "refill-record",
    "screening-sheet",
    "implant-record",
    "mri-sheet",
    "travel-letter",
    "family-guide",
    "exercises",
    "transfer-letter",
    "discharge-plan",
];

async fn invented(house: &House, patients: u32, seed: u64) -> Vec<Id> {
    let rules = house.state.rules().await.unwrap();
    let wanted = Synth { patients, years: 3, seed, now: START, first: 1, all_years: false };
    synth(house.state.practice(), &rules, &people(), &wanted, |_| {}).await.unwrap();
    let streams = house.store.streams(Kind::Patient, None, 100).await.unwrap();
    streams.into_iter().map(|(id, _)| id).collect()
}

/// Somebody of whom nothing is known but who it is; with a pump that came filled if asked for.
async fn bare(house: &House, number: u128, language: &str, pump: bool) -> String {
    let who = Identity { language: language.to_owned(), ..identity(number) };
    registered(house, number, who, if pump { Pump::Bare } else { Pump::None }).await.to_string()
}

/// The article alone, without its tags.
fn article(body: &str) -> String {
    let (_, rest) = body.split_once("<article").unwrap();
    let (article, _) = rest.split_once("</article>").unwrap();
    let mut text = String::new();
    let mut inside = true;
    for letter in article.chars() {
        match letter {
            '<' => inside = true,
            '>' => {
                inside = false;
                text.push(' ');
            }
            other if !inside => text.push(other),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// R-PAP-4: every paper of every invented patient is shown and printed in every language, or says why there is none; no text
/// is missing in any.
#[tokio::test(flavor = "multi_thread")]
async fn every_paper_can_be_made_in_every_language() {
    let house = House::with(demonstration()).await;
    let ids = invented(&house, 4, 5).await;
    let mut nurse = house.signed_in("nurse").await;
    let mut made: Vec<&str> = Vec::new();
    for (place, id) in ids.iter().enumerate() {
        let hub = nurse.get(&format!("/patients/{id}/papers")).await;
        assert_eq!(hub.status, StatusCode::OK, "{}", hub.body);
        is_sound("papers", &hub);
        for (turn, paper) in PAPERS.into_iter().enumerate() {
            for (step, language) in Language::ALL.into_iter().enumerate() {
                let code = language.code();
                let path = format!("/patients/{id}/papers/{paper}?language={code}");
                let page = nurse.get(&path).await;
                if page.status == StatusCode::NOT_FOUND {
                    assert!(page.body.contains("There is no such paper yet."), "{path}");
                    assert!(hub.body.contains("Not yet: "), "{path}");
                    continue;
                }
                assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.body);
                is_sound(&path, &page);
                assert!(page.body.contains(&format!("lang=\"{code}\" dir=\"{}\"", language.dir())), "{path}");
                let text = article(&page.body);
                let missing = text.split_once('\u{FFFD}').map(|(_, rest)| &rest[..40]);
                assert_eq!(missing, None, "{path}: a text is missing");
                // Typesetting takes its time: each paper in two of the languages, each language with four papers and more.
                if place == 0 && (turn + step).is_multiple_of(3) {
                    let pdf = nurse.get(&format!("/patients/{id}/papers/{paper}.pdf?language={code}")).await;
                    assert_eq!(pdf.status, StatusCode::OK, "{path}: {}", pdf.body);
                    assert!(pdf.body.starts_with("%PDF-"), "{path}");
                }
                made.push(paper);
            }
        }
    }
    for paper in
        ["emergency-sheet", "card", "visit-summary", "programming-sheet", "refill-record", "screening-sheet"]
    {
        assert!(made.contains(&paper), "{paper} was never made");
    }
}

/// R-PAP-5: whatever state an order is in, no paper calls it running unless it was seen in the pump; one that nobody
/// confirmed is a warning on every paper about the pump.
#[tokio::test(flavor = "multi_thread")]
async fn no_paper_shows_an_unconfirmed_order_as_running() {
    let house = House::with(demonstration()).await;
    let rules = house.state.rules().await.unwrap();
    let ids = invented(&house, 10, 5).await;
    let mut nurse = house.signed_in("nurse").await;
    let (mut hanging, mut running) = (0, 0);
    for id in ids {
        let patient = house.state.practice().patient(id, &rules).await.unwrap();
        let stand = patient.stand(&rules, START).unwrap();
        for record in &stand.course.orders {
            let Some(program) = &record.order.program else { continue };
            let order = &record.event.id;
            let sheet =
                nurse.get(&format!("/patients/{id}/papers/programming-sheet?language=en&of={order}")).await;
            assert_eq!(sheet.status, StatusCode::OK, "{id} {order}: {}", sheet.body);
            let text = article(&sheet.body);
            let says = |words: &str| text.contains(words);
            let in_the_pump = says(" IN THE PUMP, ");
            match record.state {
                OrderState::Running => {
                    running += 1;
                    assert!(in_the_pump, "{id} {order}: {text}");
                }
                OrderState::Ordered => assert!(says("NOT YET IN THE PUMP") && !in_the_pump, "{text}"),
                OrderState::Unknown => assert!(says("NOT KNOWN WHETHER IT IS IN THE PUMP") && !in_the_pump),
                OrderState::Replaced => assert!(says("NO LONGER IN THE PUMP") && !in_the_pump, "{text}"),
                OrderState::NotEntered => assert!(says("NOT ENTERED") && !in_the_pump, "{text}"),
                OrderState::Done => assert!(!in_the_pump, "{text}"),
            }
            if !matches!(record.state, OrderState::Ordered | OrderState::Unknown) || !patient.has_pump() {
                continue;
            }
            hanging += 1;
            let asked = practice::summary::micrograms(&therapy::dose_of(&program.run, program.concentration));
            let runs = stand.course.running().map(|runs| practice::summary::micrograms(&runs.dose_per_day()));
            for paper in
                ["emergency-sheet", "card", "visit-summary", "mri-sheet", "travel-letter", "transfer-letter"]
            {
                let page = nurse.get(&format!("/patients/{id}/papers/{paper}?language=en")).await;
                let text = article(&page.body);
                let told = ["ORDER NOT CONFIRMED IN THE PUMP", "Nobody has confirmed that the pump runs it"];
                assert!(told.iter().any(|words| text.contains(words)), "{id} {paper}: {text}");
                let name = "Dose per 24 hours, as last confirmed in the pump ";
                if let Some((_, rest)) = text.split_once(name) {
                    let shown = rest.split([' ', '\u{a0}']).next().unwrap();
                    assert_eq!(Some(shown), runs.as_deref().or(Some("not")), "{id} {paper}");
                    assert!(shown != asked || runs.as_deref() == Some(&*asked), "{id} {paper}");
                }
            }
        }
    }
    assert!(hanging > 0 && running > 0, "orders that wait and orders that run: {hanging}, {running}");
}

/// R-PAP-6: a translation that nobody approved has the English beside it and a mark at the top, numbers and dates in the
/// English way; what is not known says so in the language; the patient's own language is the one that is offered.
#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_approved_has_its_english_beside_it() {
    let house = House::with(demonstration()).await;
    let id = bare(&house, 901, "Deutsch", true).await;
    let without = bare(&house, 902, "Klingon", false).await;
    let mut nurse = house.signed_in("nurse").await;

    let english = nurse.get(&format!("/patients/{id}/papers/family-guide?language=en")).await;
    assert!(!english.body.contains("class=\"beside\"") && !english.body.contains("paper-mark"));
    let text = article(&english.body);
    assert!(text.contains("Refill by not known") && text.contains("2 May 1980 (45 years)"), "{text}");

    for language in Language::ALL.into_iter().filter(|language| *language != Language::English) {
        let path = format!("/patients/{id}/papers/family-guide?language={}", language.code());
        let page = nurse.get(&path).await;
        let approvals = words::Approvals::none();
        let voice = words::Voice::new(language, &approvals);
        let text = article(&page.body);
        assert!(page.body.contains("paper-mark"), "{path}: no mark");
        assert!(text.contains("2 May 1980 (45 years)"), "{path}: the English is beside it in {text}");
        assert!(text.contains(&voice.plain("common-not-known")), "{path}: {text}");
    }
    // Without being asked for: in the patient's own language; where there is none of it, in English.
    let own = nurse.get(&format!("/patients/{id}/papers/family-guide")).await;
    assert!(own.body.contains("lang=\"de\" dir=\"ltr\""), "{}", own.body);
    let hub = nurse.get(&format!("/patients/{without}/papers")).await;
    assert!(
        hub.body.contains("Klingon") && hub.body.contains("There is no pump in this patient"),
        "{}",
        hub.body
    );
    for (paper, status) in [("travel-letter", 404), ("emergency-sheet", 200), ("nothing", 404)] {
        let answer = nurse.get(&format!("/patients/{without}/papers/{paper}")).await;
        assert_eq!(answer.status.as_u16(), status, "{paper}");
    }
}

/// R-PAP-7: the travel letter says where refill or alarm would come before the return; markup in what people write stays text.
#[tokio::test(flavor = "multi_thread")]
async fn a_travel_letter_looks_at_the_day_of_return() {
    let house = House::with(demonstration()).await;
    let rules = house.state.rules().await.unwrap();
    let mut nurse = house.signed_in("nurse").await;
    let mut warned = 0;
    for id in invented(&house, 4, 5).await {
        let patient = house.state.practice().patient(id, &rules).await.unwrap();
        if !patient.has_pump() {
            continue;
        }
        let base = format!("/patients/{id}/papers/travel-letter?language=en&destination=%3Cb%3EAnkara");
        let late = nurse.get(&format!("{base}&from=2026-03-04&until=2027-03-04")).await;
        assert_eq!(late.status, StatusCode::OK);
        assert!(
            late.body.contains("&#60;b&#62;Ankara") || late.body.contains("&lt;b&gt;Ankara"),
            "{}",
            late.body
        );
        let text = article(&late.body);
        assert!(text.contains("4 March 2026 to 4 March 2027"), "{text}");
        warned += usize::from(text.contains("lies before the day of return"));
    }
    assert!(warned > 0);
}
