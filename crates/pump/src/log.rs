//! The pump's log: every event with its time; bounded, the oldest are folded into counts.

use serde::{Deserialize, Serialize};

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[repr(u8)]
pub enum LogKind {
    /// The pump started; `a`: boots.
    Started = 0,
    /// An order was staged; `a`: counter.
    Staged = 1,
    /// An order was committed and runs; `a`: counter.
    Committed = 2,
    /// An order was refused; `a`: counter, `b`: the reason's number.
    Refused = 3,
    /// A staged order was forgotten; `a`: counter.
    StageExpired = 4,
    /// A hold began; `a`: 0 minimum, 1 stop; `b`: 1 over the emergency path.
    HoldBegan = 5,
    /// A hold ended; `a`: seconds it lasted.
    HoldEnded = 6,
    /// A bolus of the program began; `a`: its place, `b`: strokes.
    BolusBegan = 7,
    /// A bolus of the program ended; `a`: its place.
    BolusEnded = 8,
    /// A patient bolus began; `b`: strokes.
    PatientBolusBegan = 9,
    /// A patient bolus was refused; `b`: 1 none allowed, 2 lockout, 3 daily maximum, 4 another bolus, 5 not delivering, 6 envelope.
    PatientBolusRefused = 10,
    /// Strokes that were due fell away and are not made up; `a`: strokes.
    StrokesDropped = 11,
    /// An alarm was issued; `a`: condition.
    AlarmIssued = 12,
    /// An alarm was retracted; `a`: condition.
    AlarmRetracted = 13,
    /// An alarm was acknowledged; `a`: condition.
    AlarmAcknowledged = 14,
    /// An alarm was sounded for the patient to learn; `a`: 0 single tone, 1 two-tone.
    AlarmTested = 15,
    /// A session began; `a`: programmer's place.
    SessionBegan = 16,
    /// A session ended; `a`: programmer's place.
    SessionEnded = 17,
    /// A message was dropped or a handshake failed; `a`: the reason's number.
    LinkRejected = 18,
    /// A programmer was paired; `a`: its place.
    Paired = 19,
    /// The motor stalled; `a`: strokes commanded since it last turned.
    StallBegan = 20,
    /// The motor turns again; `a`: seconds it stood.
    StallEnded = 21,
    /// Telemetry mode began to keep delivery off, or ended (`a`: 1, 0).
    TelemetryHold = 22,
    /// The controller fell into its safe state; `a`: fault, `b`: detail.
    SafeState = 23,
    /// Battery: `a`: 1 elective replacement, 2 end of service, 3 reset for want of battery.
    Battery = 24,
    /// A memory cell: `a`: cell, `b`: copies lost.
    Memory = 25,
    /// The clock jumped; `a`: seconds since the step before, as far as they count.
    Clock = 26,
    /// A fill was programmed; `b`: volume, nL.
    Filled = 27,
}

impl LogKind {
    /// How many kinds there are.
    pub const COUNT: usize = 28;

    /// Every kind, at the place of its number: totals come in this order.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Started,
        Self::Staged,
        Self::Committed,
        Self::Refused,
        Self::StageExpired,
        Self::HoldBegan,
        Self::HoldEnded,
        Self::BolusBegan,
        Self::BolusEnded,
        Self::PatientBolusBegan,
        Self::PatientBolusRefused,
        Self::StrokesDropped,
        Self::AlarmIssued,
        Self::AlarmRetracted,
        Self::AlarmAcknowledged,
        Self::AlarmTested,
        Self::SessionBegan,
        Self::SessionEnded,
        Self::LinkRejected,
        Self::Paired,
        Self::StallBegan,
        Self::StallEnded,
        Self::TelemetryHold,
        Self::SafeState,
        Self::Battery,
        Self::Memory,
        Self::Clock,
        Self::Filled,
    ];
}

/// One entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct LogEntry {
    /// Ascending from 1.
    pub number: u32,
    /// Pump time.
    pub at: i64,
    /// What.
    pub kind: LogKind,
    /// See the kind.
    pub a: u32,
    /// See the kind.
    pub b: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_stands_at_its_number() {
        for (kind, number) in LogKind::ALL.into_iter().zip(0..) {
            assert_eq!(kind as u8, number);
        }
    }
}
