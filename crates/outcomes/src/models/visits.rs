//! The mean of each visit where visits are missing, for cohorts of any size.

use super::optimum::{is_flat, lowest};
use super::{Coefficient, Unfit};
use crate::Undefined;
use crate::matrix::{Matrix, dot};
use crate::number::length;
use std::collections::BTreeMap;

/// What a model with an intercept of each patient's own says of visits.
#[derive(Debug, Clone, PartialEq)]
pub struct VisitMeans {
    /// How many values.
    pub n: usize,
    /// How many patients with at least one.
    pub patients: usize,
    /// The mean of each visit.
    pub means: Vec<Coefficient>,
    /// The variance of intercepts between patients.
    pub intercept_variance: f64,
    /// The variance of a value around its patient's level.
    pub residual_variance: f64,
}

/// What patients with values at the same visits have together: all that the likelihood needs of them.
#[derive(Default)]
struct Pattern {
    patients: usize,
    /// Sum of the values of each visit.
    sums: Vec<f64>,
    /// Sum of all values squared.
    squares: f64,
    /// Sum of the squared totals of patients.
    totals: f64,
}

/// At one ratio of the two variances.
struct At {
    deviance: f64,
    beta: Vec<f64>,
    squares: f64,
    factor: Matrix,
}

/// The mean of each visit with an intercept of each patient's own, by restricted maximum likelihood: what
/// [`super::mixed_model`] gives for `y ~ 0 + factor(visit) + (1 | patient)`, from sums over patients with values at the same
/// visits, of which there are few however many patients there are.
///
/// `lines` has a row for each patient and a column for each visit; `None` is missing. A patient without a value says nothing.
///
/// # Errors
/// [`Unfit::Lengths`] of rows of several lengths, [`Unfit::Value`] of what is no number; as [`Unfit::Undefined`]:
/// [`Undefined::NoData`] without a value, [`Undefined::NotIdentifiable`] of fewer than two patients, of a visit without a value,
/// where nothing varies around the means, and where the data do not tell the two variances apart.
pub fn visit_means(lines: &[Vec<Option<f64>>]) -> Result<VisitMeans, Unfit> {
    let visits = lines.first().map_or(0, Vec::len);
    let (mut numbers, mut plain) = (vec![0_usize; visits], vec![0.0; visits]);
    for (row, line) in lines.iter().enumerate() {
        if line.len() != visits {
            return Err(Unfit::Lengths { one: visits, other: line.len() });
        }
        for ((number, sum), value) in numbers.iter_mut().zip(&mut plain).zip(line) {
            let Some(value) = value else { continue };
            if !value.is_finite() {
                return Err(Unfit::Value { row, value: *value });
            }
            *number += 1;
            *sum += value;
        }
    }
    let n: usize = numbers.iter().sum();
    if n == 0 {
        return Err(Undefined::NoData.into());
    }
    for (sum, number) in plain.iter_mut().zip(&numbers) {
        *sum /= length((*number).max(1));
    }
    let patterns = patterns(lines, &plain);
    let patients: usize = patterns.values().map(|pattern| pattern.patients).sum();
    let squares: f64 = patterns.values().map(|pattern| pattern.squares).sum();
    let size: f64 = plain.iter().map(|mean| mean * mean).sum::<f64>().max(f64::MIN_POSITIVE);
    if patients < 2 || n <= patients || n <= visits || numbers.contains(&0) || squares <= 1e-24 * size {
        return Err(Undefined::NotIdentifiable.into());
    }
    let freedom = length(n - visits);
    let at = |root: &[f64]| at(&patterns, visits, freedom, root.first().map_or(0.0, |root| root * root));
    let deviance = |root: &[f64]| at(root).map_or(f64::INFINITY, |at| at.deviance);
    if is_flat(&deviance) {
        return Err(Undefined::NotIdentifiable.into());
    }
    // From several starts, for there may be a low place at 0 and another elsewhere; what might as well be 0 is.
    let found = [1.0, 0.1, 5.0].into_iter().map(|start| lowest(&[start], 0.5, 1e-9, &deviance));
    let (mut root, least) = found.min_by(|one, other| one.1.total_cmp(&other.1)).unwrap_or_default();
    if deviance(&[0.0]) <= least + 1e-9 {
        root = vec![0.0];
    }
    let ratio = root.first().map_or(0.0, |root| root * root);
    if ratio > 1e10 {
        return Err(Undefined::NotIdentifiable.into());
    }
    let best = at(&root).ok_or(Undefined::NotIdentifiable)?;
    let residual_variance = best.squares / freedom;
    let means = plain.iter().zip(&best.beta).enumerate().map(|(visit, (plain, more))| {
        let mut one = vec![0.0; visits];
        if let Some(one) = one.get_mut(visit) {
            *one = 1.0;
        }
        let half = best.factor.forward(&one);
        Coefficient {
            name: format!("visit {visit}"),
            estimate: plain + more,
            standard_error: (residual_variance * dot(&half, &half)).sqrt(),
        }
    });
    Ok(VisitMeans {
        n,
        patients,
        means: means.collect(),
        intercept_variance: ratio * residual_variance,
        residual_variance,
    })
}

/// The patients by the visits at which they have a value; values less the plain mean of their visit.
fn patterns(lines: &[Vec<Option<f64>>], plain: &[f64]) -> BTreeMap<Vec<bool>, Pattern> {
    let mut patterns: BTreeMap<Vec<bool>, Pattern> = BTreeMap::new();
    for line in lines {
        let there: Vec<bool> = line.iter().map(Option::is_some).collect();
        if !there.contains(&true) {
            continue;
        }
        let pattern = patterns.entry(there).or_default();
        pattern.patients += 1;
        pattern.sums.resize(plain.len(), 0.0);
        let mut total = 0.0;
        for ((value, mean), sum) in line.iter().zip(plain).zip(&mut pattern.sums) {
            let Some(value) = value else { continue };
            let off = value - mean;
            *sum += off;
            total += off;
            pattern.squares += off * off;
        }
        pattern.totals += total * total;
    }
    patterns
}

/// Fit and deviance at a ratio of the variance between patients to that within. The inverse of `I + θJ` over `n` values is
/// `I - φJ` with `φ = θ / (1 + nθ)`, and its determinant `1 + nθ`.
fn at(patterns: &BTreeMap<Vec<bool>, Pattern>, visits: usize, freedom: f64, ratio: f64) -> Option<At> {
    let mut cross = Matrix::zeros(visits, visits);
    let (mut mixed, mut squares, mut log_determinant) = (vec![0.0; visits], 0.0, 0.0);
    for (there, pattern) in patterns {
        let values = length(there.iter().filter(|there| **there).count());
        let patients = length(pattern.patients);
        let share = ratio / (1.0 + values * ratio);
        let total: f64 = pattern.sums.iter().sum();
        log_determinant += patients * (values * ratio).ln_1p();
        squares += pattern.squares - share * pattern.totals;
        for (row, _) in there.iter().enumerate().filter(|(_, there)| **there) {
            cross.add(row, row, patients);
            for (column, _) in there.iter().enumerate().filter(|(_, there)| **there) {
                cross.add(row, column, -patients * share);
            }
            if let (Some(into), Some(sum)) = (mixed.get_mut(row), pattern.sums.get(row)) {
                *into += sum - share * total;
            }
        }
    }
    let factor = cross.cholesky()?;
    let half = factor.forward(&mixed);
    let squares = squares - dot(&half, &half);
    let deviance = log_determinant + factor.log_square() + freedom * squares.ln();
    (squares > 0.0).then(|| At { deviance, beta: factor.backward(&half), squares, factor })
}
