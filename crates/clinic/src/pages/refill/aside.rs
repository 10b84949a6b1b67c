//! What happens when a refill does not go straight on: a second withdrawal, a stop, setting it aside and going on later.

use super::path::{Step as PathStep, comparison};
use super::path_page;
use crate::bedside::{amount, required_amount};
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::page::show;
use crate::patient::Chart;
use crate::state::AppState;
use crate::when::written;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use practice::Step;
use practice::access::Right;
use practice::patient::PatientEvent;
use quantity::Volume;
use serde_json::json;

fn to_start(chart: &Chart) -> Response {
    Redirect::to(&format!("/patients/{}/refill", chart.patient.id)).into_response()
}

/// Whether the form asks to look again: what came in a second go is added, and compared anew.
pub(super) fn second_withdrawal(form: &mut Form) -> bool {
    if !form.is("exit", "again") {
        return false;
    }
    let before: Option<Volume> = amount(form, "filled.withdrawn", "mL", "Withdrawn");
    let Some(more) = required_amount::<Volume>(form, "again", "mL", "Withdrawn in the second go") else {
        return true;
    };
    let Some(sum) = before.and_then(|before| before.checked_add(more).ok()) else { return true };
    let before = form.value("filled.withdrawn").to_owned();
    let so_far = form.value("withdrawals").to_owned();
    let so_far = if so_far.is_empty() { format!("{before} mL") } else { so_far };
    let again = form.value("again").to_owned();
    form.fields.set("withdrawals", format!("{so_far}, then {again} mL"));
    let sum = therapy::decimal(&(twin::of(sum.quotient()) / twin::RBig::from(1_000_000)), 6);
    form.fields.set("filled.withdrawn", sum);
    form.fields.set("exit", "");
    form.fields.set("again", "");
    true
}

/// What was typed, without what belongs to the form itself.
fn answers(form: &Form) -> Vec<(String, String)> {
    let own = ["form", "expected", "step", "go", "at", "at.time", "exit", crate::form::RESUMED];
    form.fields
        .iter()
        .filter(|(name, value)| !own.contains(name) && !value.is_empty())
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

/// The refill stops here: nothing is filled, the cause is looked for.
pub(super) async fn stop(state: &AppState, chart: &Chart, mut form: Form) -> Result<Response, PageError> {
    let why = form.required("trouble", "Write down what is done now, and who was told");
    let emptied = form.value("emptied").to_owned();
    if !matches!(emptied.as_str(), "yes" | "no") {
        form.refuse("emptied", "Say what is in the pump now");
    }
    if !form.is_refused() {
        let (measured, rules) = {
            let stand = chart.stand()?;
            let found = comparison(&mut form, chart, &stand);
            found.map(|found| (found.measured.clone(), found.stopping())).unwrap_or_default()
        };
        let reason = format!("stopped by {rules}; {measured} measured; {why}");
        let event = PatientEvent::RefillSetAside { answers: answers(&form), reason };
        let happened = chart.page.now;
        let mut steps = vec![Step::Event { event, happened }];
        if emptied == "yes" {
            let at = written(happened, &chart.page.zone);
            let cause = "the reservoir was emptied and not filled again";
            steps.push(Step::Report { line: json!({ "at": at, "gap": { "from": at, "cause": cause } }) });
        }
        if chart.record(state, &mut form, steps).await?.is_some() {
            return Ok(to_start(chart));
        }
    }
    let page = path_page(state, chart, PathStep::Compare, form, false).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, show(&page)?).into_response())
}

/// Sets a refill aside, with what was typed so far.
pub(super) async fn set_aside(
    State(state): State<AppState>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    chart.actor.require(Right::RecordReports)?;
    let mut form = Form::posted(fields)?;
    let step = PathStep::by_word(form.value("step")).unwrap_or(PathStep::Identify);
    if form.fields.is_resumed() {
        return Ok(show(&path_page(&state, &chart, step, form, false).await?)?.into_response());
    }
    let reason = format!("set aside at \"{}\"", step.title());
    let event = PatientEvent::RefillSetAside { answers: answers(&form), reason };
    let steps = vec![Step::Event { event, happened: chart.page.now }];
    if chart.record(&state, &mut form, steps).await?.is_some() {
        return Ok(to_start(&chart));
    }
    let page = path_page(&state, &chart, step, form, false).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, show(&page)?).into_response())
}

/// Goes on with a refill that was set aside: patient and pump are identified anew, the rest is as it was typed.
pub(super) async fn resume(
    State(state): State<AppState>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    chart.actor.require(Right::RecordReports)?;
    let mut form = Form::posted(fields)?;
    if let Some(begun) = &chart.patient.refill_begun {
        let anew = PathStep::Identify.fields();
        for (name, value) in begun.answers.iter().filter(|(name, _)| !anew.contains(&name.as_str())) {
            form.fields.set(name, value.clone());
        }
    }
    Ok(show(&path_page(&state, &chart, PathStep::Identify, form, false).await?)?.into_response())
}

/// A refill that was set aside will not be gone on with.
pub(super) async fn give_up(
    State(state): State<AppState>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    chart.actor.require(Right::RecordReports)?;
    let mut form = Form::posted(fields)?;
    let reason = form.required("given-up", "Say why it is given up");
    if !form.fields.is_resumed() && !form.is_refused() && chart.patient.refill_begun.is_some() {
        let event = PatientEvent::RefillGivenUp { reason };
        let steps = vec![Step::Event { event, happened: chart.page.now }];
        if chart.record(&state, &mut form, steps).await?.is_some() {
            return Ok(to_start(&chart));
        }
    }
    let page = path_page(&state, &chart, PathStep::Identify, form, false).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, show(&page)?).into_response())
}
