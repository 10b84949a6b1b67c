//! The course file: one model, in TOML or JSON. `docs/course-file.md` is its description.

mod event;
mod order;
mod scored;
mod system;

pub use event::LineReader;
pub(crate) use event::alarm_word;

use crate::act::{CatheterRecord, Event, Patient, PumpRecord};
use crate::input::{At, InputError, Node, Problem, from_json, from_toml};
use catalogue::Catalogue;
use jiff::tz::TimeZone;
use twin::civil;

type Result<T> = core::result::Result<T, InputError>;

/// A whole course as handed in.
#[derive(Debug, Clone, PartialEq)]
pub struct CourseFile {
    /// The clinic's time zone, by its name in the time-zone database.
    pub zone: String,
    /// Who is treated.
    pub patient: Patient,
    /// The pump at the beginning of the file, if there is one.
    pub pump: Option<PumpRecord>,
    /// The catheter at the beginning of the file, if there is one.
    pub catheter: Option<CatheterRecord>,
    /// What happened and what was ordered, in the order of time; equal times in the order of the file.
    pub events: Vec<Event>,
}

impl CourseFile {
    /// Takes one line more, at its clinical time, after those of the same instant; says its place.
    pub fn insert(&mut self, event: Event) -> usize {
        let place = self.events.partition_point(|known| known.at.unix <= event.at.unix);
        self.events.insert(place, event);
        place
    }
}

/// The form of a course file.
pub const FORM: &str = "thecal course 1";

/// A course from TOML.
///
/// # Errors
/// [`InputError`] naming the field, its line and what would be accepted.
pub fn read_toml(text: &str, catalogue: &Catalogue) -> Result<CourseFile> {
    read(&from_toml(text)?, catalogue)
}

/// A course from JSON.
///
/// # Errors
/// [`InputError`] naming the field, its line and what would be accepted.
pub fn read_json(text: &str, catalogue: &Catalogue) -> Result<CourseFile> {
    read(&from_json(text)?, catalogue)
}

/// A course from a tree.
///
/// # Errors
/// [`InputError`] naming the field, its line and what would be accepted.
pub fn read(tree: &Node, catalogue: &Catalogue) -> Result<CourseFile> {
    read_on(tree, catalogue).map(|(file, _)| file)
}

/// A course from a tree, and a reader for the lines that come after it.
///
/// # Errors
/// [`InputError`] naming the field, its line and what would be accepted.
pub fn read_on(tree: &Node, catalogue: &Catalogue) -> Result<(CourseFile, LineReader)> {
    let root = At::root(tree);
    let fields = root.fields()?;
    fields.required("format", "\"thecal course 1\"")?.one_of(&[(FORM, ())])?;
    let zone_at = fields.required("zone", "the clinic's time zone, such as \"Europe/Berlin\"")?;
    let zone = zone_at.name()?;
    let accepted = "a name of the time-zone database, such as \"Europe/Berlin\"".to_owned();
    TimeZone::get(&zone).map_err(|_| zone_at.refuse(Problem::NotOneOf { found: zone.clone(), accepted }))?;
    let patient = system::patient(&fields.required("patient", "the patient")?)?;
    let pump = fields.maybe("pump", |at| system::pump(at, catalogue))?;
    let catheter = fields.maybe("catheter", |at| system::catheter(at, catalogue))?;
    if pump.is_some() && catheter.is_none() {
        let accepted = "the catheter: its volume, or its length and model";
        return Err(fields.refuse("catheter", Problem::Missing { accepted }));
    }
    let events_at = fields.required("event", "a list of events")?;
    fields.finish()?;
    let (events, reader) = event::events(&events_at, catalogue, pump.as_ref())?;
    let first = events.first().and_then(|event| civil(event.at.on(event.at.clock())));
    if first.is_some_and(|first| patient.born > first.date()) {
        let place = fields.required("patient", "the patient")?.fields()?;
        return Err(
            place.refuse("born", Problem::Contradicts("must not be after the first line of the course"))
        );
    }
    Ok((CourseFile { zone, patient, pump, catheter, events }, reader))
}
