//! Wilcoxon's signed-rank test.

use super::count::Fraction;
use super::grouped::Grouped;
use super::mid_ranks::{MidRanks, divisor};
use super::subsets::{Subsets, whole_up_to};
use super::{ExactP, Normal};
use crate::Undefined;
use crate::describe::Sample;
use crate::tails::p_value;
use dashu_int::UBig;

/// What is done with changes of zero. They differ when signs are mixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Zeros {
    /// Dropped, then the others are ranked (Wilcoxon). What R's `wilcox.test` does.
    #[default]
    Wilcox,
    /// Ranked with the others, then dropped (Pratt).
    Pratt,
}

impl Zeros {
    /// Every way.
    pub const ALL: [Self; 2] = [Self::Wilcox, Self::Pratt];

    /// Its name in data.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Wilcox => "wilcox",
            Self::Pratt => "pratt",
        }
    }
}

/// A signed-rank test, or why there is none.
#[derive(Debug, Clone, PartialEq)]
pub struct SignedRank {
    /// How many changes there are.
    pub pairs: usize,
    /// How many are missing.
    pub missing: usize,
    /// How many are zero.
    pub zeros: usize,
    /// How many are not: those that the test uses.
    pub used: usize,
    /// The test.
    ///
    /// # Errors
    /// [`Undefined::NoData`] without a change, [`Undefined::AllZero`] if all of them are zero.
    pub test: Result<SignedRankTest, Undefined>,
}

/// Of changes of which one at least is not zero.
#[derive(Debug, Clone, PartialEq)]
pub struct SignedRankTest {
    /// The sum of the mid-ranks of positive changes.
    pub w_plus: f64,
    /// The sum of the mid-ranks of negative changes.
    pub w_minus: f64,
    /// Exact p values.
    ///
    /// # Errors
    /// [`Undefined::TooLarge`] of more than [`MOST_EXACT`] changes that are not zero.
    pub exact: Result<ExactP, Undefined>,
    /// The mean of W+ if every sign were as likely as the other.
    pub mean: f64,
    /// Its variance: a quarter of the sum of the squared mid-ranks, which is the correction for ties and zeros.
    pub variance: f64,
    /// The normal approximation, without continuity correction.
    pub normal: Normal,
    /// The normal approximation with a continuity correction of 0.5 towards the mean.
    pub corrected: Normal,
    /// z of the normal approximation by the root of the number of changes that are not zero.
    pub r_used: f64,
    /// z of the normal approximation by the root of the number of changes.
    pub r_pairs: f64,
    /// Matched-pairs rank-biserial correlation, (W+ - W-) / (W+ + W-).
    pub rank_biserial: f64,
    /// The ranks in rising order and the smaller of the two sums, divided by what all ranks have in common.
    ranks: Vec<usize>,
    smaller: usize,
}

/// The most changes other than zero for which the exact distribution is computed.
pub const MOST_EXACT: usize = 1000;

/// Wilcoxon's signed-rank test (Wilcoxon 1945; zeros by Pratt 1959 on wish): do changes lean to one side?
///
/// Changes are ranked by size, tied ones by mid-ranks. The exact p values are those of the sum W+ of the ranks of positive
/// changes, were the sign of each change, ties and all, that of a coin: the distribution is conditional on the mid-ranks at
/// hand. Two-sided is twice the smaller tail, at most 1; `less` is the tail at and below W+, `greater` at and above. One change
/// gives a p of 1. Missing changes are left out and counted.
#[must_use]
pub fn signed_rank(changes: &Sample, zeros: Zeros) -> SignedRank {
    let pairs = changes.len();
    let used = changes.units.iter().filter(|change| **change != 0).count();
    let test = match (pairs, used) {
        (0, _) => Err(Undefined::NoData),
        (_, 0) => Err(Undefined::AllZero),
        _ => Ok(test(&changes.units, zeros, used)),
    };
    SignedRank { pairs, missing: changes.missing(), zeros: pairs - used, used, test }
}

fn test(changes: &[i128], zeros: Zeros, used: usize) -> SignedRankTest {
    let kept = |change: &&i128| zeros == Zeros::Pratt || **change != 0;
    let kept: Vec<i128> = changes.iter().filter(kept).copied().collect();
    let sizes: Vec<i128> = kept.iter().map(|change| change.abs()).collect();
    let ranked = MidRanks::of(&sizes).doubled;
    let signed: Vec<(bool, u64)> = kept
        .iter()
        .zip(ranked)
        .filter(|(change, _)| **change != 0)
        .map(|(change, rank)| (*change > 0, rank))
        .collect();
    let plus: u64 = signed.iter().filter(|(positive, _)| *positive).map(|(_, rank)| rank).sum();
    let total: u64 = signed.iter().map(|(_, rank)| rank).sum();
    let minus = total - plus;
    let squares: u128 = signed.iter().map(|(_, rank)| u128::from(*rank).pow(2)).sum();

    let common = divisor(signed.iter().map(|(_, rank)| *rank));
    let mut ranks: Vec<usize> = signed.iter().map(|(_, rank)| (*rank / common) as usize).collect();
    ranks.sort_unstable();
    let smaller = (plus.min(minus) / common) as usize;

    // Doubled ranks: all of it is four times as large, and so is the correction of 0.5.
    let (off, spread) = (plus as f64 - minus as f64, (squares as f64).sqrt());
    let normal = Normal::of(off / spread);
    SignedRankTest {
        w_plus: plus as f64 / 2.0,
        w_minus: minus as f64 / 2.0,
        exact: exact(&ranks, smaller, plus <= minus),
        mean: total as f64 / 4.0,
        variance: squares as f64 / 16.0,
        normal,
        corrected: Normal::of((off.abs() - 2.0).max(0.0).copysign(off) / spread),
        r_used: normal.z / (used as f64).sqrt(),
        r_pairs: normal.z / (changes.len() as f64).sqrt(),
        rank_biserial: off / total as f64,
        ranks,
        smaller,
    }
}

fn exact(ranks: &[usize], smaller: usize, plus_is_smaller: bool) -> Result<ExactP, Undefined> {
    if ranks.len() > MOST_EXACT {
        return Err(Undefined::TooLarge);
    }
    let up_to: Box<dyn Fn(usize) -> f64> = match Grouped::new(ranks, smaller) {
        Some(grouped) => Box::new(move |most| grouped.up_to(most)),
        None => {
            let subsets = Subsets::<f64>::new(ranks, smaller);
            Box::new(move |most| subsets.up_to(most))
        }
    };
    let signs = i32::try_from(ranks.len()).unwrap_or(i32::MAX);
    let share = |most: usize| up_to(most) * 0.5_f64.powi(signs);
    let tail = p_value(share(smaller));
    // The tail at and beyond the other end is all but what lies below the smaller sum.
    let rest = p_value(1.0 - smaller.checked_sub(1).map_or(0.0, share));
    let (less, greater) = if plus_is_smaller { (tail, rest) } else { (rest, tail) };
    Ok(ExactP { two_sided: p_value(2.0 * tail), less, greater })
}

impl SignedRankTest {
    /// The exact two-sided p value as a fraction; `None` where there is no exact one. Takes whole numbers of any size: for 500
    /// changes some hundredths of a second.
    #[must_use]
    pub fn fraction(&self) -> Option<Fraction> {
        self.exact.ok()?;
        let ways = whole_up_to(&self.ranks, self.smaller);
        Some(Fraction::of(ways << 1, UBig::ONE << self.ranks.len()))
    }
}

/// The smallest two-sided p value that so many changes other than zero can reach, all of them in one direction: 2 / 2ⁿ, at most
/// 1. Above alpha, no outcome can be significant. The same holds of the sign test.
#[must_use]
pub fn smallest_p(used: usize) -> f64 {
    let halvings = i32::try_from(used).unwrap_or(i32::MAX).saturating_sub(1);
    p_value(0.5_f64.powi(halvings.max(0)))
}
