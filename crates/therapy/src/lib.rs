//! The therapy: who is treated, what was done and ordered, and the rules that judge it.
#![forbid(unsafe_code)]

pub mod achieve;
pub mod act;
pub mod audit;
pub mod calculators;
mod course;
pub mod file;
mod finding;
pub mod input;
pub mod judge;
pub mod outlook;
mod protocol;
mod rule;
mod value;

pub use course::{
    Course, Interruption, OrderRecord, OrderState, Reservoir, Review, Running, dose_of, expected_volume, fold,
};
pub use finding::{Finding, Level, highest};
pub use protocol::{Band, Limit, Population, Protocol, whole};
pub use rule::{About, Rule};
pub use value::{Exact, Value, date_in_words, decimal};
