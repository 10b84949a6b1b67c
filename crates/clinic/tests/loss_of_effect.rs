//! R-LOE-4, R-LOE-5: the guide through a loss of effect through the router, on a store in a folder.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    missing_docs,
    reason = "tests may fail loudly"
)]

#[path = "ward/mod.rs"]
mod house;

use house::{Answer, COORDINATOR, DAY, House, NURSE, THERAPIST};
use practice::path::guide::Event;
use practice::patient::PatientEvent;
use record::Id;
use tokio::sync::{Mutex, MutexGuard};

/// The clock of the house is one for all tests of a process.
static ALONE: Mutex<()> = Mutex::const_new(());

struct Guide {
    _alone: MutexGuard<'static, ()>,
    house: House,
    patient: Id,
}

impl Guide {
    async fn new() -> Self {
        let alone = ALONE.lock().await;
        let house = House::new().await;
        let patient = house.with_pump(1, "18").await;
        Self { _alone: alone, house, patient }
    }

    fn path(&self, part: &str) -> String {
        format!("/patients/{}/loss-of-effect{part}", self.patient)
    }

    async fn show(&mut self, part: &str) -> Answer {
        let path = self.path(part);
        self.house.get(NURSE, &path).await
    }

    async fn fill(&mut self, page: &Answer, form: &str, typed: &[(&str, &str)]) -> Answer {
        let action = self.path(form);
        self.house.fill_in(NURSE, page, &action, typed).await
    }

    /// Records a step from the page that offers it, and says what the page then offers.
    async fn step(&mut self, step: &str, typed: &[(&str, &str)]) -> Answer {
        let page = self.show(&format!("?step={step}")).await;
        self.fill(&page, "/step", typed).await.is(303);
        self.show("").await
    }

    async fn begun(signs: &str) -> Self {
        let mut guide = Self::new().await;
        let page = guide.show("").await;
        guide.fill(&page, "/begin", &[("why", "legs stiff since Sunday"), ("signs", signs)]).await.is(303);
        guide
    }
}

/// R-LOE-4: a whole way to a subdural catheter: each step recorded with what was found, as the line of the course that it
/// is, and once; contrast is refused until the catheter has been aspirated, with the drug of this patient's line.
#[tokio::test]
async fn the_way_to_a_catheter() {
    let mut guide = Guide::new().await;
    let page = guide.show("").await;
    page.is(200).says("Signs of withdrawal or overdose now").says("its volume");
    guide.fill(&page, "/begin", &[("signs", "none")]).await.is(422).says("Say what has changed");
    guide.fill(&page, "/begin", &[("why", "stiff")]).await.is(422).says("Tick every sign that is there");
    guide.fill(&page, "/begin", &[("why", "legs stiff since Sunday"), ("signs", "none")]).await.is(303);
    let page = guide.show("").await;
    page.says("Next: Is it the pump at all?").says("creatine kinase").says("Legs stiff since Sunday.");
    guide.house.get(COORDINATOR, "/today?kind=loss-of-effect").await.says("Next: Is it the pump at all?");
    // What is missing or contradicts itself is said beside its field.
    guide.fill(&page, "/step", &[]).await.is(422).says("Say what was found");
    guide.step("not-the-pump", &[("found", "none")]).await.says("Next: Read the pump");
    let page = guide.show("").await;
    let wrong = [("found", "in-order"), ("running", "no")];
    guide.fill(&page, "/step", &wrong).await.is(422).says("A pump that does not run is not in order");
    guide
        .step("interrogate", &[("found", "in-order"), ("running", "yes")])
        .await
        .says("Measure what is left");
    assert_eq!(guide.house.lines(guide.patient, "interrogated").await.len(), 1);
    guide.step("residual", &[("found", "as-expected")]).await.says("Next: X-ray").says("35.1 %");
    let page = guide.step("x-ray", &[("found", "in-order")]).await;
    page.says("Next: Aspirate through the access port");
    page.says("0.21 mL: 105 micrograms of drug at 500 micrograms per mL");
    page.says("Nothing goes through the access port before the catheter has been aspirated");

    // Contrast first is refused, and recorded only as something that was done all the same.
    let refused = guide.show("?step=contrast").await;
    refused.says("Not now: Contrast").says("The drug in the catheter would be pushed into the patient");
    let typed = [("found", "flows"), ("what", "contrast, 1 mL")];
    guide.fill(&refused, "/step", &typed).await.is(422).says("If it was done, tick below");
    assert!(guide.house.lines(guide.patient, "injected").await.is_empty());

    let page = guide.show("").await;
    let little = [("found", "freely"), ("volume", "0.1")];
    guide.fill(&page, "/step", &little).await.is(422).says("The catheter holds 0.21 mL: less came");
    let page = guide.step("aspirate", &[("found", "freely"), ("volume", "1")]).await;
    page.says("Next: Contrast through the access port").says("needed now: 0.21 mL, 105 micrograms");
    page.says("Free aspiration alone does not show");
    let next_day = guide.show("?step=contrast").await;
    let page = guide.step("contrast", &[("found", "subdural"), ("what", "contrast, 1 mL")]).await;
    page.says("Likely cause: Catheter: beside the spinal fluid").says("Next: Prime tubing and catheter");
    let injected = guide.house.lines(guide.patient, "injected").await;
    assert_eq!(injected[0].pointer("/injected/aspirated-first"), Some(&serde_json::json!(true)));
    assert!(!guide.house.open(guide.patient).await.contains(&"PORT-NOT-ASPIRATED"));
    guide.fill(&next_day, "/step", &typed).await.is(422).says("the record has changed");

    let page = guide.show("").await;
    guide.fill(&page, "/end", &[("plan", "")]).await.is(422).says("Say what is done now");
    let end = [("plan", "revision on Thursday, low dose after it")];
    let version = guide.house.version(guide.patient).await;
    guide.fill(&page, "/end", &end).await.is(303);
    guide.fill(&page, "/end", &end).await.is(303);
    assert_eq!(guide.house.version(guide.patient).await, version + 1, "sent twice is one act");
    let page = guide.show("").await;
    page.says("Catheter: beside the spinal fluid (subdural)").says("Revision on Thursday").says("Begin");
    guide.house.get(NURSE, "/today?kind=loss-of-effect").await.silent("Next:");
    let events = guide.house.events(guide.patient).await;
    let of_guide = events.iter().filter(|event| matches!(event, PatientEvent::LossOfEffect(_)));
    assert_eq!(of_guide.count(), 8);
}

/// R-LOE-5: signs come first; contrast on another day or without aspiration is a stop; what was done all the same is
/// recorded with a reason and stays open; the volume on record is what counts.
#[tokio::test]
async fn what_must_not_come() {
    let mut guide = Guide::begun("itch").await;
    let page = guide.show("").await;
    page.says("Signs of withdrawal: treat this first").says("Withdrawal: what to do now");
    guide.house.get(NURSE, "/today?kind=loss-of-effect").await.says("Signs of withdrawal: treat first");
    let both = [("signs", "none"), ("signs.note", "well")];
    guide.fill(&page, "/signs", &both).await.is(303);
    guide.show("").await.silent("treat this first");
    for (step, typed) in [
        ("interrogate", &[("found", "in-order"), ("running", "yes")][..]),
        ("x-ray", &[("found", "in-order")][..]),
        ("aspirate", &[("found", "freely"), ("volume", "0.5")][..]),
    ] {
        guide.step(step, typed).await.is(200);
    }
    guide.show("?step=contrast").await.says("Next: Contrast");
    // 0.1 mL, which hold 50 micrograms, at 0.4 mL a day: 6 hours.
    House::wait(6 * 3_600 - 60);
    guide.show("?step=contrast").await.says("Next: Contrast");
    House::wait(120);
    guide.show("?step=contrast").await.says("Drug has come into the catheter since it was aspirated");
    House::wait(DAY);
    // Contrast of the first morning that is recorded late was in time.
    let page = guide.show("?step=contrast").await;
    page.says("Not now: Contrast");
    let early =
        [("found", "unclear"), ("what", "contrast, 1 mL"), ("at", "2026-03-02"), ("at.time", "10:20")];
    guide.fill(&page, "/step", &early).await.is(303);
    assert!(!guide.house.open(guide.patient).await.contains(&"PORT-NOT-ASPIRATED"));
    let page = guide.show("?step=contrast").await;
    let typed = [("found", "flows"), ("what", "contrast, 1 mL"), ("all-the-same", "yes")];
    guide.fill(&page, "/step", &typed).await.is(422).says("Say why it was done all the same");
    let mut typed = typed.to_vec();
    typed.push(("note", "elsewhere, before transfer; drowsy for an hour"));
    guide.fill(&page, "/step", &typed).await.is(303);
    guide.show("").await.says("although refused").says("drowsy for an hour");
    assert!(guide.house.open(guide.patient).await.contains(&"PORT-NOT-ASPIRATED"));
    // Tolerance before everything was looked at needs a reason.
    let page = guide.show("").await;
    let end = [("cause", "tolerance"), ("plan", "drug holiday")];
    guide.fill(&page, "/end", &end).await.is(422).says("Reason is missing");
    let strangers = guide.path("/end");
    let refused = guide.house.post(THERAPIST, &strangers, &page.fields(&strangers)).await;
    refused.is(403);
}

/// R-LOE-5: of an aspiration the course is the judge: a corrected volume, or a line marked as entered in error, closes the
/// port again.
#[tokio::test]
async fn the_course_judges_an_aspiration() {
    let mut guide = Guide::begun("none").await;
    for (step, typed) in [
        ("interrogate", &[("found", "in-order"), ("running", "yes")][..]),
        ("x-ray", &[("found", "in-order")][..]),
        ("aspirate", &[("found", "freely"), ("volume", "0.5")][..]),
    ] {
        guide.step(step, typed).await.is(200);
    }
    guide.show("?step=contrast").await.says("Next: Contrast");
    let line = guide.house.lines(guide.patient, "aspirated").await.remove(0);
    let wrong = line["id"].as_str().unwrap().to_owned();
    let with = serde_json::json!({ "at": line["at"], "aspirated": { "volume": "0.05 mL" } });
    let reason = "slip".to_owned();
    let correct = practice::Step::Correct { wrong, line: with, reason: reason.clone() };
    guide.house.record(guide.patient, vec![correct]).await;
    guide.show("?step=contrast").await.says("Not now: Contrast").says("Less came than the catheter holds");
    let wrong = guide.house.lines(guide.patient, "aspirated").await[0]["id"].as_str().unwrap().to_owned();
    guide.house.record(guide.patient, vec![practice::Step::EnteredInError { wrong, reason }]).await;
    guide.show("?step=contrast").await.says("The drug in the catheter would be pushed into the patient");
    let event = Event::Step {
        step: "contrast".to_owned(),
        at: house::MORNING,
        found: "flows".to_owned(),
        note: String::new(),
        all_the_same: false,
    };
    // The door refuses it as the page does.
    let form = practice::Form {
        id: guide.house.state.new_id(),
        patient: guide.patient,
        expected: guide.house.version(guide.patient).await,
        now: house::MORNING,
    };
    let rules = guide.house.state.rules().await.unwrap();
    let steps =
        vec![practice::Step::Event { event: PatientEvent::LossOfEffect(event), happened: house::MORNING }];
    let practice = guide.house.state.practice();
    let answer = practice.record(&House::surgeon(), form, &rules, steps).await;
    assert!(answer.unwrap_err().to_string().contains("must not come now"));
}
