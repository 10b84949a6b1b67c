//! An entry beside the course was wrong, or is about somebody else: a note, a call, a medicine, a file. It stays readable, struck
//! through, and counts no longer.

use super::correct::{Wrong, shown, struck};
use crate::error::PageError;
use crate::form::Fields;
use crate::patient::Chart;
use crate::state::AppState;
use axum::extract::{Path, State};
use axum::response::Response;
use practice::patient::Entry;
use practice::{Step, right_to_strike};
use std::collections::HashMap;

/// The entry in the path, whether or not it still stands: a form that comes twice finds it struck out already.
fn entry<'a>(chart: &'a Chart, path: &HashMap<String, String>) -> Result<&'a Entry, PageError> {
    let version: u64 = path.get("entry").and_then(|entry| entry.parse().ok()).ok_or(PageError::NotFound)?;
    let entry = chart.patient.entries.iter().find(|entry| entry.version == version);
    entry.filter(|entry| right_to_strike(&entry.event).is_some()).ok_or(PageError::NotFound)
}

fn wrong(chart: &Chart, entry: &Entry) -> Wrong {
    let what = match entry.reason() {
        Some(reason) => format!("{}: {reason}", entry.title()),
        None => entry.title(),
    };
    let action = format!("{}/{}/entered-in-error", chart.banner().address("entries"), entry.version);
    Wrong { what, action, fields: None }
}

pub(super) async fn ask(
    State(state): State<AppState>,
    Path(path): Path<HashMap<String, String>>,
    chart: Chart,
) -> Result<Response, PageError> {
    shown(&chart, chart.form(&state), wrong(&chart, entry(&chart, &path)?))
}

pub(super) async fn strike(
    State(state): State<AppState>,
    Path(path): Path<HashMap<String, String>>,
    chart: Chart,
    posted: Fields,
) -> Result<Response, PageError> {
    let entry = entry(&chart, &path)?;
    let version = entry.version;
    let step = |reason| Step::StrikeEntry { entry: version, reason };
    struck(&state, &chart, posted, wrong(&chart, entry), step).await
}
