//! What the loop needs of a board beyond what the controller needs.

use controller::Hardware;

/// A board with everything that the whole loop uses.
///
/// Whoever runs the loop wakes it at the time that the last turn gave, and at once when bytes have come in, when the patient
/// has pressed the button and when a hand comes close or goes.
pub trait Board: Hardware {
    /// Seconds of a second counter, from any time; it never goes back while the pump runs and knows nothing of the clock.
    fn ticks(&mut self) -> u64;
    /// Strokes that the motor's driver was told to make, as the driver counts them.
    fn commanded_strokes(&mut self) -> u64;
    /// Fills all of it with bytes that nobody can foretell: keys of sessions come from here.
    fn random(&mut self, into: &mut [u8]);
}
