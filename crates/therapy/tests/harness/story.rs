//! A course as plain data, its text, and what the rules say about it.

use super::bench::Bench;
use catalogue::Catalogue;
use jiff::{Timestamp, tz::TimeZone};
use serde_json::{Map, Value, json};
use therapy::audit::audit;
use therapy::file::{CourseFile, read_json, read_toml};
use therapy::input::InputError;
use therapy::judge::Setting;
use therapy::{Level, Protocol};

/// What a line is about, for those who look for one to spoil.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    TestOrder,
    Test,
    Implant,
    Found,
    Fill,
    /// An order with a program that keeps or changes the dose.
    Order,
    /// One that brings another strength, with its bridge.
    Bridge,
    /// One that begins the therapy, or begins it anew.
    Start,
    Stop,
    Confirmation,
    NotEntered,
    Interrogation,
    Imaging,
    ImagingCheck,
    Gap,
    Revision,
    Visit,
    Other,
}

/// One line, and the bench before it.
#[derive(Clone, Debug)]
pub struct Line {
    pub id: String,
    /// Unix seconds.
    pub at: i64,
    pub by: &'static str,
    pub kind: Kind,
    /// An object with one key: the act.
    pub act: Value,
    pub reason: Option<&'static str>,
    pub second: Option<&'static str>,
    /// ng/d that the line asks for, if it asks for a dose.
    pub dose: i64,
    pub before: Bench,
}

impl Line {
    /// The program of an order.
    pub fn program(&self) -> Option<&Value> {
        self.act.get("order")?.get("program")
    }

    pub fn program_mut(&mut self) -> &mut Map<String, Value> {
        self.act["order"]["program"].as_object_mut().unwrap()
    }

    pub fn run(&self) -> Option<&Value> {
        self.program()?.get("run")
    }

    pub fn mode(&self) -> Option<&str> {
        self.run()?.get("mode")?.as_str()
    }
}

/// A course.
#[derive(Clone, Debug)]
pub struct Story {
    pub name: String,
    pub zone: &'static str,
    pub patient: Value,
    pub pump: Value,
    pub catheter: Value,
    pub lines: Vec<Line>,
    pub toml: bool,
}

/// A Unix second as people at the clinic write it.
pub fn moment(at: i64, zone: &str) -> String {
    let zoned = Timestamp::from_second(at).unwrap().to_zoned(TimeZone::get(zone).unwrap());
    zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

impl Story {
    /// The text that a clinic would hand in.
    pub fn text(&self) -> String {
        let events: Vec<Value> = self.lines.iter().map(|line| self.event(line)).collect();
        let whole = json!({
            "format": "thecal course 1", "zone": self.zone, "patient": self.patient, "pump": self.pump,
            "catheter": self.catheter, "event": events,
        });
        if self.toml {
            toml::to_string(&whole).unwrap()
        } else {
            serde_json::to_string_pretty(&whole).unwrap()
        }
    }

    fn event(&self, line: &Line) -> Value {
        let mut event = line.act.clone();
        let fields = event.as_object_mut().unwrap();
        fields.insert("id".to_owned(), json!(line.id));
        fields.insert("at".to_owned(), json!(moment(line.at, self.zone)));
        fields.insert("by".to_owned(), json!(line.by));
        fields.extend(line.reason.map(|reason| ("reason".to_owned(), json!(reason))));
        fields.extend(line.second.map(|second| ("second".to_owned(), json!(second))));
        event
    }

    pub fn read(&self, catalogue: &Catalogue) -> Result<CourseFile, InputError> {
        let text = self.text();
        if self.toml { read_toml(&text, catalogue) } else { read_json(&text, catalogue) }
    }
}

/// A finding above a note.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Flag {
    pub rule: &'static str,
    pub level: Level,
    /// The line on which it stands; `None` for what follows from the state of the therapy.
    pub line: Option<String>,
    pub order: bool,
}

/// What the rules say about a whole course.
pub struct Verdict {
    /// On the lines, when they came.
    pub raised: Vec<Flag>,
    /// What nobody has dealt with at the end.
    pub open: Vec<Flag>,
}

pub fn setting() -> Setting<'static> {
    Setting { protocol: Protocol::embedded().unwrap(), catalogue: Catalogue::embedded().unwrap() }
}

/// Judges a course that has been read, at its last line or at `now`.
pub fn judge(course: &CourseFile, setting: &Setting<'_>, now: Option<i64>) -> Verdict {
    let audit = audit(course, setting, now).unwrap();
    let is_order = |event: &therapy::act::Event| matches!(event.act, therapy::act::Act::Order(_));
    let mut raised = Vec::new();
    for line in &audit.lines {
        for finding in line.findings.iter().filter(|finding| finding.level > Level::Note) {
            raised.push(Flag {
                rule: finding.rule.about().id,
                level: finding.level,
                line: Some(line.event.id.clone()),
                order: is_order(line.event),
            });
        }
    }
    let open = audit.open.iter().map(|open| Flag {
        rule: open.finding.rule.about().id,
        level: open.finding.level,
        line: open.event.map(|event| event.id.clone()),
        order: open.event.is_some_and(is_order),
    });
    Verdict { open: open.collect(), raised }
}
