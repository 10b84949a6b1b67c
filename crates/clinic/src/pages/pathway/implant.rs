//! The implant, from the plan to the discharge: sheets, what each pump and drug would mean for refills, and where the tip goes.

use super::evaluation::{Row, rows};
use crate::banner::Banner;
use crate::error::PageError;
use crate::page::{Page, show};
use crate::patient::Chart;
use askama::Template;
use axum::response::{IntoResponse, Response};
use practice::path::consent::To;
use practice::path::stage::ladder;
use practice::summary::micrograms;
use therapy::pathway::implant::pairs;
use therapy::pathway::limits::PathwayLimits;
use therapy::pathway::sheet::Phase;

/// A pump with a drug, for people.
struct Shown {
    pump: String,
    drug: String,
    days: String,
    note: &'static str,
}

#[derive(Template)]
#[template(path = "pathway/implant.html")]
struct ImplantPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    rows: Vec<Row>,
    start: Option<String>,
    pairs: Vec<Shown>,
    tip: &'static str,
    tip_source: String,
    consent: bool,
    has_pump: bool,
}

/// Where the tip goes, by what is to be treated.
fn tip(chart: &Chart) -> &'static str {
    let answers = chart.patient.path.sheets.last("neurology").map(|kept| &kept.answered.answers);
    let given =
        |question: &str| answers.and_then(|answers| answers.get(question)).map_or(&[][..], Vec::as_slice);
    let dystonia = given("type").iter().any(|kind| kind == "dystonia");
    match given("distribution").first().map(String::as_str) {
        _ if dystonia => "mid-cervical: there is dystonia",
        Some("quadriplegia" | "generalised") => "T1 to T2: arms and legs",
        Some("diplegia") => "T6 to T10: both legs",
        Some(_) => "no level is published for this spread",
        None => "not known: the spread is not answered under Neurology",
    }
}

pub(super) async fn implant(chart: Chart) -> Result<Response, PageError> {
    let limits = PathwayLimits::embedded().map_err(|error| PageError::Fault(error.to_string()))?;
    let stand = chart.stand()?;
    let start = ladder(&stand, &chart.rules, chart.page.now).start_dose;
    let mut shown = Vec::new();
    if let Some(start) = &start {
        let all = pairs(&chart.rules.catalogue, &chart.rules.protocol, start);
        for pair in all.into_iter() {
            let days = pair.days.map_or_else(
                || "not checked: a number of this pump is not verified".to_owned(),
                |days| format!("{days}\u{a0}days"),
            );
            let note = match (pair.flow_too_small, pair.by_stability) {
                (Some(true), _) => "the flow would lie below what the pump can be set to",
                (Some(false), true) => "limited by how long the drug keeps",
                (None, true) => {
                    "limited by how long the drug keeps; its least flow is not verified, so that is not checked"
                }
                (Some(false), false) => "",
                (None, false) => "its least flow is not verified, so that is not checked",
            };
            shown.push(Shown { pump: pair.pump.name.clone(), drug: pair.drug.name.clone(), days, note });
        }
    }
    let page = ImplantPage {
        banner: chart.banner(),
        part: "pathway",
        rows: rows(&chart, Phase::Implant),
        start: start.as_ref().map(micrograms),
        pairs: shown,
        tip: tip(&chart),
        tip_source: limits.source("T12").to_owned(),
        consent: chart.patient.path.consents.given(To::Surgery),
        has_pump: chart.patient.has_pump(),
        page: chart.page.clone(),
    };
    Ok(show(&page)?.into_response())
}
