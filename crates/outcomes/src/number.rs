//! Counts as numbers that can be reckoned with.

/// A count of patients, events or values as a double: far below 2^53, so that none is rounded.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
pub(crate) const fn real(count: u64) -> f64 {
    count as f64
}

/// The same of the length of a list.
#[expect(clippy::cast_precision_loss, reason = "lengths are far below 2^53")]
pub(crate) const fn length(length: usize) -> f64 {
    length as f64
}
