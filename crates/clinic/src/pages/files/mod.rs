//! Files of a record, and its notes and calls on the same page.

pub(crate) mod upload;

use crate::Banner;
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::page::{Page, show};
use crate::pages::timeline::names;
use crate::patient::Chart;
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use practice::Step;
use practice::access::Right;
use practice::patient::{Contact, Entry, PatientEvent};
use record::Id;
use std::collections::HashMap;

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        // The limit of the frame holds for files, and that of the store below it.
        .route("/patients/{id}/files", get(list).post(upload::upload).layer(DefaultBodyLimit::disable()))
        .route("/patients/{id}/files/{hash}", get(upload::download))
        .route("/patients/{id}/contacts", post(contact))
}

/// What a call can be about: the word in the record and for people.
const ABOUT: [(&str, &str); 6] = [
    ("alarm", "an alarm"),
    ("withdrawal", "withdrawal"),
    ("overdose", "overdose"),
    ("missed refill", "a missed refill"),
    ("question", "a question"),
    ("other", "something else"),
];

/// A file in the list.
struct Listed {
    hash: String,
    title: String,
    kind: &'static str,
    size: String,
    when: String,
    by: String,
}

/// A note or a call.
struct Said {
    version: u64,
    when: String,
    by: String,
    what: String,
    text: String,
    answers: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "files/files.html")]
struct FilesPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    files: Vec<Listed>,
    said: Vec<Said>,
    upload_form: Form,
    contact_form: Form,
    note_form: Form,
    refused: Option<Form>,
    /// Enquiries about this patient: address, and what they are.
    enquiries: Vec<(String, String)>,
}

impl FilesPage {
    fn about(&self) -> [(&'static str, &'static str); 6] {
        ABOUT
    }
}

/// Which form of the page was posted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Posted {
    Nothing,
    File,
    Contact,
}

/// A type of file for people, with the ending of its name.
pub(crate) fn kind_of(media_type: &str) -> (&'static str, &'static str) {
    match media_type {
        "application/pdf" => ("PDF", "pdf"),
        "image/jpeg" => ("picture, JPEG", "jpg"),
        "image/png" => ("picture, PNG", "png"),
        "image/webp" => ("picture, WebP", "webp"),
        "image/tiff" => ("picture, TIFF", "tiff"),
        "application/dicom" => ("imaging, DICOM", "dcm"),
        "text/plain" => ("text", "txt"),
        _ => ("file", "bin"),
    }
}

pub(crate) fn size_words(bytes: u64) -> String {
    match bytes {
        0..1_024 => format!("{bytes}\u{a0}bytes"),
        1_024..1_048_576 => format!("{}\u{a0}kB", bytes.div_ceil(1_024)),
        _ => format!("{}.{}\u{a0}MB", bytes / 1_048_576, bytes % 1_048_576 * 10 / 1_048_576),
    }
}

fn listed(chart: &Chart, names: &HashMap<Id, String>, entry: &Entry) -> Option<Listed> {
    let PatientEvent::Attached(file) = &entry.event else { return None };
    Some(Listed {
        hash: file.hash.clone(),
        title: file.title.clone(),
        kind: kind_of(&file.media_type).0,
        size: size_words(file.bytes),
        when: chart.page.moment(entry.recorded),
        by: entry.by.and_then(|by| names.get(&by).cloned()).unwrap_or_default(),
    })
}

fn said(chart: &Chart, names: &HashMap<Id, String>, entry: &Entry) -> Option<Said> {
    let (text, answers) = match &entry.event {
        PatientEvent::Note { text } => (text.clone(), Vec::new()),
        PatientEvent::Contact(contact) => {
            (format!("{}. {}", contact.with, contact.outcome), contact.answers.clone())
        }
        PatientEvent::DidNotAttend { note, .. } => (note.clone(), Vec::new()),
        _ => return None,
    };
    Some(Said {
        version: entry.version,
        when: chart.page.moment(entry.happened),
        by: entry.by.and_then(|by| names.get(&by).cloned()).unwrap_or_default(),
        what: entry.title(),
        text,
        answers,
    })
}

async fn made(state: &AppState, chart: &Chart, form: Form, posted: Posted) -> Result<Response, PageError> {
    let names = names(state).await?;
    let mut entries: Vec<&Entry> = chart.patient.entries.iter().filter(|entry| entry.stands()).collect();
    entries.sort_by_key(|entry| std::cmp::Reverse((entry.happened, entry.version)));
    let is_refused = form.is_refused() || !form.moved.is_empty();
    let fresh_contact = || chart.form(state).at("at", chart.page.now, &chart.page);
    let mut enquiries = Vec::new();
    if chart.actor.may(Right::AnswerEnquiries) {
        for (id, summary) in practice::enquiry::by_patient(state.store(), chart.patient.id).await? {
            let words = format!("{}, {}", summary.wish.title(), chart.page.moment(summary.received));
            enquiries.push((format!("/enquiries/{id}"), words));
        }
    }
    let page = FilesPage {
        enquiries,
        page: chart.page.clone(),
        banner: chart.banner(),
        part: "files",
        files: entries.iter().filter_map(|entry| listed(chart, &names, entry)).collect(),
        said: entries.iter().filter_map(|entry| said(chart, &names, entry)).collect(),
        upload_form: if posted == Posted::File { form.clone() } else { chart.form(state) },
        contact_form: if posted == Posted::Contact { form.clone() } else { fresh_contact() },
        note_form: chart.form(state),
        refused: is_refused.then_some(form),
    };
    let status = if is_refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, show(&page)?).into_response())
}

async fn list(State(state): State<AppState>, chart: Chart) -> Result<Response, PageError> {
    let form = chart.form(&state);
    made(&state, &chart, form, Posted::Nothing).await
}

async fn contact(State(state): State<AppState>, chart: Chart, fields: Fields) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    if form.fields.is_resumed() {
        return made(&state, &chart, form, Posted::Contact).await;
    }
    let at = form.when("at", &chart.page);
    let about = form.required("about", "Choose what it was about");
    let with = form.required("with", "Say with whom and how, such as \"mother, by phone\"");
    let outcome = form.required("outcome", "Say what was said or agreed");
    let reached = match form.value("reached") {
        "yes" => true,
        "no" => false,
        _ => {
            form.refuse("reached", "Say whether anybody was reached");
            false
        }
    };
    if let Some(at) = at.filter(|_| !form.is_refused()) {
        let contact = Contact { about, with, reached, answers: Vec::new(), outcome };
        let step = Step::Event { event: PatientEvent::Contact(contact), happened: at.unix };
        if chart.record(&state, &mut form, vec![step]).await?.is_some() {
            return Ok(Redirect::to(&chart.banner().address("files")).into_response());
        }
    }
    made(&state, &chart, form, Posted::Contact).await
}
