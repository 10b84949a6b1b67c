//! Appointments of one patient: booked, moved, called off, ended; what speaks against a booking; reminders.

mod one;
mod reach;
mod slot;

use crate::banner::Banner;
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
use practice::agenda::{self, Pump, Wanted, What};
use practice::path::appointment::{Appointment, Kind, Outcome};
use practice::settings::Settings;
use practice::{Arranged, Arrangement, Refusal};
use sha2::{Digest, Sha256};
use slot::{Choices, Tick, accepted, held};

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/patients/{id}/appointments", get(list))
        .route("/patients/{id}/appointments/book", post(book))
        .merge(reach::routes())
        .merge(one::routes())
}

/// An appointment in a list.
struct Line {
    address: String,
    what: &'static str,
    when: String,
    length: String,
    place: String,
    people: String,
    note: String,
    state: &'static str,
    /// What came of it, in words.
    detail: String,
    reminder: String,
    /// Whether somebody has to see to the reminder.
    trouble: bool,
    /// What speaks against it as the pump is now.
    warnings: Vec<String>,
    /// Whether its time has passed and nobody has said what became of it.
    asked: bool,
}

/// "45 min", "1 h 30 min".
pub(crate) fn length(minutes: u16) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes}\u{a0}min"),
        (hours, 0) => format!("{hours}\u{a0}h"),
        (hours, minutes) => format!("{hours}\u{a0}h {minutes}\u{a0}min"),
    }
}

/// "Monday, 2 March 2026, 10:00".
pub(crate) fn moment(unix: i64, page: &Page) -> String {
    let at = jiff::Timestamp::from_second(unix).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    at.to_zoned(page.zone.clone()).strftime("%A, %-d %B %Y, %H:%M").to_string()
}

/// What is known of a reminder, in words.
fn reminder_words(known: &Appointment, chart: &Chart) -> String {
    let moment = |at: i64| chart.page.moment(at);
    if let Some((_, said)) = known.reminder_trouble() {
        return crate::patient::sentence(&said);
    }
    match known.reminder() {
        Some(reminder) if reminder.handled.is_some() => {
            format!("Dealt with: {}", reminder.handled.as_deref().unwrap_or_default())
        }
        Some(reminder) => match &reminder.outcome {
            Some(Outcome::Sent) => format!("Sent {}", moment(reminder.at)),
            Some(Outcome::Failed { why, again: Some(again) }) => {
                format!("Not sent yet ({why}); tried again {}", moment(*again))
            }
            _ => String::new(),
        },
        None => match known.remind_at() {
            Some(at) if chart.patient.path.appointments.mail.is_some() => format!("Goes out {}", moment(at)),
            Some(_) => "No: nobody has agreed to e-mail".to_owned(),
            None => String::new(),
        },
    }
}

fn line(known: &Appointment, chart: &Chart, settings: &Settings) -> Line {
    let booked = &known.booked;
    let now = chart.page.now;
    let ahead = known.is_ahead(now);
    let mut warnings = Vec::new();
    if ahead {
        let wanted = Wanted {
            patient: chart.patient.id,
            moves: Some(booked.id.clone()),
            what: booked.what,
            slot: booked.slot.clone(),
            people: Vec::new(),
        };
        let own = &chart.patient.path.appointments;
        let found = agenda::check(
            &wanted,
            &[],
            own,
            Pump::of(&chart.patient, &chart.summary),
            &settings.calendar(),
            now,
        );
        let told = found.into_iter().filter(|finding| finding.what != What::Past);
        warnings.extend(told.map(|finding| finding.says));
    }
    let detail = match &known.state {
        practice::path::appointment::State::Cancelled { by, reason } => {
            format!("by {}: {reason}", by.words())
        }
        practice::path::appointment::State::NotKept { note } => note.clone(),
        _ => String::new(),
    };
    let people: Vec<&str> = booked.people.iter().map(|person| person.name.as_str()).collect();
    Line {
        address: format!("/patients/{}/appointments/{}", chart.patient.id, booked.id),
        what: booked.what.words(),
        when: moment(booked.slot.starts, &chart.page),
        length: length(booked.slot.minutes),
        place: booked.slot.whereabouts(),
        people: people.join(", "),
        note: booked.note.clone(),
        state: known.state.words(),
        detail,
        reminder: reminder_words(known, chart),
        trouble: known.reminder_trouble().is_some(),
        warnings,
        asked: !ahead && known.state == practice::path::appointment::State::Booked,
    }
}

#[derive(Template)]
#[template(path = "appointments/list.html")]
struct ListPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    form: Form,
    choices: Choices,
    ticks: Vec<Tick>,
    ahead: Vec<Line>,
    past: Vec<Line>,
    /// Where reminders go: the address and who agreed.
    mail: Option<(String, String)>,
    /// Whether the clinic sends reminders.
    sends: bool,
    dead: bool,
}

async fn page(state: &AppState, chart: &Chart, form: Form, ticks: Vec<Tick>) -> Result<Response, PageError> {
    let settings = state.settings().await?;
    let own = &chart.patient.path.appointments;
    let now = chart.page.now;
    let lines = |all: Vec<&Appointment>| all.into_iter().map(|known| line(known, chart, &settings)).collect();
    let shown = ListPage {
        choices: Choices::load(state, &settings, &form).await?,
        ahead: lines(own.ahead(now)),
        past: lines(own.past(now)),
        mail: own.mail.as_ref().map(|mail| (mail.address.clone(), mail.agreed.clone())),
        sends: settings.mail.as_ref().is_some_and(|mail| mail.on),
        dead: chart.patient.died.is_some(),
        page: chart.page.clone(),
        banner: chart.banner(),
        part: "pathway",
        ticks,
        form,
    };
    answer(&shown, &shown.form)
}

fn answer(template: &impl Template, form: &Form) -> Result<Response, PageError> {
    let refused = form.is_refused() || !form.moved.is_empty();
    let status = if refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, show(template)?).into_response())
}

async fn list(
    State(state): State<AppState>,
    chart: Chart,
    uri: axum::http::Uri,
) -> Result<Response, PageError> {
    let asked = Fields::parse(uri.query().unwrap_or_default().as_bytes());
    let mut form =
        chart.form(&state).with("minutes", "30").with("house", chart.patient.identity.house.clone());
    if Kind::by_word(asked.text("what")).is_some() {
        form = form.with("what", asked.text("what"));
    }
    if let Some(day) = crate::when::day_of(asked.text("day")) {
        form = form.with("starts", day.to_string());
    }
    form = form.with("remind", "yes");
    page(&state, &chart, form, Vec::new()).await
}

/// Where one goes after something was recorded.
fn back(chart: &Chart) -> Response {
    Redirect::to(&format!("/patients/{}/appointments", chart.patient.id)).into_response()
}

/// Hands an arrangement in. `Ok(None)` if it is recorded; otherwise what there is to tick, with the reasons in the form.
async fn arrange(
    state: &AppState,
    chart: &Chart,
    form: &mut Form,
    arrangement: Arrangement,
) -> Result<Option<Vec<Tick>>, PageError> {
    let handed = practice::Form {
        id: form.id,
        patient: chart.patient.id,
        expected: form.expected,
        now: chart.page.now,
    };
    let mut content = Sha256::new();
    content.update(chart.patient.id.bytes());
    content.update(form.content());
    let content = content.finalize().into();
    let calendar = state.settings().await?.calendar();
    let wish = (arrangement, accepted(form));
    let arranged =
        state.practice().arrange(&chart.actor, handed, content, &chart.rules, &calendar, wish).await;
    match arranged {
        Ok(Arranged::Done(_)) => Ok(None),
        Ok(Arranged::Held { found, needs_reason }) => Ok(Some(held(form, &found, needs_reason))),
        Err(Refusal::Impossible(why)) => {
            form.refuse("", crate::patient::sentence(why));
            Ok(Some(Vec::new()))
        }
        Err(refusal) => form.refused(refusal, &chart.page).map(|()| Some(Vec::new())),
    }
}

async fn book(State(state): State<AppState>, chart: Chart, fields: Fields) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    let settings = state.settings().await?;
    let what = Kind::by_word(form.value("what"));
    if what.is_none() {
        form.refuse("what", "Choose what the appointment is for");
    }
    let slot = slot::read(&mut form, &chart.page, &settings);
    let people = slot::people(&state, &form).await?;
    let mut ticks = Vec::new();
    if let (Some(what), Some(slot), false) = (what, slot, form.is_refused() || form.fields.is_resumed()) {
        let remind =
            settings.remind_at(what, slot.starts, chart.page.now).filter(|_| form.is("remind", "yes"));
        let note = form.value("note").to_owned();
        let book = Arrangement::Book { what, slot, people, note, remind };
        match arrange(&state, &chart, &mut form, book).await? {
            None => return Ok(back(&chart)),
            Some(found) => ticks = found,
        }
    }
    page(&state, &chart, form, ticks).await
}
