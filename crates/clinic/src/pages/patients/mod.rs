//! Finding a patient, registering one, who the patient is, and the two acts over two records: merging them, and moving
//! what was filed on the wrong one.

mod identity;
mod merge;
pub(crate) mod new;
mod refile;
mod two;

use super::today::row::dose;
use crate::banner::{banner_born, banner_date};
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::page::{Page, Section, show};
use crate::pages::today::civil_today;
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::Uri;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use jiff::civil::Date;
use practice::access::{Actor, Right};
use practice::summary::{Flow, Summary};
use practice::worklist::search_words;
use record::After;

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/patients", get(list))
        .route("/patients/new", get(new::ask).post(new::register))
        .route("/patients/{id}/identity", get(identity::ask).post(identity::change))
        .route("/patients/{id}/merge", get(merge::ask).post(merge::merge))
        .route("/patients/{id}/refile", get(refile::ask).post(refile::refile))
}

/// Patients of one page.
const PAGE_ROWS: u32 = 50;

/// A patient in a list.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) born: String,
    pub(crate) record: String,
    pub(crate) house: String,
    /// Model and serial number.
    pub(crate) pump: Option<(String, String)>,
    pub(crate) dose: String,
    pub(crate) state: &'static str,
    pub(crate) runs: bool,
    pub(crate) refill_by: Option<String>,
    pub(crate) overdue: bool,
    pub(crate) hard: usize,
    pub(crate) soft: usize,
    pub(crate) unconfirmed: usize,
    pub(crate) died: Option<String>,
    pub(crate) merged_into: Option<String>,
}

impl Found {
    /// A summary in a list, on a day.
    pub(crate) fn of(id: record::Id, summary: Summary, today: Date) -> Self {
        Self {
            id: id.to_string(),
            born: banner_born(Some(summary.born), summary.died.unwrap_or(today)),
            dose: dose(&summary),
            state: summary.flow.words(),
            runs: summary.flow == Flow::Running,
            overdue: summary.refill_by.is_some_and(|by| by < today),
            refill_by: summary.refill_by.map(banner_date),
            died: summary.died.map(banner_date),
            pump: summary.pump.zip(summary.serial),
            name: summary.name,
            record: summary.record,
            house: summary.house,
            hard: summary.open_hard,
            soft: summary.open_soft,
            unconfirmed: summary.unconfirmed,
            merged_into: summary.merged_into,
        }
    }

    fn read(summary: &record::Summary, today: Date) -> Option<Self> {
        let read: Summary = serde_json::from_str(&summary.summary).ok()?;
        Some(Self::of(summary.stream.id, read, today))
    }
}

/// Whom a search finds: at most a page, and whether there are more.
pub(crate) async fn find(
    state: &AppState,
    page: &Page,
    typed: &str,
) -> Result<(Vec<Found>, bool), PageError> {
    let words = search_words(typed);
    if words.is_empty() {
        return Ok((Vec::new(), false));
    }
    let mut hits = state.patients(&page.sight).search(words, PAGE_ROWS + 1).await?.seen;
    let more = hits.len() > PAGE_ROWS as usize;
    hits.truncate(PAGE_ROWS as usize);
    let today = civil_today(page);
    Ok((hits.iter().filter_map(|hit| Found::read(hit, today)).collect(), more))
}

#[derive(Template)]
#[template(path = "patients/list.html")]
struct ListPage {
    page: Page,
    typed: String,
    rows: Vec<Found>,
    /// A search found more than are shown.
    more: bool,
    /// Whether this is the first page of the whole list.
    is_first: bool,
    next: Option<String>,
    may_register: bool,
}

async fn list(
    State(state): State<AppState>,
    actor: Actor,
    page: Page,
    uri: Uri,
) -> Result<Response, PageError> {
    actor.require(Right::ReadPatients)?;
    let fields = Fields::parse(uri.query().unwrap_or_default().as_bytes());
    let typed = fields.text("q").to_owned();
    let (mut rows, mut more, mut next) = (Vec::new(), false, None);
    let after = fields.text("after-id").parse().ok();
    let after = after.map(|id| After { order: fields.text("after").to_owned(), id });
    let is_first = after.is_none();
    if search_words(&typed).is_empty() {
        let mut found = state.patients(&page.sight).summaries(after, PAGE_ROWS + 1).await?;
        let rest = found.len() > PAGE_ROWS as usize;
        found.truncate(PAGE_ROWS as usize);
        if let Some(last) = found.last().filter(|_| rest) {
            let mut query = form_urlencoded::Serializer::new(String::new());
            query.append_pair("after", &last.order).append_pair("after-id", &last.stream.id.to_string());
            next = Some(format!("/patients?{}", query.finish()));
        }
        let today = civil_today(&page);
        rows = found.iter().filter_map(|summary| Found::read(summary, today)).collect();
    } else {
        (rows, more) = find(&state, &page, &typed).await.map(|(found, more)| {
            rows = found;
            (core::mem::take(&mut rows), more)
        })?;
    }
    let may_register = actor.may(Right::EditIdentity);
    let page = page.at(Section::Patients);
    Ok(show(&ListPage { page, typed, rows, more, is_first, next, may_register })?.into_response())
}

/// What a form of the identity offers to choose from.
#[derive(Debug, Clone)]
pub(crate) struct Choices {
    pub(crate) genders: Vec<(String, String)>,
    pub(crate) diagnoses: Vec<(String, String)>,
    pub(crate) houses: Vec<(String, String)>,
    pub(crate) small: Vec<(String, String)>,
}

const OTHER: &str = "other";

impl Choices {
    pub(crate) async fn of(state: &AppState) -> Result<Self, PageError> {
        let (rules, settings) = (state.rules().await?, state.settings().await?);
        let population = &rules.protocol.population;
        let same = |words: &[&str]| words.iter().map(|word| pair(word, word)).collect::<Vec<_>>();
        let mut diagnoses = Vec::new();
        for (cause, words) in [("spinal", &population.spinal.value), ("cerebral", &population.cerebral.value)]
        {
            for word in words {
                let plain = word.replace('-', " ");
                let title =
                    if plain == cause { format!("other, {cause}") } else { format!("{plain} ({cause})") };
                diagnoses.push(pair(word, &title));
            }
        }
        diagnoses.push(pair(OTHER, "another diagnosis: write it below"));
        Ok(Self {
            genders: same(&["female", "male", "other", "not known"]),
            diagnoses,
            houses: settings.clinic.houses.iter().map(|house| pair(house, house)).collect(),
            small: vec![pair("", "by age"), pair("yes", "yes"), pair("no", "no")],
        })
    }

    fn has_diagnosis(&self, word: &str) -> bool {
        word != OTHER && self.diagnoses.iter().any(|(known, _)| known == word)
    }
}

fn pair(value: &str, title: &str) -> (String, String) {
    (value.to_owned(), title.to_owned())
}

/// The identity that a form holds; what is wrong is said beside the fields.
pub(crate) fn identity_of(
    form: &mut Form,
    choices: &Choices,
    today: Date,
    invented: bool,
) -> Option<practice::patient::Identity> {
    let family = form.required("family", "Give the family name");
    let given = form.required("given", "Give the given name; if there is none, write a hyphen");
    let record = form.required("record", "Give the clinic’s record number");
    let born = form.day("born");
    if born.is_some_and(|born| born > today) {
        form.refuse("born", "The birth date lies in the future");
    } else if born.is_some_and(|born| i32::from(today.year()) - i32::from(born.year()) > 120) {
        form.refuse("born", "The birth date lies more than 120 years back");
    }
    let gender = form.value("gender").to_owned();
    if !choices.genders.iter().any(|(known, _)| *known == gender) {
        form.refuse("gender", "Choose the gender");
    }
    let (chosen, written) = (form.value("diagnosis").to_owned(), form.value("diagnosis-other").to_owned());
    let diagnosis = match chosen.as_str() {
        OTHER if written.is_empty() => {
            form.refuse("diagnosis-other", "Write the diagnosis");
            written
        }
        OTHER => written,
        word if choices.has_diagnosis(word) && written.is_empty() => chosen,
        word if choices.has_diagnosis(word) => {
            form.refuse("diagnosis-other", "Leave this empty, or choose “another diagnosis” above");
            chosen
        }
        _ => {
            form.refuse("diagnosis", "Choose the diagnosis for which the pump is or may be there");
            chosen
        }
    };
    let text = |name: &str| form.value(name).to_owned();
    let identity = practice::patient::Identity {
        family,
        given,
        title: Some(text("title")).filter(|title| !title.is_empty()),
        born: born.unwrap_or(today),
        gender,
        record,
        diagnosis,
        small_child: match form.value("small-child") {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        },
        contact: text("contact"),
        language: text("language"),
        house: text("house"),
        invented,
    };
    (!form.is_refused()).then_some(identity)
}

/// The fields of a refusal that name the patient of the course, as this form names them.
pub(crate) fn own_names(form: &mut Form) {
    for refusal in &mut form.refusals {
        if let Some(own) = refusal.field.strip_prefix("patient.") {
            refusal.field = own.to_owned();
        }
    }
}
