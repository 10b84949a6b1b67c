//! The pump and the record side by side.

use super::Reading;
use super::order::{mode, program, runs};
use crate::patient::Stand;
use pump::Running;
use quantity::Volume;
use therapy::{Value, decimal, dose_of, expected_volume};
use twin::{RBig, of};

/// What is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BesideWhat {
    /// Serial number.
    Serial,
    /// Whether anything flows.
    Delivery,
    /// Drug.
    Drug,
    /// Strength.
    Strength,
    /// Mode of the base.
    Mode,
    /// Dose in 24 hours, the mean of the week.
    Dose,
    /// Doses of the days of the week.
    Days,
    /// Calculated volume in the reservoir.
    Reservoir,
    /// Volume of the low-reservoir alarm.
    AlarmVolume,
    /// Offset of the pump's clock.
    Clock,
}

/// One line of the comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    /// What.
    pub what: BesideWhat,
    /// In the record.
    pub record: String,
    /// In the pump.
    pub pump: String,
    /// Whether the two agree.
    pub same: bool,
    /// Whether a difference means that the pump runs something else than the record says.
    pub program: bool,
}

const NOTHING: &str = "\u{2013}";

fn row(what: BesideWhat, record: Option<String>, pump: Option<String>, program: bool) -> Beside {
    let same = record == pump;
    let shown = |value: Option<String>| value.unwrap_or_else(|| NOTHING.to_owned());
    Beside { what, record: shown(record), pump: shown(pump), same, program }
}

/// What delivers, in words.
#[must_use]
pub const fn running_words(running: Running) -> &'static str {
    match running {
        Running::NeverProgrammed => "never programmed: nothing flows",
        Running::Program => "running",
        Running::HeldAtMinimum => "held at the minimum rate: treats nobody",
        Running::HeldStopped => "stopped: nothing flows",
        Running::SafeState => "safe state: minimum rate only, treats nobody",
        Running::TelemetryHold => "held by telemetry mode: nothing flows",
        Running::Ended => "end of service: nothing flows",
    }
}

/// Boluses before the base: they are over in the record once the program runs, and stay part of the order in the pump.
fn dose(program: &pump::Program, strength: quantity::Concentration) -> String {
    Value::Dose(dose_of(program, strength)).to_string()
}

/// A volume to the hundredth of a millilitre, cut.
fn hundredths(volume: Volume) -> String {
    format!("{}\u{a0}mL", decimal(&(of(volume.quotient()) / RBig::from(1_000_000)), 2))
}

/// How far calculated volumes may stand apart and still be called the same: what a syringe shows.
const VOLUME_APART_NANOLITRES: u64 = 100_000;

/// Whether the record says that delivery is interrupted now. What was seen running again is over, though it counts for the next dose.
fn interrupted(stand: &Stand<'_>) -> bool {
    stand.course.interruptions.iter().any(|gap| gap.until.is_none())
}

/// Every line; the first are those that decide.
#[must_use]
pub fn beside(stand: &Stand<'_>, reading: Reading<'_>) -> Vec<Beside> {
    let course = &stand.course;
    let status = reading.status;
    let in_pump = program(reading);
    let told = course.running();
    let mut rows = Vec::new();
    rows.push(row(
        BesideWhat::Serial,
        course.pump.map(|pump| pump.serial.clone()),
        Some(status.serial.as_str().to_owned()),
        true,
    ));
    let record_flows = told.is_some_and(|told| !told.asked.is_stopped()) && !interrupted(stand);
    let pump_flows = runs(reading) && in_pump.as_ref().is_some_and(|(_, program, _)| !program.is_stopped());
    let flow_words = if record_flows { "running" } else { "not running" };
    let pump_words =
        if pump_flows || !runs(reading) { running_words(status.running) } else { "stopped by its program" };
    let same = record_flows == pump_flows;
    rows.push(Beside {
        what: BesideWhat::Delivery,
        record: flow_words.to_owned(),
        pump: pump_words.to_owned(),
        same,
        program: true,
    });
    rows.push(row(
        BesideWhat::Drug,
        course.reservoir.as_ref().map(|reservoir| reservoir.drug.to_owned()),
        in_pump.as_ref().map(|(part, ..)| part.drug.as_str().to_owned()),
        true,
    ));
    rows.push(row(
        BesideWhat::Strength,
        told.map(|told| Value::concentration(told.concentration).to_string()),
        in_pump.as_ref().map(|(.., strength)| Value::concentration(*strength).to_string()),
        true,
    ));
    rows.push(row(
        BesideWhat::Mode,
        told.map(|told| told.mode.to_owned()),
        in_pump.as_ref().map(|(part, ..)| mode(part).to_owned()),
        true,
    ));
    rows.push(row(
        BesideWhat::Dose,
        told.map(|told| dose(told.achieved, told.concentration)),
        in_pump.as_ref().map(|(_, program, strength)| dose(program, *strength)),
        true,
    ));
    let week = told
        .zip(in_pump.as_ref())
        .map(|(told, (_, program, _))| told.achieved.day_flows() == program.day_flows());
    if week == Some(false) {
        rows.push(Beside {
            what: BesideWhat::Days,
            record: "as ordered".to_owned(),
            pump: "differs between the days of the week".to_owned(),
            same: false,
            program: true,
        });
    }
    rows.push(volume_row(stand, reading));
    rows.push(row(
        BesideWhat::AlarmVolume,
        Some(hundredths(course.alarm_volume)),
        status
            .fill
            .and_then(|fill| Volume::from_nanolitres(fill.alarm_volume_nanolitres).ok())
            .map(hundredths),
        false,
    ));
    let clock = |seconds: i32| {
        let sign = if seconds < 0 { '\u{2212}' } else { '+' };
        format!("UTC{sign}{:02}:{:02}", seconds.unsigned_abs() / 3_600, seconds.unsigned_abs() / 60 % 60)
    };
    rows.push(row(
        BesideWhat::Clock,
        course.pump.map(|pump| clock(pump.clock.offset_seconds)),
        Some(clock(status.clock_offset_seconds)),
        false,
    ));
    rows
}

/// Both are calculated; neither is measured.
fn volume_row(stand: &Stand<'_>, reading: Reading<'_>) -> Beside {
    let record = stand.course.twin.as_ref().filter(|_| stand.course.reservoir.is_some());
    let record = record.map(|twin| expected_volume(twin, stand.now));
    let pump =
        reading.status.reservoir_calculated_nanolitres.and_then(|left| Volume::from_nanolitres(left).ok());
    let same = match (record, pump) {
        (Some(record), Some(pump)) => {
            record.nanolitres().abs_diff(pump.nanolitres()) <= VOLUME_APART_NANOLITRES
        }
        (None, None) => true,
        _ => false,
    };
    Beside { same, ..row(BesideWhat::Reservoir, record.map(hundredths), pump.map(hundredths), false) }
}

/// Whether the pump runs what the record says it runs: only then may another program be sent.
///
/// A pump that holds no order (a new one, or one that has lost it) agrees with a record that says that nothing is delivered. So does
/// one in its safe state: whatever order it still holds, only another one ends that state.
#[must_use]
pub fn agrees(stand: &Stand<'_>, reading: Reading<'_>) -> bool {
    let rows = beside(stand, reading);
    let empty = reading.committed.is_none();
    let idle = empty || reading.status.running == Running::SafeState;
    if (empty && stand.course.running().is_none()) || (idle && interrupted(stand)) {
        return rows.iter().all(|row| row.same || row.what != BesideWhat::Serial);
    }
    rows.iter().all(|row| row.same || !row.program)
}
