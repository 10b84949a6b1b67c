//! The pathway through the router: sheets, candidacy, consents, the test by the hour, complications, after-care, the board.
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

use house::{Answer, COORDINATOR, DAY, House, NURSE, SURGEON, THERAPIST, WRITER, Who};
use practice::patient::PatientEvent;
use practice::{Form, Step};
use record::Id;
use serde_json::json;
use std::collections::BTreeMap;

/// A form of a page of one patient, filled in and sent.
async fn send(
    house: &mut House,
    who: Who,
    patient: Id,
    (page, action): (&str, &str),
    typed: &[(&str, &str)],
) -> Answer {
    let shown = house.get(who, &format!("/patients/{patient}/{page}")).await;
    house.fill_in(who, &shown, &format!("/patients/{patient}/{action}"), typed).await
}

async fn page(house: &mut House, patient: Id, path: &str) -> Answer {
    house.get(NURSE, &format!("/patients/{patient}/{path}")).await
}

/// R-EVA-2: what is answered is kept with who and when, what is missing is said, what cannot be is refused and stays typed;
/// a sheet is a paper too.
#[tokio::test]
async fn a_sheet_is_answered_piece_by_piece() {
    let mut house = House::new().await;
    let patient = house.patient(1).await;
    let sheet = ("sheets/skin-nutrition", "sheets/skin-nutrition");
    for (typed, told) in [
        (("q.weight", "52,5"), "takes a number from 2 to 300 kg"),
        (("q.nutrition", "excellent"), "takes one of: good, at risk, malnourished"),
        (("on", "2026-03-03"), "This day has not come yet"),
        (("examiner", ""), "Say who examined"),
    ] {
        let refused = send(&mut house, NURSE, patient, sheet, &[("q.height", "163"), typed]).await;
        refused.is(422).says(told);
        assert_eq!(refused.fields(&format!("/patients/{patient}/sheets/skin-nutrition"))["q.height"], "163");
    }
    send(&mut house, NURSE, patient, sheet, &[]).await.is(422).says("Nothing is answered yet");
    let typed = [("q.weight", "52.5"), ("q.nutrition", "good"), ("examiner", "Nurse Hill, ward 3")];
    send(&mut house, NURSE, patient, sheet, &typed).await.is(303);
    let shown = page(&mut house, patient, "evaluation").await;
    shown.is(200).says("2 March 2026, Nurse Hill, ward 3").says("4 missing").says("not answered");
    let again = page(&mut house, patient, "sheets/skin-nutrition").await;
    again.says("Pressure wound now?").says("Last answered by Nurse Hill, ward 3 on 2 March 2026");
    assert_eq!(again.fields(&format!("/patients/{patient}/sheets/skin-nutrition"))["q.weight"], "52.5");
    // The therapist answers an evaluation and no plan; the coordinator neither.
    for (who, path, status) in [
        (THERAPIST, "sheets/physiotherapy", 422),
        (THERAPIST, "sheets/implant-plan", 403),
        (COORDINATOR, "sheets/physiotherapy", 403),
    ] {
        let empty = BTreeMap::from([("form", "0123456789abcdef0123456789abcdef"), ("expected", "2")]);
        let fields = empty.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        house.post(who, &format!("/patients/{patient}/{path}"), &fields).await.is(status);
    }
    let (headers, paper) =
        house.download(NURSE, &format!("/patients/{patient}/sheets/skin-nutrition/paper")).await;
    assert!(
        paper.starts_with(b"%PDF")
            && headers["content-disposition"].to_str().unwrap().starts_with("attachment")
    );
    house.get(NURSE, &format!("/patients/{patient}/sheets/goals/paper")).await.is(404);
    house.get(NURSE, &format!("/patients/{patient}/sheets/nonsense")).await.is(404);
}

/// R-CAN-3: criteria stand on the page with reason, source and grade, and change with an answer; it is no verdict.
#[tokio::test]
async fn candidacy_is_an_aid_with_reasons() {
    let mut house = House::new().await;
    let patient = house.patient(1).await;
    let unknown = page(&mut house, patient, "candidacy").await;
    unknown
        .is(200)
        .says("An aid with reasons, not a verdict")
        .says("unknown No infection now not answered yet");
    let typed = [("q.infection", "yes"), ("examiner", "Dr Hill")];
    send(&mut house, WRITER, patient, ("sheets/medical", "sheets/medical"), &typed).await.is(303);
    let judged = page(&mut house, patient, "candidacy").await;
    judged.says("not met No infection now contraindicated while there is one: treat it first");
    judged.says("NICE CG145, recommendations 1.6 (grade A)").says("Selective dorsal rhizotomy");
    page(&mut house, patient, "pathway").await.says("No infection now: contraindicated while there is one");
}

/// R-CNS-1: each consent stands by itself, with who and when; a withdrawal counts at once and needs no reason.
#[tokio::test]
async fn consents_are_given_and_withdrawn() {
    let mut house = House::new().await;
    let patient = house.patient(1).await;
    let form = ("decision", "decision/consent");
    let said = |to: &'static str, said: &'static str| [("to", to), ("said", said), ("consent.by", "patient")];
    send(&mut house, NURSE, patient, form, &said("test", "withdrawn"))
        .await
        .is(422)
        .says("cannot be withdrawn");
    send(&mut house, NURSE, patient, form, &[]).await.is(422).says("Say to what").says("Say who said so");
    send(&mut house, NURSE, patient, form, &said("test", "given")).await.is(303);
    send(&mut house, COORDINATOR, patient, form, &said("registry", "refused")).await.is(303);
    let stands = page(&mut house, patient, "decision").await;
    stands.says("the screening test given patient, 2 March 2026").says("a register without the name refused");
    page(&mut house, patient, "screening").await.silent("No consent to the screening test");
    send(&mut house, NURSE, patient, form, &said("test", "withdrawn")).await.is(303);
    page(&mut house, patient, "decision").await.says("the screening test withdrawn patient");
    page(&mut house, patient, "screening").await.says("No consent to the screening test");
}

/// A signed order of a test dose.
async fn ordered(house: &House, patient: Id, dose: &str) -> String {
    let rules = house.state.rules().await.unwrap();
    let practice = house.state.practice();
    let surgeon = House::surgeon();
    let checks = json!({ "no-relapse": true, "no-urinary-infection": true, "no-pressure-wound": true,
        "no-acute-illness": true, "resuscitation-ready": true });
    let line = json!({ "at": "2026-03-02T09:50:00+01:00", "order": { "screening-dose": { "dose": dose, "checks": checks } } });
    let form = |expected| Form { id: house.state.new_id(), patient, expected, now: house::MORNING };
    let draft = practice
        .record(&surgeon, form(house.version(patient).await), &rules, vec![Step::Draft { line }])
        .await;
    let draft = draft.unwrap().names.remove(0);
    let digest =
        practice.patient(patient, &rules).await.unwrap().draft(&draft).unwrap().judged.digest.clone();
    let sign = Step::Sign { draft: draft.clone(), digest, reason: Some("first test".to_owned()) };
    practice.record(&surgeon, form(house.version(patient).await), &rules, vec![sign]).await.unwrap();
    draft
}

/// R-TRI-2: a dose that went in asks for looks by the hour, on Today too; what was not done is said; more than hoped for is a
/// stop; scores before and after stand side by side.
#[tokio::test]
async fn a_test_dose_is_watched_by_the_hour() {
    let mut house = House::new().await;
    let patient = house.patient(1).await;
    for site in ["hip-adductors", "knee-flexors"] {
        let scored = json!({ "scale": "modified-ashworth", "value": "3", "site": site, "side": "left" });
        house.report(patient, json!({ "at": "2026-03-02T09:30:00+01:00", "scored": scored })).await;
    }
    ordered(&house, patient, "50 ug").await;
    let form = ("screening", "screening/given");
    let when = [("at", "2026-03-02"), ("at.time", "09:55"), ("route", "lumbar")];
    for (dose, told) in [
        ("", "Type the dose"),
        ("75", "not what was ordered (50 micrograms)"),
        ("0.05", "not what was ordered"),
    ] {
        let typed = [&when[..], &[("again", dose)]].concat();
        send(&mut house, NURSE, patient, form, &typed).await.is(422).says(told);
    }
    // Nobody went through the readiness sheet: that is a stop, and needs a reason. No dose goes in before its order.
    page(&mut house, patient, "screening").await.says("Stop Not ready by the readiness sheet");
    let typed = [&when[..], &[("again", "50")]].concat();
    send(&mut house, NURSE, patient, form, &typed).await.is(422).says("write down why the dose was given");
    let early =
        [("at", "2026-02-28"), ("at.time", "09:55"), ("route", "lumbar"), ("again", "50"), ("note", "x")];
    send(&mut house, NURSE, patient, form, &early).await.is(422).says("before the order was written");
    let typed = [&typed[..], &[("note", "ready, the sheet was on paper")]].concat();
    send(&mut house, NURSE, patient, form, &typed).await.is(303);
    let watched = page(&mut house, patient, "screening").await;
    watched
        .says("A test dose is being watched: no other dose")
        .silent("Ordered: 50 micrograms")
        .silent("not done");
    House::wait(40 * 60);
    page(&mut house, patient, "screening").await.says("30 min (10:25), vital signs not done");
    house
        .get(NURSE, "/today")
        .await
        .says("After a test dose: looks due")
        .says("30 min after the test dose: vital signs");
    let form = ("screening", "screening/looked");
    let at = [("at", "2026-03-02"), ("at.time", "10:38")];
    for (typed, told) in [
        (&[("answer", "as-hoped")][..], "Nothing was measured"),
        (&[("pulse", "740"), ("answer", "as-hoped")], "Pulse takes a whole number from 10 to 300"),
        (&[("pulse", "74")], "Say how the patient answers the dose"),
        (&[("pulse", "74"), ("answer", "excessive")], "Write down what was seen and done"),
        (&[("awake", "pain"), ("answer", "as-hoped")], "say excessive or adverse"),
        (&[("pulse", "74"), ("answer", "as-hoped"), ("at.time", "09:40")], "before the dose was given"),
    ] {
        send(&mut house, NURSE, patient, form, &[&at[..], typed].concat()).await.is(422).says(told);
    }
    let look = [
        ("pulse", "74"),
        ("systolic", "112"),
        ("diastolic", "70"),
        ("awake", "alert"),
        ("answer", "as-hoped"),
    ];
    send(&mut house, NURSE, patient, form, &[&at[..], &look].concat()).await.is(303);
    page(&mut house, patient, "screening")
        .await
        .says("looked 2 March 2026, 10:38 112/70 74")
        .silent("not done");
    House::wait(30 * 60);
    let at = [("at", "2026-03-02"), ("at.time", "11:00"), ("score.0", "1"), ("score.1", "2")];
    let look = [("pulse", "60"), ("answer", "excessive"), ("note", "cannot lift the head")];
    send(&mut house, NURSE, patient, form, &[&at[..], &look].concat()).await.is(303);
    let seen = page(&mut house, patient, "screening").await;
    seen.says("Stop Seen after this dose: excessive").says("fell by 1.5 points").says("reached");
    seen.says("excessive: too weak, drowsy. cannot lift the head");
    assert_eq!(house.lines(patient, "scored").await.len(), 4);
    page(&mut house, patient, "pathway").await.says("The effect of the test dose is not recorded");
    let screened = json!({ "dose": "50 ug", "responded": true, "adverse": true });
    house.report(patient, json!({ "at": "2026-03-02T11:05:00+01:00", "screened": screened })).await;
    page(&mut house, patient, "screening")
        .await
        .says("A test dose had an adverse effect: stop")
        .silent("Record a look");
    house.get(NURSE, "/today").await.silent("after the test dose: vital signs");
}

/// R-BRD-1: the board shows who is where, for how long and what blocks them; who has arrived is counted.
#[tokio::test]
async fn the_board_follows_the_way() {
    let mut house = House::new().await;
    let patient = house.patient(1).await;
    let running = house.with_pump(2, "18").await;
    let form = ("pathway", "pathway/referred");
    let typed = [("referred.by", "Dr Field"), ("referred.question", "pump?")];
    send(&mut house, COORDINATOR, patient, form, &typed).await.is(303);
    House::wait(5 * DAY);
    let board = house.get(NURSE, "/board").await;
    board.is(200).says("1 on the way, 1 maintenance, 0 ended").says("Referred 1").says("5 days");
    board.says("Neurology or neuropaediatrics: not answered");
    page(&mut house, running, "pathway").await.says("Maintenance, since");
    // Decided without a test: what is missing then is consent and plan.
    let decided = [("q.decided", "implant"), ("examiner", "Dr Hill")];
    send(&mut house, WRITER, patient, ("sheets/decision", "sheets/decision"), &decided).await.is(303);
    house
        .get(NURSE, "/board")
        .await
        .says("Decision 1")
        .says("No consent to the operation")
        .says("Implant plan: not answered");
    let plan = [("q.depth", "2.6"), ("examiner", "Dr Hill")];
    send(&mut house, SURGEON, patient, ("sheets/implant-plan", "sheets/implant-plan"), &plan).await.is(303);
    house.get(NURSE, "/board").await.says("Implant planned 1");
    page(&mut house, patient, "candidacy").await.says("2.6 cm planned: deeper is contraindicated");
    let end = [("why", "declined"), ("end.reason", "the family wants to wait")];
    send(&mut house, NURSE, patient, ("decision", "decision/end"), &[])
        .await
        .is(422)
        .says("Choose why the way ends");
    send(&mut house, NURSE, patient, ("decision", "decision/end"), &end).await.is(303);
    house.get(NURSE, "/board").await.says("0 on the way, 1 maintenance, 1 ended").silent("Ada");
    send(&mut house, NURSE, patient, ("decision", "decision/end"), &[("end.reason", "asked again")])
        .await
        .is(303);
    house.get(NURSE, "/board").await.says("1 on the way");
    house.get(("administrator", practice::access::Role::Administrator), "/board").await.is(403);
}

/// R-CMP-1: a complication says what comes first and becomes to-dos; it ends; an infection is early or late by its operation;
/// a death ends what is due.
#[tokio::test]
async fn a_complication_is_followed_to_its_end() {
    let mut house = House::new().await;
    let patient = house.with_pump(1, "18").await;
    let form = ("complications", "complications");
    send(&mut house, NURSE, patient, form, &[])
        .await
        .is(422)
        .says("Choose what it is")
        .says("Write down what was seen");
    let typed = [
        ("what", "withdrawal"),
        ("on", "2026-03-01"),
        ("related", "related"),
        ("surgery", "no"),
        ("note", "itch, stiff"),
    ];
    let follows = send(&mut house, NURSE, patient, form, &typed).await;
    follows
        .is(200)
        .says("First: Emergency: restore intrathecal delivery")
        .says("Take away what does not apply");
    assert!(house.events(patient).await.iter().all(|event| !matches!(event, PatientEvent::Complication(_))));
    house.fill_in(NURSE, &follows, &format!("/patients/{patient}/complications"), &[]).await.is(303);
    let open = page(&mut house, patient, "complications").await;
    open.says("Withdrawal open since 1 March 2026")
        .says("Check what is kept at home, and that the family knows the signs (by 9 March 2026)");
    let id = open
        .text
        .split("/complications/")
        .skip(1)
        .find_map(|part| part.split_once("/over").map(|(id, _)| id.to_owned()))
        .unwrap();
    let over = format!("complications/{id}/over");
    let typed = [("ended.on", "2026-02-20"), ("ended.outcome", "well")];
    send(&mut house, NURSE, patient, ("complications", &over), &typed).await.is(422).says("before it began");
    let typed = [("ended.on", "2026-03-02"), ("ended.outcome", "well")];
    send(&mut house, NURSE, patient, ("complications", &over), &typed).await.is(303);
    page(&mut house, patient, "complications")
        .await
        .says("None is open")
        .says("1 March 2026 to 2 March 2026: well");
    let died = ("complications", "complications/died");
    let typed = [("died.on", "2026-03-02"), ("died.related", "not-known")];
    send(&mut house, NURSE, patient, died, &typed).await.is(422).says("Tick that this is the right patient");
    send(&mut house, NURSE, patient, died, &[&typed[..], &[("sure", "yes")]].concat()).await.is(303);
    page(&mut house, patient, "complications").await.says("Died on 2 March 2026");
}

/// R-AFT-2: contacts of the titration and reviews become to-dos with their days; days that have passed are refused.
#[tokio::test]
async fn after_care_is_planned_in_days() {
    let mut house = House::new().await;
    let patient = house.with_pump(1, "18").await;
    let form = ("after-care", "after-care/plan");
    send(&mut house, NURSE, patient, form, &[]).await.is(422).says("Nothing is planned yet");
    let typed = [("contact.1.on", "2026-03-01"), ("contact.1.way", "phone"), ("contact.2.on", "2026-03-09")];
    send(&mut house, NURSE, patient, form, &typed)
        .await
        .is(422)
        .says("This day has passed")
        .says("a call or a visit");
    let typed = [
        ("contact.1.on", "2026-03-04"),
        ("contact.1.way", "phone"),
        ("contact.3.on", "2026-03-16"),
        ("contact.3.way", "visit"),
        ("contact.3.what", "walking"),
    ];
    send(&mut house, NURSE, patient, form, &typed).await.is(303);
    send(&mut house, NURSE, patient, ("after-care", "after-care/review"), &[("review.on", "2026-06-01")])
        .await
        .is(303);
    let shown = page(&mut house, patient, "after-care").await;
    shown.says("4 March 2026: Call: tone, spasms, sleep, side effects").says("16 March 2026: Visit: walking");
    shown
        .says("1 June 2026: Review: reasons and goals asked again")
        .says("No treating program has run for a year yet");
    house.get(NURSE, "/today").await.says("Call: tone, spasms");
}
