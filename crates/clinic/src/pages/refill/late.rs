//! A refill that was done elsewhere, or written down later: the same facts on one page. What is a fact is recorded as it
//! was; the rules open their findings.

use super::path::{expiry, product};
use super::{Offered, offered};
use crate::banner::Banner;
use crate::bedside::{amount, required_amount};
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::page::{Page, show};
use crate::patient::Chart;
use crate::state::AppState;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use practice::Step;
use practice::access::Right;
use quantity::Volume;

#[derive(Template)]
#[template(path = "refill/late.html")]
struct LatePage {
    page: Page,
    banner: Banner,
    part: &'static str,
    form: Form,
    offered: Vec<Offered>,
    alarm_volume: String,
}

impl LatePage {
    fn any_stocked(&self) -> bool {
        self.offered.iter().any(|drug| drug.stocked)
    }
}

async fn page(state: &AppState, chart: &Chart, form: Form) -> Result<LatePage, PageError> {
    let settings = state.settings().await?;
    let stand = chart.stand()?;
    let alarm_volume = therapy::Value::volume(stand.course.alarm_volume).to_string();
    let offered = offered(&chart.rules, &settings, true);
    let (page, banner) = (chart.page.clone(), chart.banner());
    Ok(LatePage { page, banner, part: "refill", form, offered, alarm_volume })
}

pub(super) async fn ask(State(state): State<AppState>, chart: Chart) -> Result<Response, PageError> {
    if !chart.patient.has_pump() {
        return Ok(Redirect::to(&format!("/patients/{}/refill", chart.patient.id)).into_response());
    }
    let form = chart.form(&state);
    Ok(show(&page(&state, &chart, form).await?)?.into_response())
}

pub(super) async fn record(
    State(state): State<AppState>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    chart.actor.require(Right::RecordReports)?;
    let mut form = Form::posted(fields)?;
    if !form.fields.is_resumed() {
        let when = form.when("at", &chart.page);
        if when.as_ref().is_some_and(|when| when.unix > chart.page.now) {
            form.refuse("at", "This lies in the future");
        }
        product(&mut form, &chart.rules, &mut Vec::new());
        required_amount::<Volume>(&mut form, "filled.volume", "mL", "Volume filled");
        amount::<Volume>(&mut form, "filled.withdrawn", "mL", "Withdrawn");
        amount::<Volume>(&mut form, "filled.left", "mL", "Left in the reservoir");
        amount::<Volume>(&mut form, "filled.alarm-volume", "mL", "Alarm volume");
        if !form.value("filled.expires").is_empty() {
            expiry(&mut form, "filled.expires");
        }
        form.required("reason", "Say who did it, and where this is known from");
        if !form.is_refused()
            && let Some(when) = when
            && let Some(line) = super::record::line(&mut form, &when)
            && chart.record(&state, &mut form, vec![Step::Report { line }]).await?.is_some()
        {
            return Ok(Redirect::to(&format!("/patients/{}/refill/done", chart.patient.id)).into_response());
        }
    }
    Ok((StatusCode::UNPROCESSABLE_ENTITY, show(&page(&state, &chart, form).await?)?).into_response())
}
