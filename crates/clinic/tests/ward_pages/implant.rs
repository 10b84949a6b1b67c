//! The implant: what is scanned, typed and trimmed becomes the record of the system, and what is wrong is refused at its field.

use super::Screen;
use super::house::{DAY, House, NURSE, SURGEON};
use practice::patient::PatientEvent;
use serde_json::json;

/// A whole implant with everything that a surgeon writes down.
pub const IMPLANT: [(&str, &str); 19] = [
    ("surgeon", "Dr Hill"),
    ("pump.udi", "(01)09506000134352(17)270331(10)AB-17/4(21)NGP-774411H"),
    ("pump.model", "synchromed-ii-8637-40"),
    ("pump.tubing", "0.14"),
    ("pump.clock", "+01:00"),
    ("pump.alarm-volume", "2"),
    ("catheter.udi", "(01)09506000134352(17)270331(10)C-9"),
    ("catheter.model", "prometra-ii"),
    ("catheter.trimmed", "30"),
    ("tip-level", "T10"),
    ("pocket", "left abdomen, under the fascia"),
    ("depth", "2"),
    ("pump-primed", "no"),
    ("catheter-holds", "nothing"),
    ("priming", "on the table"),
    ("note", "no bleeding"),
    ("at", "2026-03-02"),
    ("at.time", "09:50"),
    ("primed-with", ""),
];

/// The implant with some fields typed otherwise.
pub fn with<'a>(otherwise: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut typed = IMPLANT.to_vec();
    for (name, value) in otherwise {
        typed.retain(|(known, _)| known != name);
        typed.push((name, value));
    }
    typed
}

/// The form of an operation on a patient whose test dose of 50 micrograms worked for 6 hours.
pub async fn operation(has_pump: bool, kind: &str) -> Screen {
    let house = House::new().await;
    let patient = if has_pump { house.with_pump(1, "18").await } else { house.patient(1).await };
    let test = json!({"at": "2026-03-02T09:45:00+01:00", "screened": {"dose": "50 ug", "responded": true,
        "effect": "6 h", "adverse": false}});
    house.report(patient, test).await;
    Screen::open(house, SURGEON, patient, &format!("surgery/new?kind={kind}"), "surgery/new").await
}

/// R-IMP-2: an implant goes from the labels over a last look into the record, with the volume that follows from what was
/// trimmed, and the starting dose by the test.
#[tokio::test]
async fn an_implant_from_the_labels_to_the_record() {
    let mut screen = operation(false, "implant").await;
    screen.page.says("Starting dose by the test: 100 micrograms per day");
    let before = screen.house.version(screen.patient).await;
    let look = screen.send(&IMPLANT).await;
    look.is(200).says("Look once more").says("Nothing is recorded yet").silent("Attention");
    let read = look.fields(&screen.action);
    for (field, value) in [("pump.serial", "NGP-774411H"), ("pump.lot", "AB-17/4"), ("catheter.lot", "C-9")] {
        assert_eq!(read[field], value, "from the label");
    }
    // Back to the form: nothing is lost.
    let back = screen.house.fill_in(SURGEON, &look, &screen.action, &[("go", "change")]).await;
    screen.keeps(back.is(200), &IMPLANT);
    assert_eq!(screen.house.version(screen.patient).await, before);
    let typed = with(&[("confirmed", "yes")]);
    assert_eq!(screen.recorded_once(&typed).await.to, format!("/patients/{}/implant", screen.patient));
    let lines = screen.house.lines(screen.patient, "implanted").await;
    assert_eq!(lines.len(), 1);
    assert_eq!(lines[0]["implanted"], json!({"pump-primed": false, "catheter-holds": "nothing"}));
    assert_eq!(lines[0]["at"], "2026-03-02T09:50:00+01:00");
    House::wait(43 * DAY);
    screen.show("implant").await;
    for words in [
        "Serial number NGP-774411H",
        "Tubing volume 0.14 mL",
        "Alarm volume 2 mL",
        // 110 cm less 30 cm, at 0.0026 mL each.
        "Holds 0.208 mL",
        "Pump in 2 March 2026 1 month, 12 days",
        "Catheter in 2 March 2026 1 month, 12 days",
        "Drug in not on record",
        "2 March 2026: implant",
        "Surgeon Dr Hill",
        "Tip level T10",
        "Pocket left abdomen, under the fascia, 2 cm deep",
        "Pump, lot AB-17/4",
        "Catheter, lot C-9",
        "Priming on the table",
        "Next: the first program",
        "Starting dose by the test: 100 micrograms per day",
    ] {
        screen.page.says(words);
    }
    screen.who = NURSE;
    screen.show("implant").await.says("NGP-774411H").silent("Pump replaced");
}

/// R-IMP-3: what is missing or wrong is refused at its own field, whether the form finds it or the record does.
#[tokio::test]
async fn what_is_wrong_is_refused_at_its_field() {
    let mut screen = operation(false, "implant").await;
    let label = "(01)09506000134352(21)NGP-774411H";
    for (field, value, words) in [
        ("surgeon", "", "Name the surgeon"),
        ("at", "2026-03-03", "This lies in the future"),
        ("at.time", "", "hours and minutes"),
        ("pump.udi", "(01)09506000134353(21)NGP-774411H", "check digit of (01) is 3, and must be 2"),
        ("pump.udi", "NGP-774411H", "is not known"),
        ("catheter.udi", "+H123ABC", "HIBCC"),
        ("pump.serial", "NGP-774412H", "The scanned label says NGP-774411H: one of the two is wrong"),
        ("pump.lot", "AB-17/5", "The scanned label says AB-17/4"),
        ("catheter.lot", "C-8", "The scanned label says C-9"),
        ("pump.model", "", "Choose the pump"),
        ("pump.tubing", "", "as the programmer shows it"),
        ("pump.clock", "", "offset of the pump's own clock"),
        ("pump.alarm-volume", "", "as it is set"),
        ("pump-primed", "", "whether the pump was primed"),
        ("catheter-holds", "", "what the catheter holds now"),
        ("depth", "deep", "Depth"),
    ] {
        screen.refused(&with(&[(field, value)]), field, words).await;
    }
    screen.refused(&with(&[("pump.udi", "")]), "pump.serial", "scan the label, or type it").await;
    let nothing = with(&[("catheter.model", ""), ("catheter.trimmed", "")]);
    screen.refused(&nothing, "catheter.model", "Say what catheter it is").await;
    // These only the record finds, and says them at the same fields.
    for (field, value, words) in [
        ("pump.tubing", "0,14", "comma"),
        ("pump.tubing", "0.14 ug", "mL"),
        ("pump.clock", "Berlin", "Berlin"),
        ("pump.alarm-volume", "two", "two"),
        ("catheter.trimmed", "120", "more than the catheter is supplied with"),
        ("catheter.volume", "0,2", "comma"),
        ("catheter.length", "eighty", "eighty"),
        ("catheter.per-cm", "0.0026 mL", "0.0026 mL"),
        ("primed-with", "strong", "strong"),
    ] {
        let clear = ("catheter.trimmed", if field == "catheter.length" { "" } else { "30" });
        let typed = with(&[clear, (field, value), ("confirmed", "yes")]);
        screen.refused(&typed, field, words).await;
    }
    // A length and what was trimmed off it contradict each other.
    let both = with(&[("catheter.length", "80"), ("confirmed", "yes")]);
    let answer = screen.send(&both).await;
    answer.is(422).says("There is a problem");
    let events = screen.house.events(screen.patient).await;
    assert!(!events.iter().any(|event| matches!(event, PatientEvent::System { .. })));
    screen.send(&with(&[("pump.udi", label), ("pump.lot", "AB-17/4"), ("confirmed", "yes")])).await.is(303);
}

/// R-IMP-3: what may be meant is said on the last look and not refused; a catheter of unverified volume stays marked.
#[tokio::test]
async fn what_may_be_meant_is_said() {
    let mut screen = operation(false, "implant").await;
    let expired = "(01)09506000134352(17)250131(10)AB-17/4(21)NGP-774411H";
    let typed = with(&[("pump.udi", expired), ("depth", "3")]);
    let look = screen.send(&typed).await;
    look.is(200).says("Look once more");
    look.says("The label of the pump says that it expired on 31 January 2025");
    look.says("Deeper than the 2.5 cm that the source allows for this pump");
    let other = [("catheter.model", "ascenda-8780"), ("catheter.length", "60"), ("catheter.trimmed", "")];
    screen.send(&with(&[other.as_slice(), &[("confirmed", "yes")]].concat())).await.is(303);
    screen.show("implant").await.says("has no source (grade U)").says("Holds 0.132 mL");
    // R-PAP-9: on every paper that tells the volume.
    let marked = "0.132 mL, by calculation from an unverified number";
    let mut told = 0;
    for paper in
        ["implant-record", "transfer-letter", "visit-summary", "mri-sheet", "card", "emergency-sheet"]
    {
        let page = screen.show(&format!("papers/{paper}?language=en")).await;
        let count = |words: &str| page.plain().matches(words).count();
        assert_eq!(count("0.132"), count(marked), "{paper}");
        told += count(marked);
    }
    assert!(told >= 2);
}

/// R-IMP-3
#[tokio::test]
async fn only_who_operates_records_an_operation() {
    let mut screen = operation(false, "implant").await;
    screen.who = NURSE;
    screen.send(&with(&[("confirmed", "yes")])).await.is(403);
    let path = format!("/patients/{}/surgery/new", screen.patient);
    screen.house.get(NURSE, &path).await.is(403);
    screen.show("implant").await.says("There is no pump in this patient").silent("Record an implant");
    screen.house.get(SURGEON, &format!("{path}?kind=transplant")).await.is(404);
    assert!(screen.house.lines(screen.patient, "implanted").await.is_empty());
}
