//! Where a person starts, the theme, and whether the application is well.

use crate::error::PageError;
use crate::form::Fields;
use crate::frame::theme_cookie;
use crate::page::{Page, Theme};
use crate::state::AppState;
use axum::Router;
use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use practice::access::Actor;
use practice::settings;

pub(crate) fn routes() -> Router<AppState> {
    Router::new().route("/", get(start)).route("/theme", post(theme)).route("/healthz", get(healthz))
}

/// Those who see patients begin with the day's list, the others with the settings.
async fn start(_: Actor, page: Page) -> Redirect {
    Redirect::to(if page.sees_patients() {
        "/today"
    } else if page.sees_settings() {
        "/settings"
    } else {
        "/account"
    })
}

async fn theme(State(state): State<AppState>, fields: Fields) -> Response {
    let cookie = theme_cookie(state.config(), Theme::read(fields.text("theme")));
    ([(SET_COOKIE, cookie)], Redirect::to(local(fields.text("back")))).into_response()
}

/// A path of ours; anything else leads to the start.
pub(crate) fn local(path: &str) -> &str {
    let ours = path.starts_with('/') && !path.starts_with("//") && !path.contains(['\\', '\n', '\r']);
    if ours { path } else { "/" }
}

/// Well if the store answers.
async fn healthz(State(state): State<AppState>) -> Result<&'static str, PageError> {
    state.store().version(settings::STREAM).await?;
    Ok("ok\n")
}
