//! A record that somebody does not see: it opens with a reason, for some hours, and the record keeps who it was and why.

use crate::error::PageError;
use crate::form::Fields;
use crate::frame::SignedIn;
use crate::page::{Page, Section, show};
use crate::pages::contacts::{self, Now};
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use practice::path::team::{Event, OPENED_SECONDS};
use practice::patient::PatientEvent;
use practice::{Form, Refusal, Step};
use record::Id;

/// The one route of a patient that is open to whoever may see patients.
pub(crate) const OPEN: &str = "/patients/{id}/open";

pub(super) fn routes() -> Router<AppState> {
    Router::new().route(OPEN, get(ask).post(open))
}

/// Reasons that take one tap.
const REASONS: [(&str, &str); 3] = [
    ("Emergency", "Emergency: open now"),
    ("On call for the care team", "I am on call"),
    ("The patient or the family called", "The patient or the family called"),
];

/// Somebody may write meanwhile: the opening is not about what they write.
const TRIES: usize = 5;

#[derive(Template)]
#[template(path = "team/open.html")]
struct OpenPage {
    page: Page,
    patient: Id,
    form: Id,
    back: String,
    problem: Option<&'static str>,
    call: Option<Now>,
}

impl OpenPage {
    fn reasons(&self) -> &'static [(&'static str, &'static str)] {
        &REASONS
    }
}

async fn page_of(
    state: &AppState,
    page: Page,
    patient: Id,
    back: String,
    problem: Option<&'static str>,
) -> Result<Response, PageError> {
    let settings = state.settings().await?;
    let call = contacts::now(&settings, &settings.zone(), page.now);
    let page = page.at(Section::Patients);
    Ok(show(&OpenPage { form: state.new_id(), page, patient, back, problem, call })?.into_response())
}

/// What stands in the place of a page of a patient who is not seen; `back` is the page that was asked for.
pub(crate) async fn locked(
    state: &AppState,
    page: Page,
    patient: Id,
    back: Option<String>,
) -> Result<Response, PageError> {
    let shown = page_of(state, page, patient, back.unwrap_or_default(), None).await?;
    Ok((StatusCode::FORBIDDEN, shown).into_response())
}

/// A page of this patient; anything else leads to the patient.
fn page_of_patient(patient: Id, back: &str) -> String {
    let own = format!("/patients/{patient}");
    let ours = back.strip_prefix(&own).is_some_and(|rest| {
        let plain = |letter: char| letter.is_ascii_alphanumeric() || "/-_.".contains(letter);
        rest.chars().all(plain) && !rest.contains("..")
    });
    if ours && back != format!("{own}/open") { back.to_owned() } else { own }
}

async fn ask(
    State(state): State<AppState>,
    signed_in: SignedIn,
    page: Page,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    let patient: Id = id.parse().map_err(|_| PageError::NotFound)?;
    if state.patients(&signed_in.sight).sees(patient).await? {
        return Ok(Redirect::to(&format!("/patients/{patient}")).into_response());
    }
    page_of(&state, page, patient, String::new(), None).await
}

async fn open(
    State(state): State<AppState>,
    signed_in: SignedIn,
    page: Page,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, PageError> {
    let patient: Id = id.parse().map_err(|_| PageError::NotFound)?;
    let back = page_of_patient(patient, fields.text("back"));
    if state.patients(&signed_in.sight).sees(patient).await? {
        return Ok(Redirect::to(&back).into_response());
    }
    let parts = [fields.text("because"), fields.text("reason")];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    if parts.is_empty() || fields.is_resumed() {
        let problem = (!fields.is_resumed()).then_some("Say why you need this record now");
        let shown = page_of(&state, page, patient, back, problem).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, shown).into_response());
    }
    let form = fields.text("form").parse();
    let form =
        form.map_err(|_| PageError::Unreadable("The form is not complete. Open it anew.".to_owned()))?;
    let actor = &signed_in.actor;
    let event = Event::Opened {
        name: actor.name.clone(),
        reason: parts.join(": "),
        until: page.now.saturating_add(OPENED_SECONDS),
    };
    let rules = state.rules().await?;
    for _ in 0..TRIES {
        let expected = state.practice().patient(patient, &rules).await?.version;
        let handed = Form { id: form, patient, expected, now: page.now };
        let step = Step::Event { event: PatientEvent::Team(event.clone()), happened: page.now };
        match state.practice().record(actor, handed, &rules, vec![step]).await {
            Ok(_) => return Ok(Redirect::to(&back).into_response()),
            Err(Refusal::Stale { .. }) => {}
            Err(refusal) => return Err(refusal.into()),
        }
    }
    Err(PageError::Uncertain)
}
