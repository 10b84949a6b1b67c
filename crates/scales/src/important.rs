//! Changes that matter, as numbers, and how well a scale repeats.

use crate::{Direction, Fraction, Limb, Scale};

/// How a change that matters was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// By how much scores spread, in tenths of their standard deviation; nobody was asked.
    Spread {
        /// Tenths of the standard deviation.
        tenths: u8,
    },
    /// By what patients said of their own change.
    PatientsSaid,
    /// Counted over from another scale.
    Derived,
}

impl Found {
    /// In words.
    #[must_use]
    pub const fn says(self) -> &'static str {
        match self {
            Self::Spread { .. } => "by the spread of scores; patients were not asked",
            Self::PatientsSaid => "by what patients said of their own change",
            Self::Derived => "counted over from another scale",
        }
    }
}

/// A change that matters, as one study gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImportantDifference {
    /// How much, as a decimal in points of the scale.
    pub amount: &'static str,
    /// For whom and how it was found.
    pub of: &'static str,
    /// Where it is published.
    pub source: &'static str,
    /// The limb, if it holds of one. Then it is of the mean of that limb's muscle groups, not of one of them.
    pub limb: Option<Limb>,
    /// How it was found.
    pub found: Found,
    /// How many patients.
    pub patients: u16,
    /// The same as a share of the first score, in percent, if the study gives it.
    pub percent: Option<u8>,
    /// Whether "how many reached it" is counted by this one. Of two that a study gives, the larger: our choice.
    pub counts: bool,
}

impl ImportantDifference {
    /// How much.
    #[must_use]
    pub fn points(&self) -> Option<Fraction> {
        Fraction::decimal(self.amount)
    }
}

/// How well a scale repeats, as one study gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reliability {
    /// Which measure of it.
    pub measure: &'static str,
    /// Its value or range, as published.
    pub value: &'static str,
    /// Of whom.
    pub of: &'static str,
    /// Where it is published.
    pub source: &'static str,
}

impl Scale {
    /// The change by which "how many reached it" is counted; `None` where none was found. Of a scale whose studies tell limbs
    /// apart, only with a limb.
    #[must_use]
    pub fn counting_difference(self, limb: Option<Limb>) -> Option<&'static ImportantDifference> {
        let holds = |of: &&ImportantDifference| of.counts && (of.limb.is_none() || of.limb == limb);
        self.about().important_differences.iter().find(holds)
    }

    /// Whether a change from one number to another is for the better by at least so much. `None` of a classification.
    #[must_use]
    pub fn improves_by(self, before: Fraction, after: Fraction, least: Fraction) -> Option<bool> {
        let gain = match self.direction() {
            Direction::LessIsBetter => before.less(after)?,
            Direction::MoreIsBetter => after.less(before)?,
            Direction::Classification => return None,
        };
        Some(gain >= least)
    }
}
