//! Searches of everything that could stand behind a printed summary.

use crate::describe::{Confidence, QuantileType, Sample, describe, quartiles};
use crate::ranks::{SignedRankTest, Zeros, signed_rank};
use std::collections::BTreeSet;

/// A sample of numbers; `None` of what is no number.
pub(super) fn sample(values: &[f64]) -> Option<Sample> {
    Sample::of(&values.iter().copied().map(Some).collect::<Vec<_>>()).ok()
}

/// The signed-rank test of changes, zeros dropped.
pub(super) fn signed(changes: &[f64]) -> Option<SignedRankTest> {
    signed_rank(&sample(changes)?, Zeros::Wilcox).test.ok()
}

/// Every choice of `count` of these values, each as often as one likes, in rising order.
pub(super) fn multisets(values: &[f64], count: usize) -> Vec<Vec<f64>> {
    if count == 0 {
        return vec![Vec::new()];
    }
    let from = |(place, value): (usize, &f64)| {
        let rest = multisets(values.get(place..).unwrap_or_default(), count - 1);
        rest.into_iter().map(|rest| std::iter::once(*value).chain(rest).collect()).collect::<Vec<_>>()
    };
    values.iter().enumerate().flat_map(from).collect()
}

/// Mean and standard deviation.
pub(super) fn moments(values: &[f64]) -> Option<(f64, f64)> {
    let found = describe(&sample(values)?, Confidence::default());
    found.mean.zip(found.sd)
}

/// Median, and lower and upper quartile, as a paper prints them.
#[derive(Clone, Copy)]
pub(super) struct Middle {
    /// The median.
    pub(super) median: f64,
    /// The lower quartile.
    pub(super) lower: f64,
    /// The upper quartile.
    pub(super) upper: f64,
}

impl Middle {
    fn is_of(self, values: &[f64], kind: QuantileType) -> bool {
        let near = |one: f64, other: f64| (one - other).abs() < 1e-9;
        sample(values).and_then(|sample| quartiles(&sample, kind).ok()).is_some_and(|found| {
            near(found.median, self.median) && near(found.lower, self.lower) && near(found.upper, self.upper)
        })
    }
}

/// Rows of one patient each, before and after, in rising order.
pub(super) type Rows = Vec<(f64, f64)>;

/// The definitions of quartiles that statistical programs use.
const KINDS: [QuantileType; 5] =
    [QuantileType::Type2, QuantileType::Type5, QuantileType::Type6, QuantileType::Type7, QuantileType::Type8];

/// Every set of rows of 3 to 7 patients that has these medians and quartiles before and after by one definition of quartiles,
/// and this p to three decimals by the normal approximation of the signed-rank test without continuity correction.
pub(super) fn reconstructions(
    grades: &[f64],
    before: Middle,
    after: Middle,
    p: f64,
) -> Vec<(QuantileType, Rows)> {
    let mut found = Vec::new();
    for patients in 3..=7 {
        let all = multisets(grades, patients);
        for kind in KINDS {
            let fit = |middle: Middle| all.iter().filter(move |values| middle.is_of(values, kind));
            for first in fit(before) {
                let mut rows = BTreeSet::new();
                for second in fit(after) {
                    orders(first, &mut Vec::new(), second, &mut rows);
                }
                for rows in rows {
                    // Whole tenths back to grades.
                    let tenth = |grade: i64| f64::from(i32::try_from(grade).unwrap_or(i32::MAX)) / 10.0;
                    let rows: Rows = rows.iter().map(|(one, other)| (tenth(*one), tenth(*other))).collect();
                    let changes: Vec<f64> = rows.iter().map(|(one, other)| one - other).collect();
                    if signed(&changes).is_some_and(|test| (test.normal.p - p).abs() <= 0.000_5) {
                        found.push((kind, rows));
                    }
                }
            }
        }
    }
    found
}

/// Every way to give the later values to the earlier ones, as sorted rows in tenths of a grade: equal ones once.
fn orders(first: &[f64], taken: &mut Vec<f64>, rest: &[f64], into: &mut BTreeSet<Vec<(i64, i64)>>) {
    if rest.is_empty() {
        #[expect(clippy::cast_possible_truncation, reason = "grades are small")]
        let tenths = |grade: f64| (grade * 10.0).round() as i64;
        let mut rows: Vec<(i64, i64)> =
            first.iter().zip(taken.iter()).map(|(one, other)| (tenths(*one), tenths(*other))).collect();
        rows.sort_unstable();
        into.insert(rows);
        return;
    }
    let mut tried: Option<f64> = None;
    for (place, value) in rest.iter().enumerate() {
        // Values are sorted: an equal one leads to the same rows.
        if tried.is_some_and(|tried| (tried - value).abs() < 1e-9) {
            continue;
        }
        tried = Some(*value);
        let left: Vec<f64> =
            rest.iter().enumerate().filter(|(at, _)| *at != place).map(|(_, value)| *value).collect();
        taken.push(*value);
        orders(first, taken, &left, into);
        taken.pop();
    }
}
