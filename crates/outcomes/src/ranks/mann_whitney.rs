//! The Mann-Whitney test, which is Wilcoxon's rank-sum test.

use super::count::{Count, Fraction, Wide, sum};
use super::hodges_lehmann::{HodgesLehmann, hodges_lehmann_shift};
use super::mid_ranks::{MidRanks, divisor};
use super::{ExactP, Normal};
use crate::Undefined;
use crate::describe::{Confidence, TwoSamples};
use crate::tails::p_value;

/// The most pairings, sizes of both groups multiplied, for which the exact distribution is computed.
pub const MOST_PAIRINGS: usize = 40_000;

/// The most pairings for which it is also computed in whole numbers, as a fraction.
const MOST_WHOLE: usize = 10_000;

/// A Mann-Whitney test.
#[derive(Debug, Clone, PartialEq)]
pub struct MannWhitney {
    /// How many pairings have x above y, ties by half.
    pub u_x: f64,
    /// How many pairings have y above x, ties by half.
    pub u_y: f64,
    /// Exact p values of U of x.
    ///
    /// # Errors
    /// [`Undefined::TooLarge`] above [`MOST_PAIRINGS`].
    pub exact: Result<ExactP, Undefined>,
    /// The normal approximation of U of x with the correction for ties; `None` if all values are equal.
    pub normal: Option<Normal>,
    /// The same with a continuity correction of 0.5 towards the mean.
    pub corrected: Option<Normal>,
    /// Vargha and Delaney's A: the chance that a value of x is above one of y, ties by half.
    pub vargha_delaney_a: f64,
    /// Rank-biserial correlation, 2 A - 1.
    pub rank_biserial: f64,
    /// z of the normal approximation by the root of the number of values; `None` if all of them are equal.
    pub r: Option<f64>,
    /// The shift of x against y.
    pub shift: HodgesLehmann,
    split: Split,
}

/// The Mann-Whitney test (Mann and Whitney 1947): are values of x above those of y more often than below?
///
/// The exact p values are those of all splits of the values at hand, ties with mid-ranks, into groups of these sizes;
/// two-sided by distance of the rank sum from its mean. All values equal: p is 1, and there is no normal approximation.
///
/// # Errors
/// [`Undefined::NoData`] if a group has no value.
pub fn mann_whitney(samples: &TwoSamples, confidence: Confidence) -> Result<MannWhitney, Undefined> {
    let shift = hodges_lehmann_shift(samples, confidence)?;
    let (x, y) = (samples.x.len(), samples.y.len());
    let all: Vec<i128> = samples.x.units.iter().chain(&samples.y.units).copied().collect();
    let MidRanks { doubled, ties } = MidRanks::of(&all);
    let (of_x, of_y) = doubled.split_at(x);
    // Doubled, as the ranks are.
    let u = |ranks: &[u64]| ranks.iter().sum::<u64>() - (ranks.len() * (ranks.len() + 1)) as u64;
    let (u_x, u_y) = (u(of_x), u(of_y));
    let (n, pairings) = ((x + y) as f64, (x * y) as f64);
    let variance = pairings / 12.0 * (n + 1.0 - ties as f64 / (n * (n - 1.0)));
    let tied = all.iter().all(|value| Some(value) == all.first());
    let off = (u_x as f64 - u_y as f64) / 4.0;
    let of = |off: f64| (!tied).then(|| Normal::of(off / variance.sqrt()));
    let normal = of(off);
    let split = Split::of(&doubled, if x <= y { of_x } else { of_y });
    let exact = if x * y > MOST_PAIRINGS { Err(Undefined::TooLarge) } else { Ok(split.p_values(x <= y)) };
    let a = u_x as f64 / (2.0 * pairings);
    Ok(MannWhitney {
        u_x: u_x as f64 / 2.0,
        u_y: u_y as f64 / 2.0,
        exact,
        normal,
        corrected: of((off.abs() - 0.5).max(0.0).copysign(off)),
        vargha_delaney_a: a,
        rank_biserial: (u_x as f64 - u_y as f64) / (2.0 * pairings),
        r: normal.map(|normal| normal.z / n.sqrt()),
        shift,
        split,
    })
}

impl MannWhitney {
    /// The exact two-sided p value as a fraction; `None` where there is no exact one, and above 10,000 pairings.
    #[must_use]
    pub fn fraction(&self) -> Option<Fraction> {
        self.exact.ok()?;
        let chosen = self.split.chosen;
        if chosen * (self.split.ranks.len() - chosen) > MOST_WHOLE {
            return None;
        }
        // Two words hold the number of splits into groups of up to 60; four hold every one below the limit.
        let few = self.split.ranks.len() <= 120;
        Some(if few { self.split.fraction::<2>() } else { self.split.fraction::<4>() })
    }
}

/// A split of ranks into a smaller group and the others.
#[derive(Debug, Clone, PartialEq)]
struct Split {
    /// All ranks in rising order, less the least of them, by what these have in common.
    ranks: Vec<usize>,
    /// How many are in the smaller group.
    chosen: usize,
    /// Its sum of ranks, less the least sum that it could have.
    sum: usize,
    /// How far twice a sum is from twice the mean: twice the sum less this.
    center: i128,
}

impl Split {
    fn of(doubled: &[u64], group: &[u64]) -> Self {
        let least = doubled.iter().min().copied().unwrap_or(0);
        let common = divisor(doubled.iter().map(|rank| rank - least));
        let of = |rank: &u64| ((rank - least) / common) as usize;
        let mut ranks: Vec<usize> = doubled.iter().map(of).collect();
        ranks.sort_unstable();
        let chosen = group.len();
        let lowest: usize = ranks.iter().take(chosen).sum();
        let sum = group.iter().map(of).sum::<usize>() - lowest;
        // The mean sum is that of all ranks by the share of the group; times twice the number of all, it is whole.
        let all: i128 = ranks.iter().map(|rank| *rank as i128).sum();
        let center = all * chosen as i128 - (lowest * ranks.len()) as i128;
        Self { ranks, chosen, sum, center }
    }

    /// How far a sum is from the mean, in parts of the number of all ranks.
    fn distance(&self, sum: usize) -> u128 {
        ((sum * self.ranks.len()) as i128 - self.center).unsigned_abs()
    }

    fn p_values(&self, x_is_chosen: bool) -> ExactP {
        let ways: Vec<f64> = rank_sums(&self.ranks, self.chosen);
        let all = sum(ways.iter().copied());
        let share = |keep: &dyn Fn(usize) -> bool| {
            let kept = ways.iter().enumerate().filter(|(sum, _)| keep(*sum)).map(|(_, ways)| *ways);
            p_value(sum(kept) / all)
        };
        let farthest = self.distance(self.sum);
        let two_sided = share(&|sum| self.distance(sum) >= farthest);
        let (low, high) = (share(&|sum| sum <= self.sum), share(&|sum| sum >= self.sum));
        let (less, greater) = if x_is_chosen { (low, high) } else { (high, low) };
        ExactP { two_sided, less, greater }
    }

    fn fraction<const L: usize>(&self) -> Fraction {
        let farthest = self.distance(self.sum);
        let (mut far, mut all) = (Wide::<L>::NONE, Wide::NONE);
        for (sum, ways) in rank_sums::<Wide<L>>(&self.ranks, self.chosen).into_iter().enumerate() {
            all += ways;
            if self.distance(sum) >= farthest {
                far += ways;
            }
        }
        Fraction::of(far.whole(), all.whole())
    }
}

/// In how many ways so many of the ranks, which are in rising order, have each sum; the first place is the least sum that they
/// can have.
pub(super) fn rank_sums<C: Count>(ranks: &[usize], chosen: usize) -> Vec<C> {
    // The sum of the ranks from one place to before another.
    let mut sums = vec![0];
    sums.extend(ranks.iter().scan(0, |sum, rank| {
        *sum += rank;
        Some(*sum)
    }));
    let between =
        |from: usize, to: usize| sums.get(to).copied().unwrap_or(0) - sums.get(from).copied().unwrap_or(0);
    let all = ranks.len();
    // Of each number of ranks, by their sum less the least sum of so many.
    let width = |number: usize| between(all - number, all) - between(0, number) + 1;
    let mut rows: Vec<Vec<C>> = (0..=chosen).map(|number| vec![C::NONE; width(number)]).collect();
    if let Some(none) = rows.first_mut().and_then(|row| row.first_mut()) {
        *none = C::ONE;
    }
    for (before, rank) in ranks.iter().enumerate() {
        // Fewer could not become enough with the ranks that are left.
        let fewest = chosen.saturating_sub(all - 1 - before).max(1);
        for number in (fewest..=chosen.min(before + 1)).rev() {
            let (below, above) = rows.split_at_mut(number);
            let (Some(from), Some(to)) = (below.last(), above.first_mut()) else { continue };
            let reach = between(before + 1 - number, before) - between(0, number - 1) + 1;
            let shift = rank - between(number - 1, number);
            for (to, from) in to.split_at_mut(shift).1.iter_mut().zip(from.iter().take(reach)) {
                *to += *from;
            }
        }
    }
    rows.pop().unwrap_or_default()
}
