//! Scales of tone, spasm, function and goals: which values exist, where they are taken, how items add up, and which way is
//! better. Statistics over scores come with the outcomes.
//!
//! Words
//! - *scale*: what is rated; variants are scales of their own and are never mixed.
//! - *value*: what the scale gives; "1+" is a grade of its own, neither a 1 nor a number.
//! - *item*: a part of a scale that is rated for itself.
//! - *site*: the muscle group and side that was rated.
//! - *goal*: what one patient wants to reach; each is rated for itself.
//!
//! Invariants
//! - A score with a value, site, item or goal that its scale does not have cannot be built.
//! - A total stands only on all items: what is missing is missing, never zero.
//! - Scores of different scales, sites or goals are never compared.
#![forbid(unsafe_code)]

mod about;
mod function;
mod goal;
mod item;
mod scale;
mod score;
mod site;
mod tone;
mod value;

pub use about::{About, Code, Direction, Domain, ImportantDifference, System};
pub use goal::{GoalLevel, NoGoals, goal_attainment_t, goal_attainment_t_with};
pub use item::{Item, Scoring};
pub use scale::Scale;
pub use score::{Entry, NoScore, PennDisagrees, Score, penn_parts_agree};
pub use site::{Muscle, Side, Site, Sites};
pub use value::{Grade, Values};
