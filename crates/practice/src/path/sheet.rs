//! Sheets that were answered: evaluation by discipline, the decision, checks before a test and an implant, plans.

use super::Told;
use crate::access::Right;
use crate::patient::{Entry, Patient};
use catalogue::Catalogue;
use jiff::civil::Date;
use record::Id;
use serde::{Deserialize, Serialize};
use therapy::pathway::sheet::{self, Answers, Phase, Sheet};

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
    pub answers: Answers,
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

impl Answered {
    /// The sheet, if this version of thecal still has it.
    #[must_use]
    pub fn sheet(&self) -> Option<&'static Sheet> {
        sheet::by_id(&self.sheet)
    }

    /// How many answers are needed and not there.
    #[must_use]
    pub fn missing(&self) -> usize {
        self.sheet().map_or(0, |sheet| sheet.missing(&self.answers).count())
    }
}

impl Told for Answered {
    fn title(&self) -> String {
        let name = self.sheet().map_or(self.sheet.as_str(), |sheet| sheet.title.as_str());
        match self.missing() {
            0 => format!("{name}: answered"),
            1 => format!("{name}: answered but for 1 question"),
            many => format!("{name}: answered but for {many} questions"),
        }
    }

    fn reason(&self) -> Option<&str> {
        Some(&self.examiner)
    }

    fn right(&self) -> Right {
        match self.sheet().map(|sheet| sheet.phase) {
            Some(Phase::Evaluation) => Right::RecordAssessments,
            _ => Right::RecordReports,
        }
    }

    fn check(&self, _patient: &Patient, now: i64) -> Result<(), (&'static str, String)> {
        super::said("/examiner", &self.examiner)?;
        super::not_ahead("/on", self.on, now)?;
        let sheet = self.sheet().ok_or(("/sheet", "is not known".to_owned()))?;
        if self.version != sheet.version {
            let told = format!("has changed: its version is {} now. Open it anew", sheet.version);
            return Err(("/sheet", told));
        }
        if self.answers.is_empty() {
            return Err(("/answers", "are missing: nothing was answered".to_owned()));
        }
        let catalogue = Catalogue::embedded().map_err(|error| ("/sheet", error.to_string()))?;
        sheet.judge(&self.answers, catalogue).map_err(|wrong| {
            let all = wrong.iter().map(|(question, error)| format!("{question} {error}"));
            ("/answers", all.collect::<Vec<_>>().join("; "))
        })
    }
}
