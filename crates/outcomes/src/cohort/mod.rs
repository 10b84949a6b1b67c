//! Cohorts: who is in, what counts at which visit, and the reports.
//!
//! Words
//! - *person*: one patient without a name.
//! - *first implant*: the day that everything is counted from.
//! - *visit*: a window around a day after the first implant, and the rule that chose the value in it.

mod row;

pub use row::{
    Class, Device, DoseFrom, Happened, NoScore, Operation, Part, Person, Related, Scored, Why, site_words,
};
