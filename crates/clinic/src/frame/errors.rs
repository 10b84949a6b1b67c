//! An error becomes a page; for the API, a problem in JSON.

use super::viewer::Viewer;
use crate::error::PageError;
use crate::page::{Page, show};
use crate::state::AppState;
use askama::Template;
use axum::extract::{FromRequestParts, Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{StatusCode, request::Parts};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Told beside a bare status, by what is not a page of ours.
#[derive(Debug, Clone, Copy)]
pub(super) struct Plain(pub(super) &'static str);

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    page: Page,
    heading: String,
    told: String,
    /// Where to look at what is there now.
    look: Option<String>,
}

pub(super) async fn as_pages(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let again = Request::from_parts(parts.clone(), body);
    let response = next.run(again).await;
    let status = response.status();
    if !status.is_client_error() && !status.is_server_error() {
        return response;
    }
    let has_page = response.headers().get(CONTENT_TYPE).is_some_and(|kind| {
        kind.to_str().is_ok_and(|kind| kind.starts_with("text/html") || kind.contains("json"))
    });
    if has_page {
        return response;
    }
    let error = response.extensions().get::<PageError>().cloned();
    let plain = response.extensions().get::<Plain>().copied();
    let (heading, told) = match (&error, plain) {
        (Some(error), _) => (error.heading().to_owned(), error.told()),
        (None, Some(Plain(told))) => ("Not accepted".to_owned(), told.to_owned()),
        (None, None) if status == StatusCode::PAYLOAD_TOO_LARGE && parts.uri.path() == "/enquiry" => {
            ("The files are too large".to_owned(), FILES_TOO_LARGE.to_owned())
        }
        (None, None) => bare(status),
    };
    let mut rendered = if parts.uri.path().starts_with("/api/") {
        let problem = serde_json::json!({ "status": status.as_u16(), "title": heading, "detail": told });
        (status, [(CONTENT_TYPE, "application/problem+json")], problem.to_string()).into_response()
    } else {
        let look = matches!(error, Some(PageError::Stale { .. })).then(|| parent(parts.uri.path()));
        (status, page(&state, &mut parts, heading, told, look).await).into_response()
    };
    // The note of who looked is made from these.
    *rendered.extensions_mut() = response.extensions().clone();
    rendered
}

/// Told to people outside, who do not know what to do with a bare status.
const FILES_TOO_LARGE: &str = "Nothing was sent. Go back in your browser: what you typed is still there. Each file may have at most 10 MB, all together at most 25 MB. Send fewer or smaller ones, or none: we ask for what we need.";

/// A status that some layer set without words.
fn bare(status: StatusCode) -> (String, String) {
    let told = match status {
        StatusCode::PAYLOAD_TOO_LARGE => "What was sent is too large.",
        StatusCode::SERVICE_UNAVAILABLE => {
            "This took too long. Look before you try again whether it was saved."
        }
        status if status.is_server_error() => {
            return (
                PageError::Fault(String::new()).heading().to_owned(),
                PageError::Fault(String::new()).told(),
            );
        }
        _ => "What was sent could not be read.",
    };
    ("This did not work".to_owned(), told.to_owned())
}

/// The page that the form belongs to: the path without its last part.
fn parent(path: &str) -> String {
    match path.trim_end_matches('/').rsplit_once('/') {
        Some((parent, _)) if !parent.is_empty() => parent.to_owned(),
        _ => "/".to_owned(),
    }
}

async fn page(
    state: &AppState,
    parts: &mut Parts,
    heading: String,
    told: String,
    look: Option<String>,
) -> Response {
    let viewer = parts.extensions.get::<Viewer>().cloned().unwrap_or_default();
    let page = match Page::from_request_parts(parts, state).await {
        Ok(page) => page,
        // The store does not even say the clinic's name; the page must do without.
        Err(_) => Page {
            actor: viewer.signed_in.map(|signed_in| signed_in.actor),
            clinic: String::new(),
            zone: jiff::tz::TimeZone::UTC,
            now: state.now(),
            theme: viewer.theme,
            demonstration: state.config().demonstration,
            section: crate::page::Section::None,
            path: String::new(),
            sight: practice::sight::Sight::Nobody,
        },
    };
    show(&ErrorPage { page, heading, told: told.clone(), look })
        .map_or_else(|_| told.into_response(), IntoResponse::into_response)
}
