//! Languages and texts: what patients read, beside the English, and what the clinic has approved.

use super::{Frame, People, admit, save};
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::page::{Page, show};
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use practice::access::{Actor, Right};
use practice::answers::Answers;
use practice::settings::{Change, Settings, TextDecision, TextVerdict};
use words::Language;

const HERE: &str = "/settings/texts";

pub(super) fn routes() -> Router<AppState> {
    Router::new().route(HERE, get(ask).post(set))
}

/// What is shown of a group: the word in the address and for people.
const SHOWN: [(&str, &str); 2] = [("open", "only what is not approved"), ("all", "all texts")];

/// What somebody chose to look at.
#[derive(Debug, Clone, Copy)]
struct Chosen {
    language: Language,
    group: &'static str,
    all: bool,
}

impl Chosen {
    fn read(fields: &Fields) -> Self {
        let language = Language::ALL.into_iter().find(|one| one.code() == fields.text("language"));
        let group = words::FILES.iter().copied().find(|file| *file == fields.text("group"));
        Self {
            language: language.unwrap_or(Language::German),
            group: group.or_else(|| words::FILES.first().copied()).unwrap_or_default(),
            all: fields.text("show") == "all",
        }
    }

    fn address(&self, group: &str) -> String {
        let show = if self.all { "all" } else { "open" };
        format!("{HERE}?language={}&group={group}&show={show}", self.language.code())
    }
}

/// How a text stands with the clinic.
enum Standing {
    NotTranslated,
    NotApproved,
    Approved { by: String, on: String },
    Changed { by: String, on: String },
}

/// A text beside its English.
struct TextLine {
    key: &'static str,
    /// What is sent when it is ticked: key and fingerprint; `None` for a text that has no translation.
    value: Option<String>,
    english: &'static str,
    text: &'static str,
    standing: Standing,
    sources: Vec<String>,
}

/// A group with how much of it is left.
struct Group {
    name: &'static str,
    address: String,
    left: usize,
    total: usize,
}

#[derive(Template)]
#[template(path = "settings/texts.html")]
struct TextsPage {
    page: Page,
    frame: Frame,
    form: Form,
    chosen: Chosen,
    groups: Vec<Group>,
    lines: Vec<TextLine>,
    languages: Vec<(&'static str, String)>,
    shown: Vec<(&'static str, &'static str)>,
    may_decide: bool,
}

impl TextsPage {
    /// Whether there is a translation beside the English.
    fn translated(&self) -> bool {
        self.chosen.language != Language::English
    }
}

fn groups(settings: &Settings, chosen: Chosen) -> Vec<Group> {
    let groups = words::FILES.iter().map(|name| {
        let of_group = words::keys().filter(|key| words::file_of(key) == Some(name));
        let (total, left) = of_group.fold((0, 0), |(total, left), key| {
            (total + 1, left + usize::from(settings.approval(chosen.language, key).is_none()))
        });
        Group { name, address: chosen.address(name), left, total }
    });
    groups.filter(|group| group.total > 0).collect()
}

/// Where an answer comes from; other texts say so in their own words.
fn sources(key: &str, answers: &Answers, catalogue: &catalogue::Catalogue) -> Vec<String> {
    let answer = key.strip_prefix("answer-").and_then(|id| answers.answer(id));
    let sources = answer.map(|(_, answer)| answer.source.iter().map(|id| answers.citation(id, catalogue)));
    sources.into_iter().flatten().collect()
}

async fn lines(
    state: &AppState,
    page: &Page,
    settings: &Settings,
    chosen: Chosen,
) -> Result<Vec<TextLine>, PageError> {
    let people = People::load(state).await?;
    let rules = state.rules().await?;
    let answers = Answers::embedded().map_err(|error| PageError::Fault(error.to_string()))?;
    let language = chosen.language;
    let line = |key: &'static str| {
        let fingerprint = words::fingerprint(language, key);
        let standing = match settings.approval_given(language, key) {
            _ if fingerprint.is_none() => Standing::NotTranslated,
            None => Standing::NotApproved,
            Some(given) => {
                let (by, on) = (people.name(given.by), page.moment(given.at));
                if fingerprint.as_ref() == Some(&given.digest) {
                    Standing::Approved { by, on }
                } else {
                    Standing::Changed { by, on }
                }
            }
        };
        if !chosen.all && matches!(standing, Standing::Approved { .. }) {
            return None;
        }
        Some(TextLine {
            key,
            value: fingerprint.map(|fingerprint| format!("{key} {fingerprint}")),
            english: words::source(Language::English, key)?,
            text: words::source(language, key).unwrap_or_default(),
            standing,
            sources: sources(key, answers, &rules.catalogue),
        })
    };
    Ok(words::keys().filter(|key| words::file_of(key) == Some(chosen.group)).filter_map(line).collect())
}

async fn texts_page(state: &AppState, page: Page, form: Form, chosen: Chosen) -> Result<Response, PageError> {
    let settings = state.settings().await?;
    let languages = Language::ALL.iter().map(|one| {
        let own = one.own_name();
        let name = one.english_name();
        (one.code(), if own == name { name.to_owned() } else { format!("{name} ({own})") })
    });
    let shown = TextsPage {
        groups: groups(&settings, chosen),
        lines: lines(state, &page, &settings, chosen).await?,
        languages: languages.collect(),
        shown: SHOWN.to_vec(),
        may_decide: page.may(Right::ApproveSettings),
        chosen,
        frame: Frame::new(page.clone(), HERE),
        page: page.at(crate::page::Section::Settings),
        form,
    };
    let refused = shown.form.is_refused() || !shown.form.moved.is_empty();
    let status = if refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, show(&shown)?).into_response())
}

async fn ask(
    State(state): State<AppState>,
    actor: Actor,
    page: Page,
    uri: Uri,
) -> Result<Response, PageError> {
    admit(&actor, HERE)?;
    let chosen = Chosen::read(&Fields::parse(uri.query().unwrap_or_default().as_bytes()));
    let form = Form::new(&state, state.settings().await?.version);
    texts_page(&state, page, form, chosen).await
}

async fn set(
    State(state): State<AppState>,
    actor: Actor,
    page: Page,
    fields: Fields,
) -> Result<Response, PageError> {
    // What patients read is read by those who answer for it.
    actor.require(Right::ApproveSettings)?;
    let chosen = Chosen::read(&fields);
    let mut form = Form::posted(fields)?;
    let decision = match form.value("act") {
        "approve" => TextVerdict::Approved,
        "withdraw" => TextVerdict::Withdrawn,
        _ => return Err(PageError::Unreadable("The form is not complete. Open it anew.".to_owned())),
    };
    let ticked = form.fields.all("texts").filter_map(|value| value.split_once(' '));
    let texts: Vec<(String, String)> =
        ticked.map(|(key, digest)| (key.to_owned(), digest.to_owned())).collect();
    if texts.is_empty() {
        form.refuse("texts", "Tick the texts that you have read");
    }
    let change = TextDecision { language: chosen.language.code().to_owned(), texts, decision };
    if save(&state, &actor, &page, &mut form, Change::Texts(change)).await? {
        return Ok(Redirect::to(&chosen.address(chosen.group)).into_response());
    }
    texts_page(&state, page, form, chosen).await
}
