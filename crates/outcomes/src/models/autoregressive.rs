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
/// Without `times`, measures of a patient follow each other in the order in which they are given; a missing visit makes its
/// neighbours follow each other. With times, as `corAR1(~ week | id)`, they are as far apart as their times, in whole numbers.
/// Standard errors allow for the fixed effects also under the full likelihood, as `gls` does.
///
/// # Errors
/// [`Unfit`] if a value is not finite, lists differ in length, or a time is not whole or comes twice in a patient; as
/// [`Unfit::Undefined`]: [`Undefined::NoData`]; [`Undefined::NotIdentifiable`] if no patient has two measures, not more
/// measures than fixed effects, fixed effects that depend on each other, or a correlation of one.
pub fn autoregressive<I: Ord + Clone>(
    y: &[f64],
    fixed: &Fixed,
    ids: &[I],
    times: Option<&[f64]>,
    likelihood: Likelihood,
) -> Result<Autoregressive, Unfit> {
    let prepared = Prepared::new(y, fixed, &[ids.len(), times.map_or(y.len(), <[f64]>::len)])?;
    let (patients, of) = codes(ids);
    let mut rows: Vec<Vec<(usize, i32)>> = patients.iter().map(|_| Vec::new()).collect();
    for (row, patient) in of.iter().enumerate() {
        if let Some(rows) = rows.get_mut(*patient) {
            let time = match times.and_then(|times| times.get(row)) {
                Some(time) => whole(*time).ok_or(Unfit::Following { row, value: *time })?,
                None => i32::try_from(rows.len()).map_err(|_| Undefined::NotIdentifiable)?,
            };
            rows.push((row, time));
        }
    }
    for rows in &mut rows {
        rows.sort_unstable_by_key(|(_, time)| *time);
        if let Some([_, (row, time)]) = rows.array_windows().find(|[one, other]| one.1 == other.1) {
            return Err(Unfit::Following { row: *row, value: f64::from(*time) });
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

/// A time that is a whole number of moderate size.
fn whole(time: f64) -> Option<i32> {
    #[expect(clippy::cast_possible_truncation, reason = "whole, and within the range that was just checked")]
    (time.fract() == 0.0 && time.abs() < 1e9).then_some(time as i32)
}

struct Model {
    prepared: Prepared,
    /// The rows of each patient with their times, in order.
    rows: Vec<Vec<(usize, i32)>>,
    likelihood: Likelihood,
}

impl Model {
    /// Twice the negative log likelihood at a correlation, with the fit: each measure less what the one before says of it.
    fn at(&self, slant: f64) -> Option<(f64, Fit)> {
        let p = self.prepared.p();
        let (one_step, rest_of_one) = (slant.tanh(), 1.0 / slant.cosh());
        let (mut basis, mut mixed, mut squares) = (Matrix::zeros(p, p), vec![0.0; p], 0.0);
        let mut log_determinant = 0.0;
        let mut x = vec![0.0; p];
        for rows in &self.rows {
            let mut before: Option<(usize, i32)> = None;
            for (row, time) in rows {
                let y = self.prepared.residuals.get(*row).copied()?;
                let y = match before {
                    None => {
                        x.copy_from_slice(self.prepared.basis.row(*row));
                        y
                    }
                    Some((before, earlier)) => {
                        let (phi, rest) = match time - earlier {
                            1 => (one_step, rest_of_one),
                            apart => {
                                let phi = one_step.powi(apart);
                                // 1 - phi² without losing what is left of it near one.
                                (phi, (-(2.0 * f64::from(apart) * one_step.abs().ln()).exp_m1()).sqrt())
                            }
                        };
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
                before = Some((*row, *time));
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
