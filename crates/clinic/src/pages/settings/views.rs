//! Who looked at what: the note of every view and act.

use super::{Frame, People, admit};
use crate::error::PageError;
use crate::page::{Page, show};
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use practice::access::Actor;
use record::{Id, Kind, Stream, Viewed};
use serde::Deserialize;

const HERE: &str = "/settings/views";
/// Lines of a page.
const LINES: u32 = 100;

pub(super) fn routes() -> Router<AppState> {
    Router::new().route("/settings/views", get(views))
}

#[derive(Deserialize)]
struct Asked {
    /// Lines before this one.
    before: Option<i64>,
    /// Of this patient's record.
    #[serde(default)]
    record: String,
}

#[derive(Template)]
#[template(path = "settings/views.html")]
struct ViewsPage {
    page: Page,
    frame: Frame,
    lines: Vec<ViewLine>,
    record: String,
    unreadable: bool,
    older: Option<i64>,
}

struct ViewLine {
    when: String,
    who: String,
    from: String,
    what: String,
    result: &'static str,
    refused: bool,
}

/// What a status says to people.
const fn words(status: u16) -> &'static str {
    match status {
        200..=299 => "seen",
        300..=399 => "done",
        401 => "not signed in",
        403 => "refused: no right",
        404 => "nothing there",
        409 => "refused: changed meanwhile",
        422 => "refused: entry",
        429 => "refused: too many tries",
        400..=499 => "refused",
        _ => "failed",
    }
}

async fn views(
    State(state): State<AppState>,
    actor: Actor,
    page: Page,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    admit(&actor, HERE)?;
    let record = asked.record.trim().to_owned();
    let id: Option<Id> = record.parse().ok();
    let unreadable = id.is_none() && !record.is_empty();
    let stream = id.map(|id| Stream { kind: Kind::Patient, id });
    let found =
        if unreadable { Vec::new() } else { state.store().views(stream, asked.before, LINES).await? };
    let full = u32::try_from(found.len()).is_ok_and(|lines| lines == LINES);
    let older = found.last().map(|(line, _)| *line).filter(|_| full);
    let people = People::load(&state).await?;
    let frame = Frame::new(page, HERE);
    let line = |(_, viewed): (i64, Viewed)| ViewLine {
        when: frame.page.moment(viewed.at),
        who: viewed.by.map_or_else(|| "nobody".to_owned(), |by| people.name(Some(by))),
        from: viewed.from,
        what: viewed.what,
        result: words(viewed.result),
        refused: viewed.result >= 400,
    };
    let lines = found.into_iter().map(line).collect();
    Ok(show(&ViewsPage { page: frame.page.clone(), frame, lines, record, unreadable, older })?
        .into_response())
}
