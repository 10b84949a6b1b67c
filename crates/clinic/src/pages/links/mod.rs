//! The patient's card and page: links that open without signing in, and what came from the patient page.

mod lines;

use crate::Banner;
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::page::{Page, show};
use crate::pages::timeline::names;
use crate::patient::Chart;
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use lines::{DayLine, LinkLine, ReportLine};
use practice::Step;
use practice::access::Right;
use practice::path::link::{self, Kind};
use practice::path::told;
use practice::patient::PatientEvent;
use std::collections::HashMap;

pub(crate) fn routes() -> Router<AppState> {
    Router::new().route("/patients/{id}/links", get(ask).post(act))
}

#[derive(Template)]
#[template(path = "links/links.html")]
struct LinksPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    form: Form,
    action: String,
    live: Vec<LinkLine>,
    revoked: Vec<LinkLine>,
    open: Vec<ReportLine>,
    dealt_with: Vec<ReportLine>,
    days: Vec<DayLine>,
    kinds: Vec<(&'static str, &'static str)>,
    /// Whether a card is live, which a new one would replace.
    has_card: bool,
    may_make: bool,
    guest: bool,
}

impl LinksPage {
    /// The name of a field of one of several forms.
    fn field(&self, name: &str, which: &str) -> String {
        format!("{name}-{which}")
    }
}

async fn shown(
    state: &AppState,
    chart: &Chart,
    headers: &HeaderMap,
    form: Form,
) -> Result<Response, PageError> {
    let settings = state.settings().await?;
    let base = crate::address::public(&settings, state.config(), headers);
    let names = names(state).await?;
    let guest = chart.patient.path.team.is_guest(chart.actor.account, chart.page.now);
    let may_make = !guest && chart.actor.may(Right::EditIdentity);
    let opened = lines::opened(state, chart).await?;
    let links = &chart.patient.path.links;
    let line = |link| lines::link(chart, link, &names, &opened, may_make.then_some(base.as_str()));
    let reports = chart.patient.path.reports.all.iter().rev();
    let refused = form.is_refused() || !form.moved.is_empty();
    let page = LinksPage {
        part: "links",
        action: chart.banner().address("links"),
        live: links.all.iter().filter(|link| link.is_live()).map(line).collect(),
        revoked: links.all.iter().rev().filter(|link| !link.is_live()).map(line).collect(),
        open: reports
            .clone()
            .filter(|one| one.is_open())
            .map(|one| lines::report(chart, one, &names))
            .collect(),
        dealt_with: reports
            .filter(|one| !one.is_open())
            .take(lines::DEALT_WITH_MAX)
            .map(|one| lines::report(chart, one, &names))
            .collect(),
        days: lines::days(chart),
        kinds: Kind::WORDS.iter().map(|(word, _, title, _)| (*word, *title)).collect(),
        has_card: links.live(Kind::Emergency).next().is_some(),
        may_make,
        guest,
        banner: chart.banner(),
        page: chart.page.clone(),
        form,
    };
    let status = if refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, show(&page)?).into_response())
}

async fn ask(State(state): State<AppState>, chart: Chart, headers: HeaderMap) -> Result<Response, PageError> {
    let form = chart.form(&state);
    shown(&state, &chart, &headers, form).await
}

async fn act(
    State(state): State<AppState>,
    chart: Chart,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    let (events, place) = match form.value("act") {
        "make" => (made(&state, &chart, &mut form), "links"),
        "revoke" => (revoked(&mut form), "links"),
        "report" => (dealt_with(&chart, &mut form), "links#reports"),
        _ => return Err(PageError::Unreadable("The form is not complete. Open it anew.".to_owned())),
    };
    let happened = chart.page.now;
    let steps = events.into_iter().map(|event| Step::Event { event, happened }).collect();
    match chart.done(&state, &mut form, steps, place).await? {
        Some(answer) => Ok(answer),
        None => shown(&state, &chart, &headers, form).await,
    }
}

/// A new link. Its token is made here, so a form that is sent twice is told by its id, not by its steps.
fn made(state: &AppState, chart: &Chart, form: &mut Form) -> Vec<PatientEvent> {
    let kind = Kind::by_word(form.value("kind"));
    if kind.is_none() {
        form.refuse("kind", "Choose what the link opens");
    }
    let for_whom = form.required("for-whom", "Say for whom, such as “the card” or “mother”");
    match kind.filter(|_| !form.is_refused()) {
        Some(kind) => link::make(&chart.patient, kind, &for_whom, state.random()),
        None => Vec::new(),
    }
}

fn revoked(form: &mut Form) -> Vec<PatientEvent> {
    let id = form.value("link").to_owned();
    let field = format!("reason-{id}");
    let reason = form.required(&field, "Say why, such as “card lost”");
    if form.is_refused() {
        return Vec::new();
    }
    vec![PatientEvent::Link(link::Event::Revoked { id, reason })]
}

/// What somebody says to a report or question.
fn dealt_with(chart: &Chart, form: &mut Form) -> Vec<PatientEvent> {
    let entry: u64 = form.value("entry").parse().unwrap_or_default();
    let report = chart.patient.path.reports.by_entry(entry);
    let text = |name: &str| form.value(&format!("{name}-{entry}")).to_owned();
    let (said, answer) = (text("said"), text("answer"));
    let is_question = report.is_some_and(|report| matches!(report.what, told::What::Question(_)));
    let is_open = report.is_some_and(told::Report::is_open);
    if is_question || !is_open {
        if answer.is_empty() {
            form.refuse(&format!("answer-{entry}"), "Write the answer; the patient page shows it");
            return Vec::new();
        }
    } else if said.is_empty() {
        form.refuse(&format!("said-{entry}"), "Say what was done, such as “called back, comes in now”");
        return Vec::new();
    }
    let seen = (!said.is_empty()).then_some(told::Event::Seen { entry, said });
    let answered = (!answer.is_empty()).then_some(told::Event::Answered { entry, text: answer });
    seen.into_iter().chain(answered).map(PatientEvent::FromPatient).collect()
}

/// Names of accounts.
type Names = HashMap<record::Id, String>;
