//! Small acts of the overview: closing a finding, booking a visit, writing a note. Each has a form on the overview, and a
//! page of its own for when something is wrong with what was typed.

use super::view::Found;
use crate::Banner;
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::page::{Page, show};
use crate::patient::Chart;
use crate::state::AppState;
use crate::when::written;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use practice::Step;
use practice::access::Right;
use practice::patient::PatientEvent;
use serde_json::json;
use std::collections::HashMap;

/// Which small act a page is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Act {
    Close,
    Visit,
    Note,
}

#[derive(Template)]
#[template(path = "overview/small.html")]
struct Small {
    page: Page,
    banner: Banner,
    part: &'static str,
    form: Form,
    title: &'static str,
    action: String,
    findings: Vec<Found>,
    act: Act,
}

fn shown(chart: &Chart, form: Form, act: Act, rule: &str) -> Result<Response, PageError> {
    let stand = chart.stand()?;
    let (title, action) = match act {
        Act::Close => ("Close a finding", format!("findings/{rule}")),
        Act::Visit => ("Book a visit", "visit".to_owned()),
        Act::Note => ("Write a note", "note".to_owned()),
    };
    let of_rule = stand.open.iter().filter(|open| act == Act::Close && open.rule.about().id == rule);
    let findings: Vec<Found> = of_rule.map(|open| Found::new(chart, open)).collect();
    let status = if form.is_refused() || !form.moved.is_empty() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let banner = chart.banner();
    let action = banner.address(&action);
    let page = Small { page: chart.page.clone(), banner, part: "", form, title, action, findings, act };
    Ok((status, show(&page)?).into_response())
}

/// The rule in the path, if there is one of that name.
fn rule_of(path: &HashMap<String, String>) -> Result<&'static str, PageError> {
    let rule = path.get("rule").and_then(|rule| therapy::Rule::by_id(rule));
    Ok(rule.ok_or(PageError::NotFound)?.about().id)
}

pub(super) async fn ask_close(
    State(state): State<AppState>,
    Path(path): Path<HashMap<String, String>>,
    chart: Chart,
) -> Result<Response, PageError> {
    chart.actor.require(Right::CloseFindings)?;
    let form = chart.form(&state);
    shown(&chart, form, Act::Close, rule_of(&path)?)
}

pub(super) async fn close(
    State(state): State<AppState>,
    Path(path): Path<HashMap<String, String>>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    let rule = rule_of(&path)?;
    let mut form = Form::posted(fields)?;
    let why = form.required("closed.why", "Say how it was dealt with");
    let line =
        json!({ "at": written(chart.page.now, &chart.page.zone), "closed": { "rule": rule, "why": why } });
    report(&state, &chart, form, Act::Close, rule, Step::Report { line }).await
}

pub(super) async fn ask_visit(State(state): State<AppState>, chart: Chart) -> Result<Response, PageError> {
    let form = chart.form(&state);
    shown(&chart, form, Act::Visit, "")
}

pub(super) async fn visit(
    State(state): State<AppState>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    let day = form.day("visit.on");
    if day.is_some_and(|day| day < chart.today()) {
        form.refuse("visit.on", "This day is past: book a day from today on");
    }
    let on = day.map(|day| day.to_string()).unwrap_or_default();
    let line = json!({ "at": written(chart.page.now, &chart.page.zone), "visit": { "on": on } });
    report(&state, &chart, form, Act::Visit, "", Step::Report { line }).await
}

pub(super) async fn note(
    State(state): State<AppState>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    let text = form.required("text", "Write the note");
    let step = Step::Event { event: PatientEvent::Note { text }, happened: chart.page.now };
    report(&state, &chart, form, Act::Note, "", step).await
}

/// Records one step, or shows the form again.
async fn report(
    state: &AppState,
    chart: &Chart,
    mut form: Form,
    act: Act,
    rule: &str,
    step: Step,
) -> Result<Response, PageError> {
    if !form.fields.is_resumed()
        && !form.is_refused()
        && chart.record(state, &mut form, vec![step]).await?.is_some()
    {
        return Ok(Redirect::to(&chart.banner().address("")).into_response());
    }
    shown(chart, form, act, rule)
}
