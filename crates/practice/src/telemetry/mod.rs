//! Between the record and a pump that can be reached: an order of the record as the object that the pump accepts, what the pump runs
//! as a line of the record, and the two side by side. Who talks to the pump is not said here.

mod compare;
mod order;

pub use compare::{Beside, BesideWhat, agrees, beside, running_words};
pub use order::{NotSent, confirmation, mode, object, program, runs, settling};

use pump::{Order, Status};

/// What a pump said when it was read.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    /// Of itself.
    pub status: &'a Status,
    /// The order that it runs.
    pub committed: Option<&'a Order>,
}
