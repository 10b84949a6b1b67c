//! After-care: the titration plan with its contacts, reviews, weaning, the dose over the year, complications, operations.

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
use practice::discipline::Discipline;
use practice::path::todo::{self, Whose};
use practice::path::watch;
use practice::summary::micrograms;
use therapy::date_in_words;
use therapy::pathway::limits::PathwayLimits;
use therapy::pathway::sheet::Phase;

/// Rows for contacts in one form.
const CONTACTS: usize = 5;
/// Where contacts of the plan come from.
const PLAN: &str = "titration-plan";
/// Where reviews come from.
const REVIEW: &str = "review";

/// The dose of a year ago and now.
struct Rise {
    before: String,
    now: String,
    beyond: bool,
    limit: String,
    source: String,
}

#[derive(Template)]
#[template(path = "pathway/after_care.html")]
struct AfterCarePage {
    page: Page,
    banner: Banner,
    part: &'static str,
    rows: Vec<Row>,
    stage: &'static str,
    since: String,
    contacts: Vec<(String, String)>,
    reviews: Vec<(String, String)>,
    places: Vec<String>,
    ways: [(&'static str, &'static str); 2],
    weaning: Vec<String>,
    rise: Option<Rise>,
    complications: Vec<String>,
    form: Form,
    review_form: Form,
    refused: Option<Form>,
    may: bool,
}

impl AfterCarePage {
    fn field(&self, place: &str, part: &str) -> String {
        format!("contact.{place}.{part}")
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Posted {
    Nothing,
    Plan,
    Review,
}

fn open(chart: &Chart, from: &str) -> Vec<(String, String)> {
    let mut all: Vec<_> = chart.patient.path.todos.open_from(from).collect();
    all.sort_by_key(|todo| todo.by);
    all.iter()
        .map(|todo| (date_in_words(todo.by), format!("{} ({})", todo.what, todo.whose.words())))
        .collect()
}

fn made(state: &AppState, chart: &Chart, form: Form, posted: Posted) -> Result<Response, PageError> {
    let refused = form.is_refused() || !form.moved.is_empty();
    let of = |which: Posted| if posted == which { form.clone() } else { chart.form(state) };
    let limits = PathwayLimits::embedded().map_err(|error| PageError::Fault(error.to_string()))?;
    let stand = chart.stand()?;
    let rise = watch::rise(&stand).map(|rise| Rise {
        before: micrograms(&rise.before),
        now: micrograms(&rise.now),
        beyond: rise.beyond,
        limit: therapy::Value::dose(rise.limit.value).to_string(),
        source: rise.limit.source.iter().map(|id| limits.source(id)).collect::<Vec<_>>().join("; "),
    });
    let place = &chart.summary.place;
    let complications = &chart.patient.path.complications.all;
    let page = AfterCarePage {
        banner: chart.banner(),
        part: "pathway",
        rows: rows(chart, Phase::AfterCare),
        stage: place.stage.words(),
        since: chart.page.moment(place.since),
        contacts: open(chart, PLAN),
        reviews: open(chart, REVIEW),
        places: (1..=CONTACTS).map(|place| place.to_string()).collect(),
        ways: [("phone", "by phone"), ("visit", "visit")],
        weaning: watch::weaning(&chart.patient.medicines).iter().map(watch::Weaning::words).collect(),
        rise,
        complications: complications
            .iter()
            .filter(|known| known.ended.is_none())
            .map(|known| format!("{}, since {}", known.title(), date_in_words(known.on)))
            .collect(),
        form: of(Posted::Plan),
        review_form: of(Posted::Review),
        refused: refused.then_some(form),
        may: chart.actor.may(Right::RecordReports),
        page: chart.page.clone(),
    };
    let status = if refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, show(&page)?).into_response())
}

pub(super) async fn after_care(State(state): State<AppState>, chart: Chart) -> Result<Response, PageError> {
    let form = chart.form(&state);
    made(&state, &chart, form, Posted::Nothing)
}

async fn recorded(
    state: &AppState,
    chart: &Chart,
    mut form: Form,
    posted: Posted,
    steps: Vec<Step>,
) -> Result<Response, PageError> {
    if let Some(done) = chart.done(state, &mut form, steps, "after-care").await? {
        return Ok(done);
    }
    made(state, chart, form, posted)
}

/// Contacts of the titration: days, by phone or as a visit, and what is asked.
pub(super) async fn plan(
    State(state): State<AppState>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    chart.actor.require(Right::RecordReports)?;
    let mut form = Form::posted(fields)?;
    let mut steps = Vec::new();
    for place in 1..=CONTACTS {
        let name = |part: &str| format!("contact.{place}.{part}");
        let what = form.value(&name("what")).to_owned();
        let way = form.value(&name("way")).to_owned();
        if form.value(&name("on")).is_empty() && what.is_empty() && way.is_empty() {
            continue;
        }
        let on = form.day(&name("on"));
        if on.is_some_and(|on| on < chart.today()) {
            form.refuse(&name("on"), "This day has passed");
        }
        let words = match way.as_str() {
            "phone" => "Call",
            "visit" => "Visit",
            _ => {
                form.refuse(&name("way"), "Say whether it is a call or a visit");
                continue;
            }
        };
        let asked = if what.is_empty() { "tone, spasms, sleep, side effects".to_owned() } else { what };
        if let Some(on) = on {
            let id = todo::id(&chart.patient, steps.len());
            let whose = Whose::discipline(Discipline::Nursing);
            let event = todo::set_from(id, format!("{words}: {asked}"), on, whose, PLAN);
            steps.push(Step::Event { event, happened: chart.page.now });
        }
    }
    if steps.is_empty() && !form.is_refused() {
        form.refuse("contact.1.on", "Nothing is planned yet: give at least one day");
    }
    recorded(&state, &chart, form, Posted::Plan, steps).await
}

/// The next review.
pub(super) async fn review(
    State(state): State<AppState>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    chart.actor.require(Right::RecordReports)?;
    let mut form = Form::posted(fields)?;
    let on = form.day("review.on");
    if on.is_some_and(|on| on < chart.today()) {
        form.refuse("review.on", "This day has passed");
    }
    let what = match form.value("review.what") {
        "" => "Review: reasons and goals asked again, scales scored, dose and system looked at".to_owned(),
        what => format!("Review: {what}"),
    };
    let step = on.map(|on| {
        let id = todo::id(&chart.patient, 0);
        Step::Event {
            event: todo::set_from(id, what, on, Whose::default(), REVIEW),
            happened: chart.page.now,
        }
    });
    recorded(&state, &chart, form, Posted::Review, step.into_iter().collect()).await
}
