//! Imaging: what this pump asks for before and after, planned, done, and the check that stays open until it is recorded.

use super::Screen;
use super::house::{COORDINATOR, DAY, House, NURSE, THERAPIST};

/// R-MRI-1: each pump has its own tasks before and after; a pump of which nothing is known says so and never passes silently.
#[tokio::test]
async fn each_pump_has_its_own_tasks() {
    let mut house = House::new().await;
    let unknown = "Nothing is known of imaging with this pump";
    let not_safe = "MR Unsafe by its labelling";
    for (number, model, words, never) in [
        (
            1,
            "synchromed-ii-8637-40",
            [
                "Before Leave the pump running",
                "After Interrogate the pump",
                "Confirm that the motor has recovered",
            ],
            [unknown, not_safe, "Empty the reservoir."],
        ),
        (
            2,
            "prometra-ii-20",
            [
                "Before Empty the reservoir.",
                "After Refill the reservoir.",
                "Reset the flow-activated valve: it stays closed",
            ],
            [unknown, not_safe, "Leave the pump running"],
        ),
        (
            3,
            "prometra-20",
            [
                not_safe,
                "Before Empty the reservoir: the valves may open",
                "After Nothing was found for this pump: interrogate it",
            ],
            [unknown, "Reset the flow-activated valve: it", "Leave the pump running"],
        ),
        (
            4,
            "synchromed-iii",
            [unknown, "ask the maker before", "SynchroMed III"],
            [not_safe, "Leave", "Empty the"],
        ),
    ] {
        let patient = house.with_model(number, model, "18").await;
        let page = house.get(NURSE, &format!("/patients/{patient}/mri")).await;
        page.is(200);
        for (words, never) in words.iter().zip(never) {
            page.says(words).silent(never);
        }
        // Once it was done, the check is open for each of them.
        let action = format!("/patients/{patient}/mri/done");
        house.fill_in(NURSE, &page, &action, &[]).await.is(303);
        let open = house.open(patient).await;
        assert!(open.contains(&"MRI-TASK"), "{model}: {open:?}");
        assert_eq!(open.contains(&"MRI-UNSAFE"), words.contains(&not_safe), "{model}: {open:?}");
    }
    let none = house.patient(9).await;
    house.get(NURSE, &format!("/patients/{none}/mri")).await.says("no pump on record").silent("Plan it");
}

/// R-MRI-2: planned, done and checked, each once; what is missing is refused at its field, and the check stays open until
/// every step is done or the pump was seen not running, which is a finding of its own.
#[tokio::test]
async fn the_check_is_open_until_it_is_recorded() {
    let house = House::new().await;
    let patient = house.with_pump(1, "30").await;
    let mut screen = Screen::open(house, NURSE, patient, "mri", "mri/plan").await;
    let note = ("planned.note", "1.5 T, spine");
    screen.refused(&[("planned.on", "2026-03-01"), note], "planned.on", "record the imaging as done").await;
    screen.refused(&[("planned.on", "in March"), note], "planned.on", "month in letters").await;
    screen.refused(&[("planned.on", "2026-03-05")], "planned.note", "Field strength and where").await;
    screen.recorded_once(&[("planned.on", "2026-03-05"), note]).await;
    screen.show("mri").await.says("Planned for 5 March 2026: 1.5 T, spine").silent("Check after imaging");
    House::wait(3 * DAY);
    let today = screen.house.get(NURSE, "/today?kind=mri").await;
    today.says("Imaging planned: 1.5 T, spine");
    screen.form("mri/done");
    screen.show("mri").await;
    let at = ("at.time", "11:00");
    screen.refused(&[("at", "2026-03-05"), at], "at", "This lies in the future").await;
    screen.refused(&[("at", "2026-03-05"), ("at.time", "noon")], "at.time", "hours and minutes").await;
    let at = [("at", "2026-03-05"), ("at.time", "09:30")];
    screen.recorded_once(&at).await;
    screen.show("mri").await.says("Imaging was done; the check of this pump has not been recorded");
    screen.page.silent("Planned for 5 March").silent("Record the imaging");
    let today = screen.house.get(NURSE, "/today?kind=mri").await;
    today.says("After magnetic resonance imaging this pump needs its own check").silent("Imaging planned");
    screen.form("mri/checked");
    for (typed, field, words) in [
        (vec![("all-done", "yes")], "running", "whether the pump was seen running"),
        (vec![("running", "yes")], "all-done", "Do every step of the list"),
    ] {
        screen.refused(&typed, field, words).await;
    }
    assert!(screen.house.open(patient).await.contains(&"MRI-TASK"));
    // A pump that does not run is said at once, whatever else is left to do.
    screen.recorded_once(&[("running", "no")]).await;
    assert_eq!(screen.house.lines(patient, "mri-checked").await.len(), 1);
    let open = screen.house.open(patient).await;
    assert!(open.contains(&"NOT-RUNNING") && !open.contains(&"MRI-TASK"), "{open:?}");
    screen.show("mri").await.says("Pump checked after imaging: not running");
    screen.form("mri/done");
    screen.recorded_once(&[]).await;
    screen.form("mri/checked");
    screen.show("mri").await;
    screen.recorded_once(&[("running", "yes"), ("all-done", "yes")]).await;
    let open = screen.house.open(patient).await;
    assert!(!open.contains(&"MRI-TASK") && !open.contains(&"NOT-RUNNING"), "{open:?}");
    screen.show("mri").await.says("Pump checked after imaging: running").silent("has not been recorded");
}

/// R-MRI-2
#[tokio::test]
async fn who_records_nothing_is_offered_nothing() {
    for who in [THERAPIST, COORDINATOR] {
        let house = House::new().await;
        let patient = house.with_pump(1, "30").await;
        let mut screen = Screen::open(house, NURSE, patient, "mri", "mri/plan").await;
        screen.who = who;
        screen.send(&[("planned.on", "2026-03-05"), ("planned.note", "1.5 T")]).await.is(403);
        for part in ["done", "checked"] {
            screen.form("mri/done");
            let fields = screen.page.fields(&screen.action);
            let path = format!("/patients/{patient}/mri/{part}");
            screen.house.post(who, &path, &fields).await.is(403);
        }
        screen.show("mri").await.silent("Record the imaging").silent("Plan it");
        assert!(screen.house.lines(patient, "mri").await.is_empty());
    }
}
