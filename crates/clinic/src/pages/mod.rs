//! The pages, one module each; a module has `routes()`.

mod account;
mod admit;
mod alarms;
mod assessments;
mod attendance;
pub(crate) mod contacts;
pub(crate) mod emergency;
mod files;
mod home;
mod implant;
pub(crate) mod medicines;
mod mri;
mod observation;
mod orders;
pub(crate) mod overview;
mod patients;
mod program;
mod recalls;
mod refill;
mod set_up;
mod settings;
pub(crate) mod sign_in;
pub(crate) mod timeline;
pub(crate) mod today;

use crate::assets;
use crate::state::AppState;
use axum::Router;

/// The level of a finding, as a word for people.
pub(crate) fn level_words(level: &str) -> &'static str {
    match level {
        "hard" => "Stop",
        "soft" => "Warning",
        _ => "Note",
    }
}

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .merge(crate::api::routes())
        .merge(assets::routes())
        .merge(home::routes())
        .merge(sign_in::routes())
        .merge(set_up::routes())
        .merge(account::routes())
        .merge(overview::routes())
        .merge(medicines::routes())
        .merge(assessments::routes())
        .merge(timeline::routes())
        .merge(files::routes())
        .merge(today::routes())
        .merge(patients::routes())
        .merge(admit::routes())
        .merge(recalls::routes())
        .merge(settings::routes())
        .merge(alarms::routes())
        .merge(emergency::routes())
        .merge(contacts::routes())
        .merge(refill::routes())
        .merge(attendance::routes())
        .merge(implant::routes())
        .merge(mri::routes())
        .merge(observation::routes())
        .merge(program::routes())
        .merge(orders::routes())
}
