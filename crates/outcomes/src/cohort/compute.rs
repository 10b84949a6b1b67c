//! What the reports ask of the statistics, in the units of reports.

use super::followed::{days, years};
use super::measure::{Steps, points};
use super::safety::MeanEvents;
use super::series::{Member, Series};
use super::table::{Estimate, Quartiles};
use super::visit::{Missing, Visit};
use crate::describe::{Confidence, QuantileType, Sample, quartiles as read_quartiles};
use crate::models::{VisitMeans, visit_means};
use crate::ranks::{Adjustment, MOST_EXACT, Rows, Zeros, adjust, hodges_lehmann, signed_rank};
use crate::rates::{incidence, mean_cumulative, proportion as share};
use crate::survival::{Causes, cumulative_incidence, follow_up};
use serde::Serialize;

/// The level of every interval, that of [`Confidence::default`].
pub(super) const LEVEL: f64 = 0.95;

/// The most pairs that changed for which p is exact.
pub(super) const EXACT_MOST: usize = MOST_EXACT;

fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

/// Median and quartiles by type 7; `None` of no value. Values that are no numbers are none.
pub(super) fn quartiles(values: impl Iterator<Item = f64>) -> Option<Quartiles> {
    let values: Vec<Option<f64>> = values.filter(|value| value.is_finite()).map(Some).collect();
    let sample = Sample::of(&values).ok()?;
    read(&sample, |value| value)
}

/// The same of values in steps, in points.
pub(super) fn quartiles_of_steps(values: &[Steps]) -> Option<Quartiles> {
    read(&sample(values.iter().copied()), points)
}

fn read(sample: &Sample, unit: fn(f64) -> f64) -> Option<Quartiles> {
    let quartiles = read_quartiles(sample, QuantileType::Type7).ok()?;
    let (least, most) = sample.range()?;
    Some(Quartiles {
        n: sample.len(),
        median: unit(quartiles.median),
        q1: unit(quartiles.lower),
        q3: unit(quartiles.upper),
        least: unit(least),
        most: unit(most),
    })
}

fn sample(steps: impl Iterator<Item = Steps>) -> Sample {
    Sample::of_whole(steps.map(i128::from).collect())
}

/// A change and its test.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Changed {
    /// Later less earlier: the Hodges-Lehmann estimate with its interval; `None` of no pair.
    pub shift: Option<Estimate>,
    /// The level that the interval has; `None` where there is none.
    pub level: Option<f64>,
    /// Pairs that changed: those that the test uses.
    pub used: usize,
    /// The two-sided p value of the signed-rank test.
    pub p: Option<f64>,
    /// The same as a fraction of whole numbers, up to 200 pairs that changed.
    pub p_fraction: Option<String>,
    /// Whether p is exact.
    pub exact: bool,
    /// The smallest p that so many pairs could reach.
    pub p_smallest: Option<f64>,
    /// Why there is no p.
    pub undefined: Option<String>,
    /// z by the root of the number of pairs; positive where earlier values are higher.
    pub r: Option<f64>,
    /// z by the root of the number of pairs that changed.
    pub r_changed: Option<f64>,
    /// Matched-pairs rank-biserial correlation, of earlier less later.
    pub rank_biserial: Option<f64>,
    /// Mean of later less earlier: takes grades as even steps.
    pub mean: Option<f64>,
    /// Its standard deviation.
    pub standard_deviation: Option<f64>,
}

/// More pairs than that give a fraction that nobody reads.
const FRACTION_MOST: usize = 200;

/// The change of pairs.
pub(super) fn changed(before: &[Steps], after: &[Steps]) -> Changed {
    let later_less_earlier = || before.iter().zip(after).map(|(before, after)| after - before);
    let differences = sample(later_less_earlier());
    let shift = hodges_lehmann(&differences, Confidence::default()).ok();
    // An interval at a level of 0 is none.
    let interval = shift.as_ref().filter(|shift| shift.achieved > 0.0).map(|shift| shift.interval);
    let down = sample(later_less_earlier().map(|change| -change));
    let tested = signed_rank(&down, Zeros::Wilcox);
    let moments = crate::describe::describe(&differences, Confidence::default());
    let mut changed = Changed {
        shift: shift.as_ref().map(|shift| Estimate {
            value: points(shift.estimate),
            low: interval.map(|interval| points(interval.low)),
            high: interval.map(|interval| points(interval.high)),
        }),
        level: interval.and(shift.as_ref()).map(|shift| shift.achieved),
        used: tested.used,
        p: None,
        p_fraction: None,
        exact: false,
        p_smallest: (tested.used > 0).then(|| crate::ranks::smallest_p(tested.used)),
        undefined: None,
        r: None,
        r_changed: None,
        rank_biserial: None,
        mean: moments.mean.map(points),
        standard_deviation: moments.sd.map(points),
    };
    match &tested.test {
        Err(undefined) => changed.undefined = Some(undefined.to_string()),
        Ok(test) => {
            changed.exact = test.exact.is_ok();
            changed.p = Some(test.exact.as_ref().map_or(test.normal.p, |exact| exact.two_sided));
            if tested.used <= FRACTION_MOST {
                changed.p_fraction = test.fraction().map(|fraction| fraction.to_string());
            }
            (changed.r, changed.r_changed) = (Some(test.r_pairs), Some(test.r_used));
            changed.rank_biserial = Some(test.rank_biserial);
        }
    }
    changed
}

/// p values adjusted by Holm.
pub(super) fn holm(p: &[Option<f64>]) -> Vec<Option<f64>> {
    adjust(p, Adjustment::Holm).unwrap_or_else(|_| vec![None; p.len()])
}

/// Per cent with its interval: Clopper and Pearson's for none and for all, Wilson's otherwise; `None` of nothing.
pub(super) fn proportion(part: usize, whole: usize) -> Option<Estimate> {
    let found = share(count(part), count(whole), LEVEL).ok()?;
    let (low, high) = if part == 0 || part == whole { found.clopper_pearson } else { found.wilson };
    Some(Estimate { value: found.share * 100.0, low: Some(low * 100.0), high: Some(high * 100.0) })
}

/// Events per 100 years, exact; `None` without time.
#[must_use]
pub fn rate_of(events: usize, years: f64) -> Option<Estimate> {
    let found = incidence(count(events), years, LEVEL).ok()?;
    let (low, high) = found.exact;
    Some(Estimate { value: found.rate * 100.0, low: Some(low * 100.0), high: Some(high * 100.0) })
}

/// The median of follow-up by the reverse Kaplan-Meier method.
pub(super) fn follow_up_median(times: &[f64], ended: &[bool]) -> Option<f64> {
    follow_up(times, ended).ok()?.quantile(0.5).map(|median| median.first)
}

/// The mean number of events per patient over the years.
pub(super) fn mean_events(members: &[Member<'_>]) -> Vec<MeanEvents> {
    let zero = |member: &Member<'_>| member.followed.from;
    let until: Vec<f64> =
        members.iter().map(|member| years(days(zero(member), member.followed.until).max(0))).collect();
    let events: Vec<Vec<f64>> = members
        .iter()
        .map(|member| {
            let inside = member.person.events.iter().map(|event| event.on);
            let inside = inside.filter(|on| *on >= zero(member) && *on <= member.followed.until);
            inside.map(|on| years(days(zero(member), on))).collect()
        })
        .collect();
    let steps = mean_cumulative(&until, &events).unwrap_or_default();
    let step = |step: &crate::rates::CumulativeStep| {
        let interval = step.interval(LEVEL).ok().flatten();
        MeanEvents {
            year: step.time,
            at_risk: usize::try_from(step.at_risk).unwrap_or(usize::MAX),
            mean: step.mean,
            low: interval.map(|(low, _)| low),
            high: interval.map(|(_, high)| high),
        }
    };
    steps.iter().map(step).collect()
}

/// Cumulative incidence of causes, numbered from 1; 0 goes on.
pub(super) fn causes(times: &[f64], causes: &[usize]) -> Option<Causes<usize>> {
    let causes: Vec<Option<usize>> = causes.iter().map(|cause| (*cause > 0).then_some(*cause)).collect();
    cumulative_incidence(times, &causes).ok()
}

/// The share that ended by a cause until a time.
pub(super) fn incidence_at(found: &Causes<usize>, cause: usize, time: f64) -> f64 {
    let course = found.courses.iter().find(|course| course.cause == cause);
    course.and_then(|course| course.at(time)).map_or(0.0, |step| step.incidence)
}

/// The steps of a cause: years and per cent.
pub(super) fn incidence_steps(found: &Causes<usize>, cause: usize) -> Vec<(f64, f64)> {
    let course = found.courses.iter().find(|course| course.cause == cause);
    course.map_or_else(Vec::new, |course| {
        course.steps.iter().map(|step| (step.time, step.incidence * 100.0)).collect()
    })
}

/// What a model with a random intercept expects at each visit.
pub(super) fn model(lines: &[Vec<Option<f64>>]) -> Result<Vec<Estimate>, String> {
    let VisitMeans { means, .. } = visit_means(lines).map_err(|unfit| unfit.to_string())?;
    let z = crate::tails::z_of(LEVEL).unwrap_or(0.0);
    Ok(means
        .iter()
        .map(|mean| Estimate {
            value: mean.estimate,
            low: Some(mean.estimate - z * mean.standard_error),
            high: Some(mean.estimate + z * mean.standard_error),
        })
        .collect())
}

/// Friedman's test over the visits, in those who have every one.
pub(super) fn overall(visits: &[Visit], series: &Series) -> super::Overall {
    let at: Vec<Vec<Result<Steps, Missing>>> = visits
        .iter()
        .map(|visit| series.at(*visit).map(|value| value.map(|value| value.value)).collect())
        .collect();
    let whole: Vec<usize> = (0..series.lines.len())
        .filter(|member| at.iter().all(|values| values.get(*member).is_some_and(Result::is_ok)))
        .collect();
    let visit = |values: &Vec<Result<Steps, Missing>>| {
        sample(whole.iter().filter_map(|member| values.get(*member)?.ok()))
    };
    let missing = series.lines.len() - whole.len();
    let found = crate::ranks::friedman(&Rows::of_visits(at.iter().map(visit).collect(), missing));
    let mut overall = super::Overall {
        visits: visits.iter().map(|visit| visit.words()).collect(),
        n: found.n,
        chi_square: None,
        df: None,
        p: None,
        kendall_w: None,
        undefined: None,
    };
    match found.test {
        Ok(test) => {
            (overall.chi_square, overall.df) = (Some(test.chi_square), Some(test.df));
            (overall.p, overall.kendall_w) = (Some(test.p), Some(test.kendall_w));
        }
        Err(undefined) => overall.undefined = Some(undefined.to_string()),
    }
    overall
}
