//! Tests on ranks, and estimates and adjustments that go with them.
//!
//! - A change is of one patient: first less second value. Changes come as a [`Sample`](crate::describe::Sample), two groups as
//!   [`TwoSamples`](crate::describe::TwoSamples), visits as [`Rows`].
//! - Ties are ties on paper, and have mid-ranks. Exact p values are those of the ranks at hand, ties and all.
//! - Missing values are left out and counted.
//! - A p value is never 0: one below the smallest normal double, 2.2e-308, is given as that.
//! - An exact p value that is too much to compute is [`crate::Undefined::TooLarge`]; the normal one beside it is still there.

mod adjust;
mod count;
mod friedman;
mod grouped;
mod hodges_lehmann;
mod kruskal_wallis;
mod mann_whitney;
mod mid_ranks;
mod sign;
mod signed_rank;
mod spearman;
mod splits;
mod studentised;
mod subsets;

pub use adjust::{Adjustment, NoProbability, adjust};
pub use count::Fraction;
pub use friedman::{
    Comparisons, FTest, Friedman, FriedmanTest, NoRows, PairTest, Rows, comparisons, friedman,
};
pub use hodges_lehmann::{HodgesLehmann, hodges_lehmann, hodges_lehmann_shift};
pub use kruskal_wallis::{KruskalWallis, kruskal_wallis};
pub use mann_whitney::{MOST_PAIRINGS, MannWhitney, mann_whitney};
pub use sign::{MOST_SIGNS, SignTest, sign_test};
pub use signed_rank::{MOST_EXACT, SignedRank, SignedRankTest, Zeros, signed_rank, smallest_p};
pub use spearman::{MOST_ORDERS, Spearman, spearman};
pub use studentised::studentised_range_above;

use crate::tails::normal_two_sided;

/// Exact p values.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ExactP {
    /// Two-sided.
    pub two_sided: f64,
    /// That of a statistic as small or smaller.
    pub less: f64,
    /// That of a statistic as large or larger.
    pub greater: f64,
}

/// A normal approximation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Normal {
    /// Distance from the mean in standard deviations.
    pub z: f64,
    /// Two-sided p value.
    pub p: f64,
}

impl Normal {
    fn of(z: f64) -> Self {
        // No minus before a zero.
        let z = z + 0.0;
        Self { z, p: normal_two_sided(z) }
    }
}
