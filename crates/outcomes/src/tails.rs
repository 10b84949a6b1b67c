//! Tails of distributions, and roots of what only rises or only falls. A p value is never 0: one below the smallest normal double is
//! given as that.

use statrs::function::{beta::checked_beta_reg, erf, gamma};

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

/// A p value within what a double can hold: not 0, not above 1.
pub(crate) fn p_value(p: f64) -> f64 {
    p.clamp(f64::MIN_POSITIVE, 1.0)
}

/// Of the standard normal distribution, what lies below.
pub(crate) fn normal_below(z: f64) -> f64 {
    let outside = two_sided(z) / 2.0;
    if z <= 0.0 { outside } else { 1.0 - outside }
}

/// Two-sided p value of a standard normal.
pub(crate) fn normal_two_sided(z: f64) -> f64 {
    p_value(two_sided(z))
}

/// Two-sided p value of Student's t.
pub(crate) fn t_two_sided(t: f64, df: f64) -> f64 {
    if df >= 1000.0 {
        return normal_two_sided(normal_of_t(t, df));
    }
    p_value(checked_beta_reg(df / 2.0, 0.5, df / (df + t * t)).unwrap_or(1.0))
}

/// The standard normal of the same p value as t (Hill 1970, algorithm 395), for many degrees of freedom, where the incomplete
/// beta function loses digits.
fn normal_of_t(t: f64, df: f64) -> f64 {
    let a = df - 0.5;
    let b = 48.0 * a * a;
    let y = a * (t * t / df).ln_1p();
    let inner = (((-0.4 * y - 3.3) * y - 24.0) * y - 85.5) / (0.8 * y * y + 100.0 + b);
    ((inner + y + 3.0) / b + 1.0) * y.sqrt()
}

/// Student's t above which there is `outside`, below a half.
pub(crate) fn t_quantile(outside: f64, df: f64) -> f64 {
    let mut high = 1.0;
    while t_two_sided(high, df) > 2.0 * outside && high < 1e150 {
        high *= 2.0;
    }
    let mut low = 0.0;
    // Halved until no double is between: 53 steps and the few for a low that starts at 0.
    for _ in 0..120 {
        let middle = f64::midpoint(low, high);
        if t_two_sided(middle, df) > 2.0 * outside {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}

/// What F exceeds by chance.
pub(crate) fn f_above(f: f64, df1: f64, df2: f64) -> f64 {
    p_value(checked_beta_reg(df2 / 2.0, df1 / 2.0, df2 / (df2 + df1 * f)).unwrap_or(1.0))
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

    /// Values of Abramowitz and Stegun's kind of table, to all digits of a double.
    #[test]
    fn tails_have_their_digits() {
        let erfc = |x: f64| 2.0 * normal_below(-x * std::f64::consts::SQRT_2);
        let checks = [
            (erfc(0.0), 1.0),
            (erfc(0.5), 0.479_500_122_186_953_5),
            (erfc(1.0), 0.157_299_207_050_285_13),
            (erfc(2.0), 0.004_677_734_981_047_266),
            (erfc(5.0), 1.537_459_794_428_035e-12),
            (erfc(-1.0), 1.842_700_792_949_715),
            (normal_two_sided(1.0), 0.317_310_507_862_914_15),
            (t_two_sided(2.0, 1e7), 0.045_500_290_890),
            (t_quantile(0.025, 1.0), 12.706_204_736_174_698),
            (t_quantile(0.025, 4.0), 2.776_445_105_197_799),
            (normal_two_sided(100.0), f64::MIN_POSITIVE),
        ];
        for (got, expected) in checks {
            assert!((got - expected).abs() <= 1e-9 * expected, "{got} is not {expected}");
        }
        for t in [0.5, 2.0, 5.0, 9.0] {
            let (one, other) = (normal_two_sided(normal_of_t(t, 900.0)), t_two_sided(t, 900.0));
            assert!((one - other).abs() <= 1e-10 * one, "at t {t}: {one}, {other}");
        }
        for tenth in 10..25 {
            // Where one way ends and the other begins, both say the same.
            let (x, next) = (f64::from(tenth) / 10.0, f64::from(tenth) / 10.0 + 1e-9);
            let slope = std::f64::consts::FRAC_2_SQRT_PI * (-x * x).exp() * 1e-9;
            assert!((erfc(x) - erfc(next) - slope).abs() < 1e-14 * erfc(x) + 1e-17, "at {x}");
        }
    }
}
