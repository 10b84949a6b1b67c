//! Complications: what went wrong, with what follows as to-dos; how it ended; and the patient's death.

use crate::banner::Banner;
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::page::{Page, show};
use crate::patient::Chart;
use crate::state::AppState;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::ToSpan;
use jiff::civil::Date;
use practice::Step;
use practice::access::Right;
use practice::discipline::Discipline;
use practice::path::complication::{Event, Related};
use practice::path::todo::{self, Whose};
use practice::patient::PatientEvent;
use std::collections::HashMap;
use therapy::date_in_words;
use therapy::pathway::complications::{self, Complication, Follows};
use therapy::pathway::limits::PathwayLimits;
use therapy::whole;

/// A complication as the list shows it.
struct Shown {
    id: String,
    title: String,
    class: &'static str,
    first: String,
    on: String,
    related: &'static str,
    surgery: bool,
    note: String,
    ended: Option<(String, String)>,
    /// How long after the last operation it began, of an infection.
    timing: Option<String>,
    todo: Vec<String>,
}

/// What follows, to be ticked.
struct Offered {
    value: String,
    words: String,
}

#[derive(Template)]
#[template(path = "pathway/complications.html")]
struct ComplicationsPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    open: Vec<Shown>,
    over: Vec<Shown>,
    kinds: Vec<(String, String)>,
    related: Vec<(&'static str, &'static str)>,
    yes_no: [(&'static str, &'static str); 2],
    form: Form,
    /// The kind that was chosen, once it is to be confirmed.
    chosen: Option<&'static Complication>,
    offered: Vec<Offered>,
    sources: String,
    died: Option<String>,
    death_form: Form,
    end_form: Form,
    /// Which complication the refused form was to end.
    ending: String,
    refused: Option<Form>,
    may: bool,
}

/// Which form of the page was posted.
#[derive(Clone, PartialEq, Eq)]
enum Posted {
    Nothing,
    Happened,
    Ended(String),
    Died,
}

/// Early or late, by the days since the last operation before it.
fn timing(chart: &Chart, on: Date) -> Option<String> {
    let limits = PathwayLimits::embedded().ok()?;
    let early = i64::from(whole(&limits.after_care.early_infection_days));
    let operations = chart.patient.surgeries.iter().map(|surgery| surgery.on);
    let last = operations.filter(|operation| *operation <= on).max()?;
    let days = i64::from(last.until((jiff::Unit::Day, on)).ok()?.get_days());
    let word = if days <= early { "early" } else { "late" };
    Some(format!(
        "{word}: {days} days after the operation of {} (early is up to {early} days)",
        date_in_words(last)
    ))
}

fn listed(chart: &Chart) -> (Vec<Shown>, Vec<Shown>) {
    let one = |known: &practice::path::complication::Complication| {
        let kind = complications::by_id(&known.what);
        let infection = kind.is_some_and(|kind| kind.class == complications::Class::Infection);
        let todo = chart.patient.path.todos.open_from(&known.id);
        Shown {
            id: known.id.clone(),
            title: known.title().to_owned(),
            class: kind.map_or("", |kind| kind.class.words()),
            first: kind.map_or_else(String::new, |kind| kind.first.clone()),
            on: date_in_words(known.on),
            related: known.related.words(),
            surgery: known.surgery,
            note: known.note.clone(),
            ended: known.ended.as_ref().map(|(on, outcome)| (date_in_words(*on), outcome.clone())),
            timing: infection.then(|| timing(chart, known.on)).flatten(),
            todo: todo.map(|todo| format!("{} (by {})", todo.what, date_in_words(todo.by))).collect(),
        }
    };
    let all = chart.patient.path.complications.all.iter().rev().map(one);
    all.partition(|shown| shown.ended.is_none())
}

/// The day by which something follows.
fn by(chart: &Chart, follows: &Follows) -> Date {
    chart.today().checked_add(i64::from(follows.days).days()).unwrap_or_else(|_| chart.today())
}

fn offered(chart: &Chart, kind: &Complication) -> Vec<Offered> {
    let one = |(place, follows): (usize, &Follows)| {
        let whose = follows.discipline.parse().map_or("", Discipline::title);
        let day = date_in_words(by(chart, follows));
        Offered { value: place.to_string(), words: format!("{}: {whose}, by {day}", follows.what) }
    };
    kind.todo.iter().enumerate().map(one).collect()
}

fn made(
    state: &AppState,
    chart: &Chart,
    form: Form,
    posted: Posted,
    chosen: Option<&'static Complication>,
) -> Result<Response, PageError> {
    let refused = form.is_refused() || !form.moved.is_empty();
    let today = chart.today().to_string();
    let fresh = || {
        chart
            .form(state)
            .with("on", today.clone())
            .with("died.on", today.clone())
            .with("ended.on", today.clone())
    };
    let of = |holds: bool| if holds { form.clone() } else { fresh() };
    let (open, over) = listed(chart);
    let kinds = complications::all().unwrap_or_default();
    let limits = PathwayLimits::embedded().ok();
    let sources = chosen.map(|kind| &kind.source).into_iter().flatten();
    let sources: Vec<&str> = sources.filter_map(|id| Some(limits?.source(id))).collect();
    let page = ComplicationsPage {
        banner: chart.banner(),
        part: "pathway",
        open,
        over,
        kinds: kinds.iter().map(|kind| (kind.id.clone(), kind.title.clone())).collect(),
        related: Related::WORDS.map(|(word, _, words)| (word, words)).into(),
        yes_no: [("yes", "yes"), ("no", "no")],
        offered: chosen.map(|kind| offered(chart, kind)).unwrap_or_default(),
        sources: sources.join("; "),
        chosen,
        died: chart.patient.died.map(date_in_words),
        death_form: of(posted == Posted::Died),
        end_form: of(matches!(posted, Posted::Ended(_))),
        ending: if let Posted::Ended(id) = &posted { id.clone() } else { String::new() },
        form: of(posted == Posted::Happened),
        may: chart.actor.may(Right::RecordReports),
        refused: refused.then_some(form),
        page: chart.page.clone(),
    };
    let status = if refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, show(&page)?).into_response())
}

pub(super) async fn list(State(state): State<AppState>, chart: Chart) -> Result<Response, PageError> {
    let form = chart.form(&state);
    made(&state, &chart, form, Posted::Nothing, None)
}

async fn recorded(
    state: &AppState,
    chart: &Chart,
    mut form: Form,
    posted: Posted,
    chosen: Option<&'static Complication>,
    steps: Vec<Step>,
) -> Result<Response, PageError> {
    if let Some(done) = chart.done(state, &mut form, steps, "complications").await? {
        return Ok(done);
    }
    made(state, chart, form, posted, chosen)
}

/// A complication happened: first what it is, then what follows.
pub(super) async fn happened(
    State(state): State<AppState>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    chart.actor.require(Right::RecordReports)?;
    let mut form = Form::posted(fields)?;
    let kind = complications::by_id(form.value("what"));
    if kind.is_none() {
        form.refuse("what", "Choose what it is");
    }
    let on = form.day("on");
    if on.is_some_and(|on| on > chart.today()) {
        form.refuse("on", "This day has not come yet");
    }
    let related = Related::WORDS.iter().find(|(word, _, _)| form.is("related", word)).map(|(_, it, _)| *it);
    if related.is_none() {
        form.refuse("related", "Say whether it has to do with the therapy");
    }
    let surgery = form.value("surgery").to_owned();
    if !matches!(surgery.as_str(), "yes" | "no") {
        form.refuse("surgery", "Say whether it needs surgery");
    }
    let note = form.required("note", "Write down what was seen");
    let mut steps = Vec::new();
    let confirmed = form.is("act", "record");
    if let Some(((kind, on), related)) = kind.zip(on).zip(related).filter(|_| !form.is_refused()) {
        if !confirmed {
            for place in 0..kind.todo.len() {
                form.fields.add("follows", place.to_string());
            }
            return made(&state, &chart, form, Posted::Happened, Some(kind));
        }
        let id = chart.patient.next_line_id("complication");
        let event = |event| Step::Event { event, happened: chart.page.now };
        for (place, follows) in kind.todo.iter().enumerate() {
            if !form.is("follows", &place.to_string()) {
                continue;
            }
            let whose = follows.discipline.parse().map_or_else(|_| Whose::default(), Whose::discipline);
            let name = todo::id(&chart.patient, place);
            steps.push(event(todo::set_from(name, &follows.what, by(&chart, follows), whose, &id)));
        }
        let what = kind.id.clone();
        let happened = Event::Happened { id, what, on, related, surgery: surgery == "yes", note };
        steps.insert(0, event(PatientEvent::Complication(happened)));
    }
    recorded(&state, &chart, form, Posted::Happened, kind.filter(|_| confirmed), steps).await
}

/// A complication is over.
pub(super) async fn ended(
    State(state): State<AppState>,
    Path(path): Path<HashMap<String, String>>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    chart.actor.require(Right::RecordReports)?;
    let id = path.get("complication").cloned().unwrap_or_default();
    let known = chart.patient.path.complications.open(&id).ok_or(PageError::NotFound)?;
    let began = known.on;
    let mut form = Form::posted(fields)?;
    let on = form.day("ended.on");
    if on.is_some_and(|on| on > chart.today()) {
        form.refuse("ended.on", "This day has not come yet");
    } else if on.is_some_and(|on| on < began) {
        form.refuse("ended.on", "This day lies before it began");
    }
    let outcome = form.required("ended.outcome", "Say with what outcome");
    let step = on.map(|on| Step::Event {
        event: PatientEvent::Complication(Event::Ended { id: id.clone(), on, outcome }),
        happened: chart.page.now,
    });
    recorded(&state, &chart, form, Posted::Ended(id), None, step.into_iter().collect()).await
}

/// The patient died.
pub(super) async fn died(
    State(state): State<AppState>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    chart.actor.require(Right::RecordReports)?;
    let mut form = Form::posted(fields)?;
    let on = form.day("died.on");
    if on.is_some_and(|on| on > chart.today()) {
        form.refuse("died.on", "This day has not come yet");
    }
    let related = form.value("died.related").to_owned();
    let related = Related::WORDS.iter().find(|(word, _, _)| *word == related).map(|(_, it, _)| match it {
        Related::Related => "related",
        Related::NotRelated => "not related",
        Related::NotKnown => "not known",
    });
    if related.is_none() {
        form.refuse("died.related", "Say whether it has to do with the therapy, as far as it is known");
    }
    if !form.is("sure", "yes") {
        form.refuse("sure", "Tick that this is the right patient: nothing is due for a patient who died");
    }
    let note = form.value("died.note").to_owned();
    let step = on.zip(related).map(|(on, related)| Step::Event {
        event: PatientEvent::Died { on, related: related.to_owned(), note },
        happened: chart.page.now,
    });
    recorded(&state, &chart, form, Posted::Died, None, step.into_iter().collect()).await
}
