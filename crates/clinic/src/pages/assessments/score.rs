//! The form of one scale: every site, item or goal of it at one time, recorded together.

use super::direction_words;
use super::entry::{Option_, Rated, line, options, rated, scores};
use crate::Banner;
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
use scales::{About, Scale, Sites};
use std::collections::{BTreeSet, HashMap};

/// More values than are shown as radio buttons.
const RADIOS_MAX: u16 = 11;

#[derive(Template)]
#[template(path = "assessments/score.html")]
struct ScorePage {
    page: Page,
    banner: Banner,
    part: &'static str,
    form: Form,
    scale: Scale,
    rated: Vec<Rated>,
    /// Whether what the items make was asked for.
    total_shown: bool,
}

impl ScorePage {
    fn about(&self) -> &'static About {
        self.scale.about()
    }

    fn direction(&self) -> &'static str {
        direction_words(self.scale.direction())
    }

    fn options(&self, scale: &Scale) -> Vec<Option_> {
        options(scale.values())
    }

    /// The sign that stands before an item's field: "R1" of "R1, angle of catch".
    fn sign<'a>(&self, name: &'a str) -> &'a str {
        name.split_once(',').map_or(name, |(sign, _)| sign)
    }

    fn item_options(&self, item: &scales::Item) -> Vec<Option_> {
        options(item.values)
    }

    /// Whether sites are rated in a table: muscle groups down, sides across.
    fn in_table(&self) -> bool {
        self.scale.sites() == Sites::MuscleAndSide
    }

    fn has_items(&self, scale: &Scale) -> bool {
        !scale.items().is_empty()
    }

    /// Whether the values of a scale are few enough to stand beside each other.
    fn few(&self, scale: &Scale) -> bool {
        scale.values().count() <= RADIOS_MAX
    }

    fn accepted(&self, scale: &Scale) -> String {
        scale.values().accepted().replace(", in quotes", "")
    }

    /// The rows of the table: the muscle group's name and its sides.
    fn rows(&self) -> Vec<(String, &[Rated])> {
        let name = |pair: &[Rated]| {
            let muscle = pair.first().and_then(|one| one.site).and_then(|site| site.muscle);
            muscle.map(scales::Muscle::name).unwrap_or_default()
        };
        self.rated.chunks(2).map(|pair| (name(pair), pair)).collect()
    }
}

fn scale_of(path: &HashMap<String, String>) -> Result<Scale, PageError> {
    path.get("scale").and_then(|word| Scale::by_word(word)).ok_or(PageError::NotFound)
}

/// The goals that this patient has been rated on.
fn goals(chart: &Chart) -> Result<Vec<String>, PageError> {
    let stand = chart.stand()?;
    let goals: BTreeSet<&str> = stand.course.scores.iter().filter_map(|(_, score)| score.goal()).collect();
    Ok(goals.into_iter().map(str::to_owned).collect())
}

fn shown(
    chart: &Chart,
    form: Form,
    scale: Scale,
    rated: Vec<Rated>,
    total_shown: bool,
) -> Result<Response, PageError> {
    let status = if form.is_refused() || !form.moved.is_empty() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let (page, banner) = (chart.page.clone(), chart.banner());
    let shown = ScorePage { page, banner, part: "assessments", form, scale, rated, total_shown };
    Ok((status, show(&shown)?).into_response())
}

pub(super) async fn ask(
    State(state): State<AppState>,
    Path(path): Path<HashMap<String, String>>,
    chart: Chart,
) -> Result<Response, PageError> {
    chart.actor.require(Right::RecordAssessments)?;
    let scale = scale_of(&path)?;
    let form = chart.form(&state).at("at", chart.page.now, &chart.page).with("by", chart.actor.name.clone());
    let rated = rated(scale, &goals(&chart)?);
    shown(&chart, form, scale, rated, false)
}

pub(super) async fn record(
    State(state): State<AppState>,
    Path(path): Path<HashMap<String, String>>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    chart.actor.require(Right::RecordAssessments)?;
    let scale = scale_of(&path)?;
    let mut form = Form::posted(fields)?;
    let rated = rated(scale, &goals(&chart)?);
    if form.fields.is_resumed() || form.fields.has("show-total") {
        return shown(&chart, form, scale, rated, true);
    }
    let at = form.when("at", &chart.page);
    let by = form.required("by", "Say who rated");
    let scores = scores(&mut form, &rated);
    if scores.is_empty() && !form.is_refused() {
        form.refuse("", "Nothing is rated yet: choose a value for at least one.");
    }
    if let Some(at) = at.filter(|_| !form.is_refused()) {
        let steps = scores.iter().map(|score| Step::Report { line: line(score, &at.text, &by) }).collect();
        if chart.record(&state, &mut form, steps).await?.is_some() {
            return Ok(Redirect::to(&chart.banner().address("assessments")).into_response());
        }
    }
    shown(&chart, form, scale, rated, true)
}
