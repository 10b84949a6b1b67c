//! Does the therapy work, is it safe, how long do pumps and catheters last, how does the dose move: statistics, and cohorts
//! analysed with them, over plain rows.
//!
//! Words
//! - *undefined*: a question that has no answer for this input, such as a test of differences that are all zero; said by name
//!   ([`Undefined`]), never as a number.
//! - *missing*: a value that nobody has; left out, counted, and said. Never a zero.
//! - *exact*: from the distribution of the data at hand, ties included; the p value is a fraction of whole numbers.
//!
//! Invariants
//! - Values that can tie are compared as whole numbers of a common decimal step ([`exact`]): 0.3 less 0.1 is 0.6 less 0.4.
//! - No result is NaN or infinite: what is not defined is `None`, with the reason.
//! - The order of patients changes no result.
//! - Knows no storage, no web and no clock.
#![forbid(unsafe_code)]

pub mod cohort;
pub mod describe;
pub mod exact;
mod matrix;
pub mod models;
mod number;
pub mod published;
pub mod ranks;
pub mod rates;
pub mod reference;
pub mod survival;
mod tails;
mod undefined;

pub use undefined::Undefined;
