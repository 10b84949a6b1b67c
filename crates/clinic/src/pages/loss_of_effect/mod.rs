//! The guide through a loss of effect: begin, one step after the other with what was found, the signs, the end.

mod view;

use crate::bedside::required_amount;
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::page::show;
use crate::patient::Chart;
use crate::state::AppState;
use crate::when::When;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use practice::Step as Act;
use practice::access::Right;
use practice::path::guide::Event;
use practice::patient::PatientEvent;
use quantity::Volume;
use serde::Deserialize;
use serde_json::{Value, json};
use therapy::pathway::loss_of_effect::{Cause, Done, Facts, Found, Sign, Step, Why, may, port_closed};
use twin::of;
use view::GuidePage;

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/patients/{id}/loss-of-effect", get(ask))
        .route("/patients/{id}/loss-of-effect/begin", post(begin))
        .route("/patients/{id}/loss-of-effect/step", post(step))
        .route("/patients/{id}/loss-of-effect/signs", post(signs))
        .route("/patients/{id}/loss-of-effect/end", post(end))
}

/// Which step somebody wants to record.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    step: String,
}

fn back(chart: &Chart) -> Response {
    Redirect::to(&format!("/patients/{}/loss-of-effect", chart.patient.id)).into_response()
}

async fn shown(
    state: &AppState,
    chart: &Chart,
    form: Form,
    chosen: Option<Step>,
) -> Result<Response, PageError> {
    let status = if form.is_refused() || !form.moved.is_empty() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let names = crate::pages::timeline::names(state).await?;
    let page = GuidePage::new(chart, &names, form, chosen)?;
    Ok((status, show(&page)?).into_response())
}

async fn ask(
    State(state): State<AppState>,
    Query(asked): Query<Asked>,
    chart: Chart,
) -> Result<Response, PageError> {
    let form = chart.form(&state).at("at", chart.page.now, &chart.page);
    shown(&state, &chart, form, Step::by_id(&asked.step)).await
}

/// The signs that are ticked; that there are none has to be said.
fn ticked(form: &mut Form) -> Vec<String> {
    let signs: Vec<String> = form.fields.all("signs").map(str::to_owned).collect();
    let none = signs.iter().any(|sign| sign == "none");
    let signs: Vec<String> = signs.into_iter().filter(|sign| Sign::by_id(sign).is_some()).collect();
    match (none, signs.is_empty()) {
        (true, false) => form.refuse("signs", "Either a sign is there, or none: untick one of the two"),
        (false, true) => form.refuse("signs", "Tick every sign that is there, or that none is"),
        _ => {}
    }
    signs
}

async fn record(
    state: &AppState,
    chart: &Chart,
    mut form: Form,
    acts: Vec<Act>,
    chosen: Option<Step>,
) -> Result<Response, PageError> {
    // Sent again after it was recorded, it is the same act, whatever has become possible since.
    if state.store().resolve(form.id).await?.is_some() {
        form.refusals.clear();
    }
    if !form.is_refused()
        && !form.fields.is_resumed()
        && chart.record(state, &mut form, acts).await?.is_some()
    {
        return Ok(back(chart));
    }
    shown(state, chart, form, chosen).await
}

fn event(event: Event, happened: i64) -> Act {
    Act::Event { event: PatientEvent::LossOfEffect(event), happened }
}

async fn begin(State(state): State<AppState>, chart: Chart, fields: Fields) -> Result<Response, PageError> {
    chart.actor.require(Right::RecordReports)?;
    let mut form = Form::posted(fields)?;
    let why = form.required("why", "Say what has changed, and since when");
    let signs = ticked(&mut form);
    let acts = vec![event(Event::Begun { why, signs }, chart.page.now)];
    record(&state, &chart, form, acts, None).await
}

async fn signs(State(state): State<AppState>, chart: Chart, fields: Fields) -> Result<Response, PageError> {
    chart.actor.require(Right::RecordReports)?;
    let mut form = Form::posted(fields)?;
    let signs = ticked(&mut form);
    let note = form.value("signs.note").to_owned();
    let acts = vec![event(Event::Signs { signs, note }, chart.page.now)];
    record(&state, &chart, form, acts, None).await
}

async fn end(State(state): State<AppState>, chart: Chart, fields: Fields) -> Result<Response, PageError> {
    chart.actor.require(Right::RecordReports)?;
    let mut form = Form::posted(fields)?;
    let cause = form.value("cause").to_owned();
    if Cause::by_id(&cause).is_none() {
        form.refuse("cause", "Choose the cause, or that it was not found");
    }
    let plan = form.required("plan", "Say what is done now, by whom and by when");
    let reason = form.value("reason").to_owned();
    let acts = vec![event(Event::Ended { cause, plan, reason }, chart.page.now)];
    record(&state, &chart, form, acts, None).await
}

/// What had been done and was known at a time, in seconds since 1970.
pub(super) fn known(chart: &Chart, at: i64) -> Result<Option<(Vec<Done>, Facts)>, PageError> {
    let Some(guide) = chart.patient.path.guides.open() else { return Ok(None) };
    let stand = chart.patient.stand(&chart.rules, at).map_err(|error| PageError::Fault(error.to_string()))?;
    let facts = chart.patient.guide_facts(guide, &stand, &chart.rules, at);
    Ok(Some((chart.patient.done_of(guide, at), facts)))
}

/// What a step is as a line of the course; what is wrong is said beside the fields.
fn line(
    chart: &Chart,
    form: &mut Form,
    step: Step,
    found: Option<Found>,
    at: &When,
    closed: Option<Why>,
) -> Result<Option<Value>, PageError> {
    let inject = |form: &mut Form, closed: Option<Why>| {
        let what = form.required("what", "Say what was injected, and how much");
        json!({ "at": at.text, "injected": { "what": what, "aspirated-first": closed.is_none(),
            "catheter-holds": "contrast" } })
    };
    Ok(Some(match step {
        Step::Interrogate => {
            let running = form.value("running").to_owned();
            if !matches!(running.as_str(), "yes" | "no") {
                form.refuse("running", "Say whether the pump was seen running");
            }
            if running == "no" && found == Some(Found::PumpInOrder) {
                form.refuse("running", "A pump that does not run is not in order");
            }
            if running == "yes" && found == Some(Found::PumpStopped) {
                form.refuse("running", "It was found not running, and was seen running: which of the two?");
            }
            json!({ "at": at.text, "interrogated": { "running": running == "yes" } })
        }
        Step::Aspirate => {
            let volume: Option<Volume> = required_amount(form, "volume", "mL", "What came");
            let stand = chart.stand()?;
            let catheter = stand.course.catheter.map(|catheter| of(catheter.volume));
            if let (Some(volume), Some(found)) = (volume, found) {
                let holds = catheter.as_ref().map(|catheter| of(volume.quotient()) >= *catheter);
                let shown = catheter.as_ref().map(|holds| therapy::Value::Volume(holds.clone()).to_string());
                let shown = shown.unwrap_or_default();
                match (found, holds) {
                    (Found::CameFreely, Some(false)) => form.refuse(
                        "volume",
                        format!("The catheter holds {shown}: less came, so that drug is left in it"),
                    ),
                    (Found::CamePartly, Some(true)) => {
                        form.refuse("volume", format!("The catheter holds {shown}: all of that came"));
                    }
                    (Found::NothingCame, _) if !volume.is_zero() => {
                        form.refuse("volume", "Nothing came: then this is 0");
                    }
                    _ => {}
                }
            }
            let volume = crate::bedside::with_unit(form.value("volume"), "mL");
            json!({ "at": at.text, "aspirated": { "volume": volume } })
        }
        Step::Contrast => inject(form, closed),
        Step::Nuclear => match form.value("through") {
            "port" => inject(form, closed),
            "reservoir" => return Ok(None),
            _ => {
                form.refuse("through", "Say through which port it was given");
                return Ok(None);
            }
        },
        _ => return Ok(None),
    }))
}

async fn step(State(state): State<AppState>, chart: Chart, fields: Fields) -> Result<Response, PageError> {
    chart.actor.require(Right::RecordReports)?;
    let mut form = Form::posted(fields)?;
    let step = Step::by_id(form.value("step")).ok_or(PageError::NotFound)?;
    let found = Found::by_id(step, form.value("found"));
    if found.is_none() {
        form.refuse("found", "Say what was found");
    }
    let Some(at) = form.when("at", &chart.page) else {
        return record(&state, &chart, form, Vec::new(), Some(step)).await;
    };
    let Some((done, facts)) = known(&chart, at.unix)? else {
        form.refuse("", "No guide is open: begin one first.");
        return record(&state, &chart, form, Vec::new(), None).await;
    };
    let port = port_closed(&done, &facts);
    let through = step == Step::Nuclear && form.is("through", "port");
    let why = may(step, &done, &facts).or(port.filter(|_| through)).filter(|why| *why != Why::LineHoldsDrug);
    let all_the_same = why.is_some() && form.is("all-the-same", "yes");
    if let Some(why) = why.filter(|_| !all_the_same) {
        form.refuse(
            "all-the-same",
            format!("{} {} If it was done, tick below and say why.", why.says(), why.instead()),
        );
    }
    if all_the_same && form.value("note").is_empty() {
        form.refuse("note", "Say why it was done all the same, and how the patient was");
    }
    let line = line(&chart, &mut form, step, found, &at, port)?;
    let mut acts: Vec<Act> = line.into_iter().map(|line| Act::Report { line }).collect();
    acts.push(event(
        Event::Step {
            step: step.id().to_owned(),
            at: at.unix,
            found: form.value("found").to_owned(),
            note: form.value("note").to_owned(),
            all_the_same,
        },
        at.unix,
    ));
    record(&state, &chart, form, acts, Some(step)).await
}
