//! Emergencies: where to begin, withdrawal and overdose for staff, and the emergency sheet on screen and paper.

pub(crate) mod sheet;
pub(crate) mod words;

use self::words::{Text, Words};
use crate::Banner;
use crate::error::PageError;
use crate::page::{Page, Section, show};
use crate::pages::contacts::{self, Now};
use crate::pages::medicines::depressants;
use crate::pages::overview::data::millilitres;
use crate::papers;
use crate::patient::Chart;
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use documents::{EmergencySheet, Listed, Warning};
use practice::access::{Actor, Right};
use practice::patient::Stand;
use practice::summary::Summary;
use practice::worklist::search_words;
use serde::Deserialize;
use std::collections::HashMap;
use therapy::expected_volume;
use twin::RBig;

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/emergency", get(begin))
        .route("/emergency/withdrawal", get(withdrawal))
        .route("/emergency/overdose", get(overdose))
        .route("/patients/{id}/emergency/{path}", get(of_patient))
        .route("/patients/{id}/emergency-sheet", get(sheet_page))
        .route("/patients/{id}/emergency-sheet.pdf", get(sheet_paper))
}

/// How many patients a search shows.
const FOUND_MAX: u32 = 20;

/// How many records that the person does not see are offered: who searches knows more than a few letters of the name.
const MASKED_MAX: usize = 5;

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Danger {
    Withdrawal,
    Overdose,
}

impl Danger {
    const fn heading(self) -> &'static str {
        match self {
            Self::Withdrawal => "Withdrawal: too little drug",
            Self::Overdose => "Overdose: too much drug",
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Withdrawal => "withdrawal",
            Self::Overdose => "overdose",
        }
    }

    const fn other(self) -> Self {
        match self {
            Self::Withdrawal => Self::Overdose,
            Self::Overdose => Self::Withdrawal,
        }
    }

    const fn of(self, text: &Text) -> &Words {
        match self {
            Self::Withdrawal => &text.withdrawal,
            Self::Overdose => &text.overdose,
        }
    }
}

/// A warning of the sheet, for pages: what it is, and the words.
pub(crate) fn warning_words(warning: &Warning) -> (&'static str, &str) {
    match warning {
        Warning::OrderUnknown(text) => ("Order not confirmed in the pump: its dose is not known", text),
        Warning::Stopped(text) => ("The pump delivers nothing", text),
        Warning::CriticalAlarm(text) => ("Critical alarm open", text),
        Warning::Other(text) => ("Note", text),
    }
}

/// What the page says beside the patient's facts: the dose is not to be read without it.
pub(crate) fn dose_state(warnings: &[Warning]) -> Option<&'static str> {
    let any = |found: fn(&Warning) -> bool| warnings.iter().any(found);
    if any(|it| matches!(it, Warning::Stopped(_))) {
        Some("Pump stopped or empty. Last confirmed program:")
    } else if any(|it| matches!(it, Warning::OrderUnknown(_))) {
        Some("Not sure. Last confirmed program:")
    } else {
        None
    }
}

/// The patient's facts beside a question or a step.
pub(crate) struct Facts {
    pub(crate) warnings: Vec<(&'static str, String)>,
    /// Name and value.
    pub(crate) rows: Vec<(&'static str, String)>,
    pub(crate) dose_state: Option<&'static str>,
    pub(crate) dose: String,
    /// What depresses the central nervous system.
    pub(crate) depressants: Vec<String>,
}

/// A fact, or that it is not known.
fn or_not_known(value: Option<&String>) -> String {
    value.cloned().unwrap_or_else(|| "Not known".to_owned())
}

/// The facts of a patient, in the words of the sheet.
pub(crate) fn facts(chart: &Chart, stand: &Stand<'_>, sheet: &EmergencySheet) -> Facts {
    let course = &stand.course;
    let left = course.twin.as_ref().zip(course.reservoir.as_ref()).filter(|_| chart.patient.has_pump());
    let left = left.map(|(twin, _)| {
        let left = RBig::from(expected_volume(twin, stand.now).nanolitres());
        format!("{}\u{a0}mL by calculation", millilitres(&left))
    });
    let listed = |listed: &Listed| match listed {
        Listed::NotKnown => "Not known: nobody has asked".to_owned(),
        Listed::NoneKnown => "None known".to_owned(),
        Listed::Items(items) => items.join("; "),
    };
    let pump = [&sheet.pump.model, &sheet.pump.serial].map(Option::as_ref);
    let pump = match pump {
        [Some(model), Some(serial)] => format!("{model}, serial {serial}"),
        [model, _] => or_not_known(model),
    };
    let dose = match &sheet.drug.dose_per_day {
        Some(dose) => format!("{dose} per 24\u{a0}h"),
        None => "Not known".to_owned(),
    };
    let mode = match (&sheet.drug.mode, &sheet.drug.since) {
        (Some(mode), Some(since)) => format!("{mode}, since {since}"),
        _ => "Not known".to_owned(),
    };
    Facts {
        warnings: sheet
            .warnings
            .iter()
            .map(|it| (warning_words(it).0, warning_words(it).1.to_owned()))
            .collect(),
        rows: vec![
            ("Pump", pump),
            ("Drug", or_not_known(sheet.drug.drug.as_ref())),
            ("Strength", or_not_known(sheet.drug.strength.as_ref())),
            ("Mode", mode),
            ("In the reservoir now", or_not_known(left.as_ref())),
            ("Last refill", or_not_known(sheet.pump.last_refill.as_ref())),
            ("Low-reservoir alarm by calculation", or_not_known(sheet.pump.low_reservoir_alarm.as_ref())),
            ("Empty by calculation", or_not_known(sheet.pump.empty.as_ref())),
            ("Oral baclofen at home", or_not_known(sheet::home_stock(chart).as_ref())),
            ("Allergies", listed(&sheet.allergies)),
        ],
        dose_state: dose_state(&sheet.warnings),
        dose,
        depressants: depressants(&chart.patient),
    }
}

/// A patient as the search shows it.
struct Hit {
    id: String,
    name: String,
    born: String,
    number: String,
    pump: String,
}

#[derive(Template)]
#[template(path = "emergency/begin.html")]
struct Begin {
    page: Page,
    asked: String,
    found: Vec<Hit>,
    /// Records that the person does not see: they open with a reason.
    hidden: Vec<Hit>,
    more: bool,
    call: Option<Now>,
}

/// A record that the person does not see, without its name: enough to tell which of several is meant.
fn masked(hit: &record::Summary) -> Option<Hit> {
    let summary: Summary =
        serde_json::from_str(&hit.summary).ok().filter(|it: &Summary| it.merged_into.is_none())?;
    let first =
        |part: &str| part.trim().chars().next().map_or_else(String::new, |letter| format!("{letter}."));
    let (family, given) = summary.name.split_once(',').unwrap_or((summary.name.as_str(), ""));
    Some(Hit {
        id: hit.stream.id.to_string(),
        name: format!("{} {}", first(family), first(given)),
        born: summary.born.year().to_string(),
        number: String::new(),
        pump: if summary.house.is_empty() { "no house".to_owned() } else { summary.house },
    })
}

#[derive(Debug, Default, Deserialize)]
struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    pump: String,
}

async fn begin(
    State(state): State<AppState>,
    actor: Actor,
    page: Page,
    asked: Result<Query<Asked>, QueryRejection>,
) -> Result<Response, PageError> {
    actor.require(Right::ReadPatients)?;
    let asked = asked.map(|asked| asked.0.q.trim().to_owned()).unwrap_or_default();
    let words = search_words(&asked);
    let (mut found, mut hidden) = (Vec::new(), Vec::new());
    if !words.is_empty() {
        let is_name = words.iter().any(|word| word.chars().count() >= 3);
        let hits = state.patients(&page.sight).search(words, FOUND_MAX).await?;
        hidden = hits.hidden.iter().filter(|_| is_name).take(MASKED_MAX).filter_map(masked).collect();
        for hit in hits.seen {
            let Ok(summary) = serde_json::from_str::<Summary>(&hit.summary) else { continue };
            if summary.merged_into.is_some() {
                continue;
            }
            found.push(Hit {
                id: hit.stream.id.to_string(),
                name: summary.name,
                born: crate::banner_date(summary.born),
                number: summary.record,
                pump: match (summary.pump, summary.serial) {
                    (Some(pump), Some(serial)) => format!("{pump}, serial {serial}"),
                    _ => summary.flow.words().to_owned(),
                },
            });
        }
    }
    let settings = state.settings().await?;
    let call = contacts::now(&settings, &settings.zone(), page.now);
    let more = found.len() >= usize::try_from(FOUND_MAX).unwrap_or(usize::MAX);
    Ok(show(&Begin { page: page.at(Section::Emergency), asked, found, hidden, more, call })?.into_response())
}

/// A pump model to choose, for a patient who is not known here.
pub(crate) struct Model {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) chosen: bool,
}

/// Every pump of the catalogue, and whether one of them was chosen.
pub(crate) async fn models(state: &AppState, chosen: &str) -> Result<Vec<Model>, PageError> {
    let rules = state.rules().await?;
    let pumps = rules.catalogue.pumps().iter();
    Ok(pumps
        .map(|pump| Model { id: pump.id.clone(), name: pump.name.clone(), chosen: pump.id == chosen })
        .collect())
}

#[derive(Template)]
#[template(path = "emergency/unknown.html")]
struct UnknownPath {
    page: Page,
    danger: Danger,
    text: Text,
    facts: Option<Facts>,
    call: Option<Now>,
    models: Vec<Model>,
    sheet: Option<String>,
    other: String,
}

async fn withdrawal(
    state: State<AppState>,
    actor: Actor,
    page: Page,
    asked: Result<Query<Asked>, QueryRejection>,
) -> Result<Response, PageError> {
    unknown(state, actor, page, asked, Danger::Withdrawal).await
}

async fn overdose(
    state: State<AppState>,
    actor: Actor,
    page: Page,
    asked: Result<Query<Asked>, QueryRejection>,
) -> Result<Response, PageError> {
    unknown(state, actor, page, asked, Danger::Overdose).await
}

async fn unknown(
    State(state): State<AppState>,
    _: Actor,
    page: Page,
    asked: Result<Query<Asked>, QueryRejection>,
    danger: Danger,
) -> Result<Response, PageError> {
    let asked = asked.map(|asked| asked.0).unwrap_or_default();
    let models = models(&state, &asked.pump).await?;
    let pump = models.iter().find(|model| model.chosen).map(|model| model.id.clone());
    let settings = state.settings().await?;
    let other = match &pump {
        Some(pump) => format!("/emergency/{}?pump={pump}", danger.other().word()),
        None => format!("/emergency/{}", danger.other().word()),
    };
    let shown = UnknownPath {
        danger,
        text: words::text(pump.as_deref())?,
        facts: None,
        call: contacts::now(&settings, &settings.zone(), page.now),
        models,
        sheet: None,
        other,
        page: page.at(Section::Emergency),
    };
    Ok(show(&shown)?.into_response())
}

#[derive(Template)]
#[template(path = "emergency/patient.html")]
struct PatientPath {
    page: Page,
    banner: Banner,
    part: &'static str,
    danger: Danger,
    text: Text,
    facts: Option<Facts>,
    call: Option<Now>,
    sheet: Option<String>,
    other: String,
}

async fn of_patient(
    State(state): State<AppState>,
    Path(path): Path<HashMap<String, String>>,
    chart: Chart,
) -> Result<Response, PageError> {
    let (danger, part) = match path.get("path").map(String::as_str) {
        Some("withdrawal") => (Danger::Withdrawal, "emergency/withdrawal"),
        Some("overdose") => (Danger::Overdose, "emergency/overdose"),
        _ => return Err(PageError::NotFound),
    };
    let settings = state.settings().await?;
    let stand = chart.stand()?;
    let sheet = sheet::sheet(&chart, &stand, &settings)?;
    let banner = chart.banner();
    let shown = PatientPath {
        part,
        danger,
        text: words::text(sheet.pump.catalogue_id.as_deref())?,
        facts: Some(facts(&chart, &stand, &sheet)),
        call: contacts::now(&settings, &settings.zone(), chart.page.now),
        sheet: Some(banner.address("emergency-sheet")),
        other: banner.address(&format!("emergency/{}", danger.other().word())),
        banner,
        page: chart.page.clone(),
    };
    Ok(show(&shown)?.into_response())
}

#[derive(Template)]
#[template(path = "emergency/sheet.html")]
struct SheetPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    sheet: EmergencySheet,
    warnings: Vec<(&'static str, String)>,
    dose_state: Option<&'static str>,
    facts: Vec<(&'static str, String)>,
    text: Text,
    printed: String,
    /// Whether the type has to be small for one page.
    dense: bool,
}

async fn sheet_page(State(state): State<AppState>, chart: Chart) -> Result<Response, PageError> {
    let settings = state.settings().await?;
    let stand = chart.stand()?;
    let sheet = sheet::sheet(&chart, &stand, &settings)?;
    let fact = |value: &Option<String>| or_not_known(value.as_ref());
    let calculated = |value: &Option<String>| match value {
        Some(date) => format!("{date}, by calculation"),
        None => or_not_known(None),
    };
    let lines = sheet.warnings.len() * 2 + sheet.drug.flex.len() + sheet.call_now.len();
    let shown = SheetPage {
        part: "emergency-sheet",
        warnings: sheet
            .warnings
            .iter()
            .map(|it| (warning_words(it).0, warning_words(it).1.to_owned()))
            .collect(),
        dose_state: dose_state(&sheet.warnings),
        facts: vec![
            ("Pump", fact(&sheet.pump.model)),
            ("Serial number", fact(&sheet.pump.serial)),
            ("Drug", fact(&sheet.drug.drug)),
            ("Strength", fact(&sheet.drug.strength)),
            ("Last refill", fact(&sheet.pump.last_refill)),
            ("Low-reservoir alarm", calculated(&sheet.pump.low_reservoir_alarm)),
            ("Empties about", calculated(&sheet.pump.empty)),
        ],
        text: words::text(sheet.pump.catalogue_id.as_deref())?,
        printed: format!(
            "{} ({})",
            sheet.stamp.printed_at.strftime("%-d %B %Y, %H:%M"),
            sheet.stamp.time_zone
        ),
        dense: lines > DENSE_LINES,
        sheet,
        banner: chart.banner(),
        page: chart.page.clone(),
    };
    Ok(show(&shown)?.into_response())
}

/// From so many lines about the patient on the printed page takes its smaller type.
const DENSE_LINES: usize = 6;

async fn sheet_paper(
    State(state): State<AppState>,
    Query(asked): Query<papers::Asked>,
    headers: HeaderMap,
    chart: Chart,
) -> Result<Response, PageError> {
    papers::paper_pdf(&state, &headers, &chart, papers::Kind::EmergencySheet, &asked).await
}
