//! Values as whole numbers of a common decimal step.

use crate::exact::{NotScaled, Scaled, value};

/// Values without the missing ones, and how many are missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    pub(crate) units: Vec<i128>,
    pub(crate) decimals: i32,
    /// Into how many parts a decimal is divided to make a step.
    parts: u32,
    missing: usize,
}

impl Sample {
    /// The values; `None` is a missing one.
    ///
    /// # Errors
    /// [`NotScaled`] of NaN and infinities, and if the values span too many digits.
    pub fn of(values: &[Option<f64>]) -> Result<Self, NotScaled> {
        let present: Vec<f64> = values.iter().flatten().copied().collect();
        let missing = values.len() - present.len();
        let Scaled { units, decimals, parts } = Scaled::of(&present)?;
        Ok(Self { units, decimals, parts, missing })
    }

    /// Whole numbers as they are; none is missing.
    #[must_use]
    pub(crate) const fn of_whole(units: Vec<i128>) -> Self {
        Self { units, decimals: 0, parts: 1, missing: 0 }
    }

    /// Several lists of values in one step, so that values of one can be compared with values of another.
    ///
    /// # Errors
    /// As [`Sample::of`].
    pub fn together(lists: &[&[Option<f64>]]) -> Result<Vec<Self>, NotScaled> {
        let present: Vec<f64> = lists.iter().flat_map(|list| list.iter().flatten().copied()).collect();
        let Scaled { units, decimals, parts } = Scaled::of(&present)?;
        let mut units = units.into_iter();
        let part = |list: &&[Option<f64>]| {
            let present = list.iter().flatten().count();
            let missing = list.len() - present;
            Self { units: units.by_ref().take(present).collect(), decimals, parts, missing }
        };
        Ok(lists.iter().map(part).collect())
    }

    /// How many values there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.units.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.units.is_empty()
    }

    /// How many are missing.
    #[must_use]
    pub const fn missing(&self) -> usize {
        self.missing
    }

    /// The least and the greatest value; `None` of none.
    #[must_use]
    pub fn range(&self) -> Option<(f64, f64)> {
        let of = |units: &i128| self.value(*units, 1);
        Some((of(self.units.iter().min()?), of(self.units.iter().max()?)))
    }

    /// What a number of steps is, divided by `parts`.
    pub(crate) fn value(&self, units: i128, parts: u32) -> f64 {
        value(units, self.decimals, parts * self.parts)
    }

    /// What a part of a number of steps is.
    pub(crate) fn part(&self, units: f64) -> f64 {
        units * value(1, self.decimals, self.parts)
    }

    /// The steps in order.
    pub(crate) fn sorted(&self) -> Vec<i128> {
        let mut sorted = self.units.clone();
        sorted.sort_unstable();
        sorted
    }
}

/// Pairs of values of the same patients, in one step. A pair of which a value is missing is left out and counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pairs {
    pub(crate) first: Sample,
    pub(crate) second: Sample,
}

impl Pairs {
    /// The pairs; `None` is a missing value.
    ///
    /// # Errors
    /// [`NotScaled`] of NaN and infinities, and if the values span too many digits. Pairs left out are not looked at.
    pub fn of(pairs: &[(Option<f64>, Option<f64>)]) -> Result<Self, NotScaled> {
        let whole = pairs.iter().filter_map(|(first, second)| Some((Some((*first)?), Some((*second)?))));
        let (first, second): (Vec<_>, Vec<_>) = whole.unzip();
        let missing = pairs.len() - first.len();
        let together = Sample::together(&[&first, &second])?;
        let mut samples = together.into_iter().map(|sample| Sample { missing, ..sample });
        let none = || Sample { units: Vec::new(), decimals: 0, parts: 1, missing };
        Ok(Self { first: samples.next().unwrap_or_else(none), second: samples.next().unwrap_or_else(none) })
    }

    /// First less second, of each pair. What is equal on paper is equal here: 0.3 less 0.1 is 0.6 less 0.4.
    #[must_use]
    pub fn differences(&self) -> Sample {
        differences(&self.first, &self.second)
    }

    /// The first values.
    #[must_use]
    pub const fn first(&self) -> &Sample {
        &self.first
    }

    /// The second values.
    #[must_use]
    pub const fn second(&self) -> &Sample {
        &self.second
    }
}

/// First less second, of two lists in one step and of one length.
pub(crate) fn differences(first: &Sample, second: &Sample) -> Sample {
    let units = first.units.iter().zip(&second.units).map(|(first, second)| first - second);
    Sample { units: units.collect(), ..*first }
}

/// Values of two groups, in one step. Missing ones are left out and counted, in each group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TwoSamples {
    pub(crate) x: Sample,
    pub(crate) y: Sample,
}

impl TwoSamples {
    /// The values of both groups; `None` is a missing one.
    ///
    /// # Errors
    /// [`NotScaled`] of NaN and infinities, and if the values span too many digits.
    pub fn of(x: &[Option<f64>], y: &[Option<f64>]) -> Result<Self, NotScaled> {
        let mut samples = Sample::together(&[x, y])?.into_iter();
        let none = || Sample { units: Vec::new(), decimals: 0, parts: 1, missing: 0 };
        Ok(Self { x: samples.next().unwrap_or_else(none), y: samples.next().unwrap_or_else(none) })
    }

    /// The values of the first group.
    #[must_use]
    pub const fn x(&self) -> &Sample {
        &self.x
    }

    /// The values of the second group.
    #[must_use]
    pub const fn y(&self) -> &Sample {
        &self.y
    }
}
