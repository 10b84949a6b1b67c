//! One's own account: who one is, where one is signed in, one's password.

use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::frame::{SignedIn, Viewer, prove, session_cookie};
use crate::page::{Page, Section, show};
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use practice::account::{self, Account, AccountError};
use practice::session::{self, Token};
use record::{Session, hex};

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/account", get(own))
        .route("/account/password", get(ask_password).post(set_password))
        .route("/account/sessions/end", post(end_session))
}

#[derive(Template)]
#[template(path = "account/account.html")]
struct AccountPage {
    page: Page,
    account: Account,
    sessions: Vec<OwnSession>,
    idle_minutes: u16,
    absolute_hours: u16,
}

/// A session as its person sees it.
struct OwnSession {
    /// Names it in the form; it opens nothing.
    hash: String,
    began: String,
    seen: String,
    ends: String,
    is_this: bool,
}

#[derive(Template)]
#[template(path = "account/password.html")]
struct PasswordPage {
    page: Page,
    form: Form,
    given: bool,
}

async fn loaded(state: &AppState, signed_in: &SignedIn) -> Result<Account, PageError> {
    let account = account::load(state.store(), signed_in.actor.account).await?;
    Ok(account.ok_or(AccountError::Unknown)?)
}

async fn own(State(state): State<AppState>, signed_in: SignedIn, page: Page) -> Result<Response, PageError> {
    let settings = state.settings().await?;
    let times = settings.sessions.times();
    let live = |session: &Session| page.now < session.expires && page.now - session.seen < times.idle_seconds;
    let mut sessions = state.store().sessions(signed_in.actor.account).await?;
    sessions.retain(live);
    sessions.sort_by_key(|session| -session.seen);
    let shown = |session: Session| OwnSession {
        hash: hex(&session.token_hash),
        began: page.moment(session.created),
        seen: page.moment(session.seen),
        ends: page.moment(session.expires),
        is_this: session.token_hash == signed_in.session.token_hash,
    };
    let sessions = sessions.into_iter().map(shown).collect();
    let (idle_minutes, absolute_hours) = (settings.sessions.idle_minutes, settings.sessions.absolute_hours);
    let account = loaded(&state, &signed_in).await?;
    let page = page.at(Section::Account);
    Ok(show(&AccountPage { page, account, sessions, idle_minutes, absolute_hours })?.into_response())
}

async fn end_session(
    State(state): State<AppState>,
    signed_in: SignedIn,
    fields: Fields,
) -> Result<Response, PageError> {
    let wanted = fields.text("session");
    let own = state.store().sessions(signed_in.actor.account).await?;
    let ending = own.iter().filter(|session| {
        let is_this = session.token_hash == signed_in.session.token_hash;
        if wanted == "others" { !is_this } else { hex(&session.token_hash) == wanted }
    });
    for session in ending {
        state.store().end_session(session.token_hash).await?;
    }
    Ok(Redirect::to("/account").into_response())
}

async fn ask_password(
    State(state): State<AppState>,
    signed_in: SignedIn,
    page: Page,
) -> Result<Response, PageError> {
    let account = loaded(&state, &signed_in).await?;
    let form = Form::new(&state, account.version);
    let given = signed_in.password_is_given;
    Ok(show(&PasswordPage { page: page.at(Section::Account), form, given })?.into_response())
}

async fn set_password(
    State(state): State<AppState>,
    viewer: Viewer,
    signed_in: SignedIn,
    page: Page,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    let new = form.fields.raw("new-password").to_owned();
    if new != form.fields.raw("new-password-again") {
        form.refuse("new-password-again", "The two passwords are not the same");
    }
    if prove(&state, &viewer, &signed_in, &mut form).await? && !form.is_refused() {
        let account = loaded(&state, &signed_in).await?;
        let (kept, salt) = (account.clone(), state.random());
        let change = tokio::task::spawn_blocking(move || account::new_password(&kept, &new, false, salt));
        match change.await.map_err(|error| PageError::Fault(error.to_string()))? {
            Ok(change) => {
                let by = state.by(account.id, &form);
                account::change(state.store(), &account, account.version, change, by).await?;
                // The change has ended every session, this one too; a new one with a new token goes on.
                let token = Token::from_random(state.random());
                let times = state.settings().await?.sessions.times();
                session::begin(state.store(), &token, account.id, times, by.now).await?;
                let cookie = [(SET_COOKIE, session_cookie(state.config(), &token))];
                return Ok((cookie, Redirect::to("/account")).into_response());
            }
            Err(AccountError::Weak(error)) => form.refuse("new-password", error.to_string()),
            Err(error) => return Err(error.into()),
        }
    }
    let given = signed_in.password_is_given;
    let page = PasswordPage { page: page.at(Section::Account), form, given };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, show(&page)?).into_response())
}
