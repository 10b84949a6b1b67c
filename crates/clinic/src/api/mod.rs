//! The JSON interface, `/api/v1`: the same door as the pages, with types of its own.
//!
//! | what | how |
//! |---|---|
//! | who asks | the session's cookie, as in the browser |
//! | who may | the same rights as on pages |
//! | lines of a course | the dialect of the course file, `docs/course-file.md` |
//! | a repeated request | the same `form` id with the same contents is the same act, and answers with the first receipt |
//! | a stale one | 409 with what was recorded meanwhile |
//!
//! The description in OpenAPI is made from these types (`/api/v1/openapi.json`) and can be browsed under `/api/docs/`.

#![allow(unused_qualifications, reason = "the macros of the description repeat the types of extractors")]
#![allow(
    clippy::result_large_err,
    reason = "a problem is made once for a refused request, and is the answer itself"
)]

mod answer;
mod enquiries;
mod patients;
mod record;
mod work;

pub use answer::Problem;

use crate::state::AppState;
use axum::Router;
use axum::http::HeaderValue;
use axum::http::header::CONTENT_SECURITY_POLICY;
use axum::middleware::{Next, from_fn};
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use utoipa_swagger_ui::SwaggerUi;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "thecal",
        description = "The record of intrathecal baclofen therapy. thecal is not a certified medical device. Lines of a course are written as in docs/course-file.md. Sign in as in the browser: the session's cookie says who asks.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0"),
    ),
    tags(
        (name = "patients", description = "Find, register, read"),
        (name = "record", description = "Judge and record acts, over one record or two"),
        (name = "enquiries", description = "What people outside ask, for those who answer"),
        (name = "work", description = "The day's list, whom to call, what acts are judged by"),
    )
)]
struct Description;

fn documented() -> (Router<AppState>, utoipa::openapi::OpenApi) {
    OpenApiRouter::with_openapi(Description::openapi())
        .routes(routes!(patients::find))
        .routes(routes!(patients::register))
        .routes(routes!(patients::duplicates))
        .routes(routes!(patients::read))
        .routes(routes!(patients::course))
        .routes(routes!(patients::timeline))
        .routes(routes!(record::judge))
        .routes(routes!(record::act))
        .routes(routes!(record::refile))
        .routes(routes!(record::merge))
        .routes(routes!(enquiries::list))
        .routes(routes!(enquiries::read))
        .routes(routes!(work::today))
        .routes(routes!(work::contacts))
        .routes(routes!(work::rules))
        .split_for_parts()
}

/// The description of the interface, as JSON.
#[must_use]
pub fn description() -> String {
    documented().1.to_pretty_json().unwrap_or_default()
}

pub(crate) fn routes() -> Router<AppState> {
    let (routes, description) = documented();
    // The browser of the description sets styles on its elements: its own pages alone get a looser policy.
    let docs = Router::from(SwaggerUi::new("/api/docs").url("/api/v1/openapi.json", description));
    routes.merge(docs.layer(from_fn(async |request, next: Next| {
        let mut response = next.run(request).await;
        response.headers_mut().insert(
            CONTENT_SECURITY_POLICY,
            HeaderValue::from_static(
                "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; script-src 'self' 'unsafe-inline'; connect-src 'self'; font-src 'self'; frame-ancestors 'none'; base-uri 'none'",
            ),
        );
        response
    })))
}
