//! Published series, to be read beside a cohort: what papers print, each row with its address. Typed from abstracts and table
//! fragments; an empty field was not given there. Nothing in the rows was recomputed but the column that says so;
//! [`checks`] computes printed numbers again, beside them.

mod beside;
mod checks;
mod search;

use crate::cohort::{Cell, Estimate, Table};
use serde::Deserialize;

pub use beside::{Compared, Counted, KINDS, beside};
pub use checks::{Check, Verdict, checks};

/// A value that a paper prints of a scale.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Value {
    /// First author, or name of the series.
    pub study: String,
    /// Year, if it is printed.
    pub year: String,
    /// Whom.
    pub population: String,
    /// How many.
    pub n: String,
    /// What was measured, in the paper's words.
    pub measure: String,
    /// How the scale was numbered, where that is said.
    pub scale_range_stated: String,
    /// Where.
    pub site: String,
    /// When.
    pub timepoint: String,
    /// Mean, median, change.
    pub stat: String,
    /// The value.
    pub value: String,
    /// What the next one is.
    pub dispersion_type: String,
    /// How far values lie apart.
    pub dispersion: String,
    /// How many at that time.
    pub n_timepoint: String,
    /// p as printed.
    pub p_reported: String,
    /// Where it was read.
    pub source_url: String,
    /// What must be known.
    pub note: String,
}

/// A dose that a paper prints.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Dose {
    /// First author, or name of the series.
    pub study: String,
    /// Year, if it is printed.
    pub year: String,
    /// Whom.
    pub population: String,
    /// How many.
    pub n: String,
    /// When.
    pub timepoint: String,
    /// Mean, range, direction.
    pub stat: String,
    /// Micrograms per 24 hours.
    pub dose_ug_per_day: String,
    /// What the next one is.
    pub dispersion_type: String,
    /// How far doses lie apart.
    pub dispersion: String,
    /// Where it was read.
    pub source_url: String,
    /// What must be known.
    pub note: String,
}

/// A count that a paper prints of something that went wrong.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Complication {
    /// First author, or name of the series.
    pub study: String,
    /// Year, if it is printed.
    pub year: String,
    /// Whom.
    pub population: String,
    /// How many.
    pub n_patients: String,
    /// Over how much time or how many procedures.
    pub exposure: String,
    /// What.
    pub event: String,
    /// How often.
    pub events: String,
    /// In how many.
    pub patients: String,
    /// Per cent as printed.
    pub percent_reported: String,
    /// Rate as printed.
    pub rate_reported: String,
    /// Per 100 patient-years with exact 95 % interval: recomputed, not printed.
    pub derived_per_100_patient_years_95ci: String,
    /// Where it was read.
    pub source_url: String,
    /// What must be known.
    pub note: String,
}

/// A failure of a catheter of which a paper gives the time, or what is known of it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct CatheterEvent {
    /// Its number.
    pub event_no: String,
    /// Whose, where two are of one patient.
    pub patient_no: String,
    /// What.
    pub event: String,
    /// When, in months; empty if it is not known.
    pub month_after_implant: String,
    /// Whether the month is known, and how.
    pub month_known: String,
    /// Where it was read.
    pub source_url: String,
    /// What must be known.
    pub note: String,
}

/// A row of the flow of patients through tests with a single dose.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Flow {
    /// What is counted.
    pub row: String,
    /// In all studies.
    pub total: String,
    /// In the first.
    pub hoving: String,
    /// In the second.
    pub gilmartin_krach: String,
    /// In the third.
    pub awaad: String,
    /// Where it was read.
    pub source_url: String,
}

const VALUES: &str = include_str!("../../data/itb-cohorts.csv");
const DOSES: &str = include_str!("../../data/itb-doses.csv");
const COMPLICATIONS: &str = include_str!("../../data/itb-complications.csv");

const CATHETER_EVENTS: &str = include_str!("../../data/ascenda2021_catheter_events.csv");
const FLOWS: &str = include_str!("../../data/nice_cg145_tableL1_testing.csv");
/// The rows of a file of data; that all of them can be read is tested.
fn rows<T: for<'a> Deserialize<'a>>(text: &str) -> Vec<T> {
    csv::Reader::from_reader(text.as_bytes()).deserialize().filter_map(Result::ok).collect()
}

/// Values of scales.
#[must_use]
pub fn values() -> Vec<Value> {
    rows(VALUES)
}

/// Doses.
#[must_use]
pub fn doses() -> Vec<Dose> {
    rows(DOSES)
}

/// Complications.
#[must_use]
pub fn complications() -> Vec<Complication> {
    rows(COMPLICATIONS)
}

/// A published rate, recomputed from what the paper prints.
#[derive(Debug, Clone, PartialEq)]
pub struct PublishedRate {
    /// First author and year, or name of the series.
    pub series: String,
    /// What.
    pub event: String,
    /// What of a cohort counts the same; `None` where it was not read what the series counts.
    pub counted: Option<Counted>,
    /// Per 100 patient-years, exact 95 % interval.
    pub per_100_years: Estimate,
    /// What it was recomputed from.
    pub rests_on: String,
}

/// The published rates that could be recomputed with an interval.
#[must_use]
pub fn rates() -> Vec<PublishedRate> {
    complications().into_iter().filter_map(|row| rate(&row)).collect()
}

/// "9.48 (4.73-16.97) using …" as numbers; `None` of anything else.
fn rate(row: &Complication) -> Option<PublishedRate> {
    let text = &row.derived_per_100_patient_years_95ci;
    let (value, rest) = text.split_once(" (")?;
    let (interval, using) = rest.split_once(')')?;
    let (low, high) = interval.split_once('-')?;
    let per_100_years =
        Estimate { value: value.parse().ok()?, low: Some(low.parse().ok()?), high: Some(high.parse().ok()?) };
    let using = using.trim().trim_start_matches("using ");
    let using = if using.is_empty() { row.exposure.as_str() } else { using };
    let series = format!("{} {}", row.study, row.year).trim().to_owned();
    Some(PublishedRate {
        series,
        event: row.event.clone(),
        counted: Counted::of(&row.event),
        per_100_years,
        rests_on: format!("{} in {using}", row.events),
    })
}

/// The failures of catheters of one series, one by one.
#[must_use]
pub fn catheter_events() -> Vec<CatheterEvent> {
    rows(CATHETER_EVENTS)
}

/// The flow of children through tests with a single dose.
#[must_use]
pub fn flows() -> Vec<Flow> {
    rows(FLOWS)
}

fn study(name: &str, year: &str) -> Cell {
    Cell::Text(if year.is_empty() { name.to_owned() } else { format!("{name} {year}") })
}

fn cell(text: &str) -> Cell {
    if text.is_empty() { Cell::None("not given".to_owned()) } else { Cell::Text(text.to_owned()) }
}

fn spread(kind: &str, spread: &str) -> Cell {
    if spread.is_empty() { cell("") } else { Cell::Text(format!("{kind} {spread}").trim().to_owned()) }
}

fn heads(heads: &[&str]) -> Vec<String> {
    heads.iter().map(|head| (*head).to_owned()).collect()
}

/// What cannot be compared in these papers.
const NOTES: [&str; 2] = [
    "From abstracts and fragments of tables. Papers number scales differently (Ashworth from 0 or from 1), average over \
     different muscles, and mix patients, procedures and time as denominators: compare with care.",
    "Where a field is empty the source, as far as it could be seen, does not say.",
];

fn notes() -> Vec<String> {
    NOTES.iter().map(|note| (*note).to_owned()).collect()
}

/// What was computed again, as a table: what cannot be right first, and what agrees last.
fn checks_table() -> Table {
    let mut all = checks();
    all.sort_by_key(|check| std::cmp::Reverse(check.verdict));
    let counts = |verdict: Verdict| all.iter().filter(|check| check.verdict == verdict).count();
    let verdicts = [
        Verdict::CannotBeRight,
        Verdict::Doubtful,
        Verdict::OnlyApproximate,
        Verdict::Truncated,
        Verdict::Agrees,
    ];
    let counted = verdicts.map(|verdict| format!("{} {}", counts(verdict), verdict.words())).join(", ");
    let row = |check: &Check| {
        [
            &check.series,
            &check.printed,
            &check.recomputed,
            check.verdict.words(),
            &check.how,
            &check.source_url,
        ]
        .map(cell)
        .to_vec()
    };
    Table {
        id: "published-checks".to_owned(),
        title: "Printed numbers that cannot be right".to_owned(),
        head: heads(&["Series", "Printed", "Recomputed", "Verdict", "How", "Source"]),
        rows: all.iter().filter(|check| check.verdict != Verdict::Agrees).map(row).collect(),
        notes: vec![
            format!("Of {} numbers computed again: {counted}. Those that agree are not listed.", all.len()),
            "From abstracts and fragments of tables as they were typed: an error may also be in these."
                .to_owned(),
        ],
    }
}
/// The published series as tables: scales, doses, complications; and what of them cannot be right.
#[must_use]
pub fn tables() -> Vec<Table> {
    let values = values().into_iter().map(|row| {
        vec![
            study(&row.study, &row.year),
            cell(&row.population),
            cell(&row.n),
            cell(&row.measure),
            cell(&row.scale_range_stated),
            cell(&row.site),
            cell(&row.timepoint),
            cell(&row.stat),
            cell(&row.value),
            spread(&row.dispersion_type, &row.dispersion),
            cell(&row.p_reported),
            cell(&row.note),
            cell(&row.source_url),
        ]
    });
    let doses = doses().into_iter().map(|row| {
        vec![
            study(&row.study, &row.year),
            cell(&row.population),
            cell(&row.n),
            cell(&row.timepoint),
            cell(&row.stat),
            cell(&row.dose_ug_per_day),
            spread(&row.dispersion_type, &row.dispersion),
            cell(&row.note),
            cell(&row.source_url),
        ]
    });
    let complications = complications().into_iter().map(|row| {
        vec![
            study(&row.study, &row.year),
            cell(&row.population),
            cell(&row.n_patients),
            cell(&row.exposure),
            cell(&row.event),
            cell(&row.events),
            cell(&row.patients),
            cell(&row.percent_reported),
            cell(&row.rate_reported),
            cell(&row.derived_per_100_patient_years_95ci),
            cell(&row.note),
            cell(&row.source_url),
        ]
    });
    vec![
        Table {
            id: "published-scales".to_owned(),
            title: "Published: scales".to_owned(),
            head: heads(&[
                "Series",
                "Whom",
                "Number",
                "Measure",
                "Numbered",
                "Where",
                "When",
                "What",
                "Value",
                "Spread",
                "p as printed",
                "Note",
                "Source",
            ]),
            rows: values.collect(),
            notes: notes(),
        },
        Table {
            id: "published-doses".to_owned(),
            title: "Published: doses".to_owned(),
            head: heads(&[
                "Series",
                "Whom",
                "Number",
                "When",
                "What",
                "Micrograms per 24 hours",
                "Spread",
                "Note",
                "Source",
            ]),
            rows: doses.collect(),
            notes: notes(),
        },
        Table {
            id: "published-complications".to_owned(),
            title: "Published: complications".to_owned(),
            head: heads(&[
                "Series",
                "Whom",
                "Number",
                "Over",
                "What",
                "Events",
                "Patients",
                "Per cent as printed",
                "Rate as printed",
                "Per 100 patient-years, recomputed (exact 95 % interval)",
                "Note",
                "Source",
            ]),
            rows: complications.collect(),
            notes: notes(),
        },
        checks_table(),
    ]
}
