//! Which values a scale or an item has.

/// One grade, best or worst first as the scale numbers them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grade {
    /// What is written, such as "1+".
    pub value: &'static str,
    /// Where it stands on an axis, in tenths: 1+ is 15, between 1 and 2. An order, not a measure.
    pub ordinal_tenths: i32,
    /// What it means, in our own words; none where the rights or the sources do not allow it.
    pub says: Option<&'static str>,
}

/// The values of a scale or an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Values {
    /// These grades and no others.
    Grades(&'static [Grade]),
    /// Whole numbers.
    Range {
        /// The smallest.
        from: u16,
        /// The largest.
        to: u16,
        /// From one to the next; not zero.
        step: u16,
        /// Their unit; none where they are points.
        unit: Option<&'static str>,
    },
}

impl Values {
    /// Whole points from one number to another.
    pub(crate) const fn points(from: u16, to: u16, step: u16) -> Self {
        Self::Range { from, to, step, unit: None }
    }

    /// How many there are.
    #[must_use]
    pub fn count(self) -> u16 {
        match self {
            Self::Grades(grades) => u16::try_from(grades.len()).unwrap_or(u16::MAX),
            Self::Range { from, to, step, .. } => {
                (to.saturating_sub(from)).checked_div(step).map_or(1, |steps| steps.saturating_add(1))
            }
        }
    }

    /// The value at a place, from 0.
    #[must_use]
    pub fn value(self, rank: u16) -> Option<String> {
        match self {
            Self::Grades(grades) => grades.get(usize::from(rank)).map(|grade| grade.value.to_owned()),
            Self::Range { .. } => self.number(rank).map(|number| number.to_string()),
        }
    }

    /// The number at a place; none for grades.
    pub(crate) fn number(self, rank: u16) -> Option<u16> {
        match self {
            Self::Range { from, step, .. } if rank < self.count() => {
                rank.checked_mul(step)?.checked_add(from)
            }
            _ => None,
        }
    }

    /// The place of a value, from 0, if it is one; written exactly so, without sign, spaces or leading zeros.
    #[must_use]
    pub fn rank(self, value: &str) -> Option<u16> {
        match self {
            Self::Grades(grades) => {
                let rank = grades.iter().position(|grade| grade.value == value)?;
                u16::try_from(rank).ok()
            }
            Self::Range { from, step, .. } => {
                let rank = value.parse::<u16>().ok()?.checked_sub(from)?.checked_div(step)?;
                (self.value(rank).as_deref() == Some(value)).then_some(rank)
            }
        }
    }

    /// Where a place stands on an axis, in tenths.
    #[must_use]
    pub fn ordinal_tenths(self, rank: u16) -> Option<i32> {
        match self {
            Self::Grades(grades) => grades.get(usize::from(rank)).map(|grade| grade.ordinal_tenths),
            Self::Range { .. } => self.number(rank).map(|number| i32::from(number).saturating_mul(10)),
        }
    }

    /// All of them, as written.
    pub fn all(self) -> impl Iterator<Item = String> {
        (0..self.count()).filter_map(move |rank| self.value(rank))
    }

    /// What is accepted: the grades, or a sentence on the range.
    #[must_use]
    pub fn accepted(self) -> String {
        match self {
            Self::Grades(grades) => grades.iter().map(|grade| grade.value).collect::<Vec<_>>().join(", "),
            Self::Range { from, to, step, unit } => {
                let unit = unit.map(|unit| format!(" {unit}")).unwrap_or_default();
                let steps = if step == 1 { String::new() } else { format!(" in steps of {step}") };
                format!("a whole number from {from} to {to}{unit}{steps}, in quotes")
            }
        }
    }
}
