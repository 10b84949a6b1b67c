//! Decimals as whole numbers of a common step, so that what is equal on paper is equal here.

/// Numbers as whole multiples of one decimal step.
///
/// A number as given (0.7) is not the double that holds it. Its shortest decimal form is: that is read, and all numbers are
/// brought to the finest step among them. Differences and sums of them then tie exactly when they tie on paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scaled {
    /// The numbers, in steps.
    pub units: Vec<i128>,
    /// How many decimals a step has: 1 for tenths. Negative for tens and above.
    pub decimals: i32,
}

/// Numbers that cannot be brought to a common step.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
pub enum NotScaled {
    /// Not a number, or infinite.
    #[error("{0} is no number")]
    NotFinite(f64),
    /// Too large and too fine at once: more than 30 digits between the largest and the finest.
    #[error(
        "the numbers are too large and too fine at once: more than 30 digits from the largest to the finest"
    )]
    TooWide,
    /// So large or so small that a square of it is no double.
    #[error("{0:e} is beyond what is measured: accepted are 0 and sizes from 1e-100 to 1e100")]
    OutOfRange(f64),
}

/// Digits that sums of many numbers still have room for in an `i128`.
const DIGITS_MOST: i32 = 30;

impl Scaled {
    /// The numbers as whole multiples of their finest decimal step.
    ///
    /// # Errors
    /// [`NotScaled`] of NaN and infinities, and if the numbers span more than 30 digits.
    pub fn of(values: &[f64]) -> Result<Self, NotScaled> {
        let read: Vec<(i128, i32)> = values.iter().map(|value| decimal(*value)).collect::<Result<_, _>>()?;
        let decimals = read.iter().filter(|(units, _)| *units != 0).map(|(_, decimals)| *decimals).max();
        let decimals = decimals.unwrap_or(0);
        let scaled = read.into_iter().map(|(units, own)| {
            if units == 0 {
                return Ok(0);
            }
            let more = decimals - own;
            let digits =
                i32::try_from(units.unsigned_abs().ilog10()).unwrap_or(i32::MAX).saturating_add(more);
            if digits >= DIGITS_MOST {
                return Err(NotScaled::TooWide);
            }
            let factor = u32::try_from(more).ok().and_then(|more| 10_i128.checked_pow(more));
            factor.and_then(|factor| units.checked_mul(factor)).ok_or(NotScaled::TooWide)
        });
        Ok(Self { units: scaled.collect::<Result<_, _>>()?, decimals })
    }

    /// What a number of steps is, divided by `parts` (2 for the middle of two).
    #[must_use]
    pub fn value(&self, units: i128, parts: u32) -> f64 {
        value(units, self.decimals, parts)
    }
}

/// Whole units of a decimal step as a number, divided by `parts`. One division: no error but that of the last digit.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "the nearest double is what is asked for")]
pub fn value(units: i128, decimals: i32, parts: u32) -> f64 {
    let power = 10_f64.powi(decimals.abs());
    if decimals >= 0 {
        units as f64 / (power * f64::from(parts))
    } else {
        units as f64 * power / f64::from(parts)
    }
}

/// The shortest decimal of a number: its digits and how many of them are behind the point.
fn decimal(value: f64) -> Result<(i128, i32), NotScaled> {
    if !value.is_finite() {
        return Err(NotScaled::NotFinite(value));
    }
    if value != 0.0 && !(1e-100..=1e100).contains(&value.abs()) {
        return Err(NotScaled::OutOfRange(value));
    }
    if let Some(few) = few_decimals(value) {
        return Ok(few);
    }
    // `{:e}` writes the shortest digits that read back as the same double.
    let text = format!("{value:e}");
    let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let units: i128 = format!("{whole}{part}").parse().map_err(|_| NotScaled::TooWide)?;
    let exponent: i32 = exponent.parse().map_err(|_| NotScaled::TooWide)?;
    let behind = i32::try_from(part.len()).unwrap_or(i32::MAX);
    Ok((units, behind - exponent))
}

/// The powers of ten of the decimals that are tried.
const POWERS: [f64; 5] = [1.0, 10.0, 100.0, 1e3, 1e4];

/// The same for numbers of at most 15 digits of which few are behind the point, as nearly all are: many times as fast as text.
///
/// At most one decimal of 15 digits reads as a double, so that one that does is the shortest. Its digits by a power of ten is
/// what reading it gives, rounded once, as both are whole numbers that a double holds.
fn few_decimals(value: f64) -> Option<(i128, i32)> {
    for (power, decimals) in POWERS.into_iter().zip(0..) {
        let units = (value * power).round();
        if units.abs() >= 1e15 {
            return None;
        }
        if (units / power).to_bits() == value.to_bits() {
            // Below 10^15 in size, and whole.
            let (mut units, mut decimals) = (units as i64, decimals);
            while units != 0 && units % 10 == 0 {
                (units, decimals) = (units / 10, decimals - 1);
            }
            return Some((i128::from(units), decimals));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// By the text alone.
    fn by_text(value: f64) -> (i128, i32) {
        let text = format!("{value:e}");
        let (digits, exponent) = text.split_once('e').unwrap();
        let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
        let units = format!("{whole}{part}").parse().unwrap();
        (units, part.len() as i32 - exponent.parse::<i32>().unwrap())
    }

    #[test]
    fn few_decimals_are_read_as_text_reads_them() {
        for value in
            [0.0, -0.0, 1.0, -1.0, 10.0, 1200.0, 0.1, 0.3, 2.5, 1.005, 99.9999, 1e14, 1e15, 123_456_789.012_3]
        {
            assert_eq!(decimal(value).unwrap(), by_text(value), "{value}");
            assert_eq!(decimal(-value).unwrap(), by_text(-value), "-{value}");
        }
        assert_eq!(few_decimals(0.123_45), None);
        assert_eq!(few_decimals(0.1 + 0.2), None);
        assert_eq!(few_decimals(1e16), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4096))]
        #[test]
        fn every_number_is_read_as_text_reads_it(value in prop_oneof![
            (-1_000_000_i64..1_000_000, 0..6_i32).prop_map(|(units, decimals)| units as f64 / 10_f64.powi(decimals)),
            (-1_000_000_000_000_000_i64..1_000_000_000_000_000, 0..6_i32)
                .prop_map(|(units, decimals)| units as f64 / 10_f64.powi(decimals)),
            (-50_000_i32..50_000).prop_map(|days| f64::from(days) / 365.25),
            -1e6..1e6,
            -1e16..1e16,
            -1e-3..1e-3,
        ]) {
            if value == 0.0 || value.abs() >= 1e-100 {
                prop_assert_eq!(decimal(value).unwrap(), by_text(value));
            }
        }
    }
}
