//! Lines corrected, entered in error, compared.

use super::house::{DAY, House, NURSE, THERAPIST, WRITER};
use practice::patient::PatientEvent;
use serde_json::json;

/// R-CHA-4: the timeline names every entry with its author; one that is corrected or entered in error is struck through, with the
/// reason and the way to what replaced it; a late entry says when it was recorded.
#[tokio::test]
async fn corrections_leave_what_was_there() {
    let mut house = House::new().await;
    let id = house.with_pump(1, "23").await;
    let timeline = format!("/patients/{id}/timeline");
    let filled = |withdrawn: &str| {
        json!({"at": "2026-03-06T09:00:00+01:00", "filled": {"drug": "lioresal-500-20", "concentration": "500 ug/mL",
            "volume": "40 mL", "withdrawn": withdrawn, "alarm-volume": "6 mL"}})
    };
    House::wait(7 * DAY);
    house.report(id, filled("12.3 mL")).await;
    let line = house.lines(id, "filled").await[0]["id"].as_str().unwrap().to_owned();
    let page = house.get(NURSE, &timeline).await;
    page.says("Pump filled: 40 mL").says("late entry").says("Somebody; recorded 9 March 2026").says("Stop:");

    // The form holds the line's own values, whatever its units.
    let correct = format!("/patients/{id}/lines/{line}/correct");
    let form = house.get(NURSE, &correct).await;
    let fields = form.is(200).fields(&correct);
    for (name, value) in [
        ("at", "2026-03-06"),
        ("at.time", "09:00"),
        ("filled.volume", "40"),
        ("filled.withdrawn", "12.3"),
        ("filled.concentration", "500"),
        ("filled.drug", "lioresal-500-20"),
        ("filled.left", ""),
    ] {
        assert_eq!(fields[name], value, "{name}");
    }
    for (typed, told) in [
        (vec![("filled.withdrawn", "21.3")], "Say why it is corrected"),
        (vec![("filled.withdrawn", "21,3"), ("correction-reason", "misread")], "volume"),
        (vec![("filled.withdrawn", "1.234.5"), ("correction-reason", "misread")], "volume"),
        (vec![("filled.volume", ""), ("correction-reason", "misread")], "Filled is missing"),
        (vec![("filled.drug", ""), ("correction-reason", "misread")], "Drug is missing"),
        (vec![("at.time", "25:00"), ("correction-reason", "misread")], "hours and minutes"),
        (
            vec![("at", "2026-03-29"), ("at.time", "02:30"), ("correction-reason", "misread")],
            "does not exist",
        ),
        (vec![("at", "2026-03-20"), ("correction-reason", "misread")], "lies in the future"),
    ] {
        let answer = house.fill_in(NURSE, &form, &correct, &typed).await;
        answer.is(422).says(told);
    }
    assert_eq!(house.lines(id, "filled").await[0]["filled"]["withdrawn"], "12.3 mL");

    let typed = [("filled.withdrawn", "21.3"), ("correction-reason", "misread")];
    let mut sent = fields;
    for (name, value) in typed {
        sent.insert(name.to_owned(), value.to_owned());
    }
    let slow = house.get(NURSE, &correct).await;
    let done = house.post(NURSE, &correct, &sent).await;
    let version = house.version(id).await;
    assert_eq!((done.status, done.to.clone()), (303, format!("{timeline}?entry={version}#entry-{version}")));
    assert_eq!(house.post(NURSE, &correct, &sent).await.status, 303);
    assert_eq!(house.version(id).await, version, "twice is one act");
    let lines = house.lines(id, "filled").await;
    assert_eq!((lines.len(), lines[0]["filled"]["withdrawn"].as_str()), (1, Some("21.3 mL")));
    assert!(house.open(id).await.is_empty(), "{:?}", house.open(id).await);
    let page = house.get(NURSE, &timeline).await;
    assert!(page.text.contains("<s>Pump filled: 40\u{a0}mL</s>"));
    page.says("Corrected: misread See what replaced it").says("Corrected to: Pump filled: 40 mL");

    // Stale: somebody corrected it first.
    let stale = house.fill_in(NURSE, &slow, &correct, &typed[1..]).await;
    stale.is(422).says("Nothing was saved");
    // A therapist reads; the forms of those who may not are not offered, and not taken.
    let line = lines[0]["id"].as_str().unwrap().to_owned();
    let strike = format!("/patients/{id}/lines/{line}/entered-in-error");
    house.get(THERAPIST, &timeline).await.silent("Entered in error");
    let form = house.get(NURSE, &strike).await;
    let mut fields = form.fields(&strike);
    fields.insert("correction-reason".to_owned(), "another patient's".to_owned());
    house.post(THERAPIST, &strike, &fields).await.is(403);
    house.fill_in(NURSE, &form, &strike, &[]).await.is(422).says("Say why");
    house.post(NURSE, &strike, &fields).await.is(303);
    assert!(house.lines(id, "filled").await.is_empty());
    house.get(NURSE, &timeline).await.says("Entered in error: another patient's");
    house.get(NURSE, &format!("/patients/{id}/lines/no-such-line/correct")).await.is(404);
}

/// R-CHA-5: what would break a later line is refused with that line's name, and nothing changes.
#[tokio::test]
async fn a_correction_never_breaks_a_later_line() {
    let mut house = House::new().await;
    let id = house.with_pump(1, "23").await;
    House::wait(DAY);
    house.report(id, json!({"at": "2026-03-03T09:00:00+01:00", "interrogated": {"running": true}})).await;
    let found = house.lines(id, "found").await[0]["id"].as_str().unwrap().to_owned();
    let version = house.version(id).await;
    let strike = format!("/patients/{id}/lines/{found}/entered-in-error");
    let form = house.get(WRITER, &strike).await;
    let answer = house.fill_in(WRITER, &form, &strike, &[("correction-reason", "wrong")]).await;
    answer.is(422).says("would no longer hold");
    assert_eq!(house.version(id).await, version);
    // Its own values, program included, come back unchanged, and a corrected one is followed.
    let correct = format!("/patients/{id}/lines/{found}/correct");
    let form = house.get(WRITER, &correct).await;
    assert_eq!(form.fields(&correct)["found.run.dose"], "200 ug/d");
    let typed = [("found.run.dose", "210 ug/d"), ("correction-reason", "read again")];
    house.fill_in(WRITER, &form, &correct, &typed).await.is(303);
    house.get(WRITER, &format!("/patients/{id}")).await.says("continuous, 210 micrograms per 24 h");
}

/// R-CHA-6: two moments side by side, by entries or by days, either way round.
#[tokio::test]
async fn two_moments_compared() {
    let mut house = House::new().await;
    let id = house.with_pump(1, "23").await;
    let compare = format!("/patients/{id}/compare");
    let score =
        |at: &str, value: &str| json!({"at": at, "scored": {"scale": "modified-ashworth", "value": value}});
    house.report(id, score("2026-03-02T09:50:00+01:00", "1+")).await;
    let first = house.version(id).await;
    House::wait(5 * DAY);
    house.report(id, score("2026-03-07T09:50:00+01:00", "3")).await;
    let second = house.version(id).await;
    for query in [
        format!("from={first}&to={second}"),
        format!("from={second}&to={first}"),
        "from_day=2026-03-02&to_day=7+March+2026".to_owned(),
    ] {
        let page = house.get(NURSE, &format!("{compare}?{query}")).await;
        page.is(200)
            .says("Dose per 24 h 200 micrograms 200 micrograms same")
            .says("modified Ashworth, site not recorded");
        page.says("1+ (2 March 2026) 3 (7 March 2026) changed").says("Expected in the reservoir 2");
    }
    for (query, status, words) in [
        ("", 200, "Choose two days"),
        ("from=1", 422, "Choose two moments"),
        ("from=1&to=999", 422, "There is no such entry"),
        ("from_day=03.04.2026&to_day=2026-03-07", 422, "month in letters"),
    ] {
        house.get(NURSE, &format!("{compare}?{query}")).await.is(status).says(words);
    }
    // Filters and pages of the timeline stand any number.
    for query in ["kind=scores", "kind=nonsense", "page=99999", "entry=99999"] {
        house
            .get(NURSE, &format!("/patients/{id}/timeline?{query}"))
            .await
            .is(200)
            .says("modified Ashworth: 3");
    }
    house.get(NURSE, &format!("/patients/{id}/timeline?kind=refills")).await.says("Nothing of this kind");
}

/// R-CHA-12: a note, a call, a medicine or an allergy that should not be there counts no longer, and stays readable.
#[tokio::test]
async fn entries_beside_the_course_are_struck_out() {
    let mut house = House::new().await;
    let id = house.with_pump(1, "23").await;
    let list = format!("/patients/{id}/medicines");
    let allergy = |substance: &str| PatientEvent::Allergy {
        id: "allergy-1".to_owned(),
        substance: substance.to_owned(),
        reaction: "rash".to_owned(),
    };
    house.event(id, PatientEvent::Note { text: "another patient's letter came".to_owned() }).await;
    let note = house.version(id).await;
    house.event(id, allergy("Lioresal")).await;
    let wrong = house.version(id).await;
    house.get(NURSE, &list).await.says("Allergy to the drug in the pump: Lioresal");

    let address = |entry: u64| format!("/patients/{id}/entries/{entry}/entered-in-error");
    for (entry, reason) in [(wrong, "asked about somebody else"), (note, "wrong patient")] {
        let form = house.get(NURSE, &address(entry)).await;
        house
            .fill_in(NURSE, &form, &address(entry), &[])
            .await
            .is(422)
            .says("Say why it should not be there");
        let mut sent = form.fields(&address(entry));
        sent.insert("correction-reason".to_owned(), reason.to_owned());
        house.post(NURSE, &address(entry), &sent).await.is(303);
        let version = house.version(id).await;
        house.post(NURSE, &address(entry), &sent).await.is(303);
        assert_eq!(house.version(id).await, version, "twice is one act");
        house
            .get(NURSE, &format!("/patients/{id}/timeline"))
            .await
            .says(&format!("Entered in error: {reason}"));
        // Another form finds that it no longer stands.
        let form = house.get(NURSE, &address(entry)).await;
        let again = house.fill_in(NURSE, &form, &address(entry), &[("correction-reason", "again")]).await;
        again.is(422).says("no such entry that stands");
    }
    // What it said is gone: nobody has asked about allergies yet.
    house.get(NURSE, &list).await.silent("Lioresal, ").says("Not recorded: nobody has asked yet");
    house.get(NURSE, &format!("/patients/{id}/files")).await.silent("another patient's letter came");
    // Lines are corrected as lines, and who the patient is is changed.
    for entry in [1, 9_999] {
        house.get(NURSE, &address(entry)).await.is(404);
    }
    house.event(id, allergy("latex")).await;
    let known = house.version(id).await;
    let form = house.get(NURSE, &address(known)).await;
    let mut sent = form.fields(&address(known));
    sent.insert("correction-reason".to_owned(), "no reason of mine".to_owned());
    house.post(THERAPIST, &address(known), &sent).await.is(403);
}
