//! Telling the clinic what is felt or seen. If a sign of danger was ticked, what to do now comes first.

use super::beeps::Outcome;
use super::fields::{Entry, signs};
use super::say::{Html, wall};
use super::{Frame, Visit};
use crate::error::PageError;
use crate::form::Fields;
use crate::state::AppState;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use practice::outside::Sent;
use practice::path::told::{Symptom, What};
use practice::triage::Sign;
use words::Args;

/// What was told before, and what became of it.
struct Past {
    on: Html,
    /// Key of what it was.
    what: &'static str,
    text: String,
    seen: bool,
    answers: Vec<(Html, String)>,
}

#[derive(Template)]
#[template(path = "public/report.html")]
struct ReportPage {
    f: Frame,
    entry: Entry,
    /// What to do, if a sign was ticked.
    outcome: Option<Outcome>,
    sent: bool,
    little: Vec<(&'static str, String)>,
    much: Vec<(&'static str, String)>,
    past: Vec<Past>,
}

fn shown(visit: &Visit, entry: Entry, outcome: Option<Outcome>, sent: bool) -> Result<Response, PageError> {
    let f = visit.frame("report");
    let on = |at: i64| f.speech().date(wall(at, &visit.zone).date());
    let answered = |at: i64| {
        let on = wall(at, &visit.zone).date();
        f.speech().say_each("page-answers-answered-on", |voice| Args::new().text("date", &voice.date(on)))
    };
    let told = visit.patient.path.reports.all.iter().rev().filter(|report| report.link == visit.link.id);
    let past = told.filter_map(|report| {
        let (what, text) = match &report.what {
            What::Alarm(alarm) => ("page-report-past-alarm", alarm.text.clone()),
            What::Symptom(symptom) => ("page-report-past-symptom", symptom.text.clone()),
            What::Question(_) => return None,
        };
        Some(Past {
            on: on(report.at),
            what,
            text,
            seen: report.seen.is_some(),
            answers: report.answers.iter().map(|it| (answered(it.at), it.text.clone())).collect(),
        })
    });
    let past = past.take(20).collect();
    let status = if entry.is_wrong() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let (little, much) = (signs(false), signs(true));
    super::page(status, visit, &ReportPage { entry, outcome, sent, little, much, past, f: f.clone() })
}

pub(super) async fn page(State(state): State<AppState>, visit: Visit) -> Result<Response, PageError> {
    shown(&visit, Entry::new(&state), None, false)
}

pub(super) async fn send(
    State(state): State<AppState>,
    visit: Visit,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut entry = Entry::posted(fields)?;
    let ticked = entry.all("signs");
    let known = Sign::ALL.iter().filter(|sign| ticked.iter().any(|word| word == sign.word()));
    let symptom = Symptom {
        text: entry.value("text").to_owned(),
        since: entry.value("since").to_owned(),
        signs: known.map(|sign| sign.word().to_owned()).collect(),
    };
    // Whatever becomes of the report: who ticked a sign is told what to do now.
    let outcome = (!symptom.signs.is_empty()).then(|| Outcome::of(symptom.urgency(), &[]));
    if symptom.signs.is_empty() && symptom.text.is_empty() {
        entry.wrong("text", "page-report-error-empty");
        return shown(&visit, entry, None, false);
    }
    let sent = entry.send(&state, &visit, Sent::Symptom(symptom)).await;
    shown(&visit, entry, outcome, sent)
}
