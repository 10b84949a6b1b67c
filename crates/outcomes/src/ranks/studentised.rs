//! The range of several standard normals.

use crate::tails::{normal_below, p_value};
use std::f64::consts::TAU;

/// How likely the range of `groups` independent standard normals is above `q`: the studentised range with infinite degrees of
/// freedom. 1 at a `q` of 0 or below, and of fewer than two groups.
///
/// One normal is the largest, at z; the others lie below it, and not all of them within q. The integral over z is a sum in
/// steps of 0.04, which for so smooth a bell is exact to the last digits.
#[must_use]
pub fn studentised_range_above(q: f64, groups: u32) -> f64 {
    if q.is_nan() || q <= 0.0 || groups < 2 {
        return 1.0;
    }
    // Further away nothing is left of it that a double could hold.
    let q = q.min(120.0);
    let step = 0.04;
    let steps = ((q + 18.0) / step).ceil() as u32;
    let others = f64::from(groups - 1);
    let term = |index: u32| {
        let z = f64::from(index) * step - 9.0;
        let below = normal_below(z);
        let share = (normal_below(z - q) / below).min(1.0);
        // All below z, less all below z but within q of it; without the loss of digits of a difference.
        let beyond = below.powf(others) * -(others * (-share).ln_1p()).exp_m1();
        (-z * z / 2.0).exp() * beyond
    };
    p_value(f64::from(groups) * step / TAU.sqrt() * (0..=steps).map(term).sum::<f64>())
}
