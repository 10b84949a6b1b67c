//! Security headers, on every answer.

use crate::state::AppState;
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, HeaderMap, HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;

/// `connect-src` is for search as you type; everything else as little as pages need.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; \
form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// The same with sounds and a worker: the patient page plays alarms and opens without a connection.
const PATIENT_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; \
media-src 'self'; worker-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

const ALWAYS: [(&str, &str); 6] = [
    ("content-security-policy", POLICY),
    ("x-content-type-options", "nosniff"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "geolocation=(), camera=(), microphone=()"),
    ("cache-control", "no-store"),
];

/// Sets what is missing; a page may have set its own, as an asset sets how long it keeps.
pub(super) async fn headers(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let (emergency, patient) = (path.starts_with("/e/"), path.starts_with("/p/"));
    let mut response = next.run(request).await;
    let config = state.config();
    let headers = response.headers_mut();
    if emergency || patient {
        // Whoever has the address sees the page: no search engine may have it, and no other site.
        missing(headers, "x-robots-tag", "noindex, nofollow");
    }
    if emergency {
        missing(headers, "referrer-policy", "no-referrer");
    }
    if patient {
        missing(headers, "content-security-policy", PATIENT_POLICY);
    }
    for (name, value) in ALWAYS {
        missing(headers, name, value);
    }
    // Without a referrer a browser tells no origin with a form. Where it tells no fetch metadata either, over plain
    // http to another machine, the origin is all that there is to tell our own forms by.
    let plain_network = !config.https && !config.loopback;
    missing(headers, "referrer-policy", if plain_network { "same-origin" } else { "no-referrer" });
    if config.https {
        missing(headers, "strict-transport-security", "max-age=63072000; includeSubDomains");
    }
    response
}

fn missing(headers: &mut HeaderMap, name: &'static str, value: &'static str) {
    let name = HeaderName::from_static(name);
    if name != CACHE_CONTROL || !headers.contains_key(&name) {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
}
