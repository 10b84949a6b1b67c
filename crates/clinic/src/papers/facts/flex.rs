//! The steps of a flex week, days that are alike together.

use pump::Week;
use quantity::{Concentration, SECONDS_PER_DAY};
use twin::{RBig, of, volume_times};

/// A step of a program that changes over the day, on the pump's clock.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct FlexStep {
    /// From 0 for Monday.
    pub(crate) days: Vec<usize>,
    /// Second of the day.
    pub(crate) from: u32,
    /// Second of the day.
    pub(crate) until: u32,
    /// ng per day while it lasts.
    pub(crate) rate: RBig,
    /// What it gives in all, in ng.
    pub(crate) amount: RBig,
}

/// The steps of a week at a strength.
pub(crate) fn steps(week: &Week, strength: Concentration) -> Vec<FlexStep> {
    let strength = of(strength.quotient());
    let day_seconds = u32::try_from(SECONDS_PER_DAY).unwrap_or(u32::MAX);
    let mut alike: Vec<(Vec<usize>, Vec<pump::Step>)> = Vec::new();
    for day in 0..7 {
        let steps: Vec<pump::Step> = week.day(day).collect();
        match alike.iter_mut().find(|(_, known)| *known == steps) {
            Some((days, _)) => days.push(day),
            None => alike.push((vec![day], steps)),
        }
    }
    let mut rows = Vec::new();
    for (days, steps) in alike {
        for (index, step) in steps.iter().enumerate() {
            let until = steps.get(index + 1).map_or(day_seconds, |next| next.from_second);
            let seconds = until.saturating_sub(step.from_second);
            let rate = volume_times(&of(step.rate.flow()), &strength);
            let amount = &rate * RBig::from(seconds) / RBig::from(SECONDS_PER_DAY);
            rows.push(FlexStep { days: days.clone(), from: step.from_second, until, rate, amount });
        }
    }
    rows
}
