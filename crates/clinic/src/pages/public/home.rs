//! The start of the patient page: what matters first.

use super::known::{self, Dose};
use super::say::Html;
use super::{Frame, Visit};
use crate::error::PageError;
use crate::pages::emergency::facts::{self, Told};
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
    let stand = visit.stand()?;
    let summary = visit.summary(&stand);
    let mut known = facts::known(&visit.patient, &summary, &visit.rules, &stand, visit.today());
    let dose = known::dose(&known, speech);
    let all = known.told.len();
    let appointment =
        visit.patient.path.appointments.ahead(visit.now).first().map(|it| it.booked.slot.wall());
    let has_pump = visit.patient.has_pump();
    let late = known.refill_by.is_some_and(|by| by < visit.today());
    let empty = known.empty_on.map(|_| known::empty(&known, speech));
    known.told.retain(|told| told.is_stop() || matches!(told, Told::Died(_) | Told::TakenOut(..)));
    let shown = HomePage {
        greeting: speech.say_with("page-home-of", &Args::new().text("name", &visit.patient.identity.given)),
        has_pump,
        died: visit.patient.died.is_some(),
        doubt: has_pump && all > known.told.len(),
        stops: known::warnings(&known, &visit.zone, speech).into_iter().map(|it| it.text).collect(),
        refill: known.refill_by.map(|by| speech.weekday_and_date(by)),
        late,
        alarm: known.alarm_on.map(|on| speech.date(on)),
        empty,
        visit: appointment.map(|at| speech.moment(at)),
        dose,
        drug: known.drug.clone(),
        f: f.clone(),
    };
    super::page(StatusCode::OK, &visit, &shown)
}
