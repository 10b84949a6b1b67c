//! The door of enquiries: what comes from outside, and what those who answer record.

use super::{
    Enquiry, EnquiryEvent, EnquirySummary, Entry, Place, Request, SentFile, digest, projection, stream,
};
use crate::access::{Actor, Denied, Right};
use crate::account::By;
use record::{Append, AppendError, Id, Kind, Port, ReadError, Receipt};

/// Why something about an enquiry was not recorded.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EnquiryError {
    /// The person may not do this.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// There is no such enquiry.
    #[error("there is no such enquiry")]
    NotThere,
    /// A field is wrong.
    #[error("{message}")]
    Field {
        /// The field.
        field: &'static str,
        /// What is wrong, and what would be accepted.
        message: &'static str,
    },
    /// What is asked for cannot be done as things stand.
    #[error("{0}")]
    Impossible(&'static str),
    /// An event that cannot be read.
    #[error("event {version} of an enquiry cannot be read: {cause}")]
    Unreadable {
        /// Which.
        version: u64,
        /// How.
        cause: String,
    },
    /// The store.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The store.
    #[error(transparent)]
    Append(#[from] AppendError),
}

/// Loads an enquiry.
///
/// # Errors
/// [`EnquiryError::NotThere`], or what cannot be read.
pub async fn load(port: &dyn Port, id: Id) -> Result<Enquiry, EnquiryError> {
    Enquiry::fold(id, &port.read(stream(id), 0).await?)?.ok_or(EnquiryError::NotThere)
}

/// Enquiries about a patient, by their ids.
///
/// # Errors
/// What cannot be read.
pub async fn by_patient(port: &dyn Port, patient: Id) -> Result<Vec<(Id, EnquirySummary)>, ReadError> {
    let word = patient.to_string();
    let found = port.search(Kind::Enquiry, vec![word.clone()], 20).await?;
    let read = |summary: record::Summary| {
        let read: EnquirySummary = serde_json::from_str(&summary.summary).ok()?;
        (read.patient.as_ref() == Some(&word)).then_some((summary.stream.id, read))
    };
    Ok(found.into_iter().filter_map(read).collect())
}

/// What a text from outside may have at most, in letters.
const MESSAGE_LETTERS_MAX: usize = 8_000;
const LINE_LETTERS_MAX: usize = 200;

/// Whether a request can be taken.
fn check_request(request: &Request) -> Result<(), EnquiryError> {
    let missing = |field, message| Err(EnquiryError::Field { field, message });
    let lines = [
        ("writer", &request.writer),
        ("about", &request.about),
        ("phone", &request.phone),
        ("email", &request.email),
        ("best-time", &request.best_time),
        ("country", &request.country),
        ("language", &request.language),
    ];
    for (field, text) in lines {
        if text.chars().count() > LINE_LETTERS_MAX {
            return missing(field, "Use at most 200 letters here");
        }
        if text.contains('\0') {
            return missing(field, "This holds a character that cannot be kept");
        }
    }
    if request.message.contains('\0') {
        return missing("message", "This holds a character that cannot be kept");
    }
    if request.message.chars().count() > MESSAGE_LETTERS_MAX {
        return missing("message", "Use at most 8000 letters; send the rest as a file");
    }
    if request.consent.is_empty() {
        return missing("consent", "Without this agreement we may not keep what you write");
    }
    if request.writer.trim().is_empty() || request.about.trim().is_empty() {
        return missing("writer", "Give your name");
    }
    if request.phone.trim().is_empty() && request.email.trim().is_empty() {
        return missing("phone", "Give a phone number or an e-mail address, so that we can answer");
    }
    Ok(())
}

fn entry(enquiry: Option<&Enquiry>, event: &EnquiryEvent, happened: i64, by: By) -> Entry {
    let version = enquiry.map_or(0, |enquiry| enquiry.version) + 1;
    Entry { version, happened, recorded: by.now, by: by.account, event: event.clone() }
}

fn event_of(event: &EnquiryEvent, happened: i64) -> Result<record::NewEvent, EnquiryError> {
    event
        .to_record(happened)
        .map_err(|error| EnquiryError::Unreadable { version: 0, cause: error.to_string() })
}

/// Records what came from outside. The files have been judged ([`super::judge`]) and are attached to the stream already.
///
/// # Errors
/// What is wrong with a field, or what the store says.
pub async fn record_received(
    port: &dyn Port,
    id: Id,
    request: Request,
    files: Vec<SentFile>,
    by: By,
) -> Result<Receipt, EnquiryError> {
    check_request(&request)?;
    let mut events = vec![event_of(&EnquiryEvent::Received(request.clone()), by.now)?];
    let mut enquiry = Enquiry {
        id,
        version: 1,
        request: request.clone(),
        received: by.now,
        files: Vec::new(),
        taken: None,
        reviews: Vec::new(),
        letters: Vec::new(),
        answered: None,
        tried: (0, 0),
        patient: None,
        closed: None,
        entries: Vec::new(),
    };
    for file in files {
        let event = EnquiryEvent::FileReceived(file);
        events.push(event_of(&event, by.now)?);
        let next = entry(Some(&enquiry), &event, by.now, by);
        enquiry.with(next);
    }
    let projection = Some(projection(&enquiry));
    Ok(port.append(by.act(vec![Append { stream: stream(id), expected: 0, events, projection }])).await?)
}

fn text(field: &'static str, text: &str, message: &'static str) -> Result<(), EnquiryError> {
    if text.trim().is_empty() { Err(EnquiryError::Field { field, message }) } else { Ok(()) }
}

/// Whether an event may follow as things stand, and whether this person may record it.
fn check(enquiry: &Enquiry, event: &EnquiryEvent, actor: &Actor) -> Result<(), EnquiryError> {
    actor.require(Right::AnswerEnquiries)?;
    let impossible = |why| Err(EnquiryError::Impossible(why));
    match (event, &enquiry.closed) {
        (EnquiryEvent::Reopened { .. }, None) => return impossible("this enquiry is open"),
        (EnquiryEvent::Reopened { .. }, Some(_)) if enquiry.is_withdrawn() => {
            return impossible("consent was withdrawn: what was sent may not be used again");
        }
        (EnquiryEvent::Reopened { .. }, Some(_)) | (_, None) => {}
        (_, Some(_)) => return impossible("this enquiry is closed: open it again first"),
    }
    match event {
        EnquiryEvent::Received(_) | EnquiryEvent::FileReceived(_) => {
            impossible("this comes from outside only")
        }
        EnquiryEvent::FileOpened { hash } => match enquiry.file(hash).map(|held| &held.place) {
            Some(Place::Quarantine) => Ok(()),
            Some(_) => impossible("this file is no longer in quarantine"),
            None => impossible("there is no such file"),
        },
        EnquiryEvent::FileRefused { hash, reason } => {
            text("reason", reason, "Say why")?;
            match enquiry.file(hash).map(|held| &held.place) {
                Some(Place::Refused { .. }) => impossible("this file is refused already"),
                Some(_) => Ok(()),
                None => impossible("there is no such file"),
            }
        }
        EnquiryEvent::ContactTried { how, said, .. } => {
            text("how", how, "Say how and whom, such as “phone, the mother”")?;
            text("said", said, "Say what was said or agreed; or that nobody answered")
        }
        EnquiryEvent::Taken { name } => text("name", name, "Say who"),
        EnquiryEvent::Reviewed { hash, shows, .. } => {
            text("shows", shows, "Say what it shows")?;
            match hash.as_ref().map(|hash| enquiry.file(hash).map(|held| &held.place)) {
                None | Some(Some(Place::Opened)) => Ok(()),
                Some(Some(_)) => impossible("take the file out of quarantine first"),
                Some(None) => impossible("there is no such file"),
            }
        }
        EnquiryEvent::OpinionDrafted { number, opinion } => {
            text("question", &opinion.question, "Say what was asked")?;
            text("reasons", &opinion.reasons, "Say what is suggested, and why")?;
            if *number == enquiry.next_number() {
                Ok(())
            } else {
                impossible("this version is signed: write another one")
            }
        }
        EnquiryEvent::OpinionIssued { number, digest: signed, .. } => {
            actor.require(Right::SignOrders)?;
            match enquiry.draft().filter(|draft| draft.number == *number) {
                Some(draft) if digest(enquiry.id, *number, &draft.opinion) == *signed => Ok(()),
                Some(_) => impossible("the draft has changed since it was shown: look at it again"),
                None => impossible("there is no such draft"),
            }
        }
        EnquiryEvent::Answered { how } => text("how", how, "Say how, and what was answered"),
        EnquiryEvent::BecamePatient { .. } => {
            actor.require(Right::EditIdentity)?;
            match enquiry.patient {
                Some(_) => impossible("this enquiry belongs to a patient already"),
                None => Ok(()),
            }
        }
        EnquiryEvent::Closed { .. } => Ok(()),
        EnquiryEvent::Reopened { reason } => text("reason", reason, "Say why"),
    }
}

/// What these events append to an enquiry that was seen at a version, for an act that holds more; checked.
///
/// # Errors
/// [`EnquiryError`] for what cannot be recorded.
pub fn appending(
    enquiry: &Enquiry,
    expected: u64,
    events: &[(EnquiryEvent, i64)],
    actor: &Actor,
    by: By,
) -> Result<Append, EnquiryError> {
    let mut after = enquiry.clone();
    let mut new = Vec::with_capacity(events.len());
    for (event, happened) in events {
        check(&after, event, actor)?;
        if *happened > by.now.saturating_add(60) {
            return Err(EnquiryError::Field { field: "at", message: "This time lies in the future" });
        }
        new.push(event_of(event, *happened)?);
        let next = entry(Some(&after), event, *happened, by);
        after.with(next);
    }
    Ok(Append { stream: stream(enquiry.id), expected, events: new, projection: Some(projection(&after)) })
}

/// Records what a person who answers did, each with when it happened in seconds since 1970. The enquiry is as it was loaded;
/// `expected` is the version that the person saw.
///
/// # Errors
/// [`EnquiryError`]; nothing is recorded then. Somebody who was faster is an `Append` that is stale.
pub async fn record(
    port: &dyn Port,
    actor: &Actor,
    enquiry: &Enquiry,
    expected: u64,
    events: Vec<(EnquiryEvent, i64)>,
    by: By,
) -> Result<Receipt, EnquiryError> {
    if let Some(receipt) = port.resolve(by.form).await? {
        // The same form again is the same act, however the enquiry stands by now.
        return if receipt.content == by.content {
            Ok(Receipt { again: true, ..receipt })
        } else {
            Err(AppendError::FormReused.into())
        };
    }
    if enquiry.version != expected {
        let (stream, found) = (stream(enquiry.id), enquiry.version);
        return Err(AppendError::Stale { stream, expected, found }.into());
    }
    let append = appending(enquiry, expected, &events, actor, by)?;
    Ok(port.append(by.act(vec![append])).await?)
}

/// Makes the projection of every enquiry anew.
///
/// # Errors
/// What cannot be read or written.
pub async fn project(port: &dyn Port) -> Result<(), EnquiryError> {
    let mut after = None;
    loop {
        let page = port.streams(Kind::Enquiry, after, 200).await?;
        let Some((last, _)) = page.last().copied() else { return Ok(()) };
        for (id, _) in page {
            // Somebody may be writing meanwhile: their projection is as new, or we look again.
            loop {
                let enquiry = load(port, id).await?;
                if port.project(stream(id), enquiry.version, projection(&enquiry)).await? {
                    break;
                }
            }
        }
        after = Some(last);
    }
}
