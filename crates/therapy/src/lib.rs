//! The therapy: who is treated, what was done and ordered, and the rules that judge it.
//!
//! What it is: the record as plain data, folded into a course; and one pure judgement of every act before it is recorded.
//!
//! Words
//! - *act*: a report (this happened) or an order (do this) ([`act`]).
//! - *event*: an act with its time, its author and, for a soft finding, reason and second person.
//! - *course*: what the record says by a certain line of it ([`Course`]); folding never judges.
//! - *setting*: protocol and catalogue, each in a version ([`judge::Setting`]).
//! - *proposal*: an act with the findings of every rule, before it is saved or signed ([`judge::propose`]).
//! - *finding*: a rule, a level and the numbers it looked at ([`Finding`], [`Rule`]).
//! - *audit*: a record looked through line by line, and what is open at its end ([`audit`]).
//! - *outlook*: the dates that follow from a course ([`outlook`]).
//!
//! Invariants
//! - `propose(course, act, setting, now)` is pure: no clock, no file, no chance; the same arguments give the same digest.
//! - Only orders are refused. A report that breaks a limit is recorded with a finding that stays open until it is dealt
//!   with.
//! - A signed order is an intention: the course runs only what was seen in the pump.
//! - Every hard rule offers a way out; undoing a mistaken change is never blocked.
//! - Limits are data (`protocol/default.toml`), each with source and grade; a number that nobody has verified switches its
//!   rule to "not checked", never to "passed".
//! - Never an oral-to-intrathecal conversion.
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
pub mod pathway;
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
