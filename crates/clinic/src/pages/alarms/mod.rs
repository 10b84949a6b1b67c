//! "It beeps": questions for the nurse or doctor on the phone, how urgent it is and what to do, and the record of the call.

pub(crate) mod questions;

use crate::Banner;
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::page::{Page, Section, show};
use crate::pages::contacts::{self, Now};
use crate::pages::emergency::words::{self, Text};
use crate::pages::emergency::{Facts, Model, facts, models, sheet};
use crate::patient::Chart;
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use practice::Step;
use practice::access::{Actor, Right};
use practice::account;
use practice::patient::{Contact, PatientEvent};
use practice::summary::Flow;
use practice::triage::Delivery;
use questions::{Choices, Outcome, Tone};
use record::Id;
use serde::Deserialize;
use serde_json::json;
use std::collections::BTreeMap;
use therapy::Rule;

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/patients/{id}/it-beeps", get(ask).post(answered))
        .route("/emergency/it-beeps", get(ask_unknown).post(answered_unknown))
}

/// A call, as the log shows it.
struct Call {
    version: u64,
    at: String,
    about: String,
    with: String,
    by: String,
    outcome: String,
    reached: bool,
    answers: Vec<(String, String)>,
}

/// How many calls the log shows.
const CALLS_MAX: usize = 30;

#[derive(Template)]
#[template(path = "alarms/patient.html")]
struct PatientPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    form: Form,
    action: String,
    choices: Choices,
    tones: Vec<Tone>,
    facts: Option<Facts>,
    call: Option<Now>,
    outcome: Option<Outcome>,
    text: Text,
    calls: Vec<Call>,
    recorded: bool,
    /// Whether the call also becomes an alarm of the pump.
    alarm: bool,
    may_record: bool,
    records: bool,
}

#[derive(Template)]
#[template(path = "alarms/unknown.html")]
struct UnknownPage {
    page: Page,
    form: Form,
    action: String,
    choices: Choices,
    tones: Vec<Tone>,
    models: Vec<Model>,
    facts: Option<Facts>,
    call: Option<Now>,
    outcome: Option<Outcome>,
    text: Text,
    records: bool,
    alarm: bool,
    may_record: bool,
}

#[derive(Debug, Default, Deserialize)]
struct Asked {
    #[serde(default)]
    recorded: bool,
    #[serde(default)]
    pump: String,
}

/// Open findings with which it is not sure that drug flows.
const DOUBTS: [Rule; 4] = [Rule::AlarmCritical, Rule::NotRunning, Rule::StoppedTooLong, Rule::Empty];

/// What the record says of delivery; doubtful wherever it is not sure that drug flows.
pub(crate) fn delivery(chart: &Chart) -> Result<Delivery, PageError> {
    let (summary, today) = (&chart.summary, chart.today());
    let open = chart.stand()?.open.iter().any(|open| DOUBTS.contains(&open.rule));
    Ok(match summary.flow {
        Flow::NoPump | Flow::Explanted => Delivery::NoRecord,
        Flow::Running
            if !open
                && summary.unconfirmed == 0
                && summary.early_empty_on.is_none_or(|early| today < early)
                && summary.empty_on.is_none_or(|empty| today < empty) =>
        {
            Delivery::Flows
        }
        _ => Delivery::Doubtful,
    })
}

const fn delivery_words(delivery: Delivery) -> &'static str {
    match delivery {
        Delivery::Flows => "the pump runs and holds drug",
        Delivery::Doubtful => {
            "not sure that drug flows: stopped, possibly empty, alarm open, or not known what it runs"
        }
        Delivery::NoRecord => "no pump on this record",
    }
}

async fn shown(
    state: &AppState,
    chart: &Chart,
    form: Form,
    outcome: Option<Outcome>,
    recorded: bool,
) -> Result<Response, PageError> {
    let settings = state.settings().await?;
    let stand = chart.stand()?;
    let sheet = sheet::sheet(chart, &stand, &settings)?;
    let status = if form.is_refused() || !form.moved.is_empty() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let profile = stand.course.profile.filter(|_| chart.patient.has_pump());
    let banner = chart.banner();
    let page = PatientPage {
        part: "it-beeps",
        action: banner.address("it-beeps"),
        choices: questions::choices(),
        tones: questions::tones(profile),
        text: words::text(profile.map(|pump| pump.id.as_str()))?,
        facts: Some(facts(chart, &stand, &sheet)),
        call: contacts::now(&settings, &settings.zone(), chart.page.now),
        calls: calls(state, chart).await?,
        alarm: chart.patient.has_pump() && chart.actor.may(Right::RecordReports),
        may_record: chart.actor.may(Right::RecordReports),
        records: true,
        outcome,
        recorded,
        form,
        banner,
        page: chart.page.clone(),
    };
    Ok((status, show(&page)?).into_response())
}

/// Calls of this patient, the last first.
async fn calls(state: &AppState, chart: &Chart) -> Result<Vec<Call>, PageError> {
    let mut names: BTreeMap<Id, String> = BTreeMap::new();
    let mut calls = Vec::new();
    for entry in chart.patient.entries.iter().rev().filter(|entry| entry.stands()) {
        let PatientEvent::Contact(contact) = &entry.event else { continue };
        if calls.len() >= CALLS_MAX {
            break;
        }
        let by = match entry.by {
            None => "thecal".to_owned(),
            Some(id) => {
                if let Some(name) = names.get(&id) {
                    name.clone()
                } else {
                    let account = account::load(state.store(), id).await?;
                    let name = account.map_or_else(|| "not known".to_owned(), |account| account.name);
                    names.insert(id, name.clone());
                    name
                }
            }
        };
        calls.push(Call {
            version: entry.version,
            at: chart.page.moment(entry.happened),
            about: contact.about.clone(),
            with: contact.with.clone(),
            by,
            outcome: contact.outcome.clone(),
            reached: contact.reached,
            answers: contact.answers.clone(),
        });
    }
    Ok(calls)
}

async fn ask(
    State(state): State<AppState>,
    chart: Chart,
    asked: Result<Query<Asked>, QueryRejection>,
) -> Result<Response, PageError> {
    let form = chart.form(&state).at("at", chart.page.now, &chart.page);
    let recorded = asked.is_ok_and(|asked| asked.0.recorded);
    shown(&state, &chart, form, None, recorded).await
}

async fn answered(
    State(state): State<AppState>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    if form.fields.is_resumed() {
        return shown(&state, &chart, form, None, false).await;
    }
    let here = chart.patient.has_pump();
    let profile = chart.summary.pump_id.as_ref().filter(|_| here);
    let profile = profile.and_then(|id| chart.rules.catalogue.pump(id));
    let delivery = delivery(&chart)?;
    let answers = questions::answers(&mut form, questions::tones_known(profile), delivery);
    let outcome = match &answers {
        Some(answers) => Some(questions::outcome(answers, &chart.rules.catalogue)?),
        None => None,
    };
    if form.value("act") != "record" {
        // Who has a caller on the phone does not type what time it is.
        if form.value("at").is_empty() && form.value("at.time").is_empty() {
            form = form.at("at", chart.page.now, &chart.page);
        }
        return shown(&state, &chart, form, outcome, false).await;
    }
    // What is recorded is what was read: other answers may be more urgent. A record that has moved on is told by the door.
    let current = form.expected == chart.patient.version;
    if current && outcome.as_ref().is_some_and(|told| told.judged != form.value("judged")) {
        form.refuse(
            "result",
            "Not recorded yet: by these answers and the record as it is now, this is the result. Read it, then record the call",
        );
    }
    let at = form.when("at", &chart.page);
    let with = form.required("with", "Say who called and how, such as \"mother, by phone\"");
    let agreed = form.required("outcome", "Say what was agreed");
    let (false, Some(told), Some(at)) = (form.is_refused(), &outcome, at) else {
        return shown(&state, &chart, form, outcome, false).await;
    };
    let contact = Contact {
        about: "alarm".to_owned(),
        with,
        reached: true,
        answers: questions::kept(&form, told, delivery_words(delivery)),
        outcome: agreed,
    };
    let mut steps = Vec::new();
    if here && chart.actor.may(Right::RecordReports) {
        let mut alarm = serde_json::Map::new();
        if form.value("sound") != "not-sure" {
            alarm.insert("sound".to_owned(), json!(form.value("sound")));
        }
        if !form.value("kind").is_empty() {
            alarm.insert("kind".to_owned(), json!(form.value("kind")));
        }
        steps.push(Step::Report { line: json!({ "at": at.text, "alarm": alarm }) });
    }
    steps.push(Step::Event { event: PatientEvent::Contact(contact), happened: at.unix });
    if chart.record(&state, &mut form, steps).await?.is_some() {
        let to = format!("{}?recorded=true", chart.banner().address("it-beeps"));
        return Ok(Redirect::to(&to).into_response());
    }
    shown(&state, &chart, form, outcome, false).await
}

async fn shown_unknown(
    state: &AppState,
    page: Page,
    form: Form,
    pump: &str,
    outcome: Option<Outcome>,
) -> Result<Response, PageError> {
    let settings = state.settings().await?;
    let rules = state.rules().await?;
    let profile = rules.catalogue.pump(pump);
    let status = if form.is_refused() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let shown = UnknownPage {
        action: "/emergency/it-beeps".to_owned(),
        choices: questions::choices(),
        tones: questions::tones(profile),
        models: models(state, pump).await?,
        facts: None,
        call: contacts::now(&settings, &settings.zone(), page.now),
        text: words::text(profile.map(|pump| pump.id.as_str()))?,
        outcome,
        records: false,
        alarm: false,
        may_record: false,
        form,
        page: page.at(Section::Emergency),
    };
    Ok((status, show(&shown)?).into_response())
}

async fn ask_unknown(
    State(state): State<AppState>,
    _: Actor,
    page: Page,
    asked: Result<Query<Asked>, QueryRejection>,
) -> Result<Response, PageError> {
    let pump = asked.map(|asked| asked.0.pump).unwrap_or_default();
    let form = Form::new(&state, 0).with("pump", pump.clone());
    shown_unknown(&state, page, form, &pump, None).await
}

async fn answered_unknown(
    State(state): State<AppState>,
    _: Actor,
    page: Page,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    let pump = form.value("pump").to_owned();
    if form.fields.is_resumed() {
        return shown_unknown(&state, page, form, &pump, None).await;
    }
    let rules = state.rules().await?;
    let known = questions::tones_known(rules.catalogue.pump(&pump));
    let outcome = match questions::answers(&mut form, known, Delivery::NoRecord) {
        Some(answers) => Some(questions::outcome(&answers, &rules.catalogue)?),
        None => None,
    };
    shown_unknown(&state, page, form, &pump, outcome).await
}
