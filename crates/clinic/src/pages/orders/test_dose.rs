//! Test doses of the screening: ordered with their checks, and what they did.

use super::confirm::judged;
use super::known;
use super::propose::Proposed;
use super::readback::{FindingView, findings};
use crate::banner::Banner;
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::frame::{SignedIn, Viewer};
use crate::page::{Page, show};
use crate::pages::program::{Kind, amount, check_of, write_of};
use crate::patient::Chart;
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use practice::Step;
use practice::access::Right;
use practice::patient::line_title;
use serde_json::{Map, Value, json};
use therapy::act::ScreeningCheck;

pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/patients/{id}/test-dose", get(ask).post(again))
        .route("/patients/{id}/test-dose/check", post(check))
        .route("/patients/{id}/test-dose/write", post(write))
        .route("/patients/{id}/test-dose/result", get(ask_result).post(result))
}

const TEST_DOSE: Kind = Kind { base: "test-dose", order, field: field_of, page: form_page };
const YES_NO: [(&str, &str); 2] = [("yes", "yes"), ("no", "no")];

/// What is checked before a test dose, in words.
pub(super) const fn check_words(check: ScreeningCheck) -> &'static str {
    match check {
        ScreeningCheck::NoRelapse => "Free of an active relapse",
        ScreeningCheck::NoUrinaryInfection => "Free of a urinary infection",
        ScreeningCheck::NoPressureWound => "Free of pressure wounds",
        ScreeningCheck::NoAcuteIllness => "Free of any other acute illness",
        ScreeningCheck::ResuscitationReady => "Resuscitation is at hand",
    }
}

#[derive(Template)]
#[template(path = "test_dose/form.html")]
struct FormPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    form: Form,
    /// Tests so far.
    tests: Vec<(String, String)>,
    /// Orders that must be dealt with first.
    open: Vec<(String, String)>,
    checks: Vec<(&'static str, &'static str)>,
    yes_no: [(&'static str, &'static str); 2],
    may: bool,
}

fn tests(chart: &Chart) -> Vec<(String, String)> {
    let lines = chart.patient.lines.iter().filter(|placed| placed.stands);
    let tests = lines.filter(|placed| placed.line.line.get("screened").is_some());
    let shown = tests.map(|placed| {
        let line = &placed.line.line;
        let at = super::text(line, "at").parse::<jiff::Timestamp>().map_or(0, |at| at.as_second());
        let mut words = line_title(line);
        if let Some(effect) = line.pointer("/screened/effect").and_then(Value::as_str) {
            words = format!("{words}, effect lasted {effect}");
        }
        if line.pointer("/screened/adverse").and_then(Value::as_bool) == Some(true) {
            words = format!("{words}, adverse");
        }
        (chart.page.moment(at), words)
    });
    shown.collect()
}

fn form_page(chart: &Chart, form: Form, _: Option<&Proposed>) -> Result<Html<String>, PageError> {
    let stand = chart.stand()?;
    show(&FormPage {
        page: chart.page.clone(),
        banner: chart.banner(),
        part: "program",
        form,
        tests: tests(chart),
        open: super::open_orders(chart, &stand.course),
        checks: ScreeningCheck::WORDS.iter().map(|(word, check)| (*word, check_words(*check))).collect(),
        yes_no: YES_NO,
        may: chart.actor.may(Right::DraftOrders),
    })
}

/// The order that was typed: what was not answered is left out, and the rules say so.
fn order(form: &mut Form) -> Option<Value> {
    form.required("dose", "Type the test dose");
    let dose = amount(form, "dose", "ug")?;
    let mut checks = Map::new();
    for (word, _) in ScreeningCheck::WORDS {
        match form.value(&format!("check-{word}")) {
            "yes" => drop(checks.insert(word.to_owned(), json!(true))),
            "no" => drop(checks.insert(word.to_owned(), json!(false))),
            _ => {}
        }
    }
    (!form.is_refused()).then(|| json!({ "screening-dose": { "dose": dose, "checks": checks } }))
}

fn field_of(_: &Form, _: &str) -> String {
    "dose".to_owned()
}

async fn ask(State(state): State<AppState>, chart: Chart) -> Result<Response, PageError> {
    Ok(form_page(&chart, chart.form(&state), None)?.into_response())
}

async fn again(chart: Chart, fields: Fields) -> Result<Response, PageError> {
    Ok(form_page(&chart, Form::posted(fields)?, None)?.into_response())
}

async fn check(chart: Chart, fields: Fields) -> Result<Response, PageError> {
    check_of(&chart, &TEST_DOSE, fields)
}

async fn write(
    State(state): State<AppState>,
    chart: Chart,
    viewer: Viewer,
    signed_in: SignedIn,
    fields: Fields,
) -> Result<Response, PageError> {
    write_of(&state, &chart, &TEST_DOSE, (&viewer, &signed_in), fields).await
}

#[derive(Template)]
#[template(path = "test_dose/result.html")]
struct ResultPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    form: Form,
    yes_no: [(&'static str, &'static str); 2],
    /// What the rules say of what was typed, before it is recorded.
    told: Vec<FindingView>,
}

fn result_page(chart: &Chart, form: Form, told: Vec<FindingView>) -> Result<Response, PageError> {
    let (page, banner) = (chart.page.clone(), chart.banner());
    Ok(show(&ResultPage { page, banner, part: "program", form, yes_no: YES_NO, told })?.into_response())
}

async fn ask_result(State(state): State<AppState>, chart: Chart) -> Result<Response, PageError> {
    chart.actor.require(Right::RecordReports)?;
    // Of a dose that is being watched the hour and the amount are known.
    let watched = chart.patient.path.trial.watched(&chart.patient);
    let at = watched.map_or(chart.page.now, |given| given.at);
    let mut form = chart.form(&state).at("at", at, &chart.page);
    if let Some((amount, _)) = watched.and_then(|given| given.dose.split_once(" ug")) {
        form = form.with("screened.dose", amount);
    }
    result_page(&chart, form, Vec::new())
}

/// The line of a result; `None` if a field is missing or wrong.
fn screened(form: &mut Form, page: &Page) -> Option<Value> {
    let at = form.when("at", page);
    form.required("screened.dose", "Type the dose that was given");
    let dose = amount(form, "screened.dose", "ug");
    let responded = form.required("screened.responded", "Say whether tone or spasms fell");
    let adverse = form.required("screened.adverse", "Say whether the response was adverse");
    let effect = amount(form, "screened.effect", "h");
    if form.is_refused() {
        return None;
    }
    let mut read = Map::new();
    read.insert("dose".to_owned(), dose?);
    read.insert("responded".to_owned(), json!(responded == "yes"));
    read.insert("adverse".to_owned(), json!(adverse == "yes"));
    if let Some(effect) = effect {
        read.insert("effect".to_owned(), effect);
    }
    Some(json!({ "at": at?.text, "screened": read }))
}

async fn result(State(state): State<AppState>, chart: Chart, fields: Fields) -> Result<Response, PageError> {
    chart.actor.require(Right::RecordReports)?;
    let mut form = Form::posted(fields)?;
    let to = Redirect::to(&format!("/patients/{}/test-dose", chart.patient.id));
    let line = screened(&mut form, &chart.page);
    let Some(line) = line.filter(|_| !form.fields.is_resumed()) else {
        return result_page(&chart, form, Vec::new());
    };
    if !known(&state, form.id).await? {
        let Some(found) = judged(&chart, &mut form, &line)? else {
            return result_page(&chart, form, Vec::new());
        };
        // What differs from the order is shown once before it is recorded as it was.
        let grave: Vec<_> =
            found.into_iter().filter(|finding| finding.level > therapy::Level::Note).collect();
        if !grave.is_empty() && !form.is("act", "record") {
            return result_page(&chart, form, findings(&grave));
        }
    }
    match chart.record(&state, &mut form, vec![Step::Report { line }]).await? {
        Some(_) => Ok(to.into_response()),
        None => result_page(&chart, form, Vec::new()),
    }
}
