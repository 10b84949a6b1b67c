//! Scales of tone, spasm, function and goals: which values exist, where they are taken, how items add up, and which way is
//! better; grades as numbers, several sites as one, and changes that matter. Statistics over scores come with the outcomes.
//!
//! Words
//! - *scale*: what is rated; variants are scales of their own and are never mixed.
//! - *value*: what the scale gives; "1+" is a grade of its own, neither a 1 nor a number.
//! - *item*: a part of a scale that is rated for itself.
//! - *site*: the muscle group and side that was rated.
//! - *goal*: what one patient wants to reach; each is rated for itself.
//! - *coding*: which numbers stand for grades; said beside every number that is made of them.
//! - *summary*: one number of several sites.
//!
//! Invariants
//! - A score with a value, site, item or goal that its scale does not have cannot be built.
//! - A total stands only on all items: what is missing is missing, never zero.
//! - Scores of different scales, sites or goals are never compared.
//! - Nothing is converted, imported or averaged by itself: who asks says to what, from which form, over which sites, how counted.
#![forbid(unsafe_code)]

mod about;
mod barthel;
mod coding;
mod convert;
mod elsewhere;
mod eq;
mod fraction;
mod function;
mod gmfcs;
mod goal;
mod import;
mod important;
mod item;
mod response;
mod scale;
mod score;
mod site;
mod summary;
mod tone;
mod value;

pub use about::{About, Code, Direction, Domain, Missing, System};
pub use barthel::{Dependence, NoAnswer, answered};
pub use coding::Coding;
pub use convert::{NotConverted, converted};
pub use elsewhere::{AMBIGUOUS, Ambiguous, NOT_OFFERED, NotOffered};
pub use eq::{EqState, EqVersion, NoEqState};
pub use fraction::Fraction;
pub use gmfcs::GmfcsAge;
pub use goal::{
    GOAL_CORRELATION, GoalLevel, GoalsChange, NoGoals, goal_attainment, goal_attainment_change,
    goal_attainment_t, goal_attainment_t_with,
};
pub use import::{IMPORT_FORMS, ImportForm, NoSuchCode};
pub use important::{Found, ImportantDifference, Reliability};
pub use item::{Item, Scoring};
pub use response::{Answered, Asks, RESPONSE_RULES, ResponseRule};
pub use scale::Scale;
pub use score::{Entry, NoScore, PennDisagrees, Score, penn_parts_agree, penn_parts_complete};
pub use site::{Muscle, Side, Site, Sites};
pub use summary::{
    How, Limb, MEAN_SITES_MIN_PERCENT, NoSummary, SERIES_SUMMARIES, SeriesSummary, SiteSet, Summary, summary,
};
pub use value::{Grade, Values};
