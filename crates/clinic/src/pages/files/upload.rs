//! A file comes in and goes out: its type is that of its content, and a browser never shows it in our place.

use super::{Posted, kind_of, made};
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::patient::Chart;
use crate::state::AppState;
use axum::extract::multipart::{Multipart, MultipartRejection};
use axum::extract::{Path, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, HeaderValue};
use axum::response::{IntoResponse, Redirect, Response};
use practice::Step;
use practice::patient::{Attached, PatientEvent};
use record::{AttachError, Kind, Stream, hex, unhex};
use sha2::{Digest, Sha256};
use std::collections::HashMap;

/// The fields of a form with a file, and the file with the name it had.
async fn read(mut parts: Multipart) -> Result<(Fields, Option<(Vec<u8>, String)>), PageError> {
    let (mut fields, mut file) = (Fields::default(), None);
    let unreadable =
        |error: axum::extract::multipart::MultipartError| PageError::Unreadable(error.body_text());
    while let Some(part) = parts.next_field().await.map_err(unreadable)? {
        let name = part.name().unwrap_or_default().to_owned();
        if name == "file" {
            let called = part.file_name().unwrap_or_default().to_owned();
            let bytes = part.bytes().await.map_err(unreadable)?.to_vec();
            // A file field that was left empty comes as a part without a name and without a byte.
            if !called.is_empty() || !bytes.is_empty() {
                // What was filled in covers the file.
                fields.set("file-hash", hex(&Sha256::digest(&bytes)));
                file = Some((bytes, called));
            }
        } else {
            let text = part.text().await.map_err(unreadable)?;
            fields.set(&name, text);
        }
    }
    Ok((fields, file))
}

pub(super) async fn upload(
    State(state): State<AppState>,
    chart: Chart,
    parts: Result<Multipart, MultipartRejection>,
) -> Result<Response, PageError> {
    let parts = parts.map_err(|error| PageError::Unreadable(error.body_text()))?;
    let (fields, file) = read(parts).await?;
    let mut form = Form::posted(fields)?;
    let Some((bytes, called)) = file else {
        form.refuse("file", "Choose a file");
        return made(&state, &chart, form, Posted::File).await;
    };
    let title = match form.value("title") {
        "" => called.trim().to_owned(),
        title => title.to_owned(),
    };
    if title.is_empty() {
        form.refuse("title", "Say what it is");
        return made(&state, &chart, form, Posted::File).await;
    }
    let stream = Stream { kind: Kind::Patient, id: chart.patient.id };
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    let hash = match state.store().attach(stream, bytes).await {
        Ok(hash) => hash,
        Err(AttachError::Store(what)) => return Err(PageError::Store(what)),
        Err(told) => {
            form.refuse("file", crate::sentence(&told.to_string()));
            return made(&state, &chart, form, Posted::File).await;
        }
    };
    let kept = state.store().attachment(stream, hash).await?;
    let media_type = kept.map(|kept| kept.media_type).unwrap_or_default();
    let event = PatientEvent::Attached(Attached { hash: hex(&hash), media_type, title, bytes: size });
    let step = Step::Event { event, happened: chart.page.now };
    if chart.record(&state, &mut form, vec![step]).await?.is_some() {
        return Ok(Redirect::to(&chart.banner().address("files")).into_response());
    }
    made(&state, &chart, form, Posted::File).await
}

/// A name for a download that every system takes.
pub(crate) fn file_name(title: &str, ending: &str) -> String {
    let plain = |letter: char| if letter.is_ascii_alphanumeric() || letter == '-' { letter } else { '_' };
    let stem = title.strip_suffix(&format!(".{ending}")).unwrap_or(title);
    let stem: String = stem.chars().take(80).map(plain).collect();
    format!("{}.{ending}", if stem.is_empty() { "file" } else { &stem })
}

pub(super) async fn download(
    State(state): State<AppState>,
    Path(path): Path<HashMap<String, String>>,
    chart: Chart,
) -> Result<Response, PageError> {
    let wanted = path.get("hash").ok_or(PageError::NotFound)?;
    // Only what this record names: a hash alone opens nothing.
    let file = chart.patient.files.iter().find(|file| file.hash == *wanted).ok_or(PageError::NotFound)?;
    let hash = unhex(wanted).ok_or(PageError::NotFound)?;
    let stream = Stream { kind: Kind::Patient, id: chart.patient.id };
    let kept = state.store().attachment(stream, hash).await?.ok_or(PageError::NotFound)?;
    let name = file_name(&file.title, kind_of(&kept.media_type).1);
    let media_type = if kept.media_type == "text/plain" {
        "text/plain; charset=utf-8".to_owned()
    } else {
        kept.media_type
    };
    let header =
        |text: &str| HeaderValue::from_str(text).map_err(|error| PageError::Fault(error.to_string()));
    let headers = [
        (CONTENT_TYPE, header(&media_type)?),
        (CONTENT_DISPOSITION, header(&format!("attachment; filename=\"{name}\""))?),
    ];
    Ok((headers, kept.bytes).into_response())
}
