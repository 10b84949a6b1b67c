//! How many: proportions, two-by-two tables, events per time, and their intervals.
//!
//! Nothing here is an approximation unless its name says so: intervals and p values are sums over the distribution itself,
//! built from its mode by ratios of neighbours, without gamma functions.

mod incidence;
mod mass;
mod mean_cumulative;
mod tables;

pub use incidence::{Rate, RateRatio, incidence, rate_ratio};
pub use mean_cumulative::{CumulativeStep, mean_cumulative};
pub use tables::{Fisher, McNemar, McNemarTest, Proportion, fisher, mcnemar, proportion};

use crate::Undefined;

/// Why counts or times cannot be analysed.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
pub enum Unfit {
    /// More than can be summed over.
    #[error("a count of {0}; accepted: up to 1 000 000 000 together")]
    Count(u64),
    /// More of a part than of the whole.
    #[error("{part} of {whole}; accepted: at most as many as there are")]
    Part {
        /// How many.
        part: u64,
        /// Of how many.
        whole: u64,
    },
    /// Not a number, infinite or negative.
    #[error("a time of {0}; accepted: a finite time from 0 on")]
    Time(f64),
    /// An event after its patient was last seen.
    #[error(
        "patient {patient} has an event at {event}, but was followed up to {until}; accepted: events until then"
    )]
    AfterFollowUp {
        /// Which patient, from 0.
        patient: usize,
        /// When the event was.
        event: f64,
        /// How long the patient was followed.
        until: f64,
    },
    /// Lists that belong together but differ in length.
    #[error("{one} patients followed, {other} with their events; accepted: as many")]
    Lengths {
        /// How many times of follow-up.
        one: usize,
        /// How many lists of events.
        other: usize,
    },
    /// No level of confidence.
    #[error("a confidence of {0}; accepted: between 0 and 1, such as 0.95")]
    Level(f64),
    /// Counts that can be read, but a question without an answer.
    #[error(transparent)]
    Undefined(#[from] Undefined),
}

/// The largest count that is summed over within a second.
const COUNT_MOST: u64 = 1_000_000_000;

/// The sum of counts, if it can be summed over.
fn total(counts: &[u64]) -> Result<u64, Unfit> {
    let sum = counts.iter().fold(0_u64, |sum, count| sum.saturating_add(*count));
    if sum > COUNT_MOST { Err(Unfit::Count(sum)) } else { Ok(sum) }
}

/// What a level leaves on each side.
fn side(level: f64) -> Result<f64, Unfit> {
    if level > 0.0 && level < 1.0 { Ok((1.0 - level) / 2.0) } else { Err(Unfit::Level(level)) }
}

fn time(value: f64) -> Result<f64, Unfit> {
    if value.is_finite() && value >= 0.0 { Ok(value) } else { Err(Unfit::Time(value)) }
}
