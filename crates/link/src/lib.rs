//! What a programmer and a pump say to each other.
//!
//! Words
//! - *frame*: a piece of the stream of bytes, with its kind, its length and a check ([`frame`]).
//! - *session*: what two who know each other's keys seal for each other ([`session`]).
//! - *pairing*: how they come to know each other's keys, at the pump and with its secret ([`session`]).
//! - *gate*: how often a stranger may try ([`gate`]).
//!
//! Invariants
//! - No float, no allocation, no clock, no randomness, no I/O: time, randomness and bytes are arguments.
//! - What comes in is bounded before it is looked at, and nothing that comes in makes this code panic.
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
