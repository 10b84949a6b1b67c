//! An operation in one form: what was implanted, changed or taken out, with the details of the surgery.

use super::{Start, start, words};
use crate::banner::Banner;
use crate::bedside::{amount, source_of, with_unit};
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::page::{Page, show};
use crate::patient::Chart;
use crate::state::AppState;
use crate::when::When;
use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use outcomes::cohort::Why;
use practice::Step;
use practice::access::Right;
use practice::patient::{PatientEvent, Surgery};
use practice::udi;
use quantity::Length;
use serde_json::{Map, Value, json};
use std::collections::HashMap;

/// Operations: word, title, whether a pump goes in, whether a catheter may.
const OPERATIONS: [(&str, &str, bool, bool); 5] = [
    ("implant", "Implant of pump and catheter", true, true),
    ("replacement", "Replacement of the pump", true, true),
    ("catheter change", "Change of the catheter", false, true),
    ("revision", "Revision, nothing replaced", false, false),
    ("explant", "Explant of the system", false, false),
];

#[derive(Template)]
#[template(path = "implant/surgery.html")]
struct SurgeryPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    form: Form,
    operation: &'static str,
    title: &'static str,
    pump_in: bool,
    catheter_in: bool,
    checking: bool,
    pumps: Vec<(String, String)>,
    catheters: Vec<(String, String)>,
    warnings: Vec<String>,
    /// What was typed, for the last look and for the form that sends it.
    answers: Vec<(String, String)>,
    start: Option<Start>,
}

impl SurgeryPage {
    fn others(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        OPERATIONS.into_iter().map(|(word, title, ..)| (word, title))
    }

    /// Whether a pump comes out.
    fn pump_out(&self) -> bool {
        matches!(self.operation, "replacement" | "explant")
    }

    /// Whether a catheter comes out, or may.
    fn catheter_out(&self) -> bool {
        matches!(self.operation, "replacement" | "catheter change" | "explant")
    }

    /// Of the whole system the catheter comes out too; else it may stay.
    fn catheter_comes_out(&self) -> bool {
        self.operation == "explant"
    }

    /// Why a pump comes out: word and words.
    fn pump_whys(&self) -> Vec<(&'static str, &'static str)> {
        Why::WORDS.map(|(word, _, words)| (word, words)).to_vec()
    }

    /// Why a catheter comes out: it has no battery.
    fn catheter_whys(&self) -> Vec<(&'static str, &'static str)> {
        let mut whys = self.pump_whys();
        whys.retain(|(word, _)| *word != Why::Battery.word());
        whys
    }

    /// What was typed, in words.
    fn rows(&self) -> Vec<(&'static str, String)> {
        let choices = self.pumps.iter().chain(&self.catheters);
        words::rows(&self.answers, &choices.collect::<Vec<_>>())
    }
}

fn page(
    chart: &Chart,
    form: Form,
    operation: &str,
    checking: bool,
    warnings: Vec<String>,
) -> Result<SurgeryPage, PageError> {
    let known = OPERATIONS.into_iter().find(|(word, ..)| *word == operation);
    let (operation, title, pump_in, catheter_in) = known.ok_or(PageError::NotFound)?;
    let catalogue = &chart.rules.catalogue;
    let own = ["form", "expected", "confirmed", "go", "operation", crate::form::RESUMED];
    let answers = form.fields.iter().filter(|(name, value)| !own.contains(name) && !value.is_empty());
    let answers = answers.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    Ok(SurgeryPage {
        page: chart.page.clone(),
        banner: chart.banner(),
        part: "implant",
        operation,
        title,
        pump_in,
        catheter_in,
        checking,
        pumps: catalogue.pumps().iter().map(|pump| (pump.id.clone(), pump.name.clone())).collect(),
        catheters: catalogue.catheters().iter().map(|one| (one.id.clone(), one.name.clone())).collect(),
        warnings,
        answers,
        start: start(chart)?,
        form,
    })
}

pub(super) async fn ask(
    State(state): State<AppState>,
    Query(query): Query<HashMap<String, String>>,
    chart: Chart,
) -> Result<Response, PageError> {
    chart.actor.require(Right::RecordSurgery)?;
    let fallback = if chart.patient.has_pump() { "revision" } else { "implant" };
    let operation = query.get("kind").map_or(fallback, String::as_str);
    let form = chart.form(&state).at("at", chart.page.now, &chart.page);
    Ok(show(&page(&chart, form, operation, false, Vec::new())?)?.into_response())
}

/// What a label says goes into the fields that are still empty; what contradicts is refused.
fn scanned(form: &mut Form, part: &str, warnings: &mut Vec<String>, today: jiff::civil::Date) {
    let field = format!("{part}.udi");
    let text = form.value(&field).to_owned();
    if text.is_empty() {
        return;
    }
    let read = match udi::read(&text) {
        Ok(read) => read,
        Err(error) => return form.refuse(&field, crate::patient::sentence(&error.to_string())),
    };
    for (name, value) in [("serial", read.serial), ("lot", read.lot)] {
        let name = format!("{part}.{name}");
        let Some(value) = value else { continue };
        let typed = form.value(&name).to_owned();
        if typed.is_empty() {
            form.fields.set(&name, value);
        } else if typed != value {
            form.refuse(&name, format!("The scanned label says {value}: one of the two is wrong"));
        }
    }
    if let Some(expires) = read.expires.filter(|expires| *expires < today) {
        let expired = therapy::date_in_words(expires);
        warnings.push(format!("The label of the {part} says that it expired on {expired}."));
    }
}

/// Fields of a part as an object of the course, with their units.
fn part(form: &Form, part: &str, fields: &[(&str, &str)]) -> Map<String, Value> {
    let mut made = Map::new();
    for (name, unit) in fields {
        let typed = form.value(&format!("{part}.{name}"));
        if !typed.is_empty() {
            let value = if unit.is_empty() { typed.to_owned() } else { with_unit(typed, unit) };
            made.insert((*name).to_owned(), Value::String(value));
        }
    }
    made
}

/// The steps of an operation; what is missing goes into the form.
fn steps(chart: &Chart, form: &mut Form, operation: &str, when: &When) -> Vec<Step> {
    let surgeon = form.required("surgeon", "Name the surgeon");
    let known = OPERATIONS.into_iter().find(|(word, ..)| *word == operation);
    let (pump_in, catheter_in) = known.map_or((false, false), |(_, _, pump, catheter)| (pump, catheter));
    let day = when.text.split('T').next().unwrap_or_default().to_owned();
    let mut pump = part(
        form,
        "pump",
        &[("model", ""), ("serial", ""), ("tubing", "mL"), ("clock", ""), ("alarm-volume", "mL")],
    );
    let catheter = part(
        form,
        "catheter",
        &[("model", ""), ("volume", "mL"), ("length", "cm"), ("trimmed", "cm"), ("per-cm", "mL/cm")],
    );
    if pump_in {
        form.required("pump.model", "Choose the pump");
        form.required("pump.serial", "Serial number: scan the label, or type it");
        form.required("pump.tubing", "Tubing volume: as the programmer shows it");
        form.required("pump.clock", "Clock: the offset of the pump's own clock, such as +01:00");
        form.required("pump.alarm-volume", "Alarm volume: as it is set");
        pump.insert("implanted".to_owned(), Value::String(day));
    }
    let needs_catheter = matches!(operation, "implant" | "catheter change");
    if needs_catheter && catheter.is_empty() {
        form.refuse("catheter.model", "Say what catheter it is, and its volume or length");
    }
    let mut line = Map::new();
    if operation != "explant" {
        let holds = form.required("catheter-holds", "Say what the catheter holds now");
        let primed = form.required("pump-primed", "Say whether the pump was primed");
        line.insert("pump-primed".to_owned(), Value::Bool(primed == "yes"));
        line.insert("catheter-holds".to_owned(), Value::String(holds));
        if !form.value("primed-with").is_empty() {
            line.insert(
                "primed-with".to_owned(),
                Value::String(with_unit(form.value("primed-with"), "ug/mL")),
            );
        }
        if operation != "implant" {
            let under = form.required(
                "under-delivery",
                "Say whether the patient had been receiving less than programmed",
            );
            line.insert("under-delivery".to_owned(), Value::Bool(under == "yes"));
        }
    }
    let happened = when.unix;
    let event = |event| Step::Event { event, happened };
    let report =
        |kind: &str, line: Map<String, Value>| Step::Report { line: json!({ "at": when.text, kind: line }) };
    let mut steps = Vec::new();
    match operation {
        "implant" => {
            let (pump, catheter) = (Value::Object(pump), Value::Object(catheter));
            steps.push(event(PatientEvent::System { pump, catheter }));
            steps.push(report("implanted", line));
        }
        "explant" => {
            let reason = form.required("note", "Say why the system was taken out");
            steps.push(event(PatientEvent::Explanted { reason }));
        }
        _ => {
            if pump_in {
                line.insert("pump".to_owned(), Value::Object(pump));
            }
            if catheter_in && !catheter.is_empty() {
                line.insert("catheter".to_owned(), Value::Object(catheter));
            }
            steps.push(report("revised", line));
        }
    }
    let text = |name: &str| form.value(name).to_owned();
    steps.push(event(PatientEvent::Surgery(Surgery {
        id: format!("surgery-{}", chart.patient.version + 1),
        operation: operation.to_owned(),
        on: when.text.split('T').next().and_then(|day| day.parse().ok()).unwrap_or_else(|| chart.today()),
        surgeon,
        pump_udi: text("pump.udi"),
        pump_lot: text("pump.lot"),
        catheter_udi: text("catheter.udi"),
        catheter_lot: text("catheter.lot"),
        pump_ended: text("pump-ended"),
        catheter_ended: text("catheter-ended"),
        tip_level: text("tip-level"),
        pocket: text("pocket"),
        depth: if text("depth").is_empty() { String::new() } else { with_unit(&text("depth"), "cm") },
        priming: text("priming"),
        note: text("note"),
    })));
    steps
}

/// A pump that lies too deep is found badly by telemetry and needle: said, not refused.
fn too_deep(form: &mut Form, chart: &Chart, warnings: &mut Vec<String>) {
    let depth: Option<Length> = amount(form, "depth", "cm", "Depth");
    let model = form.value("pump.model").to_owned();
    let profile = chart.rules.catalogue.pump(&model);
    let limit = profile.and_then(|profile| profile.implant_depth_max.as_ref());
    if let (Some(depth), Some(limit)) = (depth, limit)
        && limit.checked().is_some_and(|deepest| depth > *deepest)
    {
        let source = source_of(&chart.rules, limit.grade, &limit.source);
        warnings
            .push(format!("Deeper than the {} that the source allows for this pump. {source}", limit.value));
    }
}

/// Why what was in came out: what cannot be is refused, what is not said is named.
fn reasons(form: &mut Form, operation: &str, warnings: &mut Vec<String>) {
    for field in ["pump-ended", "catheter-ended"] {
        let word = form.value(field).to_owned();
        let battery = field == "catheter-ended" && word == Why::Battery.word();
        if !word.is_empty() && (Why::by_word(&word).is_none() || battery) {
            form.refuse(field, "Choose one of the list");
        }
    }
    if matches!(operation, "replacement" | "explant") && form.value("pump-ended").is_empty() {
        warnings.push(
            "Why the old pump came out is not said: it will count as not recorded where survival is counted."
                .to_owned(),
        );
    }
}

pub(super) async fn send(
    State(state): State<AppState>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    chart.actor.require(Right::RecordSurgery)?;
    let mut form = Form::posted(fields)?;
    let operation = form.value("operation").to_owned();
    if form.fields.is_resumed() || form.is("go", "change") {
        return Ok(show(&page(&chart, form, &operation, false, Vec::new())?)?.into_response());
    }
    let mut warnings = Vec::new();
    let when = form.when("at", &chart.page);
    if when.as_ref().is_some_and(|when| when.unix > chart.page.now) {
        form.refuse("at", "This lies in the future");
    }
    for part in ["pump", "catheter"] {
        scanned(&mut form, part, &mut warnings, chart.today());
    }
    too_deep(&mut form, &chart, &mut warnings);
    reasons(&mut form, &operation, &mut warnings);
    let steps = when.as_ref().map(|when| steps(&chart, &mut form, &operation, when)).unwrap_or_default();
    if !form.is_refused() && form.is("confirmed", "yes") {
        if chart.record(&state, &mut form, steps).await?.is_some() {
            return Ok(Redirect::to(&format!("/patients/{}/implant", chart.patient.id)).into_response());
        }
        // Fields of the line have the names of the form without the kind of the line.
        for refusal in &mut form.refusals {
            let own = ["revised.", "implanted."].iter().find_map(|kind| refusal.field.strip_prefix(kind));
            if let Some(own) = own.map(str::to_owned) {
                refusal.field = own;
            }
        }
    }
    let refused = form.is_refused() || !form.moved.is_empty();
    let status = if refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let page = page(&chart, form, &operation, !refused, warnings)?;
    Ok((status, show(&page)?).into_response())
}
