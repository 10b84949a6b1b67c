//! Reading amounts: number, one space, unit; everything else is refused.

use crate::bound::{self, Bound};
use crate::error::ParseError;

/// The kinds of amount that text can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// mL
    Volume,
    /// micrograms
    Mass,
    /// micrograms per mL
    Concentration,
    /// mL per day
    Flow,
    /// micrograms per day
    Dose,
    /// days, hours, minutes, seconds
    Span,
    /// cm
    Length,
    /// mL per cm
    VolumePerLength,
}

impl Kind {
    /// Name, units and range.
    #[must_use]
    pub const fn bound(self) -> &'static Bound {
        match self {
            Self::Volume => &bound::VOLUME,
            Self::Mass => &bound::MASS,
            Self::Concentration => &bound::CONCENTRATION,
            Self::Flow => &bound::FLOW,
            Self::Dose => &bound::DOSE,
            Self::Span => &bound::SPAN,
            Self::Length => &bound::LENGTH,
            Self::VolumePerLength => &bound::VOLUME_PER_LENGTH,
        }
    }

    /// One amount of the kind, as it may be written.
    #[must_use]
    pub const fn example(self) -> &'static str {
        match self {
            Self::Volume => "0.348 mL",
            Self::Mass => "50 ug",
            Self::Concentration => "500 ug/mL",
            Self::Flow => "0.4 mL/d",
            Self::Dose => "200 ug/d",
            Self::Span => "20.88 h",
            Self::Length => "80 cm",
            Self::VolumePerLength => "0.0026 mL/cm",
        }
    }

    /// The units that are accepted, as a sentence would list them.
    #[must_use]
    pub const fn spellings(self) -> &'static str {
        match self {
            Self::Volume => "mL",
            Self::Mass => "ug, micrograms or mg",
            Self::Concentration => "ug/mL, micrograms/mL or mg/mL",
            Self::Flow => "mL/d, mL/day, mL/24h or mL/h",
            Self::Dose => "ug/d, ug/day, ug/24h or ug/h (also micrograms, mg)",
            Self::Span => "d, h, min or s",
            Self::Length => "cm",
            Self::VolumePerLength => "mL/cm",
        }
    }
}

/// Base units in one of the unit: nL, ng, s or mm.
fn simple(unit: &str) -> Option<(Kind, u128)> {
    Some(match unit {
        "mL" | "ml" => (Kind::Volume, 1_000_000),
        // Both code points that look like a Greek mu are in use: the micro sign and the letter.
        "ug" | "\u{b5}g" | "\u{3bc}g" | "mcg" | "micrograms" => (Kind::Mass, 1_000),
        "mg" => (Kind::Mass, 1_000_000),
        "d" => (Kind::Span, 86_400),
        "h" => (Kind::Span, 3_600),
        "min" => (Kind::Span, 60),
        "s" => (Kind::Span, 1),
        "cm" => (Kind::Length, 10),
        _ => return None,
    })
}

/// How often a unit below the line goes into a day.
fn per_day(unit: &str) -> Option<u128> {
    match unit {
        "d" | "day" | "24h" => Some(1),
        "h" => Some(24),
        _ => None,
    }
}

/// The kind of a unit and the base units in one of it.
fn unit(text: &str) -> Option<(Kind, u128)> {
    let Some((above, below)) = text.split_once('/') else {
        return simple(text);
    };
    let (kind, factor) = simple(above)?;
    match (kind, below) {
        (Kind::Mass, "mL" | "ml") => Some((Kind::Concentration, factor)),
        (Kind::Volume, "cm") => Some((Kind::VolumePerLength, factor)),
        (Kind::Mass, _) => Some((Kind::Dose, factor * per_day(below)?)),
        (Kind::Volume, _) => Some((Kind::Flow, factor * per_day(below)?)),
        _ => None,
    }
}

/// Digits with at most one point between digits, as `digits × 10^-decimals`; trailing zeros after the point are dropped.
/// `Err(true)` means "a number, but past 128 bits".
fn decimal(text: &str) -> Result<(u128, u32), bool> {
    let (whole, part) = match text.split_once('.') {
        Some((_, "")) => return Err(false),
        Some((whole, part)) => (whole, part.trim_end_matches('0')),
        None => (text, ""),
    };
    let fraction_digits = text.split_once('.').map_or("", |(_, part)| part);
    if whole.is_empty() || !whole.bytes().chain(fraction_digits.bytes()).all(|byte| byte.is_ascii_digit()) {
        return Err(false);
    }
    let mut digits = 0_u128;
    for byte in whole.bytes().chain(part.bytes()) {
        digits = digits
            .checked_mul(10)
            .and_then(|value| value.checked_add(u128::from(byte - b'0')))
            .ok_or(true)?;
    }
    Ok((digits, u32::try_from(part.len()).map_err(|_| true)?))
}

/// The amount in base units of the expected kind.
pub(crate) fn parse(text: &str, expected: Kind) -> Result<u128, ParseError> {
    let Some((number, written_unit)) = text.split_once(' ') else {
        return Err(ParseError::NoUnit { expected });
    };
    let (digits, decimals) = match decimal(number) {
        Ok(value) => value,
        Err(true) => return Err(ParseError::AboveMax { expected }),
        Err(false) => return Err(ParseError::BadNumber { expected }),
    };
    let (found, factor) = unit(written_unit).ok_or(ParseError::UnknownUnit { expected })?;
    if found != expected {
        return Err(ParseError::WrongKind { expected, found });
    }
    let scaled = digits.checked_mul(factor).ok_or(ParseError::AboveMax { expected })?;
    // More decimals than 10^38 has places can only be a fraction of a base unit.
    let divisor = 10_u128.checked_pow(decimals).ok_or(ParseError::NotWhole { expected })?;
    if scaled % divisor != 0 { Err(ParseError::NotWhole { expected }) } else { Ok(scaled / divisor) }
}
