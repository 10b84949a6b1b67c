//! A line was wrong: it is replaced, or marked as entered in error. It stays readable, struck through.

use super::field::{Field, Shape, fields, filled, put};
use crate::Banner;
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::page::{Page, show};
use crate::patient::Chart;
use crate::state::AppState;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use practice::patient::{Placed, line_title, people};
use practice::{Done, Step, word_of};
use serde_json::Value;
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "timeline/correct.html")]
pub(super) struct CorrectPage {
    pub(super) page: Page,
    pub(super) banner: Banner,
    pub(super) part: &'static str,
    pub(super) form: Form,
    pub(super) what: String,
    pub(super) action: String,
    pub(super) fields: Vec<Field>,
    /// Whether the line is struck out and not replaced.
    pub(super) strikes: bool,
}

impl CorrectPage {
    pub(super) fn answer(&self) -> Result<Response, PageError> {
        let status = if self.form.is_refused() || !self.form.moved.is_empty() {
            StatusCode::UNPROCESSABLE_ENTITY
        } else {
            StatusCode::OK
        };
        Ok((status, show(self)?).into_response())
    }

    /// A unit as people read it.
    fn unit(&self, unit: &str) -> String {
        let words = people(&format!("1 {unit}"));
        words.split_once('\u{a0}').map_or_else(|| unit.to_owned(), |(_, unit)| unit.to_owned())
    }
}

/// The line in the path, whether or not it still stands: a form that comes twice finds it replaced already.
fn placed<'a>(chart: &'a Chart, path: &HashMap<String, String>) -> Result<&'a Placed, PageError> {
    let id = path.get("line").ok_or(PageError::NotFound)?;
    let all = chart.patient.lines.iter().rev();
    all.clone()
        .find(|placed| placed.stands && placed.line.id == *id)
        .or_else(|| all.clone().find(|placed| placed.line.id == *id))
        .ok_or(PageError::NotFound)
}

fn shown(chart: &Chart, form: Form, placed: &Placed, strikes: bool) -> Result<Response, PageError> {
    let line = &placed.line.line;
    let banner = chart.banner();
    let last = if strikes { "entered-in-error" } else { "correct" };
    let page = CorrectPage {
        page: chart.page.clone(),
        action: format!("{}/{}/{last}", banner.address("lines"), placed.line.id),
        banner,
        part: "timeline",
        what: line_title(line),
        fields: if strikes { Vec::new() } else { fields(word_of(line), line) },
        form,
        strikes,
    };
    page.answer()
}

pub(super) async fn ask(
    State(state): State<AppState>,
    Path(path): Path<HashMap<String, String>>,
    chart: Chart,
) -> Result<Response, PageError> {
    let placed = placed(&chart, &path)?;
    let line = &placed.line.line;
    if line.get("order").is_some() {
        let told = "A signed order is not corrected: write another one, or say that it was not entered.";
        return Err(PageError::Unreadable(told.to_owned()));
    }
    let at = line.get("at").and_then(Value::as_str).and_then(|at| at.parse::<jiff::Timestamp>().ok());
    let at = at.map_or(chart.page.now, jiff::Timestamp::as_second);
    let mut form = chart.form(&state).at("at", at, &chart.page);
    for field in fields(word_of(line), line) {
        form = filled(form, line, &field, &chart.page);
    }
    shown(&chart, form, placed, false)
}

pub(super) async fn correct(
    State(state): State<AppState>,
    Path(path): Path<HashMap<String, String>>,
    chart: Chart,
    posted: Fields,
) -> Result<Response, PageError> {
    let mut form = Form::posted(posted)?;
    let placed = placed(&chart, &path)?;
    if form.fields.is_resumed() {
        return shown(&chart, form, placed, false);
    }
    let mut line = placed.line.line.clone();
    for field in fields(word_of(&line), &line) {
        put(&mut form, &mut line, &field, &chart.page);
    }
    // A total that stood beside its items is made by them.
    if line.pointer("/scored/items").is_some()
        && let Some(scored) = line.get_mut("scored").and_then(Value::as_object_mut)
    {
        scored.remove("value");
    }
    if let (Some(at), Some(whole)) = (form.when("at", &chart.page), line.as_object_mut()) {
        whole.insert("at".to_owned(), Value::String(at.text));
    }
    let reason = form.required("correction-reason", "Say why it is corrected");
    let step = Step::Correct { wrong: placed.line.id.clone(), line, reason };
    recorded(&state, &chart, form, placed, step, false).await
}

pub(super) async fn ask_strike(
    State(state): State<AppState>,
    Path(path): Path<HashMap<String, String>>,
    chart: Chart,
) -> Result<Response, PageError> {
    let form = chart.form(&state);
    shown(&chart, form, placed(&chart, &path)?, true)
}

pub(super) async fn strike(
    State(state): State<AppState>,
    Path(path): Path<HashMap<String, String>>,
    chart: Chart,
    posted: Fields,
) -> Result<Response, PageError> {
    let mut form = Form::posted(posted)?;
    let placed = placed(&chart, &path)?;
    let reason = form.required("correction-reason", "Say why it should not be there");
    let step = Step::EnteredInError { wrong: placed.line.id.clone(), reason };
    recorded(&state, &chart, form, placed, step, true).await
}

async fn recorded(
    state: &AppState,
    chart: &Chart,
    mut form: Form,
    placed: &Placed,
    step: Step,
    strikes: bool,
) -> Result<Response, PageError> {
    if !form.is_refused()
        && !form.fields.is_resumed()
        && let Some(done) = chart.record(state, &mut form, vec![step]).await?
    {
        return Ok(to_entry(chart, &done));
    }
    shown(chart, form, placed, strikes)
}

/// To what was just recorded, in the timeline.
pub(super) fn to_entry(chart: &Chart, done: &Done) -> Response {
    let version = done.receipt.versions.first().map_or(0, |(_, version)| *version);
    let timeline = chart.banner().address("timeline");
    Redirect::to(&format!("{timeline}?entry={version}#entry-{version}")).into_response()
}
