//! The fields of a line of the course, for correcting it: what each kind of line has, read from and put back into the line.

use crate::form::Form;
use crate::page::Page;
use crate::when::day_of;
use serde_json::{Map, Value};

/// How a field is filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Shape {
    /// A number with this unit.
    Amount(&'static str),
    /// Words.
    Text,
    /// Yes or no.
    Flag,
    /// A day.
    Day,
    /// A day and a time of day.
    When,
    /// A plain number.
    Number,
    /// One of these values, each with its words.
    Choice(Vec<(String, String)>),
    /// Shown, not changed.
    Fixed,
}

/// One field of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Field {
    /// Its path within the line, such as `filled.alarm-volume`; also its name in the form.
    pub(super) name: String,
    pub(super) label: String,
    pub(super) shape: Shape,
    pub(super) optional: bool,
}

impl Field {
    /// What stands below its label.
    pub(super) const fn hint(&self) -> &'static str {
        if self.optional { "Leave it empty if it was not recorded." } else { "" }
    }
}

type Known = (&'static str, &'static str, Kind, bool);

#[derive(Clone, Copy)]
enum Kind {
    Amount(&'static str),
    Text,
    Flag,
    Day,
    When,
    Number,
    Fixed,
    Words(&'static [(&'static str, &'static str)]),
}

const HOLDS: Kind = Kind::Words(&[
    ("nothing", "nothing"),
    ("csf", "spinal fluid"),
    ("drug", "drug"),
    ("contrast", "contrast"),
]);
const METHODS: Kind = Kind::Words(&[("telemetry", "telemetry"), ("read-back", "read back aloud")]);
const MODES: Kind = Kind::Words(&[
    ("continuous", "continuous"),
    ("flex", "flex"),
    ("minimum-rate", "minimum rate"),
    ("stopped", "stopped"),
]);
const SOUNDS: Kind = Kind::Words(&[("single-tone", "single tone"), ("two-tone", "two tones")]);
const ALARMS: Kind = Kind::Words(&[
    ("low-reservoir", "low reservoir"),
    ("empty-reservoir", "empty reservoir"),
    ("elective-replacement", "elective replacement"),
    ("end-of-service", "end of service"),
    ("motor-stall", "motor stall"),
    ("stopped-too-long", "stopped too long"),
    ("memory-error-minor", "memory error, minor"),
    ("memory-error-critical", "memory error, critical"),
    ("low-battery-reset", "low battery reset"),
]);

/// What each kind of line has, as the course file says; the last word is whether it may be absent.
fn known(word: &str) -> &'static [Known] {
    match word {
        "screened" => &[
            ("dose", "Dose", Kind::Amount("ug"), false),
            ("responded", "Tone or spasms fell", Kind::Flag, false),
            ("effect", "Effect lasted", Kind::Amount("h"), true),
            ("adverse", "The response was adverse", Kind::Flag, true),
        ],
        "implanted" => &[
            ("pump-primed", "The tubing holds drug", Kind::Flag, false),
            ("catheter-holds", "The catheter holds", HOLDS, false),
            ("primed-with", "Strength in a primed tubing", Kind::Amount("ug/mL"), true),
        ],
        "found" => &[
            ("drug", "Drug", Kind::Text, false),
            ("concentration", "Strength", Kind::Amount("ug/mL"), false),
            ("reservoir", "Volume in the reservoir", Kind::Amount("mL"), false),
            ("filled", "Last filled", Kind::Day, true),
        ],
        "filled" => &[
            ("drug", "Drug", Kind::Text, false),
            ("concentration", "Strength on the label", Kind::Amount("ug/mL"), false),
            ("volume", "Filled", Kind::Amount("mL"), false),
            ("withdrawn", "Withdrawn before", Kind::Amount("mL"), true),
            ("left", "Stayed in", Kind::Amount("mL"), true),
            ("rinsed", "The reservoir was rinsed", Kind::Flag, true),
            ("lot", "Lot", Kind::Text, true),
            ("alarm-volume", "Alarm volume set", Kind::Amount("mL"), true),
        ],
        "interrogated" => &[
            ("running", "It was seen running", Kind::Flag, false),
            ("serial", "Serial number read", Kind::Text, true),
            ("tubing", "Tubing volume shown", Kind::Amount("mL"), true),
            ("elective-replacement", "Replacement indicator since", Kind::Day, true),
            ("replace-by", "Replace by, as shown", Kind::Day, true),
            ("clock", "Clock set to this offset", Kind::Text, true),
        ],
        "confirmed" => &[
            ("order", "Order", Kind::Fixed, false),
            ("method", "Known by", METHODS, false),
            ("drug", "Drug read", Kind::Text, true),
            ("concentration", "Strength read", Kind::Amount("ug/mL"), false),
            ("mode", "Mode read", MODES, false),
            ("total", "24-hour dose read", Kind::Amount("ug/d"), false),
            ("alarm-date", "Alarm date shown", Kind::Day, true),
            ("running", "The pump was seen running", Kind::Flag, false),
        ],
        "alarm" => &[("kind", "Kind", ALARMS, true), ("sound", "Sound", SOUNDS, true)],
        "gap" => &[
            ("from", "From", Kind::When, true),
            ("until", "Until", Kind::When, true),
            ("cause", "Why", Kind::Text, false),
        ],
        "mri-checked" => &[("running", "The pump was seen running", Kind::Flag, false)],
        "aspirated" => &[("volume", "What came", Kind::Amount("mL"), false)],
        "injected" => &[
            ("what", "What", Kind::Text, false),
            ("aspirated-first", "Aspirated first", Kind::Flag, false),
            ("catheter-holds", "The catheter holds now", HOLDS, false),
        ],
        "revised" => &[
            ("under-delivery", "The patient had been receiving less than programmed", Kind::Flag, false),
            ("pump-primed", "The tubing of the new pump holds drug", Kind::Flag, false),
            ("catheter-holds", "The catheter holds now", HOLDS, false),
            ("primed-with", "Strength in a primed tubing or catheter", Kind::Amount("ug/mL"), true),
        ],
        "visit" => &[("on", "Day", Kind::Day, false)],
        "side-effect" => &[("what", "What was seen", Kind::Text, false)],
        "travelled" => &[("hours", "Local time less the pump's clock, in hours", Kind::Number, false)],
        "closed" => {
            &[("rule", "Rule", Kind::Fixed, false), ("why", "How it was dealt with", Kind::Text, false)]
        }
        "sent" => &[
            ("order", "Order", Kind::Fixed, false),
            ("digest", "What the pump names it by", Kind::Fixed, false),
            ("counter", "Counter", Kind::Fixed, false),
        ],
        "not-entered" => &[("order", "Order", Kind::Fixed, false)],
        _ => &[],
    }
}

fn words(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(value, words)| ((*value).to_owned(), (*words).to_owned())).collect()
}

/// The fields of this line: those that its kind has, and whatever else it holds.
pub(super) fn fields(word: &str, line: &Value) -> Vec<Field> {
    let field =
        |name: String, label: &str, shape, optional| Field { name, label: label.to_owned(), shape, optional };
    let mut fields: Vec<Field> = known(word)
        .iter()
        .map(|(key, label, kind, optional)| {
            let shape = match kind {
                Kind::Amount(unit) => Shape::Amount(unit),
                Kind::Text => Shape::Text,
                Kind::Flag => Shape::Flag,
                Kind::Day => Shape::Day,
                Kind::When => Shape::When,
                Kind::Number => Shape::Number,
                Kind::Fixed => Shape::Fixed,
                Kind::Words(list) => Shape::Choice(words(list)),
            };
            field(format!("{word}.{key}"), label, shape, *optional)
        })
        .collect();
    if word == "scored" {
        fields.extend(scored(line));
    }
    let mut rest = Vec::new();
    if let Some(inner) = line.get(word) {
        leaves(word, inner, &mut rest);
    }
    for (name, shape) in rest {
        if !fields.iter().any(|known| known.name == name) {
            let label = name.split('.').skip(1).collect::<Vec<_>>().join(", ").replace('-', " ");
            fields.push(Field { name, label, shape, optional: false });
        }
    }
    fields
}

/// Everything in a table that is a value of its own, by its path.
fn leaves(path: &str, value: &Value, found: &mut Vec<(String, Shape)>) {
    match value {
        Value::Object(inner) => {
            for (key, value) in inner {
                leaves(&format!("{path}.{key}"), value, found);
            }
        }
        Value::String(_) => found.push((path.to_owned(), Shape::Text)),
        Value::Bool(_) => found.push((path.to_owned(), Shape::Flag)),
        Value::Number(_) => found.push((path.to_owned(), Shape::Number)),
        Value::Array(_) | Value::Null => found.push((path.to_owned(), Shape::Fixed)),
    }
}

/// The fields of a score, by its scale.
fn scored(line: &Value) -> Vec<Field> {
    let scale = line.pointer("/scored/scale").and_then(Value::as_str).and_then(scales::Scale::by_word);
    let Some(scale) = scale else { return Vec::new() };
    let field = |key: &str, label: &str, shape, optional| Field {
        name: format!("scored.{key}"),
        label: label.to_owned(),
        shape,
        optional,
    };
    let all = |values: scales::Values| {
        let values: Vec<(String, String)> = values.all().map(|value| (value.clone(), value)).collect();
        if values.len() <= 30 { Shape::Choice(values) } else { Shape::Text }
    };
    let mut fields = vec![field("scale", "Scale", Shape::Fixed, false)];
    let has_items = line.pointer("/scored/items").is_some();
    if has_items {
        for item in scale.items() {
            fields.push(field(&format!("items.{}", item.word), item.name, all(item.values), false));
        }
    } else {
        fields.push(field("value", "Value", all(scale.values()), false));
    }
    if scale.sites() == scales::Sites::MuscleAndSide {
        let sites = scales::Muscle::WORDS.map(|(word, muscle)| (word.to_owned(), muscle.name()));
        fields.push(field("site", "Site", Shape::Choice(sites.into()), true));
    }
    if scale.sites() != scales::Sites::Patient {
        let sides = scales::Side::WORDS.map(|(word, _)| (word.to_owned(), word.to_owned()));
        fields.push(field("side", "Side", Shape::Choice(sides.into()), true));
    }
    if scale.has_goal() {
        fields.push(field("goal", "Goal", Shape::Text, false));
    }
    fields
}

fn pointer(name: &str) -> String {
    format!("/{}", name.replace('.', "/"))
}

/// What a field of a line holds, as its form shows it.
pub(super) fn filled(form: Form, line: &Value, field: &Field, page: &Page) -> Form {
    let Some(value) = line.pointer(&pointer(&field.name)) else { return form };
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Bool(flag) => (if *flag { "yes" } else { "no" }).to_owned(),
        Value::Array(_) | Value::Object(_) => return form,
        other => other.to_string(),
    };
    match &field.shape {
        Shape::Amount(unit) => {
            let bare = text.strip_suffix(unit).map(|number| number.trim_end().to_owned());
            form.with(&field.name, bare.unwrap_or(text))
        }
        Shape::When => match text.parse::<jiff::Timestamp>() {
            Ok(at) => form.at(&field.name, at.as_second(), page),
            Err(_) => form,
        },
        _ => form.with(&field.name, text),
    }
}

/// Puts what stands in a field into the line; what is wrong with it is said beside it.
pub(super) fn put(form: &mut Form, line: &mut Value, field: &Field, page: &Page) {
    let text = form.value(&field.name).to_owned();
    let value = match &field.shape {
        Shape::Fixed => return,
        _ if text.is_empty() => None,
        Shape::Flag => Some(Value::Bool(text == "yes")),
        Shape::Amount(unit) => {
            let bare = text.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ','));
            Some(Value::String(if bare { format!("{text} {unit}") } else { text }))
        }
        Shape::Number => match serde_json::from_str::<serde_json::Number>(&text) {
            Ok(number) => Some(Value::Number(number)),
            Err(_) => {
                form.refuse(&field.name, "Give a number with a point, such as -5 or 1.5");
                return;
            }
        },
        Shape::Day => match day_of(&text) {
            Some(day) => Some(Value::String(day.to_string())),
            None => {
                form.refuse(&field.name, "Give the day with the month in letters, such as 22 March 2026");
                return;
            }
        },
        Shape::When => match form.when(&field.name, page) {
            Some(when) => Some(Value::String(when.text)),
            None => return,
        },
        Shape::Text | Shape::Choice(_) => Some(Value::String(text)),
    };
    if value.is_none() && !field.optional {
        form.refuse(&field.name, format!("{} is missing", field.label));
        return;
    }
    set(line, &field.name, value);
}

/// Sets or removes a value by its path.
fn set(line: &mut Value, name: &str, value: Option<Value>) {
    let (parents, last) = name.rsplit_once('.').unwrap_or(("", name));
    let mut place = line;
    for key in parents.split('.').filter(|key| !key.is_empty()) {
        let Some(inner) = place.as_object_mut() else { return };
        place = inner.entry(key).or_insert_with(|| Value::Object(Map::new()));
    }
    if let Some(inner) = place.as_object_mut() {
        match value {
            Some(value) => inner.insert(last.to_owned(), value),
            None => inner.remove(last),
        };
    }
}
