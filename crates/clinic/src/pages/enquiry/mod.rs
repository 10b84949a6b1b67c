//! The form for people outside: nobody is signed in. It shows nothing of anybody, takes little and checks everything.

mod sent;
mod stamp;

use crate::error::PageError;
use crate::form::Form;
use crate::frame::Viewer;
use crate::page::{Page, show};
use crate::pages::contacts::{self, Callee};
use crate::pages::enquiries::by_words;
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::extract::multipart::{Multipart, MultipartRejection};
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use practice::access::{Right, Role};
use practice::account::By;
use practice::enquiry::{
    self, ACCEPTED, CONSENT, EnquiryError, FILE_BYTES_MAX, FILES_BYTES_MAX, FILES_MAX, NotTaken, Relation,
    Request, SentFile, Taken, Wish, answer_by, judge,
};
use record::{AppendError, AttachError, Id, hex};
use sent::Sent;
use sha2::{Digest, Sha256};

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        // The limit of the frame holds for all files together, and that of a file is looked at while it is read.
        .route("/enquiry", get(ask).post(receive).layer(DefaultBodyLimit::disable()))
        .route("/enquiry/received/{id}", get(received))
}

/// Nobody reads and fills the form in less.
const SECONDS_MIN: i64 = 4;
/// A form that lay open for longer is looked over again.
const SECONDS_MAX: i64 = 12 * 3_600;
const DAY_SECONDS: i64 = 24 * 3_600;
/// Enquiries that one address may send in a day: a ward or a practice sends several.
const ADDRESS_DAY_MAX: u64 = 10;
/// Enquiries that are taken in a day in all.
const ALL_DAY_MAX: u64 = 200;
/// Files are counted in pieces of so many bytes …
const PIECE_BYTES: u64 = 5 << 20;
/// … of which so many are taken in a day in all: half a gigabyte. A disk is not filled from outside.
const PIECES_DAY_MAX: u64 = 100;
/// Forms that one address may hand in within an hour, taken or not: reading files costs.
const ADDRESS_HOUR_MAX: u64 = 40;
/// The field that people do not see and leave empty.
const TRAP: &str = "website";

#[derive(Template)]
#[template(path = "enquiry/form.html")]
struct FormPage {
    page: Page,
    form: Form,
    call: Vec<Callee>,
    /// Whether files were chosen that the browser cannot send again by itself.
    files_again: bool,
}

impl FormPage {
    fn wishes(&self) -> Vec<(&'static str, &'static str)> {
        vec![
            (Wish::Callback.word(), "Please call me back"),
            (Wish::Consultation.word(), "An appointment for a consultation"),
            (Wish::SecondOpinion.word(), "A second opinion on what others have advised"),
            (Wish::FromAbroad.word(), "I live abroad and ask for treatment or advice"),
        ]
    }

    fn relations(&self) -> Vec<(&'static str, &'static str)> {
        vec![
            (Relation::Patient.word(), "myself"),
            (Relation::Parent.word(), "my child"),
            (Relation::Guardian.word(), "a person whose legal guardian I am"),
            (Relation::Clinician.word(), "my patient: I am a physician, nurse or therapist"),
            (Relation::Other.word(), "somebody else, such as my partner"),
        ]
    }

    fn accepted(&self) -> &'static str {
        ACCEPTED
    }

    fn files_max(&self) -> usize {
        FILES_MAX
    }

    fn file_megabytes(&self) -> u64 {
        FILE_BYTES_MAX >> 20
    }

    fn files_megabytes(&self) -> u64 {
        FILES_BYTES_MAX >> 20
    }

    fn consent(&self) -> &'static str {
        CONSENT.1
    }
}

/// The clinic's settings, if it is open at all.
async fn open(state: &AppState) -> Result<std::sync::Arc<practice::settings::Settings>, PageError> {
    let settings = state.settings().await?;
    // Where nobody may answer, nobody is asked to write.
    let answered = Role::ALL.iter().any(|role| settings.access.rights(*role).has(Right::AnswerEnquiries));
    if settings.is_set_up() && answered { Ok(settings) } else { Err(PageError::NotFound) }
}

async fn shown(
    state: &AppState,
    page: Page,
    mut form: Form,
    status: StatusCode,
    files_again: bool,
) -> Result<Response, PageError> {
    let settings = open(state).await?;
    // What bots fill in is never sent back, and passes are always ours.
    form.fields.remove(TRAP);
    let call = contacts::now(&settings, &settings.zone(), page.now).map(|now| now.desks).unwrap_or_default();
    Ok((status, show(&FormPage { page, form, call, files_again })?).into_response())
}

async fn ask(State(state): State<AppState>, page: Page) -> Result<Response, PageError> {
    let form = stamp::stamped(&state, Form::new(&state, 0), page.now);
    shown(&state, page, form, StatusCode::OK, false).await
}

/// What the fields say; what is wrong is said beside them.
fn request_of(form: &mut Form, page: &Page, promised: i64) -> Option<Request> {
    let wish = Wish::read(form.value("wish"));
    if wish.is_none() {
        form.refuse("wish", "Choose what you wish");
    }
    let relation = Relation::read(form.value("relation"));
    if relation.is_none() {
        form.refuse("relation", "Choose about whom you write");
    }
    let writer = form.required("writer", "Give your name");
    let about = match (relation, form.value("about")) {
        (Some(Relation::Patient), "") => writer.clone(),
        (_, "") => {
            form.refuse("about", "Give the name of the person it is about");
            String::new()
        }
        (_, name) => name.to_owned(),
    };
    let born = if form.value("born").is_empty() { None } else { form.day("born") };
    let today = crate::pages::today::civil_today(page);
    if born.is_some_and(|born| born > today || today.year() - born.year() > 120) {
        form.refuse("born", "This cannot be a birth date of anybody living; it may be left empty");
    }
    let text = |form: &Form, name: &str| form.value(name).to_owned();
    let (phone, email) = (text(form, "phone"), text(form, "email"));
    if phone.is_empty() && email.is_empty() {
        form.refuse("phone", "Give a phone number or an e-mail address, so that we can answer");
    }
    if !phone.is_empty() && phone.chars().filter(char::is_ascii_digit).count() < 4 {
        form.refuse(
            "phone",
            "This is no phone number; write it with its country code, such as +49 30 123456",
        );
    }
    let mail = |text: &str| {
        text.split_once('@').is_some_and(|(name, place)| !name.is_empty() && place.contains('.'))
            && !text.contains(char::is_whitespace)
    };
    if !email.is_empty() && !mail(&email) {
        form.refuse("email", "This is no e-mail address; it looks like name@example.org");
    }
    let language = form.required("language", "Say in which language we shall answer");
    let message = form.required("message", "Say in a few words what it is about");
    if form.value("consent") != "yes" {
        form.refuse(
            "consent",
            "Tick this if you agree. Without it we may not keep what you write: phone us instead",
        );
    }
    Some(Request {
        wish: wish?,
        writer,
        relation: relation?,
        about,
        born,
        phone,
        email,
        best_time: text(form, "best-time"),
        country: text(form, "country"),
        language,
        message,
        consent: CONSENT.0.to_owned(),
        answer_by: promised,
        invented: page.demonstration,
    })
    .filter(|_| !form.is_refused())
}

/// Judges every file; what is wrong with one is said with its name.
fn files_of(form: &mut Form, sent: &Sent) -> Vec<Taken> {
    let mut taken = Vec::new();
    let mut told: Vec<NotTaken> = sent.trouble.clone();
    for (name, bytes) in &sent.files {
        match judge(name, bytes) {
            Ok(file) => taken.push(file),
            Err(why) => told.push(why),
        }
    }
    for why in told {
        form.refuse("files", crate::sentence(&why.to_string()));
    }
    taken
}

/// Why no more is taken today, if it is so.
async fn too_many(
    state: &AppState,
    address: &str,
    pieces: u64,
    now: i64,
) -> Result<Option<&'static str>, PageError> {
    let since = now - DAY_SECONDS;
    if pieces > 0 && state.store().attempts(PIECES.to_owned(), since).await? + pieces > PIECES_DAY_MAX {
        return Ok(Some(
            "So many files came today that no more are taken by this page. Nothing was sent. Send it without files: we ask for what we need",
        ));
    }
    if state.store().attempts(key_of(address), since).await? >= ADDRESS_DAY_MAX {
        return Ok(Some(
            "From your internet connection came as many enquiries today as we take. Nothing was sent. Please phone us, or send it tomorrow; what you typed is still here",
        ));
    }
    if state.store().attempts(ALL.to_owned(), since).await? >= ALL_DAY_MAX {
        return Ok(Some(
            "So many enquiries came today that no more are taken by this page. Nothing was sent. Please phone us, or send it tomorrow; what you typed is still here",
        ));
    }
    Ok(None)
}

const ALL: &str = "enquiries";
const PIECES: &str = "enquiry files";

fn key_of(address: &str) -> String {
    format!("enquiry {address}")
}

async fn receive(
    State(state): State<AppState>,
    page: Page,
    viewer: Viewer,
    parts: Result<Multipart, MultipartRejection>,
) -> Result<Response, PageError> {
    let settings = open(&state).await?;
    let (now, address) = (page.now, viewer.address);
    let tries = state.store().attempt(format!("enquiry form {address}"), now, now - 3_600).await?;
    if tries > ADDRESS_HOUR_MAX {
        let mut form = stamp::stamped(&state, Form::new(&state, 0), now);
        form.refuse("", "This form came too often from your internet connection. Nothing was sent. Please phone us, or try again in an hour.");
        return shown(&state, page, form, StatusCode::TOO_MANY_REQUESTS, false).await;
    }
    let parts = parts.map_err(|error| PageError::Unreadable(error.body_text()))?;
    let sent = sent::read(parts).await?;
    let mut form = Form::posted(sent.fields.clone())?;
    // Sent twice, it is one enquiry: whoever presses twice sees the same page.
    if let Some(receipt) = state.store().resolve(form.id).await? {
        let same = receipt.content == form.content();
        return if same { Ok(thanks(form.id)) } else { Err(PageError::FormReused) };
    }
    let files_again = !sent.files.is_empty() || !sent.trouble.is_empty();
    match stamp::since(&state, &form) {
        Some(since) if now - since < SECONDS_MIN => {
            form.refuse("", "This came faster than people write. Look it over, then send it again.");
        }
        Some(since) if now - since <= SECONDS_MAX => {}
        _ => {
            form = stamp::stamped(&state, form, now);
            form.refuse("", "This form was open for a long time. What you typed is still here: look it over, then send it again.");
        }
    }
    if !form.value(TRAP).is_empty() {
        form.refuse(
            "",
            "A field that must stay empty was filled in, perhaps by your browser. Send it again.",
        );
    }
    let promised = answer_by(now, &settings.holidays(), &settings.zone());
    let request = request_of(&mut form, &page, promised);
    let taken = files_of(&mut form, &sent);
    let Some(request) = request.filter(|_| !form.is_refused()) else {
        return shown(&state, page, form, StatusCode::UNPROCESSABLE_ENTITY, files_again).await;
    };
    let bytes: u64 = sent.files.iter().map(|(_, bytes)| u64::try_from(bytes.len()).unwrap_or(u64::MAX)).sum();
    let pieces = bytes.div_ceil(PIECE_BYTES);
    if let Some(told) = too_many(&state, &address, pieces, now).await? {
        form.refuse("", crate::sentence(told));
        return shown(&state, page, form, StatusCode::TOO_MANY_REQUESTS, files_again).await;
    }
    for key in [key_of(&address), ALL.to_owned()] {
        state.store().attempt(key, now, now - DAY_SECONDS).await?;
    }
    for _ in 0..pieces {
        state.store().attempt(PIECES.to_owned(), now, now - DAY_SECONDS).await?;
    }
    let id = form.id;
    let files = attach(&state, id, sent, taken).await?;
    let by = By { account: None, form: id, content: form.content(), now };
    match enquiry::record_received(state.store(), id, request, files, by).await {
        Ok(_) => Ok(thanks(id)),
        Err(EnquiryError::Field { field, message }) => {
            form.refuse(field, message);
            shown(&state, page, form, StatusCode::UNPROCESSABLE_ENTITY, files_again).await
        }
        // Pressed twice at the same moment.
        Err(EnquiryError::Append(AppendError::Stale { .. })) => Ok(thanks(id)),
        Err(error) => Err(error.into()),
    }
}

/// Keeps the files under the stream of the enquiry.
async fn attach(state: &AppState, id: Id, sent: Sent, taken: Vec<Taken>) -> Result<Vec<SentFile>, PageError> {
    let mut files = Vec::with_capacity(taken.len());
    for ((_, bytes), file) in sent.files.into_iter().zip(taken) {
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let hash = match state.store().attach(enquiry::stream(id), bytes).await {
            Ok(hash) => hash,
            Err(AttachError::Store(what)) => return Err(PageError::Store(what)),
            Err(told) => return Err(PageError::Unreadable(crate::sentence(&told.to_string()))),
        };
        files.push(SentFile {
            hash: hex(&hash),
            name: file.name,
            media_type: file.media_type.to_owned(),
            bytes: size,
            caution: file.caution,
        });
    }
    Ok(files)
}

/// SHA-256 of some bytes, hexadecimal.
fn hash_of(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn thanks(id: Id) -> Response {
    Redirect::to(&format!("/enquiry/received/{id}")).into_response()
}

#[derive(Template)]
#[template(path = "enquiry/received.html")]
struct ReceivedPage {
    page: Page,
    number: String,
    by: String,
    call: Vec<Callee>,
}

/// The number under which staff find an enquiry: the beginning of its id.
pub(crate) fn number_of(id: Id) -> String {
    let id = id.to_string();
    let part = |from: usize| id.chars().skip(from).take(4).collect::<String>();
    format!("{}-{}", part(0), part(4)).to_uppercase()
}

/// What happens next. The address is known to whoever sent the form; it says by when, and nothing of what was written.
async fn received(
    State(state): State<AppState>,
    page: Page,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    let settings = open(&state).await?;
    let id: Id = id.parse().map_err(|_| PageError::NotFound)?;
    let enquiry = enquiry::load(state.store(), id).await?;
    let call = contacts::now(&settings, &settings.zone(), page.now).map(|now| now.desks).unwrap_or_default();
    let by = by_words(enquiry.request.answer_by, &page.zone);
    Ok(show(&ReceivedPage { page, number: number_of(id), by, call })?.into_response())
}
