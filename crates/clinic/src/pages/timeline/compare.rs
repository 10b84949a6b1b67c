//! Two moments of a record side by side: what ran, what was in the pump, how the patient was.

use super::entry::change_words;
use crate::Banner;
use crate::error::PageError;
use crate::page::{Page, show};
use crate::pages::overview::data::{line_name, millilitres};
use crate::patient::Chart;
use crate::when::day_of;
use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use practice::patient::{Fate, Patient, PatientEvent, Stand};
use practice::summary::micrograms;
use pump::PumpTime;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use therapy::{Value, date_in_words, expected_volume};
use twin::{RBig, civil};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    from: String,
    to: String,
    from_day: String,
    to_day: String,
}

/// A row: what, before, after, and whether they differ.
struct Row {
    what: String,
    before: String,
    after: String,
    /// What the change comes to, where it can be said in a number.
    change: Option<String>,
}

impl Row {
    fn differs(&self) -> bool {
        self.before != self.after
    }
}

/// The rows of one kind.
struct Part {
    title: &'static str,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "timeline/compare.html")]
struct ComparePage {
    page: Page,
    banner: Banner,
    part: &'static str,
    /// When: before and after; `None` if they were not said.
    moments: Option<(String, String)>,
    parts: Vec<Part>,
    between: Vec<(u64, String, String)>,
    problem: Option<&'static str>,
    from_day: String,
    to_day: String,
}

/// A moment: of an entry by its version, or the end of a day.
fn moment(chart: &Chart, version: &str, day: &str) -> Result<Option<i64>, &'static str> {
    if let Ok(version) = version.parse::<u64>() {
        let entry = chart.patient.entries.iter().find(|entry| entry.version == version);
        return entry.map(|entry| Some(entry.happened)).ok_or("There is no such entry in this record.");
    }
    if day.is_empty() {
        return Ok(None);
    }
    let day = day_of(day).ok_or("Give each day with the month in letters, such as 22 March 2026.")?;
    let end = day.tomorrow().ok().and_then(|next| next.to_zoned(chart.page.zone.clone()).ok());
    end.map(|end| Some(end.timestamp().as_second() - 1)).ok_or("This day is outside of the calendar.")
}

pub(super) async fn compare(chart: Chart, Query(asked): Query<Asked>) -> Result<Response, PageError> {
    let from = moment(&chart, &asked.from, &asked.from_day);
    let to = moment(&chart, &asked.to, &asked.to_day);
    let mut page = ComparePage {
        page: chart.page.clone(),
        banner: chart.banner(),
        part: "timeline",
        moments: None,
        parts: Vec::new(),
        between: Vec::new(),
        problem: None,
        from_day: asked.from_day.clone(),
        to_day: asked.to_day.clone(),
    };
    match (from, to) {
        (Err(problem), _) | (_, Err(problem)) => page.problem = Some(problem),
        (Ok(Some(one)), Ok(Some(other))) => fill(&mut page, &chart, one.min(other), one.max(other))?,
        (Ok(None), Ok(None)) => {}
        _ => page.problem = Some("Choose two moments: one to compare from, one to compare to."),
    }
    let status = if page.problem.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, show(&page)?).into_response())
}

fn fill(page: &mut ComparePage, chart: &Chart, from: i64, to: i64) -> Result<(), PageError> {
    let stand =
        |at| chart.patient.stand(&chart.rules, at).map_err(|error| PageError::Fault(error.to_string()));
    let (before, after) = (stand(from)?, stand(to)?);
    page.moments = Some((chart.page.moment(from), chart.page.moment(to)));
    page.parts = vec![
        Part { title: "Program", rows: program(&before, &after) },
        Part { title: "Reservoir and dates", rows: reservoir(chart, &before, &after) },
        Part { title: "Scores", rows: scores(&before, &after) },
        Part { title: "Medicines", rows: medicines(&chart.patient, from, to) },
        Part { title: "Open findings", rows: findings(&before, &after) },
    ];
    let mut between: Vec<_> =
        chart.patient.entries.iter().filter(|entry| entry.happened > from && entry.happened <= to).collect();
    between.sort_by_key(|entry| (entry.happened, entry.version));
    let standing = between.into_iter().filter(|entry| entry.stands());
    page.between =
        standing.map(|entry| (entry.version, chart.page.moment(entry.happened), entry.title())).collect();
    Ok(())
}

fn row(what: impl Into<String>, before: Option<String>, after: Option<String>) -> Option<Row> {
    if before.is_none() && after.is_none() {
        return None;
    }
    let or = |text: Option<String>| text.unwrap_or_else(|| "none".to_owned());
    Some(Row { what: what.into(), before: or(before), after: or(after), change: None })
}

fn program(before: &Stand<'_>, after: &Stand<'_>) -> Vec<Row> {
    let dose = |stand: &Stand<'_>| stand.course.running().map(therapy::Running::dose_per_day);
    let words = |dose: &RBig| format!("{}\u{a0}micrograms", micrograms(dose));
    let (old, new) = (dose(before), dose(after));
    let mut rows = Vec::new();
    if let Some(mut dosed) = row("Dose per 24\u{a0}h", old.as_ref().map(words), new.as_ref().map(words)) {
        dosed.change =
            old.zip(new).filter(|(old, new)| old != new).map(|(old, new)| change_words(Some(&old), &new));
        rows.push(dosed);
    }
    let mode = |stand: &Stand<'_>| stand.course.running().map(|running| running.mode.replace('-', " "));
    rows.extend(row("Mode", mode(before), mode(after)));
    let told = |stand: &Stand<'_>| {
        stand.course.running().map(|running| Value::concentration(running.concentration).to_string())
    };
    rows.extend(row("Strength told to the pump", told(before), told(after)));
    rows
}

fn reservoir(chart: &Chart, before: &Stand<'_>, after: &Stand<'_>) -> Vec<Row> {
    let left = |stand: &Stand<'_>| {
        stand.course.reservoir.as_ref()?;
        let left = expected_volume(stand.course.twin.as_ref()?, stand.now);
        Some(format!("{}\u{a0}mL", millilitres(&RBig::from(left.nanolitres()))))
    };
    let drug = |stand: &Stand<'_>| {
        let reservoir = stand.course.reservoir.as_ref()?;
        let name =
            chart.rules.catalogue.drug(reservoir.drug).map_or(reservoir.drug, |drug| drug.name.as_str());
        Some(format!("{name}, {}", Value::concentration(reservoir.concentration)))
    };
    let date = |at: Option<PumpTime>| at.and_then(civil).map(|at| date_in_words(at.date()));
    let filled =
        |stand: &Stand<'_>| date(stand.course.reservoir.as_ref().map(|reservoir| reservoir.filled_at));
    let forecast = |stand: &Stand<'_>| stand.outlook.as_ref().map(|outlook| outlook.forecast.clone());
    let alarm = |stand: &Stand<'_>| date(forecast(stand)?.alarm_at);
    let by = |stand: &Stand<'_>| forecast(stand)?.refill_by.map(|by| date_in_words(by.date));
    let visit = |stand: &Stand<'_>| stand.course.next_visit.map(date_in_words);
    [
        row("Expected in the reservoir", left(before), left(after)),
        row("Drug in the reservoir", drug(before), drug(after)),
        row("Last filled", filled(before), filled(after)),
        row("Low-reservoir alarm", alarm(before), alarm(after)),
        row("Refill by", by(before), by(after)),
        row("Visit booked", visit(before), visit(after)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn scores(before: &Stand<'_>, after: &Stand<'_>) -> Vec<Row> {
    let last = |stand: &Stand<'_>| {
        let mut last: BTreeMap<(scales::Scale, String), String> = BTreeMap::new();
        for (at, score) in &stand.course.scores {
            let day = civil(*at).map(|at| format!(" ({})", date_in_words(at.date()))).unwrap_or_default();
            last.insert((score.scale(), line_name(score)), format!("{}{day}", score.value()));
        }
        last
    };
    let (old, new) = (last(before), last(after));
    let keys: BTreeSet<_> = old.keys().chain(new.keys()).cloned().collect();
    let name = |(scale, line): &(scales::Scale, String)| {
        if line == scale.name() { line.clone() } else { format!("{}, {line}", scale.name()) }
    };
    let rows = keys.iter().filter_map(|key| row(name(key), old.get(key).cloned(), new.get(key).cloned()));
    rows.collect()
}

/// What was taken at a time, as far as it was known then or has been recorded since for that time.
fn taken_at(patient: &Patient, at: i64) -> BTreeMap<String, String> {
    let mut taken = BTreeMap::new();
    for entry in patient.entries.iter().filter(|entry| entry.happened <= at && entry.fate == Fate::Stands) {
        match &entry.event {
            PatientEvent::Medicine(medicine) => {
                taken.insert(medicine.id.clone(), (medicine.name.clone(), medicine.dose.clone(), None));
            }
            PatientEvent::MedicineStopped { id, on, .. } => {
                if let Some(stopped) = taken.get_mut(id) {
                    stopped.2 = Some(*on);
                }
            }
            _ => {}
        }
    }
    let words = |(name, dose, stopped): (String, String, Option<Date>)| {
        let words = match stopped {
            Some(on) => format!("stopped on {}", date_in_words(on)),
            None => dose,
        };
        (name, words)
    };
    taken.into_values().map(words).collect()
}

fn medicines(patient: &Patient, from: i64, to: i64) -> Vec<Row> {
    let (old, new) = (taken_at(patient, from), taken_at(patient, to));
    let names: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    names.into_iter().filter_map(|name| row(name, old.get(name).cloned(), new.get(name).cloned())).collect()
}

fn findings(before: &Stand<'_>, after: &Stand<'_>) -> Vec<Row> {
    let open = |stand: &Stand<'_>| -> BTreeMap<&'static str, &'static str> {
        stand.open.iter().map(|open| (open.rule.about().says, open.level.word())).collect()
    };
    let (old, new) = (open(before), open(after));
    let says: BTreeSet<&&'static str> = old.keys().chain(new.keys()).collect();
    let words = |level: Option<&&'static str>| {
        level.map(|level| format!("open: {}", crate::pages::level_words(level).to_lowercase()))
    };
    says.into_iter().filter_map(|says| row(*says, words(old.get(says)), words(new.get(says)))).collect()
}
