//! An enquiry becomes a patient: one who is here already, or a new one, after looking who it may be. Its opened files and what was
//! said go along, in one act for both records.

use super::Desk;
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::frame::SignedIn;
use crate::page::{Page, show};
use crate::pages::patients::new::whom_to_ask;
use crate::pages::patients::{self, Choices, Found, identity_of, own_names};
use crate::pages::today::civil_today;
use crate::sight::{Duplicates, joins};
use crate::state::AppState;
use askama::Template;
use axum::extract::State;
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use practice::access::Right;
use practice::enquiry::{EnquiryEvent, appending, stream};
use practice::patient::{Attached, Id128, Identity, PatientEvent};
use practice::{Refusal, Step};
use record::{AttachError, Id, Kind, Stream, unhex};

#[derive(Template)]
#[template(path = "enquiries/patient.html")]
struct PatientPage {
    page: Page,
    address: String,
    about: String,
    files: usize,
    locked: usize,
    hits: Vec<Found>,
    /// Of records that look alike and that the person does not see: whom to ask.
    hidden: Vec<String>,
    /// What was searched for.
    typed: String,
    /// Whether somebody has to say why it is another person.
    asked: bool,
    form: Form,
    choices: Choices,
}

/// The field in which somebody says why this is another person.
const ANOTHER: &str = "another";

async fn made(
    state: &AppState,
    desk: &Desk,
    form: Form,
    alike: Duplicates,
    asked: bool,
) -> Result<Response, PageError> {
    let (today, page, settings) = (civil_today(&desk.page), &desk.page, state.settings().await?);
    let Duplicates { seen, hidden } = alike;
    let mut hits: Vec<Found> = seen.into_iter().map(|(id, summary)| Found::of(id, summary, today)).collect();
    let typed = form.value("q").to_owned();
    for found in patients::find(state, page, &typed).await?.0 {
        if found.merged_into.is_none() && !hits.iter().any(|hit| hit.id == found.id) {
            hits.push(found);
        }
    }
    let is_refused = form.is_refused() || !form.moved.is_empty();
    let shown = PatientPage {
        page: desk.page.clone(),
        address: desk.address(""),
        about: desk.enquiry.request.about.clone(),
        files: desk.enquiry.opened().count(),
        locked: desk.enquiry.quarantined().count(),
        hits,
        hidden: hidden.into_iter().map(|(_, house)| whom_to_ask(&settings, &house)).collect(),
        typed,
        asked,
        form,
        choices: Choices::of(state).await?,
    };
    let status = if is_refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, show(&shown)?).into_response())
}

/// Family and given names of a name as people write it: what stands last, or before a comma, is the family name.
fn names(about: &str) -> (String, String) {
    if let Some((family, given)) = about.split_once(',') {
        return (family.trim().to_owned(), given.trim().to_owned());
    }
    match about.trim().rsplit_once(char::is_whitespace) {
        Some((given, family)) => (family.to_owned(), given.trim().to_owned()),
        None => (about.trim().to_owned(), String::new()),
    }
}

/// Whom it may be, from what was written; the birth date may not be known.
fn sketch(desk: &Desk) -> Identity {
    let request = &desk.enquiry.request;
    let (family, given) = names(&request.about);
    Identity {
        family,
        given,
        title: None,
        born: request.born.unwrap_or(jiff::civil::Date::ZERO),
        gender: String::new(),
        record: String::new(),
        diagnosis: String::new(),
        small_child: None,
        contact: String::new(),
        language: request.language.clone(),
        house: String::new(),
        invented: request.invented,
    }
}

fn admitted(desk: &Desk) -> Result<(), PageError> {
    desk.actor.require(Right::EditIdentity)?;
    desk.with_consent()
}

pub(super) async fn ask(State(state): State<AppState>, desk: Desk, uri: Uri) -> Result<Response, PageError> {
    admitted(&desk)?;
    let typed = Fields::parse(uri.query().unwrap_or_default().as_bytes());
    let request = &desk.enquiry.request;
    let sketch = sketch(&desk);
    let alike = state.patients(&desk.page.sight).duplicates(&sketch).await?;
    let reach = [
        (!request.phone.is_empty()).then(|| format!("{}: {}", request.writer, request.phone)),
        (!request.email.is_empty()).then(|| request.email.clone()),
        (!request.best_time.is_empty()).then(|| format!("best time: {}", request.best_time)),
    ];
    let reach: Vec<String> = reach.into_iter().flatten().collect();
    let form = desk
        .form(&state)
        .with("patient", state.new_id().to_string())
        .with("family", sketch.family)
        .with("given", sketch.given)
        .with("born", request.born.map(|born| born.to_string()).unwrap_or_default())
        .with("contact", reach.join("\n"))
        .with("language", request.language.clone())
        .with("q", typed.text("q"));
    made(&state, &desk, form, alike, false).await
}

/// What the patient's record keeps of the enquiry, in words.
fn history(desk: &Desk) -> String {
    let (enquiry, request) = (&desk.enquiry, &desk.enquiry.request);
    let mut text = format!(
        "Came by an enquiry of {} (wished {}), number {}. {}, {}, wrote: “{}”",
        desk.page.moment(enquiry.received),
        request.wish.title(),
        crate::pages::enquiry::number_of(enquiry.id),
        request.writer,
        request.relation.title(),
        request.message
    );
    for entry in &enquiry.entries {
        let when = desk.page.moment(entry.happened);
        match &entry.event {
            EnquiryEvent::ContactTried { how, said, .. } => {
                text.push_str(&format!("\n{when}, {}: {how}. {said}", entry.event.title()));
            }
            EnquiryEvent::Reviewed { shows, missing, .. } => {
                text.push_str(&format!("\n{when}, {}: {shows}", entry.event.title()));
                if !missing.is_empty() {
                    text.push_str(&format!(" Missing: {missing}"));
                }
            }
            EnquiryEvent::Answered { how } => text.push_str(&format!("\n{when}, answered: {how}")),
            EnquiryEvent::OpinionIssued { name, .. } => {
                text.push_str(&format!("\n{when}, {} by {name}", entry.event.title()));
            }
            _ => {}
        }
    }
    text
}

/// Seals the opened files under the patient's record too, and gives them as they are filed there.
async fn take_along(state: &AppState, desk: &Desk, patient: Id) -> Result<Vec<Step>, PageError> {
    let mut steps = Vec::new();
    for held in desk.enquiry.opened() {
        let file = &held.file;
        let hash = unhex(&file.hash).ok_or(PageError::NotFound)?;
        let kept = state.store().attachment(stream(desk.enquiry.id), hash).await?;
        let kept = kept.ok_or_else(|| PageError::Fault("a file of an enquiry is gone".to_owned()))?;
        match state.store().attach(Stream { kind: Kind::Patient, id: patient }, kept.bytes).await {
            Ok(_) => {}
            Err(AttachError::Store(what)) => return Err(PageError::Store(what)),
            Err(told) => return Err(PageError::Fault(told.to_string())),
        }
        let attached = Attached {
            hash: file.hash.clone(),
            media_type: kept.media_type,
            title: format!("{} (came with the enquiry)", file.name),
            bytes: file.bytes,
        };
        steps.push(Step::Event { event: PatientEvent::Attached(attached), happened: desk.page.now });
    }
    Ok(steps)
}

pub(super) async fn become_patient(
    State(state): State<AppState>,
    desk: Desk,
    signed_in: SignedIn,
    fields: Fields,
) -> Result<Response, PageError> {
    admitted(&desk)?;
    let resumed = fields.is_resumed();
    let mut form = Form::posted(fields)?;
    let now = desk.page.now;
    let unreadable = || PageError::Unreadable("The form is not complete. Open it anew.".to_owned());
    let same: Option<Id> = match form.value("same") {
        "" => None,
        id => Some(id.parse().map_err(|_| unreadable())?),
    };
    let id: Id = match same {
        Some(id) => id,
        None => form.value("patient").parse().map_err(|_| unreadable())?,
    };
    // Neither may be a record that the person does not see.
    state.patients(&desk.page.sight).require(id).await?;
    let by = desk.by(&form, "patient");
    if let Some(receipt) = state.store().resolve(form.id).await? {
        let again = receipt.content == by.content;
        return if again { Ok(to_patient(id)) } else { Err(PageError::FormReused) };
    }
    let rules = state.rules().await?;
    let note = |text: String| Step::Event { event: PatientEvent::Note { text }, happened: now };
    let (mut steps, expected) = match same {
        Some(id) if !resumed => {
            let patient = state.practice().patient(id, &rules).await?;
            (Vec::new(), patient.version)
        }
        _ => {
            let choices = Choices::of(&state).await?;
            let today = civil_today(&desk.page);
            let invented = state.config().demonstration;
            let identity = if resumed { None } else { identity_of(&mut form, &choices, today, invented) };
            let Some(identity) = identity else {
                let alike = state.patients(&desk.page.sight).duplicates(&sketch(&desk)).await?;
                return made(&state, &desk, form, alike, false).await;
            };
            let alike = state.patients(&desk.page.sight).duplicates(&identity).await?;
            let why = form.value(ANOTHER).to_owned();
            if !(alike.seen.is_empty() && alike.hidden.is_empty()) && why.is_empty() {
                form.refuse(ANOTHER, "Say how you know that this is another person, or choose who it is");
                return made(&state, &desk, form, alike, true).await;
            }
            let joins = joins(&signed_in, &identity.house);
            let mut steps = vec![Step::Event { event: PatientEvent::Registered(identity), happened: now }];
            steps.extend(joins.map(|event| Step::Event { event, happened: now }));
            if !why.is_empty() {
                let text =
                    format!("Registered although another record looks alike. Another person, because: {why}");
                steps.push(note(text));
            }
            (steps, 0)
        }
    };
    steps.push(note(history(&desk)));
    let event = EnquiryEvent::BecamePatient { patient: Id128(id), new: same.is_none() };
    let stale = desk.enquiry.version != form.expected;
    let beside = match appending(&desk.enquiry, form.expected, &[(event, now)], &desk.actor, by) {
        Ok(append) if !stale => append,
        Ok(_) => {
            let (stream, found) = (stream(desk.enquiry.id), desk.enquiry.version);
            let stale = record::AppendError::Stale { stream, expected: form.expected, found };
            desk.refused(&state, &mut form, "", stale.into()).await?;
            return again(&state, &desk, form).await;
        }
        Err(error) => {
            desk.refused(&state, &mut form, "", error).await?;
            return again(&state, &desk, form).await;
        }
    };
    steps.extend(take_along(&state, &desk, id).await?);
    let handed = practice::Form { id: form.id, patient: id, expected, now };
    let done =
        state.practice().record_with(&desk.actor, handed, by.content, &rules, steps, vec![beside]).await;
    match done {
        Ok(_) => Ok(to_patient(id)),
        // One of the two records moved on between looking and writing.
        Err(Refusal::Stale { .. }) => {
            let now = practice::enquiry::load(state.store(), desk.enquiry.id).await?;
            form.expected = now.version;
            form.refuse("", "Somebody else was faster: look at both records, then send it again.");
            again(&state, &desk, form).await
        }
        Err(refusal) => {
            form.refused(refusal, &desk.page)?;
            own_names(&mut form);
            again(&state, &desk, form).await
        }
    }
}

async fn again(state: &AppState, desk: &Desk, form: Form) -> Result<Response, PageError> {
    let alike = state.patients(&desk.page.sight).duplicates(&sketch(desk)).await?;
    made(state, desk, form, alike, false).await
}

fn to_patient(id: Id) -> Response {
    Redirect::to(&format!("/patients/{id}/files")).into_response()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_name_is_parted_as_people_write_it() {
        for (about, family, given) in [
            ("Ada Invented", "Invented", "Ada"),
            ("Invented, Ada Eve", "Invented", "Ada Eve"),
            ("Ada", "Ada", ""),
            ("Ada Eve  Invented ", "Invented", "Ada Eve"),
        ] {
            assert_eq!(super::names(about), (family.to_owned(), given.to_owned()), "{about}");
        }
    }
}
