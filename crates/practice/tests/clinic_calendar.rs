//! R-CAL-2, R-CAL-3: holidays and contacts as the clinic's settings take them; R-SCA-3: a total in a list.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests may fail loudly"
)]

use practice::contacts::{Contacts, Desk};
use practice::holidays::HolidaySettings;
use practice::patient::line_title;
use practice::settings::{Change, Settings, SettingsError, appending};
use serde_json::{from_str, json};

fn refused(change: Change) -> String {
    match appending(&[change], 0, 0) {
        Err(SettingsError::Value { field, problem }) => format!("{field}: {problem}"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn settings_refuse_what_cannot_be_relied_on() {
    let fallback = Desk { name: "emergency".to_owned(), phone: "112".to_owned(), email: None, note: None };
    let mut contacts =
        Contacts { desks: Vec::new(), rules: Vec::new(), fallback, fallback_covers_gaps: false };
    let told = refused(Change::Contacts(contacts.clone()));
    assert!(told.starts_with("contacts: nobody answers on Monday from 00:00 to 24:00"), "{told}");
    contacts.fallback_covers_gaps = true;
    let taken = appending(&[Change::Contacts(contacts.clone())], 0, 0).unwrap();
    assert_eq!(from_str::<Contacts>(&taken.events[0].body).unwrap(), contacts);
    let mut holidays = HolidaySettings { region: "bavaria".to_owned(), ..HolidaySettings::default() };
    let told = refused(Change::Holidays(holidays.clone()));
    assert!(told.starts_with("holidays: \"bavaria\" is no region; accepted: de,"), "{told}");
    holidays.region = "de-by".to_owned();
    assert!(appending(&[Change::Holidays(holidays)], 0, 0).is_ok());
    // As the first form of this event wrote them.
    let old = from_str::<HolidaySettings>(r#"{"region":"","own":[{"date":"2026-07-03","name":"outing"}]}"#)
        .unwrap();
    let settings =
        Settings { holidays: HolidaySettings { region: "gone".to_owned(), ..old }, ..Settings::default() };
    assert_eq!(settings.holidays().in_year(2026)[0].name, "outing");
}

#[test]
fn a_total_that_its_items_make_is_shown() {
    let items = json!({ "feeding": "10", "bathing": "5", "grooming": "5", "dressing": "5", "bowels": "10",
        "bladder": "10", "toilet": "5", "transfers": "15", "mobility": "5", "stairs": "0" });
    let titles = [
        (json!({ "scale": "barthel", "items": items }), "Barthel index (0 to 100): 70"),
        (
            json!({ "scale": "modified-ashworth", "value": "1+", "site": "knee-flexors", "side": "left" }),
            "modified Ashworth, left knee flexors: 1+",
        ),
        (
            json!({ "scale": "goal-attainment", "value": "+1", "goal": "stand to dress" }),
            "goal attainment, stand to dress: +1",
        ),
        (json!({ "scale": "no longer known", "value": "3" }), "no longer known: 3"),
    ];
    for (scored, title) in titles {
        assert_eq!(line_title(&json!({ "at": "2026-03-03T09:30:00+01:00", "scored": scored })), title);
    }
}
