//! The second channel of a pump: it watches what the first one does, and decides alarms by itself.
//!
//! What it is: strokes counted against the committed program, motor, clock, memory and battery, and from these the
//! alarms: which hold, which sound, and when. It shares the types of `pump` with the controller and nothing else: it has
//! its own reading of the program, its own sum of what is due, its own idea of when a pump is past its service.
//!
//! Words
//! - *commanded*: strokes that the motor was told to make, as its driver counts them.
//! - *turned*: strokes that the encoder saw.
//! - *due*: the least and the most that the committed program and what holds it back let one expect ([`Allowance`]).
//! - *ticks*: seconds of a second counter that knows nothing of the clock. Sounds and silences are timed by it, so that a
//!   clock that stands silences nothing.
//! - *latched*: an alarm about something that may be over before anybody looks. It holds until its cause is gone and
//!   somebody has acknowledged it.
//!
//! Invariants
//! - No float, no allocation, no clock, no panic: what is seen is an argument ([`Seen`]).
//! - A number out of range is told as an alarm of memory, never passed over.
//! - Issued, retracted and acknowledged are three facts. An acknowledgement silences; it never retracts what still holds,
//!   and it is gone when the alarm has been retracted.
//! - A reset loses the strokes of the windows, never an alarm: what held before holds until the opposite is seen.
#![no_std]
#![forbid(unsafe_code)]

#[cfg(test)]
extern crate std;

mod allowance;
mod clocks;
mod due;
mod kept;
mod monitor;
mod program;
mod seen;
mod sound;
mod states;
mod window;

pub use allowance::Allowance;
pub use kept::{KEPT_BYTES_MAX, Kept, KeptError};
pub use monitor::{Monitor, NotWatched};
pub use seen::{EVENTS_MAX, Event, FillRecord, Heartbeat, MemoryFindings, Seen, Sounding, Start, Verdict};
pub use states::{Change, change};
