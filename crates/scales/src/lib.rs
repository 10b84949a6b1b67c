//! Scales of tone and function: which values exist. Scoring and comparison come with the outcomes.
//!
//! Words
//! - *scale*: what is rated; variants are scales of their own and are never mixed.
//! - *value*: one of the grades that the scale has; "1+" is a grade, not a 1.
//!
//! Invariant: a score with a value that its scale does not have cannot be built.
#![forbid(unsafe_code)]

/// The scales that a course can carry so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scale {
    /// Ashworth, numbered 0 to 4 (Ashworth 1964).
    AshworthFromZero,
    /// Ashworth, numbered 1 to 5 (as in Penn's papers).
    AshworthFromOne,
    /// Modified Ashworth, 0, 1, 1+, 2, 3, 4.
    ModifiedAshworth,
    /// Penn spasm frequency, part 1, 0 to 4.
    PennSpasmFrequency,
    /// Snow spasm frequency, 0 to 4; not Penn's.
    SnowSpasmFrequency,
    /// Pain, 0 to 10.
    PainNumeric,
}

/// A score that cannot be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{value} is no grade of {}; accepted: {}", .scale.name(), .scale.grades().join(", "))]
pub struct NoSuchGrade {
    /// The scale.
    pub scale: Scale,
    /// What was given.
    pub value: String,
}

impl Scale {
    /// Every scale and its word in data.
    pub const WORDS: [(&'static str, Self); 6] = [
        ("ashworth-0-4", Self::AshworthFromZero),
        ("ashworth-1-5", Self::AshworthFromOne),
        ("modified-ashworth", Self::ModifiedAshworth),
        ("penn-spasm-frequency", Self::PennSpasmFrequency),
        ("snow-spasm-frequency", Self::SnowSpasmFrequency),
        ("pain", Self::PainNumeric),
    ];

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::AshworthFromZero => "Ashworth (0 to 4)",
            Self::AshworthFromOne => "Ashworth (1 to 5)",
            Self::ModifiedAshworth => "modified Ashworth",
            Self::PennSpasmFrequency => "Penn spasm frequency",
            Self::SnowSpasmFrequency => "Snow spasm frequency",
            Self::PainNumeric => "pain",
        }
    }

    /// Its grades, best first: on all of these scales lower is better.
    #[must_use]
    pub const fn grades(self) -> &'static [&'static str] {
        match self {
            Self::AshworthFromOne => &["1", "2", "3", "4", "5"],
            Self::ModifiedAshworth => &["0", "1", "1+", "2", "3", "4"],
            Self::AshworthFromZero | Self::PennSpasmFrequency | Self::SnowSpasmFrequency => {
                &["0", "1", "2", "3", "4"]
            }
            Self::PainNumeric => &["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"],
        }
    }
}

/// A grade on a scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score {
    scale: Scale,
    rank: usize,
}

impl Score {
    /// A score, if the scale has that grade.
    ///
    /// # Errors
    /// [`NoSuchGrade`] otherwise.
    pub fn new(scale: Scale, value: &str) -> Result<Self, NoSuchGrade> {
        let rank = scale.grades().iter().position(|grade| *grade == value);
        rank.map(|rank| Self { scale, rank }).ok_or_else(|| NoSuchGrade { scale, value: value.to_owned() })
    }

    /// The scale.
    #[must_use]
    pub const fn scale(self) -> Scale {
        self.scale
    }

    /// The grade.
    #[must_use]
    pub fn value(self) -> &'static str {
        self.scale.grades().get(self.rank).copied().unwrap_or_default()
    }

    /// Whether it is better than another on the same scale; `None` on different scales.
    #[must_use]
    pub fn better_than(self, other: Self) -> Option<bool> {
        (self.scale == other.scale).then_some(self.rank < other.rank)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_grades_of_the_scale_exist() {
        assert!(Score::new(Scale::ModifiedAshworth, "1+").is_ok());
        assert!(Score::new(Scale::AshworthFromOne, "1+").is_err());
        assert!(Score::new(Scale::AshworthFromOne, "0").is_err());
        let plus = Score::new(Scale::ModifiedAshworth, "1+").unwrap();
        let one = Score::new(Scale::ModifiedAshworth, "1").unwrap();
        assert_eq!(one.better_than(plus), Some(true));
        assert_eq!(one.better_than(Score::new(Scale::PainNumeric, "1").unwrap()), None);
    }
}
