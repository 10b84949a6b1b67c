//! Scales that papers name and that are not here, and names that may mean several.

use crate::Scale;

/// A scale that is not offered, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotOffered {
    /// Its name.
    pub name: &'static str,
    /// Why.
    pub reason: &'static str,
}

const COHORT: &str = "seen in published cohorts only; no definition or list of values was read";

/// What is not offered. A scale without a definition that could be read is not made up.
pub const NOT_OFFERED: &[NotOffered] = &[
    NotOffered { name: "Expanded disability status scale (EDSS)", reason: COHORT },
    NotOffered { name: "Burke-Fahn-Marsden dystonia rating scale", reason: COHORT },
    NotOffered { name: "Modified Rankin scale", reason: COHORT },
    NotOffered { name: "Rivermead mobility index", reason: COHORT },
    NotOffered {
        name: "SCI-SET",
        reason: "patient-reported; recommended for spinal cord damage, values and rights not read",
    },
    NotOffered {
        name: "PRISM",
        reason: "patient-reported; recommended for spinal cord damage, values and rights not read",
    },
    NotOffered {
        name: "Zarit burden interview",
        reason: "licensed (Mapi Research Trust, unverified); values not read",
    },
    NotOffered { name: "Caregiver burden scale", reason: "recommended by name; values and rights not read" },
    NotOffered { name: "Carer burden scale (spasticity)", reason: "values and rights not read" },
    NotOffered {
        name: "RIC CareQ",
        reason: "used in children with intrathecal baclofen; values and rights not read",
    },
    NotOffered {
        name: "EQ-5D index",
        reason: "needs the value set of a country; the five digits alone are taken, without wording",
    },
    NotOffered { name: "EQ-5D-Y", reason: "its levels were not read; owned by EuroQol" },
    NotOffered {
        name: "Granger's Barthel index",
        reason: "another instrument than Mahoney and Barthel's and Shah's; weights not read",
    },
    NotOffered { name: "FIM, items", reason: "trademark and licence of UDSMR; totals only" },
    NotOffered {
        name: "Disability assessment, domains",
        reason: "domains and rights not read; the sum only",
    },
    NotOffered { name: "Reflex score", reason: "a column of several cohorts; no definition was read" },
];

/// A name that papers use and that does not say which scale it is. A value under such a name is read as none of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ambiguous {
    /// The name.
    pub name: &'static str,
    /// What it may mean.
    pub may_be: &'static [Scale],
    /// What is known of it.
    pub says: &'static str,
}

/// Names that do not say which scale they mean.
pub const AMBIGUOUS: &[Ambiguous] = &[
    Ambiguous {
        name: "Ashworth scale",
        may_be: &[Scale::AshworthFromZero, Scale::AshworthFromOne, Scale::ModifiedAshworth],
        says: "Papers number the original 0 to 4 or 1 to 5 and do not always say so; some mean the modified scale.",
    },
    Ambiguous {
        name: "Spasm frequency scale",
        may_be: &[Scale::PennSpasmFrequency, Scale::SnowSpasmFrequency],
        says: "Penn counts by the hour, Snow by the day. Vaneková et al. 2019 does not say in its abstract which it is.",
    },
    Ambiguous {
        name: "Modified Tardieu scale",
        may_be: &[Scale::TardieuQualityToFour, Scale::TardieuQualityToFive],
        says: "Some forms have a quality 5 for an immobile joint, others end at 4.",
    },
    Ambiguous {
        name: "Barthel index",
        may_be: &[Scale::Barthel, Scale::BarthelToTwenty, Scale::BarthelShah],
        says: "Of 100 or of 20 points; Shah's and Granger's versions have other weights and are other instruments.",
    },
    Ambiguous {
        name: "Numeric pain rating",
        may_be: &[Scale::PainNumeric, Scale::PainLeast, Scale::PainWorst],
        says: "Now, least or worst of a period: SISTERS reports all three.",
    },
];
