//! What a pump is given when it is made, and the bounds that it keeps whatever it is told.
//!
//! None of this can be changed through the link. The numbers come from whoever makes the pump; thecal's virtual pump takes
//! them from the catalogue where it has a sourced one, and says where it has not.

use crate::clock::PumpClock;
use crate::order::Flowing;
use crate::text::Text;
use quantity::{Span, Volume};
use serde::{Deserialize, Serialize};

/// The bounds of the pump itself: no order and no programmer passes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bounds {
    /// Highest flow of a base, nL per day.
    pub flow_max_nanolitres_per_day: u64,
    /// Highest flow of a bolus, nL per day.
    pub bolus_flow_max_nanolitres_per_day: u64,
    /// Largest single bolus, nL.
    pub bolus_volume_max_nanolitres: u64,
    /// Most that may leave in any 24 hours, everything counted, nL.
    pub volume_per_day_max_nanolitres: u64,
    /// Most drug in any 24 hours of a program, ng.
    pub mass_per_day_max_nanograms: u64,
    /// Strongest solution that the pump accepts, ng/mL.
    pub concentration_max_nanograms_per_millilitre: u64,
}

/// One sound of the pump: how long it lasts and how often it comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tone {
    /// Length of one sound, s.
    pub length_seconds: u32,
    /// From one sound to the next, s.
    pub cadence_seconds: u32,
}

/// What a pump is given when it is made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provision {
    /// Its serial number.
    pub serial: Text<24>,
    /// Its model, as the catalogue calls it.
    pub model: Text<40>,
    /// Fluid in one stroke of motor or valve, nL.
    pub stroke_nanolitres: u64,
    /// Nominal volume of the reservoir, nL.
    pub reservoir_nanolitres: u64,
    /// The least that it can give: the flow of the safe state and of an emergency.
    pub minimum_rate: Flowing,
    /// What it never passes.
    pub bounds: Bounds,
    /// Seconds of its clock east of UTC.
    pub clock_offset_seconds: i32,
    /// The sound of the non-critical alarms.
    pub single_tone: Tone,
    /// The sound of the critical alarms.
    pub two_tone: Tone,
    /// Without delivery for longer than this, the critical alarm sounds, s.
    pub stopped_alarm_after_seconds: u32,
    /// From elective replacement indicator to end of service, s.
    pub indicator_to_end_seconds: u32,
    /// An emergency hold is sounded again at the latest after this, s.
    pub emergency_unnoticed_max_seconds: u32,
    /// A staged order is forgotten after this, s.
    pub stage_expires_after_seconds: u32,
    /// Silence after an acknowledgement, s; then an alarm that still holds sounds again.
    pub silence_max_seconds: u32,
    /// Strokes in a row that the encoder may miss before the motor counts as stalled.
    pub stall_after_strokes: u32,
    /// A step that comes later than this drops what was due instead of making it up, s.
    pub late_max_seconds: u32,
    /// Whether interference that puts the pump into telemetry while an alarm sounds keeps delivery off until it is
    /// interrogated, as a regulator warned of one model (TGA, caution after MRI).
    pub telemetry_trap: bool,
    /// Whether a strong field shuts a valve that stays shut until it is reset by hand (Prometra II instructions, p. 14).
    pub field_shuts_valve: bool,
}

impl Provision {
    /// The volume of one stroke; never zero.
    #[must_use]
    pub fn stroke(&self) -> Volume {
        Volume::from_nanolitres(self.stroke_nanolitres.max(1)).unwrap_or(Volume::MAX)
    }

    /// Its clock.
    #[must_use]
    pub const fn clock(&self) -> PumpClock {
        PumpClock { offset_seconds: self.clock_offset_seconds }
    }

    /// How long the pump serves after the elective replacement indicator.
    #[must_use]
    pub fn service_life(&self) -> crate::ServiceLife {
        let seconds = u64::from(self.indicator_to_end_seconds);
        crate::ServiceLife { indicator_to_end: Span::from_seconds(seconds).unwrap_or(Span::MAX) }
    }
}
