//! Signing in and out. A form that was on its way when the session ended is carried along and shown again.

use super::home::local;
use crate::error::PageError;
use crate::form::{Fields, RESUMED};
use crate::frame::{SignedIn, Viewer, Whose, ended_cookie, session_cookie};
use crate::page::{Page, show};
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use practice::access::Role;
use practice::account::{self, Tried};
use practice::session::{self, Token};
use record::Id;

pub(crate) fn routes() -> Router<AppState> {
    Router::new().route("/sign-in", get(ask).post(sign_in)).route("/sign-out", post(sign_out))
}

/// What is carried along while somebody signs in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Kept {
    /// Where to go on.
    path: String,
    /// Whose form it is.
    by: String,
    /// What was typed; none for a page.
    fields: Vec<(String, String)>,
    /// Whether something could not be carried along.
    lost: bool,
}

/// Before the name of a field that is carried along.
const KEPT: &str = "kept.";

impl Kept {
    /// A page to go on to.
    pub(crate) fn page(path: String) -> Self {
        Self { path, ..Self::default() }
    }

    /// A form to go on with. Passwords are not carried along.
    pub(crate) fn form(path: String, by: Option<Id>, fields: &Fields) -> Self {
        let secret = |name: &str| name.contains("password");
        let fields = fields.iter().filter(|(name, _)| !secret(name));
        let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        Self { path, by: by.map(|by| by.to_string()).unwrap_or_default(), fields, lost: false }
    }

    /// Something that cannot be carried along.
    pub(crate) fn lost() -> Self {
        Self { path: "/".to_owned(), lost: true, ..Self::default() }
    }

    /// From the form of the sign-in page.
    fn read(fields: &Fields) -> Self {
        let kept = |(name, value): (&str, &str)| {
            name.strip_prefix(KEPT).map(|name| (name.to_owned(), value.to_owned()))
        };
        Self {
            path: local(fields.text("path")).to_owned(),
            by: fields.text("by").to_owned(),
            fields: fields.iter().filter_map(kept).collect(),
            lost: false,
        }
    }

    fn is_form(&self) -> bool {
        !self.fields.is_empty()
    }
}

#[derive(Template)]
#[template(path = "sign_in/sign_in.html")]
struct SignInPage {
    page: Page,
    kept: Kept,
    timed_out: bool,
    login: String,
    problem: Option<String>,
    demonstration: Option<String>,
}

#[derive(Template)]
#[template(path = "sign_in/resume.html")]
struct ResumePage {
    page: Page,
    kept: Kept,
}

impl SignInPage {
    /// What opens every account of a demonstration.
    fn shared_password(&self) -> &'static str {
        account::DEMONSTRATION_PASSWORD
    }

    /// The roles of a demonstration: each is a login name.
    fn roles(&self) -> &'static [Role] {
        Role::ALL
    }
}

impl ResumePage {
    /// What the person typed, for recognising it.
    fn shown(&self) -> impl Iterator<Item = (String, &str)> {
        let typed = self.kept.fields.iter().filter(|(name, value)| {
            !value.trim().is_empty() && !["form", "expected", RESUMED].contains(&name.as_str())
        });
        typed.map(|(name, value)| (name.replace(['_', '-', '.'], " "), value.as_str()))
    }
}

/// The sign-in page in place of a page that needs somebody signed in.
pub(crate) fn sign_in_page(
    state: &AppState,
    page: Page,
    kept: Kept,
    timed_out: bool,
) -> Result<Response, PageError> {
    let page = SignInPage {
        kept,
        timed_out,
        login: String::new(),
        problem: None,
        demonstration: other(state),
        page,
    };
    Ok((StatusCode::UNAUTHORIZED, show(&page)?).into_response())
}

fn other(state: &AppState) -> Option<String> {
    state.config().demonstration_address.clone()
}

async fn ask(State(state): State<AppState>, viewer: Viewer, page: Page) -> Result<Response, PageError> {
    if viewer.signed_in.is_some() {
        return Ok(Redirect::to("/").into_response());
    }
    let kept = Kept::page("/".to_owned());
    let demonstration = other(&state);
    let shown =
        SignInPage { page, kept, timed_out: false, login: String::new(), problem: None, demonstration };
    Ok(show(&shown)?.into_response())
}

async fn sign_in(
    State(state): State<AppState>,
    viewer: Viewer,
    mut page: Page,
    fields: Fields,
) -> Result<Response, PageError> {
    let kept = Kept::read(&fields);
    let by = state.by_nobody();
    let (login, password) = (fields.text("login"), fields.raw("password"));
    let tried =
        account::try_password(state.store(), login, password, &viewer.address, state.random(), by).await?;
    let (status, problem) = match tried {
        Tried::Right(account) => {
            let settings = state.settings().await?;
            let token = Token::from_random(state.random());
            session::begin(state.store(), &token, account.id, settings.sessions.times(), by.now).await?;
            // A session that somebody else may have planted does not live on.
            if let Some(SignedIn { session, .. }) = &viewer.signed_in {
                state.store().end_session(session.token_hash).await?;
            }
            let cookie = [(SET_COOKIE, session_cookie(state.config(), &token))];
            let same = kept.by.is_empty() || kept.by == account.id.to_string();
            let mut response = if kept.is_form() && same {
                page.actor = Some(practice::access::Actor {
                    account: account.id,
                    name: account.name.clone(),
                    role: account.role,
                    rights: settings.access.rights(account.role),
                });
                (cookie, show(&ResumePage { page, kept })?).into_response()
            } else {
                // Another person's form is not shown to whoever signs in now.
                let to = if kept.is_form() { "/" } else { &kept.path };
                (cookie, Redirect::to(to)).into_response()
            };
            response.extensions_mut().insert(Whose(account.id));
            return Ok(response);
        }
        Tried::Wrong => (StatusCode::UNPROCESSABLE_ENTITY, "Login name or password are not right".to_owned()),
        Tried::Wait { seconds } => (
            StatusCode::TOO_MANY_REQUESTS,
            format!("Too many tries. Wait {}, then try again; nobody is locked out.", for_seconds(seconds)),
        ),
    };
    let login = login.to_owned();
    let shown = SignInPage {
        page,
        kept,
        timed_out: false,
        login,
        problem: Some(problem),
        demonstration: other(&state),
    };
    let mut response = (status, show(&shown)?).into_response();
    response.extensions_mut().insert(Whose(account::id(&shown.login)));
    Ok(response)
}

/// A time to wait, in words.
pub(crate) fn for_seconds(seconds: i64) -> String {
    match seconds {
        1 => "1\u{a0}second".to_owned(),
        2..120 => format!("{seconds}\u{a0}seconds"),
        _ => format!("{}\u{a0}minutes", (seconds + 59) / 60),
    }
}

async fn sign_out(State(state): State<AppState>, viewer: Viewer) -> Result<Response, PageError> {
    if let Some(SignedIn { session, .. }) = viewer.signed_in {
        state.store().end_session(session.token_hash).await?;
    }
    let cookie = [(SET_COOKIE, ended_cookie(state.config()))];
    Ok((cookie, Redirect::to("/sign-in")).into_response())
}
