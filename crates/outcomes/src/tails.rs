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

/// How likely a standard normal is at least as far from 0 as `z`: by the gamma function, whose last digits are better than
/// those of the error function at hand.
pub(crate) fn two_sided(z: f64) -> f64 {
    gamma_upper(0.5, z * z / 2.0)
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Known to 16 digits: erfc of 0.5, 1, 2, 3 and 5, and usual quantiles.
    #[test]
    fn tails_are_good_to_their_last_digits() {
        let root = std::f64::consts::SQRT_2;
        for (x, known) in [
            (0.0, 1.0),
            (0.5, 0.479_500_122_186_953_5),
            (1.0, 0.157_299_207_050_285_13),
            (2.0, 0.004_677_734_981_047_266),
            (3.0, 2.209_049_699_858_544e-5),
            (5.0, 1.537_459_794_428_035e-12),
        ] {
            let found = two_sided(x * root);
            assert!((found - known).abs() <= 1e-14 * known, "{x}: {found}");
        }
        for (level, known) in [
            (0.8, 1.281_551_565_544_600_4),
            (0.9, 1.644_853_626_951_472_7),
            (0.95, 1.959_963_984_540_054),
            (0.99, 2.575_829_303_548_900_4),
            (0.999, 3.290_526_731_491_925_5),
        ] {
            let found = z_of(level).unwrap();
            assert!((found - known).abs() <= 1e-13, "{level}: {found}");
        }
        assert_eq!((z_of(0.0), z_of(1.0), z_of(f64::NAN)), (None, None, None));
    }
}
