//! What the pathway asks, as data and pure functions: reasons for the therapy, sheets of questions, candidacy, the test by the
//! hour, the choice of an implant, complications, and the way through a loss of effect.

pub mod candidacy;
pub mod complications;
pub mod implant;
pub mod limits;
pub mod loss_of_effect;
pub mod reasons;
pub mod sheet;
pub mod trial;
