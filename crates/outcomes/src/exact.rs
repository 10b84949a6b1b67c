//! Decimals as whole numbers of a common step, so that what is equal on paper is equal here.

/// Numbers as whole multiples of one decimal step, or of a third of one.
///
/// A number as given (0.7) is not the double that holds it. Its shortest decimal form is: that is read, and all numbers are
/// brought to the finest step among them. Differences and sums of them then tie exactly when they tie on paper.
///
/// What was computed in doubles has noise in its last digits, which is not on paper: 0.30000000000000004 is 0.3 ([`tidy`]), and
/// 1.6666666666666667 is five thirds, as means of 3, 6 or 12 sites are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scaled {
    /// The numbers, in steps.
    pub units: Vec<i128>,
    /// How many decimals a step has: 1 for tenths. Negative for tens and above.
    pub decimals: i32,
    /// Into how many parts such a decimal is divided to make a step: 1, or 3 if there are thirds among the numbers.
    pub parts: u32,
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
        let read: Vec<(i128, i32, u32)> =
            values.iter().map(|value| read(*value)).collect::<Result<_, _>>()?;
        let parts = read.iter().map(|(_, _, parts)| *parts).max().unwrap_or(1);
        let read: Vec<(i128, i32)> = read
            .into_iter()
            .map(|(units, decimals, own)| if own < parts { (3 * units, decimals) } else { (units, decimals) })
            .collect();
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
        Ok(Self { units: scaled.collect::<Result<_, _>>()?, decimals, parts })
    }
}

/// A number in whole steps: how many, the decimals of a step, and 3 if the step is a third of that.
fn read(value: f64) -> Result<(i128, i32, u32), NotScaled> {
    let (units, decimals) = decimal(value)?;
    if units.unsigned_abs() < COMPUTED_LEAST {
        return Ok((units, decimals, 1));
    }
    let (found, parts) = match (near_decimal(value), near_decimal(3.0 * value)) {
        (Some(tidied), _) => (decimal(tidied)?, 1),
        (None, Some(thrice)) => (decimal(thrice)?, 3),
        (None, None) => ((units, decimals), 1),
    };
    Ok((found.0, found.1, parts))
}

/// Of 16 digits: nobody writes so many, they come from a calculation.
const COMPUTED_LEAST: u128 = 1_000_000_000_000_000;

/// The decimal that a number stands for, if it has been computed and has noise in its last digits: 0.3 of 0.30000000000000004.
/// Every other number is itself.
#[must_use]
pub fn tidy(value: f64) -> f64 {
    let computed = decimal(value).is_ok_and(|(units, _)| units.unsigned_abs() >= COMPUTED_LEAST);
    if computed { near_decimal(value).unwrap_or(value) } else { value }
}

/// The number of at most four decimals that differs by less than noise; `None` if there is none, or the number has so many
/// digits before the point that nothing tells noise from digits.
fn near_decimal(value: f64) -> Option<f64> {
    POWERS.into_iter().find_map(|power| {
        let units = (value * power).round();
        let near = units / power;
        (units != 0.0 && units.abs() < 1e10 && (near - value).abs() <= NOISE * value.abs()).then_some(near)
    })
}

/// What a calculation with numbers a hundred times as large leaves in the last digits.
const NOISE: f64 = 1e-13;

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

    #[test]
    fn noise_of_a_calculation_is_no_digit() {
        for (computed, paper) in [
            (0.1_f64 + 0.2, 0.3_f64),
            (1.1 - 0.8, 0.3),
            (100.3 - 100.1, 0.2),
            (-(0.1 + 0.7) * 3.0 - 0.3, -2.7),
        ] {
            assert_ne!(computed.to_bits(), paper.to_bits(), "{paper}");
            assert_eq!(tidy(computed).to_bits(), paper.to_bits(), "{computed}");
        }
        // Digits that somebody wrote, and numbers that come from nowhere near a short decimal.
        let pi = std::f64::consts::PI;
        for written in [0.0, 0.3, 1.000_000_000_000_01, 1234.0 / 365.25, pi, 123_456_789.123_456_78, 5e-324] {
            assert_eq!(tidy(written).to_bits(), written.to_bits(), "{written}");
        }
        assert!(tidy(f64::NAN).is_nan());
    }

    #[test]
    fn thirds_are_whole_in_steps_of_a_third() {
        let means = [5.0 / 3.0, 2.0 / 3.0, 7.0 / 6.0, -1.0 / 12.0, 0.5, 2.0];
        let Scaled { units, decimals, parts } = Scaled::of(&means).unwrap();
        assert_eq!((decimals, parts), (2, 3));
        assert_eq!(units, [500, 200, 350, -25, 150, 600]);
        let back: Vec<f64> = units.iter().map(|units| value(*units, decimals, parts)).collect();
        assert_eq!(back, means);
        assert_eq!(Scaled::of(&[0.5, 2.0]).unwrap().parts, 1);
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
