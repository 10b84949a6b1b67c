//! What a programmer and a pump say to each other.
//!
//! What it is: both sides of the link as machines without clock, randomness or I/O: bytes in, events and bytes out. It does not
//! decide what a pump does; it decides who is heard, and that nobody is heard twice.
//!
//! Words
//! - *frame*: a piece of the stream of bytes, with its kind, its length and a check ([`frame`]).
//! - *session*: what two who know each other's keys seal for each other ([`session`]).
//! - *pairing*: how they come to know each other's keys, at the pump and with the secret of its card ([`session`]).
//! - *gate*: how often a stranger may try ([`gate`]).
//! - *request*: a numbered question of a session, with one answer ([`message`]).
//! - *challenge*: what an emergency hold must quote ([`emergency`]).
//! - *endpoint*: the pump's side put together ([`endpoint`]); *programmer*: the other side ([`programmer`]).
//! - *life*: what is known of an order, from the plan to the pump ([`programmer::life`]).
//!
//! Invariants
//! - No float, no allocation, no clock, no randomness, no I/O: time, randomness and bytes are arguments.
//! - What comes in is bounded before it is looked at, and nothing that comes in makes this code panic.
//! - What is lost, repeated, reordered, cut, changed or invented on the way is never a request that nobody made, and none is given
//!   to the pump twice.
//! - A first message of a handshake proves nothing: it neither opens nor ends a session.
//! - Without a key there are words for reading, the minimum rate and stopping only.
//! - Whether an unanswered commit was done is unknown until the pump has said what runs.
#![no_std]
#![forbid(unsafe_code)]

#[cfg(test)]
extern crate std;

pub mod emergency;
pub mod endpoint;
pub mod frame;
pub mod gate;
pub mod message;
mod noise;
#[cfg(test)]
mod noise_vectors;
pub mod programmer;
pub mod session;
pub mod signed;

pub use noise::{HandshakeError, KEY_LENGTH, Random, Secret, TAG_LENGTH};
