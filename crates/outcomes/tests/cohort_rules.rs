//! Single rules of cohorts, each by a small file of rows.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests may fail loudly")]

mod people;

use jiff::civil::{Date, date};
use outcomes::cohort::{
    COLUMNS, Cell, Missing, Report, STEPS_PER_POINT, VISITS, Windows, read, report, series,
};
use people::{TODAY, members, plan};

/// A report of rows as a file has them, up to a day.
fn of_rows(lines: &[&str], cut: Date) -> Report {
    let text = format!("{}\n{}\n", COLUMNS.join(","), lines.join("\n"));
    report(&read(&text, TODAY).unwrap(), &plan(cut))
}

/// The values of Barthel at each visit of [`VISITS`] of one person: points, or why there is none.
fn values_of(lines: &[&str], cut: Date) -> [Result<i64, Missing>; VISITS.len()] {
    let text = format!("{}\n{}\n", COLUMNS.join(","), lines.join("\n"));
    let people = read(&text, TODAY).unwrap();
    let members = members(&people, cut);
    let all = series(&members, &Windows::default());
    VISITS.map(|visit| all[0].at(visit).next().unwrap().map(|chosen| chosen.value / STEPS_PER_POINT))
}

/// R-OUT-13: windows at their edges, day by day: the first and the last day count, the ones beside them do not; of two equally near
/// an anniversary the earlier counts; who was implanted on 29 February has an anniversary every year.
#[test]
fn windows_at_their_edges() {
    use Missing::{CameLater, Died, NoDay, NotRated, NotYet, TooFewSites};
    let cut = date(2026, 11, 23);
    let in_2016 = "a,pump-in,2016-01-10,,implanted,,";
    let titrated = "a,titrated,2016-02-01,,,,";
    type Case<'a> = (&'a [(&'a str, &'a str)], usize, Result<i64, Missing>);
    // Days and points; the visit by its place among VISITS.
    let cases: [Case<'_>; 14] = [
        (&[("2015-01-10", "40")], 0, Ok(40)),
        (&[("2015-01-09", "40")], 0, Err(NotRated)),
        (&[("2015-12-01", "40"), ("2016-01-10", "45"), ("2016-01-11", "50")], 0, Ok(45)),
        (&[("2016-02-01", "50"), ("2016-02-02", "55")], 1, Ok(50)),
        (&[("2016-01-31", "50"), ("2016-08-02", "55")], 1, Ok(55)),
        (&[("2016-08-03", "55")], 1, Err(NotRated)),
        (&[("2016-09-12", "60")], 2, Ok(60)),
        (&[("2016-09-11", "60")], 2, Err(NotRated)),
        (&[("2017-05-10", "60")], 2, Ok(60)),
        (&[("2017-05-11", "60")], 2, Err(NotRated)),
        (&[("2016-12-31", "50"), ("2017-01-20", "90")], 2, Ok(50)),
        (&[("2016-12-30", "50"), ("2017-01-20", "90")], 2, Ok(90)),
        (&[("2020-01-11", "70"), ("2022-01-10", "75")], 3, Ok(70)),
        (&[("2020-01-10", "70"), ("2022-01-11", "75")], 3, Err(NotRated)),
    ];
    for (rated, visit, wanted) in cases {
        let scores: Vec<String> =
            rated.iter().map(|(on, value)| format!("a,score,{on},barthel,{value},,")).collect();
        let lines: Vec<&str> =
            [in_2016, titrated].into_iter().chain(scores.iter().map(String::as_str)).collect();
        assert_eq!(values_of(&lines, cut)[visit], wanted, "{rated:?}");
    }
    // On 29 February: 120 days around the 28th of the next year, and the 29th itself four years later.
    let leap = |on: &str| format!("a,score,{on},barthel,60,,");
    for (on, counts) in
        [("2016-10-31", true), ("2016-10-30", false), ("2017-06-28", true), ("2017-06-29", false)]
    {
        let found = values_of(&["a,pump-in,2016-02-29,,implanted,,", &leap(on)], cut)[2];
        assert_eq!(found, if counts { Ok(60) } else { Err(NotRated) }, "{on}");
    }
    let doses = ["a,pump-in,2016-02-29,,implanted,,", "a,dose,2017-02-28,,60,,", "a,dose,2020-02-29,,80,,"];
    let found = of_rows(&doses, date(2020, 3, 1)).doses;
    let medians: Vec<Option<f64>> =
        found.at.iter().skip(1).take(5).map(|at| Some(at.micrograms_per_day?.median)).collect();
    assert_eq!(medians, [Some(60.0), Some(60.0), Some(60.0), Some(80.0), None]);
    // Never finished: from 60 to 270 days after the implant.
    for (on, counts) in
        [("2016-03-09", false), ("2016-03-10", true), ("2016-10-06", true), ("2016-10-07", false)]
    {
        let found = values_of(&[in_2016, &leap(on)], cut)[1];
        assert_eq!(found, if counts { Ok(60) } else { Err(NotRated) }, "{on}");
    }
    // Dead on the day of the implant; implanted on a day that nobody knows; followed for less than a year.
    let before = "a,score,2016-01-10,barthel,40,,";
    let dead = values_of(&[in_2016, before, "a,died,2016-01-10,,related,,"], cut);
    assert_eq!(dead, [Ok(40), Err(Died), Err(Died), Err(Died), Err(Died), Err(Died)]);
    assert_eq!(values_of(&["a,pump-in,2016-01-10,,found,,", before], cut), [Err(NoDay); 6]);
    let short = values_of(&[in_2016, before, "a,score,2016-10-20,barthel,55,,"], date(2016, 12, 1));
    assert_eq!(short, [Ok(40), Err(NotRated), Ok(55), Err(NotYet), Err(NotYet), Err(NotYet)]);
    // Implanted elsewhere ten years before: what was before that is nobody's omission here.
    let elsewhere = ["a,pump-in,2016-01-10,,2006-01-10,,", "a,score,2016-02-10,barthel,55,,"];
    assert_eq!(
        values_of(&elsewhere, date(2018, 1, 1)),
        [Err(CameLater), Err(CameLater), Err(CameLater), Err(CameLater), Ok(55), Err(NotYet)]
    );
    // Rated at one of two sites: not the same as not rated, also if death came before the anniversary.
    let two = [
        in_2016,
        "a,score,2016-01-10,ashworth-0-4,3,knee-flexors left,",
        "a,score,2016-01-10,ashworth-0-4,3,knee-flexors right,",
        "a,score,2016-12-01,ashworth-0-4,1,knee-flexors left,",
        "a,died,2016-12-24,,not-related,,",
    ];
    assert_eq!(
        values_of(&two, cut),
        [Ok(3), Err(NotRated), Err(TooFewSites), Err(Died), Err(Died), Err(Died)]
    );
    let made = of_rows(&two, cut);
    let table = made.tables().into_iter().find(|table| table.id == "before-after").unwrap();
    assert_eq!(made.before_after.len(), 0);
    assert_eq!(
        (&table.rows[0][1], table.rows[0][12].shown()),
        (&Cell::Count(0), "1 not rated in the window".to_owned())
    );
    let early = [two[0], two[1], two[2], "a,score,2016-04-01,ashworth-0-4,1,knee-flexors left,"];
    let table = of_rows(&early, cut).tables().into_iter().find(|table| table.id == "before-after").unwrap();
    assert_eq!(table.rows[0][12].shown(), "1 rated at too few sites");
}

/// R-OUT-16: but on Ashworth scales each site is a measure of its own, and one without a site is of none of them.
#[test]
fn sites_stand_for_themselves() {
    let made = of_rows(
        &[
            "a,pump-in,2016-01-10,,implanted,,",
            "a,score,2016-01-10,scats-clonus,3,left,",
            "a,score,2016-01-10,scats-clonus,1,right,",
            "a,score,2016-05-10,scats-clonus,1,left,",
            "a,score,2016-05-10,scats-clonus,2,right,",
            "a,score,2016-01-10,tardieu-angle,40,knee-flexors left,",
            "a,score,2016-05-10,tardieu-angle,10,knee-flexors left,",
            "a,score,2016-01-10,scats-clonus,3,,",
            "a,score,2016-05-10,scats-clonus,0,,",
        ],
        date(2020, 1, 1),
    );
    let rows: Vec<_> = made
        .before_after
        .iter()
        .map(|row| (row.measure.as_str(), row.title.as_str(), row.changed.mean.unwrap()))
        .collect();
    let wanted = [
        ("tardieu-angle-knee-flexors-left", "modified Tardieu, R2 less R1, left knee flexors", -30.0),
        ("scats-clonus-left", "SCATS clonus, left", -2.0),
        ("scats-clonus-right", "SCATS clonus, right", 1.0),
        ("scats-clonus-site-not-recorded", "SCATS clonus, site not recorded", -3.0),
    ];
    assert_eq!(rows, wanted);
}

/// R-OUT-13: who has no spasms any more has no severity, and is not among those whom nobody rated.
#[test]
fn no_spasms_have_no_severity() {
    let made = of_rows(
        &[
            "a,pump-in,2016-01-10,,implanted,,",
            "a,score,2016-01-10,penn-spasm-frequency,3,,",
            "a,score,2016-01-10,penn-spasm-severity,2,,",
            "a,score,2016-05-10,penn-spasm-frequency,0,,",
            "b,pump-in,2016-01-10,,implanted,,",
            "b,score,2016-01-10,penn-spasm-frequency,3,,",
            "b,score,2016-01-10,penn-spasm-severity,2,,",
            "b,score,2016-05-10,penn-spasm-frequency,1,,",
            "c,pump-in,2016-01-10,,implanted,,",
            "c,score,2016-05-10,penn-spasm-frequency,0,,",
        ],
        date(2020, 1, 1),
    );
    let severity = made.without_pair.iter().find(|row| row.measure == "penn-spasm-severity").unwrap();
    assert_eq!(severity.missing_from, [("not rated in the window", 1)]);
    assert_eq!(severity.missing_to, [("no spasms, so no severity", 2), ("not rated in the window", 1)]);
}

/// R-OUT-17: what a test cannot show, a curve without an interval, and deaths after follow-up are said in words; only what is
/// planned is adjusted.
#[test]
fn tables_say_what_is_not_there() {
    // Five patients who improve, each time.
    let mut lines: Vec<String> = Vec::new();
    for key in ["a", "b", "c", "d", "e"] {
        lines.push(format!("{key},pump-in,2000-01-10,,implanted,,"));
        for (on, value) in [
            ("2000-01-10", 40),
            ("2000-05-10", 50),
            ("2001-01-10", 60),
            ("2005-01-10", 60),
            ("2015-01-10", 80),
        ] {
            lines.push(format!("{key},score,{on},barthel,{value},,"));
        }
    }
    lines.extend([
        "e,pump-out,2006-01-10,,failure,,".to_owned(),
        "e,died,2008-01-01,,not-related,,".to_owned(),
    ]);
    lines.retain(|line| line != "e,score,2015-01-10,barthel,80,,");
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let made = of_rows(&lines, date(2020, 1, 1));
    let table = |id: &str| made.tables().into_iter().find(|table| table.id == id).unwrap();
    let few = |notes: &[String]| -> Vec<String> {
        notes.iter().filter(|text| text.contains("never give a p below")).cloned().collect()
    };
    let before_after = few(&table("before-after").notes);
    assert!(before_after[0].starts_with("Only 5 pairs changed, and so few never give a p below 0.0625"));
    assert!(before_after[0].ends_with("Barthel index (0 to 100)."), "{before_after:?}");
    let changes = table("changes");
    // One line for all rows of so many pairs.
    let told = few(&changes.notes).join(" ").matches("Barthel index (0 to 100), ").count();
    assert_eq!((changes.rows.len(), told), (4, 4));
    // After titration and of 15 years p stands as it is; 1 and 5 years are adjusted over each other.
    let holm: Vec<String> = changes
        .rows
        .iter()
        .map(|row| row[9].reason().map_or_else(|| row[9].shown(), str::to_owned))
        .collect();
    assert_eq!(holm, ["not a planned comparison", "0.125", "0.125", "not a planned comparison"]);
    let survival = table("survival");
    let shown: Vec<String> = survival.rows[0].iter().skip(3).take(4).map(Cell::shown).collect();
    let without = "100 (no interval); 5 at risk";
    assert_eq!(shown[..3], [without; 3]);
    assert!(shown[3].starts_with("80 (20.4 to 96.9); 4 at risk"), "{}", shown[3]);
    assert!(
        survival.notes[0]
            .starts_with("No interval: at 100 none ended so by then, at 0 all who were still followed did.")
    );
    let csv = survival.csv();
    let row: Vec<&str> = csv.lines().nth(1).unwrap().split(',').collect();
    assert!(csv.starts_with("What,Number,Ended so,"), "{csv}");
    assert!(row.contains(&"no interval: none ended so by then") && row.contains(&"log-log"), "{csv}");
    assert!(
        table("deaths").notes.iter().any(|text| text.starts_with("1 more died after the system was out"))
    );
    let all = of_rows(
        &[
            "a,pump-in,2000-01-10,,implanted,,",
            "a,pump-out,2003-01-10,,failure,,",
            "a,pump-in,2003-01-10,,implanted,,",
        ],
        date(2004, 1, 1),
    );
    let table = all.tables().into_iter().find(|table| table.id == "survival").unwrap();
    assert_eq!(table.rows[0][5], Cell::None("nobody was followed so long".to_owned()));
    let alone = of_rows(
        &[
            "a,pump-in,2000-01-10,,implanted,,",
            "a,pump-out,2002-01-09,,failure,,",
            "a,pump-in,2002-01-09,,found,,",
        ],
        date(2009, 1, 1),
    );
    let alone = alone.tables().into_iter().find(|table| table.id == "survival").unwrap();
    assert_eq!(alone.rows[0][3].shown(), "100 (no interval); 1 at risk");
    assert_eq!(
        Cell::Survival(outcomes::cohort::Estimate { value: 0.0, low: None, high: None }, 1).shown(),
        "0 (no interval); 1 at risk"
    );
}

/// R-OUT-17: who left and came back is counted up to having left, and that there is more is said. A dose that rises is flagged also
/// of whom nobody knows since when the pump is in.
#[test]
fn who_came_back_and_who_came_with_a_pump() {
    let back = [
        "a,pump-in,2010-01-10,,implanted,,",
        "a,left,2012-01-01,,,,",
        "a,dose,2012-01-01,,90,,",
        "a,dose,2016-02-01,,150,,",
    ];
    for (lines, cut, wanted) in [
        (&back[..], date(2020, 1, 1), 1),
        (&back[..], date(2015, 1, 1), 0),
        (&back[..3], date(2020, 1, 1), 0),
    ] {
        let made = of_rows(lines, cut);
        assert_eq!((made.described.left, made.described.left_and_back), (1, wanted), "{cut}");
        let said =
            made.tables()[0].notes.iter().any(|note| note.contains("who left have rows of later days"));
        assert_eq!(said, wanted > 0);
    }
    for (dose, flagged) in [("251", true), ("250", false)] {
        let rising = format!("a,dose,2020-02-01,,{dose},,");
        let lines =
            ["a,pump-in,2018-01-10,,found,,", "a,dose,2019-02-01,,150,,", &rising, "a,seen,2021-01-01,,,,"];
        assert_eq!(!of_rows(&lines, date(2022, 1, 1)).doses.rising.is_empty(), flagged, "{dose}");
    }
}

/// R-OUT-16: a dose of 0 of the day on which the pump comes out is no dose of that day; one of a day within is.
#[test]
fn no_dose_is_that_of_an_explant() {
    for (stops, wanted) in [("2012-01-01", 100.0), ("2011-12-01", 0.0)] {
        let stops = format!("a,dose,{stops},,0,,");
        let lines = [
            "a,pump-in,2010-01-01,,implanted,,",
            "a,dose,2010-01-02,,100,,",
            "a,pump-out,2012-01-01,,infection,,",
            &stops,
            "a,pump-in,2013-01-01,,implanted,,",
        ];
        let found = of_rows(&lines, date(2015, 1, 1)).doses;
        let two = found.at.iter().find(|at| at.year == Some(2)).unwrap().micrograms_per_day.unwrap();
        assert!((two.median - wanted).abs() < 1e-12, "{stops}");
    }
}
