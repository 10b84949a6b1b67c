//! STUB

use super::Question;
use super::read::Refused;
use serde_json::Value;

pub(super) fn mixed_model(_: &Question<'_>) -> Result<Value, Refused> {
    Err(Refused::new("method", "is not there yet"))
}
