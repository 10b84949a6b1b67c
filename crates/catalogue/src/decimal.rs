//! Plain exact decimals, such as the accuracy 0.145.

use std::cmp::Ordering;
use std::fmt::{self, Display, Formatter};

/// A number with a finite count of decimals and no unit. Always in lowest terms of ten: 0.10 equals 0.1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Decimal {
    numerator: u64,
    /// A power of ten.
    denominator: u64,
}

/// What [`Decimal::parse`] accepts.
pub(crate) const ACCEPTED: &str = "digits with at most one point between digits, such as \"0.145\"";

/// Text that is no decimal, or one with more than 19 digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a decimal is written as {ACCEPTED}")]
pub struct DecimalError;

impl Decimal {
    /// From text: digits, and at most one point between digits.
    ///
    /// # Errors
    /// [`DecimalError`] for anything else.
    pub fn parse(text: &str) -> Result<Self, DecimalError> {
        let (whole, part) = match text.split_once('.') {
            Some((_, "")) => return Err(DecimalError),
            Some(split) => split,
            None => (text, ""),
        };
        if whole.is_empty() || !whole.bytes().chain(part.bytes()).all(|byte| byte.is_ascii_digit()) {
            return Err(DecimalError);
        }
        let part = part.trim_end_matches('0');
        let places = u32::try_from(part.len()).map_err(|_| DecimalError)?;
        let denominator = 10_u64.checked_pow(places).ok_or(DecimalError)?;
        let mut numerator = 0_u64;
        for byte in whole.bytes().chain(part.bytes()) {
            numerator = numerator
                .checked_mul(10)
                .and_then(|value| value.checked_add(u64::from(byte - b'0')))
                .ok_or(DecimalError)?;
        }
        Ok(Self { numerator, denominator })
    }

    /// What stands above the line.
    #[must_use]
    pub const fn numerator(self) -> u64 {
        self.numerator
    }

    /// What stands below the line; a power of ten.
    #[must_use]
    pub const fn denominator(self) -> u64 {
        self.denominator
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let left = u128::from(self.numerator) * u128::from(other.denominator);
        left.cmp(&(u128::from(other.numerator) * u128::from(self.denominator)))
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Display for Decimal {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.numerator / self.denominator)?;
        let part = self.numerator % self.denominator;
        if part != 0 {
            // A power of ten has as many zeros as there are decimals.
            let places = self.denominator.ilog10() as usize;
            write!(formatter, ".{part:0places$}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes() {
        for (text, numerator, denominator, shown) in [
            ("0.145", 145, 1000, "0.145"),
            ("0.10", 1, 10, "0.1"),
            ("3", 3, 1, "3"),
            ("2.05", 205, 100, "2.05"),
            ("0", 0, 1, "0"),
        ] {
            let decimal = Decimal::parse(text).unwrap();
            assert_eq!((decimal.numerator(), decimal.denominator()), (numerator, denominator), "{text}");
            assert_eq!(decimal.to_string(), shown);
        }
        assert!(Decimal::parse("0.145").unwrap() < Decimal::parse("0.15").unwrap());
    }

    #[test]
    fn refuses() {
        for text in ["", ".5", "5.", "-1", "+1", "1,5", "1e3", "1.2.3", "0.145 ", "99999999999999999999"] {
            assert!(Decimal::parse(text).is_err(), "{text:?}");
        }
    }
}
