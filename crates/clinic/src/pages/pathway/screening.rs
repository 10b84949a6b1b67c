//! The screening test: the ladder, the dose that is being watched with its grid of looks, scores before and after, and the
//! catheter of a longer test.

use super::evaluation::{Row, rows};
use super::look::{Cell, Line, grid, not_ready, spots};
use crate::banner::Banner;
use crate::error::PageError;
use crate::form::Form;
use crate::page::{Page, show};
use crate::pages::overview::data::score_panels;
use crate::pages::overview::view::Drawing;
use crate::patient::Chart;
use crate::state::AppState;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use charts::{self, SiteScores};
use practice::access::Right;
use practice::path::consent::To;
use practice::path::stage::ladder;
use practice::path::trial::{Answer, Awake, Given, Route, VITALS};
use practice::patient::people;
use practice::summary::micrograms;
use pump::PumpTime;
use scales::{Domain, Score};
use serde_json::Value;
use therapy::calculators::screen::Verdict;
use therapy::decimal;
use therapy::pathway::limits::PathwayLimits;
use therapy::pathway::sheet::Phase;
use therapy::pathway::trial::{asked_points, response};

/// A signed order of a test dose that has not been given.
pub(super) struct Ordered {
    pub(super) order: String,
    pub(super) dose: String,
    /// The same as in a course file.
    pub(super) written: String,
    pub(super) when: String,
}

/// A dose with what was seen.
struct Shown {
    dose: String,
    when: String,
    route: &'static str,
    note: String,
    columns: Vec<String>,
    grid: Vec<Line>,
    /// What the comparison of scores says, each with whether it speaks for a response.
    says: Vec<(String, Option<bool>)>,
    charts: Vec<Drawing>,
    /// Something more than hoped for was seen.
    alarm: Option<&'static str>,
    /// Whether it is being watched.
    watched: bool,
}

#[derive(Template)]
#[template(path = "pathway/screening.html")]
struct ScreeningPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    rows: Vec<Row>,
    verdict: (&'static str, &'static str),
    next: Option<String>,
    not_before: Option<String>,
    start: Option<String>,
    consent: bool,
    /// What speaks against a dose today, by the readiness sheet.
    not_ready: Vec<String>,
    ordered: Vec<Ordered>,
    given: Vec<Shown>,
    /// The dose that is being watched, and what can be scored after it.
    watched: Option<String>,
    spots: Vec<Cell>,
    catheter: Option<(String, String)>,
    vitals: Vec<(&'static str, &'static str, &'static str)>,
    awake: Vec<(&'static str, &'static str)>,
    answers: Vec<(&'static str, &'static str)>,
    routes: Vec<(&'static str, &'static str)>,
    form: Form,
    may: bool,
    refused: bool,
}

/// Signed orders of test doses that nobody has given yet.
pub(super) fn ordered(chart: &Chart) -> Vec<Ordered> {
    let patient = &chart.patient;
    let at = |line: &Value| {
        let at = line.get("at").and_then(Value::as_str)?;
        Some(at.parse::<jiff::Timestamp>().ok()?.as_second())
    };
    // A test that was reported without its hour of giving is over too.
    let reported =
        patient.lines.iter().filter(|placed| placed.stands && placed.line.line.get("screened").is_some());
    let reported = reported.filter_map(|placed| at(&placed.line.line)).max();
    let orders = patient.lines.iter().filter(|placed| placed.stands).filter_map(|placed| {
        let dose = placed.line.line.pointer("/order/screening-dose/dose")?.as_str()?;
        let given = patient.path.trial.given.iter().any(|given| given.order == placed.line.id);
        let written = at(&placed.line.line)?;
        (!given && reported.is_none_or(|reported| reported < written)).then(|| Ordered {
            order: placed.line.id.clone(),
            dose: people(dose),
            written: dose.to_owned(),
            when: chart.page.moment(written),
        })
    });
    orders.collect()
}

/// A score with its time on the pump's clock.
pub(super) type Timed = (PumpTime, Score);

/// The last scores of tone and spasm before a time, and those after it up to another.
pub(super) fn around(scores: &[Timed], given: PumpTime, until: PumpTime) -> (Vec<&Timed>, Vec<&Timed>) {
    let wanted = |score: &Score| matches!(score.scale().domain(), Domain::Tone | Domain::Spasm);
    let mut before: Vec<&Timed> = Vec::new();
    for one in scores.iter().rev().filter(|(at, score)| *at <= given && wanted(score)) {
        if !before.iter().any(|(_, known)| known.compares_with(&one.1)) {
            before.push(one);
        }
    }
    before.reverse();
    let after = scores.iter().filter(|(at, score)| *at > given && *at <= until && wanted(score)).collect();
    (before, after)
}

/// So many points.
fn counted(points: &str) -> String {
    if points == "1" { "1\u{a0}point".to_owned() } else { format!("{points}\u{a0}points") }
}

fn shown(
    chart: &Chart,
    stand: &practice::patient::Stand<'_>,
    given: &Given,
    next: Option<i64>,
    watched: bool,
) -> Shown {
    let course = &stand.course;
    let at = course.clock.at(given.at);
    let day = 24 * 3_600;
    let until = course.clock.at(next.unwrap_or(i64::MAX).min(given.at + day));
    let (before, after) = around(&course.scores, at, until);
    let limits = PathwayLimits::embedded().ok();
    let scores =
        |all: &[&'_ (PumpTime, Score)]| all.iter().map(|(_, score)| score.clone()).collect::<Vec<_>>();
    let (was, is) = (scores(&before), scores(&after));
    let mut says = Vec::new();
    if let Some(limits) = limits {
        let found = response(&was.iter().collect::<Vec<_>>(), &is.iter().collect::<Vec<_>>(), &limits.trial);
        let (mean, points) = asked_points(&limits.trial);
        let source = |ids: &[String]| ids.iter().map(|id| limits.source(id)).collect::<Vec<_>>().join("; ");
        if let Some(drop) = &found.mean_drop {
            let groups = found.groups;
            let words = format!(
                "Mean of the Ashworth scale over {groups} muscle groups: fell by {}. A fall of {mean} or more was a response in {}.",
                counted(&decimal(drop, 2)),
                source(&limits.trial.mean_drop_min.source)
            );
            says.push((words, found.by_mean));
        }
        if let Some((drop, what)) = &found.largest_drop {
            let words = format!(
                "Largest fall: {} ({what}). A fall of {points} points of tone or spasms was a response in {}.",
                counted(&decimal(drop, 1)),
                source(&limits.trial.point_drop_min.source)
            );
            says.push((words, found.by_points));
        }
    }
    // What was scored before stands at the dose, so that the hours after it are seen.
    let stands = before.iter().map(|(_, score)| (at, score.clone()));
    let all = stands.chain(after.iter().map(|one| (*one).clone()));
    // By the clinic's clock: before there is a pump the course has none of its own.
    let shift = course.clock.at(0).0;
    let here = |at: PumpTime| {
        let unix = at.0 - shift;
        let there = jiff::Timestamp::from_second(unix).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        PumpTime(unix + i64::from(chart.page.zone.to_offset(there).seconds()))
    };
    let all: Vec<Timed> = all.map(|(at, score)| (here(at), score)).collect();
    let charts = if after.is_empty() {
        Vec::new()
    } else {
        score_panels(&all, |scale| after.iter().any(|(_, score)| score.scale() == scale), 6)
    };
    let charts = charts.into_iter().map(|panel| {
        let title = format!("{}, before and after {}", panel.heading, people(&given.dose));
        let data = SiteScores { title, panel, marks: Vec::new() };
        Drawing::new(|shape| charts::site_scores(&data, shape))
    });
    let worst = given.seen.iter().map(|seen| seen.answer).max().filter(|answer| *answer != Answer::AsHoped);
    let (columns, grid) = grid(chart, course.clock, given, &before, &after);
    Shown {
        dose: people(&given.dose),
        when: chart.page.moment(given.at),
        route: given.route.words(),
        note: given.note.clone(),
        columns,
        grid,
        says,
        charts: charts.collect(),
        alarm: worst.map(Answer::words),
        watched,
    }
}

const fn verdict(verdict: Verdict) -> (&'static str, &'static str) {
    match verdict {
        Verdict::Give => ("The next test dose may be given", "state-quiet"),
        Verdict::Wait => ("The next test dose must wait", "state-warn"),
        Verdict::Eligible => ("A test dose had an effect", "state-good"),
        Verdict::NotACandidate => {
            ("No effect of the largest test dose: not a candidate for infusion", "state-stop")
        }
        Verdict::Stop => ("A test dose had an adverse effect: stop", "state-stop"),
    }
}

pub(super) fn made(chart: &Chart, form: Form) -> Result<Response, PageError> {
    let stand = chart.stand()?;
    let trial = &chart.patient.path.trial;
    let ladder = ladder(&stand, &chart.rules, chart.page.now);
    let watched = trial.watched(&chart.patient);
    let given = trial.given.iter().enumerate().map(|(place, given)| {
        let next = trial.given.get(place + 1).map(|next| next.at);
        shown(chart, &stand, given, next, watched.is_some_and(|watched| watched.id == given.id))
    });
    let refused = form.is_refused() || !form.moved.is_empty();
    let page = ScreeningPage {
        banner: chart.banner(),
        part: "pathway",
        rows: rows(chart, Phase::Test),
        verdict: match watched {
            Some(_) => ("A test dose is being watched: no other dose until its effect is said", "state-warn"),
            None => verdict(ladder.verdict),
        },
        next: ladder
            .next_dose
            .filter(|_| watched.is_none())
            .map(|dose| therapy::Value::mass(dose).to_string()),
        not_before: ladder.not_before.filter(|at| *at > chart.page.now).map(|at| chart.page.moment(at)),
        start: ladder.start_dose.as_ref().map(micrograms),
        consent: chart.patient.path.consents.given(To::Test),
        not_ready: not_ready(chart),
        ordered: ordered(chart),
        given: given.rev().collect(),
        watched: watched.map(|given| given.id.clone()),
        spots: watched.map(|given| spots(&stand.course, given.at)).unwrap_or_default(),
        catheter: trial.catheter_in().map(|(at, level, _)| (chart.page.moment(*at), level.clone())),
        vitals: VITALS.map(|(word, label, unit, _, _)| (word, label, unit)).into(),
        awake: Awake::WORDS.map(|(word, _, words)| (word, words)).into(),
        answers: Answer::WORDS.map(|(word, _, words)| (word, words)).into(),
        routes: Route::WORDS.map(|(word, _, words)| (word, words)).into(),
        form,
        may: chart.actor.may(Right::RecordReports),
        refused,
        page: chart.page.clone(),
    };
    let status = if refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, show(&page)?).into_response())
}

pub(super) async fn screening(State(state): State<AppState>, chart: Chart) -> Result<Response, PageError> {
    let form = chart.form(&state).at("at", chart.page.now, &chart.page).with("answer", "");
    made(&chart, form)
}
