//! What comes before the facts: what is wrong or not known about the pump right now.

use super::wall;
use crate::patient::{Chart, sentence};
use jiff::civil::{Date, DateTime};
use practice::patient::{OpenFinding, Stand};
use practice::summary::Flow;
use pump::{AlarmKind, AlarmSound, BolusKind, PumpTime};
use quantity::Mass;
use therapy::act::{Act, Order, Report};
use therapy::{Level, OrderState, Rule, Running, dose_of};
use twin::RBig;

/// What an order asks for.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Asked {
    /// A test dose.
    pub(crate) test: Option<Mass>,
    /// Whether it asks for a refill.
    pub(crate) refill: bool,
    /// A program: ng per day and mode.
    pub(crate) program: Option<(RBig, &'static str)>,
}

/// What an order asks for.
pub(crate) fn asked(order: &Order) -> Asked {
    Asked {
        test: order.screening_dose.as_ref().map(|test| test.dose),
        refill: order.refill.is_some(),
        program: order
            .program
            .as_ref()
            .map(|program| (dose_of(&program.run, program.concentration), program.mode)),
    }
}

/// Something that must be read before the facts.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Warn {
    /// By this record the patient died.
    Died(Date),
    /// No pump is on this record.
    NoPump,
    /// The system was taken out, and why.
    Explanted(DateTime, String),
    /// An order was signed and not confirmed in the pump.
    Order {
        what: Asked,
        signed: Option<DateTime>,
        /// Whether a session was held and the pump was not seen running it.
        session: bool,
    },
    /// The reservoir holds what is no baclofen product of the catalogue.
    NotBaclofen(String),
    /// The reservoir is empty by calculation.
    Empty(DateTime),
    /// Nothing is delivered: since when, and why.
    Nothing(Option<DateTime>, String),
    /// Whether anything is delivered is not known: since when, and why.
    Unsure(Option<DateTime>, String),
    /// Stopped by order.
    Stopped(Option<DateTime>),
    /// By the lists nothing is delivered, and no reason above says why.
    NothingRecorded,
    /// No program was seen in the pump yet.
    NotProgrammed,
    /// At its minimum rate it treats nobody.
    MinimumRate,
    /// A bolus runs until then.
    Bolus(BolusKind, DateTime),
    /// A critical alarm is open: its kind and sound, and when it was recorded.
    Alarm(Option<AlarmKind>, Option<AlarmSound>, Option<DateTime>),
    /// Another hard finding that is open, in the English words of its rule.
    Open(String),
    /// The refill was due by then.
    RefillPast(Date),
}

impl Warn {
    /// Whether it says that nobody knows what an order has become.
    pub(crate) const fn is_order(&self) -> bool {
        matches!(self, Self::Order { .. })
    }

    /// Whether it says that nothing is delivered.
    pub(crate) const fn is_stopped(&self) -> bool {
        matches!(self, Self::Empty(_) | Self::Nothing(..) | Self::Stopped(_) | Self::NothingRecorded)
    }
}

/// What comes before the facts, the worst first.
pub(super) fn warnings(chart: &Chart, stand: &Stand<'_>) -> Vec<Warn> {
    let (patient, course) = (&chart.patient, &stand.course);
    let at = |at: PumpTime| wall(chart, stand, at);
    let mut warnings = Vec::new();
    warnings.extend(patient.died.map(Warn::Died));
    if !patient.has_pump() {
        let out = patient.episode().and_then(|episode| episode.explanted.as_ref());
        warnings.push(match out {
            Some((unix, reason)) => {
                let at = jiff::Timestamp::from_second(*unix).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
                Warn::Explanted(at.to_zoned(chart.page.zone.clone()).datetime(), sentence(reason))
            }
            None => Warn::NoPump,
        });
        return warnings;
    }
    for record in &course.orders {
        let session = match record.state {
            OrderState::Unknown => true,
            OrderState::Ordered if record.order.program.is_some() => false,
            _ => continue,
        };
        let signed = at(course.time(record.event.at));
        warnings.push(Warn::Order { what: asked(record.order), signed, session });
    }
    if let Some(reservoir) = &course.reservoir
        && chart.rules.catalogue.drug(reservoir.drug).is_none()
    {
        warnings.push(Warn::NotBaclofen(reservoir.drug.to_owned()));
    }
    stopped(chart, stand, &mut warnings);
    for open in stand.open.iter().filter(|open| open.rule == Rule::AlarmCritical) {
        warnings.push(alarm(chart, stand, open));
    }
    if chart.summary.flow == Flow::MinimumRate {
        warnings.push(Warn::MinimumRate);
    }
    warnings.extend(
        course
            .running()
            .and_then(|running| bolus_now(running, stand.now))
            .and_then(|(kind, ends)| Some(Warn::Bolus(kind, at(ends)?))),
    );
    // The rest of what is open and hard; what is said above is not said twice.
    let said = [Rule::AlarmCritical, Rule::OrderUnknown, Rule::NotRunning, Rule::StoppedTooLong, Rule::Empty];
    let rest = stand.open.iter().filter(|open| open.level == Level::Hard && !said.contains(&open.rule));
    let mut rules: Vec<Rule> = Vec::new();
    for open in rest {
        if !rules.contains(&open.rule) {
            rules.push(open.rule);
            warnings.push(Warn::Open(sentence(open.rule.about().says)));
        }
    }
    warnings
}

/// A critical alarm with the line that opened it.
fn alarm(chart: &Chart, stand: &Stand<'_>, open: &OpenFinding) -> Warn {
    let events = &chart.patient.file.events;
    let event = open.line.as_deref().and_then(|id| events.iter().find(|event| event.id == id));
    let at = event.and_then(|event| wall(chart, stand, stand.course.time(event.at)));
    match event.map(|event| &event.act) {
        Some(Act::Report(Report::Alarm { kind, sound })) => Warn::Alarm(*kind, *sound, at),
        _ => Warn::Alarm(None, None, at),
    }
}

/// That nothing flows, or that nobody knows whether it does.
fn stopped(chart: &Chart, stand: &Stand<'_>, warnings: &mut Vec<Warn>) {
    let course = &stand.course;
    let at = |at: PumpTime| wall(chart, stand, at);
    let empty = stand.outlook.as_ref().and_then(|outlook| outlook.forecast.empty_at);
    warnings.extend(empty.filter(|at| *at <= stand.now).and_then(at).map(Warn::Empty));
    for gap in course.interruptions.iter().filter(|gap| gap.until.is_none()) {
        let (since, why) = (gap.from.and_then(at), sentence(&gap.cause));
        warnings.push(if gap.lasts { Warn::Nothing(since, why) } else { Warn::Unsure(since, why) });
    }
    match course.running() {
        Some(running) if running.asked.is_stopped() => {
            // Only an order that was confirmed says by whom and since when; a pump that was found so says neither.
            let ordered = course.orders.iter().any(|record| record.state == OrderState::Running);
            if !warnings.iter().any(Warn::is_stopped) {
                warnings.push(if ordered { Warn::Stopped(at(running.since)) } else { Warn::NothingRecorded });
            }
        }
        Some(_) => {}
        None => warnings.push(Warn::NotProgrammed),
    }
    // Whatever makes the lists say that nothing flows must stand here, even where no case above has found it.
    if chart.summary.flow == Flow::Stopped && !warnings.iter().any(Warn::is_stopped) {
        warnings.push(Warn::NothingRecorded);
    }
    let past = chart.summary.refill_by.filter(|by| course.running().is_some() && *by < chart.today());
    warnings.extend(past.map(Warn::RefillPast));
}

/// A bolus of the running program that is not over.
fn bolus_now(running: &Running<'_>, now: PumpTime) -> Option<(BolusKind, PumpTime)> {
    let mut begins = running.since;
    for bolus in running.asked.boluses() {
        let ends = begins.after(bolus.over);
        if begins <= now && now < ends {
            return Some((bolus.kind, ends));
        }
        begins = ends;
    }
    None
}
