//! Enquiries, for programs of those who answer them: listed and read. They are answered on pages.

use super::answer::{Answer, Problem};
use crate::error::PageError;
use crate::state::AppState;
use axum::Json;
use axum::extract::{Path, Query, State};
use practice::access::Actor;
use practice::enquiry::{self, Enquiry, EnquirySummary, Place};
use record::{After, Id};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// How many enquiries a page has at most.
const PAGE_MAX: u32 = 200;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Which {
    /// At most so many, 1 to 200; 50 if absent.
    limit: Option<u32>,
    /// `next` of the page before.
    after: Option<String>,
}

/// An enquiry in a list.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct EnquiryLine {
    id: String,
    version: u64,
    /// callback, consultation, second-opinion or from-abroad
    wish: &'static str,
    /// About whom; empty if consent was withdrawn.
    about: String,
    /// Who wrote; empty if consent was withdrawn.
    writer: String,
    /// Language of the answer.
    language: String,
    country: String,
    /// new, being worked on, answered or closed
    state: &'static str,
    received: Option<String>,
    /// By when an answer was promised.
    answer_by: Option<String>,
    answered: Option<String>,
    /// Who works on it.
    taken: Option<String>,
    /// Files that nobody has taken out of quarantine.
    quarantined: usize,
    /// Files that were taken out and that nobody has reviewed.
    to_review: usize,
    /// The patient's record.
    patient: Option<String>,
}

fn moment(unix: i64) -> Option<String> {
    jiff::Timestamp::from_second(unix).ok().map(|at| at.to_string())
}

impl EnquiryLine {
    fn of(id: Id, version: u64, summary: EnquirySummary) -> Self {
        Self {
            id: id.to_string(),
            version,
            wish: summary.wish.word(),
            about: summary.about,
            writer: summary.writer,
            language: summary.language,
            country: summary.country,
            state: summary.state.words(),
            received: moment(summary.received),
            answer_by: moment(summary.answer_by),
            answered: summary.answered.and_then(moment),
            taken: summary.taken,
            quarantined: summary.quarantined,
            to_review: summary.to_review,
            patient: summary.patient,
        }
    }
}

/// A page of enquiries.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Enquiries {
    /// What is owed first stands first, then what is answered, then what is closed.
    enquiries: Vec<EnquiryLine>,
    /// Where the next page begins; none if this is the last.
    next: Option<String>,
}

/// Enquiries, what is owed first
#[utoipa::path(get, path = "/api/v1/enquiries", tag = "enquiries", params(Which),
    responses((status = 200, body = Enquiries), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn list(
    State(state): State<AppState>,
    actor: Actor,
    Query(which): Query<Which>,
) -> Answer<Enquiries> {
    let door = state.enquiries(&actor)?;
    let limit = which.limit.unwrap_or(50);
    if !(1..=PAGE_MAX).contains(&limit) {
        return Err(Problem::field("/limit", format!("is 1 to {PAGE_MAX}")));
    }
    let after = match which.after.as_deref().map(|after| after.split_once('~')) {
        None => None,
        Some(read) => {
            let read =
                read.and_then(|(id, order)| Some(After { order: order.to_owned(), id: id.parse().ok()? }));
            Some(read.ok_or_else(|| Problem::field("/after", "is `next` of the page before"))?)
        }
    };
    let found = door.summaries(after, limit).await?;
    let full = u32::try_from(found.len()).is_ok_and(|found| found == limit);
    let next = found.last().filter(|_| full).map(|last| format!("{}~{}", last.stream.id, last.order));
    let line = |found: record::Summary| {
        let summary = serde_json::from_str(&found.summary).ok()?;
        Some(EnquiryLine::of(found.stream.id, found.version, summary))
    };
    Ok(Json(Enquiries { enquiries: found.into_iter().filter_map(line).collect(), next }))
}

/// A file of an enquiry; it is downloaded on pages only.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct EnquiryFile {
    name: String,
    /// Its type, by content.
    media_type: String,
    bytes: u64,
    /// quarantine, opened or refused
    place: &'static str,
}

/// Something that was done.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct EnquiryEntry {
    version: u64,
    at: Option<String>,
    what: String,
}

/// An enquiry.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct EnquiryAnswer {
    #[serde(flatten)]
    line: EnquiryLine,
    /// Birth date, YYYY-MM-DD, if it was given.
    born: Option<String>,
    phone: String,
    email: String,
    /// When to call, in words.
    best_time: String,
    message: String,
    /// The version of the wording that was agreed to.
    consent: String,
    files: Vec<EnquiryFile>,
    /// Everything in order.
    entries: Vec<EnquiryEntry>,
}

fn answer(enquiry: &Enquiry) -> Result<EnquiryAnswer, PageError> {
    let (request, shown) = (&enquiry.request, !enquiry.is_withdrawn());
    let text = |text: &String| if shown { text.clone() } else { String::new() };
    let summary = serde_json::from_str(&enquiry::projection(enquiry).summary)
        .map_err(|error| PageError::Fault(error.to_string()))?;
    let files = enquiry.files.iter().filter(|_| shown).map(|held| EnquiryFile {
        name: held.file.name.clone(),
        media_type: held.file.media_type.clone(),
        bytes: held.file.bytes,
        place: match held.place {
            Place::Quarantine => "quarantine",
            Place::Opened => "opened",
            Place::Refused { .. } => "refused",
        },
    });
    let entries = enquiry
        .entries
        .iter()
        .filter(|entry| shown || !matches!(entry.event, enquiry::EnquiryEvent::FileReceived(_)));
    Ok(EnquiryAnswer {
        line: EnquiryLine::of(enquiry.id, enquiry.version, summary),
        born: request.born.filter(|_| shown).map(|born| born.to_string()),
        phone: text(&request.phone),
        email: text(&request.email),
        best_time: text(&request.best_time),
        message: text(&request.message),
        consent: request.consent.clone(),
        files: files.collect(),
        entries: entries
            .map(|entry| EnquiryEntry {
                version: entry.version,
                at: moment(entry.happened),
                what: entry.event.title(),
            })
            .collect(),
    })
}

/// An enquiry
#[utoipa::path(get, path = "/api/v1/enquiries/{id}", tag = "enquiries", params(("id" = String, Path, description = "the enquiry's id")),
    responses((status = 200, body = EnquiryAnswer), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn read(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer<EnquiryAnswer> {
    state.enquiries(&actor)?;
    let id = id.parse().map_err(|_| PageError::NotFound)?;
    let enquiry = enquiry::load(state.store(), id).await.map_err(PageError::from)?;
    Ok(Json(answer(&enquiry)?))
}
