//! The overview of one patient: what a nurse needs in ten seconds, and the small acts that need no page of their own.

pub(crate) mod data;
mod small;
mod summary;
pub(crate) mod view;

use crate::Banner;
use crate::error::PageError;
use crate::form::Form;
use crate::page::{Page, show};
use crate::patient::Chart;
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use practice::access::Right;
use view::{Drawing, Found, Next, Waiting};

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/patients/{id}", get(overview))
        .route("/patients/{id}/findings/{rule}", get(small::ask_close).post(small::close))
        .route("/patients/{id}/summary", get(summary::summary))
        .route("/patients/{id}/visit", get(small::ask_visit).post(small::visit))
        .route("/patients/{id}/note", post(small::note))
}

#[derive(Template)]
#[template(path = "overview/overview.html")]
struct Overview {
    page: Page,
    banner: Banner,
    part: &'static str,
    waiting: Vec<Waiting>,
    /// What came from the patient page and waits: whether it is urgent, and what.
    reports: Vec<(bool, String)>,
    state: view::State,
    findings: Vec<(Found, Form)>,
    next: Vec<Next>,
    in_the_pump: Vec<(&'static str, String, String)>,
    reservoir: Option<Drawing>,
    dose: Option<Drawing>,
    today: Option<Drawing>,
    has_pump: bool,
    depressants: Vec<String>,
    visit_form: Form,
    note_form: Form,
    may_close: bool,
    /// Where on the way the patient is, and what blocks the next step.
    stage: &'static str,
    blocks: Vec<practice::path::stage::Block>,
}

async fn overview(State(state): State<AppState>, chart: Chart) -> Result<Response, PageError> {
    let stand = chart.stand()?;
    let findings = stand.open.iter().map(|open| (Found::new(&chart, open), chart.form(&state))).collect();
    let has_pump = chart.patient.has_pump();
    let reservoir = data::reservoir(&chart.patient, &stand, &chart.summary).filter(|_| has_pump);
    let dose = data::dose_history(&stand);
    let today = data::today(&stand).filter(|_| has_pump);
    let shown = Overview {
        part: "",
        waiting: view::waiting(&chart, &stand),
        reports: view::reports(&chart),
        state: view::state(&chart, &stand),
        findings,
        next: view::next_dates(&chart, &stand),
        in_the_pump: view::in_the_pump(&chart, &stand),
        reservoir: reservoir.map(|data| Drawing::new(|shape| charts::reservoir(&data, shape))),
        dose: dose.map(|data| Drawing::new(|shape| charts::dose_history(&data, shape))),
        today: today.map(|data| Drawing::new(|shape| charts::profile(&data, shape))),
        has_pump,
        depressants: crate::pages::medicines::depressants(&chart.patient),
        visit_form: chart.form(&state),
        note_form: chart.form(&state),
        may_close: chart.actor.may(Right::CloseFindings),
        stage: chart.summary.place.stage.words(),
        blocks: chart.summary.place.blocks.clone(),
        banner: chart.banner(),
        page: chart.page.clone(),
    };
    Ok(show(&shown)?.into_response())
}
