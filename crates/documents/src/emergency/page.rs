//! What the template reads: the sheet in words, cut to a level.

use super::{Desk, EmergencySheet, Listed, SheetIn, Warning};
use crate::ink::Ink;
use crate::typeset::Warmed;
use crate::voiced::Fixed;
use crate::{Condition, EmergencyText, PaperError, Statement};
use serde::Serialize;
use std::collections::BTreeMap;
use words::{Args, Language, Voice};

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

/// From roomy to tight. The type stays at 6.75 points or above; only then is anything cut.
pub(super) const LEVELS: [Level; 16] = [
    level(9.5, 24, 40, 240),
    level(9.2, 24, 40, 240),
    level(8.9, 24, 40, 240),
    level(8.6, 24, 40, 240),
    level(8.3, 24, 40, 240),
    level(8.0, 24, 40, 240),
    level(7.75, 24, 40, 240),
    level(7.5, 24, 40, 240),
    level(7.25, 24, 40, 240),
    level(7.0, 24, 40, 240),
    level(6.75, 24, 40, 240),
    level(6.75, 15, 26, 120),
    level(6.75, 10, 13, 90),
    level(6.75, 6, 13, 60),
    level(6.75, 3, 7, 40),
    TIGHTEST,
];
/// What always fits.
pub(super) const TIGHTEST: Level = level(6.75, 1, 4, 24);
/// How many of the levels cut nothing that a real sheet has.
const LEVELS_WHOLE: usize = 11;
/// Warnings that are kept at every level, and letters of each: nothing on the sheet matters more.
const WARNINGS_KEPT: usize = 4;
const WARNING_LETTERS_KEPT: usize = 100;

/// Where to begin: each level makes room for about five more lines than the one before, and the first holds a sheet with
/// six lines about the patient. Only speed hangs on it.
pub(super) fn level_guess(sheet: &EmergencySheet, voice: &Voice<'_>) -> usize {
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
    // English is the shortest of the languages.
    let all = if voice.language() == Language::English { all } else { all + GUESS_LINES_TRANSLATED };
    (all.saturating_sub(GUESS_LINES_FREE) / 5).min(LEVELS_WHOLE - 1)
}

const GUESS_LINES_FREE: usize = 1;
/// How many more lines the steps take in another language.
const GUESS_LINES_TRANSLATED: usize = 8;
/// Letters kept of the name, at every level: two names that differ must not look alike.
const NAME_LETTERS: usize = 160;
/// Letters kept of what says where the sheet comes from.
const STAMP_LETTERS: usize = 60;

/// The fixed words of the sheet: the name in the template, and the key.
const LABELS: [(&str, &str); 24] = [
    ("title", "paper-emergency-title"),
    ("born", "paper-emergency-born"),
    ("record-number", "paper-emergency-record-number"),
    ("per-24-hours", "paper-emergency-per-24-hours"),
    ("mode", "paper-emergency-mode"),
    ("since", "paper-emergency-since"),
    ("flex", "paper-emergency-flex"),
    ("days", "paper-emergency-days"),
    ("time", "paper-emergency-time"),
    ("amount", "paper-emergency-amount"),
    ("call-now", "paper-emergency-call-now"),
    ("call-otherwise", "paper-emergency-call-otherwise"),
    ("medicines", "paper-emergency-medicines"),
    ("allergies", "paper-emergency-allergies"),
    ("withdrawal", "paper-emergency-withdrawal"),
    ("overdose", "paper-emergency-overdose"),
    ("signs", "paper-emergency-signs"),
    ("times", "paper-emergency-times"),
    ("steps", "paper-emergency-steps"),
    ("never", "paper-emergency-never"),
    ("both", "paper-emergency-both"),
    ("alarm-sounds", "paper-emergency-alarm-sounds"),
    ("mri", "paper-emergency-mri"),
    ("sources", "common-sources"),
];

/// Whether a text of the sheet has no approved translation.
pub(super) fn needs_english(text: &EmergencyText, voice: &Voice<'_>) -> bool {
    text.statements().any(|statement| !voice.is_approved(&statement.key()))
        || LABELS.iter().any(|(_, key)| !voice.is_approved(key))
}

#[derive(Serialize)]
struct Page {
    fixed: Fixed,
    size: f64,
    date: [i16; 3],
    document: String,
    invented: bool,
    /// Whether English follows, since the language is not approved.
    unapproved: bool,
    labels: BTreeMap<&'static str, String>,
    name: String,
    born: String,
    record_number: String,
    warnings: Vec<[String; 2]>,
    warnings_more: String,
    facts: Vec<[String; 2]>,
    dose: String,
    dose_known: bool,
    dose_state: String,
    mode: String,
    since: String,
    flex: Vec<[String; 3]>,
    flex_more: String,
    medicines: List,
    allergies: List,
    call_now: Desks,
    call_otherwise: Desks,
    withdrawal: Words,
    overdose: Words,
    either: Vec<Sourced>,
    alarm: Vec<Sourced>,
    alarm_not_known: String,
    mri: Vec<Sourced>,
    mri_not_known: String,
    sources: Vec<[String; 2]>,
    letters_missing: bool,
    clinic: String,
    offline: String,
    /// What the code of the address is; empty without one.
    address: String,
}

#[derive(Serialize)]
struct List {
    items: Vec<String>,
    more: String,
}

#[derive(Serialize)]
struct Desks {
    desks: Vec<[String; 3]>,
    more: String,
    not_known: String,
}

#[derive(Serialize)]
struct Words {
    sign: Vec<Sourced>,
    time: Vec<Sourced>,
    step: Vec<Sourced>,
    never: Vec<Sourced>,
}

#[derive(Serialize)]
struct Sourced {
    text: String,
    tag: String,
}

/// Makes any text printable at one level.
struct Pen<'a> {
    ink: Ink<'a>,
    level: &'a Level,
    voice: &'a Voice<'a>,
    fixed: Fixed,
    pump: Option<&'a str>,
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
            None => self.not_known(),
        }
    }

    fn not_known(&self) -> String {
        self.voice.plain("common-not-known")
    }

    fn more(&self, left: usize) -> String {
        self.fixed.more(self.voice, left)
    }

    fn list(&self, listed: &Listed) -> List {
        match listed {
            Listed::NoneKnown => {
                List { items: vec![self.voice.plain("common-none-known")], more: String::new() }
            }
            Listed::Items(items) if !items.is_empty() => {
                let kept = items.iter().take(self.level.entries).map(|item| self.write(item)).collect();
                List { items: kept, more: self.more(items.len().saturating_sub(self.level.entries)) }
            }
            Listed::NotKnown | Listed::Items(_) => {
                List { items: vec![self.not_known()], more: String::new() }
            }
        }
    }

    fn desks(&self, desks: &[Desk]) -> Desks {
        let kept = desks.iter().take(self.level.entries);
        Desks {
            desks: kept
                .map(|desk| [&desk.name, &desk.telephone, &desk.hours].map(|text| self.write(text)))
                .collect(),
            more: self.more(desks.len().saturating_sub(self.level.entries)),
            not_known: self.not_known(),
        }
    }

    fn said(&self, statements: &[Statement]) -> Vec<Sourced> {
        let about = statements.iter().filter(|statement| statement.is_about(self.pump));
        about
            .map(|statement| Sourced {
                text: self.voice.plain(&statement.key()),
                tag: statement.source.join(", "),
            })
            .collect()
    }

    fn words(&self, condition: &Condition) -> Words {
        let [sign, time, step, never] = [&condition.sign, &condition.time, &condition.step, &condition.never];
        Words { sign: self.said(sign), time: self.said(time), step: self.said(step), never: self.said(never) }
    }

    fn fact(&self, key: &str, value: Option<&String>) -> [String; 2] {
        [self.voice.plain(key), self.or_not_known(value)]
    }

    fn by_calculation(&self, key: &str, value: Option<&String>) -> [String; 2] {
        let [name, told] = self.fact(key, value);
        match value {
            Some(_) => [name, self.voice.plain_with("common-calculated", &Args::new().text("value", &told))],
            None => [name, told],
        }
    }
}

const fn heading(warning: &Warning) -> (&'static str, &String) {
    match warning {
        Warning::OrderUnknown(text) => ("paper-emergency-order-unknown", text),
        Warning::Stopped(text) => ("paper-emergency-stopped", text),
        Warning::CriticalAlarm(text) => ("paper-emergency-critical-alarm", text),
        Warning::Other(text) => ("paper-emergency-note", text),
    }
}

/// The key of what must be read together with the dose: a large number must not outshout the warning that it may be wrong.
fn dose_state(warnings: &[Warning]) -> Option<&'static str> {
    let any = |found: fn(&Warning) -> bool| warnings.iter().any(found);
    match (any(|it| matches!(it, Warning::Stopped(_))), any(|it| matches!(it, Warning::OrderUnknown(_)))) {
        (true, _) => Some("paper-emergency-dose-stopped"),
        (false, true) => Some("paper-emergency-dose-not-sure"),
        (false, false) => None,
    }
}

/// The sheets in words, as the JSON that the template reads.
pub(super) fn data(
    warmed: &Warmed,
    sheets: &[SheetIn<'_>],
    text: &EmergencyText,
    level: &Level,
) -> Result<Vec<u8>, PaperError> {
    let pages: Vec<Page> =
        sheets.iter().map(|(sheet, voice)| page(warmed, sheet, text, voice, level)).collect();
    serde_json::to_vec(&pages).map_err(|error| PaperError::Typeset(error.to_string()))
}

fn page(
    warmed: &Warmed,
    sheet: &EmergencySheet,
    text: &EmergencyText,
    voice: &Voice<'_>,
    level: &Level,
) -> Page {
    let (pump, stamp) = (sheet.pump.catalogue_id.as_deref(), &sheet.stamp);
    let pen = Pen { ink: Ink::new(warmed, voice), level, voice, fixed: Fixed::new(voice), pump };
    let at = stamp.printed_at;
    let warning = |warning: &Warning| {
        let (heading, text) = heading(warning);
        [voice.plain(heading), pen.write_up_to(text, level.letters.max(WARNING_LETTERS_KEPT))]
    };
    let warnings_kept = level.entries.max(WARNINGS_KEPT);
    let warnings_more = match sheet.warnings.len().saturating_sub(warnings_kept) {
        0 => String::new(),
        count => voice.plain_with("paper-emergency-warnings-more", &Args::new().count("count", count)),
    };
    let used = |id: &str| {
        let shown = text.statements().filter(|statement| statement.is_about(pump));
        shown.flat_map(|statement| &statement.source).any(|named| named == id)
    };
    let name = format!("{}, {}", sheet.patient.family.to_uppercase(), sheet.patient.given);
    let name = pen.write_up_to(&name, NAME_LETTERS);
    let facts = vec![
        pen.fact("paper-emergency-pump", sheet.pump.model.as_ref()),
        pen.fact("paper-emergency-serial", sheet.pump.serial.as_ref()),
        pen.fact("paper-emergency-drug", sheet.drug.drug.as_ref()),
        pen.fact("paper-emergency-strength", sheet.drug.strength.as_ref()),
        pen.fact("paper-emergency-last-refill", sheet.pump.last_refill.as_ref()),
        pen.by_calculation("paper-emergency-alarm", sheet.pump.low_reservoir_alarm.as_ref()),
        pen.by_calculation("paper-emergency-empty", sheet.pump.empty.as_ref()),
    ];
    let dose = sheet.drug.dose_per_day.as_ref();
    let mut page = Page {
        size: level.size,
        date: [at.year(), at.month().into(), at.day().into()],
        document: voice.plain_with("paper-emergency-document", &Args::new().text("name", &name)),
        invented: sheet.invented,
        unapproved: needs_english(text, voice),
        labels: LABELS.iter().map(|(name, key)| (*name, voice.plain(key))).collect(),
        name,
        born: pen.or_not_known(sheet.patient.born.as_ref()),
        record_number: pen.or_not_known(sheet.patient.record_number.as_ref()),
        warnings: sheet.warnings.iter().take(warnings_kept).map(warning).collect(),
        warnings_more,
        facts,
        dose: dose.map_or_else(|| voice.plain("paper-emergency-dose-not-known"), |dose| pen.write(dose)),
        dose_known: dose.is_some(),
        dose_state: dose_state(&sheet.warnings).map(|key| voice.plain(key)).unwrap_or_default(),
        mode: pen.or_not_known(sheet.drug.mode.as_ref()),
        since: pen.or_not_known(sheet.drug.since.as_ref()),
        flex: (sheet.drug.flex.iter().take(level.flex))
            .map(|row| [&row.days, &row.time, &row.amount].map(|text| pen.write(text)))
            .collect(),
        flex_more: pen.more(sheet.drug.flex.len().saturating_sub(level.flex)),
        medicines: pen.list(&sheet.medicines),
        allergies: pen.list(&sheet.allergies),
        call_now: pen.desks(&sheet.call_now),
        call_otherwise: pen.desks(&sheet.call_otherwise),
        withdrawal: pen.words(&text.withdrawal),
        overdose: pen.words(&text.overdose),
        either: pen.said(&text.either),
        alarm: pen.said(&text.alarm),
        alarm_not_known: voice.plain("paper-emergency-alarm-not-known"),
        mri: pen.said(&text.mri),
        mri_not_known: voice.plain("paper-emergency-mri-not-known"),
        sources: (text.sources.iter().filter(|source| used(&source.id)))
            .map(|source| [source.id.clone(), source.citation.clone()])
            .collect(),
        letters_missing: false,
        clinic: pen.write_up_to(&stamp.clinic, STAMP_LETTERS),
        offline: voice.plain("paper-emergency-scan"),
        address: match sheet.address {
            Some(_) => voice.plain("paper-emergency-scan-address"),
            None => String::new(),
        },
        fixed: Fixed::default(),
    };
    page.letters_missing = pen.ink.letters_missing();
    let printed = pen.write_up_to(&stamp.printed(voice), 4 * STAMP_LETTERS);
    page.fixed = pen.fixed;
    page.fixed.printed = printed;
    page
}
