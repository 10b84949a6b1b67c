//! The inbox: what is owed first stands first.

use super::{away, by_words};
use crate::error::PageError;
use crate::form::Fields;
use crate::page::{Page, Section, show};
use crate::pages::enquiry::number_of;
use crate::state::AppState;
use askama::Template;
use axum::extract::State;
use axum::http::Uri;
use axum::response::{IntoResponse, Response};
use practice::access::Actor;
use practice::enquiry::{EnquirySummary, State as Stage};
use practice::worklist::search_words;
use record::{After, Summary};

/// Rows of a page.
const PAGE_ROWS: u32 = 50;
/// Open enquiries that are looked through for those with documents; a clinic has fewer.
const OPEN_MAX: u32 = 1_000;

/// A line of the inbox.
struct Row {
    id: String,
    number: String,
    about: String,
    writer: String,
    wish: &'static str,
    language: String,
    country: String,
    state: &'static str,
    who: String,
    received: String,
    by: String,
    away: String,
    late: bool,
    owed: bool,
    quarantined: usize,
    to_review: usize,
    drafted: bool,
    tried: usize,
    patient: Option<String>,
    closed: Option<String>,
}

impl Row {
    fn read(found: &Summary, page: &Page) -> Option<Self> {
        let summary: EnquirySummary = serde_json::from_str(&found.summary).ok()?;
        let owed = matches!(summary.state, Stage::New | Stage::Taken);
        let (away, late) = away(summary.answer_by, page.now);
        Some(Self {
            id: found.stream.id.to_string(),
            number: number_of(found.stream.id),
            about: if summary.about.is_empty() { "consent withdrawn".to_owned() } else { summary.about },
            writer: summary.writer,
            wish: summary.wish.title(),
            language: summary.language,
            country: summary.country,
            state: summary.state.words(),
            who: summary.taken.unwrap_or_default(),
            received: page.moment(summary.received),
            by: by_words(summary.answer_by, &page.zone),
            away,
            late: late && owed,
            owed,
            quarantined: summary.quarantined,
            to_review: summary.to_review,
            drafted: summary.opinion_drafted,
            tried: summary.tried,
            patient: summary.patient,
            closed: summary.closed,
        })
    }

    fn has_documents(&self) -> bool {
        self.owed_documents() && self.closed.is_none()
    }

    const fn owed_documents(&self) -> bool {
        self.quarantined + self.to_review > 0 || self.drafted
    }
}

/// What is shown: the word and the words of the tab.
const SHOWN: [(&str, &str); 3] =
    [("", "Open"), ("documents", "Documents to look at"), ("all", "All, also closed")];

#[derive(Template)]
#[template(path = "enquiries/list.html")]
struct ListPage {
    page: Page,
    rows: Vec<Row>,
    show: &'static str,
    typed: String,
    next: Option<String>,
    late: usize,
    more: bool,
}

impl ListPage {
    fn tabs(&self) -> [(&'static str, &'static str); 3] {
        SHOWN
    }

    fn is_shown(&self, word: &str) -> bool {
        self.show == word && self.typed.is_empty()
    }
}

pub(super) async fn list(
    State(state): State<AppState>,
    actor: Actor,
    page: Page,
    uri: Uri,
) -> Result<Response, PageError> {
    let enquiries = state.enquiries(&actor)?;
    let fields = Fields::parse(uri.query().unwrap_or_default().as_bytes());
    let typed = fields.text("q").to_owned();
    let show_word = SHOWN.iter().find(|(word, _)| *word == fields.text("show")).map_or("", |(word, _)| word);
    let words = search_words(&typed);
    let (mut next, mut more) = (None, false);
    let found = if !words.is_empty() {
        let found = enquiries.search(words, PAGE_ROWS).await?;
        more = u32::try_from(found.len()).is_ok_and(|found| found == PAGE_ROWS);
        found
    } else if show_word == "all" {
        let after = fields.text("after-id").parse().ok();
        let after = after.map(|id| After { order: fields.text("after").to_owned(), id });
        let found = enquiries.summaries(after, PAGE_ROWS).await?;
        let full = u32::try_from(found.len()).is_ok_and(|found| found == PAGE_ROWS);
        next = found.last().filter(|_| full).map(|last| {
            let mut query = form_urlencoded::Serializer::new(String::new());
            query.append_pair("show", "all").append_pair("after", &last.order);
            query.append_pair("after-id", &last.stream.id.to_string());
            format!("/enquiries?{}", query.finish())
        });
        found
    } else {
        // What is open comes first in the order of the store.
        let found = enquiries.summaries(None, OPEN_MAX).await?;
        more = u32::try_from(found.len()).is_ok_and(|found| found == OPEN_MAX)
            && found.last().is_some_and(|last| !last.order.starts_with('2'));
        found.into_iter().take_while(|found| !found.order.starts_with('2')).collect()
    };
    let documents_only = show_word == "documents" && typed.is_empty();
    let rows: Vec<Row> = found
        .iter()
        .filter_map(|found| Row::read(found, &page))
        .filter(|row| !documents_only || row.has_documents())
        .collect();
    let late = rows.iter().filter(|row| row.late).count();
    let page = page.at(Section::Enquiries);
    Ok(show(&ListPage { page, rows, show: show_word, typed, next, late, more })?.into_response())
}
