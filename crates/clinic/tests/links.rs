//! R-LNK-6, R-DIA-3, R-TXT-2: the page of cards and patient pages with what came from them, Today with it, and the page on
//! which texts are approved.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    missing_docs,
    reason = "tests may fail loudly"
)]

mod ward;

use practice::outside::{self, Sent};
use practice::path::diary::{Day, Sleep};
use practice::path::link::{Kind, Link};
use practice::path::told::{Alarm, Question};
use practice::triage::{Answers, Delivery, Often, Signs, Sound, triage};
use record::Id;
use serde_json::json;
use std::collections::BTreeSet;
use tokio::sync::Mutex;
use ward::{COORDINATOR, House, MORNING, NURSE, SURGEON, THERAPIST, WRITER};

/// The clock of a house is one for all tests of this file.
static ONE_AT_A_TIME: Mutex<()> = Mutex::const_new(());

async fn links(house: &House, id: Id) -> Vec<Link> {
    let rules = house.state.rules().await.unwrap();
    house.state.practice().patient(id, &rules).await.unwrap().path.links.all.clone()
}

async fn send(house: &House, token: &str, sent: Sent) {
    let (rules, form) = (house.state.rules().await.unwrap(), house.state.new_id());
    let taken = house.state.practice().record_from_outside(token, form, [1; 32], &rules, MORNING, sent).await;
    taken.unwrap();
}

fn two_tones() -> Alarm {
    let answers = Answers {
        sound: Sound::TwoTone,
        often: Often::Once,
        tones_known: true,
        withdrawal: Signs::Asked(BTreeSet::new()),
        overdose: Signs::Asked(BTreeSet::new()),
        high_risk: None,
        delivery: Delivery::Flows,
    };
    Alarm::of(&answers, &triage(&answers), "since eight", "<b>loud</b>")
}

/// R-LNK-6: a card and a patient page are made, stand with their addresses, tell how often they were opened, and are revoked
/// with a reason. Addresses are for those who hand them out, and neither other pages nor the interface tell them.
#[tokio::test]
async fn cards_and_patient_pages_are_handed_out() {
    let _alone = ONE_AT_A_TIME.lock().await;
    let mut house = House::new().await;
    let id = house.with_pump(1, "30").await;
    let path = format!("/patients/{id}/links");
    house.get(NURSE, &format!("/patients/{id}")).await.says("Card and patient page");
    let page = house.get(NURSE, &path).await;
    page.is(200).says("No link is live").says("Nothing from the patient page waits");
    let make =
        |kind: &'static str, whom: &'static str| vec![("kind", kind), ("for-whom", whom), ("act", "make")];

    let refused = house.fill_in(NURSE, &page, &path, &make("", " ")).await;
    refused.is(422).says("Choose what the link opens").says("Say for whom");
    house.fill_in(NURSE, &page, &path, &make("emergency", "the card")).await.is(303);
    // The same form again is one act, though its token would be another.
    house.fill_in(NURSE, &page, &path, &make("emergency", "the card")).await.is(303);
    let page = house.get(COORDINATOR, &path).await;
    page.says("A new emergency card takes the place of the one above");
    house.fill_in(COORDINATOR, &page, &path, &make("patient", "mother")).await.is(303);
    let all = links(&house, id).await;
    assert_eq!(all.iter().map(|link| link.kind).collect::<Vec<_>>(), [Kind::Emergency, Kind::Patient]);

    let rules = house.state.rules().await.unwrap();
    let found = outside::find(house.state.practice(), &rules, &all[1].token).await.unwrap().unwrap();
    house.state.store().viewed(outside::opened(&found, MORNING, "192.0.2.1", 200));
    house.patient(7).await;
    let page = house.get(NURSE, &path).await;
    for link in &all {
        let address = format!("http://clinic.example{}", link.path());
        assert!(page.text.contains(&format!("href=\"{address}\"")), "{address}");
    }
    page.says("once, 2 March 2026, 10:00").says("not yet");
    // Who does not hand out cards sees that there are some.
    let seen = house.get(THERAPIST, &path).await;
    seen.is(200).says("Emergency card").silent("Make a link");
    for path in [
        path.clone(),
        format!("/patients/{id}"),
        format!("/patients/{id}/timeline"),
        format!("/api/patients/{id}"),
        format!("/api/patients/{id}/timeline"),
        "/today".to_owned(),
        "/patients".to_owned(),
    ] {
        let answer = house.get(THERAPIST, &path).await;
        for link in &all {
            assert!(!answer.text.contains(&link.token) && !answer.text.contains(&link.hash), "{path}");
        }
    }
    let version = house.version(id).await;
    let event = json!({"kind": "link", "body": {"act": "made", "id": "x", "token": "a".repeat(43), "link": "patient",
        "for_whom": "x"}});
    let body = json!({"form": house.state.new_id().to_string(), "expected": version,
        "steps": [{"step": "event", "event": event}]});
    let answer = house.json(NURSE, &format!("/api/patients/{id}/record"), &body).await;
    assert!(answer.status >= 400, "{}", answer.text);
    assert_eq!(house.version(id).await, version);

    let mothers = all[1].id.as_str();
    let reason = format!("reason-{mothers}");
    let revoke = |why: &'static str| vec![("act", "revoke"), ("link", mothers), (reason.as_str(), why)];
    house.fill_in(NURSE, &page, &path, &revoke("")).await.is(422).says("Say why");
    house.fill_in(NURSE, &page, &path, &revoke("phone lost")).await.is(303);
    let page = house.get(NURSE, &path).await;
    page.says("phone lost");
    assert!(!page.text.contains(&all[1].token));
    assert!(outside::find(house.state.practice(), &rules, &all[1].token).await.unwrap().is_none());
}

/// R-DIA-3: what came from the patient page stands on Today, on the overview and on its page until somebody deals with it;
/// the diary stands as a table.
#[tokio::test]
async fn today_shows_and_clears_what_patients_report() {
    let _alone = ONE_AT_A_TIME.lock().await;
    let mut house = House::new().await;
    let id = house.with_pump(1, "30").await;
    let path = format!("/patients/{id}/links");
    let events = {
        let rules = house.state.rules().await.unwrap();
        let patient = house.state.practice().patient(id, &rules).await.unwrap();
        practice::path::link::make(&patient, Kind::Patient, "mother", [5; 32])
    };
    for event in events {
        house.event(id, event).await;
    }
    let token = links(&house, id).await[0].token.clone();
    let mut day = Day::empty("2026-03-01".parse().unwrap());
    (day.spasms, day.sleep, day.note) = (Some(4), Some(Sleep::Broken), "a long day".to_owned());
    send(&house, &token, Sent::Diary(day)).await;
    send(&house, &token, Sent::Alarm(two_tones())).await;
    let alarm = house.version(id).await;
    send(&house, &token, Sent::Question(Question { question: None, text: "May I swim?".to_owned() })).await;
    let question = house.version(id).await;

    let today = house.get(NURSE, "/today").await;
    today.says("Urgent reports from patient pages").says("hears an alarm: two tones in turn (mother)");
    today.says("Reports and questions from patient pages").says("Asks: May I swim?");
    house.get(NURSE, &format!("/patients/{id}")).await.says("From the patient page").says("May I swim?");
    let page = house.get(NURSE, &path).await;
    page.is(200)
        .says("to be dealt with (2)")
        .says("Two tones in turn")
        .says("since eight")
        .says("a long day");
    assert!(!page.text.contains("<b>loud</b>"), "what was written is text");

    let said = format!("said-{alarm}");
    let entry = alarm.to_string();
    let deal =
        |words: &'static str| vec![("act", "report"), ("entry", entry.as_str()), (said.as_str(), words)];
    house.fill_in(NURSE, &page, &path, &deal(" ")).await.is(422).says("Say what was done");
    house.fill_in(NURSE, &page, &path, &deal("called back, comes in now")).await.is(303);
    let page = house.get(COORDINATOR, &path).await;
    page.says("to be dealt with (1)").says("called back, comes in now");
    let answer = format!("answer-{question}");
    let entry = question.to_string();
    let typed = [("act", "report"), ("entry", entry.as_str()), (answer.as_str(), "Yes, after the check.")];
    house.fill_in(COORDINATOR, &page, &path, &typed).await.is(303);
    let today = house.get(NURSE, "/today").await;
    today.says("Nothing waits").silent("May I swim?");
    house.get(SURGEON, &path).await.says("Nothing from the patient page waits").says("Yes, after the check.");
}

/// R-TXT-2: a physician reads texts beside the English and approves what is ticked, sees who approved what and when, and
/// withdraws it; somebody without the right sees them at most.
#[tokio::test]
async fn texts_are_approved_one_by_one() {
    let _alone = ONE_AT_A_TIME.lock().await;
    let mut house = House::new().await;
    let path = "/settings/texts";
    let shown = |language: &str, show: &str| format!("{path}?language={language}&group=card&show={show}");
    house.get(NURSE, path).await.is(403);
    let page = house.get(WRITER, &shown("en", "open")).await;
    page.is(200).says("Baclofen pump – emergency card").says("not approved").says("{ $date }");
    house.fill_in(WRITER, &page, path, &[("act", "approve")]).await.is(422).says("Tick the texts");
    let print = words::fingerprint(words::Language::English, "card-title").unwrap();
    let ticked = format!("card-title {print}");
    let done = house.fill_in(WRITER, &page, path, &[("act", "approve"), ("texts", &ticked)]).await;
    assert_eq!((done.status, done.to.as_str()), (303, shown("en", "open").as_str()));
    house.get(WRITER, &shown("en", "open")).await.silent("Baclofen pump – emergency card");
    let page = house.get(WRITER, &shown("en", "all")).await;
    page.says("approved by first.physician, 2 March 2026, 10:00");
    let settings = house.state.settings().await.unwrap();
    assert!(settings.approvals().has(words::Language::English, "card-title"));

    // What was read in other words than those of now is not approved.
    let stale = [("act", "approve"), ("texts", "card-drug 000000000000000000000000")];
    house.fill_in(WRITER, &page, path, &stale).await.is(422).says("has changed since it was shown");
    house.fill_in(NURSE, &page, path, &[("act", "approve"), ("texts", &ticked)]).await.is(403);
    house.fill_in(WRITER, &page, path, &[("act", "withdraw"), ("texts", &ticked)]).await.is(303);
    assert!(house.state.settings().await.unwrap().texts.is_empty());

    let hebrew = house.get(WRITER, &shown("he", "all")).await;
    assert!(hebrew.text.contains("lang=\"he\" dir=\"rtl\""));
}
