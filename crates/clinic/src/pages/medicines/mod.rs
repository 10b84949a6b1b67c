//! Medicines beside the pump, allergies, and what is kept at home.

mod change;

use crate::Banner;
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::page::{Page, show};
use crate::pages::overview::view::in_days;
use crate::patient::Chart;
use crate::state::AppState;
use crate::when::day_of;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use practice::Step;
use practice::access::Right;
use practice::patient::{Allergies, HomeStock, MedicineKind, Patient, PatientEvent, Taken, is_baclofen};
use therapy::date_in_words;

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/patients/{id}/medicines", get(list))
        .route("/patients/{id}/medicines/new", get(change::ask_new).post(change::new))
        .route("/patients/{id}/medicines/{medicine}", get(change::ask).post(change::change))
        .route("/patients/{id}/medicines/{medicine}/stop", get(change::ask_stop).post(change::stop))
        .route("/patients/{id}/allergies", post(allergy))
        .route("/patients/{id}/allergies/none", post(no_allergies))
        .route("/patients/{id}/allergies/{allergy}/refute", get(change::ask_refute).post(change::refute))
        .route("/patients/{id}/home-stock", post(home_stock))
}

/// Medicines taken now that depress the central nervous system, with their doses.
pub(crate) fn depressants(patient: &Patient) -> Vec<String> {
    let taken = patient.medicines.iter().filter(|taken| taken.stopped.is_none());
    let taken = taken.filter(|taken| taken.medicine.is == MedicineKind::CnsDepressant);
    taken.map(|taken| format!("{} {}", taken.medicine.name, taken.medicine.dose)).collect()
}

/// A medicine as the list shows it.
struct Shown {
    id: String,
    name: String,
    dose: String,
    since: Option<String>,
    reason: String,
    stopped: Option<(String, String)>,
    /// From which day, what, and whether that day has come.
    weaning: Vec<(String, String, bool)>,
}

struct Kind {
    title: &'static str,
    is: MedicineKind,
    taken: Vec<Shown>,
}

struct KnownAllergy {
    id: String,
    substance: String,
    reaction: String,
    baclofen: bool,
}

/// What is kept at home.
struct Stock {
    what: String,
    checked: String,
    /// Until when it keeps, and whether that is past.
    expires: Option<(String, bool)>,
}

#[derive(Template)]
#[template(path = "medicines/medicines.html")]
struct MedicinesPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    kinds: Vec<Kind>,
    stopped: Vec<Shown>,
    depressants: Vec<String>,
    has_pump: bool,
    allergies: Vec<KnownAllergy>,
    asked: bool,
    stock: Option<Stock>,
    allergy_form: Form,
    none_form: Form,
    stock_form: Form,
    /// The form that was refused, for the summary at the top.
    refused: Option<Form>,
    may: bool,
}

/// Which form of the page was posted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Posted {
    Nothing,
    Allergy,
    Stock,
}

fn shown(chart: &Chart, taken: &Taken) -> Shown {
    let medicine = &taken.medicine;
    let step = |step: &practice::patient::WeaningStep| {
        (date_in_words(step.from), step.dose.clone(), step.from <= chart.today())
    };
    Shown {
        id: medicine.id.clone(),
        name: medicine.name.clone(),
        dose: medicine.dose.clone(),
        since: medicine.since.map(date_in_words),
        reason: medicine.reason.clone(),
        stopped: taken.stopped.as_ref().map(|(on, why)| (date_in_words(*on), why.clone())),
        weaning: medicine.weaning.iter().map(step).collect(),
    }
}

fn made(state: &AppState, chart: &Chart, form: Form, posted: Posted) -> Result<Response, PageError> {
    let (stopped, taken): (Vec<&Taken>, Vec<&Taken>) =
        chart.patient.medicines.iter().partition(|taken| taken.stopped.is_some());
    let kinds = [
        ("Against spasticity, by mouth", MedicineKind::OralAntispastic),
        ("Depressing the central nervous system", MedicineKind::CnsDepressant),
        ("Others", MedicineKind::Other),
    ];
    let kinds = kinds.map(|(title, is)| {
        let taken = taken.iter().filter(|taken| taken.medicine.is == is);
        Kind { title, is, taken: taken.map(|taken| shown(chart, taken)).collect() }
    });
    let allergies = match &chart.patient.allergies {
        Allergies::Known(known) => known.as_slice(),
        Allergies::NotKnown | Allergies::NoneKnown => &[],
    };
    let allergies = allergies.iter().map(|allergy| KnownAllergy {
        id: allergy.id.clone(),
        substance: allergy.substance.clone(),
        reaction: allergy.reaction.clone(),
        baclofen: is_baclofen(&allergy.substance),
    });
    let today = chart.today();
    let stock = chart.patient.home_stock.as_ref().map(|stock| {
        let checked = format!("{} ({})", date_in_words(stock.checked), in_days(stock.checked, today));
        let expires = stock
            .expires
            .map(|day| (format!("{} ({})", date_in_words(day), in_days(day, today)), day < today));
        Stock { what: stock.what.clone(), checked, expires }
    });
    let is_refused = form.is_refused() || !form.moved.is_empty();
    let of = |which: Posted| if posted == which { form.clone() } else { chart.form(state) };
    let (allergy_form, stock_form) = (of(Posted::Allergy), of(Posted::Stock));
    let page = MedicinesPage {
        banner: chart.banner(),
        part: "medicines",
        kinds: kinds.into(),
        stopped: stopped.into_iter().map(|taken| shown(chart, taken)).collect(),
        depressants: depressants(&chart.patient),
        has_pump: chart.patient.has_pump(),
        allergies: allergies.collect(),
        asked: chart.patient.allergies != Allergies::NotKnown,
        stock,
        allergy_form,
        none_form: chart.form(state),
        stock_form,
        refused: is_refused.then_some(form),
        may: chart.actor.may(Right::RecordReports),
        page: chart.page.clone(),
    };
    let status = if is_refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, show(&page)?).into_response())
}

async fn list(State(state): State<AppState>, chart: Chart) -> Result<Response, PageError> {
    let form = chart.form(&state);
    made(&state, &chart, form, Posted::Nothing)
}

/// Records what the form holds, or shows the page again with it.
async fn recorded(
    state: &AppState,
    chart: &Chart,
    mut form: Form,
    posted: Posted,
    event: Option<PatientEvent>,
) -> Result<Response, PageError> {
    if let Some(event) = event.filter(|_| !form.is_refused() && !form.fields.is_resumed()) {
        let step = Step::Event { event, happened: chart.page.now };
        if chart.record(state, &mut form, vec![step]).await?.is_some() {
            return Ok(Redirect::to(&chart.banner().address("medicines")).into_response());
        }
    }
    made(state, chart, form, posted)
}

async fn allergy(State(state): State<AppState>, chart: Chart, fields: Fields) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    let substance = form.required("substance", "Say to what");
    let reaction = form.required("reaction", "Say what happens; \"not known\" if nobody knows");
    let id = chart.patient.next_line_id("allergy");
    let event = PatientEvent::Allergy { id, substance, reaction };
    recorded(&state, &chart, form, Posted::Allergy, Some(event)).await
}

async fn no_allergies(
    State(state): State<AppState>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    let form = Form::posted(fields)?;
    recorded(&state, &chart, form, Posted::Nothing, Some(PatientEvent::NoAllergiesKnown)).await
}

async fn home_stock(
    State(state): State<AppState>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    let what = form.required("what", "Say what is kept and how much; \"none\" if there is none");
    let checked = form.day("checked");
    if checked.is_some_and(|day| day > chart.today()) {
        form.refuse("checked", "This day has not come yet");
    }
    let expires = day_of(form.value("expires"));
    if expires.is_none() && !form.value("expires").is_empty() {
        form.refuse(
            "expires",
            "Give the day with the month in letters, such as 22 March 2026, or leave it empty",
        );
    }
    let event = checked.map(|checked| PatientEvent::HomeStock(HomeStock { what, checked, expires }));
    recorded(&state, &chart, form, Posted::Stock, event).await
}
