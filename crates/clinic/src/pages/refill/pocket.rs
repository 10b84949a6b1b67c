//! The drug may lie beside the pump: signs of both, what to do, and a note that somebody thought of it.

use crate::banner::Banner;
use crate::bedside::Cited;
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::page::{Page, show};
use crate::patient::{Chart, sentence};
use crate::state::AppState;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use documents::{EmergencyText, Statement};
use practice::Step;
use practice::patient::{Contact, PatientEvent};

#[derive(Template)]
#[template(path = "refill/pocket.html")]
struct PocketPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    form: Form,
    withdrawal: Vec<Cited>,
    overdose: Vec<Cited>,
    withdrawal_steps: Vec<Cited>,
    overdose_steps: Vec<Cited>,
    either: Vec<Cited>,
    /// What is written down already.
    noted: Vec<(String, String)>,
}

/// What such a note is about.
const ABOUT: &str = "pocket fill suspected";

fn page(chart: &Chart, form: Form) -> Result<PocketPage, PageError> {
    let text = EmergencyText::embedded().map_err(|error| PageError::Fault(error.to_string()))?;
    let pump = chart.summary.pump_id.as_deref();
    let of = |statements: &[Statement]| crate::bedside::statements(text, statements, pump);
    let noted = chart.patient.entries.iter().rev().filter_map(|entry| match &entry.event {
        PatientEvent::Contact(contact) if contact.about == ABOUT && entry.stands() => {
            Some((chart.page.moment(entry.happened), sentence(&contact.outcome)))
        }
        _ => None,
    });
    Ok(PocketPage {
        page: chart.page.clone(),
        banner: chart.banner(),
        part: "refill",
        withdrawal: of(&text.withdrawal.sign),
        overdose: of(&text.overdose.sign),
        withdrawal_steps: of(&text.withdrawal.step),
        overdose_steps: of(&text.overdose.step),
        either: of(&text.either),
        noted: noted.collect(),
        form,
    })
}

pub(super) async fn ask(State(state): State<AppState>, chart: Chart) -> Result<Response, PageError> {
    let form = chart.form(&state);
    Ok(show(&page(&chart, form)?)?.into_response())
}

/// Writes down that it was thought of, what was seen, and who was told.
pub(super) async fn record(
    State(state): State<AppState>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    let seen = form.required("seen", "Write down why you think of it, and how the patient is");
    let told = form.required("told", "Name the physician who was told");
    if !form.is_refused() && !form.fields.is_resumed() {
        let contact = Contact {
            about: ABOUT.to_owned(),
            with: told,
            reached: true,
            answers: Vec::new(),
            outcome: seen,
        };
        let event = PatientEvent::Contact(contact);
        let steps = vec![Step::Event { event, happened: chart.page.now }];
        if chart.record(&state, &mut form, steps).await?.is_some() {
            let back = format!("/patients/{}/refill/pocket", chart.patient.id);
            return Ok(Redirect::to(&back).into_response());
        }
    }
    Ok((StatusCode::UNPROCESSABLE_ENTITY, show(&page(&chart, form)?)?).into_response())
}
