//! A patient as the record says: who, the course, and everything around the pump.
//!
//! Words
//! - *entry*: an event in its place, with what later became of it; the timeline is the list of entries.
//! - *line*: one line of the course; it stands until it is corrected, entered in error or moved.
//! - *draft*: an order that still waits for signatures; it becomes a line when it has them all.
//! - *episode*: the time of one system, from implant or admission to explant.

mod assemble;
mod draft;
mod event;
mod fold;
mod open;
mod title;

pub(crate) use assemble::assembled;
pub use assemble::{CourseError, node_of};
pub use draft::{Draft, DraftState};
pub use event::{
    Attached, Contact, HomeStock, Id128, Identity, Judged, Line, Medicine, MedicineKind, PatientEvent,
    SCHEMA, Said, Surgery, WeaningStep,
};
pub use fold::FoldError;
pub use open::{JudgeError, Judgement, OpenFinding, Stand, said};
pub use title::{draft_title, line_title, people};

use jiff::civil::Date;
use record::Id;
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::Arc;
use therapy::file::{CourseFile, LineReader};

/// Whether a substance is the drug of this therapy, by its name or that of a product.
#[must_use]
pub fn is_baclofen(substance: &str) -> bool {
    let substance = substance.to_lowercase();
    ["baclofen", "lioresal", "gablofen"].iter().any(|name| substance.contains(name))
}

/// What became of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It stands.
    Stands,
    /// It was replaced by a later entry, with the reason.
    Corrected {
        /// Version of the later entry.
        by: u64,
        /// Why.
        reason: String,
    },
    /// It should not be there.
    InError {
        /// Version of the later entry.
        by: u64,
        /// Why.
        reason: String,
    },
    /// It belonged to another patient.
    Moved {
        /// Whose.
        to: Id,
        /// Why.
        reason: String,
    },
}

/// An event in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its place in the stream, from 1.
    pub version: u64,
    /// When it happened, in seconds since 1970.
    pub happened: i64,
    /// When it was recorded.
    pub recorded: i64,
    /// Who recorded it.
    pub by: Option<Id>,
    /// The form it came from.
    pub form: Id,
    /// What.
    pub event: PatientEvent,
    /// What became of it.
    pub fate: Fate,
}

/// A line of the course in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// The line.
    pub line: Arc<Line>,
    /// The entry that holds it.
    pub version: u64,
    /// The episode it belongs to, from 0.
    pub episode: usize,
    /// Whether it stands.
    pub stands: bool,
}

/// The time of one system.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Episode {
    /// Pump and catheter, as in a course file; `None` before the implant.
    pub system: Option<(Value, Value)>,
    /// When the system was taken out and why, in seconds since 1970.
    pub explanted: Option<(i64, String)>,
}

/// An allergy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allergy {
    /// Its name within this patient.
    pub id: String,
    /// To what.
    pub substance: String,
    /// What happens.
    pub reaction: String,
}

/// What is known of allergies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Allergies {
    /// Nobody has asked.
    NotKnown,
    /// Asked: none.
    NoneKnown,
    /// These.
    Known(Vec<Allergy>),
}

/// A medicine with its end, if it has one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// The medicine.
    pub medicine: Medicine,
    /// Since when it is no longer taken, and why.
    pub stopped: Option<(Date, String)>,
}

/// A refill that was begun and not finished.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefillBegun {
    /// When, in seconds since 1970.
    pub at: i64,
    /// Who.
    pub by: Option<Id>,
    /// What was typed: field and text.
    pub answers: Vec<(String, String)>,
    /// Why it was set aside.
    pub reason: String,
}

/// A patient as the record says.
#[derive(Debug, Clone)]
pub struct Patient {
    /// The stream.
    pub id: Id,
    /// How many events it holds.
    pub version: u64,
    /// Who.
    pub identity: Identity,
    /// Everything, in the order in which it was recorded.
    pub entries: Vec<Entry>,
    /// Lines of the course, in the order in which they were recorded, a correction right after what it corrects; those that
    /// no longer stand are among them.
    pub lines: Vec<Placed>,
    /// Systems; the last one counts.
    pub episodes: Vec<Episode>,
    /// Orders on the way to their signatures, and those dropped.
    pub drafts: Vec<Draft>,
    /// Medicines, also those stopped.
    pub medicines: Vec<Taken>,
    /// Allergies.
    pub allergies: Allergies,
    /// What is kept at home.
    pub home_stock: Option<HomeStock>,
    /// Operations.
    pub surgeries: Vec<Surgery>,
    /// Days on which the patient did not come, with the entry's version.
    pub missed: Vec<(Date, u64)>,
    /// A refill that was begun and is still to be finished.
    pub refill_begun: Option<RefillBegun>,
    /// Observations that ended: the line that began them.
    pub observed: Vec<String>,
    /// When titration was declared finished, in seconds since 1970.
    pub titration_finished: Option<i64>,
    /// Planned imaging: the day and what is known.
    pub mri_planned: Option<(Date, String)>,
    /// Notices dealt with.
    pub recalls_handled: Vec<String>,
    /// Files.
    pub files: Vec<Attached>,
    /// The record that is used instead.
    pub merged_into: Option<Id>,
    /// Whether and when the patient died.
    pub died: Option<Date>,
    /// What was recorded around the course.
    pub path: crate::path::Path,
    /// The course of the last episode, read and checked.
    pub file: CourseFile,
    /// What was said of lines that weighs more than a note: when they came, and by late entries since. Lines of a long
    /// record are many, and these are few.
    pub(crate) weighing: BTreeMap<String, Vec<Said>>,
    /// Reads the next line of it.
    pub(crate) reader: LineReader,
}

impl Patient {
    /// The last episode.
    #[must_use]
    pub fn episode(&self) -> Option<&Episode> {
        self.episodes.last()
    }

    /// Whether there is a system in the patient.
    #[must_use]
    pub fn has_pump(&self) -> bool {
        self.episode().is_some_and(|episode| episode.system.is_some() && episode.explanted.is_none())
    }

    /// The name of a line within this patient, for an event that will have this version.
    #[must_use]
    pub fn next_line_id(&self, word: &str) -> String {
        format!("{word}-{}", self.version + 1)
    }

    /// A line that stands.
    #[must_use]
    pub fn line(&self, id: &str) -> Option<&Placed> {
        self.lines.iter().find(|placed| placed.stands && placed.line.id == id)
    }

    /// A draft.
    #[must_use]
    pub fn draft(&self, id: &str) -> Option<&Draft> {
        self.drafts.iter().find(|draft| draft.id == id)
    }

    /// `FAMILY, Given (Title)`.
    #[must_use]
    pub fn name(&self) -> String {
        let title = self.identity.title.as_ref().map(|title| format!(" ({title})")).unwrap_or_default();
        format!("{}, {}{title}", self.identity.family.to_uppercase(), self.identity.given)
    }

    /// Whole years at a date.
    #[must_use]
    pub fn age(&self, on: Date) -> i16 {
        let born = self.identity.born;
        let before_birthday = (on.month(), on.day()) < (born.month(), born.day());
        on.year() - born.year() - i16::from(before_birthday)
    }
}
