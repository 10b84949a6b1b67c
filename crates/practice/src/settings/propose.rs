//! What two persons decide: one proposes, another approves or refuses.

use super::{Decided, Settings, SettingsError};
use crate::access::Matrix;
use catalogue::{Catalogue, ConfirmError, Confirmed};
use record::{Event, Id};
use serde::{Deserialize, Serialize};
use therapy::Protocol;

/// What is proposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "what")]
pub enum Proposal {
    /// The protocol, as a whole.
    Limits {
        /// Its TOML.
        text: String,
    },
    /// The protocol that ships with thecal shall hold again.
    DefaultLimits,
    /// A number of a device that no source gave, as it stands in the manual.
    DeviceNumber(DeviceNumber),
    /// Who may do what.
    Access {
        /// The whole table.
        matrix: Matrix,
    },
}

/// A number of a device, as somebody read it in the manual.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeviceNumber {
    /// The catalogue's id of the pump or catheter.
    pub model: String,
    /// The field, as the catalogue names it.
    pub field: String,
    /// The value, as it stands in the manual, with its unit.
    pub value: String,
    /// Which manual, edition and page.
    pub manual: String,
}

/// A proposal that nobody has decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// Its number: the version of its event.
    pub number: u64,
    /// What.
    pub proposal: Proposal,
    /// Who proposed it.
    pub by: Option<Id>,
    /// When, in seconds since 1970.
    pub proposed: i64,
}

/// What the second person says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// Which proposal.
    pub number: u64,
    /// Whether it holds from now on.
    pub approved: bool,
    /// Why not.
    #[serde(default)]
    pub reason: String,
}

impl Proposal {
    pub(super) fn check(&self) -> Result<(), SettingsError> {
        match self {
            Self::Limits { text } => Protocol::parse(text)
                .map(drop)
                .map_err(|error| SettingsError::value("text", error.to_string())),
            Self::DefaultLimits => Ok(()),
            Self::DeviceNumber(number) => number.check(),
            Self::Access { matrix } => {
                let rows = crate::access::Role::ALL.iter().map(|role| (*role, matrix.rights(*role)));
                Matrix::new(rows).map(drop).map_err(|error| SettingsError::value("matrix", error.to_string()))
            }
        }
    }

    /// Whether approving this one takes the place of that one.
    fn replaces(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::DeviceNumber(one), Self::DeviceNumber(other)) => {
                one.model == other.model && one.field == other.field
            }
            (Self::Access { .. }, Self::Access { .. }) => true,
            (Self::Limits { .. } | Self::DefaultLimits, Self::Limits { .. } | Self::DefaultLimits) => true,
            _ => false,
        }
    }
}

impl DeviceNumber {
    fn check(&self) -> Result<(), SettingsError> {
        if self.manual.trim().is_empty() {
            return Err(SettingsError::value("manual", "Enter the manual, its edition and the page"));
        }
        match Catalogue::with_confirmed(&[self.confirmed()]) {
            Ok(_) => Ok(()),
            Err(error @ ConfirmError::Value(_)) => {
                Err(SettingsError::value("value", format!("This value cannot be taken: {error}")))
            }
            Err(error) => Err(SettingsError::value("field", error.to_string())),
        }
    }

    /// As the catalogue takes it.
    #[must_use]
    pub fn confirmed(&self) -> Confirmed {
        Confirmed {
            device: self.model.clone(),
            field: self.field.clone(),
            value: self.value.clone(),
            manual: self.manual.clone(),
        }
    }
}

/// A formulary names products of the catalogue.
pub(super) fn formulary(products: &[String]) -> Result<(), SettingsError> {
    let catalogue =
        Catalogue::embedded().map_err(|error| SettingsError::value("products", error.to_string()))?;
    match products.iter().find(|id| catalogue.drug(id).is_none()) {
        Some(id) => Err(SettingsError::value("products", format!("The catalogue has no product \"{id}\""))),
        None => Ok(()),
    }
}

impl Settings {
    /// The open proposal of this number.
    #[must_use]
    pub fn open(&self, number: u64) -> Option<&Open> {
        self.open.iter().find(|open| open.number == number)
    }

    /// Whether this person may decide this proposal: anybody refuses, or takes back their own; nobody approves their own.
    pub(super) fn may_decide(&self, verdict: &Verdict, by: Option<Id>) -> Result<(), SettingsError> {
        let open = self.open(verdict.number).ok_or(SettingsError::NotOpen)?;
        if verdict.approved && (open.by.is_none() || open.by == by) {
            return Err(SettingsError::OwnProposal);
        }
        if !verdict.approved && verdict.reason.trim().is_empty() {
            return Err(SettingsError::value("reason", "Say why it is not taken"));
        }
        Ok(())
    }

    pub(super) fn propose(&mut self, proposal: Proposal, event: &Event) {
        self.open.push(Open { number: event.version, proposal, by: event.by, proposed: event.recorded });
    }

    pub(super) fn decide(&mut self, verdict: &Verdict, event: &Event) {
        let Some(at) = self.open.iter().position(|open| open.number == verdict.number) else { return };
        let open = self.open.remove(at);
        // The rule of two persons holds for whoever writes the stream.
        if !verdict.approved || open.by.is_none() || open.by == event.by {
            return;
        }
        // What was proposed beside it was proposed against something that no longer holds.
        self.open.retain(|other| !open.proposal.replaces(&other.proposal));
        let (proposed_by, approved_by, approved) = (open.by, event.by, event.recorded);
        match open.proposal {
            Proposal::Limits { text } => {
                self.limits = Some(Decided { what: text, proposed_by, approved_by, approved });
            }
            Proposal::DefaultLimits => self.limits = None,
            Proposal::DeviceNumber(number) => {
                self.device_numbers
                    .retain(|old| old.what.model != number.model || old.what.field != number.field);
                self.device_numbers.push(Decided { what: number, proposed_by, approved_by, approved });
            }
            Proposal::Access { matrix } => self.access = matrix,
        }
    }
}
