//! Hodges and Lehmann's estimates of a change and of a shift.

use super::signed_rank::MOST_EXACT;
use super::splits::Splits;
use super::subsets::Subsets;
use crate::Undefined;
use crate::describe::{Confidence, Interval, Sample, TwoSamples};
use crate::tails::{normal_below, z_of};

/// An estimate in the unit of the values, with an interval of order statistics.
#[derive(Debug, Clone, PartialEq)]
pub struct HodgesLehmann {
    /// The median of all averages or differences.
    pub estimate: f64,
    /// From the `order`-th smallest of them to the `order`-th largest.
    pub interval: Interval,
    /// The level that the interval has if no values tie; with ties it has at least about that. Below what was asked where no
    /// interval reaches it: two values reach 0.5, one value 0. An interval at a level of 0 is none.
    pub achieved: f64,
    /// Whether `order` and `achieved` are from the exact distribution without ties; else from its normal approximation.
    pub exact: bool,
    /// How many averages or differences there are.
    pub count: u64,
    /// Which of them, counted from either end, are the ends of the interval.
    pub order: u64,
}

/// The change of a group: the median of the n (n + 1) / 2 averages of two changes, each with itself too (Walsh averages; Hodges
/// and Lehmann 1963).
///
/// The ends of the interval are order statistics of these averages at the quantile of the signed-rank distribution without
/// ties, exact up to 1,000 changes. All of it is in whole numbers; the averages are never written down, so that 100,000 changes
/// take a fraction of a second. Zeros count as changes.
///
/// # Errors
/// [`Undefined::NoData`] without a change.
pub fn hodges_lehmann(changes: &Sample, confidence: Confidence) -> Result<HodgesLehmann, Undefined> {
    let sorted = changes.sorted();
    let n = sorted.len() as u64;
    let sums = Sums { rows: &sorted, columns: &sorted, triangle: true };
    let order = signed_rank_order(sorted.len(), confidence.outside());
    estimate(changes, &sums, n * (n + 1) / 2, 2, order)
}

/// The shift between two groups: the median of all differences of a value of x less a value of y.
///
/// The ends of the interval are order statistics of these differences at the quantile of the Mann-Whitney distribution without
/// ties, exact up to [`super::MOST_PAIRINGS`] differences.
///
/// # Errors
/// [`Undefined::NoData`] if a group has no value.
pub fn hodges_lehmann_shift(
    samples: &TwoSamples,
    confidence: Confidence,
) -> Result<HodgesLehmann, Undefined> {
    let rows = samples.x.sorted();
    let columns: Vec<i128> = samples.y.sorted().iter().rev().map(|units| -units).collect();
    let sums = Sums { rows: &rows, columns: &columns, triangle: false };
    let order = rank_sum_order(rows.len(), columns.len(), confidence.outside());
    estimate(&samples.x, &sums, rows.len() as u64 * columns.len() as u64, 1, order)
}

/// Which order statistic, its level, and whether it is exact.
struct Order {
    order: u64,
    achieved: f64,
    exact: bool,
}

fn estimate(
    sample: &Sample,
    sums: &Sums<'_>,
    count: u64,
    parts: u32,
    order: Order,
) -> Result<HodgesLehmann, Undefined> {
    let Order { order, achieved, exact } = order;
    let nth = |place: u64| sums.nth(place).ok_or(Undefined::NoData);
    let low = nth(count.div_ceil(2))?;
    let high = if count.is_multiple_of(2) { nth(count / 2 + 1)? } else { low };
    let end = |place| Ok(sample.value(nth(place)?, parts));
    Ok(HodgesLehmann {
        estimate: sample.value(low + high, 2 * parts),
        interval: Interval { low: end(order)?, high: end((count + 1).saturating_sub(order))? },
        achieved,
        exact,
        count,
        order,
    })
}

/// All sums of a row and a column, both in rising order; of a triangle each pair of places once.
struct Sums<'a> {
    rows: &'a [i128],
    columns: &'a [i128],
    triangle: bool,
}

impl Sums<'_> {
    /// How many sums are at most so much. The columns that are small enough only get fewer from row to row.
    fn up_to(&self, most: i128) -> u64 {
        let mut small = self.columns;
        let mut count = 0;
        for (place, row) in self.rows.iter().enumerate() {
            while let Some((last, rest)) = small.split_last()
                && row + last > most
            {
                small = rest;
            }
            let before = if self.triangle { place } else { 0 };
            count += small.len().saturating_sub(before) as u64;
        }
        count
    }

    /// The sum at a place in rising order, from 1; `None` if there is none. Halves the range of sums until one is left.
    fn nth(&self, place: u64) -> Option<i128> {
        let mut low = self.rows.first()? + self.columns.first()?;
        let mut high = self.rows.last()? + self.columns.last()?;
        while low < high {
            let middle = low + (high - low) / 2;
            if self.up_to(middle) >= place {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        Some(low)
    }
}

/// The smallest sum at or below which at least `outside` lies, at least 1, and the level of the order statistics there.
fn order_of(below: impl Fn(u64) -> f64, most: u64, outside: f64, exact: bool) -> Order {
    // A tail that is `outside` but for the last digits is as large.
    let outside = outside * (1.0 - 1e-12);
    let (mut low, mut high) = (0, most);
    while low < high {
        let middle = low + (high - low) / 2;
        if below(middle) >= outside {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    let order = low.max(1);
    Order { order, achieved: (1.0 - 2.0 * below(order - 1)).max(0.0), exact }
}

fn signed_rank_order(n: usize, outside: f64) -> Order {
    let total = n * (n + 1) / 2;
    if n > MOST_EXACT {
        let deviation = (total as f64 * (2 * n + 1) as f64 / 12.0).sqrt();
        return normal_order(total as f64 / 2.0, deviation, outside);
    }
    let ranks: Vec<usize> = (1..=n).collect();
    let subsets = Subsets::<f64>::new(&ranks, total / 2);
    let below = |most: u64| subsets.up_to(most as usize) * 0.5_f64.powi(n as i32);
    order_of(below, total as u64 / 2, outside, true)
}

fn rank_sum_order(x: usize, y: usize, outside: f64) -> Order {
    let pairings = x * y;
    if pairings > super::MOST_PAIRINGS {
        let deviation = (pairings as f64 * (x + y + 1) as f64 / 12.0).sqrt();
        return normal_order(pairings as f64 / 2.0, deviation, outside);
    }
    let ranks: Vec<usize> = (0..x + y).collect();
    let splits = Splits::<f64>::new(&ranks, x.min(y));
    let all = splits.from(0);
    let below = |most: u64| splits.up_to(most as usize) / all;
    order_of(below, pairings as u64 / 2, outside, true)
}

fn normal_order(mean: f64, deviation: f64, outside: f64) -> Order {
    let sum = (mean - z_of(1.0 - 2.0 * outside).unwrap_or(0.0) * deviation - 0.5).ceil().max(1.0);
    let achieved = 1.0 - 2.0 * normal_below((sum - 0.5 - mean) / deviation);
    Order { order: sum as u64, achieved, exact: false }
}
