//! A paper as a page and as PDF: one handler for all of them.

use super::facts::Facts;
use super::say::Say;
use super::{Asked, Ground, Kind, Made, NotYet, approvals, outside_address};
use crate::banner::Banner;
use crate::error::PageError;
use crate::page::{Page, show};
use crate::pages::enquiries::files::locked;
use crate::patient::Chart;
use crate::state::AppState;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use documents::{Paper, PaperError, Part, Warmed};
use std::collections::HashMap;
use words::{Approvals, Language, Voice, Worded};

/// A paper with its language, to be shown or printed.
struct Ready {
    made: Made,
    language: Language,
    approvals: Approvals,
}

/// Makes a paper of a patient.
fn make(
    chart: &Chart,
    settings: &practice::settings::Settings,
    kind: Kind,
    asked: &Asked,
    address: Option<String>,
) -> Result<Result<Ready, NotYet>, PageError> {
    let approvals = approvals(settings);
    let language = asked.language(chart);
    let stand = chart.stand()?;
    let facts = Facts { address, ..Facts::of(chart, &stand, settings)? };
    let say = Say::new(Voice::new(language, &approvals));
    let made = kind.make(&Ground { chart, stand: &stand, facts: &facts, say, asked });
    Ok(made.map(|made| Ready { made, language, approvals }))
}

/// Why a paper cannot be made, as a page.
#[derive(Template)]
#[template(path = "papers/none.html")]
struct NonePage {
    page: Page,
    banner: Banner,
    part: &'static str,
    title: &'static str,
    why: &'static str,
}

#[derive(Template)]
#[template(path = "papers/paper.html")]
struct PaperPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    paper: Paper,
    language: Language,
    /// Addresses of the same paper in each language, with whether it is this one.
    languages: Vec<(&'static str, String, bool)>,
    pdf: String,
    fixed: Fixed,
    /// What each code is, and its drawing.
    codes: Vec<(Worded, String)>,
}

/// The words that every paper has.
struct Fixed {
    invented: String,
    not_approved: Option<(String, String)>,
    not_known: String,
    nothing: String,
    sources: String,
    sign_here: String,
    printed: String,
    not_a_device: String,
}

impl Fixed {
    fn new(paper: &Paper, voice: &Voice<'_>) -> Self {
        let stamp = &paper.stamp;
        let at = voice.moment(stamp.printed_at.date(), stamp.printed_at.time());
        let args = words::Args::new().text("at", &at).text("zone", &stamp.time_zone);
        let args = args.text("version", &stamp.record_version).text("hash", &stamp.record_hash);
        let approved = voice.language() == Language::English || !has_english(paper);
        let not_approved = "common-translation-not-approved";
        Self {
            invented: voice.plain("common-invented"),
            not_approved: (!approved)
                .then(|| (voice.plain(not_approved), voice.english().plain(not_approved))),
            not_known: voice.plain("common-not-known"),
            nothing: voice.plain("common-nothing-recorded"),
            sources: voice.plain("common-sources"),
            sign_here: voice.plain("common-date-name-signature"),
            printed: voice.plain_with("common-printed", &args),
            not_a_device: voice.plain("common-not-a-device"),
        }
    }
}

/// Whether any text of a paper has its English beside it.
fn has_english(paper: &Paper) -> bool {
    let beside = |words: &Worded| words.english.is_some();
    beside(&paper.heading)
        || paper.warnings.iter().any(beside)
        || paper.facts.iter().any(|(name, value)| beside(name) || value.as_ref().is_some_and(beside))
        || paper.sections.iter().any(|section| {
            beside(&section.heading)
                || section.parts.iter().any(|part| match part {
                    Part::Paragraph(words) => beside(words),
                    Part::Bullets(lines) | Part::Steps(lines) | Part::Boxes(lines) => {
                        lines.iter().any(|line| beside(&line.words))
                    }
                    Part::Table { columns, rows } => columns.iter().chain(rows.iter().flatten()).any(beside),
                })
        })
}

/// The part of an address that asks for a language and the rest of what was asked.
pub(super) fn query(asked: &Asked, language: Language) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("language", language.code());
    let rest = [
        ("of", &asked.of),
        ("destination", &asked.destination),
        ("from", &asked.from),
        ("until", &asked.until),
    ];
    for (name, value) in rest {
        if !value.is_empty() {
            query.append_pair(name, value);
        }
    }
    query.finish()
}

/// A paper as a page, or as PDF where its word ends so.
pub(super) async fn page(
    State(state): State<AppState>,
    Path(path): Path<HashMap<String, String>>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
    chart: Chart,
) -> Result<Response, PageError> {
    let word = path.get("paper").map(String::as_str).unwrap_or_default();
    if let Some(kind) = word.strip_suffix(".pdf").and_then(Kind::by_word) {
        return paper_pdf(&state, &headers, &chart, kind, &asked).await;
    }
    let kind = Kind::by_word(word).ok_or(PageError::NotFound)?;
    let settings = state.settings().await?;
    let (banner, page) = (chart.banner(), chart.page.clone());
    let address = outside_address(&state, &settings, &headers, &chart);
    let ready = match make(&chart, &settings, kind, &asked, address)? {
        Ok(ready) => ready,
        Err(NotYet(why)) => return none(kind, why, &chart),
    };
    let voice = Voice::new(ready.language, &ready.approvals);
    let address = |language| banner.address(&format!("papers/{}?{}", kind.word(), query(&asked, language)));
    let languages = Language::ALL;
    let languages = languages.map(|one| (one.own_name(), address(one), one == ready.language));
    let paper = ready.made.paper().clone();
    let drawn = |code: &documents::Code| {
        let svg = documents::code_svg(&code.content).map_err(|error| PageError::Fault(error.to_string()))?;
        Ok((code.about.clone(), svg))
    };
    let shown = PaperPage {
        codes: paper.codes.iter().map(drawn).collect::<Result<_, PageError>>()?,
        fixed: Fixed::new(&paper, &voice),
        paper,
        pdf: banner.address(&format!("papers/{}.pdf?{}", kind.word(), query(&asked, ready.language))),
        language: ready.language,
        languages: languages.to_vec(),
        part: "papers",
        banner,
        page,
    };
    Ok(show(&shown)?.into_response())
}

fn none(kind: Kind, why: &'static str, chart: &Chart) -> Result<Response, PageError> {
    let title = Kind::ALL.iter().find(|(known, ..)| *known == kind).map_or("", |(_, _, title, _)| title);
    let shown = NonePage { title, why, part: "papers", banner: chart.banner(), page: chart.page.clone() };
    Ok((axum::http::StatusCode::NOT_FOUND, show(&shown)?).into_response())
}

/// A paper as PDF.
pub(crate) async fn paper_pdf(
    state: &AppState,
    headers: &HeaderMap,
    chart: &Chart,
    kind: Kind,
    asked: &Asked,
) -> Result<Response, PageError> {
    let settings = state.settings().await?;
    let address = outside_address(state, &settings, headers, chart);
    let ready = match make(chart, &settings, kind, asked, address)? {
        Ok(ready) => ready,
        Err(NotYet(why)) => return none(kind, why, chart),
    };
    let pdf = typeset(move |warmed| {
        let voice = Voice::new(ready.language, &ready.approvals);
        match &ready.made {
            Made::Paper(paper) => warmed.paper(paper, &voice),
            Made::Card(all) => {
                let (own, english, _) = all.as_ref();
                let mut cards = vec![(own, voice)];
                // Whoever reads it abroad may read English at best.
                if voice.language() != Language::English {
                    cards.push((english, voice.english()));
                }
                warmed.card(&cards)
            }
            Made::Sheet(all) => {
                let (own, english, _) = all.as_ref();
                let mut sheets = vec![(own, voice)];
                if voice.language() != Language::English {
                    sheets.push((english, voice.english()));
                }
                warmed.emergency_sheet(&sheets)
            }
        }
    })
    .await?;
    let name = format!("inline; filename=\"{}.pdf\"", kind.word());
    Ok(([(CONTENT_TYPE, "application/pdf".to_owned()), (CONTENT_DISPOSITION, name)], pdf).into_response())
}

/// A sheet of the pathway as PDF.
pub(crate) async fn sheet_pdf(
    state: &AppState,
    chart: &Chart,
    id: &str,
    asked: &Asked,
) -> Result<Response, PageError> {
    let settings = state.settings().await?;
    let approvals = approvals(&settings);
    let language = asked.language(chart);
    let paper = {
        let stand = chart.stand()?;
        let facts = Facts::of(chart, &stand, &settings)?;
        let say = Say::new(Voice::new(language, &approvals));
        let on = Ground { chart, stand: &stand, facts: &facts, say, asked };
        super::sheet::paper(&on, id).map_err(|_| PageError::NotFound)?
    };
    let day = chart.patient.path.sheets.last(id).map(|kept| kept.answered.on);
    let day = day.unwrap_or_else(|| chart.today());
    locked("application/pdf", &format!("{id}-{day}.pdf"), pdf(paper, language, approvals).await?)
}

/// Any paper as PDF.
pub(crate) async fn pdf(
    paper: Paper,
    language: Language,
    approvals: Approvals,
) -> Result<Vec<u8>, PageError> {
    typeset(move |warmed| warmed.paper(&paper, &Voice::new(language, &approvals))).await
}

/// Typesets something on a thread of its own.
pub(crate) async fn typeset(
    make: impl FnOnce(&Warmed) -> Result<Vec<u8>, PaperError> + Send + 'static,
) -> Result<Vec<u8>, PageError> {
    // Typesetting takes as long as many pages: not on a thread that answers others.
    let made = tokio::task::spawn_blocking(move || make(Warmed::shared()?)).await;
    let pdf = made.map_err(|error| PageError::Fault(error.to_string()))?;
    pdf.map_err(|error| PageError::Fault(error.to_string()))
}
