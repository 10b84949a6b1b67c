//! Quantiles by every definition in use.

use super::Sample;
use crate::Undefined;
use crate::exact::Scaled;

/// How a quantile is read off a few values. The numbers are those of R's `quantile` (Hyndman and Fan's list); R's type 3 is
/// not offered.
///
/// Of n values in order, types 1 and 2 take a value or the middle of two; the others go along the line between the values at
/// ranks j and j + 1, where j is the whole part of h, by the rest of h. Outside of the ranks it is the least or greatest value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum QuantileType {
    /// The least value with at least the share p of values at or below it.
    Type1,
    /// As type 1, and the middle of two values where n p is whole. SAS by default.
    Type2,
    /// h = n p.
    Type4,
    /// h = n p + 1/2.
    Type5,
    /// h = (n + 1) p. SPSS by default.
    Type6,
    /// h = (n - 1) p + 1. R, `NumPy` and Excel's `QUARTILE.INC` by default, and here.
    #[default]
    Type7,
    /// h = (n + 1/3) p + 1/3.
    Type8,
    /// h = (n + 1/4) p + 3/8.
    Type9,
}

impl QuantileType {
    /// Every type.
    pub const ALL: [Self; 8] = [
        Self::Type1,
        Self::Type2,
        Self::Type4,
        Self::Type5,
        Self::Type6,
        Self::Type7,
        Self::Type8,
        Self::Type9,
    ];

    /// Its name in data.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Type1 => "type1",
            Self::Type2 => "type2",
            Self::Type4 => "type4",
            Self::Type5 => "type5",
            Self::Type6 => "type6",
            Self::Type7 => "type7",
            Self::Type8 => "type8",
            Self::Type9 => "type9",
        }
    }

    /// a and b of h = a + p (n + 1 - a - b), in parts of 24; `None` of the types that go along no line.
    const fn line(self) -> Option<(i128, i128)> {
        match self {
            Self::Type1 | Self::Type2 => None,
            Self::Type4 => Some((0, 24)),
            Self::Type5 => Some((12, 12)),
            Self::Type6 => Some((0, 0)),
            Self::Type7 => Some((24, 24)),
            Self::Type8 => Some((8, 8)),
            Self::Type9 => Some((9, 9)),
        }
    }
}

/// A share from 0 to 1, as the decimal that it is on paper: 0.1 of 10 values is one value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Probability {
    of: i128,
    whole: i128,
}

impl Probability {
    /// A quarter.
    pub const QUARTER: Self = Self { of: 1, whole: 4 };
    /// A half.
    pub const HALF: Self = Self { of: 1, whole: 2 };
    /// Three quarters.
    pub const THREE_QUARTERS: Self = Self { of: 3, whole: 4 };

    /// The share; `None` unless it is from 0 to 1 with at most 20 decimals.
    #[must_use]
    pub fn of(share: f64) -> Option<Self> {
        let Scaled { units, decimals, parts } =
            Scaled::of(&[share]).ok().filter(|_| (0.0..=1.0).contains(&share))?;
        let whole = 10_i128.pow(u32::try_from(decimals).ok().filter(|decimals| *decimals <= 20)?);
        units.first().map(|of| Self { of: *of, whole: whole * i128::from(parts) })
    }
}

/// Median and quartiles, in the unit of the values.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quartiles {
    /// The lower quartile.
    pub lower: f64,
    /// The median.
    pub median: f64,
    /// The upper quartile.
    pub upper: f64,
}

/// The median, and the medians of the halves below and above it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Halves {
    /// The median of the lower half; `None` of a half without a value.
    pub lower: Option<f64>,
    /// The median.
    pub median: f64,
    /// The median of the upper half; `None` of a half without a value.
    pub upper: Option<f64>,
}

/// A quantile. Of one value every quantile is that value.
///
/// # Errors
/// [`Undefined::NoData`] of no value.
pub fn quantile(sample: &Sample, share: Probability, kind: QuantileType) -> Result<f64, Undefined> {
    of_sorted(sample, &sample.sorted(), share, kind)
}

/// Median and quartiles.
///
/// # Errors
/// [`Undefined::NoData`] of no value.
pub fn quartiles(sample: &Sample, kind: QuantileType) -> Result<Quartiles, Undefined> {
    let sorted = sample.sorted();
    let at = |share| of_sorted(sample, &sorted, share, kind);
    Ok(Quartiles {
        lower: at(Probability::QUARTER)?,
        median: at(Probability::HALF)?,
        upper: at(Probability::THREE_QUARTERS)?,
    })
}

/// The median: the middle value, or the middle of the two middle ones.
///
/// # Errors
/// [`Undefined::NoData`] of no value.
pub fn median(sample: &Sample) -> Result<f64, Undefined> {
    middle(sample, &sample.sorted()).ok_or(Undefined::NoData)
}

/// Tukey's hinges: the medians of the halves; of an odd number of values the middle one belongs to both.
///
/// # Errors
/// [`Undefined::NoData`] of no value.
pub fn tukey_hinges(sample: &Sample) -> Result<Quartiles, Undefined> {
    let sorted = sample.sorted();
    let (lower, _) = sorted.split_at(sorted.len().div_ceil(2));
    let (_, upper) = sorted.split_at(sorted.len() / 2);
    let of = |half: &[i128]| middle(sample, half).ok_or(Undefined::NoData);
    Ok(Quartiles { lower: of(lower)?, median: of(&sorted)?, upper: of(upper)? })
}

/// Moore and McCabe's quartiles: the medians of the halves; of an odd number of values the middle one belongs to neither, so
/// that of one value there are none.
///
/// # Errors
/// [`Undefined::NoData`] of no value.
pub fn moore_mccabe(sample: &Sample) -> Result<Halves, Undefined> {
    let sorted = sample.sorted();
    let (lower, _) = sorted.split_at(sorted.len() / 2);
    let (_, upper) = sorted.split_at(sorted.len().div_ceil(2));
    let median = middle(sample, &sorted).ok_or(Undefined::NoData)?;
    Ok(Halves { lower: middle(sample, lower), median, upper: middle(sample, upper) })
}

fn middle(sample: &Sample, sorted: &[i128]) -> Option<f64> {
    let low = sorted.get(sorted.len().checked_sub(1)? / 2)?;
    let high = sorted.get(sorted.len() / 2)?;
    Some(sample.value(low + high, 2))
}

fn of_sorted(
    sample: &Sample,
    sorted: &[i128],
    share: Probability,
    kind: QuantileType,
) -> Result<f64, Undefined> {
    let last = i128::try_from(sorted.len()).unwrap_or(i128::MAX);
    // Ranks count from 1; outside of them stand the ends.
    let at = |rank: i128| {
        let place = usize::try_from(rank.clamp(1, last.max(1)) - 1).unwrap_or(0);
        sorted.get(place).copied().ok_or(Undefined::NoData)
    };
    let Some((a, b)) = kind.line() else {
        let (rank, rest) = (last * share.of / share.whole, last * share.of % share.whole);
        return Ok(match (rest, kind) {
            (0, QuantileType::Type2) => sample.value(at(rank)? + at(rank + 1)?, 2),
            (0, _) => sample.value(at(rank)?, 1),
            _ => sample.value(at(rank + 1)?, 1),
        });
    };
    let whole = 24 * share.whole;
    let h = a * share.whole + share.of * (24 * (last + 1) - a - b);
    let (low, high) = (at(h.div_euclid(whole))?, at(h.div_euclid(whole) + 1)?);
    let along = h.rem_euclid(whole) as f64 / whole as f64;
    let (from, to) = (sample.value(low, 1), sample.value(high, 1));
    // The last digit may not carry it past the next value: quantiles rise with their share.
    Ok((from + along * sample.value(high - low, 1)).clamp(from, to))
}
