//! Samples, and fewer of them.

use jiff::civil::{DateTime, date};

/// One value at one time.
#[derive(Debug, Clone, PartialEq)]
pub struct Sample {
    /// When, by the clinic's clock.
    pub at: DateTime,
    /// How high it is drawn; in the unit that the chart names.
    pub value: f64,
    /// The value as people read it, with its unit.
    pub words: String,
}

impl Sample {
    /// Seconds since an arbitrary day.
    pub(crate) fn seconds(&self) -> f64 {
        seconds(self.at)
    }
}

/// Seconds since an arbitrary day, by a clock without daylight saving.
pub(crate) fn seconds(at: DateTime) -> f64 {
    at.duration_since(date(2000, 1, 1).at(0, 0, 0, 0)).as_secs_f64()
}

/// At most about `keep` samples in the order of time: of each piece of the row the first, the last, the lowest and the highest.
/// Samples at the same time (a refill) keep their order. What is not finite is left out.
pub(crate) fn thinned(samples: &[Sample], keep: usize) -> Vec<&Sample> {
    let mut sorted: Vec<&Sample> = samples.iter().filter(|sample| sample.value.is_finite()).collect();
    sorted.sort_by_key(|sample| sample.at);
    if sorted.len() <= keep {
        return sorted;
    }
    let piece = sorted.len().div_ceil((keep / 4).max(1));
    let mut kept = Vec::with_capacity(keep);
    for piece in sorted.chunks(piece) {
        let places = piece.iter().enumerate();
        let low =
            places.clone().min_by(|(_, a), (_, b)| a.value.total_cmp(&b.value)).map_or(0, |(place, _)| place);
        let high = places.max_by(|(_, a), (_, b)| a.value.total_cmp(&b.value)).map_or(0, |(place, _)| place);
        let mut chosen = [0, low, high, piece.len() - 1];
        chosen.sort_unstable();
        let mut last = None;
        for place in chosen {
            if last != Some(place) {
                kept.extend(piece.get(place).copied());
            }
            last = Some(place);
        }
    }
    kept
}

/// The corners of a staircase: each value holds until the next, the last until `end`.
pub(crate) fn stairs(points: &[(f64, f64)], end: f64) -> Vec<(f64, f64)> {
    let mut corners: Vec<(f64, f64)> = Vec::with_capacity(points.len() * 2 + 1);
    for &(x, y) in points {
        if let Some(&(_, before)) = corners.last() {
            corners.push((x, before));
        }
        corners.push((x, y));
    }
    if let Some(&(x, y)) = corners.last() {
        corners.push((end.max(x), y));
    }
    corners
}
