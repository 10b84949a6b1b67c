//! What the houses are, who sees whom, and who opened a record without belonging to the patient.

use super::{Frame, admit, save};
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::page::{Page, show};
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use practice::access::{Actor, Right};
use practice::account;
use practice::discipline::Discipline;
use practice::settings::{Change, House, TeamSettings, WhoSees};
use practice::worklist::{DueBody, Task};
use record::{Id, Window};

const HERE: &str = "/settings/team";
const OPENED: &str = "/settings/opened";
/// Openings of a page: those of a month, unless somebody has looked at them.
const OPENED_MAX: u32 = 500;

pub(super) fn routes() -> Router<AppState> {
    Router::new().route(HERE, get(ask).post(set)).route(OPENED, get(opened))
}

#[derive(Template)]
#[template(path = "settings/team.html")]
struct TeamPage {
    page: Page,
    frame: Frame,
    form: Form,
    houses: Vec<String>,
    choices: Vec<(&'static str, &'static str)>,
    disciplines: Vec<(&'static str, &'static str)>,
    /// Accounts that nobody has placed: they belong to every house.
    unplaced: Vec<(Id, String)>,
    /// Whether any role sees patients of every house.
    somebody_sees_all: bool,
}

impl TeamPage {
    fn field(&self, index: &usize, part: &str) -> String {
        field(*index, part)
    }
}

fn field(index: usize, part: &str) -> String {
    format!("house-{index}-{part}")
}

async fn team_page(state: &AppState, page: Page, form: Form) -> Result<Response, PageError> {
    let settings = state.settings().await?;
    let accounts = account::list(state.store()).await?;
    let rights = |line: &account::Line| settings.access.rights(line.role);
    let open = accounts.iter().filter(|(_, line)| !line.closed && rights(line).has(Right::ReadPatients));
    let unplaced = open
        .clone()
        .filter(|(_, line)| line.placed.is_none() && !rights(line).has(Right::SeeAllPatients))
        .map(|(id, line)| (*id, line.name.clone()));
    let frame = Frame::new(page, HERE);
    let shown = TeamPage {
        page: frame.page.clone(),
        frame,
        houses: settings.clinic.houses.clone(),
        choices: WhoSees::WORDS.iter().map(|(word, _, title)| (*word, *title)).collect(),
        disciplines: Discipline::ALL.iter().map(|one| (one.word(), one.title())).collect(),
        unplaced: unplaced.collect(),
        somebody_sees_all: open.clone().any(|(_, line)| rights(line).has(Right::SeeAllPatients)),
        form,
    };
    let refused = shown.form.is_refused() || !shown.form.moved.is_empty();
    let status = if refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, show(&shown)?).into_response())
}

async fn ask(State(state): State<AppState>, actor: Actor, page: Page) -> Result<Response, PageError> {
    admit(&actor, HERE)?;
    let settings = state.settings().await?;
    let mut form = Form::new(&state, settings.version).with("who-sees", settings.team.who_sees.word());
    for (index, house) in settings.houses().enumerate() {
        for (part, text) in [("phone", house.phone), ("email", house.email), ("address", house.address)] {
            form.fields.set(&field(index, part), text);
        }
        for discipline in house.disciplines {
            form.fields.add(&field(index, "disciplines"), discipline.word());
        }
    }
    team_page(&state, page, form).await
}

async fn set(
    State(state): State<AppState>,
    actor: Actor,
    page: Page,
    fields: Fields,
) -> Result<Response, PageError> {
    admit(&actor, HERE)?;
    let mut form = Form::posted(fields)?;
    let settings = state.settings().await?;
    let who_sees = WhoSees::by_word(form.value("who-sees"));
    if who_sees.is_none() {
        form.refuse("who-sees", "Choose who sees whom");
    }
    let houses = settings.clinic.houses.iter().enumerate().map(|(index, name)| {
        let text = |part: &str| form.value(&field(index, part)).to_owned();
        let disciplines = field(index, "disciplines");
        House {
            name: name.clone(),
            disciplines: form.fields.all(&disciplines).filter_map(|word| word.parse().ok()).collect(),
            phone: text("phone"),
            email: text("email"),
            address: text("address"),
        }
    });
    let change = TeamSettings { who_sees: who_sees.unwrap_or_default(), houses: houses.collect() };
    if save(&state, &actor, &page, &mut form, Change::Team(change)).await? {
        return Ok(Redirect::to("/settings").into_response());
    }
    team_page(&state, page, form).await
}

struct OpenedLine {
    when: String,
    what: String,
    record: Id,
}

#[derive(Template)]
#[template(path = "settings/opened.html")]
struct OpenedPage {
    page: Page,
    frame: Frame,
    lines: Vec<OpenedLine>,
}

/// Openings that nobody of the care team has looked at: who, when and why, without the patient's name.
async fn opened(State(state): State<AppState>, actor: Actor, page: Page) -> Result<Response, PageError> {
    admit(&actor, OPENED)?;
    let window = Window { now: page.now, until: i64::MAX };
    let found = state.store().due(vec![Task::Opened.word().to_owned()], window, OPENED_MAX).await?;
    let lines = found.into_iter().rev().filter_map(|line| {
        let body: DueBody = serde_json::from_str(&line.due.body).ok()?;
        let what = crate::patient::sentence(&body.text);
        Some(OpenedLine { when: page.moment(line.due.from), what, record: line.stream.id })
    });
    let lines = lines.collect();
    let frame = Frame::new(page, OPENED);
    Ok(show(&OpenedPage { page: frame.page.clone(), frame, lines })?.into_response())
}
