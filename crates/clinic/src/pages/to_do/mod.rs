//! What is to be done for one patient: set, done, handed over between houses, dropped with a reason.

use crate::banner::{Banner, banner_date};
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::page::{Page, show};
use crate::pages::team::Choices;
use crate::pages::today::row::away;
use crate::patient::Chart;
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use practice::Step;
use practice::path::todo::{self, Event, Todo, Whose};
use practice::patient::PatientEvent;
use std::collections::HashMap;

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/patients/{id}/to-do", get(show_all).post(set))
        .route("/patients/{id}/to-do/{todo}", get(show_one).post(act))
}

/// A to-do in words.
struct Line {
    id: String,
    what: String,
    whose: String,
    by: String,
    away: String,
    late: bool,
    from: String,
    set: String,
    /// Every hand-over: when, by whom, from whom to whom, why.
    handed: Vec<String>,
    /// What became of it.
    ended: Option<String>,
    open: bool,
}

fn line(chart: &Chart, choices: &Choices, known: &Todo) -> Line {
    let (page, today) = (&chart.page, chart.today());
    let ended = match &known.state {
        todo::State::Open => None,
        todo::State::Done { at, by, outcome } => {
            let outcome = if outcome.is_empty() { String::new() } else { format!(": {outcome}") };
            Some(format!("Done {} by {}{outcome}", page.moment(at), choices.name(*by)))
        }
        todo::State::Dropped { at, by, reason } => {
            Some(format!("Dropped {} by {}: {reason}", page.moment(at), choices.name(*by)))
        }
    };
    let handed = known.handed.iter().map(|handed| {
        format!(
            "{}, {}: from {} to {}: {}",
            page.moment(handed.at),
            choices.name(handed.by),
            handed.from.words(),
            handed.to.words(),
            handed.reason
        )
    });
    Line {
        id: known.id.clone(),
        what: known.what.clone(),
        whose: known.whose.words(),
        by: banner_date(known.by),
        away: away(today, known.by),
        late: ended.is_none() && known.by < today,
        from: known.from.clone(),
        set: format!("{} by {}", page.moment(known.set_at), choices.name(known.set_by)),
        handed: handed.collect(),
        open: ended.is_none(),
        ended,
    }
}

#[derive(Template)]
#[template(path = "to_do/list.html")]
struct ListPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    form: Form,
    choices: Choices,
    open: Vec<Line>,
    ended: Vec<Line>,
}

#[derive(Template)]
#[template(path = "to_do/one.html")]
struct OnePage {
    page: Page,
    banner: Banner,
    part: &'static str,
    form: Form,
    choices: Choices,
    line: Line,
}

const fn status(form: &Form) -> StatusCode {
    if form.is_refused() || !form.moved.is_empty() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    }
}

fn list(chart: &Chart, form: Form, choices: Choices) -> Result<Response, PageError> {
    let todos = &chart.patient.path.todos;
    let ended = todos.all.iter().rev().filter(|known| known.state != todo::State::Open);
    let shown = ListPage {
        page: chart.page.clone(),
        banner: chart.banner(),
        part: "pathway",
        open: todos.open().into_iter().map(|known| line(chart, &choices, known)).collect(),
        ended: ended.map(|known| line(chart, &choices, known)).collect(),
        form,
        choices,
    };
    Ok((status(&shown.form), show(&shown)?).into_response())
}

async fn show_all(State(state): State<AppState>, chart: Chart) -> Result<Response, PageError> {
    let choices = Choices::of(&state).await?;
    list(&chart, chart.form(&state), choices)
}

/// Whose it is, as a form says: by house, discipline and account, each of which may be left open.
fn whose(form: &Form, choices: &Choices) -> Whose {
    Whose {
        house: choices.house(form.value("house")),
        discipline: form.value("discipline").parse().ok(),
        account: choices.account(form.value("account")),
    }
}

fn back(chart: &Chart) -> Response {
    Redirect::to(&format!("/patients/{}/to-do", chart.patient.id)).into_response()
}

async fn set(State(state): State<AppState>, chart: Chart, fields: Fields) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    let choices = Choices::of(&state).await?;
    let what = form.required("what", "Write what is to be done");
    let by = form.day("by");
    if by.is_some_and(|by| by < chart.today()) {
        form.refuse("by", "This day has passed");
    }
    if let Some(by) = by.filter(|_| !form.is_refused() && !form.fields.is_resumed()) {
        let event = todo::set(todo::id(&chart.patient, 0), what, by, whose(&form, &choices));
        let steps = vec![Step::Event { event, happened: chart.page.now }];
        if chart.record(&state, &mut form, steps).await?.is_some() {
            return Ok(back(&chart));
        }
    }
    list(&chart, form, choices)
}

fn known<'a>(chart: &'a Chart, path: &HashMap<String, String>) -> Result<&'a Todo, PageError> {
    let id = path.get("todo").ok_or(PageError::NotFound)?;
    chart.patient.path.todos.all.iter().find(|known| known.id == *id).ok_or(PageError::NotFound)
}

fn one(chart: &Chart, form: Form, choices: Choices, known: &Todo) -> Result<Response, PageError> {
    let shown = OnePage {
        page: chart.page.clone(),
        banner: chart.banner(),
        part: "pathway",
        line: line(chart, &choices, known),
        form,
        choices,
    };
    Ok((status(&shown.form), show(&shown)?).into_response())
}

async fn show_one(
    State(state): State<AppState>,
    Path(path): Path<HashMap<String, String>>,
    chart: Chart,
) -> Result<Response, PageError> {
    let known = known(&chart, &path)?;
    let choices = Choices::of(&state).await?;
    let discipline = known.whose.discipline.map_or("", practice::discipline::Discipline::word);
    one(&chart, chart.form(&state).with("discipline", discipline), choices, known)
}

async fn act(
    State(state): State<AppState>,
    Path(path): Path<HashMap<String, String>>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    let known = known(&chart, &path)?;
    let choices = Choices::of(&state).await?;
    let id = known.id.clone();
    let event = match form.value("act") {
        "done" => Event::Done { id, outcome: form.value("outcome").to_owned() },
        "hand-over" => {
            let to = whose(&form, &choices);
            if to == Whose::default() {
                form.refuse("house", "Choose a house, a discipline or a person");
            } else if to == known.whose {
                form.refuse(
                    "house",
                    "This is whose it is already: choose another house, discipline or person",
                );
            }
            let reason = form.required("hand-reason", "Say why, and what the other one must know");
            Event::HandedOver { id, to, reason }
        }
        "drop" => Event::Dropped { id, reason: form.required("drop-reason", "Say why it is not done") },
        _ => return Err(PageError::Unreadable("The form is not complete. Open it anew.".to_owned())),
    };
    if !form.is_refused() && !form.fields.is_resumed() {
        let steps = vec![Step::Event { event: PatientEvent::Todo(event), happened: chart.page.now }];
        if chart.record(&state, &mut form, steps).await?.is_some() {
            return Ok(back(&chart));
        }
    }
    one(&chart, form, choices, known)
}
