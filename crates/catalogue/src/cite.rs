//! Where a statement comes from, and how far it may be trusted.

use crate::error::Place;
use serde::{Deserialize, Serialize};
use std::fmt::{self, Display, Formatter};

/// How good a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Grade {
    /// Primary: maker, regulator or peer-reviewed text, seen.
    A,
    /// Secondary: clinic, drug site, wiki, news.
    B,
    /// Derived: our own arithmetic or reading, from cited inputs.
    D,
    /// Unverified: no source seen. Shown and configured by a site, never used by a rule.
    U,
}

impl Grade {
    /// Every grade, best first.
    pub const ALL: [Self; 4] = [Self::A, Self::B, Self::D, Self::U];

    /// Whether a rule may rest on it: every grade but [`Grade::U`].
    #[must_use]
    pub const fn verified(self) -> bool {
        !matches!(self, Self::U)
    }

    /// The letter, as in the files.
    #[must_use]
    pub const fn letter(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::D => "D",
            Self::U => "U",
        }
    }
}

impl Display for Grade {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.letter())
    }
}

/// The id of an entry in `sources.toml`, such as "P20".
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SourceId(String);

impl SourceId {
    pub(crate) fn new(id: &str) -> Self {
        Self(id.to_owned())
    }

    /// As text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for SourceId {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Display for SourceId {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A value with its grade and sources.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited<T> {
    /// The value. Rules read it through [`Cited::checked`].
    pub value: T,
    /// How good the sources are.
    pub grade: Grade,
    /// Where it was read; may be empty for grade U alone.
    pub source: Vec<SourceId>,
    /// What else a reader must know.
    pub note: Option<String>,
}

impl<T> Cited<T> {
    /// The value if a rule may rest on it; `None` for grade U.
    #[must_use]
    pub const fn checked(&self) -> Option<&T> {
        if self.grade.verified() { Some(&self.value) } else { None }
    }

    /// A place holder for what no source said: grade U, so that [`Cited::checked`] is `None`; the value means
    /// nothing.
    #[must_use]
    pub fn not_found(value: T) -> Self {
        Self { value, grade: Grade::U, source: Vec::new(), note: Some("not found".to_owned()) }
    }
}

/// A statement in words, with its grade and sources.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Its name within its entry, such as "needle"; translations hang on it.
    pub id: String,
    /// The statement.
    pub text: String,
    /// How good the sources are.
    pub grade: Grade,
    /// Where it was read; may be empty for grade U alone.
    pub sources: Vec<SourceId>,
}

/// Sources that do not agree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disagreement {
    /// The field in question, such as "delivery.stroke_volume".
    pub field: String,
    /// What they disagree about.
    pub text: String,
    /// The values on offer, as text; empty if the text says it all.
    pub values: Vec<Cited<String>>,
    /// The sources that disagree.
    pub sources: Vec<SourceId>,
    /// Whether a site should set the value for its own devices.
    pub configurable: bool,
}

/// An entry of `sources.toml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// Publisher, title and year in short.
    pub citation: String,
    /// Where it can be found, if that was written down.
    pub locator: Option<String>,
}

/// One cited statement of the catalogue, for lists such as "everything that is still unverified".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// File, entry and field.
    pub place: Place,
    /// The statement as the file has it.
    pub text: String,
    /// Its grade.
    pub grade: Grade,
    /// Its sources.
    pub sources: Vec<SourceId>,
}
