//! How long: survival with censoring, tests and regression of it, and competing causes.
//!
//! Units: times are in any one unit (days, months, years), from 0 on; results are in the same unit. Two times tie if they are
//! the same number. At a tie events come before censorings: who is censored at a time was at risk of the events at it.
//!
//! Missing values are the caller's to leave out: nothing here knows them.

mod causes;
mod cox;
mod gray;
mod kaplan_meier;
mod log_rank;

pub use causes::{CauseStep, Causes, CausesAt, Course, cumulative_incidence};
pub use cox::{Cox, Ties, cox};
pub use gray::{Gray, gray};
pub use kaplan_meier::{At, Interval, KaplanMeier, Quantile, RestrictedMean, Step, follow_up, kaplan_meier};
pub use log_rank::{LogRank, log_rank};

use crate::Undefined;
use std::collections::BTreeMap;

/// Why times and what goes with them cannot be analysed.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
pub enum Unfit {
    /// Not a number, infinite or negative.
    #[error("time {index} is {value}; accepted: a finite time from 0 on")]
    Time {
        /// Which, from 0.
        index: usize,
        /// What it is.
        value: f64,
    },
    /// A covariate that is no number.
    #[error("covariate {index} is {value}; accepted: a finite number")]
    Covariate {
        /// Which, from 0.
        index: usize,
        /// What it is.
        value: f64,
    },
    /// Lists that belong together but differ in length.
    #[error("{times} times, but {other} of what goes with them; accepted: as many")]
    Lengths {
        /// How many times.
        times: usize,
        /// How many of the other.
        other: usize,
    },
    /// A power of weights that is negative or no number.
    #[error("weights to the power {0}; accepted: from 0 on, such as 0 (log-rank) or 1 (Peto-Peto)")]
    Power(f64),
    /// More groups or causes than can be told apart in a time that is worth waiting for.
    #[error("{0} of them; accepted: up to {LABELS_MOST} groups or causes")]
    Labels(usize),
    /// Times that can be read, but a question without an answer.
    #[error(transparent)]
    Undefined(#[from] Undefined),
}

/// The outcome of a test: a chi-square.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChiSquare {
    /// The statistic.
    pub statistic: f64,
    /// Its degrees of freedom.
    pub df: usize,
    /// How likely it is at least as large if nothing differs.
    pub p: f64,
}

impl ChiSquare {
    fn new(statistic: f64, df: usize) -> Self {
        Self { statistic, df, p: crate::tails::chi_square_upper(statistic, df) }
    }
}

/// Refuses what are no times, and lists of another length.
fn check(times: &[f64], others: &[usize]) -> Result<(), Unfit> {
    if let Some((index, value)) =
        times.iter().enumerate().find(|(_, time)| !(time.is_finite() && **time >= 0.0))
    {
        return Err(Unfit::Time { index, value: *value });
    }
    match others.iter().find(|other| **other != times.len()) {
        Some(other) => Err(Unfit::Lengths { times: times.len(), other: *other }),
        None => Ok(()),
    }
}

/// How many groups or causes there may be: tests of them take the square of that at each time.
const LABELS_MOST: usize = 500;

/// Refuses too many groups or causes.
const fn check_labels(count: usize) -> Result<(), Unfit> {
    if count > LABELS_MOST { Err(Unfit::Labels(count)) } else { Ok(()) }
}

/// The distinct labels in their order, and which of them each value has.
pub(crate) fn codes<L: Ord + Clone>(labels: &[L]) -> (Vec<L>, Vec<usize>) {
    let mut numbers: BTreeMap<&L, usize> = labels.iter().map(|label| (label, 0)).collect();
    for (number, code) in numbers.values_mut().enumerate() {
        *code = number;
    }
    let codes = labels.iter().map(|label| numbers.get(label).copied().unwrap_or(0)).collect();
    (numbers.into_keys().cloned().collect(), codes)
}

/// The same time or not: times tie if they are the same number.
pub(crate) fn same(one: f64, other: f64) -> bool {
    one.partial_cmp(&other).is_some_and(std::cmp::Ordering::is_eq)
}
