//! An entry beside the course was wrong, or is about somebody else: a note, a call, a medicine, a file. It stays readable, struck
//! through, and counts no longer.

use super::correct::{CorrectPage, to_entry};
use crate::error::PageError;
use crate::form::{Fields, Form};
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

fn shown(chart: &Chart, form: Form, entry: &Entry) -> Result<Response, PageError> {
    let banner = chart.banner();
    let what = match entry.reason() {
        Some(reason) => format!("{}: {reason}", entry.title()),
        None => entry.title(),
    };
    let page = CorrectPage {
        page: chart.page.clone(),
        action: format!("{}/{}/entered-in-error", banner.address("entries"), entry.version),
        banner,
        part: "timeline",
        what,
        fields: Vec::new(),
        form,
        strikes: true,
    };
    page.answer()
}

pub(super) async fn ask(
    State(state): State<AppState>,
    Path(path): Path<HashMap<String, String>>,
    chart: Chart,
) -> Result<Response, PageError> {
    let form = chart.form(&state);
    shown(&chart, form, entry(&chart, &path)?)
}

pub(super) async fn strike(
    State(state): State<AppState>,
    Path(path): Path<HashMap<String, String>>,
    chart: Chart,
    posted: Fields,
) -> Result<Response, PageError> {
    let mut form = Form::posted(posted)?;
    let entry = entry(&chart, &path)?;
    let reason = form.required("correction-reason", "Say why it should not be there");
    let step = Step::StrikeEntry { entry: entry.version, reason };
    if !form.is_refused()
        && !form.fields.is_resumed()
        && let Some(done) = chart.record(&state, &mut form, vec![step]).await?
    {
        return Ok(to_entry(&chart, &done));
    }
    shown(&chart, form, entry)
}
