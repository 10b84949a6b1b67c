//! Pages behind a link, for whoever holds it: nobody is signed in. The emergency page of the card's code, and the patient
//! page.
//!
//! Words
//! - *link*: what opens a page; its token stands in the address and nowhere else.
//! - *visit*: one opening of a page behind a live link ([`Visit`]).
//! - *frame*: what every such page has in common ([`Frame`]): language, whom to call, when it was made.
//!
//! Invariants
//! - An unknown and a revoked link get the same bytes. Backed by R-PUB-1.
//! - The token is in no log. Backed by R-PUB-2.
//! - What is said of the dose comes from [`crate::pages::emergency::facts`] alone.

mod answers;
mod beeps;
mod diary;
mod emergency;
mod fields;
mod home;
mod known;
mod offline;
mod own;
mod report;
pub(crate) mod say;
mod sounds;
mod visit;
mod wave;

pub(crate) use visit::{Frame, Visit};

use crate::error::PageError;
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/e/{token}", get(emergency::page))
        .route("/p/{token}", get(home::page))
        .route("/p/{token}/beeps", get(beeps::ask).post(beeps::answered))
        .route("/p/{token}/sounds", get(sounds::page))
        .route("/p/{token}/sound/{name}", get(sounds::file))
        .route("/p/{token}/answers", get(answers::list))
        .route("/p/{token}/answers/{question}", get(answers::one))
        .route("/p/{token}/ask", get(answers::own).post(answers::ask))
        .route("/p/{token}/diary", get(diary::page).post(diary::keep))
        .route("/p/{token}/report", get(report::page).post(report::send))
        .route("/p/{token}/goals", get(own::goals))
        .route("/p/{token}/appointments", get(own::appointments))
        .route("/p/{token}/sw.js", get(offline::worker))
        .route("/e/{token}/{*rest}", get(visit::nothing))
        .route("/p/{token}/{*rest}", get(visit::nothing))
}

/// A template as a page with a status.
fn page(status: StatusCode, visit: &Visit, template: &impl Template) -> Result<Response, PageError> {
    let mut response = (status, axum::response::Html(say::rendered(template)?)).into_response();
    visit.remember(response.headers_mut());
    Ok(response)
}
