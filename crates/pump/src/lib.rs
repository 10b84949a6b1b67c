//! What an intrathecal pump is told to do, and what it delivers.
//!
//! What it is: programs, the delivery curve V(t) with its exact inverse, alarm kinds, service life. Everything a pump
//! and its twin must agree on, and nothing about patients.
//!
//! Words
//! - *program*: boluses one after the other, then a base that holds until the next program ([`Program`]).
//! - *base*: continuous, flex, minimum rate or stopped ([`Base`]).
//! - *flex*: a week of days with at most 13 steps each, on the pump's own clock ([`Week`]).
//! - *delivery curve*: the volume delivered from the start of a program to any second ([`Curve`]).
//! - *tick*: the unit in which a program's volumes are whole numbers; each program has its own.
//! - *order*: what the pump accepts from outside, one complete signed object ([`Order`]).
//! - *provision*: what a pump is given when it is made, its bounds among it ([`Provision`]).
//! - *condition*: what the monitor watches; each is told as one of the alarm kinds ([`Condition`]).
//! - *cell*: a piece of memory in two copies ([`cell`]).
//! - *stroke*: the fixed volume that a valve-accumulator pump delivers at once ([`Delivery`]).
//!
//! Invariants
//! - No float, no allocation, no clock: a time is an argument ([`PumpTime`]).
//! - `V` is exact at any second, never falls, and costs the same after fifteen years as after an hour: whole weeks are
//!   skipped by arithmetic.
//! - `V(inverse(v)) ≥ v > V(inverse(v) − 1 s)`.
//! - A program that cannot be represented exactly cannot be built.
#![no_std]
#![forbid(unsafe_code)]

#[cfg(test)]
extern crate std;

mod alarm;
mod ask;
pub mod cell;
mod clock;
mod condition;
mod curve;
mod limits;
mod log;
mod order;
mod patient_bolus;
mod program;
mod service;
mod status;
mod text;
mod week;

pub use alarm::{AlarmClass, AlarmKind, AlarmSound};
pub use ask::{Answer, Ask, EmergencyAsk, LOG_ENTRIES_PER_ANSWER, Refused, SignedOrder};
pub use clock::{PumpClock, PumpTime};
pub use condition::{Alarm, AlarmState, Condition};
pub use curve::{Curve, Delivered, Delivery};
pub use limits::{Bounds, Provision, Tone};
pub use log::{LogEntry, LogKind};
pub use order::{
    Amounting, BasePart, BolusPart, FillPart, Flowing, HoldKind, ORDER_BYTES_MAX, ORDER_VERSION, Order,
    OrderBytesError, PATIENT_BOLUSES_PER_DAY_MAX, PatientBolusPart, ProgramPart, StepPart, TooLong, Unfit,
    What,
};
pub use patient_bolus::PatientBolus;
pub use program::{Base, Bolus, BolusKind, Program, ProgramError, Rate};
pub use service::{ServiceLife, ServiceState};
pub use status::{
    Battery, CommittedMarks, Epitaph, FaultKind, Hold, ModeMark, ProgramMarks, Running, StagedMarks, Status,
};
pub use text::{Text, TextError};
pub use week::{STEPS_PER_DAY_MAX, Step, Week};

/// Boluses that may stand before the base of one program.
pub const BOLUSES_MAX: usize = 8;
