//! Observations: what begins one, until when it runs, and that somebody says how it ended.

use super::Screen;
use super::house::{DAY, House, NURSE, THERAPIST, WRITER};
use practice::patient::PatientEvent;
use record::Id;
use serde_json::{Value, json};

const HOUR: i64 = 3_600;

fn filled() -> Value {
    json!({"at": "2026-03-02T10:00:00+01:00", "filled": {"drug": "lioresal-500-20",
        "concentration": "500 ug/mL", "volume": "40 mL", "withdrawn": "18 mL"}})
}

fn revised() -> Value {
    json!({"at": "2026-03-02T10:00:00+01:00", "revised": {"under-delivery": false, "pump-primed": true,
        "catheter-holds": "drug"}})
}

fn screened() -> Value {
    json!({"at": "2026-03-02T10:00:00+01:00", "screened": {"dose": "50 ug", "responded": true,
        "effect": "6 h", "adverse": false}})
}

/// R-OBS-1: what begins an observation is on its page and on Today, until when by the protocol; a day after its end nobody is
/// asked any more.
#[tokio::test]
async fn each_act_has_its_time() {
    for (line, has_pump, what, until, hours) in [
        (filled(), true, "After a refill", "12:00", 2),
        (revised(), true, "After surgery", "18:00", 8),
        (screened(), true, "After a test dose", "18:00", 8),
        // A test dose comes before there is any pump.
        (screened(), false, "After a test dose", "18:00", 8),
    ] {
        let mut house = House::new().await;
        let patient = if has_pump { house.with_pump(1, "18").await } else { house.patient(1).await };
        house.report(patient, line).await;
        let path = format!("/patients/{patient}/observation");
        let page = house.get(NURSE, &path).await;
        page.is(200)
            .says(what)
            .says("Since 2 March 2026, 10:00")
            .says(&format!("until 2 March 2026, {until} runs"));
        page.says("Overdose").says("Withdrawal");
        let today = house.get(NURSE, "/today?kind=observation").await;
        today.says(&format!("Observation {}", what.to_lowercase())).says("INVENTED, Ada");
        House::wait(hours * HOUR - 1);
        house.get(NURSE, &path).await.silent("time is over");
        House::wait(1);
        house.get(NURSE, &path).await.says("time is over: say how it ended");
        House::wait(DAY - 1);
        house.get(NURSE, &path).await.says(what);
        House::wait(1);
        house.get(NURSE, &path).await.says("No observation runs");
        house.get(NURSE, "/today?kind=observation").await.silent("INVENTED, Ada");
    }
}

async fn observed(house: &House, patient: Id) -> Vec<(String, String)> {
    let events = house.events(patient).await.into_iter();
    let ended = events.filter_map(|event| match event {
        PatientEvent::ObservationEnded { line, outcome } => Some((line, outcome)),
        _ => None,
    });
    ended.collect()
}

/// R-OBS-2: an observation ends with what was seen, earlier only if somebody says so, once, and only what runs can end.
#[tokio::test]
async fn it_ends_with_what_was_seen() {
    let house = House::new().await;
    let patient = house.with_pump(1, "18").await;
    house.report(patient, filled()).await;
    let mut screen = Screen::open(house, NURSE, patient, "observation", "observation").await;
    screen.refused(&[("early", "yes")], "outcome", "Write down what was seen").await;
    let seen = ("outcome", "awake, walked out");
    screen.refused(&[seen], "early", "It runs until 2 March 2026, 12:00").await;
    screen.who = THERAPIST;
    screen.send(&[seen, ("early", "yes")]).await.is(403);
    screen.show("observation").await.silent("End this observation");
    screen.who = NURSE;
    screen.show("observation").await;
    screen.recorded_once(&[seen, ("early", "yes")]).await;
    let line = screen.page.fields(&screen.action)["line"].clone();
    assert_eq!(observed(&screen.house, patient).await, [(line, "awake, walked out".to_owned())]);
    screen.show("observation").await.says("No observation runs").says("awake, walked out");
    screen.house.get(NURSE, "/today?kind=observation").await.silent("INVENTED, Ada");
    // Somebody who still has the old page open is told.
    screen.house.report(patient, revised()).await;
    screen.show("observation").await;
    let mut fields = screen.page.fields(&screen.action);
    for line in ["filled-4", "visit-1", ""] {
        fields.insert("line".to_owned(), line.to_owned());
        fields.insert("outcome".to_owned(), "well".to_owned());
        let answer = screen.house.post(NURSE, &screen.action, &fields).await;
        answer.is(422).says("ended already, or is not one");
    }
    // After its time nobody has to say that it ends early.
    House::wait(9 * HOUR);
    screen.who = WRITER;
    screen.show("observation").await;
    screen.recorded_once(&[("outcome", "well, to the ward")]).await;
    assert_eq!(observed(&screen.house, patient).await.len(), 2);
}

/// R-OBS-2: of two that run, the one that was chosen ends.
#[tokio::test]
async fn of_two_the_chosen_one_ends() {
    let house = House::new().await;
    let patient = house.with_pump(1, "18").await;
    house.report(patient, filled()).await;
    let refill = house.lines(patient, "filled").await[0]["id"].as_str().unwrap().to_owned();
    house.report(patient, revised()).await;
    let mut screen = Screen::open(house, NURSE, patient, "observation", "observation").await;
    screen.page.says("After a refill").says("After surgery");
    // Pressing "end" opens the fields of that one.
    let asked = screen.send(&[("line", &refill)]).await;
    asked.is(422).says("Write down what was seen");
    let part = asked.text.split("After a refill").nth(1).unwrap().split("</form>").next().unwrap();
    assert!(part.contains("name=\"outcome\""), "{part}");
    screen.send(&[("line", &refill), ("outcome", "well"), ("early", "yes")]).await.is(303);
    assert_eq!(observed(&screen.house, patient).await, [(refill, "well".to_owned())]);
    screen.show("observation").await.says("After surgery").silent("After a refill");
}
