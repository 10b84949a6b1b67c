//! What was typed, judged and not recorded.

use crate::error::PageError;
use crate::form::Form;
use crate::patient::{Chart, sentence};
use practice::Preview;
use practice::patient::JudgeError;
use serde_json::{Map, Value};

/// An order as it would be written.
#[derive(Debug, Clone)]
pub(crate) struct Proposed {
    /// What the rules say of it, and what follows.
    pub preview: Preview,
}

/// An order as the line of a course, without the name that it is given when it is written.
pub(crate) fn order_line(order: Value, at: &str, reason: &str) -> Value {
    let mut line = Map::new();
    line.insert("at".to_owned(), Value::String(at.to_owned()));
    if !reason.is_empty() {
        line.insert("reason".to_owned(), Value::String(reason.to_owned()));
    }
    line.insert("order".to_owned(), order);
    Value::Object(line)
}

/// Judges an order. What cannot be read is said in the form, at the field that `field` names for a place in the line.
pub(crate) fn propose(
    chart: &Chart,
    form: &mut Form,
    order: Value,
    at: &str,
    reason: &str,
    field: impl Fn(&Form, &str) -> String,
) -> Result<Option<Proposed>, PageError> {
    let id = chart.patient.next_line_id("order");
    let mut named = order_line(order, at, reason);
    if let Some(fields) = named.as_object_mut() {
        fields.insert("id".to_owned(), Value::String(id.clone()));
    }
    match chart.patient.preview(&chart.rules, &named) {
        Ok(preview) => Ok(Some(Proposed { preview })),
        Err(JudgeError::Course(error)) if error.line.as_deref() == Some(&id) => {
            let name = field(form, &error.field);
            let problem = sentence(&format!("this {}", error.error.problem));
            form.refuse(&name, problem);
            Ok(None)
        }
        Err(JudgeError::Course(error)) => {
            form.refuse("", sentence(&format!("with this, an earlier line would no longer hold: {error}")));
            Ok(None)
        }
        Err(JudgeError::NotThere) => {
            form.refuse("", "There is no pump in the patient: record the implant first.");
            Ok(None)
        }
        Err(JudgeError::Twin(error)) => Err(PageError::Fault(error.to_string())),
    }
}
