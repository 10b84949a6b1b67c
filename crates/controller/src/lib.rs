//! The regulator of a pump: when each stroke falls due, what becomes of orders, what is kept and what is logged.
//!
//! What it is: a pure state machine. Time, encoder, battery and requests come in as arguments; strokes, cells to write and
//! events to log go out ([`Controller::step`], [`Controller::ask`]). It reckons delivery by itself, stretch by stretch, and
//! shares no arithmetic with the delivery curve that its tests and the monitor hold it against.
//!
//! Words
//! - *stretch*: a time of even flow: a bolus, a step of a flex week, the base.
//! - *due*: a stroke whose volume the program has come to.
//! - *carry*: what has come due beyond whole strokes.
//! - *late*: a step that comes more than a stated time after it was wanted; what fell due until then is dropped, never made up.
//! - *envelope*: strokes of the last 24 hours against the pump's own bound, asked last of all.
//! - *safe state*: the minimum rate with an epitaph, after any fault inside; only a newly committed program ends it.
//! - *desk*: where orders are staged and committed ([`desk`]).
//!
//! Invariants
//! - At most one stroke in a second; strokes made are `⌊V/stroke⌋` of the committed program, one more or less.
//! - Nothing is made up for: neither lateness, nor a hold, nor a stall, nor a reset.
//! - A hold never raises a flow. A commit that was not written has changed nothing.
//! - No fault inside stops delivery silently, and none panics.
#![no_std]
#![forbid(unsafe_code)]

#[cfg(test)]
extern crate std;

mod controller;
pub mod desk;
mod envelope;
mod flow;
mod hardware;
pub mod log;
pub mod memory;
mod orders;
mod patient;
mod start;
mod status;

pub use controller::{Controller, EVENTS_MAX, Event, Events, Inputs, Outputs};
pub use hardware::Hardware;
pub use orders::{AskContext, Effects};
pub use patient::PatientRefusal;
