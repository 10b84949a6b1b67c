//! That a form was made here, and when: nothing is stored until it is sent.

use super::hash_of;
use crate::form::Form;
use crate::state::AppState;
use record::Id;

const FIELD: &str = "since";

/// A keyed hash over what is always of the same length.
fn seal(state: &AppState, form: Id, since: i64) -> String {
    let mut bytes = state.form_key().to_vec();
    bytes.extend(form.bytes());
    bytes.extend(since.to_be_bytes());
    hash_of(&bytes)
}

/// The form with a new id, sealed with when it was shown.
pub(super) fn stamped(state: &AppState, mut form: Form, now: i64) -> Form {
    form.id = state.new_id();
    let seal = seal(state, form.id, now);
    form.with(FIELD, format!("{now}.{seal}"))
}

/// When the form was shown; `None` if it was not made by this run of the program.
pub(super) fn since(state: &AppState, form: &Form) -> Option<i64> {
    let (since, sealed) = form.value(FIELD).split_once('.')?;
    let since: i64 = since.parse().ok()?;
    (seal(state, form.id, since) == sealed).then_some(since)
}
