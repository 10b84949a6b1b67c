//! Mean and spread.

use super::{Confidence, Interval, Sample};
use crate::Undefined;
use crate::tails;

/// Mean and spread of values, in their unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Description {
    /// How many values there are.
    pub n: usize,
    /// How many are missing.
    pub missing: usize,
    /// Their mean; `None` of no value.
    pub mean: Option<f64>,
    /// Their standard deviation, by n - 1; `None` of fewer than two.
    pub sd: Option<f64>,
    /// The standard error of the mean, the standard deviation by the root of n; `None` of fewer than two.
    pub sem: Option<f64>,
    /// The interval of the mean from Student's t with n - 1 degrees of freedom; `None` of fewer than two. Of equal values it is
    /// that value.
    pub interval: Option<Interval>,
    /// What is not defined and why: [`Undefined::NoData`], or of one value [`Undefined::FewerThanTwo`].
    pub undefined: Option<Undefined>,
}

/// Mean, standard deviation, standard error, and confidence interval of the mean.
#[must_use]
pub fn describe(sample: &Sample, confidence: Confidence) -> Description {
    let n = sample.len();
    let mean = mean(sample);
    let sd = deviation(sample);
    let sem = sd.map(|sd| sd / (n as f64).sqrt());
    let around = |(mean, sem): (f64, f64)| {
        let reach = tails::t_quantile(confidence.outside(), n as f64 - 1.0) * sem;
        Interval { low: mean - reach, high: mean + reach }
    };
    Description {
        n,
        missing: sample.missing(),
        mean,
        sd,
        sem,
        interval: mean.zip(sem).map(around),
        undefined: match n {
            0 => Some(Undefined::NoData),
            1 => Some(Undefined::FewerThanTwo),
            _ => None,
        },
    }
}

/// The mean, from the exact sum.
pub(super) fn mean(sample: &Sample) -> Option<f64> {
    let sum: i128 = sample.units.iter().sum();
    (!sample.is_empty()).then(|| sample.part(sum as f64 / sample.len() as f64))
}

/// The standard deviation by n - 1. Differences from the mean are exact before they are squared: 1000000.1 to 1000000.3 lose no
/// digit, and equal values give 0.
pub(super) fn deviation(sample: &Sample) -> Option<f64> {
    let n = i128::try_from(sample.len()).ok().filter(|n| *n >= 2)?;
    let sum: i128 = sample.units.iter().sum();
    let squares: f64 = sample.units.iter().map(|units| ((n * units - sum) as f64).powi(2)).sum();
    Some(sample.part((squares / (n - 1) as f64).sqrt() / n as f64))
}
