//! One page for another clinician: what runs, what is in the pump, how the patient is, what has changed since the last visit.

use super::data::millilitres;
use super::view::{self, Found, Next, State as FlowState, Waiting};
use crate::Banner;
use crate::error::PageError;
use crate::page::{Page, show};
use crate::patient::Chart;
use crate::when::day_of;
use askama::Template;
use axum::extract::Query;
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use practice::patient::{Entry, PatientEvent, Stand};
use practice::word_of;
use serde::Deserialize;
use std::collections::BTreeMap;
use therapy::date_in_words;
use twin::{RBig, civil};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    since: String,
}

/// A score with the one before it.
struct Scored {
    what: String,
    value: String,
    on: String,
    before: Option<String>,
}

#[derive(Template)]
#[template(path = "overview/summary.html")]
struct SummaryPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    diagnosis: String,
    state: FlowState,
    waiting: Vec<Waiting>,
    in_the_pump: Vec<(&'static str, String, String)>,
    next: Vec<Next>,
    residual: Option<String>,
    scores: Vec<Scored>,
    medicines: Vec<String>,
    findings: Vec<Found>,
    complications: Vec<(String, String)>,
    changes: Vec<(String, String, Option<String>)>,
    since: Option<Date>,
    since_words: String,
}

/// Lines that are written when a patient is seen.
fn is_seen(entry: &Entry) -> bool {
    match &entry.event {
        PatientEvent::Line(line) | PatientEvent::Corrected { with: line, .. } => {
            matches!(
                word_of(&line.line),
                "filled" | "confirmed" | "interrogated" | "scored" | "found" | "screened"
            )
        }
        _ => false,
    }
}

fn is_complication(entry: &Entry) -> bool {
    match &entry.event {
        PatientEvent::Line(line) | PatientEvent::Corrected { with: line, .. } => {
            matches!(word_of(&line.line), "side-effect" | "alarm" | "gap" | "revised")
        }
        PatientEvent::Explanted { .. } => true,
        PatientEvent::Contact(contact) => contact.about != "question",
        _ => false,
    }
}

/// The day of the last visit before today, or before the last one if that is today.
fn last_visit(chart: &Chart, today: Date) -> Option<Date> {
    let day = |entry: &&Entry| {
        let at = jiff::Timestamp::from_second(entry.happened).ok()?;
        Some(at.to_zoned(chart.page.zone.clone()).date())
    };
    let seen = chart.patient.entries.iter().filter(|entry| entry.stands() && is_seen(entry));
    seen.filter_map(|entry| day(&entry)).filter(|day| *day < today).max()
}

/// The last score of each scale, site and goal, with the one before.
fn scores(stand: &Stand<'_>) -> Vec<Scored> {
    let mut last: BTreeMap<String, Scored> = BTreeMap::new();
    for (at, score) in &stand.course.scores {
        let what = score.what();
        let before = last.remove(&what).map(|before| before.value);
        let on = civil(*at).map(|at| date_in_words(at.date())).unwrap_or_default();
        last.insert(what.clone(), Scored { what, value: score.value(), on, before });
    }
    last.into_values().collect()
}

fn residual(stand: &Stand<'_>) -> Option<String> {
    let cycle = stand.course.cycles.last()?;
    let words =
        |volume: quantity::Volume| format!("{}\u{a0}mL", millilitres(&RBig::from(volume.nanolitres())));
    Some(format!("{} withdrawn or left, {} expected", words(cycle.measured), words(cycle.expected)))
}

pub(super) async fn summary(chart: Chart, Query(asked): Query<Asked>) -> Result<Response, PageError> {
    let stand = chart.stand()?;
    let since = day_of(&asked.since).or_else(|| last_visit(&chart, chart.today()));
    let from = since.and_then(|day| day.to_zoned(chart.page.zone.clone()).ok());
    // The last visit itself is what was: changes come after its day.
    let from = from.and_then(|day| day.tomorrow().ok()).map_or(i64::MIN, |day| day.timestamp().as_second());
    let mut entries: Vec<&Entry> = chart.patient.entries.iter().filter(|entry| entry.stands()).collect();
    entries.retain(|entry| entry.happened >= from);
    entries.sort_by_key(|entry| (entry.happened, entry.version));
    let told =
        |entry: &&&Entry| !matches!(entry.event, PatientEvent::Signed { .. } | PatientEvent::Drafted { .. });
    let changes = entries
        .iter()
        .filter(told)
        .map(|entry| (chart.page.moment(entry.happened), entry.title(), entry.reason().map(str::to_owned)));
    let complications = entries.iter().filter(|entry| is_complication(entry));
    let complications = complications.map(|entry| (chart.page.moment(entry.happened), entry.title()));
    let taken = chart.patient.medicines.iter().filter(|taken| taken.stopped.is_none());
    let shown = SummaryPage {
        part: "",
        diagnosis: chart.patient.identity.diagnosis.replace('-', " "),
        state: view::state(&chart, &stand),
        waiting: view::waiting(&chart, &stand),
        in_the_pump: view::in_the_pump(&chart, &stand),
        next: view::next_dates(&chart, &stand),
        residual: residual(&stand),
        scores: scores(&stand),
        medicines: taken.map(|taken| format!("{}, {}", taken.medicine.name, taken.medicine.dose)).collect(),
        findings: stand.open.iter().map(|open| Found::new(&chart, open)).collect(),
        complications: complications.collect(),
        changes: changes.collect(),
        since,
        since_words: since.map(date_in_words).unwrap_or_default(),
        banner: chart.banner(),
        page: chart.page.clone(),
    };
    Ok(show(&shown)?.into_response())
}
