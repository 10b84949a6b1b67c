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

    /// Whether a variable is taken as names.
    fn is_names(&self, variable: &Variable) -> Result<bool, Unfit> {
        Ok(variable.factor || matches!(self.column(&variable.name)?, Column::Names(_)))
    }

    /// What one variable adds: a number itself; of names, a column of 0 and 1 for each but the first in their order, or for
    /// `all` of them.
    fn variable(&self, variable: &Variable, all: bool) -> Result<Vec<(String, Vec<f64>)>, Unfit> {
        let column = self.column(&variable.name)?;
        if let (Column::Numbers(values), false) = (column, variable.factor) {
            let Variable { name, power, .. } = variable;
            if *power == 1 {
                return Ok(vec![(name.clone(), values.clone())]);
            }
            let power = i32::try_from(*power).unwrap_or(i32::MAX);
            return Ok(vec![(
                format!("I({name}^{power})"),
                values.iter().map(|value| value.powi(power)).collect(),
            )]);
        }
        if variable.power != 1 {
            return Err(Unfit::NotNumbers(variable.name.clone()));
        }
        let values = self.names(&variable.name)?;
        let mut levels = values.clone();
        levels.sort_by(|one, other| match (one.parse::<f64>(), other.parse::<f64>()) {
            (Ok(one), Ok(other)) => one.total_cmp(&other),
            _ => one.cmp(other),
        });
        levels.dedup();
        check_effects(levels.len())?;
        let title =
            if variable.factor { format!("factor({})", variable.name) } else { variable.name.clone() };
        let indicator = |level: &String| {
            let is = |value: &String| if value == level { 1.0 } else { 0.0 };
            (format!("{title}{level}"), values.iter().map(is).collect())
        };
        Ok(levels.iter().skip(usize::from(!all)).map(indicator).collect())
    }

    /// The fixed effects of a formula: an intercept, then each term; of names, each but the first is compared with the first
    /// (treatment contrasts), and terms of several variables are products. Without an intercept, the first term of names has
    /// an effect for every name, as in R.
    ///
    /// # Errors
    /// [`Unfit::Variable`]; [`Unfit::NotNumbers`] of names to a power; [`Unfit::Effects`] of more than 300; as [`Unfit::Undefined`]: [`Undefined::NotIdentifiable`] of names that are all the same.
    pub fn fixed(&self, formula: &Formula) -> Result<Fixed, Unfit> {
        let rows = match self.column(&formula.response)? {
            Column::Numbers(values) => values.len(),
            Column::Names(values) => values.len(),
        };
        let mut columns: Vec<(String, Vec<f64>)> =
            formula.intercept.then(|| ("(Intercept)".to_owned(), vec![1.0; rows])).into_iter().collect();
        let mut every_name = !formula.intercept;
        for term in &formula.terms {
            let mut products: Vec<(String, Vec<f64>)> = vec![(String::new(), vec![1.0; rows])];
            for variable in term {
                let all = term.len() == 1 && every_name && self.is_names(variable)?;
                every_name &= !all;
                let own = self.variable(variable, all)?;
                check_effects(own.len() * products.len() + columns.len())?;
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
        check_effects(columns.len())?;
        let row = |row: usize| columns.iter().filter_map(|(_, values)| values.get(row).copied()).collect();
        let rows = (0..rows).map(row).collect();
        Ok(Fixed { names: columns.into_iter().map(|(name, _)| name).collect(), rows })
    }
}

/// How many fixed effects a model may have: its work grows with the cube of them.
pub(super) const EFFECTS_MOST: usize = 300;

const fn check_effects(count: usize) -> Result<(), Unfit> {
    if count > EFFECTS_MOST { Err(Unfit::Effects(count)) } else { Ok(()) }
}
