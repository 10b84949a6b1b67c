//! Consents: given, refused, withdrawn; each for one thing, by one person, on one day.

use super::Told;
use crate::access::Right;
use crate::patient::{Entry, Patient};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// To what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum To {
    /// The screening test.
    Test,
    /// The operation.
    Surgery,
    /// Being counted in a register, without the name.
    Registry,
    /// Being reminded and asked, by the ways the patient gave.
    Contact,
}

impl To {
    /// All of them, with the word in data and the words for people.
    pub const WORDS: [(&'static str, Self, &'static str); 4] = [
        ("test", Self::Test, "the screening test"),
        ("surgery", Self::Surgery, "the operation"),
        ("registry", Self::Registry, "a register without the name"),
        ("contact", Self::Contact, "reminders by e-mail"),
    ];

    /// For people.
    #[must_use]
    pub fn words(self) -> &'static str {
        Self::WORDS.iter().find(|(_, to, _)| *to == self).map_or("", |(_, _, words)| words)
    }
}

/// What was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Said {
    /// Yes.
    Given,
    /// No.
    Refused,
    /// No longer.
    Withdrawn,
}

impl Said {
    /// All of them, with the word in data, which people read too.
    pub const WORDS: [(&'static str, Self); 3] =
        [("given", Self::Given), ("refused", Self::Refused), ("withdrawn", Self::Withdrawn)];

    /// For people.
    #[must_use]
    pub fn words(self) -> &'static str {
        Self::WORDS.iter().find(|(_, said)| *said == self).map_or("", |(word, _)| word)
    }
}

/// Something recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Event {
    /// To what.
    pub to: To,
    /// What was said.
    pub said: Said,
    /// On which day.
    pub on: Date,
    /// Who said it: patient, mother, father, guardian, with the name.
    pub by: String,
    /// Who interpreted; empty if nobody had to.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub interpreter: String,
    /// Where the signed paper is, or what else should be known. A withdrawal needs no reason.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// Consents of a patient: all that was said, the last one last.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Consents {
    /// Each with the entry that holds it.
    pub all: Vec<(u64, Event)>,
}

impl Consents {
    pub(super) fn take(&mut self, entry: &Entry, event: &Event) {
        self.all.push((entry.version, event.clone()));
    }

    /// What was said last of one thing.
    #[must_use]
    pub fn last(&self, to: To) -> Option<&Event> {
        self.all.iter().rev().map(|(_, event)| event).find(|event| event.to == to)
    }

    /// Whether it is given and not withdrawn.
    #[must_use]
    pub fn given(&self, to: To) -> bool {
        self.last(to).is_some_and(|event| event.said == Said::Given)
    }
}

impl Told for Event {
    fn title(&self) -> String {
        format!("Consent to {} {}", self.to.words(), self.said.words())
    }

    fn reason(&self) -> Option<&str> {
        Some(&self.by)
    }

    fn right(&self) -> Right {
        // Whoever sees the patient takes a withdrawal at once, and a consent too.
        Right::ReadPatients
    }

    fn check(&self, patient: &Patient, now: i64) -> Result<(), (&'static str, String)> {
        super::said("/by", &self.by)?;
        super::not_ahead("/on", self.on, now)?;
        if self.said == Said::Withdrawn && !patient.path.consents.given(self.to) {
            return Err(("/said", "cannot be withdrawn: it is not given".to_owned()));
        }
        Ok(())
    }
}
