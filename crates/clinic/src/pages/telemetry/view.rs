//! What a pump said, for people.

use crate::page::Page;
use crate::state::AppState;
use crate::telemetry::Reading;
use crate::telemetry::compare::{agrees, running_words};
use crate::telemetry::order::program;
use jiff::civil::{Date, DateTime};
use practice::patient::{Patient, Stand};
use pump::{AlarmClass, AlarmState, Condition, LogKind};
use therapy::{Value, dose_of};

/// The pump as it was read last, in a few lines for the pages of program, refill and alarm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Panel {
    /// Address of the page with everything.
    pub address: String,
    /// When it was read; `None` if it was not since the start.
    pub read: Option<String>,
    /// What delivers.
    pub running: String,
    /// Its dose per 24 hours.
    pub dose: Option<String>,
    /// Calculated volume left.
    pub left: Option<String>,
    /// Alarms that hold.
    pub alarms: Vec<String>,
    /// Whether it runs what the record says.
    pub agrees: bool,
}

impl Panel {
    /// Of a patient whose pump can be reached; `None` of any other.
    pub(crate) fn of(state: &AppState, page: &Page, patient: &Patient, stand: &Stand<'_>) -> Option<Self> {
        let programmer = state.programmer()?;
        let pump = stand.course.pump.filter(|_| patient.has_pump())?;
        patient.path.telemetry.to(&pump.serial)?;
        let address = format!("/patients/{}/telemetry", patient.id);
        let Some(reading) = programmer.reading(patient.id, &pump.serial) else {
            return Some(Self {
                address,
                read: None,
                running: String::new(),
                dose: None,
                left: None,
                alarms: Vec::new(),
                agrees: true,
            });
        };
        let left = reading.status.reservoir_calculated_nanolitres;
        Some(Self {
            address,
            read: Some(page.moment(reading.at)),
            running: running_words(reading.status.running).to_owned(),
            dose: program(&reading)
                .map(|(_, program, strength)| Value::Dose(dose_of(&program, strength)).to_string()),
            left: left.map(|left| crate::bedside::hundredths(&twin::RBig::from(left))),
            alarms: holding(&reading).map(|alarm| condition_words(alarm.condition).to_owned()).collect(),
            agrees: agrees(stand, &reading),
        })
    }
}

fn holding(reading: &Reading) -> impl Iterator<Item = &pump::Alarm> {
    reading.status.alarms.iter().filter(|alarm| alarm.state != AlarmState::Clear)
}

/// A moment of the pump's clock, which knows no daylight saving.
fn on_the_pump(pump_time: i64) -> Option<DateTime> {
    let at = jiff::Timestamp::from_second(pump_time).ok()?;
    Some(at.to_zoned(jiff::tz::TimeZone::UTC).datetime())
}

/// A day of the pump's clock.
pub(super) fn day_of(pump_time: i64) -> Option<Date> {
    on_the_pump(pump_time).map(DateTime::date)
}

fn moment(pump_time: i64) -> String {
    on_the_pump(pump_time)
        .map_or_else(|| "not known".to_owned(), |at| at.strftime("%-d %B %Y, %H:%M").to_string())
}

/// An alarm as a row.
#[derive(Debug, Clone)]
pub(super) struct AlarmRow {
    /// Its word in the form.
    pub word: &'static str,
    /// In words.
    pub what: &'static str,
    /// Whether it is critical.
    pub critical: bool,
    /// Since when, on the pump's clock.
    pub since: String,
    /// Until when it is silent, if somebody acknowledged it.
    pub silent_until: Option<String>,
}

pub(super) fn alarms(reading: &Reading) -> Vec<AlarmRow> {
    let rows = holding(reading).filter_map(|alarm| {
        let (issued, silent) = match alarm.state {
            AlarmState::Clear => return None,
            AlarmState::Sounding { issued_at } => (issued_at, None),
            AlarmState::Acknowledged { issued_at, silent_until, .. } => (issued_at, Some(silent_until)),
        };
        Some(AlarmRow {
            word: condition_word(alarm.condition),
            what: condition_words(alarm.condition),
            critical: alarm.condition.class() == AlarmClass::Critical,
            since: moment(issued),
            silent_until: silent.map(moment),
        })
    });
    rows.collect()
}

/// A log entry as a row.
#[derive(Debug, Clone)]
pub(super) struct LogRow {
    /// Its number.
    pub number: u32,
    /// When, on the pump's clock.
    pub at: String,
    /// What.
    pub what: String,
}

pub(super) fn log(reading: &Reading) -> Vec<LogRow> {
    let rows = reading.log.iter().map(|entry| LogRow {
        number: entry.number,
        at: moment(entry.at),
        what: event_words(entry.kind, entry.a, entry.b),
    });
    rows.collect()
}

fn condition_named(number: u32) -> &'static str {
    let known = Condition::ALL.into_iter().find(|condition| *condition as u32 == number);
    known.map_or("not known", condition_words)
}

/// An event of the pump's log in words.
fn event_words(kind: LogKind, a: u32, b: u32) -> String {
    match kind {
        LogKind::Started => format!("The pump started, for the {a}. time"),
        LogKind::Staged => format!("An order was received, counter {a}"),
        LogKind::Committed => format!("An order was committed and runs, counter {a}"),
        LogKind::Refused => format!("An order was refused, counter {a}, reason {b}"),
        LogKind::StageExpired => "An order that was received was forgotten: nobody committed it".to_owned(),
        LogKind::HoldBegan => {
            let what = if a == 0 { "Held at the minimum rate" } else { "Stopped" };
            format!("{what}{}", if b == 1 { ", over the emergency path" } else { "" })
        }
        LogKind::HoldEnded => format!("Delivery goes on after {a} s"),
        LogKind::BolusBegan => format!("Bolus {} began", a + 1),
        LogKind::BolusEnded => format!("Bolus {} ended", a + 1),
        LogKind::PatientBolusBegan => "A patient bolus began".to_owned(),
        LogKind::PatientBolusRefused => {
            let why = match b {
                1 => "none is allowed",
                2 => "locked",
                3 => "the daily maximum",
                4 => "another bolus runs",
                5 => "nothing is delivered",
                _ => "the pump's bound",
            };
            format!("A patient bolus was refused: {why}")
        }
        LogKind::StrokesDropped => format!("{a} strokes fell away and are not made up"),
        LogKind::AlarmIssued => format!("Alarm: {}", condition_named(a)),
        LogKind::AlarmRetracted => format!("Alarm over: {}", condition_named(a)),
        LogKind::AlarmAcknowledged => format!("Alarm acknowledged: {}", condition_named(a)),
        LogKind::AlarmTested => {
            format!("Alarm sounded for practice: {}", if a == 0 { "single tone" } else { "two-tone" })
        }
        LogKind::SessionBegan => "A session began".to_owned(),
        LogKind::SessionEnded => "A session ended".to_owned(),
        LogKind::LinkRejected => format!("A message was refused, reason {a}"),
        LogKind::Paired => "A programmer was paired".to_owned(),
        LogKind::StallBegan => "The motor stalled".to_owned(),
        LogKind::StallEnded => format!("The motor turns again after {a} s"),
        LogKind::TelemetryHold => {
            if a == 1 { "Telemetry mode keeps delivery off" } else { "Telemetry mode is over" }.to_owned()
        }
        LogKind::SafeState => format!("Safe state, fault {a}"),
        LogKind::Battery => match a {
            1 => "Elective replacement indicator",
            2 => "End of service",
            _ => "Reset for want of battery",
        }
        .to_owned(),
        LogKind::Memory => format!("Memory cell {a}: copies lost {b}"),
        LogKind::Clock => "The clock jumped".to_owned(),
        LogKind::Filled => {
            format!("A fill of {} was programmed", crate::bedside::hundredths(&twin::RBig::from(b)))
        }
    }
}

/// A condition in the word of a form.
pub(super) const fn condition_word(condition: Condition) -> &'static str {
    match condition {
        Condition::LowReservoir => "low-reservoir",
        Condition::EmptyReservoir => "empty-reservoir",
        Condition::ElectiveReplacement => "elective-replacement",
        Condition::EndOfService => "end-of-service",
        Condition::Stalled => "stalled",
        Condition::StoppedTooLong => "stopped-too-long",
        Condition::EmergencyHold => "emergency-hold",
        Condition::HoldOver => "hold-over",
        Condition::UnderDelivery => "under-delivery",
        Condition::OverDelivery => "over-delivery",
        Condition::MemoryMinor => "memory-minor",
        Condition::MemoryCritical => "memory-critical",
        Condition::ClockFault => "clock-fault",
        Condition::LowBatteryReset => "low-battery-reset",
        Condition::SafeState => "safe-state",
        Condition::TelemetryHold => "telemetry-hold",
    }
}

/// A condition in words.
pub(super) const fn condition_words(condition: Condition) -> &'static str {
    match condition {
        Condition::LowReservoir => "low reservoir (calculated, not measured)",
        Condition::EmptyReservoir => "reservoir empty (calculated, not measured)",
        Condition::ElectiveReplacement => "elective replacement indicator",
        Condition::EndOfService => "end of service",
        Condition::Stalled => "motor stall",
        Condition::StoppedTooLong => "nothing delivered for too long",
        Condition::EmergencyHold => "held over the emergency path",
        Condition::HoldOver => "the time of a hold is over",
        Condition::UnderDelivery => "less delivered than programmed",
        Condition::OverDelivery => "more delivered than programmed",
        Condition::MemoryMinor => "memory: one copy broken",
        Condition::MemoryCritical => "memory: both copies broken",
        Condition::ClockFault => "clock fault",
        Condition::LowBatteryReset => "reset for want of battery",
        Condition::SafeState => "safe state",
        Condition::TelemetryHold => "telemetry mode keeps delivery off",
    }
}
