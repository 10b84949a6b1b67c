//! Short courses, written by hand: a head, and lines of a few words each.

// Each test file uses its own part of this.
#![allow(dead_code, reason = "each test file uses its own part of this")]

use jiff::{SignedDuration, Timestamp};
use therapy::audit::{Audit, audit};
use therapy::file::{CourseFile, read_toml};
use therapy::judge::Setting;
use therapy::{Level, Protocol};

pub const HARD: Level = Level::Hard;
pub const SOFT: Level = Level::Soft;
pub const NOTE: Level = Level::Note;

/// Who is treated, and with what.
#[derive(Clone, Copy)]
pub struct Head {
    pub born: &'static str,
    pub diagnosis: &'static str,
    pub model: &'static str,
    pub tubing: &'static str,
    pub catheter: &'static str,
    pub alarm: &'static str,
    pub more: &'static str,
}

/// An adult with a spinal cause and a 40 mL pump.
pub const ADULT: Head = Head {
    born: "1980-05-02",
    diagnosis: "multiple-sclerosis",
    model: "synchromed-ii-8637-40",
    tubing: "0.14 mL",
    catheter: "volume = \"0.21 mL\"",
    alarm: "6 mL",
    more: "",
};

impl Head {
    /// A course of lines under this head.
    pub fn course(&self, lines: &[String]) -> String {
        let Self { born, diagnosis, model, tubing, catheter, alarm, more } = self;
        format!(
            "format = \"thecal course 1\"\nzone = \"Europe/Berlin\"\n\n[patient]\nrecord = \"SHORT\"\n\
             name = \"Invented\"\ninvented = true\nborn = \"{born}\"\ndiagnosis = \"{diagnosis}\"\n{more}\n\n\
             [pump]\nmodel = \"{model}\"\nserial = \"INVENTED-1\"\ntubing = \"{tubing}\"\nclock = \"+01:00\"\n\
             alarm-volume = \"{alarm}\"\n\n[catheter]\n{catheter}\n\n{}",
            lines.concat()
        )
    }
}

/// A time on Monday 2 March 2026, on the pump's clock, plus so many seconds.
pub fn at(days: i64, time: &str) -> String {
    let start: Timestamp = format!("2026-03-02T{time}:00+01:00").parse().unwrap();
    text(start.checked_add(SignedDuration::from_hours(24 * days)).unwrap())
}

pub fn later(at: &str, seconds: i64) -> String {
    let at: Timestamp = at.parse().unwrap();
    text(at.checked_add(SignedDuration::from_secs(seconds)).unwrap())
}

fn text(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// One line: when, and what, in the words of the file.
pub fn line(at: &str, what: &str) -> String {
    format!("[[event]]\nat = \"{at}\"\nby = \"nurse\"\n{what}\n\n")
}

/// The pump of another clinic: 2000 micrograms per mL, 38 mL, this dose; on 2 March, at nine.
pub fn found(dose: &str) -> String {
    let what = format!(
        "found = {{ drug = \"lioresal-2000-20\", concentration = \"2000 ug/mL\", reservoir = \"38 mL\", \
         run = {{ mode = \"continuous\", dose = \"{dose}\" }} }}"
    );
    line(&at(0, "09:00"), &what)
}

/// The effective test dose of long ago: 50 micrograms for six hours, so that a start at 100 is allowed.
pub fn tested() -> String {
    line("2025-01-13T09:00:00+01:00", "screened = { dose = \"50 ug\", responded = true, effect = \"6 h\" }")
}

/// A program order in the words of the file, named after its time.
pub fn order(at: &str, program: &str) -> String {
    order_by(at, "", program)
}

/// The same with a reason and a second person.
pub fn answered(at: &str, program: &str) -> String {
    order_by(at, "reason = \"for a reason\"\nsecond = \"another physician\"\n", program)
}

fn order_by(at: &str, why: &str, program: &str) -> String {
    format!(
        "[[event]]\nid = \"{at}\"\nat = \"{at}\"\nby = \"physician\"\n{why}order.program = {{ {program} }}\n\n"
    )
}

/// A dose at 2000 micrograms per mL.
pub fn dose(dose: &str) -> String {
    format!(
        "concentration = \"2000 ug/mL\", total = \"{dose}\", run = {{ mode = \"continuous\", dose = \"{dose}\" }}"
    )
}

/// An order of a time, seen running two minutes later.
pub fn confirmed(order: &str, mode: &str, dose: &str) -> String {
    let running = mode != "stopped";
    let what = format!(
        "confirmed = {{ order = \"{order}\", method = \"telemetry\", concentration = \"2000 ug/mL\", \
         mode = \"{mode}\", total = \"{dose}\", running = {running} }}"
    );
    line(&later(order, 120), &what)
}

/// A dose, ordered and seen running.
pub fn runs(at: &str, of: &str) -> String {
    order(at, &dose(of)) + &confirmed(at, "continuous", of)
}

/// A stop with all that it needs, seen.
pub fn stopped(at: &str) -> String {
    answered(at, "concentration = \"2000 ug/mL\", run = { mode = \"stopped\" }")
        + &confirmed(at, "stopped", "0 ug/d")
}

pub fn setting() -> Setting<'static> {
    Setting { protocol: Protocol::embedded().unwrap(), catalogue: catalogue::Catalogue::embedded().unwrap() }
}

pub fn read(text: &str) -> CourseFile {
    read_toml(text, setting().catalogue).unwrap_or_else(|error| panic!("{}: {error}\n{text}", error.line))
}

/// Looks a course through at its last line, or at `now`.
pub fn look<T>(text: &str, now: Option<&str>, see: impl FnOnce(&Audit<'_>) -> T) -> T {
    let course = read(text);
    let now = now.map(|now| now.parse::<Timestamp>().unwrap().as_second());
    see(&audit(&course, &setting(), now).unwrap())
}

/// Everything said about the last line, or that follows from the state at the end: rule and level.
pub fn said(text: &str, now: Option<&str>) -> Vec<(&'static str, Level)> {
    look(text, now, |audit| {
        let last = audit.lines.last().map(|line| line.findings.as_slice()).unwrap_or_default();
        let standing = therapy::outlook::standing(&audit.course, &setting(), audit.now);
        last.iter().chain(&standing).map(|finding| (finding.rule.about().id, finding.level)).collect()
    })
}

/// What is open at the end: rule and level.
pub fn open(text: &str, now: Option<&str>) -> Vec<(&'static str, Level)> {
    look(text, now, |audit| {
        audit.open.iter().map(|open| (open.finding.rule.about().id, open.finding.level)).collect()
    })
}
