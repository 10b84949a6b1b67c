//! STUB

use super::Question;
use super::read::Refused;
use serde_json::Value;

pub(super) fn kaplan_meier(_: &Question<'_>) -> Result<Value, Refused> {
    Err(Refused::new("method", "is not there yet"))
}

pub(super) fn log_rank(_: &Question<'_>) -> Result<Value, Refused> {
    Err(Refused::new("method", "is not there yet"))
}

pub(super) fn cox(_: &Question<'_>) -> Result<Value, Refused> {
    Err(Refused::new("method", "is not there yet"))
}

pub(super) fn cumulative_incidence(_: &Question<'_>) -> Result<Value, Refused> {
    Err(Refused::new("method", "is not there yet"))
}

pub(super) fn gray(_: &Question<'_>) -> Result<Value, Refused> {
    Err(Refused::new("method", "is not there yet"))
}
