//! STUB

use super::Question;
use super::read::Refused;
use serde_json::Value;

pub(super) fn mcnemar(_: &Question<'_>) -> Result<Value, Refused> {
    Err(Refused::new("method", "is not there yet"))
}

pub(super) fn fisher(_: &Question<'_>) -> Result<Value, Refused> {
    Err(Refused::new("method", "is not there yet"))
}

pub(super) fn proportion(_: &Question<'_>) -> Result<Value, Refused> {
    Err(Refused::new("method", "is not there yet"))
}

pub(super) fn incidence(_: &Question<'_>) -> Result<Value, Refused> {
    Err(Refused::new("method", "is not there yet"))
}

pub(super) fn rate_ratio(_: &Question<'_>) -> Result<Value, Refused> {
    Err(Refused::new("method", "is not there yet"))
}

pub(super) fn mean_cumulative(_: &Question<'_>) -> Result<Value, Refused> {
    Err(Refused::new("method", "is not there yet"))
}
