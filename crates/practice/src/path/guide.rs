//! The guide through a loss of effect or new spasticity: what was done, what was found, what comes next.
//!
//! What a step is as a line of the course (the pump read, the catheter aspirated, contrast injected) is recorded as that
//! line, by the same form and at the same time; the guide holds what was found. Of an aspiration the course is the judge:
//! its volume, also a corrected one, says how much came.

use super::{Listed, Told, said};
use crate::access::Right;
use crate::patient::{Entry, Patient, Stand};
use crate::rules::Rules;
use crate::worklist::{DueBody, Task};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use pump::AlarmKind;
use record::Id;
use serde::{Deserialize, Serialize};
use therapy::act::{Act, Event as CourseEvent, Report};
use therapy::judge::small_child;
use therapy::pathway::loss_of_effect::{
    Cause, Done, Facts, Found, Sign, Step, Why, in_line, may, may_be_tolerance, next, rises_in_a_row, slope,
};
use therapy::{Rule, whole};
use twin::of;

/// Something recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "act", deny_unknown_fields)]
pub enum Event {
    /// A guide was begun.
    Begun {
        /// Why: what has changed.
        why: String,
        /// Signs of withdrawal or overdose, by id; none if none are there.
        signs: Vec<String>,
    },
    /// The signs were looked at again.
    Signs {
        /// Those that are there now, by id.
        signs: Vec<String>,
        /// What else was seen.
        note: String,
    },
    /// A step was done.
    Step {
        /// Which, by id.
        step: String,
        /// When it was done, in seconds since 1970: what it may follow is what was done before.
        at: i64,
        /// What was found, by id.
        found: String,
        /// What else is to be said.
        note: String,
        /// Whether it was done although it was refused.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        all_the_same: bool,
    },
    /// The guide was ended.
    Ended {
        /// The cause, by id.
        cause: String,
        /// What is done now.
        plan: String,
        /// Why it is called tolerance, if pump and catheter were not looked at.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
}

/// A step as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// The entry.
    pub version: u64,
    /// When it was done, in seconds since 1970.
    pub at: i64,
    /// Who recorded it.
    pub by: Option<Id>,
    /// The form it came from: a line of the course may have come with it.
    pub form: Id,
    /// Which.
    pub step: Step,
    /// What was found.
    pub found: Found,
    /// What else was said.
    pub note: String,
    /// Whether it was done although it was refused.
    pub all_the_same: bool,
}

/// A look at the signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// When, in seconds since 1970.
    pub at: i64,
    /// Who recorded it.
    pub by: Option<Id>,
    /// Those that were there.
    pub signs: Vec<Sign>,
    /// What else was seen.
    pub note: String,
}

/// How a guide ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    /// When, in seconds since 1970.
    pub at: i64,
    /// Who recorded it.
    pub by: Option<Id>,
    /// The cause.
    pub cause: Cause,
    /// What is done now.
    pub plan: String,
    /// Why it is called tolerance without a look at pump and catheter; mostly empty.
    pub reason: String,
}

/// A guide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guide {
    /// The entry that began it.
    pub version: u64,
    /// When it was begun, in seconds since 1970.
    pub at: i64,
    /// Who began it.
    pub by: Option<Id>,
    /// Why.
    pub why: String,
    /// Signs as they were looked at, the last time last.
    pub signs: Vec<Seen>,
    /// Steps, in the order in which they were done.
    pub steps: Vec<Taken>,
    /// Its end.
    pub end: Option<End>,
}

impl Guide {
    /// The signs that were seen last until a time, in seconds since 1970.
    #[must_use]
    pub fn signs_at(&self, at: i64) -> &[Sign] {
        self.signs.iter().rfind(|seen| seen.at <= at).map_or(&[], |seen| &seen.signs)
    }
}

/// Guides that were walked, the last one last.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Guides {
    /// All of them.
    pub all: Vec<Guide>,
}

fn signs_of(ids: &[String]) -> Vec<Sign> {
    ids.iter().filter_map(|id| Sign::by_id(id)).collect()
}

fn seen(entry: &Entry, signs: &[String], note: &str) -> Seen {
    Seen { at: entry.happened, by: entry.by, signs: signs_of(signs), note: note.to_owned() }
}

impl Guides {
    /// The one that is open.
    #[must_use]
    pub fn open(&self) -> Option<&Guide> {
        self.all.last().filter(|guide| guide.end.is_none())
    }

    pub(super) fn take(&mut self, entry: &Entry, event: &Event) {
        if let Event::Begun { why, signs } = event {
            self.all.push(Guide {
                version: entry.version,
                at: entry.happened,
                by: entry.by,
                why: why.clone(),
                signs: vec![seen(entry, signs, "")],
                steps: Vec::new(),
                end: None,
            });
            return;
        }
        let Some(guide) = self.all.last_mut() else { return };
        match event {
            Event::Begun { .. } => {}
            Event::Signs { signs, note } => {
                guide.signs.push(seen(entry, signs, note));
                guide.signs.sort_by_key(|seen| seen.at);
            }
            Event::Step { step, found, note, all_the_same, .. } => {
                let Some(step) = Step::by_id(step) else { return };
                let Some(found) = Found::by_id(step, found) else { return };
                guide.steps.push(Taken {
                    version: entry.version,
                    at: entry.happened,
                    by: entry.by,
                    form: entry.form,
                    step,
                    found,
                    note: note.clone(),
                    all_the_same: *all_the_same,
                });
                guide.steps.sort_by_key(|taken| taken.at);
            }
            Event::Ended { cause, plan, reason } => {
                guide.end = Cause::by_id(cause).map(|cause| End {
                    at: entry.happened,
                    by: entry.by,
                    cause,
                    plan: plan.clone(),
                    reason: reason.clone(),
                });
            }
        }
    }
}

fn day(at: i64, zone: &TimeZone) -> Date {
    Timestamp::from_second(at).unwrap_or(Timestamp::UNIX_EPOCH).to_zoned(zone.clone()).date()
}

/// What an aspiration of this volume has found, by what the catheter holds; as it was told if that is not known.
fn aspirated(patient: &Patient, at: i64, told: Found) -> Option<Found> {
    let event = patient.file.events.iter().find_map(|event| match event.act {
        Act::Report(Report::Aspirated { volume }) if event.at.unix == at => Some(volume),
        _ => None,
    });
    // Marked as entered in error: nobody aspirated.
    let volume = event?;
    let catheter = patient.catheter_at(at);
    Some(match catheter {
        _ if volume.is_zero() => Found::NothingCame,
        Some(catheter) if of(volume.quotient()) < catheter => Found::CamePartly,
        Some(_) => Found::CameFreely,
        None => told,
    })
}

impl Patient {
    /// The clinic's zone, as the course names it.
    fn zone(&self) -> TimeZone {
        TimeZone::get(&self.file.zone).unwrap_or(TimeZone::UTC)
    }

    /// What the catheter holds at a time, in nL, by the record: that of the last operation that changed it.
    fn catheter_at(&self, at: i64) -> Option<twin::RBig> {
        let changed = self.file.events.iter().rev().filter(|event| event.at.unix <= at);
        let changed = changed.filter_map(|event| match &event.act {
            Act::Report(Report::Revised(revision)) => revision.catheter.as_ref(),
            _ => None,
        });
        let first = self.file.catheter.as_ref();
        changed.into_iter().next().or(first).map(|catheter| of(catheter.volume))
    }

    /// What the steps of a guide until a time (seconds since 1970) come to: those of which the course says otherwise are as
    /// the course says.
    #[must_use]
    pub fn done_of(&self, guide: &Guide, until: i64) -> Vec<Done> {
        let zone = self.zone();
        let done = guide.steps.iter().filter(|taken| taken.at <= until).filter_map(|taken| {
            let found = match (taken.step, taken.found) {
                (Step::Aspirate, Found::NothingCame) => Found::NothingCame,
                (Step::Aspirate, told) => aspirated(self, taken.at, told)?,
                (_, found) => found,
            };
            Some(Done { step: taken.step, found, on: day(taken.at, &zone) })
        });
        done.collect()
    }

    /// Everything that counts for the guide at a time (seconds since 1970), the course as it stood then among it.
    #[must_use]
    pub fn guide_facts(&self, guide: &Guide, stand: &Stand<'_>, rules: &Rules, at: i64) -> Facts {
        let course = &stand.course;
        let (rises, helped) = rises_in_a_row(course);
        let enough = whole(&rules.protocol.titration.rising_count) as usize;
        let is_open = |rules: &[Rule]| stand.open.iter().any(|open| rules.contains(&open.rule));
        let more_left = course.cycles_open().last().is_some_and(|cycle| cycle.measured > cycle.expected);
        Facts {
            rises_without_effect: rises >= enough && !helped,
            under_delivery: more_left && is_open(&[Rule::ResidualStop, Rule::ResidualReflux]),
            not_delivering: is_open(&[Rule::NotRunning, Rule::StoppedTooLong, Rule::Empty]),
            pump_faults: self.pump_faults(),
            filled_since_aspiration: self.entered_since_aspiration(at) || self.refilled(stand, rules),
            line_without_drug: in_line(course, stand.now).is_some_and(|line| line.prime.is_some()),
            dose_rises_fast: slope(course, stand.now).is_some_and(|slope| slope.is_fast),
            ..self.plain_facts(guide, at)
        }
    }

    /// How often the pump that is in the patient now has had a fault of its own, or left a residual that stops.
    #[must_use]
    pub fn pump_faults(&self) -> usize {
        let events = &self.file.events;
        let new_pump = |event: &CourseEvent| matches!(&event.act, Act::Report(Report::Revised(revision)) if revision.pump.is_some());
        let since = events.iter().rposition(new_pump).map_or(0, |place| place + 1);
        let residual = Rule::ResidualStop.about().id;
        let of_this_pump = events.get(since..).unwrap_or_default().iter().filter(|event| {
            let fault = matches!(
                event.act,
                Act::Report(Report::Alarm {
                    kind: Some(
                        AlarmKind::MotorStall
                            | AlarmKind::MemoryErrorMinor
                            | AlarmKind::MemoryErrorCritical
                            | AlarmKind::LowBatteryReset
                    ),
                    ..
                })
            );
            let said = self.weighing.get(&event.id).into_iter().flatten();
            fault || said.into_iter().any(|said| said.rule == residual)
        });
        of_this_pump.count()
    }

    /// Facts that the record holds without following the course.
    fn plain_facts(&self, guide: &Guide, at: i64) -> Facts {
        Facts {
            signs: guide.signs_at(at).to_vec(),
            filled_since_aspiration: self.entered_since_aspiration(at),
            ..Facts::nothing(day(at, &self.zone()))
        }
    }

    /// Whether a program was seen in the pump after the catheter was aspirated last: it may have primed the line.
    fn entered_since_aspiration(&self, until: i64) -> bool {
        let until = self.file.events.partition_point(|event| event.at.unix <= until);
        let events = self.file.events.get(..until).unwrap_or_default();
        let aspirated =
            events.iter().rposition(|event| matches!(event.act, Act::Report(Report::Aspirated { .. })));
        let since = aspirated.and_then(|place| events.get(place + 1..)).unwrap_or_default();
        since.iter().any(|event| matches!(event.act, Act::Report(Report::Confirmed(_))))
    }

    /// Whether the pump has pushed as much drug into the aspirated catheter as the smallest test dose.
    fn refilled(&self, stand: &Stand<'_>, rules: &Rules) -> bool {
        let screening = &rules.protocol.screening;
        let smallest = match small_child(&stand.course, &rules.setting(), stand.now) {
            true => Some(&screening.small_child_first.value),
            false => screening.ladder.value.first(),
        };
        let smallest = smallest.map(|dose| of(dose.quotient()));
        let now = in_line(&stand.course, stand.now).and_then(|line| line.now);
        smallest.zip(now).is_some_and(|(smallest, now)| now >= smallest)
    }
}

/// Why a step must not come at a time; `None` if it may, or nothing is open.
fn refused(patient: &Patient, step: Step, at: i64) -> Option<Why> {
    let guide = patient.path.guides.open()?;
    let (done, facts) = (patient.done_of(guide, at), patient.plain_facts(guide, at));
    // A prime is an order of its own, and judged there.
    may(step, &done, &facts).filter(|why| *why != Why::LineHoldsDrug)
}

fn known_signs(signs: &[String]) -> Result<(), (&'static str, String)> {
    match signs.iter().find(|id| Sign::by_id(id).is_none()) {
        Some(unknown) => Err(("/signs", format!("{unknown} is no sign that is asked for"))),
        None => Ok(()),
    }
}

impl Told for Event {
    fn title(&self) -> String {
        match self {
            Self::Begun { why, .. } => format!("Loss of effect: guide begun: {why}"),
            Self::Signs { signs, .. } => {
                let words: Vec<&str> = signs_of(signs).into_iter().map(Sign::words).collect();
                let words = if words.is_empty() { "none".to_owned() } else { words.join(", ") };
                format!("Loss of effect: signs: {words}")
            }
            Self::Step { step, found, .. } => {
                let step = Step::by_id(step);
                let found = step.and_then(|step| Found::by_id(step, found)).map_or("", Found::words);
                format!("Loss of effect: {}: {found}", step.map_or("", Step::title))
            }
            Self::Ended { cause, .. } => {
                format!("Loss of effect: ended: {}", Cause::by_id(cause).map_or("", Cause::words))
            }
        }
    }

    fn reason(&self) -> Option<&str> {
        Some(match self {
            Self::Begun { .. } => return None,
            Self::Signs { note, .. } | Self::Step { note, .. } => note,
            Self::Ended { plan, .. } => plan,
        })
    }

    fn right(&self) -> Right {
        Right::RecordReports
    }

    fn check(&self, patient: &Patient, now: i64) -> Result<(), (&'static str, String)> {
        let open = patient.path.guides.open();
        if !matches!(self, Self::Begun { .. }) && open.is_none() {
            return Err(("/step", "needs a guide that is open".to_owned()));
        }
        match self {
            Self::Begun { why, signs } => {
                if open.is_some() {
                    return Err(("/why", "is not asked again: a guide is open already".to_owned()));
                }
                said("/why", why)?;
                known_signs(signs)
            }
            Self::Signs { signs, .. } => known_signs(signs),
            Self::Step { step, at, found, all_the_same, note } => {
                let step =
                    Step::by_id(step).ok_or(("/step", "is none of the steps of the guide".to_owned()))?;
                Found::by_id(step, found)
                    .ok_or(("/found", "is nothing that is found at this step".to_owned()))?;
                match refused(patient, step, *at) {
                    Some(_) if *all_the_same => said("/note", note),
                    Some(why) => {
                        Err(("/step", format!("must not come now. {} {}", why.says(), why.instead())))
                    }
                    None => Ok(()),
                }
            }
            Self::Ended { cause, plan, reason } => {
                let cause = Cause::by_id(cause).ok_or(("/cause", "is none of the causes".to_owned()))?;
                said("/plan", plan)?;
                let Some(guide) = open else { return Ok(()) };
                let (done, facts) = (patient.done_of(guide, now), patient.plain_facts(guide, now));
                let looked = may_be_tolerance(&done, &facts);
                if cause == Cause::Tolerance && !looked {
                    said("/reason", reason)?;
                }
                Ok(())
            }
        }
    }
}

pub(super) fn due(patient: &Patient, _rules: &Rules, now: i64, list: Listed<'_>) {
    let Some(guide) = patient.path.guides.open() else { return };
    let next = next(&patient.done_of(guide, now), &patient.plain_facts(guide, now));
    let text = match (next.urgent.first(), next.now.first()) {
        (Some(urgent), _) => format!("signs of {}: treat first", urgent.word()),
        (None, Some(step)) => format!("next: {}", step.title()),
        (None, None) => "say what the cause is".to_owned(),
    };
    list(Task::LossOfEffect, guide.at, &DueBody { text, ..DueBody::default() });
}
