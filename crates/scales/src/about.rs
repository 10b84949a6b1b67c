//! What is known of a scale beside its values.

use crate::{Scoring, Sites, Values};

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

/// A change that matters, as one study gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImportantDifference {
    /// How much, as a decimal in points of the scale.
    pub amount: &'static str,
    /// For whom and how it was found.
    pub of: &'static str,
    /// Where it is published.
    pub source: &'static str,
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
    /// What whoever rates has to know.
    pub rule: &'static str,
    /// Who may use it how, as far as known. Not legal advice.
    pub licence: &'static str,
    /// To be shown wherever the scale is used.
    pub citation: &'static str,
    /// Changes that matter; none where none was found.
    pub important_differences: &'static [ImportantDifference],
    /// Codes that were seen; none where none was seen.
    pub codes: &'static [Code],
    /// What could not be verified of it; to be shown as "unverified".
    pub unverified: Option<&'static str>,
}
