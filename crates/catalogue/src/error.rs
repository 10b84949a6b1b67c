//! What can be wrong with catalogue data: file, entry, field, and what would be accepted.

use crate::cite::{Grade, SourceId};
use std::fmt::{self, Display, Formatter};

/// A file of the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum File {
    /// `pumps.toml`
    Pumps,
    /// `catheters.toml`
    Catheters,
    /// `drugs.toml`
    Drugs,
    /// `recalls.toml`
    Recalls,
    /// `sources.toml`
    Sources,
}

impl File {
    /// Its name in a catalogue directory.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pumps => "pumps.toml",
            Self::Catheters => "catheters.toml",
            Self::Drugs => "drugs.toml",
            Self::Recalls => "recalls.toml",
            Self::Sources => "sources.toml",
        }
    }
}

impl Display for File {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// A place in the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub file: File,
    /// The id of the entry, or its number if it has none.
    pub entry: String,
    /// The field, with its parents: "mri.status[0].grade".
    pub field: String,
}

impl Display for Place {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}, {}, {}", self.file, self.entry, self.field)
    }
}

/// Catalogue data that was refused. The first fault found; nothing is loaded.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CatalogueError {
    /// A file could not be read from the directory.
    #[error(
        "{path} cannot be read: {cause}; a catalogue is a directory with pumps.toml, catheters.toml, drugs.toml, recalls.toml and sources.toml"
    )]
    Unreadable {
        /// The file's path.
        path: String,
        /// What the system said.
        cause: String,
    },
    /// Not TOML.
    #[error("{file} is not TOML: {cause}")]
    NotToml {
        /// The file.
        file: File,
        /// Line and reason.
        cause: String,
    },
    /// A key that nobody reads, probably misspelt.
    #[error("{place}: unknown key; accepted here: {accepted}")]
    UnknownKey {
        /// Where; the field is the key.
        place: Place,
        /// The keys that are read there.
        accepted: String,
    },
    /// A key that must be there.
    #[error("{place}: missing; needed: {accepted}")]
    Missing {
        /// Where.
        place: Place,
        /// What would be accepted.
        accepted: String,
    },
    /// A value that cannot be read.
    #[error("{place}: {found} is not accepted; {accepted}")]
    NotAccepted {
        /// Where.
        place: Place,
        /// What stands there.
        found: String,
        /// What would be accepted.
        accepted: String,
    },
    /// A number or statement without a grade.
    #[error("{place}: no grade; needed: {{ value, grade, source }} with grade A, B, D or U")]
    NoGrade {
        /// Where.
        place: Place,
    },
    /// A grade that needs a source has none.
    #[error("{place}: grade {grade} without a source; only grade U may stand without one")]
    NoSource {
        /// Where.
        place: Place,
        /// The grade.
        grade: Grade,
    },
    /// A source id that `sources.toml` does not have.
    #[error("{place}: no source \"{}\" in sources.toml; add it there", id.as_str())]
    UnknownSource {
        /// Where.
        place: Place,
        /// The id.
        id: SourceId,
    },
    /// An id that stands twice.
    #[error("{place}: \"{id}\" is there already; ids are unique")]
    Duplicate {
        /// Where the second one stands.
        place: Place,
        /// The id.
        id: String,
    },
    /// Values that contradict each other.
    #[error("{place}: contradiction; {accepted}")]
    Contradiction {
        /// Where.
        place: Place,
        /// What would hold together.
        accepted: String,
    },
    /// A recall for a device that is not in the catalogue.
    #[error(
        "{place}: \"{pattern}\" matches no entry; accepted: an id, or the beginning of ids with a * at the end"
    )]
    NoMatch {
        /// Where.
        place: Place,
        /// The pattern.
        pattern: String,
    },
}
