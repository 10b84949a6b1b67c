//! Values in short: quantiles, mean and spread, and the paired t test.
//!
//! Values come in as a [`Sample`], in which missing ones are counted and left out, and the others are whole numbers of a
//! common decimal step. NaN, infinities and numbers that share no step are refused there ([`crate::exact::NotScaled`]): behind
//! it no function meets one. What is not defined for a number of values is said by [`crate::Undefined`].

mod moments;
mod paired;
mod quantile;
mod sample;

pub use moments::{Description, describe};
pub use paired::{PairedT, PairedTest, paired_t};
pub use quantile::{
    Halves, Probability, QuantileType, Quartiles, median, moore_mccabe, quantile, quartiles, tukey_hinges,
};
pub(crate) use sample::differences;
pub use sample::{Pairs, Sample, TwoSamples};

/// A level of confidence: above 0 and below 1. 0.95 by default.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Confidence(f64);

impl Confidence {
    /// The level; `None` unless it is above 0 and below 1.
    #[must_use]
    pub fn of(level: f64) -> Option<Self> {
        (level > 0.0 && level < 1.0).then_some(Self(level))
    }

    /// The level.
    #[must_use]
    pub const fn level(self) -> f64 {
        self.0
    }

    /// What lies outside on each side: 0.025 at a level of 0.95.
    pub(crate) fn outside(self) -> f64 {
        (1.0 - self.0) / 2.0
    }
}

impl Default for Confidence {
    fn default() -> Self {
        Self(0.95)
    }
}

/// From a value to a value, in the unit of the values; the ends belong to it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Its lower end.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
}
