//! Numbers of ways, as doubles or as whole numbers of any size.

use dashu_int::UBig;
use dashu_int::ops::{BitTest, Gcd};
use std::fmt;
use std::ops::AddAssign;

/// A number of ways that is only ever added to.
pub(super) trait Count: Copy + AddAssign {
    const NONE: Self;
    const ONE: Self;
}

/// Nothing is ever taken away, so each sum keeps a relative error of 2⁻⁵³ times the depth of additions.
impl Count for f64 {
    const NONE: Self = 0.0;
    const ONE: Self = 1.0;
}

/// A whole number of `L` words, lowest first. What does not fit is lost: who uses it knows the greatest number.
#[derive(Clone, Copy)]
pub(super) struct Wide<const L: usize>([u64; L]);

impl<const L: usize> AddAssign for Wide<L> {
    fn add_assign(&mut self, other: Self) {
        let mut carry = false;
        for (to, from) in self.0.iter_mut().zip(other.0) {
            (*to, carry) = to.carrying_add(from, carry);
        }
    }
}

impl<const L: usize> Count for Wide<L> {
    const NONE: Self = Self([0; L]);
    const ONE: Self = {
        let mut words = [0; L];
        if let Some(lowest) = words.first_mut() {
            *lowest = 1;
        }
        Self(words)
    };
}

impl<const L: usize> Wide<L> {
    pub(super) fn whole(self) -> UBig {
        let bytes: Vec<u8> = self.0.iter().flat_map(|word| word.to_le_bytes()).collect();
        UBig::from_le_bytes(&bytes)
    }
}

/// The sum of numbers that are not negative, added in pieces: its relative error is below 2⁻⁵³ times 64 and the number of
/// pieces.
pub(super) fn sum(numbers: impl Iterator<Item = f64>) -> f64 {
    let (mut whole, mut piece, mut size) = (0.0, 0.0, 0_u32);
    for number in numbers {
        piece += number;
        size += 1;
        if size == 64 {
            whole += piece;
            (piece, size) = (0.0, 0);
        }
    }
    whole + piece
}

/// An exact p value: a fraction in lowest terms, written "1/32".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fraction {
    over: UBig,
    under: UBig,
}

impl Fraction {
    /// Ways of all ways; more than all are all.
    pub(super) fn of(ways: UBig, all: UBig) -> Self {
        let ways = ways.min(all.clone());
        // There is one way at least, so that there is a divisor.
        let common = (&ways).gcd(&all);
        Self { over: ways / &common, under: all / common }
    }

    /// The nearest double, up to its last digit; never 0 for a fraction above it.
    #[must_use]
    pub fn value(&self) -> f64 {
        // 80 binary digits of the quotient, of which the double takes the first 53.
        let bits = |number: &UBig| i64::try_from(number.bit_len()).unwrap_or(i64::MAX);
        let shift = usize::try_from(80 + bits(&self.under) - bits(&self.over)).unwrap_or(0);
        let quotient: UBig = (&self.over << shift) / &self.under;
        let first = u128::try_from(quotient).unwrap_or(u128::MAX) as f64;
        let halvings = i32::try_from(shift).unwrap_or(i32::MAX);
        // In two steps: a power below the least double would be 0.
        let value = first * 0.5_f64.powi(halvings.min(1000)) * 0.5_f64.powi((halvings - 1000).max(0));
        crate::tails::p_value(value)
    }
}

impl fmt::Display for Fraction {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{}", self.over, self.under)
    }
}
