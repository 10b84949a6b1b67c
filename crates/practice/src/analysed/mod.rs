//! What analyses read of a patient: one person without a name, made from the record whenever it changes.
//!
//! Words
//! - *person*: [`outcomes::cohort::Person`], plain rows with days in the clinic's time zone.
//! - *unread*: an earlier system of which the course cannot be read. Its devices and doses are missing from the person, and the
//!   person says so ([`Person::unread`]), so that reports can.
//! - *contradicting*: a fact that cannot be beside others, such as a score of a day after the death. It is left out, and the person
//!   says of how many ([`Person::contradicting`]).
//!
//! Rules
//! - Only what stands counts: a line that was corrected, entered in error or moved gives nothing, nor does a struck entry.
//! - A dose is what was confirmed in the pump, or found in it. An order that nobody saw in the pump is none. A pump that is
//!   stopped or at its minimum rate treats nobody: 0. So does a new pump until its first program, and no pump at all.
//! - Devices and why they came out: [`devices`]. When the patient was last seen: [`seen`].
//! - A record that was merged into another one gives nobody: the other one counts.

mod devices;
mod reading;
mod seen;

pub use reading::People;

use crate::path::complication;
use crate::patient::{Episode, Patient, PatientEvent, Placed, assembled};
use crate::rules::Rules;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use outcomes::cohort::{Class, DoseFrom, Happened, Person, Related, Scored, possible};
use record::Id;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use therapy::act::{Act, Report};
use therapy::file::CourseFile;
use therapy::pathway::complications;
use therapy::{Course, fold};
use twin::RBig;

/// The form in which rows are made today. What was made in another one is made anew before it is analysed.
const FORM: u32 = 3;

/// What goes before a patient's id when the key of a person is made of it: the same patient has the same key, and nobody gets
/// from the key to the patient without the record.
const KEY: &[u8] = b"thecal: a person of a cohort\0";

/// So long after a test dose ratings are taken to be under it: 48 hours, a choice of ours, well beyond the hours that a test dose
/// lasts.
const UNDER_TEST_SECONDS: i64 = 48 * 3_600;

/// Rows as they are kept.
#[derive(Serialize, Deserialize)]
struct Kept<P> {
    form: u32,
    person: P,
}

/// The key of a patient among persons.
#[must_use]
pub fn key(patient: Id) -> String {
    let hash = Sha256::new().chain_update(KEY).chain_update(patient.bytes()).finalize();
    hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// The patient as a person of a cohort, as the record stood at `now`, in seconds since 1970: nothing of it lies after that
/// day. `None` for a record that was merged into another one.
#[must_use]
pub fn person(patient: &Patient, rules: &Rules, now: i64) -> Option<Person> {
    let events = &patient.file.events;
    let by = events.partition_point(|event| event.at.unix <= now);
    let course = fold(&patient.file, events.get(..by).unwrap_or_default(), &rules.catalogue);
    let person = of_course(patient, course.as_ref().ok(), rules)?;
    Some(until(person, day_in(&zone_of(rules), now)))
}

/// What is kept of a patient beside the lists; empty if nothing. Unlike [`person`] it holds days that are still to come, such
/// as an operation that was entered before its day.
pub(crate) fn rows(patient: &Patient, course: &Course<'_>, rules: &Rules) -> String {
    let Some(person) = of_course(patient, Some(course), rules) else { return String::new() };
    serde_json::to_string(&Kept { form: FORM, person }).unwrap_or_default()
}

/// What was kept, if it is of today's form.
fn read(rows: &str) -> Option<Person> {
    let kept: Kept<Person> = serde_json::from_str(rows).ok()?;
    (kept.form == FORM).then_some(kept.person)
}

fn zone_of(rules: &Rules) -> TimeZone {
    TimeZone::get(&rules.zone).unwrap_or(TimeZone::UTC)
}

fn day_in(zone: &TimeZone, unix: i64) -> Date {
    Timestamp::from_second(unix).unwrap_or(Timestamp::UNIX_EPOCH).to_zoned(zone.clone()).date()
}

/// Without what lies after a day.
fn until(mut person: Person, today: Date) -> Person {
    person.devices.retain(|device| device.followed <= today);
    for device in &mut person.devices {
        device.out = device.out.filter(|(on, _)| *on <= today);
    }
    person.scores.retain(|score| score.on <= today);
    person.doses.retain(|dose| dose.0 <= today);
    person.events.retain(|event| event.on <= today);
    person.operations.retain(|(on, _)| *on <= today);
    person.titrated = person.titrated.filter(|on| *on <= today);
    person.died = person.died.filter(|(on, _)| *on <= today);
    person.left = person.left.filter(|on| *on <= today);
    person.seen = person.seen.map(|on| on.min(today));
    person
}

/// One system with its course.
struct Stretch<'a> {
    /// Which, from 0.
    place: usize,
    episode: &'a Episode,
    file: &'a CourseFile,
    /// Day and ng per 24 hours, as they were seen; by time.
    doses: Vec<(i64, u64)>,
}

/// The lines of an earlier system, read by themselves.
fn earlier(patient: &Patient, rules: &Rules, place: usize) -> Option<CourseFile> {
    let episodes = patient.episodes.get(..=place)?;
    let lines: Vec<&Placed> =
        patient.lines.iter().filter(|placed| placed.stands && placed.episode == place).collect();
    assembled(&patient.identity, episodes, &lines, rules).ok()
}

/// Whole nanograms, the nearest.
fn nanograms(dose: &RBig) -> u64 {
    let doubled = dose * RBig::from(2) + RBig::from(1);
    u64::try_from((doubled / RBig::from(2)).floor()).unwrap_or(u64::MAX)
}

/// The doses of the programs that were seen, and 0 from the exchange of a pump on: the new one has no program yet.
fn doses(course: &Course<'_>, file: &CourseFile) -> Vec<(i64, u64)> {
    let shift = course.clock.at(0).0;
    let seen = course.programs.iter().map(|running| {
        let dose = if running.treats() { nanograms(&running.dose_per_day()) } else { 0 };
        (running.since.0 - shift, dose)
    });
    let exchanged = file.events.iter().filter_map(|event| match &event.act {
        Act::Report(Report::Revised(revision)) if revision.pump.is_some() => Some((event.at.unix, 0)),
        _ => None,
    });
    let mut all: Vec<(i64, u64)> = exchanged.chain(seen).collect();
    // A program of the same second comes after the pump that runs it.
    all.sort_by_key(|(at, _)| *at);
    all
}

fn of_course(patient: &Patient, course: Option<&Course<'_>>, rules: &Rules) -> Option<Person> {
    if patient.merged_into.is_some() {
        return None;
    }
    let zone = zone_of(rules);
    let last = patient.episodes.len().saturating_sub(1);
    let mut unread = 0_u16;
    let files: Vec<Option<CourseFile>> = (0..last).map(|place| earlier(patient, rules, place)).collect();
    let mut stretches = Vec::with_capacity(patient.episodes.len());
    for (place, episode) in patient.episodes.iter().enumerate() {
        let file =
            if place == last { Some(&patient.file) } else { files.get(place).and_then(Option::as_ref) };
        let Some(file) = file else {
            unread += 1;
            continue;
        };
        let doses = if place == last {
            course.map(|course| doses(course, file))
        } else {
            fold(file, &file.events, &rules.catalogue).ok().map(|course| doses(&course, file))
        };
        if doses.is_none() {
            unread += 1;
        }
        stretches.push(Stretch { place, episode, file, doses: doses.unwrap_or_default() });
    }
    let (devices, operations) = devices::devices(patient, &stretches, &zone);
    let identity = &patient.identity;
    let known = |word: &str| if word == "not known" { String::new() } else { word.to_owned() };
    let implanted = devices.first().map(|device| device.followed);
    let mut person = Person {
        key: key(patient.id),
        born: Some(identity.born),
        sex: known(&identity.gender),
        aetiology: identity.diagnosis.clone(),
        house: identity.house.clone(),
        invented: identity.invented,
        unread,
        contradicting: 0,
        scores: scores(patient, &zone),
        doses: dose_days(&stretches, &zone),
        events: patient.path.complications.all.iter().map(happened).collect(),
        titrated: titrated(patient, implanted, &zone),
        died: died(patient),
        left: patient.left().map(|(since, _)| day_in(&zone, since)),
        seen: seen::last(patient, &stretches, &zone),
        devices,
        operations,
    };
    person.sort();
    Some(possible(&person))
}

/// Scores are carried from one system to the next: the last course has them all.
///
/// What was rated under a test dose is no outcome of the pump, and no value before it either: it is left out.
fn scores(patient: &Patient, zone: &TimeZone) -> Vec<Scored> {
    let events = &patient.file.events;
    let screened = events.iter().filter(|event| matches!(event.act, Act::Report(Report::Screened { .. })));
    let given = patient.path.trial.given.iter().map(|test| test.at);
    let tests: Vec<i64> = screened.map(|event| event.at.unix).chain(given).collect();
    let under_test = |at: i64| tests.iter().any(|test| *test <= at && at - *test < UNDER_TEST_SECONDS);
    let scored = events.iter().filter_map(|event| match &event.act {
        Act::Report(Report::Scored(score)) if !under_test(event.at.unix) => Some(Scored {
            on: day_in(zone, event.at.unix),
            scale: score.scale(),
            site: score.site(),
            rank: score.rank(),
        }),
        _ => None,
    });
    // Of several of one site and day the last: events are in the order of time.
    let mut last: BTreeMap<(Date, scales::Scale, Option<scales::Site>), Scored> = BTreeMap::new();
    for scored in scored {
        last.insert((scored.on, scored.scale, scored.site), scored);
    }
    last.into_values().collect()
}

/// The dose from each day on on which it changed; of several on one day the last.
fn dose_days(stretches: &[Stretch<'_>], zone: &TimeZone) -> Vec<DoseFrom> {
    let mut by_day = BTreeMap::new();
    for stretch in stretches {
        for (at, dose) in &stretch.doses {
            by_day.insert(day_in(zone, *at), *dose);
        }
        if let Some((at, _)) = stretch.episode.explanted {
            let out = day_in(zone, at);
            // What was seen in a pump after it was taken out is a contradiction of the record; the pump is out.
            by_day.split_off(&out);
            by_day.insert(out, 0);
        }
    }
    let mut days: Vec<DoseFrom> = by_day.into_iter().map(|(on, dose)| DoseFrom(on, dose)).collect();
    days.dedup_by_key(|dose| dose.1);
    days
}

fn happened(known: &complication::Complication) -> Happened {
    let class = complications::by_id(&known.what).map_or(Class::Other, |kind| match kind.class {
        complications::Class::Technique => Class::Technique,
        complications::Class::Device => Class::Device,
        complications::Class::Drug => Class::Drug,
        complications::Class::Infection => Class::Infection,
        complications::Class::Other => Class::Other,
    });
    let related = match known.related {
        complication::Related::Related => Related::Related,
        complication::Related::NotRelated => Related::NotRelated,
        complication::Related::NotKnown => Related::NotKnown,
    };
    Happened { on: known.on, class, kind: known.what.clone(), related, surgery: known.surgery }
}

/// When titration was first declared finished since the first system.
fn titrated(patient: &Patient, implanted: Option<Date>, zone: &TimeZone) -> Option<Date> {
    let days = patient.entries.iter().filter(|entry| entry.stands()).filter_map(|entry| match &entry.event {
        PatientEvent::TitrationFinished { .. } => Some(day_in(zone, entry.happened)),
        _ => None,
    });
    days.filter(|day| implanted.is_some_and(|implanted| implanted <= *day)).min()
}

fn died(patient: &Patient) -> Option<(Date, Related)> {
    let told = patient.entries.iter().rev().filter(|entry| entry.stands());
    told.filter_map(|entry| match &entry.event {
        // "not related", as forms write it, or "not-related".
        PatientEvent::Died { on, related, .. } => {
            Some((*on, Related::by_word(&related.trim().replace(' ', "-")).unwrap_or(Related::NotKnown)))
        }
        _ => None,
    })
    .next()
}
