//! The one control loop of a pump.
//!
//! What it is: what joins controller, monitor, link, memory and log over one board ([`Board`]). It decides nothing of its own about
//! delivery and nothing about alarms: it carries what one of them says to where it belongs, in an order that keeps power failing
//! at any byte harmless. It runs the same in a pump, in a simulation and in an emulator ([`trace`]).
//!
//! Words
//! - *turn*: once through the loop ([`Implant::turn`]); it gives the time of the next one.
//! - *made*: a pump's provision and secrets, written once ([`make`]).
//! - *stranded*: a pump that cannot read what it is ([`Stranded`]).
//! - *window*: the time in which somebody may pair: it opens once a hand has stayed close for [`HELD_SECONDS`].
//! - *scrub*: reading every cell again and mending what is broken, once a day.
//!
//! Invariants
//! - A stroke is in the tally before it is commanded: power that fails in between costs a stroke and never gives one twice.
//! - The monitor hears of a commit from the memory, read again, not from the controller.
//! - Nothing that comes over the link reaches the controller but what the link has proved, and nothing of it holds up a stroke.
//! - No float, no allocation, no panic; time, randomness and bytes come from the board.
#![no_std]
#![forbid(unsafe_code)]

#[cfg(test)]
extern crate std;

mod asks;
mod board;
mod implant;
mod keep;
mod life;
mod made;
mod pairs;
mod shelf;
pub mod trace;

pub use board::Board;
pub use implant::Implant;
pub use life::{Life, Stranded};
pub use made::{Made, MakeError, Secrets, StartError, make};
pub use pairs::{HELD_SECONDS, PROGRAMMERS_MAX, Programmer, WINDOW_SECONDS};
