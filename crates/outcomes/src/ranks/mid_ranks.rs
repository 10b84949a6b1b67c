//! Ranks of tied values.

/// Twice the mid-ranks of values, in their order, and the sum of t³ - t over the t values of each tie.
///
/// Tied values share the mean of the ranks that they take up; twice that is whole.
pub(super) struct MidRanks {
    pub(super) doubled: Vec<u64>,
    pub(super) ties: u128,
}

impl MidRanks {
    pub(super) fn of(values: &[i128]) -> Self {
        let mut order: Vec<(i128, usize)> = values.iter().copied().zip(0..).collect();
        order.sort_unstable();
        let mut ranked: Vec<(usize, u64)> = Vec::with_capacity(values.len());
        let mut ties = 0;
        for tied in order.chunk_by(|(one, _), (other, _)| one == other) {
            let (before, count) = (ranked.len() as u64, tied.len() as u64);
            // From before + 1 to before + count.
            ranked.extend(tied.iter().map(|(_, place)| (*place, 2 * before + count + 1)));
            ties += u128::from(count).pow(3) - u128::from(count);
        }
        ranked.sort_unstable();
        Self { doubled: ranked.into_iter().map(|(_, rank)| rank).collect(), ties }
    }
}

/// The greatest common divisor; that of none is 1.
pub(super) fn divisor(numbers: impl Iterator<Item = u64>) -> u64 {
    let two = |mut one: u64, mut other: u64| {
        while other != 0 {
            (one, other) = (other, one % other);
        }
        one
    };
    numbers.fold(0, two).max(1)
}
