//! Reminders by e-mail: agreed to, taken back, dealt with when they failed.

use super::{back, page};
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::patient::Chart;
use crate::state::AppState;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::post;
use practice::Step;
use practice::path::appointment::{Event, address};
use practice::patient::PatientEvent;

pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/patients/{id}/appointments/mail", post(agree))
        .route("/patients/{id}/appointments/no-mail", post(withdraw))
}

async fn record(
    state: &AppState,
    chart: &Chart,
    mut form: Form,
    event: Event,
) -> Result<Response, PageError> {
    if !form.is_refused() && !form.fields.is_resumed() {
        let steps = vec![Step::Event { event: PatientEvent::Appointment(event), happened: chart.page.now }];
        if chart.record(state, &mut form, steps).await?.is_some() {
            return Ok(back(chart));
        }
    }
    page(state, chart, form, Vec::new()).await
}

/// Where reminders go, and who agreed to them.
async fn agree(State(state): State<AppState>, chart: Chart, fields: Fields) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    let to = form.required("address", "Enter the e-mail address");
    if !to.is_empty()
        && let Err(problem) = address(&to)
    {
        form.refuse("address", format!("This {problem}"));
    }
    let agreed = form.required("agreed", "Say who agreed, and how, such as \"mother, at the desk\"");
    record(&state, &chart, form, Event::MailAgreed { address: to, agreed }).await
}

async fn withdraw(
    State(state): State<AppState>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    let reason = form.required("no-mail", "Say who asked for it, and why");
    record(&state, &chart, form, Event::MailWithdrawn { reason }).await
}
