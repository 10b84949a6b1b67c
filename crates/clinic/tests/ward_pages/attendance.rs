//! Nobody came: how far it goes by the days that are left, who was tried, and the next visit.

use super::house::{Answer, COORDINATOR, DAY, House, NURSE, THERAPIST};
use super::{Screen, Typed};
use practice::patient::PatientEvent;

/// The rungs that are marked as the one of today.
fn marked(page: &Answer) -> Vec<&str> {
    let rungs = page.text.split("aria-current=\"step\"><strong>").skip(1);
    rungs.map(|rung| rung.split('<').next().unwrap()).collect()
}

/// R-ATT-1: each day until the pump may be empty, and after it, has its own next step; without a fill it counts as soon.
#[tokio::test]
async fn the_days_left_say_how_far_it_goes() {
    let mut house = House::new().await;
    let patient = house.with_pump(1, "18").await;
    let path = format!("/patients/{patient}/attendance");
    let mut today = 0;
    // 18 mL at 0.4 mL a day and 14.5 % more are gone in 39.3 days: on 10 April.
    for (day, rung, left) in [
        (0, "More than 14 days left", "in 39 days"),
        (24, "More than 14 days left", "in 15 days"),
        (25, "7 to 14 days left", "in 14 days"),
        (32, "7 to 14 days left", "in 7 days"),
        (33, "Less than 7 days left", "in 6 days"),
        (36, "Less than 7 days left", "in 3 days"),
        (37, "Less than 3 days left", "in 2 days"),
        (38, "Less than 3 days left", "in 1 day."),
        (39, "Less than 3 days left", "on, today"),
        (40, "The pump may be empty", "1 day ago"),
        (60, "The pump may be empty", "21 days ago"),
    ] {
        House::wait((day - today) * DAY);
        today = day;
        let page = house.get(NURSE, &path).await;
        page.is(200).says("The pump may be empty from 10 April 2026").says(left);
        assert_eq!(marked(&page), [rung], "day {day}");
    }
    let none = house.patient(2).await;
    let page = house.get(NURSE, &format!("/patients/{none}/attendance")).await;
    page.is(200).says("When the pump will be empty is not known").says("Act as if it were soon");
    assert!(marked(&page).is_empty());
}

async fn missed(who: super::Who) -> Screen {
    let house = House::new().await;
    let patient = house.with_pump(1, "18").await;
    House::wait(20 * DAY);
    Screen::open(house, who, patient, "attendance", "attendance/missed").await
}

/// R-ATT-2: a missed visit and every try to reach somebody stand in the record and on Today until a new visit is booked.
#[tokio::test]
async fn who_was_tried_is_on_record() {
    let mut screen = missed(NURSE).await;
    screen.page.says("On record: mother, 0123").says("Nobody has been tried yet").says("None on record");
    for (day, words) in
        [("", "month in letters"), ("30.03.2026", "month in letters"), ("2026-03-23", "not come yet")]
    {
        screen.refused(&[("missed.on", day), ("missed.note", "door closed")], "missed.on", words).await;
    }
    screen.recorded_once(&[("missed.on", "2026-03-21"), ("missed.note", "door closed")]).await;
    screen.show("attendance").await.says("21 March 2026 Door closed.");
    screen.form("attendance/contact");
    let cases: [(Typed<'_>, &str, &str); 4] = [
        (&[("reached", "no"), ("outcome", "rings")], "with", "Say who was tried"),
        (&[("with", "mother, by phone")], "reached", "whether anybody was reached"),
        (&[("with", "mother, by phone"), ("reached", "yes")], "outcome", "what was agreed"),
        (&[("with", " "), ("reached", "no")], "with", "Say who was tried"),
    ];
    for (typed, field, words) in cases {
        let kept: Vec<(&str, &str)> = typed.iter().copied().filter(|(_, value)| *value != " ").collect();
        screen.refused(&kept, field, words).await;
    }
    // Whom nobody reached has agreed to nothing.
    screen.recorded_once(&[("with", "mother, by phone"), ("reached", "no")]).await;
    screen.who = COORDINATOR;
    screen.show("attendance").await.says("mother, by phone nobody");
    screen
        .recorded_once(&[("with", "sister"), ("reached", "yes"), ("outcome", "well, comes on Friday")])
        .await;
    screen.show("attendance").await.says("sister reached well, comes on Friday");
    let today = screen.house.get(NURSE, "/today?kind=missed").await;
    today.says("did not come").says("2 contact attempts since");
    let events = screen.house.events(screen.patient).await;
    let tried = events.iter().filter(|event| matches!(event, PatientEvent::Contact(_))).count();
    assert_eq!(tried, 2);
    screen.form("attendance/visit");
    screen.recorded_once(&[("visit.on", "2026-03-26")]).await;
    screen.show("attendance").await.says("Booked: 26 March 2026");
    screen.house.get(NURSE, "/today?kind=missed").await.silent("contact attempts");
    assert!(!screen.house.open(screen.patient).await.contains(&"VISIT-TOO-LATE"));
}

/// R-ATT-3: a new visit that has passed or comes too late is refused; insisted on, it is booked and stays open as a finding.
#[tokio::test]
async fn a_new_visit_that_is_too_late_is_refused_once() {
    let mut screen = missed(NURSE).await;
    screen.form("attendance/visit");
    screen.page.says("No visit is booked").silent("all the same");
    assert!(!screen.page.fields(&screen.action)["visit.on"].is_empty(), "the refill date is offered");
    screen.refused(&[("visit.on", "2026-03-21")], "visit.on", "This day has passed").await;
    // A tick does not bring a day back.
    let passed = [("visit.on", "2026-03-21"), ("visit-late", "yes")];
    screen.refused(&passed, "visit.on", "This day has passed").await;
    let late = [("visit.on", "2026-06-01")];
    screen.page = screen.refused(&late, "visit.on", "later than the refill must be").await;
    screen.page.says("It is booked so all the same");
    screen.recorded_once(&[("visit.on", "2026-06-01"), ("visit-late", "yes")]).await;
    screen.show("attendance").await.says("Booked: 1 June 2026");
    assert!(screen.house.open(screen.patient).await.contains(&"VISIT-TOO-LATE"));
    // Who came is nothing that a therapist says.
    screen.who = THERAPIST;
    screen.form("attendance/missed");
    screen.send(&[("missed.on", "2026-03-21")]).await.is(403);
}
