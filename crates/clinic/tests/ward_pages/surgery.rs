//! Operations on a system that is in the patient: replacement, another catheter, revision, explant.

use super::Typed;
use super::house::{House, NURSE};
use super::implant::{operation, with};
use practice::patient::PatientEvent;
use serde_json::json;

const DONE: [(&str, &str); 4] =
    [("surgeon", "Dr Hill"), ("pump-primed", "yes"), ("catheter-holds", "drug"), ("under-delivery", "no")];

/// R-IMP-4: an operation changes what it says it changes and nothing else; under-delivery that has ended is an open finding as
/// long as the old dose is programmed.
#[tokio::test]
async fn each_operation_changes_what_it_says() {
    let another = [
        ("pump.model", "synchromed-ii-8637-20"),
        ("pump.serial", "NGP-1"),
        ("pump.tubing", "0.15"),
        ("pump.clock", "+01:00"),
        ("pump.alarm-volume", "3"),
    ];
    let catheter = [("catheter.volume", "0.3")];
    let under = [("under-delivery", "yes"), ("tip-level", "T8"), ("note", "kink")];
    let old = "NGP-774411H";
    let cases: [(&str, Typed<'_>, Typed<'_>, bool); 4] = [
        ("replacement", &another, &[("serial", "NGP-1"), ("holds", "0.21 mL")], false),
        ("catheter%20change", &catheter, &[("serial", old), ("holds", "0.3 mL")], false),
        ("revision", &[], &[("serial", old), ("holds", "0.21 mL")], false),
        ("revision", &under, &[("serial", old), ("holds", "0.21 mL")], true),
    ];
    for (kind, typed, after, restored) in cases {
        let mut screen = operation(true, kind).await;
        let mut all = [DONE.as_slice(), typed].concat();
        all.reverse();
        all.sort_by_key(|(name, _)| *name);
        all.dedup_by_key(|(name, _)| *name);
        screen.send(&all).await.is(200).says("Look once more");
        all.push(("confirmed", "yes"));
        screen.recorded_once(&all).await;
        let lines = screen.house.lines(screen.patient, "revised").await;
        assert_eq!(lines.len(), 1, "{kind}");
        assert_eq!(lines[0]["revised"].get("pump").is_some(), kind == "replacement");
        assert_eq!(lines[0]["revised"].get("catheter").is_some(), kind.starts_with("catheter"));
        screen.show("implant").await.says(&format!("2 March 2026: {}", kind.replace("%20", " ")));
        screen.page.says(&format!("Serial number {}", after[0].1)).says(&format!("Holds {}", after[1].1));
        let open = screen.house.open(screen.patient).await;
        assert_eq!(open.contains(&"RESTORED-DELIVERY"), restored, "{kind}: {open:?}");
    }
}

/// R-IMP-4: what is missing of an operation is refused at its field.
#[tokio::test]
async fn what_is_missing_is_refused() {
    let dry: Vec<(&str, &str)> = DONE.into_iter().filter(|(name, _)| *name != "under-delivery").collect();
    for (kind, typed, field, words) in [
        ("revision", &dry[..], "under-delivery", "receiving less than programmed"),
        ("revision", &DONE[1..], "surgeon", "Name the surgeon"),
        ("catheter%20change", &DONE[..], "catheter.model", "its volume or length"),
        ("replacement", &DONE[..], "pump.model", "Choose the pump"),
        ("replacement", &DONE[..], "pump.serial", "scan the label"),
        ("explant", &DONE[..1], "note", "Say why the system was taken out"),
    ] {
        let mut screen = operation(true, kind).await;
        screen.refused(typed, field, words).await;
    }
    // What only the record finds stands at the field of the form, not at that of the line.
    let mut screen = operation(true, "catheter%20change").await;
    let wrong = [("catheter.volume", "0,3"), ("confirmed", "yes")];
    screen.refused(&[DONE.as_slice(), &wrong].concat(), "catheter.volume", "comma").await;
    // There is one system at a time.
    let mut screen = operation(true, "implant").await;
    let answer = screen.send(&with(&[("confirmed", "yes")])).await;
    answer.is(422).says("The patient has a pump: record its replacement or its explant");
    screen.keeps(&answer, &with(&[]));
    assert!(screen.house.lines(screen.patient, "implanted").await.is_empty());
    let mut screen = operation(false, "explant").await;
    let typed = [("surgeon", "Dr Hill"), ("note", "infection"), ("confirmed", "yes")];
    screen.send(&typed).await.is(422).says("There is no pump to take out");
    let events = screen.house.events(screen.patient).await;
    assert!(!events.iter().any(|event| matches!(event, PatientEvent::Surgery(_))));
}

/// R-IMP-4: after an explant nothing of the old system is asked for any more, and another one may be implanted.
#[tokio::test]
async fn after_an_explant_another_system_may_follow() {
    let mut screen = operation(true, "explant").await;
    let patient = screen.patient;
    let due = format!("/patients/{patient}/refill");
    screen.house.get(NURSE, "/today?ahead=all&kind=refill").await.says("INVENTED, Ada");
    let typed = [("surgeon", "Dr Hill"), ("note", "infection of the pocket"), ("confirmed", "yes")];
    screen.recorded_once(&typed).await;
    screen.show("implant").await.says("There is no pump in this patient").says("infection of the pocket");
    screen.house.get(NURSE, &due).await.says("has no pump on record");
    screen.house.get(NURSE, "/today?ahead=all&kind=refill").await.silent("INVENTED, Ada");
    screen.house.get(NURSE, &format!("/patients/{patient}/program")).await.silent("Check this order");
    House::wait(60);
    screen.show("surgery/new?kind=implant").await;
    let another = "(01)09506000134352(10)L-2(21)NGP-2";
    let at = [("pump.udi", another), ("at", "2026-03-02"), ("at.time", "10:00")];
    screen.recorded_once(&with(&[at.as_slice(), &[("confirmed", "yes")]].concat())).await;
    screen.show("implant").await.says("Serial number NGP-2").silent("Serial number NGP-774411H");
    // The test goes with the patient, not with the pump.
    screen.page.says("Starting dose by the test: 100 micrograms per day");
    let lines = screen.house.lines(patient, "implanted").await;
    assert_eq!(lines[0]["implanted"]["catheter-holds"], json!("nothing"));
}
