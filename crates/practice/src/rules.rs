//! What acts are judged by: the clinic's protocol, its catalogue and its time zone, as the settings have them.

use crate::settings::Settings;
use catalogue::{Catalogue, ConfirmError, Confirmed};
use therapy::Protocol;
use therapy::judge::Setting;

/// What acts are judged by.
#[derive(Debug, Clone)]
pub struct Rules {
    /// Limits.
    pub protocol: Protocol,
    /// Devices and drugs.
    pub catalogue: Catalogue,
    /// The clinic's time zone, by its name in the time-zone database.
    pub zone: String,
}

/// Why rules cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RulesError {
    /// The protocol cannot be read.
    #[error("the protocol cannot be read: {0}")]
    Protocol(String),
    /// The catalogue cannot be read.
    #[error("the catalogue cannot be read: {0}")]
    Catalogue(String),
}

impl Rules {
    /// The rules that the settings leave: the clinic's own protocol if it has one, the catalogue with the numbers that two
    /// persons have confirmed.
    ///
    /// # Errors
    /// [`RulesError`].
    pub fn of(settings: &Settings) -> Result<Self, RulesError> {
        let protocol = match &settings.limits {
            Some(own) => {
                Protocol::parse(&own.what).map_err(|error| RulesError::Protocol(error.to_string()))?
            }
            None => Protocol::embedded().map_err(|error| RulesError::Protocol(error.to_string()))?.clone(),
        };
        // A number that a newer catalogue knows from a source needs no confirmation any more.
        let needed = |number: &Confirmed| {
            !matches!(
                Catalogue::with_confirmed(core::slice::from_ref(number)),
                Err(ConfirmError::Known { .. })
            )
        };
        let numbers = settings.device_numbers.iter().map(|decided| decided.what.confirmed());
        let numbers: Vec<Confirmed> = numbers.filter(needed).collect();
        let catalogue =
            Catalogue::with_confirmed(&numbers).map_err(|error| RulesError::Catalogue(error.to_string()))?;
        let zone =
            if settings.clinic.zone.is_empty() { "UTC".to_owned() } else { settings.clinic.zone.clone() };
        Ok(Self { protocol, catalogue, zone })
    }

    /// As `therapy` wants it.
    #[must_use]
    pub const fn setting(&self) -> Setting<'_> {
        Setting { protocol: &self.protocol, catalogue: &self.catalogue }
    }
}
