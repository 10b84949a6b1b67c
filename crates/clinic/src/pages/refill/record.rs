//! From what was typed to the lines that are recorded, and what would follow from them.

use super::path::{comparison, expiry};
use crate::bedside::{Told, with_unit};
use crate::error::PageError;
use crate::form::Form;
use crate::patient::Chart;
use crate::when::When;
use practice::Step;
use practice::patient::{JudgeError, Stand, people};
use pump::PumpTime;
use serde_json::{Map, Value, json};
use therapy::Rule;
use therapy::outlook::{Outlook, outlook_now};
use twin::civil;

/// What would be recorded, and what would follow.
pub(super) struct Preview {
    /// What was typed: question, answer, the step to change it on.
    pub answers: Vec<(&'static str, String, &'static str)>,
    /// What the rules would say.
    pub told: Vec<Told>,
    /// Dates: what, when.
    pub dates: Vec<(&'static str, String)>,
}

/// The line of a fill as typed; what is wrong goes into the form. The reader of lines looks at the amounts.
pub(super) fn line(form: &mut Form, when: &When) -> Option<Value> {
    let mut filled = Map::new();
    let mut put = |key: &str, value: String| filled.insert(key.to_owned(), Value::String(value));
    put(
        "drug",
        match form.value("filled.drug") {
            "other" => form.value("drug-name").to_owned(),
            listed => listed.to_owned(),
        },
    );
    put("concentration", with_unit(form.value("label-strength"), "ug/mL"));
    for key in ["volume", "withdrawn", "left", "alarm-volume"] {
        let typed = form.value(&format!("filled.{key}"));
        if !typed.is_empty() {
            put(key, with_unit(typed, "mL"));
        }
    }
    if !form.value("filled.lot").is_empty() {
        put("lot", form.value("filled.lot").to_owned());
    }
    if !form.value("filled.expires").is_empty() {
        put("expires", expiry(form, "filled.expires")?.to_string());
    }
    let mut line = json!({ "at": when.text, "filled": filled });
    let reason = reason(form);
    if let Some(fields) = line.as_object_mut().filter(|_| !reason.is_empty()) {
        fields.insert("reason".to_owned(), Value::String(reason));
    }
    Some(line)
}

/// How a stop was answered, and what else belongs to the fill.
fn reason(form: &Form) -> String {
    let mut parts = Vec::new();
    if form.is("exit", "physician") {
        parts.push(format!("{} was called: {}", form.value("physician"), form.value("decision")));
    }
    if !form.value("withdrawals").is_empty() {
        parts.push(format!("withdrawn in several goes: {}", form.value("withdrawals")));
    }
    if !form.value("reason").is_empty() {
        parts.push(form.value("reason").to_owned());
    }
    parts.join("; ")
}

/// What is recorded: that the pump was read, and the fill.
pub(super) fn steps(chart: &Chart, form: &mut Form) -> Option<Vec<Step>> {
    let when = form.when("at", &chart.page)?;
    let filled = line(form, &when)?;
    let mut steps = Vec::new();
    let read = form.value("interrogated.running");
    if read == "yes" || read == "no" {
        let running = read == "yes";
        steps.push(Step::Report { line: json!({ "at": when.text, "interrogated": { "running": running } }) });
    }
    steps.push(Step::Report { line: filled });
    Some(steps)
}

/// How the patient stood when it was filled: now, unless an earlier time is given. What was withdrawn is compared with what
/// should have been there then.
pub(super) fn stand_then<'a>(chart: &'a Chart, form: &Form) -> Result<Stand<'a>, PageError> {
    let mut asked = form.clone();
    let at = (!form.value("at").is_empty()).then(|| asked.when("at", &chart.page)).flatten();
    let at = at.map_or(chart.page.now, |when| when.unix.min(chart.page.now));
    chart.patient.stand(&chart.rules, at).map_err(|error| PageError::Fault(error.to_string()))
}

/// The dates of an outlook.
pub(super) fn dates(outlook: &Outlook) -> Vec<(&'static str, String)> {
    let forecast = &outlook.forecast;
    let day = |at: Option<PumpTime>| {
        at.and_then(civil)
            .map_or_else(|| "not known: no program runs".to_owned(), |at| therapy::date_in_words(at.date()))
    };
    let by = forecast.refill_by.map(|by| therapy::date_in_words(by.date));
    vec![
        ("Refill by", by.unwrap_or_else(|| "not known".to_owned())),
        ("Low-reservoir alarm, calculated", day(forecast.alarm_at)),
        (
            "Empty at the earliest, if the pump runs as fast as its accuracy allows",
            day(forecast.early_empty_at),
        ),
        ("Empty, calculated", day(forecast.empty_at)),
    ]
}

/// What would be recorded now, judged; `None` if that cannot be said, with the problem in the form.
pub(super) fn preview(chart: &Chart, form: &mut Form, refused: bool) -> Result<Option<Preview>, PageError> {
    let mut tried = form.clone();
    let Some(when) = tried.when("at", &chart.page) else { return Ok(None) };
    let Some(mut filled) = line(&mut tried, &when) else { return Ok(None) };
    if let Some(fields) = filled.as_object_mut() {
        fields.insert("id".to_owned(), Value::String("this-refill".to_owned()));
    }
    let judgement = match chart.patient.judge(&chart.rules, &filled, None) {
        Ok(judgement) => judgement,
        Err(JudgeError::Course(error)) => {
            if !refused {
                form.refused(error.into(), &chart.page)?;
            }
            return Ok(None);
        }
        Err(other) => return Err(PageError::from(practice::Refusal::from(other))),
    };
    let setting = chart.rules.setting();
    let fault = |error: twin::TwinError| PageError::Fault(error.to_string());
    let with = chart.patient.course_with_all(&chart.rules, &[&filled]);
    let with = with.map_err(|error| PageError::Fault(error.to_string()))?;
    let course = therapy::fold(&with, &with.events, setting.catalogue).map_err(fault)?;
    let dates = outlook_now(&course, &setting, course.time(judgement.event.at))
        .map(|outlook| dates(&outlook))
        .unwrap_or_default();
    let stand = stand_then(chart, &tried)?;
    let found = comparison(&mut tried, chart, &stand);
    let catalogue = &chart.rules.catalogue;
    let text = |pointer: &str| filled.pointer(pointer).and_then(Value::as_str).unwrap_or_default();
    let drug = text("/filled/drug");
    let drug = catalogue.drug(drug).map_or_else(|| drug.to_owned(), |drug| drug.name.clone());
    let mut answers = vec![
        ("Withdrawn", people(text("/filled/withdrawn")), "withdraw"),
        ("Left in the reservoir", people(text("/filled/left")), "withdraw"),
        ("Expected, by calculation", found.map(|found| found.expected).unwrap_or_default(), ""),
        ("Product", drug, "fill"),
        ("Strength on the label", people(text("/filled/concentration")), "fill"),
        ("Lot", text("/filled/lot").to_owned(), "fill"),
        ("Expires", text("/filled/expires").parse().map(therapy::date_in_words).unwrap_or_default(), "fill"),
        ("Filled", people(text("/filled/volume")), "fill"),
        ("Alarm volume set", people(text("/filled/alarm-volume")), "fill"),
        ("Reason", text("/reason").to_owned(), "compare"),
    ];
    answers.retain(|(_, answer, _)| !answer.is_empty());
    let told = Told::all(&judgement.findings, &[Rule::Observe]);
    Ok(Some(Preview { answers, told, dates }))
}
