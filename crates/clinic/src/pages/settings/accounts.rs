//! Accounts: opened, changed, closed.

use super::{Frame, admit};
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::page::{Page, show};
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use practice::access::{Actor, Role};
use practice::account::{
    self, Account, AccountError, Change, Closed, Line, Named, NewAccount, Placed, Reopened, RoleChanged,
};
use practice::discipline::Discipline;
use practice::settings::WhoSees;
use record::Id;

const HERE: &str = "/settings/accounts";

pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/settings/accounts", get(list))
        .route("/settings/accounts/new", get(ask_new).post(open))
        .route("/settings/accounts/{id}", get(ask).post(change))
}

/// Roles as a choice.
fn roles() -> Vec<(&'static str, &'static str)> {
    Role::ALL.iter().map(|role| (role.word(), role.title())).collect()
}

#[derive(Template)]
#[template(path = "settings/accounts.html")]
struct AccountsPage {
    page: Page,
    frame: Frame,
    accounts: Vec<(Id, Line)>,
}

async fn list(State(state): State<AppState>, actor: Actor, page: Page) -> Result<Response, PageError> {
    admit(&actor, HERE)?;
    let accounts = account::list(state.store()).await?;
    let frame = Frame::new(page, HERE);
    Ok(show(&AccountsPage { page: frame.page.clone(), frame, accounts })?.into_response())
}

#[derive(Template)]
#[template(path = "settings/account_new.html")]
struct NewPage {
    page: Page,
    frame: Frame,
    form: Form,
    roles: Vec<(&'static str, &'static str)>,
}

fn new_page(page: Page, form: Form) -> Result<Response, PageError> {
    let frame = Frame::new(page, HERE);
    let shown = NewPage { page: frame.page.clone(), frame, form, roles: roles() };
    Ok((status(&shown.form), show(&shown)?).into_response())
}

fn status(form: &Form) -> StatusCode {
    if form.is_refused() || !form.moved.is_empty() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    }
}

async fn ask_new(State(state): State<AppState>, actor: Actor, page: Page) -> Result<Response, PageError> {
    admit(&actor, HERE)?;
    new_page(page, Form::new(&state, 0))
}

async fn open(
    State(state): State<AppState>,
    actor: Actor,
    page: Page,
    fields: Fields,
) -> Result<Response, PageError> {
    admit(&actor, HERE)?;
    let mut form = Form::posted(fields)?;
    let role: Option<Role> = form.value("role").parse().ok();
    if role.is_none() {
        form.refuse("role", "Choose the role");
    }
    if form.fields.raw("first-password") != form.fields.raw("first-password-again") {
        form.refuse("first-password-again", "The two passwords are not the same");
    }
    if let Some(role) = role.filter(|_| !form.is_refused() && !form.fields.is_resumed()) {
        let new = NewAccount {
            login: form.value("login"),
            name: form.value("name"),
            role,
            password: form.fields.raw("first-password"),
            password_is_given: true,
        };
        let by = state.by(actor.account, &form);
        match account::open(state.store(), &new, state.random(), by).await {
            Ok(_) => {
                place_nowhere(&state, &actor, new.login).await?;
                return Ok(Redirect::to(HERE).into_response());
            }
            Err(error) => refuse(&mut form, error)?,
        }
    }
    new_page(page, form)
}

/// Where not everybody sees everybody, a new account sees nobody until somebody says where the person works.
async fn place_nowhere(state: &AppState, actor: &Actor, login: &str) -> Result<(), PageError> {
    if state.settings().await?.team.who_sees == WhoSees::Everybody {
        return Ok(());
    }
    let account = account::load(state.store(), account::id(login)).await?;
    let Some(account) = account.filter(|account| account.placed.is_none()) else { return Ok(()) };
    let by = account::By { account: Some(actor.account), ..state.by_nobody() };
    account::change(state.store(), &account, account.version, Change::Placed(Placed::default()), by).await?;
    Ok(())
}

/// What the form can show; anything else becomes a page.
fn refuse(form: &mut Form, error: AccountError) -> Result<(), PageError> {
    let field = match &error {
        AccountError::Login | AccountError::Taken => "login",
        AccountError::Name => "name",
        AccountError::Weak(_) => "first-password",
        AccountError::LastAdministrator | AccountError::Already(_) => "",
        _ => return Err(error.into()),
    };
    form.refuse(field, error.to_string());
    Ok(())
}

#[derive(Template)]
#[template(path = "settings/account.html")]
struct AccountPage {
    page: Page,
    frame: Frame,
    form: Form,
    account: Account,
    roles: Vec<(&'static str, &'static str)>,
    disciplines: Vec<(&'static str, &'static str)>,
    houses: Vec<(String, String)>,
    sessions: usize,
}

async fn account_page(
    state: &AppState,
    page: Page,
    form: Form,
    account: Account,
) -> Result<Response, PageError> {
    let settings = state.settings().await?;
    let times = settings.sessions.times();
    let mut sessions = state.store().sessions(account.id).await?;
    sessions.retain(|session| page.now < session.expires && page.now - session.seen < times.idle_seconds);
    let frame = Frame::new(page, HERE);
    let page = frame.page.clone();
    let shown = AccountPage {
        page,
        frame,
        form,
        account,
        roles: roles(),
        disciplines: Discipline::ALL.iter().map(|one| (one.word(), one.title())).collect(),
        houses: settings.clinic.houses.iter().map(|house| (house.clone(), house.clone())).collect(),
        sessions: sessions.len(),
    };
    Ok((status(&shown.form), show(&shown)?).into_response())
}

async fn loaded(state: &AppState, id: &str) -> Result<Account, PageError> {
    let id = id.parse().map_err(|_| PageError::NotFound)?;
    account::load(state.store(), id).await?.ok_or(PageError::NotFound)
}

async fn ask(
    State(state): State<AppState>,
    actor: Actor,
    page: Page,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    admit(&actor, HERE)?;
    let account = loaded(&state, &id).await?;
    let form = Form::new(&state, account.version);
    let mut form = form.with("name", &account.name).with("role", account.role.word());
    for discipline in account.placed.iter().flat_map(|placed| &placed.disciplines) {
        form.fields.add("disciplines", discipline.word());
    }
    for house in account.placed.iter().flat_map(|placed| &placed.houses) {
        form.fields.add("houses", house.as_str());
    }
    account_page(&state, page, form, account).await
}

async fn change(
    State(state): State<AppState>,
    actor: Actor,
    page: Page,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, PageError> {
    admit(&actor, HERE)?;
    let mut form = Form::posted(fields)?;
    let account = loaded(&state, &id).await?;
    if !form.fields.is_resumed() {
        let what = form.value("what").to_owned();
        if what == "end-sessions" {
            state.store().end_sessions(account.id).await?;
        }
        if let Some(change) = changes(&state, &mut form, &account, &what).await? {
            let by = state.by(actor.account, &form);
            match account::change(state.store(), &account, form.expected, change, by).await {
                Ok(_) => {}
                Err(error) => refuse(&mut form, error)?,
            }
        }
        if !form.is_refused() {
            return Ok(Redirect::to(&format!("{HERE}/{id}")).into_response());
        }
    }
    account_page(&state, page, form, account).await
}

/// What one of the page's forms asks for.
async fn changes(
    state: &AppState,
    form: &mut Form,
    account: &Account,
    what: &str,
) -> Result<Option<Change>, PageError> {
    let reason = form.value("reason").to_owned();
    Ok(match what {
        "name" => match account::name(form.value("name")) {
            Ok(name) => Some(Change::Named(Named { name })),
            Err(error) => {
                form.refuse("name", error.to_string());
                None
            }
        },
        "role" => match form.value("role").parse() {
            Ok(role) if role == account.role => None,
            Ok(role) => Some(Change::RoleChanged(RoleChanged { role })),
            Err(_) => {
                form.refuse("role", "Choose the role");
                None
            }
        },
        "placed" => {
            let houses = &state.settings().await?.clinic.houses;
            let chosen = form.fields.all("houses").filter(|house| houses.iter().any(|known| known == house));
            Some(Change::Placed(Placed {
                disciplines: form.fields.all("disciplines").filter_map(|word| word.parse().ok()).collect(),
                houses: chosen.map(str::to_owned).collect(),
            }))
        }
        "close" | "reopen" if reason.is_empty() => {
            form.refuse("reason", "Say why");
            None
        }
        "close" => Some(Change::Closed(Closed { reason })),
        "reopen" => Some(Change::Reopened(Reopened { reason })),
        "password" => given_password(state, form, account).await?,
        _ => None,
    })
}

async fn given_password(
    state: &AppState,
    form: &mut Form,
    account: &Account,
) -> Result<Option<Change>, PageError> {
    let (kept, salt) = (account.clone(), state.random());
    let password = form.fields.raw("first-password").to_owned();
    if password != form.fields.raw("first-password-again") {
        form.refuse("first-password-again", "The two passwords are not the same");
        return Ok(None);
    }
    let made = tokio::task::spawn_blocking(move || account::new_password(&kept, &password, true, salt));
    match made.await.map_err(|error| PageError::Fault(error.to_string()))? {
        Ok(change) => Ok(Some(change)),
        Err(error) => refuse(form, error).map(|()| None),
    }
}
