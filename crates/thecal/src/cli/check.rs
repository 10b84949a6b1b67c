//! `thecal check`: everything in a record that somebody still has to deal with.

use super::course::{self, Args};
use super::{CliError, Exit, text};
use crate::eval::{self, Json};
use therapy::audit::{Audit, Open};
use therapy::judge::Missing;
use therapy::{Finding, Level};

/// What an order's finding still needs, in words.
const fn needs(missing: Option<Missing>) -> &'static str {
    match missing {
        Some(Missing::Refused) => "refused: take one of the ways out",
        Some(Missing::Reason) => "needs a reason",
        Some(Missing::SecondPerson) => "needs a second person",
        None => "open: deal with it and close it",
    }
}

/// How a check of a record ends.
pub fn exit(audit: &Audit<'_>) -> Exit {
    match audit.level() {
        Some(Level::Hard) => Exit::Hard,
        Some(Level::Soft) => Exit::Soft,
        Some(Level::Note) | None => Exit::Clean,
    }
}

/// Runs the command.
pub fn run(args: Args) -> Result<Exit, CliError> {
    let protocol = course::protocol(args.protocol.as_deref())?;
    let setting = course::setting(&protocol)?;
    let file = course::load(&args.file, setting.catalogue)?;
    let audit = course::look(&file, &setting, course::now(args.now.as_deref())?)?;
    if args.show.json {
        text::print(&format!("{}\n", json(&audit).pretty()))?;
    } else {
        text::print(&people(&args.file.display().to_string(), &audit, args.show.explain))?;
    }
    Ok(exit(&audit))
}

fn people(name: &str, audit: &Audit<'_>, explain: bool) -> String {
    let mut shown = String::new();
    for open in &audit.open {
        shown.push_str(&text::heading(&place(name, open)));
        shown.push_str(&text::findings(std::slice::from_ref(&open.finding), explain));
        shown.push('\n');
    }
    let notes: Vec<&Finding> = audit
        .lines
        .iter()
        .flat_map(|line| &line.findings)
        .filter(|finding| finding.level == Level::Note)
        .collect();
    if explain {
        for line in &audit.lines {
            let notes: Vec<Finding> =
                line.findings.iter().filter(|one| one.level == Level::Note).cloned().collect();
            if !notes.is_empty() {
                shown.push_str(&text::heading(&format!("{name}:{}: {}", line.event.line, line.event.id)));
                shown.push_str(&text::findings(&notes, true));
                shown.push('\n');
            }
        }
    }
    let hard = audit.open.iter().filter(|open| open.finding.level == Level::Hard).count();
    let soft = audit.open.len() - hard;
    let more = if explain || notes.is_empty() { "" } else { " (shown with --explain)" };
    let lines = audit.lines.len();
    let verdict = format!("{lines} lines: {hard} hard, {soft} soft, {} notes{more}", notes.len());
    shown.push_str(&text::paragraph(&verdict, 0));
    shown
}

/// Where something is open, and what it needs.
pub fn place(name: &str, open: &Open<'_>) -> String {
    let what = needs(open.missing);
    match open.event {
        Some(event) => format!("{name}:{}: {} - {what}", event.line, event.id),
        None => format!("{name}: the therapy as it stands - {what}"),
    }
}

/// What is open, as JSON.
pub fn open_json(audit: &Audit<'_>) -> Json {
    let one = |open: &Open<'_>| {
        let event = open.event.map_or(Json::Null, |event| Json::Text(event.id.clone()));
        let line = open.event.map_or(Json::Null, |event| Json::Number(event.line.to_string()));
        let needs = Json::Text(needs(open.missing).to_owned());
        Json::object([
            ("event", event),
            ("line", line),
            ("needs", needs),
            ("finding", eval::finding(&open.finding)),
        ])
    };
    Json::List(audit.open.iter().map(one).collect())
}

fn json(audit: &Audit<'_>) -> Json {
    let lines = audit.lines.iter().map(|line| {
        Json::object([
            ("event", Json::Text(line.event.id.clone())),
            ("line", Json::Number(line.event.line.to_string())),
            ("digest", Json::Text(line.digest.clone())),
            ("findings", Json::List(line.findings.iter().map(eval::finding).collect())),
        ])
    });
    Json::object([
        ("now", course::time_json(Some(audit.now), audit)),
        ("level", audit.level().map_or(Json::Null, |level| Json::Text(level.word().to_owned()))),
        ("open", open_json(audit)),
        ("lines", Json::List(lines.collect())),
    ])
}
