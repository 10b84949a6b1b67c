//! The timeline: every entry of a record, newest first, with what became of it; corrections; and two moments side by side.

mod compare;
mod correct;
mod entries;
mod entry;
mod field;

use crate::Banner;
use crate::error::PageError;
use crate::page::{Page, show};
use crate::patient::Chart;
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use entry::{GROUPS, Shown, group};
use practice::account;
use practice::patient::Entry;
use record::Id;
use serde::Deserialize;
use std::collections::HashMap;

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/patients/{id}/timeline", get(timeline))
        .route("/patients/{id}/compare", get(compare::compare))
        .route("/patients/{id}/lines/{line}/correct", get(correct::ask).post(correct::correct))
        .route("/patients/{id}/lines/{line}/entered-in-error", get(correct::ask_strike).post(correct::strike))
        .route("/patients/{id}/entries/{entry}/entered-in-error", get(entries::ask).post(entries::strike))
}

/// Entries on one page.
const PER_PAGE: usize = 60;

/// The names of accounts by their ids.
pub(crate) async fn names(state: &AppState) -> Result<HashMap<Id, String>, PageError> {
    let accounts = account::list(state.store()).await?;
    Ok(accounts.into_iter().map(|(id, line)| (id, line.name)).collect())
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    kind: String,
    page: usize,
    entry: u64,
}

/// The entries of one day.
struct Day {
    day: String,
    entries: Vec<Shown>,
}

#[derive(Template)]
#[template(path = "timeline/timeline.html")]
struct TimelinePage {
    page: Page,
    banner: Banner,
    part: &'static str,
    days: Vec<Day>,
    kind: String,
    number: usize,
    pages: usize,
    count: usize,
    /// The entry that was asked for.
    entry: u64,
}

impl TimelinePage {
    fn groups(&self) -> [(&'static str, &'static str); 9] {
        GROUPS
    }

    /// The address of another page of the same list.
    fn turned(&self, number: usize) -> String {
        format!("{}?kind={}&page={number}", self.banner.address("timeline"), self.kind)
    }
}

async fn timeline(
    State(state): State<AppState>,
    chart: Chart,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let kind = GROUPS.iter().find(|(word, _)| *word == asked.kind).map_or("", |(word, _)| word);
    let mut entries: Vec<&Entry> = chart.patient.entries.iter().collect();
    entries.retain(|entry| kind.is_empty() || group(&entry.event) == kind);
    entries.sort_by_key(|entry| std::cmp::Reverse((entry.happened, entry.version)));
    let count = entries.len();
    let pages = count.div_ceil(PER_PAGE).max(1);
    let place = entries.iter().position(|entry| entry.version == asked.entry);
    let number = place.map_or(asked.page.max(1), |place| place / PER_PAGE + 1).min(pages);
    let (stand, names) = (chart.stand()?, names(&state).await?);
    let mut days: Vec<Day> = Vec::new();
    for entry in entries.into_iter().skip((number - 1) * PER_PAGE).take(PER_PAGE) {
        let moment = chart.page.moment(entry.happened);
        let day = moment.split(',').next().unwrap_or_default().to_owned();
        let shown = Shown::new(&chart, &stand, &names, entry);
        match days.last_mut().filter(|last| last.day == day) {
            Some(last) => last.entries.push(shown),
            None => days.push(Day { day, entries: vec![shown] }),
        }
    }
    let (kind, entry) = (kind.to_owned(), asked.entry);
    let (page, banner) = (chart.page.clone(), chart.banner());
    let shown = TimelinePage { page, banner, part: "timeline", days, kind, number, pages, count, entry };
    Ok(show(&shown)?.into_response())
}
