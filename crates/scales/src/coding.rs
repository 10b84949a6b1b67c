//! Grades as numbers, for statistics: which number stands for which grade is said, and goes with every result.

use crate::{Direction, Fraction, Scale, Score};

/// Which numbers stand for grades. Orders are the same in all of them; means and deviations are not: a result names its coding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Coding {
    /// The number that is written. Of every scale but the modified Ashworth, whose 1+ is no number.
    AsWritten,
    /// Modified Ashworth: 1+ as 1.5, the other grades as written.
    OneAndAHalf,
    /// Modified Ashworth: grades by their place, 0 to 5; 2 counts 3, 4 counts 5.
    Ranks,
}

impl Coding {
    /// Every coding and its word in data.
    pub const WORDS: [(&'static str, Self); 3] =
        [("as-written", Self::AsWritten), ("one-and-a-half", Self::OneAndAHalf), ("ranks", Self::Ranks)];

    /// Its word in data.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::AsWritten => "as-written",
            Self::OneAndAHalf => "one-and-a-half",
            Self::Ranks => "ranks",
        }
    }

    /// The coding of a word.
    #[must_use]
    pub fn by_word(word: &str) -> Option<Self> {
        Self::WORDS.into_iter().find(|(known, _)| *known == word).map(|(_, coding)| coding)
    }

    /// What is printed beside a result.
    #[must_use]
    pub const fn says(self) -> &'static str {
        match self {
            Self::AsWritten => "numbers as written",
            Self::OneAndAHalf => "1+ counted as 1.5",
            Self::Ranks => "grades 0, 1, 1+, 2, 3, 4 counted as 0 to 5",
        }
    }
}

impl Scale {
    /// The codings that it has, the usual one first; none of a classification.
    #[must_use]
    pub const fn codings(self) -> &'static [Coding] {
        match (self, self.direction()) {
            (_, Direction::Classification) => &[],
            (Self::ModifiedAshworth, _) => &[Coding::OneAndAHalf, Coding::Ranks],
            _ => &[Coding::AsWritten],
        }
    }

    /// The number of one of its values in a coding, in tenths; `None` if the scale has no such value or coding.
    #[must_use]
    pub fn number_tenths(self, value: &str, coding: Coding) -> Option<i32> {
        let rank = self.values().rank(value).filter(|_| self.codings().contains(&coding))?;
        match coding {
            Coding::AsWritten | Coding::OneAndAHalf => self.values().ordinal_tenths(rank),
            Coding::Ranks => i32::from(rank).checked_mul(10),
        }
    }
}

impl Score {
    /// Its number in a coding; `None` if its scale does not have that coding.
    #[must_use]
    pub fn number(&self, coding: Coding) -> Option<Fraction> {
        self.scale().number_tenths(&self.value(), coding).map(Fraction::tenths)
    }
}
