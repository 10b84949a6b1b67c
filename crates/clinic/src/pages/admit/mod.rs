//! A patient who already has a pump: the system and what was read from its programmer, in one form, checked before it is
//! saved.

mod typed;

use crate::banner::{Banner, banner_date};
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::page::{Page, show};
use crate::patient::{Chart, sentence};
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use catalogue::{Catalogue, Cited, DrugUse};
use practice::access::Right;
use practice::patient::{Patient, Said};
use practice::summary::{Summary, summary};
use practice::worklist::search_words;
use therapy::{Rule, Value};
use typed::{OTHER, WEEK, own_names, steps};

pub(crate) fn routes() -> Router<AppState> {
    Router::new().route("/patients/{id}/admit", get(ask).post(hand_in))
}

/// A pump of the catalogue beside the form: what its programmer may show.
struct Model {
    id: String,
    title: String,
    tubing: String,
    alarm: String,
}

/// What the form offers to choose from.
struct Choices {
    pumps: Vec<(String, String)>,
    models: Vec<Model>,
    catheters: Vec<(String, String)>,
    drugs: Vec<(String, String)>,
    modes: Vec<(String, String)>,
    week: [(&'static str, &'static str); 7],
}

/// A number of the catalogue with the mark of what nobody has verified.
fn cited<T: Copy>(cited: &Cited<T>, words: impl Fn(T) -> String) -> String {
    let mark = if cited.grade.verified() { "" } else { " (unverified)" };
    format!("{}{mark}", words(cited.value))
}

impl Choices {
    fn of(catalogue: &Catalogue) -> Self {
        let volume = |volume: quantity::Volume| Value::volume(volume).to_string();
        let pair = |value: &str, title: &str| (value.to_owned(), title.to_owned());
        let joined = |all: Vec<String>| {
            if all.is_empty() { "not in the catalogue".to_owned() } else { all.join("; ") }
        };
        let models = catalogue.pumps().iter().filter(|pump| pump.programmable).map(|pump| Model {
            id: pump.id.clone(),
            title: pump.name.clone(),
            tubing: joined(
                pump.tubing
                    .iter()
                    .map(|one| format!("{}: {}", cited(&one.value, volume), one.applies))
                    .collect(),
            ),
            alarm: joined(pump.alarm_volumes.iter().map(|one| cited(one, volume)).collect()),
        });
        let per_cm = |catheter: &catalogue::Catheter| match &catheter.volume_per_length {
            Some(per_cm) if per_cm.grade.verified() => String::new(),
            Some(per_cm) => format!(" ({}, unverified)", per_cm.value),
            None => " (volume per cm not known)".to_owned(),
        };
        let drugs = catalogue.drugs().iter().filter(|drug| drug.usage.value == DrugUse::Pump);
        let mut drugs: Vec<_> = drugs.map(|drug| (drug.id.clone(), drug.name.clone())).collect();
        drugs.push(pair(OTHER, "another product: write it below"));
        Self {
            pumps: catalogue.pumps().iter().map(|pump| pair(&pump.id, &pump.name)).collect(),
            models: models.collect(),
            catheters: catalogue
                .catheters()
                .iter()
                .map(|catheter| (catheter.id.clone(), format!("{}{}", catheter.name, per_cm(catheter))))
                .collect(),
            drugs,
            modes: vec![
                pair("continuous", "Continuous: one flow"),
                pair("flex", "Flex: other doses by time of day"),
                pair("minimum-rate", "Minimum rate: treats nobody"),
                pair("stopped", "Stopped"),
            ],
            week: WEEK,
        }
    }
}

#[derive(Template)]
#[template(path = "admit/admit.html")]
struct AdmitPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    form: Form,
    choices: Choices,
    has_pump: bool,
}

/// What the rules say of the pump as it was found.
struct Told {
    level: &'static str,
    says: String,
    id: String,
    numbers: Vec<(String, String)>,
    formula: &'static str,
    source: &'static str,
}

#[derive(Template)]
#[template(path = "admit/check.html")]
struct CheckPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    form: Form,
    answers: Vec<(&'static str, String)>,
    told: Vec<Told>,
    dates: Vec<(&'static str, String)>,
    /// Somebody else has a pump with this serial number.
    twins: Vec<(String, String)>,
    kept: Vec<(String, String)>,
}

impl AdmitPage {
    fn week_is_typed(&self) -> bool {
        WEEK.iter().any(|(day, _)| !self.form.value(&format!("found.run.week.{day}")).is_empty())
    }
}

fn page_of(chart: &Chart, form: Form) -> AdmitPage {
    AdmitPage {
        page: chart.page.clone(),
        banner: chart.banner(),
        part: "implant",
        form,
        choices: Choices::of(&chart.rules.catalogue),
        has_pump: chart.patient.has_pump(),
    }
}

async fn ask(State(state): State<AppState>, chart: Chart) -> Result<Response, PageError> {
    chart.actor.require(Right::RecordReports)?;
    let form = chart.form(&state).at("at", chart.page.now, &chart.page);
    Ok(show(&page_of(&chart, form))?.into_response())
}

async fn hand_in(State(state): State<AppState>, chart: Chart, fields: Fields) -> Result<Response, PageError> {
    chart.actor.require(Right::RecordReports)?;
    let again = fields.is_resumed() || fields.text("step") == "change";
    let mut form = Form::posted(fields)?;
    if again {
        return Ok(show(&page_of(&chart, form))?.into_response());
    }
    if let Some(steps) = steps(&mut form, &chart.page) {
        if form.value("step") == "save" {
            if chart.record(&state, &mut form, steps).await?.is_some() {
                return Ok(Redirect::to(&format!("/patients/{}", chart.patient.id)).into_response());
            }
        } else {
            let handed = practice::Form {
                id: form.id,
                patient: chart.patient.id,
                expected: form.expected,
                now: chart.page.now,
            };
            match state.practice().rehearse(&chart.actor, handed, &chart.rules, steps).await {
                Ok((patient, said)) => return check(&state, &chart, form, &patient, &said).await,
                Err(refusal) => form.refused(refusal, &chart.page)?,
            }
        }
        own_names(&mut form);
    }
    Ok((StatusCode::UNPROCESSABLE_ENTITY, show(&page_of(&chart, form))?).into_response())
}

async fn check(
    state: &AppState,
    chart: &Chart,
    form: Form,
    patient: &Patient,
    said: &[Said],
) -> Result<Response, PageError> {
    let stand = patient.stand(&chart.rules, chart.page.now);
    let stand = stand.map_err(|error| PageError::Fault(error.to_string()))?;
    let shown = summary(patient, &stand, &chart.rules);
    let answers = typed::answers(&form, &stand, &shown, &chart.rules.catalogue, &chart.page);
    let known = |day: Option<jiff::civil::Date>| day.map_or_else(|| "not known".to_owned(), banner_date);
    let dates = vec![
        ("Low-reservoir alarm", known(shown.alarm_on)),
        ("May be empty from", known(shown.early_empty_on)),
        ("Empty by calculation", known(shown.empty_on)),
        ("Refill by", known(shown.refill_by)),
    ];
    drop(stand);
    let twins = twins(state, chart, form.value("pump.serial")).await?;
    let kept = form.fields.iter().filter(|(name, _)| !["form", "expected", "step", "resumed"].contains(name));
    let kept = kept.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    let page = CheckPage {
        page: chart.page.clone(),
        banner: chart.banner(),
        part: "implant",
        answers,
        told: said.iter().filter_map(told).collect(),
        dates,
        twins,
        kept,
        form,
    };
    Ok(show(&page)?.into_response())
}

fn told(said: &Said) -> Option<Told> {
    let about = Rule::by_id(&said.rule)?.about();
    Some(Told {
        level: match said.level.as_str() {
            "hard" => "hard",
            "soft" => "soft",
            _ => "note",
        },
        says: sentence(about.says),
        id: said.rule.clone(),
        numbers: crate::pages::for_people(&said.numbers),
        formula: about.formula,
        source: about.source,
    })
}

/// Others who have a pump with this serial number: one of the two records is wrong, or they are one person's.
async fn twins(state: &AppState, chart: &Chart, serial: &str) -> Result<Vec<(String, String)>, PageError> {
    let words = search_words(serial);
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let hits = state.patients(&chart.page.sight).search(words, 20).await?;
    let of_another = |hit: &&record::Summary| hit.stream.id != chart.patient.id;
    let read = hits.seen.iter().filter(of_another).filter_map(|hit| {
        let summary: Summary = serde_json::from_str(&hit.summary).ok()?;
        let same = summary.serial.as_deref().is_some_and(|known| known.eq_ignore_ascii_case(serial));
        same.then(|| (hit.stream.id.to_string(), summary.name))
    });
    let hidden = hits.hidden.iter().filter(of_another).filter_map(|hit| {
        let summary: Summary = serde_json::from_str(&hit.summary).ok()?;
        let same = summary.serial.as_deref().is_some_and(|known| known.eq_ignore_ascii_case(serial));
        let house = if summary.house.is_empty() { "no house" } else { &summary.house };
        same.then(|| (hit.stream.id.to_string(), format!("a patient of {house} whom you do not see")))
    });
    Ok(read.chain(hidden).collect())
}
