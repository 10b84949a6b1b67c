//! Scores over time: of every system that the patient has had.

use super::Ground;
use super::say::Said;
use documents::Part;
use jiff::civil::Date;
use scales::{Entry, Scale, Score, Site};
use serde_json::Value;
use words::Worded;

/// A score that was taken.
pub(super) struct Taken {
    pub(super) unix: i64,
    pub(super) on: Date,
    pub(super) score: Score,
}

fn read(line: &Value) -> Option<Score> {
    let word = |key: &str| line.pointer(&format!("/scored/{key}")).and_then(Value::as_str);
    let items = line.pointer("/scored/items").and_then(Value::as_object);
    let items = items.into_iter().flatten();
    let items: Vec<(&str, &str)> =
        items.filter_map(|(item, value)| Some((item.as_str(), value.as_str()?))).collect();
    let site = word("side").and_then(|side| Site::by_words(word("site"), side));
    let entry = Entry { value: word("value"), site, goal: word("goal"), items: &items };
    Score::read(Scale::by_word(word("scale")?)?, entry).ok()
}

/// When a line happened, in seconds since 1970.
pub(super) fn unix(line: &Value) -> Option<i64> {
    let at = line.get("at").and_then(Value::as_str)?;
    at.parse::<jiff::Timestamp>().ok().map(jiff::Timestamp::as_second)
}

/// Every score that stands, in the order of time.
pub(super) fn taken(on: &Ground<'_>) -> Vec<Taken> {
    let lines = on.chart.patient.lines.iter().filter(|placed| placed.stands);
    let mut taken: Vec<Taken> = lines
        .filter_map(|placed| {
            let score = read(&placed.line.line)?;
            let unix = unix(&placed.line.line)?;
            Some(Taken { unix, on: on.day_of(unix)?, score })
        })
        .collect();
    taken.sort_by_key(|taken| taken.unix);
    taken
}

/// A value with its day.
pub(super) fn value(on: &Ground<'_>, taken: Option<&Taken>) -> Worded {
    let said = taken.map(|taken| {
        let value = Said::from(taken.score.value());
        Said::join([value, on.say.date(taken.on)], " · ")
    });
    said.unwrap_or_default().into()
}

/// Scores of a time beside the last ones before it, as a table; `None` if there are none. Both times in seconds since 1970.
pub(super) fn compared(on: &Ground<'_>, from: i64, until: i64, columns: [&str; 3]) -> Option<Part> {
    let all = taken(on);
    let mut rows: Vec<Vec<Worded>> = Vec::new();
    let mut told: Vec<String> = Vec::new();
    // The last of a scale and site within the time counts.
    for now in all.iter().rev().filter(|taken| (from..until).contains(&taken.unix)) {
        let what = now.score.what();
        if told.contains(&what) {
            continue;
        }
        let before = all.iter().rev().find(|taken| taken.unix < from && taken.score.what() == what);
        rows.push(vec![what.clone().into(), value(on, before), now.score.value().into()]);
        told.push(what);
    }
    rows.reverse();
    (!rows.is_empty())
        .then(|| Part::Table { columns: columns.iter().map(|key| on.say.key(key).into()).collect(), rows })
}
