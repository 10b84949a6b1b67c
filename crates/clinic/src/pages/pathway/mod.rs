//! The way of one patient: where on it they are, what blocks the next step, and the pages of its parts.

use crate::banner::Banner;
use crate::error::PageError;
use crate::page::{Page, show};
use crate::patient::Chart;
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing::get;

pub(crate) fn routes() -> Router<AppState> {
    Router::new().route("/patients/{id}/pathway", get(hub))
}

/// A page of the pathway: its address below the patient's, its name, and what it is for.
type Link = (&'static str, &'static str, &'static str);

/// The parts of the way, in the order in which a patient walks it.
const PARTS: [(&str, &[Link]); 3] = [
    (
        "Before the implant",
        &[
            ("team", "Care team", "who looks after this patient, in which house"),
            ("to-do", "To do", "what somebody has to do, and hand-over between houses"),
            ("appointments", "Appointments", "test, implant, refill, visit, review; reminders"),
        ],
    ),
    (
        "Rehabilitation",
        &[("rehabilitation", "Rehabilitation", "programme, goals, sessions, exercises, reviews")],
    ),
    (
        "When something is wrong",
        &[("loss-of-effect", "Loss of effect", "the steps from the bedside to surgery")],
    ),
];

#[derive(Template)]
#[template(path = "pathway/hub.html")]
struct Hub {
    page: Page,
    banner: Banner,
    part: &'static str,
    parts: &'static [(&'static str, &'static [Link])],
}

async fn hub(chart: Chart) -> Result<Response, PageError> {
    let (page, banner) = (chart.page.clone(), chart.banner());
    Ok(show(&Hub { page, banner, part: "pathway", parts: &PARTS })?.into_response())
}
