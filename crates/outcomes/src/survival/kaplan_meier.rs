//! Survival with censoring.

use super::{Unfit, check, same};
use crate::Undefined;
use crate::number::real;
use crate::tails::z_of;

/// A time at which somebody had the event or was censored.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// The time.
    pub time: f64,
    /// How many were at risk just before it.
    pub at_risk: u64,
    /// How many had the event at it.
    pub events: u64,
    /// How many were censored at it.
    pub censored: u64,
    /// The share without the event just after it.
    pub survival: f64,
    /// Greenwood's sum up to it; `None` where survival is 0.
    pub greenwood: Option<f64>,
}

/// How an interval of survival is made: `z` of the level, `g` the root of Greenwood's sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Interval {
    /// `S ± z S g`, cut off at 0 and 1.
    Plain,
    /// `S exp(± z g)`, cut off at 1. What R gives unless told otherwise.
    Log,
    /// `S ^ exp(± z g / ln S)`: within 0 and 1 by itself. Recommended where few are left.
    LogLog,
}

/// A quantile of the time to the event, by both conventions.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quantile {
    /// The first time at which survival is not above the wanted share.
    pub first: f64,
    /// The same, but the middle of the stretch where survival is flat at just that share and falls later.
    pub middle: f64,
}

/// Survival at a time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct At {
    /// The time.
    pub time: f64,
    /// The share without the event just after it.
    pub survival: f64,
    /// Greenwood's sum up to it; `None` where survival is 0.
    pub greenwood: Option<f64>,
    /// How many are followed at least so long.
    pub at_risk: u64,
}

/// The mean time without the event, up to a horizon.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RestrictedMean {
    /// The horizon.
    pub tau: f64,
    /// The area under the curve up to it.
    pub mean: f64,
    /// Its standard error.
    pub standard_error: f64,
    /// Nobody was followed as long as the horizon: the curve was carried on level.
    pub beyond_follow_up: bool,
}

/// A Kaplan-Meier curve.
#[derive(Debug, Clone, PartialEq)]
pub struct KaplanMeier {
    /// How many patients.
    pub n: u64,
    /// How many of them had the event.
    pub events: u64,
    /// Every distinct time, in order.
    pub steps: Vec<Step>,
}

/// Survival by the product of the shares that pass each time: `S(t) = Π (1 - d / n)` (Kaplan & Meier 1958), its variance by
/// Greenwood (1926): `S² Σ d / (n (n - d))`.
///
/// `events` says who had the event at the time; the others were censored at it. Ties: events come before censorings. Nobody:
/// no steps. One patient: a single step, to 0 or none. All censored: survival stays 1, without intervals or median. In
/// O(n log n).
///
/// # Errors
/// [`Unfit`] if a time is negative or not finite, or the lists differ in length.
pub fn kaplan_meier(times: &[f64], events: &[bool]) -> Result<KaplanMeier, Unfit> {
    check(times, &[events.len()])?;
    let mut order: Vec<(f64, bool)> = times.iter().copied().zip(events.iter().copied()).collect();
    order.sort_unstable_by(|one, other| one.0.total_cmp(&other.0));
    let n = times.len() as u64;
    let (mut left, mut survival, mut greenwood) = (n, 1.0, 0.0);
    let mut steps = Vec::new();
    for tied in order.chunk_by(|one, other| same(one.0, other.0)) {
        let Some((time, _)) = tied.first().copied() else { continue };
        let failed = tied.iter().filter(|(_, event)| *event).count() as u64;
        survival *= real(left - failed) / real(left);
        if left > failed {
            greenwood += real(failed) / (real(left) * real(left - failed));
        }
        let censored = tied.len() as u64 - failed;
        let sum = (survival > 0.0).then_some(greenwood);
        steps.push(Step { time, at_risk: left, events: failed, censored, survival, greenwood: sum });
        left -= tied.len() as u64;
    }
    Ok(KaplanMeier { n, events: steps.iter().map(|step| step.events).sum(), steps })
}

/// How long patients were followed: the curve of being followed ("reverse Kaplan-Meier"), in which who had the event is
/// censored at it and who was censored has the event.
///
/// # Errors
/// As [`kaplan_meier`].
pub fn follow_up(times: &[f64], events: &[bool]) -> Result<KaplanMeier, Unfit> {
    let flipped: Vec<bool> = events.iter().map(|event| !event).collect();
    kaplan_meier(times, &flipped)
}

/// What survival may differ by and still count as equal to a share: the product of many shares has an error of its last digits.
const EQUAL: f64 = 1.5e-8;

/// An interval of a survival with its Greenwood sum; `None` at 0 and 1, and if `level` is not between 0 and 1.
fn interval(survival: f64, greenwood: Option<f64>, kind: Interval, level: f64) -> Option<(f64, f64)> {
    let (z, spread) = (z_of(level)?, greenwood?.sqrt());
    if survival <= 0.0 || survival >= 1.0 {
        return None;
    }
    let (low, high) = match kind {
        Interval::Plain => (survival - z * survival * spread, survival + z * survival * spread),
        Interval::Log => (survival * (-z * spread).exp(), survival * (z * spread).exp()),
        Interval::LogLog => {
            let shift = z * spread / survival.ln();
            (survival.powf((-shift).exp()), survival.powf(shift.exp()))
        }
    };
    Some((low.max(0.0), high.min(1.0)))
}

impl Step {
    /// Greenwood's standard error of survival; `None` where survival is 0.
    #[must_use]
    pub fn standard_error(&self) -> Option<f64> {
        self.greenwood.map(|sum| self.survival * sum.sqrt())
    }

    /// The interval of survival at one time; `None` where survival is 0 or 1, and if `level` is not between 0 and 1.
    #[must_use]
    pub fn interval(&self, kind: Interval, level: f64) -> Option<(f64, f64)> {
        interval(self.survival, self.greenwood, kind, level)
    }
}

impl At {
    /// Greenwood's standard error of survival; `None` where survival is 0.
    #[must_use]
    pub fn standard_error(&self) -> Option<f64> {
        self.greenwood.map(|sum| self.survival * sum.sqrt())
    }

    /// The interval of survival; `None` where survival is 0 or 1, and if `level` is not between 0 and 1.
    #[must_use]
    pub fn interval(&self, kind: Interval, level: f64) -> Option<(f64, f64)> {
        interval(self.survival, self.greenwood, kind, level)
    }
}

/// Where values that fall with time first reach a share, by both conventions.
fn reached(values: impl Iterator<Item = (f64, f64)> + Clone, share: f64) -> Option<Quantile> {
    let mut below = values.skip_while(|(_, value)| *value > share + EQUAL);
    let (first, value) = below.next()?;
    let middle = if (value - share).abs() < EQUAL {
        below.find(|(_, later)| *later < value).map_or(first, |(later, _)| first + (later - first) / 2.0)
    } else {
        first
    };
    Some(Quantile { first, middle })
}

impl KaplanMeier {
    /// The steps at which there were events.
    pub fn event_steps(&self) -> impl Iterator<Item = &Step> + Clone {
        self.steps.iter().filter(|step| step.events > 0)
    }

    /// How many are followed for at least so long: time `t` counts those whose time is `t` or later.
    #[must_use]
    pub fn at_risk(&self, time: f64) -> u64 {
        let first = self.steps.partition_point(|step| step.time < time);
        self.steps.get(first).map_or(0, |step| step.at_risk)
    }

    /// Survival at a time; the last value is carried on after the last one, when nobody is at risk any more. It is 1 before the
    /// first time, also if there is nobody at all.
    #[must_use]
    pub fn at(&self, time: f64) -> At {
        let after = self.steps.partition_point(|step| step.time <= time);
        let last = after.checked_sub(1).and_then(|last| self.steps.get(last));
        At {
            time,
            survival: last.map_or(1.0, |step| step.survival),
            greenwood: last.map_or(Some(0.0), |step| step.greenwood),
            at_risk: self.at_risk(time),
        }
    }

    /// The time by which a share of patients had the event: 0.5 is the median. `None` if the curve never falls so far.
    #[must_use]
    pub fn quantile(&self, share: f64) -> Option<Quantile> {
        reached(self.event_steps().map(|step| (step.time, step.survival)), 1.0 - share)
    }

    /// The interval of a quantile: where the lower and the upper ends of the intervals of survival reach the share, by the
    /// convention of the middle ([`Quantile::middle`]). `None` for an end that is never reached.
    #[must_use]
    pub fn quantile_interval(&self, share: f64, kind: Interval, level: f64) -> (Option<f64>, Option<f64>) {
        let ends = self.event_steps().filter_map(|step| Some((step.time, step.interval(kind, level)?)));
        let low = reached(ends.clone().map(|(time, (low, _))| (time, low)), 1.0 - share);
        let high = reached(ends.map(|(time, (_, high))| (time, high)), 1.0 - share);
        (low.map(|low| low.middle), high.map(|high| high.middle))
    }

    /// The mean time without the event up to the horizon `tau`: the area under the curve. Its variance is
    /// `Σ A² d / (n (n - d))`, with `A` the area from the time to the horizon. After the last time the curve is carried on
    /// level, and that is said.
    ///
    /// # Errors
    /// [`Undefined::NoData`] without patients; [`Unfit::Time`] if the horizon is negative or not finite.
    pub fn restricted_mean(&self, tau: f64) -> Result<RestrictedMean, Unfit> {
        check(&[tau], &[])?;
        let last = self.steps.last().ok_or(Undefined::NoData)?;
        let (mut area, mut variance, mut until) = (0.0, 0.0, tau);
        for step in self.steps.iter().rev().filter(|step| step.time <= tau && step.events > 0) {
            area += step.survival * (until - step.time);
            until = step.time;
            if step.at_risk > step.events {
                let share = real(step.events) / (real(step.at_risk) * real(step.at_risk - step.events));
                variance += area * area * share;
            }
        }
        let beyond = last.time < tau && last.survival > 0.0;
        Ok(RestrictedMean {
            tau,
            mean: area + until,
            standard_error: variance.sqrt(),
            beyond_follow_up: beyond,
        })
    }
}
