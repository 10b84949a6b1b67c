//! What can follow what: facts that cannot both be, each refused by its line.
//!
//! Only what cannot be is refused; what is only unusual stands. After a death a pump still runs, may be read and taken out, and
//! what was wrong with it may be found; that somebody died may be heard after having been given up for lost. A catheter may be left in
//! beside another one.

use super::file::NoRows;
use super::row::{Device, Operation, Part, Person, Scored, site_words};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// What a dated line says, as far as its order matters.
#[derive(Clone, Copy)]
pub(super) enum What {
    /// A device; `into` is the day of an implant elsewhere, and whether it is said to be beside another one.
    In {
        part: Part,
        into: Option<Date>,
        beside: bool,
    },
    Score(Scored),
    /// In nanograms per 24 hours.
    Dose(u64),
    Operation(Operation),
    Titrated,
    Died,
    /// Anything that may be of any day of a life, and after it.
    Other,
}

/// A dated line.
#[derive(Clone, Copy)]
pub(super) struct Dated {
    /// Whose, by place among the people.
    pub(super) place: usize,
    /// From 1.
    pub(super) line: u64,
    pub(super) on: Date,
    pub(super) what: What,
}

impl Dated {
    fn wrong(&self, column: &'static str, problem: String) -> NoRows {
        NoRows::Field { line: self.line, column, problem }
    }
}

/// Whether this needs a living patient.
const fn ends_with_death(what: What) -> bool {
    match what {
        What::In { .. } | What::Score(_) | What::Titrated => true,
        What::Operation(operation) => !matches!(operation, Operation::Explant),
        What::Dose(_) | What::Died | What::Other => false,
    }
}

/// Whether a pump may have been in on a day, here or before the person came; on the day it comes out it is still in.
fn pump_on(person: &Person, on: Date) -> bool {
    let mut pumps = person.devices.iter().filter(|device| device.part == Part::Pump);
    pumps.any(|pump| begins(pump).is_none_or(|day| day <= on) && pump.out.is_none_or(|(out, _)| on <= out))
}

/// The first day on which a device can have been in; `None` where nobody knows since when it was.
fn begins(device: &Device) -> Option<Date> {
    device.into.map(|into| into.min(device.followed))
}

/// Since when another pump is in that stays in when this one, by its place among the devices, goes in.
pub(super) fn beside(devices: &[Device], place: usize) -> Option<Date> {
    let own = devices.get(place).filter(|own| own.part == Part::Pump)?;
    let before = |(at, other): &(usize, &Device)| {
        (other.followed < own.followed || (other.followed == own.followed && *at < place))
            && other.out.is_none_or(|(out, _)| out > own.followed)
    };
    let others = devices.iter().enumerate().filter(|(at, other)| *at != place && other.part == Part::Pump);
    others.filter(before).map(|(_, other)| other.followed).min()
}

/// Refuses the first line that cannot be beside the others.
pub(super) fn check(people: &[Person], dated: &[Dated]) -> Result<(), NoRows> {
    let mut pumps_in = BTreeSet::new();
    for one in dated {
        let Some(person) = people.get(one.place) else { continue };
        let on = one.on;
        if let Some(born) = person.born.filter(|born| on < *born) {
            let problem = format!("{on} is before the birth on {born}; accepted: {born} or later");
            return Err(one.wrong("date", problem));
        }
        if let Some((died, _)) = person.died.filter(|(died, _)| *died < on && ends_with_death(one.what)) {
            let problem = format!("{on} is after the death on {died}; accepted: {died} or earlier");
            return Err(one.wrong("date", problem));
        }
        match one.what {
            What::In { part, into, beside: said } => {
                if let Some(born) = person.born.filter(|born| into.is_some_and(|into| into < *born)) {
                    let problem = format!("is before the birth on {born}; accepted: {born} or later");
                    return Err(one.wrong("value", problem));
                }
                let first = part == Part::Catheter || pumps_in.insert((one.place, on));
                if let Some(since) = other_pump(person, on, first).filter(|_| part == Part::Pump && !said) {
                    let problem = format!(
                        "a pump is in since {since}; accepted: its line pump-out by {on}, or beside in the column note if \
                         both stay in"
                    );
                    return Err(one.wrong("date", problem));
                }
            }
            What::Titrated if !person.devices.iter().any(|device| went_in_by(device, on)) => {
                let problem = format!("no pump was in by {on}; accepted: a day from the first implant on");
                return Err(one.wrong("date", problem));
            }
            What::Dose(1..) if !pump_on(person, on) => {
                let problem =
                    format!("no pump is in on {on}; accepted: a day on which one is in, or a dose of 0");
                return Err(one.wrong("date", problem));
            }
            What::Titrated
            | What::Dose(_)
            | What::Score(_)
            | What::Operation(_)
            | What::Died
            | What::Other => {}
        }
    }
    once_a_day(dated)
}

/// Since when another pump is in that stays in when one goes in on a day; of those of one day the first is beside none of them.
fn other_pump(person: &Person, on: Date, first: bool) -> Option<Date> {
    let own = |(_, device): &(usize, &Device)| device.part == Part::Pump && device.followed == on;
    let mut places = person.devices.iter().enumerate().filter(own).map(|(place, _)| place);
    let place = if first { places.next() } else { places.next_back() };
    beside(&person.devices, place?)
}

fn went_in_by(device: &Device, on: Date) -> bool {
    device.part == Part::Pump && begins(device).is_none_or(|day| day <= on)
}

/// Two ratings of one site and day that differ: a file does not say which came first.
fn once_a_day(dated: &[Dated]) -> Result<(), NoRows> {
    let score = |one: &Dated| if let What::Score(scored) = one.what { Some((scored, *one)) } else { None };
    let mut scores: Vec<(Scored, Dated)> = dated.iter().filter_map(score).collect();
    // Of one person, day, scale and site beside each other, in the order of lines.
    let key = |(scored, one): &(Scored, Dated)| (one.place, scored.on, scored.scale, scored.site);
    scores.sort_unstable_by_key(|both| (key(both), both.1.line));
    let pairs = scores.iter().zip(scores.iter().skip(1));
    let differ = pairs.filter(|(one, other)| key(one) == key(other) && one.0.rank != other.0.rank);
    let Some((_, (scored, one))) = differ.min_by_key(|(_, (_, one))| one.line) else { return Ok(()) };
    let site = site_words(scored.site);
    let site = if site.is_empty() { site } else { format!(" of {site}") };
    let problem = format!("an earlier line has another value{site} on {}; accepted: one a day", scored.on);
    Err(one.wrong("value", problem))
}

/// A person without what cannot be, as [`read`](super::read) would refuse it. How many facts were left out or set right is added
/// to those of which the person says so ([`Person::contradicting`]).
///
/// A record may hold such contradictions, such as a score of a day after a death that was entered with a wrong date. What is
/// written of it as a file is read again.
#[must_use]
pub fn possible(person: &Person) -> Person {
    let mut all = person.clone();
    let mut out = 0;
    let mut fits = |on: Date, what: What| {
        let born = person.born.is_none_or(|born| born <= on);
        let alive = person.died.is_none_or(|(died, _)| on <= died) || !ends_with_death(what);
        out += usize::from(!(born && alive));
        born && alive
    };
    all.died = person.died.filter(|(on, _)| fits(*on, What::Died));
    all.left = person.left.filter(|on| fits(*on, What::Other));
    all.seen = person.seen.filter(|on| fits(*on, What::Other));
    let device = |device: &Device| What::In { part: device.part, into: device.into, beside: true };
    all.devices.retain(|one| fits(one.followed, device(one)));
    all.scores.retain(|scored| fits(scored.on, What::Score(*scored)));
    all.doses.retain(|dose| fits(dose.0, What::Dose(dose.1)));
    all.events.retain(|event| fits(event.on, What::Other));
    all.operations.retain(|(on, operation)| fits(*on, What::Operation(*operation)));
    all.titrated = person.titrated.filter(|on| fits(*on, What::Titrated));
    for device in &mut all.devices {
        // No later than since when it was followed, and not before birth: else nobody knows since when it was in.
        let into = device
            .into
            .filter(|into| *into <= device.followed && person.born.is_none_or(|born| born <= *into));
        out += usize::from(into != device.into);
        device.into = into;
        let ended = device.out.map(|(on, why)| (on.max(device.followed), why));
        out += usize::from(ended != device.out);
        device.out = ended;
    }
    if all.titrated.is_some_and(|on| !all.devices.iter().any(|device| went_in_by(device, on))) {
        all.titrated = None;
        out += 1;
    }
    let doses = core::mem::take(&mut all.doses);
    let before = doses.len();
    all.doses = doses.into_iter().filter(|dose| dose.1 == 0 || pump_on(&all, dose.0)).collect();
    out += before - all.doses.len();
    // Of two ratings of one site and day the later in the record.
    let before = all.scores.len();
    let mut last = BTreeMap::new();
    all.scores.reverse();
    all.scores.retain(|scored| {
        *last.entry((scored.on, scored.scale, scored.site)).or_insert(scored.rank) == scored.rank
    });
    all.scores.reverse();
    out += before - all.scores.len();
    all.contradicting = all.contradicting.saturating_add(u16::try_from(out).unwrap_or(u16::MAX));
    all
}
