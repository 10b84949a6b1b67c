//! Tails of distributions, and roots of what only rises or only falls.

use statrs::function::{erf, gamma};

/// The standard normal quantile that leaves `(1 - level) / 2` on each side: 1.96 of 0.95. `None` if `level` is no level.
pub(crate) fn z_of(level: f64) -> Option<f64> {
    if !(level > 0.0 && level < 1.0) {
        return None;
    }
    let outside = 1.0 - level;
    let start = std::f64::consts::SQRT_2 * erf::erfc_inv(outside);
    // One step of Newton on the two tails: the inverse is good to about ten digits only.
    let density = (2.0 / std::f64::consts::PI).sqrt() * (-start * start / 2.0).exp();
    let better = start + (two_sided(start) - outside) / density;
    Some(if better.is_finite() { better } else { start }).filter(|z| z.is_finite())
}

/// How likely a standard normal is at least as far from 0 as `z`.
pub(crate) fn two_sided(z: f64) -> f64 {
    erf::erfc(z.abs() / std::f64::consts::SQRT_2)
}

/// How likely a chi-square of `df` degrees of freedom is at least `x`.
#[expect(clippy::cast_precision_loss, reason = "degrees of freedom are few")]
pub(crate) fn chi_square_upper(x: f64, df: usize) -> f64 {
    match df {
        _ if x <= 0.0 => 1.0,
        0 => 0.0,
        1 => two_sided(x.sqrt()),
        _ => gamma_upper(df as f64 / 2.0, x / 2.0),
    }
}

/// The upper part of the regularised gamma function: how likely a Poisson of mean `x` is below `a`.
pub(crate) fn gamma_upper(a: f64, x: f64) -> f64 {
    if x <= 0.0 { 1.0 } else { gamma::checked_gamma_ur(a, x).unwrap_or(0.0) }
}

/// Where a function that rises (or falls) between `low` and `high` is `wanted`; halved until no double lies between. It is
/// never asked at the ends themselves.
pub(crate) fn root(wanted: f64, mut low: f64, mut high: f64, rises: bool, value: impl Fn(f64) -> f64) -> f64 {
    // Each halving gives one more binary digit; 1100 reach the smallest double from any start.
    for _ in 0..1100 {
        let middle = low + (high - low) / 2.0;
        if middle <= low || middle >= high {
            break;
        }
        if (value(middle) < wanted) == rises {
            low = middle;
        } else {
            high = middle;
        }
    }
    low + (high - low) / 2.0
}
