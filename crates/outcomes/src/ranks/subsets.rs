//! How many subsets of whole numbers have a sum of at most so much.
//!
//! It is the distribution of a signed-rank sum: each rank is in the sum or not. The numbers are dealt into two halves; the sums
//! of a half are counted one number at a time, and only up to the middle of their range, since the sums above mirror those
//! below. A subset of all is a subset of each half.

use super::count::{Count, Wide, sum};
use dashu_int::UBig;

/// The numbers of subsets by sum, of each half.
pub(super) struct Subsets<C> {
    /// By sum, up to the greatest sum that is asked for.
    left: Vec<C>,
    /// With at most each sum, likewise.
    right: Vec<C>,
}

impl<C: Count> Subsets<C> {
    /// The subsets of numbers, in rising order, none of them 0, for sums up to `most`.
    fn counted(parts: &[usize], most: usize, cumulate: impl FnOnce(&mut [C])) -> Self {
        let deal = |first| table(parts.iter().skip(first).step_by(2).copied(), most);
        let mut right = deal(1);
        cumulate(&mut right);
        Self { left: deal(0), right }
    }

    /// Numbers of left subsets, each with the number of right ones that keep the sum at most `most`.
    fn both(&self, most: usize) -> impl Iterator<Item = (C, C)> {
        let last = self.right.len() - 1;
        // Small left sums leave room for every right subset.
        let all = self.right.last().copied().unwrap_or(C::NONE);
        let room = self.right.iter().take(most + 1).rev().copied();
        let partners = std::iter::repeat_n(all, most.saturating_sub(last)).chain(room);
        self.left.iter().copied().zip(partners)
    }
}

impl Subsets<f64> {
    /// As doubles. Up to 1,000 numbers no count overflows, and the relative error of a tail is below 10⁻¹²: an addition for
    /// each number, 64 and a 64th of the terms in the last sum, and a compensated cumulation, each of 2⁻⁵³.
    pub(super) fn new(parts: &[usize], most: usize) -> Self {
        Self::counted(parts, most, |counts| {
            let (mut whole, mut lost) = (0.0, 0.0);
            for count in counts {
                let next = *count - lost;
                let together: f64 = whole + next;
                lost = (together - whole) - next;
                whole = together;
                *count = whole;
            }
        })
    }

    /// How many subsets have at most that sum.
    pub(super) fn up_to(&self, most: usize) -> f64 {
        sum(self.both(most).map(|(left, right)| left * right))
    }
}

impl<const L: usize> Subsets<Wide<L>> {
    fn whole(parts: &[usize], most: usize) -> UBig {
        let subsets = Self::counted(parts, most, |counts| {
            let mut whole = Wide::NONE;
            for count in counts {
                whole += *count;
                *count = whole;
            }
        });
        subsets.both(most).map(|(left, right)| left.whole() * right.whole()).sum()
    }
}

/// How many subsets of numbers, in rising order, none of them 0, have at most that sum: exactly, of up to 1,000 numbers.
pub(super) fn whole_up_to(parts: &[usize], most: usize) -> UBig {
    // A half of n numbers has at most 2^n subsets.
    match parts.len().div_ceil(2) {
        0..=63 => Subsets::<Wide<1>>::whole(parts, most),
        64..=127 => Subsets::<Wide<2>>::whole(parts, most),
        128..=255 => Subsets::<Wide<4>>::whole(parts, most),
        _ => Subsets::<Wide<8>>::whole(parts, most),
    }
}

/// Numbers of subsets by sum, up to `most` or the sum of all.
fn table<C: Count>(parts: impl Iterator<Item = usize>, most: usize) -> Vec<C> {
    let mut counts = vec![C::ONE];
    let mut total = 0;
    for part in parts {
        // The lower half of the sums is enough to go on with.
        mirror(&mut counts, total, ((total + part) / 2).min(most));
        add_part(&mut counts, part);
        total += part;
    }
    mirror(&mut counts, total, most.min(total));
    counts
}

/// Goes on to the number of subsets with sum `last`: one with a sum is the rest of one with what it lacks to the total.
fn mirror<C: Count>(counts: &mut Vec<C>, total: usize, last: usize) {
    for sum in counts.len()..=last {
        let rest = total.checked_sub(sum).and_then(|rest| counts.get(rest).copied());
        counts.push(rest.unwrap_or(C::NONE));
    }
}

/// Each subset without the part gives one with it: adds to each place what stood `part` places below, from above, in pieces
/// that do not overlap.
fn add_part<C: Count>(mut counts: &mut [C], part: usize) {
    while counts.len() > part {
        let cut = counts.len().saturating_sub(part).max(part);
        let (below, above) = counts.split_at_mut(cut);
        for (to, from) in above.iter_mut().zip(below.split_at(cut - part).1) {
            *to += *from;
        }
        counts = below;
    }
}
