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
use practice::{Step, word_of};
use serde_json::Value;
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "timeline/correct.html")]
struct CorrectPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    form: Form,
    what: String,
    action: String,
    fields: Vec<Field>,
    /// Whether it is struck out and not replaced.
    strikes: bool,
}

/// What is wrong: said in words, with the address of the form and the fields that can be corrected; without any, it is struck
/// out.
pub(super) struct Wrong {
    pub(super) what: String,
    pub(super) action: String,
    pub(super) fields: Option<Vec<Field>>,
}

impl CorrectPage {
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

fn wrong(chart: &Chart, placed: &Placed, strikes: bool) -> Wrong {
    let line = &placed.line.line;
    let last = if strikes { "entered-in-error" } else { "correct" };
    Wrong {
        what: line_title(line),
        action: format!("{}/{}/{last}", chart.banner().address("lines"), placed.line.id),
        fields: (!strikes).then(|| fields(word_of(line), line)),
    }
}

pub(super) fn shown(chart: &Chart, form: Form, wrong: Wrong) -> Result<Response, PageError> {
    let status = if form.is_refused() || !form.moved.is_empty() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let page = CorrectPage {
        page: chart.page.clone(),
        banner: chart.banner(),
        part: "timeline",
        form,
        what: wrong.what,
        action: wrong.action,
        strikes: wrong.fields.is_none(),
        fields: wrong.fields.unwrap_or_default(),
    };
    Ok((status, show(&page)?).into_response())
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
    shown(&chart, form, wrong(&chart, placed, false))
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
        return shown(&chart, form, wrong(&chart, placed, false));
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
    recorded(&state, &chart, form, wrong(&chart, placed, false), step).await
}

pub(super) async fn ask_strike(
    State(state): State<AppState>,
    Path(path): Path<HashMap<String, String>>,
    chart: Chart,
) -> Result<Response, PageError> {
    let form = chart.form(&state);
    shown(&chart, form, wrong(&chart, placed(&chart, &path)?, true))
}

pub(super) async fn strike(
    State(state): State<AppState>,
    Path(path): Path<HashMap<String, String>>,
    chart: Chart,
    posted: Fields,
) -> Result<Response, PageError> {
    let placed = placed(&chart, &path)?;
    let line = placed.line.id.clone();
    let step = |reason| Step::EnteredInError { wrong: line, reason };
    struck(&state, &chart, posted, wrong(&chart, placed, true), step).await
}

/// Records that something should not be there.
pub(super) async fn struck(
    state: &AppState,
    chart: &Chart,
    posted: Fields,
    wrong: Wrong,
    step: impl FnOnce(String) -> Step,
) -> Result<Response, PageError> {
    let mut form = Form::posted(posted)?;
    let reason = form.required("correction-reason", "Say why it should not be there");
    recorded(state, chart, form, wrong, step(reason)).await
}

async fn recorded(
    state: &AppState,
    chart: &Chart,
    mut form: Form,
    wrong: Wrong,
    step: Step,
) -> Result<Response, PageError> {
    if !form.is_refused()
        && !form.fields.is_resumed()
        && let Some(done) = chart.record(state, &mut form, vec![step]).await?
    {
        let version = done.receipt.versions.first().map_or(0, |(_, version)| *version);
        let timeline = chart.banner().address("timeline");
        return Ok(Redirect::to(&format!("{timeline}?entry={version}#entry-{version}")).into_response());
    }
    shown(chart, form, wrong)
}
