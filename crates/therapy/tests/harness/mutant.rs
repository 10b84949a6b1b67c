//! Mutations: what they are, and the tools to spoil a sound course.

use super::bench::UG;
use super::story::{Kind, Line, Story};
use serde_json::{Value, json};
use therapy::Level;

/// A sound course with one thing done wrong; it ends with the act at which somebody must be stopped or told.
pub struct Mutant {
    pub story: Story,
    /// When somebody looks, if later than the last line.
    pub now: Option<i64>,
}

impl Mutant {
    pub const fn of(story: Story) -> Self {
        Self { story, now: None }
    }
}

/// A kind of error that really happens.
pub struct Mutation {
    pub name: &'static str,
    /// Where it is known from: a section of the safety sheet, or of the therapy sheet.
    pub source: &'static str,
    /// Any of these must be open at the end, at its level.
    pub expected: &'static [(&'static str, Level)],
    /// Every way to make it out of one course.
    pub make: fn(&Story) -> Vec<Mutant>,
}

pub const HARD: Level = Level::Hard;
pub const SOFT: Level = Level::Soft;

/// The course up to a line.
pub fn up_to(story: &Story, index: usize) -> Story {
    let mut story = story.clone();
    story.lines.truncate(index + 1);
    story
}

/// Each line for which `fits`, in a course that ends there, for `spoil` to spoil; `None` if it cannot.
pub fn each(
    story: &Story,
    fits: impl Fn(&Line) -> bool,
    spoil: impl Fn(&mut Line) -> Option<()>,
) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for (index, line) in story.lines.iter().enumerate() {
        if fits(line) {
            let mut story = up_to(story, index);
            if spoil(&mut story.lines[index]).is_some() {
                mutants.push(Mutant::of(story));
            }
        }
    }
    mutants
}

/// The same for what can always be spoilt.
pub fn every(story: &Story, fits: impl Fn(&Line) -> bool, spoil: impl Fn(&mut Line)) -> Vec<Mutant> {
    each(story, fits, |line| {
        spoil(line);
        Some(())
    })
}

/// A line added at the end, some minutes after the last one.
pub fn then(story: &mut Story, minutes: i64, kind: Kind, by: &'static str, act: Value) -> usize {
    let last = story.lines.last().unwrap();
    let (at, dose, before) = (last.at + minutes * 60, last.dose, last.before.clone());
    let id = format!("added-{}-{at}-{}", story.lines.len() + 1, kind as u8);
    story.lines.push(Line { id, at, by, kind, act, reason: None, second: None, dose, before });
    story.lines.len() - 1
}

/// ng/d of a dose as it is written in a program.
pub fn dose_of(text: &str) -> i64 {
    let (number, unit) = text.split_once(' ').unwrap();
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let thousandths: i64 = format!("{whole}{part:0<6}").parse().unwrap();
    let factor = match unit {
        "ug/h" => 24,
        "mg/d" => 1_000,
        _ => 1,
    };
    thousandths * factor / 1_000
}

/// A dose in plain words.
pub fn plain(nanograms: i64) -> String {
    format!("{} ug/d", super::dice::decimal(nanograms, 3))
}

/// Every flow of the base of a program, times a ratio.
pub fn scale(run: &mut Value, times: i64, over: i64) {
    if let Some(then) = run.get_mut("then") {
        return scale(then, times, over);
    }
    match run {
        Value::Object(fields) => {
            for (key, value) in fields {
                if key == "dose" {
                    *value = json!(plain(dose_of(value.as_str().unwrap()) * times / over));
                } else {
                    scale(value, times, over);
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| scale(item, times, over)),
        _ => {}
    }
}

/// The total as stated, one or seven, times a ratio.
pub fn scale_total(total: &mut Value, times: i64, over: i64) {
    match total {
        Value::Object(days) => days.values_mut().for_each(|day| scale_total(day, times, over)),
        Value::String(text) => *text = plain(dose_of(text) * times / over),
        _ => {}
    }
}

/// The whole order at another dose: program and stated total agree, as when the slip was made before both were written.
pub fn redose(line: &mut Line, times: i64, over: i64) {
    let program = line.program_mut();
    scale(&mut program["run"], times, over);
    scale_total(&mut program["total"], times, over);
    line.dose = line.dose * times / over;
}

/// A continuous program at a dose, in place of what was ordered.
pub fn set_continuous(line: &mut Line, dose: i64) {
    let program = line.program_mut();
    program.insert("run".to_owned(), json!({ "mode": "continuous", "dose": plain(dose) }));
    program.insert("total".to_owned(), json!(plain(dose)));
    line.dose = dose;
}

/// An order with a program after the first one, of a therapy that goes on.
pub fn later_order(line: &Line) -> bool {
    matches!(line.kind, Kind::Order) && line.program().is_some() && line.before.dose >= 20 * UG
}

/// The same without a bolus before it.
pub fn plain_order(line: &Line) -> bool {
    later_order(line) && matches!(line.mode(), Some("continuous"))
}

pub fn any_order(line: &Line) -> bool {
    matches!(line.kind, Kind::Order | Kind::Bridge | Kind::Start) && line.program().is_some()
}

/// An order to run a dose continuously, and its confirmation: the index of the order.
pub fn order_dose(story: &mut Story, minutes: i64, strength: i64, dose: i64) -> usize {
    let program = json!({ "concentration": super::dice::strength(strength), "total": plain(dose),
        "run": { "mode": "continuous", "dose": plain(dose) } });
    let index = then(story, minutes, Kind::Order, "physician", json!({ "order": { "program": program } }));
    story.lines[index].dose = dose;
    index
}

/// The last order seen running.
pub fn confirm(story: &mut Story, order: usize, minutes: i64, running: bool) -> usize {
    let (id, dose) = (story.lines[order].id.clone(), story.lines[order].dose);
    let program = story.lines[order].program().unwrap();
    let base = base_mode(&program["run"]);
    let act = json!({ "confirmed": { "order": id, "method": "telemetry", "concentration": program["concentration"],
        "mode": base, "total": plain(dose), "running": running } });
    then(story, minutes, Kind::Confirmation, "nurse", act)
}

pub fn base_mode(run: &Value) -> &str {
    match run.get("then") {
        Some(then) => base_mode(then),
        None => run["mode"].as_str().unwrap(),
    }
}
