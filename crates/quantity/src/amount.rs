//! The newtypes, and the operations that mean something.

use crate::bound::{self, Bound};
use crate::error::{ParseError, QuantityError};
use crate::parse::{self, Kind};
use crate::quotient::Quotient;
use crate::{Data, SECONDS_PER_DAY};
use core::ops::Mul;

/// What every kind of amount can do. Base units are those of [`Amount::BOUND`].
pub trait Amount: Copy + Ord + core::fmt::Debug + Sized {
    /// Name, units and range of the kind.
    const BOUND: &'static Bound;
    /// The kind, as the parser knows it.
    const KIND: Kind;
    /// The whole number, in base units.
    fn base(self) -> u64;
    /// From a whole number of base units.
    ///
    /// # Errors
    /// [`QuantityError::AboveMax`] above the bound.
    fn from_base(value: u128) -> Result<Self, QuantityError>;
    /// From text as `"0.348 mL"`.
    ///
    /// # Errors
    /// A [`ParseError`] that says what would be accepted.
    fn parse(text: &str) -> Result<Self, ParseError> {
        let value = parse::parse(text, Self::KIND)?;
        Self::from_base(value).map_err(|_| ParseError::AboveMax { expected: Self::KIND })
    }
}

macro_rules! amounts {
    ($($(#[$doc:meta])* $name:ident, $kind:ident, $bound:ident, $from:ident, $get:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $name(u64);

        impl Amount for $name {
            const BOUND: &'static Bound = &bound::$bound;
            const KIND: Kind = Kind::$kind;
            fn base(self) -> u64 { self.0 }
            fn from_base(value: u128) -> Result<Self, QuantityError> {
                if value > Self::BOUND.max as u128 {
                    return Err(QuantityError::AboveMax { bound: Self::BOUND, value });
                }
                Ok(Self(value as u64))
            }
        }

        impl $name {
            /// Nothing of it.
            pub const ZERO: Self = Self(0);
            /// The largest that is accepted.
            pub const MAX: Self = Self(bound::$bound.max);
            /// From a whole number of base units.
            ///
            /// # Errors
            /// [`QuantityError::AboveMax`] above the bound.
            pub const fn $from(value: u64) -> Result<Self, QuantityError> {
                if value > bound::$bound.max {
                    return Err(QuantityError::AboveMax { bound: &bound::$bound, value: value as u128 });
                }
                Ok(Self(value))
            }
            /// The whole number of base units.
            pub const fn $get(self) -> u64 { self.0 }
            /// Whether it is nothing.
            pub const fn is_zero(self) -> bool { self.0 == 0 }
            /// From text, as number, space, unit.
            ///
            /// # Errors
            /// A [`ParseError`] that says what would be accepted.
            pub fn parse(text: &str) -> Result<Self, ParseError> { <Self as Amount>::parse(text) }
            /// The sum.
            ///
            /// # Errors
            /// [`QuantityError::AboveMax`] above the bound.
            pub fn checked_add(self, other: Self) -> Result<Self, QuantityError> {
                Self::from_base(u128::from(self.0) + u128::from(other.0))
            }
            /// The difference.
            ///
            /// # Errors
            /// [`QuantityError::BelowZero`] if `other` is larger.
            pub const fn checked_sub(self, other: Self) -> Result<Self, QuantityError> {
                match self.0.checked_sub(other.0) {
                    Some(rest) => Ok(Self(rest)),
                    None => Err(QuantityError::BelowZero { bound: &bound::$bound, from: self.0, taken: other.0 }),
                }
            }
            /// The difference, or nothing if `other` is larger.
            pub const fn saturating_sub(self, other: Self) -> Self { Self(self.0.saturating_sub(other.0)) }
            /// `count` times as much.
            ///
            /// # Errors
            /// [`QuantityError::AboveMax`] above the bound.
            pub fn checked_times(self, count: u64) -> Result<Self, QuantityError> {
                Self::from_base(u128::from(self.0) * u128::from(count))
            }
            /// As data: UCUM unit, a plain space; what [`Self::parse`] reads back.
            pub const fn data(self) -> Data<Self> { Data(self) }
            /// The same as an exact ratio.
            pub const fn quotient(self) -> Quotient<Self> { Quotient::whole(self.0) }
        }

        impl core::str::FromStr for $name {
            type Err = ParseError;
            fn from_str(text: &str) -> Result<Self, ParseError> { Self::parse(text) }
        }
    )*};
}

amounts! {
    /// An amount of fluid, in whole nL.
    Volume, Volume, VOLUME, from_nanolitres, nanolitres;
    /// An amount of drug, in whole ng.
    Mass, Mass, MASS, from_nanograms, nanograms;
    /// Drug in fluid, in whole ng/mL.
    Concentration, Concentration, CONCENTRATION, from_nanograms_per_millilitre, nanograms_per_millilitre;
    /// Fluid in time, in whole nL/d.
    Flow, Flow, FLOW, from_nanolitres_per_day, nanolitres_per_day;
    /// Drug in time, in whole ng/d.
    Dose, Dose, DOSE, from_nanograms_per_day, nanograms_per_day;
    /// A length of time, in whole s.
    Span, Span, SPAN, from_seconds, seconds;
    /// A length of catheter, in whole mm.
    Length, Length, LENGTH, from_millimetres, millimetres;
    /// What a length of catheter holds, in whole nL/cm.
    VolumePerLength, VolumePerLength, VOLUME_PER_LENGTH, from_nanolitres_per_centimetre, nanolitres_per_centimetre;
}

/// nL in a mL: a concentration counts ng per mL, a volume nL.
const NANOLITRES_PER_MILLILITRE: u128 = 1_000_000;
/// mm in a cm: a volume per length counts nL per cm, a length mm.
const MILLIMETRES_PER_CENTIMETRE: u128 = 10;

/// mass = volume × concentration
impl Mul<Concentration> for Volume {
    type Output = Quotient<Mass>;
    fn mul(self, concentration: Concentration) -> Quotient<Mass> {
        Quotient::of_product(self.0, concentration.0, NANOLITRES_PER_MILLILITRE)
    }
}

/// dose = flow × concentration
impl Mul<Concentration> for Flow {
    type Output = Quotient<Dose>;
    fn mul(self, concentration: Concentration) -> Quotient<Dose> {
        Quotient::of_product(self.0, concentration.0, NANOLITRES_PER_MILLILITRE)
    }
}

/// volume = flow × time
impl Mul<Span> for Flow {
    type Output = Quotient<Volume>;
    fn mul(self, span: Span) -> Quotient<Volume> {
        Quotient::of_product(self.0, span.0, u128::from(SECONDS_PER_DAY))
    }
}

/// mass = dose × time
impl Mul<Span> for Dose {
    type Output = Quotient<Mass>;
    fn mul(self, span: Span) -> Quotient<Mass> {
        Quotient::of_product(self.0, span.0, u128::from(SECONDS_PER_DAY))
    }
}

/// volume = length × volume per length
impl Mul<VolumePerLength> for Length {
    type Output = Quotient<Volume>;
    fn mul(self, per_length: VolumePerLength) -> Quotient<Volume> {
        Quotient::of_product(self.0, per_length.0, MILLIMETRES_PER_CENTIMETRE)
    }
}

macro_rules! divisions {
    ($($(#[$doc:meta])* $what:ident / $by:ident = $result:ident, $function:ident, $factor:expr;)*) => {$(
        impl $what {
            $(#[$doc])*
            ///
            /// # Errors
            /// [`QuantityError::DivisionByZero`] if the divisor is nothing.
            pub fn $function(self, divisor: $by) -> Result<Quotient<$result>, QuantityError> {
                if divisor.is_zero() {
                    return Err(QuantityError::DivisionByZero { bound: <$by as Amount>::BOUND });
                }
                Ok(Quotient::of_ratio(u128::from(self.0) * $factor, u128::from(divisor.0)))
            }
        }
    )*};
}

divisions! {
    /// flow = dose / concentration
    Dose / Concentration = Flow, at_concentration, NANOLITRES_PER_MILLILITRE;
    /// volume = mass / concentration
    Mass / Concentration = Volume, at_concentration, NANOLITRES_PER_MILLILITRE;
    /// time = volume / flow
    Volume / Flow = Span, at_flow, SECONDS_PER_DAY as u128;
    /// flow = volume / time
    Volume / Span = Flow, over, SECONDS_PER_DAY as u128;
    /// dose = mass / time
    Mass / Span = Dose, over, SECONDS_PER_DAY as u128;
}
