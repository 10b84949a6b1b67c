//! Alarm kinds, their class and how they sound.

use serde::{Deserialize, Serialize};

/// How urgent an alarm is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum AlarmClass {
    /// Call the clinic: refill, or replace within the service life.
    NonCritical,
    /// Drug may no longer flow: call now.
    Critical,
}

/// What the patient hears.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AlarmSound {
    /// One tone, repeated.
    SingleTone,
    /// Two alternating tones, repeated.
    TwoTone,
}

/// What an alarm is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AlarmKind {
    /// The calculated volume has fallen to the alarm volume. Calculated, not measured: it does not sound earlier when
    /// the pump runs fast.
    LowReservoir,
    /// The calculated volume is used up.
    EmptyReservoir,
    /// The elective replacement indicator (ERI).
    ElectiveReplacement,
    /// End of service (EOS): the pump stops.
    EndOfService,
    /// The motor does not turn.
    MotorStall,
    /// Stopped for longer than the profile allows (48 h in the catalogue).
    StoppedTooLong,
    /// A memory error that leaves delivery as it is.
    MemoryErrorMinor,
    /// A memory error that may change delivery.
    MemoryErrorCritical,
    /// A reset for want of battery; the pump may run at a very low rate.
    LowBatteryReset,
}

impl AlarmKind {
    /// Every kind.
    pub const ALL: [Self; 9] = [
        Self::LowReservoir,
        Self::EmptyReservoir,
        Self::ElectiveReplacement,
        Self::EndOfService,
        Self::MotorStall,
        Self::StoppedTooLong,
        Self::MemoryErrorMinor,
        Self::MemoryErrorCritical,
        Self::LowBatteryReset,
    ];

    /// The class of the kind, as patient pages and product advisories give it (Gillette discharge page; Medtronic product
    /// advisories, July 2011; Medtronic pump-management page).
    #[must_use]
    pub const fn class(self) -> AlarmClass {
        match self {
            Self::LowReservoir | Self::ElectiveReplacement | Self::MemoryErrorMinor => {
                AlarmClass::NonCritical
            }
            Self::EmptyReservoir
            | Self::EndOfService
            | Self::MotorStall
            | Self::StoppedTooLong
            | Self::MemoryErrorCritical
            | Self::LowBatteryReset => AlarmClass::Critical,
        }
    }

    /// How the kind sounds: one tone for the non-critical, two for the critical (same sources).
    #[must_use]
    pub const fn sound(self) -> AlarmSound {
        match self.class() {
            AlarmClass::NonCritical => AlarmSound::SingleTone,
            AlarmClass::Critical => AlarmSound::TwoTone,
        }
    }
}
