//! Cohorts: who is in, what counts at which visit, and the reports.
//!
//! Words
//! - *person*: one patient without a name; *member*: a person of the cohort that was chosen.
//! - *first implant*: the day that everything is counted from.
//! - *visit*: a window around a day after the first implant, and the rule that chose the value in it.
//! - *measure*: a scale at a part of the body, as one number a person and day.

mod choice;
mod file;
mod followed;
mod measure;
mod row;
mod series;
mod visit;

pub use choice::{Choice, age};
pub use file::{COLUMNS, NoRows, micrograms, read, write};
pub use followed::{DAYS_PER_YEAR, End, Followed, days, years};
pub use measure::{Days, Measure, Region, STEPS_PER_POINT, Steps, points};
pub use row::{
    Class, Device, DoseFrom, Happened, NoScore, Operation, Part, Person, Related, Scored, Why, site_words,
};
pub use series::{Chosen, Member, Series, Values, series};
pub use visit::{Missing, VISITS, Visit, Windows};
