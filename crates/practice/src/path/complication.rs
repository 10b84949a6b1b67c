//! Complications: what went wrong, whether the therapy is to blame, and how it ended.

use super::Told;
use crate::access::Right;
use crate::patient::{Entry, Patient};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use therapy::pathway::complications;

/// Whether something has to do with the therapy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Related {
    /// It has.
    Related,
    /// It has not.
    NotRelated,
    /// Nobody knows yet.
    NotKnown,
}

impl Related {
    /// All of them, with the word in data and the words for people.
    pub const WORDS: [(&'static str, Self, &'static str); 3] = [
        ("related", Self::Related, "related to the therapy"),
        ("not-related", Self::NotRelated, "not related to the therapy"),
        ("not-known", Self::NotKnown, "not known whether related"),
    ];

    /// For people.
    #[must_use]
    pub fn words(self) -> &'static str {
        Self::WORDS.iter().find(|(_, known, _)| *known == self).map_or("", |(_, _, words)| words)
    }
}

/// Something recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "act", deny_unknown_fields)]
pub enum Event {
    /// It went wrong.
    Happened {
        /// Its name within this patient.
        id: String,
        /// What, by the id of its kind.
        what: String,
        /// When it began.
        on: Date,
        /// Whether it has to do with the therapy.
        related: Related,
        /// Whether it needed surgery.
        surgery: bool,
        /// What was seen.
        note: String,
    },
    /// It is better known now whether it has to do with the therapy, or whether it needed surgery.
    Judged {
        /// Which.
        id: String,
        /// Whether it has to do with the therapy.
        related: Related,
        /// Whether it needed surgery.
        surgery: bool,
        /// Why.
        note: String,
    },
    /// It is over.
    Ended {
        /// Which.
        id: String,
        /// Since when.
        on: Date,
        /// With what outcome.
        outcome: String,
    },
}

impl Event {
    /// The same under a name that another record does not have.
    #[must_use]
    pub fn renamed(&self, mark: &str) -> Self {
        let mut event = self.clone();
        let (Self::Happened { id, .. } | Self::Judged { id, .. } | Self::Ended { id, .. }) = &mut event;
        *id = format!("{id}-{mark}");
        event
    }
}

/// A complication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complication {
    /// Its name within this patient.
    pub id: String,
    /// The entry that began it.
    pub version: u64,
    /// What, by the id of its kind.
    pub what: String,
    /// When it began.
    pub on: Date,
    /// Whether it has to do with the therapy.
    pub related: Related,
    /// Whether it needed surgery.
    pub surgery: bool,
    /// What was seen.
    pub note: String,
    /// When it ended, and with what outcome.
    pub ended: Option<(Date, String)>,
}

impl Complication {
    /// Its name for people.
    #[must_use]
    pub fn title(&self) -> &str {
        title(&self.what)
    }
}

fn title(what: &str) -> &str {
    complications::by_id(what).map_or(what, |kind| kind.title.as_str())
}

/// Complications of a patient, in the order in which they were recorded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Complications {
    /// All that stand.
    pub all: Vec<Complication>,
}

impl Complications {
    pub(super) fn take(&mut self, entry: &Entry, event: &Event) {
        match event {
            Event::Happened { id, what, on, related, surgery, note } => self.all.push(Complication {
                id: id.clone(),
                version: entry.version,
                what: what.clone(),
                on: *on,
                related: *related,
                surgery: *surgery,
                note: note.clone(),
                ended: None,
            }),
            Event::Judged { id, related, surgery, .. } => {
                if let Some(known) = self.all.iter_mut().find(|known| known.id == *id) {
                    (known.related, known.surgery) = (*related, *surgery);
                }
            }
            Event::Ended { id, on, outcome } => {
                if let Some(known) = self.all.iter_mut().find(|known| known.id == *id) {
                    known.ended = Some((*on, outcome.clone()));
                }
            }
        }
    }

    /// One that is not over.
    #[must_use]
    pub fn open(&self, id: &str) -> Option<&Complication> {
        self.all.iter().find(|known| known.id == id && known.ended.is_none())
    }
}

impl Told for Event {
    fn title(&self) -> String {
        match self {
            Self::Happened { what, .. } => format!("Complication: {}", title(what)),
            Self::Judged { id, related, .. } => format!("Complication {id}: {}", related.words()),
            Self::Ended { id, .. } => format!("Complication {id}: over"),
        }
    }

    fn reason(&self) -> Option<&str> {
        match self {
            Self::Happened { note, .. } | Self::Judged { note, .. } => Some(note),
            Self::Ended { outcome, .. } => Some(outcome),
        }
    }

    fn right(&self) -> Right {
        Right::RecordReports
    }

    fn check(&self, patient: &Patient, now: i64) -> Result<(), (&'static str, String)> {
        let known = &patient.path.complications;
        let open = |id: &str| {
            known.open(id).ok_or_else(|| ("/id", "is no complication that is not over".to_owned()))
        };
        match self {
            Self::Happened { id, what, on, note, .. } => {
                super::said("/note", note)?;
                super::not_ahead("/on", *on, now)?;
                if complications::by_id(what).is_none() {
                    return Err(("/what", "is no known kind of complication".to_owned()));
                }
                if known.all.iter().any(|known| known.id == *id) {
                    return Err(("/id", "is taken".to_owned()));
                }
            }
            Self::Judged { id, note, .. } => {
                super::said("/note", note)?;
                open(id)?;
            }
            Self::Ended { id, on, outcome } => {
                super::said("/outcome", outcome)?;
                super::not_ahead("/on", *on, now)?;
                if open(id)?.on > *on {
                    return Err(("/on", "lies before it began".to_owned()));
                }
            }
        }
        Ok(())
    }
}
