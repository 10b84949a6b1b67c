//! What the one control loop needs of a board.

use pump::cell::Memory;
use pump::{AlarmSound, Battery, PumpTime};

/// A board: everything outside the pump's own logic. The virtual pump is one, a real one is another.
///
/// Nothing here may block: what takes time is begun, and told at the next call.
pub trait Hardware: Memory {
    /// The pump's clock, seconds since 1970 on it.
    fn now(&mut self) -> PumpTime;
    /// One stroke of motor or valve.
    fn stroke(&mut self);
    /// Strokes that the encoder has seen turn since the board was made; it never falls.
    fn encoder_strokes(&mut self) -> u64;
    /// The battery.
    fn battery(&mut self) -> Battery;
    /// Whether this start was a reset for want of battery.
    fn low_battery_reset(&mut self) -> bool;
    /// Whether interference keeps the receiver in telemetry.
    fn telemetry_hold(&mut self) -> bool;
    /// Whether the patient has asked for a bolus since the last call.
    fn patient_button(&mut self) -> bool;
    /// Whether a programmer is held close.
    fn is_close(&mut self) -> bool;
    /// Sounds from now on, or is silent.
    fn sound(&mut self, sound: Option<AlarmSound>);
    /// Bytes that have come in, as many as fit; how many.
    fn receive(&mut self, into: &mut [u8]) -> usize;
    /// Bytes to go out.
    fn send(&mut self, bytes: &[u8]);
}
