//! Scores on every scale.

use super::house::{House, NURSE, THERAPIST};
use scales::Scale;

/// R-CHA-9: every scale has a form; several sites of one scale are several lines of one form; 1+ stays 1+.
#[tokio::test]
async fn scales_are_rated_and_charted() {
    let mut house = House::new().await;
    let id = house.with_pump(1, "23").await;
    let list = format!("/patients/{id}/assessments");
    for scale in Scale::all() {
        let path = format!("{list}/{}", scale.word());
        let form = house.get(THERAPIST, &path).await;
        form.is(200).says(scale.about().citation);
        // Nothing rated is nothing recorded.
        house.fill_in(THERAPIST, &form, &path, &[]).await.is(422).says("Nothing is rated yet");
    }
    house.get(THERAPIST, &format!("{list}/no-such-scale")).await.is(404);

    let path = format!("{list}/modified-ashworth");
    let form = house.get(THERAPIST, &path).await;
    let sites = [("knee-flexors-left.value", "1+"), ("knee-flexors-right.value", "2")];
    let before = house.version(id).await;
    let mut sent = form.fields(&path);
    for (name, value) in sites {
        sent.insert(name.to_owned(), value.to_owned());
    }
    house.post(THERAPIST, &path, &sent).await.is(303);
    house.post(THERAPIST, &path, &sent).await.is(303);
    assert_eq!(house.version(id).await, before + 2, "two lines, once");
    let lines = house.lines(id, "scored").await;
    assert_eq!(
        (lines[0]["scored"]["value"].as_str(), lines[0]["by"].as_str()),
        (Some("1+"), Some("therapist"))
    );
    let page = house.get(NURSE, &list).await;
    page.says("left knee flexors").says("right knee flexors").says("1+");
    // A variant is a chart of its own.
    let other = format!("{list}/ashworth-0-4");
    let form = house.get(THERAPIST, &other).await;
    house.fill_in(THERAPIST, &form, &other, &[("knee-flexors-left.value", "3")]).await.is(303);
    let page = house.get(NURSE, &list).await;
    assert_eq!(page.text.matches("id=\"scale-").count(), 2);

    for (scale, typed, status, told) in [
        ("modified-ashworth", vec![("knee-flexors-left.value", "1.5")], 422, "1.5 is no value of"),
        (
            "modified-ashworth",
            vec![("knee-flexors-left.value", "2"), ("at", "2026-03-09")],
            422,
            "lies in the future",
        ),
        ("modified-ashworth", vec![("knee-flexors-left.value", "2"), ("by", "")], 422, "Say who rated"),
        (
            "penn-spasm-frequency",
            vec![("whole.value", "0"), ("severity.value", "2")],
            422,
            "there is no severity",
        ),
        ("penn-spasm-frequency", vec![("whole.value", "2"), ("severity.value", "2")], 303, ""),
        (
            "tardieu-angle",
            vec![("knee-flexors-left.r1", "90"), ("knee-flexors-left.r2", "60")],
            422,
            "cannot come out",
        ),
        ("tardieu-angle", vec![("knee-flexors-left.r1", "60")], 422, "missing is never zero"),
        ("tardieu-angle", vec![("knee-flexors-left.r1", "60"), ("knee-flexors-left.r2", "90")], 303, ""),
        ("goal-attainment", vec![("goal-0.value", "+1")], 422, "its name"),
        ("goal-attainment", vec![("goal-0.value", "+1"), ("goal-0.goal", "stand to dress")], 303, ""),
        ("goal-attainment", vec![("goal-0.value", "+2")], 303, ""),
        ("barthel", vec![("whole.feeding", "10")], 422, "missing is never zero"),
        ("barthel", vec![("whole.value", "57")], 422, "57 is no value of"),
        ("barthel", vec![("whole.value", "55")], 303, ""),
        ("fim-total", vec![("whole.value", "017")], 422, "is no value of"),
        ("pain", vec![("whole.value", "10")], 303, ""),
    ] {
        let path = format!("{list}/{scale}");
        let form = house.get(THERAPIST, &path).await;
        house.fill_in(THERAPIST, &form, &path, &typed).await.is(status).says(told);
    }
    // The total is made by the server, and showing it records nothing.
    let path = format!("{list}/barthel");
    let form = house.get(THERAPIST, &path).await;
    let all = [
        "feeding",
        "bathing",
        "grooming",
        "dressing",
        "bowels",
        "bladder",
        "toilet",
        "transfers",
        "mobility",
        "stairs",
    ];
    let names: Vec<String> = all.iter().map(|item| format!("whole.{item}")).collect();
    let mut typed: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "5")).collect();
    typed.push(("show-total", "yes"));
    let version = house.version(id).await;
    let shown = house.fill_in(THERAPIST, &form, &path, &typed).await;
    shown.is(200).says("Total: 50");
    assert_eq!(house.version(id).await, version);
    house.fill_in(THERAPIST, &shown, &path, &[]).await.is(303);
    assert_eq!(house.lines(id, "scored").await.last().unwrap()["scored"]["value"], "50");
}
