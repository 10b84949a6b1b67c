//! The facts of an emergency, before they are words: the sheet of staff, its paper, and the page behind the card's code say
//! the same since all of them begin here.
//!
//! Only what was seen in the pump is a fact about the dose. What was ordered and not seen there is told as doubt.

use jiff::civil::{Date, DateTime};
use practice::patient::{OpenFinding, Patient, Stand, line_title};
use practice::rules::Rules;
use practice::summary::{Flow, Summary, micrograms};
use practice::triage::Delivery;
use pump::{Base, BolusKind, PumpTime};
use quantity::Concentration;
use therapy::act::{Act, Report};
use therapy::{Level, OrderState, Rule, Running};
use twin::civil;

/// Something that comes before the facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Told {
    Died(Date),
    /// When, in seconds since 1970, and why.
    TakenOut(i64, String),
    NoPump,
    /// An order that nobody saw in the pump; `held` if a session was held all the same.
    Order {
        what: String,
        at: Option<DateTime>,
        held: bool,
    },
    /// What the reservoir holds is none of the listed products.
    NotBaclofen(String),
    /// Empty by calculation since then.
    Empty(DateTime),
    Stopped {
        since: Option<DateTime>,
        cause: String,
    },
    /// Nobody knows whether anything is delivered.
    Doubtful {
        since: Option<DateTime>,
        cause: String,
    },
    StoppedByOrder(Option<DateTime>),
    /// The lists say so, and no case above has found why.
    StoppedByRecord,
    NoProgram,
    /// The line that opened it, with when it happened, in seconds since 1970.
    CriticalAlarm(Option<(String, i64)>),
    MinimumRate,
    Bolus(BolusKind, DateTime),
    /// Anything else that is open and hard.
    Open(Rule),
}

/// Which strength the pump works with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Strength {
    /// On the vial; no program was seen in the pump.
    NotSeen(Concentration),
    /// Told to the pump.
    Told(Concentration),
    /// Told to the pump, and another one on the vial.
    Differs { told: Concentration, vial: Concentration },
}

/// How a program was seen in the pump.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Seen {
    ReadBack,
    Found,
    AtSurgery,
}

/// The program that was seen in the pump.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Confirmed {
    /// Per 24 hours over its week, a decimal number.
    pub(crate) micrograms: String,
    /// A word of the course file.
    pub(crate) mode: &'static str,
    pub(crate) patient_bolus: bool,
    pub(crate) since: Option<DateTime>,
    /// How it was seen, and by whom.
    pub(crate) seen: Option<(Seen, Option<String>)>,
}

/// What is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Known {
    /// What comes first, the worst first.
    pub(crate) told: Vec<Told>,
    pub(crate) pump: Option<String>,
    /// The model's id in the catalogue.
    pub(crate) pump_id: Option<String>,
    pub(crate) serial: Option<String>,
    pub(crate) drug: Option<String>,
    pub(crate) strength: Option<Strength>,
    pub(crate) confirmed: Option<Confirmed>,
    pub(crate) refill_by: Option<Date>,
    pub(crate) alarm_on: Option<Date>,
    pub(crate) empty_on: Option<Date>,
    /// Empty at the earliest, where that is earlier.
    pub(crate) early_empty_on: Option<Date>,
    pub(crate) delivery: Delivery,
}

/// What is known of a patient as of `stand`; `today` is the clinic's.
pub(crate) fn known(
    patient: &Patient,
    summary: &Summary,
    rules: &Rules,
    stand: &Stand<'_>,
    today: Date,
) -> Known {
    let here = patient.has_pump();
    let running = stand.course.running().filter(|_| here);
    let vial = stand.course.reservoir.as_ref().filter(|_| here).map(|reservoir| reservoir.concentration);
    let strength = match (running, vial) {
        (None, vial) => vial.map(Strength::NotSeen),
        (Some(running), Some(vial)) if vial != running.concentration => {
            Some(Strength::Differs { told: running.concentration, vial })
        }
        (Some(running), _) => Some(Strength::Told(running.concentration)),
    };
    let early = summary.early_empty_on.filter(|early| summary.empty_on.is_some_and(|empty| *early < empty));
    Known {
        told: told(patient, summary, rules, stand),
        pump: summary.pump.clone(),
        pump_id: summary.pump_id.clone(),
        serial: summary.serial.clone(),
        drug: summary.drug.clone(),
        strength,
        confirmed: running.map(|running| confirmed(stand, running)),
        refill_by: summary.refill_by.filter(|_| here),
        alarm_on: summary.alarm_on.filter(|_| here),
        empty_on: summary.empty_on.filter(|_| here),
        early_empty_on: early.filter(|_| here),
        delivery: delivery(summary, &stand.open, today),
    }
}

fn confirmed(stand: &Stand<'_>, running: &Running<'_>) -> Confirmed {
    let course = &stand.course;
    let events = course.file.events.iter().rev().filter(|event| course.time(event.at) == running.since);
    let seen = events.into_iter().find_map(|event| {
        let how = match &event.act {
            Act::Report(Report::Confirmed(_)) => Seen::ReadBack,
            Act::Report(Report::Found(_)) => Seen::Found,
            Act::Report(Report::Revised(_) | Report::Implanted { .. }) => Seen::AtSurgery,
            _ => return None,
        };
        Some((how, event.by.clone()))
    });
    Confirmed {
        micrograms: micrograms(&running.dose_per_day()),
        mode: running.mode,
        patient_bolus: running.asked.patient_bolus.is_some(),
        since: civil(running.since),
        seen,
    }
}

/// What comes before the facts, the worst first.
fn told(patient: &Patient, summary: &Summary, rules: &Rules, stand: &Stand<'_>) -> Vec<Told> {
    let course = &stand.course;
    let mut told: Vec<Told> = patient.died.map(Told::Died).into_iter().collect();
    if !patient.has_pump() {
        let out = patient.episode().and_then(|episode| episode.explanted.as_ref());
        told.push(out.map_or(Told::NoPump, |(at, reason)| Told::TakenOut(*at, reason.clone())));
        return told;
    }
    for record in &course.orders {
        let held = match record.state {
            OrderState::Unknown => true,
            OrderState::Ordered if record.order.program.is_some() => false,
            _ => continue,
        };
        let what = patient.line(&record.event.id).map(|placed| line_title(&placed.line.line));
        let what = what.unwrap_or_else(|| record.event.id.clone());
        told.push(Told::Order { what, at: civil(course.time(record.event.at)), held });
    }
    if let Some(reservoir) = &course.reservoir
        && rules.catalogue.drug(reservoir.drug).is_none()
    {
        told.push(Told::NotBaclofen(reservoir.drug.to_owned()));
    }
    stopped(summary, stand, &mut told);
    for open in stand.open.iter().filter(|open| open.rule == Rule::AlarmCritical) {
        told.push(Told::CriticalAlarm(opened_by(patient, open)));
    }
    if summary.flow == Flow::MinimumRate {
        told.push(Told::MinimumRate);
    }
    told.extend(course.running().and_then(|running| bolus_now(running, stand.now)));
    // The rest of what is open and hard; what is said above is not said twice.
    let said = [Rule::AlarmCritical, Rule::OrderUnknown, Rule::NotRunning, Rule::StoppedTooLong, Rule::Empty];
    for open in stand.open.iter().filter(|open| open.level == Level::Hard && !said.contains(&open.rule)) {
        if !told.contains(&Told::Open(open.rule)) {
            told.push(Told::Open(open.rule));
        }
    }
    told
}

/// The line that opened a finding, and when it happened.
fn opened_by(patient: &Patient, open: &OpenFinding) -> Option<(String, i64)> {
    let placed = open.line.as_deref().and_then(|id| patient.line(id))?;
    let entry = patient.entries.iter().find(|entry| entry.version == placed.version)?;
    Some((line_title(&placed.line.line), entry.happened))
}

/// That nothing flows, or that nobody knows whether it does.
fn stopped(summary: &Summary, stand: &Stand<'_>, told: &mut Vec<Told>) {
    let course = &stand.course;
    let empty = stand.outlook.as_ref().and_then(|outlook| outlook.forecast.empty_at);
    told.extend(empty.filter(|at| *at <= stand.now).and_then(civil).map(Told::Empty));
    for gap in course.interruptions.iter().filter(|gap| gap.until.is_none()) {
        let (since, cause) = (gap.from.and_then(civil), gap.cause.clone());
        told.push(if gap.lasts { Told::Stopped { since, cause } } else { Told::Doubtful { since, cause } });
    }
    match course.running() {
        Some(running) if running.asked.is_stopped() => {
            if !told.iter().any(Told::is_stop) {
                told.push(Told::StoppedByOrder(civil(running.since)));
            }
        }
        Some(_) => {}
        None => told.push(Told::NoProgram),
    }
    // Whatever makes the lists say that nothing flows must stand here, even where no case above has found it.
    if summary.flow == Flow::Stopped && !told.iter().any(Told::is_stop) {
        told.push(Told::StoppedByRecord);
    }
}

impl Told {
    /// Whether it says that nothing is delivered.
    pub(crate) const fn is_stop(&self) -> bool {
        matches!(
            self,
            Self::Empty(_) | Self::Stopped { .. } | Self::StoppedByOrder(_) | Self::StoppedByRecord
        )
    }

    /// Whether it makes the dose unsure.
    pub(crate) const fn is_unsure(&self) -> bool {
        matches!(self, Self::Order { .. })
    }
}

/// How sure the dose is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DoseState {
    Stopped,
    NotSure,
    Runs,
}

impl DoseState {
    /// A stop weighs more than a doubt.
    pub(crate) const fn of(stopped: bool, unsure: bool) -> Self {
        match (stopped, unsure) {
            (true, _) => Self::Stopped,
            (false, true) => Self::NotSure,
            (false, false) => Self::Runs,
        }
    }
}

impl Known {
    /// How sure the dose is.
    pub(crate) fn dose_state(&self) -> DoseState {
        DoseState::of(self.told.iter().any(Told::is_stop), self.told.iter().any(Told::is_unsure))
    }
}

/// A bolus of the running program that is not over.
fn bolus_now(running: &Running<'_>, now: PumpTime) -> Option<Told> {
    let mut begins = running.since;
    for bolus in running.asked.boluses() {
        let ends = begins.after(bolus.over);
        if begins <= now && now < ends {
            return Some(Told::Bolus(bolus.kind, civil(ends)?));
        }
        begins = ends;
    }
    None
}

/// Open findings with which it is not sure that drug flows.
const DOUBTS: [Rule; 4] = [Rule::AlarmCritical, Rule::NotRunning, Rule::StoppedTooLong, Rule::Empty];

/// What the record says of delivery; doubtful wherever it is not sure that drug flows.
pub(crate) fn delivery(summary: &Summary, open: &[OpenFinding], today: Date) -> Delivery {
    let doubt = open.iter().any(|open| DOUBTS.contains(&open.rule));
    match summary.flow {
        Flow::NoPump | Flow::Explanted => Delivery::NoRecord,
        Flow::Running
            if !doubt
                && summary.unconfirmed == 0
                && summary.early_empty_on.is_none_or(|early| today < early)
                && summary.empty_on.is_none_or(|empty| today < empty) =>
        {
            Delivery::Flows
        }
        _ => Delivery::Doubtful,
    }
}

/// Whether the program that was seen in the pump changes over the day.
pub(crate) fn is_flex(stand: &Stand<'_>) -> bool {
    stand.course.running().is_some_and(|running| matches!(running.asked.base(), Base::Flex(_)))
}
