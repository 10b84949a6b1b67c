//! Exact sums of volumes that stay in machine words while they fit.
//!
//! A twin adds hundreds of volumes, nearly all in the ticks of one program. A big ratio looks for common divisors after
//! each addition; this keeps one denominator, unreduced, and becomes a big ratio only where it would not fit.

use crate::exact::ratio;
use dashu_ratio::RBig;
use pump::Delivered;
use quantity::{Quotient, Volume, greatest_common_divisor};
use std::cmp::Ordering;

/// An exact volume in nL, not below zero.
#[derive(Debug, Clone)]
pub(crate) enum Sum {
    /// A ratio that need not be in lowest terms.
    Small {
        numerator: u128,
        /// Not zero.
        denominator: u64,
    },
    /// What does not fit.
    Big(Box<RBig>),
}

impl Sum {
    pub(crate) const ZERO: Self = Self::whole(0);

    /// A whole number of nL.
    pub(crate) const fn whole(nanolitres: u128) -> Self {
        Self::Small { numerator: nanolitres, denominator: 1 }
    }

    pub(crate) fn new(numerator: u128, denominator: u128) -> Self {
        match u64::try_from(denominator) {
            Ok(denominator) => Self::Small { numerator, denominator },
            Err(_) => Self::of_big(ratio(numerator, denominator)),
        }
    }

    /// A ratio of any size, not below zero.
    pub(crate) fn of_big(value: RBig) -> Self {
        match (u128::try_from(value.numerator()), u64::try_from(value.denominator())) {
            (Ok(numerator), Ok(denominator)) => Self::Small { numerator, denominator },
            _ => Self::Big(Box::new(value)),
        }
    }

    pub(crate) fn of(volume: Quotient<Volume>) -> Self {
        Self::new(volume.numerator(), volume.denominator())
    }

    pub(crate) fn delivered(delivered: Delivered) -> Self {
        Self::new(delivered.ticks, delivered.per_nanolitre)
    }

    /// In lowest terms.
    pub(crate) fn big(&self) -> RBig {
        match self {
            Self::Small { numerator, denominator } => ratio(*numerator, u128::from(*denominator)),
            Self::Big(value) => RBig::clone(value),
        }
    }

    pub(crate) fn is_zero(&self) -> bool {
        match self {
            Self::Small { numerator, .. } => *numerator == 0,
            Self::Big(value) => value.is_zero(),
        }
    }

    pub(crate) fn plus(&self, other: &Self) -> Self {
        let fitting = common(self, other);
        let fitting =
            fitting.and_then(|(left, right, denominator)| Some((left.checked_add(right)?, denominator)));
        match fitting {
            Some((numerator, denominator)) => Self::Small { numerator, denominator },
            None => Self::of_big(self.big() + other.big()),
        }
    }

    /// `other` is not larger.
    pub(crate) fn minus(&self, other: &Self) -> Self {
        match common(self, other) {
            Some((left, right, denominator)) => {
                Self::Small { numerator: left.saturating_sub(right), denominator }
            }
            None => Self::of_big(self.big() - other.big()),
        }
    }
}

/// Both numerators over one denominator, if that fits.
fn common(left: &Sum, right: &Sum) -> Option<(u128, u128, u64)> {
    let (Sum::Small { numerator: a, denominator: b }, Sum::Small { numerator: c, denominator: d }) =
        (left, right)
    else {
        return None;
    };
    if b == d {
        return Some((*a, *c, *b));
    }
    let shared = greatest_common_divisor(u128::from(*b), u128::from(*d)) as u64;
    let (left_times, right_times) = (d / shared, b / shared);
    let denominator = b.checked_mul(left_times)?;
    Some((a.checked_mul(u128::from(left_times))?, c.checked_mul(u128::from(right_times))?, denominator))
}

impl Ord for Sum {
    fn cmp(&self, other: &Self) -> Ordering {
        match common(self, other) {
            Some((left, right, _)) => left.cmp(&right),
            None => self.big().cmp(&other.big()),
        }
    }
}

impl PartialOrd for Sum {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Sum {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Sum {}
