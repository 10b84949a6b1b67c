//! Rehabilitation: the programme, goals with how far they are attained, sessions, reviews, exercises for home.

mod forms;

use crate::banner::Banner;
use crate::error::PageError;
use crate::form::Form;
use crate::page::{Page, show};
use crate::pages::overview::view::Drawing;
use crate::papers;
use crate::patient::{Chart, sentence};
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use charts::{self, Sample, ScoreLine, ScorePanel, SiteScores};
use jiff::Timestamp;
use practice::access::Right;
use practice::path::rehabilitation::{AREAS, Attainment, CHANGES, Exercise, Goal, Part, Review, Session};
use therapy::date_in_words;
use therapy::pathway::reasons::Reason;
use words::Language;

pub(crate) fn routes() -> Router<AppState> {
    let base = "/patients/{id}/rehabilitation";
    let below = |part: &str| format!("{base}/{part}");
    Router::new()
        .route(base, get(ask))
        .route(&below("programme"), get(forms::ask_programme).post(forms::programme))
        .route(&below("goal"), get(forms::ask_goal).post(forms::goal))
        .route(&below("rate"), get(forms::ask_rate).post(forms::rate))
        .route(&below("session"), get(forms::ask_session).post(forms::session))
        .route(&below("review"), get(forms::ask_review).post(forms::review))
        .route(&below("drop"), post(forms::drop_goal))
        .route(&below("end"), post(forms::end))
        .route(&below("exercises"), get(exercises))
        .route(&below("exercises.pdf"), get(paper))
        .route(&below("exercises/write"), get(forms::ask_exercises).post(forms::exercises))
}

/// Reviews that are shown beside each other.
const REVIEWS_COMPARED: usize = 4;
/// Sessions that are shown.
const SESSIONS_SHOWN: usize = 30;

/// A goal as the page shows it.
pub(super) struct Shown {
    pub(super) version: u64,
    pub(super) name: String,
    reason: Option<&'static str>,
    counts: String,
    /// What each level means, the highest first: its sign and its words.
    pub(super) levels: Vec<(&'static str, String)>,
    baseline: Option<String>,
    now: Option<String>,
    rated: Option<String>,
    dropped: Option<String>,
}

/// Signs of the levels, from the lowest.
pub(super) const LEVELS: [&str; 5] = ["-2", "-1", "0", "+1", "+2"];

/// A level in words: its sign and what was agreed.
fn level(goal: &Goal, level: i8) -> String {
    let place = usize::try_from(i16::from(level) + 2).unwrap_or_default();
    let sign = LEVELS.get(place).copied().unwrap_or_default().replace('-', "\u{2212}");
    format!("{sign}: {}", goal.levels.get(place).map_or("", String::as_str))
}

pub(super) fn shown_goal(chart: &Chart, goal: &Goal) -> Shown {
    let ratings = chart.patient.ratings(goal);
    let counts = match goal.weight {
        Some(weight) => format!("{} × {} = {}", weight.importance, weight.difficulty, goal.counts()),
        None => "1, not weighed".to_owned(),
    };
    let levels = LEVELS.iter().copied().zip(goal.levels.iter().cloned()).rev();
    Shown {
        version: goal.version,
        name: goal.name.clone(),
        reason: goal.reason.map(Reason::topic),
        counts,
        levels: levels.collect(),
        baseline: ratings.first().map(|rating| level(goal, rating.level)),
        now: ratings.last().map(|rating| level(goal, rating.level)),
        rated: ratings.last().map(|rating| chart.page.moment(rating.at)),
        dropped: goal.dropped.as_ref().map(|(_, why)| sentence(why)),
    }
}

/// A review as the page shows it.
struct Reviewed {
    on: String,
    by: String,
    outcome: String,
}

fn reviewed(review: &Review) -> Reviewed {
    let outcome = sentence(&review.outcome);
    Reviewed { on: date_in_words(review.on), by: review.by.clone(), outcome }
}

/// How each reason stood at these reviews; nothing where it was not asked.
fn standing(reviews: &[&Review]) -> Vec<(&'static str, Vec<&'static str>)> {
    let stood = |reason: Reason, review: &Review| {
        let change = review.reasons.get(reason.id())?;
        CHANGES.iter().find(|(id, _)| id == change).map(|(_, words)| *words)
    };
    let asked = |reason: &Reason| reviews.iter().any(|review| review.reasons.contains_key(reason.id()));
    let rows = Reason::ALL.into_iter().filter(asked).map(|reason| {
        let words = reviews.iter().map(|review| stood(reason, review).unwrap_or("not asked"));
        (reason.topic(), words.collect())
    });
    rows.collect()
}

/// The programme as the page shows it.
struct Programme {
    from: String,
    by: String,
    parts: Vec<(&'static str, Part)>,
    ended: Option<String>,
}

#[derive(Template)]
#[template(path = "rehabilitation/rehabilitation.html")]
struct RehabilitationPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    form: Form,
    may: bool,
    programme: Option<Programme>,
    review: Option<String>,
    overdue: bool,
    goals: Vec<Shown>,
    dropped: Vec<Shown>,
    now: Option<String>,
    baseline: Option<String>,
    change: Option<String>,
    not_rated: Vec<String>,
    drawing: Option<Drawing>,
    sessions: Vec<(String, Session)>,
    reviews: Vec<Reviewed>,
    /// How the reasons stood: one row each, a column for each review, the first one first.
    standing: Vec<(&'static str, Vec<&'static str>)>,
    reviewed_on: Vec<String>,
    exercises: usize,
}

impl RehabilitationPage {
    /// The goals to choose from.
    fn names(&self) -> Vec<(&str, &str)> {
        self.goals.iter().map(|goal| (goal.name.as_str(), goal.name.as_str())).collect()
    }
}

/// T as it was rounded, to the hundredth: it is never rounded twice.
fn t_words(hundredths: i32) -> String {
    let sign = if hundredths < 0 { "\u{2212}" } else { "" };
    let t = hundredths.unsigned_abs();
    format!("{sign}{}.{:02}", t / 100, t % 100)
}

/// T over time, with the same as a table; nothing before there are two.
fn drawing(chart: &Chart, attainment: &Attainment) -> Option<Drawing> {
    if attainment.points.len() < 2 {
        return None;
    }
    let samples = attainment.points.iter().map(|point| {
        let at = Timestamp::from_second(point.at).unwrap_or(Timestamp::UNIX_EPOCH);
        let goals = if point.goals == 1 { "goal" } else { "goals" };
        Sample {
            at: at.to_zoned(chart.page.zone.clone()).datetime(),
            value: f64::from(point.t) / 100.0,
            words: format!("T {} over {} {goals}", t_words(point.t), point.goals),
        }
    });
    let line = ScoreLine { name: "T".to_owned(), samples: samples.collect() };
    let panel = ScorePanel { heading: "goal attainment".to_owned(), levels: Vec::new(), lines: vec![line] };
    let data = SiteScores { title: "Goal attainment, T".to_owned(), panel, marks: Vec::new() };
    Some(Drawing::new(|shape| charts::site_scores(&data, shape)))
}

async fn ask(State(state): State<AppState>, chart: Chart) -> Result<Response, PageError> {
    let form = chart.form(&state);
    Ok(show(&page(&chart, form))?.into_response())
}

fn page(chart: &Chart, form: Form) -> RehabilitationPage {
    let known = &chart.patient.path.rehabilitation;
    let attainment = chart.patient.attainment();
    let area = |part: &Part| AREAS.iter().find(|(id, _)| *id == part.area).map_or("", |(_, words)| words);
    let programme = known.programme.as_ref().map(|programme| {
        let parts = programme.parts.iter().map(|part| (area(part), part.clone())).collect();
        let (from, by, ended) =
            (date_in_words(programme.from), programme.by.clone(), programme.ended.clone());
        Programme { from, by, parts, ended }
    });
    let sessions = known.sessions.iter().rev().take(SESSIONS_SHOWN);
    let first = known.reviews.len().saturating_sub(REVIEWS_COMPARED);
    let compared: Vec<&Review> = known.reviews.iter().skip(first).collect();
    RehabilitationPage {
        banner: chart.banner(),
        part: "pathway",
        form,
        may: chart.actor.may(Right::RecordAssessments),
        programme,
        review: known.next_review.map(date_in_words),
        overdue: known.next_review.is_some_and(|on| on < chart.today()),
        goals: known.pursued().map(|goal| shown_goal(chart, goal)).collect(),
        dropped: known
            .goals
            .iter()
            .filter(|goal| goal.dropped.is_some())
            .map(|goal| shown_goal(chart, goal))
            .collect(),
        now: attainment.now.map(t_words),
        baseline: attainment.baseline.map(t_words),
        change: attainment.change().map(|change| {
            let sign = if change > 0 { "+" } else { "" };
            format!("{sign}{}", t_words(change))
        }),
        drawing: drawing(chart, &attainment),
        not_rated: attainment.not_rated,
        sessions: sessions.map(|session| (date_in_words(session.on), session.clone())).collect(),
        reviews: known.reviews.iter().rev().map(reviewed).collect(),
        standing: standing(&compared),
        reviewed_on: compared.iter().map(|review| date_in_words(review.on)).collect(),
        exercises: known.exercises.as_ref().map_or(0, |(_, _, list)| list.len()),
        page: chart.page.clone(),
    }
}

#[derive(Template)]
#[template(path = "rehabilitation/exercises.html")]
struct ExercisesPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    written: Option<(String, String)>,
    list: Vec<Exercise>,
    may: bool,
}

impl ExercisesPage {
    fn with_a_pump(&self) -> &'static str {
        with_a_pump()
    }
}

async fn exercises(State(state): State<AppState>, chart: Chart) -> Result<Response, PageError> {
    let names = crate::pages::timeline::names(&state).await?;
    let kept = chart.patient.path.rehabilitation.exercises.clone();
    let written = kept.as_ref().map(|(at, by, _)| {
        (chart.page.moment(*at), by.and_then(|by| names.get(&by)).cloned().unwrap_or_default())
    });
    let shown = ExercisesPage {
        banner: chart.banner(),
        part: "pathway",
        written,
        list: kept.map(|(_, _, list)| list).unwrap_or_default(),
        may: chart.actor.may(Right::RecordAssessments),
        page: chart.page.clone(),
    };
    Ok(show(&shown)?.into_response())
}

/// What goes with every sheet of somebody who has a pump.
fn with_a_pump() -> &'static str {
    words::source(Language::English, "paper-exercises-with-pump-says").unwrap_or_default()
}

async fn paper(
    State(state): State<AppState>,
    Query(asked): Query<papers::Asked>,
    headers: HeaderMap,
    chart: Chart,
) -> Result<Response, PageError> {
    papers::paper_pdf(&state, &headers, &chart, papers::Kind::Exercises, &asked).await
}
