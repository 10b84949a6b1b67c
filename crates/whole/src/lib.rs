//! The whole system in one simulation, from one seed and in one thread: a pump on a simulated board, the air, the programmer, the
//! door of the practice and the record. Years pass; people titrate, refill, hold, image and replace; motor, battery, memory, clock,
//! air and computers fail at any point.
//!
//! Looked at all along
//! 1. What the pump delivered is what the record's twin says, within one stroke for each change of program and what faults lost by
//!    the pump's own log; never more than that and what was committed.
//! 2. Never more than the pump's own bound in 24 hours.
//! 3. What the record calls running runs, or the order is unknown, or an alarm tells. A reading ends every unknown. Nothing runs that
//!    was not signed in the record and filed as sent, and nothing twice.
//! 4. Whenever nothing flows for longer than the stated time, a two-tone alarm sounds; a critical alarm that nobody acknowledged sounds
//!    at its cadence.
//! 5. After every reset the pump runs its last committed program, is held as before, or is in the safe state with an alarm.
//! 6. The record verifies at the end.
//!
//! The same seed and years repeat every step. The threads of SQLite work while this one waits for them.
#![forbid(unsafe_code)]

mod acts;
mod air;
mod books;
mod faults;
mod house;
mod visit;
mod watch;
mod world;

pub use air::AirCounts;
pub use world::{Counts, Failure};

/// Runs one pump, its patient and its clinic for so many years.
///
/// # Errors
/// [`Failure`] with the seed and the step, if anything looked at does not hold. The same seed and years repeat it.
pub fn run(seed: u64, years: u32) -> Result<Counts, Failure> {
    let mut world = world::World::new(seed, years).map_err(|what| Failure::before(seed, what))?;
    match world.live_through(years) {
        Ok(()) => Ok(world.counted()),
        Err(what) => Err(world.failed(seed, what)),
    }
}
