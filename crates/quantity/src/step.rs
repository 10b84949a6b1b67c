//! Rounding to what a pump can deliver: once, downward, the cap last.

use crate::amount::Amount;
use crate::error::QuantityError;
use crate::quotient::Quotient;

/// The smallest part that can be delivered of an amount; never zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step<Q>(Q);

/// What was asked and what a pump can do of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deliverable<Q> {
    /// What was asked, exactly.
    pub asked: Quotient<Q>,
    /// A whole number of steps; not above what was asked, not above the cap.
    pub achieved: Q,
    /// Whether the cap, and not the step, decided.
    pub capped: bool,
}

impl<Q: Amount> Step<Q> {
    /// A step of `size`.
    ///
    /// # Errors
    /// [`QuantityError::DivisionByZero`] if the size is nothing.
    pub fn new(size: Q) -> Result<Self, QuantityError> {
        if size.base() == 0 { Err(QuantityError::DivisionByZero { bound: Q::BOUND }) } else { Ok(Self(size)) }
    }

    /// How large the step is.
    pub fn size(self) -> Q {
        self.0
    }

    /// The largest whole number of steps that is neither above `asked` nor above `cap`. Less drug than asked shows as
    /// spasticity and can be mended; more can stop the breath: so down is the safe side, and the cap comes last.
    ///
    /// # Errors
    /// [`QuantityError::AboveMax`] if even the rounded amount passes the bound of the kind.
    pub fn deliverable(self, asked: Quotient<Q>, cap: Option<Q>) -> Result<Deliverable<Q>, QuantityError> {
        let step = u128::from(self.0.base());
        let wanted = asked.numerator() / asked.denominator() / step;
        let allowed = cap.map_or(u128::MAX, |cap| u128::from(cap.base()) / step);
        let achieved = Q::from_base(wanted.min(allowed).saturating_mul(step))?;
        Ok(Deliverable { asked, achieved, capped: allowed < wanted })
    }
}
