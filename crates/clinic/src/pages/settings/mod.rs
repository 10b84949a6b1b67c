//! The clinic's settings. What one person decides is saved; limits, numbers of devices and rights wait for a second.

mod accounts;
mod contacts;
mod mail;
mod office;
mod proposals;
mod propose;
mod team;
mod texts;
mod views;

use crate::error::PageError;
use crate::form::{Form, Moved};
use crate::page::{Page, Section, show};
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use practice::access::{Actor, Denied, Right};
use practice::account;
use practice::settings::{self, Change, Proposal, Settings, SettingsError};
use record::{AppendError, Id};
use std::collections::HashMap;
use std::sync::Arc;

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/settings", get(overview))
        .merge(office::routes())
        .merge(contacts::routes())
        .merge(mail::routes())
        .merge(accounts::routes())
        .merge(propose::routes())
        .merge(proposals::routes())
        .merge(views::routes())
        .merge(team::routes())
        .merge(texts::routes())
}

/// The parts, with what one needs to open them.
const PARTS: [(&str, &str, &[Right]); 14] = [
    ("/settings/clinic", "Clinic", &[Right::Settings]),
    ("/settings/team", "Houses and who sees whom", &[Right::Settings]),
    ("/settings/holidays", "Holidays", &[Right::Settings]),
    ("/settings/contacts", "Contacts", &[Right::Settings]),
    ("/settings/mail", "E-mail", &[Right::Settings]),
    ("/settings/texts", "Languages and texts", &[Right::Settings, Right::ApproveSettings]),
    ("/settings/sessions", "Sign-in times", &[Right::Settings]),
    ("/settings/formulary", "Formulary", &[Right::Settings]),
    ("/settings/limits", "Limits", &[Right::Settings, Right::ApproveSettings]),
    ("/settings/devices", "Devices", &[Right::Settings, Right::ApproveSettings]),
    ("/settings/rights", "Rights", &[Right::Settings, Right::ApproveSettings]),
    ("/settings/accounts", "Accounts", &[Right::Accounts]),
    ("/settings/views", "Who looked", &[Right::ReadAudit]),
    ("/settings/opened", "Opened with a reason", &[Right::ReadAudit]),
];

/// What each settings page has: the frame, and the parts that are open to the person.
struct Frame {
    page: Page,
    here: &'static str,
}

impl Frame {
    fn new(page: Page, here: &'static str) -> Self {
        Self { page: page.at(Section::Settings), here }
    }

    fn parts(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let open =
            |(_, _, rights): &&(&str, &str, &[Right])| rights.iter().any(|right| self.page.may(*right));
        PARTS.iter().filter(open).map(|(address, title, _)| (*address, *title))
    }
}

/// Goes on if the person has one of the rights that a part needs.
fn admit(actor: &Actor, here: &str) -> Result<(), Denied> {
    let rights =
        PARTS.iter().find(|(address, _, _)| *address == here).map_or(&[][..], |(_, _, rights)| rights);
    if rights.iter().any(|right| actor.may(*right)) {
        return Ok(());
    }
    actor.require(rights.first().copied().unwrap_or(Right::Settings))
}

/// Names of the accounts, for saying who did something.
struct People(HashMap<Id, String>);

impl People {
    async fn load(state: &AppState) -> Result<Self, PageError> {
        let all = account::list(state.store()).await?;
        Ok(Self(all.into_iter().map(|(id, line)| (id, line.name)).collect()))
    }

    fn name(&self, id: Option<Id>) -> String {
        id.map_or_else(
            || "the set-up".to_owned(),
            |id| self.0.get(&id).cloned().unwrap_or_else(|| format!("account {id}")),
        )
    }
}

/// A proposal in a list.
struct OpenLine {
    number: u64,
    title: String,
    by: String,
    when: String,
    own: bool,
}

/// What a proposal is about, in a line.
fn title(proposal: &Proposal) -> String {
    match proposal {
        Proposal::Limits { .. } => "New limits of the protocol".to_owned(),
        Proposal::DefaultLimits => "The limits that ship with thecal".to_owned(),
        Proposal::DeviceNumber(number) => {
            format!("{} of {}: {}", words_of(&number.field), number.model, number.value)
        }
        Proposal::Access { .. } => "Who may do what".to_owned(),
    }
}

/// What a field of a device is called.
fn words_of(field: &str) -> &str {
    catalogue::CONFIRMABLE.iter().find(|(known, _)| *known == field).map_or(field, |(_, words)| words)
}

fn open_lines(settings: &Settings, people: &People, frame: &Frame, actor: &Actor) -> Vec<OpenLine> {
    let line = |open: &settings::Open| OpenLine {
        number: open.number,
        title: title(&open.proposal),
        by: people.name(open.by),
        when: frame.page.moment(open.proposed),
        own: open.by == Some(actor.account),
    };
    settings.open.iter().map(line).collect()
}

#[derive(Template)]
#[template(path = "settings/overview.html")]
struct Overview {
    page: Page,
    frame: Frame,
    settings: Arc<Settings>,
    open: Vec<OpenLine>,
    formulary: usize,
}

async fn overview(State(state): State<AppState>, actor: Actor, page: Page) -> Result<Response, PageError> {
    if !page.sees_settings() {
        return Err(Denied { right: Right::Settings, role: actor.role }.into());
    }
    let settings = state.settings().await?;
    let frame = Frame::new(page, "/settings");
    let people = People::load(&state).await?;
    let decides = actor.may(Right::Settings) || actor.may(Right::ApproveSettings);
    let open = if decides { open_lines(&settings, &people, &frame, &actor) } else { Vec::new() };
    let formulary = settings.formulary.len();
    Ok(show(&Overview { page: frame.page.clone(), frame, settings, open, formulary })?.into_response())
}

/// Saves a change. `false` if the form was refused in a way that it shows: show it again.
async fn save(
    state: &AppState,
    actor: &Actor,
    page: &Page,
    form: &mut Form,
    change: Change,
) -> Result<bool, PageError> {
    if form.is_refused() || form.fields.is_resumed() {
        return Ok(false);
    }
    let settings = state.settings().await?;
    let by = state.by(actor.account, form);
    match settings::change(state.store(), &settings, form.expected, change, by).await {
        Ok(_) => return Ok(true),
        Err(SettingsError::Value { field: "holidays" | "contacts", problem }) => form.refuse("", problem),
        Err(SettingsError::Value { field, problem }) => form.refuse(field, problem),
        Err(told @ (SettingsError::OwnProposal | SettingsError::NotOpen)) => {
            form.refuse("", told.to_string())
        }
        Err(SettingsError::Append(AppendError::Stale { expected, found, .. })) => {
            let people = People::load(state).await?;
            for event in state.store().read(settings::STREAM, expected).await? {
                let what = format!("{}, by {}", words_of_kind(&event.kind), people.name(event.by));
                form.moved.push(Moved { what, when: page.moment(event.recorded) });
            }
            form.expected = found;
        }
        Err(error) => return Err(error.into()),
    }
    Ok(false)
}

/// What a change of settings is, in words.
fn words_of_kind(kind: &str) -> &str {
    match kind {
        "settings-clinic" => "Clinic, houses or zone changed",
        "settings-team" => "Houses or who sees whom changed",
        "settings-holidays" => "Holidays changed",
        "settings-contacts" => "Contacts changed",
        "settings-formulary" => "Formulary changed",
        "settings-sessions" => "Sign-in times changed",
        "settings-mail" => "E-mail changed",
        "settings-texts" => "Texts approved or withdrawn",
        "settings-proposed" => "A change was proposed",
        "settings-decided" => "A proposal was decided",
        other => other,
    }
}
