//! What the monitor is shown, and what it answers.

use heapless::Vec;
use pump::cell::Cell;
use pump::{AlarmSound, Battery, Epitaph, FillPart, Hold, LogKind, PumpTime, Running};

/// How a pump came to life.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Start {
    /// The clock.
    pub now: PumpTime,
    /// Whether the hardware says that the battery had given way.
    pub low_battery: bool,
}

/// What the controller leaves behind each time it has run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heartbeat {
    /// How often it has run; only a change matters.
    pub steps: u32,
    /// How long it said it would sleep after that, s.
    pub sleeps_seconds: u32,
}

/// What was found about the memory's cells, one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MemoryFindings {
    broken: u16,
    lost: u16,
}

impl MemoryFindings {
    /// Nothing is wrong.
    pub const NONE: Self = Self { broken: 0, lost: 0 };

    /// With one copy of a cell broken and the other one whole.
    #[must_use]
    pub const fn with_broken(self, cell: Cell) -> Self {
        Self { broken: self.broken | bit(cell), lost: self.lost }
    }

    /// With no copy of a cell whole, or with one that could not be written.
    #[must_use]
    pub const fn with_lost(self, cell: Cell) -> Self {
        Self { broken: self.broken, lost: self.lost | bit(cell) }
    }

    /// Whether a cell has one copy only.
    #[must_use]
    pub const fn any_broken(self) -> bool {
        self.broken != 0
    }

    /// Whether a cell is lost.
    #[must_use]
    pub const fn any_lost(self) -> bool {
        self.lost != 0
    }
}

/// The place of a cell's bit: cells are numbered from 1 to 7.
const fn bit(cell: Cell) -> u16 {
    1 << (cell as u8)
}

/// The fill that the pump reckons with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FillRecord {
    /// Volume and alarm volume.
    pub fill: FillPart,
    /// When it was programmed, pump time; another time is another fill.
    pub at: i64,
    /// Strokes since then, as the tally has them at this moment: nothing for a new fill. From here on the monitor counts
    /// what the encoder sees.
    pub strokes_since: u64,
}

/// What the monitor is shown at a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// A second counter, s since the pump started; it never goes back and knows nothing of the clock.
    pub ticks: u64,
    /// Strokes that the motor was told to make, since any time; only the difference between two steps matters.
    pub commanded_strokes: u64,
    /// Strokes that the encoder saw, likewise.
    pub turned_strokes: u64,
    /// The battery.
    pub battery: Battery,
    /// Whether telemetry mode keeps delivery off.
    pub telemetry_hold: bool,
    /// The controller's last sign of life.
    pub heartbeat: Heartbeat,
    /// What the controller says it does. Believed when it says that it is in its safe state, and never as an excuse.
    pub running: Running,
    /// What the controller says went wrong inside.
    pub epitaph: Option<Epitaph>,
    /// The hold in force.
    pub hold: Option<Hold>,
    /// What is wrong with the memory at this moment.
    pub memory: MemoryFindings,
}

/// Something for the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Event {
    /// What.
    pub kind: LogKind,
    /// See the kind.
    pub a: u32,
    /// See the kind.
    pub b: u32,
}

/// Events of one step at most: one for each condition, and stall, clock, battery (three) and telemetry.
pub const EVENTS_MAX: usize = 24;

/// A sound to make now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sounding {
    /// Which.
    pub sound: AlarmSound,
    /// For how long, s.
    pub length_seconds: u32,
}

/// What the monitor answers to a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// For the log, in this order.
    pub events: Vec<Event, EVENTS_MAX>,
    /// What sounds now.
    pub sound: Option<Sounding>,
    /// When the monitor wants to be asked again at the latest, s from now; from 1 to 900.
    pub wake_in_seconds: u32,
    /// Whether [`crate::Kept`] has changed and belongs into [`Cell::Alarms`].
    pub kept_changed: bool,
}
