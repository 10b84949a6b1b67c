//! An intercept, and a slope, of each patient's own.

use super::optimum::{is_flat, lowest};
use super::{Coefficient, Fit, Fixed, Likelihood, Prepared, Unfit};
use crate::Undefined;
use crate::matrix::{Matrix, dot};
use crate::number::length;
use crate::survival::codes;

/// What varies between patients.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Varying<'a> {
    /// Intercepts.
    Intercept,
    /// Intercepts and slopes of these values, which may be correlated.
    Both(&'a [f64]),
    /// Intercepts and slopes of these values, not correlated where the values are 0.
    Apart(&'a [f64]),
    /// Slopes of these values only.
    Slope(&'a [f64]),
}

impl<'a> Varying<'a> {
    const fn values(self) -> Option<&'a [f64]> {
        match self {
            Self::Intercept => None,
            Self::Both(values) | Self::Apart(values) | Self::Slope(values) => Some(values),
        }
    }

    const fn has_intercept(self) -> bool {
        !matches!(self, Self::Slope(_))
    }

    /// Which places of the triangle are sought.
    const fn places(self) -> &'static [(usize, usize)] {
        match self {
            Self::Intercept | Self::Slope(_) => &[(0, 0)],
            Self::Both(_) => &[(0, 0), (1, 0), (1, 1)],
            Self::Apart(_) => &[(0, 0), (1, 1)],
        }
    }
}

/// How slopes vary between patients.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SlopeVariance {
    /// The variance of slopes.
    pub variance: f64,
    /// The covariance of slope and intercept.
    pub covariance: f64,
    /// Their correlation; `None` if one of them does not vary.
    pub correlation: Option<f64>,
}

/// A linear mixed model.
#[derive(Debug, Clone, PartialEq)]
pub struct MixedModel {
    /// How many measures.
    pub n: usize,
    /// How many patients.
    pub groups: usize,
    /// The fixed effects.
    pub coefficients: Vec<Coefficient>,
    /// The variance of intercepts between patients; 0 in a model without them.
    pub intercept_variance: f64,
    /// How slopes vary, if the model has slopes.
    pub slope: Option<SlopeVariance>,
    /// The variance of a measure around its patient's line.
    pub residual_variance: f64,
    /// The logarithm of the likelihood, of the kind that was asked for.
    pub log_likelihood: f64,
    /// Akaike's criterion: `2 k - 2 log L`, with `k` the fixed effects and the variances.
    pub aic: f64,
}

impl MixedModel {
    /// The share of variance that is between patients, in a model without slopes: the intraclass correlation.
    #[must_use]
    pub fn intraclass_correlation(&self) -> Option<f64> {
        let all = self.intercept_variance + self.residual_variance;
        (self.slope.is_none() && all > 0.0).then(|| self.intercept_variance / all)
    }
}

/// A linear model in which each patient has an intercept of its own, a slope of a variable, or both, as R's
/// `lmer(y ~ ... + (1 | id))`, `(0 + x | id)`, `(x | id)` and, not correlated, `(x || id)`.
///
/// The likelihood is profiled: fixed effects and residual variance have closed forms, what is left are one to three numbers of
/// the Cholesky factor of the random effects, sought by simplex from several starts and by Newton. In balanced data with an
/// intercept only, the estimates are those of the analysis of variance, or 0 where that is negative.
///
/// # Errors
/// [`Unfit`] if a value is not finite or lists differ in length; as [`Unfit::Undefined`]: [`Undefined::NoData`];
/// [`Undefined::NotIdentifiable`] with fewer than two patients, not more measures than random effects or fixed effects, fixed
/// effects that depend on each other, no residual at all, or variances that the data do not tell apart.
pub fn mixed_model<I: Ord + Clone>(
    y: &[f64],
    fixed: &Fixed,
    ids: &[I],
    varying: Varying<'_>,
    likelihood: Likelihood,
) -> Result<MixedModel, Unfit> {
    let slope = varying.values();
    let prepared = Prepared::new(y, fixed, &[ids.len(), slope.map_or(y.len(), <[f64]>::len)])?;
    let (patients, of) = codes(ids);
    let (centre, scale) = match varying {
        Varying::Intercept => (0.0, 1.0),
        Varying::Both(slope) => centred(slope)?,
        // To move zero would make another model of these.
        Varying::Apart(slope) => centred(slope).map(|_| (0.0, size(slope)))?,
        Varying::Slope(slope) => {
            (0.0, Some(size(slope)).filter(|size| *size > 0.0).ok_or(Undefined::NotIdentifiable)?)
        }
    };
    let random = |row: usize| -> Vec<f64> {
        let slope = slope.and_then(|slope| slope.get(row));
        let intercept = varying.has_intercept().then_some(1.0);
        [intercept, slope.map(|value| (value - centre) / scale)].into_iter().flatten().collect()
    };
    let effects = usize::from(varying.has_intercept()) + usize::from(slope.is_some());
    // What is correlated counts together, what is apart each for itself, as in lme4.
    let together = if matches!(varying, Varying::Both(_)) { 2 } else { 1 };
    if patients.len() < 2 || y.len() <= together * patients.len() {
        return Err(Undefined::NotIdentifiable.into());
    }
    let mut groups: Vec<Group> = patients.iter().map(|_| Group::new(effects, prepared.p())).collect();
    for (row, (patient, residual)) in of.iter().zip(&prepared.residuals).enumerate() {
        if let Some(group) = groups.get_mut(*patient) {
            group.add(&random(row), prepared.basis.row(row), *residual);
        }
    }
    let total = dot(&prepared.residuals, &prepared.residuals);
    let model = Model { prepared, groups, effects, places: varying.places(), total, likelihood };
    if effects == 1 && is_flat(&|theta: &[f64]| model.deviance(theta)) {
        return Err(Undefined::NotIdentifiable.into());
    }
    let theta = model.best();
    if theta.iter().any(|theta| theta.abs() > 1e5) {
        return Err(Undefined::NotIdentifiable.into());
    }
    let lambda = model.lambda(&theta);
    let at = model.at(&lambda).ok_or(Undefined::NotIdentifiable)?;
    let residual_variance = at.fit.squares / model.prepared.freedom(likelihood);
    let relative = lambda.product(&lambda.transposed());
    // Back from the centred and shrunken slope to the one that was given.
    let mut back = Matrix::zeros(effects, effects);
    let of_slope = effects - 1;
    back.set(0, 0, 1.0);
    back.set(0, 1, -centre / scale);
    if slope.is_some() {
        back.set(of_slope, of_slope, 1.0 / scale);
    }
    let covariance = back.product(&relative).product(&back.transposed());
    let of = |row, column| residual_variance * covariance.at(row, column);
    let intercept_variance = if varying.has_intercept() { of(0, 0) } else { 0.0 };
    let slope = slope.map(|_| {
        let (variance, with) = (of(of_slope, of_slope), if effects == 2 { of(0, 1) } else { 0.0 });
        let size = (intercept_variance * variance).sqrt();
        let correlation = (size > 0.0).then(|| (with / size).clamp(-1.0, 1.0));
        SlopeVariance { variance, covariance: with, correlation }
    });
    let parameters = length(model.prepared.p() + theta.len() + 1);
    Ok(MixedModel {
        n: y.len(),
        groups: patients.len(),
        coefficients: model.prepared.coefficients(&at.fit, residual_variance),
        intercept_variance,
        slope,
        residual_variance,
        log_likelihood: -at.deviance / 2.0,
        aic: at.deviance + 2.0 * parameters,
    })
}

/// The root of the mean square of values.
fn size(values: &[f64]) -> f64 {
    (values.iter().map(|value| value * value).sum::<f64>() / length(values.len().max(1))).sqrt()
}

/// The middle of values and how far they spread.
fn centred(values: &[f64]) -> Result<(f64, f64), Unfit> {
    if let Some((row, value)) = values.iter().enumerate().find(|(_, value)| !value.is_finite()) {
        return Err(Unfit::Value { row, value: *value });
    }
    let n = length(values.len().max(1));
    let centre = values.iter().sum::<f64>() / n;
    let scale = (values.iter().map(|value| (value - centre).powi(2)).sum::<f64>() / n).sqrt();
    if scale > 1e-12 * centre.abs() && scale.is_finite() {
        Ok((centre, scale))
    } else {
        Err(Undefined::NotIdentifiable.into())
    }
}

/// The cross products of one patient: Z of random effects, X of the basis, y of what plain least squares leave.
struct Group {
    zz: Matrix,
    zx: Matrix,
    zy: Vec<f64>,
}

impl Group {
    fn new(effects: usize, p: usize) -> Self {
        Self { zz: Matrix::zeros(effects, effects), zx: Matrix::zeros(effects, p), zy: vec![0.0; effects] }
    }

    fn add(&mut self, z: &[f64], x: &[f64], y: f64) {
        self.zz.add_outer(1.0, z, z);
        self.zx.add_outer(1.0, z, x);
        for (sum, z) in self.zy.iter_mut().zip(z) {
            *sum += z * y;
        }
    }
}

struct Model {
    prepared: Prepared,
    groups: Vec<Group>,
    effects: usize,
    /// What is sought of the triangle.
    places: &'static [(usize, usize)],
    total: f64,
    likelihood: Likelihood,
}

struct Evaluated {
    deviance: f64,
    fit: Fit,
}

impl Model {
    /// The lower triangle that the numbers stand for: column by column.
    fn lambda(&self, theta: &[f64]) -> Matrix {
        let mut lambda = Matrix::zeros(self.effects, self.effects);
        for ((row, column), theta) in self.places.iter().zip(theta) {
            lambda.set(*row, *column, *theta);
        }
        lambda
    }

    /// The Cholesky factor of `I + Λ'Z'ZΛ` of a patient: its square is what random effects make of the determinant.
    fn factor(&self, group: &Group, lambda: &Matrix) -> Option<Matrix> {
        let mut inner = lambda.transposed().product(&group.zz).product(lambda);
        for at in 0..self.effects {
            inner.add(at, at, 1.0);
        }
        inner.cholesky()
    }

    fn at(&self, lambda: &Matrix) -> Option<Evaluated> {
        let p = self.prepared.p();
        let mut basis = Matrix::zeros(p, p);
        for at in 0..p {
            basis.set(at, at, 1.0);
        }
        let (mut mixed, mut squares, mut log_determinant) = (vec![0.0; p], self.total, 0.0);
        let transposed = lambda.transposed();
        for group in &self.groups {
            let factor = self.factor(group, lambda)?;
            log_determinant += factor.log_square();
            let y = factor.forward(&transposed.times(&group.zy));
            let x = transposed.product(&group.zx).transposed();
            let columns: Vec<Vec<f64>> = (0..p).map(|column| factor.forward(x.row(column))).collect();
            let x = Matrix::of_rows(&columns, self.effects).transposed();
            for (effect, y) in y.iter().enumerate() {
                basis.add_outer(-1.0, x.row(effect), x.row(effect));
                for (mixed, x) in mixed.iter_mut().zip(x.row(effect)) {
                    *mixed -= x * y;
                }
            }
            squares -= dot(&y, &y);
        }
        let fit = Fit::new(&basis, &mixed, squares)?;
        let deviance = self.prepared.deviance(self.likelihood, log_determinant, &fit);
        deviance.is_finite().then_some(Evaluated { deviance, fit })
    }

    fn deviance(&self, theta: &[f64]) -> f64 {
        self.at(&self.lambda(theta)).map_or(f64::INFINITY, |at| at.deviance)
    }

    /// The slope of the deviance in each number.
    fn gradient(&self, theta: &[f64]) -> Option<Vec<f64>> {
        let lambda = self.lambda(theta);
        let fit = self.at(&lambda)?.fit;
        let (p, freedom) = (self.prepared.p(), self.prepared.freedom(self.likelihood));
        let mut slope = Matrix::zeros(self.effects, self.effects);
        for group in &self.groups {
            let factor = self.factor(group, &lambda)?;
            // Z'V⁻ of anything is what Z' of it is, less what the random effects explain: (I - Z'ZΛ M⁻ Λ') Z'.
            let explained = |with: &[f64]| {
                let inner = factor.backward(&factor.forward(&lambda.transposed().times(with)));
                let back = group.zz.times(&lambda.times(&inner));
                with.iter().zip(back).map(|(with, back)| with - back).collect::<Vec<f64>>()
            };
            let left: Vec<f64> =
                group.zy.iter().zip(group.zx.times(&fit.beta)).map(|(y, fitted)| y - fitted).collect();
            let error = explained(&left);
            slope.add_outer(-freedom / fit.squares, &error, &error);
            let zz: Vec<Vec<f64>> = (0..self.effects).map(|row| explained(group.zz.row(row))).collect();
            for (row, values) in zz.iter().enumerate() {
                for (column, value) in values.iter().enumerate() {
                    slope.add(row, column, *value);
                }
            }
            if self.likelihood == Likelihood::Restricted {
                let zx = group.zx.transposed();
                let columns: Vec<Vec<f64>> = (0..p).map(|column| explained(zx.row(column))).collect();
                let zx = Matrix::of_rows(&columns, self.effects).transposed();
                let halves: Vec<Vec<f64>> =
                    (0..self.effects).map(|effect| fit.factor.forward(zx.row(effect))).collect();
                for (row, one) in halves.iter().enumerate() {
                    for (column, other) in halves.iter().enumerate() {
                        slope.add(row, column, -dot(one, other));
                    }
                }
            }
        }
        let of_lambda = slope.product(&lambda);
        Some(self.places.iter().map(|(row, column)| 2.0 * of_lambda.at(*row, *column)).collect())
    }

    fn best(&self) -> Vec<f64> {
        let starts: &[&[f64]] = match self.places.len() {
            1 => &[&[1.0], &[0.1], &[5.0]],
            2 => &[&[1.0, 0.5], &[0.3, 0.1], &[5.0, 1.0], &[0.1, 1.0]],
            _ => &[&[1.0, 0.0, 0.5], &[0.3, 0.0, 0.1], &[5.0, 0.0, 1.0], &[1.0, 0.5, 0.2], &[1.0, -0.5, 0.2]],
        };
        let value = |theta: &[f64]| self.deviance(theta);
        let found = starts
            .iter()
            .map(|start| lowest(start, 0.5, 1e-4, &value))
            .min_by(|one, other| one.1.total_cmp(&other.1));
        let Some((theta, _)) = found else { return Vec::new() };
        let (mut theta, deviance) = lowest(&theta, 0.05, 1e-9, &value);
        // A variance that might as well be none is none. Of an intercept that may be correlated with a slope this is not tried.
        let last = theta.len().saturating_sub(1);
        for none in if self.places.len() == 2 { 0..=last } else { last..=last } {
            let mut without = theta.clone();
            if let Some(least) = without.get_mut(none) {
                *least = 0.0;
            }
            if self.deviance(&without) <= deviance + 1e-9 {
                return without;
            }
        }
        for _ in 0..20 {
            let Some(next) = self.newton(&theta) else { break };
            let moved = theta.iter().zip(&next).map(|(old, new)| (old - new).abs()).fold(0.0, f64::max);
            theta = next;
            if moved < 1e-13 {
                break;
            }
        }
        theta
    }

    /// One step of Newton, if it makes the slope smaller.
    fn newton(&self, theta: &[f64]) -> Option<Vec<f64>> {
        let size = theta.len();
        let gradient = self.gradient(theta)?;
        let mut curvature = Matrix::zeros(size, size);
        for at in 0..size {
            let step = 1e-5 * theta.get(at)?.abs().max(1e-2);
            let moved = |by: f64| {
                let mut theta = theta.to_vec();
                *theta.get_mut(at)? += by;
                self.gradient(&theta)
            };
            for (row, (up, down)) in moved(step)?.iter().zip(moved(-step)?).enumerate() {
                // Half to each side of the diagonal, so that it is symmetric.
                curvature.add(row, at, (up - down) / (4.0 * step));
                curvature.add(at, row, (up - down) / (4.0 * step));
            }
        }
        let factor = curvature.cholesky()?;
        let step = factor.backward(&factor.forward(&gradient));
        let next: Vec<f64> = theta.iter().zip(&step).map(|(theta, step)| theta - step).collect();
        let after = self.gradient(&next)?;
        (dot(&after, &after) < dot(&gradient, &gradient)).then_some(next)
    }
}
