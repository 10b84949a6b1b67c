//! The forms of rehabilitation, each a page of its own that leads back.

use super::{LEVELS, Shown, page, shown_goal};
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
use jiff::civil::Date;
use practice::Step;
use practice::access::Right;
use practice::path::rehabilitation::{AREAS, CHANGES, Event, Exercise, Part, Weight};
use practice::patient::PatientEvent;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use therapy::pathway::reasons::{Reason, SOURCE};

/// Rows for exercises beyond those that are written down.
const NEW_EXERCISES: usize = 4;
/// Exercises on one sheet at most.
const EXERCISES_MAX: usize = 20;

/// Which form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Programme,
    Goal,
    Rate,
    Session,
    Review,
    Exercises,
}

impl Kind {
    const fn word(self) -> &'static str {
        match self {
            Self::Programme => "programme",
            Self::Goal => "goal",
            Self::Rate => "rate",
            Self::Session => "session",
            Self::Review => "review",
            Self::Exercises => "exercises/write",
        }
    }

    const fn title(self) -> &'static str {
        match self {
            Self::Programme => "Rehabilitation programme",
            Self::Goal => "New goal",
            Self::Rate => "Rate the goals",
            Self::Session => "Session",
            Self::Review => "Review of rehabilitation",
            Self::Exercises => "Exercises for home",
        }
    }

    /// Where it leads back to.
    const fn back(self) -> &'static str {
        match self {
            Self::Exercises => "rehabilitation/exercises",
            _ => "rehabilitation",
        }
    }
}

#[derive(Template)]
#[template(path = "rehabilitation/form.html")]
struct FormPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    form: Form,
    kind: Kind,
    goals: Vec<Shown>,
    /// Reasons that a review asks about.
    asked: Vec<Reason>,
    rows: usize,
}

impl FormPage {
    fn is(&self, word: &str) -> bool {
        self.kind.word() == word
    }

    fn areas(&self) -> &'static [(&'static str, &'static str)] {
        &AREAS
    }

    fn changes(&self) -> &'static [(&'static str, &'static str)] {
        &CHANGES
    }

    fn reasons(&self) -> Vec<(&'static str, &'static str)> {
        Reason::ALL.map(|reason| (reason.id(), reason.topic())).into()
    }

    fn source(&self) -> &'static str {
        SOURCE
    }

    fn level_fields(&self) -> [(&'static str, &'static str); 5] {
        [
            ("level-4", "+2: far above what is expected"),
            ("level-3", "+1: somewhat above"),
            ("level-2", "0: as expected"),
            ("level-1", "−1: somewhat below"),
            ("level-0", "−2: far below"),
        ]
    }
}

/// The reasons that were ticked at the evaluation, and those that goals belong to.
fn asked(chart: &Chart) -> Vec<Reason> {
    let mut asked = chart.patient.ticked_reasons();
    for reason in chart.patient.path.rehabilitation.pursued().filter_map(|goal| goal.reason) {
        if !asked.contains(&reason) {
            asked.push(reason);
        }
    }
    asked.sort();
    asked
}

fn shown(chart: &Chart, form: Form, kind: Kind) -> Result<Response, PageError> {
    chart.actor.require(Right::RecordAssessments)?;
    let status = if form.is_refused() || !form.moved.is_empty() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let known = &chart.patient.path.rehabilitation;
    let written = known.exercises.as_ref().map_or(0, |(_, _, list)| list.len());
    let shown = FormPage {
        page: chart.page.clone(),
        banner: chart.banner(),
        part: "pathway",
        form,
        kind,
        goals: known.pursued().map(|goal| shown_goal(chart, goal)).collect(),
        asked: asked(chart),
        rows: (written + NEW_EXERCISES).min(EXERCISES_MAX),
    };
    Ok((status, show(&shown)?).into_response())
}

/// Records, and leads back; or shows the form again.
async fn finish(
    state: &AppState,
    chart: &Chart,
    mut form: Form,
    kind: Kind,
    steps: Vec<Step>,
) -> Result<Response, PageError> {
    // Sent again after it was recorded, it is the same act.
    if state.store().resolve(form.id).await?.is_some() {
        form.refusals.clear();
    }
    let go = !form.is_refused() && !form.fields.is_resumed();
    if go && chart.record(state, &mut form, steps).await?.is_some() {
        return Ok(Redirect::to(&chart.banner().address(kind.back())).into_response());
    }
    shown(chart, form, kind)
}

fn event(event: Event, happened: i64) -> Step {
    Step::Event { event: PatientEvent::Rehabilitation(event), happened }
}

/// A day that may be left empty.
fn maybe_day(form: &mut Form, name: &str) -> Option<Date> {
    if form.value(name).is_empty() { None } else { form.day(name) }
}

/// A day that is not in the future.
fn past_day(chart: &Chart, form: &mut Form, name: &str) -> Option<Date> {
    let day = form.day(name);
    if day.is_some_and(|day| day > chart.today()) {
        form.refuse(name, "This day has not come yet");
    }
    day
}

pub(super) async fn ask_programme(
    State(state): State<AppState>,
    chart: Chart,
) -> Result<Response, PageError> {
    let mut form =
        chart.form(&state).with("from", chart.today().to_string()).with("by", chart.actor.name.clone());
    if let Some(programme) = chart.patient.path.rehabilitation.programme.as_ref() {
        for part in &programme.parts {
            form = form
                .with(&format!("{}.what", part.area), part.what.clone())
                .with(&format!("{}.how-often", part.area), part.how_often.clone())
                .with(&format!("{}.by-whom", part.area), part.by_whom.clone());
        }
    }
    shown(&chart, form, Kind::Programme)
}

pub(super) async fn programme(
    State(state): State<AppState>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    let from = form.day("from");
    let review = form.day("review");
    let by = form.required("by", "Say who leads the programme");
    let mut parts = Vec::new();
    for (area, words) in AREAS {
        let value = |part: &str| form.value(&format!("{area}.{part}")).to_owned();
        let (what, how_often, by_whom) = (value("what"), value("how-often"), value("by-whom"));
        if !what.is_empty() {
            parts.push(Part { area: area.to_owned(), what, how_often, by_whom });
        } else if !how_often.is_empty() || !by_whom.is_empty() {
            form.refuse(&format!("{area}.what"), format!("{words}: say what is done"));
        }
    }
    if parts.is_empty() && !form.is_refused() {
        form.refuse("movement.what", "Fill in at least one of the four parts");
    }
    if let (Some(from), Some(review)) = (from, review)
        && review < from
    {
        form.refuse("review", "The review lies before the programme begins");
    }
    let steps = from.zip(review).map(|(from, review)| {
        let programme = Event::Programme { from, by, parts, review };
        event(programme, chart.page.now)
    });
    finish(&state, &chart, form, Kind::Programme, steps.into_iter().collect()).await
}

pub(super) async fn ask_goal(State(state): State<AppState>, chart: Chart) -> Result<Response, PageError> {
    let form = chart.form(&state).at("at", chart.page.now, &chart.page);
    shown(&chart, form, Kind::Goal)
}

/// A rating as the line of the course that it is.
fn rating(at: &str, by: &str, goal: &str, value: &str) -> Step {
    let scored = json!({ "scale": scales::Scale::GoalAttainment.word(), "value": value, "goal": goal });
    let line: Value = json!({ "at": at, "by": by, "scored": scored });
    Step::Report { line }
}

fn weight(form: &mut Form) -> Option<Weight> {
    let (importance, difficulty) = (form.value("importance").to_owned(), form.value("difficulty").to_owned());
    match (importance.parse(), difficulty.parse()) {
        (Ok(importance), Ok(difficulty)) => Some(Weight { importance, difficulty }),
        _ if importance.is_empty() && difficulty.is_empty() => None,
        (Err(_), _) => {
            form.refuse(
                "importance",
                "Choose the importance too, or neither: then every goal counts as much",
            );
            None
        }
        (_, Err(_)) => {
            form.refuse(
                "difficulty",
                "Choose the difficulty too, or neither: then every goal counts as much",
            );
            None
        }
    }
}

pub(super) async fn goal(
    State(state): State<AppState>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    let goal = form.required("goal", "Name the goal in a few words of the patient");
    if chart.patient.path.rehabilitation.pursued().any(|known| known.name == goal) {
        form.refuse("goal", "This goal is pursued already: give another name");
    }
    let reason = Some(form.value("reason").to_owned()).filter(|reason| !reason.is_empty());
    let names =
        [("level-0", "-2"), ("level-1", "-1"), ("level-2", "0"), ("level-3", "+1"), ("level-4", "+2")];
    let levels = names.map(|(name, level)| {
        form.required(name, &format!("Describe the level {level}, so that two people would rate alike"))
    });
    let weight = weight(&mut form);
    let baseline = form.value("baseline").to_owned();
    if !LEVELS.contains(&baseline.as_str()) {
        form.refuse("baseline", "Say at which level the patient is now");
    }
    let steps = form.when("at", &chart.page).map(|at| {
        let set = Event::GoalSet { goal: goal.clone(), reason, levels, weight };
        vec![event(set, at.unix), rating(&at.text, &chart.actor.name, &goal, &baseline)]
    });
    finish(&state, &chart, form, Kind::Goal, steps.unwrap_or_default()).await
}

pub(super) async fn ask_rate(State(state): State<AppState>, chart: Chart) -> Result<Response, PageError> {
    let form = chart.form(&state).at("at", chart.page.now, &chart.page).with("by", chart.actor.name.clone());
    shown(&chart, form, Kind::Rate)
}

pub(super) async fn rate(
    State(state): State<AppState>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    let by = form.required("by", "Say who rated");
    let mut rated = Vec::new();
    for goal in chart.patient.path.rehabilitation.pursued() {
        let field = format!("goal-{}", goal.version);
        match form.value(&field) {
            "" => {}
            value if LEVELS.contains(&value) => rated.push((goal.name.clone(), value.to_owned())),
            _ => form.refuse(&field, "Choose one of the five levels"),
        }
    }
    if rated.is_empty() && !form.is_refused() {
        form.refuse("", "Nothing is rated yet: choose a level for at least one goal.");
    }
    let steps = form.when("at", &chart.page).map(|at| {
        rated.iter().map(|(goal, value)| rating(&at.text, &by, goal, value)).collect::<Vec<Step>>()
    });
    finish(&state, &chart, form, Kind::Rate, steps.unwrap_or_default()).await
}

pub(super) async fn ask_session(State(state): State<AppState>, chart: Chart) -> Result<Response, PageError> {
    let form = chart.form(&state).with("on", chart.today().to_string()).with("by", chart.actor.name.clone());
    shown(&chart, form, Kind::Session)
}

pub(super) async fn session(
    State(state): State<AppState>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    let on = past_day(&chart, &mut form, "on");
    let minutes: Option<u16> = form.value("minutes").parse().ok();
    if minutes.is_none() {
        form.refuse("minutes", "Give the length in whole minutes, such as 45");
    }
    let what = form.required("what", "Say what was done");
    let by = form.required("by", "Say who led the session");
    let tolerated = form.required("tolerated", "Say how it was tolerated");
    let steps = on
        .zip(minutes)
        .map(|(on, minutes)| event(Event::Session { on, minutes, what, tolerated, by }, chart.page.now));
    finish(&state, &chart, form, Kind::Session, steps.into_iter().collect()).await
}

pub(super) async fn ask_review(State(state): State<AppState>, chart: Chart) -> Result<Response, PageError> {
    let form = chart.form(&state).with("on", chart.today().to_string()).with("by", chart.actor.name.clone());
    shown(&chart, form, Kind::Review)
}

pub(super) async fn review(
    State(state): State<AppState>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    let on = past_day(&chart, &mut form, "on");
    let by = form.required("by", "Say who was there");
    let outcome = form.required("outcome", "Say what was agreed");
    let mut reasons = BTreeMap::new();
    for reason in asked(&chart) {
        let field = format!("reason-{}", reason.id());
        let change = form.value(&field).to_owned();
        if CHANGES.iter().any(|(id, _)| *id == change) {
            reasons.insert(reason.id().to_owned(), change);
        } else {
            form.refuse(&field, format!("{}: say how it stands", reason.topic()));
        }
    }
    let next = maybe_day(&mut form, "next");
    if let (Some(on), Some(next)) = (on, next)
        && next <= on
    {
        form.refuse("next", "The next review has to be after this one");
    }
    let steps = on.map(|on| event(Event::Reviewed { on, by, reasons, outcome, next }, chart.page.now));
    finish(&state, &chart, form, Kind::Review, steps.into_iter().collect()).await
}

pub(super) async fn ask_exercises(
    State(state): State<AppState>,
    chart: Chart,
) -> Result<Response, PageError> {
    let mut form = chart.form(&state);
    if let Some((_, _, list)) = chart.patient.path.rehabilitation.exercises.as_ref() {
        for (index, exercise) in list.iter().enumerate() {
            form = form
                .with(&format!("exercise-{index}.name"), exercise.name.clone())
                .with(&format!("exercise-{index}.how"), exercise.how.clone())
                .with(&format!("exercise-{index}.how-often"), exercise.how_often.clone())
                .with(&format!("exercise-{index}.caution"), exercise.caution.clone());
        }
    }
    shown(&chart, form, Kind::Exercises)
}

pub(super) async fn exercises(
    State(state): State<AppState>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    let mut list = Vec::new();
    for index in 0..EXERCISES_MAX {
        let value = |part: &str| form.value(&format!("exercise-{index}.{part}")).to_owned();
        let (name, how, how_often) = (value("name"), value("how"), value("how-often"));
        let caution = value("caution");
        if name.is_empty() && how.is_empty() && how_often.is_empty() && caution.is_empty() {
            continue;
        }
        for (part, text, words) in [
            ("name", &name, "Name the exercise"),
            ("how", &how, "Say how it is done, in plain words"),
            ("how-often", &how_often, "Say how often"),
        ] {
            if text.is_empty() {
                form.refuse(&format!("exercise-{index}.{part}"), words);
            }
        }
        list.push(Exercise { name, how, how_often, caution });
    }
    if list.is_empty() {
        form.refuse("exercise-0.name", "Write down at least one exercise");
    }
    let steps = vec![event(Event::HomeExercises { list }, chart.page.now)];
    finish(&state, &chart, form, Kind::Exercises, steps).await
}

/// A small form of the page itself.
async fn small(state: &AppState, chart: &Chart, mut form: Form, told: Event) -> Result<Response, PageError> {
    chart.actor.require(Right::RecordAssessments)?;
    if state.store().resolve(form.id).await?.is_some() {
        form.refusals.clear();
    }
    let steps = vec![event(told, chart.page.now)];
    let go = !form.is_refused() && !form.fields.is_resumed();
    if go && chart.record(state, &mut form, steps).await?.is_some() {
        return Ok(Redirect::to(&chart.banner().address("rehabilitation")).into_response());
    }
    Ok((StatusCode::UNPROCESSABLE_ENTITY, show(&page(chart, form))?).into_response())
}

pub(super) async fn drop_goal(
    State(state): State<AppState>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    let goal = form.required("drop", "Choose the goal");
    let why = form.required("drop.why", "Say why: reached, changed, or given up");
    small(&state, &chart, form, Event::GoalDropped { goal, why }).await
}

pub(super) async fn end(
    State(state): State<AppState>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    let why = form.required("end.why", "Say why the programme ends");
    small(&state, &chart, form, Event::ProgrammeEnded { why }).await
}
