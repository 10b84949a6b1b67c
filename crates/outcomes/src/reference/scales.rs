//! STUB

use super::Question;
use super::read::Refused;
use serde_json::Value;

pub(super) fn scale(_: &Question<'_>) -> Result<Value, Refused> {
    Err(Refused::new("method", "is not there yet"))
}

pub(super) fn goal_attainment(_: &Question<'_>) -> Result<Value, Refused> {
    Err(Refused::new("method", "is not there yet"))
}
