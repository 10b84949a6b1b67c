//! Short courses for tests: a standard patient with a standard pump, and lines to add.
// Each test file uses what it needs of it.
#![allow(dead_code, reason = "each test file uses its own part of this")]

use catalogue::Catalogue;
use therapy::audit::{Audit, audit};
use therapy::file::{CourseFile, read_toml};
use therapy::judge::Setting;
use therapy::outlook::standing;
use therapy::{Level, Protocol};

/// The setting of every test.
pub fn setting() -> Setting<'static> {
    Setting { protocol: Protocol::embedded().unwrap(), catalogue: Catalogue::embedded().unwrap() }
}

/// The pump of most tests.
pub const SYNCHROMED: &str = "synchromed-ii-8637-40";

/// A course of a standard adult; each line is the inside of an event, as TOML.
pub fn course(pump: &str, lines: &[String]) -> CourseFile {
    let events: Vec<String> = lines.iter().map(|line| format!("{{ {line} }}")).collect();
    let text = format!(
        r#"format = "thecal course 1"
zone = "Europe/Berlin"
patient = {{ record = "T", name = "Invented", invented = true, born = "1980-01-01", diagnosis = "multiple-sclerosis" }}
pump = {{ model = "{pump}", serial = "S-1", tubing = "0.14 mL", clock = "+01:00", implanted = "2024-01-08", alarm-volume = "6 mL" }}
catheter = {{ volume = "0.2 mL" }}
event = [{}]
"#,
        events.join(",\n")
    );
    read_toml(&text, Catalogue::embedded().unwrap())
        .unwrap_or_else(|error| panic!("{}\nline {}: {error}", lines.join("\n"), error.line))
}

/// The audit of a course at its last line.
pub fn look(file: &CourseFile) -> Audit<'_> {
    audit(file, &setting(), None).unwrap()
}

/// Every finding of a course as (line, level, rule); "now" for what follows from its state.
pub fn findings(pump: &str, lines: &[String]) -> Vec<(String, Level, &'static str)> {
    let file = course(pump, lines);
    let audit = look(&file);
    let of_lines = audit.lines.iter().flat_map(|line| {
        line.findings.iter().map(|found| (line.event.id.clone(), found.level, found.rule.about().id))
    });
    let now = standing(&audit.course, &setting(), audit.now);
    let now = now.into_iter().map(|found| ("now".to_owned(), found.level, found.rule.about().id));
    of_lines.chain(now).collect()
}

/// A line at a day of January 2026 and a time, on the pump's clock.
pub fn at(day: u32, time: &str, what: &str) -> String {
    format!(r#"at = "2026-01-{day:02}T{time}:00+01:00", by = "nurse", {what}"#)
}

/// A pump found on 5 January at 200 micrograms a day, 500 micrograms per mL.
pub fn found() -> String {
    at(5, "09:00", &found_with(r#"run = { mode = "continuous", dose = "200 ug/d" }"#))
}

/// The same with another program.
pub fn found_with(run: &str) -> String {
    format!(
        r#"found = {{ drug = "lioresal-500-20", concentration = "500 ug/mL", reservoir = "30 mL", filled = "2026-01-02", {run} }}"#
    )
}

/// A program order of one dose in 500 micrograms per mL, with what else it says.
pub fn order(id: &str, day: u32, time: &str, dose: &str, more: &str) -> String {
    let run = format!(r#"run = {{ mode = "continuous", dose = "{dose}" }}"#);
    order_with(id, day, time, &format!(r#"concentration = "500 ug/mL", {run}{more}"#))
}

/// A program order with all its keys.
pub fn order_with(id: &str, day: u32, time: &str, keys: &str) -> String {
    at(day, time, &format!(r#"id = "{id}", order.program = {{ {keys} }}"#))
}

/// An order seen running.
pub fn seen(id: &str, day: u32, time: &str, total: &str) -> String {
    confirmed(id, day, time, &format!(r#"mode = "continuous", total = "{total}", running = true"#))
}

/// A confirmation in 500 micrograms per mL.
pub fn confirmed(id: &str, day: u32, time: &str, keys: &str) -> String {
    let what = format!(
        r#"confirmed = {{ order = "{id}", method = "telemetry", concentration = "500 ug/mL", {keys} }}"#
    );
    at(day, time, &what)
}

/// A stop by order, with reason and second person, seen in the pump.
pub fn stopped(day: u32) -> [String; 2] {
    let stop = r#"id = "stop", reason = "planned", second = "physician", order.program = { concentration = "500 ug/mL", run = { mode = "stopped" } }"#;
    let seen = confirmed("stop", day, "08:05", r#"mode = "stopped", total = "0 ug/d", running = false"#);
    [at(day, "08:00", stop), seen]
}

/// A test that gives a starting dose of 100 micrograms a day, in 2023.
pub fn tested() -> String {
    r#"at = "2023-05-02T09:00:00+02:00", screened = { dose = "50 ug", responded = true, effect = "6 h" }"#
        .to_owned()
}
