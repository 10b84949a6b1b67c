//! Events per time.

use super::mass::{binomial, mean};
use super::tables::clopper_pearson;
use super::{Unfit, side, time, total};
use crate::Undefined;
use crate::number::real;

/// A rate with its intervals, per unit of the time that was given.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rate {
    /// How many events.
    pub events: u64,
    /// In how much time, of all patients together.
    pub person_time: f64,
    /// Events per unit of time.
    pub rate: f64,
    /// The exact interval of Garwood (1936): so many or more, and so many or fewer, have half of what the level leaves.
    pub exact: (f64, f64),
    /// The mid-P interval: just as many count half. Narrower; its level holds on average, not always. Its lower end is 0 of
    /// no event.
    pub mid_p: (f64, f64),
}

/// Events per person-time, from the Poisson distribution. Its intervals hold if events come independently of each other; if
/// some patients have many, see [`super::mean_cumulative`]. No event: the rate and the lower ends are 0, the upper ends are not.
///
/// # Errors
/// [`Unfit`] if the time is negative or not finite, or the level is none; as [`Unfit::Undefined`]: [`Undefined::NoExposure`]
/// if there is no time.
pub fn incidence(events: u64, person_time: f64, level: f64) -> Result<Rate, Unfit> {
    total(&[events])?;
    let (person_time, side) = (time(person_time)?, side(level)?);
    if person_time <= 0.0 {
        return Err(Undefined::NoExposure.into());
    }
    let low = |half: f64| {
        if events == 0 { 0.0 } else { mean(events, side, true, |split| split.above + half * split.at) }
    };
    let high = |half: f64| mean(events, side, false, |split| split.below + half * split.at);
    let rate = Rate {
        events,
        person_time,
        rate: real(events) / person_time,
        exact: (low(1.0) / person_time, high(1.0) / person_time),
        mid_p: (low(0.5) / person_time, high(0.5) / person_time),
    };
    let ends = [rate.rate, rate.exact.1, rate.mid_p.1];
    if ends.iter().all(|end| end.is_finite()) { Ok(rate) } else { Err(Undefined::NoExposure.into()) }
}

/// The ratio of two rates.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RateRatio {
    /// The first rate over the second; `None` if the second has no events.
    pub ratio: Option<f64>,
    /// Two-sided and exact: the chance of all divisions of the events that are no likelier than this one.
    pub p: f64,
    /// The lower end of its interval.
    pub low: f64,
    /// The upper end; `None` if there is none, because the second has no events.
    pub high: Option<f64>,
}

/// Two rates compared given all their events: of them, the first ones are a binomial, whose chance says the ratio. The interval
/// is that of Clopper & Pearson, turned into ratios; p as R's `poisson.test`.
///
/// # Errors
/// [`Unfit`] if a time is negative or not finite, or the level is none; as [`Unfit::Undefined`]: [`Undefined::NoExposure`] if
/// one had no time; [`Undefined::NoEvents`] if neither had an event.
pub fn rate_ratio(first: (u64, f64), second: (u64, f64), level: f64) -> Result<RateRatio, Unfit> {
    let all = total(&[first.0, second.0])?;
    let (one, other, side) = (time(first.1)?, time(second.1)?, side(level)?);
    let (odds, back) = (one / other, other / one);
    // Also refuses what is so small that the ratio of times is none.
    if !(odds > 0.0 && odds.is_finite() && back.is_finite()) {
        return Err(Undefined::NoExposure.into());
    }
    if all == 0 {
        return Err(Undefined::NoEvents.into());
    }
    let (low, high) = clopper_pearson(first.0, all, side);
    let ratio = |chance: f64| Some(chance / (1.0 - chance) * back).filter(|ratio| ratio.is_finite());
    Ok(RateRatio {
        ratio: (second.0 > 0).then(|| real(first.0) / real(second.0) * back),
        p: binomial(all, odds).no_likelier(first.0),
        low: ratio(low).unwrap_or(0.0),
        high: if second.0 == 0 { None } else { ratio(high) },
    })
}
