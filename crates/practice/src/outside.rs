//! What comes through a link: finding its patient, and recording what a patient or family sends. Nobody is signed in, so
//! nothing but what [`Sent`] holds can come in here.
//!
//! A token that nobody has made and one that was revoked are alike: [`find`] says `None` of both.

use crate::door::{Done, Practice, Refusal};
use crate::path::link::{self, Kind, Link};
use crate::path::{diary, told};
use crate::patient::{Patient, PatientEvent};
use crate::rules::Rules;
use record::{Kind as StreamKind, Stream, Viewed};
use serde::Serialize;
use std::sync::Arc;

/// How much may be sent by one link within a day.
pub const SENT_PER_DAY_MAX: usize = 60;
/// The day of [`SENT_PER_DAY_MAX`], in seconds.
pub(crate) const DAY_SECONDS: i64 = 24 * 3_600;

/// Whom a token leads to.
#[derive(Debug, Clone)]
pub struct Found {
    /// The patient.
    pub patient: Arc<Patient>,
    /// The live link.
    pub link: Link,
}

/// What can be sent from a patient page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sent {
    /// A day of the diary.
    Diary(diary::Day),
    /// An alarm.
    Alarm(told::Alarm),
    /// A symptom.
    Symptom(told::Symptom),
    /// A question.
    Question(told::Question),
}

impl Sent {
    /// Whether it can be kept, `now` in seconds since 1970; the field and what is wrong with it otherwise.
    ///
    /// # Errors
    /// The field, as a JSON pointer, and what would be accepted.
    pub fn check(&self, now: i64) -> Result<(), (&'static str, String)> {
        match self {
            Self::Diary(day) => day.check(now),
            Self::Alarm(alarm) => alarm.check(),
            Self::Symptom(symptom) => symptom.check(),
            Self::Question(question) => question.check(),
        }
    }

    /// The event that it becomes.
    pub(crate) fn event(&self, link: &str) -> PatientEvent {
        let link = link.to_owned();
        match self.clone() {
            Self::Diary(day) => PatientEvent::Diary(diary::Event::Kept { link, day }),
            Self::Alarm(alarm) => PatientEvent::FromPatient(told::Event::AlarmReported { link, alarm }),
            Self::Symptom(symptom) => {
                PatientEvent::FromPatient(told::Event::SymptomReported { link, symptom })
            }
            Self::Question(question) => PatientEvent::FromPatient(told::Event::Asked { link, question }),
        }
    }
}

/// Why something that was sent was not recorded.
#[derive(Debug, thiserror::Error)]
pub enum NotTaken {
    /// No live patient link has this token.
    #[error("this link opens nothing")]
    NoLink,
    /// More was sent by this link within a day than anybody needs.
    #[error(
        "too much was sent by this link today: at most {SENT_PER_DAY_MAX} entries in 24 hours; call the clinic"
    )]
    TooMany,
    /// A field is wrong.
    #[error("{field} {message}")]
    Field {
        /// The field, as a JSON pointer into what was sent, such as `/pain`.
        field: &'static str,
        /// What is wrong, and what would be accepted.
        message: String,
    },
    /// The store or the record.
    #[error(transparent)]
    Refused(#[from] Refusal),
}

/// The link by which something was sent; `None` of what the clinic recorded.
#[must_use]
pub fn link_of(event: &PatientEvent) -> Option<&str> {
    match event {
        PatientEvent::Diary(diary::Event::Kept { link, .. }) => Some(link),
        PatientEvent::FromPatient(event) => event.link(),
        _ => None,
    }
}

/// How much was sent by a link within the day before `now`, in seconds since 1970.
#[must_use]
pub fn sent_lately(patient: &Patient, link: &str, now: i64) -> usize {
    let since = now.saturating_sub(DAY_SECONDS);
    let entries = patient.entries.iter().rev().filter(|entry| entry.happened > since);
    entries.filter(|entry| link_of(&entry.event) == Some(link)).count()
}

/// Whom a token leads to; `None` for one that nobody has made, and for one that was revoked.
///
/// # Errors
/// What cannot be read.
pub async fn find(practice: &Practice, rules: &Arc<Rules>, token: &str) -> Result<Option<Found>, Refusal> {
    if !link::is_token(token) {
        return Ok(None);
    }
    let word = link::term(&link::hash(token));
    for hit in practice.port().search(StreamKind::Patient, vec![word], 4).await? {
        let patient = practice.patient(hit.stream.id, rules).await?;
        // The links of a record that was merged went along.
        if patient.merged_into.is_some() {
            continue;
        }
        if let Some(link) = patient.path.links.opened_by(token).cloned() {
            return Ok(Some(Found { patient, link }));
        }
    }
    Ok(None)
}

/// The same for a patient page only.
///
/// # Errors
/// As [`find`].
pub async fn find_of(
    practice: &Practice,
    rules: &Arc<Rules>,
    token: &str,
    kind: Kind,
) -> Result<Option<Found>, Refusal> {
    Ok(find(practice, rules, token).await?.filter(|found| found.link.kind == kind))
}

/// How the log of who looked begins what is said of an opening; the link's name follows.
const OPENED: &str = "opened by ";

/// That a link was opened, or something was sent by it, for the log of who looked: it names the link and never the token.
#[must_use]
pub fn opened(found: &Found, now: i64, from: &str, result: u16) -> Viewed {
    Viewed {
        at: now,
        by: None,
        from: from.to_owned(),
        what: format!("{OPENED}{}", found.link.id),
        stream: Some(Stream { kind: StreamKind::Patient, id: found.patient.id }),
        result,
    }
}

/// The name of the link that a line of the log is about, if it is about one.
#[must_use]
pub fn opened_by(viewed: &Viewed) -> Option<&str> {
    // The frame of the application notes the method and the page, with the link in the place of its token.
    let (_, path) = viewed.what.split_once(' ')?;
    let page = ["/e/", "/p/"].iter().find_map(|begins| path.strip_prefix(begins));
    let link = page.map(|rest| rest.split('/').next().unwrap_or(rest));
    viewed.what.strip_prefix(OPENED).or(link).filter(|_| viewed.stream.is_some())
}

impl Practice {
    /// Records what was sent from a patient page: by nobody, with the link's name in it. It only adds, so it is tried again
    /// when the record has moved on meanwhile; the same form again is the same act.
    ///
    /// `content` is a hash of what was filled in; `now` in seconds since 1970.
    ///
    /// # Errors
    /// [`NotTaken`]; nothing is recorded then.
    pub async fn record_from_outside(
        &self,
        token: &str,
        form: record::Id,
        content: [u8; 32],
        rules: &Arc<Rules>,
        now: i64,
        sent: Sent,
    ) -> Result<Done, NotTaken> {
        let no_link = || NotTaken::NoLink;
        let found = find_of(self, rules, token, Kind::Patient).await?.ok_or_else(no_link)?;
        if let Some(done) = self.done_before(form, content).await? {
            return Ok(done);
        }
        sent.check(now).map_err(|(field, message)| NotTaken::Field { field, message })?;
        let Found { mut patient, link } = found;
        for _ in 0..TRIES {
            if sent_lately(&patient, &link.id, now) >= SENT_PER_DAY_MAX {
                return Err(NotTaken::TooMany);
            }
            match self.append_from_outside(&patient, form, content, rules, now, sent.event(&link.id)).await {
                Err(Refusal::Stale { .. }) => {
                    // Somebody was faster; the link may have been revoked by that.
                    let again = find_of(self, rules, token, Kind::Patient).await?;
                    patient = again.ok_or_else(no_link)?.patient;
                }
                other => return Ok(other?),
            }
        }
        Err(Refusal::Store("too many write in this record at once; send it again".to_owned()).into())
    }
}

/// So often it is tried again if somebody else writes in the record meanwhile.
const TRIES: usize = 8;
