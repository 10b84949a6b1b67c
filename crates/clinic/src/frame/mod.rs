//! What every request goes through, from the outside in:
//!
//! headers → trace → compression → who it is, and the note of who looked → errors as pages → limits, time, panics →
//! no cross-site posts → set-up first, sign in first → who sees whom → the page itself.

mod access;
mod admit;
mod errors;
mod headers;
mod proof;
mod viewer;

pub use proof::{PROOF, prove};
pub use viewer::{SignedIn, Viewer};

pub(crate) use viewer::{Opened, Whose, ended_cookie, session_cookie, theme_cookie};

use crate::error::PageError;
use crate::state::AppState;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::StatusCode;
use axum::middleware::from_fn_with_state;
use axum::response::IntoResponse;
use core::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::{CsrfLayer, ProtectionError};
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;

/// What a form may weigh; routes that take files set their own.
const FORM_BYTES_MAX: usize = 1 << 20;
/// What anything may weigh.
const BODY_BYTES_MAX: usize = 32 << 20;
/// A page that takes longer is a fault.
const SECONDS_MAX: u64 = 30;

pub(crate) fn around(routes: Router<AppState>, state: AppState) -> Router {
    let panicked =
        |_: Box<dyn std::any::Any + Send>| PageError::Fault("a handler panicked".to_owned()).into_response();
    let from_elsewhere = |_: ProtectionError| {
        let told =
            "This form was not sent from a page of this application. Open the page here and send it again.";
        let mut response = StatusCode::FORBIDDEN.into_response();
        response.extensions_mut().insert(errors::Plain(told));
        response
    };
    let trace = TraceLayer::new_for_http().make_span_with(|request: &Request| {
        // The path can name a patient's record; only what kind of page it is goes into the log.
        let part = request.uri().path().split('/').nth(1).unwrap_or_default().to_owned();
        tracing::info_span!("request", method = %request.method(), part)
    });
    routes
        .fallback(|| async { PageError::NotFound })
        .method_not_allowed_fallback(|| async { PageError::NotFound })
        .layer(DefaultBodyLimit::max(FORM_BYTES_MAX))
        .layer(from_fn_with_state(state.clone(), access::access))
        .layer(from_fn_with_state(state.clone(), admit::admit))
        .layer(CsrfLayer::new().with_rejection_response(from_elsewhere))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            Duration::from_secs(SECONDS_MAX),
        ))
        .layer(RequestBodyLimitLayer::new(BODY_BYTES_MAX))
        .layer(from_fn_with_state(state.clone(), errors::as_pages))
        .layer(from_fn_with_state(state.clone(), viewer::viewer))
        .layer(CompressionLayer::new())
        .layer(trace)
        .layer(from_fn_with_state(state.clone(), headers::headers))
        .with_state(state)
}
