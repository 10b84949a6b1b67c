//! Columns of data, and the fixed effects that a formula makes of them.

use super::{Formula, Unfit, Variable};
use crate::Undefined;

/// A column of data.
#[derive(Debug, Clone, PartialEq)]
pub enum Column {
    /// Numbers.
    Numbers(Vec<f64>),
    /// Names.
    Names(Vec<String>),
}

/// Columns of data with their names, all of one length.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Frame {
    /// The columns.
    pub columns: Vec<(String, Column)>,
}

/// Fixed effects: a name for each, and their values in each row.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Fixed {
    /// The names.
    pub names: Vec<String>,
    /// The rows, each with as many values as there are names.
    pub rows: Vec<Vec<f64>>,
}

impl Frame {
    fn column(&self, name: &str) -> Result<&Column, Unfit> {
        self.columns.iter().find(|(known, _)| known == name).map(|(_, column)| column).ok_or_else(|| {
            let known: Vec<&str> = self.columns.iter().map(|(name, _)| name.as_str()).collect();
            Unfit::Variable { name: name.to_owned(), known: known.join(", ") }
        })
    }

    /// A column of numbers.
    ///
    /// # Errors
    /// [`Unfit::Variable`] and [`Unfit::NotNumbers`].
    pub fn numbers(&self, name: &str) -> Result<&[f64], Unfit> {
        match self.column(name)? {
            Column::Numbers(values) => Ok(values),
            Column::Names(_) => Err(Unfit::NotNumbers(name.to_owned())),
        }
    }

    /// A column as names; numbers as they are written.
    ///
    /// # Errors
    /// [`Unfit::Variable`].
    pub fn names(&self, name: &str) -> Result<Vec<String>, Unfit> {
        Ok(match self.column(name)? {
            Column::Numbers(values) => values.iter().map(ToString::to_string).collect(),
            Column::Names(values) => values.clone(),
        })
    }

    /// What one variable adds: a number itself; of names, a column of 0 and 1 for each but the first in their order.
    fn variable(&self, variable: &Variable) -> Result<Vec<(String, Vec<f64>)>, Unfit> {
        let column = self.column(&variable.name)?;
        if let (Column::Numbers(values), false) = (column, variable.factor) {
            return Ok(vec![(variable.name.clone(), values.clone())]);
        }
        let values = self.names(&variable.name)?;
        let mut levels = values.clone();
        levels.sort_by(|one, other| match (one.parse::<f64>(), other.parse::<f64>()) {
            (Ok(one), Ok(other)) => one.total_cmp(&other),
            _ => one.cmp(other),
        });
        levels.dedup();
        let title =
            if variable.factor { format!("factor({})", variable.name) } else { variable.name.clone() };
        let indicator = |level: &String| {
            let is = |value: &String| if value == level { 1.0 } else { 0.0 };
            (format!("{title}{level}"), values.iter().map(is).collect())
        };
        Ok(levels.iter().skip(1).map(indicator).collect())
    }

    /// The fixed effects of a formula: an intercept, then each term; of names, each but the first is compared with the first
    /// (treatment contrasts), and terms of several variables are products.
    ///
    /// # Errors
    /// [`Unfit::Variable`]; as [`Unfit::Undefined`]: [`Undefined::NotIdentifiable`] of names that are all the same.
    pub fn fixed(&self, formula: &Formula) -> Result<Fixed, Unfit> {
        let rows = match self.column(&formula.response)? {
            Column::Numbers(values) => values.len(),
            Column::Names(values) => values.len(),
        };
        let mut columns = vec![("(Intercept)".to_owned(), vec![1.0; rows])];
        for term in &formula.terms {
            let mut products: Vec<(String, Vec<f64>)> = vec![(String::new(), vec![1.0; rows])];
            for variable in term {
                let own = self.variable(variable)?;
                if own.is_empty() {
                    return Err(Undefined::NotIdentifiable.into());
                }
                // The first of the variables changes fastest.
                products = own
                    .iter()
                    .flat_map(|(name, values)| {
                        products.iter().map(move |(before, product)| {
                            let name =
                                if before.is_empty() { name.clone() } else { format!("{before}:{name}") };
                            (name, product.iter().zip(values).map(|(one, other)| one * other).collect())
                        })
                    })
                    .collect();
            }
            columns.extend(products);
        }
        let row = |row: usize| columns.iter().filter_map(|(_, values)| values.get(row).copied()).collect();
        let rows = (0..rows).map(row).collect();
        Ok(Fixed { names: columns.into_iter().map(|(name, _)| name).collect(), rows })
    }
}
