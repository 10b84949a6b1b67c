//! What lists find of an enquiry: kept in the store beside the stream, made anew with every act.

use super::{Enquiry, State, Wish};
use crate::worklist::{DueBody, Task, words};
use record::{Due, Projection};
use serde::{Deserialize, Serialize};

/// What lists show of an enquiry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct EnquirySummary {
    /// Who wrote; empty when consent was withdrawn.
    pub writer: String,
    /// About whom; empty when consent was withdrawn.
    pub about: String,
    /// What is wished.
    pub wish: Wish,
    /// Language of the answer.
    pub language: String,
    /// Where the person lives.
    pub country: String,
    /// Where it stands.
    pub state: State,
    /// When it came, in seconds since 1970.
    pub received: i64,
    /// By when an answer was promised.
    pub answer_by: i64,
    /// When it was answered.
    pub answered: Option<i64>,
    /// Who works on it.
    pub taken: Option<String>,
    /// Files in quarantine.
    pub quarantined: usize,
    /// Files taken out of quarantine that nobody has reviewed.
    pub to_review: usize,
    /// Whether an opinion waits for a signature.
    pub opinion_drafted: bool,
    /// Attempts to reach the person.
    pub tried: usize,
    /// The patient's record, by its id.
    pub patient: Option<String>,
    /// Why it is closed, for people.
    pub closed: Option<String>,
    /// Whether it is invented.
    pub invented: bool,
}

fn summary(enquiry: &Enquiry) -> EnquirySummary {
    let request = &enquiry.request;
    let shown = |text: &String| if enquiry.is_withdrawn() { String::new() } else { text.clone() };
    EnquirySummary {
        writer: shown(&request.writer),
        about: shown(&request.about),
        wish: request.wish,
        language: shown(&request.language),
        country: shown(&request.country),
        state: enquiry.state(),
        received: enquiry.received,
        answer_by: request.answer_by,
        answered: enquiry.answered.as_ref().map(|(at, _)| *at),
        taken: enquiry.taken.clone(),
        quarantined: enquiry.quarantined().count(),
        to_review: enquiry.to_review().count(),
        opinion_drafted: enquiry.draft().is_some(),
        tried: enquiry.tried.0,
        patient: enquiry.patient.map(|id| id.to_string()),
        closed: enquiry.closed.as_ref().map(|(why, _)| why.title().to_owned()),
        invented: request.invented,
    }
}

/// What is due: the answer, and documents that nobody has looked at.
fn due(enquiry: &Enquiry) -> Vec<Due> {
    let mut due = Vec::new();
    let mut push = |task: Task, from: i64, text: String, ends: Option<i64>| {
        let body = serde_json::to_string(&DueBody { text, ends, ..DueBody::default() }).unwrap_or_default();
        due.push(Due { kind: task.word().to_owned(), from, ends: None, body });
    };
    if enquiry.state() == State::Closed {
        return due;
    }
    let wish = enquiry.request.wish.title();
    if enquiry.answered.is_none() {
        let who = match &enquiry.taken {
            Some(name) => format!("{name} works on it"),
            None => "nobody works on it yet".to_owned(),
        };
        let text = format!("wishes {wish}; {who}");
        push(Task::Enquiry, enquiry.received, text, Some(enquiry.request.answer_by));
    }
    let (locked, open) = (enquiry.quarantined().count(), enquiry.to_review().count());
    let files = |number: usize| if number == 1 { "1 file".to_owned() } else { format!("{number} files") };
    let text = match (locked, open) {
        (0, 0) => None,
        (locked, 0) => Some(format!("{} in quarantine", files(locked))),
        (0, open) => Some(format!("{} to review", files(open))),
        (locked, open) => Some(format!("{} in quarantine, {} to review", files(locked), files(open))),
    };
    if let Some(text) = text {
        push(Task::EnquiryDocuments, enquiry.received, text, None);
    }
    if let Some(draft) = enquiry.draft() {
        let text = format!("opinion, version {}: a physician signs", draft.number);
        push(Task::EnquiryDocuments, enquiry.received, text, None);
    }
    due
}

/// The words under which it is found: its number, the patient's record; names and birth date unless consent was withdrawn.
fn terms(enquiry: &Enquiry) -> Vec<String> {
    let request = &enquiry.request;
    let mut terms: Vec<String> = enquiry.patient.iter().map(ToString::to_string).collect();
    // Its number is the beginning of its id, written in two parts.
    let id = enquiry.id.to_string();
    terms.push(id.chars().skip(4).take(4).collect());
    terms.push(id);
    if !enquiry.is_withdrawn() {
        terms.extend(words(&format!("{} {}", request.writer, request.about)));
        terms.extend(words(&request.email));
        if let Some(born) = request.born {
            terms.push(format!("{:04}{:02}{:02}", born.year(), born.month(), born.day()));
            terms.push(format!("{:02}{:02}{:04}", born.day(), born.month(), born.year()));
        }
    }
    terms.sort();
    terms.dedup();
    terms
}

/// What pages find of an enquiry. Lists come in the order of what is owed first: by promise, then what is answered, then what
/// is closed, the newest first.
#[must_use]
pub fn projection(enquiry: &Enquiry) -> Projection {
    let newest_first = i64::MAX.saturating_sub(enquiry.received.max(0));
    let order = match enquiry.state() {
        State::New | State::Taken => format!("0 {:020}", enquiry.request.answer_by.max(0)),
        State::Answered => format!("1 {newest_first:020}"),
        State::Closed => format!("2 {newest_first:020}"),
    };
    Projection {
        order,
        summary: serde_json::to_string(&summary(enquiry)).unwrap_or_default(),
        due: due(enquiry),
        terms: terms(enquiry),
        rows: String::new(),
    }
}
