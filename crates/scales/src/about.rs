//! What is known of a scale beside its values.

use crate::{ImportantDifference, Reliability, Scoring, Sites, Values};

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Less is better.
    LessIsBetter,
    /// More is better.
    MoreIsBetter,
    /// Neither: it sorts patients and measures no change.
    Classification,
}

/// What a scale looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Domain {
    /// Muscle tone.
    Tone,
    /// Spasms.
    Spasm,
    /// Dystonia.
    Dystonia,
    /// Pain.
    Pain,
    /// What a patient can do.
    Function,
    /// What a patient wants to reach.
    Goals,
    /// Quality of life.
    QualityOfLife,
}

impl Domain {
    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Tone => "tone",
            Self::Spasm => "spasm",
            Self::Dystonia => "dystonia",
            Self::Pain => "pain",
            Self::Function => "function",
            Self::Goals => "goals",
            Self::QualityOfLife => "quality of life",
        }
    }

    /// Whether a dose is raised to bring it down.
    #[must_use]
    pub const fn is_raised_for(self) -> bool {
        matches!(self, Self::Tone | Self::Spasm | Self::Dystonia | Self::Pain)
    }
}

/// Where a code comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum System {
    /// LOINC, copyright Regenstrief Institute.
    Loinc,
    /// SNOMED CT, copyright SNOMED International; needs a licence outside of member countries.
    SnomedCt,
}

impl System {
    /// Its address in data.
    #[must_use]
    pub const fn address(self) -> &'static str {
        match self {
            Self::Loinc => "http://loinc.org",
            Self::SnomedCt => "http://snomed.info/sct",
        }
    }
}

/// A code that was seen in a published source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code {
    /// Its system.
    pub system: System,
    /// The code.
    pub code: &'static str,
    /// Its display, as published.
    pub display: &'static str,
}

impl Code {
    pub(crate) const fn loinc(code: &'static str, display: &'static str) -> Self {
        Self { system: System::Loinc, code, display }
    }

    pub(crate) const fn snomed(code: &'static str, display: &'static str) -> Self {
        Self { system: System::SnomedCt, code, display }
    }
}

/// What happens where something was not rated. Missing is missing: never zero, and never the best grade.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// What was not rated is not there.
    Absent,
    /// A missing item leaves no total.
    NoTotal,
    /// Without both items there is no difference.
    NoDifference,
    /// Each site stands for itself; a mean of several needs so many percent of the listed ones, a sum all.
    MeanNeedsPercent(u8),
    /// Each score stands for itself: there never is a total.
    NeverTotal,
    /// The total is made on a form that is not here, by that form's rule; without it there is none.
    TotalFromOwnForm,
    /// A goal without a level leaves no summary of the goals.
    NoSummaryOfGoals,
}

impl Missing {
    /// In words.
    #[must_use]
    pub const fn says(self) -> &'static str {
        match self {
            Self::Absent => "What was not rated is missing; nothing stands in for it.",
            Self::NoTotal => "A missing item leaves no total.",
            Self::NoDifference => "Without both angles there is no difference.",
            Self::MeanNeedsPercent(_) => {
                "Each site stands for itself. A mean of several needs at least four fifths of the listed sites (our \
                 choice), a sum all of them."
            }
            Self::NeverTotal => "Each score stands for itself; there is no total.",
            Self::TotalFromOwnForm => {
                "The total is made on your own form, by its rule; without it there is none."
            }
            Self::NoSummaryOfGoals => "A goal without a level leaves no summary of the goals.",
        }
    }
}

/// All that is known of a scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct About {
    /// Its name.
    pub name: &'static str,
    /// Which version it is, and which it is not.
    pub version: &'static str,
    /// What it looks at.
    pub domain: Domain,
    /// Which way is better.
    pub direction: Direction,
    /// Its values.
    pub values: Values,
    /// Where it is taken.
    pub sites: Sites,
    /// How items make the value.
    pub scoring: Scoring,
    /// What happens where something was not rated.
    pub missing: Missing,
    /// What whoever rates has to know.
    pub rule: &'static str,
    /// Who may use it how, as far as known. Not legal advice.
    pub licence: &'static str,
    /// To be shown wherever the scale is used.
    pub citation: &'static str,
    /// Changes that matter; none where none was found.
    pub important_differences: &'static [ImportantDifference],
    /// How well it repeats, where that was read.
    pub reliability: &'static [Reliability],
    /// What sources disagree on, and what a reader of papers and data of others has to know.
    pub notes: &'static [&'static str],
    /// Codes that were seen; none where none was seen.
    pub codes: &'static [Code],
    /// What could not be verified of it; to be shown as "unverified".
    pub unverified: Option<&'static str>,
}
