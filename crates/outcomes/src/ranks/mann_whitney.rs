//! The Mann-Whitney test, which is Wilcoxon's rank-sum test.

use super::count::{Fraction, Wide};
use super::mid_ranks::{MidRanks, divisor};
use super::splits::Splits;
use super::{ExactP, Normal};
use crate::Undefined;
use crate::describe::TwoSamples;
use crate::tails::p_value;
use dashu_int::UBig;

/// The most pairings, sizes of both groups multiplied, for which the exact distribution is computed: in doubles, whose tails are
/// right to ten digits.
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
    split: Split,
}

/// The Mann-Whitney test (Mann and Whitney 1947): are values of x above those of y more often than below?
///
/// The exact p values are those of all splits of the values at hand, ties with mid-ranks, into groups of these sizes;
/// two-sided by distance of the rank sum from its mean. All values equal: p is 1, and there is no normal approximation. By how much
/// they are above: [`super::hodges_lehmann_shift`].
///
/// # Errors
/// [`Undefined::NoData`] if a group has no value.
pub fn mann_whitney(samples: &TwoSamples) -> Result<MannWhitney, Undefined> {
    let (x, y) = (samples.x.len(), samples.y.len());
    if x == 0 || y == 0 {
        return Err(Undefined::NoData);
    }
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
        // Two words hold the choices from half of up to 254 ranks; four hold every one below the limit.
        let few = self.split.ranks.len() <= 254;
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

    /// The sums that are at least as far from the mean as the one at hand: up to the first of these, if any is so small, and from
    /// the second on. `None` if all are.
    fn far(&self) -> Option<(Option<usize>, usize)> {
        let (all, far) = (self.ranks.len() as i128, self.distance(self.sum));
        if far == 0 {
            return None;
        }
        let low = usize::try_from((self.center - far).div_euclid(all)).ok();
        let high = -(-(self.center + far)).div_euclid(all);
        // The sum at hand is one of the two, and neither is below 0 then.
        Some((low, usize::try_from(high).unwrap_or_default()))
    }

    /// How far a sum is from the mean, in parts of the number of all ranks.
    fn distance(&self, sum: usize) -> i128 {
        ((sum * self.ranks.len()) as i128 - self.center).abs()
    }

    fn p_values(&self, x_is_chosen: bool) -> ExactP {
        let splits = Splits::<f64>::new(&self.ranks, self.chosen);
        let all = splits.from(0);
        let (low, high) = (splits.up_to(self.sum), splits.from(self.sum));
        let two_sided = self.far().map_or(all, |(below, above)| {
            let up_to = |most| if most == self.sum { low } else { splits.up_to(most) };
            below.map_or(0.0, up_to) + if above == self.sum { high } else { splits.from(above) }
        });
        let (low, high) = (p_value(low / all), p_value(high / all));
        let (less, greater) = if x_is_chosen { (low, high) } else { (high, low) };
        ExactP { two_sided: p_value(two_sided / all), less, greater }
    }

    fn fraction<const L: usize>(&self) -> Fraction {
        let splits = Splits::<Wide<L>>::new(&self.ranks, self.chosen);
        let all = splits.from(0);
        let far = self
            .far()
            .map(|(below, above)| below.map_or(UBig::ZERO, |most| splits.up_to(most)) + splits.from(above));
        Fraction::of(far.unwrap_or_else(|| all.clone()), all)
    }
}
