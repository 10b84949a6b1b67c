//! One medicine: begun, changed, weaned, stopped; and an allergy refuted.

use crate::Banner;
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::page::{Page, show};
use crate::patient::Chart;
use crate::state::AppState;
use crate::when::day_of;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use practice::Step;
use practice::access::Right;
use practice::patient::{Allergies, Medicine, MedicineKind, PatientEvent, WeaningStep};
use std::collections::HashMap;

/// Rows of the weaning plan in the form.
const STEPS: std::ops::RangeInclusive<u8> = 1..=8;

#[derive(Template)]
#[template(path = "medicines/medicine.html")]
struct MedicinePage {
    page: Page,
    banner: Banner,
    part: &'static str,
    form: Form,
    title: String,
    action: String,
    is_new: bool,
}

impl MedicinePage {
    fn kinds(&self) -> [(&'static str, &'static str); 3] {
        MedicineKind::WORDS.map(|(word, _, words)| (word, words))
    }

    fn steps(&self) -> std::ops::RangeInclusive<u8> {
        STEPS
    }
}

#[derive(Template)]
#[template(path = "medicines/reason.html")]
struct ReasonPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    form: Form,
    title: String,
    action: String,
    button: &'static str,
    with_day: bool,
}

fn status(form: &Form) -> StatusCode {
    if form.is_refused() || !form.moved.is_empty() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    }
}

/// The medicine in the path, still taken.
fn known<'a>(chart: &'a Chart, path: &HashMap<String, String>) -> Result<&'a Medicine, PageError> {
    let id = path.get("medicine").ok_or(PageError::NotFound)?;
    let taken = chart.patient.medicines.iter().find(|taken| taken.medicine.id == *id);
    taken.filter(|taken| taken.stopped.is_none()).map(|taken| &taken.medicine).ok_or(PageError::NotFound)
}

fn medicine_page(chart: &Chart, form: Form, known: Option<&Medicine>) -> Result<Response, PageError> {
    let banner = chart.banner();
    let (title, last) = match known {
        Some(medicine) => (format!("Change {}", medicine.name), medicine.id.as_str()),
        None => ("New medicine".to_owned(), "new"),
    };
    let action = format!("{}/{last}", banner.address("medicines"));
    let is_new = known.is_none();
    let page = chart.page.clone();
    let status = status(&form);
    let shown = MedicinePage { page, banner, part: "medicines", form, title, action, is_new };
    Ok((status, show(&shown)?).into_response())
}

pub(super) async fn ask_new(State(state): State<AppState>, chart: Chart) -> Result<Response, PageError> {
    chart.actor.require(Right::RecordReports)?;
    medicine_page(&chart, chart.form(&state), None)
}

pub(super) async fn ask(
    State(state): State<AppState>,
    Path(path): Path<HashMap<String, String>>,
    chart: Chart,
) -> Result<Response, PageError> {
    chart.actor.require(Right::RecordReports)?;
    let medicine = known(&chart, &path)?;
    let word =
        MedicineKind::WORDS.iter().find(|(_, kind, _)| *kind == medicine.is).map_or("", |(word, ..)| word);
    let mut form = chart
        .form(&state)
        .with("name", medicine.name.clone())
        .with("is", word)
        .with("dose", medicine.dose.clone())
        .with("since", medicine.since.map(|day| day.to_string()).unwrap_or_default());
    for (step, row) in medicine.weaning.iter().zip(STEPS) {
        form = form
            .with(&format!("from-{row}"), step.from.to_string())
            .with(&format!("step-{row}"), step.dose.clone());
    }
    medicine_page(&chart, form, Some(medicine))
}

/// The medicine in the form; what is wrong is said beside the fields.
fn read(form: &mut Form, id: String) -> Option<Medicine> {
    let name = form.required("name", "Give the generic name");
    let dose = form.required("dose", "Give dose and times in words");
    let reason = form.required("reason", "Say why");
    let kind =
        MedicineKind::WORDS.iter().find(|(word, ..)| *word == form.value("is")).map(|(_, kind, _)| *kind);
    if kind.is_none() {
        form.refuse("is", "Choose what it is to this therapy");
    }
    let since = day_of(form.value("since"));
    if since.is_none() && !form.value("since").is_empty() {
        form.refuse(
            "since",
            "Give the day with the month in letters, such as 22 March 2026, or leave it empty",
        );
    }
    let mut weaning: Vec<WeaningStep> = Vec::new();
    for row in STEPS {
        let (from, dose) = (format!("from-{row}"), form.value(&format!("step-{row}")).to_owned());
        match (form.value(&from).is_empty(), dose.is_empty()) {
            (true, true) => {}
            (false, true) => form.refuse(&format!("step-{row}"), "Say what is taken from this day on"),
            (_, false) => {
                if let Some(from_day) = form.day(&from) {
                    if weaning.last().is_some_and(|last| last.from >= from_day) {
                        form.refuse(&from, "Each step begins after the one before");
                    }
                    weaning.push(WeaningStep { from: from_day, dose });
                }
            }
        }
    }
    let is = kind.filter(|_| !form.is_refused())?;
    Some(Medicine { id, name, is, dose, since, weaning, reason })
}

async fn recorded(
    state: &AppState,
    chart: &Chart,
    form: &mut Form,
    event: Option<PatientEvent>,
) -> Result<Option<Response>, PageError> {
    let Some(event) = event.filter(|_| !form.is_refused() && !form.fields.is_resumed()) else {
        return Ok(None);
    };
    let step = Step::Event { event, happened: chart.page.now };
    let done = chart.record(state, form, vec![step]).await?;
    Ok(done.map(|_| Redirect::to(&chart.banner().address("medicines")).into_response()))
}

pub(super) async fn new(
    State(state): State<AppState>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    let event = read(&mut form, chart.patient.next_line_id("medicine")).map(PatientEvent::Medicine);
    match recorded(&state, &chart, &mut form, event).await? {
        Some(done) => Ok(done),
        None => medicine_page(&chart, form, None),
    }
}

pub(super) async fn change(
    State(state): State<AppState>,
    Path(path): Path<HashMap<String, String>>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    let medicine = known(&chart, &path)?;
    let event = read(&mut form, medicine.id.clone()).map(PatientEvent::Medicine);
    match recorded(&state, &chart, &mut form, event).await? {
        Some(done) => Ok(done),
        None => medicine_page(&chart, form, Some(medicine)),
    }
}

fn stop_page(chart: &Chart, form: Form, medicine: &Medicine) -> Result<Response, PageError> {
    let banner = chart.banner();
    let shown = ReasonPage {
        page: chart.page.clone(),
        title: format!("Stop {}", medicine.name),
        action: format!("{}/{}/stop", banner.address("medicines"), medicine.id),
        button: "Record that it is stopped",
        with_day: true,
        banner,
        part: "medicines",
        form,
    };
    Ok((status(&shown.form), show(&shown)?).into_response())
}

pub(super) async fn ask_stop(
    State(state): State<AppState>,
    Path(path): Path<HashMap<String, String>>,
    chart: Chart,
) -> Result<Response, PageError> {
    chart.actor.require(Right::RecordReports)?;
    let form = chart.form(&state).with("on", chart.today().to_string());
    stop_page(&chart, form, known(&chart, &path)?)
}

pub(super) async fn stop(
    State(state): State<AppState>,
    Path(path): Path<HashMap<String, String>>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    let on = form.day("on");
    let reason = form.required("reason", "Say why it is stopped");
    // A form sent twice finds the medicine stopped already: the door knows the form.
    let id = path.get("medicine").cloned().ok_or(PageError::NotFound)?;
    let event = on.map(|on| PatientEvent::MedicineStopped { id: id.clone(), on, reason });
    let all = chart.patient.medicines.iter();
    let medicine =
        all.map(|taken| &taken.medicine).find(|medicine| medicine.id == id).ok_or(PageError::NotFound)?;
    match recorded(&state, &chart, &mut form, event).await? {
        Some(done) => Ok(done),
        None => stop_page(&chart, form, medicine),
    }
}

fn refute_page(chart: &Chart, form: Form, id: &str) -> Result<Response, PageError> {
    let substance = match &chart.patient.allergies {
        Allergies::Known(known) => known.iter().find(|allergy| allergy.id == id),
        Allergies::NotKnown | Allergies::NoneKnown => None,
    };
    let substance = &substance.ok_or(PageError::NotFound)?.substance;
    let banner = chart.banner();
    let shown = ReasonPage {
        page: chart.page.clone(),
        title: format!("Refute the allergy to {substance}"),
        action: format!("{}/{id}/refute", banner.address("allergies")),
        button: "Refute the allergy",
        with_day: false,
        banner,
        part: "medicines",
        form,
    };
    Ok((status(&shown.form), show(&shown)?).into_response())
}

pub(super) async fn ask_refute(
    State(state): State<AppState>,
    Path(path): Path<HashMap<String, String>>,
    chart: Chart,
) -> Result<Response, PageError> {
    chart.actor.require(Right::RecordReports)?;
    let form = chart.form(&state);
    refute_page(&chart, form, path.get("allergy").map_or("", String::as_str))
}

pub(super) async fn refute(
    State(state): State<AppState>,
    Path(path): Path<HashMap<String, String>>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    let id = path.get("allergy").cloned().ok_or(PageError::NotFound)?;
    let reason = form.required("reason", "Say how it is known that there is no allergy");
    let event = PatientEvent::AllergyRefuted { id: id.clone(), reason };
    match recorded(&state, &chart, &mut form, Some(event)).await? {
        Some(done) => Ok(done),
        None => refute_page(&chart, form, &id),
    }
}
