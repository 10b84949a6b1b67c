//! R-CAL-1: public holidays.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests may fail loudly"
)]

use holiday_de::GermanRegion;
use jiff::civil::{Date, date};
use practice::holidays::{DayTime, HolidayError, HolidaySettings, Holidays, OwnDay, place_days, regions};
use std::collections::BTreeSet;

fn of(region: &str, places: &[&str]) -> Holidays {
    let places = places.iter().map(|word| (*word).to_owned()).collect();
    Holidays::new(&HolidaySettings { region: region.to_owned(), places, own: Vec::new() }).unwrap()
}

fn dates(holidays: &Holidays, year: i16) -> BTreeSet<String> {
    holidays.in_year(year).iter().map(|holiday| holiday.date.to_string()).collect()
}

/// R-CAL-1: the days of every German state are those of another library, in every year from 2000 to 2060.
#[test]
fn german_states_agree_with_another_library() {
    use GermanRegion::*;
    let states = [
        ("de-bw", BadenWuerttemberg),
        ("de-by", Bayern),
        ("de-be", Berlin),
        ("de-bb", Brandenburg),
        ("de-hb", Bremen),
        ("de-hh", Hamburg),
        ("de-he", Hessen),
        ("de-mv", MechlenburgVorpommern),
        ("de-ni", Niedersachsen),
        ("de-nw", NordrheinWestfalen),
        ("de-rp", RheinlandPfalz),
        ("de-sl", Saarland),
        ("de-sn", Sachsen),
        ("de-st", SachsenAnhalt),
        ("de-sh", SchleswigHolstein),
        ("de-th", Thueringen),
    ];
    for (id, state) in states {
        let ours = of(id, &[]);
        for year in 2000..=2060_i16 {
            let theirs = state.holiday_dates_in_year(i32::from(year));
            let mut theirs: BTreeSet<String> = theirs.iter().map(|(date, _)| date.to_string()).collect();
            match id {
                // It depends on the place; the library takes it as a holiday everywhere.
                "de-by" => assert!(theirs.remove(&format!("{year}-08-15"))),
                // The library leaves out what is always a Sunday.
                "de-bb" => {
                    let sunday =
                        |name| ours.in_year(year).into_iter().find(|day| day.name == name).unwrap().date;
                    theirs.extend(["Easter Sunday", "Whit Sunday"].map(|name| sunday(name).to_string()));
                }
                _ => {}
            }
            assert_eq!(dates(&ours, year), theirs, "{id} {year}");
        }
    }
}

/// R-CAL-1: days of some places hold only where they are switched on.
#[test]
fn days_of_places_are_switched_on() {
    let cases = [
        ("de-by", "assumption-day", date(2026, 8, 15)),
        ("de-by", "augsburg-peace", date(2026, 8, 8)),
        ("de-sn", "corpus-christi", date(2026, 6, 4)),
        ("de-th", "corpus-christi", date(2026, 6, 4)),
        ("nl", "good-friday", date(2026, 4, 3)),
    ];
    for (region, word, day) in cases {
        assert!(of(region, &[]).on(day).is_none(), "{region} {word}");
        assert!(of(region, &[word]).on(day).is_some(), "{region} {word}");
        assert!(place_days(region).unwrap().iter().any(|(known, _)| *known == word));
    }
    let wrong = |region: &str, word: &str| {
        let places = vec![word.to_owned()];
        Holidays::new(&HolidaySettings { region: region.to_owned(), places, own: Vec::new() }).unwrap_err()
    };
    assert!(matches!(wrong("de-bw", "assumption-day"), HolidayError::NoSuchPlaceDay { .. }));
    let told = wrong("de-xx", "").to_string();
    assert!(told.contains("de-xx") && told.contains("de-by, de-be"), "{told}");
}

/// R-CAL-1: days of other countries, year by year as their laws make them, substitute days among them.
#[test]
fn other_countries_have_their_days() {
    let cases = [
        ("at", 2026, "01-01 01-06 04-06 05-01 05-14 05-25 06-04 08-15 10-26 11-01 12-08 12-25 12-26"),
        ("ch", 2026, "08-01"),
        ("ch-zh", 2026, "01-01 04-03 04-06 05-01 05-14 05-25 08-01 12-25 12-26"),
        ("ch-be", 2026, "01-01 01-02 04-03 04-06 05-14 05-25 08-01 12-25 12-26"),
        ("ch-bs", 2026, "01-01 04-03 04-06 05-01 05-14 05-25 08-01 12-25 12-26"),
        ("ch-ge", 2026, "01-01 04-03 04-06 05-14 05-25 08-01 09-10 12-25 12-31"),
        (
            "sk",
            2023,
            "01-01 01-06 04-07 04-10 05-01 05-08 07-05 08-29 09-01 09-15 11-01 11-17 12-24 12-25 12-26",
        ),
        ("sk", 2026, "01-01 01-06 04-03 04-06 05-01 07-05 08-29 11-01 12-24 12-25 12-26"),
        ("sk", 2027, "01-01 01-06 03-26 03-29 05-01 05-08 07-05 08-29 09-15 11-01 12-24 12-25 12-26"),
        ("cz", 2026, "01-01 04-03 04-06 05-01 05-08 07-05 07-06 09-28 10-28 11-17 12-24 12-25 12-26"),
        ("nl", 2025, "01-01 04-20 04-21 04-26 05-05 05-29 06-08 06-09 12-25 12-26"),
        ("fr", 2026, "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25"),
        (
            "fr-alsace-moselle",
            2026,
            "01-01 04-03 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25 12-26",
        ),
        ("gb-eaw", 2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-26 12-28"),
        ("gb-eaw", 2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-25 12-26 12-27 12-28"),
        ("gb-eaw", 2028, "01-01 01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26"),
        ("gb-eaw", 2033, "01-01 01-03 04-15 04-18 05-02 05-30 08-29 12-25 12-26 12-27"),
        ("ie", 2026, "01-01 02-02 03-17 04-06 05-04 06-01 08-03 10-26 12-25 12-26"),
        // 1 February is a Friday.
        ("ie", 2030, "01-01 02-01 03-17 04-22 05-06 06-03 08-05 10-28 12-25 12-26"),
        ("it", 2026, "01-01 01-06 04-05 04-06 04-25 05-01 06-02 08-15 10-04 11-01 12-08 12-25 12-26"),
        ("es", 2026, "01-01 01-06 04-03 05-01 08-15 10-12 11-01 12-06 12-08 12-25"),
        ("pl", 2024, "01-01 01-06 03-31 04-01 05-01 05-03 05-19 05-30 08-15 11-01 11-11 12-25 12-26"),
        ("pl", 2026, "01-01 01-06 04-05 04-06 05-01 05-03 05-24 06-04 08-15 11-01 11-11 12-24 12-25 12-26"),
        ("tr", 2026, "01-01 04-23 05-01 05-19 07-15 08-30 10-28 10-29"),
        ("il", 2026, ""),
        ("us", 2026, "01-01 01-19 02-16 05-25 06-19 07-03 07-04 09-07 10-12 11-11 11-26 12-25"),
        (
            "us",
            2027,
            "01-01 01-18 02-15 05-31 06-18 06-19 07-04 07-05 09-06 10-11 11-11 11-25 12-24 12-25 12-31",
        ),
    ];
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for (region, year, days) in cases {
        seen.insert(region);
        let wanted: BTreeSet<String> = days.split_whitespace().map(|day| format!("{year}-{day}")).collect();
        assert_eq!(dates(&of(region, &[]), year), wanted, "{region} {year}");
    }
    for region in regions().unwrap() {
        let german = region.id.starts_with("de");
        assert!(german || seen.contains(region.id.as_str()), "{} is not looked at", region.id);
        assert!(
            !region.source.is_empty() && ["A", "B", "D", "U"].contains(&region.grade.as_str()),
            "{}",
            region.id
        );
    }
}

/// R-CAL-1: Easter, against dates that are printed in every calendar, and the earliest and latest that can be.
#[test]
fn easter_is_when_it_is() {
    let germany = of("de", &[]);
    for day in [
        "1818-03-22",
        "1943-04-25",
        "2000-04-23",
        "2008-03-23",
        "2019-04-21",
        "2024-03-31",
        "2026-04-05",
        "2038-04-25",
    ] {
        let monday = day.parse::<Date>().unwrap().tomorrow().unwrap();
        let holiday = germany.on(monday).unwrap();
        assert!(holiday.name.contains("Easter Monday"), "{day}: {}", holiday.name);
    }
}

/// R-CAL-2: own days, once and every year, whole and half; of two on one day the earlier beginning holds and both are named.
#[test]
fn own_days_are_added() {
    let own = |date, name: &str, from: Option<&str>, yearly| OwnDay {
        date,
        name: name.to_owned(),
        from: from.map(|from| from.parse().unwrap()),
        yearly,
    };
    let settings = HolidaySettings {
        region: "de-bw".to_owned(),
        places: Vec::new(),
        own: vec![
            own(date(2026, 12, 24), "Christmas Eve", Some("12:00"), true),
            own(date(2026, 7, 3), "clinic outing", None, false),
            own(date(2020, 2, 29), "leap day", None, true),
            own(date(2026, 10, 3), "open day", Some("14:00"), false),
        ],
    };
    let holidays = Holidays::new(&settings).unwrap();
    let on =
        |year, month, day| holidays.on(date(year, month, day)).map(|day| (day.name, day.from.to_string()));
    let eve = Some(("Christmas Eve".to_owned(), "12:00".to_owned()));
    assert_eq!([on(2026, 12, 24), on(2031, 12, 24)], [eve.clone(), eve]);
    assert!(on(2026, 7, 3).is_some() && on(2027, 7, 3).is_none());
    assert!(on(2028, 2, 29).is_some() && on(2027, 2, 28).is_none() && on(2027, 3, 1).is_none());
    assert_eq!(on(2026, 10, 3), Some(("Day of German Unity, open day".to_owned(), "00:00".to_owned())));
    // Ascension Day fell on 1 May.
    assert_eq!(on(2008, 5, 1).unwrap().0, "Labour Day, Ascension Day");
    let year: Vec<String> = holidays.in_year(2026).iter().map(|day| day.date.to_string()).collect();
    assert!(year.is_sorted() && year.len() == 14, "{year:?}");
    let text = serde_json::to_string(&settings).unwrap();
    assert_eq!(serde_json::from_str::<HolidaySettings>(&text).unwrap(), settings);
    let nameless = vec![own(date(2026, 7, 3), " ", None, false)];
    let wrong = Holidays::new(&HolidaySettings { own: nameless, ..HolidaySettings::default() });
    assert_eq!(wrong.unwrap_err(), HolidayError::OwnDay(date(2026, 7, 3)));
    for bad in [
        r#"{"region":"de","own":[],"regions":"x"}"#,
        r#"{"region":"de","own":[{"date":"2026-01-01","name":"a","half":true}]}"#,
    ] {
        assert!(serde_json::from_str::<HolidaySettings>(bad).is_err(), "{bad}");
    }
}

#[test]
fn times_of_a_day_are_whole_minutes() {
    for text in ["00:00", "08:05", "23:59", "24:00"] {
        assert_eq!(text.parse::<DayTime>().unwrap().to_string(), text);
    }
    for text in ["", "8:00", "24:01", "25:00", "12:60", "12", "12:0", "+1:00", "12:00:00", "١٢:٠٠"] {
        assert!(text.parse::<DayTime>().is_err(), "{text}");
    }
}
