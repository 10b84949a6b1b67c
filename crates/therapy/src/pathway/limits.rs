//! Numbers of the pathway, as data, each with source and grade; and what the ids of sources stand for.

use crate::input::{At, InputError, from_toml};
use crate::protocol::{Limit, amount, decimal, decimals, known_sources, limit, sources};
use quantity::{Dose, Length};
use std::collections::BTreeMap;
use std::sync::OnceLock;
use twin::RBig;

/// What criteria of candidacy compare with.
#[derive(Debug, Clone, PartialEq)]
pub struct CandidacyLimits {
    /// Least grade on the Ashworth scale.
    pub ashworth_min: Limit<RBig>,
    /// In so many muscle groups.
    pub ashworth_groups_min: Limit<RBig>,
    /// Least class on Penn's scale of spasms.
    pub penn_min: Limit<RBig>,
    /// Least level of gross motor function, of children.
    pub gmfcs_min: Limit<RBig>,
    /// Deepest place of a pump under the skin.
    pub pump_depth_max: Limit<Length>,
    /// Years since a brain injury.
    pub brain_injury_years_min: Limit<RBig>,
    /// Youngest age of the label, in years.
    pub age_years_min: Limit<RBig>,
}

/// When a test dose is looked at, and what counts as a response.
#[derive(Debug, Clone, PartialEq)]
pub struct TrialLimits {
    /// Hours after the dose at which tone and spasms are scored.
    pub score_hours: Limit<Vec<RBig>>,
    /// Minutes after the dose at which circulation and breathing are looked at.
    pub vital_minutes: Limit<Vec<RBig>>,
    /// Fall of the mean over the muscle groups that one series called a response.
    pub mean_drop_min: Limit<RBig>,
    /// Fall of points that other series called a response.
    pub point_drop_min: Limit<RBig>,
}

/// What is watched after the implant.
#[derive(Debug, Clone, PartialEq)]
pub struct AfterCareLimits {
    /// A rise of the daily dose within a year that asks for a look at the system, as micrograms per day.
    pub dose_rise_per_year_max: Limit<Dose>,
    /// Up to so many days after an operation an infection counts as early.
    pub early_infection_days: Limit<RBig>,
}

/// All numbers of the pathway.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "each section says what it is at its type")]
pub struct PathwayLimits {
    pub candidacy: CandidacyLimits,
    pub trial: TrialLimits,
    pub after_care: AfterCareLimits,
    /// Source ids and what they stand for.
    pub sources: BTreeMap<String, String>,
}

impl PathwayLimits {
    /// The numbers that ship with thecal.
    ///
    /// # Errors
    /// None in a build whose tests have passed.
    pub fn embedded() -> Result<&'static Self, &'static InputError> {
        static EMBEDDED: OnceLock<Result<PathwayLimits, InputError>> = OnceLock::new();
        EMBEDDED.get_or_init(|| Self::parse(include_str!("../../pathway/limits.toml"))).as_ref()
    }

    /// Numbers from TOML.
    ///
    /// # Errors
    /// [`InputError`] naming the number and what would be accepted.
    pub fn parse(text: &str) -> Result<Self, InputError> {
        let tree = from_toml(text)?;
        let root = At::root(&tree);
        let fields = root.fields()?;
        let sources = sources(&fields.required("sources", "what the ids of sources stand for")?)?;
        known_sources(&tree, "", &sources)?;
        let section = |key: &'static str| fields.required(key, "a section of limits")?.fields();
        let read = section("candidacy")?;
        let candidacy = CandidacyLimits {
            ashworth_min: limit(&read, "ashworth_min", decimal)?,
            ashworth_groups_min: limit(&read, "ashworth_groups_min", decimal)?,
            penn_min: limit(&read, "penn_min", decimal)?,
            gmfcs_min: limit(&read, "gmfcs_min", decimal)?,
            pump_depth_max: limit(&read, "pump_depth_max", amount)?,
            brain_injury_years_min: limit(&read, "brain_injury_years_min", decimal)?,
            age_years_min: limit(&read, "age_years_min", decimal)?,
        };
        read.finish()?;
        let read = section("trial")?;
        let trial = TrialLimits {
            score_hours: limit(&read, "score_hours", decimals)?,
            vital_minutes: limit(&read, "vital_minutes", decimals)?,
            mean_drop_min: limit(&read, "mean_drop_min", decimal)?,
            point_drop_min: limit(&read, "point_drop_min", decimal)?,
        };
        read.finish()?;
        let read = section("after_care")?;
        let after_care = AfterCareLimits {
            dose_rise_per_year_max: limit(&read, "dose_rise_per_year_max", amount)?,
            early_infection_days: limit(&read, "early_infection_days", decimal)?,
        };
        read.finish()?;
        fields.finish()?;
        Ok(Self { candidacy, trial, after_care, sources })
    }

    /// What an id of a source stands for, with its grade where it comes from a limit.
    #[must_use]
    pub fn source(&self, id: &str) -> &str {
        self.sources.get(id).map_or("", String::as_str)
    }
}
