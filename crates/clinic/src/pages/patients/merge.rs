//! Two records of one person become one.

use super::Found;
use super::two::{Side, other, others, refused};
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::page::{Page, show};
use crate::patient::Chart;
use crate::state::AppState;
use askama::Template;
use axum::extract::State;
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use practice::Other;
use practice::access::Right;

#[derive(Template)]
#[template(path = "patients/merge.html")]
struct MergePage {
    page: Page,
    form: Form,
    from: Side,
    into: Option<Side>,
    typed: String,
    hits: Vec<Found>,
    more: bool,
}

pub(super) async fn ask(
    State(state): State<AppState>,
    chart: Chart,
    uri: Uri,
) -> Result<Response, PageError> {
    chart.actor.require(Right::MergePatients)?;
    let fields = Fields::parse(uri.query().unwrap_or_default().as_bytes());
    let into = other(&state, &chart, fields.text("other")).await?.map(|(_, side)| side);
    let mut form = chart.form(&state);
    if let Some(into) = &into {
        form = form.with("other", into.id.clone()).with("expected-other", into.version.to_string());
    }
    let typed = fields.text("q").to_owned();
    let (hits, more) = others(&state, &chart, &typed).await?;
    let from = Side::of(&chart.patient, &chart.summary, &chart.page);
    let page = chart.page.clone();
    Ok(show(&MergePage { page, form, from, into, typed, hits, more })?.into_response())
}

pub(super) async fn merge(
    State(state): State<AppState>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    chart.actor.require(Right::MergePatients)?;
    let resumed = fields.is_resumed();
    let mut form = Form::posted(fields)?;
    let chosen = form.value("other").to_owned();
    let Some((into, _)) = other(&state, &chart, &chosen).await? else { return Err(PageError::NotFound) };
    if !resumed {
        let reason = form.required("reason", "Say how you know that this is one person");
        if !form.is("sure", "yes") {
            form.refuse("sure", "Confirm that both records are of one person");
        }
        let expected = form.value("expected-other").parse();
        let expected = expected
            .map_err(|_| PageError::Unreadable("The form is not complete. Open it anew.".to_owned()))?;
        if !form.is_refused() {
            let handed = practice::Form {
                id: form.id,
                patient: chart.patient.id,
                expected: form.expected,
                now: chart.page.now,
            };
            let to = Other { patient: into.id, expected };
            match state.practice().merge(&chart.actor, handed, to, reason, &chart.rules).await {
                Ok(_) => return Ok(Redirect::to(&format!("/patients/{}", into.id)).into_response()),
                Err(refusal) => refused(&state, &chart, &mut form, into.id, refusal).await?,
            }
        }
    }
    // Both as they are now: somebody may have been faster.
    let into = other(&state, &chart, &chosen).await?.map(|(_, side)| side);
    let from = Side::of(&chart.patient, &chart.summary, &chart.page);
    let page = chart.page.clone();
    let shown = MergePage { page, form, from, into, typed: String::new(), hits: Vec::new(), more: false };
    let status = if resumed { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, show(&shown)?).into_response())
}
