//! What the template reads: the sheet in words, cut to a level.

use super::{Desk, EmergencySheet, Listed, Warning};
use crate::ink::Ink;
use crate::typeset::Warmed;
use crate::{Condition, EmergencyText, PaperError, Statement};
use serde::Serialize;

/// How much room things take.
pub(super) struct Level {
    /// Size of the body, in points.
    size: f64,
    /// Entries kept of each list.
    entries: usize,
    /// Flex rows kept.
    flex: usize,
    /// Letters kept of each text.
    letters: usize,
}

const fn level(size: f64, entries: usize, flex: usize, letters: usize) -> Level {
    Level { size, entries, flex, letters }
}

/// From roomy to tight. The type stays at 7.5 points or above; only then is anything cut.
pub(super) const LEVELS: [Level; 13] = [
    level(9.5, 24, 40, 240),
    level(9.2, 24, 40, 240),
    level(8.9, 24, 40, 240),
    level(8.6, 24, 40, 240),
    level(8.3, 24, 40, 240),
    level(8.0, 24, 40, 240),
    level(7.75, 24, 40, 240),
    level(7.5, 24, 40, 240),
    level(7.5, 15, 26, 120),
    level(7.5, 10, 13, 90),
    level(7.5, 6, 13, 60),
    level(7.5, 3, 7, 40),
    TIGHTEST,
];
/// What always fits.
pub(super) const TIGHTEST: Level = level(7.5, 1, 4, 24);
/// How many of the levels cut nothing that a real sheet has.
const LEVELS_WHOLE: usize = 8;

/// Where to begin: each level makes room for about five more lines than the one before, and the first holds a sheet with
/// six lines about the patient. Only speed hangs on it.
pub(super) fn level_guess(sheet: &EmergencySheet) -> usize {
    let lines = |text: &str, width: usize| text.chars().count().div_ceil(width);
    let items = |listed: &Listed| match listed {
        Listed::Items(items) => items.iter().map(|item| item.chars().count() + 3).sum::<usize>().div_ceil(56),
        Listed::NotKnown | Listed::NoneKnown => 1,
    };
    let desks = |desks: &[Desk]| {
        desks.iter().map(|d| lines(&[&*d.name, &d.telephone, &d.hours].concat(), 52)).sum::<usize>()
    };
    let flex = match sheet.drug.flex.len() {
        0 => 0,
        rows @ 1..=3 => rows + 3,
        rows @ 4..=8 => rows / 2 + 3,
        rows => rows / 3 + 3,
    };
    let names = lines(&sheet.patient.family, 22) + lines(&sheet.patient.given, 22);
    let warnings: usize = sheet.warnings.iter().map(|it| 1 + lines(heading(it).1, 70)).sum();
    let all = names + warnings + flex + items(&sheet.medicines).max(items(&sheet.allergies));
    let all = all + desks(&sheet.call_now).max(desks(&sheet.call_otherwise));
    (all.saturating_sub(GUESS_LINES_FREE) / 5).min(LEVELS_WHOLE - 1)
}

const GUESS_LINES_FREE: usize = 6;
const NOT_KNOWN: &str = "not known";
/// Letters kept of the name, at every level: two names that differ must not look alike.
const NAME_LETTERS: usize = 160;
/// Letters kept of what says where the sheet comes from.
const STAMP_LETTERS: usize = 60;

#[derive(Serialize)]
struct Page<'a> {
    size: f64,
    date: [i16; 3],
    invented: bool,
    name: String,
    born: String,
    record_number: String,
    warnings: Vec<[String; 2]>,
    warnings_more: usize,
    facts: Vec<[String; 2]>,
    dose: String,
    dose_known: bool,
    dose_state: &'static str,
    mode: String,
    since: String,
    flex: Vec<[String; 3]>,
    flex_more: usize,
    medicines: List,
    allergies: List,
    call_now: Desks,
    call_otherwise: Desks,
    withdrawal: Words<'a>,
    overdose: Words<'a>,
    either: Vec<Sourced<'a>>,
    alarm: Vec<Sourced<'a>>,
    mri: Vec<Sourced<'a>>,
    sources: Vec<[&'a str; 2]>,
    letters_missing: bool,
    clinic: String,
    printed: String,
    version: String,
    hash: String,
}

#[derive(Serialize)]
struct List {
    items: Vec<String>,
    more: usize,
}

#[derive(Serialize)]
struct Desks {
    desks: Vec<[String; 3]>,
    more: usize,
}

#[derive(Serialize)]
struct Words<'a> {
    sign: Vec<Sourced<'a>>,
    time: Vec<Sourced<'a>>,
    step: Vec<Sourced<'a>>,
    never: Vec<Sourced<'a>>,
}

#[derive(Serialize)]
struct Sourced<'a> {
    text: &'a str,
    tag: String,
}

/// Makes any text printable at one level.
struct Pen<'a> {
    ink: Ink<'a>,
    level: &'a Level,
}

impl Pen<'_> {
    /// The text made printable, cut to the level's length.
    fn write(&self, text: &str) -> String {
        self.write_up_to(text, self.level.letters)
    }

    fn write_up_to(&self, text: &str, letters: usize) -> String {
        self.ink.write_up_to(text, letters)
    }

    fn or_not_known(&self, text: Option<&String>) -> String {
        match text.filter(|text| !text.trim().is_empty()) {
            Some(text) => self.write(text),
            None => NOT_KNOWN.to_owned(),
        }
    }

    fn list(&self, listed: &Listed) -> List {
        match listed {
            Listed::NoneKnown => List { items: vec!["none known".to_owned()], more: 0 },
            Listed::Items(items) if !items.is_empty() => {
                let kept = items.iter().take(self.level.entries).map(|item| self.write(item)).collect();
                List { items: kept, more: items.len().saturating_sub(self.level.entries) }
            }
            Listed::NotKnown | Listed::Items(_) => List { items: vec![NOT_KNOWN.to_owned()], more: 0 },
        }
    }

    fn desks(&self, desks: &[Desk]) -> Desks {
        let kept = desks.iter().take(self.level.entries);
        Desks {
            desks: kept
                .map(|desk| [&desk.name, &desk.telephone, &desk.hours].map(|text| self.write(text)))
                .collect(),
            more: desks.len().saturating_sub(self.level.entries),
        }
    }
}

fn shown<'a>(statements: &'a [Statement], pump: Option<&str>) -> Vec<Sourced<'a>> {
    let about = statements.iter().filter(|statement| statement.is_about(pump));
    about.map(|statement| Sourced { text: &statement.text, tag: statement.source.join(", ") }).collect()
}

fn words<'a>(condition: &'a Condition, pump: Option<&str>) -> Words<'a> {
    let [sign, time, step, never] = [&condition.sign, &condition.time, &condition.step, &condition.never];
    Words {
        sign: shown(sign, pump),
        time: shown(time, pump),
        step: shown(step, pump),
        never: shown(never, pump),
    }
}

const fn heading(warning: &Warning) -> (&'static str, &String) {
    match warning {
        Warning::OrderUnknown(text) => ("ORDER NOT CONFIRMED IN THE PUMP: ITS DOSE IS NOT KNOWN", text),
        Warning::Stopped(text) => ("THE PUMP IS STOPPED", text),
        Warning::CriticalAlarm(text) => ("CRITICAL ALARM OPEN", text),
        Warning::Other(text) => ("NOTE", text),
    }
}

/// What must be read together with the dose: a large number must not outshout the warning that it may be wrong.
fn dose_state(warnings: &[Warning]) -> &'static str {
    let any = |found: fn(&Warning) -> bool| warnings.iter().any(found);
    match (any(|it| matches!(it, Warning::Stopped(_))), any(|it| matches!(it, Warning::OrderUnknown(_)))) {
        (true, _) => "PUMP STOPPED. Last confirmed program:",
        (false, true) => "NOT SURE. Last confirmed program:",
        (false, false) => "",
    }
}

/// The sheet in words, as the JSON that the template reads.
pub(super) fn data(
    warmed: &Warmed,
    sheet: &EmergencySheet,
    text: &EmergencyText,
    level: &Level,
) -> Result<Vec<u8>, PaperError> {
    let pen = Pen { ink: Ink::new(warmed), level };
    let pump = sheet.pump.catalogue_id.as_deref();
    let stamp = &sheet.stamp;
    let at = stamp.printed_at;
    let warning = |warning: &Warning| {
        let (heading, text) = heading(warning);
        [heading.to_owned(), pen.write(text)]
    };
    let fact = |name: &str, value: Option<&String>| [name.to_owned(), pen.or_not_known(value)];
    let by_calculation = |name: &str, value: Option<&String>| {
        let suffix = if value.is_some() { ", by calculation" } else { "" };
        [name.to_owned(), pen.or_not_known(value) + suffix]
    };
    let used = |id: &str| {
        let shown = text.statements().filter(|statement| statement.is_about(pump));
        shown.flat_map(|statement| &statement.source).any(|named| named == id)
    };
    let mut page = Page {
        size: level.size,
        date: [at.year(), at.month().into(), at.day().into()],
        invented: sheet.invented,
        name: pen.write_up_to(
            &format!("{}, {}", sheet.patient.family.to_uppercase(), sheet.patient.given),
            NAME_LETTERS,
        ),
        born: pen.or_not_known(sheet.patient.born.as_ref()),
        record_number: pen.or_not_known(sheet.patient.record_number.as_ref()),
        warnings: sheet.warnings.iter().take(level.entries).map(warning).collect(),
        warnings_more: sheet.warnings.len().saturating_sub(level.entries),
        facts: vec![
            fact("Pump", sheet.pump.model.as_ref()),
            fact("Serial number", sheet.pump.serial.as_ref()),
            fact("Drug", sheet.drug.drug.as_ref()),
            fact("Strength", sheet.drug.strength.as_ref()),
            fact("Last refill", sheet.pump.last_refill.as_ref()),
            by_calculation("Low-reservoir alarm", sheet.pump.low_reservoir_alarm.as_ref()),
            by_calculation("Empties about", sheet.pump.empty.as_ref()),
        ],
        dose: match &sheet.drug.dose_per_day {
            Some(dose) => pen.write(dose),
            None => format!("dose {NOT_KNOWN}"),
        },
        dose_known: sheet.drug.dose_per_day.is_some(),
        dose_state: dose_state(&sheet.warnings),
        mode: pen.or_not_known(sheet.drug.mode.as_ref()),
        since: pen.or_not_known(sheet.drug.since.as_ref()),
        flex: (sheet.drug.flex.iter().take(level.flex))
            .map(|row| [&row.days, &row.time, &row.amount].map(|text| pen.write(text)))
            .collect(),
        flex_more: sheet.drug.flex.len().saturating_sub(level.flex),
        medicines: pen.list(&sheet.medicines),
        allergies: pen.list(&sheet.allergies),
        call_now: pen.desks(&sheet.call_now),
        call_otherwise: pen.desks(&sheet.call_otherwise),
        withdrawal: words(&text.withdrawal, pump),
        overdose: words(&text.overdose, pump),
        either: shown(&text.either, pump),
        alarm: shown(&text.alarm, pump),
        mri: shown(&text.mri, pump),
        sources: (text.sources.iter().filter(|source| used(&source.id)))
            .map(|source| [source.id.as_str(), source.citation.as_str()])
            .collect(),
        letters_missing: false,
        clinic: pen.write_up_to(&stamp.clinic, STAMP_LETTERS),
        printed: pen.write_up_to(
            &format!("{} ({})", at.strftime("%-d %B %Y, %H:%M"), stamp.time_zone),
            STAMP_LETTERS,
        ),
        version: pen.write_up_to(&stamp.record_version, STAMP_LETTERS),
        hash: pen.write_up_to(&stamp.record_hash, STAMP_LETTERS),
    };
    page.letters_missing = pen.ink.letters_missing();
    serde_json::to_vec(&page).map_err(|error| PaperError::Typeset(error.to_string()))
}
