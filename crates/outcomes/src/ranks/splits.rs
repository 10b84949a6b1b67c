//! In how many ways so many of given ranks, many of them equal, have a sum of at most, or at least, so much.
//!
//! It is the distribution of the rank sum of one of two groups. The ranks are cut in a lower and an upper half; of each half it
//! is counted in how many ways each number of its ranks has each sum. A choice from all is one from each half: so the sums of
//! all, of which there are many more, are never written down.

use super::count::{Count, mirror, with_below};
use fearless_simd::{Level, Simd, dispatch};
use std::iter::{repeat, repeat_n};
use std::num::Wrapping;
use std::ops::{AddAssign, SubAssign};

/// The choices of so many from all ranks.
pub(super) struct Splits<C> {
    lower: Half<C>,
    /// The least sums of the upper half, and the ways to at most, and to at least, each of its sums.
    upper: Vec<usize>,
    up_to: Vec<Vec<C>>,
    from: Vec<Vec<C>>,
    chosen: usize,
    /// The least sum of so many of all ranks. Sums are told above it.
    least: usize,
}

/// The choices from half of the ranks.
struct Half<C> {
    /// By how many are chosen, the least sum of so many.
    least: Vec<usize>,
    /// By how many are chosen: the ways to each sum, from the least on.
    rows: Vec<Vec<C>>,
}

impl<C: Count> Splits<C> {
    /// The choices of so many of ranks in rising order.
    ///
    /// As doubles: of up to 40,000 pairings the relative error of a tail is below 10⁻¹¹, an addition for each rank and those of
    /// the last sum, each of 2⁻⁵³. As whole numbers: what one half has must fit; two words hold the choices from up to 127 ranks.
    pub(super) fn new(ranks: &[usize], chosen: usize) -> Self {
        dispatch!(Level::new(), simd => Self::counted(simd, ranks, chosen))
    }

    #[inline(always)]
    fn counted<S: Simd>(_: S, ranks: &[usize], chosen: usize) -> Self {
        let (lower, upper) = ranks.split_at(ranks.len() / 2);
        let apart = |(lower, upper): (&usize, &usize)| upper - lower;
        let mut all_apart = lower.iter().zip(upper).map(apart);
        let first = all_apart.next();
        // Then both have the same ways, above their least sums.
        let alike = lower.len() == upper.len() && all_apart.all(|apart| Some(apart) == first);
        let lower = Half::of(lower, chosen, None);
        let upper = Half::of(upper, chosen, alike.then_some(&lower));
        let Half { least: upper, rows: mut up_to } = upper;
        let mut from = up_to.clone();
        for row in &mut up_to {
            C::cumulate(row);
        }
        for row in &mut from {
            row.reverse();
            C::cumulate(row);
            row.reverse();
        }
        let least = ranks.iter().take(chosen).sum();
        Self { lower, upper, up_to, from, chosen, least }
    }

    /// Of each number that the lower half may give: its ways to each sum, those of the upper half to the rest, and the least sum
    /// of both.
    fn both<'a>(&'a self, upper: &'a [Vec<C>]) -> impl Iterator<Item = (&'a [C], &'a [C], usize)> {
        (0..=self.chosen).filter_map(|number| {
            let rest = self.chosen - number;
            let least = self.lower.least.get(number)? + self.upper.get(rest)? - self.least;
            Some((self.lower.rows.get(number)?.as_slice(), upper.get(rest)?.as_slice(), least))
        })
    }

    /// In how many ways the sum is at most so much above the least.
    pub(super) fn up_to(&self, most: usize) -> C::Total {
        let of = |(lower, upper, least): (&[C], &[C], usize)| {
            let room = (most + 1).saturating_sub(least);
            let all = upper.last().copied().unwrap_or(C::NONE);
            let partners = upper.iter().take(room).rev().copied();
            let partners = repeat_n(all, room.saturating_sub(upper.len())).chain(partners);
            C::total(lower.iter().copied().zip(partners))
        };
        self.both(&self.up_to).map(of).sum()
    }

    /// In how many ways the sum is at least so much above the least.
    pub(super) fn from(&self, fewest: usize) -> C::Total {
        let of = |(lower, upper, least): (&[C], &[C], usize)| {
            let lacking = fewest.saturating_sub(least);
            let all = upper.first().copied().unwrap_or(C::NONE);
            let partners = upper.iter().take(lacking + 1).rev().copied().chain(repeat(all));
            C::total(lower.iter().copied().skip((lacking + 1).saturating_sub(upper.len())).zip(partners))
        };
        self.both(&self.from).map(of).sum()
    }
}

impl<C: Count> Half<C> {
    /// Of ranks in rising order; up to so many are chosen. What has the same ways may be there already.
    #[inline(always)]
    fn of(ranks: &[usize], chosen: usize, alike: Option<&Self>) -> Self {
        let chosen = chosen.min(ranks.len());
        let least = cumulated(ranks.iter(), chosen);
        let consecutive = ranks.is_sorted_by(|one, other| one + 1 == *other);
        let rows = if let Some(alike) = alike {
            alike.rows.clone()
        } else if consecutive && ranks.len() <= 67 {
            // 64 digits hold every number of choices from up to 67 ranks, 128 from up to 127.
            of_consecutive(ranks.len(), chosen, [0, 1].map(Wrapping::<u64>), |ways| C::of(ways.0.into()))
        } else if consecutive && ranks.len() <= 127 {
            of_consecutive(ranks.len(), chosen, [0, 1].map(Wrapping::<u128>), |ways| C::of(ways.0))
        } else {
            let most = cumulated(ranks.iter().rev(), chosen);
            let widths = most.iter().zip(&least).map(|(most, least)| most - least + 1);
            one_by_one(ranks, &least, widths.collect())
        };
        Self { least, rows }
    }
}

/// The sums of the first numbers: of none, of one, up to so many.
fn cumulated<'a>(numbers: impl Iterator<Item = &'a usize>, most: usize) -> Vec<usize> {
    let mut sums = vec![0];
    sums.extend(numbers.take(most).scan(0, |sum, number| {
        *sum += number;
        Some(*sum)
    }));
    sums
}

/// Adds one rank after the other; rows have the given widths.
#[inline(always)]
fn one_by_one<C: Count>(ranks: &[usize], least: &[usize], widths: Vec<usize>) -> Vec<Vec<C>> {
    let chosen = least.len() - 1;
    let mut rows: Vec<Vec<C>> = widths.into_iter().map(|width| vec![C::NONE; width]).collect();
    if let Some(none) = rows.first_mut().and_then(|row| row.first_mut()) {
        *none = C::ONE;
    }
    // Of what was there before a rank: by how many are chosen, the greatest sum above the least of so many.
    let mut reach = vec![0; chosen + 1];
    for (before, rank) in ranks.iter().enumerate() {
        for number in (1..=chosen.min(before + 1)).rev() {
            let (below, above) = rows.split_at_mut(number);
            let (Some(from), Some(to)) = (below.last(), above.first_mut()) else { continue };
            let (Some([less, own]), Some([reached, reaches])) =
                (least.get(number - 1..=number), reach.get_mut(number - 1..=number))
            else {
                continue;
            };
            let shift = less + rank - own;
            for (to, from) in to.split_at_mut(shift).1.iter_mut().zip(from.iter().take(*reached + 1)) {
                *to += *from;
            }
            *reaches = *reached + shift;
        }
    }
    rows
}

/// Of ranks of which each is one more than the one before: Gauss's binomial coefficients, each from the one of a rank fewer by
/// (1 - qⁿ⁺¹⁻ᵏ) / (1 - qᵏ), in whole numbers. What is taken away for a time comes back: it wraps around.
fn of_consecutive<C: Count, W>(
    count: usize,
    chosen: usize,
    [none, one]: [W; 2],
    of: impl Fn(W) -> C,
) -> Vec<Vec<C>>
where
    W: Copy + AddAssign + SubAssign,
{
    let mut row = vec![one];
    let mut rows = vec![vec![C::ONE]];
    for number in 1..=chosen {
        let width = number * (count - number) + 1;
        // The second half mirrors the first.
        let half = width.div_ceil(2);
        row.resize(half, none);
        with_below(&mut row, count + 1 - number, |to, from| *to -= from);
        by(&mut row, number);
        let mut ways = row.iter().map(|ways| of(*ways)).collect();
        mirror(&mut row, width - 1, width - 1, none);
        mirror(&mut ways, width - 1, width - 1, C::NONE);
        rows.push(ways);
    }
    rows
}

/// By 1 - qᵏ: adds to each place what stands k places below, from below, k places at a time.
fn by<W: Copy + AddAssign>(row: &mut [W], k: usize) {
    for place in (k..row.len()).step_by(k) {
        let (below, above) = row.split_at_mut(place);
        for (to, from) in above.iter_mut().zip(below.split_at(place - k).1) {
            *to += *from;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::count::Wide;
    use super::*;
    use dashu_int::UBig;
    use proptest::prelude::*;

    /// Each choice by itself: by sum above the least.
    fn plain(ranks: &[usize], chosen: usize) -> Vec<u64> {
        let mut ways = vec![0; ranks.iter().sum::<usize>() + 1];
        for choice in 0_u32..1 << ranks.len() {
            if choice.count_ones() as usize == chosen {
                let own = ranks.iter().enumerate().filter(|(place, _)| choice >> place & 1 == 1);
                ways[own.map(|(_, rank)| rank).sum::<usize>()] += 1;
            }
        }
        ways.split_off(ranks.iter().take(chosen).sum())
    }

    fn check(ranks: &[usize], chosen: usize) {
        let ways = plain(ranks, chosen);
        let (double, whole) = (Splits::<f64>::new(ranks, chosen), Splits::<Wide<2>>::new(ranks, chosen));
        for place in 0..ways.len() {
            let (below, above) = (ways[..=place].iter().sum::<u64>(), ways[place..].iter().sum::<u64>());
            assert_eq!((double.up_to(place), double.from(place)), (below as f64, above as f64));
            assert_eq!((whole.up_to(place), whole.from(place)), (UBig::from(below), UBig::from(above)));
        }
    }

    proptest! {
        #[test]
        fn as_each_choice_by_itself(mut ranks in prop::collection::vec(0..12_usize, 1..11), share in 0.0..=1.0) {
            ranks.sort_unstable();
            check(&ranks, (share * ranks.len() as f64) as usize);
        }

        #[test]
        fn consecutive_ranks_as_each_choice_by_itself(first in 0..4_usize, count in 1..12_usize, share in 0.0..=1.0) {
            let ranks: Vec<usize> = (first..first + count).collect();
            check(&ranks, (share * count as f64) as usize);
        }
    }

    #[test]
    fn consecutive_ranks_are_counted_as_one_by_one() {
        for (count, chosen) in [(67, 67), (68, 68), (127, 60), (100, 7)] {
            let ranks: Vec<usize> = (0..count).collect();
            let (least, most) = (cumulated(ranks.iter(), chosen), cumulated(ranks.iter().rev(), chosen));
            let widths = most.iter().zip(&least).map(|(most, least)| most - least + 1).collect();
            let whole = |rows: Vec<Vec<Wide<2>>>| -> Vec<Vec<UBig>> {
                rows.into_iter().map(|row| row.into_iter().map(Wide::whole).collect()).collect()
            };
            let plain = whole(one_by_one(&ranks, &least, widths));
            assert!(plain == whole(Half::of(&ranks, chosen, None).rows), "{chosen} of {count}");
        }
    }
}
