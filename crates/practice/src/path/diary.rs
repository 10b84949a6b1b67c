//! The diary that a patient or family keeps on the patient page: spasms, sleep, pain, side effects, one entry a day.

use super::Told;
use crate::access::Right;
use crate::patient::{Entry, Patient};
use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// More spasms in a day than anybody counts.
pub const SPASMS_MAX: u16 = 999;
/// The most pain: 0 is none.
pub const PAIN_MAX: u8 = 10;
/// So many days back a day can still be entered.
pub const DAYS_BACK_MAX: i32 = 31;

/// How the patient slept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sleep {
    /// Well.
    Good,
    /// Woken up by spasms or pain.
    Broken,
    /// Badly.
    Bad,
}

impl Sleep {
    /// Every answer, its word in data and its words for people.
    pub const WORDS: [(&'static str, Self, &'static str); 3] =
        [("good", Self::Good, "good"), ("broken", Self::Broken, "broken"), ("bad", Self::Bad, "bad")];

    /// For people.
    #[must_use]
    pub fn words(self) -> &'static str {
        Self::WORDS.iter().find(|(_, sleep, _)| *sleep == self).map_or("", |(_, _, words)| words)
    }

    /// The answer of a word.
    #[must_use]
    pub fn by_word(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(known, ..)| *known == word).map(|(_, sleep, _)| *sleep)
    }
}

/// What is said of a day; what is left out was not said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Day {
    /// The day.
    pub on: Date,
    /// Spasms in that day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spasms: Option<u16>,
    /// The night before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sleep: Option<Sleep>,
    /// Pain, 0 to 10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pain: Option<u8>,
    /// Side effects, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub side_effects: String,
    /// Anything else.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Day {
    /// A day of which nothing is said yet.
    #[must_use]
    pub const fn empty(on: Date) -> Self {
        Self { on, spasms: None, sleep: None, pain: None, side_effects: String::new(), note: String::new() }
    }

    /// Whether it can be kept, `now` in seconds since 1970; the field and what is wrong with it otherwise.
    ///
    /// # Errors
    /// The field, as a JSON pointer, and what would be accepted.
    pub fn check(&self, now: i64) -> Result<(), (&'static str, String)> {
        super::not_ahead("/on", self.on, now)?;
        let today = jiff::Timestamp::from_second(now).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        // The day of those on earth to whom it comes last, so that nobody's 31st day is refused.
        let today = today.to_zoned(jiff::tz::TimeZone::fixed(jiff::tz::offset(-12))).date();
        if today.checked_sub(DAYS_BACK_MAX.days()).is_ok_and(|first| self.on < first) {
            return Err(("/on", format!("is too long ago: enter a day of the last {DAYS_BACK_MAX} days")));
        }
        if self.spasms.is_some_and(|spasms| spasms > SPASMS_MAX) {
            return Err(("/spasms", format!("is a number from 0 to {SPASMS_MAX}")));
        }
        if self.pain.is_some_and(|pain| pain > PAIN_MAX) {
            return Err(("/pain", format!("is a number from 0 (none) to {PAIN_MAX} (the worst)")));
        }
        super::bounded("/side-effects", &self.side_effects, super::TEXT_LETTERS_MAX)?;
        super::bounded("/note", &self.note, super::TEXT_LETTERS_MAX)?;
        let said = !self.side_effects.trim().is_empty() || !self.note.trim().is_empty();
        if !said && self.spasms.is_none() && self.sleep.is_none() && self.pain.is_none() {
            return Err(("/spasms", "and everything else is empty: say at least one thing".to_owned()));
        }
        Ok(())
    }
}

/// Something recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "act", deny_unknown_fields)]
pub enum Event {
    /// A day was entered, or entered anew.
    Kept {
        /// By which link.
        link: String,
        /// What.
        day: Day,
    },
}

impl Event {
    /// The same in the record into which its own was merged.
    pub(crate) fn renamed(&self, mark: &str) -> Self {
        let Self::Kept { link, day } = self;
        Self::Kept { link: super::link::renamed(link, mark), day: day.clone() }
    }
}

/// A day of the diary in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The entry that holds it.
    pub version: u64,
    /// When it was entered, in seconds since 1970.
    pub at: i64,
    /// By which link.
    pub link: String,
    /// What.
    pub day: Day,
}

/// The diary: one day of each link, the last that was entered counts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diary {
    /// By day, then in the order in which they were entered.
    pub days: Vec<Kept>,
}

impl Diary {
    pub(super) fn take(&mut self, entry: &Entry, event: &Event) {
        let Event::Kept { link, day } = event;
        self.days.retain(|kept| kept.day.on != day.on || kept.link != *link);
        let place = self.days.partition_point(|kept| kept.day.on <= day.on);
        let kept = Kept { version: entry.version, at: entry.happened, link: link.clone(), day: day.clone() };
        self.days.insert(place, kept);
    }

    /// What a link said of a day.
    #[must_use]
    pub fn of(&self, link: &str, on: Date) -> Option<&Day> {
        self.days.iter().find(|kept| kept.link == link && kept.day.on == on).map(|kept| &kept.day)
    }
}

impl Told for Event {
    fn title(&self) -> String {
        let Self::Kept { day, .. } = self;
        format!("Diary of {}, from the patient page", therapy::date_in_words(day.on))
    }

    fn reason(&self) -> Option<&str> {
        let Self::Kept { day, .. } = self;
        Some(if day.note.is_empty() { &day.side_effects } else { &day.note })
    }

    fn right(&self) -> Right {
        // Nobody here writes it; whoever records what happened may mark it as entered in error.
        Right::RecordReports
    }

    fn check(&self, _patient: &Patient, now: i64) -> Result<(), (&'static str, String)> {
        let Self::Kept { day, .. } = self;
        day.check(now)
    }
}
