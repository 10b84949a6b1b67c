//! Scales that are put together from items.

use crate::{Code, Values};

/// A part of a scale that is rated for itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    /// Its word in data.
    pub word: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its values.
    pub values: Values,
    /// Its codes, where one was seen.
    pub codes: &'static [Code],
    /// Codes of its answers with their points. An answer means its points only within its item.
    pub answers: &'static [(&'static str, u16)],
}

/// How items make the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scoring {
    /// Rated as a whole.
    Whole,
    /// The sum of all items; a missing one leaves no total. The value alone may be recorded, without items.
    Sum(&'static [Item]),
    /// The second item less the first; both are needed.
    Difference(&'static [Item; 2]),
}

impl Scoring {
    /// The items.
    #[must_use]
    pub const fn items(self) -> &'static [Item] {
        match self {
            Self::Whole => &[],
            Self::Sum(items) => items,
            Self::Difference(items) => items,
        }
    }
}
