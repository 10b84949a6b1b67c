//! Pumps and catheters with their beginnings and ends, and the operations, of all systems of a patient.
//!
//! Beginnings. A system with a line `implanted` went in on the day of that line; so did its pump, unless the pump's own day of
//! implant says an earlier one after the last pump came out. A system that was found (or of which no line says how it came)
//! is followed from that day on: its pump went in on its day of implant where that is recorded, its catheter nobody knows when.
//! A line `revised` with a pump or a catheter ends the one that was there and begins another on its day. A catheter that was
//! shortened counts as another one: the line does not tell the two apart. An explant ends both.
//!
//! Why one came out, in this order:
//! 1. what the entry of the operation says (`pump-ended`, `catheter-ended`): that of the same form, else the last one of the
//!    same day that speaks of that part;
//! 2. what follows plainly from the line: another catheter and no other pump because the patient had been receiving less than
//!    programmed is a catheter that failed; another pump after the indicator for elective replacement of the one before had come
//!    up is the end of its battery;
//! 3. otherwise nobody recorded it. A complication of the same time is no reason: an infection that was treated is none for an
//!    operation a year later, and nobody but the surgeon knows which of two things on one day was why.

use super::{Stretch, day_in};
use crate::patient::{Patient, PatientEvent, Surgery};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use outcomes::cohort::{Device, Operation, Part, Why};
use record::Id;
use std::collections::BTreeSet;
use therapy::act::{Act, CatheterRecord, Event, PumpRecord, Report, Revision};

/// An operation that was entered in words beside its line.
struct Told<'a> {
    form: Id,
    surgery: &'a Surgery,
}

/// An operation that a line or an explant says.
struct Done {
    forms: Vec<Id>,
    on: Date,
    what: Operation,
}

impl Done {
    /// What was entered of it in words: of its form, else of its day; the last one first.
    fn told<'a>(&self, all: &'a [Told<'_>]) -> Vec<&'a Surgery> {
        let by_form = all.iter().rev().filter(|told| self.forms.contains(&told.form));
        let by_day = all.iter().rev().filter(|told| {
            !self.forms.contains(&told.form)
                && told.surgery.on == self.on
                && self.fits(&told.surgery.operation)
        });
        by_form.chain(by_day).map(|told| told.surgery).collect()
    }

    /// Whether an entry of the same day may be about this: an implant is not the explant of the same day.
    fn fits(&self, operation: &str) -> bool {
        let about = |what| matches!(what, Operation::Replacement | Operation::Revision);
        Operation::by_word(operation)
            .is_none_or(|operation| operation == self.what || (about(operation) && about(self.what)))
    }

    fn why(&self, all: &[Told<'_>], part: Part) -> Option<Why> {
        let told = self.told(all);
        told.into_iter().find_map(|surgery| {
            Why::by_word(match part {
                Part::Pump => &surgery.pump_ended,
                Part::Catheter => &surgery.catheter_ended,
            })
        })
    }
}

/// Devices as they are put together: those that are in stand open.
struct Table<'a> {
    told: Vec<Told<'a>>,
    devices: Vec<Device>,
    done: Vec<Done>,
}

impl Table<'_> {
    fn open(&mut self, part: Part) -> Option<&mut Device> {
        self.devices.iter_mut().rev().find(|device| device.part == part && device.out.is_none())
    }

    /// Ends the one that is in. Two never overlap, whatever the record says.
    fn close(&mut self, part: Part, on: Date, why: Why) {
        if let Some(device) = self.open(part) {
            device.out = Some((on.max(device.followed), why));
        }
    }

    /// From when on another one can be in.
    fn free_from(&self, part: Part) -> Option<Date> {
        let ended = self.devices.iter().filter(|device| device.part == part);
        ended.filter_map(|device| device.out.map(|(on, _)| on)).max()
    }

    fn begin(&mut self, part: Part, model: &str, into: Option<Date>, followed: Date) {
        let free = self.free_from(part);
        let followed = free.map_or(followed, |free| free.max(followed));
        let into = into.filter(|into| *into <= followed).map(|into| free.map_or(into, |free| free.max(into)));
        self.devices.push(Device { part, model: model.to_owned(), into, followed, out: None });
    }
}

fn catheter_model(catheter: &CatheterRecord) -> &str {
    catheter.model.as_deref().unwrap_or_default()
}

/// How a system came to be followed.
enum Came {
    Implanted(Date, Vec<Id>),
    /// Found, or nobody said how.
    There(Date),
}

/// Pumps and catheters, and operations, each in the order of time.
pub(super) fn devices(
    patient: &Patient,
    stretches: &[Stretch<'_>],
    zone: &TimeZone,
) -> (Vec<Device>, Vec<(Date, Operation)>) {
    let told = patient.entries.iter().filter(|entry| entry.stands());
    let told = told.filter_map(|entry| match &entry.event {
        PatientEvent::Surgery(surgery) => Some(Told { form: entry.form, surgery }),
        _ => None,
    });
    let mut table = Table { told: told.collect(), devices: Vec::new(), done: Vec::new() };
    for stretch in stretches {
        system(patient, stretch, zone, &mut table);
    }
    let mut operations: BTreeSet<(Date, Operation)> =
        table.done.iter().map(|done| (done.on, done.what)).collect();
    // What was done to the system without a line of its own.
    for told in &table.told {
        let known = |done: &Done| done.forms.contains(&told.form) || done.on == told.surgery.on;
        if let Some(what) = Operation::by_word(&told.surgery.operation)
            && !table.done.iter().any(known)
        {
            operations.insert((told.surgery.on, what));
        }
    }
    (table.devices, operations.into_iter().collect())
}

fn system(patient: &Patient, stretch: &Stretch<'_>, zone: &TimeZone, table: &mut Table<'_>) {
    let (Some(pump), Some(catheter)) = (&stretch.file.pump, &stretch.file.catheter) else { return };
    match came(patient, stretch, zone) {
        Came::Implanted(on, forms) => {
            begin(table, pump, catheter, on, true);
            table.done.push(Done { forms, on, what: Operation::Implant });
        }
        Came::There(on) => begin(table, pump, catheter, on, false),
    }
    let mut indicated = false;
    for event in &stretch.file.events {
        match &event.act {
            Act::Report(Report::Interrogated(read)) => indicated |= read.elective_replacement.is_some(),
            Act::Report(Report::Revised(revision)) => {
                let on = day_in(zone, event.at.unix);
                revised(patient, event, revision, (on, indicated), table);
                indicated &= revision.pump.is_none();
            }
            _ => {}
        }
    }
    if let Some((at, _)) = stretch.episode.explanted {
        let entry = patient.entries.iter().rev().find(|entry| {
            entry.stands() && entry.happened == at && matches!(entry.event, PatientEvent::Explanted { .. })
        });
        let forms = entry.map(|entry| entry.form).into_iter().collect();
        let done = Done { forms, on: day_in(zone, at), what: Operation::Explant };
        for part in [Part::Pump, Part::Catheter] {
            let why = done.why(&table.told, part).unwrap_or(Why::NotRecorded);
            table.close(part, done.on, why);
        }
        table.done.push(done);
    }
}

/// A system begins; what of an earlier one is still in by the record is not.
fn begin(table: &mut Table<'_>, pump: &PumpRecord, catheter: &CatheterRecord, on: Date, implanted: bool) {
    for part in [Part::Pump, Part::Catheter] {
        table.close(part, on, Why::NotRecorded);
    }
    let here = implanted.then_some(on);
    table.begin(Part::Pump, &pump.model, pump.implanted.filter(|own| *own <= on).or(here), on);
    table.begin(Part::Catheter, catheter_model(catheter), here, on);
}

fn revised(
    patient: &Patient,
    event: &Event,
    revision: &Revision,
    (on, indicated): (Date, bool),
    table: &mut Table<'_>,
) {
    let what = if revision.pump.is_some() { Operation::Replacement } else { Operation::Revision };
    let done = Done { forms: forms_of(patient, &event.id), on, what };
    if let Some(pump) = &revision.pump {
        let plain = if indicated { Why::Battery } else { Why::NotRecorded };
        let why = done.why(&table.told, Part::Pump).unwrap_or(plain);
        table.close(Part::Pump, on, why);
        table.begin(Part::Pump, &pump.model, Some(on), on);
    }
    if let Some(catheter) = &revision.catheter {
        let failed = revision.under_delivery && revision.pump.is_none();
        let plain = if failed { Why::Failure } else { Why::NotRecorded };
        let why = done.why(&table.told, Part::Catheter).unwrap_or(plain);
        table.close(Part::Catheter, on, why);
        table.begin(Part::Catheter, catheter_model(catheter), Some(on), on);
    }
    table.done.push(done);
}

fn came(patient: &Patient, stretch: &Stretch<'_>, zone: &TimeZone) -> Came {
    let first = stretch.file.events.iter().find_map(|event| match &event.act {
        Act::Report(Report::Implanted { .. }) => Some((event, true)),
        Act::Report(Report::Found(_)) => Some((event, false)),
        _ => None,
    });
    match first {
        Some((event, true)) => Came::Implanted(day_in(zone, event.at.unix), forms_of(patient, &event.id)),
        Some((event, false)) => Came::There(day_in(zone, event.at.unix)),
        None => {
            // The entry that brought the system: that of this place among them, or the record it came with.
            let brought = patient.entries.iter().filter(|entry| entry.stands()).filter(|entry| {
                matches!(
                    entry.event,
                    PatientEvent::System { .. } | PatientEvent::MergedFrom { system: Some(_), .. }
                )
            });
            let brought: Vec<_> = brought.collect();
            let entry = brought.get(stretch.place).or(brought.last()).copied();
            let at = entry.or(patient.entries.first()).map_or(0, |entry| entry.happened);
            Came::There(day_in(zone, at))
        }
    }
}

/// The forms from which a line came: its own, and those of the lines that it corrects.
fn forms_of(patient: &Patient, line: &str) -> Vec<Id> {
    let (mut forms, mut wanted) = (Vec::new(), line);
    // Each step leads to a line that was there before.
    for _ in 0..patient.lines.len() {
        let placed = patient.lines.iter().rev().find(|placed| placed.line.id == wanted);
        let version = placed.map(|placed| placed.version);
        let Some(entry) = patient.entries.iter().find(|entry| Some(entry.version) == version) else { break };
        forms.push(entry.form);
        match &entry.event {
            PatientEvent::Corrected { line, with, .. } if with.id == wanted => wanted = line,
            _ => break,
        }
    }
    forms
}
