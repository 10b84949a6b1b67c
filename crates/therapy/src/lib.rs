//! The therapy: who is treated, what was done and ordered, and the rules that judge it.
#![forbid(unsafe_code)]

pub mod calculators;
mod finding;
pub mod input;
mod protocol;
mod rule;
mod value;

pub use finding::{Finding, Level, highest};
pub use protocol::{Band, Limit, Population, Protocol, whole};
pub use rule::{About, Rule};
pub use value::{Exact, Value, date_in_words, decimal};
