//! Numbers of ways, as doubles or as whole numbers of any size.

use dashu_int::UBig;
use dashu_int::ops::{BitTest, Gcd};
use std::fmt;
use std::iter::Sum;
use std::ops::AddAssign;

/// A number of ways that is only ever added to.
pub(super) trait Count: Copy + AddAssign {
    const NONE: Self;
    const ONE: Self;

    /// What products of two add up to.
    type Total: Sum;

    fn of(ways: u128) -> Self;

    /// Puts in each place the sum of all up to it.
    fn cumulate(ways: &mut [Self]);

    /// The sum of the products.
    fn total(pairs: impl Iterator<Item = (Self, Self)>) -> Self::Total;
}

/// Nothing is ever taken away, so each sum keeps a relative error of 2⁻⁵³ times the depth of additions.
impl Count for f64 {
    const NONE: Self = 0.0;
    const ONE: Self = 1.0;

    type Total = Self;

    fn of(ways: u128) -> Self {
        // Of 64 digits it is quick.
        u64::try_from(ways).map_or_else(|_| ways as Self, |ways| ways as Self)
    }

    /// Its relative error is below 2⁻⁵³ times 66. Blocks of 64 are cumulated side by side, so that no addition waits for the one
    /// before; what lies before a block is summed with compensation.
    #[inline(always)]
    fn cumulate(numbers: &mut [Self]) {
        const BLOCK: usize = 64;
        const LANES: usize = 8;
        let (mut before, mut lost) = (0.0, 0.0);
        let mut carry = |block: &mut [Self]| {
            let own = block.last().copied().unwrap_or(0.0);
            for number in block.iter_mut() {
                *number += before;
            }
            let next = own - lost;
            let together: Self = before + next;
            lost = (together - before) - next;
            before = together;
        };
        let (wide, rest) = numbers.as_chunks_mut::<{ BLOCK * LANES }>();
        for chunk in wide {
            let (blocks, _) = chunk.as_chunks_mut::<BLOCK>();
            let mut lanes = [0.0; LANES];
            for place in 0..BLOCK {
                for (lane, block) in lanes.iter_mut().zip(&mut *blocks) {
                    if let Some(number) = block.get_mut(place) {
                        *lane += *number;
                        *number = *lane;
                    }
                }
            }
            blocks.iter_mut().for_each(|block| carry(block));
        }
        for block in rest.chunks_mut(BLOCK) {
            let mut sum = 0.0;
            for number in &mut *block {
                sum += *number;
                *number = sum;
            }
            carry(block);
        }
    }

    #[inline(always)]
    fn total(pairs: impl Iterator<Item = (Self, Self)>) -> Self {
        sum(pairs.map(|(one, other)| one * other))
    }
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

    type Total = UBig;

    fn cumulate(ways: &mut [Self]) {
        let mut whole = Self::NONE;
        for ways in ways {
            whole += *ways;
            *ways = whole;
        }
    }

    fn total(pairs: impl Iterator<Item = (Self, Self)>) -> UBig {
        pairs.map(|(one, other)| one.whole() * other.whole()).sum()
    }

    fn of(ways: u128) -> Self {
        let mut words = [0; L];
        for (word, half) in words.iter_mut().zip([ways as u64, (ways >> 64) as u64]) {
            *word = half;
        }
        Self(words)
    }
}

impl<const L: usize> Wide<L> {
    pub(super) fn whole(self) -> UBig {
        let bytes: Vec<u8> = self.0.iter().flat_map(|word| word.to_le_bytes()).collect();
        UBig::from_le_bytes(&bytes)
    }
}

/// The sum of numbers that are not negative, added in pieces: its relative error is below 2⁻⁵³ times 64 and the number of
/// pieces of 64.
#[inline(always)]
pub(super) fn sum(mut numbers: impl Iterator<Item = f64>) -> f64 {
    let mut whole = 0.0;
    loop {
        // Side by side, so that no addition waits for the one before.
        let (mut lanes, mut more) = ([0.0; 8], true);
        for _ in 0..8 {
            for lane in &mut lanes {
                match numbers.next() {
                    Some(number) => *lane += number,
                    None => more = false,
                }
            }
            if !more {
                break;
            }
        }
        whole += lanes.iter().sum::<f64>();
        if !more {
            return whole;
        }
    }
}

/// Acts on each place with what stands `shift` places below it, as that is before anything is done: from above, in pieces that do
/// not overlap.
#[inline(always)]
pub(super) fn with_below<T: Copy>(mut row: &mut [T], shift: usize, act: impl Fn(&mut T, T)) {
    while row.len() > shift {
        let cut = row.len().saturating_sub(shift).max(shift);
        let (below, above) = row.split_at_mut(cut);
        for (to, from) in above.iter_mut().zip(below.split_at(cut - shift).1) {
            act(to, *from);
        }
        row = below;
    }
}

/// Goes on to place `last` of a row that reads the same from place `total` down; beyond that there is none. At least the lower
/// half is known.
#[inline(always)]
pub(super) fn mirror<T: Copy>(row: &mut Vec<T>, total: usize, last: usize, none: T) {
    let known = row.len();
    let (from, to) = (total.saturating_sub(last), (total + 1).saturating_sub(known));
    if last >= known && from < to {
        row.extend_from_within(from..to);
        if let Some(more) = row.get_mut(known..) {
            more.reverse();
        }
    }
    row.resize(row.len().max(last + 1), none);
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
