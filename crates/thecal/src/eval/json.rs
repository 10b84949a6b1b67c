//! JSON as it is written out: sorted keys, numbers as exact decimals.

use std::collections::BTreeMap;
use std::fmt::{Display, Formatter, Result};
use therapy::Value;
use therapy::input::{Kind, Node};

/// A JSON value; numbers are text, so that no float touches them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Json {
    /// null
    Null,
    /// true or false
    Flag(bool),
    /// The text of a number.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// Keys, sorted.
    Object(BTreeMap<String, Json>),
}

impl Json {
    /// An object.
    #[must_use]
    pub fn object(fields: impl IntoIterator<Item = (&'static str, Self)>) -> Self {
        Self::Object(fields.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
    }

    /// A typed number as `{"value", "unit"}`; a plain ratio as a number; dates and times as text.
    #[must_use]
    pub fn of_value(value: &Value) -> Self {
        match (value, value.number()) {
            (_, Some((number, ""))) => Self::Number(number),
            (_, Some((number, unit))) => {
                Self::object([("value", Self::Number(number)), ("unit", Self::Text(unit.to_owned()))])
            }
            (Value::Count(count), _) => Self::Number(count.to_string()),
            (Value::Date(date), _) => Self::Text(date.to_string()),
            (Value::At(at), _) => Self::Text(at.to_string()),
            (value, _) => Self::Text(value.to_string()),
        }
    }

    /// The value behind a key; `None` if there is none, or this is no object.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        if let Self::Object(fields) = self { fields.get(key) } else { None }
    }

    /// Written over several lines, for people.
    #[must_use]
    pub fn pretty(&self) -> String {
        let mut text = String::new();
        self.write_pretty(&mut text, 0);
        text
    }

    fn write_pretty(&self, text: &mut String, depth: usize) {
        let indent = |text: &mut String, depth: usize| {
            text.push('\n');
            text.extend(std::iter::repeat_n("  ", depth));
        };
        match self {
            // An amount stays on one line.
            Self::Object(fields) if !fields.is_empty() && !fields.values().all(Self::is_plain) => {
                for (index, (key, value)) in fields.iter().enumerate() {
                    text.push(if index == 0 { '{' } else { ',' });
                    indent(text, depth + 1);
                    text.push_str(&quoted(key));
                    text.push_str(": ");
                    value.write_pretty(text, depth + 1);
                }
                indent(text, depth);
                text.push('}');
            }
            Self::List(items) if !items.is_empty() => {
                for (index, item) in items.iter().enumerate() {
                    text.push(if index == 0 { '[' } else { ',' });
                    indent(text, depth + 1);
                    item.write_pretty(text, depth + 1);
                }
                indent(text, depth);
                text.push(']');
            }
            plain => text.push_str(&plain.to_string()),
        }
    }

    const fn is_plain(&self) -> bool {
        !matches!(self, Self::List(_) | Self::Object(_))
    }
}

impl From<&Node> for Json {
    fn from(node: &Node) -> Self {
        match &node.kind {
            Kind::Null => Self::Null,
            Kind::Flag(flag) => Self::Flag(*flag),
            Kind::Number(number) => Self::Number(number.clone()),
            Kind::Text(text) => Self::Text(text.clone()),
            Kind::List(items) => Self::List(items.iter().map(Self::from).collect()),
            Kind::Object(entries) => {
                Self::Object(entries.iter().map(|(key, value)| (key.clone(), Self::from(value))).collect())
            }
        }
    }
}

fn quoted(text: &str) -> String {
    // A text always has a JSON form; the empty one stands for what cannot happen.
    serde_json::to_string(text).unwrap_or_else(|_| "\"\"".to_owned())
}

/// On one line, with a space after comma and colon.
impl Display for Json {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        match self {
            Self::Null => formatter.write_str("null"),
            Self::Flag(flag) => write!(formatter, "{flag}"),
            Self::Number(number) => formatter.write_str(number),
            Self::Text(text) => formatter.write_str(&quoted(text)),
            Self::List(items) => {
                formatter.write_str("[")?;
                for (index, item) in items.iter().enumerate() {
                    write!(formatter, "{}{item}", if index == 0 { "" } else { ", " })?;
                }
                formatter.write_str("]")
            }
            Self::Object(fields) => {
                formatter.write_str("{")?;
                for (index, (key, value)) in fields.iter().enumerate() {
                    write!(formatter, "{}{}: {value}", if index == 0 { "" } else { ", " }, quoted(key))?;
                }
                formatter.write_str("}")
            }
        }
    }
}
