//! Linear models of measures that were repeated in the same patients.
//!
//! Two ways to say that measures of one patient are alike: an intercept (and a slope) of each patient's own
//! ([`mixed_model`]), or errors that follow one another ([`autoregressive`]). Both use every measure there is; a patient with
//! a missing visit stays in. Fitted by maximum likelihood, or by restricted maximum likelihood (REML), which allows for the
//! fixed effects that were estimated.
//!
//! Missing values are the caller's to leave out: nothing here knows them.

mod autoregressive;
mod design;
mod formula;
mod mixed;
mod optimum;
mod visits;

pub use autoregressive::{Autoregressive, autoregressive};
pub use design::{Column, Fixed, Frame};
pub use formula::{Following, Formula, NotRead, Random, Variable};
pub use mixed::{MixedModel, SlopeVariance, Varying, mixed_model};
pub use visits::{VisitMeans, visit_means};

use crate::Undefined;
use crate::matrix::{Matrix, dot};
use crate::number::length;
use design::EFFECTS_MOST;

/// What is made most likely.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Likelihood {
    /// The data. Needed to compare models with different fixed effects; variances come out too small.
    Full,
    /// The data less the fixed effects (REML). Usual for estimates.
    Restricted,
}

/// A fixed effect.
#[derive(Debug, Clone, PartialEq)]
pub struct Coefficient {
    /// Its name.
    pub name: String,
    /// Its estimate.
    pub estimate: f64,
    /// Its standard error.
    pub standard_error: f64,
}

/// Why data cannot be modelled.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Unfit {
    /// Not a number, or infinite.
    #[error("{value} in row {row}; accepted: finite numbers")]
    Value {
        /// Which row, from 0.
        row: usize,
        /// What it is.
        value: f64,
    },
    /// Lists that belong together but differ in length.
    #[error("{one} measures, but {other} of what goes with them; accepted: as many")]
    Lengths {
        /// How many measures.
        one: usize,
        /// How many of the other.
        other: usize,
    },
    /// A variable that is not there.
    #[error("{name:?} is no column; accepted: {known}")]
    Variable {
        /// What was asked for.
        name: String,
        /// What there is.
        known: String,
    },
    /// Numbers were needed.
    #[error("{0:?} has names; accepted: a column of numbers")]
    NotNumbers(String),
    /// More fixed effects than are fitted.
    #[error("{0} fixed effects; accepted: up to {EFFECTS_MOST}")]
    Effects(usize),
    /// Times of a patient that do not follow each other in whole numbers.
    #[error("row {row} is at {value}; accepted: whole numbers, each once in a patient")]
    Following {
        /// Which row, from 0.
        row: usize,
        /// Its time.
        value: f64,
    },
    /// Data that can be read, but a question without an answer.
    #[error(transparent)]
    Undefined(#[from] Undefined),
}

/// Measures with fixed effects, brought to orthogonal form: the fit does not depend on where time begins or on its unit.
struct Prepared {
    /// Orthonormal fixed effects, row by row.
    basis: Matrix,
    /// What brings coefficients of the basis back: upper triangle.
    triangle: Matrix,
    /// Coefficients of the basis by plain least squares.
    plain: Vec<f64>,
    /// What they leave.
    residuals: Vec<f64>,
    names: Vec<String>,
}

impl Prepared {
    fn new(y: &[f64], fixed: &Fixed, others: &[usize]) -> Result<Self, Unfit> {
        if let Some(other) = [fixed.rows.len()].iter().chain(others).find(|other| **other != y.len()) {
            return Err(Unfit::Lengths { one: y.len(), other: *other });
        }
        for (row, (y, fixed)) in y.iter().zip(&fixed.rows).enumerate() {
            if let Some(value) = [y].into_iter().chain(fixed).find(|value| !value.is_finite()) {
                return Err(Unfit::Value { row, value: *value });
            }
        }
        let columns = fixed.names.len();
        if y.is_empty() {
            return Err(Undefined::NoData.into());
        }
        if y.len() <= columns || columns == 0 {
            return Err(Undefined::NotIdentifiable.into());
        }
        let matrix = Matrix::of_rows(&fixed.rows, columns);
        let (basis, triangle) = matrix.orthogonal().ok_or(Undefined::NotIdentifiable)?;
        let plain = basis.transposed().times(y);
        let fitted = basis.times(&plain);
        let residuals: Vec<f64> = y.iter().zip(&fitted).map(|(y, fitted)| y - fitted).collect();
        // All of them on the line: there is nothing random to model.
        if dot(&residuals, &residuals) <= 1e-24 * dot(y, y) {
            return Err(Undefined::NotIdentifiable.into());
        }
        Ok(Self { basis, triangle, plain, residuals, names: fixed.names.clone() })
    }

    fn n(&self) -> usize {
        self.residuals.len()
    }

    /// How many fixed effects.
    fn p(&self) -> usize {
        self.names.len()
    }

    /// What the sum of squares is divided by for the variance.
    fn freedom(&self, likelihood: Likelihood) -> f64 {
        match likelihood {
            Likelihood::Full => length(self.n()),
            Likelihood::Restricted => length(self.n() - self.p()),
        }
    }

    /// Twice the negative log likelihood at the best variance, given the logarithm of the determinant of the covariance and
    /// the weighted fit.
    fn deviance(&self, likelihood: Likelihood, log_determinant: f64, fit: &Fit) -> f64 {
        let freedom = self.freedom(likelihood);
        let spread = freedom * (1.0 + (2.0 * std::f64::consts::PI * fit.squares / freedom).ln());
        let fixed = match likelihood {
            Likelihood::Full => 0.0,
            Likelihood::Restricted => {
                let size: f64 = (0..self.p()).map(|at| 2.0 * self.triangle.at(at, at).abs().ln()).sum();
                fit.factor.log_square() + size
            }
        };
        log_determinant + spread + fixed
    }

    /// The fixed effects in their own units, with `variance` as that of a measure.
    fn coefficients(&self, fit: &Fit, variance: f64) -> Vec<Coefficient> {
        // R is upper: its transposed is a lower triangle, and R x = b is solved from the last on.
        let lower = self.triangle.transposed();
        let of_basis: Vec<f64> = fit.beta.iter().zip(&self.plain).map(|(more, plain)| more + plain).collect();
        let estimates = lower.backward(&of_basis);
        let error = |at: usize| {
            // The variance of one coefficient: the square of what of it is left by both triangles.
            let mut one = vec![0.0; self.p()];
            if let Some(one) = one.get_mut(at) {
                *one = 1.0;
            }
            let through = fit.factor.forward(&lower.forward(&one));
            (variance * dot(&through, &through)).sqrt()
        };
        self.names
            .iter()
            .zip(estimates)
            .enumerate()
            .map(|(at, (name, estimate))| Coefficient {
                name: name.clone(),
                estimate,
                standard_error: error(at),
            })
            .collect()
    }
}

/// A weighted least squares fit in the basis.
struct Fit {
    /// What comes to the plain coefficients.
    beta: Vec<f64>,
    /// The weighted sum of squares that is left.
    squares: f64,
    /// The Cholesky factor of the weighted cross products of the basis.
    factor: Matrix,
}

impl Fit {
    /// From weighted cross products: of the basis, of the basis with the residuals, of the residuals.
    fn new(basis: &Matrix, mixed: &[f64], squares: f64) -> Option<Self> {
        let factor = basis.cholesky()?;
        let half = factor.forward(mixed);
        let squares = squares - dot(&half, &half);
        (squares > 0.0).then(|| Self { beta: factor.backward(&half), squares, factor })
    }
}
