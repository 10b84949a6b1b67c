//! One appointment: moved, called off, what became of it, its reminder.

use super::slot::{self, Choices, Tick};
use super::{Line, answer, arrange, back, line, moment};
use crate::banner::Banner;
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::page::Page;
use crate::patient::Chart;
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use practice::path::appointment::{Appointment, Event, Side};
use practice::patient::PatientEvent;
use practice::{Arrangement, Step};

pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/patients/{id}/appointments/{appointment}", get(show_page))
        .route("/patients/{id}/appointments/{appointment}/move", post(shift))
        .route("/patients/{id}/appointments/{appointment}/cancel", post(cancel))
        .route("/patients/{id}/appointments/{appointment}/outcome", post(outcome))
        .route("/patients/{id}/appointments/{appointment}/reminder", post(reminder))
}

/// Whose appointment, and which.
type Which = Path<(String, String)>;

#[derive(Template)]
#[template(path = "appointments/one.html")]
struct OnePage {
    page: Page,
    banner: Banner,
    part: &'static str,
    form: Form,
    choices: Choices,
    ticks: Vec<Tick>,
    line: Line,
    earlier: Vec<(String, String)>,
    accepted: String,
    /// Whether it can still be moved and called off.
    open: bool,
    /// Whether one can say that it took place, and that nobody came.
    kept: bool,
    not_kept: bool,
}

fn known<'a>(chart: &'a Chart, id: &str) -> Result<&'a Appointment, PageError> {
    chart.patient.path.appointments.by_id(id).ok_or(PageError::NotFound)
}

async fn page(
    state: &AppState,
    chart: &Chart,
    id: &str,
    form: Form,
    ticks: Vec<Tick>,
) -> Result<Response, PageError> {
    use practice::path::appointment::{State as Stands, day_of};
    let settings = state.settings().await?;
    let known = known(chart, id)?;
    let slot = &known.booked.slot;
    let booked = known.state == Stands::Booked;
    let begun = slot.starts <= chart.page.now;
    let earlier = known.earlier.iter().rev();
    let shown = OnePage {
        choices: Choices::load(state, &settings, &form).await?,
        line: line(known, chart, &settings),
        earlier: earlier
            .map(|(slot, reason)| (moment(slot.starts, &chart.page), crate::patient::sentence(reason)))
            .collect(),
        accepted: known.booked.accepted.reason.clone(),
        open: booked,
        kept: (booked || matches!(known.state, Stands::NotKept { .. }))
            && day_of(slot.starts, &chart.page.zone) <= chart.today(),
        not_kept: (booked || known.state == Stands::Kept) && begun,
        page: chart.page.clone(),
        banner: chart.banner(),
        part: "pathway",
        form,
        ticks,
    };
    answer(&shown, &shown.form)
}

async fn show_page(
    State(state): State<AppState>,
    chart: Chart,
    Path((_, id)): Which,
) -> Result<Response, PageError> {
    let booked = &known(&chart, &id)?.booked;
    let form = slot::filled(chart.form(&state), &booked.slot, &booked.people, &chart.page);
    let form = if booked.remind.is_some() { form.with("remind", "yes") } else { form };
    page(&state, &chart, &id, form, Vec::new()).await
}

async fn shift(
    State(state): State<AppState>,
    chart: Chart,
    Path((_, id)): Which,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    let settings = state.settings().await?;
    let what = known(&chart, &id)?.booked.what;
    let slot = slot::read(&mut form, &chart.page, &settings);
    let people = slot::people(&state, &form).await?;
    let reason = form.required("reason", "Say why it is moved");
    let mut ticks = Vec::new();
    if let (Some(slot), false) = (slot, form.is_refused() || form.fields.is_resumed()) {
        let remind =
            settings.remind_at(what, slot.starts, chart.page.now).filter(|_| form.is("remind", "yes"));
        let moves = Arrangement::Move { id: id.clone(), slot, people, remind, reason };
        match arrange(&state, &chart, &mut form, moves).await? {
            None => return Ok(back(&chart)),
            Some(found) => ticks = found,
        }
    }
    page(&state, &chart, &id, form, ticks).await
}

/// A form without a slot: what is not in it is filled in from the record, should it be shown again.
fn whole(form: Form, chart: &Chart, id: &str) -> Result<Form, PageError> {
    let booked = &known(chart, id)?.booked;
    Ok(slot::filled(form, &booked.slot, &booked.people, &chart.page))
}

async fn cancel(
    State(state): State<AppState>,
    chart: Chart,
    Path((_, id)): Which,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    let by = Side::by_word(form.value("by"));
    if by.is_none() {
        form.refuse("by", "Say who called it off");
    }
    let reason = form.required("why", "Say why it does not take place");
    if let (Some(by), false) = (by, form.is_refused() || form.fields.is_resumed()) {
        let off = Arrangement::Cancel { id: id.clone(), by, reason };
        if arrange(&state, &chart, &mut form, off).await?.is_none() {
            return Ok(back(&chart));
        }
    }
    page(&state, &chart, &id, whole(form, &chart, &id)?, Vec::new()).await
}

async fn outcome(
    State(state): State<AppState>,
    chart: Chart,
    Path((_, id)): Which,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    let ended = match form.value("outcome") {
        "kept" => Some(Arrangement::Kept { id: id.clone() }),
        "not-kept" => Some(Arrangement::NotKept { id: id.clone(), note: form.value("known").to_owned() }),
        _ => None,
    };
    match ended {
        None => form.refuse("outcome", "Say whether it took place"),
        Some(ended) if !form.fields.is_resumed() => {
            if arrange(&state, &chart, &mut form, ended).await?.is_none() {
                return Ok(back(&chart));
            }
        }
        Some(_) => {}
    }
    page(&state, &chart, &id, whole(form, &chart, &id)?, Vec::new()).await
}

/// Somebody has dealt with a reminder that was not sent.
async fn reminder(
    State(state): State<AppState>,
    chart: Chart,
    Path((_, id)): Which,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    let how = form.required("how", "Say how it was dealt with, such as \"called, mother knows\"");
    let starts = known(&chart, &id)?.booked.slot.starts;
    if !form.is_refused() && !form.fields.is_resumed() {
        let event = Event::ReminderHandled { id: id.clone(), starts, how };
        let event = PatientEvent::Appointment(event);
        let steps = vec![Step::Event { event, happened: chart.page.now }];
        if chart.record(&state, &mut form, steps).await?.is_some() {
            return Ok(back(&chart));
        }
    }
    page(&state, &chart, &id, whole(form, &chart, &id)?, Vec::new()).await
}
