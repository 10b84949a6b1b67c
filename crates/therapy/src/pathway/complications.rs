//! Complications: what can go wrong, by the classes in which published series count, and what somebody then has to see to.

use super::limits::PathwayLimits;
use serde::Deserialize;
use std::sync::OnceLock;

/// In which class a complication is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    /// Of the operation.
    Technique,
    /// Of pump or catheter.
    Device,
    /// Of the drug.
    Drug,
    /// An infection.
    Infection,
    /// None of these.
    Other,
}

impl Class {
    /// For people.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Technique => "of the operation",
            Self::Device => "of pump or catheter",
            Self::Drug => "of the drug",
            Self::Infection => "infection",
            Self::Other => "other",
        }
    }
}

/// Something that somebody has to see to.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Follows {
    /// What.
    pub what: String,
    /// Within so many days; 0 for today.
    pub days: u16,
    /// Which discipline.
    pub discipline: String,
}

/// A kind of complication.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Complication {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Its class.
    pub class: Class,
    /// What comes before everything else; may be empty.
    pub first: String,
    /// Ids of sources.
    pub source: Vec<String>,
    /// What follows.
    pub todo: Vec<Follows>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct All {
    complication: Vec<Complication>,
}

/// What is wrong with the data.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the complications cannot be read: {0}")]
pub struct NoComplications(String);

/// Every kind.
///
/// # Errors
/// None in a build whose tests have passed.
pub fn all() -> Result<&'static [Complication], &'static NoComplications> {
    static ALL: OnceLock<Result<Vec<Complication>, NoComplications>> = OnceLock::new();
    let read = || -> Result<Vec<Complication>, NoComplications> {
        let all: All = toml::from_str(include_str!("../../pathway/complications.toml"))
            .map_err(|error| NoComplications(error.to_string()))?;
        let limits = PathwayLimits::embedded().map_err(|error| NoComplications(error.to_string()))?;
        let unknown = all.complication.iter().flat_map(|kind| &kind.source);
        if let Some(unknown) = unknown.clone().find(|id| limits.source(id).is_empty()) {
            return Err(NoComplications(format!("source {unknown} is not explained")));
        }
        Ok(all.complication)
    };
    ALL.get_or_init(read).as_ref().map(Vec::as_slice)
}

/// A kind by its id.
#[must_use]
pub fn by_id(id: &str) -> Option<&'static Complication> {
    all().ok()?.iter().find(|kind| kind.id == id)
}
