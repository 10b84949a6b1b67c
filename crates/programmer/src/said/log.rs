//! The log, an event a line.

use super::{Lines, words};
use pump::{Condition, FaultKind, LogEntry, LogKind};

const FAULTS: [FaultKind; 8] = [
    FaultKind::OrderLost,
    FaultKind::OrderUnfit,
    FaultKind::TallyLost,
    FaultKind::StateLost,
    FaultKind::Envelope,
    FaultKind::Arithmetic,
    FaultKind::WriteFailed,
    FaultKind::LowBattery,
];

/// The entries, a line each, and how often each kind has happened since the pump was made: the log is bounded, the counts are not.
#[must_use]
pub fn log(entries: &[LogEntry], totals: &[u32]) -> String {
    let mut lines = Lines(String::new());
    let width = entries.last().map_or(0, |last| last.number.to_string().len());
    for entry in entries {
        let LogEntry { number, at, .. } = entry;
        lines.plain(&format!("{number:>width$}  {}  {}", words::when(*at), event(entry)));
    }
    if entries.is_empty() {
        lines.plain("No entries.");
    }
    lines.plain("");
    lines.plain("Since the pump was made:");
    let width = totals.iter().max().map_or(0, |most| most.to_string().len());
    for (kind, count) in LogKind::ALL.into_iter().zip(totals).filter(|(_, count)| **count > 0) {
        lines.plain(&format!("{count:>width$}  {}", name(kind)));
    }
    if totals.iter().all(|count| *count == 0) {
        lines.plain("nothing");
    }
    lines.0
}

/// What a kind is called where nothing more is known of it.
const fn name(kind: LogKind) -> &'static str {
    match kind {
        LogKind::Started => "pump started",
        LogKind::Staged => "order staged",
        LogKind::Committed => "order committed",
        LogKind::Refused => "order refused",
        LogKind::StageExpired => "staged order forgotten",
        LogKind::HoldBegan => "hold began",
        LogKind::HoldEnded => "hold ended",
        LogKind::BolusBegan => "bolus began",
        LogKind::BolusEnded => "bolus ended",
        LogKind::PatientBolusBegan => "patient bolus began",
        LogKind::PatientBolusRefused => "patient bolus refused",
        LogKind::StrokesDropped => "strokes fell away",
        LogKind::AlarmIssued => "alarm",
        LogKind::AlarmRetracted => "alarm over",
        LogKind::AlarmAcknowledged => "alarm acknowledged",
        LogKind::AlarmTested => "alarm sounded as a test",
        LogKind::SessionBegan => "session began",
        LogKind::SessionEnded => "session ended",
        LogKind::LinkRejected => "message or handshake not taken",
        LogKind::Paired => "programmer paired",
        LogKind::StallBegan => "motor stalled",
        LogKind::StallEnded => "motor turns again",
        LogKind::TelemetryHold => "telemetry mode",
        LogKind::SafeState => "safe state",
        LogKind::Battery => "battery",
        LogKind::Memory => "memory cell broken",
        LogKind::Clock => "clock jumped",
        LogKind::Filled => "reservoir filled",
    }
}

fn event(entry: &LogEntry) -> String {
    let LogEntry { kind, a, b, .. } = *entry;
    let name = name(kind);
    match kind {
        LogKind::Started => format!("{name}, start {a}"),
        LogKind::Staged | LogKind::Committed | LogKind::StageExpired => format!("{name}, counter {a}"),
        LogKind::Refused => format!("{name}, counter {a}: {}", refusal(b)),
        LogKind::HoldBegan => {
            let how = if a == 0 { "at the minimum rate" } else { "stopped" };
            let path = if b == 1 { ", without a key over the emergency path" } else { "" };
            format!("{name}: {how}{path}")
        }
        LogKind::HoldEnded => format!("{name} after {}", words::span(u64::from(a))),
        LogKind::BolusBegan => format!("{name}, bolus {} of the program, {b} strokes", u64::from(a) + 1),
        LogKind::BolusEnded => format!("{name}, bolus {} of the program", u64::from(a) + 1),
        LogKind::PatientBolusBegan => format!("{name}, {b} strokes"),
        LogKind::PatientBolusRefused => format!("{name}: {}", patient_refusal(b)),
        LogKind::StrokesDropped => format!("{a} strokes that were due fell away and are not made up"),
        LogKind::AlarmIssued | LogKind::AlarmRetracted | LogKind::AlarmAcknowledged => {
            let about = Condition::ALL.into_iter().find(|condition| *condition as u32 == a);
            let about =
                about.map_or_else(|| format!("condition {a}"), |known| words::condition(known).to_owned());
            format!("{name}: {about}")
        }
        LogKind::AlarmTested => format!("{name}: {}", if a == 0 { "one tone" } else { "two tones" }),
        LogKind::SessionBegan | LogKind::SessionEnded | LogKind::Paired => {
            format!("{name}, programmer in place {a}")
        }
        LogKind::LinkRejected => format!("{name}, reason {a}"),
        LogKind::StallBegan => format!("{name}, {a} strokes commanded without a turn"),
        LogKind::StallEnded => format!("{name} after {}", words::span(u64::from(a))),
        LogKind::TelemetryHold if a == 1 => format!("{name} keeps delivery off"),
        LogKind::TelemetryHold => format!("{name} is over, delivery goes on"),
        LogKind::SafeState => {
            let fault = FAULTS.into_iter().find(|fault| *fault as u32 == a);
            let fault = fault.map_or_else(|| format!("fault {a}"), |known| words::fault(known).to_owned());
            format!("{name}: {fault} (detail {b})")
        }
        LogKind::Battery => match a {
            1 => "battery: time to replace the pump".to_owned(),
            2 => "battery: end of service".to_owned(),
            3 => "reset for want of battery".to_owned(),
            other => format!("{name}, {other}"),
        },
        LogKind::Memory => format!("memory cell {a}: {b} of two copies broken"),
        LogKind::Clock => format!("{name}: {} since the step before", words::span(u64::from(a))),
        LogKind::Filled => format!("{name}: {}", words::volume(u128::from(b))),
    }
}

/// By the number that the log keeps of a refusal.
fn refusal(number: u32) -> String {
    let known = match number {
        1 => "no order",
        2 => "signature",
        3 => "another pump",
        4 => "counter",
        5 => "too early or too late",
        6 => "beyond the pump's own bounds",
        7 => "not staged",
        8 => "no hold to end",
        9 => "no program to go on with",
        10 => "programmer not close enough",
        11 => "challenge",
        12 => "past its end of service",
        13 => "safe state",
        14 => "memory",
        other => return format!("reason {other}"),
    };
    known.to_owned()
}

fn patient_refusal(number: u32) -> String {
    let known = match number {
        1 => "none is allowed",
        2 => "too soon after the last",
        3 => "as many as are allowed in 24\u{a0}hours",
        4 => "another bolus runs",
        5 => "the pump does not run its program",
        6 => "the most in 24\u{a0}hours would be passed",
        other => return format!("reason {other}"),
    };
    known.to_owned()
}
