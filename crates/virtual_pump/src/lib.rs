//! A pump without hardware: a simulated board under the very loop that runs in a pump, faults, and a server that programmers
//! reach.
//!
//! Words
//! - *board*: the simulated hardware ([`Simulated`]): it sees every stroke, sound, byte and write.
//! - *truth*: what really left the reservoir, as nobody in a patient could know it ([`Truth`]).
//! - *fault*: what goes wrong, in words ([`Fault`]).
//! - *profile*: what a pump of a model is made with, and where each number comes from ([`profile`]).
//! - *visit*: a programmer at a simulated pump ([`Visit`]).
//!
//! Invariants
//! - Nothing here decides what a pump does: that is `implant`'s.
//! - No wall clock and no randomness of its own: both are arguments. A run with the same arguments repeats byte for byte.
#![forbid(unsafe_code)]

mod fault;
mod motor;
pub mod profile;
mod pump;
pub mod record;
pub mod server;
mod simulated;
mod visit;

pub use crate::pump::VirtualPump;
pub use fault::{BatteryFault, Copies, FAULTS, Fault, FaultError, cell_name};
pub use motor::{Motor, Truth};
pub use simulated::{Fitting, Heard, Simulated};
pub use visit::{Air, Visit, VisitError};
