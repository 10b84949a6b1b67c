//! Sheets that were answered: evaluation by discipline, the decision, checks before a test and an implant, plans.

use super::Told;
use crate::access::Right;
use crate::patient::{Entry, Patient};
use jiff::civil::Date;
use record::Id;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A sheet as somebody answered it on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Answered {
    /// Which sheet, by its id.
    pub sheet: String,
    /// The version of the sheet that was answered.
    pub version: u32,
    /// The day of the examination or talk.
    pub on: Date,
    /// Who examined, by name and discipline as they write it; who entered it is in the entry.
    pub examiner: String,
    /// Answers by question; several for a question that takes several.
    pub answers: BTreeMap<String, Vec<String>>,
}

/// A sheet in the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The entry.
    pub version: u64,
    /// When it was recorded, in seconds since 1970.
    pub recorded: i64,
    /// Who entered it.
    pub by: Option<Id>,
    /// What was answered.
    pub answered: Answered,
}

/// Sheets of a patient, in the order in which they were recorded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheets {
    /// All that stand.
    pub all: Vec<Kept>,
}

impl Sheets {
    pub(super) fn take(&mut self, entry: &Entry, answered: &Answered) {
        let kept = Kept {
            version: entry.version,
            recorded: entry.recorded,
            by: entry.by,
            answered: answered.clone(),
        };
        self.all.push(kept);
    }

    /// The sheet as it was answered last: the one recorded last counts.
    #[must_use]
    pub fn last(&self, sheet: &str) -> Option<&Kept> {
        self.all.iter().rev().find(|kept| kept.answered.sheet == sheet)
    }
}

impl Told for Answered {
    fn title(&self) -> String {
        format!("Sheet: {}", self.sheet)
    }

    fn reason(&self) -> Option<&str> {
        None
    }

    fn right(&self) -> Right {
        Right::RecordAssessments
    }

    fn check(&self, _patient: &Patient, _now: i64) -> Result<(), (&'static str, String)> {
        super::said("/examiner", &self.examiner)
    }
}
