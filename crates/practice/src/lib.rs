//! The door: everything that comes into the record comes through here, and pages ask here how a patient stands.
//!
//! What it is: load a stream, judge an act, sign it, append it, and write what pages find in the same transaction. Forms,
//! the JSON interface, imports and the generator of invented patients take the same door.
//!
//! Words
//! - *patient*: a stream folded ([`patient::Patient`]); *stand*: how a patient is at a time ([`patient::Stand`]).
//! - *form*: what a person filled in, with its id and the version of the record that the person saw ([`Form`]).
//! - *rules*: protocol, catalogue and zone in force ([`rules::Rules`]).
//! - *calendar*: appointments of all patients, and what speaks against a new one ([`agenda`]).
//! - *pathway*: what is recorded around the course, from referral to after-care ([`path`]).
//! - *link*: opens a page without signing in ([`path::link`]); *outside*: what comes through one ([`outside`]).
//! - *sight*: which patients somebody sees ([`sight::Sight`]).
//! - *refusal*: why something was not recorded, as a value with what to do ([`Refusal`]).
//!
//! Invariants
//! - Only orders are refused by rules. A report that breaks a rule is recorded with a finding that stays open.
//! - An order becomes a line of the course when it has all its signatures, each over the same digest.
//! - `now` and chance are arguments.
//! - Neither SQL nor HTTP: a store is `record::Port`.
#![forbid(unsafe_code)]

pub mod access;
pub mod account;
pub mod agenda;
pub mod analysed;
pub mod answers;
pub mod contacts;
pub mod discipline;
mod door;
pub mod enquiry;
pub mod holidays;
pub mod outside;
pub mod password;
pub mod path;
pub mod patient;
pub mod reminder;
pub mod rules;
pub mod session;
pub mod settings;
pub mod sight;
pub mod summary;
pub mod synth;
pub mod telemetry;
pub mod triage;
pub mod udi;
pub mod worklist;

pub use door::{
    Arranged, Arrangement, Done, Form, Other, Practice, Preview, Refusal, Step, agrees, asked_again,
    needs_second, projection, right_to_strike, word_of,
};
