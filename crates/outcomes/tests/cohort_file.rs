//! The file of a cohort: what is written is read again, whole; what is wrong is refused by line and field.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests may fail loudly")]

mod people;

use outcomes::cohort::{COLUMNS, Device, Part, Person, Why, micrograms, possible, read, write};
use people::{START, TODAY, after, implanted, sort};
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
        if let Some(person) = people.last_mut() {
            person.unread = u16::from(nested) * 3;
            person.contradicting = u16::from(!nested) * 2;
        }
        people.push(Person { key: "nothing, \"known\"".to_owned(), ..Person::default() });
        let text = write(&people);
        prop_assert_eq!(&read(&text, TODAY).unwrap(), &people);
        let other = format!("\u{feff}{}", text.replace('\n', "\r\n"));
        let again = read(&other, TODAY).unwrap();
        prop_assert_eq!(&again, &people);
        prop_assert_eq!(write(&again), text);
    }

    /// R-OUT-19: every dose in whole nanograms is written and read as the same.
    #[test]
    fn doses_are_whole(nanograms in prop_oneof![any::<u32>().prop_map(u64::from), 0_u64..10_000]) {
        let mut person = implanted("a", START);
        person.doses = vec![outcomes::cohort::DoseFrom(START, nanograms)];
        prop_assert_eq!(read(&write(&[person.clone()]), TODAY).unwrap(), vec![person]);
        let shown: f64 = micrograms(nanograms).parse().unwrap();
        prop_assert!((shown * 1_000.0 - nanograms as f64).abs() < 1e-3);
    }
}

/// R-OUT-19: what cannot be is refused by its line, and what is only unusual is not.
#[test]
fn what_cannot_be_is_refused() {
    let (born, pump, died) =
        ("a,born,1960-05-05,,,,", "a,pump-in,2020-01-01,,implanted,,", "a,died,2022-02-02,,related,,");
    let out = "a,pump-out,2021-01-01,,failure,,";
    let early = "is before the birth on 1960-05-05; accepted: 1960-05-05 or later";
    let late = "is after the death on 2022-02-02; accepted: 2022-02-02 or earlier";
    let two = "a pump is in since 2020-01-01; accepted: its line pump-out by 2020-06-01, or beside in the column note";
    type Case<'a> = (&'a [&'a str], Option<(&'a str, &'a str)>);
    let cases: [Case<'_>; 37] = [
        // Before birth nothing is.
        (&[born, "a,score,1960-05-04,barthel,50,,"], Some(("line 3, date: 1960-05-04 ", early))),
        (&[born, "a,score,1960-05-05,barthel,50,,"], None),
        (&["a,seen,1950-01-01,,,,", born], Some(("line 2, date: 1950-01-01 ", early))),
        (&[born, "a,left,1950-01-01,,,,"], Some(("line 3, date: ", early))),
        (&[born, "a,died,1950-01-01,,related,,"], Some(("line 3, date: ", early))),
        (&[born, "a,event,1950-01-01,seroma,related,technique,"], Some(("line 3, date: ", early))),
        (&[born, "a,operation,1950-01-01,implant,,,"], Some(("line 3, date: ", early))),
        (&[born, "a,catheter-in,1950-01-01,,found,,"], Some(("line 3, date: ", early))),
        (&[born, "a,pump-in,2020-01-01,,1960-05-04,,"], Some(("line 3, value: ", early))),
        (
            &[born, "a,pump-in,1959-01-01,,found,,", "a,pump-out,2020-01-01,,other,,"],
            Some(("line 3, date: ", early)),
        ),
        // After death nobody is rated, implanted or titrated.
        (&[pump, died, "a,score,2022-02-03,barthel,50,,"], Some(("line 4, date: 2022-02-03 ", late))),
        (&[pump, died, "a,score,2022-02-02,barthel,50,,"], None),
        (&[pump, died, "a,titrated,2023-01-01,,,,"], Some(("line 4, date: ", late))),
        (&[pump, died, "a,operation,2023-01-01,revision,,,"], Some(("line 4, date: ", late))),
        (&[pump, died, "a,catheter-in,2023-01-01,,implanted,,"], Some(("line 4, date: ", late))),
        // The pump is taken out of the dead, is read, and is found to have failed; that somebody died is heard late.
        (&[pump, died, "a,pump-out,2022-02-05,,other,,", "a,operation,2022-02-05,explant,,,"], None),
        (&[pump, died, "a,dose,2022-02-04,,120,,", "a,event,2022-02-05,catheter,related,device,"], None),
        (&[pump, died, "a,seen,2022-02-05,,,,", "a,left,2022-06-01,,,,"], None),
        (
            &[pump, died, "a,died,2022-02-03,,related,,"],
            Some(("line 4, date: ", "an earlier line says another died")),
        ),
        // No titration and no dose without a pump.
        (
            &["a,titrated,2020-01-01,,,,"],
            Some(("line 2, date: ", "no pump was in by 2020-01-01; accepted: a day from")),
        ),
        (&[pump, "a,titrated,2019-12-31,,,,"], Some(("line 3, date: ", "no pump was in by 2019-12-31"))),
        (&[pump, out, "a,titrated,2021-05-01,,,,"], None),
        (
            &["a,pump-in,2020-01-01,,2015-01-01,,", "a,titrated,2015-03-01,,,,", "a,dose,2016-01-01,,90,,"],
            None,
        ),
        (&["a,pump-in,2020-01-01,,found,,", "a,dose,2016-01-01,,90,,"], None),
        (
            &["a,dose,2020-01-01,,90,,"],
            Some(("line 2, date: ", "no pump is in on 2020-01-01; accepted: a day on which")),
        ),
        (&[pump, "a,dose,2019-12-31,,90,,"], Some(("line 3, date: ", "no pump is in on 2019-12-31"))),
        (&[pump, out, "a,dose,2021-01-02,,90,,"], Some(("line 4, date: ", "no pump is in on 2021-01-02"))),
        (&[pump, out, "a,dose,2021-01-01,,90,,", "a,dose,2021-03-01,,0,,"], None),
        // A pump that comes while one is in: the end of that one was forgotten, unless it is said.
        (&[pump, "a,pump-in,2020-06-01,,implanted,,"], Some(("line 3, date: ", two))),
        (&["a,pump-in,2020-06-01,,implanted,,", pump], Some(("line 2, date: ", two))),
        (&[pump, out, "a,pump-in,2020-06-01,,implanted,,"], Some(("line 4, date: ", two))),
        (&[pump, "a,pump-in,2020-06-01,,implanted,,beside"], None),
        (&[pump, out, "a,pump-in,2021-01-01,,implanted,,"], None),
        (
            &[pump, pump],
            Some((
                "line 3, date: ",
                "a pump is in since 2020-01-01; accepted: its line pump-out by 2020-01-01",
            )),
        ),
        (&[pump, "a,pump-out,2020-01-01,,failure,,", pump], None),
        (&["a,catheter-in,2020-01-01,,implanted,,", "a,catheter-in,2020-06-01,,implanted,,"], None),
        // What a line has no place for is not left out.
        (
            &[pump, "a,dose,2020-02-01,,0.09,mg,"],
            Some(("line 3, site: \"mg\"; accepted: nothing, ", "dose has no site")),
        ),
    ];
    for (lines, wanted) in cases {
        let text = format!("{}\n{}\n", COLUMNS.join(","), lines.join("\n"));
        match (read(&text, TODAY), wanted) {
            (Ok(_), None) => {}
            (Err(refused), Some((place, why))) => {
                let refused = refused.to_string();
                assert!(refused.starts_with(place) && refused.contains(why), "{text}: {refused}");
            }
            (found, _) => panic!("{text}: {found:?}"),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    /// R-OUT-19: a file is refused if and only if something in it cannot be; without that, it is read as it was written.
    #[test]
    fn what_is_possible_is_read(raw in people::raw()) {
        let person = people::unsound(0, &raw);
        let sound = possible(&person);
        let found = read(&write(std::slice::from_ref(&person)), TODAY);
        prop_assert_eq!(found.is_ok(), sound.contradicting == 0, "{:?}", found);
        prop_assert_eq!(read(&write(std::slice::from_ref(&sound)), TODAY).unwrap(), vec![sound.clone()]);
        prop_assert_eq!(possible(&sound), sound);
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
        (of(&[pump, "a,pump-in,2020-01-01,,implanted"]), "line 3: has 5 columns; accepted: 7"),
        (
            of(&[pump, "a,seen,2202-01-01,,,,"]),
            "line 3, date: 2202-01-01 is still to come; accepted: up to today",
        ),
        (
            of(&["a,sex,,,femal,,"]),
            "line 2, value: \"femal\" is not known here; accepted: female, male, other",
        ),
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
            "line 2, date: no pump is in on 2020-01-01; accepted: after a line pump-in of this person",
        ),
        (
            of(&[pump, "a,pump-out,2019-12-31,,failure,,"]),
            "line 3, date: no pump is in on 2019-12-31; accepted: once each, on or after the day of its pump-in (2020-01-01)",
        ),
        (
            of(&[pump, "a,catheter-out,2021-01-01,,failure,,"]),
            "line 3, date: no catheter is in on 2021-01-01",
        ),
        (of(&[pump, "b,pump-out,2021-01-01,,failure,,"]), "line 3, date: no pump is in on 2021-01-01"),
        (
            of(&["a,score,2020-01-01,barthel,45,,", "a,score,2020-01-01,barthel,50,,"]),
            "line 3, value: an earlier line has another value on 2020-01-01; accepted: one a day",
        ),
        (
            of(&[pump, "a,pump-out,2021-01-01,,broken,,"]),
            "line 3, value: \"broken\" is not known here; accepted: battery",
        ),
        (
            of(&[pump, "a,pump-out,2021-01-01,2020-05-05,failure,,"]),
            "line 3, name: no pump that went in on 2020-05-05 is in on 2021-01-01; accepted: once each",
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
        (
            of(&["a,invented,,,yes,,", "a,invented,,,no,,"]),
            "line 3, value: an earlier line says another invented",
        ),
        (
            of(&["a,unread,,,0,,"]),
            "line 2, value: \"0\" is no number of systems; accepted: a whole number from 1 on",
        ),
        (of(&["a,unread,,,1,,", "a,unread,,,2,,"]), "line 3, value: an earlier line says another unread"),
        (of(&["a,invented,,,maybe,,"]), "line 2, value: \"maybe\" is not known here; accepted: yes, no"),
    ] {
        match read(&text, TODAY) {
            Ok(people) => panic!("{text}: {people:?}"),
            Err(refused) => assert!(refused.to_string().contains(wanted), "{text}: {refused}"),
        }
    }
}

/// R-OUT-19: a line over two lines of text does not shift the numbers of others, and twice the same is no contradiction.
#[test]
fn lines_are_counted_as_they_stand_in_the_file() {
    let of = |lines: &[&str]| format!("{}\n{}\n", COLUMNS.join(","), lines.join("\n"));
    let text = of(&["a,aetiology,,,\"fe\nmale\",,", "a,born,never,,,,"]);
    assert!(read(&text, TODAY).unwrap_err().to_string().starts_with("line 4, date"));
    let pump = "a,pump-in,2020-01-01,,implanted,,";
    assert_eq!(read(&of(&[pump, "a,seen,2021-01-01,,,,", "a,seen,2021-01-01,,,,"]), TODAY).unwrap().len(), 1);
}
