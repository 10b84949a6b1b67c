//! The care team of one patient: who belongs to it, who joins and leaves, and who opened the record without belonging.

mod open;

pub(crate) use open::{OPEN, locked};

use crate::banner::Banner;
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::page::{Page, show};
use crate::patient::Chart;
use crate::sight::is_guest;
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use practice::Step;
use practice::access::Right;
use practice::account;
use practice::discipline::Discipline;
use practice::path::team::{Event, Who};
use practice::patient::{Id128, PatientEvent};
use record::Id;
use std::collections::HashMap;

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/patients/{id}/team", get(show_page))
        .route("/patients/{id}/team/join", post(join))
        .route("/patients/{id}/team/leave", post(leave))
        .route("/patients/{id}/team/seen", post(seen))
        .merge(open::routes())
}

/// A choice of a list: the value and its words.
type Pairs = Vec<(String, String)>;

/// Whom something can be given to: people who may see patients, houses, disciplines.
pub(crate) struct Choices {
    pub(crate) accounts: Pairs,
    pub(crate) houses: Pairs,
    pub(crate) disciplines: Pairs,
    names: HashMap<Id, String>,
}

impl Choices {
    pub(crate) async fn of(state: &AppState) -> Result<Self, PageError> {
        let settings = state.settings().await?;
        let all = account::list(state.store()).await?;
        let names = all.iter().map(|(id, line)| (*id, line.name.clone())).collect();
        let sees = |line: &account::Line| settings.access.rights(line.role).has(Right::ReadPatients);
        let people = all.iter().filter(|(_, line)| !line.closed && sees(line)).map(|(id, line)| {
            let placed = line.placed.clone().unwrap_or_default();
            let disciplines = placed.disciplines.iter().map(|discipline| discipline.title().to_owned());
            let about: Vec<String> = disciplines.chain(placed.houses).collect();
            let about = if about.is_empty() { line.role.title().to_owned() } else { about.join(", ") };
            (id.to_string(), format!("{} ({about})", line.name))
        });
        let pair = |name: &String| (name.clone(), name.clone());
        Ok(Self {
            accounts: people.collect(),
            houses: settings.clinic.houses.iter().map(pair).collect(),
            disciplines: Discipline::ALL
                .iter()
                .map(|discipline| (discipline.word().to_owned(), discipline.title().to_owned()))
                .collect(),
            names,
        })
    }

    /// The name of an account, for saying who did something.
    pub(crate) fn name(&self, account: Option<Id>) -> String {
        account.and_then(|id| self.names.get(&id).cloned()).unwrap_or_else(|| "somebody".to_owned())
    }

    /// The account that a form chose, of those that are offered.
    pub(crate) fn account(&self, chosen: &str) -> Option<(Id128, String)> {
        let (id, _) = self.accounts.iter().find(|(id, _)| id == chosen)?;
        let id: Id = id.parse().ok()?;
        Some((Id128(id), self.name(Some(id))))
    }

    /// The house that a form chose; empty if it chose none that is offered.
    pub(crate) fn house(&self, chosen: &str) -> String {
        self.houses.iter().find(|(name, _)| name == chosen).map_or_else(String::new, |(name, _)| name.clone())
    }
}

/// Somebody of the care team, in words.
struct Line {
    name: String,
    contact: String,
    discipline: &'static str,
    house: String,
    lead: bool,
    since: String,
    left: Option<(String, String)>,
}

/// Somebody who opened the record, in words.
struct OpeningLine {
    name: String,
    when: String,
    until: String,
    reason: String,
    seen: Option<String>,
}

#[derive(Template)]
#[template(path = "team/team.html")]
struct TeamPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    form: Form,
    choices: Choices,
    present: Vec<Line>,
    left: Vec<Line>,
    members: Pairs,
    openings: Vec<OpeningLine>,
    unseen: Pairs,
    house: String,
    limited: bool,
    may_change: bool,
    guest: bool,
}

fn page_of(chart: &Chart, form: Form, choices: Choices, limited: bool) -> TeamPage {
    let (team, page) = (&chart.patient.path.team, &chart.page);
    let line = |member: &practice::path::team::Member| Line {
        name: member.who.name().to_owned(),
        contact: match &member.who {
            Who::Outside { contact, .. } => contact.clone(),
            Who::Account { .. } => String::new(),
        },
        discipline: member.discipline.title(),
        house: member.house.clone(),
        lead: member.lead,
        since: page.moment(member.since),
        left: member.left.as_ref().map(|(at, why)| (page.moment(at), why.clone())),
    };
    let present = team.present();
    let members = present
        .iter()
        .map(|member| (member.id.clone(), format!("{} ({})", member.who.name(), member.discipline.title())));
    let unseen = team.openings.iter().filter(|opening| opening.seen.is_none());
    let guest = is_guest(&page.sight, &chart.patient, page.now);
    TeamPage {
        part: "pathway",
        members: members.collect(),
        unseen: unseen
            .map(|opening| {
                (opening.version.to_string(), format!("{}, {}", opening.name, page.moment(opening.at)))
            })
            .collect(),
        openings: team
            .openings
            .iter()
            .rev()
            .map(|opening| OpeningLine {
                name: opening.name.clone(),
                when: page.moment(opening.at),
                until: page.moment(opening.until),
                reason: opening.reason.clone(),
                seen: opening.seen.clone(),
            })
            .collect(),
        present: present.into_iter().map(line).collect(),
        left: team.members.iter().filter(|member| member.left.is_some()).map(line).collect(),
        house: chart.patient.identity.house.clone(),
        may_change: !guest && chart.actor.may(Right::EditIdentity),
        guest,
        limited,
        choices,
        banner: chart.banner(),
        page: page.clone(),
        form,
    }
}

async fn again(state: &AppState, chart: &Chart, form: Form) -> Result<Response, PageError> {
    let refused = form.is_refused() || !form.moved.is_empty();
    let status = if refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let limited = state.settings().await?.team.who_sees == practice::settings::WhoSees::TeamAndHouses;
    let choices = Choices::of(state).await?;
    Ok((status, show(&page_of(chart, form, choices, limited))?).into_response())
}

async fn show_page(State(state): State<AppState>, chart: Chart) -> Result<Response, PageError> {
    let form = chart.form(&state).with("house", chart.patient.identity.house.clone());
    again(&state, &chart, form).await
}

/// Records one event of the care team; shows the form again if it was refused.
async fn record(
    state: &AppState,
    chart: &Chart,
    mut form: Form,
    event: Option<Event>,
) -> Result<Response, PageError> {
    if let Some(event) = event.filter(|_| !form.is_refused() && !form.fields.is_resumed()) {
        let step = Step::Event { event: PatientEvent::Team(event), happened: chart.page.now };
        if chart.record(state, &mut form, vec![step]).await?.is_some() {
            return Ok(Redirect::to(&format!("/patients/{}/team", chart.patient.id)).into_response());
        }
    }
    again(state, chart, form).await
}

/// Somebody joins: of the clinic, or from outside.
async fn join(State(state): State<AppState>, chart: Chart, fields: Fields) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    let choices = Choices::of(&state).await?;
    let chosen = choices.account(form.value("account"));
    let (name, contact) = (form.value("name").to_owned(), form.value("contact").to_owned());
    let who = match (chosen, name.is_empty()) {
        (Some((id, name)), true) => Some(Who::Account { id, name }),
        (None, false) => Some(Who::Outside { name, contact }),
        (Some(_), false) => {
            form.refuse("name", "Leave this empty, or choose nobody of the clinic above");
            None
        }
        (None, true) => {
            form.refuse("account", "Choose who joins, or write the name of somebody from outside");
            None
        }
    };
    let discipline: Option<Discipline> = form.value("discipline").parse().ok();
    if discipline.is_none() {
        form.refuse("discipline", "Choose as what");
    }
    let event = who.zip(discipline).map(|(who, discipline)| Event::Joined {
        id: chart.patient.next_line_id("member"),
        house: match &who {
            Who::Account { .. } => choices.house(form.value("house")),
            Who::Outside { .. } => String::new(),
        },
        who,
        discipline,
        lead: form.is("lead", "yes"),
    });
    record(&state, &chart, form, event).await
}

async fn leave(State(state): State<AppState>, chart: Chart, fields: Fields) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    let id = form.required("member", "Choose who leaves");
    let reason = form.required("reason", "Say why, such as “other house” or “therapy ended”");
    record(&state, &chart, form, Some(Event::Left { id, reason })).await
}

/// Somebody of the team looked at an opening.
async fn seen(State(state): State<AppState>, chart: Chart, fields: Fields) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    let entry = form.required("opening", "Choose which").parse().unwrap_or_default();
    let outcome = form.required("outcome", "Say what you found, such as “on call that night, was needed”");
    record(&state, &chart, form, Some(Event::OpeningSeen { entry, outcome })).await
}
