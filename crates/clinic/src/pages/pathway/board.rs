//! The board: every patient on the way, by stage, with how long they have waited and what blocks them.

use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::page::{Page, Section, show};
use crate::pages::today::civil_today;
use crate::pages::today::row::{days, days_between};
use crate::state::AppState;
use askama::Template;
use axum::extract::State;
use axum::http::Uri;
use axum::response::{IntoResponse, Response};
use practice::access::{Actor, Right};
use practice::path::stage::{Block, Stage};
use practice::summary::Summary;
use practice::worklist::{Task, stage_term};
use record::Window;

/// More patients on the way than a clinic's board shows.
const SHOWN_MAX: u32 = 2_000;
/// Up to so many of those who have arrived are counted.
const COUNTED_MAX: u32 = 10_000;

struct Waiting {
    id: String,
    name: String,
    house: String,
    days: i32,
    waited: String,
    blocks: Vec<Block>,
}

struct Column {
    title: &'static str,
    waiting: Vec<Waiting>,
    /// Half of them have waited longer than this.
    median: Option<String>,
}

#[derive(Template)]
#[template(path = "pathway/board.html")]
struct BoardPage {
    page: Page,
    form: Form,
    houses: Vec<(String, String)>,
    columns: Vec<Column>,
    /// Stages of which only the number is shown.
    arrived: Vec<(&'static str, usize)>,
    total: usize,
    cut: bool,
}

/// The middle of waiting times, in days; of one or two it says nothing.
fn median(waiting: &[Waiting]) -> Option<String> {
    if waiting.len() < 3 {
        return None;
    }
    let mut all: Vec<i32> = waiting.iter().map(|one| one.days).collect();
    all.sort_unstable();
    all.get(all.len() / 2).map(|middle| days(*middle))
}

pub(super) async fn board(
    State(state): State<AppState>,
    actor: Actor,
    page: Page,
    uri: Uri,
) -> Result<Response, PageError> {
    actor.require(Right::ReadPatients)?;
    let fields = Fields::parse(uri.query().unwrap_or_default().as_bytes());
    let settings = state.settings().await?;
    let wanted = fields.text("house").to_owned();
    let window = Window { now: page.now, until: i64::MAX };
    let lines =
        state.patients(&page.sight).due(vec![Task::OnTheWay.word().to_owned()], window, SHOWN_MAX).await?;
    let cut = lines.len() >= usize::try_from(SHOWN_MAX).unwrap_or(usize::MAX);
    let today = civil_today(&page);
    let mut all: Vec<(Stage, Waiting)> = Vec::new();
    for line in &lines {
        let Ok(summary) = serde_json::from_str::<Summary>(&line.summary) else { continue };
        if !wanted.is_empty() && summary.house != wanted {
            continue;
        }
        let since = jiff::Timestamp::from_second(summary.place.since).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        let waited = days_between(since.to_zoned(page.zone.clone()).date(), today);
        let one = Waiting {
            id: line.stream.id.to_string(),
            name: summary.name.clone(),
            house: summary.house.clone(),
            days: waited,
            waited: days(waited),
            blocks: summary.place.blocks,
        };
        all.push((summary.place.stage, one));
    }
    let total = all.len();
    let mut columns: Vec<Column> = Vec::new();
    for (_, stage, title) in Stage::WORDS.into_iter().filter(|(_, stage, _)| stage.on_the_way()) {
        let (mine, rest): (Vec<_>, Vec<_>) = all.into_iter().partition(|(known, _)| *known == stage);
        all = rest;
        let mut waiting: Vec<Waiting> = mine.into_iter().map(|(_, one)| one).collect();
        waiting.sort_by_key(|one| -one.days);
        columns.push(Column { title, median: median(&waiting), waiting });
    }
    let mut arrived = Vec::new();
    for (_, stage, title) in Stage::WORDS.into_iter().filter(|(_, stage, _)| !stage.on_the_way()) {
        let found = state.patients(&page.sight).search(vec![stage_term(stage)], COUNTED_MAX).await?;
        let seen = found.seen.iter().filter_map(|hit| serde_json::from_str::<Summary>(&hit.summary).ok());
        let count = seen.filter(|summary| wanted.is_empty() || summary.house == wanted).count();
        arrived.push((title, count));
    }
    let mut houses = vec![(String::new(), "all houses".to_owned())];
    houses.extend(settings.clinic.houses.iter().map(|house| (house.clone(), house.clone())));
    let form = Form::new(&state, 0).with("house", wanted);
    let shown = BoardPage { form, houses, columns, arrived, total, cut, page: page.at(Section::Board) };
    Ok(show(&shown)?.into_response())
}
