//! Whether the cumulative incidence of a cause differs between groups.

use super::{ChiSquare, Unfit, check, check_labels, codes, same};
use crate::Undefined;
use crate::matrix::{Matrix, quadratic};
use crate::number::real;

/// Gray's test of one cause.
#[derive(Debug, Clone, PartialEq)]
pub struct Gray<C> {
    /// The cause.
    pub cause: C,
    /// The test; undefined if there is one group only, or the groups' scores cannot vary freely.
    pub test: Result<ChiSquare, Undefined>,
}

/// Compares cumulative incidences of groups, each cause for itself (Gray 1988), with the estimate of variance that R's
/// `cmprsk::cuminc` uses.
///
/// `causes` says what happened at the time; `None` was censored. `rho` weighs a time by `(1 - F(t-))^rho` of the pooled
/// incidence; 0 is usual. `strata` are compared within themselves and added up; an empty list is one stratum. Ties: causes at
/// one time share what was just before it, and the variance allows for them.
///
/// # Errors
/// [`Unfit`] if a time is negative or not finite, the lists differ in length, `rho` is negative, or there are more than
/// 500 groups or causes.
pub fn gray<C: Ord + Clone, G: Ord + Clone, S: Ord + Clone>(
    times: &[f64],
    causes: &[Option<C>],
    groups: &[G],
    strata: &[S],
    rho: f64,
) -> Result<Vec<Gray<C>>, Unfit> {
    let strata_length = if strata.is_empty() { times.len() } else { strata.len() };
    check(times, &[causes.len(), groups.len(), strata_length])?;
    if !(rho.is_finite() && rho >= 0.0) {
        return Err(Unfit::Power(rho));
    }
    let (names, of_cause) = codes(causes);
    let (group_names, of_group) = codes(groups);
    check_labels(names.len().max(group_names.len()))?;
    let of_stratum = if strata.is_empty() { vec![0; times.len()] } else { codes(strata).1 };
    let mut rows: Vec<Row> = times
        .iter()
        .zip(&of_cause)
        .zip(of_group.iter().zip(&of_stratum))
        .map(|((time, cause), (group, stratum))| Row {
            time: *time,
            cause: *cause,
            group: *group,
            stratum: *stratum,
        })
        .collect();
    rows.sort_unstable_by(|one, other| one.stratum.cmp(&other.stratum).then(one.time.total_cmp(&other.time)));
    let censored = names.iter().position(Option::is_none);
    let test = |(code, cause): (usize, Option<C>)| {
        let cause = cause?;
        let size = group_names.len();
        let (mut scores, mut covariance) = (vec![0.0; size], Matrix::zeros(size, size));
        for stratum in rows.chunk_by(|one, other| one.stratum == other.stratum) {
            let moments = moments(stratum, code, censored, size);
            add_stratum(&moments, rho, &mut scores, &mut covariance);
        }
        let (statistic, df) = quadratic(&covariance, &scores);
        // One group follows from the others.
        let test = if df == 0 || df + 1 < size || !statistic.is_finite() {
            Err(Undefined::Nothing)
        } else {
            Ok(ChiSquare::new(statistic, df))
        };
        Some(Gray { cause, test })
    };
    Ok(names.into_iter().enumerate().filter_map(test).collect())
}

struct Row {
    time: f64,
    cause: usize,
    group: usize,
    stratum: usize,
}

/// A group at a time with events.
#[derive(Clone, Copy, Default)]
struct Member {
    at_risk: f64,
    /// Events of the cause that is compared.
    own: f64,
    /// Events of other causes.
    other: f64,
}

/// Every time with events, in order: all groups at it.
fn moments(rows: &[Row], cause: usize, censored: Option<usize>, groups: usize) -> Vec<Vec<Member>> {
    let mut at_risk = vec![0_u64; groups];
    for row in rows {
        if let Some(count) = at_risk.get_mut(row.group) {
            *count += 1;
        }
    }
    let mut moments = Vec::new();
    for tied in rows.chunk_by(|one, other| same(one.time, other.time)) {
        if tied.iter().any(|row| Some(row.cause) != censored) {
            let mut moment: Vec<Member> =
                at_risk.iter().map(|count| Member { at_risk: real(*count), ..Member::default() }).collect();
            for row in tied.iter().filter(|row| Some(row.cause) != censored) {
                if let Some(member) = moment.get_mut(row.group) {
                    let events = if row.cause == cause { &mut member.own } else { &mut member.other };
                    *events += 1.0;
                }
            }
            moments.push(moment);
        }
        for row in tied {
            if let Some(count) = at_risk.get_mut(row.group) {
                *count -= 1;
            }
        }
    }
    moments
}

/// Each group's own curves, and those of all groups together if nothing differs.
struct Curves {
    /// Free of any event, just before.
    free: Vec<f64>,
    /// Incidence of the cause, just before.
    incidence: Vec<f64>,
    /// Incidence of the cause in all groups, just before.
    pooled: f64,
    /// What each group's later weights come to so far: the integral of `a` over the pooled hazard of the cause.
    integral: Matrix,
}

/// One moment with what follows from the curves before it.
struct Weighed {
    /// At risk over free: those that would be at risk had there been no other event.
    size: Vec<f64>,
    /// The same of all groups.
    total: f64,
    /// How a jump of each group moves each score.
    effect: Matrix,
    /// Free of any event, just after.
    free_after: Vec<f64>,
    /// Incidence in all groups, just after.
    pooled_after: f64,
    /// The weight of the time.
    weight: f64,
    /// Events of the cause, in all groups.
    own: f64,
}

impl Curves {
    fn new(groups: usize) -> Self {
        Self {
            free: vec![1.0; groups],
            incidence: vec![0.0; groups],
            pooled: 0.0,
            integral: Matrix::zeros(groups, groups),
        }
    }

    /// Weighs a moment, and adds it to the integral (the curves stay as they are just before it).
    fn weigh(&mut self, moment: &[Member], rho: f64) -> Weighed {
        let own: f64 = moment.iter().map(|member| member.own).sum();
        let part = |at_risk: f64, free: f64| if at_risk > 0.0 { at_risk / free } else { 0.0 };
        let size: Vec<f64> =
            moment.iter().zip(&self.free).map(|(member, free)| part(member.at_risk, *free)).collect();
        let total: f64 = size.iter().sum();
        let weight = if rho > 0.0 { (1.0 - self.pooled).powf(rho) } else { 1.0 };
        let mut effect = Matrix::zeros(size.len(), size.len());
        effect.add_outer(-weight / total, &size, &size);
        for (group, size) in size.iter().enumerate() {
            effect.add(group, group, weight * size);
        }
        let hazard = own / (total * (1.0 - self.pooled));
        if own > 0.0 {
            for row in 0..size.len() {
                for column in 0..size.len() {
                    self.integral.add(row, column, effect.at(row, column) * hazard);
                }
            }
        }
        let after = |(member, free): (&Member, &f64)| {
            if member.at_risk > 0.0 {
                free * (member.at_risk - member.own - member.other) / member.at_risk
            } else {
                *free
            }
        };
        let free_after = moment.iter().zip(&self.free).map(after).collect();
        Weighed { size, total, effect, free_after, pooled_after: self.pooled + own / total, weight, own }
    }

    /// Moves the curves to just after the moment.
    fn pass(&mut self, moment: &[Member], weighed: Weighed) {
        for ((incidence, free), member) in self.incidence.iter_mut().zip(&self.free).zip(moment) {
            if member.at_risk > 0.0 {
                *incidence += free * member.own / member.at_risk;
            }
        }
        self.free = weighed.free_after;
        self.pooled = weighed.pooled_after;
    }
}

/// Adds the scores of one stratum and their covariance.
///
/// Two walks: a jump of a group moves the scores at its time, and through the group's curves at all later times; how much
/// later is known only after the first walk.
fn add_stratum(moments: &[Vec<Member>], rho: f64, scores: &mut [f64], covariance: &mut Matrix) {
    let groups = scores.len();
    let mut curves = Curves::new(groups);
    for moment in moments {
        let weighed = curves.weigh(moment, rho);
        let exposed: Vec<f64> =
            weighed.size.iter().zip(&curves.incidence).map(|(size, f)| size * (1.0 - f)).collect();
        let all: f64 = exposed.iter().sum();
        for ((score, member), exposed) in scores.iter_mut().zip(moment).zip(&exposed) {
            if all > 0.0 {
                *score += weighed.weight * (member.own - weighed.own * exposed / all);
            }
        }
        curves.pass(moment, weighed);
    }
    let whole = curves.integral;
    let mut curves = Curves::new(groups);
    for moment in moments {
        let weighed = curves.weigh(moment, rho);
        for (group, member) in moment.iter().enumerate().filter(|(_, member)| member.at_risk > 0.0) {
            let (before, after) = (at(&curves.free, group), at(&weighed.free_after, group));
            let later: Vec<f64> =
                (0..groups).map(|score| whole.at(score, group) - curves.integral.at(score, group)).collect();
            let ratio = if after > 0.0 { (1.0 - weighed.pooled_after) / after } else { 0.0 };
            if weighed.own > 0.0 {
                let ties = if weighed.own > 1.0 {
                    1.0 - (weighed.own - 1.0) / (weighed.total * before - 1.0)
                } else {
                    1.0
                };
                let variance = ties * before * weighed.own / (weighed.total * member.at_risk);
                let moved: Vec<f64> = later
                    .iter()
                    .enumerate()
                    .map(|(score, later)| weighed.effect.at(score, group) + (1.0 - ratio) * later)
                    .collect();
                covariance.add_outer(variance, &moved, &moved);
            }
            if member.other > 0.0 && after > 0.0 {
                let ties = if member.other > 1.0 {
                    1.0 - (member.other - 1.0) / (member.at_risk - 1.0)
                } else {
                    1.0
                };
                let variance = ties * before * before * member.other / (member.at_risk * member.at_risk);
                covariance.add_outer(variance * ratio * ratio, &later, &later);
            }
        }
        curves.pass(moment, weighed);
    }
}

fn at(values: &[f64], index: usize) -> f64 {
    values.get(index).copied().unwrap_or(0.0)
}
