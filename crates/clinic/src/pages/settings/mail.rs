//! The mail server for reminders, how long before an appointment they go out, and a letter to try it.

use super::{Frame, admit, save};
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::page::{Page, show};
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use practice::access::Actor;
use practice::path::appointment::{Kind, address};
use practice::reminder::{Delivery, test_letter};
use practice::settings::{Change, LEAD_HOURS_MAX, Mail, Secret, Security, Settings};
use std::collections::BTreeMap;

const HERE: &str = "/settings/mail";

pub(super) fn routes() -> Router<AppState> {
    Router::new().route(HERE, get(ask).post(set)).route("/settings/mail/test", post(test))
}

#[derive(Template)]
#[template(path = "settings/mail.html")]
struct MailPage {
    page: Page,
    frame: Frame,
    form: Form,
    securities: Vec<(&'static str, &'static str)>,
    /// Field and name of each kind of appointment.
    kinds: Vec<(String, &'static str)>,
    /// Whether a server is saved.
    saved: bool,
    has_password: bool,
    /// Whether this clinic can send at all.
    sends: bool,
    /// What became of a test letter, and whether it went out.
    tested: Option<(bool, String)>,
}

fn lead(kind: Kind) -> String {
    format!("lead.{}", kind.word())
}

fn page(
    state: &AppState,
    page: Page,
    settings: &Settings,
    form: Form,
    tested: Option<(bool, String)>,
) -> Result<Response, PageError> {
    let frame = Frame::new(page, HERE);
    let password = settings.mail.as_ref().is_some_and(|mail| !mail.password.0.is_empty());
    let shown = MailPage {
        page: frame.page.clone(),
        frame,
        securities: Security::WORDS.iter().map(|(word, _, words)| (*word, *words)).collect(),
        kinds: Kind::WORDS.iter().map(|(_, kind, words)| (lead(*kind), *words)).collect(),
        saved: settings.mail.is_some(),
        has_password: password,
        sends: state.post().is_some(),
        tested,
        form,
    };
    let refused = shown.form.is_refused() || !shown.form.moved.is_empty();
    let status = if refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, show(&shown)?).into_response())
}

/// A form with what is saved; the password never leaves the store.
fn filled(state: &AppState, settings: &Settings) -> Form {
    let mut form = Form::new(state, settings.version);
    let Some(mail) = &settings.mail else {
        return form.with("port", "587").with("security", Security::StartTls.word());
    };
    for (field, value) in [
        ("host", &mail.host),
        ("port", &mail.port.to_string()),
        ("user", &mail.user),
        ("from", &mail.from),
        ("phone", &mail.phone),
    ] {
        form = form.with(field, value.as_str());
    }
    if mail.on {
        form = form.with("on", "yes");
    }
    for (kind, hours) in &mail.lead_hours {
        form = form.with(&lead(*kind), hours.to_string());
    }
    form.with("security", mail.security.word())
}

async fn ask(State(state): State<AppState>, actor: Actor, shown: Page) -> Result<Response, PageError> {
    admit(&actor, HERE)?;
    let settings = state.settings().await?;
    let form = filled(&state, &settings);
    page(&state, shown, &settings, form, None)
}

/// The password that was typed, or the one that is saved if server and name are still the same: it must not go to
/// another server without somebody who knows it.
fn password(form: &mut Form, settings: &Settings, host: &str, port: u16, user: &str) -> Secret {
    let typed = form.fields.raw("password").to_owned();
    if user.is_empty() || !typed.is_empty() {
        return Secret(if user.is_empty() { String::new() } else { typed });
    }
    let known = settings.mail.as_ref().filter(|mail| !mail.password.0.is_empty());
    match known {
        Some(mail) if mail.host == host && mail.port == port && mail.user == user => mail.password.clone(),
        Some(_) => {
            form.refuse("password", "The server or the name there has changed: enter the password again");
            Secret::default()
        }
        None => Secret::default(),
    }
}

async fn set(
    State(state): State<AppState>,
    actor: Actor,
    shown: Page,
    fields: Fields,
) -> Result<Response, PageError> {
    admit(&actor, HERE)?;
    let settings = state.settings().await?;
    let mut form = Form::posted(fields)?;
    let security = Security::by_word(form.value("security"));
    if security.is_none() {
        form.refuse("security", "Choose how the connection is kept private");
    }
    let mut lead_hours = BTreeMap::new();
    for (_, kind, _) in Kind::WORDS {
        let field = lead(kind);
        let typed = form.value(&field).to_owned();
        match typed.parse() {
            Ok(hours) if (1..=LEAD_HOURS_MAX).contains(&hours) => {
                lead_hours.insert(kind, hours);
            }
            _ if typed.is_empty() => {}
            _ => form.refuse(&field, "Enter whole hours, 1 to 4392, or nothing for no reminder"),
        }
    }
    // What is no number is no port; the check says what would be one.
    let port = form.value("port").parse().unwrap_or_default();
    let (host, user) = (form.value("host").to_owned(), form.value("user").to_owned());
    let mail = Mail {
        on: form.is("on", "yes"),
        password: password(&mut form, &settings, &host, port, &user),
        host,
        port,
        security: security.unwrap_or(Security::StartTls),
        user,
        from: form.value("from").to_owned(),
        phone: form.value("phone").to_owned(),
        lead_hours,
    };
    if save(&state, &actor, &shown, &mut form, Change::Mail(mail)).await? {
        return Ok(Redirect::to(HERE).into_response());
    }
    let settings = state.settings().await?;
    page(&state, shown, &settings, form, None)
}

/// A letter to whoever asks for it, by what is saved.
async fn test(
    State(state): State<AppState>,
    actor: Actor,
    shown: Page,
    fields: Fields,
) -> Result<Response, PageError> {
    admit(&actor, HERE)?;
    let typed = Form::posted(fields)?;
    let to = typed.value("to").to_owned();
    let settings = state.settings().await?;
    let mut form = filled(&state, &settings).with("to", to.clone());
    if let Err(problem) = address(&to) {
        form.refuse("to", format!("This {problem}"));
    }
    let mut tested = None;
    if let (Some(mail), Some(post), false) = (&settings.mail, state.post(), form.is_refused()) {
        tested = Some(match post.send(mail, &test_letter(&to, &settings, state.new_id())).await {
            Delivery::Taken => (true, format!("The server took a letter to {to}. Look whether it arrives.")),
            Delivery::Later { why } | Delivery::Refused { why } => {
                (false, format!("No letter went out: {why}"))
            }
            Delivery::Unknown { why } => (false, format!("Nobody knows whether a letter went out: {why}")),
        });
    }
    page(&state, shown, &settings, form, tested)
}
