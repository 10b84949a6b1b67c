//! Who the patient is: corrected or changed, with the reason.

use super::{Choices, OTHER, identity_of, own_names};
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
use practice::Step;
use practice::access::Right;
use practice::patient::PatientEvent;

#[derive(Template)]
#[template(path = "patients/identity.html")]
struct IdentityPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    form: Form,
    choices: Choices,
}

fn page_of(chart: &Chart, form: Form, choices: Choices) -> IdentityPage {
    IdentityPage { page: chart.page.clone(), banner: chart.banner(), part: "identity", form, choices }
}

pub(super) async fn ask(State(state): State<AppState>, chart: Chart) -> Result<Response, PageError> {
    chart.actor.require(Right::EditIdentity)?;
    let choices = Choices::of(&state).await?;
    let known = &chart.patient.identity;
    let listed = choices.has_diagnosis(&known.diagnosis);
    let small = known.small_child.map_or("", |small| if small { "yes" } else { "no" });
    let form = chart
        .form(&state)
        .with("family", known.family.clone())
        .with("given", known.given.clone())
        .with("title", known.title.clone().unwrap_or_default())
        .with("born", known.born.to_string())
        .with("gender", known.gender.clone())
        .with("record", known.record.clone())
        .with("diagnosis", if listed { known.diagnosis.clone() } else { OTHER.to_owned() })
        .with("diagnosis-other", if listed { String::new() } else { known.diagnosis.clone() })
        .with("small-child", small)
        .with("contact", known.contact.clone())
        .with("language", known.language.clone())
        .with("house", known.house.clone());
    Ok(show(&page_of(&chart, form, choices))?.into_response())
}

pub(super) async fn change(
    State(state): State<AppState>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    chart.actor.require(Right::EditIdentity)?;
    let choices = Choices::of(&state).await?;
    let resumed = fields.is_resumed();
    let mut form = Form::posted(fields)?;
    if resumed {
        return Ok(show(&page_of(&chart, form, choices))?.into_response());
    }
    let reason = form.required("reason", "Say why, such as “married” or “typing error”");
    let invented = chart.patient.identity.invented;
    if let Some(identity) = identity_of(&mut form, &choices, chart.today(), invented) {
        let event = PatientEvent::IdentityChanged { identity, reason };
        let step = Step::Event { event, happened: chart.page.now };
        if chart.record(&state, &mut form, vec![step]).await?.is_some() {
            return Ok(Redirect::to(&format!("/patients/{}", chart.patient.id)).into_response());
        }
        own_names(&mut form);
    }
    Ok((StatusCode::UNPROCESSABLE_ENTITY, show(&page_of(&chart, form, choices))?).into_response())
}
