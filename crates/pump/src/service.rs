//! Elective replacement indicator (ERI) and end of service (EOS).

use crate::clock::PumpTime;
use quantity::Span;

/// How long a pump still runs once it has asked to be replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ServiceLife {
    /// From the indicator to the end of service: 90 days in the catalogue.
    pub indicator_to_end: Span,
}

/// Where a pump stands in its service life.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ServiceState {
    /// No indicator yet.
    InService,
    /// The indicator has come up; the pump stops at `ends_at`.
    ElectiveReplacement {
        /// End of service.
        ends_at: PumpTime,
    },
    /// The pump has stopped.
    Ended,
}

impl ServiceLife {
    /// The state at `now`, if the indicator came up at `indicated_at`.
    #[must_use]
    pub fn state(&self, indicated_at: Option<PumpTime>, now: PumpTime) -> ServiceState {
        match indicated_at {
            Some(indicated) if indicated <= now => {
                let ends_at = indicated.after(self.indicator_to_end);
                if ends_at <= now {
                    ServiceState::Ended
                } else {
                    ServiceState::ElectiveReplacement { ends_at }
                }
            }
            _ => ServiceState::InService,
        }
    }

    /// Whether a "replace by" time that a programmer shows can be true: not before the indicator, not later than the
    /// span after it. A display fault of 2012 showed later ones (Z-1338-2012).
    #[must_use]
    pub fn replace_by_is_possible(&self, indicated_at: PumpTime, replace_by: PumpTime) -> bool {
        indicated_at <= replace_by && replace_by <= indicated_at.after(self.indicator_to_end)
    }
}
