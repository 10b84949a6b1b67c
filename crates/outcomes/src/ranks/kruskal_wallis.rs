//! The Kruskal-Wallis test.

use super::mid_ranks::MidRanks;
use crate::Undefined;
use crate::describe::Sample;
use crate::tails::{chi_square_upper, p_value};

/// A Kruskal-Wallis test.
#[derive(Debug, Clone, PartialEq)]
pub struct KruskalWallis {
    /// How many values there are in each group, in the order of the groups.
    pub sizes: Vec<usize>,
    /// How many values are missing.
    pub missing: usize,
    /// H, corrected for ties.
    pub chi_square: f64,
    /// The number of groups with a value, less one.
    pub df: usize,
    /// Its p value, from chi-square.
    pub p: f64,
}

/// The Kruskal-Wallis test (Kruskal and Wallis 1952): do groups differ in rank? Groups must be scaled together
/// ([`Sample::together`]). A group without a value is none.
///
/// # Errors
/// [`Undefined::NoData`] without a value, [`Undefined::Nothing`] if fewer than two groups have one, [`Undefined::AllTied`] if all
/// values are equal.
pub fn kruskal_wallis(groups: &[Sample]) -> Result<KruskalWallis, Undefined> {
    let all: Vec<i128> = groups.iter().flat_map(|group| group.units.iter().copied()).collect();
    let sizes: Vec<usize> = groups.iter().map(Sample::len).collect();
    let filled = sizes.iter().filter(|size| **size > 0).count();
    match (all.len(), filled) {
        (0, _) => return Err(Undefined::NoData),
        (_, 0 | 1) => return Err(Undefined::Nothing),
        _ => (),
    }
    let mut ranks = MidRanks::of(&all).doubled.into_iter();
    let n = all.len() as i128;
    // Doubled ranks less their mean, which is whole: squares are quadrupled, above and below.
    let (mut between, mut squares) = (0.0, 0_i128);
    for size in &sizes {
        let mut off = 0;
        for rank in ranks.by_ref().take(*size) {
            let rank = i128::from(rank) - (n + 1);
            off += rank;
            squares += rank * rank;
        }
        if *size > 0 {
            between += (off * off) as f64 / *size as f64;
        }
    }
    if squares == 0 {
        return Err(Undefined::AllTied);
    }
    let chi_square = (n - 1) as f64 * between / squares as f64;
    let df = filled - 1;
    let missing = groups.iter().map(Sample::missing).sum();
    Ok(KruskalWallis { sizes, missing, chi_square, df, p: p_value(chi_square_upper(chi_square, df)) })
}
