//! The start of the patient page: what matters first.

use super::known::{self, Dose};
use super::say::Html;
use super::{Frame, Visit};
use crate::error::PageError;
use crate::papers::facts::Warn;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use words::Args;

#[derive(Template)]
#[template(path = "public/home.html")]
struct HomePage {
    f: Frame,
    greeting: Html,
    has_pump: bool,
    died: bool,
    /// What stops the reader.
    stops: Vec<Html>,
    /// Whether anything else is not settled.
    doubt: bool,
    refill: Option<Html>,
    late: bool,
    alarm: Option<Html>,
    empty: Option<Html>,
    visit: Option<Html>,
    dose: Dose,
    drug: Option<String>,
}

pub(super) async fn page(visit: Visit) -> Result<Response, PageError> {
    let f = visit.frame("");
    let speech = f.speech();
    let facts = visit.facts()?;
    let has_pump = facts.pump.is_some();
    let first = |warn: &&Warn| warn.is_stopped() || matches!(warn, Warn::Died(_) | Warn::Explanted(..));
    let stops = known::warnings(facts.warnings.iter().filter(first), speech);
    // That the refill is late stands beside its date.
    let rest = |warn: &&Warn| !first(warn) && !matches!(warn, Warn::RefillPast(_));
    let shown = HomePage {
        greeting: speech.say_with("page-home-of", &Args::new().text("name", &facts.name())),
        has_pump,
        died: visit.patient.died.is_some(),
        doubt: has_pump && facts.warnings.iter().any(|warn| rest(&warn)),
        stops: stops.into_iter().map(|it| it.text).collect(),
        refill: facts.refill_by.map(|by| speech.weekday_and_date(by)),
        late: facts.refill_by.is_some_and(|by| by < facts.today),
        alarm: facts.alarm_on.map(|on| speech.date(on)),
        empty: facts.empty_on.map(|_| known::empty(&facts, speech)),
        visit: facts.appointments.first().map(|ahead| speech.moment(ahead.at)),
        dose: known::dose(&facts, speech),
        drug: facts.drug.clone(),
        f: f.clone(),
    };
    super::page(StatusCode::OK, &visit, &shown)
}
