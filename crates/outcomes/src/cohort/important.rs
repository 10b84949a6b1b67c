//! Changes that matter, in steps of a measure.

use super::measure::{Measure, Region, STEPS_PER_POINT, Steps};
use scales::{ImportantDifference, Limb};

/// The change by which "how many reach it" is counted on a measure, in steps; none where none is published.
#[must_use]
pub fn important(measure: Measure) -> Option<(Steps, &'static ImportantDifference)> {
    let limb = match measure.region {
        Region::Legs => Some(Limb::Leg),
        Region::Arms => Some(Limb::Arm),
        Region::Person | Region::At(_) | Region::NotRecorded => None,
    };
    let difference = measure.scale.counting_difference(limb)?;
    let points = difference.points()?;
    // Rounded up to a whole step: nobody reaches a change who lacks a part of it.
    let steps = i128::from(points.over()) * i128::from(STEPS_PER_POINT);
    let under = i128::from(points.under());
    let steps = steps.div_euclid(under) + i128::from(steps.rem_euclid(under) != 0);
    Some((steps.try_into().ok()?, difference))
}
