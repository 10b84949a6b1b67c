//! Does it work: one measure before and after, and over the years.

use super::compute::{self, Changed};
use super::measure::{Measure, Steps, in_points};
use super::series::Series;
use super::table::{Estimate, Quartiles};
use super::visit::{Missing, VISITS, Visit};
use scales::Direction;
use serde::Serialize;

/// How many lack a value for a visit, and why.
pub type MissingCounts = Vec<(&'static str, usize)>;

/// How many reach a change that matters, as one study gives it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Reaching {
    /// The change, in points of the scale, as published.
    pub points: String,
    /// For whom and how it was found.
    pub of: String,
    /// Where it is published.
    pub source: String,
    /// How many pairs changed for the better by at least so much.
    pub reached: usize,
    /// Of how many.
    pub n: usize,
    /// Per cent, with its 95 % interval.
    pub percent: Option<Estimate>,
}

/// A change between two visits, in those who have both values.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Change {
    /// The measure's word.
    pub measure: String,
    /// The measure for people.
    pub title: String,
    /// Whether less is better.
    pub less_is_better: bool,
    /// The earlier visit.
    pub from: String,
    /// The later visit.
    pub to: String,
    /// How many have both values.
    pub n: usize,
    /// Why others lack the earlier value.
    pub missing_from: MissingCounts,
    /// Why others lack the later value.
    pub missing_to: MissingCounts,
    /// The earlier values of the pairs.
    pub before: Option<Quartiles>,
    /// Their later values.
    pub after: Option<Quartiles>,
    /// Pairs that changed for the better.
    pub better: usize,
    /// Pairs that did not change.
    pub same: usize,
    /// Pairs that changed for the worse.
    pub worse: usize,
    /// Later less earlier, and its test.
    pub changed: Changed,
    /// p adjusted by Holm over the family of comparisons that it belongs to; `None` without p or outside of it.
    pub p_holm: Option<f64>,
    /// How many reach a change that matters; empty where no such change is published.
    pub reaching: Vec<Reaching>,
}

/// The pairs of two visits, as (earlier, later).
fn pairs(series: &Series, from: Visit, to: Visit) -> Vec<(Steps, Steps)> {
    series.pairs(from, to).collect()
}

fn missing(series: &Series, visit: Visit) -> MissingCounts {
    let count = |why: Missing| series.at(visit).filter(|value| *value == Err(why)).count();
    Missing::WORDS.iter().map(|(why, words)| (*words, count(*why))).filter(|(_, count)| *count > 0).collect()
}

/// The change between two visits.
#[must_use]
pub fn change(series: &Series, from: Visit, to: Visit) -> Change {
    let Measure { scale, .. } = series.measure;
    let less_is_better = scale.direction() == Direction::LessIsBetter;
    let pairs = pairs(series, from, to);
    let (before, after): (Vec<Steps>, Vec<Steps>) = pairs.iter().copied().unzip();
    // Positive is for the better.
    let gains: Vec<Steps> = pairs
        .iter()
        .map(|(before, after)| if less_is_better { before - after } else { after - before })
        .collect();
    let count = |which: fn(&Steps) -> bool| gains.iter().filter(|gain| which(gain)).count();
    let reaching = super::important(series.measure).into_iter().map(|(steps, difference)| {
        let reached = gains.iter().filter(|gain| **gain >= steps).count();
        Reaching {
            points: difference.amount.to_owned(),
            of: difference.of.to_owned(),
            source: difference.source.to_owned(),
            reached,
            n: gains.len(),
            percent: compute::proportion(reached, gains.len()),
        }
    });
    Change {
        measure: series.measure.word(),
        title: series.measure.words(),
        less_is_better,
        from: from.words(),
        to: to.words(),
        n: pairs.len(),
        missing_from: missing(series, from),
        missing_to: missing(series, to),
        before: compute::quartiles_of_steps(&before),
        after: compute::quartiles_of_steps(&after),
        better: count(|gain| *gain > 0),
        same: count(|gain| *gain == 0),
        worse: count(|gain| *gain < 0),
        changed: compute::changed(&before, &after),
        p_holm: None,
        reaching: reaching.collect(),
    }
}

/// The comparisons with before that are planned over the years.
const PLANNED: [Visit; 3] = [Visit::Year(1), Visit::Year(5), Visit::Year(10)];

/// Adjusts the p values of a family of comparisons.
fn adjust(changes: &mut [&mut Change]) {
    let adjusted = compute::holm(&changes.iter().map(|change| change.changed.p).collect::<Vec<_>>());
    for (change, p) in changes.iter_mut().zip(adjusted) {
        change.p_holm = p;
    }
}

/// Before and after titration: of every measure of which anybody has both values, adjusted over them; and of those that were
/// rated of which nobody has.
#[must_use]
pub fn before_after(all: &[Series]) -> (Vec<Change>, Vec<Change>) {
    let changes = all.iter().map(|series| change(series, Visit::Before, Visit::Titrated));
    let (mut paired, unpaired): (Vec<Change>, Vec<Change>) = changes.partition(|change| change.n > 0);
    adjust(&mut paired.iter_mut().collect::<Vec<_>>());
    (paired, unpaired)
}

/// A visit of a course.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct At {
    /// The visit.
    pub visit: String,
    /// The values of all who have one.
    pub values: Option<Quartiles>,
    /// Why others have none.
    pub missing: MissingCounts,
    /// What a model of all values expects, also for those who are missing, with its 95 % interval.
    pub model: Option<Estimate>,
}

/// Whether a measure changes between the visits, in those who have all of them.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Overall {
    /// The visits compared.
    pub visits: Vec<String>,
    /// How many have all of them.
    pub n: usize,
    /// The statistic; `None` where the test is not defined.
    pub chi_square: Option<f64>,
    /// Its degrees of freedom.
    pub df: Option<usize>,
    /// How likely it is at least as large if nothing differs.
    pub p: Option<f64>,
    /// How far the patients agree, from 0 to 1.
    pub kendall_w: Option<f64>,
    /// Why there is no test.
    pub undefined: Option<String>,
}

/// One measure over the years.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct OverYears {
    /// The measure's word.
    pub measure: String,
    /// The measure for people.
    pub title: String,
    /// Whether less is better.
    pub less_is_better: bool,
    /// Visit by visit.
    pub at: Vec<At>,
    /// Each later visit against before. Only the planned comparisons are adjusted, over each other: 1, 5 and 10 years.
    pub against_before: Vec<Change>,
    /// All visits at once.
    pub overall: Overall,
    /// Why the model gives no values.
    pub model_undefined: Option<String>,
    /// Values of each person in points, visit by visit, for the chart.
    #[serde(skip)]
    pub lines: Vec<Vec<Option<f64>>>,
}

/// The visits that are compared all at once: before and the years up to ten, as the series of 15 years does. Later ones, and the
/// one after titration, would leave few patients with every visit.
fn compared(visits: &[Visit]) -> Vec<Visit> {
    let among = [Visit::Before, Visit::Year(1), Visit::Year(5), Visit::Year(10)];
    visits.iter().copied().filter(|visit| among.contains(visit)).collect()
}

/// A measure over the years, at the visits of which anybody has a value; `None` of fewer than two.
#[must_use]
pub fn over_years(series: &Series) -> Option<OverYears> {
    let visits: Vec<Visit> =
        VISITS.into_iter().filter(|visit| series.at(*visit).any(|value| value.is_ok())).collect();
    if visits.len() < 2 {
        return None;
    }
    let line = |place: usize| -> Vec<Option<f64>> {
        let values = series.lines.get(place);
        let of = |visit: &Visit| {
            let at = VISITS.iter().position(|known| known == visit)?;
            Some(in_points(values?.get(at)?.ok()?.value))
        };
        visits.iter().map(of).collect()
    };
    let lines: Vec<Vec<Option<f64>>> = (0..series.lines.len()).map(line).collect();
    let (model, model_undefined) = match compute::model(&lines) {
        Ok(model) => (model.into_iter().map(Some).collect(), None),
        Err(why) => (vec![None; visits.len()], Some(why)),
    };
    let at = visits.iter().zip(model).map(|(visit, model)| {
        let values: Vec<Steps> = series.at(*visit).filter_map(|value| Some(value.ok()?.value)).collect();
        At {
            visit: visit.words(),
            values: compute::quartiles_of_steps(&values),
            missing: missing(series, *visit),
            model,
        }
    });
    let later = visits.iter().filter(|visit| **visit != Visit::Before && visits.contains(&Visit::Before));
    let mut against: Vec<Change> = later.map(|visit| change(series, Visit::Before, *visit)).collect();
    against.retain(|change| change.n > 0);
    // After titration is adjusted in its own table, and of 15 years there are few: neither makes the planned ones weaker.
    let planned = PLANNED.map(Visit::words);
    let mut own: Vec<&mut Change> =
        against.iter_mut().filter(|change| planned.contains(&change.to)).collect();
    adjust(&mut own);
    Some(OverYears {
        measure: series.measure.word(),
        title: series.measure.words(),
        less_is_better: series.measure.scale.direction() == Direction::LessIsBetter,
        at: at.collect(),
        against_before: against,
        overall: compute::overall(&compared(&visits), series),
        model_undefined,
        lines,
    })
}
