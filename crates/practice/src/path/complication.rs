//! Complications: infection, fluid leak, wound, catheter, pump, withdrawal, overdose, new deficit; each with what follows.

use super::Told;
use crate::access::Right;
use crate::patient::{Entry, Patient};
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

/// Complications of a patient.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Complications {}

impl Complications {
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
