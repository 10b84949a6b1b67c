//! Imaging: planned, done, and the check of this pump model after it.

use crate::banner::Banner;
use crate::bedside::{Cited, facts, source_of};
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
use axum::routing::{get, post};
use catalogue::{MriRule, MriStatus};
use jiff::civil::Date;
use practice::Step;
use practice::access::Right;
use practice::patient::PatientEvent;
use practice::rules::Rules;
use serde_json::json;
use therapy::act::{Act, Report};

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/patients/{id}/mri", get(ask))
        .route("/patients/{id}/mri/plan", post(plan))
        .route("/patients/{id}/mri/done", post(done))
        .route("/patients/{id}/mri/checked", post(checked))
}

/// What this pump model asks for.
struct Asked {
    before: Vec<String>,
    after: Vec<String>,
    source: String,
    /// What is known: name and value with its source.
    known: Vec<(&'static str, Cited)>,
    facts: Vec<Cited>,
    is_unsafe: bool,
}

fn asked(rules: &Rules, rule: &MriRule) -> Asked {
    let mut known = Vec::new();
    let mut put =
        |name: &'static str, text: String, source: String| known.push((name, Cited { text, source }));
    if let Some(field) = &rule.field_tesla_max {
        let note = field.note.as_ref().map(|note| format!(" ({note})")).unwrap_or_default();
        let tesla = twin::ratio(field.value.numerator().into(), field.value.denominator().into());
        let text = format!("{}\u{a0}T{note}", therapy::decimal(&tesla, 3));
        put("Strongest field", text, source_of(rules, field.grade, &field.source));
    }
    let flags = [
        ("Empty the reservoir first", &rule.empty_first),
        ("Interrogate afterwards", &rule.interrogate_after),
        ("Reset the valve by hand afterwards", &rule.reset_valve_after),
    ];
    for (name, flag) in flags {
        let text = match flag.checked() {
            Some(true) => "yes",
            Some(false) => "no",
            None => "not found for this pump",
        };
        put(name, text.to_owned(), source_of(rules, flag.grade, &flag.source));
    }
    if let Some(delay) = &rule.restart_delay_hours {
        put(
            "The motor may run again only after",
            delay.value.clone(),
            source_of(rules, delay.grade, &delay.source),
        );
    }
    if let Some(volume) = &rule.residual_discharge {
        let text = therapy::Value::volume(volume.value).to_string();
        put("At most discharged in the field", text, source_of(rules, volume.grade, &volume.source));
    }
    for status in &rule.status {
        let region = status.region.as_deref().unwrap_or("region not named");
        let word = match status.status.value {
            MriStatus::Conditional => "conditional",
            MriStatus::Unsafe => "MR Unsafe",
        };
        let source = source_of(rules, status.status.grade, &status.status.source);
        put("Labelling", format!("{word} ({region})"), source);
    }
    Asked {
        before: rule.before.clone(),
        after: rule.after.clone(),
        source: source_of(rules, rule.grade, &rule.sources),
        known,
        facts: facts(rules, &rule.facts),
        is_unsafe: rule.status.iter().any(|region| region.status.checked() == Some(&MriStatus::Unsafe)),
    }
}

#[derive(Template)]
#[template(path = "mri/mri.html")]
struct MriPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    form: Form,
    has_pump: bool,
    pump: String,
    asked: Option<Asked>,
    planned: Option<(String, String)>,
    open: bool,
    history: Vec<(String, String)>,
}

impl MriPage {
    fn may_record(&self) -> bool {
        self.page.may(Right::RecordReports)
    }
}

fn page(chart: &Chart, form: Form) -> Result<MriPage, PageError> {
    let stand = chart.stand()?;
    let course = &stand.course;
    let profile = course.profile;
    let rule = profile.and_then(|profile| profile.mri.as_ref());
    let history = chart.patient.entries.iter().rev().filter_map(|entry| match &entry.event {
        PatientEvent::MriPlanned { .. } if entry.stands() => {
            Some((chart.page.moment(entry.happened), entry.title()))
        }
        PatientEvent::Line(line)
            if entry.stands()
                && (line.line.get("mri").is_some() || line.line.get("mri-checked").is_some()) =>
        {
            let running = line.line.pointer("/mri-checked/running").and_then(serde_json::Value::as_bool);
            let seen = running.map_or("", |running| if running { ": running" } else { ": not running" });
            Some((chart.page.moment(entry.happened), format!("{}{seen}", entry.title())))
        }
        _ => None,
    });
    let history: Vec<(String, String)> = history.collect();
    // Imaging on the planned day or later was that imaging.
    let waits = |on: Date| {
        let begins = practice::worklist::day_begins(on, &chart.page.zone);
        let mut events = chart.patient.file.events.iter();
        !events.any(|event| matches!(event.act, Act::Report(Report::Mri)) && event.at.unix >= begins)
    };
    Ok(MriPage {
        page: chart.page.clone(),
        banner: chart.banner(),
        part: "mri",
        has_pump: chart.patient.has_pump(),
        pump: profile.map(|profile| profile.name.clone()).unwrap_or_default(),
        asked: rule.map(|rule| asked(&chart.rules, rule)),
        planned: chart
            .patient
            .mri_planned
            .as_ref()
            .filter(|(on, _)| *on >= chart.today() && waits(*on))
            .map(|(on, note)| (therapy::date_in_words(*on), note.clone())),
        open: course.mri_open,
        history,
        form,
    })
}

fn again(chart: &Chart, form: Form) -> Result<Response, PageError> {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, show(&page(chart, form)?)?).into_response())
}

fn back(chart: &Chart) -> Response {
    Redirect::to(&format!("/patients/{}/mri", chart.patient.id)).into_response()
}

async fn ask(State(state): State<AppState>, chart: Chart) -> Result<Response, PageError> {
    let form = chart.form(&state).at("at", chart.page.now, &chart.page);
    Ok(show(&page(&chart, form)?)?.into_response())
}

/// Imaging is planned.
async fn plan(State(state): State<AppState>, chart: Chart, fields: Fields) -> Result<Response, PageError> {
    chart.actor.require(Right::RecordReports)?;
    let mut form = Form::posted(fields)?;
    let on = form.day("planned.on");
    if on.is_some_and(|on| on < chart.today()) {
        form.refuse("planned.on", "This day has passed: record the imaging as done");
    }
    let note =
        form.required("planned.note", "Field strength and where, such as \"1.5 T, spine, house North\"");
    if let Some(on) = on
        && !form.is_refused()
        && !form.fields.is_resumed()
    {
        let event = PatientEvent::MriPlanned { on, note };
        let steps = vec![Step::Event { event, happened: chart.page.now }];
        if chart.record(&state, &mut form, steps).await?.is_some() {
            return Ok(back(&chart));
        }
    }
    again(&chart, form)
}

/// Imaging was done: the check of this pump is open from now on.
async fn done(State(state): State<AppState>, chart: Chart, fields: Fields) -> Result<Response, PageError> {
    line(&state, &chart, fields, |_, at| Some(json!({ "at": at, "mri": {} }))).await
}

/// The check of this pump model after imaging.
async fn checked(State(state): State<AppState>, chart: Chart, fields: Fields) -> Result<Response, PageError> {
    let checked = |form: &mut Form, at: &str| {
        let running = match form.value("running") {
            "yes" => true,
            "no" => false,
            _ => {
                form.refuse("running", "Say whether the pump was seen running");
                return None;
            }
        };
        if running && !form.is("all-done", "yes") {
            form.refuse("all-done", "Do every step of the list for this pump, then say so");
            return None;
        }
        Some(json!({ "at": at, "mri-checked": { "running": running } }))
    };
    line(&state, &chart, fields, checked).await
}

async fn line(
    state: &AppState,
    chart: &Chart,
    fields: Fields,
    make: impl Fn(&mut Form, &str) -> Option<serde_json::Value>,
) -> Result<Response, PageError> {
    chart.actor.require(Right::RecordReports)?;
    let mut form = Form::posted(fields)?;
    if !form.fields.is_resumed()
        && let Some(when) = form.when("at", &chart.page)
    {
        if when.unix > chart.page.now {
            form.refuse("at", "This lies in the future");
        } else if let Some(line) = make(&mut form, &when.text)
            && chart.record(state, &mut form, vec![Step::Report { line }]).await?.is_some()
        {
            return Ok(back(chart));
        }
    }
    again(chart, form)
}
