//! From events to the course file that the therapy reads: the same model as files and the API.

use super::{Episode, Identity, Placed};
use crate::rules::Rules;
use catalogue::Catalogue;
use serde_json::Value;
use therapy::file::{self, CourseFile, LineReader};
use therapy::input::{InputError, Kind, Node};

/// A line that cannot be part of the course.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{error}")]
pub struct CourseError {
    /// The line; `None` if the patient or the system is at fault.
    pub line: Option<String>,
    /// The field within the line, as a JSON pointer without the line's own place, such as `/filled/volume`.
    pub field: String,
    /// What is wrong.
    pub error: Box<InputError>,
}

impl CourseError {
    /// An error in a line that was read by itself.
    #[must_use]
    pub fn of_line(id: &str, error: InputError) -> Self {
        Self { line: Some(id.to_owned()), field: error.pointer.clone(), error: Box::new(error) }
    }
}

/// The tree of a JSON value; numbers keep their text. `line` numbers every node.
#[must_use]
pub fn node_of(value: &Value, line: usize) -> Node {
    let kind = match value {
        Value::Null => Kind::Null,
        Value::Bool(flag) => Kind::Flag(*flag),
        Value::Number(number) => Kind::Number(number.to_string()),
        Value::String(text) => Kind::Text(text.clone()),
        Value::Array(items) => Kind::List(items.iter().map(|item| node_of(item, line)).collect()),
        Value::Object(fields) => {
            Kind::Object(fields.iter().map(|(key, value)| (key.clone(), node_of(value, line))).collect())
        }
    };
    Node { kind, line }
}

fn text(text: &str) -> Node {
    Node { kind: Kind::Text(text.to_owned()), line: 0 }
}

fn object(fields: Vec<(&str, Node)>) -> Node {
    let fields = fields.into_iter().map(|(key, node)| (key.to_owned(), node)).collect();
    Node { kind: Kind::Object(fields), line: 0 }
}

/// Acts that mean something without the system of their time: they are carried from one system to the next.
fn carried(line: &Value) -> bool {
    let test = line.pointer("/order/screening-dose").is_some();
    test || ["screened", "scored", "side-effect"].iter().any(|key| line.get(key).is_some())
}

/// The lines that make up the course of the last episode.
pub(super) fn course_lines<'a>(
    lines: &'a [Placed],
    episodes: &[Episode],
) -> impl Iterator<Item = &'a Placed> + use<'a> {
    let last = episodes.len().saturating_sub(1);
    lines.iter().filter(move |placed| placed.stands && (placed.episode >= last || carried(&placed.line.line)))
}

/// Reads the course of the last episode, with these lines more.
pub(super) fn assemble(
    identity: &Identity,
    episodes: &[Episode],
    lines: &[&Value],
    zone: &str,
    catalogue: &Catalogue,
) -> Result<(CourseFile, LineReader), CourseError> {
    let name = format!("{}, {}", identity.family, identity.given);
    let mut patient = vec![
        ("record", text(&identity.record)),
        ("name", text(&name)),
        ("invented", Node { kind: Kind::Flag(identity.invented), line: 0 }),
        ("born", text(&identity.born.to_string())),
        ("diagnosis", text(&identity.diagnosis)),
    ];
    if let Some(small) = identity.small_child {
        patient.push(("small-child", Node { kind: Kind::Flag(small), line: 0 }));
    }
    let mut fields = vec![("format", text(file::FORM)), ("zone", text(zone)), ("patient", object(patient))];
    if let Some((pump, catheter)) = episodes.last().and_then(|episode| episode.system.as_ref()) {
        fields.push(("pump", node_of(pump, 0)));
        fields.push(("catheter", node_of(catheter, 0)));
    }
    let events = lines.iter().zip(1..).map(|(line, number)| node_of(line, number)).collect();
    fields.push(("event", Node { kind: Kind::List(events), line: 0 }));
    file::read_on(&object(fields), catalogue).map_err(|error| {
        let at = error.pointer.strip_prefix("/event/").and_then(|rest| {
            let (index, field) = rest.split_once('/').unwrap_or((rest, ""));
            Some((index.parse::<usize>().ok()?, field))
        });
        let line = at.and_then(|(index, _)| lines.get(index)?.get("id")?.as_str().map(str::to_owned));
        let field = at.map_or_else(|| error.pointer.clone(), |(_, field)| format!("/{field}"));
        CourseError { line, field, error: Box::new(error) }
    })
}

/// The course of the last of these episodes, of these lines alone.
pub(crate) fn assembled(
    identity: &Identity,
    episodes: &[Episode],
    lines: &[&Placed],
    rules: &Rules,
) -> Result<CourseFile, CourseError> {
    let lines: Vec<&Value> = lines.iter().map(|placed| &placed.line.line).collect();
    assemble(identity, episodes, &lines, &rules.zone, &rules.catalogue).map(|(file, _)| file)
}

impl super::Patient {
    /// The course of the last episode as a course file in JSON, see `docs/course-file.md`.
    #[must_use]
    pub fn course_file(&self, zone: &str) -> Value {
        let identity = &self.identity;
        let mut patient = serde_json::json!({
            "record": identity.record,
            "name": format!("{}, {}", identity.family, identity.given),
            "invented": identity.invented,
            "born": identity.born,
            "diagnosis": identity.diagnosis,
        });
        if let (Some(small), Some(fields)) = (identity.small_child, patient.as_object_mut()) {
            fields.insert("small-child".to_owned(), Value::Bool(small));
        }
        let lines: Vec<&Value> =
            course_lines(&self.lines, &self.episodes).map(|placed| &placed.line.line).collect();
        let mut file =
            serde_json::json!({ "format": file::FORM, "zone": zone, "patient": patient, "event": lines });
        let system = self.episodes.last().and_then(|episode| episode.system.as_ref());
        if let (Some((pump, catheter)), Some(fields)) = (system, file.as_object_mut()) {
            fields.insert("pump".to_owned(), pump.clone());
            fields.insert("catheter".to_owned(), catheter.clone());
        }
        file
    }
}
