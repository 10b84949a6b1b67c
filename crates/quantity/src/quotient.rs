//! Exact ratios: what a division gives before anything is rounded.

use crate::amount::Amount;
use crate::error::QuantityError;
use crate::wide::{greatest_common_divisor, multiply_divide_floor};
use core::cmp::Ordering;
use core::marker::PhantomData;

/// `numerator / denominator` base units of the kind `Q`, in lowest terms.
pub struct Quotient<Q> {
    numerator: u128,
    denominator: u128,
    kind: PhantomData<Q>,
}

impl<Q> Quotient<Q> {
    /// Nothing of it.
    pub const ZERO: Self = Self::whole(0);

    pub(crate) const fn whole(value: u64) -> Self {
        Self { numerator: value as u128, denominator: 1, kind: PhantomData }
    }

    pub(crate) fn of_product(left: u64, right: u64, divisor: u128) -> Self {
        Self::of_ratio(u128::from(left) * u128::from(right), divisor)
    }

    /// `denominator` is not zero: every caller divides by a constant or has looked.
    pub(crate) fn of_ratio(numerator: u128, denominator: u128) -> Self {
        let divisor = greatest_common_divisor(numerator, denominator).max(1);
        Self { numerator: numerator / divisor, denominator: denominator / divisor, kind: PhantomData }
    }

    /// `numerator / denominator` base units; `None` if the denominator is zero.
    #[must_use]
    pub fn new(numerator: u128, denominator: u128) -> Option<Self> {
        (denominator != 0).then(|| Self::of_ratio(numerator, denominator))
    }

    /// Above the line, in lowest terms.
    #[must_use]
    pub const fn numerator(&self) -> u128 {
        self.numerator
    }

    /// Below the line, in lowest terms; never zero.
    #[must_use]
    pub const fn denominator(&self) -> u128 {
        self.denominator
    }

    /// Whether it is nothing.
    #[must_use]
    pub const fn is_zero(&self) -> bool {
        self.numerator == 0
    }
}

impl<Q: Amount> Quotient<Q> {
    /// Rounded down to a whole base unit.
    ///
    /// # Errors
    /// [`QuantityError::AboveMax`] above the bound of the kind.
    pub fn floor(self) -> Result<Q, QuantityError> {
        Q::from_base(self.numerator / self.denominator)
    }

    /// Rounded up to a whole base unit.
    ///
    /// # Errors
    /// [`QuantityError::AboveMax`] above the bound of the kind.
    pub fn ceiling(self) -> Result<Q, QuantityError> {
        Q::from_base(self.numerator.div_ceil(self.denominator))
    }

    /// The amount if the ratio is a whole number in range.
    #[must_use]
    pub fn exact(self) -> Option<Q> {
        if self.denominator == 1 { Q::from_base(self.numerator).ok() } else { None }
    }
}

impl<Q> Clone for Quotient<Q> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<Q> Copy for Quotient<Q> {}
impl<Q> PartialEq for Quotient<Q> {
    fn eq(&self, other: &Self) -> bool {
        (self.numerator, self.denominator) == (other.numerator, other.denominator)
    }
}
impl<Q> Eq for Quotient<Q> {}
impl<Q> PartialOrd for Quotient<Q> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl<Q> Ord for Quotient<Q> {
    fn cmp(&self, other: &Self) -> Ordering {
        compare(self.numerator, self.denominator, other.numerator, other.denominator)
    }
}
impl<Q> core::fmt::Debug for Quotient<Q> {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(formatter, "{}/{}", self.numerator, self.denominator)
    }
}

/// Compares `a/b` with `c/d` without overflow: whole parts first, then the reciprocals of what is left.
fn compare(mut a: u128, mut b: u128, mut c: u128, mut d: u128) -> Ordering {
    let mut turned = false;
    loop {
        if let (Some(left), Some(right)) = (a.checked_mul(d), c.checked_mul(b)) {
            let order = left.cmp(&right);
            return if turned { order.reverse() } else { order };
        }
        let (whole_left, whole_right) = (a / b, c / d);
        if whole_left != whole_right {
            let order = whole_left.cmp(&whole_right);
            return if turned { order.reverse() } else { order };
        }
        (a, c) = (a % b, c % d);
        if a == 0 || c == 0 {
            let order = a.cmp(&c);
            return if turned { order.reverse() } else { order };
        }
        ((a, b), (c, d)) = ((b, a), (d, c));
        turned = !turned;
    }
}

impl<Q: Amount> Quotient<Q> {
    /// The ratio times `numerator / denominator`, rounded down to a whole base unit; `None` past the bound or if the
    /// denominator is zero.
    #[must_use]
    pub fn scaled_floor(self, numerator: u64, denominator: u64) -> Option<Q> {
        let divisor = self.denominator.checked_mul(u128::from(denominator))?;
        Q::from_base(multiply_divide_floor(self.numerator, u128::from(numerator), divisor)?).ok()
    }
}
