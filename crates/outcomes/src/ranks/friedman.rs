//! Friedman's test and what follows it.

use super::adjust::holm;
use super::signed_rank::{MOST_EXACT, Zeros, signed_rank};
use super::studentised::studentised_range_above;
use crate::Undefined;
use crate::describe::{Sample, differences};
use crate::exact::NotScaled;
use crate::tails::{chi_square_upper, f_above, p_value, t_two_sided};

/// Rows that cannot be compared.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
pub enum NoRows {
    /// Not as many values as the first row.
    #[error("row {row} has {found} values, the first has {expected}; accepted: as many")]
    Uneven {
        /// Which row, from 0.
        row: usize,
        /// How many it has.
        found: usize,
        /// How many the first has.
        expected: usize,
    },
    /// More visits than can be compared with each other.
    #[error("{0} values in a row; accepted: up to {VISITS_MOST}, as each two of them are compared")]
    Wide(usize),
    /// A value is no number of a common step.
    #[error(transparent)]
    NotScaled(#[from] NotScaled),
}

/// How many visits are compared with each other, at most: 4950 comparisons.
const VISITS_MOST: usize = 100;

/// Values of patients at several visits, a row for each patient. Rows with a missing value are left out and counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows {
    /// A list for each visit.
    visits: Vec<Sample>,
    missing: usize,
}

impl Rows {
    /// The rows; `None` is a missing value.
    ///
    /// # Errors
    /// [`NoRows`] of rows of several lengths or with more than 100 values, of NaN and infinities, and if the values span too many digits.
    pub fn of(rows: &[Vec<Option<f64>>]) -> Result<Self, NoRows> {
        let expected = rows.first().map_or(0, Vec::len);
        if expected > VISITS_MOST {
            return Err(NoRows::Wide(expected));
        }
        if let Some((row, uneven)) = rows.iter().enumerate().find(|(_, row)| row.len() != expected) {
            return Err(NoRows::Uneven { row, found: uneven.len(), expected });
        }
        let whole: Vec<&Vec<Option<f64>>> =
            rows.iter().filter(|row| row.iter().all(Option::is_some)).collect();
        let visit =
            |visit: usize| whole.iter().map(|row| row.get(visit).copied().flatten()).collect::<Vec<_>>();
        let visits: Vec<Vec<Option<f64>>> = (0..expected).map(visit).collect();
        let lists: Vec<&[Option<f64>]> = visits.iter().map(Vec::as_slice).collect();
        Ok(Self { visits: Sample::together(&lists)?, missing: rows.len() - whole.len() })
    }

    /// Complete rows as a list for each visit, all in one step and of one length.
    pub(crate) const fn of_visits(visits: Vec<Sample>, missing: usize) -> Self {
        Self { visits, missing }
    }
}

/// A Friedman test, or why there is none.
#[derive(Debug, Clone, PartialEq)]
pub struct Friedman {
    /// How many complete rows there are.
    pub n: usize,
    /// How many visits.
    pub k: usize,
    /// How many rows lack a value.
    pub missing: usize,
    /// The sum of the mid-ranks of each visit, ranked within each row.
    pub rank_sums: Vec<f64>,
    /// The test.
    ///
    /// # Errors
    /// [`Undefined::NoData`] without a complete row, [`Undefined::Nothing`] of fewer than two visits, [`Undefined::AllTied`] if
    /// within every row all values are the same.
    pub test: Result<FriedmanTest, Undefined>,
}

/// An F test.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FTest {
    /// F.
    pub f: f64,
    /// Degrees of freedom above.
    pub df1: usize,
    /// Degrees of freedom below.
    pub df2: usize,
    /// Its p value.
    pub p: f64,
}

/// The exact signed-rank test of two visits, zeros dropped.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PairTest {
    /// One visit, from 0.
    pub first: usize,
    /// A later one.
    pub second: usize,
    /// Exact two-sided p value.
    ///
    /// # Errors
    /// As that of [`super::SignedRank`] and its exact p values.
    pub p: Result<f64, Undefined>,
    /// The same, adjusted for all pairs by Holm; pairs without a p value do not count among them.
    pub holm: Option<f64>,
}

/// Of rows of which one at least is not all tied.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FriedmanTest {
    /// Friedman's chi-square, corrected for ties.
    pub chi_square: f64,
    /// k - 1.
    pub df: usize,
    /// Its p value.
    pub p: f64,
    /// Kendall's W: chi-square by n (k - 1); 0 is no agreement of the rows, 1 is full agreement.
    pub kendall_w: f64,
    /// Iman and Davenport's F; `None` if all rows agree in full, where F would be infinite.
    pub iman_davenport: Option<FTest>,
}

/// Comparisons of each two visits, in three ways.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparisons {
    /// Nemenyi's p value of each two visits, from the studentised range with infinite degrees of freedom; 1 on the diagonal.
    pub nemenyi: Vec<Vec<f64>>,
    /// Conover's p value of each two visits, not adjusted: t with (n - 1) (k - 1) degrees of freedom; 1 on the diagonal. `None`
    /// if all rows agree in full, where t would be infinite.
    pub conover: Vec<Vec<Option<f64>>>,
    /// The exact signed-rank test of each two visits, with Holm's adjustment.
    pub pairs: Vec<PairTest>,
}

/// Friedman's test (Friedman 1937) of the same patients at several visits, with Kendall's W and Iman and Davenport's F (1980).
/// With one row there is a chi-square, which then only says that its values differ.
#[must_use]
pub fn friedman(rows: &Rows) -> Friedman {
    let ranks = RankSums::of(rows);
    let rank_sums = ranks.sums.iter().map(|sum| *sum as f64 / 2.0).collect();
    let test = ranks.spread().map(|spread| ranks.test(spread));
    Friedman { n: ranks.n, k: ranks.sums.len(), missing: rows.missing, rank_sums, test }
}

/// What follows Friedman's test: which visits differ.
///
/// # Errors
/// As [`Friedman::test`].
pub fn comparisons(rows: &Rows) -> Result<Comparisons, Undefined> {
    let ranks = RankSums::of(rows);
    let spread = ranks.spread()?;
    Ok(Comparisons { nemenyi: ranks.nemenyi(), conover: ranks.conover(spread), pairs: pairs(rows) })
}

/// Doubled rank sums of the visits, and the sum of squared doubled ranks.
struct RankSums {
    n: usize,
    sums: Vec<u64>,
    squares: i128,
}

impl RankSums {
    fn of(rows: &Rows) -> Self {
        let n = rows.visits.first().map_or(0, Sample::len);
        let mut sums = vec![0_u64; rows.visits.len()];
        let mut squares = 0_i128;
        let mut values: Vec<i128> = Vec::with_capacity(rows.visits.len());
        for row in 0..n {
            values.clear();
            values.extend(rows.visits.iter().filter_map(|visit| visit.units.get(row).copied()));
            for (sum, own) in sums.iter_mut().zip(&values) {
                // Rows are short: counting is quicker than sorting.
                let below = values.iter().filter(|value| *value < own).count() as u64;
                let tied = values.iter().filter(|value| *value == own).count() as u64;
                let rank = 2 * below + tied + 1;
                *sum += rank;
                squares += i128::from(rank * rank);
            }
        }
        Self { n, sums, squares }
    }

    fn spread(&self) -> Result<Spread, Undefined> {
        let k = self.sums.len();
        match (self.n, k) {
            (0, _) => return Err(Undefined::NoData),
            (_, 0 | 1) => return Err(Undefined::Nothing),
            _ => {}
        }
        let (wide_n, wide_k) = (self.n as i128, k as i128);
        // Quadrupled, as doubled ranks are squared.
        let of_sums: i128 = self.sums.iter().map(|sum| i128::from(*sum).pow(2)).sum();
        let between = of_sums - wide_n * wide_n * wide_k * (wide_k + 1) * (wide_k + 1);
        let all = self.squares - wide_n * wide_k * (wide_k + 1) * (wide_k + 1);
        if all == 0 { Err(Undefined::AllTied) } else { Ok(Spread { between, all: wide_n * all }) }
    }

    fn test(&self, spread: Spread) -> FriedmanTest {
        let df = self.sums.len() - 1;
        let df2 = (self.n - 1) * df;
        let kendall_w = spread.between as f64 / spread.all as f64;
        let chi_square = (self.n * df) as f64 * spread.between as f64 / spread.all as f64;
        let iman_davenport = (spread.within() > 0).then(|| {
            let f = (self.n - 1) as f64 * spread.between as f64 / spread.within() as f64;
            FTest { f, df1: df, df2, p: f_above(f, df as f64, df2 as f64) }
        });
        FriedmanTest {
            chi_square,
            df,
            p: p_value(chi_square_upper(chi_square, df)),
            kendall_w,
            iman_davenport,
        }
    }

    /// A value of each two visits, of how far their rank sums are apart; 1 on the diagonal.
    fn each_two<T: From<f64>>(&self, p: impl Fn(f64) -> T) -> Vec<Vec<T>> {
        let row = |(i, one): (usize, &u64)| {
            let cell = |(j, other): (usize, &u64)| {
                if i == j { 1.0.into() } else { p(one.abs_diff(*other) as f64 / 2.0) }
            };
            self.sums.iter().enumerate().map(cell).collect()
        };
        self.sums.iter().enumerate().map(row).collect()
    }

    fn conover(&self, spread: Spread) -> Vec<Vec<Option<f64>>> {
        let df2 = ((self.n - 1) * (self.sums.len() - 1)) as f64;
        // 2 n (A - B) with A - B in quarters of an nth.
        let error = (spread.within() as f64 / 2.0 / df2).sqrt();
        self.each_two(|apart| (spread.within() > 0).then(|| t_two_sided(apart / error, df2)))
    }

    fn nemenyi(&self) -> Vec<Vec<f64>> {
        let k = self.sums.len();
        let error = ((k * (k + 1) * self.n) as f64 / 12.0).sqrt();
        self.each_two(|apart| studentised_range_above(apart / error, k as u32))
    }
}

/// What the visits explain, and all there is to explain, by the number of rows: in whole numbers.
#[derive(Clone, Copy)]
struct Spread {
    between: i128,
    all: i128,
}

impl Spread {
    /// What they leave unexplained: 0 if all rows agree in full.
    const fn within(self) -> i128 {
        self.all - self.between
    }
}

fn pairs(rows: &Rows) -> Vec<PairTest> {
    let mut pairs = Vec::new();
    for (first, one) in rows.visits.iter().enumerate() {
        for (second, other) in rows.visits.iter().enumerate().skip(first + 1) {
            let changes = differences(one, other);
            // Without the ranks, where there is no exact p value anyway.
            let used = changes.units.iter().filter(|change| **change != 0).count();
            let p = if used > MOST_EXACT {
                Err(Undefined::TooLarge)
            } else {
                let test = signed_rank(&changes, Zeros::Wilcox).test;
                test.and_then(|test| test.exact).map(|exact| exact.two_sided)
            };
            pairs.push(PairTest { first, second, p, holm: None });
        }
    }
    let p: Vec<Option<f64>> = pairs.iter().map(|pair| pair.p.ok()).collect();
    for (pair, holm) in pairs.iter_mut().zip(holm(&p)) {
        pair.holm = holm;
    }
    pairs
}
