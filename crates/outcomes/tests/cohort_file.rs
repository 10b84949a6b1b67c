//! The file of a cohort: what is written is read again, whole; what is wrong is refused by line and field.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests may fail loudly")]

mod people;

use outcomes::cohort::{COLUMNS, Device, Part, Person, Why, micrograms, read, write};
use people::{START, after, implanted, sort};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    /// R-OUT-19: what was written is read again, whole, also by programs of other systems; and written again it is the same.
    #[test]
    fn what_is_written_is_read(people in people::people(8), nested: bool) {
        let mut people = people;
        if nested && let Some(person) = people.first_mut() {
            // A catheter that was left in while another went in and out again.
            let device = |from: i64, out: Option<i64>| Device {
                part: Part::Catheter,
                model: "left-in".to_owned(),
                into: Some(after(START, from)),
                followed: after(START, from),
                out: out.map(|on| (after(START, on), Why::Failure)),
            };
            person.devices.extend([device(-50, None), device(-40, Some(-30)), device(-20, Some(9_000)), device(-10, Some(70))]);
            sort(person);
        }
        prop_assume!(!people.is_empty());
        people.push(Person { key: "nothing, \"known\"".to_owned(), ..Person::default() });
        let text = write(&people);
        prop_assert_eq!(&read(&text).unwrap(), &people);
        let other = format!("\u{feff}{}", text.replace('\n', "\r\n"));
        let again = read(&other).unwrap();
        prop_assert_eq!(&again, &people);
        prop_assert_eq!(write(&again), text);
    }

    /// R-OUT-19: every dose in whole nanograms is written and read as the same.
    #[test]
    fn doses_are_whole(nanograms in prop_oneof![any::<u32>().prop_map(u64::from), 0_u64..10_000]) {
        let mut person = implanted("a", START);
        person.doses = vec![outcomes::cohort::DoseFrom(START, nanograms)];
        prop_assert_eq!(read(&write(&[person.clone()])).unwrap(), vec![person]);
        let shown: f64 = micrograms(nanograms).parse().unwrap();
        prop_assert!((shown * 1_000.0 - nanograms as f64).abs() < 1e-3);
    }
}

/// R-OUT-19: what is wrong is refused: which line and field, and what would be accepted.
#[test]
fn wrong_files_name_the_field() {
    let head = COLUMNS.join(",");
    let of = |lines: &[&str]| format!("{head}\n{}\n", lines.join("\n"));
    let pump = "a,pump-in,2020-01-01,,implanted,,";
    for (text, wanted) in [
        (String::new(), "the file is empty"),
        (format!("{head}\n"), "the file is empty"),
        (
            "person,what,when\na,b,c\n".to_owned(),
            "line 1: the columns are person,what,when; accepted: person,what,date",
        ),
        ("a;b;c\n".to_owned(), "line 1: the columns are a;b;c"),
        (of(&[pump, "a,pump-in,2020-01-01,,implanted"]), "line: 3"),
        (of(&[",born,1960-01-01,,,,"]), "line 2, person: is empty"),
        (of(&["a,borne,1960-01-01,,,,"]), "line 2, what: \"borne\" is not known; accepted: born"),
        (of(&[pump, "a,born,1960-02-30,,,,"]), "line 3, date: \"1960-02-30\" is no date"),
        (of(&["a,born,9.3.1960,,,,"]), "line 2, date: \"9.3.1960\" is no date; accepted: such as 2026-03-09"),
        (of(&["a,born,,,,,"]), "line 2, date: \"\" is no date"),
        (
            of(&["a,born,1960-01-01,,,,", "a,born,1961-01-01,,,,"]),
            "line 3, date: an earlier line says another born",
        ),
        (of(&["a,sex,,,female,,", "a,sex,,,male,,"]), "line 3, value: an earlier line says another sex"),
        (
            of(&["a,died,2021-01-01,,related,,", "a,died,2021-01-01,,not-known,,"]),
            "line 3, date: an earlier line",
        ),
        (of(&["a,score,2020-01-01,ashworth,2,,"]), "line 2, name: \"ashworth\" is no scale"),
        (of(&["a,score,2020-01-01,ashworth-0-4,1+,,"]), "line 2, value: \"1+\" is no value"),
        (of(&["a,score,2020-01-01,ashworth-0-4,5,,"]), "line 2, value: \"5\" is no value"),
        (of(&["a,score,2020-01-01,barthel,52,,"]), "line 2, value: \"52\" is no value"),
        (of(&["a,score,2020-01-01,barthel,50,left,"]), "line 2, site: \"left\" is no site"),
        (of(&["a,score,2020-01-01,ashworth-0-4,2,knee left,"]), "line 2, site: \"knee left\" is no site"),
        (
            of(&["a,dose,2020-01-01,,\"1.234,5\",,"]),
            "line 2, value: \"1.234,5\" is no dose; accepted: micrograms",
        ),
        (of(&["a,dose,2020-01-01,,1.2345,,"]), "line 2, value: \"1.2345\" is no dose"),
        (of(&["a,dose,2020-01-01,,-5,,"]), "line 2, value: \"-5\" is no dose"),
        (of(&["a,dose,2020-01-01,,5.,,"]), "line 2, value: \"5.\" is no dose"),
        (
            of(&["a,dose,2020-01-01,,99999999999999999999,,"]),
            "line 2, value: \"99999999999999999999\" is no dose",
        ),
        (of(&["a,dose,2020-01-01,,5 ug,,"]), "line 2, value: \"5 ug\" is no dose"),
        (
            of(&["a,pump-out,2020-01-01,,failure,,"]),
            "person a: a pump comes out on 2020-01-01, and none is in",
        ),
        (of(&[pump, "a,pump-out,2019-12-31,,failure,,"]), "person a: a pump comes out on 2019-12-31"),
        (of(&[pump, "a,catheter-out,2021-01-01,,failure,,"]), "person a: a catheter comes out"),
        (of(&[pump, "b,pump-out,2021-01-01,,failure,,"]), "person b: a pump comes out"),
        (
            of(&["a,score,2020-01-01,barthel,45,,", "a,score,2020-01-01,barthel,50,,"]),
            "person a: barthel  has two values on 2020-01-01",
        ),
        (
            of(&[pump, "a,pump-out,2021-01-01,,broken,,"]),
            "line 3, value: \"broken\" is not known here; accepted: battery",
        ),
        (
            of(&[pump, "a,pump-out,2021-01-01,2020-05-05,failure,,"]),
            "person a: a pump of 2020-05-05 comes out",
        ),
        (
            of(&[pump, "a,pump-out,2021-01-01,SynchroMed,failure,,"]),
            "line 3, name: \"SynchroMed\" is no date",
        ),
        (
            of(&["a,pump-in,2020-01-01,,2020-01-02,,"]),
            "line 2, value: \"2020-01-02\"; accepted: implanted, found",
        ),
        (of(&["a,pump-in,2020-01-01,,,,"]), "line 2, value: \"\"; accepted: implanted, found"),
        (of(&["a,event,2020-01-01,fluid-leak,related,leak,"]), "line 2, site: \"leak\" is not known here"),
        (
            of(&["a,event,2020-01-01,fluid-leak,perhaps,technique,"]),
            "line 2, value: \"perhaps\" is not known here",
        ),
        (
            of(&["a,event,2020-01-01,fluid-leak,related,technique,operated"]),
            "line 2, note: \"operated\" is not known",
        ),
        (
            of(&["a,operation,2020-01-01,change,,,"]),
            "line 2, name: \"change\" is not known here; accepted: implant",
        ),
        (of(&["a,invented,,,maybe,,"]), "line 2, value: \"maybe\" is not known here; accepted: yes, no"),
    ] {
        match read(&text) {
            Ok(people) => panic!("{text}: {people:?}"),
            Err(refused) => assert!(refused.to_string().contains(wanted), "{text}: {refused}"),
        }
    }
    // A line over two lines of text does not shift the numbers of others.
    let text = of(&["a,sex,,,\"fe\nmale\",,", "a,born,never,,,,"]);
    assert!(read(&text).unwrap_err().to_string().starts_with("line 4, date"));
    // Twice the same is no contradiction.
    assert_eq!(read(&of(&[pump, "a,seen,2021-01-01,,,,", "a,seen,2021-01-01,,,,"])).unwrap().len(), 1);
}
