//! Who comes in: set-up before anything, sign-in before a page, an own password before work. A form that arrives after
//! the session has ended is not lost: the sign-in page carries it along.

use super::viewer::{Unanswered, Viewer};
use crate::error::PageError;
use crate::form::Fields;
use crate::page::Page;
use crate::pages::sign_in::{Kept, sign_in_page};
use crate::state::AppState;
use axum::extract::{FromRequestParts, Request, State};
use axum::http::Method;
use axum::http::header::CONTENT_TYPE;
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};

/// What needs nobody signed in.
const OPEN: [&str; 9] =
    ["/assets/", "/e/", "/enquiry", "/healthz", "/p/", "/sign-in", "/sign-out", "/set-up", "/theme"];
/// What somebody with a given password may still do.
const OWN_PASSWORD: &str = "/account/password";

/// What a form may weigh to be carried along.
const KEPT_BYTES_MAX: usize = 256 << 10;

pub(super) async fn admit(State(state): State<AppState>, request: Request, next: Next) -> Response {
    match admitted(&state, request).await {
        Ok(request) => next.run(request).await,
        Err(instead) => *instead,
    }
}

async fn admitted(state: &AppState, request: Request) -> Result<Request, Box<Response>> {
    if let Some(Unanswered(error)) = request.extensions().get::<Unanswered>() {
        return Err(Box::new(error.clone().into_response()));
    }
    let path = request.uri().path();
    let open = OPEN.iter().any(|open| path.starts_with(open));
    let settings = state.settings().await.map_err(|error| Box::new(error.into_response()))?;
    if !settings.is_set_up() && !open {
        return Err(Box::new(Redirect::to("/set-up").into_response()));
    }
    if open {
        return Ok(request);
    }
    let viewer = request.extensions().get::<Viewer>().cloned().unwrap_or_default();
    match viewer.signed_in {
        Some(signed_in) if signed_in.password_is_given && path != OWN_PASSWORD => {
            Err(Box::new(Redirect::to(OWN_PASSWORD).into_response()))
        }
        Some(_) => Ok(request),
        None => Err(Box::new(sign_in_first(state, request, &viewer).await.into_response())),
    }
}

async fn sign_in_first(state: &AppState, request: Request, viewer: &Viewer) -> Result<Response, PageError> {
    if request.uri().path().starts_with("/api/") {
        return Err(PageError::SignedOut);
    }
    let (mut parts, body) = request.into_parts();
    let page = Page::from_request_parts(&mut parts, state).await?;
    let query = parts.uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    let path = format!("{}{query}", parts.uri.path());
    if parts.method != Method::POST {
        return sign_in_page(state, page, Kept::page(path), viewer.ended.is_some());
    }
    let kind = parts.headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kept = if kind.starts_with("application/x-www-form-urlencoded") {
        match axum::body::to_bytes(body, KEPT_BYTES_MAX).await {
            Ok(bytes) => Kept::form(path, viewer.ended, &Fields::parse(&bytes)),
            Err(_) => Kept::lost(),
        }
    } else {
        // Files are too large to be carried along in a page.
        Kept::lost()
    };
    sign_in_page(state, page, kept, true)
}
