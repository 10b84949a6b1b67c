//! STUB

use super::Question;
use super::read::Refused;
use serde_json::Value;

pub(super) fn signed_rank(_: &Question<'_>) -> Result<Value, Refused> {
    Err(Refused::new("method", "is not there yet"))
}

pub(super) fn sign(_: &Question<'_>) -> Result<Value, Refused> {
    Err(Refused::new("method", "is not there yet"))
}

pub(super) fn hodges_lehmann(_: &Question<'_>) -> Result<Value, Refused> {
    Err(Refused::new("method", "is not there yet"))
}

pub(super) fn mann_whitney(_: &Question<'_>) -> Result<Value, Refused> {
    Err(Refused::new("method", "is not there yet"))
}

pub(super) fn friedman(_: &Question<'_>) -> Result<Value, Refused> {
    Err(Refused::new("method", "is not there yet"))
}

pub(super) fn kruskal_wallis(_: &Question<'_>) -> Result<Value, Refused> {
    Err(Refused::new("method", "is not there yet"))
}

pub(super) fn spearman(_: &Question<'_>) -> Result<Value, Refused> {
    Err(Refused::new("method", "is not there yet"))
}

pub(super) fn adjust(_: &Question<'_>) -> Result<Value, Refused> {
    Err(Refused::new("method", "is not there yet"))
}
