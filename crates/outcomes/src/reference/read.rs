//! Reading inputs: a wrong one is named with what would be accepted.

use serde_json::{Map, Value};

/// An input that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{field}: {problem}")]
pub struct Refused {
    /// Where it stands, such as "inputs.x[3]".
    pub field: String,
    /// What is wrong and what would be accepted.
    pub problem: String,
}

impl Refused {
    pub(super) fn new(field: impl Into<String>, problem: impl Into<String>) -> Self {
        Self { field: field.into(), problem: problem.into() }
    }
}

/// The values of one object of the question, with its name for refusals.
#[derive(Clone, Copy)]
pub(super) struct Fields<'a> {
    name: &'static str,
    of: &'a Map<String, Value>,
}

impl<'a> Fields<'a> {
    pub(super) const fn inputs(of: &'a Map<String, Value>) -> Self {
        Self { name: "inputs", of }
    }

    pub(super) const fn options(of: &'a Map<String, Value>) -> Self {
        Self { name: "options", of }
    }

    fn place(&self, key: &str) -> String {
        format!("{}.{key}", self.name)
    }

    /// What stands there; `None` if it is absent or null.
    pub(super) fn value(&self, key: &str) -> Option<&'a Value> {
        self.of.get(key).filter(|value| !value.is_null())
    }

    fn needed(&self, key: &str, accepted: &str) -> Result<&'a Value, Refused> {
        self.value(key)
            .ok_or_else(|| Refused::new(self.place(key), format!("is missing; accepted: {accepted}")))
    }

    /// A number.
    pub(super) fn number(&self, key: &str) -> Result<f64, Refused> {
        number(self.needed(key, "a number")?, &self.place(key))
    }

    /// A number, or what is taken without it.
    pub(super) fn number_or(&self, key: &str, otherwise: f64) -> Result<f64, Refused> {
        self.value(key).map_or(Ok(otherwise), |value| number(value, &self.place(key)))
    }

    /// A level of confidence between 0 and 1; 0.95 without it.
    pub(super) fn confidence(&self) -> Result<f64, Refused> {
        let level = self.number_or("confidence", 0.95)?;
        if level > 0.0 && level < 1.0 {
            return Ok(level);
        }
        Err(Refused::new(
            self.place("confidence"),
            format!("{level} is no level; accepted: between 0 and 1, such as 0.95"),
        ))
    }

    /// A whole number from 0 on.
    pub(super) fn count(&self, key: &str) -> Result<u64, Refused> {
        count(self.needed(key, "a whole number from 0 on")?, &self.place(key))
    }

    /// A list of anything.
    pub(super) fn list(&self, key: &str) -> Result<&'a [Value], Refused> {
        let accepted = "a list";
        self.needed(key, accepted)?
            .as_array()
            .map(Vec::as_slice)
            .ok_or_else(|| Refused::new(self.place(key), "is no list; accepted: a list"))
    }

    /// A list of numbers, null where one is missing.
    pub(super) fn numbers_or_missing(&self, key: &str) -> Result<Vec<Option<f64>>, Refused> {
        let read = |(index, value): (usize, &Value)| {
            if value.is_null() {
                Ok(None)
            } else {
                number(value, &format!("{}[{index}]", self.place(key))).map(Some)
            }
        };
        self.list(key)?.iter().enumerate().map(read).collect()
    }

    /// A list of numbers, none of them missing.
    pub(super) fn numbers(&self, key: &str) -> Result<Vec<f64>, Refused> {
        let read = |(index, value): (usize, &Value)| number(value, &format!("{}[{index}]", self.place(key)));
        self.list(key)?.iter().enumerate().map(read).collect()
    }

    /// A list of names; numbers are taken as they are written.
    pub(super) fn names(&self, key: &str) -> Result<Vec<String>, Refused> {
        let read = |(index, value): (usize, &Value)| match value {
            Value::String(name) => Ok(name.clone()),
            Value::Number(number) => Ok(number.to_string()),
            _ => Err(Refused::new(format!("{}[{index}]", self.place(key)), "accepted: a name")),
        };
        self.list(key)?.iter().enumerate().map(read).collect()
    }

    /// A list of names, null where one is missing; numbers are taken as they are written.
    pub(super) fn names_or_missing(&self, key: &str) -> Result<Vec<Option<String>>, Refused> {
        let read = |(index, value): (usize, &Value)| match value {
            Value::Null => Ok(None),
            Value::String(name) => Ok(Some(name.clone())),
            Value::Number(number) => Ok(Some(number.to_string())),
            _ => Err(Refused::new(format!("{}[{index}]", self.place(key)), "accepted: a name or null")),
        };
        self.list(key)?.iter().enumerate().map(read).collect()
    }

    /// Two lists that belong together have the same length.
    pub(super) fn same_length(&self, one: (&str, usize), other: (&str, usize)) -> Result<(), Refused> {
        if one.1 == other.1 {
            return Ok(());
        }
        Err(Refused::new(
            self.place(other.0),
            format!("has {} values, {} has {}; accepted: as many", other.1, one.0, one.1),
        ))
    }
}

/// A number, wherever it stands.
pub(super) fn number(value: &Value, place: &str) -> Result<f64, Refused> {
    value
        .as_f64()
        .filter(|number| number.is_finite())
        .ok_or_else(|| Refused::new(place, format!("{value} is no number; accepted: a number")))
}

/// A whole number from 0 on, wherever it stands; 3.0 is one.
pub(super) fn count(value: &Value, place: &str) -> Result<u64, Refused> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "within the range that was just checked"
    )]
    let whole =
        |number: f64| (number >= 0.0 && number.fract() == 0.0 && number < 9e15).then_some(number as u64);
    value.as_u64().or_else(|| value.as_f64().and_then(whole)).ok_or_else(|| {
        Refused::new(place, format!("{value} is no whole number; accepted: a whole number from 0 on"))
    })
}
