//! How many subsets of whole numbers, many of them equal, have a sum of at most so much.
//!
//! Grades tie: 500 changes may have four sizes. Of `t` equal numbers it only matters how many are taken, in `C(t, j)` ways: so a
//! subset is a row of such counts, and there are few of them. The groups of equal numbers are dealt to two sides so that
//! neither has many rows; a subset of all is a row of each side. It is the same distribution as that of
//! [`Subsets`](super::subsets::Subsets), with fewer additions where ties are heavy.

use super::count::{Count, sum};

/// The numbers of subsets by sum, of each side.
pub(super) struct Grouped {
    /// Rows of one side: the sum, and in how many ways.
    rows: Vec<(usize, f64)>,
    /// Of the other side: in how many ways the sum is at most so much.
    cumulated: Vec<f64>,
}

/// Rows of one side are at most so many, so that they stay in the cache.
const ROWS_MOST: usize = 1 << 16;

impl Grouped {
    /// The subsets of numbers, in rising order, none of them 0, for sums up to `most`; `None` if it is quicker to count one
    /// number at a time.
    ///
    /// As doubles. Up to 1,000 numbers no count overflows, and the relative error is below 10⁻¹²: two roundings for each
    /// number in the ways to take some of equal ones, a product for each group, and a compensated cumulation.
    pub(super) fn new(parts: &[usize], most: usize) -> Option<Self> {
        let mut groups: Vec<(usize, usize)> = parts
            .chunk_by(|one, other| one == other)
            .filter_map(|equal| Some((*equal.first()?, equal.len())))
            .collect();
        groups.sort_unstable_by_key(|(_, count)| std::cmp::Reverse(*count));
        let mut sides = [Side::default(), Side::default()];
        for group in groups {
            let [one, other] = &mut sides;
            let side = if one.rows <= other.rows { one } else { other };
            side.rows = side.rows.saturating_mul(group.1 + 1);
            side.sum += group.0 * group.1;
            side.groups.push(group);
        }
        let [one, other] = sides;
        let (listed, spread) = if one.sum > other.sum { (one, other) } else { (other, one) };
        let width = most.min(spread.sum) + 1;
        let rows = listed.rows.saturating_add(spread.rows);
        // One number at a time adds, for each, a place for each sum up to the middle of its half, half of them on average.
        let one_at_a_time = parts.len() * most.min(parts.iter().sum::<usize>() / 4) / 2;
        if listed.rows.max(spread.rows) > ROWS_MOST || 8 * rows + 2 * width > one_at_a_time {
            return None;
        }
        let mut counts = vec![0.0; width];
        for (sum, ways) in spread.rows(most) {
            if let Some(count) = counts.get_mut(sum) {
                *count += ways;
            }
        }
        f64::cumulate(&mut counts);
        Some(Self { rows: listed.rows(most), cumulated: counts })
    }

    /// How many subsets have at most that sum.
    pub(super) fn up_to(&self, most: usize) -> f64 {
        let last = self.cumulated.len().saturating_sub(1);
        let room = |sum: usize| self.cumulated.get((most - sum).min(last)).copied().unwrap_or(0.0);
        sum(self.rows.iter().filter(|(sum, _)| *sum <= most).map(|(sum, ways)| ways * room(*sum)))
    }
}

/// Groups of equal numbers: the number, and how many there are of it.
struct Side {
    groups: Vec<(usize, usize)>,
    /// How many rows of counts they have, and their whole sum.
    rows: usize,
    sum: usize,
}

impl Default for Side {
    fn default() -> Self {
        Self { groups: Vec::new(), rows: 1, sum: 0 }
    }
}

impl Side {
    /// Each row with a sum of at most so much: its sum, and in how many ways.
    fn rows(&self, most: usize) -> Vec<(usize, f64)> {
        let mut rows = Vec::with_capacity(self.rows);
        rows.push((0, 1.0));
        for (number, count) in &self.groups {
            let before = rows.len();
            let mut ways = 1.0;
            for taken in 1..=*count {
                ways = ways * (count + 1 - taken) as f64 / taken as f64;
                let more = number * taken;
                for place in 0..before {
                    if let Some((sum, own)) = rows.get(place).copied().filter(|(sum, _)| sum + more <= most) {
                        rows.push((sum + more, own * ways));
                    }
                }
            }
        }
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::super::subsets::{Subsets, whole_up_to};
    use super::*;
    use proptest::prelude::*;

    /// Exact, to a relative error; and as one number at a time has it.
    fn check(parts: &[usize], most: usize) -> bool {
        let Some(grouped) = Grouped::new(parts, most) else { return false };
        let plain = Subsets::<f64>::new(parts, most);
        for most in [most, most / 2, 0] {
            let exact = whole_up_to(parts, most).to_f64().value();
            assert!((grouped.up_to(most) / exact - 1.0).abs() < 1e-12, "{parts:?} up to {most}");
            assert!((grouped.up_to(most) / plain.up_to(most) - 1.0).abs() < 1e-12, "{parts:?} up to {most}");
        }
        true
    }

    /// So many numbers of each group, with the mid-ranks that they would have, doubled.
    fn tied(counts: &[usize]) -> Vec<usize> {
        let mut before = 0;
        let of = |count: &usize| {
            let rank = 2 * before + count + 1;
            before += count;
            vec![rank; *count]
        };
        counts.iter().flat_map(of).collect()
    }

    #[test]
    fn changes_of_a_few_sizes() {
        for counts in [&[120][..], &[119, 1], &[30; 4], &[60, 36, 18, 6], &[1, 118, 1]] {
            let parts = tied(counts);
            let total: usize = parts.iter().sum();
            for most in [total / 2, total / 3, total / 20] {
                assert!(check(&parts, most), "{counts:?}: {most}");
            }
        }
    }

    #[test]
    fn a_thousand_equal_changes_overflow_nothing() {
        let parts = vec![1; 1000];
        assert!(check(&parts, 500) && check(&parts, 1000) && check(&parts, 30));
    }

    #[test]
    fn numbers_that_hardly_tie_are_left_to_the_other_way() {
        let parts: Vec<usize> = (1..=500).collect();
        assert!(Grouped::new(&parts, 60_000).is_none());
    }

    proptest! {
        #[test]
        fn as_one_number_at_a_time(counts in prop::collection::vec(1..15_usize, 1..6), share in 0.0..0.6) {
            let parts = tied(&counts);
            let total: usize = parts.iter().sum();
            check(&parts, (share * total as f64) as usize);
        }
    }
}
