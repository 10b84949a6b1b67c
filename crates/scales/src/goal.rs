//! Goal attainment: one score a goal, and the summary T over all of a patient's goals.
//!
//! The formula is that of Kiresuk and Sherman. Turner-Stokes' practical guide of 2009 has an erratum for its formulas on pages
//! 364 and 367: nothing is taken from it. T has a mean of 50 and a deviation of 10 by design and no fixed ends: five goals at -2
//! make 19.85.

use crate::value::Grade;
use crate::{About, Direction, Domain, Missing, Scoring, Sites, Values};

const LEVELS: &[Grade] = &[
    Grade { value: "-2", ordinal_tenths: -20, says: Some("far below what was expected") },
    Grade { value: "-1", ordinal_tenths: -10, says: Some("somewhat below what was expected") },
    Grade { value: "0", ordinal_tenths: 0, says: Some("as expected") },
    Grade { value: "+1", ordinal_tenths: 10, says: Some("somewhat above what was expected") },
    Grade { value: "+2", ordinal_tenths: 20, says: Some("far above what was expected") },
];

pub(crate) const GOAL_ATTAINMENT: About = About {
    name: "goal attainment",
    version: "one goal, five levels from -2 to +2; T with a correlation of 0.3 between goals",
    domain: Domain::Goals,
    direction: Direction::MoreIsBetter,
    values: Values::Grades(LEVELS),
    sites: Sites::Patient,
    scoring: Scoring::Whole,
    missing: Missing::NoSummaryOfGoals,
    rule: "Each goal is named and rated for itself. What each level means is agreed with the patient before the \
           treatment. A change of T is counted with the same goals and weights.",
    licence: "The method is free.",
    citation: "Kiresuk and Sherman 1968",
    important_differences: &[],
    reliability: &[],
    notes: &[
        "The practical guide of Turner-Stokes 2009 has an erratum for its formulas on pages 364 and 367.",
        "T has no fixed ends: it is not bound to 30 to 70.",
    ],
    codes: &[],
    unverified: None,
};

/// One goal of a summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GoalLevel {
    /// The level, from -2 to 2.
    pub level: i8,
    /// Its weight: importance times difficulty, or 1.
    pub weight: u16,
}

/// A summary that cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoGoals {
    /// There is no goal with a weight.
    #[error("there is no goal with a weight")]
    None,
    /// A level outside of the scale.
    #[error("{0} is no level; accepted: -2, -1, 0, 1, 2")]
    NoSuchLevel(i8),
    /// A weight below zero, or none at all.
    #[error("a weight is no number from 0 on")]
    NoSuchWeight,
    /// A correlation outside of 0 to 1.
    #[error("the correlation between goals is no number from 0 to 1")]
    NoSuchCorrelation,
    /// Not one weight, or one first level, for each goal.
    #[error("there is not one of each for every goal")]
    NotOneEach,
    /// More than can be summed.
    #[error("the weights are too large")]
    TooLarge,
}

/// T over goals, in hundredths, rounded half away from 50:
/// T = 50 + 10 sum(w x) / sqrt(0.7 sum(w²) + 0.3 (sum w)²), Kiresuk and Sherman 1968.
///
/// # Errors
/// [`NoGoals`] if there is nothing to sum.
pub fn goal_attainment_t(goals: &[GoalLevel]) -> Result<i32, NoGoals> {
    goal_attainment_t_with(goals, CORRELATION_TENTHS)
}

/// The correlation that is taken between goals, in tenths.
const CORRELATION_TENTHS: u8 = 3;

/// The same with another correlation between goals, in tenths from 0 to 10: for comparison with reports that took one.
///
/// # Errors
/// [`NoGoals`] if there is nothing to sum.
pub fn goal_attainment_t_with(goals: &[GoalLevel], correlation_tenths: u8) -> Result<i32, NoGoals> {
    let together = i128::from(correlation_tenths.min(10));
    let (mut points, mut squares, mut weights) = (0_i128, 0_i128, 0_i128);
    for goal in goals {
        if !(-2..=2).contains(&goal.level) {
            return Err(NoGoals::NoSuchLevel(goal.level));
        }
        let weight = i128::from(goal.weight);
        points += weight * i128::from(goal.level);
        squares += weight * weight;
        weights += weight;
    }
    // Ten times what stands under the root, so that it is whole.
    let under = (10 - together) * squares + together * weights * weights;
    if under == 0 {
        return Err(NoGoals::None);
    }
    // 1000 points / sqrt(under / 10), squared, is 10^7 points² / under. Four times that, so that the root counts halves.
    let halves = (40_000_000 * points * points / under).isqrt();
    let hundredths = (halves + 1) / 2;
    i32::try_from(5_000 + points.signum() * hundredths).map_err(|_| NoGoals::TooLarge)
}

/// The correlation that is taken between goals unless a report says another.
pub const GOAL_CORRELATION: f64 = 0.3;

/// T over goals, not rounded, with weights of any size (1 each without them) and any correlation from 0 to 1; for statistics.
/// A record shows [`goal_attainment_t`].
///
/// # Errors
/// [`NoGoals`] if there is nothing to sum, or a level, weight or correlation cannot be.
pub fn goal_attainment(levels: &[i8], weights: Option<&[f64]>, correlation: f64) -> Result<f64, NoGoals> {
    if !(0.0..=1.0).contains(&correlation) {
        return Err(NoGoals::NoSuchCorrelation);
    }
    if weights.is_some_and(|weights| weights.len() != levels.len()) {
        return Err(NoGoals::NotOneEach);
    }
    let (mut points, mut squares, mut sum) = (0.0_f64, 0.0_f64, 0.0_f64);
    for (index, level) in levels.iter().enumerate() {
        if !(-2..=2).contains(level) {
            return Err(NoGoals::NoSuchLevel(*level));
        }
        let weight = weights.and_then(|weights| weights.get(index)).copied().unwrap_or(1.0);
        if !(weight.is_finite() && weight >= 0.0) {
            return Err(NoGoals::NoSuchWeight);
        }
        points += weight * f64::from(*level);
        squares += weight * weight;
        sum += weight;
    }
    let under = (1.0 - correlation) * squares + correlation * sum * sum;
    if !under.is_finite() {
        return Err(NoGoals::TooLarge);
    }
    if under <= 0.0 {
        return Err(NoGoals::None);
    }
    Ok(50.0 + 10.0 * points / under.sqrt())
}

/// T before and after, and its change.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GoalsChange {
    /// T of the first levels.
    pub before: f64,
    /// T of the later levels.
    pub after: f64,
    /// After less before.
    pub change: f64,
}

/// The change of T over the same goals with the same weights: there is no other.
///
/// # Errors
/// [`NoGoals`] if one of the two cannot be, or they are not of the same goals.
pub fn goal_attainment_change(
    before: &[i8],
    after: &[i8],
    weights: Option<&[f64]>,
    correlation: f64,
) -> Result<GoalsChange, NoGoals> {
    if before.len() != after.len() {
        return Err(NoGoals::NotOneEach);
    }
    let t = |levels| goal_attainment(levels, weights, correlation);
    let (before, after) = (t(before)?, t(after)?);
    Ok(GoalsChange { before, after, change: after - before })
}
