//! What makes the patient page open without a connection: a worker of the browser that keeps the last copy of each page.

use super::Visit;
use crate::assets;
use crate::error::PageError;
use askama::Template;
use axum::http::HeaderName;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};

#[derive(Template)]
#[template(path = "public/sw.js", escape = "none")]
struct Worker {
    base: String,
    assets: [&'static str; 3],
}

/// The worker of this link; it may look after its first page too, which has no slash at its end.
pub(super) async fn worker(visit: Visit) -> Result<Response, PageError> {
    let base = visit.base();
    let assets = ["public.css", "patient.js", "icon.svg"].map(assets::address);
    let script = super::say::rendered(&Worker { base: base.clone(), assets })?;
    let allowed = (HeaderName::from_static("service-worker-allowed"), base);
    Ok(([(CONTENT_TYPE, "text/javascript; charset=utf-8")], [allowed], script).into_response())
}
