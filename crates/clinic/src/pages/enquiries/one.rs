//! One enquiry: what was asked, what was done, what is still owed.

use super::{Desk, away, by_words};
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::page::{Page, show};
use crate::pages::enquiry::number_of;
use crate::pages::files::{kind_of, size_words};
use crate::pages::timeline::names;
use crate::state::AppState;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use practice::access::Right;
use practice::enquiry::{Enquiry, EnquiryEvent, Held, Place, State as Stage, Why};

/// A file in the list.
pub(super) struct FileLine {
    pub(super) hash: String,
    pub(super) name: String,
    pub(super) kind: &'static str,
    pub(super) size: String,
    pub(super) place: &'static str,
    pub(super) refused: String,
    pub(super) caution: Option<String>,
    pub(super) reviewed: usize,
    pub(super) waits: bool,
}

/// A file in words.
pub(super) fn file_line(enquiry: &Enquiry, held: &Held) -> FileLine {
    let file = &held.file;
    let reviewed = enquiry.reviews.iter().filter(|review| review.hash.as_ref() == Some(&file.hash)).count();
    let (place, refused) = match &held.place {
        Place::Quarantine => ("in quarantine", String::new()),
        Place::Opened => ("opened", String::new()),
        Place::Refused { reason } => ("refused", reason.clone()),
    };
    FileLine {
        hash: file.hash.clone(),
        name: file.name.clone(),
        kind: kind_of(&file.media_type).0,
        size: size_words(file.bytes),
        waits: held.place == Place::Quarantine || held.place == Place::Opened && reviewed == 0,
        place,
        refused,
        caution: file.caution.clone(),
        reviewed,
    }
}

/// Something that was done.
struct Line {
    when: String,
    what: String,
    text: String,
    by: String,
}

#[derive(Template)]
#[template(path = "enquiries/one.html")]
struct OnePage {
    page: Page,
    address: String,
    number: String,
    enquiry: Enquiry,
    facts: Vec<(&'static str, String)>,
    by: String,
    away: String,
    late: bool,
    owed: bool,
    state: &'static str,
    files: Vec<FileLine>,
    reviews: Vec<(String, String, String, String)>,
    lines: Vec<Line>,
    letters: Vec<(u32, String)>,
    may_register: bool,
    take_form: Form,
    contact_form: Form,
    answer_form: Form,
    review_form: Form,
    close_form: Form,
    reopen_form: Form,
    refused: Option<Form>,
}

impl OnePage {
    fn reasons(&self) -> Vec<(&'static str, &'static str)> {
        Why::WORDS.iter().map(|(word, _, title)| (*word, *title)).collect()
    }
}

/// Which form of the page was posted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Posted {
    Nothing,
    Take,
    Contact,
    Answered,
    Review,
    Close,
    Reopen,
}

fn facts(enquiry: &Enquiry) -> Vec<(&'static str, String)> {
    let request = &enquiry.request;
    let given = |text: &String| if text.is_empty() { "not given".to_owned() } else { text.clone() };
    let born = request.born.map_or_else(|| "not given".to_owned(), crate::banner_date);
    vec![
        ("Wishes", request.wish.title().to_owned()),
        ("About", request.about.clone()),
        ("Born", born),
        ("Written by", format!("{}, {}", request.writer, request.relation.title())),
        ("Phone", given(&request.phone)),
        ("E-mail", given(&request.email)),
        ("Best time", given(&request.best_time)),
        ("Answer in", given(&request.language)),
        ("Country", given(&request.country)),
        ("Agreed to", format!("keeping and using the data, wording {}", request.consent)),
    ]
}

/// What an event says beside its title.
fn text_of(event: &EnquiryEvent) -> String {
    match event {
        EnquiryEvent::FileRefused { reason, .. } | EnquiryEvent::Reopened { reason } => reason.clone(),
        EnquiryEvent::ContactTried { how, said, .. } => format!("{how}. {said}"),
        EnquiryEvent::Reviewed { shows, missing, .. } if missing.is_empty() => shows.clone(),
        EnquiryEvent::Reviewed { shows, missing, .. } => format!("{shows} Missing: {missing}"),
        EnquiryEvent::Answered { how } => how.clone(),
        EnquiryEvent::OpinionIssued { name, role, .. } => format!("Signed by {name}, {role}"),
        EnquiryEvent::Closed { note, .. } => note.clone(),
        _ => String::new(),
    }
}

async fn made(state: &AppState, desk: &Desk, form: Form, posted: Posted) -> Result<Response, PageError> {
    let enquiry = desk.enquiry.clone();
    let page = desk.page.clone();
    let names = names(state).await?;
    let name = |by: Option<record::Id>| by.and_then(|by| names.get(&by).cloned()).unwrap_or_default();
    let withdrawn = enquiry.is_withdrawn();
    let (away, late) = away(enquiry.request.answer_by, page.now);
    let owed = matches!(enquiry.state(), Stage::New | Stage::Taken);
    let lines = enquiry.entries.iter().filter(|entry| {
        // Of what was sent nothing is shown any more, names of files included.
        !withdrawn || !matches!(entry.event, EnquiryEvent::FileReceived(_))
    });
    let lines = lines.map(|entry| Line {
        when: page.moment(entry.happened),
        what: entry.event.title(),
        text: if withdrawn && !matches!(entry.event, EnquiryEvent::Closed { .. }) {
            String::new()
        } else {
            text_of(&entry.event)
        },
        by: match entry.by {
            None => "by the form for people outside".to_owned(),
            by => name(by),
        },
    });
    let file_name = |hash: &Option<String>| match hash {
        None => "All documents together".to_owned(),
        Some(hash) => enquiry.file(hash).map(|held| held.file.name.clone()).unwrap_or_default(),
    };
    let reviews = enquiry.reviews.iter().filter(|_| !withdrawn).map(|review| {
        let when = format!("{}, {}", page.moment(review.at), name(review.by));
        (file_name(&review.hash), review.shows.clone(), review.missing.clone(), when)
    });
    let letters = enquiry.letters.iter().filter(|_| !withdrawn).map(|letter| match &letter.issued {
        Some(issued) => (letter.number, format!("signed by {}, {}", issued.name, page.moment(issued.at))),
        None => (letter.number, "draft, not signed".to_owned()),
    });
    let is_refused = form.is_refused() || !form.moved.is_empty();
    let of = |wanted: Posted, fresh: Form| if posted == wanted { form.clone() } else { fresh };
    let now = page.now;
    let shown = OnePage {
        address: desk.address(""),
        number: number_of(enquiry.id),
        facts: if withdrawn { Vec::new() } else { facts(&enquiry) },
        by: by_words(enquiry.request.answer_by, &page.zone),
        away,
        late: late && owed,
        owed,
        state: enquiry.state().words(),
        files: enquiry.files.iter().filter(|_| !withdrawn).map(|held| file_line(&enquiry, held)).collect(),
        reviews: reviews.collect(),
        lines: lines.collect(),
        letters: letters.collect(),
        may_register: desk.actor.may(Right::EditIdentity),
        take_form: of(Posted::Take, desk.form(state)),
        contact_form: of(Posted::Contact, desk.form(state).at("at", now, &page)),
        answer_form: of(Posted::Answered, desk.form(state)),
        review_form: of(Posted::Review, desk.form(state)),
        close_form: of(Posted::Close, desk.form(state)),
        reopen_form: of(Posted::Reopen, desk.form(state)),
        refused: is_refused.then_some(form),
        enquiry,
        page,
    };
    let status = if is_refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, show(&shown)?).into_response())
}

pub(super) async fn look(State(state): State<AppState>, desk: Desk) -> Result<Response, PageError> {
    let form = desk.form(&state);
    made(&state, &desk, form, Posted::Nothing).await
}

/// Records an event of a form of this page, or shows the page again.
async fn done(
    state: &AppState,
    desk: &Desk,
    mut form: Form,
    posted: Posted,
    act: &str,
    before: &str,
    event: Option<(EnquiryEvent, i64)>,
) -> Result<Response, PageError> {
    let event = event.filter(|_| !form.is_refused() && !form.fields.is_resumed());
    if let Some(event) = event
        && desk.record(state, &mut form, act, before, vec![event]).await?
    {
        return Ok(Redirect::to(&desk.address("")).into_response());
    }
    made(state, desk, form, posted).await
}

pub(super) async fn take(
    State(state): State<AppState>,
    desk: Desk,
    fields: Fields,
) -> Result<Response, PageError> {
    let form = Form::posted(fields)?;
    let event = (EnquiryEvent::Taken { name: desk.actor.name.clone() }, desk.page.now);
    done(&state, &desk, form, Posted::Take, "take", "", Some(event)).await
}

pub(super) async fn contact(
    State(state): State<AppState>,
    desk: Desk,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    let at = form.when("at", &desk.page);
    let reached = match form.value("reached") {
        "yes" => true,
        "no" => false,
        _ => {
            form.refuse("reached", "Say whether anybody was reached");
            false
        }
    };
    let (how, said) = (form.value("how").to_owned(), form.value("said").to_owned());
    let event = at.map(|at| (EnquiryEvent::ContactTried { how, reached, said }, at.unix));
    done(&state, &desk, form, Posted::Contact, "contact", "", event).await
}

pub(super) async fn answered(
    State(state): State<AppState>,
    desk: Desk,
    fields: Fields,
) -> Result<Response, PageError> {
    let form = Form::posted(fields)?;
    let how = form.value("answer.how").to_owned();
    let event = (EnquiryEvent::Answered { how }, desk.page.now);
    done(&state, &desk, form, Posted::Answered, "answered", "answer.", Some(event)).await
}

pub(super) async fn review(
    State(state): State<AppState>,
    desk: Desk,
    fields: Fields,
) -> Result<Response, PageError> {
    desk.with_consent()?;
    let form = Form::posted(fields)?;
    let (shows, missing) = (form.value("all.shows").to_owned(), form.value("all.missing").to_owned());
    let event = (EnquiryEvent::Reviewed { hash: None, shows, missing }, desk.page.now);
    done(&state, &desk, form, Posted::Review, "review", "all.", Some(event)).await
}

pub(super) async fn close(
    State(state): State<AppState>,
    desk: Desk,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    let why = Why::read(form.value("why"));
    if why.is_none() {
        form.refuse("why", "Choose why");
    }
    let note = form.value("note").to_owned();
    let event = why.map(|why| (EnquiryEvent::Closed { why, note }, desk.page.now));
    done(&state, &desk, form, Posted::Close, "close", "", event).await
}

pub(super) async fn reopen(
    State(state): State<AppState>,
    desk: Desk,
    fields: Fields,
) -> Result<Response, PageError> {
    let form = Form::posted(fields)?;
    let reason = form.value("reason").to_owned();
    let event = (EnquiryEvent::Reopened { reason }, desk.page.now);
    done(&state, &desk, form, Posted::Reopen, "reopen", "", Some(event)).await
}
