//! Small dense matrices: what tests of several groups and linear models need.

/// A matrix, row by row.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Matrix {
    rows: usize,
    columns: usize,
    values: Vec<f64>,
}

impl Matrix {
    /// A matrix of zeros.
    pub(crate) fn zeros(rows: usize, columns: usize) -> Self {
        Self { rows, columns, values: vec![0.0; rows * columns] }
    }

    /// A matrix of rows; what a row lacks is 0.
    pub(crate) fn of_rows(rows: &[Vec<f64>], columns: usize) -> Self {
        let mut matrix = Self::zeros(rows.len(), columns);
        for (into, row) in matrix.values.chunks_mut(columns.max(1)).zip(rows) {
            for (into, value) in into.iter_mut().zip(row) {
                *into = *value;
            }
        }
        matrix
    }

    pub(crate) fn row(&self, row: usize) -> &[f64] {
        self.values.get(row * self.columns..(row + 1) * self.columns).unwrap_or_default()
    }

    pub(crate) fn at(&self, row: usize, column: usize) -> f64 {
        self.row(row).get(column).copied().unwrap_or(0.0)
    }

    pub(crate) fn set(&mut self, row: usize, column: usize, value: f64) {
        if column < self.columns
            && let Some(into) = self.values.get_mut(row * self.columns + column)
        {
            *into = value;
        }
    }

    pub(crate) fn add(&mut self, row: usize, column: usize, value: f64) {
        self.set(row, column, self.at(row, column) + value);
    }

    /// Adds `factor` times the outer product of two vectors.
    pub(crate) fn add_outer(&mut self, factor: f64, left: &[f64], right: &[f64]) {
        for (into, left) in self.values.chunks_mut(self.columns.max(1)).zip(left) {
            for (into, right) in into.iter_mut().zip(right) {
                *into += factor * left * right;
            }
        }
    }

    /// The matrix times a vector.
    pub(crate) fn times(&self, vector: &[f64]) -> Vec<f64> {
        (0..self.rows).map(|row| dot(self.row(row), vector)).collect()
    }

    /// The product of two matrices.
    pub(crate) fn product(&self, other: &Self) -> Self {
        let mut product = Self::zeros(self.rows, other.columns);
        for row in 0..self.rows {
            for column in 0..other.columns {
                let sum = (0..self.columns).map(|inner| self.at(row, inner) * other.at(inner, column)).sum();
                product.set(row, column, sum);
            }
        }
        product
    }

    /// The matrix with rows and columns exchanged.
    pub(crate) fn transposed(&self) -> Self {
        let mut transposed = Self::zeros(self.columns, self.rows);
        for row in 0..self.rows {
            for column in 0..self.columns {
                transposed.set(column, row, self.at(row, column));
            }
        }
        transposed
    }

    /// The lower Cholesky factor of a symmetric matrix; `None` unless it is positive definite.
    pub(crate) fn cholesky(&self) -> Option<Self> {
        let mut factor = Self::zeros(self.rows, self.rows);
        for row in 0..self.rows {
            for column in 0..=row {
                let known: f64 =
                    (0..column).map(|inner| factor.at(row, inner) * factor.at(column, inner)).sum();
                let left = self.at(row, column) - known;
                if row > column {
                    factor.set(row, column, left / factor.at(column, column));
                } else if left > 0.0 && left.is_finite() {
                    factor.set(row, row, left.sqrt());
                } else {
                    return None;
                }
            }
        }
        Some(factor)
    }

    /// Of a lower triangle L: the solution of L x = b.
    pub(crate) fn forward(&self, b: &[f64]) -> Vec<f64> {
        let mut x: Vec<f64> = Vec::with_capacity(b.len());
        for (row, b) in b.iter().enumerate() {
            x.push((b - dot(self.row(row), &x)) / self.at(row, row));
        }
        x
    }

    /// Of a lower triangle L: the solution of L' x = b.
    pub(crate) fn backward(&self, b: &[f64]) -> Vec<f64> {
        let mut x = b.to_vec();
        for row in (0..b.len()).rev() {
            let solved = x.get(row).copied().unwrap_or(0.0) / self.at(row, row);
            for (column, x) in x.iter_mut().enumerate().take(row + 1) {
                *x = if column == row { solved } else { *x - self.at(row, column) * solved };
            }
        }
        x
    }

    /// Of a lower triangle: the logarithm of its determinant squared.
    pub(crate) fn log_square(&self) -> f64 {
        (0..self.rows).map(|row| 2.0 * self.at(row, row).ln()).sum()
    }

    /// The orthonormal columns Q and the upper triangle R of this matrix; `None` if its columns depend on each other.
    pub(crate) fn orthogonal(&self) -> Option<(Self, Self)> {
        let columns = self.transposed();
        let mut basis: Vec<Vec<f64>> = Vec::new();
        let mut triangle = Self::zeros(self.columns, self.columns);
        for column in 0..self.columns {
            let mut left = columns.row(column).to_vec();
            let size = dot(&left, &left).sqrt();
            // Twice is enough: what is left is orthogonal to the last digit.
            for _ in 0..2 {
                for (row, direction) in basis.iter().enumerate() {
                    let along = dot(direction, &left);
                    triangle.add(row, column, along);
                    for (left, direction) in left.iter_mut().zip(direction) {
                        *left -= along * direction;
                    }
                }
            }
            let length = dot(&left, &left).sqrt();
            if length.is_nan() || length <= 1e-10 * size {
                return None;
            }
            triangle.set(column, column, length);
            basis.push(left.into_iter().map(|value| value / length).collect());
        }
        Some((Self::of_rows(&basis, self.rows).transposed(), triangle))
    }
}

/// The sum of products; the shorter of the two says how many.
pub(crate) fn dot(left: &[f64], right: &[f64]) -> f64 {
    left.iter().zip(right).map(|(left, right)| left * right).sum()
}

/// The quadratic form `v' V⁻ v` of a covariance, and its rank; with a generalised inverse where scores depend on each other.
///
/// Directions whose variance is less than 1e-10 of the largest are taken as without variance.
pub(crate) fn quadratic(covariance: &Matrix, scores: &[f64]) -> (f64, usize) {
    let size = scores.len();
    let mut left = covariance.clone();
    let mut scores = scores.to_vec();
    let largest = (0..size).map(|index| covariance.at(index, index)).fold(0.0, f64::max);
    let (mut sum, mut rank) = (0.0, 0);
    // Pivots out one direction after the other, the one of the largest variance first.
    for _ in 0..size {
        let pivot = (0..size).max_by(|one, other| left.at(*one, *one).total_cmp(&left.at(*other, *other)));
        let Some(pivot) = pivot else { break };
        let variance = left.at(pivot, pivot);
        if variance.is_nan() || variance <= 1e-10 * largest {
            break;
        }
        let score = scores.get(pivot).copied().unwrap_or(0.0);
        sum += score * score / variance;
        rank += 1;
        let along = left.row(pivot).to_vec();
        for (score_of, along) in scores.iter_mut().zip(&along) {
            *score_of -= score * along / variance;
        }
        left.add_outer(-1.0 / variance, &along, &along);
        for index in 0..size {
            left.set(index, pivot, 0.0);
            left.set(pivot, index, 0.0);
        }
    }
    (sum, rank)
}
