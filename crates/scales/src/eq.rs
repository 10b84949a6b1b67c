//! EQ-5D health states as their five digits. EuroQol owns the instrument: no wording is here, and users register.
//!
//! A state is no [`Score`](crate::Score): states have no order of their own (is 21111 worse than 11112?), so one is better than
//! another only if it is worse in nothing. The index needs a country's value set, which is not here.

use crate::Code;
use std::fmt;

const THREE_LEVELS: &[Code] =
    &[Code::snomed("1144751002", "EuroQol five dimension three level questionnaire (assessment scale)")];

/// Which version; never compared with each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EqVersion {
    /// EQ-5D-3L.
    ThreeLevels,
    /// EQ-5D-5L.
    FiveLevels,
}

impl EqVersion {
    /// Both and their words in data.
    pub const WORDS: [(&'static str, Self); 2] =
        [("eq-5d-3l", Self::ThreeLevels), ("eq-5d-5l", Self::FiveLevels)];

    /// The worst digit.
    #[must_use]
    pub const fn worst(self) -> u8 {
        match self {
            Self::ThreeLevels => 3,
            Self::FiveLevels => 5,
        }
    }

    /// Codes that were seen.
    #[must_use]
    pub const fn codes(self) -> &'static [Code] {
        match self {
            Self::ThreeLevels => THREE_LEVELS,
            Self::FiveLevels => &[],
        }
    }
}

/// A health state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct EqState {
    version: EqVersion,
    digits: [u8; 5],
}

/// Text that is no state.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is no state; accepted: five digits from 1 to {worst}, such as 11111")]
pub struct NoEqState {
    text: String,
    worst: u8,
}

impl EqState {
    /// Reads five digits; a missing one leaves no state.
    ///
    /// # Errors
    /// [`NoEqState`] with what would be accepted.
    pub fn read(version: EqVersion, text: &str) -> Result<Self, NoEqState> {
        let worst = version.worst();
        let digits: Option<Vec<u8>> = text
            .bytes()
            .map(|byte| byte.checked_sub(b'0').filter(|digit| (1..=worst).contains(digit)))
            .collect();
        let digits = digits.and_then(|digits| <[u8; 5]>::try_from(digits).ok());
        digits
            .map(|digits| Self { version, digits })
            .ok_or_else(|| NoEqState { text: text.to_owned(), worst })
    }

    /// Its version.
    #[must_use]
    pub const fn version(self) -> EqVersion {
        self.version
    }

    /// Whether it is better: in at least one digit, and worse in none. `None` if neither can be said: better in one and worse in
    /// another, or of another version.
    #[must_use]
    pub fn better_than(self, other: Self) -> Option<bool> {
        let pairs = || self.digits.iter().zip(&other.digits);
        let (better, worse) = (pairs().any(|(one, two)| one < two), pairs().any(|(one, two)| one > two));
        (self.version == other.version && !(better && worse)).then_some(better)
    }
}

impl fmt::Display for EqState {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.digits.iter().try_for_each(|digit| write!(to, "{digit}"))
    }
}
