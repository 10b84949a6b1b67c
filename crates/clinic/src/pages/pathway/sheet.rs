//! A sheet: its questions with the last answers, what is missing, and who answered when.

use crate::banner::Banner;
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::page::{Page, show};
use crate::patient::Chart;
use crate::state::AppState;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use practice::Step;
use practice::access::Right;
use practice::path::sheet::{Answered, Kept};
use practice::patient::PatientEvent;
use std::collections::HashMap;
use therapy::date_in_words;
use therapy::pathway::limits::PathwayLimits;
use therapy::pathway::sheet::{self, Answers, Kind, Phase, Question, Sheet};

/// More choices than are shown as buttons.
const RADIOS_MAX: usize = 5;

/// How a question is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Radios,
    Select,
    Boxes,
    Amount,
    Day,
    Text,
    Lines,
}

/// A question as the form shows it.
pub(super) struct Asked {
    pub(super) field: String,
    pub(super) label: String,
    pub(super) hint: String,
    pub(super) unit: String,
    pub(super) shape: Shape,
    pub(super) options: Vec<(String, String)>,
}

pub(super) struct Part {
    pub(super) title: String,
    pub(super) note: String,
    pub(super) asked: Vec<Asked>,
    /// What the questions rest on, in words.
    pub(super) sources: Vec<String>,
}

/// A sheet that was answered before.
pub(super) struct Earlier {
    pub(super) version: u64,
    pub(super) on: String,
    pub(super) examiner: String,
}

/// An answer for people.
pub(super) struct Said {
    pub(super) ask: String,
    pub(super) says: String,
    pub(super) missing: bool,
}

#[derive(Template)]
#[template(path = "pathway/sheet.html")]
struct SheetPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    form: Form,
    sheet: &'static Sheet,
    parts: Vec<Part>,
    last: Option<Earlier>,
    earlier: Vec<Earlier>,
    missing: Vec<String>,
    said: Vec<(String, Vec<Said>)>,
    may: bool,
    back: (&'static str, &'static str),
}

/// The page that a sheet belongs to: below the patient's address, and its name.
pub(super) const fn home(phase: Phase) -> (&'static str, &'static str) {
    match phase {
        Phase::Evaluation => ("evaluation", "Evaluation"),
        Phase::Decision => ("decision", "Decision and consents"),
        Phase::Test => ("screening", "Screening test"),
        Phase::Implant => ("implant-plan", "Implant plan"),
        Phase::AfterCare => ("after-care", "After-care"),
    }
}

/// The right that answering needs.
pub(super) const fn right(phase: Phase) -> Right {
    match phase {
        Phase::Evaluation => Right::RecordAssessments,
        _ => Right::RecordReports,
    }
}

fn field(question: &Question) -> String {
    format!("q.{}", question.id)
}

fn asked(sheet: &Sheet, question: &Question, catalogue: &catalogue::Catalogue) -> Asked {
    let pair = |id: &str, name: &str| (id.to_owned(), name.to_owned());
    let (shape, options, unit) = match &question.kind {
        Kind::Choice(options) if options.len() > RADIOS_MAX => (Shape::Select, options.clone(), ""),
        Kind::Choice(options) => (Shape::Radios, options.clone(), ""),
        Kind::Several(options) => (Shape::Boxes, options.clone(), ""),
        Kind::Amount { unit, .. } => (Shape::Amount, Vec::new(), unit.as_str()),
        Kind::Day => (Shape::Day, Vec::new(), ""),
        Kind::Text => (Shape::Text, Vec::new(), ""),
        Kind::Lines => (Shape::Lines, Vec::new(), ""),
        Kind::Pump => {
            (Shape::Select, catalogue.pumps().iter().map(|pump| pair(&pump.id, &pump.name)).collect(), "")
        }
        Kind::Catheter => {
            let all = catalogue.catheters().iter();
            (Shape::Select, all.map(|catheter| pair(&catheter.id, &catheter.name)).collect(), "")
        }
        Kind::Drug => {
            (Shape::Select, catalogue.drugs().iter().map(|drug| pair(&drug.id, &drug.name)).collect(), "")
        }
    };
    let follows = question.when.as_ref().and_then(|(on, is)| {
        let earlier = sheet.find(on)?;
        Some(format!("If \"{}\" is {}.", earlier.ask, earlier.words(is, catalogue).replace(", ", " or ")))
    });
    let hint = [follows.as_deref().unwrap_or_default(), &question.hint].join(" ").trim().to_owned();
    let label =
        if question.needed { question.ask.clone() } else { format!("{} (may be left empty)", question.ask) };
    Asked { field: field(question), label, hint, unit: unit.to_owned(), shape, options }
}

fn parts(sheet: &Sheet, catalogue: &catalogue::Catalogue) -> Vec<Part> {
    let limits = PathwayLimits::embedded().ok();
    let part = |section: &sheet::Section| {
        let mut sources: Vec<String> = Vec::new();
        for id in section.questions.iter().flat_map(|question| &question.source) {
            let words = limits.map_or("", |limits| limits.source(id)).to_owned();
            if !words.is_empty() && !sources.contains(&words) {
                sources.push(words);
            }
        }
        Part {
            title: section.title.clone(),
            note: section.note.clone(),
            asked: section.questions.iter().map(|question| asked(sheet, question, catalogue)).collect(),
            sources,
        }
    };
    sheet.sections.iter().map(part).collect()
}

/// What was answered, section by section, for people.
pub(super) fn said(
    sheet: &Sheet,
    answers: &Answers,
    catalogue: &catalogue::Catalogue,
) -> Vec<(String, Vec<Said>)> {
    let section = |section: &sheet::Section| {
        let said = section.questions.iter().filter_map(|question| match answers.get(&question.id) {
            Some(given) => Some(Said {
                ask: question.ask.clone(),
                says: question.words(given, catalogue),
                missing: false,
            }),
            None if question.needed && question.applies(answers) => {
                Some(Said { ask: question.ask.clone(), says: "missing".to_owned(), missing: true })
            }
            None => None,
        });
        (section.title.clone(), said.collect::<Vec<_>>())
    };
    sheet.sections.iter().map(section).filter(|(_, said)| !said.is_empty()).collect()
}

pub(super) fn earlier(kept: &Kept) -> Earlier {
    let answered = &kept.answered;
    Earlier { version: kept.version, on: date_in_words(answered.on), examiner: answered.examiner.clone() }
}

fn made(chart: &Chart, sheet: &'static Sheet, form: Form) -> Result<Response, PageError> {
    let mut all: Vec<&Kept> =
        chart.patient.path.sheets.all.iter().filter(|kept| kept.answered.sheet == sheet.id).collect();
    let last = all.pop();
    let none = Answers::new();
    let answers = last.map_or(&none, |kept| &kept.answered.answers);
    let catalogue = &chart.rules.catalogue;
    let status = if form.is_refused() || !form.moved.is_empty() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let shown = SheetPage {
        page: chart.page.clone(),
        banner: chart.banner(),
        part: "pathway",
        parts: parts(sheet, catalogue),
        last: last.map(earlier),
        earlier: all.into_iter().rev().map(earlier).collect(),
        missing: last
            .map(|_| sheet.missing(answers).map(|question| question.ask.clone()).collect())
            .unwrap_or_default(),
        said: said(sheet, answers, catalogue),
        may: chart.actor.may(right(sheet.phase)),
        back: home(sheet.phase),
        sheet,
        form,
    };
    Ok((status, show(&shown)?).into_response())
}

fn sheet_of(path: &HashMap<String, String>) -> Result<&'static Sheet, PageError> {
    path.get("sheet").and_then(|id| sheet::by_id(id)).ok_or(PageError::NotFound)
}

pub(super) async fn ask(
    State(state): State<AppState>,
    Path(path): Path<HashMap<String, String>>,
    chart: Chart,
) -> Result<Response, PageError> {
    let sheet = sheet_of(&path)?;
    let mut form = chart.form(&state).with("on", chart.today().to_string());
    form = form.with("examiner", chart.actor.name.clone());
    if let Some(kept) = chart.patient.path.sheets.last(&sheet.id) {
        for question in sheet.questions() {
            for given in kept.answered.answers.get(&question.id).into_iter().flatten() {
                form.fields.add(&field(question), given.clone());
            }
        }
    }
    made(&chart, sheet, form)
}

/// The answers in a form. A day may be written in letters.
fn answers(form: &Form, sheet: &Sheet) -> Answers {
    let mut answers = Answers::new();
    for question in sheet.questions() {
        let name = field(question);
        let given = form.fields.all(&name).filter(|given| !given.is_empty());
        let given: Vec<String> = match question.kind {
            Kind::Day => given
                .map(|day| crate::when::day_of(day).map_or_else(|| day.to_owned(), |day| day.to_string()))
                .collect(),
            _ => given.map(str::to_owned).collect(),
        };
        if !given.is_empty() {
            answers.insert(question.id.clone(), given);
        }
    }
    answers
}

pub(super) async fn record(
    State(state): State<AppState>,
    Path(path): Path<HashMap<String, String>>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    let sheet = sheet_of(&path)?;
    chart.actor.require(right(sheet.phase))?;
    let mut form = Form::posted(fields)?;
    let on = form.day("on");
    if on.is_some_and(|on| on > chart.today()) {
        form.refuse("on", "This day has not come yet");
    }
    let examiner = form.required("examiner", "Say who examined");
    let answers = answers(&form, sheet);
    if answers.is_empty() {
        form.refuse("", "Nothing is answered yet: answer what is known, the rest is shown as missing.");
    }
    if let Err(wrong) = sheet.judge(&answers, &chart.rules.catalogue) {
        for (id, error) in wrong {
            let ask = sheet.find(&id).map_or(id.as_str(), |question| question.ask.as_str());
            form.refuse(&format!("q.{id}"), format!("\"{ask}\" {error}"));
        }
    }
    if let Some(on) = on.filter(|_| !form.is_refused() && !form.fields.is_resumed()) {
        let answered = Answered { sheet: sheet.id.clone(), version: sheet.version, on, examiner, answers };
        let event = PatientEvent::Sheet(answered);
        let step = Step::Event { event, happened: chart.page.now };
        if chart.record(&state, &mut form, vec![step]).await?.is_some() {
            let to = chart.banner().address(home(sheet.phase).0);
            return Ok(Redirect::to(&to).into_response());
        }
    }
    made(&chart, sheet, form)
}
