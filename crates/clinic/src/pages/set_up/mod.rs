//! The first page of an empty database: the clinic, its first administrator and its first clinician. It opens with a code
//! that was printed once where thecal was started.

use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::frame::Viewer;
use crate::page::{Page, show};
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use practice::access::Role;
use practice::account::{self, AccountError, By, NewAccount};
use practice::settings::{self, Change, Clinic, SettingsError};
use record::Append;
use sha2::{Digest, Sha256};

pub(crate) fn routes() -> Router<AppState> {
    Router::new().route("/set-up", get(ask).post(set_up))
}

/// Wrong codes within …
const TRIES_MAX: u64 = 10;
/// … so many seconds.
const TRIES_SECONDS: i64 = 15 * 60;

/// Who may be the first clinician.
const CLINICIANS: [(&str, &str); 5] = [
    ("physician", "Physician"),
    ("surgeon", "Surgeon"),
    ("nurse", "Nurse"),
    ("therapist", "Therapist"),
    ("coordinator", "Coordinator"),
];

#[derive(Template)]
#[template(path = "set_up/set_up.html")]
struct SetUpPage {
    page: Page,
    form: Form,
    zones: Vec<String>,
    demonstration: Option<String>,
}

impl SetUpPage {
    fn clinicians(&self) -> &'static [(&'static str, &'static str)] {
        &CLINICIANS
    }
}

fn page(state: &AppState, page: Page, form: Form) -> SetUpPage {
    let demonstration = state.config().demonstration_address.clone();
    SetUpPage { page, form, zones: zones(), demonstration }
}

/// Names of time zones, for choosing one.
pub(crate) fn zones() -> Vec<String> {
    let place = |name: &String| name.contains('/') && !name.starts_with("Etc/") && !name.starts_with("posix");
    let mut zones: Vec<String> =
        jiff::tz::db().available().map(|name| name.to_string()).filter(place).collect();
    zones.sort();
    zones.dedup();
    zones
}

async fn ask(State(state): State<AppState>, shown: Page) -> Result<Response, PageError> {
    if state.settings().await?.is_set_up() {
        return Ok(Redirect::to("/").into_response());
    }
    let form = Form::new(&state, 0);
    Ok(show(&page(&state, shown, form))?.into_response())
}

async fn set_up(
    State(state): State<AppState>,
    viewer: Viewer,
    shown: Page,
    fields: Fields,
) -> Result<Response, PageError> {
    if state.settings().await?.is_set_up() {
        return Ok(Redirect::to("/").into_response());
    }
    let mut form = Form::posted(fields)?;
    if is_code(&state, &viewer, &mut form).await? {
        let by = By { account: None, form: form.id, content: form.content(), now: state.now() };
        let appends = appends(&state, &mut form, by).await?;
        if !form.is_refused() {
            state.store().append(by.act(appends)).await?;
            return Ok(Redirect::to("/sign-in").into_response());
        }
    }
    let shown = page(&state, shown, form);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, show(&shown)?).into_response())
}

/// Whether the form holds the code of this start.
async fn is_code(state: &AppState, viewer: &Viewer, form: &mut Form) -> Result<bool, PageError> {
    let (key, now) = (format!("set-up {}", viewer.address), state.now());
    if state.store().attempt(key, now, now - TRIES_SECONDS).await? > TRIES_MAX {
        form.refuse(
            "code",
            "Too many tries. Wait a quarter of an hour, or start thecal again for a new code",
        );
        return Ok(false);
    }
    let typed: String = form.value("code").chars().filter(char::is_ascii_alphanumeric).collect();
    let hash: [u8; 32] = Sha256::digest(typed.to_ascii_uppercase()).into();
    if state.config().set_up_code == Some(hash) {
        return Ok(true);
    }
    form.refuse(
        "code",
        "This is not the code. It stands where thecal was started, and is a new one with each start",
    );
    Ok(false)
}

/// Everything that the set-up writes, in one act; what is wrong goes into the form.
async fn appends(state: &AppState, form: &mut Form, by: By) -> Result<Vec<Append>, PageError> {
    let clinic = Clinic {
        name: form.value("clinic").to_owned(),
        zone: form.value("zone").to_owned(),
        houses: Vec::new(),
        ..Clinic::default()
    };
    let mut appends = Vec::new();
    match settings::appending(&[Change::Clinic(clinic)], 0, by.now) {
        Ok(append) => appends.push(append),
        Err(SettingsError::Value { field, problem }) => {
            form.refuse(if field == "name" { "clinic" } else { field }, problem);
        }
        Err(error) => return Err(error.into()),
    }
    let role: Option<Role> =
        form.value("clinician-role").parse().ok().filter(|role| *role != Role::Administrator);
    if role.is_none() {
        form.refuse("clinician-role", "Choose what the first clinician is");
    }
    let people =
        [("administrator", Role::Administrator, false), ("clinician", role.unwrap_or(Role::Physician), true)];
    for (who, role, given) in people {
        if let Some(append) = opening(state, form, by, who, role, given).await? {
            if appends.iter().any(|other: &Append| other.stream == append.stream) {
                form.refuse(&format!("{who}-login"), "Give the two accounts different login names");
            }
            appends.push(append);
        }
    }
    Ok(appends)
}

/// One account of the form; the fields' names begin with `who`.
async fn opening(
    state: &AppState,
    form: &mut Form,
    by: By,
    who: &str,
    role: Role,
    given: bool,
) -> Result<Option<Append>, PageError> {
    let field = |part: &str| format!("{who}-{part}");
    let (login, name) = (form.value(&field("login")).to_owned(), form.value(&field("name")).to_owned());
    let password = form.fields.raw(&field("password")).to_owned();
    if password != form.fields.raw(&field("password-again")) {
        form.refuse(&field("password-again"), "The two passwords are not the same");
    }
    let salt = state.random();
    let opened = tokio::task::spawn_blocking(move || {
        let new =
            NewAccount { login: &login, name: &name, role, password: &password, password_is_given: given };
        account::opening(&new, salt, by.now)
    });
    match opened.await.map_err(|error| PageError::Fault(error.to_string()))? {
        Ok(append) => return Ok(Some(append)),
        Err(error @ AccountError::Login) => form.refuse(&field("login"), error.to_string()),
        Err(error @ AccountError::Name) => form.refuse(&field("name"), error.to_string()),
        Err(AccountError::Weak(error)) => form.refuse(&field("password"), error.to_string()),
        Err(error) => return Err(error.into()),
    }
    Ok(None)
}
