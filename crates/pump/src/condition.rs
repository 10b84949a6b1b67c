//! What a pump watches about itself, and an alarm as three facts: issued, retracted, acknowledged.

use crate::alarm::{AlarmClass, AlarmKind};
use serde::{Deserialize, Serialize};

/// What the monitor watches. Each is told to people as one of the alarm kinds they know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[repr(u8)]
pub enum Condition {
    /// The calculated volume is at the alarm volume. Calculated, never measured.
    LowReservoir = 0,
    /// The calculated volume is used up. Calculated, never measured.
    EmptyReservoir = 1,
    /// Elective replacement indicator.
    ElectiveReplacement = 2,
    /// End of service.
    EndOfService = 3,
    /// The motor does not turn, or the valve does not open.
    Stalled = 4,
    /// Nothing delivered for longer than the pump allows.
    StoppedTooLong = 5,
    /// An emergency hold without a key is in force.
    EmergencyHold = 6,
    /// The time of a hold is over and nobody has decided.
    HoldOver = 7,
    /// Fewer strokes turned than the committed program asks for.
    UnderDelivery = 8,
    /// More strokes turned than the committed program asks for.
    OverDelivery = 9,
    /// One of two copies of a memory cell is broken; the other one is good.
    MemoryMinor = 10,
    /// Both copies of a memory cell are broken, or what is kept contradicts itself.
    MemoryCritical = 11,
    /// The clock ran backwards, jumped or stood.
    ClockFault = 12,
    /// The pump was reset for want of battery.
    LowBatteryReset = 13,
    /// The controller is in its safe state, or was not heard from.
    SafeState = 14,
    /// Telemetry mode keeps delivery off.
    TelemetryHold = 15,
}

impl Condition {
    /// Every condition.
    pub const ALL: [Self; 16] = [
        Self::LowReservoir,
        Self::EmptyReservoir,
        Self::ElectiveReplacement,
        Self::EndOfService,
        Self::Stalled,
        Self::StoppedTooLong,
        Self::EmergencyHold,
        Self::HoldOver,
        Self::UnderDelivery,
        Self::OverDelivery,
        Self::MemoryMinor,
        Self::MemoryCritical,
        Self::ClockFault,
        Self::LowBatteryReset,
        Self::SafeState,
        Self::TelemetryHold,
    ];

    /// The alarm that people know, by what it asks of them.
    #[must_use]
    pub const fn kind(self) -> AlarmKind {
        match self {
            Self::LowReservoir => AlarmKind::LowReservoir,
            Self::EmptyReservoir => AlarmKind::EmptyReservoir,
            Self::ElectiveReplacement => AlarmKind::ElectiveReplacement,
            Self::EndOfService => AlarmKind::EndOfService,
            Self::Stalled | Self::UnderDelivery => AlarmKind::MotorStall,
            Self::StoppedTooLong | Self::EmergencyHold | Self::HoldOver | Self::TelemetryHold => {
                AlarmKind::StoppedTooLong
            }
            Self::MemoryMinor => AlarmKind::MemoryErrorMinor,
            Self::OverDelivery | Self::MemoryCritical | Self::ClockFault | Self::SafeState => {
                AlarmKind::MemoryErrorCritical
            }
            Self::LowBatteryReset => AlarmKind::LowBatteryReset,
        }
    }

    /// The class of its kind.
    #[must_use]
    pub const fn class(self) -> AlarmClass {
        self.kind().class()
    }
}

/// Where an alarm stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum AlarmState {
    /// It does not hold.
    Clear,
    /// It holds, and sounds.
    Sounding {
        /// Since when, pump time.
        issued_at: i64,
    },
    /// It holds; somebody has acknowledged it, and it is silent until a stated time.
    Acknowledged {
        /// Since when, pump time.
        issued_at: i64,
        /// When it was acknowledged, pump time.
        acknowledged_at: i64,
        /// When it sounds again if it still holds, pump time.
        silent_until: i64,
    },
}

/// One alarm as it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Alarm {
    /// What about.
    pub condition: Condition,
    /// Where it stands.
    pub state: AlarmState,
}
