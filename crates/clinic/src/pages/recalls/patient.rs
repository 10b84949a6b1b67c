//! The notices of one patient's devices, and what was done about each.

use super::reach::{Touched, notice, touched};
use super::{Notice, known};
use crate::banner::Banner;
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::page::{Page, show};
use crate::patient::Chart;
use crate::state::AppState;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use catalogue::Reach;
use practice::Step;
use practice::access::Right;
use practice::patient::{Fate, PatientEvent};

struct Concern {
    notice: Notice,
    touched: Touched,
    /// What was done, and when.
    done: Vec<(String, String)>,
    /// The form with which it is handled.
    form: Form,
}

#[derive(Template)]
#[template(path = "recalls/patient.html")]
struct PatientPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    /// What was handed in and refused.
    form: Form,
    concerns: Vec<Concern>,
    may_handle: bool,
}

/// The field of the outcome: each notice has a form of its own on the page.
fn field(notice: &str) -> String {
    format!("outcome-{notice}")
}

fn page_of(state: &AppState, chart: &Chart, refused: Option<Form>) -> PatientPage {
    let mut concerns: Vec<Concern> = chart
        .rules
        .catalogue
        .recalls()
        .iter()
        .filter_map(|recall| {
            let touched = touched(recall, &chart.summary)?;
            let done = chart.patient.entries.iter().filter_map(|entry| match &entry.event {
                PatientEvent::RecallHandled { recall: handled, outcome }
                    if *handled == recall.id && entry.fate == Fate::Stands =>
                {
                    Some((chart.page.moment(entry.recorded), outcome.clone()))
                }
                _ => None,
            });
            let own = refused.as_ref().filter(|form| form.value("recall") == recall.id).cloned();
            let form = own.unwrap_or_else(|| chart.form(state));
            Some(Concern { notice: notice(recall, &chart.rules), done: done.collect(), touched, form })
        })
        .collect();
    concerns.sort_by_key(|concern| {
        let reach = match concern.touched.reach {
            Reach::Inside => 0,
            Reach::NotExcluded => 1,
            Reach::Outside => 2,
        };
        (concern.touched.handled, reach)
    });
    PatientPage {
        page: chart.page.clone(),
        banner: chart.banner(),
        part: "implant",
        form: refused.unwrap_or_else(|| chart.form(state)),
        concerns,
        may_handle: chart.actor.may(Right::RecordReports),
    }
}

pub(super) async fn ask(State(state): State<AppState>, chart: Chart) -> Result<Response, PageError> {
    Ok(show(&page_of(&state, &chart, None))?.into_response())
}

pub(super) async fn handle(
    State(state): State<AppState>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    chart.actor.require(Right::RecordReports)?;
    let resumed = fields.is_resumed();
    let mut form = Form::posted(fields)?;
    let recall = known(&chart.rules, form.value("recall"))?.id.clone();
    if resumed {
        return Ok(show(&page_of(&state, &chart, Some(form)))?.into_response());
    }
    let outcome = form.required(&field(&recall), "Say what was done, or why nothing is to be done");
    if !form.is_refused() {
        let event = PatientEvent::RecallHandled { recall, outcome };
        let step = Step::Event { event, happened: chart.page.now };
        if chart.record(&state, &mut form, vec![step]).await?.is_some() {
            return Ok(Redirect::to(&format!("/patients/{}/recalls", chart.patient.id)).into_response());
        }
    }
    Ok((StatusCode::UNPROCESSABLE_ENTITY, show(&page_of(&state, &chart, Some(form)))?).into_response())
}
