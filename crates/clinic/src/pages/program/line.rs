//! From the fields of the form to an order as the course file writes it. Nothing is filled in here: what was not typed is
//! left out, and the reader of the course file says what is missing.

use crate::form::Form;
use serde_json::{Map, Value, json};

/// The days of a week: key in data and in field names, name for people.
pub(crate) const DAYS: [(&str, &str); 7] = [
    ("mon", "Monday"),
    ("tue", "Tuesday"),
    ("wed", "Wednesday"),
    ("thu", "Thursday"),
    ("fri", "Friday"),
    ("sat", "Saturday"),
    ("sun", "Sunday"),
];

/// Boluses before the base, first to last: prefix of their fields, mode in data, and whether they last hours and minutes.
const BOLUSES: [(&str, &str); 3] =
    [("prime", "priming-bolus"), ("bridge", "bridge-bolus"), ("bolus", "single-bolus")];

/// The fields of each part that is only there if something was typed into it.
pub(crate) const PARTS: [(&str, &[&str]); 6] = [
    ("bolus", &["bolus-dose", "bolus-hours", "bolus-minutes"]),
    ("bridge", &["bridge-dose", "bridge-hours", "bridge-minutes", "alternative"]),
    ("prime", &["prime-dose", "prime-hours", "prime-minutes"]),
    (
        "patient-bolus",
        &["patient-bolus-dose", "patient-bolus-over", "patient-bolus-lockout", "patient-bolus-per-day-max"],
    ),
    ("refill", &["refill-drug", "refill-concentration", "refill-volume"]),
    ("shown", &["serial", "tubing", "reservoir", "alarm-volume"]),
];

/// Whether anything was typed into a part.
pub(crate) fn has_part(form: &Form, part: &str) -> bool {
    let fields = PARTS.iter().find(|(name, _)| *name == part).map_or(&[] as &[&str], |(_, fields)| *fields);
    fields.iter().any(|field| !form.value(field).is_empty())
}

/// A number as it was typed, with the unit of its field. What is no plain number is refused with what was typed, never
/// cleaned.
pub(crate) fn amount(form: &mut Form, field: &str, unit: &str) -> Option<Value> {
    let typed = form.value(field).to_owned();
    if typed.is_empty() {
        return None;
    }
    let plain = typed.chars().all(|letter| letter.is_ascii_digit() || letter == '.');
    if !plain || typed.starts_with('.') || typed.ends_with('.') || typed.matches('.').count() > 1 {
        let words = practice::patient::people(&format!("- {unit}"));
        let words = words.trim_start_matches(['-', '\u{a0}']);
        form.refuse(
            field,
            format!(
                "\u{201c}{typed}\u{201d} was typed. Enter digits with at most one point between them, such as 1200 or 0.5: no comma, no space, no unit (the unit here is {words})"
            ),
        );
        return None;
    }
    Some(Value::String(format!("{typed} {unit}")))
}

/// Hours and minutes of a bolus, as whole minutes.
fn lasting(form: &mut Form, bolus: &str) -> Option<Value> {
    let names = ["hours", "minutes"].map(|part| format!("{bolus}-{part}"));
    let [hours, minutes] = names.each_ref().map(|name| form.value(name).to_owned());
    if hours.is_empty() && minutes.is_empty() {
        return None;
    }
    let [hours_name, minutes_name] = &names;
    let whole = |form: &mut Form, name: &str, typed: &str, max: u32| {
        if typed.is_empty() {
            return Some(0);
        }
        let read = typed.parse::<u32>().ok().filter(|_| typed.bytes().all(|byte| byte.is_ascii_digit()));
        let read = read.filter(|read| *read <= max);
        if read.is_none() {
            form.refuse(name, format!("\u{201c}{typed}\u{201d} was typed. Enter a whole number up to {max}"));
        }
        read
    };
    let hours = whole(form, hours_name, &hours, 999)?;
    let minutes = whole(form, minutes_name, &minutes, 59)?;
    Some(Value::String(format!("{} min", hours * 60 + minutes)))
}

fn put(fields: &mut Map<String, Value>, key: &str, value: Option<Value>) {
    if let Some(value) = value {
        fields.insert(key.to_owned(), value);
    }
}

fn text(form: &Form, field: &str) -> Option<Value> {
    let text = form.value(field);
    (!text.is_empty()).then(|| Value::String(text.to_owned()))
}

/// The rows of a day that hold something, moved to the top.
pub(crate) fn compact(form: &mut Form) {
    for (day, _) in DAYS {
        let mut rows = Vec::new();
        for row in 0..ROWS_MAX {
            let names = ["from", "dose"].map(|part| format!("{day}-{row}-{part}"));
            let values = names.each_ref().map(|name| form.value(name).to_owned());
            if values.iter().any(|value| !value.is_empty()) {
                rows.push(values);
            }
            for name in names {
                form.fields.remove(&name);
            }
        }
        for (row, [from, dose]) in rows.into_iter().enumerate() {
            form.fields.set(&format!("{day}-{row}-from"), from);
            form.fields.set(&format!("{day}-{row}-dose"), dose);
        }
    }
}

/// A day of a flex program has at most so many steps, one more than is read so that one too many is refused, not lost.
pub(crate) const ROWS_MAX: usize = pump::STEPS_PER_DAY_MAX + 1;

/// How many rows of a day hold something.
pub(crate) fn rows(form: &Form, day: &str) -> usize {
    let held = |row: &usize| {
        ["from", "dose"].iter().any(|part| !form.value(&format!("{day}-{row}-{part}")).is_empty())
    };
    (0..ROWS_MAX).filter(held).count()
}

/// Whether one day stands for all seven.
pub(crate) fn every_day(form: &Form) -> bool {
    form.is("same", "yes")
}

fn steps(form: &mut Form, day: &str) -> Value {
    let mut steps = Vec::new();
    for row in 0..rows(form, day) {
        let mut step = Map::new();
        put(&mut step, "from", text(form, &format!("{day}-{row}-from")));
        let dose = amount(form, &format!("{day}-{row}-dose"), "ug/d");
        put(&mut step, "dose", dose);
        steps.push(Value::Object(step));
    }
    Value::Array(steps)
}

fn base(form: &mut Form) -> Value {
    let mode = form.value("mode").to_owned();
    let mut run = Map::new();
    run.insert("mode".to_owned(), Value::String(mode.clone()));
    match mode.as_str() {
        "continuous" => {
            let dose = amount(form, "dose", "ug/d");
            put(&mut run, "dose", dose);
        }
        "minimum-rate" => {
            let flow = amount(form, "minimum-flow", "mL/d");
            put(&mut run, "flow", flow);
        }
        "flex" if every_day(form) => {
            run.insert("every-day".to_owned(), steps(form, "mon"));
        }
        "flex" => {
            let mut week = Map::new();
            for (day, _) in DAYS {
                week.insert(day.to_owned(), steps(form, day));
            }
            run.insert("week".to_owned(), Value::Object(week));
        }
        _ => {}
    }
    Value::Object(run)
}

/// The total that is meant: of each day of a flex week, or one.
fn total(form: &mut Form) -> Option<Value> {
    if !form.is("mode", "flex") || every_day(form) {
        return amount(form, "total", "ug/d");
    }
    if DAYS.iter().all(|(day, _)| form.value(&format!("{day}-total")).is_empty()) {
        return amount(form, "total", "ug/d");
    }
    let mut days = Map::new();
    for (day, _) in DAYS {
        let dose = amount(form, &format!("{day}-total"), "ug/d");
        put(&mut days, day, dose);
    }
    Some(Value::Object(days))
}

fn patient_bolus(form: &mut Form) -> Value {
    let mut fields = Map::new();
    for (key, field, unit) in [
        ("dose", "patient-bolus-dose", "ug"),
        ("over", "patient-bolus-over", "min"),
        ("lockout", "patient-bolus-lockout", "h"),
    ] {
        let value = amount(form, field, unit);
        put(&mut fields, key, value);
    }
    let most = form.value("patient-bolus-per-day-max").to_owned();
    match most.parse::<u32>().ok().filter(|_| most.bytes().all(|byte| byte.is_ascii_digit())) {
        Some(most) => put(&mut fields, "per-day-max", Some(json!(most))),
        None if most.is_empty() => {}
        None => form.refuse(
            "patient-bolus-per-day-max",
            format!("\u{201c}{most}\u{201d} was typed. Enter a whole number"),
        ),
    }
    Value::Object(fields)
}

/// The order that was typed; `None` if a field is wrong, which the form then says.
pub(crate) fn order(form: &mut Form) -> Option<Value> {
    if form.value("mode").is_empty() {
        form.refuse("mode", "Choose what the pump shall do");
        return None;
    }
    compact(form);
    let mut run = base(form);
    for (bolus, mode) in BOLUSES.iter().rev() {
        let asked = ["dose", "hours", "minutes"];
        if asked.iter().all(|part| form.value(&format!("{bolus}-{part}")).is_empty()) {
            continue;
        }
        let mut fields = Map::new();
        fields.insert("mode".to_owned(), json!(mode));
        let dose = amount(form, &format!("{bolus}-dose"), "ug");
        put(&mut fields, "dose", dose);
        let over = lasting(form, bolus);
        put(&mut fields, "over", over);
        fields.insert("then".to_owned(), run);
        run = Value::Object(fields);
    }
    let mut program = Map::new();
    for (key, unit) in
        [("concentration", "ug/mL"), ("tubing", "mL"), ("reservoir", "mL"), ("alarm-volume", "mL")]
    {
        let value = amount(form, key, unit);
        put(&mut program, key, value);
    }
    put(&mut program, "serial", text(form, "serial"));
    put(&mut program, "alternative", text(form, "alternative"));
    let total = total(form);
    put(&mut program, "total", total);
    program.insert("run".to_owned(), run);
    if has_part(form, "patient-bolus") {
        let bolus = patient_bolus(form);
        program.insert("patient-bolus".to_owned(), bolus);
    }
    let mut order = Map::new();
    if has_part(form, "refill") {
        let mut refill = Map::new();
        put(&mut refill, "drug", text(form, "refill-drug"));
        let strength = amount(form, "refill-concentration", "ug/mL");
        put(&mut refill, "concentration", strength);
        let volume = amount(form, "refill-volume", "mL");
        put(&mut refill, "volume", volume);
        order.insert("refill".to_owned(), Value::Object(refill));
    }
    order.insert("program".to_owned(), Value::Object(program));
    (!form.is_refused()).then_some(Value::Object(order))
}

/// The field that a place in the order came from: `/order/program/run/then/dose` is "dose" behind one bolus.
pub(crate) fn field_of(form: &Form, pointer: &str) -> String {
    let Some(rest) = pointer.strip_prefix("/order/program") else {
        let rest = pointer.strip_prefix("/order/").unwrap_or_default();
        return rest.replace('/', "-");
    };
    let rest = rest.trim_start_matches('/');
    if let Some(day) = rest.strip_prefix("total/") {
        return format!("{day}-total");
    }
    let Some(mut rest) = rest.strip_prefix("run") else { return rest.replace('/', "-") };
    let asked = |bolus: &&str| {
        ["dose", "hours", "minutes"].iter().any(|part| !form.value(&format!("{bolus}-{part}")).is_empty())
    };
    let mut boluses = BOLUSES.iter().map(|(bolus, _)| *bolus).filter(|bolus| asked(bolus));
    let mut bolus = boluses.next();
    while let Some(inner) = rest.strip_prefix("/then") {
        rest = inner;
        bolus = boluses.next();
    }
    let rest = rest.trim_start_matches('/');
    if let Some(bolus) = bolus {
        return match rest {
            "over" => format!("{bolus}-hours"),
            _ => format!("{bolus}-dose"),
        };
    }
    let parts: Vec<&str> = rest.split('/').collect();
    match parts.as_slice() {
        ["dose"] => "dose".to_owned(),
        ["flow"] => match form.value("mode") {
            "continuous" => "dose".to_owned(),
            _ => "minimum-flow".to_owned(),
        },
        ["week", day] => format!("{day}-0-from"),
        ["every-day"] => "mon-0-from".to_owned(),
        ["week", day, row] => format!("{day}-{row}-from"),
        ["every-day", row] => format!("mon-{row}-from"),
        ["week", day, row, part] => format!("{day}-{row}-{}", step_part(part)),
        ["every-day", row, part] => format!("mon-{row}-{}", step_part(part)),
        _ => "mode".to_owned(),
    }
}

fn step_part(part: &str) -> &str {
    if part == "from" { "from" } else { "dose" }
}
