//! What the pathway asks, as data and pure functions: reasons for the therapy, and the way through a loss of effect.

pub mod loss_of_effect;
pub mod reasons;
