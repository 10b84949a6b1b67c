//! What a pump says of itself.

use crate::condition::Alarm;
use crate::order::{BasePart, FillPart, Flowing, HoldKind, ProgramPart};
use crate::text::Text;
use heapless::Vec;
use serde::{Deserialize, Serialize};

/// What delivers at this moment, and what not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Running {
    /// No program was ever committed.
    NeverProgrammed,
    /// The committed program.
    Program,
    /// Held at the minimum rate.
    HeldAtMinimum,
    /// Held: nothing is delivered.
    HeldStopped,
    /// The safe state: the minimum rate, with an alarm.
    SafeState,
    /// Telemetry mode keeps delivery off until the pump is interrogated.
    TelemetryHold,
    /// End of service: nothing is delivered any more.
    Ended,
}

/// A hold in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Hold {
    /// How.
    pub kind: HoldKind,
    /// Since when, pump time.
    pub since: i64,
    /// When the pump asks to be looked at, pump time.
    pub remind_at: i64,
    /// Whether it came over the emergency path, without a key.
    pub emergency: bool,
}

/// Why the controller is in its safe state: the first cause stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[repr(u8)]
pub enum FaultKind {
    /// Both copies of the committed order are unreadable.
    OrderLost = 0,
    /// The committed order no longer passes the pump's own bounds.
    OrderUnfit = 1,
    /// Both copies of the tally of strokes are unreadable.
    TallyLost = 2,
    /// Both copies of the state are unreadable.
    StateLost = 3,
    /// The 24-hour envelope would have been passed.
    Envelope = 4,
    /// The arithmetic of delivery left its range.
    Arithmetic = 5,
    /// A write to memory did not read back.
    WriteFailed = 6,
    /// The battery gave way.
    LowBattery = 7,
}

/// What is left behind when something inside went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Epitaph {
    /// What.
    pub fault: FaultKind,
    /// When, pump time.
    pub at: i64,
    /// A number to act on: a bound, a cell, a count.
    pub detail: u64,
}

/// The committed order, by its marks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommittedMarks {
    /// Its name in the record.
    pub id: Text<40>,
    /// SHA-256 of its bytes.
    pub digest: [u8; 32],
    /// Its counter.
    pub counter: u64,
    /// When it began to run, pump time.
    pub since: i64,
}

/// What the base of a program is, without its numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ModeMark {
    /// One flow.
    Continuous,
    /// Another flow at each step of the week.
    Flex,
    /// The least that the pump can give.
    MinimumRate,
    /// Nothing.
    Stopped,
}

/// The committed program, by what an emergency asks first: whoever reads a pump without a key cannot read its order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgramMarks {
    /// Drug.
    pub drug: Text<40>,
    /// Its strength.
    pub concentration_nanograms_per_millilitre: u64,
    /// What its base is.
    pub mode: ModeMark,
    /// What the base comes to on each day, Monday first, ng.
    pub day_totals_nanograms: [u64; 7],
}

impl ProgramMarks {
    /// Of a program as it was ordered.
    #[must_use]
    pub fn of(part: &ProgramPart) -> Self {
        let mode = match part.base {
            BasePart::Continuous(_) => ModeMark::Continuous,
            BasePart::Flex(_) => ModeMark::Flex,
            BasePart::MinimumRate => ModeMark::MinimumRate,
            BasePart::Stopped => ModeMark::Stopped,
        };
        Self {
            drug: part.drug.clone(),
            concentration_nanograms_per_millilitre: part.concentration_nanograms_per_millilitre,
            mode,
            day_totals_nanograms: part.day_totals_nanograms,
        }
    }
}

/// What waits to be committed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StagedMarks {
    /// SHA-256 of its bytes.
    pub digest: [u8; 32],
    /// What the pump works out for each day, Monday first, ng; zeros for an order without a program.
    pub day_totals_nanograms: [u64; 7],
    /// When it is forgotten, pump time.
    pub expires_at: i64,
}

/// The battery as the pump sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Battery {
    /// Good.
    Good,
    /// The elective replacement indicator is up.
    ElectiveReplacement,
    /// Spent.
    Spent,
}

/// What an interrogation answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Status {
    /// Serial number.
    pub serial: Text<24>,
    /// Model, as the catalogue calls it.
    pub model: Text<40>,
    /// The pump's clock, seconds.
    pub now: i64,
    /// Seconds of its clock east of UTC.
    pub clock_offset_seconds: i32,
    /// How often it has been started; another number means that it was reset in between.
    pub boots: u32,
    /// What delivers.
    pub running: Running,
    /// The committed order.
    pub committed: Option<CommittedMarks>,
    /// Drug, strength and dose of the committed order; `None` without one that can be read.
    pub program: Option<ProgramMarks>,
    /// What waits to be committed.
    pub staged: Option<StagedMarks>,
    /// The highest counter that it has accepted.
    pub counter: u64,
    /// SHA-256 of the order with that counter, program or not; `None` if none was accepted or the pump does not know it any more.
    pub accepted_digest: Option<[u8; 32]>,
    /// A hold in force.
    pub hold: Option<Hold>,
    /// What it reckons with since the last fill.
    pub fill: Option<FillPart>,
    /// Calculated volume left, nL; `None` before the first fill.
    pub reservoir_calculated_nanolitres: Option<u64>,
    /// Fluid in one stroke, nL.
    pub stroke_nanolitres: u64,
    /// Its minimum rate.
    pub minimum_rate: Flowing,
    /// Strokes since it was made.
    pub strokes_total: u64,
    /// Strokes since the committed order began.
    pub strokes_of_order: u64,
    /// Strokes in the last 24 hours, whole hours.
    pub strokes_of_day: u64,
    /// Patient boluses in the last 24 hours.
    pub patient_boluses_of_day: u32,
    /// Battery.
    pub battery: Battery,
    /// When the elective replacement indicator came up, pump time.
    pub indicated_at: Option<i64>,
    /// When it stops for good, pump time.
    pub ends_at: Option<i64>,
    /// Alarms that hold.
    pub alarms: Vec<Alarm, 16>,
    /// What went wrong inside, if anything did.
    pub epitaph: Option<Epitaph>,
    /// The number of the newest log entry.
    pub log_newest: u32,
    /// Entries that are still kept.
    pub log_kept: u32,
}
