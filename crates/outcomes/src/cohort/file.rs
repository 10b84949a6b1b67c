//! Rows of a cohort as a CSV file: one fact a line, so that any clinic can make one from what it has.
//!
//! Columns: `person,what,date,name,value,site,note`; what each means for which `what` is in `docs/outcomes.md`. What was read
//! and written again is the same file, line for line, if its lines were in the order in which they are written here.
//! What comes out is the device that was in longest, unless `name` says the day on which it went in: written where devices
//! of a kind overlap and the first in is not the first out. What a person has once (birth, sex, cause, house, end of titration,
//! death, leaving, last seen) may stand twice only if both lines say the same.

use super::order::{self, Dated, What};
use super::row::{
    Class, Device, DoseFrom, Happened, NoScore, Operation, Part, Person, Related, Scored, Why, site_words,
};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// The columns.
pub const COLUMNS: [&str; 7] = ["person", "what", "date", "name", "value", "site", "note"];

/// A file that cannot be read: the first wrong line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoRows {
    /// The columns are others.
    #[error("line 1: the columns are {found}; accepted: {}", COLUMNS.join(","))]
    Columns {
        /// What was found.
        found: String,
    },
    /// A line that is no line of CSV in UTF-8.
    #[error("{0}")]
    Csv(String),
    /// A field of a line.
    #[error("line {line}, {column}: {problem}")]
    Field {
        /// The line, from 1.
        line: u64,
        /// The column.
        column: &'static str,
        /// What is wrong and what would be accepted.
        problem: String,
    },
}

/// One line, read.
struct Line<'a> {
    number: u64,
    record: &'a csv::StringRecord,
}

impl Line<'_> {
    fn get(&self, column: &'static str) -> &str {
        let place = COLUMNS.iter().position(|known| *known == column);
        place.and_then(|place| self.record.get(place)).unwrap_or_default().trim()
    }

    fn wrong(&self, column: &'static str, problem: impl Into<String>) -> NoRows {
        NoRows::Field { line: self.number, column, problem: problem.into() }
    }

    fn date(&self) -> Result<Date, NoRows> {
        let text = self.get("date");
        text.parse()
            .map_err(|_| self.wrong("date", format!("{text:?} is no date; accepted: such as 2026-03-09")))
    }

    /// Takes what a person has once: a second line that says another is refused, not chosen.
    fn once<T: PartialEq>(
        &self,
        column: &'static str,
        place: &mut Option<T>,
        value: T,
    ) -> Result<(), NoRows> {
        if place.as_ref().is_some_and(|known| *known != value) {
            let what = self.get("what");
            return Err(self.wrong(column, format!("an earlier line says another {what} of this person")));
        }
        *place = Some(value);
        Ok(())
    }

    fn word_once(&self, place: &mut String) -> Result<(), NoRows> {
        let mut known = (!place.is_empty()).then(|| core::mem::take(place));
        self.once("value", &mut known, self.get("value").to_owned())?;
        *place = known.unwrap_or_default();
        Ok(())
    }

    /// A number of something, which is told once and only where there is any.
    fn count_once(&self, place: &mut u16, of: &str) -> Result<(), NoRows> {
        let text = self.get("value");
        let count: u16 = text.parse().ok().filter(|count| *count > 0).ok_or_else(|| {
            let problem = format!("{text:?} is no number of {of}; accepted: a whole number from 1 on");
            self.wrong("value", problem)
        })?;
        let mut known = (*place > 0).then_some(*place);
        self.once("value", &mut known, count)?;
        *place = count;
        Ok(())
    }

    /// A value that is one of a few words.
    fn word<T>(&self, column: &'static str, words: &[(&'static str, T)]) -> Result<T, NoRows>
    where
        T: Copy,
    {
        let text = self.get(column);
        words.iter().find(|(word, _)| *word == text).map(|(_, value)| *value).ok_or_else(|| {
            let accepted = words.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ");
            self.wrong(column, format!("{text:?} is not known here; accepted: {accepted}"))
        })
    }
}

fn pairs<T: Copy, const N: usize>(words: [(&'static str, T, &'static str); N]) -> [(&'static str, T); N] {
    words.map(|(word, value, _)| (word, value))
}

/// Micrograms as a decimal, in whole nanograms: "187.5" is 187,500.
fn nanograms(text: &str) -> Option<u64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty()
        || part.len() > 3
        || !digits(whole)
        || !digits(part)
        || (text.contains('.') && part.is_empty())
    {
        return None;
    }
    let part: u64 = format!("{part:0<3}").parse().ok()?;
    whole.parse::<u64>().ok()?.checked_mul(1_000)?.checked_add(part)
}

/// Nanograms as micrograms, without trailing zeros.
#[must_use]
pub fn micrograms(nanograms: u64) -> String {
    let (whole, part) = (nanograms / 1_000, nanograms % 1_000);
    if part == 0 { whole.to_string() } else { format!("{whole}.{part:03}").trim_end_matches('0').to_owned() }
}

/// A device that comes out.
#[derive(Clone, Copy)]
struct Out {
    line: u64,
    part: Part,
    on: Date,
    why: Why,
    /// The day on which it went in, if that is said.
    of: Option<Date>,
}

/// The device that comes out: the one that is said; else of those that are in the one that is in longest.
fn came_out<'a>(devices: &'a mut [Device], out: &Out) -> Option<&'a mut Device> {
    let mut open = devices
        .iter_mut()
        .filter(|device| device.part == out.part && device.out.is_none() && device.followed <= out.on);
    match out.of {
        Some(of) => open.find(|device| device.followed == of),
        None => open.min_by_key(|device| device.followed),
    }
}

/// Whether what comes out must say which device it is, because the one in longest is another.
fn ambiguous(devices: &[Device], part: Part) -> bool {
    let mut empty: Vec<Device> =
        devices.iter().map(|device| Device { out: None, ..device.clone() }).collect();
    let own = devices.iter().filter(|device| device.part == part);
    let mut outs: Vec<(Date, Why)> = own.filter_map(|device| device.out).collect();
    outs.sort_by_key(|(on, _)| *on);
    for (on, why) in outs {
        if let Some(device) = came_out(&mut empty, &Out { line: 0, part, on, why, of: None }) {
            device.out = Some((on, why));
        }
    }
    let differs = |(one, other): (&Device, &Device)| one.part == part && one != other;
    devices.iter().zip(&empty).any(differs)
}

/// Reads the people of a file; in the order in which they first come.
///
/// # Errors
/// [`NoRows`] with the first wrong line and field, and what would be accepted.
pub fn read(text: &str) -> Result<Vec<Person>, NoRows> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let mut people: Vec<Person> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut outs: Vec<(usize, Out)> = Vec::new();
    let mut dated: Vec<Dated> = Vec::new();
    for (index, record) in reader.records().enumerate() {
        let record = record.map_err(|error| NoRows::Csv(error.to_string()))?;
        if index == 0 {
            let found =
                record.iter().map(|column| column.trim_start_matches('\u{feff}').trim()).collect::<Vec<_>>();
            if found != COLUMNS {
                return Err(NoRows::Columns { found: found.join(",") });
            }
            continue;
        }
        let number = record.position().map_or(0, csv::Position::line);
        let line = Line { number, record: &record };
        let key = line.get("person");
        if key.is_empty() {
            return Err(
                line.wrong("person", "is empty; accepted: a key that tells this person from others, no name")
            );
        }
        let place = *places.entry(key.to_owned()).or_insert_with(|| {
            people.push(Person { key: key.to_owned(), ..Person::default() });
            people.len() - 1
        });
        let Some(person) = people.get_mut(place) else { continue };
        match take(person, &line)? {
            Took::Undated => {}
            Took::Dated(on, what) => dated.push(Dated { place, line: number, on, what }),
            Took::Out(out) => {
                dated.push(Dated { place, line: number, on: out.on, what: What::Other });
                outs.push((place, out));
            }
        }
    }
    if people.is_empty() {
        return Err(NoRows::Csv(
            "the file is empty; accepted: a line of columns, and lines of facts".to_owned(),
        ));
    }
    // Those that say which device first: what they take, no other can mean.
    outs.sort_by_key(|(place, out)| (*place, out.of.is_none(), out.part, out.on));
    for (place, out) in outs {
        let Some(person) = people.get_mut(place) else { continue };
        match came_out(&mut person.devices, &out) {
            Some(device) => device.out = Some((out.on, out.why)),
            None => return Err(none_in(person, &out)),
        }
    }
    people.iter_mut().for_each(Person::sort);
    order::check(&people, &dated)?;
    Ok(people)
}

/// What comes out must have gone in.
fn none_in(person: &Person, out: &Out) -> NoRows {
    let part = part_word(out.part);
    let own = person.devices.iter().filter(|device| device.part == out.part);
    let days = own.map(|device| device.followed.to_string()).collect::<Vec<_>>();
    let accepted = if days.is_empty() {
        format!("after a line {part}-in of this person")
    } else {
        format!("once each, on or after the day of its {part}-in ({})", days.join(", "))
    };
    let (column, what) = match out.of {
        Some(of) => ("name", format!("no {part} that went in on {of} is in on {}", out.on)),
        None => ("date", format!("no {part} is in on {}", out.on)),
    };
    NoRows::Field { line: out.line, column, problem: format!("{what}; accepted: {accepted}") }
}

const fn part_word(part: Part) -> &'static str {
    match part {
        Part::Pump => "pump",
        Part::Catheter => "catheter",
    }
}

/// The columns that each line uses beside the person.
const USES: [(&str, &[&str]); 19] = [
    ("born", &["date"]),
    ("sex", &["value"]),
    ("aetiology", &["value"]),
    ("house", &["value"]),
    ("invented", &["value"]),
    ("unread", &["value"]),
    ("contradicting", &["value"]),
    ("pump-in", &["date", "name", "value", "note"]),
    ("pump-out", &["date", "name", "value"]),
    ("catheter-in", &["date", "name", "value"]),
    ("catheter-out", &["date", "name", "value"]),
    ("score", &["date", "name", "value", "site"]),
    ("dose", &["date", "value"]),
    ("event", &["date", "name", "value", "site", "note"]),
    ("operation", &["date", "name"]),
    ("titrated", &["date"]),
    ("died", &["date", "value"]),
    ("left", &["date"]),
    ("seen", &["date"]),
];

/// Refuses an unknown line, and what stands in a column that the line does not use: it would be left out, such as the unit of a dose.
fn uses(line: &Line<'_>) -> Result<(), NoRows> {
    let what = line.get("what");
    let Some((_, used)) = USES.iter().find(|(known, _)| *known == what) else {
        let accepted = USES.map(|(known, _)| known).join(", ");
        return Err(line.wrong("what", format!("{what:?} is not known; accepted: {accepted}")));
    };
    for column in COLUMNS.into_iter().skip(2).filter(|column| !used.contains(column)) {
        let text = line.get(column);
        if !text.is_empty() {
            return Err(line.wrong(column, format!("{text:?}; accepted: nothing, {what} has no {column}")));
        }
    }
    Ok(())
}

/// What a line says of a day.
enum Took {
    Undated,
    Dated(Date, What),
    /// To be matched when all that went in is known.
    Out(Out),
}

/// Takes one line in.
fn take(person: &mut Person, line: &Line<'_>) -> Result<Took, NoRows> {
    uses(line)?;
    let what = line.get("what");
    let part = if what.starts_with("catheter") { Part::Catheter } else { Part::Pump };
    match what {
        "born" => line.once("date", &mut person.born, line.date()?)?,
        "sex" => line.word_once(&mut person.sex)?,
        "aetiology" => line.word_once(&mut person.aetiology)?,
        "house" => line.word_once(&mut person.house)?,
        "invented" => {
            let mut known = person.invented.then_some(true);
            line.once("value", &mut known, line.word("value", &[("yes", true), ("no", false)])?)?;
            person.invented = known.unwrap_or_default();
        }
        "unread" => line.count_once(&mut person.unread, "systems")?,
        "contradicting" => line.count_once(&mut person.contradicting, "facts")?,
        "pump-in" | "catheter-in" => {
            let followed = line.date()?;
            let into = match line.get("value") {
                "implanted" => Some(followed),
                "found" => None,
                day => Some(day.parse().ok().filter(|into| *into <= followed).ok_or_else(|| {
                    line.wrong(
                        "value",
                        format!(
                            "{day:?}; accepted: implanted, found, or the day of the implant, not later, if it was found"
                        ),
                    )
                })?),
            };
            let model = line.get("name").to_owned();
            let beside = line.word("note", &[("beside", true), ("", false)])?;
            person.devices.push(Device { part, model, into, followed, out: None });
            return Ok(Took::Dated(followed, What::In { part, into, beside }));
        }
        "pump-out" | "catheter-out" => {
            let of = match line.get("name") {
                "" => None,
                day => Some(day.parse().map_err(|_| {
                    line.wrong(
                        "name",
                        format!("{day:?} is no date; accepted: nothing, or the day it went in"),
                    )
                })?),
            };
            let (on, why) = (line.date()?, line.word("value", &pairs(Why::WORDS))?);
            return Ok(Took::Out(Out { line: line.number, part, on, why, of }));
        }
        "score" => {
            let site = line.get("site");
            let (muscle, side) = site.rsplit_once(' ').unwrap_or(("", site));
            let scored = Scored::read(line.date()?, line.get("name"), line.get("value"), muscle, side);
            let scored = scored.map_err(|error| {
                let column = match error {
                    NoScore::Scale(_) => "name",
                    NoScore::Value { .. } => "value",
                    NoScore::Site { .. } => "site",
                };
                line.wrong(column, error.to_string())
            })?;
            person.scores.push(scored);
            return Ok(Took::Dated(scored.on, What::Score(scored)));
        }
        "dose" => {
            let text = line.get("value");
            let dose = nanograms(text).ok_or_else(|| {
                line.wrong(
                    "value",
                    format!("{text:?} is no dose; accepted: micrograms per 24 hours, such as 187.5"),
                )
            })?;
            let on = line.date()?;
            person.doses.push(DoseFrom(on, dose));
            return Ok(Took::Dated(on, What::Dose(dose)));
        }
        "event" => {
            let on = line.date()?;
            person.events.push(Happened {
                on,
                kind: line.get("name").to_owned(),
                class: line.word("site", &pairs(Class::WORDS))?,
                related: line.word("value", &Related::WORDS)?,
                surgery: line.word("note", &[("surgery", true), ("", false)])?,
            });
            return Ok(Took::Dated(on, What::Other));
        }
        "operation" => {
            let (on, operation) = (line.date()?, line.word("name", &pairs(Operation::WORDS))?);
            person.operations.push((on, operation));
            return Ok(Took::Dated(on, What::Operation(operation)));
        }
        "titrated" => {
            let on = line.date()?;
            line.once("date", &mut person.titrated, on)?;
            return Ok(Took::Dated(on, What::Titrated));
        }
        "died" => {
            let died = (line.date()?, line.word("value", &Related::WORDS)?);
            line.once("date", &mut person.died, died)?;
            return Ok(Took::Dated(died.0, What::Died));
        }
        // `left` or `seen`: those that are not known were refused before.
        _ => {
            let on = line.date()?;
            let place = if what == "left" { &mut person.left } else { &mut person.seen };
            line.once("date", place, on)?;
            return Ok(Took::Dated(on, What::Other));
        }
    }
    Ok(Took::Undated)
}

/// Writes people as such a file.
#[must_use]
pub fn write(people: &[Person]) -> String {
    let mut lines: Vec<[String; 7]> = vec![COLUMNS.map(str::to_owned)];
    for person in people {
        let before = lines.len();
        let mut line = |what: &str, date: Option<Date>, name: &str, value: &str, site: &str, note: &str| {
            let date = date.map(|date| date.to_string()).unwrap_or_default();
            lines.push([&person.key, what, &date, name, value, site, note].map(str::to_owned));
        };
        if let Some(born) = person.born {
            line("born", Some(born), "", "", "", "");
        }
        for (what, value) in
            [("sex", &person.sex), ("aetiology", &person.aetiology), ("house", &person.house)]
        {
            if !value.is_empty() {
                line(what, None, "", value, "", "");
            }
        }
        if person.invented {
            line("invented", None, "", "yes", "", "");
        }
        for (what, count) in [("unread", person.unread), ("contradicting", person.contradicting)] {
            if count > 0 {
                line(what, None, "", &count.to_string(), "", "");
            }
        }
        let says_which = [Part::Pump, Part::Catheter].map(|part| (part, ambiguous(&person.devices, part)));
        for (place, device) in person.devices.iter().enumerate() {
            let what = part_word(device.part);
            let into = match device.into {
                Some(into) if into == device.followed => "implanted".to_owned(),
                Some(into) => into.to_string(),
                None => "found".to_owned(),
            };
            let note = if order::beside(&person.devices, place).is_some() { "beside" } else { "" };
            line(&format!("{what}-in"), Some(device.followed), &device.model, &into, "", note);
            if let Some((out, why)) = device.out {
                let of = if says_which.contains(&(device.part, true)) {
                    device.followed.to_string()
                } else {
                    String::new()
                };
                line(&format!("{what}-out"), Some(out), &of, why.word(), "", "");
            }
        }
        for scored in &person.scores {
            let value = scored.scale.values().value(scored.rank).unwrap_or_default();
            line("score", Some(scored.on), scored.scale.word(), &value, &site_words(scored.site), "");
        }
        for dose in &person.doses {
            line("dose", Some(dose.0), "", &micrograms(dose.1), "", "");
        }
        for event in &person.events {
            let surgery = if event.surgery { "surgery" } else { "" };
            line("event", Some(event.on), &event.kind, event.related.word(), event.class.word(), surgery);
        }
        for (on, operation) in &person.operations {
            line("operation", Some(*on), operation.word(), "", "", "");
        }
        if let Some(on) = person.titrated {
            line("titrated", Some(on), "", "", "", "");
        }
        if let Some((on, related)) = person.died {
            line("died", Some(on), "", related.word(), "", "");
        }
        for (what, on) in [("left", person.left), ("seen", person.seen)] {
            if on.is_some() {
                line(what, on, "", "", "", "");
            }
        }
        if lines.len() == before {
            // Of whom nothing is known is still there.
            lines.push([&person.key, "invented", "", "", "no", "", ""].map(str::to_owned));
        }
    }
    table(lines.iter().map(|line| line.as_slice()))
}

/// Rows of text as CSV.
pub(crate) fn table<'a>(rows: impl Iterator<Item = &'a [String]>) -> String {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for row in rows {
        // Writing to memory cannot fail.
        drop(writer.write_record(row));
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}
