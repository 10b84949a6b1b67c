//! Errors that follow one another.

use super::{Coefficient, Fit, Fixed, Likelihood, Prepared, Unfit};
use crate::Undefined;
use crate::matrix::Matrix;
use crate::number::length;
use crate::survival::codes;

/// A marginal linear model with errors of first-order autoregression.
#[derive(Debug, Clone, PartialEq)]
pub struct Autoregressive {
    /// How many measures.
    pub n: usize,
    /// How many patients.
    pub groups: usize,
    /// The fixed effects.
    pub coefficients: Vec<Coefficient>,
    /// The correlation of two measures of a patient that follow each other.
    pub correlation: f64,
    /// The standard deviation of a measure.
    pub sigma: f64,
    /// The logarithm of the likelihood, of the kind that was asked for.
    pub log_likelihood: f64,
    /// Akaike's criterion: `2 k - 2 log L`, with `k` the fixed effects, the correlation and the standard deviation.
    pub aic: f64,
}

/// A linear model whose errors within a patient are correlated by `phi` to the power of how many measures apart they are, as
/// R's `nlme::gls(..., corAR1(~ 1 | id))`.
///
/// Measures of a patient follow each other in the order in which they are given; a missing visit makes its neighbours follow
/// each other. Standard errors allow for the fixed effects also under the full likelihood, as `gls` does.
///
/// # Errors
/// [`Unfit`] if a value is not finite or lists differ in length; as [`Unfit::Undefined`]: [`Undefined::NoData`];
/// [`Undefined::NotIdentifiable`] if no patient has two measures, not more measures than fixed effects, fixed effects that
/// depend on each other, or a correlation of one.
pub fn autoregressive<I: Ord + Clone>(
    y: &[f64],
    fixed: &Fixed,
    ids: &[I],
    likelihood: Likelihood,
) -> Result<Autoregressive, Unfit> {
    let prepared = Prepared::new(y, fixed, &[ids.len()])?;
    let (patients, of) = codes(ids);
    let mut rows: Vec<Vec<usize>> = patients.iter().map(|_| Vec::new()).collect();
    for (row, patient) in of.iter().enumerate() {
        if let Some(rows) = rows.get_mut(*patient) {
            rows.push(row);
        }
    }
    if rows.iter().all(|rows| rows.len() < 2) {
        return Err(Undefined::NotIdentifiable.into());
    }
    let model = Model { prepared, rows, likelihood };
    let slant = model.best();
    let (deviance, fit) = model.at(slant).ok_or(Undefined::NotIdentifiable)?;
    if slant.abs() >= SLANT_MOST - 0.5 {
        return Err(Undefined::NotIdentifiable.into());
    }
    let freedom = model.prepared.freedom(likelihood);
    let unbiased = fit.squares / model.prepared.freedom(Likelihood::Restricted);
    Ok(Autoregressive {
        n: y.len(),
        groups: patients.len(),
        coefficients: model.prepared.coefficients(&fit, unbiased),
        correlation: slant.tanh(),
        sigma: (fit.squares / freedom).sqrt(),
        log_likelihood: -deviance / 2.0,
        aic: deviance + 2.0 * length(model.prepared.p() + 2),
    })
}

/// The correlation is sought by the number whose hyperbolic tangent it is, within these: beyond, it is one.
const SLANT_MOST: f64 = 9.0;

struct Model {
    prepared: Prepared,
    rows: Vec<Vec<usize>>,
    likelihood: Likelihood,
}

impl Model {
    /// Twice the negative log likelihood at a correlation, with the fit: each measure less what the one before says of it.
    fn at(&self, slant: f64) -> Option<(f64, Fit)> {
        let p = self.prepared.p();
        let (phi, rest) = (slant.tanh(), 1.0 / slant.cosh());
        let (mut basis, mut mixed, mut squares) = (Matrix::zeros(p, p), vec![0.0; p], 0.0);
        let mut log_determinant = 0.0;
        let mut x = vec![0.0; p];
        for rows in &self.rows {
            let mut before: Option<usize> = None;
            for row in rows {
                let y = self.prepared.residuals.get(*row).copied()?;
                let y = match before {
                    None => {
                        x.copy_from_slice(self.prepared.basis.row(*row));
                        y
                    }
                    Some(before) => {
                        let pairs = self.prepared.basis.row(*row).iter().zip(self.prepared.basis.row(before));
                        for (x, (now, before)) in x.iter_mut().zip(pairs) {
                            *x = (now - phi * before) / rest;
                        }
                        log_determinant += 2.0 * rest.ln();
                        (y - phi * self.prepared.residuals.get(before)?) / rest
                    }
                };
                basis.add_outer(1.0, &x, &x);
                for (mixed, x) in mixed.iter_mut().zip(&x) {
                    *mixed += x * y;
                }
                squares += y * y;
                before = Some(*row);
            }
        }
        let fit = Fit::new(&basis, &mixed, squares)?;
        let deviance = self.prepared.deviance(self.likelihood, log_determinant, &fit);
        deviance.is_finite().then_some((deviance, fit))
    }

    /// The best of a grid, and then the best around it by the golden section.
    fn best(&self) -> f64 {
        let value = |slant: f64| self.at(slant).map_or(f64::INFINITY, |at| at.0);
        let grid = (-36..=36).map(|step| f64::from(step) * SLANT_MOST / 36.0);
        let best = grid
            .map(|slant| (slant, value(slant)))
            .min_by(|one, other| one.1.total_cmp(&other.1))
            .map_or(0.0, |(slant, _)| slant);
        let (mut low, mut high) = (best - SLANT_MOST / 36.0, best + SLANT_MOST / 36.0);
        let golden = (5_f64.sqrt() - 1.0) / 2.0;
        let (mut left, mut right) = (high - golden * (high - low), low + golden * (high - low));
        let (mut at_left, mut at_right) = (value(left), value(right));
        for _ in 0..80 {
            if at_left <= at_right {
                (high, right, at_right) = (right, left, at_left);
                left = high - golden * (high - low);
                at_left = value(left);
            } else {
                (low, left, at_left) = (left, right, at_right);
                right = low + golden * (high - low);
                at_right = value(right);
            }
        }
        low + (high - low) / 2.0
    }
}
