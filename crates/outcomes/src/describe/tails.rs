//! Tails of the distributions that tests use. A p value is never 0: one below the smallest normal double is given as that.

use statrs::function::{beta::checked_beta_reg, erf, gamma::checked_gamma_ur};
use std::f64::consts::{FRAC_2_SQRT_PI, SQRT_2};

/// A p value within what a double can hold: not 0, not above 1.
pub(crate) fn p_value(p: f64) -> f64 {
    p.clamp(f64::MIN_POSITIVE, 1.0)
}

/// The complement of the error function, to about 14 digits of itself; that of `statrs` has 10.
fn erfc(x: f64) -> f64 {
    if x < 0.0 {
        return 2.0 - erfc(-x);
    }
    let bell = (-x * x).exp();
    if x < 1.5 {
        // The sum of 2ⁿ x²ⁿ⁺¹ / (1 · 3 ⋯ (2 n + 1)): no term is negative.
        let (mut term, mut sum) = (x, x);
        for n in 1..=40_u32 {
            term *= 2.0 * x * x / f64::from(2 * n + 1);
            sum += term;
        }
        return 1.0 - FRAC_2_SQRT_PI * bell * sum;
    }
    // The continued fraction x + (1/2) / (x + (2/2) / (x + (3/2) / ...)), from its far end.
    let fraction = (1..=100_u32).rev().fold(x, |tail, n| x + f64::from(n) / 2.0 / tail);
    FRAC_2_SQRT_PI / 2.0 * bell / fraction
}

/// Of the standard normal distribution, what lies below.
pub(crate) fn normal_below(z: f64) -> f64 {
    erfc(-z / SQRT_2) / 2.0
}

/// Two-sided p value of a standard normal.
pub(crate) fn normal_two_sided(z: f64) -> f64 {
    p_value(erfc(z.abs() / SQRT_2))
}

/// The standard normal above which there is `outside`.
pub(crate) fn normal_quantile(outside: f64) -> f64 {
    SQRT_2 * erf::erfc_inv(2.0 * outside)
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

/// What chi-square exceeds by chance.
pub(crate) fn chi_square_above(chi_square: f64, df: f64) -> f64 {
    if chi_square <= 0.0 {
        return 1.0;
    }
    p_value(checked_gamma_ur(df / 2.0, chi_square / 2.0).unwrap_or(1.0))
}

/// What F exceeds by chance.
pub(crate) fn f_above(f: f64, df1: f64, df2: f64) -> f64 {
    p_value(checked_beta_reg(df2 / 2.0, df1 / 2.0, df2 / (df2 + df1 * f)).unwrap_or(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Values of Abramowitz and Stegun's kind of table, to all digits of a double.
    #[test]
    fn tails_have_their_digits() {
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
            let slope = FRAC_2_SQRT_PI * (-x * x).exp() * 1e-9;
            assert!((erfc(x) - erfc(next) - slope).abs() < 1e-14 * erfc(x) + 1e-17, "at {x}");
        }
    }
}
