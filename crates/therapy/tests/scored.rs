//! R-SCA-5: scores in a course file, and what they say of a rising dose.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests may fail loudly"
)]

mod bedside;

use bedside::{SYNCHROMED, at, findings, found, order, seen};
use catalogue::Catalogue;
use scales::{Scale, Score, Sites};
use therapy::act::{Act, Report};
use therapy::file::read_json;
use therapy::input::InputError;

/// What a line with this score is read as, or where it is refused and why.
fn read(scored: &str) -> Result<Score, (String, String)> {
    let text = format!(
        r#"{{ "format": "thecal course 1", "zone": "Europe/Berlin", "patient": {{ "record": "T", "name": "Invented",
        "born": "1980-01-01", "diagnosis": "stroke" }}, "event": [{{ "at": "2026-01-05T09:00:00+01:00", "scored": {scored} }}] }}"#
    );
    let place = |error: InputError| (error.pointer.replace("/event/0/scored", ""), error.problem.to_string());
    let file = read_json(&text, Catalogue::embedded().unwrap()).map_err(place)?;
    match &file.events[0].act {
        Act::Report(Report::Scored(score)) => Ok(score.clone()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_scale_is_read_back() {
    for scale in Scale::all() {
        let site = match scale.sites() {
            Sites::Patient => "",
            Sites::Side => r#", "side": "left""#,
            Sites::MuscleAndSide => r#", "site": "ankle-plantar-flexors", "side": "right""#,
        };
        let goal = if scale.has_goal() { r#", "goal": "stand to dress""# } else { "" };
        let line = |value: &str, more: &str| {
            read(&format!(r#"{{ "scale": "{}", "value": "{value}"{goal}{more} }}"#, scale.word()))
        };
        for value in scale.grades() {
            for site in ["", site] {
                let score = line(&value, site).unwrap();
                assert_eq!((score.scale(), score.value()), (scale, value.clone()));
                assert_eq!(score.site().is_some(), !site.is_empty());
                assert_eq!(score.goal().is_some(), scale.has_goal());
            }
        }
        let (place, why) = line("1++", "").unwrap_err();
        assert_eq!(place, "/value");
        assert!(why.contains(&scale.values().accepted()), "{why}");
    }
}

#[test]
fn a_refusal_names_the_key_and_what_is_accepted() {
    let barthel =
        |items: &str, more: &str| read(&format!(r#"{{ "scale": "barthel"{more}, "items": {{ {items} }} }}"#));
    let nine = r#""feeding": "10", "bathing": "5", "grooming": "5", "dressing": "5", "bowels": "5", "bladder": "5", "toilet": "5", "transfers": "15", "mobility": "0""#;
    let ten = format!(r#"{nine}, "stairs": "0""#);
    assert_eq!(barthel(&ten, "").unwrap().value(), "55");
    assert_eq!(barthel(&ten, r#", "value": "55""#).unwrap(), barthel(&ten, "").unwrap());
    let mas = |more: &str| read(&format!(r#"{{ "scale": "modified-ashworth", "value": "1+"{more} }}"#));
    let cases = [
        (read(r#"{ "scale": "ashworth", "value": "2" }"#), "/scale", "ashworth-0-4, ashworth-1-5"),
        (read(r#"{ "scale": "pain" }"#), "/value", "is missing"),
        (read(r#"{ "scale": "pain", "value": 3 }"#), "/value", "in quotes"),
        (read(r#"{ "scale": "ashworth-0-4", "value": "1+" }"#), "/value", "0, 1, 2, 3, 4"),
        (read(r#"{ "scale": "barthel", "value": "52" }"#), "/value", "from 0 to 100 in steps of 5"),
        (read(r#"{ "scale": "barthel", "value": "50", "side": "left" }"#), "/side", "scale, items, value"),
        (read(r#"{ "scale": "pain", "value": "3", "items": {} }"#), "/items", "not a key"),
        (read(r#"{ "scale": "pain", "value": "3", "goal": "a" }"#), "/goal", "not a key"),
        (read(r#"{ "scale": "goal-attainment", "value": "0" }"#), "/goal", "name of the goal"),
        (read(r#"{ "scale": "goal-attainment", "value": "1", "goal": "a" }"#), "/value", "-1, 0, +1"),
        (barthel(nine, ""), "/items/stairs", "every item"),
        (barthel(&format!(r#"{nine}, "stairs": "15""#), ""), "/items/stairs", "from 0 to 10 in steps of 5"),
        (barthel(&format!(r#"{ten}, "stair": "0""#), ""), "/items/stair", "feeding, bathing"),
        (barthel(&ten, r#", "value": "60""#), "/value", "55, which the items make"),
        (mas(r#", "site": "knee-flexors""#), "/side", "left or right"),
        (mas(r#", "side": "left""#), "/site", "a muscle group"),
        (mas(r#", "site": "knee", "side": "left""#), "/site", "knee-flexors"),
        (mas(r#", "site": "knee-flexors", "side": "both""#), "/side", "left, right"),
        (mas(r#", "rater": "x""#), "/rater", "scale, value, site, side"),
        (
            read(r#"{ "scale": "tardieu-angle", "items": { "r1": "70", "r2": "20" } }"#),
            "/items",
            "the second is less than the first",
        ),
    ];
    for (read, place, part) in cases {
        let (found, why) = read.unwrap_err();
        assert_eq!(found, place, "{why}");
        assert!(why.contains(part), "{place}: {why}");
    }
}

/// Three rises in band; scores before them and after.
#[test]
fn a_rising_dose_is_held_against_what_it_is_raised_for() {
    let fires = |before: &[&str], after: &[&str]| {
        let scored = |day: u32, what: &&str| at(day, "08:00", &format!("scored = {{ {what} }}"));
        let mut lines = vec![found()];
        lines.extend(before.iter().map(|what| scored(6, what)));
        for (id, day, dose) in [("a", 7, "220 ug/d"), ("b", 9, "240 ug/d"), ("c", 11, "260 ug/d")] {
            lines.extend([order(id, day, "09:00", dose, ""), seen(id, day, "09:05", dose)]);
        }
        lines.extend(after.iter().map(|what| scored(12, what)));
        lines.push(order("o", 13, "09:00", "280 ug/d", ""));
        findings(SYNCHROMED, &lines).iter().any(|(_, _, rule)| *rule == "DOSE-RISING")
    };
    let mas = |value: &str, place: &str| format!(r#"scale = "modified-ashworth", value = "{value}"{place}"#);
    let (knee, ankle) =
        (r#", site = "knee-flexors", side = "left""#, r#", site = "ankle-plantar-flexors", side = "left""#);
    let barthel = |value: &str| format!(r#"scale = "barthel", value = "{value}""#);
    let (three, two) = (mas("3", ""), mas("2", ""));
    assert!(fires(&[&three], &[&three]));
    assert!(fires(&[&two], &[&three]));
    assert!(!fires(&[&three], &[&two]));
    // 1+ is worse than 1.
    assert!(fires(&[&mas("1", "")], &[&mas("1+", "")]));
    assert!(!fires(&[&mas("1+", "")], &[&mas("1", "")]));
    // More is better on the Barthel index: better is enough, and staying is no reproach.
    assert!(!fires(&[&three, &barthel("40")], &[&three, &barthel("50")]));
    assert!(fires(&[&three, &barthel("50")], &[&three, &barthel("40")]));
    assert!(!fires(&[&barthel("40")], &[&barthel("40")]));
    // One site that got better is enough, whichever was written last; another site is no comparison.
    assert!(!fires(&[&mas("3", knee), &mas("0", ankle)], &[&mas("2", knee), &mas("0", ankle)]));
    assert!(fires(&[&mas("3", knee), &mas("1", ankle)], &[&mas("3", knee), &mas("1", ankle)]));
    assert!(!fires(&[&mas("3", knee)], &[&mas("3", ankle)]));
    assert!(!fires(&[&three], &[r#"scale = "ashworth-0-4", value = "3""#]));
    // The last score of a site counts.
    assert!(fires(&[&mas("3", knee)], &[&mas("2", knee), &mas("3", knee)]));
    // A classification says nothing.
    assert!(!fires(&[r#"scale = "gmfcs", value = "IV""#], &[r#"scale = "gmfcs", value = "IV""#]));
}
