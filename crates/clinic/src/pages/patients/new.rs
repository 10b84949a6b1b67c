//! A new patient: who it is, and whether it may be somebody who is already here.

use super::{Choices, Found, identity_of, own_names};
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::frame::SignedIn;
use crate::page::{Page, Section, show};
use crate::pages::today::civil_today;
use crate::sight::{Duplicates, joins};
use crate::state::AppState;
use askama::Template;
use axum::extract::State;
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use practice::Step;
use practice::access::{Actor, Right};
use practice::patient::PatientEvent;
use practice::settings::Settings;
use record::Id;

#[derive(Template)]
#[template(path = "patients/new.html")]
struct NewPage {
    page: Page,
    form: Form,
    choices: Choices,
}

#[derive(Template)]
#[template(path = "patients/same.html")]
struct SamePage {
    page: Page,
    form: Form,
    name: String,
    born: String,
    record: String,
    hits: Vec<Found>,
    /// Records that look alike and that the person does not see: whom to ask.
    hidden: Vec<String>,
    /// What was filled in, to be sent again.
    kept: Vec<(String, String)>,
}

/// The field in which somebody says why this is another person.
const ANOTHER: &str = "another";
/// Fields of the form itself.
const OWN: [&str; 5] = ["form", "expected", ANOTHER, "asked", "resumed"];

pub(super) async fn ask(
    State(state): State<AppState>,
    actor: Actor,
    page: Page,
    uri: Uri,
) -> Result<Response, PageError> {
    actor.require(Right::EditIdentity)?;
    let typed = Fields::parse(uri.query().unwrap_or_default().as_bytes());
    let form = Form::new(&state, 0);
    let patient = state.new_id().to_string();
    // Somebody searched by name and found nobody: the name need not be typed twice.
    let name = typed.text("q");
    let name = if name.chars().any(|letter| letter.is_ascii_digit()) { "" } else { name };
    let (family, given) = name.split_once([',', ' ']).unwrap_or((name, ""));
    let form = form
        .with("patient", patient)
        .with("family", family.trim())
        .with("given", given.trim_matches([',', ' ']));
    let choices = Choices::of(&state).await?;
    Ok(show(&NewPage { page: page.at(Section::Patients), form, choices })?.into_response())
}

/// Whom to ask about a record that one does not see.
pub(crate) fn whom_to_ask(settings: &Settings, house: &str) -> String {
    let known = settings.houses().find(|known| !house.is_empty() && known.name == house);
    match known {
        Some(known) if known.phone.is_empty() => format!("{house} looks after it: ask there"),
        Some(known) => format!("{house} looks after it: ask there, {}", known.phone),
        None => "no house is written in it: ask a coordinator".to_owned(),
    }
}

pub(super) async fn register(
    State(state): State<AppState>,
    signed_in: SignedIn,
    page: Page,
    fields: Fields,
) -> Result<Response, PageError> {
    signed_in.actor.require(Right::EditIdentity)?;
    let page = page.at(Section::Patients);
    let resumed = fields.is_resumed();
    let mut form = Form::posted(fields)?;
    let id: Id = form
        .value("patient")
        .parse()
        .map_err(|_| PageError::Unreadable("The form is not complete. Open it anew.".to_owned()))?;
    // The id may be that of a record which the person does not see.
    state.patients(&page.sight).require(id).await?;
    let choices = Choices::of(&state).await?;
    let invented = state.config().demonstration;
    let today = civil_today(&page);
    let identity = if resumed { None } else { identity_of(&mut form, &choices, today, invented) };
    let Some(identity) = identity else {
        let status = if resumed { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        return Ok((status, show(&NewPage { page, form, choices })?).into_response());
    };
    let settings = state.settings().await?;
    let Duplicates { seen: mut hits, mut hidden } = state.patients(&page.sight).duplicates(&identity).await?;
    // The same form sent again finds its own patient: that is no other person.
    hits.retain(|(known, _)| *known != id);
    hidden.retain(|(known, _)| *known != id);
    let why = form.value(ANOTHER).to_owned();
    if (!hits.is_empty() || !hidden.is_empty()) && why.is_empty() {
        if form.fields.has("asked") {
            form.refuse(ANOTHER, "Say how you know that this is another person");
        }
        let kept = form.fields.iter().filter(|(name, _)| !OWN.contains(name));
        let kept = kept.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        let hits = hits.into_iter().map(|(id, summary)| Found::of(id, summary, today)).collect();
        let hidden = hidden.into_iter().map(|(_, house)| whom_to_ask(&settings, &house)).collect();
        let name = crate::banner::banner_name(
            &identity.family,
            &identity.given,
            identity.title.as_deref().unwrap_or_default(),
        );
        let born = crate::banner::banner_born(Some(identity.born), today);
        let page = SamePage { page, name, born, record: identity.record, hits, hidden, kept, form };
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, show(&page)?).into_response());
    }
    let joins = joins(&signed_in, &identity.house);
    let mut steps = vec![Step::Event { event: PatientEvent::Registered(identity), happened: page.now }];
    steps.extend(joins.map(|event| Step::Event { event, happened: page.now }));
    if !why.is_empty() {
        // In the record, beside the registration, stands why nobody thought it the same person.
        let text = format!("Registered although another record looks alike. Another person, because: {why}");
        steps.push(Step::Event { event: PatientEvent::Note { text }, happened: page.now });
    }
    let handed = practice::Form { id: form.id, patient: id, expected: 0, now: page.now };
    let rules = state.rules().await?;
    match state.practice().record(&signed_in.actor, handed, &rules, steps).await {
        Ok(_) => {
            let part = if form.value("then") == "admit" { "/admit" } else { "" };
            Ok(Redirect::to(&format!("/patients/{id}{part}")).into_response())
        }
        Err(refusal) => {
            form.refused(refusal, &page)?;
            own_names(&mut form);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, show(&NewPage { page, form, choices })?).into_response())
        }
    }
}
