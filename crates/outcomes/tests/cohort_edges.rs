//! Cohorts at their edges: a report always comes out, without NaN, and says why something is not there; and single rules, case
//! by case.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests may fail loudly")]

mod people;

use jiff::civil::{Date, date};
use outcomes::cohort::{
    Cell, Choice, Class, DAYS_PER_YEAR, DoseFrom, End, Followed, GroupBy, Happened, Measure, Operation, Part,
    Person, Plan, RISING_ABOVE, Related, Report, STEPS_PER_POINT, VISITS, Visit, Why, Windows, change,
    dose_on, report, series,
};
use outcomes::models::{Fixed, Likelihood, Varying, mixed_model, visit_means};
use outcomes::reference::run_cases;
use people::{START, after, cut, implanted, members, plan, score};
use proptest::prelude::*;
use scales::{Muscle, Scale, Side, Site};
use serde_json::Value;

/// What is there is a number; what is not there says why.
fn sound(value: &Value, path: &str) {
    match value {
        Value::Array(all) => {
            all.iter().enumerate().for_each(|(at, value)| sound(value, &format!("{path}[{at}]")))
        }
        Value::Object(fields) => {
            let null = |name: &str| fields.get(name).is_some_and(Value::is_null);
            let number = |name: &str| fields.get(name).and_then(Value::as_f64);
            for name in ["value", "median", "q1", "q3", "least", "most", "patient-years", "mean-events"] {
                assert!(!null(name) || path.ends_with("changed"), "{path}.{name} is no number");
            }
            if fields.contains_key("p") && fields.contains_key("undefined") {
                assert!(null("p") != null("undefined"), "{path}: p or the reason");
            }
            if number("n").is_some_and(|n| n > 0.0) && fields.contains_key("changed") {
                assert!(!null("before") && !null("after") && !fields["changed"]["shift"].is_null(), "{path}");
            }
            if fields.contains_key("model-undefined") && null("model-undefined") {
                let at = fields["at"].as_array().unwrap();
                assert!(at.iter().all(|at| !at["model"].is_null()), "{path}: a model or the reason");
            }
            if fields.contains_key("patients-percent") {
                let _: f64 = number("events").unwrap();
            }
            if number("patients").is_some_and(|patients| patients > 0.0) {
                for name in ["patients-percent", "percent"] {
                    assert!(!null(name), "{path}.{name}");
                }
            }
            for (name, value) in fields {
                sound(value, &format!("{path}.{name}"));
            }
        }
        _ => {}
    }
}

fn readable(report: &Report) {
    let json: Value = serde_json::from_str(&serde_json::to_string(report).unwrap()).unwrap();
    sound(&json, "");
    if report.described.patient_years > 0.0 {
        assert!(report.safety.events.iter().all(|row| row.per_100_years.is_some()));
    }
    let known = report.described.implanted_known;
    assert_eq!(report.described.followed_years.map_or(0, |years| years.n), report.described.n, "{known}");
    assert!(!report.methods.is_empty());
    for table in report.tables() {
        for row in &table.rows {
            assert_eq!(row.len(), table.head.len(), "{}", table.id);
            for cell in row {
                if let Cell::None(reason) = cell {
                    assert!(!reason.is_empty(), "{}: nothing, and no reason", table.id);
                }
            }
        }
        let text = table.csv();
        let shown = table.rows.iter().flatten().map(Cell::shown).chain(table.notes.iter().cloned());
        for text in shown.chain([text.clone()]) {
            let mut words = text.split(|letter: char| !letter.is_alphanumeric());
            assert!(!words.any(|word| ["NaN", "inf", "infinity"].contains(&word)), "{}: {text}", table.id);
        }
        // The reader refuses rows of other lengths.
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        assert!(reader.headers().unwrap().len() >= table.head.len(), "{}: a column is lost", table.id);
        assert_eq!(reader.records().map(Result::unwrap).count(), table.rows.len(), "{}", table.id);
    }
}

fn barthel(person: &mut Person, on: Date, value: &str) {
    person.scores.push(score(on, Scale::Barthel, value, None));
}

/// R-OUT-17: whatever the cohort, a report comes out, without NaN, and what is missing has its reason.
#[test]
fn degenerate_cohorts_have_a_report() {
    let late = after(START, 6_000);
    let all = |people: Vec<Person>, cut: Date| {
        for group_by in [None, Some(GroupBy::Aetiology), Some(GroupBy::House), Some(GroupBy::Model)] {
            let report = report(&people, &Plan { group_by, ..plan(cut) });
            readable(&report);
        }
        report(&people, &plan(cut))
    };
    let nobody = all(Vec::new(), late);
    assert_eq!((nobody.people, nobody.described.n), (0, 0));
    let one = |key: &str| {
        let mut person = implanted(key, START);
        barthel(&mut person, after(START, -3), "50");
        barthel(&mut person, after(START, 100), "60");
        barthel(&mut person, after(START, 365), "60");
        person.events.push(Happened {
            on: after(START, 5),
            class: Class::Infection,
            kind: "pocket-infection".to_owned(),
            related: Related::Related,
            surgery: false,
        });
        person.doses.push(DoseFrom(after(START, 3), 100_000));
        person
    };
    let single = all(vec![one("a")], late);
    assert_eq!(single.before_after[0].n, 1);
    assert!(single.over_years[0].model_undefined.is_some());
    // Everybody the same: no spread, and so no model and no test but that of the signs.
    let alike = all((0..12).map(|key| one(&format!("k{key}"))).collect(), late);
    let change = &alike.before_after[0];
    assert_eq!((change.n, change.better, change.changed.p_fraction.as_deref()), (12, 12, Some("1/2048")));
    let slopes = alike.doses.slopes.unwrap();
    assert!(slopes.most.abs() < 1e-300 && alike.doses.rising.is_empty());
    // Nobody changes.
    let still: Vec<Person> = (0..4)
        .map(|key| {
            let mut person = implanted(&format!("k{key}"), START);
            barthel(&mut person, START, "50");
            barthel(&mut person, after(START, 100), "50");
            person
        })
        .collect();
    let still = all(still, late);
    assert_eq!(still.before_after[0].changed.undefined.as_deref(), Some("no change in any patient"));
    // Nobody chosen.
    let choice = Choice { houses: vec!["nowhere".to_owned()], ..Choice::default() };
    let none = report(&[one("a")], &Plan { choice, ..plan(late) });
    readable(&none);
    assert_eq!((none.people, none.not_chosen, none.described.n), (1, 1, 0));
    // No pump; found, and nobody knows since when; dead on the day of implant; data cut before everything.
    let mut no_pump = one("a");
    no_pump.devices.retain(|device| device.part == Part::Catheter);
    assert_eq!(all(vec![no_pump], late).without_system, 1);
    let mut found = one("a");
    found.devices[0].into = None;
    let found = all(vec![found], late);
    assert_eq!((found.described.n, found.described.implanted_known, found.survival[0].left_out), (1, 0, 1));
    assert_eq!(found.survival[2].left_out, 1);
    assert!(found.before_after.is_empty() && found.described.age_years.is_none());
    let mut dead = implanted("a", START);
    dead.died = Some((START, Related::Related));
    let dead = all(vec![dead], late);
    assert_eq!((dead.described.died, dead.safety.deaths.related), (1, 1));
    assert!(dead.described.patient_years.abs() < 1e-12 && dead.safety.events[0].per_100_years.is_none());
    assert_eq!(all(vec![one("a"), one("b")], after(START, -500)).without_system, 2);
    assert_eq!(all(vec![one("a")], START).described.n, 1);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    /// R-OUT-17: the same of any cohort.
    #[test]
    fn any_cohort_has_a_report(people in people::people(14), cut in cut()) {
        readable(&report(&people, &plan(cut)));
    }

    /// R-OUT-18: the means of visits that the report prints are those of the mixed model, for data with any gaps.
    #[test]
    fn visit_means_are_those_of_the_mixed_model(
        lines in proptest::collection::vec(proptest::collection::vec(proptest::option::weighted(0.7, 0_i32..20), 4), 3..25),
        spread in 0_i32..8,
    ) {
        let lines: Vec<Vec<Option<f64>>> = lines
            .iter()
            .zip(0..)
            .map(|(line, patient)| {
                let value = |(value, visit): (&Option<i32>, i32)| {
                    value.map(|value| f64::from(value * 5 + visit * 7 + spread * (patient % 5) * 4))
                };
                line.iter().zip(0..).map(value).collect()
            })
            .collect();
        let (mut y, mut rows, mut ids) = (Vec::new(), Vec::new(), Vec::new());
        for (patient, line) in lines.iter().enumerate() {
            for (visit, value) in line.iter().enumerate() {
                let Some(value) = value else { continue };
                y.push(*value);
                ids.push(patient);
                rows.push((0..4).map(|at| if at == visit { 1.0 } else { 0.0 }).collect());
            }
        }
        let names = (0..4).map(|visit| format!("visit {visit}")).collect();
        let found = visit_means(&lines);
        let wanted = mixed_model(&y, &Fixed { names, rows }, &ids, Varying::Intercept, Likelihood::Restricted);
        let (Ok(found), Ok(wanted)) = (&found, &wanted) else {
            // One of them may see a residual where the other sees none at all.
            let hardly_any = |residual: f64, between: f64| residual < 1e-6 * between;
            let alike = match (&found, &wanted) {
                (Ok(found), Err(_)) => hardly_any(found.residual_variance, found.intercept_variance),
                (Err(_), Ok(wanted)) => hardly_any(wanted.residual_variance, wanted.intercept_variance),
                _ => true,
            };
            prop_assert!(alike, "{:?}: {:?} {:?}", lines, found, wanted);
            return Ok(());
        };
        for (one, other) in found.means.iter().zip(&wanted.coefficients) {
            // Where the likelihood is nearly flat, as in three patients, to a hundred-thousandth of the standard error.
            let near = (1e-6 * other.estimate.abs().max(1.0)).max(1e-5 * other.standard_error);
            prop_assert!((one.estimate - other.estimate).abs() < near, "{:?}: {:?}, {:?}", lines, one, other);
            prop_assert!((one.standard_error - other.standard_error).abs() < 1e-5 * other.standard_error.max(1.0));
        }
        prop_assert!((found.residual_variance - wanted.residual_variance).abs() < 1e-4 * wanted.residual_variance.max(1.0));
    }
}

/// R-OUT-18: the case of lme4 with weeks as a factor and an intercept of each patient, 24 patients after a stroke.
#[test]
fn visit_means_are_those_of_lme4() {
    let folder = format!("{}/data", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(format!("{folder}/stats-reference.json")).unwrap();
    let case = serde_json::from_str::<Value>(&text).unwrap();
    let cases = case.as_array().cloned().unwrap_or_else(|| case["cases"].as_array().unwrap().clone());
    let is_it = |case: &&Value| case["title"].as_str().unwrap().starts_with("random-intercept REML, Barthel");
    let case = cases.iter().find(is_it).unwrap();
    let mut reader = csv::Reader::from_path(format!("{folder}/stroke_barthel_dobson.csv")).unwrap();
    let lines: Vec<Vec<Option<f64>>> = reader
        .records()
        .map(|row| row.unwrap().iter().skip(2).map(|value| value.parse().ok()).collect())
        .collect();
    let found = visit_means(&lines).unwrap();
    let expected = &case["expected"];
    let number = |value: &Value| value.as_f64().unwrap();
    assert_eq!((found.n, found.patients), (192, 24));
    for (found, wanted) in found.means.iter().zip(expected["week_means"].as_array().unwrap()) {
        assert!((found.estimate - number(wanted)).abs() < 1e-6, "{found:?}");
        // In balanced data every mean is known as well as the first, which is the intercept there.
        let error = number(&expected["lme4"]["se"]["(Intercept)"]);
        assert!((found.standard_error - error).abs() < 1e-6, "{found:?}");
    }
    for (found, name) in
        [(found.residual_variance, "var_residual"), (found.intercept_variance, "var_subject")]
    {
        assert!((found - number(&expected[name])).abs() < 1e-5, "{name}: {found}");
    }
    let file = |name: &str| std::fs::read_to_string(format!("{folder}/{name}")).ok();
    let outcome = run_cases(&text, &file)
        .unwrap()
        .into_iter()
        .find(|outcome| case["id"] == outcome.id.as_str())
        .unwrap();
    assert!(outcome.mismatch.is_none());
}

const KNEE: Option<Site> = Some(Site { muscle: Some(Muscle::KneeFlexors), side: Side::Left });
const ELBOW: Option<Site> = Some(Site { muscle: Some(Muscle::ElbowFlexors), side: Side::Left });

/// R-OUT-16: variants, arms and legs are measures of their own; 1+ is 1.5; better is what the scale says.
#[test]
fn measures_are_never_mixed() {
    let scored = |key: &str, scale: Scale, site: Option<Site>, values: [&str; 2]| {
        let mut person = implanted(key, START);
        person.scores.push(score(START, scale, values[0], site));
        person.scores.push(score(after(START, 100), scale, values[1], site));
        person
    };
    let people = [
        scored("a", Scale::AshworthFromZero, KNEE, ["4", "1"]),
        scored("b", Scale::AshworthFromOne, KNEE, ["5", "2"]),
        scored("c", Scale::AshworthFromZero, ELBOW, ["4", "0"]),
        scored("d", Scale::ModifiedAshworth, KNEE, ["3", "1+"]),
        scored("e", Scale::AshworthFromZero, None, ["2", "3"]),
        scored("f", Scale::Barthel, None, ["50", "75"]),
        scored("g", Scale::Gmfcs, None, ["I", "II"]),
    ];
    let report = report(&people, &plan(after(START, 800)));
    type Row<'a> = (&'a str, usize, f64, (usize, usize), bool);
    let rows: Vec<Row<'_>> = report
        .before_after
        .iter()
        .map(|row| {
            (
                row.measure.as_str(),
                row.n,
                row.changed.mean.unwrap(),
                (row.better, row.worse),
                row.less_is_better,
            )
        })
        .collect();
    let wanted = [
        ("ashworth-0-4-legs", 1, -3.0, (1, 0), true),
        ("ashworth-0-4-arms", 1, -4.0, (1, 0), true),
        ("ashworth-0-4-site-not-recorded", 1, 1.0, (0, 1), true),
        ("ashworth-1-5-legs", 1, -3.0, (1, 0), true),
        ("modified-ashworth-legs", 1, -1.5, (1, 0), true),
        ("barthel", 1, 25.0, (1, 0), false),
    ];
    assert_eq!(rows.len(), wanted.len());
    for wanted in wanted {
        let found = rows.iter().find(|row| row.0 == wanted.0).unwrap();
        assert!(found.1 == wanted.1 && (found.2 - wanted.2).abs() < 1e-12, "{found:?}");
        assert_eq!((found.3, found.4), (wanted.3, wanted.4), "{found:?}");
    }
    assert!(report.methods.iter().any(|text| text.contains("1+ is counted as 1.5")));
}

/// R-OUT-13: a later day counts if four of the five sites that were rated before were rated, and is their mean; three do not, nor
/// do others.
#[test]
fn enough_of_the_same_sites_count() {
    let sites = Scale::AshworthFromZero.sites().all();
    let legs: Vec<Site> = sites
        .iter()
        .copied()
        .filter(|site| site.side == Side::Left && site.muscle != ELBOW.unwrap().muscle)
        .take(5)
        .collect();
    for (rated, value) in [(5, Some(2)), (4, Some(2)), (3, None), (0, None)] {
        let mut person = implanted("a", START);
        let scale = Scale::AshworthFromZero;
        person.scores = legs.iter().map(|site| score(START, scale, "4", Some(*site))).collect();
        let on = after(START, 100);
        person.scores.extend(legs.iter().take(rated).map(|site| score(on, scale, "2", Some(*site))));
        let others = sites.iter().filter(|site| site.side == Side::Right);
        person.scores.extend(others.take(5).map(|site| score(on, scale, "0", Some(*site))));
        let people = [person];
        let members = members(&people, after(START, 900));
        let all = series(&members, &Windows::default());
        let found = all[0].at(Visit::Titrated).next().unwrap().ok().map(|chosen| chosen.value);
        assert_eq!(found, value.map(|value: i64| value * STEPS_PER_POINT), "{rated}");
    }
}

/// The follow-up of a person as of a late day.
fn followed(person: &Person) -> Followed {
    Followed::of(person, after(START, 6_000)).unwrap()
}

/// R-OUT-14: follow-up, where it is easily wrong.
#[test]
fn follow_up_case_by_case() {
    let day = |days: i64| after(START, days);
    let pump = |from: i64, out: Option<(i64, Why)>| outcomes::cohort::Device {
        part: Part::Pump,
        model: String::new(),
        into: Some(day(from)),
        followed: day(from),
        out: out.map(|(on, why)| (day(on), why)),
    };
    let with =
        |devices: Vec<outcomes::cohort::Device>| Person { key: "a".to_owned(), devices, ..Person::default() };
    // A gap between two systems is no time with a pump, and no end.
    let gap = with(vec![pump(0, Some((100, Why::Infection))), pump(300, None)]);
    let found = followed(&gap);
    assert_eq!((found.end, found.until, found.exposure_days()), (End::Followed, day(6_000), 100 + 5_700));
    assert!(!found.had_pump(day(200)) && found.had_pump(day(100)) && found.had_pump(day(300)));
    // Death after the system came out is no death under the therapy; on that day it is.
    let mut after_out = with(vec![pump(0, Some((100, Why::TherapyEnded)))]);
    after_out.died = Some((day(200), Related::Related));
    assert_eq!((followed(&after_out).end, followed(&after_out).until), (End::SystemOut, day(100)));
    after_out.died = Some((day(100), Related::Related));
    assert_eq!(followed(&after_out).end, End::Died);
    // Seen last long before the day of the analysis: followed until then, and a row is as good as a word.
    let mut seen = with(vec![pump(0, None)]);
    seen.seen = Some(day(50));
    assert_eq!((followed(&seen).end, followed(&seen).until), (End::Followed, day(50)));
    barthel(&mut seen, day(80), "50");
    assert_eq!(followed(&seen).until, day(80));
    barthel(&mut seen, day(9_000), "50");
    assert_eq!(followed(&seen).until, day(80));
    // Pumps that overlap by a day at a replacement are counted once.
    let overlap = with(vec![pump(0, Some((101, Why::Battery))), pump(100, Some((200, Why::Failure)))]);
    assert_eq!((followed(&overlap).exposure_days(), followed(&overlap).spans.len()), (200, 1));
    // Left while no system was in, and came back later: the system's end is the end.
    let mut back = with(vec![pump(0, Some((100, Why::Infection))), pump(900, None)]);
    back.left = Some(day(500));
    assert_eq!((followed(&back).end, followed(&back).until), (End::SystemOut, day(100)));
    // Came with a pump of unknown age, which was replaced here: the first implant stays unknown.
    let mut came = with(vec![pump(0, Some((500, Why::Battery))), pump(500, None)]);
    came.devices[0].into = None;
    assert_eq!((followed(&came).implanted, followed(&came).from), (None, day(0)));
    came.devices[0].into = Some(day(-900));
    assert_eq!((followed(&came).implanted, followed(&came).zero()), (Some(day(-900)), day(-900)));
    // Nothing is carried over a gap; before the first dose is none.
    let mut dosed = gap.clone();
    dosed.doses = vec![DoseFrom(day(10), 50_000), DoseFrom(day(400), 80_000)];
    for (on, wanted) in
        [(5, None), (10, Some(50.0)), (100, Some(50.0)), (200, None), (350, None), (400, Some(80.0))]
    {
        assert_eq!(dose_on(&dosed, &followed(&dosed), day(on)), wanted, "{on}");
    }
    // In a gap nobody could be rated: the system was out.
    let mut rated = with(vec![pump(0, Some((300, Why::Infection))), pump(500, None)]);
    barthel(&mut rated, day(0), "50");
    let people = [rated];
    let report = report(&people, &plan(day(3_000)));
    assert!(report.over_years.is_empty());
    let members = members(&people, day(3_000));
    let all = series(&members, &Windows::default());
    let why: Vec<_> = VISITS.iter().map(|visit| all[0].at(*visit).next().unwrap().err()).collect();
    use outcomes::cohort::Missing::{NotRated, NotYet, SystemOut};
    assert_eq!(why, [None, Some(NotRated), Some(SystemOut), Some(NotRated), Some(NotYet), Some(NotYet)]);
    assert_eq!(change(&all[0], Visit::Before, Visit::Year(1)).missing_to, [("system out", 1)]);
    // Loss is the end of a follow-up; death cuts it short.
    let mut people: Vec<Person> = (0..4).map(|key| implanted(&format!("k{key}"), START)).collect();
    people.iter_mut().for_each(|person| person.left = Some(day(731)));
    let years = outcomes::cohort::report(&people, &plan(day(6_000))).described.followed_median_reverse_years;
    assert!((years.unwrap() - 731.0 / DAYS_PER_YEAR).abs() < 1e-9);
    people
        .iter_mut()
        .for_each(|person| (person.left, person.died) = (None, Some((day(731), Related::NotKnown))));
    assert_eq!(
        outcomes::cohort::report(&people, &plan(day(6_000))).described.followed_median_reverse_years,
        None
    );
}

/// R-OUT-16: an infection belongs to the last operation before its day; what is outside of follow-up is counted nowhere else; a
/// slope above the bound is flagged, one at it is not.
#[test]
fn safety_and_slopes_case_by_case() {
    let day = |days: i64| after(START, days);
    let infection = |on: i64| Happened {
        on: day(on),
        class: Class::Infection,
        kind: "pocket-infection".to_owned(),
        related: Related::Related,
        surgery: false,
    };
    // Operations, infections; what is expected of implants, of replacements and revisions, of explants: (infected, early, late).
    type Rows = [(usize, usize, usize); 3];
    type Case<'a> = (&'a [(i64, Operation)], &'a [i64], Rows, usize);
    let cases: [Case<'_>; 7] = [
        (&[(0, Operation::Implant)], &[90, 91, 400], [(1, 1, 2), (0, 0, 0), (0, 0, 0)], 0),
        (
            &[(0, Operation::Implant), (100, Operation::Revision)],
            &[100],
            [(1, 0, 1), (0, 0, 0), (0, 0, 0)],
            0,
        ),
        (
            &[(0, Operation::Implant), (100, Operation::Revision)],
            &[101],
            [(0, 0, 0), (1, 1, 0), (0, 0, 0)],
            0,
        ),
        (&[(0, Operation::Implant), (50, Operation::Explant)], &[50], [(1, 1, 0), (0, 0, 0), (0, 0, 0)], 0),
        (&[(0, Operation::Implant), (50, Operation::Explant)], &[60], [(0, 0, 0), (0, 0, 0), (1, 1, 0)], 0),
        (&[(0, Operation::Implant)], &[0], [(0, 0, 0), (0, 0, 0), (0, 0, 0)], 1),
        (
            &[(0, Operation::Implant), (70, Operation::Replacement), (70, Operation::Revision)],
            &[75, 80],
            [(0, 0, 0), (1, 2, 0), (0, 0, 0)],
            0,
        ),
    ];
    for (operations, infections, wanted, before_any) in cases {
        let mut person = implanted("a", START);
        person.operations = operations.iter().map(|(on, kind)| (day(*on), *kind)).collect();
        person.events = infections.iter().map(|on| infection(*on)).collect();
        let safety = report(&[person], &plan(day(3_000))).safety;
        let found: Vec<_> = safety.infections.iter().map(|row| (row.infected, row.early, row.late)).collect();
        assert_eq!(
            (found.as_slice(), safety.infections_before_any),
            (wanted.as_slice(), before_any),
            "{infections:?}"
        );
    }
    let mut person = implanted("a", START);
    person.left = Some(day(500));
    person.events = vec![infection(-1), infection(0), infection(500), infection(501)];
    let other = implanted("b", START);
    let safety = report(&[person.clone(), other], &plan(day(900))).safety;
    let at: Vec<_> = safety.mean_events_at.iter().map(|at| (at.year as i32, at.at_risk, at.mean)).collect();
    // Of two patients one had an event on the first day and one on the day of leaving, when both were still followed.
    assert_eq!(at, [(1, 2, 0.5), (2, 1, 1.0)]);
    let safety = report(&[person], &plan(day(3_000))).safety;
    assert_eq!((safety.events[0].events, safety.events_outside), (2, 2));
    assert!((safety.mean_events.last().unwrap().mean - 2.0).abs() < 1e-12);
    // Doses seen at anniversaries, in micrograms.
    for (doses, flagged) in [
        (&[100, 200, 300][..], false),
        (&[100, 201, 301], true),
        (&[100, 300], true),
        (&[900, 500, 100], false),
        (&[100, 100, 401], true),
    ] {
        let mut person = implanted("a", date(2000, 1, 1));
        let seen = doses.iter().zip(2001..).map(|(dose, year)| DoseFrom(date(year, 1, 1), dose * 1_000));
        person.doses = seen.collect();
        let last = i16::try_from(2000 + doses.len()).unwrap();
        person.seen = Some(date(last, 1, 2));
        let found = report(&[person], &plan(date(2020, 1, 1))).doses;
        assert_eq!(!found.rising.is_empty(), flagged, "{doses:?}");
        assert_eq!(found.without_slope, usize::from(doses.len() < 3));
        assert!((found.rising_above - RISING_ABOVE).abs() < 1e-12);
    }
    // Steps of equal doses are equal however many: nobody's rounding error hides the slopes of others.
    let mut people: Vec<Person> = (0..3).map(|key| implanted(&format!("k{key}"), date(2000, 1, 1))).collect();
    people[0].doses = [2001, 2002, 2004].map(|year| DoseFrom(date(year, 1, 1), 100)).to_vec();
    people[0].devices[0].out = Some((date(2002, 6, 1), Why::Failure));
    let mut again = people[0].devices[0].clone();
    (again.into, again.followed, again.out) = (Some(date(2003, 6, 1)), date(2003, 6, 1), None);
    people[0].devices.insert(1, again);
    people[1].doses = (2001..2012).map(|year| DoseFrom(date(year, 1, 1), 123_457)).collect();
    people[2].doses =
        (2001..2012).map(|year| DoseFrom(date(year, 1, 1), 50_000 * (year as u64 - 2000))).collect();
    let found = report(&people, &plan(date(2011, 6, 1))).doses;
    let slopes = found.slopes.unwrap();
    assert_eq!(slopes.n, 3);
    assert!(slopes.least.abs() < 1e-300 && slopes.median.abs() < 1e-300 && (slopes.most - 50.0).abs() < 1e-9);
    // A step is as fine as any mean of grades needs.
    assert_eq!((1..=16).filter(|sites| (STEPS_PER_POINT / 10) % sites != 0).count(), 0);
    assert!(Measure::of(&score(START, Scale::Gmfcs, "I", None)).is_none());
}
