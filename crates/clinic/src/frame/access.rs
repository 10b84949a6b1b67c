//! Who sees whom, in one place for pages and interface: the patient of a path is looked up before any handler runs, and
//! whoever does not see the patient is asked for a reason.

use super::viewer::Viewer;
use crate::error::PageError;
use crate::page::Page;
use crate::pages::team::{OPEN, locked};
use crate::state::AppState;
use axum::extract::{FromRequestParts, MatchedPath, RawPathParams, Request, State};
use axum::http::Method;
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use practice::access::{Denied, Right};
use practice::sight::Sight;
use record::Id;

/// The part of a route before a patient's id.
const PATIENTS: &str = "/patients/{";

pub(super) async fn access(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    match admitted(&state, &mut parts).await {
        Ok(()) => next.run(Request::from_parts(parts, body)).await,
        Err(instead) => *instead,
    }
}

async fn admitted(state: &AppState, parts: &mut Parts) -> Result<(), Box<Response>> {
    let refused = |error: PageError| Box::new(error.into_response());
    let Some(route) = parts.extensions.get::<MatchedPath>().map(|path| path.as_str().to_owned()) else {
        return Ok(());
    };
    let Some((_, rest)) = route.split_once(PATIENTS) else { return Ok(()) };
    let Some(signed_in) = parts.extensions.get::<Viewer>().and_then(|viewer| viewer.signed_in.clone()) else {
        return Err(refused(PageError::SignedOut));
    };
    match signed_in.sight {
        Sight::Everybody => return Ok(()),
        Sight::Nobody => {
            let denied = Denied { right: Right::ReadPatients, role: signed_in.actor.role };
            return Err(refused(denied.into()));
        }
        Sight::Some { .. } => {}
    }
    // As the handler will read it: decoded, and by the name that the route gives it.
    let name = rest.split('}').next().unwrap_or_default();
    let params = RawPathParams::from_request_parts(parts, state).await;
    let params = params.map_err(|_| refused(PageError::NotFound))?;
    let id = params.iter().find(|(known, _)| *known == name).and_then(|(_, value)| value.parse::<Id>().ok());
    let Some(id) = id else { return Err(refused(PageError::NotFound)) };
    match state.patients(&signed_in.sight).sees(id).await {
        Ok(true) => Ok(()),
        Ok(false) if route == OPEN => Ok(()),
        Ok(false) if parts.uri.path().starts_with("/api/") => Err(refused(PageError::NotSeen)),
        Ok(false) => {
            let back = (parts.method == Method::GET).then(|| parts.uri.path().to_owned());
            let page = match Page::from_request_parts(parts, state).await {
                Ok(page) => page,
                Err(error) => return Err(refused(error)),
            };
            Err(Box::new(locked(state, page, id, back).await.into_response()))
        }
        Err(error) => Err(refused(error)),
    }
}
