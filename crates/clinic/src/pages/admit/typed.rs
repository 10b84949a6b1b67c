//! From what was typed to the lines of the course, and back to words for the check.

use crate::form::Form;
use crate::page::Page;
use catalogue::Catalogue;
use practice::Step;
use practice::patient::{PatientEvent, Stand, people};
use practice::summary::Summary;
use serde_json::{Map, Value as Json, json};
use therapy::Value;

/// Marks a product that is not in the list.
pub(super) const OTHER: &str = "other";
/// The days of a flex week: the word in data and for people.
pub(super) const WEEK: [(&str, &str); 7] = [
    ("mon", "Monday"),
    ("tue", "Tuesday"),
    ("wed", "Wednesday"),
    ("thu", "Thursday"),
    ("fri", "Friday"),
    ("sat", "Saturday"),
    ("sun", "Sunday"),
];

/// A number with the unit of its field, unless another unit was typed.
fn amount(typed: &str, unit: &str) -> String {
    if typed.chars().any(char::is_alphabetic) { typed.to_owned() } else { format!("{typed} {unit}") }
}

/// Puts a field into a table if something was typed; what is missing is refused by the reader.
fn put(table: &mut Map<String, Json>, form: &Form, field: &str, unit: Option<&str>) {
    let typed = form.value(field);
    if !typed.is_empty() {
        let key = field.rsplit('.').next().unwrap_or(field);
        let text = unit.map_or_else(|| typed.to_owned(), |unit| amount(typed, unit));
        table.insert(key.to_owned(), Json::String(text));
    }
}

/// A day that may be left empty.
fn put_day(table: &mut Map<String, Json>, form: &mut Form, field: &str) {
    if !form.value(field).is_empty()
        && let Some(day) = form.day(field)
    {
        let key = field.rsplit('.').next().unwrap_or(field);
        table.insert(key.to_owned(), Json::String(day.to_string()));
    }
}

/// The steps of a day: a line each, with the time from which it holds and the dose that it would be over 24 hours.
fn day_steps(form: &mut Form, field: &str) -> Vec<Json> {
    let typed = form.fields.raw(field).to_owned();
    let mut steps = Vec::new();
    for line in typed.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match line.split_once(char::is_whitespace) {
            Some((from, dose)) => {
                let from = if from.len() == 4 { format!("0{from}") } else { from.to_owned() };
                steps.push(json!({"from": from, "dose": amount(dose.trim(), "ug/d")}));
            }
            None => form.refuse(
                field,
                format!("“{line}” has no time and dose: write each step as 00:00 200, the time first"),
            ),
        }
    }
    steps
}

/// The program that was read.
fn run(form: &mut Form) -> Json {
    let mode = form.value("found.run.mode").to_owned();
    let mut run = Map::new();
    match mode.as_str() {
        "continuous" => put(&mut run, form, "found.run.dose", Some("ug/d")),
        "minimum-rate" => put(&mut run, form, "found.run.flow", Some("mL/d")),
        "stopped" => {}
        "flex" => {
            let every = day_steps(form, "found.run.every-day");
            let week: Vec<_> = WEEK
                .iter()
                .map(|(day, _)| (*day, day_steps(form, &format!("found.run.week.{day}"))))
                .collect();
            let days = week.iter().filter(|(_, steps)| !steps.is_empty()).count();
            match (every.is_empty(), days) {
                (false, 0) => {
                    run.insert("every-day".to_owned(), Json::Array(every));
                }
                (true, 7) => {
                    let week = week.into_iter().map(|(day, steps)| (day.to_owned(), Json::Array(steps)));
                    run.insert("week".to_owned(), Json::Object(week.collect()));
                }
                (false, _) => form.refuse(
                    "found.run.every-day",
                    "Give the steps of every day, or of each weekday, not both",
                ),
                (true, 0) => form.refuse("found.run.every-day", "Give the steps that the programmer shows"),
                (true, _) => form.refuse("found.run.every-day", "Give the steps of all seven weekdays"),
            }
        }
        _ => form.refuse("found.run.mode", "Choose the mode that the programmer shows"),
    }
    // What belongs to another mode was typed by mistake, or the mode is wrong: nothing is dropped silently.
    let others = [
        ("found.run.dose", "continuous"),
        ("found.run.flow", "minimum-rate"),
        ("found.run.every-day", "flex"),
    ];
    for (field, of) in others {
        if of != mode && !mode.is_empty() && !form.value(field).is_empty() {
            form.refuse(field, format!("This belongs to the mode {of}: clear it, or choose that mode"));
        }
    }
    run.insert("mode".to_owned(), Json::String(mode));
    Json::Object(run)
}

/// The system and what was found; `None` if the form itself is wrong, which is then said beside the fields.
pub(super) fn steps(form: &mut Form, page: &Page) -> Option<Vec<Step>> {
    let at = form.when("at", page);
    let mut pump = Map::new();
    for (field, unit) in [
        ("pump.model", None),
        ("pump.serial", None),
        ("pump.tubing", Some("mL")),
        ("pump.clock", None),
        ("pump.alarm-volume", Some("mL")),
    ] {
        put(&mut pump, form, field, unit);
    }
    put_day(&mut pump, form, "pump.implanted");
    put_day(&mut pump, form, "pump.built");
    let mut catheter = Map::new();
    for (field, unit) in [
        ("catheter.model", None),
        ("catheter.volume", Some("mL")),
        ("catheter.length", Some("cm")),
        ("catheter.trimmed", Some("cm")),
        ("catheter.per-cm", Some("mL/cm")),
    ] {
        put(&mut catheter, form, field, unit);
    }
    let mut found = Map::new();
    put(&mut found, form, "found.concentration", Some("ug/mL"));
    put(&mut found, form, "found.reservoir", Some("mL"));
    put_day(&mut found, form, "found.filled");
    let (drug, written) = (form.value("found.drug").to_owned(), form.value("drug-other").to_owned());
    match (drug.as_str(), written.as_str()) {
        (OTHER, "") => form.refuse("drug-other", "Write the product as it stands on the vial"),
        (OTHER, _) => {
            found.insert("drug".to_owned(), Json::String(written));
        }
        ("", _) => form.refuse("found.drug", "Choose the product that is in the pump"),
        (_, "") => {
            found.insert("drug".to_owned(), Json::String(drug));
        }
        _ => form.refuse("drug-other", "Leave this empty, or choose “another product” above"),
    }
    let run = run(form);
    found.insert("run".to_owned(), run);
    in_order(form, page);
    let at = at.filter(|_| !form.is_refused())?;
    let line = json!({"at": at.text, "found": found});
    let event = PatientEvent::System { pump: Json::Object(pump), catheter: Json::Object(catheter) };
    Some(vec![Step::Event { event, happened: at.unix }, Step::Report { line }])
}

/// A pump is built, implanted, filled and read, in this order, and all of it by now.
fn in_order(form: &mut Form, page: &Page) {
    let steps = [
        ("pump.built", "the pump was built"),
        ("pump.implanted", "it was implanted"),
        ("found.filled", "it was last filled"),
        ("at", "it was read"),
    ];
    let day = |form: &Form, field: &str| crate::when::day_of(form.value(field));
    let today = crate::pages::today::civil_today(page);
    for (place, (field, what)) in steps.iter().enumerate() {
        let Some(on) = day(form, field) else { continue };
        if on > today {
            form.refuse(field, "This lies in the future");
        }
        for (later, what_later) in steps.iter().skip(place + 1) {
            if day(form, later).is_some_and(|later| later < on) {
                form.refuse(field, format!("By these dates {what} after {what_later}"));
                break;
            }
        }
    }
}

/// Fields of a line that this form has as one: the steps of a flex day.
pub(super) fn own_names(form: &mut Form) {
    for refusal in &mut form.refusals {
        for day in core::iter::once("found.run.every-day".to_owned())
            .chain(WEEK.iter().map(|(day, _)| format!("found.run.week.{day}")))
        {
            if refusal.field.starts_with(&day) {
                refusal.field = day;
                break;
            }
        }
    }
}

/// What was typed, in words, for the check.
pub(super) fn answers(
    form: &Form,
    stand: &Stand<'_>,
    shown: &Summary,
    catalogue: &Catalogue,
    page: &Page,
) -> Vec<(&'static str, String)> {
    let typed = |field: &str, unit: &str| {
        let typed = form.value(field);
        if typed.is_empty() { "not given".to_owned() } else { people(&amount(typed, unit)) }
    };
    let day = |field: &str| {
        let day = crate::when::day_of(form.value(field));
        day.map_or_else(|| "not given".to_owned(), crate::banner::banner_date)
    };
    let text = |text: &Option<String>| text.clone().unwrap_or_else(|| "not known".to_owned());
    let model = catalogue.pump(form.value("pump.model"));
    let tubing = model.map_or_else(String::new, |model| {
        let listed: Vec<String> = model
            .tubing
            .iter()
            .map(|version| {
                let mark = if version.value.grade.verified() { "" } else { ", unverified" };
                format!("{}{mark}", Value::volume(version.value.value))
            })
            .collect();
        if listed.is_empty() { String::new() } else { format!(" (catalogue: {})", listed.join("; ")) }
    });
    let catheter = stand.course.catheter.map_or_else(String::new, |catheter| {
        let mark = if catheter.unverified { "; unverified" } else { "" };
        format!("{} ({}{mark})", Value::volume(catheter.volume), catheter.basis)
    });
    let catheter_model = catalogue.catheter(form.value("catheter.model"));
    let read = crate::when::day_of(form.value("at"));
    let read = read.map_or_else(String::new, |day| {
        format!("{}, {}", crate::banner::banner_date(day), form.value("at.time"))
    });
    let mut answers = vec![
        ("Read from the programmer", format!("{read} ({})", page.zone.iana_name().unwrap_or("clinic time"))),
        ("Pump", text(&shown.pump)),
        ("Serial number", form.value("pump.serial").to_owned()),
        ("Tubing volume", format!("{}{tubing}", typed("pump.tubing", "mL"))),
        ("Clock of the pump", format!("UTC{}", form.value("pump.clock"))),
        ("Implanted", day("pump.implanted")),
        ("Built", day("pump.built")),
        ("Alarm volume", typed("pump.alarm-volume", "mL")),
        ("Catheter", catheter_model.map_or_else(|| "model not given".to_owned(), |model| model.name.clone())),
        ("Catheter volume", catheter),
        ("Drug in the pump", text(&shown.drug)),
        ("Strength", typed("found.concentration", "ug/mL")),
        ("Reservoir volume shown", typed("found.reservoir", "mL")),
        ("Last filled", day("found.filled")),
        ("Mode", form.value("found.run.mode").replace('-', " ")),
        ("Dose", shown.dose.clone().unwrap_or_else(|| shown.flow.words().to_owned())),
    ];
    let flex = [("Every day", "found.run.every-day".to_owned())].into_iter();
    let week = WEEK.iter().map(|(day, title)| (*title, format!("found.run.week.{day}")));
    for (title, field) in flex.chain(week) {
        let steps: Vec<&str> =
            form.fields.raw(&field).lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        if !steps.is_empty() {
            answers
                .push((title, format!("{} (micrograms per day, from the time given on)", steps.join("; "))));
        }
    }
    answers
}
