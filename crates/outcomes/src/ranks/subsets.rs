//! How many subsets of whole numbers have a sum of at most so much.
//!
//! It is the distribution of a signed-rank sum: each rank is in the sum or not. The numbers are dealt into two halves; the sums
//! of a half are counted one number at a time, and only up to the middle of their range, since the sums above mirror those
//! below. A subset of all is a subset of each half.

use super::count::{Count, Wide, mirror, with_below};
use super::mid_ranks::divisor;
use dashu_int::UBig;
use fearless_simd::{Level, Simd, dispatch};

/// The numbers of subsets by sum, of each half.
pub(super) struct Subsets<C> {
    /// By sum, up to the greatest sum that is asked for, in steps.
    left: Vec<C>,
    /// What all numbers on the left have in common: only multiples of it are sums.
    step: usize,
    /// With at most each sum, likewise, one by one.
    right: Vec<C>,
}

impl<C: Count> Subsets<C> {
    /// The subsets of numbers, in rising order, none of them 0, for sums up to `most`.
    ///
    /// As doubles: up to 1,000 numbers no count overflows, and the relative error of a tail is below 10⁻¹²: an addition for each
    /// number, 64 and a 64th of the terms in the last sum, and a compensated cumulation, each of 2⁻⁵³. Each addition is of two
    /// numbers in the same places: how many of them a processor makes at once changes nothing.
    pub(super) fn new(parts: &[usize], most: usize) -> Self {
        dispatch!(Level::new(), simd => Self::counted(simd, parts, most))
    }

    /// Always inlined, as all that adds is: so it is compiled for each width of addition that a processor may have.
    #[inline(always)]
    fn counted<S: Simd>(_: S, parts: &[usize], most: usize) -> Self {
        let [mut left, right] = deal(parts);
        let step = divisor(left.iter().map(|part| *part as u64)) as usize;
        left.iter_mut().for_each(|part| *part /= step);
        let mut right = table(&right, most);
        C::cumulate(&mut right);
        Self { left: table(&left, most / step), step, right }
    }

    /// How many subsets have at most that sum: of the left ones, each with the right ones for which there is room.
    pub(super) fn up_to(&self, most: usize) -> C::Total {
        // Small left sums leave room for every right subset.
        let all = self.right.last().copied().unwrap_or(C::NONE);
        let left = self.left.iter().enumerate();
        C::total(left.map_while(|(sum, ways)| {
            let room = most.checked_sub(sum * self.step)?;
            Some((*ways, self.right.get(room).copied().unwrap_or(all)))
        }))
    }
}

/// Two halves of numbers in rising order: the even ones and the odd ones, if there are enough of both, since sums of even
/// numbers are only half as many; else by turns, so that neither half has a much larger sum.
fn deal(parts: &[usize]) -> [Vec<usize>; 2] {
    let (even, odd): (Vec<usize>, Vec<usize>) = parts.iter().partition(|part| part.is_multiple_of(2));
    if 3 * even.len().min(odd.len()) >= parts.len() {
        return [even, odd];
    }
    [0, 1].map(|first| parts.iter().skip(first).step_by(2).copied().collect())
}

/// How many subsets of numbers, in rising order, none of them 0, have at most that sum: exactly, of up to 1,000 numbers.
pub(super) fn whole_up_to(parts: &[usize], most: usize) -> UBig {
    // A half of n numbers has 2^n subsets.
    match deal(parts).map(|half| half.len()).into_iter().max().unwrap_or(0) {
        0..=63 => Subsets::<Wide<1>>::new(parts, most).up_to(most),
        64..=127 => Subsets::<Wide<2>>::new(parts, most).up_to(most),
        128..=255 => Subsets::<Wide<4>>::new(parts, most).up_to(most),
        256..=511 => Subsets::<Wide<8>>::new(parts, most).up_to(most),
        // At most two thirds of 1,000.
        _ => Subsets::<Wide<11>>::new(parts, most).up_to(most),
    }
}

/// Numbers of subsets by sum, up to `most` or the sum of all. The numbers are in rising order, none of them 0.
#[inline(always)]
fn table<C: Count>(parts: &[usize], most: usize) -> Vec<C> {
    let mut counts = vec![C::ONE];
    let mut total = 0;
    for part in parts {
        // The lower half of the sums is enough to go on with.
        mirror(&mut counts, total, ((total + part) / 2).min(most), C::NONE);
        // Each subset without the part gives one with it.
        with_below(&mut counts, *part, |to, from| *to += from);
        total += part;
    }
    mirror(&mut counts, total, most.min(total), C::NONE);
    counts
}

#[cfg(test)]
mod tests {
    use super::super::count::Fraction;
    use super::*;

    #[test]
    fn whole_numbers_hold_the_longer_half() {
        for (even, odd) in [(42, 21), (85, 43), (130, 66), (66, 130)] {
            let numbers = (0..even).map(|place| 2 * place + 2).chain((0..odd).map(|place| 2 * place + 1));
            let mut parts: Vec<usize> = numbers.collect();
            parts.sort_unstable();
            let most = parts.iter().sum::<usize>() / 2 - 40;
            let all = UBig::ONE << parts.len();
            let whole = Fraction::of(whole_up_to(&parts, most), all).value();
            let double = Subsets::<f64>::new(&parts, most).up_to(most) * 0.5_f64.powi(parts.len() as i32);
            assert!((double / whole - 1.0).abs() < 1e-12, "{even} even, {odd} odd: {double} is not {whole}");
        }
    }
}
