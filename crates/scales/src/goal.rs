//! Goal attainment: one score a goal, and the summary T over all of a patient's goals.

use crate::value::Grade;
use crate::{About, Direction, Domain, Scoring, Sites, Values};

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
    rule: "Each goal is named and rated for itself. What each level means is agreed with the patient before the \
           treatment. A change of T is counted with the same goals and weights.",
    licence: "The method is free.",
    citation: "Kiresuk and Sherman 1968",
    important_differences: &[],
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
