//! Cohorts: who is in, what counts at which visit, and the reports.
//!
//! Words
//! - *person*: one patient without a name; *member*: a person of the cohort that was chosen.
//! - *first implant*: the day that everything is counted from.
//! - *visit*: a window around a day after the first implant, and the rule that chose the value in it.
//! - *measure*: a scale at a part of the body, as one number a person and day.
//! - *spell*: the time of one pump, one catheter or one therapy, to its end or to the last day seen.

mod choice;
mod compute;
mod described;
mod device;
mod dose;
mod effect;
mod file;
mod followed;
mod important;
mod measure;
mod methods;
mod order;
mod report;
mod row;
mod safety;
mod series;
mod table;
mod tables;
mod visit;
mod written;

pub use choice::{Choice, age};
pub use compute::{Changed, rate_of};
pub use described::{Described, described};
pub use device::{At as SurvivalAt, Competing, Curve, Differ, GroupBy, Lasting, Survival, TIMES, survival};
pub use dose::{DoseAt, Doses, RISING_ABOVE, Rising, YEARS, dose_on, doses};
pub use effect::{At as VisitAt, Change, OverYears, Overall, Reaching, before_after, change, over_years};
pub use file::{COLUMNS, NoRows, micrograms, read, write};
pub use followed::{DAYS_PER_YEAR, End, Followed, days, years};
pub use important::important;
pub use measure::{Days, Measure, Region, STEPS_PER_POINT, Steps, points};
pub use order::possible;
pub use report::{Plan, Report, report};
pub use row::{
    Class, Device, DoseFrom, Happened, NoScore, Operation, Part, Person, Related, Scored, Why, site_words,
};
pub use safety::{AfterOperation, EARLY_DAYS, Events, MeanEvents, Persons, Safety, safety};
pub use series::{Chosen, Member, Series, Values, series};
pub use table::{Cell, Estimate, Quartiles, Table, p_shown, percent, shown};
pub use tables::{capital, lasting_words};
pub use visit::{Missing, VISITS, Visit, Windows};
