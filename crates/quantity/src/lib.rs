//! Exact amounts of an intrathecal therapy.
//!
//! What it is: one newtype over a whole number for each kind of amount, with checked arithmetic, a parser that refuses
//! what it does not know, and rounding that never exceeds what was asked.
//!
//! Words
//! - *base unit*: what the whole number counts: nL, ng, ng/mL, nL/d, ng/d, s, mm, nL/cm.
//! - *quotient*: an exact ratio of whole numbers in base units, before anything is rounded ([`Quotient`]).
//! - *deliverable*: an amount cut to a step that a pump can deliver, beside what was asked ([`Deliverable`]).
//! - *bound*: the range of a kind, its name and its unit, in one table ([`bound`]): checks, error texts and test
//!   generators all read it.
//!
//! Invariants
//! - No float, no clock, no allocation; `no_std`.
//! - Only meaningful operations exist: a volume times a concentration is a mass; a volume plus a mass does not compile.
//! - An unknown unit, a bare number or an amount that is not whole in the base unit is an error, never a default.
//! - Nothing rounds but [`Quotient::floor`], [`Quotient::ceiling`] and [`Step::deliverable`], and each says which way.
#![no_std]
#![forbid(unsafe_code)]

#[cfg(test)]
extern crate std;

mod amount;
pub mod bound;
mod display;
mod error;
mod parse;
mod quotient;
mod step;
mod wide;

pub use amount::{Amount, Concentration, Dose, Flow, Length, Mass, Span, Volume, VolumePerLength};
pub use display::{Data, Decimals};
pub use error::{ParseError, QuantityError};
pub use parse::Kind;
pub use quotient::Quotient;
pub use step::{Deliverable, Step};
pub use wide::{greatest_common_divisor, multiply_divide, multiply_divide_ceiling, multiply_divide_floor};

/// Seconds in a day of the pump clock, which knows no leap second and no daylight saving.
pub const SECONDS_PER_DAY: u64 = 86_400;
