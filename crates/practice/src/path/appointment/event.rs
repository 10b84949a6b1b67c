//! What is recorded of appointments.

use crate::patient::Id128;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::Offset;
use serde::{Deserialize, Serialize};

/// What an appointment is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The screening test.
    Test,
    /// The implant, or other surgery.
    Implant,
    /// A refill.
    Refill,
    /// A visit at the clinic.
    Visit,
    /// A review by the team.
    Review,
    /// A call.
    PhoneContact,
}

impl Kind {
    /// Every kind, its word in data and its words for people.
    pub const WORDS: [(&'static str, Self, &'static str); 6] = [
        ("test", Self::Test, "Test"),
        ("implant", Self::Implant, "Implant or surgery"),
        ("refill", Self::Refill, "Refill"),
        ("visit", Self::Visit, "Visit"),
        ("review", Self::Review, "Review"),
        ("phone-contact", Self::PhoneContact, "Phone call"),
    ];

    /// The word in data.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, kind, _)| *kind == self).map_or("", |(word, _, _)| word)
    }

    /// For people.
    #[must_use]
    pub fn words(self) -> &'static str {
        Self::WORDS.iter().find(|(_, kind, _)| *kind == self).map_or("", |(_, _, words)| words)
    }

    /// The kind of a word.
    #[must_use]
    pub fn by_word(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(known, _, _)| *known == word).map(|(_, kind, _)| *kind)
    }

    /// Whether the pump can be filled at it, so that the course counts it as the next visit.
    #[must_use]
    pub const fn fills(self) -> bool {
        matches!(self, Self::Refill | Self::Visit)
    }
}

/// When, how long and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Slot {
    /// When it begins, in seconds since 1970.
    pub starts: i64,
    /// The clinic's clock then, in seconds east of UTC, as it was known when this was booked.
    pub offset: i32,
    /// How long it takes.
    pub minutes: u16,
    /// The house; empty if the clinic has only one.
    #[serde(default)]
    pub house: String,
    /// Room or place within the house, in words; empty if none is taken.
    #[serde(default)]
    pub place: String,
}

impl Slot {
    /// When it ends, in seconds since 1970.
    #[must_use]
    pub fn ends(&self) -> i64 {
        self.starts.saturating_add(i64::from(self.minutes) * 60)
    }

    /// Whether two slots have a moment in common.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.starts < other.ends() && other.starts < self.ends()
    }

    /// Day and time on the clinic's wall, as they were when it was booked.
    #[must_use]
    pub fn wall(&self) -> DateTime {
        let offset = Offset::from_seconds(self.offset).unwrap_or(Offset::UTC);
        offset.to_datetime(Timestamp::from_second(self.starts).unwrap_or(Timestamp::UNIX_EPOCH))
    }

    /// Day and time for people, such as "2 March 2026, 10:00".
    #[must_use]
    pub fn words(&self) -> String {
        let wall = self.wall();
        format!("{}, {:02}:{:02}", therapy::date_in_words(wall.date()), wall.hour(), wall.minute())
    }

    /// House and place, for people.
    #[must_use]
    pub fn whereabouts(&self) -> String {
        [self.house.as_str(), self.place.as_str()]
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    }
}

/// Somebody of the team who takes part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Person {
    /// Their account, if they have one here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<Id128>,
    /// Their name.
    pub name: String,
}

impl Person {
    /// Whether these are the same: by account if both have one, by name otherwise.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        match (self.account, other.account) {
            (Some(one), Some(two)) => one == two,
            _ => crate::worklist::words(&self.name) == crate::worklist::words(&other.name),
        }
    }
}

/// A warning that somebody read and booked all the same.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Accepted {
    /// Which, by the words of `agenda::What`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<String>,
    /// Why, where a reason is asked for.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

impl Accepted {
    pub(super) fn is_none(&self) -> bool {
        self.warnings.is_empty() && self.reason.is_empty()
    }
}

/// A booking.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Booked {
    /// Its name within this patient.
    pub id: String,
    /// What for.
    pub what: Kind,
    /// When and where.
    pub slot: Slot,
    /// Who takes part, of the team.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Person>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// When the reminder is sent, in seconds since 1970; none for no reminder.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remind: Option<i64>,
    /// What was warned of.
    #[serde(default, skip_serializing_if = "Accepted::is_none")]
    pub accepted: Accepted,
}

/// Who called it off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// Patient or family.
    Patient,
    /// The clinic.
    Clinic,
}

impl Side {
    /// Each side, its word in data and its words for people.
    pub const WORDS: [(&'static str, Self, &'static str); 2] =
        [("patient", Self::Patient, "patient or family"), ("clinic", Self::Clinic, "the clinic")];

    /// For people.
    #[must_use]
    pub fn words(self) -> &'static str {
        Self::WORDS.iter().find(|(_, side, _)| *side == self).map_or("", |(_, _, words)| words)
    }

    /// The side of a word.
    #[must_use]
    pub fn by_word(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(known, _, _)| *known == word).map(|(_, side, _)| *side)
    }
}

/// What became of a try to send a reminder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "outcome", deny_unknown_fields)]
pub enum Outcome {
    /// The mail server took it.
    Sent,
    /// It was certainly not sent.
    Failed {
        /// Why.
        why: String,
        /// When it is tried again, in seconds since 1970; none if it is not.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        again: Option<i64>,
    },
    /// Nobody knows: the connection was lost while the letter was on its way.
    Unknown {
        /// Why.
        why: String,
    },
}

/// Something recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "act", deny_unknown_fields)]
pub enum Event {
    /// An appointment is booked.
    Booked(Booked),
    /// It takes place at another time or place.
    Moved {
        /// Which.
        id: String,
        /// When and where now.
        slot: Slot,
        /// Who takes part now.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        people: Vec<Person>,
        /// When the reminder is sent now.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        remind: Option<i64>,
        /// Why.
        reason: String,
        /// What was warned of.
        #[serde(default, skip_serializing_if = "Accepted::is_none")]
        accepted: Accepted,
    },
    /// It does not take place.
    Cancelled {
        /// Which.
        id: String,
        /// By whom.
        by: Side,
        /// Why.
        reason: String,
    },
    /// It took place.
    Kept {
        /// Which.
        id: String,
    },
    /// It did not take place: nobody came.
    NotKept {
        /// Which.
        id: String,
        /// What is known.
        note: String,
    },
    /// Patient or carer agreed to reminders by e-mail.
    MailAgreed {
        /// To which address.
        address: String,
        /// Who agreed, such as "mother, at the desk".
        agreed: String,
    },
    /// No reminders by e-mail any more.
    MailWithdrawn {
        /// Why.
        reason: String,
    },
    /// A reminder is about to be sent.
    ReminderTried {
        /// Of which appointment.
        id: String,
        /// For which time of it, in seconds since 1970.
        starts: i64,
        /// The number of the try, from 1.
        attempt: u32,
    },
    /// What became of the try.
    ReminderEnded {
        /// Of which appointment.
        id: String,
        /// For which time of it.
        starts: i64,
        /// How it ended.
        result: Outcome,
    },
    /// Somebody has dealt with a reminder that failed or is unknown, as by a call.
    ReminderHandled {
        /// Of which appointment.
        id: String,
        /// For which time of it.
        starts: i64,
        /// How.
        how: String,
    },
}
