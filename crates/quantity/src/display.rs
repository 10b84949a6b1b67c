//! Writing amounts: for people in words, for data in UCUM.

use crate::amount::{Amount, Concentration, Dose, Flow, Length, Mass, Span, Volume, VolumePerLength};
use crate::bound;
use core::fmt::{Display, Formatter, Result};

/// `value × 10^-places` with a leading zero, without trailing zeros.
#[derive(Debug, Clone, Copy)]
pub struct Decimals {
    /// The digits.
    pub value: u128,
    /// How many of them stand behind the point.
    pub places: u32,
}

impl Display for Decimals {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        let scale = 10_u128.pow(self.places.min(38));
        let (whole, mut part) = (self.value / scale, self.value % scale);
        write!(formatter, "{whole}")?;
        if part != 0 {
            let mut places = self.places as usize;
            while part % 10 == 0 {
                part /= 10;
                places -= 1;
            }
            write!(formatter, ".{part:0places$}")?;
        }
        Ok(())
    }
}

/// An amount as data: number, plain space, UCUM unit.
#[derive(Debug, Clone, Copy)]
pub struct Data<Q>(pub Q);

impl<Q: Amount> Display for Data<Q> {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        let number = Decimals { value: u128::from(self.0.base()), places: Q::BOUND.decimals };
        write!(formatter, "{number} {}", Q::BOUND.unit)
    }
}

macro_rules! people {
    ($($name:ident: $bound:ident;)*) => {$(
        /// For people: the unit in words, a no-break space before it.
        impl Display for $name {
            fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
                let number = Decimals { value: u128::from(self.base()), places: bound::$bound.decimals };
                write!(formatter, "{number}\u{a0}{}", bound::$bound.words)
            }
        }
        impl core::fmt::Debug for $name {
            fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
                write!(formatter, "{}", Data(*self))
            }
        }
    )*};
}

people! {
    Volume: VOLUME;
    Mass: MASS;
    Concentration: CONCENTRATION;
    Flow: FLOW;
    Dose: DOSE;
    Length: LENGTH;
    VolumePerLength: VOLUME_PER_LENGTH;
}

/// For people: days, hours, minutes and seconds, whichever are there.
impl Display for Span {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        let seconds = self.seconds();
        let parts = [
            (seconds / 86_400, "d"),
            (seconds / 3_600 % 24, "h"),
            (seconds / 60 % 60, "min"),
            (seconds % 60, "s"),
        ];
        let mut first = true;
        for (count, unit) in parts {
            if count > 0 {
                write!(formatter, "{}{count}\u{a0}{unit}", if first { "" } else { " " })?;
                first = false;
            }
        }
        if first { formatter.write_str("0\u{a0}s") } else { Ok(()) }
    }
}

impl core::fmt::Debug for Span {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        write!(formatter, "{}", Data(*self))
    }
}
