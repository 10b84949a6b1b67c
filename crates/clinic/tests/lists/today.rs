//! R-LST-1 to R-LST-3.

use crate::house::{DAY, House, MORNING, set_now};
use practice::access::Role;
use practice::patient::PatientEvent;
use serde_json::json;

/// R-LST-1: groups in the order of tasks; what is overdue is said on the day of looking, by the clinic's calendar.
#[tokio::test]
async fn today_says_what_waits_in_order_and_how_late() {
    let mut house = House::new().await;
    house.get(Role::Nurse, "/today").await.is(200).says("Nothing waits");
    let ada = house.with_pump(1, "Able", "14").await;
    house.with_pump(2, "Baker", "36").await;
    house.report(ada, json!({"at": "2026-03-02T09:45:00+01:00", "alarm": {"sound": "two-tone"}})).await;
    house.report(ada, json!({"at": "2026-03-02T09:50:00+01:00", "visit": {"on": "2026-03-04"}})).await;
    let page = house.get(Role::Nurse, "/today").await;
    page.is(200).says("ABLE, Ada").says("02-May-1980 (45y)").says("INVENTED-0001").says("in 2\u{a0}days");
    page.says("200\u{a0}micrograms per 24\u{a0}h").silent("id=\"refill\"");
    assert!(page.text.find("id=\"critical-alarm\"") < page.text.find("id=\"visit\""));
    // Baker's refill is further away than a week, and is there when one looks further.
    page.silent("BAKER");
    house
        .get(Role::Nurse, "/today?ahead=all&kind=refill")
        .await
        .says("BAKER")
        .says("ABLE")
        .silent("id=\"visit\"");
    let by = day_in(&house.get(Role::Nurse, "/today?ahead=all&kind=refill").await.text);
    // One second before the refill date's midnight in Berlin it is tomorrow, then today, a day later overdue by 1 day.
    let midnight =
        by.to_zoned(jiff::tz::TimeZone::get("Europe/Berlin").unwrap()).unwrap().timestamp().as_second();
    for (now, words) in
        [(-1, "tomorrow"), (0, "today"), (DAY, "overdue by 1\u{a0}day"), (3 * DAY, "overdue by 3\u{a0}days")]
    {
        set_now(midnight + now);
        house.get(Role::Nurse, "/today?kind=refill&ahead=7").await.says("ABLE").says(words);
    }
    // A visit whose day has passed with nothing recorded is asked about, until somebody says that the patient did not come.
    house.get(Role::Nurse, "/today").await.says("did not attend?").says("nothing recorded since");
    let on = "2026-03-04".parse().unwrap();
    house.event(ada, PatientEvent::DidNotAttend { on, note: String::new() }).await;
    house.get(Role::Nurse, "/today").await.silent("did not attend?").says("did not come on 04-Mar-2026");
    // That visit is over: nobody may read that one is booked in time.
    house
        .get(Role::Nurse, "/today?kind=refill")
        .await
        .says("No visit is booked; the last one was for 04-Mar-2026");
    set_now(MORNING);
}

/// The first "refill by" day of a page.
fn day_in(text: &str) -> jiff::civil::Date {
    let at = text.find("refill by ").unwrap() + 10;
    jiff::civil::Date::strptime("%d-%b-%Y", &text[at..at + 11]).unwrap()
}

/// R-LST-2: nothing is cut silently: pages, counts and houses agree; what ends by itself is not counted.
#[tokio::test]
async fn today_counts_what_it_does_not_show() {
    let mut house = House::new().await;
    for number in 1..=53 {
        let family = format!("Family{number:02}");
        let at = if number > 50 { "South" } else { "North" };
        let id = house.patient(number, &family, "Eve", "1990-01-01", at).await;
        house.report(id, json!({"at": "2026-03-01T10:00:00+01:00", "visit": {"on": "2026-03-03"}})).await;
    }
    let all = house.get(Role::Nurse, "/today").await;
    all.says("Showing 1 to 25 of 53").says("Show all 53");
    house.get(Role::Nurse, "/today?kind=visit").await.says("Showing 1 to 50 of 53").says("page=2");
    house
        .get(Role::Nurse, "/today?kind=visit&page=2")
        .await
        .says("Showing 51 to 53 of 53")
        .says("FAMILY53")
        .silent("Next page");
    house.get(Role::Nurse, "/today?kind=visit&page=9").await.says("Showing none of 53");
    house.get(Role::Nurse, "/today?house=South").await.says("FAMILY53").silent("FAMILY01").silent("Showing");
    house
        .get(Role::Nurse, "/today?house=Elsewhere&kind=nonsense&ahead=-3&page=x")
        .await
        .is(200)
        .says("of 53");
    house.get(Role::Nurse, "/today?ahead=0").await.says("Nothing waits");
    house.get(Role::Administrator, "/today").await.is(403);
    house.get(Role::Administrator, "/today/pack").await.is(403);
}

/// R-LST-3: the pack holds whoever is expected on the day, and whatever urgent is open, with what is needed on paper.
#[tokio::test]
async fn the_pack_holds_what_is_needed_without_computers() {
    let mut house = House::new().await;
    house
        .get(Role::Nurse, "/today/pack")
        .await
        .is(200)
        .says("Nobody is expected")
        .says("Tuesday, 3 March 2026");
    let ada = house.with_pump(1, "Able", "14").await;
    house.with_pump(2, "Baker", "36").await;
    let cole = house.with_pump(3, "Cole", "36").await;
    house.report(ada, json!({"at": "2026-03-02T09:50:00+01:00", "visit": {"on": "2026-03-04"}})).await;
    house.report(cole, json!({"at": "2026-03-02T09:45:00+01:00", "alarm": {"kind": "motor-stall"}})).await;
    house.get(Role::Nurse, "/today/pack").await.says("COLE, Ada").silent("ABLE").silent("BAKER");
    let pack = house.get(Role::Nurse, "/today/pack?day=2026-03-04").await;
    pack.says("ABLE, Ada").says("COLE, Ada").silent("BAKER").says("visit booked").says("mother, 0123");
    pack.says("500\u{a0}micrograms per mL").says("200\u{a0}micrograms per day").says("not recorded: ask");
    // 14 mL at 0.4 mL a day from 2 March 09:40 to 4 March noon: 0.8389 mL less, cut to a tenth.
    pack.says("13.1\u{a0}mL").says("Withdrawn (mL)").says("Never stop abruptly");
    house.get(Role::Nurse, "/today/pack?day=04.03.2026").await.is(200).says("3 March 2026");
}

/// R-LST-3: each step of a flex program stands on paper with its hours and what it gives in them.
#[tokio::test]
async fn the_pack_says_what_each_step_gives() {
    let mut house = House::new().await;
    let steps = json!([{"from": "00:00", "dose": "240 ug/d"}, {"from": "16:00", "dose": "120 ug/d"}]);
    let ada = house.with_run(1, "Able", "36", &json!({"mode": "flex", "every-day": steps})).await;
    house.report(ada, json!({"at": "2026-03-02T09:50:00+01:00", "visit": {"on": "2026-03-04"}})).await;
    let pack = house.get(Role::Nurse, "/today/pack?day=2026-03-04").await;
    pack.says("00:00 to 16:00: 160\u{a0}micrograms").says("16:00 to 24:00: 40\u{a0}micrograms");
    pack.says("200\u{a0}micrograms</span>");
}
