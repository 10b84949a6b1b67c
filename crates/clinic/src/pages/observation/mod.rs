//! Observations: which run, until when, what to watch for, and how they ended.

use crate::banner::Banner;
use crate::bedside::{Cited, source_of_limit};
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::page::{Page, show};
use crate::patient::Chart;
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use documents::EmergencyText;
use practice::Step;
use practice::access::Right;
use practice::patient::PatientEvent;
use practice::worklist::observation;

pub(crate) fn routes() -> Router<AppState> {
    Router::new().route("/patients/{id}/observation", get(ask).post(end))
}

/// An observation that nobody has ended.
struct Running {
    line: String,
    what: String,
    began: String,
    until: String,
    over: bool,
    source: String,
}

/// One that ended.
struct Ended {
    when: String,
    outcome: String,
}

#[derive(Template)]
#[template(path = "observation/observation.html")]
struct ObservationPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    form: Form,
    running: Vec<Running>,
    ended: Vec<Ended>,
    overdose: Vec<Cited>,
    withdrawal: Vec<Cited>,
    times: Vec<Cited>,
}

/// A day after its end an observation is no longer asked for.
const ASKED_SECONDS: i64 = 24 * 3_600;

fn running(chart: &Chart) -> Result<Vec<Running>, PageError> {
    let protocol = &chart.rules.protocol;
    let stand = chart.stand()?;
    let mut running = Vec::new();
    for event in chart.patient.file.events.iter().rev() {
        let Some((after, span)) = observation(event, &stand.course, protocol) else { continue };
        let seconds = i64::try_from(span.value.seconds()).unwrap_or(i64::MAX);
        let until = event.at.unix.saturating_add(seconds);
        let asked = until.saturating_add(ASKED_SECONDS) > chart.page.now;
        if asked && !chart.patient.observed.contains(&event.id) {
            running.push(Running {
                line: event.id.clone(),
                what: format!("After {after}"),
                began: chart.page.moment(event.at.unix),
                until: chart.page.moment(until),
                over: until <= chart.page.now,
                source: source_of_limit(&chart.rules, span),
            });
        }
    }
    Ok(running)
}

fn page(chart: &Chart, form: Form) -> Result<ObservationPage, PageError> {
    let text = EmergencyText::embedded().map_err(|error| PageError::Fault(error.to_string()))?;
    let pump = chart.summary.pump_id.as_deref();
    let ended = chart.patient.entries.iter().rev().filter_map(|entry| match &entry.event {
        PatientEvent::ObservationEnded { outcome, .. } if entry.stands() => {
            Some(Ended { when: chart.page.moment(entry.happened), outcome: outcome.clone() })
        }
        _ => None,
    });
    let mut times = crate::bedside::statements(text, &text.overdose.time, pump);
    times.extend(crate::bedside::statements(text, &text.withdrawal.time, pump));
    Ok(ObservationPage {
        page: chart.page.clone(),
        banner: chart.banner(),
        part: "refill",
        running: running(chart)?,
        ended: ended.collect(),
        overdose: crate::bedside::statements(text, &text.overdose.sign, pump),
        withdrawal: crate::bedside::statements(text, &text.withdrawal.sign, pump),
        times,
        form,
    })
}

async fn ask(State(state): State<AppState>, chart: Chart) -> Result<Response, PageError> {
    let form = chart.form(&state);
    Ok(show(&page(&chart, form)?)?.into_response())
}

/// How an observation ended.
async fn end(State(state): State<AppState>, chart: Chart, fields: Fields) -> Result<Response, PageError> {
    chart.actor.require(Right::RecordReports)?;
    let mut form = Form::posted(fields)?;
    let line = form.value("line").to_owned();
    let known = running(&chart)?;
    match known.iter().find(|running| running.line == line) {
        None => form.refuse("", "This observation has ended already, or is not one"),
        Some(running) => {
            if form.value("outcome").is_empty() {
                form.refuse("outcome", "Write down what was seen, and how the patient went home");
            } else if !running.over && !form.is("early", "yes") {
                form.refuse(
                    "early",
                    format!("It runs until {}: tick below that it ends earlier", running.until),
                );
            }
        }
    }
    // Sent again after it ended, it is the same act.
    let again = state.store().resolve(form.id).await?.is_some();
    if (again || !form.is_refused()) && !form.fields.is_resumed() {
        form.refusals.clear();
        let outcome = form.value("outcome").to_owned();
        let event = PatientEvent::ObservationEnded { line, outcome };
        let steps = vec![Step::Event { event, happened: chart.page.now }];
        if chart.record(&state, &mut form, steps).await?.is_some() {
            let back = format!("/patients/{}/observation", chart.patient.id);
            return Ok(Redirect::to(&back).into_response());
        }
    }
    Ok((StatusCode::UNPROCESSABLE_ENTITY, show(&page(&chart, form)?)?).into_response())
}
