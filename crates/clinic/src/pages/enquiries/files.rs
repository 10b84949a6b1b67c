//! A file of an enquiry: taken out of quarantine, refused, reviewed, downloaded; never shown by a browser in our place.

use super::Desk;
use super::one::{FileLine, file_line};
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::page::{Page, show};
use crate::pages::files::kind_of;
use crate::pages::files::upload::file_name;
use crate::state::AppState;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::{
    CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderValue, X_CONTENT_TYPE_OPTIONS,
};
use axum::response::{IntoResponse, Redirect, Response};
use practice::enquiry::{EnquiryEvent, Held, Place, stream};
use record::unhex;

/// A browser that shows it all the same runs nothing in it and loads nothing for it.
pub(super) const LOCKED: &str = "sandbox; default-src 'none'; frame-ancestors 'none'";

#[derive(Template)]
#[template(path = "enquiries/file.html")]
struct FilePage {
    page: Page,
    address: String,
    about: String,
    file: FileLine,
    quarantined: bool,
    opened: bool,
    is_closed: bool,
    reviews: Vec<(String, String, String)>,
    open_form: Form,
    refuse_form: Form,
    review_form: Form,
    refused: Option<Form>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Posted {
    Nothing,
    Open,
    Refuse,
    Review,
}

fn held(desk: &Desk) -> Result<&Held, PageError> {
    desk.with_consent()?;
    let hash = desk.path.get("hash").ok_or(PageError::NotFound)?;
    // Only what this enquiry names: a hash alone opens nothing.
    desk.enquiry.file(hash).ok_or(PageError::NotFound)
}

fn made(state: &AppState, desk: &Desk, form: Form, posted: Posted) -> Result<Response, PageError> {
    let held = held(desk)?;
    let reviews = desk.enquiry.reviews.iter().filter(|review| review.hash.as_ref() == Some(&held.file.hash));
    let is_refused = form.is_refused() || !form.moved.is_empty();
    let of = |wanted: Posted| if posted == wanted { form.clone() } else { desk.form(state) };
    let shown = FilePage {
        page: desk.page.clone(),
        address: desk.address(""),
        about: desk.enquiry.request.about.clone(),
        file: file_line(&desk.enquiry, held),
        quarantined: held.place == Place::Quarantine,
        opened: held.place == Place::Opened,
        is_closed: desk.enquiry.closed.is_some(),
        reviews: reviews
            .map(|review| (review.shows.clone(), review.missing.clone(), desk.page.moment(review.at)))
            .collect(),
        open_form: of(Posted::Open),
        refuse_form: of(Posted::Refuse),
        review_form: of(Posted::Review),
        refused: is_refused.then(|| form.clone()),
    };
    let status = if is_refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, show(&shown)?).into_response())
}

pub(super) async fn look(State(state): State<AppState>, desk: Desk) -> Result<Response, PageError> {
    let form = desk.form(&state);
    made(&state, &desk, form, Posted::Nothing)
}

async fn done(
    state: &AppState,
    desk: &Desk,
    mut form: Form,
    posted: Posted,
    act: &str,
    event: EnquiryEvent,
) -> Result<Response, PageError> {
    let hash = held(desk)?.file.hash.clone();
    let events = vec![(event, desk.page.now)];
    if !form.fields.is_resumed()
        && desk.record(state, &mut form, &format!("{act} {hash}"), "", events).await?
    {
        return Ok(Redirect::to(&desk.address(&format!("files/{hash}"))).into_response());
    }
    made(state, desk, form, posted)
}

pub(super) async fn open(
    State(state): State<AppState>,
    desk: Desk,
    fields: Fields,
) -> Result<Response, PageError> {
    let form = Form::posted(fields)?;
    let event = EnquiryEvent::FileOpened { hash: held(&desk)?.file.hash.clone() };
    done(&state, &desk, form, Posted::Open, "open", event).await
}

pub(super) async fn refuse(
    State(state): State<AppState>,
    desk: Desk,
    fields: Fields,
) -> Result<Response, PageError> {
    let form = Form::posted(fields)?;
    let (hash, reason) = (held(&desk)?.file.hash.clone(), form.value("reason").to_owned());
    done(&state, &desk, form, Posted::Refuse, "refuse", EnquiryEvent::FileRefused { hash, reason }).await
}

pub(super) async fn review(
    State(state): State<AppState>,
    desk: Desk,
    fields: Fields,
) -> Result<Response, PageError> {
    let form = Form::posted(fields)?;
    let hash = Some(held(&desk)?.file.hash.clone());
    let (shows, missing) = (form.value("shows").to_owned(), form.value("missing").to_owned());
    let event = EnquiryEvent::Reviewed { hash, shows, missing };
    done(&state, &desk, form, Posted::Review, "review", event).await
}

/// Content that came from outside, as a download that no browser shows or runs.
pub(crate) fn locked(media_type: &str, name: &str, bytes: Vec<u8>) -> Result<Response, PageError> {
    let header =
        |text: &str| HeaderValue::from_str(text).map_err(|error| PageError::Fault(error.to_string()));
    let media_type = if media_type == "text/plain" { "text/plain; charset=utf-8" } else { media_type };
    let headers = [
        (CONTENT_TYPE, header(media_type)?),
        (CONTENT_DISPOSITION, header(&format!("attachment; filename=\"{name}\""))?),
        (CONTENT_SECURITY_POLICY, header(LOCKED)?),
        (X_CONTENT_TYPE_OPTIONS, header("nosniff")?),
    ];
    Ok((headers, bytes).into_response())
}

pub(super) async fn download(State(state): State<AppState>, desk: Desk) -> Result<Response, PageError> {
    let held = held(&desk)?;
    // In quarantine, or refused: there is nothing to download.
    if held.place != Place::Opened {
        return Err(PageError::NotFound);
    }
    let hash = unhex(&held.file.hash).ok_or(PageError::NotFound)?;
    let kept = state.store().attachment(stream(desk.enquiry.id), hash).await?.ok_or(PageError::NotFound)?;
    let name = file_name(&held.file.name, kind_of(&kept.media_type).1);
    locked(&kept.media_type, &name, kept.bytes)
}
