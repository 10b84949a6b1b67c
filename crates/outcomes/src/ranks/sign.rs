//! The sign test.

use super::count::Fraction;
use crate::Undefined;
use crate::describe::Sample;
use crate::tails::{normal_two_sided, p_value};
use dashu_int::UBig;

/// The most changes other than zero for which the exact distribution is computed.
pub const MOST_SIGNS: usize = 10_000;

/// A sign test.
#[derive(Debug, Clone, PartialEq)]
pub struct SignTest {
    /// How many changes are above zero.
    pub positive: usize,
    /// How many are below.
    pub negative: usize,
    /// How many are zero: dropped.
    pub zeros: usize,
    /// How many are missing.
    pub missing: usize,
    /// The exact two-sided p value.
    ///
    /// # Errors
    /// [`Undefined::NoData`] without a change, [`Undefined::AllZero`] if all of them are zero, [`Undefined::TooLarge`] of more
    /// than [`MOST_SIGNS`] others.
    pub exact: Result<Fraction, Undefined>,
    /// The normal approximation with a continuity correction of 0.5; `None` if no change is other than zero.
    pub normal: Option<f64>,
}

/// The exact sign test: how unlikely is so uneven a split of signs, were each that of a coin? Two-sided: twice the smaller tail
/// of the binomial distribution, at most 1. Zeros are dropped; sizes do not matter.
#[must_use]
pub fn sign_test(changes: &Sample) -> SignTest {
    let count = |keep: fn(&i128) -> bool| changes.units.iter().filter(|change| keep(change)).count();
    let (positive, negative) = (count(|change| *change > 0), count(|change| *change < 0));
    let used = positive + negative;
    let exact = match (changes.len(), used) {
        (0, _) => Err(Undefined::NoData),
        (_, 0) => Err(Undefined::AllZero),
        _ if used > MOST_SIGNS => Err(Undefined::TooLarge),
        _ => {
            let (mut ways, mut tail) = (UBig::ONE, UBig::ONE);
            for chosen in 1..=positive.min(negative) {
                ways = ways * (used + 1 - chosen) / chosen;
                tail += &ways;
            }
            Ok(Fraction::of(tail << 1, UBig::ONE << used))
        }
    };
    let off = positive.abs_diff(negative) as f64 - 1.0;
    let normal = (used > 0).then(|| p_value(normal_two_sided(off.max(0.0) / (used as f64).sqrt())));
    SignTest { positive, negative, zeros: changes.len() - used, missing: changes.missing(), exact, normal }
}
