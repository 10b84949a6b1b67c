//! Who sees whom: which patients somebody sees, by what lists keep of a patient.
//!
//! Where the clinic has chosen so, a patient is seen by the care team, by the patient's houses, by whoever has an open
//! to-do of the patient, and by whoever gave a reason within the last hours.

use crate::access::{Actor, Right};
use crate::account::Placed;
use crate::settings::WhoSees;
use record::Id;
use serde::{Deserialize, Serialize};

/// Who sees a patient, as it is kept in the patient's summary.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Seen {
    /// The patient's own house.
    #[serde(default)]
    pub house: String,
    /// Other houses that have something to do.
    #[serde(default)]
    pub seen_houses: Vec<String>,
    /// Accounts of the care team, and of open to-dos.
    #[serde(default)]
    pub seen_by: Vec<String>,
    /// Accounts that gave a reason, each until when, in seconds since 1970.
    #[serde(default)]
    pub opened_by: Vec<(String, i64)>,
}

/// Whom somebody sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sight {
    /// Every patient.
    Everybody,
    /// Some.
    Some {
        /// The account, as text.
        account: String,
        /// The houses the person works in.
        houses: Vec<String>,
    },
    /// Nobody at all: no right to see patients.
    Nobody,
}

impl Sight {
    /// Of this person, as the clinic has chosen. An account that nobody has placed belongs to every house.
    #[must_use]
    pub fn of(actor: &Actor, placed: Option<&Placed>, who_sees: WhoSees) -> Self {
        if !actor.may(Right::ReadPatients) {
            return Self::Nobody;
        }
        match placed {
            Some(placed) if who_sees == WhoSees::TeamAndHouses && !actor.may(Right::SeeAllPatients) => {
                Self::Some { account: actor.account.to_string(), houses: placed.houses.clone() }
            }
            _ => Self::Everybody,
        }
    }

    /// Whether every patient is seen, so that nothing need be looked up.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        matches!(self, Self::Everybody)
    }

    /// Whether this patient is seen, now, in seconds since 1970.
    #[must_use]
    pub fn sees(&self, seen: &Seen, now: i64) -> bool {
        self.belongs(seen)
            || matches!(self, Self::Some { account, .. }
                if seen.opened_by.iter().any(|(by, until)| by == account && now < *until))
    }

    /// The same without a reason that was given.
    #[must_use]
    pub fn belongs(&self, seen: &Seen) -> bool {
        match self {
            Self::Everybody => true,
            Self::Nobody => false,
            Self::Some { account, houses } => {
                let own = |house: &String| !house.is_empty() && houses.contains(house);
                own(&seen.house) || seen.seen_houses.iter().any(own) || seen.seen_by.contains(account)
            }
        }
    }
}

/// An account as text, as it is kept in [`Seen`].
#[must_use]
pub fn word(account: Id) -> String {
    account.to_string()
}
