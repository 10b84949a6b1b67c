//! Decision and consents: what was decided and who took part, each consent by itself, and the end of the way.

use super::evaluation::{Row, rows};
use crate::banner::Banner;
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::page::{Page, show};
use crate::patient::Chart;
use crate::state::AppState;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use practice::Step;
use practice::access::Right;
use practice::path::consent::{self, Said, To};
use practice::path::stage::{self, Ending};
use practice::patient::PatientEvent;
use therapy::date_in_words;
use therapy::pathway::sheet::Phase;

/// A consent as the page shows it.
struct Stands {
    to: &'static str,
    said: &'static str,
    chip: &'static str,
    by: String,
    on: String,
    note: String,
}

#[derive(Template)]
#[template(path = "pathway/decision.html")]
struct DecisionPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    rows: Vec<Row>,
    said: Vec<(String, Vec<super::sheet::Said>)>,
    consents: Vec<Stands>,
    /// Everything that was said about consents, the last first.
    history: Vec<String>,
    form: Form,
    end_form: Form,
    refused: Option<Form>,
    tos: Vec<(&'static str, &'static str)>,
    saids: Vec<(&'static str, &'static str)>,
    endings: Vec<(&'static str, &'static str)>,
    ended: Option<(String, &'static str, String)>,
    has_pump: bool,
    may_end: bool,
}

/// Which form of the page was posted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Posted {
    Nothing,
    Consent,
    End,
}

fn stands(chart: &Chart, to: To) -> Stands {
    let words = to.words();
    match chart.patient.path.consents.last(to) {
        None => Stands {
            to: words,
            said: "not asked",
            chip: "chip-quiet",
            by: String::new(),
            on: String::new(),
            note: String::new(),
        },
        Some(event) => Stands {
            to: words,
            said: event.said.words(),
            chip: match event.said {
                Said::Given => "chip-good",
                Said::Refused | Said::Withdrawn => "chip-stop",
            },
            by: event.by.clone(),
            on: date_in_words(event.on),
            note: [event.interpreter.as_str(), event.note.as_str()]
                .into_iter()
                .filter(|text| !text.is_empty())
                .collect::<Vec<_>>()
                .join("; "),
        },
    }
}

fn made(state: &AppState, chart: &Chart, form: Form, posted: Posted) -> Result<Response, PageError> {
    let is_refused = form.is_refused() || !form.moved.is_empty();
    let fresh = || chart.form(state).with("consent.on", chart.today().to_string());
    let of = |which: Posted| if posted == which { form.clone() } else { fresh() };
    let decision = chart.patient.path.sheets.last("decision");
    let said = decision.and_then(|kept| Some((kept.answered.sheet()?, &kept.answered.answers)));
    let said = said.map(|(sheet, answers)| super::sheet::said(sheet, answers, &chart.rules.catalogue));
    let history = chart.patient.path.consents.all.iter().rev().map(|(_, event)| {
        format!("{}: {} {}, {}", date_in_words(event.on), event.to.words(), event.said.words(), event.by)
    });
    let ended = chart.patient.path.stages.ended.as_ref();
    let page = DecisionPage {
        banner: chart.banner(),
        part: "pathway",
        rows: rows(chart, Phase::Decision),
        said: said.unwrap_or_default(),
        consents: To::WORDS.map(|(_, to, _)| stands(chart, to)).into(),
        history: history.collect(),
        form: of(Posted::Consent),
        end_form: of(Posted::End),
        tos: To::WORDS.map(|(word, _, words)| (word, words)).into(),
        saids: Said::WORDS.map(|(word, _)| (word, word)).into(),
        endings: Ending::WORDS.map(|(word, _, words)| (word, words)).into(),
        ended: ended.map(|(at, why, reason)| (chart.page.moment(at), why.words(), reason.clone())),
        has_pump: chart.patient.has_pump(),
        may_end: chart.actor.may(Right::RecordReports),
        refused: is_refused.then_some(form),
        page: chart.page.clone(),
    };
    let status = if is_refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, show(&page)?).into_response())
}

pub(super) async fn decision(State(state): State<AppState>, chart: Chart) -> Result<Response, PageError> {
    let form = chart.form(&state);
    made(&state, &chart, form, Posted::Nothing)
}

async fn recorded(
    state: &AppState,
    chart: &Chart,
    mut form: Form,
    posted: Posted,
    event: Option<PatientEvent>,
) -> Result<Response, PageError> {
    let step = event.map(|event| Step::Event { event, happened: chart.page.now });
    if let Some(done) = chart.done(state, &mut form, step.into_iter().collect(), "decision").await? {
        return Ok(done);
    }
    made(state, chart, form, posted)
}

pub(super) async fn consent(
    State(state): State<AppState>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    let to = To::WORDS.iter().find(|(word, _, _)| form.is("to", word)).map(|(_, to, _)| *to);
    let said = Said::WORDS.iter().find(|(word, _)| form.is("said", word)).map(|(_, said)| *said);
    if to.is_none() {
        form.refuse("to", "Say to what");
    }
    if said.is_none() {
        form.refuse("said", "Say whether it is given, refused or withdrawn");
    }
    if said == Some(Said::Withdrawn) && to.is_some_and(|to| !chart.patient.path.consents.given(to)) {
        form.refuse("said", "This consent is not given, so it cannot be withdrawn");
    }
    let by = form.required("consent.by", "Say who said so, such as \"mother, with her name\"");
    let on = form.day("consent.on");
    if on.is_some_and(|on| on > chart.today()) {
        form.refuse("consent.on", "This day has not come yet");
    }
    let text = |name: &str| form.value(name).to_owned();
    let (interpreter, note) = (text("interpreter"), text("consent.note"));
    let event = to.zip(said).zip(on).map(|((to, said), on)| {
        PatientEvent::Consent(consent::Event { to, said, on, by, interpreter, note })
    });
    recorded(&state, &chart, form, Posted::Consent, event).await
}

pub(super) async fn end(
    State(state): State<AppState>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    chart.actor.require(Right::RecordReports)?;
    let mut form = Form::posted(fields)?;
    let reason = form.required("end.reason", "Say why");
    let event = if chart.patient.path.stages.ended.is_some() {
        Some(stage::Event::TakenUp { reason })
    } else {
        let why = Ending::WORDS.iter().find(|(word, _, _)| form.is("why", word)).map(|(_, why, _)| *why);
        if why.is_none() {
            form.refuse("why", "Choose why the way ends");
        }
        why.map(|why| stage::Event::Ended { why, reason })
    };
    recorded(&state, &chart, form, Posted::End, event.map(PatientEvent::Pathway)).await
}
