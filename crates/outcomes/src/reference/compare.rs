//! An answer against what a case expects.

use serde_json::{Map, Value};

/// The first place where an answer is not what was expected.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{place}: expected {expected}, got {got}")]
pub struct Mismatch {
    /// Where in the answer.
    pub place: String,
    /// What was expected.
    pub expected: String,
    /// What came.
    pub got: String,
}

/// Compares every field that a case expects; remarks (`note`, `notes`) are none.
///
/// Numbers may differ by `tolerance.abs`, times the expected value where that is above 1. A tolerance `abs_NAME` holds instead
/// in fields in whose name `NAME` stands, and below them.
///
/// # Errors
/// The first [`Mismatch`].
pub fn compare(expected: &Value, got: &Value, tolerance: &Map<String, Value>) -> Result<(), Mismatch> {
    let abs = tolerance.get("abs").and_then(Value::as_f64).unwrap_or(0.0);
    walk(expected, Some(got), tolerance, abs, "")
}

fn walk(
    expected: &Value,
    got: Option<&Value>,
    tolerance: &Map<String, Value>,
    abs: f64,
    place: &str,
) -> Result<(), Mismatch> {
    let differs = || {
        Err(Mismatch {
            place: if place.is_empty() { "answer".to_owned() } else { place.to_owned() },
            expected: expected.to_string(),
            got: got.map_or_else(|| "no such field".to_owned(), ToString::to_string),
        })
    };
    let Some(got) = got else { return differs() };
    match (expected, got) {
        (Value::Object(fields), Value::Object(answers)) => {
            for (key, expected) in fields.iter().filter(|(key, _)| !matches!(key.as_str(), "note" | "notes"))
            {
                let named = tolerance.iter().find_map(|(name, value)| {
                    let name = name.strip_prefix("abs_")?;
                    key.split('_').any(|part| part == name).then(|| value.as_f64())?
                });
                let below = if place.is_empty() { key.clone() } else { format!("{place}.{key}") };
                walk(expected, answers.get(key), tolerance, named.unwrap_or(abs), &below)?;
            }
            Ok(())
        }
        (Value::Array(expected), Value::Array(got)) if expected.len() == got.len() => {
            for (index, (expected, got)) in expected.iter().zip(got).enumerate() {
                walk(expected, Some(got), tolerance, abs, &format!("{place}[{index}]"))?;
            }
            Ok(())
        }
        (Value::Number(wanted), Value::Number(came)) => {
            let (Some(wanted), Some(came)) = (wanted.as_f64(), came.as_f64()) else { return differs() };
            // At a tolerance of zero only the same number will do.
            if (wanted - came).abs() <= abs * wanted.abs().max(1.0) { Ok(()) } else { differs() }
        }
        _ if expected == got => Ok(()),
        _ => differs(),
    }
}
