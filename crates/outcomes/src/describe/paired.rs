//! The paired t test.

use super::moments::{deviation, mean};
use super::{Confidence, Interval, Pairs};
use crate::Undefined;
use crate::tails;

/// A paired t test.
#[derive(Debug, Clone, PartialEq)]
pub struct PairedT {
    /// How many whole pairs there are.
    pub n: usize,
    /// How many pairs lack a value.
    pub missing: usize,
    /// The mean of the differences, first less second; `None` of no pair.
    pub mean: Option<f64>,
    /// Their standard deviation; `None` of fewer than two.
    pub sd: Option<f64>,
    /// The mean by the mean spread of the first and the second values, sqrt((SD1² + SD2²) / 2); `None` without a spread.
    pub d_average: Option<f64>,
    /// The mean by the standard deviation of the first values; `None` without a spread.
    pub d_first: Option<f64>,
    /// `d_average` times Hedges' correction 1 - 3 / (4 (n - 1) - 1). Of two pairs that correction is 0.
    pub g_average: Option<f64>,
    /// The test.
    ///
    /// # Errors
    /// [`Undefined::NoData`], [`Undefined::FewerThanTwo`], or [`Undefined::ZeroVariance`] if every difference is the same: no t
    /// is infinite.
    pub test: Result<PairedTest, Undefined>,
}

/// What only a spread of differences gives.
#[derive(Debug, Clone, PartialEq)]
pub struct PairedTest {
    /// Mean by its standard error.
    pub t: f64,
    /// n - 1.
    pub df: usize,
    /// Two-sided p value.
    pub p: f64,
    /// The interval of the mean difference.
    pub interval: Interval,
    /// The mean by the standard deviation of the differences: Cohen's dz, which is the standardised response mean.
    pub dz: f64,
}

/// The paired t test of first less second (Student's t), with effect sizes.
#[must_use]
pub fn paired_t(pairs: &Pairs, confidence: Confidence) -> PairedT {
    let differences = pairs.differences();
    let n = differences.len();
    let (mean, sd) = (mean(&differences), deviation(&differences));
    let (first, second) = (deviation(&pairs.first), deviation(&pairs.second));
    let by = |spread: f64| mean.filter(|_| spread > 0.0).map(|mean| mean / spread);
    let d_average = first.zip(second).and_then(|(first, second)| by(first.hypot(second) / 2_f64.sqrt()));
    let df = n.saturating_sub(1);
    let test = match (mean, sd) {
        (None, _) => Err(Undefined::NoData),
        (_, None) => Err(Undefined::FewerThanTwo),
        (Some(mean), Some(sd)) if sd > 0.0 => {
            let error = sd / (n as f64).sqrt();
            let reach = tails::t_quantile(confidence.outside(), df as f64) * error;
            let t = mean / error;
            Ok(PairedTest {
                t,
                df,
                p: tails::t_two_sided(t, df as f64),
                interval: Interval { low: mean - reach, high: mean + reach },
                dz: mean / sd,
            })
        }
        _ => Err(Undefined::ZeroVariance),
    };
    PairedT {
        n,
        missing: differences.missing(),
        mean,
        sd,
        d_average,
        d_first: first.and_then(by),
        g_average: d_average.map(|d| d * (1.0 - 3.0 / (4.0 * df as f64 - 1.0))),
        test,
    }
}
