//! The guide through a loss of effect or new spasticity: what was done, what was found, what comes next.

use super::{Listed, Told};
use crate::access::Right;
use crate::patient::{Entry, Patient};
use crate::rules::Rules;
use serde::{Deserialize, Serialize};

/// Something recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "act", deny_unknown_fields)]
pub enum Event {
    /// A remark, in words.
    Noted {
        /// What.
        text: String,
    },
}

/// Guides that were walked, the last one last.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Guides {}

impl Guides {
    pub(super) fn take(&mut self, _entry: &Entry, event: &Event) {
        match event {
            Event::Noted { .. } => {}
        }
    }
}

impl Told for Event {
    fn title(&self) -> String {
        match self {
            Self::Noted { text } => text.clone(),
        }
    }

    fn reason(&self) -> Option<&str> {
        None
    }

    fn right(&self) -> Right {
        Right::ReadPatients
    }

    fn check(&self, _patient: &Patient, _now: i64) -> Result<(), (&'static str, String)> {
        match self {
            Self::Noted { text } => super::said("/text", text),
        }
    }
}

pub(super) fn due(_patient: &Patient, _rules: &Rules, _now: i64, _list: Listed<'_>) {}
