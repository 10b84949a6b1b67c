//! Enquiries: what somebody outside asks, from the form to the answer, before there is a patient.
//!
//! Words
//! - *enquiry*: a stream folded ([`Enquiry`]); *request*: what the form said ([`Request`]).
//! - *quarantine*: where a file lies until somebody who works here opens or refuses it; no page shows it before.
//! - *answer by*: the promise, 24 hours of working days ([`answer_by`]); it is kept with the request, since it was told.
//! - *opinion*: a letter with options and reasons, in versions; a signed version is never changed, another one replaces it.
//!
//! Invariants
//! - Nothing that came from outside is trusted: a file is what its content says, a name is made safe.
//! - When consent is withdrawn, no page, list or search shows what was sent.

mod deadline;
mod door;
mod event;
mod summary;
mod upload;

pub use deadline::{ANSWER_SECONDS, answer_by};
pub use door::{EnquiryError, appending, by_patient, load, project, record, record_received};
pub use event::{EnquiryEvent, Opinion, Relation, Request, SentFile, TreatmentOption, Why, Wish};
pub use summary::{EnquirySummary, projection};
pub use upload::{ACCEPTED, FILE_BYTES_MAX, FILES_BYTES_MAX, FILES_MAX, NotTaken, Taken, clean_name, judge};

use record::{Event, Id, Kind, Stream};
use sha2::{Digest, Sha256};

/// The wording to which somebody agrees, and its version; a changed wording gets a new version.
pub const CONSENT: (&str, &str) = (
    "2026-11",
    "I agree that the clinic keeps what I send here, including health data and files, and uses it to answer this enquiry. I may withdraw this at any time, by phone or e-mail; then it is no longer shown to anybody or used.",
);

/// The stream of an enquiry.
#[must_use]
pub const fn stream(id: Id) -> Stream {
    Stream { kind: Kind::Enquiry, id }
}

/// Where an enquiry stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Nobody works on it yet.
    New,
    /// Somebody works on it; the answer is still owed.
    Taken,
    /// The person has an answer.
    Answered,
    /// Nobody works on it any more.
    Closed,
}

impl State {
    /// For people.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Taken => "being worked on",
            Self::Answered => "answered",
            Self::Closed => "closed",
        }
    }
}

/// An event as it stands in the stream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its place, from 1.
    pub version: u64,
    /// When it happened, in seconds since 1970.
    pub happened: i64,
    /// When it was recorded.
    pub recorded: i64,
    /// Who recorded it; none for the public form.
    pub by: Option<Id>,
    /// What.
    pub event: EnquiryEvent,
}

/// Where a file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// Nobody has looked at it.
    Quarantine,
    /// Somebody took it out.
    Opened,
    /// Somebody refused it.
    Refused {
        /// Why.
        reason: String,
    },
}

/// A file with where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The file.
    pub file: SentFile,
    /// Where it is.
    pub place: Place,
}

/// What a review said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// Of which file; none for all together.
    pub hash: Option<String>,
    /// What it shows.
    pub shows: String,
    /// What is missing.
    pub missing: String,
    /// When, in seconds since 1970.
    pub at: i64,
    /// Who.
    pub by: Option<Id>,
}

/// Who signed a version of the opinion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issued {
    /// Name.
    pub name: String,
    /// Role.
    pub role: String,
    /// What the signature covers.
    pub digest: String,
    /// When, in seconds since 1970.
    pub at: i64,
}

/// A version of the opinion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Its number, from 1.
    pub number: u32,
    /// What it says.
    pub opinion: Opinion,
    /// Who signed it; none for a draft.
    pub issued: Option<Issued>,
}

/// An enquiry as its events leave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enquiry {
    /// Its id.
    pub id: Id,
    /// Its version.
    pub version: u64,
    /// What was asked.
    pub request: Request,
    /// When it came, in seconds since 1970.
    pub received: i64,
    /// Files.
    pub files: Vec<Held>,
    /// Who works on it, by name.
    pub taken: Option<String>,
    /// Reviews, oldest first.
    pub reviews: Vec<Review>,
    /// Versions of the opinion, oldest first; at most the last one is a draft.
    pub letters: Vec<Letter>,
    /// When it was answered, and how.
    pub answered: Option<(i64, String)>,
    /// Attempts to reach the person: how many, and how many reached somebody.
    pub tried: (usize, usize),
    /// The patient it is about.
    pub patient: Option<Id>,
    /// Why it is closed, and what else was said.
    pub closed: Option<(Why, String)>,
    /// Everything recorded, in order.
    pub entries: Vec<Entry>,
}

/// SHA-256 of a version of an opinion, hexadecimal: what a signature covers.
#[must_use]
pub fn digest(enquiry: Id, number: u32, opinion: &Opinion) -> String {
    let mut hash = Sha256::new();
    hash.update(enquiry.bytes());
    hash.update(number.to_be_bytes());
    hash.update(serde_json::to_vec(opinion).unwrap_or_default());
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Enquiry {
    /// The enquiry that these events leave; `None` for none.
    ///
    /// # Errors
    /// [`EnquiryError::Unreadable`] names the first event that cannot be read.
    pub fn fold(id: Id, events: &[Event]) -> Result<Option<Self>, EnquiryError> {
        let mut enquiry: Option<Self> = None;
        for event in events {
            let unreadable = |cause: String| EnquiryError::Unreadable { version: event.version, cause };
            let read = EnquiryEvent::from_record(&event.kind, &event.body)
                .map_err(|error| unreadable(error.to_string()))?;
            let entry = Entry {
                version: event.version,
                happened: event.happened,
                recorded: event.recorded,
                by: event.by,
                event: read,
            };
            match (&mut enquiry, &entry.event) {
                (None, EnquiryEvent::Received(request)) => {
                    enquiry = Some(Self {
                        id,
                        version: event.version,
                        request: request.clone(),
                        received: event.happened,
                        files: Vec::new(),
                        taken: None,
                        reviews: Vec::new(),
                        letters: Vec::new(),
                        answered: None,
                        tried: (0, 0),
                        patient: None,
                        closed: None,
                        entries: vec![entry],
                    });
                }
                (Some(enquiry), _) => enquiry.with(entry),
                (None, _) => return Err(unreadable("an enquiry begins with what was asked".to_owned())),
            }
        }
        Ok(enquiry)
    }

    /// One more event.
    pub(crate) fn with(&mut self, entry: Entry) {
        self.version = entry.version;
        match &entry.event {
            EnquiryEvent::Received(_) => {}
            // The same content sent twice is one file.
            EnquiryEvent::FileReceived(file) => {
                if self.file(&file.hash).is_none() {
                    self.files.push(Held { file: file.clone(), place: Place::Quarantine });
                }
            }
            EnquiryEvent::FileOpened { hash } => self.place(hash, Place::Opened),
            EnquiryEvent::FileRefused { hash, reason } => {
                self.place(hash, Place::Refused { reason: reason.clone() });
            }
            EnquiryEvent::ContactTried { reached, .. } => {
                self.tried.0 += 1;
                self.tried.1 += usize::from(*reached);
            }
            EnquiryEvent::Taken { name } => self.taken = Some(name.clone()),
            EnquiryEvent::Reviewed { hash, shows, missing } => self.reviews.push(Review {
                hash: hash.clone(),
                shows: shows.clone(),
                missing: missing.clone(),
                at: entry.happened,
                by: entry.by,
            }),
            EnquiryEvent::OpinionDrafted { number, opinion } => {
                self.letters.retain(|letter| letter.issued.is_some());
                self.letters.push(Letter { number: *number, opinion: opinion.clone(), issued: None });
            }
            EnquiryEvent::OpinionIssued { number, digest, name, role } => {
                if let Some(letter) = self.letters.iter_mut().find(|letter| letter.number == *number) {
                    letter.issued = Some(Issued {
                        name: name.clone(),
                        role: role.clone(),
                        digest: digest.clone(),
                        at: entry.recorded,
                    });
                }
            }
            EnquiryEvent::Answered { how } => {
                // The first answer keeps the promise; later ones are further answers.
                self.answered.get_or_insert((entry.happened, how.clone()));
            }
            EnquiryEvent::BecamePatient { patient, .. } => self.patient = Some(patient.0),
            EnquiryEvent::Closed { why, note } => self.closed = Some((*why, note.clone())),
            EnquiryEvent::Reopened { .. } => self.closed = None,
        }
        self.entries.push(entry);
    }

    fn place(&mut self, hash: &str, place: Place) {
        if let Some(held) = self.files.iter_mut().find(|held| held.file.hash == hash) {
            held.place = place;
        }
    }

    /// A file by its hash.
    #[must_use]
    pub fn file(&self, hash: &str) -> Option<&Held> {
        self.files.iter().find(|held| held.file.hash == hash)
    }

    /// Where it stands.
    #[must_use]
    pub const fn state(&self) -> State {
        match (&self.closed, &self.answered, &self.taken) {
            (Some(_), _, _) => State::Closed,
            (None, Some(_), _) => State::Answered,
            (None, None, Some(_)) => State::Taken,
            (None, None, None) => State::New,
        }
    }

    /// Whether consent was withdrawn: then nothing that was sent is shown.
    #[must_use]
    pub const fn is_withdrawn(&self) -> bool {
        matches!(self.closed, Some((Why::Withdrawn, _)))
    }

    /// Files in quarantine.
    pub fn quarantined(&self) -> impl Iterator<Item = &Held> {
        self.files.iter().filter(|held| held.place == Place::Quarantine)
    }

    /// Files that somebody took out of quarantine.
    pub fn opened(&self) -> impl Iterator<Item = &Held> {
        self.files.iter().filter(|held| held.place == Place::Opened)
    }

    /// Files that were taken out and that nobody has reviewed one by one.
    pub fn to_review(&self) -> impl Iterator<Item = &Held> {
        self.opened()
            .filter(|held| !self.reviews.iter().any(|review| review.hash.as_ref() == Some(&held.file.hash)))
    }

    /// The version of the opinion that is not signed yet.
    #[must_use]
    pub fn draft(&self) -> Option<&Letter> {
        self.letters.last().filter(|letter| letter.issued.is_none())
    }

    /// The number of the next version that would be written: that of the draft, if there is one.
    #[must_use]
    pub fn next_number(&self) -> u32 {
        match self.letters.last() {
            None => 1,
            Some(letter) if letter.issued.is_none() => letter.number,
            Some(letter) => letter.number.saturating_add(1),
        }
    }
}
