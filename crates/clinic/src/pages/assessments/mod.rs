//! Assessments: scores over time, and a form for each scale.

pub(crate) mod entry;
mod score;

use crate::Banner;
use crate::error::PageError;
use crate::page::{Page, show};
use crate::pages::overview::data::score_panels;
use crate::pages::overview::view::Drawing;
use crate::patient::Chart;
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use charts::{self, ScorePanel, SiteScores};
use practice::access::Right;
use scales::{Direction, Domain, Scale};

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/patients/{id}/assessments", get(list))
        .route("/patients/{id}/assessments/{scale}", get(score::ask).post(score::record))
}

/// Lines that one chart draws apart.
const LINES_SHOWN: usize = 6;

const DOMAINS: [Domain; 7] = [
    Domain::Tone,
    Domain::Spasm,
    Domain::Dystonia,
    Domain::Pain,
    Domain::Function,
    Domain::Goals,
    Domain::QualityOfLife,
];

/// Which way is better, in words.
pub(crate) const fn direction_words(direction: Direction) -> &'static str {
    match direction {
        Direction::LessIsBetter => "less is better",
        Direction::MoreIsBetter => "more is better",
        Direction::Classification => "sorts, and is no outcome",
    }
}

/// A scale with its scores.
struct Scored {
    scale: Scale,
    charts: Vec<Drawing>,
}

/// The scales of one kind.
struct Offered {
    domain: &'static str,
    scales: Vec<Scale>,
}

#[derive(Template)]
#[template(path = "assessments/assessments.html")]
struct AssessmentsPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    scored: Vec<Scored>,
    offered: Vec<Offered>,
    may: bool,
}

impl AssessmentsPage {
    fn direction(&self, scale: &Scale) -> &'static str {
        direction_words(scale.direction())
    }
}

/// The charts of one scale: its sites, a few in each.
fn charts(scale: Scale, panel: &ScorePanel) -> Vec<Drawing> {
    let parts = panel.lines.chunks(LINES_SHOWN).map(|lines| {
        let panel = ScorePanel { lines: lines.to_vec(), ..panel.clone() };
        let names: Vec<&str> = lines.iter().map(|line| line.name.as_str()).collect();
        let title = match names.as_slice() {
            [one] if *one == scale.name() => scale.name().to_owned(),
            names => format!("{}: {}", scale.name(), names.join(", ")),
        };
        let data = SiteScores { title, panel, marks: Vec::new() };
        Drawing::new(|shape| charts::site_scores(&data, shape))
    });
    parts.collect()
}

async fn list(chart: Chart) -> Result<Response, PageError> {
    let stand = chart.stand()?;
    let scored = Scale::all().filter_map(|scale| {
        let panels = score_panels(&stand.course.scores, |known| known == scale, usize::MAX);
        Some(Scored { scale, charts: charts(scale, panels.first()?) })
    });
    let offered = DOMAINS.map(|domain| Offered {
        domain: domain.name(),
        scales: Scale::all().filter(|scale| scale.domain() == domain).collect(),
    });
    let shown = AssessmentsPage {
        banner: chart.banner(),
        part: "assessments",
        scored: scored.collect(),
        offered: offered.into(),
        may: chart.actor.may(Right::RecordAssessments),
        page: chart.page.clone(),
    };
    Ok(show(&shown)?.into_response())
}
