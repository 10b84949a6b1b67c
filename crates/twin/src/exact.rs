//! Between bounded amounts and big-integer ratios.

use dashu_base::{Sign, UnsignedAbs};
use dashu_int::{IBig, UBig};
use dashu_ratio::RBig;
use quantity::{Amount, Quotient};

/// An exact ratio as a big one, in base units.
#[must_use]
pub fn of<Q: Amount>(quotient: Quotient<Q>) -> RBig {
    ratio(quotient.numerator(), quotient.denominator())
}

/// `numerator / denominator`; a zero denominator counts as one, and no caller has one.
#[must_use]
pub fn ratio(numerator: u128, denominator: u128) -> RBig {
    RBig::from_parts(IBig::from(numerator), UBig::from(denominator.max(1)))
}

/// A volume in nL times a concentration in ng/mL, in ng.
#[must_use]
pub fn volume_times(volume: &RBig, concentration: &RBig) -> RBig {
    volume * concentration / RBig::from(1_000_000_u32)
}

/// A whole number with its sign, cut toward zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cut {
    /// Whether it is below zero.
    pub negative: bool,
    /// The digits.
    pub value: u128,
}

/// `value × 10^places`, cut toward zero; held at the largest number past 128 bits.
#[must_use]
pub fn cut(value: &RBig, places: u32) -> Cut {
    let scaled = value * RBig::from(UBig::from(10_u8).pow(places as usize));
    let whole: IBig = scaled.trunc();
    let negative = whole.sign() == Sign::Negative && whole != IBig::ZERO;
    Cut { negative, value: u128::try_from(whole.unsigned_abs()).unwrap_or(u128::MAX) }
}

/// An exact decimal, `digits × 10^-places`.
#[must_use]
pub fn decimal_places(digits: u128, places: u32) -> RBig {
    RBig::from_parts(IBig::from(digits), UBig::from(10_u8).pow(places as usize))
}
