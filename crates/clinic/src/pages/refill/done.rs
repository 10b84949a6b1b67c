//! After a refill: the new dates, what the programmer must be told, what comes next, and the next visit.

use super::path::{Waiting, waiting};
use super::record::dates;
use crate::banner::Banner;
use crate::bedside::{Told, tenths};
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::page::{Page, show};
use crate::patient::Chart;
use crate::state::AppState;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use practice::Step;
use serde_json::{Value as Json, json};
use therapy::{Rule, Value};

#[derive(Template)]
#[template(path = "refill/done.html")]
struct DonePage {
    page: Page,
    banner: Banner,
    part: &'static str,
    form: Form,
    title: String,
    at: String,
    dates: Vec<(&'static str, String)>,
    /// What must be typed into the programmer: field, value.
    programmer: Vec<(&'static str, String)>,
    /// Orders to enter and to confirm: name, words.
    waiting: Vec<(String, String)>,
    /// The strengths before and now, if they differ and no order waits.
    strength_changed: Option<(String, String)>,
    told: Vec<Told>,
    observe_until: Option<String>,
    latest: Option<String>,
    visit: Option<String>,
}

/// What follows from the last fill.
async fn page(chart: &Chart, mut form: Form) -> Result<Option<DonePage>, PageError> {
    let placed = chart
        .patient
        .lines
        .iter()
        .rev()
        .find(|placed| placed.stands && placed.line.line.get("filled").is_some());
    let Some(placed) = placed else { return Ok(None) };
    let line = &placed.line.line;
    let stand = chart.stand()?;
    let course = &stand.course;
    let event = chart.patient.file.events.iter().find(|event| event.id == placed.line.id);
    let waits: Vec<Waiting> = waiting(&stand);
    let told_strength = course.running().map(|running| running.concentration);
    let filled_strength = course.reservoir.as_ref().map(|reservoir| reservoir.concentration);
    let strength_changed = told_strength.zip(filled_strength).filter(|(told, filled)| told != filled);
    let words = |strength| Value::concentration(strength).to_string();
    let mut programmer = Vec::new();
    if let Some(reservoir) = &course.reservoir {
        programmer.push(("Reservoir volume", tenths(&twin::of(reservoir.fill.quotient()))));
        programmer.push(("Drug strength", words(reservoir.concentration)));
        programmer.push(("Low-reservoir alarm volume", Value::volume(course.alarm_volume).to_string()));
    }
    let outlook = stand.outlook.as_ref();
    let by = outlook.and_then(|outlook| outlook.forecast.refill_by).map(|by| by.date);
    if form.value("visit.on").is_empty()
        && !form.is_refused()
        && let Some(by) = by
    {
        form = form.with("visit.on", by.to_string());
    }
    let observe = chart.rules.protocol.refill.observe.value.seconds();
    let until = event.map(|event| event.at.unix.saturating_add(i64::try_from(observe).unwrap_or(i64::MAX)));
    let ended = chart.patient.observed.contains(&placed.line.id);
    let said = placed.line.judged.findings.iter().filter(|said| said.level != "note");
    let told = said.filter_map(Told::said).filter(|told| told.rule != Rule::Observe.about().id).collect();
    let text = |pointer: &str| line.pointer(pointer).and_then(Json::as_str).unwrap_or_default();
    Ok(Some(DonePage {
        page: chart.page.clone(),
        banner: chart.banner(),
        part: "refill",
        title: practice::patient::people(text("/filled/volume")),
        at: event.map(|event| chart.page.moment(event.at.unix)).unwrap_or_default(),
        dates: outlook.map(dates).unwrap_or_default(),
        programmer,
        waiting: waits.iter().map(|one| (one.name.clone(), one.words(&chart.rules))).collect(),
        strength_changed: strength_changed.map(|(told, filled)| (words(told), words(filled))),
        told,
        observe_until: until.filter(|_| !ended).map(|until| chart.page.moment(until)),
        latest: by.map(therapy::date_in_words),
        visit: course.next_visit.map(therapy::date_in_words),
        form,
    }))
}

pub(super) async fn done(State(state): State<AppState>, chart: Chart) -> Result<Response, PageError> {
    let form = chart.form(&state);
    match page(&chart, form).await? {
        Some(page) => Ok(show(&page)?.into_response()),
        None => Err(PageError::NotFound),
    }
}

/// Books the next visit; whoever sees patients may. One that is too late is refused once, and booked if the person insists: it is a fact then.
pub(super) async fn book(
    State(state): State<AppState>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    let on = form.day("visit.on");
    let resumed = form.fields.is_resumed();
    if let Some(on) = on.filter(|_| !resumed) {
        let by = chart.summary.refill_by;
        if on < chart.today() {
            form.refuse("visit.on", "This day has passed");
        } else if let Some(by) = by.filter(|by| on > *by && !form.is("visit-late", "yes")) {
            let by = therapy::date_in_words(by);
            form.refuse(
                "visit.on",
                format!("This is later than the refill must be ({by}): choose that day or an earlier one, or tick below that it is booked so all the same"),
            );
        }
        if !form.is_refused() {
            let at = crate::when::written(chart.page.now, &chart.page.zone);
            let line = json!({ "at": at, "visit": { "on": on.to_string() } });
            if chart.record(&state, &mut form, vec![Step::Report { line }]).await?.is_some() {
                let back = form.value("back");
                let back = if back == "attendance" { "attendance" } else { "refill/done" };
                return Ok(Redirect::to(&format!("/patients/{}/{back}", chart.patient.id)).into_response());
            }
        }
    }
    let Some(page) = page(&chart, form).await? else { return Err(PageError::NotFound) };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, show(&page)?).into_response())
}
