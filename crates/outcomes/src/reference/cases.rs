//! Files of cases.

use super::{Method, Question, compare};
use serde_json::{Map, Value};

/// How one case ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Its id.
    pub id: String,
    /// The first difference, or why there is no answer.
    pub mismatch: Option<String>,
}

/// A file that is no list of cases.
#[derive(Debug, thiserror::Error)]
pub enum NoCases {
    /// It is not JSON.
    #[error("not readable as JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// It has no cases.
    #[error("has no cases; accepted: an object with a list \"cases\", or a list of cases")]
    None,
}

/// Runs every case of a file; `file` finds the files of data that cases name.
///
/// # Errors
/// [`NoCases`] if the file is no list of cases.
pub fn run_cases(text: &str, file: &dyn Fn(&str) -> Option<String>) -> Result<Vec<Outcome>, NoCases> {
    let tree: Value = serde_json::from_str(text)?;
    let cases = tree.get("cases").unwrap_or(&tree).as_array().ok_or(NoCases::None)?;
    let run = |(index, case): (usize, &Value)| {
        let id = case
            .get("id")
            .and_then(Value::as_str)
            .map_or_else(|| format!("case {}", index + 1), str::to_owned);
        Outcome { id, mismatch: run(case, file).err() }
    };
    Ok(cases.iter().enumerate().map(run).collect())
}

fn run(case: &Value, file: &dyn Fn(&str) -> Option<String>) -> Result<(), String> {
    let empty = Map::new();
    let object = |key: &str| match case.get(key) {
        None | Some(Value::Null) => Ok(&empty),
        Some(value) => value.as_object().ok_or_else(|| format!("{key}: is no object; accepted: an object")),
    };
    let text = |key: &str| case.get(key).and_then(Value::as_str).unwrap_or_default();
    let method = Method::by_name(text("group"))
        .ok_or_else(|| format!("group: {:?} is no group of a method", text("group")))?;
    let expected = case.get("expected").ok_or("expected: is missing; accepted: an object")?;
    let question =
        Question { inputs: object("inputs")?, options: object("options")?, method: text("method"), file };
    let answer = method.answer(&question).map_err(|refused| refused.to_string())?;
    compare(expected, &answer, object("tolerance")?).map_err(|mismatch| mismatch.to_string())
}
