//! The clinic's programmer: it pairs with a pump, interrogates it, enters orders, and says what it found.
//!
//! Words
//! - *identity*: the keys of this programmer, all from one seed ([`Identity`]).
//! - *card*: what stands on a pump's implant card ([`PumpCard`]).
//! - *wire*: a way to a pump ([`Wire`]).
//! - *session*: what is sealed between this programmer and a pump that knows it ([`Session`]).
//! - *entering*: interrogate, stage, compare, commit, see it run ([`Session::enter`]).
//! - *unknown*: a commit was sent and nobody knows what became of it; only an interrogation ends it ([`resolve`]).
//!
//! Invariants
//! - [`Entered::Runs`] only of what the pump itself, asked after the commit, says that it runs.
//! - [`Entered::NotEntered`] only if this call has committed nothing.
//! - No clock: waiting is counted in empty reads of the wire, and every loop ends.
//! - What comes in the clear (busy, closed, an emergency's answer) never counts as knowledge of an order.
#![forbid(unsafe_code)]

mod card;
mod emergency;
mod enter;
mod error;
mod identity;
mod line;
mod pairing;
pub mod said;
mod serial;
mod session;
mod wire;

pub use card::{CardError, CardPart, PumpCard};
pub use emergency::{emergency_hold, emergency_read};
pub use enter::{Entered, Resolved, digest, is_committed, resolve};
pub use error::{ProtocolError, TalkError};
pub use identity::{Identity, is_signed_by};
pub use line::Random;
pub use pairing::pair;
pub use serial::SerialWire;
pub use session::Session;
pub use wire::{TcpWire, Wire, WireError};
